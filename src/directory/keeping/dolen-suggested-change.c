/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-suggested-change.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-known.h"
#include "directory/keeping/dolen-keeping-undo.h"
#include "directory/keeping/dolen-suggested-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
dolen_suggested_change_free (DolenSuggestedChange *change)
{
  if (change == NULL)
    return;
  g_free (change->uid);
  g_free (change->kind);
  g_free (change->record_uid);
  g_free (change->name);
  g_free (change->field);
  g_free (change->before);
  g_free (change->value);
  g_free (change->note);
  g_free (change->by);
  g_free (change->on);
  g_free (change->now);
  g_free (change->was);
  g_free (change->would);
  g_free (change);
}

static gboolean
refuse (GError **error, DolenError code, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, code, why);
  return FALSE;
}

static gboolean
no_such_field (const char *field, GError **error)
{
  g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There is no field %s to edit."), field);
  return FALSE;
}

/* In words for people: what stands there, and what would. The value is put over @record, which
 * nobody keeps. */
static gboolean
tell (DolenEditRecord *record, DolenSuggestedChange *change, GError **error)
{
  DolenLanguage language = dolen_language_current ();

  g_free (change->was);
  change->was = dolen_suggested_field_tell (record->kind, record->record, change->field, language);
  if (!dolen_suggested_field_put (
          record->kind, record->record, change->field, change->value, change->on, error))
    return FALSE;
  g_free (change->would);
  change->would
      = dolen_suggested_field_tell (record->kind, record->record, change->field, language);
  if (*change->would == '\0' && change->value != NULL) {
    g_free (change->would);
    change->would = g_strdup (change->value);
  }
  return TRUE;
}

const char *
dolen_suggested_kept_back_text (void)
{
  return _ ("This group keeps where it meets hidden, so a new place is not written down as a "
            "suggestion. Tell whoever keeps the directory yourself.");
}

/* The value must be one the field can take: it is tried on a copy that nobody keeps. */
static gboolean
try_value (DolenEditRecord *record, DolenSuggestedChange *change, GError **error)
{
  if (!dolen_suggested_field_exists (record->kind, change->field))
    return no_such_field (change->field, error);
  if (dolen_suggested_field_is_kept_back (record->kind, record->record, change->field))
    return refuse (error, DOLEN_ERROR_NOT_ALLOWED, dolen_suggested_kept_back_text ());
  /* A file goes out: the other contacts of the listing stay here. */
  if (g_strcmp0 (change->field, "contact") != 0)
    change->before = dolen_suggested_field_get (record->kind, record->record, change->field);
  if (!tell (record, change, error))
    return FALSE;
  if (dolen_field_exists (record->kind, change->field)) {
    g_free (change->value);
    change->value = dolen_field_get (record->kind, record->record, change->field);
  }
  if (g_strcmp0 (change->was, change->would) == 0)
    return refuse (error, DOLEN_ERROR_INVALID, _ ("That is what the listing says already."));
  return TRUE;
}

static gboolean
is_too_long (const char *text, gsize most)
{
  return text != NULL && strlen (text) > most;
}

/* As the window calls it. */
static char *
dup_name (const DolenEditRecord *record)
{
  gboolean welsh = dolen_language_current () == DOLEN_LANGUAGE_CY;
  char *name = dolen_field_get (record->kind, record->record, welsh ? "name_cy" : "name_en");

  if (name != NULL)
    return name;
  return dolen_field_get (record->kind, record->record, welsh ? "name_en" : "name_cy");
}

DolenSuggestedChange *
dolen_suggested_change_new (DolenDirectory *dir,
                            const char *kind,
                            const char *record_uid,
                            const char *field,
                            const char *value,
                            const char *note,
                            const char *by,
                            GError **error)
{
  g_autoptr (DolenSuggestedChange) change = g_new0 (DolenSuggestedChange, 1);
  g_auto (DolenEditRecord) record = { 0 };

  if (is_too_long (value, DOLEN_SUGGESTED_MAX_VALUE)
      || is_too_long (note, DOLEN_SUGGESTED_MAX_NOTE)) {
    refuse (error, DOLEN_ERROR_TOO_LARGE, _ ("That text is too long."));
    return NULL;
  }
  change->uid = dolen_id_new ();
  change->kind = g_strdup (kind);
  change->record_uid = g_strdup (record_uid);
  change->field = g_strdup (field);
  change->value = dolen_text_clean (value);
  change->note = dolen_text_clean (note);
  change->by = dolen_text_clean_line (by);
  change->on = dolen_date_today ();
  if (!dolen_edit_record_load (dir, kind, record_uid, &record, error))
    return NULL;
  change->name = dup_name (&record);
  return try_value (&record, change, error) ? g_steal_pointer (&change) : NULL;
}

/* ---- taking them in ---- */

gboolean
dolen_suggested_change_look (DolenDirectory *dir,
                             DolenSuggestedChange *change,
                             gboolean *known,
                             GError **error)
{
  g_auto (DolenEditRecord) record = { 0 };
  g_autoptr (GError) missing = NULL;
  gboolean there;

  there = dolen_edit_record_load (dir, change->kind, change->record_uid, &record, &missing);
  if (!there && !g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND)
      && !g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_INVALID)) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  there = there && dolen_suggested_field_exists (change->kind, change->field);
  if (there) {
    g_free (change->now);
    change->now = dolen_suggested_field_get (change->kind, record.record, change->field);
    g_free (change->name);
    change->name = dup_name (&record);
    change->kept_back
        = dolen_suggested_field_is_kept_back (change->kind, record.record, change->field);
    /* What it cannot be is told as it was written, and refused when somebody accepts it. */
    if (!tell (&record, change, NULL)) {
      g_free (change->would);
      change->would = g_strdup (change->value);
    }
  }
  if (known != NULL)
    *known = there;
  return TRUE;
}

static gboolean
insert (DolenDirectory *dir, const DolenSuggestedChange *change, gboolean *added, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "INSERT INTO suggestion (uid, kind, record_uid, field, value, note,"
                            " suggested_by, on_date, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open')"
                            " ON CONFLICT (uid) DO NOTHING",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, change->uid);
  dolen_row_put_text (&row, change->kind);
  dolen_row_put_text (&row, change->record_uid);
  dolen_row_put_text (&row, change->field);
  dolen_row_put_text (&row, change->value);
  dolen_row_put_text (&row, change->note);
  dolen_row_put_text (&row, change->by);
  dolen_row_put_text (&row, change->on);
  if (!dolen_statement_run (row.statement, error))
    return FALSE;
  *added = dolen_db_changes (dir->db) > 0;
  return TRUE;
}

/* It came from a Dolen whose export was read here without its uids (by the letter of a standard, a
 * table): there the record's uid is the id its source gives. */
gboolean
dolen_suggested_change_find (DolenDirectory *dir,
                             DolenSuggestedChange *change,
                             gboolean *there,
                             GError **error)
{
  g_autoptr (GError) failed = NULL;
  char *uid;

  if (!dolen_suggested_change_look (dir, change, there, error))
    return FALSE;
  if (*there)
    return TRUE;
  uid = dolen_known_by_other_id (dir, change->kind, change->record_uid, &failed);
  if (failed != NULL) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  if (uid == NULL)
    return TRUE;
  g_free (change->record_uid);
  change->record_uid = uid;
  return dolen_suggested_change_look (dir, change, there, error);
}

gboolean
dolen_suggested_changes_add (DolenDirectory *dir,
                             const GPtrArray *changes,
                             DolenSuggestedCounts *counts,
                             GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  DolenSuggestedCounts found = { 0 };

  for (guint i = 0; transaction != NULL && i < changes->len; i++) {
    DolenSuggestedChange *change = g_ptr_array_index (changes, i);
    gboolean added = FALSE, there;

    if (!dolen_suggested_change_find (dir, change, &there, error))
      return FALSE;
    if (!there) {
      found.unknown++;
      continue;
    }
    if (change->kept_back) {
      found.kept_back++;
      continue;
    }
    if (g_strcmp0 (change->was, change->would) == 0) {
      found.done++;
      continue;
    }
    if (!insert (dir, change, &added, error))
      return FALSE;
    found.added += added;
    found.known += !added;
  }
  if (counts != NULL)
    *counts = found;
  return transaction != NULL && dolen_transaction_commit (transaction, error);
}

/* ---- listing ---- */

static DolenSuggestedChange *
take_change (DolenRow *row)
{
  DolenSuggestedChange *change = g_new0 (DolenSuggestedChange, 1);

  change->uid = dolen_row_take_text (row);
  change->kind = dolen_row_take_text (row);
  change->record_uid = dolen_row_take_text (row);
  change->field = dolen_row_take_text (row);
  change->value = dolen_row_take_text (row);
  change->note = dolen_row_take_text (row);
  change->by = dolen_row_take_text (row);
  change->on = dolen_row_take_text (row);
  return change;
}

/* What the record says of each now. */
static gboolean
read_all_now (DolenDirectory *dir, const GPtrArray *list, GError **error)
{
  for (guint i = 0; i < list->len; i++) {
    gboolean there;

    if (!dolen_suggested_change_look (dir, g_ptr_array_index (list, i), &there, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
dolen_suggested_changes_list (DolenDirectory *dir, const char *record_uid, GError **error)
{
  g_autoptr (GPtrArray) list
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (dir,
                            "SELECT uid, kind, record_uid, field, value, note, suggested_by,"
                            " on_date FROM suggestion WHERE state = 'open'"
                            " AND (?1 IS NULL OR record_uid = ?1) ORDER BY on_date, id",
                            &row,
                            error))
    return NULL;
  dolen_row_put_text (&row, record_uid);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return read_all_now (dir, list, error) ? g_steal_pointer (&list) : NULL;
    row.n = 0;
    g_ptr_array_add (list, take_change (&row));
  }
  return NULL;
}

/* ---- deciding ---- */

/* (transfer full): one that is open. */
static DolenSuggestedChange *
find_open (DolenDirectory *dir, const char *uid, GError **error)
{
  g_autoptr (DolenSuggestedChange) change = NULL;
  g_autofree char *state = NULL;
  DolenRow row;
  gboolean found = FALSE;

  if (!dolen_directory_row (dir,
                            "SELECT uid, kind, record_uid, field, value, note, suggested_by,"
                            " on_date, state FROM suggestion WHERE uid = ?",
                            &row,
                            error))
    return NULL;
  dolen_row_put_text (&row, uid);
  if (!dolen_statement_step (row.statement, &found, error))
    return NULL;
  if (!found) {
    refuse (error, DOLEN_ERROR_NOT_FOUND, _ ("That suggestion is not in the directory."));
    return NULL;
  }
  row.n = 0;
  change = take_change (&row);
  state = dolen_row_take_text (&row);
  dolen_statement_reset (row.statement);
  if (g_strcmp0 (state, "open") == 0)
    return g_steal_pointer (&change);
  refuse (error, DOLEN_ERROR_NOT_ALLOWED, _ ("That suggestion was decided already."));
  return NULL;
}

/* One entry of several: what was written, and that it was decided. */
static gint64
note_decision (DolenDirectory *dir,
               const DolenSuggestedChange *change,
               const DolenSuggestedDecision *decision,
               GArray *entries,
               GError **error)
{
  gint64 state = dolen_keeping_set_state (dir,
                                          DOLEN_KEEPING_SUGGESTION,
                                          change->uid,
                                          decision->accept ? "accepted" : "declined",
                                          decision->who,
                                          error);

  if (state == 0)
    return 0;
  g_array_append_val (entries, state);
  return dolen_keeping_add_several (dir,
                                    decision->accept ? "accept-suggestion" : "decline-suggestion",
                                    change->kind,
                                    change->record_uid,
                                    entries,
                                    decision->reason,
                                    decision->who,
                                    error);
}

/* A longer note stays with the suggestion. */
#define TELLING_NOTE 200

/* (transfer full) (nullable): who suggests it, and how they know as far as they say. */
static char *
tell_who (const DolenSuggestedChange *change)
{
  gboolean note = change->note != NULL && g_utf8_strlen (change->note, -1) <= TELLING_NOTE;

  if (change->by != NULL && note)
    return g_strdup_printf ("%s (%s)", change->by, change->note);
  return g_strdup (note ? change->note : change->by);
}

gint64
dolen_suggested_change_decide (DolenDirectory *dir,
                               const char *uid,
                               const DolenSuggestedDecision *decision,
                               GError **error)
{
  g_autoptr (DolenTransaction) transaction = NULL;
  g_autoptr (DolenSuggestedChange) change = NULL;
  g_autofree char *told_by = NULL;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  if (is_too_long (decision->reason, DOLEN_SUGGESTED_MAX_NOTE)) {
    refuse (error, DOLEN_ERROR_TOO_LARGE, _ ("That text is too long."));
    return 0;
  }
  transaction = dolen_transaction_begin (dir->db, error);
  if (transaction == NULL || (change = find_open (dir, uid, error)) == NULL)
    return 0;
  told_by = tell_who (change);
  if (decision->accept
      && !dolen_suggested_field_write (dir,
                                       change->kind,
                                       change->record_uid,
                                       change->field,
                                       change->value,
                                       change->on,
                                       told_by,
                                       decision->who,
                                       entries,
                                       error))
    return 0;
  id = note_decision (dir, change, decision, entries, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

gint64
dolen_suggested_change_accept (DolenDirectory *dir,
                               const char *uid,
                               const char *who,
                               GError **error)
{
  const DolenSuggestedDecision decision = { TRUE, NULL, who };

  return dolen_suggested_change_decide (dir, uid, &decision, error);
}

gint64
dolen_suggested_change_decline (
    DolenDirectory *dir, const char *uid, const char *reason, const char *who, GError **error)
{
  const DolenSuggestedDecision decision = { FALSE, reason, who };

  return dolen_suggested_change_decide (dir, uid, &decision, error);
}

/* The entry of the history by which it was decided last and that was not undone; 0 where there is
 * none. */
static gboolean
find_decision (DolenDirectory *dir, const char *uid, gint64 *entry, GError **error)
{
  DolenRow row;
  gboolean found = FALSE;

  *entry = 0;
  if (!dolen_directory_row (
          dir,
          "SELECT w.id FROM history w, json_each (w.after, '$.entries') e"
          " JOIN history s ON s.id = e.value"
          " WHERE w.act IN ('accept-suggestion', 'decline-suggestion') AND w.undoes IS NULL"
          " AND w.record_uid = (SELECT record_uid FROM suggestion WHERE uid = ?1)"
          " AND s.act = 'suggestion' AND json_extract (s.after, '$.uid') = ?1"
          " AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = w.id)"
          " ORDER BY w.id DESC LIMIT 1",
          &row,
          error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  if (!dolen_statement_step (row.statement, &found, error))
    return FALSE;
  if (found) {
    *entry = dolen_statement_get_int64 (row.statement, 0);
    dolen_statement_reset (row.statement);
  }
  return TRUE;
}

gint64
dolen_suggested_change_undo (DolenDirectory *dir, const char *uid, const char *who, GError **error)
{
  gint64 entry;

  if (!find_decision (dir, uid, &entry, error))
    return 0;
  if (entry > 0)
    return dolen_edit_undo (dir, entry, who, error);
  refuse (error, DOLEN_ERROR_NOT_FOUND, _ ("Nobody has decided on that suggestion."));
  return 0;
}
