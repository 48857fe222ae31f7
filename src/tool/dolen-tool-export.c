/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "exchange/out/dolen-export.h"
#include "exchange/out/dolen-out-sources.h"
#include "language/dolen-language.h"
#include "matching/dolen-lending.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* export and publish: what may be known of the directory outside. */

/* What the format has no place for, and of how many services. */
static json_object *
left_out_to_json (const DolenExportReport *report)
{
  json_object *object = json_object_new_object ();

  for (guint fact = 0; fact < DOLEN_N_OUT_FACTS; fact++)
    if (report->left_out[fact] > 0)
      json_object_object_add (object,
                              dolen_out_fact_code ((DolenOutFact) fact),
                              json_object_new_int64 (report->left_out[fact]));
  return object;
}

static void
print_report (const DolenTool *tool, const DolenExportReport *report)
{
  const struct {
    const char *key, *label;
    guint count;
  } lines[] = {
    { "services", _ ("Services written"), report->services },
    { "services_kept_back",
      _ ("Services kept back: not listed or closed"),
      report->services_kept_back },
    { "services_of_others",
      _ ("Services of sources that were not chosen, or may not be passed on"),
      report->services_of_others },
    { "contacts_kept_back", _ ("Contacts kept back: nobody said yes"), report->contacts_kept_back },
    { "places_kept_back", _ ("Places kept back: hidden"), report->places_kept_back },
  };
  json_object *object = json_object_new_object ();
  g_autofree char *left_out = dolen_export_left_out (report, dolen_language_current ());
  g_autofree char *no_map = dolen_export_on_no_map (report, dolen_language_current ());

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    json_object_object_add (object, lines[i].key, json_object_new_int64 (lines[i].count));
    if (!tool->json)
      printf ("%10u  %s\n", lines[i].count, lines[i].label);
  }
  json_object_object_add (object, "left_out", left_out_to_json (report));
  if (report->without_position > 0)
    json_object_object_add (
        object, "without_position", json_object_new_int64 (report->without_position));
  if (tool->json)
    dolen_tool_print_json (json_object_get (object));
  if (!tool->json && no_map != NULL)
    puts (no_map);
  if (!tool->json && left_out != NULL)
    puts (left_out);
  json_object_put (object);
}

static gboolean
takes_one_path (const DolenTool *tool, GError **error)
{
  if (tool->arguments[1] != NULL && tool->arguments[2] == NULL)
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: the name of a command. */
               _ ("%s takes one path: where to write."),
               tool->command);
  return FALSE;
}

static gboolean
read_format (const char *code, DolenExportFormat *format, GError **error)
{
  if (dolen_export_format_from_code (code, format))
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: what was typed, and the words that may be typed. */
               _ ("There is no format “%s”. There are: %s"),
               code,
               "oruk3, hsds, hsds-csv, geojson, csv");
  return FALSE;
}

/* Of a file that says by its ending what it is to be. */
static DolenExportFormat
format_of_path (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (folded, ".csv"))
    return DOLEN_EXPORT_CSV;
  return g_str_has_suffix (folded, ".geojson") ? DOLEN_EXPORT_GEOJSON : DOLEN_EXPORT_HSDS;
}

/* The directory with the names of terms lent to it. */
static DolenDirectory *
open_with_labels (DolenTool *tool, GError **error)
{
  DolenDirectory *directory = dolen_tool_open (tool, FALSE, error);

  if (directory != NULL)
    dolen_lend_vocabulary (directory);
  return directory;
}

/* ---- whose records ---- */

/* Typed for what was made here, and not a source of that name. */
#define HERE "here"

/* (transfer full) (nullable): uids, of names as they were typed; NULL where none was, or with an
 * error. */
static char **
find_sources (DolenDirectory *directory, char **names, GError **error)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();

  if (names == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (DolenSource) source = NULL;

    if (g_ascii_strcasecmp (names[i], HERE) == 0) {
      g_strv_builder_add (uids, DOLEN_OUT_MADE_HERE);
      continue;
    }
    source = dolen_tool_find_source (directory, names[i], error);
    if (source == NULL)
      return NULL;
    g_strv_builder_add (uids, source->uid);
  }
  return g_strv_builder_end (uids);
}

/* What is to be thought of before it goes out, to stderr. */
static gboolean
warn_of_sources (DolenDirectory *directory, char **uids, GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_out_sources_list (directory, error);

  for (guint i = 0; sources != NULL && i < sources->len; i++) {
    const DolenOutSource *source = sources->pdata[i];
    const char *warning = dolen_out_source_warning (source, dolen_language_current ());
    gboolean goes = uids != NULL ? g_strv_contains ((const char *const *) uids, source->uid)
                                 : dolen_out_source_is_free (source);

    if (warning != NULL && goes)
      fprintf (stderr, "dolenctl: %s: %s\n", source->name, warning);
    else if (warning != NULL && uids == NULL)
      /* Translators: a source whose records are left out, and why. */
      fprintf (stderr, _ ("dolenctl: %s is left out. %s\n"), source->name, warning);
  }
  return sources != NULL;
}

/* @uids: (out) (transfer full) (nullable). */
static DolenDirectory *
open_for_sources (DolenTool *tool, char **names, char ***uids, GError **error)
{
  g_autoptr (DolenDirectory) directory = open_with_labels (tool, error);

  if (directory == NULL)
    return NULL;
  *uids = find_sources (directory, names, error);
  if ((names != NULL && *uids == NULL) || !warn_of_sources (directory, *uids, error))
    return NULL;
  return g_steal_pointer (&directory);
}

/* clang-format off */
#define SOURCE_OPTION(names)                                                                       \
  { "source", 's', 0, G_OPTION_ARG_STRING_ARRAY, names,                                            \
    N_ ("Only the records of this source; may be given again; “here” for what was made here"),     \
    N_ ("NAME") }
/* clang-format on */

gboolean
dolen_tool_export (DolenTool *tool, GError **error)
{
  g_autofree char *code = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) uids = NULL;
  const GOptionEntry options[] = {
    SOURCE_OPTION (&names),
    { "format",
      'f',
      0,
      G_OPTION_ARG_STRING,
      &code,
      N_ ("oruk3, hsds, hsds-csv, geojson or csv; if not given, as the file ends, else hsds"),
      N_ ("FORMAT") },
    { NULL },
  };
  g_autoptr (DolenDirectory) directory = NULL;
  DolenExportFormat format = DOLEN_EXPORT_HSDS;
  DolenExportOptions chosen = { .language = dolen_language_current () };
  DolenExportReport report;

  if (!dolen_tool_parse (
          tool,
          options,
          _ ("PATH"),
          _ ("Writes what may be published of the directory into a file; hsds-csv into a folder."),
          error)
      || !takes_one_path (tool, error) || (code != NULL && !read_format (code, &format, error)))
    return FALSE;
  if (code == NULL)
    format = format_of_path (tool->arguments[1]);
  directory = open_for_sources (tool, names, &uids, error);
  chosen.sources = (const char *const *) uids;
  if (directory == NULL
      || !dolen_export_run (directory, format, tool->arguments[1], &chosen, &report, error))
    return FALSE;
  print_report (tool, &report);
  return TRUE;
}

gboolean
dolen_tool_publish (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) uids = NULL;
  g_autofree char *name = NULL, *phone = NULL, *email = NULL;
  /* clang-format off */
  const GOptionEntry entries[] = {
    SOURCE_OPTION (&names),
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &name,
      N_ ("Who publishes it, as the page says at its top"), N_ ("NAME") },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &phone,
      N_ ("Whom to ring where a group has no contact to give out"), N_ ("NUMBER") },
    { "email", 0, 0, G_OPTION_ARG_STRING, &email,
      N_ ("The same by e-mail"), N_ ("ADDRESS") },
    { NULL },
  };
  /* clang-format on */
  DolenPublisher publisher = { 0 };
  DolenExportOptions chosen = { .publisher = &publisher };
  DolenExportReport report;

  if (!dolen_tool_parse (tool,
                         entries,
                         _ ("FOLDER"),
                         _ ("Writes pages of Open Referral UK 3.0 that any web server can serve."),
                         error)
      || !takes_one_path (tool, error))
    return FALSE;
  directory = open_for_sources (tool, names, &uids, error);
  publisher = (DolenPublisher){ name, name, phone, email };
  chosen.sources = (const char *const *) uids;
  if (directory == NULL || !dolen_publish (directory, tool->arguments[1], &chosen, &report, error))
    return FALSE;
  print_report (tool, &report);
  return TRUE;
}
