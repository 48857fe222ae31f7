/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-clashes.h"

#include "base/dolen-error.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-history.h"

#include <glib/gi18n-lib.h>
#include <json-c/json.h>

#define ACT "settle-clash"

void
dolen_clash_free (DolenClash *clash)
{
  if (clash == NULL)
    return;
  g_free (clash->kind);
  g_free (clash->record_uid);
  g_free (clash->field);
  dolen_bilingual_clear (&clash->name);
  g_free (clash->ours);
  g_free (clash->theirs);
  g_free (clash->source_name);
  g_free (clash);
}

/* What the table keeps of an edit; what stands here is in the record itself. */
static void
take_clash (DolenRow *row, gpointer clashes)
{
  DolenClash *clash = g_new0 (DolenClash, 1);

  clash->kind = dolen_row_take_text (row);
  clash->record_uid = dolen_row_take_text (row);
  clash->field = dolen_row_take_text (row);
  clash->theirs = dolen_row_take_text (row);
  clash->edited_at = dolen_row_take_int (row);
  clash->feed_changed_at = dolen_row_take_int (row);
  clash->source_name = dolen_row_take_text (row);
  g_ptr_array_add (clashes, clash);
}

/* @there: (out): FALSE where the record was removed since. */
static gboolean
complete_clash (DolenDirectory *dir, DolenClash *clash, gboolean *there, GError **error)
{
  g_auto (DolenEditRecord) record = { 0 };
  g_autoptr (GError) missing = NULL;
  const DolenBilingual *name;

  *there = dolen_edit_record_load (dir, clash->kind, clash->record_uid, &record, &missing)
           && dolen_edit_record_has (&record, clash->field);
  if (missing != NULL && !g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  if (!*there)
    return TRUE;
  clash->ours = dolen_edit_record_get (&record, clash->field);
  clash->hidden
      = g_strcmp0 (clash->kind, "venue") == 0 && ((const DolenVenue *) record.record)->hide_address;
  name = dolen_field_get_bilingual (clash->kind, record.record, "name_en");
  if (name != NULL)
    dolen_bilingual_load (&clash->name, name->en, name->en_state, name->cy, name->cy_state);
  return TRUE;
}

static gboolean
complete_all (DolenDirectory *dir, GPtrArray *clashes, GError **error)
{
  for (guint i = clashes->len; i > 0; i--) {
    gboolean there = FALSE;

    if (!complete_clash (dir, g_ptr_array_index (clashes, i - 1), &there, error))
      return FALSE;
    if (!there)
      g_ptr_array_remove_index (clashes, i - 1);
  }
  return TRUE;
}

/* A venue comes with the services that are there. */
#define OF_RECORD                                                                                  \
  "(r.record_uid = e.record_uid OR r.record_uid IN (SELECT v.uid FROM service v"                   \
  "  JOIN service_venue sv ON sv.service = v.id"                                                   \
  "  WHERE sv.venue = (SELECT id FROM venue WHERE uid = e.record_uid)))"
#define IS_THERE                                                                                   \
  "(EXISTS (SELECT 1 FROM service WHERE uid = e.record_uid)"                                       \
  " OR EXISTS (SELECT 1 FROM organisation WHERE uid = e.record_uid)"                               \
  " OR EXISTS (SELECT 1 FROM venue WHERE uid = e.record_uid))"

GPtrArray *
dolen_directory_list_clashes (DolenDirectory *dir,
                              const char *record_uid,
                              guint limit,
                              GError **error)
{
  g_autoptr (GPtrArray) clashes
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_clash_free);
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (
          dir,
          "SELECT e.kind, e.record_uid, e.field, e.feed_value, e.edited_at, e.feed_changed_at,"
          " (SELECT s.name FROM source_record r JOIN source s ON s.id = r.source"
          "  WHERE " OF_RECORD " ORDER BY r.id DESC LIMIT 1)"
          " FROM field_edit e WHERE e.feed_changed_at IS NOT NULL"
          " AND (?1 IS NULL OR e.record_uid = ?1) ORDER BY e.feed_changed_at, e.id LIMIT ?2",
          &row,
          error))
    return NULL;
  dolen_row_put_text (&row, record_uid);
  dolen_row_put_int (&row, limit > 0 ? (gint64) limit : -1);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return complete_all (dir, clashes, error) ? g_steal_pointer (&clashes) : NULL;
    row.n = 0;
    take_clash (&row, clashes);
  }
  return NULL;
}

gboolean
dolen_directory_count_clashes (DolenDirectory *dir,
                               const char *source_uid,
                               guint *n,
                               GError **error)
{
  gint64 count = 0;

  if (!dolen_directory_find_id (
          dir,
          "SELECT count(*) FROM field_edit e WHERE e.feed_changed_at IS NOT NULL AND " IS_THERE
          " AND (?1 IS NULL"
          " OR EXISTS (SELECT 1 FROM source_record r JOIN source s ON s.id = r.source"
          "  WHERE " OF_RECORD " AND s.uid = ?1))",
          source_uid,
          &count,
          error))
    return FALSE;
  *n = (guint) count;
  return TRUE;
}

/* The row of an edit, as the history keeps it. */
typedef struct {
  char *feed_value;
  char *base_value;
  gint64 edited_at;
  gint64 feed_changed_at;
  gboolean found;
} Edit;

static void
edit_clear (Edit *edit)
{
  g_free (edit->feed_value);
  g_free (edit->base_value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static gboolean
find_edit (DolenDirectory *dir, const char *uid, const char *field, Edit *edit, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "SELECT feed_value, base_value, edited_at, feed_changed_at"
                            " FROM field_edit WHERE record_uid = ? AND field = ?"
                            " AND feed_changed_at IS NOT NULL",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  dolen_row_put_text (&row, field);
  if (!dolen_statement_step (row.statement, &edit->found, error))
    return FALSE;
  if (edit->found) {
    row.n = 0;
    edit->feed_value = dolen_row_take_text (&row);
    edit->base_value = dolen_row_take_text (&row);
    edit->edited_at = dolen_row_take_int (&row);
    edit->feed_changed_at = dolen_row_take_int (&row);
    dolen_statement_reset (row.statement);
    return TRUE;
  }
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_FOUND,
                       _ ("There is no such clash: it was settled, or the feed took its change "
                          "back."));
  return FALSE;
}

static void
add_text (json_object *object, const char *key, const char *text)
{
  json_object_object_add (object, key, text != NULL ? json_object_new_string (text) : NULL);
}

/* (transfer full): what dolen_edit_undo() reads, with the edit beside it. */
static char *
describe (const DolenEditRecord *record, const char *field, const Edit *edit)
{
  g_autofree char *value = dolen_edit_record_describe (record, field);
  json_object *object = json_tokener_parse (value);
  json_object *kept = json_object_new_object ();
  char *json;

  add_text (kept, "feed_value", edit->feed_value);
  add_text (kept, "base_value", edit->base_value);
  json_object_object_add (kept, "edited_at", json_object_new_int64 (edit->edited_at));
  json_object_object_add (kept, "feed_changed_at", json_object_new_int64 (edit->feed_changed_at));
  json_object_object_add (object, "edit", kept);
  json = g_strdup (json_object_to_json_string_ext (
      object, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (object);
  return json;
}

static gboolean
keep_ours (DolenDirectory *dir, const char *uid, const char *field, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "UPDATE field_edit SET feed_changed_at = NULL, base_value = NULL"
                            " WHERE record_uid = ? AND field = ?",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  dolen_row_put_text (&row, field);
  return dolen_statement_run (row.statement, error);
}

/* A text that a feed says is given, not checked. */
static gboolean
take_theirs (DolenDirectory *dir,
             DolenEditRecord *record,
             const char *field,
             const char *theirs,
             GError **error)
{
  DolenBilingual *text = dolen_field_get_bilingual (record->kind, record->record, field);

  if (!dolen_edit_record_put (dir, record, field, theirs, error))
    return FALSE;
  if (text != NULL && theirs != NULL) {
    if (g_str_has_suffix (field, "_cy"))
      text->cy_state = DOLEN_TEXT_GIVEN;
    else
      text->en_state = DOLEN_TEXT_GIVEN;
  }
  return dolen_edit_record_save (dir, record, error)
         && dolen_field_forget_edit (dir, record->uid, field, error);
}

gint64
dolen_clash_settle (DolenDirectory *dir,
                    const char *kind,
                    const char *uid,
                    const char *field,
                    DolenClashChoice choice,
                    const char *who,
                    GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_auto (DolenEditRecord) record = { 0 };
  g_auto (Edit) edit = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  DolenHistoryEntry entry = { 0 };
  gint64 id;

  if (transaction == NULL || !find_edit (dir, uid, field, &edit, error)
      || !dolen_edit_record_load (dir, kind, uid, &record, error))
    return 0;
  before = describe (&record, field, &edit);
  if (choice == DOLEN_CLASH_KEEP_OURS ? !keep_ours (dir, uid, field, error)
                                      : !take_theirs (dir, &record, field, edit.feed_value, error))
    return 0;
  after = dolen_edit_record_describe (&record, field);
  entry = (DolenHistoryEntry){
    .who = (char *) who,
    .act = (char *) ACT,
    .kind = (char *) kind,
    .record_uid = (char *) uid,
    .field = (char *) field,
    .before = before,
    .after = after,
  };
  id = dolen_history_add (dir, &entry, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

static gboolean
put_edit (DolenDirectory *dir, const DolenHistoryEntry *entry, json_object *kept, GError **error)
{
  json_object *feed_value = json_object_object_get (kept, "feed_value");
  json_object *base_value = json_object_object_get (kept, "base_value");
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "INSERT OR REPLACE INTO field_edit (kind, record_uid, field,"
                            " feed_value, base_value, edited_at, feed_changed_at)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, entry->kind);
  dolen_row_put_text (&row, entry->record_uid);
  dolen_row_put_text (&row, entry->field);
  dolen_row_put_text (&row, feed_value ? json_object_get_string (feed_value) : NULL);
  dolen_row_put_text (&row, base_value ? json_object_get_string (base_value) : NULL);
  dolen_row_put_int (&row, json_object_get_int64 (json_object_object_get (kept, "edited_at")));
  dolen_row_put_int (&row,
                     json_object_get_int64 (json_object_object_get (kept, "feed_changed_at")));
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_clash_restore (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error)
{
  json_object *object, *kept;
  gboolean ok = TRUE;

  if (g_strcmp0 (entry->act, ACT) != 0)
    return TRUE;
  object = json_tokener_parse (entry->before);
  kept = json_object_object_get (object, "edit");
  if (json_object_is_type (kept, json_type_object))
    ok = put_edit (dir, entry, kept, error);
  json_object_put (object);
  return ok;
}
