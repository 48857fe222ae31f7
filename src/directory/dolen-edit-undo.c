/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edits.h"

#include "base/dolen-error.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-edit-undo.h"
#include "directory/dolen-history.h"
#include "directory/dolen-undo-import.h"
#include "directory/keeping/dolen-keeping-undo.h"
#include "directory/privacy/dolen-edit-erase.h"
#include "directory/dolen-merge.h"
#include "directory/dolen-not-same.h"
#include "directory/dolen-parts.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, why);
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
    return dolen_history_damaged (error);
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
    return dolen_history_damaged (error);
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
    return dolen_history_damaged (error);
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

static void
set_states (DolenBilingual *text, const DolenBilingual *states)
{
  text->en_state = text->en != NULL ? states->en_state : DOLEN_TEXT_MISSING;
  text->cy_state = text->cy != NULL ? states->cy_state : DOLEN_TEXT_MISSING;
}

/* @value: (out): as dolen_edit_record_get() gives it */
gboolean
dolen_edit_restore (DolenDirectory *dir,
                    DolenEditRecord *record,
                    const char *name,
                    const char *json,
                    char **value,
                    GError **error)
{
  DolenBilingual *text;
  DolenBilingual states = { 0 };

  *value = NULL;
  if (!dolen_edit_record_has (record, name))
    return dolen_history_damaged (error);
  if (!dolen_field_exists (record->kind, name))
    return (dolen_edit_json_read_part (json, value) || dolen_history_damaged (error))
           && dolen_edit_record_put (dir, record, name, *value, error);
  if (!dolen_edit_json_read_value (json, value, &states))
    return dolen_history_damaged (error);
  if (!dolen_edit_record_put (dir, record, name, *value, error))
    return FALSE;
  text = dolen_field_get_bilingual (record->kind, record->record, name);
  if (text != NULL)
    set_states (text, &states);
  return TRUE;
}

/* Whether the value is still as the entry left it. */
static gboolean
is_unchanged (const DolenEditRecord *record, const DolenHistoryEntry *entry)
{
  g_autofree char *now = dolen_edit_record_get (record, entry->field);
  g_autofree char *then = NULL;

  if (dolen_field_exists (entry->kind, entry->field))
    return dolen_edit_json_read_value (entry->after, &then, NULL) && g_strcmp0 (now, then) == 0;
  return dolen_edit_json_read_part (entry->after, &then)
         && dolen_part_json_equal (entry->kind, entry->field, now, then);
}

static gboolean
restore_field (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error)
{
  g_auto (DolenEditRecord) record = { 0 };
  g_autofree char *value = NULL;

  if (!dolen_edit_record_load (dir, entry->kind, entry->record_uid, &record, error))
    return FALSE;
  if (!dolen_edit_record_has (&record, entry->field))
    return dolen_history_damaged (error);
  if (!is_unchanged (&record, entry))
    return refuse (error, _ ("The field was changed again since."));
  return dolen_edit_restore (dir, &record, entry->field, entry->before, &value, error)
         && dolen_edit_record_save (dir, &record, error) && forget_edit (dir, entry, value, error)
         && dolen_clash_restore (dir, entry, error);
}

static gboolean
apply (DolenDirectory *dir, const DolenHistoryEntry *entry, const char *who, GError **error)
{
  if (entry->undone)
    return refuse (error, _ ("This change was undone already."));
  if (g_strcmp0 (entry->field, DOLEN_EDIT_ERASED) == 0)
    return refuse (error, _ ("What was erased cannot be brought back."));
  if (g_strcmp0 (entry->field, DOLEN_EDIT_FACTS) == 0)
    return remove_facts (dir, entry->after, error)
           && restore_facts (dir, entry->record_uid, entry->before, error);
  if (g_strcmp0 (entry->field, DOLEN_EDIT_GROUP) == 0)
    return remove_group (dir, entry, error);
  if (dolen_keeping_knows (entry->field))
    return dolen_keeping_undo (dir, entry, who, error);
  if (g_strcmp0 (entry->field, DOLEN_EDIT_MERGE) == 0)
    return dolen_merge_undo (dir, entry, who, error);
  if (g_strcmp0 (entry->field, DOLEN_EDIT_NOT_SAME) == 0)
    return dolen_not_same_undo (dir, entry, error);
  if (entry->field == NULL)
    return refuse (error, _ ("This change cannot be undone."));
  return restore_field (dir, entry, error);
}

/* (transfer full) (nullable): where the change is of a place that is not hidden now. */
static DolenVenue *
dup_shown (DolenDirectory *dir, const DolenHistoryEntry *entry)
{
  g_auto (DolenEditRecord) record = { 0 };

  if (g_strcmp0 (entry->kind, "venue") != 0
      || !dolen_edit_record_load (dir, entry->kind, entry->record_uid, &record, NULL))
    return NULL;
  return dolen_erase_dup_shown (&record);
}

/* A change taken back may hide a place again. */
static gboolean
erase_hidden (DolenDirectory *dir,
              const DolenHistoryEntry *entry,
              const DolenVenue *shown,
              gboolean *erased,
              GError **error)
{
  g_auto (DolenEditRecord) record = { 0 };

  return shown == NULL
         || (dolen_edit_record_load (dir, entry->kind, entry->record_uid, &record, error)
             && dolen_erase_hidden (dir, shown, &record, erased, error));
}

gint64
dolen_edit_undo (DolenDirectory *dir, gint64 history_id, const char *who, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autoptr (DolenHistoryEntry) entry = NULL;
  g_autoptr (DolenVenue) shown = NULL;
  DolenHistoryEntry undo = { 0 };
  gboolean erased = FALSE;
  gint64 id;

  if (transaction == NULL || (entry = dolen_history_get (dir, history_id, error)) == NULL)
    return 0;
  if (g_strcmp0 (entry->act, "import") == 0) {
    id = dolen_directory_undo_import (dir, history_id, who, NULL, error);
    return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
  }
  shown = dup_shown (dir, entry);
  if (!apply (dir, entry, who, error))
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
  if (id <= 0 || !erase_hidden (dir, entry, shown, &erased, error)
      || !dolen_transaction_commit (transaction, error))
    return 0;
  if (erased)
    dolen_erasure_settle (dir);
  return id;
}
