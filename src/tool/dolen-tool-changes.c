/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "directory/dolen-field-words.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* changes: suggested changes that wait for somebody, read in from a file, accepted or declined. */

typedef struct {
  char *accept;
  char *decline;
  char *undo;
  char *reason;
  char *by;
} Options;

static void
free_options (Options *options)
{
  g_free (options->accept);
  g_free (options->decline);
  g_free (options->undo);
  g_free (options->reason);
  g_free (options->by);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, free_options)

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, why);
  return FALSE;
}

/* ---- those that wait ---- */

static json_object *
describe (const DolenSuggestedChange *change)
{
  json_object *object = json_object_new_object ();

  dolen_tool_add_text (object, "id", change->uid);
  dolen_tool_add_text (object, "kind", change->kind);
  dolen_tool_add_text (object, "record", change->record_uid);
  dolen_tool_add_text (object, "name", change->name);
  dolen_tool_add_text (object, "field", change->field);
  dolen_tool_add_text (object, "now", change->now);
  dolen_tool_add_text (object, "value", change->value);
  dolen_tool_add_text (object, "was", change->was);
  dolen_tool_add_text (object, "would", change->would);
  dolen_tool_add_text (object, "note", change->note);
  dolen_tool_add_text (object, "by", change->by);
  dolen_tool_add_text (object, "on", change->on);
  return object;
}

static void
print_change (const DolenSuggestedChange *change)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *day = dolen_format_date (language, change->on);
  const char *nothing = dolen_text (language, "nothing");
  gboolean is_none = change->was == NULL || *change->was == '\0';
  gboolean will_be_none = change->would == NULL || *change->would == '\0';

  printf ("%s  %s\n", change->uid, change->name != NULL ? change->name : change->record_uid);
  printf ("    %s: %s → %s\n",
          dolen_field_label (change->field, language),
          is_none ? nothing : change->was,
          will_be_none ? nothing : change->would);
  printf ("    %s%s%s\n", day, change->by != NULL ? ", " : "", change->by ? change->by : "");
  if (change->note != NULL)
    printf ("    %s\n", change->note);
}

static gboolean
list (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, FALSE, error);
  g_autoptr (GPtrArray) changes
             = directory != NULL ? dolen_suggested_changes_list (directory, NULL, error) : NULL;
  json_object *all;

  if (changes == NULL)
    return FALSE;
  if (!tool->json && changes->len == 0)
    puts (_ ("No suggested change waits for anybody."));
  all = json_object_new_array ();
  for (guint i = 0; i < changes->len; i++)
    if (tool->json)
      json_object_array_add (all, describe (changes->pdata[i]));
    else
      print_change (changes->pdata[i]);
  if (tool->json)
    dolen_tool_print_json (json_object_get (all));
  json_object_put (all);
  return TRUE;
}

/* ---- deciding ---- */

static gboolean
decide (DolenTool *tool, const Options *options, GError **error)
{
  const DolenSuggestedDecision decision = { options->accept != NULL, options->reason, options->by };
  const char *uid = options->accept != NULL ? options->accept : options->decline;
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, TRUE, error);
  gint64 entry;

  if (directory == NULL)
    return FALSE;
  entry = options->undo != NULL
              ? dolen_suggested_change_undo (directory, options->undo, options->by, error)
              : dolen_suggested_change_decide (directory, uid, &decision, error);
  if (entry == 0)
    return FALSE;
  if (tool->json) {
    json_object *object = json_object_new_object ();

    json_object_object_add (object, "entry", json_object_new_int64 (entry));
    dolen_tool_print_json (object);
  } else if (options->undo != NULL) {
    puts (_ ("The change is undone."));
  } else {
    puts (decision.accept ? _ ("Suggestion accepted") : _ ("Suggestion declined"));
  }
  return TRUE;
}

/* ---- reading in ---- */

static void
print_counts (const DolenTool *tool, const DolenSuggestedCounts *counts)
{
  const struct {
    const char *key, *label;
    guint count;
  } lines[] = {
    { "added", _ ("Changes now in the queue"), counts->added },
    { "known", _ ("Read in before"), counts->known },
    { "done", _ ("Already as suggested"), counts->done },
    { "unknown", _ ("About a listing that is not here"), counts->unknown },
    { "kept_back", _ ("A place that is kept hidden, passed over"), counts->kept_back },
  };
  json_object *object = json_object_new_object ();

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    json_object_object_add (object, lines[i].key, json_object_new_int64 (lines[i].count));
    if (!tool->json)
      printf ("%6u  %s\n", lines[i].count, lines[i].label);
  }
  if (tool->json)
    dolen_tool_print_json (json_object_get (object));
  json_object_put (object);
}

static void
print_kept_back (const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    const DolenSuggestedChange *change = g_ptr_array_index (changes, i);

    if (change->kept_back)
      fprintf (stderr,
               "dolenctl: %s: %s\n",
               change->name != NULL ? change->name : change->record_uid,
               dolen_suggested_kept_back_text ());
  }
}

static gboolean
read_in (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_auto (GStrv) wrong = NULL;
  DolenSuggestedCounts counts;

  changes = dolen_suggested_changes_read (tool->arguments[1], &wrong, error);
  if (changes == NULL || (directory = dolen_tool_open (tool, TRUE, error)) == NULL
      || !dolen_suggested_changes_add (directory, changes, &counts, error))
    return FALSE;
  for (guint i = 0; wrong[i] != NULL; i++)
    fprintf (stderr, "dolenctl: %s\n", wrong[i]);
  print_kept_back (changes);
  print_counts (tool, &counts);
  return TRUE;
}

static gboolean
parse (DolenTool *tool, Options *options, GError **error)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "accept", 'a', 0, G_OPTION_ARG_STRING, &options->accept,
      N_ ("Write this suggestion into its listing"), N_ ("ID") },
    { "decline", 'x', 0, G_OPTION_ARG_STRING, &options->decline,
      N_ ("Leave the listing as it is"), N_ ("ID") },
    { "undo", 'u', 0, G_OPTION_ARG_STRING, &options->undo,
      N_ ("Take back what was decided on this suggestion"), N_ ("ID") },
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &options->reason,
      N_ ("Why, in words about the listing; never about a person"), N_ ("TEXT") },
    { "by", 'b', 0, G_OPTION_ARG_STRING, &options->by,
      N_ ("Who decides"), N_ ("NAME") },
    { NULL },
  };
  /* clang-format on */

  return dolen_tool_parse (tool,
                           entries,
                           _ ("[FILE]"),
                           _ ("Reads suggested changes into the queue; without a file it lists "
                              "those that wait for somebody."),
                           error);
}

gboolean
dolen_tool_changes (DolenTool *tool, GError **error)
{
  g_auto (Options) options = { 0 };
  guint acts, files;

  if (!parse (tool, &options, error))
    return FALSE;
  files = g_strv_length (tool->arguments) - 1;
  acts = (options.accept != NULL) + (options.decline != NULL) + (options.undo != NULL);
  if (files + acts > 1)
    /* Translators: the words with dashes are typed as they stand. */
    return refuse (error, _ ("changes takes one file, or one of --accept, --decline, --undo."));
  if (acts == 1)
    return decide (tool, &options, error);
  return files == 1 ? read_in (tool, error) : list (tool, error);
}
