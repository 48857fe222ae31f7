/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-feed-sources.h"
#include "directory/dolen-source-licence.h"
#include "exchange/feeds/dolen-feed.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* sources: where the directory's records come from. */

/* Under which licence a source gives what it gives. */
typedef struct {
  char *licence;
  char *attribution;
  gboolean keep_here;
  gboolean pass_on;
} Terms;

static void
free_terms (Terms *terms)
{
  g_free (terms->licence);
  g_free (terms->attribution);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Terms, free_terms)

static const char *const every_words[] = { "asked", "daily", "weekly", NULL };

static gint64
last_read (const DolenSource *source)
{
  return MAX (source->refreshed_at, source->last_import_at);
}

static void
print_licence (const DolenSource *source)
{
  g_auto (DolenSourceLicence) licence = { 0 };

  dolen_source_licence_read (&licence, source->settings);
  if (licence.licence != NULL)
    printf ("    %s\n", dolen_licence_name (licence.licence));
  if (licence.attribution != NULL)
    printf ("    %s\n", licence.attribution);
  if (licence.forbids_more)
    printf ("    %s\n", _ ("What came from it may not be passed on."));
}

static void
print_line (const DolenSource *source, const DolenSourceCounts *counts, const char *day)
{
  printf ("%s\n", source->name);
  /* Translators: of a source: counts of its services, of those not in it any more, and of clashes;
   * a date, or nothing. */
  printf (_ ("    services %u, not in it any more %u, clashes %u; last read %s\n"),
          counts->services,
          counts->gone,
          counts->clashes,
          day != NULL ? day : "–");
  if (source->address != NULL)
    printf ("    %s\n", source->address);
  print_licence (source);
}

static json_object *
describe (const DolenSource *source, const DolenSourceCounts *counts, const char *day)
{
  json_object *object = json_object_new_object ();
  g_auto (DolenFeedSettings) settings = { 0 };
  g_auto (DolenSourceLicence) licence = { 0 };

  dolen_feed_settings_read (&settings, source->settings);
  dolen_source_licence_read (&licence, source->settings);
  dolen_tool_add_text (object, "uid", source->uid);
  dolen_tool_add_text (object, "name", source->name);
  dolen_tool_add_text (object, "kind", source->kind);
  dolen_tool_add_text (object, "address", source->address);
  dolen_tool_add_text (object, "last_read", day);
  dolen_tool_add_text (object, "every", every_words[settings.every]);
  dolen_tool_add_text (object, "licence", licence.licence);
  dolen_tool_add_text (object, "attribution", licence.attribution);
  json_object_object_add (
      object, "forbids_republishing", json_object_new_boolean (licence.forbids_more));
  json_object_object_add (object, "complete", json_object_new_boolean (source->complete));
  json_object_object_add (object, "services", json_object_new_int64 (counts->services));
  json_object_object_add (object, "gone", json_object_new_int64 (counts->gone));
  json_object_object_add (object, "clashes", json_object_new_int64 (counts->clashes));
  return object;
}

static gboolean
list (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, FALSE, error);
  g_autoptr (GPtrArray) sources
             = directory != NULL ? dolen_directory_list_sources (directory, error) : NULL;
  json_object *all;
  gboolean ok = sources != NULL;

  if (!ok)
    return FALSE;
  all = json_object_new_array ();
  for (guint i = 0; ok && i < sources->len; i++) {
    const DolenSource *source = g_ptr_array_index (sources, i);
    g_autofree char *day
        = last_read (source) > 0 ? dolen_date_of_instant (last_read (source)) : NULL;
    DolenSourceCounts counts;

    ok = dolen_directory_count_source (directory, source->uid, &counts, error);
    json_object_array_add (all, describe (source, &counts, day));
    if (ok && !tool->json)
      print_line (source, &counts, day);
  }
  if (ok && tool->json)
    dolen_tool_print_json (json_object_get (all));
  else if (ok && sources->len == 0)
    puts (_ ("There is no source yet."));
  json_object_put (all);
  return ok;
}

static gboolean
wrong_use (GError **error, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, why);
  return FALSE;
}

static gboolean
read_every (const char *word, DolenFeedEvery *every, GError **error)
{
  *every = DOLEN_FEED_WHEN_ASKED;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; every_words[i] != NULL; i++)
    if (strcmp (word, every_words[i]) == 0) {
      *every = (DolenFeedEvery) i;
      return TRUE;
    }
  /* Translators: the words are typed as they stand. */
  return wrong_use (error, _ ("--every is followed by asked, daily or weekly."));
}

static gboolean
add (DolenTool *tool, gboolean http, const char *every, GError **error)
{
  char **arguments = tool->arguments;
  DolenFeedSettings settings = { .allow_http = http };
  g_autoptr (DolenDirectory) directory = NULL;
  g_autofree char *uid = NULL;

  if (g_strv_length (arguments) != 4)
    return wrong_use (error, _ ("A feed is added by its name and its address."));
  if (!read_every (every, &settings.every, error)
      || (directory = dolen_tool_open (tool, TRUE, error)) == NULL
      || (uid = dolen_feed_add (directory, arguments[2], arguments[3], &settings, NULL, error))
             == NULL)
    return FALSE;
  if (tool->json) {
    json_object *object = json_object_new_object ();
    dolen_tool_add_text (object, "uid", uid);
    dolen_tool_print_json (object);
  } else {
    /* Translators: what is in quotes is typed as it stands. */
    puts (_ ("It is added; nothing was read yet (“dolenctl refresh”)."));
  }
  return TRUE;
}

DolenSource *
dolen_tool_find_source (DolenDirectory *directory, const char *name, GError **error)
{
  g_autoptr (GError) failed = NULL;
  DolenSource *source = dolen_directory_find_source (directory, name, &failed);

  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (source == NULL)
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_FOUND,
                 /* Translators: what was typed as the name of a source. */
                 _ ("There is no source “%s”."),
                 name);
  return source;
}

static gboolean
remove_source (DolenTool *tool, gboolean keep, gboolean unedited, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenSource) source = NULL;
  guint removed = 0, kept = 0;

  if (g_strv_length (tool->arguments) != 3 || keep == unedited)
    return wrong_use (
        error,
        /* Translators: the words with dashes are typed as they stand. */
        _ ("A source is removed by its name, with --keep (its records stay as ours) or "
           "--unedited (those nobody here worked on go with it)."));
  directory = dolen_tool_open (tool, TRUE, error);
  source = directory != NULL ? dolen_tool_find_source (directory, tool->arguments[2], error) : NULL;
  if (source == NULL
      || !dolen_directory_remove_source (directory,
                                         source->uid,
                                         keep ? DOLEN_REMOVE_KEEP : DOLEN_REMOVE_UNEDITED,
                                         NULL,
                                         &removed,
                                         &kept,
                                         error))
    return FALSE;
  dolen_feed_forget (source->uid, NULL);
  if (tool->json) {
    json_object *object = json_object_new_object ();
    json_object_object_add (object, "removed", json_object_new_int64 (removed));
    json_object_object_add (object, "kept", json_object_new_int64 (kept));
    dolen_tool_print_json (object);
  } else {
    /* Translators: counts of services. */
    printf (_ ("Services removed: %u; kept as ours: %u\n"), removed, kept);
  }
  return TRUE;
}

/* As it stands now, whatever of it was set. */
static void
print_terms (const DolenTool *tool, const DolenSource *source, const DolenSourceLicence *terms)
{
  const char *licence = dolen_licence_name (terms->licence);
  json_object *object;

  if (tool->json) {
    object = json_object_new_object ();
    dolen_tool_add_text (object, "source", source->name);
    dolen_tool_add_text (object, "licence", terms->licence);
    dolen_tool_add_text (object, "attribution", terms->attribution);
    json_object_object_add (
        object, "forbids_republishing", json_object_new_boolean (terms->forbids_more));
    dolen_tool_print_json (object);
    return;
  }
  puts (source->name);
  /* Translators: the licence of a source of listings, which nobody has told. */
  printf ("    %s\n", licence != NULL ? licence : _ ("No licence is known."));
  if (terms->attribution != NULL)
    printf ("    %s\n", terms->attribution);
  /* Translators: of what came from a source of listings. */
  printf ("    %s\n",
          terms->forbids_more ? _ ("What came from it may not be passed on.")
                              : _ ("What came from it may be passed on."));
}

/* What is not typed stays as it is; "" takes it away. */
static gboolean
set_licence (DolenTool *tool, const Terms *terms, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenSource) source = NULL;
  g_autoptr (DolenSource) now = NULL;
  g_auto (DolenSourceLicence) licence = { 0 };
  g_auto (DolenSourceLicence) set = { 0 };

  if (g_strv_length (tool->arguments) != 3 || (terms->keep_here && terms->pass_on))
    return wrong_use (
        error,
        /* Translators: the words with dashes are typed as they stand. */
        _ ("The licence of a source is set by its name, with --licence, --attribution, "
           "--keep-here (it may not be passed on) or --pass-on."));
  directory = dolen_tool_open (tool, TRUE, error);
  source = directory != NULL ? dolen_tool_find_source (directory, tool->arguments[2], error) : NULL;
  if (source == NULL)
    return FALSE;
  dolen_source_licence_read (&licence, source->settings);
  if (terms->licence != NULL) {
    g_free (licence.licence);
    licence.licence = g_strdup (terms->licence);
  }
  if (terms->attribution != NULL) {
    g_free (licence.attribution);
    licence.attribution = g_strdup (terms->attribution);
  }
  licence.forbids_more = terms->keep_here || (licence.forbids_more && !terms->pass_on);
  if (!dolen_source_licence_set (directory, source->uid, &licence, error)
      || (now = dolen_directory_get_source (directory, source->uid, error)) == NULL)
    return FALSE;
  dolen_source_licence_read (&set, now->settings);
  print_terms (tool, now, &set);
  return TRUE;
}

gboolean
dolen_tool_sources (DolenTool *tool, GError **error)
{
  g_auto (Terms) terms = { 0 };
  gboolean http = FALSE, keep = FALSE, unedited = FALSE;
  g_autofree char *every = NULL;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "every", 0, 0, G_OPTION_ARG_STRING, &every,
      N_ ("add: how often it is read by itself while Dolen runs"), N_ ("asked|daily|weekly") },
    { "http", 0, 0, G_OPTION_ARG_NONE, &http,
      N_ ("add: it may come unencrypted"), NULL },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &keep,
      N_ ("remove: its records stay, as ours"), NULL },
    { "unedited", 0, 0, G_OPTION_ARG_NONE, &unedited,
      N_ ("remove: records nobody here worked on go with it"), NULL },
    { "licence", 0, 0, G_OPTION_ARG_STRING, &terms.licence,
      N_ ("licence: such as OGL-UK-3.0, CC-BY-4.0, or in words"), N_ ("TEXT") },
    { "attribution", 0, 0, G_OPTION_ARG_STRING, &terms.attribution,
      N_ ("licence: what is to be said of where it comes from"), N_ ("TEXT") },
    { "keep-here", 0, 0, G_OPTION_ARG_NONE, &terms.keep_here,
      N_ ("licence: what came from it may not be passed on"), NULL },
    { "pass-on", 0, 0, G_OPTION_ARG_NONE, &terms.pass_on,
      N_ ("licence: it may be passed on after all"), NULL },
    { NULL },
  };
  /* clang-format on */
  const char *act;

  /* Translators: the words in small letters are typed as they stand. */
  if (!dolen_tool_parse (tool,
                         entries,
                         _ ("[add NAME ADDRESS | remove NAME | licence NAME]"),
                         _ ("Lists where the directory comes from, adds and removes feeds."),
                         error))
    return FALSE;
  act = tool->arguments[1];
  if (act == NULL)
    return list (tool, error);
  if (strcmp (act, "add") == 0)
    return add (tool, http, every, error);
  if (strcmp (act, "remove") == 0)
    return remove_source (tool, keep, unedited, error);
  if (strcmp (act, "licence") == 0)
    return set_licence (tool, &terms, error);
  /* Translators: the words in quotes are typed as they stand. */
  return wrong_use (error, _ ("After “sources” comes nothing, “add”, “remove” or “licence”."));
}
