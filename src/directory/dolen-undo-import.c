/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-undo-import.h"

#include "base/dolen-error.h"
#include "directory/dolen-history.h"
#include "directory/dolen-import-before.h"
#include "directory/dolen-record-rows.h"
#include "directory/dolen-worked-on.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beyond so many, all search rows anew are cheaper. */
#define FEW 500

/* One undoing under way. */
typedef struct {
  DolenDirectory *dir;
  gint64 history;
  const char *source_uid;
  GPtrArray *before;       /* of DolenBefore */
  GPtrArray *services;     /* of char*: whose search rows are to be written */
  DolenUndoReport *report; /* (owned) */
} Undo;

static void
kept_free (gpointer data)
{
  DolenUndoKept *kept = data;

  g_free (kept->kind);
  g_free (kept->record_uid);
  dolen_bilingual_clear (&kept->name);
  g_free (kept->fields);
  g_free (kept);
}

static DolenUndoReport *
report_new (void)
{
  DolenUndoReport *report = g_new0 (DolenUndoReport, 1);

  report->kept = g_ptr_array_new_with_free_func (kept_free);
  return report;
}

void
dolen_undo_report_free (DolenUndoReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->kept);
  g_free (report);
}

static void
add_text (json_object *object, const char *key, const char *text)
{
  json_object_object_add (object, key, text != NULL ? json_object_new_string (text) : NULL);
}

char *
dolen_undo_report_to_json (const DolenUndoReport *report)
{
  json_object *root = json_object_new_object ();
  json_object *kept = json_object_new_array ();
  char *json;

  for (guint i = 0; i < report->kept->len; i++) {
    const DolenUndoKept *one = g_ptr_array_index (report->kept, i);
    json_object *object = json_object_new_object ();

    add_text (object, "kind", one->kind);
    add_text (object, "uid", one->record_uid);
    add_text (object, "name", dolen_bilingual_get (&one->name, DOLEN_LANGUAGE_EN));
    add_text (object, "fields", one->fields);
    json_object_array_add (kept, object);
  }
  json_object_object_add (root, "restored", json_object_new_int64 (report->restored));
  json_object_object_add (root, "removed", json_object_new_int64 (report->removed));
  json_object_object_add (root, "kept", kept);
  json = g_strdup (json_object_to_json_string_ext (
      root, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (root);
  return json;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, why);
  return FALSE;
}

static void
take_count (DolenRow *row, gpointer count)
{
  *(gint64 *) count = dolen_row_take_int (row);
}

static gboolean
check (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error)
{
  gint64 later = 0;

  if (g_strcmp0 (entry->act, "import") != 0)
    return refuse (error, _ ("This change is not an import."));
  if (entry->undone)
    return refuse (error, _ ("This change was undone already."));
  if (!dolen_directory_each (dir,
                             "SELECT count(*) FROM history h WHERE h.act = 'import' AND h.id > ?1"
                             " AND h.record_uid = (SELECT record_uid FROM history WHERE id = ?1)"
                             " AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.id)",
                             entry->id,
                             take_count,
                             &later,
                             error))
    return FALSE;
  return later == 0
         || refuse (error, _ ("A later import of the same source must be undone first."));
}

static void
keep (Undo *undo, const DolenBefore *before, GPtrArray *fields)
{
  static const char *const names[][2] = {
    { "service", "SELECT name_en, name_cy FROM service WHERE uid = ?" },
    { "organisation", "SELECT name_en, name_cy FROM organisation WHERE uid = ?" },
    { "venue", "SELECT name_en, name_cy FROM venue WHERE uid = ?" },
  };
  DolenUndoKept *kept = g_new0 (DolenUndoKept, 1);
  DolenRow row;
  gboolean found = FALSE;

  kept->kind = g_strdup (before->kind);
  kept->record_uid = g_strdup (before->uid);
  if (fields != NULL) {
    g_ptr_array_add (fields, NULL);
    kept->fields = g_strjoinv (", ", (char **) fields->pdata);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    if (strcmp (names[i][0], before->kind) != 0
        || !dolen_directory_row (undo->dir, names[i][1], &row, NULL))
      continue;
    dolen_row_put_text (&row, before->uid);
    if (dolen_statement_step (row.statement, &found, NULL) && found) {
      dolen_bilingual_load (&kept->name,
                            dolen_statement_get_text (row.statement, 0),
                            DOLEN_TEXT_GIVEN,
                            dolen_statement_get_text (row.statement, 1),
                            DOLEN_TEXT_GIVEN);
      dolen_statement_reset (row.statement);
    }
  }
  g_ptr_array_add (undo->report->kept, kept);
}

/* What the curators never see by these names, or a tagger has since written anew. */
static void
leave_out_inner (GPtrArray *fields)
{
  static const char *const inner[] = { "field_edit", "source_record", "tag" };

  for (guint i = fields->len; i > 0; i--)
    for (gsize k = 0; k < G_N_ELEMENTS (inner); k++)
      if (strcmp (g_ptr_array_index (fields, i - 1), inner[k]) == 0) {
        g_ptr_array_remove_index (fields, i - 1);
        break;
      }
}

static gboolean
exists (Undo *undo, const DolenBefore *before, gint64 *id, GError **error)
{
  if (strcmp (before->kind, "service") == 0)
    return dolen_directory_find_id (
        undo->dir, "SELECT id FROM service WHERE uid = ?1", before->uid, id, error);
  if (strcmp (before->kind, "organisation") == 0)
    return dolen_directory_find_id (
        undo->dir, "SELECT id FROM organisation WHERE uid = ?1", before->uid, id, error);
  return dolen_directory_find_id (
      undo->dir, "SELECT id FROM venue WHERE uid = ?1", before->uid, id, error);
}

static void
take_uid (DolenRow *row, gpointer uids)
{
  g_ptr_array_add (uids, dolen_row_take_text (row));
}

/* Whose words in the search change with this record. */
static gboolean
remember_services (Undo *undo, const DolenBefore *before, gint64 id, GError **error)
{
  const char *sql = strcmp (before->kind, "service") == 0 ? "SELECT uid FROM service WHERE id = ?1"
                    : strcmp (before->kind, "organisation") == 0
                        ? "SELECT uid FROM service WHERE organisation = ?1"
                        : "SELECT uid FROM service WHERE id IN"
                          " (SELECT service FROM service_venue WHERE venue = ?1)";

  return dolen_directory_each (undo->dir, sql, id, take_uid, undo->services, error);
}

/* What the tagger proposed for the text that goes now; it proposes again for the one that comes. */
static gboolean
clear_proposals (Undo *undo, gint64 service, GError **error)
{
  return dolen_directory_run (undo->dir,
                              "DELETE FROM tag WHERE service = ?1 AND state = 'proposed'"
                              " AND tagger > 0",
                              service,
                              error);
}

static gboolean
restore (Undo *undo, const DolenBefore *before, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  json_object *difference;
  gint64 id = 0;
  gboolean ok;

  if (!exists (undo, before, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE; /* removed since: that was somebody's wish too */
  difference = json_tokener_parse (before->difference);
  ok = (strcmp (before->kind, "service") != 0
        || json_object_object_get (json_object_object_get (difference, "parts"), "tag") == NULL
        || clear_proposals (undo, id, error))
       && dolen_record_rows_take_back (
           undo->dir, before->kind, before->uid, difference, fields, error);
  json_object_put (difference);
  leave_out_inner (fields);
  undo->report->restored++;
  if (ok && fields->len > 0)
    keep (undo, before, fields);
  return ok && remember_services (undo, before, id, error);
}

static gboolean
forget_provenance (Undo *undo, const char *uid, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          undo->dir, "DELETE FROM source_record WHERE record_uid = ?", &row, error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  if (!dolen_statement_run (row.statement, error)
      || !dolen_directory_row (
          undo->dir, "DELETE FROM field_edit WHERE record_uid = ?", &row, error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  return dolen_statement_run (row.statement, error);
}

/* Something else hangs on it still: it stays without a word. */
static gboolean
is_used (Undo *undo, const DolenBefore *before, gint64 *used, GError **error)
{
  *used = 0;
  if (strcmp (before->kind, "organisation") == 0)
    return dolen_directory_find_id (undo->dir,
                                    "SELECT EXISTS (SELECT 1 FROM service WHERE organisation ="
                                    " (SELECT id FROM organisation WHERE uid = ?1))",
                                    before->uid,
                                    used,
                                    error);
  if (strcmp (before->kind, "venue") == 0)
    return dolen_directory_find_id (undo->dir,
                                    "SELECT EXISTS (SELECT 1 FROM service_venue WHERE venue ="
                                    " (SELECT id FROM venue WHERE uid = ?1))",
                                    before->uid,
                                    used,
                                    error);
  return TRUE;
}

static gboolean
delete_record (Undo *undo, const DolenBefore *before, gint64 id, GError **error)
{
  if (strcmp (before->kind, "service") == 0)
    return dolen_directory_delete_service (undo->dir, before->uid, error);
  if (strcmp (before->kind, "organisation") == 0)
    return dolen_directory_delete_organisation (undo->dir, before->uid, error);
  return dolen_directory_run (undo->dir, "DELETE FROM venue WHERE id = ?1", id, error);
}

static gboolean
remove_new (Undo *undo, const DolenBefore *before, GError **error)
{
  gboolean worked_on = FALSE;
  gint64 id = 0, used = 0;

  if (!exists (undo, before, &id, error))
    return FALSE;
  if (id == 0) /* removed since, or with its service */
    return forget_provenance (undo, before->uid, error);
  if (!dolen_record_worked_on (
          undo->dir, before->uid, undo->history, undo->source_uid, &worked_on, error)
      || !is_used (undo, before, &used, error))
    return FALSE;
  if (worked_on)
    keep (undo, before, NULL);
  if (worked_on || used)
    return TRUE;
  undo->report->removed++;
  return delete_record (undo, before, id, error) && forget_provenance (undo, before->uid, error);
}

/* First what was there is as it was, then what came goes: services before what they hang on. */
static gboolean
take_back (Undo *undo, GError **error)
{
  static const char *const order[] = { "service", "organisation", "venue" };

  for (guint i = 0; i < undo->before->len; i++) {
    const DolenBefore *before = g_ptr_array_index (undo->before, i);
    if (before->difference != NULL && !restore (undo, before, error))
      return FALSE;
  }
  for (gsize kind = 0; kind < G_N_ELEMENTS (order); kind++)
    for (guint i = 0; i < undo->before->len; i++) {
      const DolenBefore *before = g_ptr_array_index (undo->before, i);
      if (before->difference == NULL && strcmp (before->kind, order[kind]) == 0
          && !remove_new (undo, before, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_search (Undo *undo, GError **error)
{
  gboolean few = undo->services->len <= FEW;

  for (guint i = 0; i < undo->services->len; i++) {
    gint64 id = 0;
    if (!dolen_directory_find_id (undo->dir,
                                  "SELECT id FROM service WHERE uid = ?1",
                                  g_ptr_array_index (undo->services, i),
                                  &id,
                                  error)
        || (id > 0
            && !(few ? dolen_search_write_edited (undo->dir, id, error)
                     : dolen_search_read_edited (undo->dir, id, error))))
      return FALSE;
  }
  return few || dolen_directory_rebuild_search (undo->dir, error);
}

/* The source is as before too: what its server said of unchanged pages no longer holds, and a file
 * that brought nothing else is unknown again. */
static gboolean
restore_source (Undo *undo, GError **error)
{
#define UID "(SELECT record_uid FROM history WHERE id = ?1)"
  static const char *const statements[] = {
    "DELETE FROM source_page WHERE source = (SELECT id FROM source WHERE uid = " UID ")",
    "UPDATE source SET last_import_at = (SELECT max (at) FROM history h WHERE h.record_uid = " UID
    "  AND h.act = 'import' AND h.id <> ?1 AND NOT EXISTS"
    "  (SELECT 1 FROM history u WHERE u.undoes = h.id)) WHERE uid = " UID,
    "UPDATE source SET first_import_at = NULL WHERE uid = " UID " AND last_import_at IS NULL",
    "DELETE FROM source WHERE uid = " UID " AND kind = 'file' AND last_import_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM source_record WHERE source = source.id)",
    "DELETE FROM import_before WHERE history = ?1",
  };
#undef UID

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!dolen_directory_run (undo->dir, statements[i], undo->history, error))
      return FALSE;
  return TRUE;
}

static gint64
add_entry (Undo *undo, const char *who, GError **error)
{
  g_autofree char *after = dolen_undo_report_to_json (undo->report);
  DolenHistoryEntry entry = {
    .who = (char *) who,
    .act = (char *) "undo",
    .kind = (char *) "source",
    .record_uid = (char *) undo->source_uid,
    .after = after,
    .undoes = undo->history,
  };

  return dolen_history_add (undo->dir, &entry, error);
}

static gint64
run (Undo *undo, const char *who, GError **error)
{
  undo->before = dolen_import_before_list (undo->dir, undo->history, error);
  if (undo->before == NULL)
    return 0;
  if (undo->before->len == 0) {
    refuse (error, _ ("What this import changed is not kept any more."));
    return 0;
  }
  if (!take_back (undo, error) || !write_search (undo, error) || !restore_source (undo, error))
    return 0;
  return add_entry (undo, who, error);
}

gint64
dolen_directory_undo_import (DolenDirectory *dir,
                             gint64 history_id,
                             const char *who,
                             DolenUndoReport **report,
                             GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autoptr (DolenHistoryEntry) entry = NULL;
  Undo undo = { .dir = dir, .history = history_id };
  gint64 id;

  if (transaction == NULL || (entry = dolen_history_get (dir, history_id, error)) == NULL
      || !check (dir, entry, error))
    return 0;
  undo.source_uid = entry->record_uid;
  undo.services = g_ptr_array_new_with_free_func (g_free);
  undo.report = report_new ();
  id = run (&undo, who, error);
  if (id > 0 && !dolen_transaction_commit (transaction, error))
    id = 0;
  if (id > 0 && report != NULL)
    *report = g_steal_pointer (&undo.report);
  dolen_undo_report_free (undo.report);
  g_clear_pointer (&undo.before, g_ptr_array_unref);
  g_ptr_array_unref (undo.services);
  return id;
}

void
dolen_import_entry_free (DolenImportEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->source_name);
  g_free (entry->who);
  g_free (entry->report);
  g_free (entry);
}

static void
take_import (DolenRow *row, GPtrArray *entries)
{
  DolenImportEntry *entry = g_new0 (DolenImportEntry, 1);

  entry->id = dolen_row_take_int (row);
  entry->at = dolen_row_take_int (row);
  entry->who = dolen_row_take_text (row);
  entry->report = dolen_row_take_text (row);
  entry->undone = dolen_row_take_int (row) != 0;
  entry->undoable = dolen_row_take_int (row) != 0;
  entry->source_name = dolen_row_take_text (row);
  g_ptr_array_add (entries, entry);
}

GPtrArray *
dolen_directory_list_imports (DolenDirectory *dir,
                              const char *source_uid,
                              guint limit,
                              GError **error)
{
  g_autoptr (GPtrArray) entries
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_import_entry_free);
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (
          dir,
          "SELECT h.id, h.at, h.who, h.after, EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.id),"
          " EXISTS (SELECT 1 FROM import_before b WHERE b.history = h.id)"
          "  AND NOT EXISTS (SELECT 1 FROM history l WHERE l.record_uid = h.record_uid"
          "   AND l.act = 'import' AND l.id > h.id"
          "   AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = l.id))"
          ", (SELECT name FROM source WHERE uid = h.record_uid)"
          " FROM history h WHERE h.act = 'import' AND (?1 IS NULL OR h.record_uid = ?1)"
          " ORDER BY h.id DESC LIMIT ?2",
          &row,
          error))
    return NULL;
  dolen_row_put_text (&row, source_uid);
  dolen_row_put_int (&row, limit > 0 ? (gint64) limit : -1);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return g_steal_pointer (&entries);
    row.n = 0;
    take_import (&row, entries);
  }
  return NULL;
}
