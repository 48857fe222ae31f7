/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-keeping-undo.h"

#include "base/dolen-error.h"
#include "directory/dolen-history.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

void
dolen_keeping_mark_clear (DolenKeepingMark *mark)
{
  g_clear_pointer (&mark->kind, g_free);
  g_clear_pointer (&mark->assigned_to, g_free);
  g_clear_pointer (&mark->due_on, g_free);
  g_clear_pointer (&mark->snoozed_until, g_free);
  g_clear_pointer (&mark->reason, g_free);
}

gboolean
dolen_keeping_mark_load (DolenDirectory *dir,
                         const char *record_uid,
                         const char *kind,
                         DolenKeepingMark *mark,
                         GError **error)
{
  DolenRow row;
  gboolean found = FALSE;

  mark->kind = g_strdup (kind);
  if (!dolen_directory_row (dir,
                            "SELECT assigned_to, due_on, snoozed_until, reason FROM queue_mark"
                            " WHERE record_uid = ? AND kind = ?",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, record_uid);
  dolen_row_put_text (&row, kind);
  if (!dolen_statement_step (row.statement, &found, error))
    return FALSE;
  row.n = 0;
  if (found) {
    mark->assigned_to = dolen_row_take_text (&row);
    mark->due_on = dolen_row_take_text (&row);
    mark->snoozed_until = dolen_row_take_text (&row);
    mark->reason = dolen_row_take_text (&row);
    dolen_statement_reset (row.statement);
  }
  return TRUE;
}

gboolean
dolen_keeping_mark_store (DolenDirectory *dir,
                          const char *record_uid,
                          const DolenKeepingMark *mark,
                          GError **error)
{
  gboolean empty = mark->assigned_to == NULL && mark->due_on == NULL && mark->snoozed_until == NULL;
  DolenRow row;

  if (!dolen_directory_row (dir,
                            empty ? "DELETE FROM queue_mark WHERE kind = ? AND record_uid = ?"
                                  : "INSERT OR REPLACE INTO queue_mark (kind, record_uid,"
                                    " assigned_to, due_on, snoozed_until, reason)"
                                    " VALUES (?, ?, ?, ?, ?, ?)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, mark->kind);
  dolen_row_put_text (&row, record_uid);
  if (!empty) {
    dolen_row_put_text (&row, mark->assigned_to);
    dolen_row_put_text (&row, mark->due_on);
    dolen_row_put_text (&row, mark->snoozed_until);
    dolen_row_put_text (&row, mark->reason);
  }
  return dolen_statement_run (row.statement, error);
}

static char *
finish (json_object *object)
{
  char *json = g_strdup (json_object_to_json_string_ext (
      object, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));

  json_object_put (object);
  return json;
}

char *
dolen_keeping_mark_json (const DolenKeepingMark *mark)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "kind", mark->kind);
  dolen_json_put_text (object, "assigned_to", mark->assigned_to);
  dolen_json_put_text (object, "due_on", mark->due_on);
  dolen_json_put_text (object, "snoozed_until", mark->snoozed_until);
  dolen_json_put_text (object, "reason", mark->reason);
  return finish (object);
}

/* What the history knows was here once. */
static void
say_not_found (DolenDirectory *dir, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) entries = dolen_directory_get_history (dir, uid, 1, NULL);

  if (entries != NULL && entries->len > 0)
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_NOT_FOUND,
                         _ ("That group is not in the directory any more."));
  else
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_FOUND,
                 _ ("There is no such service in the directory (%s)."),
                 uid);
}

char *
dolen_keeping_record_kind (DolenDirectory *dir, const char *uid, GError **error)
{
  gint64 service = 0, organisation = 0;

  if (!dolen_directory_find_id (dir, "SELECT id FROM service WHERE uid = ?1", uid, &service, error)
      || !dolen_directory_find_id (
          dir, "SELECT id FROM organisation WHERE uid = ?1", uid, &organisation, error))
    return NULL;
  if (service > 0 || organisation > 0)
    return g_strdup (service > 0 ? "service" : "organisation");
  say_not_found (dir, uid, error);
  return NULL;
}

/* ---- the state of a question or a suggestion ---- */

/* What hangs on one of them: where it is kept. */
typedef struct {
  const char *field;
  const char *read;  /* the state, the record's kind and uid, of the uid ?1 */
  const char *write; /* ?1 the state, ?2 the uid */
} State;

static const State states[] = {
  { DOLEN_KEEPING_QUESTION,
    "SELECT w.done_on, 'service', s.uid FROM worth_asking w JOIN service s ON s.id = w.service"
    " WHERE w.uid = ?1",
    "UPDATE worth_asking SET done_on = ?1 WHERE uid = ?2" },
  { DOLEN_KEEPING_SUGGESTION,
    "SELECT state, kind, record_uid FROM suggestion WHERE uid = ?1",
    "UPDATE suggestion SET state = ?1 WHERE uid = ?2" },
};

static const State *
find_state (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].field, field) == 0)
      return &states[i];
  return NULL;
}

static gboolean
read_state (DolenDirectory *dir,
            const State *state,
            const char *uid,
            char **value,
            DolenHistoryEntry *entry,
            GError **error)
{
  DolenRow row;
  gboolean found = FALSE;

  if (!dolen_directory_row (dir, state->read, &row, error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  if (!dolen_statement_step (row.statement, &found, error))
    return FALSE;
  if (!found) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("It is not in the directory any more."));
    return FALSE;
  }
  row.n = 0;
  *value = dolen_row_take_text (&row);
  entry->kind = dolen_row_take_text (&row);
  entry->record_uid = dolen_row_take_text (&row);
  dolen_statement_reset (row.statement);
  return TRUE;
}

static gboolean
write_state (
    DolenDirectory *dir, const State *state, const char *uid, const char *value, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir, state->write, &row, error))
    return FALSE;
  dolen_row_put_text (&row, value);
  dolen_row_put_text (&row, uid);
  return dolen_statement_run (row.statement, error);
}

static char *
state_json (const char *uid, const char *value)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "uid", uid);
  dolen_json_put_text (object, "state", value);
  return finish (object);
}

gint64
dolen_keeping_set_state (DolenDirectory *dir,
                         const char *field,
                         const char *uid,
                         const char *value,
                         const char *who,
                         GError **error)
{
  const State *state = find_state (field);
  g_autoptr (DolenHistoryEntry) entry = g_new0 (DolenHistoryEntry, 1);
  g_autofree char *old = NULL;

  if (!read_state (dir, state, uid, &old, entry, error)
      || !write_state (dir, state, uid, value, error))
    return 0;
  entry->who = g_strdup (who);
  entry->act = g_strdup (field);
  entry->field = g_strdup (field);
  entry->before = state_json (uid, old);
  entry->after = state_json (uid, value);
  return dolen_history_add (dir, entry, error);
}

/* ---- several at once ---- */

gint64
dolen_keeping_add_several (DolenDirectory *dir,
                           const char *act,
                           const char *kind,
                           const char *record_uid,
                           const GArray *entries,
                           const char *reason,
                           const char *who,
                           GError **error)
{
  json_object *object = json_object_new_object (), *list = json_object_new_array ();
  g_autofree char *after = NULL;
  DolenHistoryEntry entry = {
    .who = (char *) who,
    .act = (char *) act,
    .kind = (char *) kind,
    .record_uid = (char *) record_uid,
    .field = (char *) DOLEN_KEEPING_SEVERAL,
  };

  for (guint i = 0; i < entries->len; i++)
    json_object_array_add (list, json_object_new_int64 (g_array_index (entries, gint64, i)));
  json_object_object_add (object, "entries", list);
  dolen_json_put_text (object, "reason", reason);
  entry.after = after = finish (object);
  return dolen_history_add (dir, &entry, error);
}

/* ---- undoing ---- */

gboolean
dolen_keeping_knows (const char *field)
{
  return g_strcmp0 (field, DOLEN_KEEPING_MARK) == 0 || g_strcmp0 (field, DOLEN_KEEPING_SEVERAL) == 0
         || find_state (field) != NULL;
}

static gboolean
changed_since (GError **error)
{
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, _ ("It was changed again since."));
  return FALSE;
}

static void
read_mark (json_object *object, DolenKeepingMark *mark)
{
  mark->kind = dolen_json_get_line (object, "kind");
  mark->assigned_to = dolen_json_get_line (object, "assigned_to");
  mark->due_on = dolen_json_get_line (object, "due_on");
  mark->snoozed_until = dolen_json_get_line (object, "snoozed_until");
  mark->reason = dolen_json_get_line (object, "reason");
}

static gboolean
undo_mark (DolenDirectory *dir, const DolenHistoryEntry *entry, json_object *before, GError **error)
{
  g_auto (DolenKeepingMark) now = { 0 };
  g_auto (DolenKeepingMark) mark = { 0 };
  g_autofree char *json = NULL;

  read_mark (before, &mark);
  if (mark.kind == NULL)
    return dolen_history_damaged (error);
  if (!dolen_keeping_mark_load (dir, entry->record_uid, mark.kind, &now, error))
    return FALSE;
  json = dolen_keeping_mark_json (&now);
  if (g_strcmp0 (json, entry->after) != 0)
    return changed_since (error);
  return dolen_keeping_mark_store (dir, entry->record_uid, &mark, error);
}

static gboolean
undo_state (DolenDirectory *dir,
            const DolenHistoryEntry *entry,
            json_object *before,
            GError **error)
{
  const State *state = find_state (entry->field);
  g_autoptr (DolenHistoryEntry) found = g_new0 (DolenHistoryEntry, 1);
  g_autofree char *uid = dolen_json_get_line (before, "uid");
  g_autofree char *value = dolen_json_get_line (before, "state");
  g_autofree char *now = NULL;
  g_autofree char *json = NULL;

  if (uid == NULL)
    return dolen_history_damaged (error);
  if (!read_state (dir, state, uid, &now, found, error))
    return FALSE;
  json = state_json (uid, now);
  if (g_strcmp0 (json, entry->after) != 0)
    return changed_since (error);
  return write_state (dir, state, uid, value, error);
}

/* What was changed again since stays as it is now, and what was put back by itself stays put back.
 * Where nothing at all can be put back, that is why. */
static gboolean
undo_several (DolenDirectory *dir, json_object *after, const char *who, GError **error)
{
  json_object *list = dolen_json_get (after, "entries");
  guint n_back = 0;
  g_autoptr (GError) stays = NULL;

  for (guint i = dolen_json_length (list); i > 0; i--) {
    gint64 id = json_object_get_int64 (dolen_json_at (list, i - 1));
    g_autoptr (DolenHistoryEntry) entry = dolen_history_get (dir, id, error);
    g_autoptr (GError) failed = NULL;

    if (entry == NULL)
      return FALSE;
    if (entry->undone || dolen_edit_undo (dir, id, who, &failed) > 0) {
      n_back++;
      continue;
    }
    if (!g_error_matches (failed, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED)) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
    if (stays == NULL)
      stays = g_steal_pointer (&failed);
  }
  if (n_back > 0 || stays == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&stays));
  return FALSE;
}

gboolean
dolen_keeping_undo (DolenDirectory *dir,
                    const DolenHistoryEntry *entry,
                    const char *who,
                    GError **error)
{
  gboolean several = g_strcmp0 (entry->field, DOLEN_KEEPING_SEVERAL) == 0, ok;
  const char *text = several ? entry->after : entry->before;
  json_object *kept = text != NULL ? json_tokener_parse (text) : NULL;

  if (kept == NULL)
    return dolen_history_damaged (error);
  if (several)
    ok = undo_several (dir, kept, who, error);
  else if (g_strcmp0 (entry->field, DOLEN_KEEPING_MARK) == 0)
    ok = undo_mark (dir, entry, kept, error);
  else
    ok = undo_state (dir, entry, kept, error);
  json_object_put (kept);
  return ok;
}
