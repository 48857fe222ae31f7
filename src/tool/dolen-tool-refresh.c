/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/alike/dolen-alike.h"
#include "directory/dolen-merge-list.h"
#include "directory/dolen-stayed.h"
#include "directory/dolen-undo-import.h"
#include "exchange/feeds/dolen-feed.h"
#include "matching/dolen-lending.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>

/* refresh and undo: a feed read again, and what an import brought taken back. */

static gboolean
refresh_one (DolenTool *tool,
             DolenDirectory *directory,
             const DolenSource *source,
             const DolenFeedOptions *options,
             json_object *all,
             GError **error)
{
  g_autoptr (DolenFeedReport) report = NULL;
  g_autofree char *text = NULL, *json = NULL;
  json_object *object;

  if (!dolen_feed_refresh (directory, source->uid, options, &report, error)
      || !dolen_alike_renew (directory, NULL, options->cancellable, error))
    return FALSE;
  text = dolen_feed_report_sentences (report);
  json = dolen_feed_report_to_json (report);
  object = json_tokener_parse (json);
  dolen_tool_add_text (object, "source", source->name);
  json_object_array_add (all, object);
  if (!tool->json)
    printf ("%s\n%s\n", source->name, text);
  return TRUE;
}

/* One that fails does not keep the others from being read; the command fails then. */
static gboolean
refresh_all (DolenTool *tool,
             DolenDirectory *directory,
             const DolenFeedOptions *options,
             json_object *all,
             GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_directory_list_sources (directory, error);
  guint feeds = 0;

  for (guint i = 0; sources != NULL && i < sources->len; i++) {
    const DolenSource *source = g_ptr_array_index (sources, i);
    g_autoptr (GError) failed = NULL;

    if (!dolen_feed_is (source))
      continue;
    feeds++;
    if (refresh_one (tool, directory, source, options, all, &failed))
      continue;
    if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
    fprintf (stderr, "dolenctl: %s: %s\n", source->name, failed->message);
    tool->status = EXIT_FAILURE;
  }
  if (sources == NULL || feeds > 0)
    return sources != NULL;
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_FOUND,
                       /* Translators: what is in quotes is typed as it stands. */
                       _ ("There is no feed yet: add one with “dolenctl sources add”."));
  return FALSE;
}

static gboolean
refresh (DolenTool *tool, DolenFeedOptions *options, json_object *all, GError **error)
{
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, TRUE, error);
  g_autoptr (DolenTagger) tagger = NULL;
  g_autoptr (DolenSource) source = NULL;

  if (directory == NULL)
    return FALSE;
  tagger = dolen_lend_tagging (&options->hooks, error);
  if (tagger == NULL)
    return FALSE;
  if (tool->arguments[1] == NULL)
    return refresh_all (tool, directory, options, all, error);
  source = dolen_tool_find_source (directory, tool->arguments[1], error);
  return source != NULL && refresh_one (tool, directory, source, options, all, error);
}

gboolean
dolen_tool_refresh (DolenTool *tool, GError **error)
{
  DolenFeedOptions options = { 0 };
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "accept-loss", 0, 0, G_OPTION_ARG_NONE, &options.accept_loss,
      N_ ("Mark what is missing even where that is more than half"), NULL },
    { NULL },
  };
  /* clang-format on */
  json_object *all;
  gboolean ok;

  if (!dolen_tool_parse (tool,
                         entries,
                         _ ("[SOURCE]"),
                         _ ("Reads one feed, or all of them, again from their addresses."),
                         error))
    return FALSE;
  options.cancellable = g_cancellable_new (); /* the thread has it to the end */
  dolen_tool_cancel_on_interrupt (options.cancellable);
  all = json_object_new_array ();
  ok = refresh (tool, &options, all, error);
  if (ok && tool->json)
    dolen_tool_print_json (json_object_get (all));
  json_object_put (all);
  return ok;
}

/* @what: of the import or merge, for the line; @object: (transfer full): with what else is known.
 */
static void
print_entry (DolenTool *tool,
             json_object *all,
             json_object *object,
             gint64 id,
             gint64 at,
             gboolean undone,
             const char *what)
{
  g_autofree char *day = dolen_date_of_instant (at);

  json_object_object_add (object, "entry", json_object_new_int64 (id));
  dolen_tool_add_text (object, "on", day);
  json_object_object_add (object, "undone", json_object_new_boolean (undone));
  json_object_array_add (all, object);
  if (!tool->json)
    printf ("%6" G_GINT64_FORMAT "  %s  %s%s\n", id, day, what, undone ? _ (" (undone)") : "");
}

static void
print_import (DolenTool *tool, json_object *all, const DolenImportEntry *entry)
{
  json_object *object = json_object_new_object ();

  dolen_tool_add_text (object, "act", "import");
  dolen_tool_add_text (object, "source", entry->source_name);
  json_object_object_add (object, "undoable", json_object_new_boolean (entry->undoable));
  print_entry (tool,
               all,
               object,
               entry->id,
               entry->at,
               entry->undone,
               entry->source_name != NULL ? entry->source_name : "–");
}

/* A record that is not there any more has its id alone. */
static const char *
name_or_id (const DolenBilingual *name, const char *uid)
{
  if (dolen_bilingual_is_empty (name))
    return uid != NULL ? uid : "–";
  return dolen_bilingual_get (name, dolen_language_current ());
}

static void
print_merge (DolenTool *tool, json_object *all, const DolenMergeEntry *entry)
{
  json_object *object = json_object_new_object ();
  g_autofree char *what
      /* Translators: in a list of what can be undone. %1$s is the name of the record that went,
       * %2$s of the one that stayed. */
      = g_strdup_printf (_ ("“%1$s” merged into “%2$s”"),
                         name_or_id (&entry->gone_name, entry->gone_uid),
                         name_or_id (&entry->kept_name, entry->kept_uid));

  dolen_tool_add_text (object, "act", "merge");
  dolen_tool_add_text (object, "kind", entry->kind);
  dolen_tool_add_text (object, "kept", entry->kept_uid);
  dolen_tool_add_text (object, "gone", entry->gone_uid);
  json_object_object_add (object, "undoable", json_object_new_boolean (!entry->undone));
  print_entry (tool, all, object, entry->id, entry->at, entry->undone, what);
}

/* Imports and merges, the newest first as both lists are. */
static gboolean
print_undoable (DolenTool *tool,
                DolenDirectory *directory,
                const GPtrArray *imports,
                GError **error)
{
  g_autoptr (GPtrArray) merges = dolen_merge_list (directory, error);
  json_object *all;
  guint next = 0;

  if (merges == NULL)
    return FALSE;
  all = json_object_new_array ();
  for (guint i = 0; i <= imports->len; i++) {
    const DolenImportEntry *import = i < imports->len ? imports->pdata[i] : NULL;

    for (; next < merges->len; next++) {
      const DolenMergeEntry *merge = merges->pdata[next];

      if (import != NULL && merge->id < import->id)
        break;
      print_merge (tool, all, merge);
    }
    if (import != NULL)
      print_import (tool, all, import);
  }
  if (tool->json)
    dolen_tool_print_json (json_object_get (all));
  json_object_put (all);
  return TRUE;
}

static void
print_undone (DolenTool *tool, const DolenUndoReport *report)
{
  if (tool->json) {
    g_autofree char *json = dolen_undo_report_to_json (report);
    puts (json);
    return;
  }
  /* Translators: counts of records. */
  printf (_ ("As they were: %u; removed: %u; kept because somebody changed them since: %u\n"),
          report->restored,
          report->removed,
          report->kept->len);
  for (guint i = 0; i < report->kept->len; i++) {
    const DolenUndoKept *kept = g_ptr_array_index (report->kept, i);
    const char *name = dolen_bilingual_get (&kept->name, dolen_language_current ());
    printf ("    %s%s%s\n",
            name != NULL ? name : kept->record_uid,
            kept->fields != NULL ? ": " : "",
            kept->fields != NULL ? kept->fields : "");
  }
}

/* The entry named, or the newest import that can be undone. */
static gboolean
find_entry (DolenTool *tool, const GPtrArray *imports, gint64 *id, GError **error)
{
  guint64 number = 0;

  *id = 0;
  if (tool->arguments[1] != NULL) {
    if (!g_ascii_string_to_unsigned (tool->arguments[1], 10, 1, G_MAXINT64, &number, error))
      return FALSE;
    *id = (gint64) number;
    return TRUE;
  }
  for (guint i = imports->len; i > 0; i--) {
    const DolenImportEntry *entry = g_ptr_array_index (imports, i - 1);
    if (entry->undoable && !entry->undone)
      *id = entry->id;
  }
  if (*id > 0)
    return TRUE;
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no import to be undone."));
  return FALSE;
}

static gboolean
is_import (const GPtrArray *imports, gint64 id)
{
  for (guint i = 0; i < imports->len; i++)
    if (((const DolenImportEntry *) imports->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): "phone, fees": what was changed again since. */
static char *
list_fields (const GPtrArray *stayed)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < stayed->len; i++) {
    const DolenHistoryEntry *entry = g_ptr_array_index (stayed, i);

    g_string_append_printf (
        list, "%s%s", list->len > 0 ? ", " : "", entry->field != NULL ? entry->field : entry->act);
  }
  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

/* A single change: an edit, a merge of two records. */
static gboolean
undo_change (DolenTool *tool, DolenDirectory *directory, gint64 id, GError **error)
{
  gint64 entry = dolen_edit_undo (directory, id, NULL, error);
  g_autoptr (GPtrArray) stayed = NULL;
  g_autofree char *fields = NULL;

  if (entry == 0)
    return FALSE;
  /* It is undone, whatever can be told of it. */
  stayed = dolen_edit_list_stayed (directory, id, NULL);
  fields = stayed != NULL ? list_fields (stayed) : NULL;
  if (tool->json) {
    json_object *object = json_object_new_object ();
    json_object_object_add (object, "entry", json_object_new_int64 (entry));
    dolen_tool_add_text (object, "stayed", fields);
    dolen_tool_print_json (object);
  } else {
    puts (_ ("The change is undone."));
    if (fields != NULL) {
      printf (_ ("Changed again since, so left as it is: %s"), fields);
      putchar ('\n');
    }
  }
  return TRUE;
}

gboolean
dolen_tool_undo (DolenTool *tool, GError **error)
{
  gboolean list = FALSE;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "list", 'l', 0, G_OPTION_ARG_NONE, &list,
      N_ ("List the imports and the merges, and undo nothing"), NULL },
    { NULL },
  };
  /* clang-format on */
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (DolenUndoReport) report = NULL;
  gint64 id = 0;

  if (!dolen_tool_parse (
          tool,
          entries,
          _ ("[ENTRY]"),
          _ ("Takes a whole import back: the last one; or the change that has the number ENTRY."),
          error)
      || (directory = dolen_tool_open (tool, !list, error)) == NULL
      || (imports = dolen_directory_list_imports (directory, NULL, 0, error)) == NULL)
    return FALSE;
  if (list)
    return print_undoable (tool, directory, imports, error);
  if (!find_entry (tool, imports, &id, error))
    return FALSE;
  if (!is_import (imports, id))
    return undo_change (tool, directory, id, error);
  if (dolen_directory_undo_import (directory, id, NULL, &report, error) == 0)
    return FALSE;
  print_undone (tool, report);
  return TRUE;
}
