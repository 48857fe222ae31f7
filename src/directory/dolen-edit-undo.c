/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edits.h"

#include "base/dolen-error.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-history.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, why);
  return FALSE;
}

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_CORRUPT,
                       _ ("What the history keeps of this change cannot be read."));
  return FALSE;
}

static gboolean
delete_by_uid (DolenDirectory *dir, const char *sql, const char *uid, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir, sql, &row, error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  return dolen_statement_run (row.statement, error);
}

static gboolean
remove_facts (DolenDirectory *dir, const char *json, GError **error)
{
  g_autoptr (DolenCapacity) capacity = NULL;
  g_autoptr (DolenConfirmation) confirmation = NULL;

  if (json == NULL)
    return TRUE;
  if (!dolen_edit_json_read_facts (json, &capacity, &confirmation))
    return damaged (error);
  return (capacity == NULL
          || delete_by_uid (dir, "DELETE FROM capacity_report WHERE uid = ?", capacity->uid, error))
         && (confirmation == NULL
             || delete_by_uid (
                 dir, "DELETE FROM confirmation WHERE uid = ?", confirmation->uid, error));
}

static gboolean
restore_facts (DolenDirectory *dir, const char *service_uid, const char *json, GError **error)
{
  g_autoptr (DolenCapacity) capacity = NULL;
  g_autoptr (DolenConfirmation) confirmation = NULL;
  gint64 service = 0;

  if (json == NULL)
    return TRUE;
  if (!dolen_edit_json_read_facts (json, &capacity, &confirmation))
    return damaged (error);
  return dolen_directory_find_id (
             dir, "SELECT id FROM service WHERE uid = ?1", service_uid, &service, error)
         && (capacity == NULL || dolen_store_capacity (dir, service, capacity, error))
         && (confirmation == NULL || dolen_store_confirmation (dir, service, confirmation, error));
}

static gboolean
remove_group (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error)
{
  g_autofree char *service = NULL;
  g_autofree char *organisation = NULL;
  g_autoptr (GError) still_used = NULL;

  if (entry->after == NULL)
    return refuse (error, _ ("The group was removed; please add it again."));
  if (!dolen_edit_json_read_group (entry->after, &service, &organisation))
    return damaged (error);
  if (!dolen_directory_delete_service (dir, service, error))
    return FALSE;
  if (organisation == NULL || dolen_directory_delete_organisation (dir, organisation, &still_used)
      || g_error_matches (still_used, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&still_used));
  return FALSE;
}

/* The field is the feed's again where its value is what the feed says. */
static gboolean
forget_edit (DolenDirectory *dir, const DolenHistoryEntry *entry, const char *value, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "DELETE FROM field_edit WHERE record_uid = ? AND field = ?"
                            " AND feed_value IS ?",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, entry->record_uid);
  dolen_row_put_text (&row, entry->field);
  dolen_row_put_text (&row, value);
  return dolen_statement_run (row.statement, error);
}

static gboolean
set_back (
    DolenEditRecord *record, const char *field, const char *json, char **value, GError **error)
{
  DolenBilingual *text = dolen_field_get_bilingual (record->kind, record->record, field);
  DolenBilingual states = { 0 };

  if (!dolen_edit_json_read_value (json, value, &states))
    return damaged (error);
  if (!dolen_field_set (record->kind, record->record, field, *value, error))
    return FALSE;
  if (text != NULL) {
    text->en_state = text->en != NULL ? states.en_state : DOLEN_TEXT_MISSING;
    text->cy_state = text->cy != NULL ? states.cy_state : DOLEN_TEXT_MISSING;
  }
  return TRUE;
}

static gboolean
restore_field (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error)
{
  g_auto (DolenEditRecord) record = { 0 };
  g_autofree char *now = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *value = NULL;

  if (!dolen_edit_record_load (dir, entry->kind, entry->record_uid, &record, error))
    return FALSE;
  if (!dolen_field_exists (entry->kind, entry->field)
      || !dolen_edit_json_read_value (entry->after, &expected, NULL))
    return damaged (error);
  now = dolen_field_get (entry->kind, record.record, entry->field);
  if (g_strcmp0 (now, expected) != 0)
    return refuse (error, _ ("The field was changed again since."));
  return set_back (&record, entry->field, entry->before, &value, error)
         && dolen_edit_record_save (dir, &record, error) && forget_edit (dir, entry, value, error);
}

static gboolean
apply (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error)
{
  if (entry->undone)
    return refuse (error, _ ("This change was undone already."));
  if (g_strcmp0 (entry->field, DOLEN_EDIT_FACTS) == 0)
    return remove_facts (dir, entry->after, error)
           && restore_facts (dir, entry->record_uid, entry->before, error);
  if (g_strcmp0 (entry->field, DOLEN_EDIT_GROUP) == 0)
    return remove_group (dir, entry, error);
  if (entry->field == NULL)
    return refuse (error, _ ("An import cannot be undone."));
  return restore_field (dir, entry, error);
}

gint64
dolen_edit_undo (DolenDirectory *dir, gint64 history_id, const char *who, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autoptr (DolenHistoryEntry) entry = NULL;
  DolenHistoryEntry undo = { 0 };
  gint64 id;

  if (transaction == NULL || (entry = dolen_history_get (dir, history_id, error)) == NULL
      || !apply (dir, entry, error))
    return 0;
  undo.who = (char *) who;
  undo.act = (char *) "undo";
  undo.kind = entry->kind;
  undo.record_uid = entry->record_uid;
  undo.field = entry->field;
  undo.before = entry->after;
  undo.after = entry->before;
  undo.undoes = entry->id;
  id = dolen_history_add (dir, &undo, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}
