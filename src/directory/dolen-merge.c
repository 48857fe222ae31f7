/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-merge.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-field-words.h"
#include "directory/dolen-history.h"
#include "directory/dolen-merge-fill.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <json-c/json.h>

/*
 * A merge is made of ordinary edits, each with its own entry of the history; the merge's entry
 * names them, and taking it back takes each of them back:
 * {"gone": uid, "entries": [ids], "taken": [names of fields and parts], "asked": [uids of
 *  worth_asking], "services": [uids], "merged": [uids]}
 * The last are the records that had gone into the one that goes: they follow it, so that a row of
 * "merged" always names a record that stays.
 */
typedef struct {
  DolenDirectory *dir;
  const char *kind;
  const char *kept;
  const char *gone;
  const char *who;
  json_object *entries, *taken, *asked, *services, *merged; /* (owned) */
} Merge;

static void
merge_clear (Merge *merge)
{
  json_object_put (merge->entries);
  json_object_put (merge->taken);
  json_object_put (merge->asked);
  json_object_put (merge->services);
  json_object_put (merge->merged);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, why);
  return FALSE;
}

char *
dolen_merged_into (DolenDirectory *dir, const char *uid, GError **error)
{
  DolenRow row;
  gboolean more = FALSE;
  char *kept = NULL;

  if (!dolen_directory_row (dir, "SELECT kept_uid FROM merged WHERE gone_uid = ?1", &row, error))
    return NULL;
  dolen_row_put_text (&row, uid);
  if (dolen_statement_step (row.statement, &more, error) && more)
    kept = dolen_statement_dup_text (row.statement, 0);
  dolen_statement_reset (row.statement);
  return kept;
}

static gboolean
may_merge (const Merge *merge, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *gone = NULL;

  if (g_str_equal (merge->kept, merge->gone))
    return refuse (error, _ ("A record cannot be merged with itself."));
  kept = dolen_merged_into (merge->dir, merge->kept, &failed);
  if (failed == NULL)
    gone = dolen_merged_into (merge->dir, merge->gone, &failed);
  if (failed != NULL) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  return (kept == NULL && gone == NULL) || refuse (error, _ ("One of the two was merged already."));
}

static gboolean
move_each (
    Merge *merge, const GPtrArray *uids, const char *move, json_object *moved, GError **error)
{
  DolenRow row;

  for (guint i = 0; i < uids->len; i++) {
    const char *uid = g_ptr_array_index (uids, i);

    if (!dolen_directory_row (merge->dir, move, &row, error))
      return FALSE;
    dolen_row_put_text (&row, merge->kept);
    dolen_row_put_text (&row, uid);
    dolen_row_put_text (&row, merge->gone);
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
    json_object_array_add (moved, json_object_new_string (uid));
  }
  return TRUE;
}

/* Runs @sql, which gives the uids of rows that are to move, and @move for each: ?1 the new owner,
 * ?2 the uid, ?3 the owner it has now. */
static gboolean
move_rows (Merge *merge, const char *sql, const char *move, json_object *moved, GError **error)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  gboolean more = FALSE;
  DolenRow row;

  if (!dolen_directory_row (merge->dir, sql, &row, error))
    return FALSE;
  dolen_row_put_text (&row, merge->gone);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return move_each (merge, uids, move, moved, error);
    g_ptr_array_add (uids, dolen_statement_dup_text (row.statement, 0));
  }
  return FALSE;
}

/* What is another's by now stays there. */
#define MOVE_QUESTION                                                                              \
  "UPDATE OR IGNORE worth_asking SET service = (SELECT id FROM service WHERE uid = ?1)"            \
  " WHERE uid = ?2 AND service = (SELECT id FROM service WHERE uid = ?3)"
#define MOVE_SERVICE                                                                               \
  "UPDATE service SET organisation = (SELECT id FROM organisation WHERE uid = ?1)"                 \
  " WHERE uid = ?2 AND organisation = (SELECT id FROM organisation WHERE uid = ?3)"
#define MOVE_MERGED "UPDATE merged SET kept_uid = ?1 WHERE gone_uid = ?2 AND kept_uid = ?3"

static gboolean
write_search_rows (DolenDirectory *dir, const char *organisation, GError **error)
{
  gint64 id = 0;

  return dolen_directory_find_id (
             dir, "SELECT id FROM organisation WHERE uid = ?1", organisation, &id, error)
         && dolen_search_write_organisation (dir, id, error);
}

/* Where nothing changes there is no entry. */
static gboolean
hide (Merge *merge, GError **error)
{
  gint64 id = dolen_edit_set_field (
      merge->dir, merge->kind, merge->gone, "do_not_list", "1", merge->who, error);

  if (id > 0)
    json_object_array_add (merge->entries, json_object_new_int64 (id));
  return id != 0;
}

static gboolean
merge_parts (Merge *merge, const DolenEditRecord *kept, const DolenEditRecord *gone, GError **error)
{
  const DolenMergeFill fill
      = { merge->dir, merge->kind, merge->who, kept, gone, merge->entries, merge->taken };

  if (!dolen_merge_fill (&fill, error))
    return FALSE;
  if (g_str_equal (merge->kind, "organisation"))
    return move_rows (merge,
                      "SELECT s.uid FROM service s JOIN organisation o ON o.id = s.organisation"
                      " WHERE o.uid = ?1",
                      MOVE_SERVICE,
                      merge->services,
                      error)
           && write_search_rows (merge->dir, merge->kept, error);
  return move_rows (merge,
                    "SELECT w.uid FROM worth_asking w JOIN service s ON s.id = w.service"
                    " WHERE s.uid = ?1 AND w.done_on IS NULL",
                    MOVE_QUESTION,
                    merge->asked,
                    error)
         && hide (merge, error);
}

static gboolean
note_merged (Merge *merge, GError **error)
{
  g_autofree char *today = dolen_date_today ();
  DolenRow row;

  if (!move_rows (merge,
                  "SELECT gone_uid FROM merged WHERE kept_uid = ?1 ORDER BY id",
                  MOVE_MERGED,
                  merge->merged,
                  error)
      || !dolen_directory_row (merge->dir,
                               "INSERT INTO merged (kind, gone_uid, kept_uid, on_date, who)"
                               " VALUES (?1, ?2, ?3, ?4, ?5)",
                               &row,
                               error))
    return FALSE;
  dolen_row_put_text (&row, merge->kind);
  dolen_row_put_text (&row, merge->gone);
  dolen_row_put_text (&row, merge->kept);
  dolen_row_put_text (&row, today);
  dolen_row_put_text (&row, merge->who);
  return dolen_statement_run (row.statement, error);
}

static char *
describe (const Merge *merge)
{
  json_object *all = json_object_new_object ();
  char *json;

  json_object_object_add (all, "gone", json_object_new_string (merge->gone));
  json_object_object_add (all, "entries", json_object_get (merge->entries));
  json_object_object_add (all, "taken", json_object_get (merge->taken));
  json_object_object_add (all, "asked", json_object_get (merge->asked));
  json_object_object_add (all, "services", json_object_get (merge->services));
  json_object_object_add (all, "merged", json_object_get (merge->merged));
  json = g_strdup (json_object_to_json_string_ext (all, JSON_C_TO_STRING_PLAIN));
  json_object_put (all);
  return json;
}

gint64
dolen_merge_records (DolenDirectory *dir,
                     const char *kind,
                     const char *kept,
                     const char *gone,
                     const char *who,
                     GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_auto (DolenEditRecord) one = { 0 };
  g_auto (DolenEditRecord) other = { 0 };
  g_auto (Merge) merge = { .dir = dir,
                           .kind = kind,
                           .kept = kept,
                           .gone = gone,
                           .who = who,
                           .entries = json_object_new_array (),
                           .taken = json_object_new_array (),
                           .asked = json_object_new_array (),
                           .services = json_object_new_array (),
                           .merged = json_object_new_array () };
  g_autofree char *after = NULL;
  DolenHistoryEntry entry = { .who = (char *) who,
                              .act = (char *) "merge",
                              .kind = (char *) kind,
                              .record_uid = (char *) kept,
                              .field = (char *) DOLEN_EDIT_MERGE };
  gint64 id;

  if (transaction == NULL || !may_merge (&merge, error)
      || !dolen_edit_record_load (dir, kind, kept, &one, error)
      || !dolen_edit_record_load (dir, kind, gone, &other, error)
      || !merge_parts (&merge, &one, &other, error) || !note_merged (&merge, error))
    return 0;
  after = describe (&merge);
  entry.after = after;
  id = dolen_history_add (dir, &entry, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

GPtrArray *
dolen_merge_list_taken (DolenDirectory *dir, gint64 entry_id, GError **error)
{
  g_autoptr (DolenHistoryEntry) entry = dolen_history_get (dir, entry_id, error);
  GPtrArray *names;
  json_object *all, *taken;

  if (entry == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  all = entry->after != NULL ? json_tokener_parse (entry->after) : NULL;
  taken = dolen_json_get (all, "taken");
  for (guint i = 0; json_object_is_type (taken, json_type_array) && i < dolen_json_length (taken);
       i++)
    g_ptr_array_add (names, g_strdup (json_object_get_string (dolen_json_at (taken, i))));
  json_object_put (all);
  return names;
}

char *
dolen_merge_taken_text (const GPtrArray *names, DolenLanguage language)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (names->len == 0)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (labels, (gpointer) dolen_field_label (g_ptr_array_index (names, i), language));
  g_ptr_array_add (labels, NULL);
  list = g_strjoinv (", ", (char **) labels->pdata);
  /* Translators: two records were made one: what the one that stays got from the other. %s is a
   * list of fields of a listing: "Telephone, Cost". */
  return g_strdup_printf (dolen_text (language, N_ ("Taken over: %s")), list);
}

/* What was changed again since stays as it is now. */
static gboolean
undo_entries (DolenDirectory *dir, json_object *entries, const char *who, GError **error)
{
  for (gsize i = json_object_array_length (entries); i > 0; i--) {
    gint64 id = json_object_get_int64 (json_object_array_get_idx (entries, i - 1));
    g_autoptr (GError) failed = NULL;

    if (dolen_edit_undo (dir, id, who, &failed) > 0
        || g_error_matches (failed, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED))
      continue;
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  return TRUE;
}

/* What a merge brings back, and between whom. */
typedef struct {
  DolenDirectory *dir;
  const char *gone;
  const char *now; /* where the merge put it, or what that went into since */
} Parting;

static gboolean
move_back (const Parting *parting, json_object *uids, const char *move, GError **error)
{
  for (gsize i = 0; i < json_object_array_length (uids); i++) {
    DolenRow row;

    if (!dolen_directory_row (parting->dir, move, &row, error))
      return FALSE;
    dolen_row_put_text (&row, parting->gone);
    dolen_row_put_text (&row, json_object_get_string (json_object_array_get_idx (uids, i)));
    dolen_row_put_text (&row, parting->now);
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
forget_merged (DolenDirectory *dir, const char *gone, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir, "DELETE FROM merged WHERE gone_uid = ?1", &row, error))
    return FALSE;
  dolen_row_put_text (&row, gone);
  return dolen_statement_run (row.statement, error);
}

static gboolean
is_readable (json_object *all, GError **error)
{
  static const char *const lists[] = { "entries", "asked", "services", "merged" };
  gboolean ok = json_object_is_type (json_object_object_get (all, "gone"), json_type_string);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    ok = ok && json_object_is_type (json_object_object_get (all, lists[i]), json_type_array);
  if (!ok)
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_CORRUPT,
                         _ ("What the history keeps of this change cannot be read."));
  return ok;
}

/* (transfer full): the record that @uid is now: itself, or what it went into. */
static char *
find_now (DolenDirectory *dir, const char *uid, GError **error)
{
  g_autoptr (GError) failed = NULL;
  char *kept = dolen_merged_into (dir, uid, &failed);

  if (failed == NULL)
    return kept != NULL ? kept : g_strdup (uid);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

static gboolean
undo_parts (DolenDirectory *dir,
            const DolenHistoryEntry *entry,
            json_object *all,
            const char *who,
            GError **error)
{
  const char *uid = json_object_get_string (json_object_object_get (all, "gone"));
  g_autofree char *now = find_now (dir, entry->record_uid, error);
  const Parting parting = { dir, uid, now };

  return now != NULL && forget_merged (dir, uid, error)
         && undo_entries (dir, json_object_object_get (all, "entries"), who, error)
         && move_back (&parting, json_object_object_get (all, "asked"), MOVE_QUESTION, error)
         && move_back (&parting, json_object_object_get (all, "services"), MOVE_SERVICE, error)
         && move_back (&parting, json_object_object_get (all, "merged"), MOVE_MERGED, error)
         && (!g_str_equal (entry->kind, "organisation")
             || (write_search_rows (dir, uid, error) && write_search_rows (dir, now, error)
                 && write_search_rows (dir, entry->record_uid, error)));
}

gboolean
dolen_merge_undo (DolenDirectory *dir,
                  const DolenHistoryEntry *entry,
                  const char *who,
                  GError **error)
{
  json_object *all = entry->after != NULL ? json_tokener_parse (entry->after) : NULL;
  gboolean ok;

  if (entry->after == NULL)
    return refuse (error, _ ("The records are apart again; please merge them anew."));
  ok = is_readable (all, error) && undo_parts (dir, entry, all, who, error);
  json_object_put (all);
  return ok;
}
