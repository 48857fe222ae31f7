/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edits.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-edit-take.h"
#include "directory/dolen-history.h"
#include "directory/dolen-part-checks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
find_service (DolenDirectory *dir, const char *uid, gint64 *id, GError **error)
{
  if (!dolen_directory_find_id (dir, "SELECT id FROM service WHERE uid = ?1", uid, id, error))
    return FALSE;
  if (*id > 0)
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_FOUND,
               _ ("There is no such service in the directory (%s)."),
               uid);
  return FALSE;
}

/* Writes the entry and commits: the end of every edit. */
static gint64
finish (DolenDirectory *dir,
        DolenTransaction *transaction,
        const DolenHistoryEntry *entry,
        GError **error)
{
  gint64 id = dolen_history_add (dir, entry, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

static void
set_today (char **date)
{
  if (*date == NULL)
    *date = dolen_date_today ();
}

static gint64
store_facts (DolenDirectory *dir,
             const char *act,
             const char *service_uid,
             DolenCapacity *capacity,
             DolenConfirmation *confirmation,
             const char *who,
             GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autofree char *after = NULL;
  DolenHistoryEntry entry = { 0 };
  gint64 service = 0;

  if (transaction == NULL || !find_service (dir, service_uid, &service, error)
      || (capacity != NULL && !dolen_store_capacity (dir, service, capacity, error))
      || (confirmation != NULL && !dolen_store_confirmation (dir, service, confirmation, error)))
    return 0;
  after = dolen_edit_json_facts (capacity, confirmation);
  entry.who = (char *) who;
  entry.act = (char *) act;
  entry.kind = (char *) "service";
  entry.record_uid = (char *) service_uid;
  entry.field = (char *) DOLEN_EDIT_FACTS;
  entry.after = after;
  return finish (dir, transaction, &entry, error);
}

/* (transfer full) (nullable): whoever told the report confirmed that the group is there; a guess or
 * a feed confirms nothing. */
static DolenConfirmation *
new_confirmation (const DolenCapacity *report, const char *facts, const char *who)
{
  DolenConfirmation *confirmation;

  if (report == NULL || report->source == DOLEN_TOLD_BY_UNKNOWN
      || report->source == DOLEN_TOLD_BY_FEED || report->status == DOLEN_CAPACITY_UNKNOWN)
    return NULL;
  confirmation = dolen_confirmation_new ();
  confirmation->on = g_strdup (report->as_of);
  confirmation->how = report->source;
  confirmation->asked = g_strdup (report->told_by);
  confirmation->confirmed = g_strdup (facts);
  confirmation->by = g_strdup (who);
  return confirmation;
}

gint64
dolen_edit_set_capacity (DolenDirectory *dir,
                         const char *service_uid,
                         const DolenCapacity *report,
                         const char *who,
                         GError **error)
{
  g_autoptr (DolenCapacity) capacity = dolen_capacity_copy (report);
  g_autoptr (DolenConfirmation) confirmation = NULL;

  g_clear_pointer (&capacity->uid, g_free);
  set_today (&capacity->as_of);
  if (!dolen_date_is_valid (capacity->as_of)) {
    g_set_error (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("“%s” is not a date."), capacity->as_of);
    return 0;
  }
  confirmation = new_confirmation (capacity, "capacity", who);
  return store_facts (dir, "set-capacity", service_uid, capacity, confirmation, who, error);
}

static gboolean
names_fact (const char *facts, const char *fact)
{
  g_auto (GStrv) names = g_strsplit (facts, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (g_strstrip (names[i]), fact))
      return TRUE;
  return FALSE;
}

gint64
dolen_edit_still_true (DolenDirectory *dir,
                       const char *service_uid,
                       DolenToldBy how,
                       const char *asked,
                       const char *facts,
                       const char *who,
                       GError **error)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, service_uid, error);
  g_autoptr (DolenConfirmation) confirmation = dolen_confirmation_new ();
  g_autoptr (DolenCapacity) capacity = NULL;

  if (service == NULL)
    return 0;
  confirmation->on = dolen_date_today ();
  confirmation->how = how;
  confirmation->asked = g_strdup (asked);
  confirmation->confirmed = g_strdup (facts != NULL ? facts : "capacity");
  confirmation->by = g_strdup (who);
  if (names_fact (confirmation->confirmed, "capacity"))
    capacity = dolen_capacity_copy (dolen_service_current_capacity (service));
  if (capacity != NULL && capacity->status == DOLEN_CAPACITY_UNKNOWN)
    g_clear_pointer (&capacity, dolen_capacity_free);
  if (capacity != NULL) {
    g_clear_pointer (&capacity->uid, g_free);
    g_free (capacity->as_of);
    g_free (capacity->told_by);
    capacity->as_of = g_strdup (confirmation->on);
    capacity->told_by = g_strdup (asked);
    capacity->source = how;
  }
  return store_facts (dir, "still-true", service_uid, capacity, confirmation, who, error);
}

static gboolean
is_stored (DolenDirectory *dir, const char *uid, const char *sql, gboolean *stored, GError **error)
{
  gint64 id = 0;

  *stored = FALSE;
  if (uid != NULL && !dolen_directory_find_id (dir, sql, uid, &id, error))
    return FALSE;
  *stored = id > 0;
  return TRUE;
}

static gboolean
store_new_organisation (DolenDirectory *dir,
                        DolenOrganisation *organisation,
                        gboolean *added,
                        GError **error)
{
  gboolean stored = FALSE;

  *added = FALSE;
  if (organisation == NULL)
    return TRUE;
  if (!is_stored (
          dir, organisation->uid, "SELECT id FROM organisation WHERE uid = ?1", &stored, error))
    return FALSE;
  *added = !stored;
  return stored || dolen_store_organisation (dir, organisation, error);
}

static gboolean
store_new_service (DolenDirectory *dir,
                   const DolenOrganisation *organisation,
                   DolenService *service,
                   const char *who,
                   GError **error)
{
  DolenConfirmation *confirmation;
  gboolean stored = FALSE;

  if (!is_stored (dir, service->uid, "SELECT id FROM service WHERE uid = ?1", &stored, error))
    return FALSE;
  if (stored) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT, _ ("The service is in the directory already."));
    return FALSE;
  }
  if (organisation != NULL) {
    g_free (service->organisation_uid);
    service->organisation_uid = g_strdup (organisation->uid);
  }
  for (guint i = 0; i < service->capacities->len; i++)
    set_today (&((DolenCapacity *) service->capacities->pdata[i])->as_of);
  confirmation = new_confirmation (dolen_service_current_capacity (service), "listing", who);
  if (confirmation != NULL)
    g_ptr_array_add (service->confirmations, confirmation);
  return dolen_store_service (dir, service, error)
         && dolen_search_write_edited (dir, service->id, error);
}

gint64
dolen_edit_add_group (DolenDirectory *dir,
                      DolenOrganisation *organisation,
                      DolenService *service,
                      const char *who,
                      GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autofree char *after = NULL;
  DolenHistoryEntry entry = { 0 };
  gboolean added = FALSE;

  if (transaction == NULL || !store_new_organisation (dir, organisation, &added, error)
      || !store_new_service (dir, organisation, service, who, error))
    return 0;
  after = dolen_edit_json_group (service->uid, added ? organisation->uid : NULL);
  entry.who = (char *) who;
  entry.act = (char *) "add-group";
  entry.kind = (char *) "service";
  entry.record_uid = service->uid;
  entry.field = (char *) DOLEN_EDIT_GROUP;
  entry.after = after;
  return finish (dir, transaction, &entry, error);
}

static gint64
write_field (DolenDirectory *dir,
             DolenEditRecord *record,
             const char *act,
             const char *field,
             const char *before,
             const char *who,
             GError **error)
{
  g_autofree char *after = dolen_edit_record_describe (record, field);
  DolenHistoryEntry entry = {
    .who = (char *) who,
    .act = (char *) act,
    .kind = (char *) record->kind,
    .record_uid = (char *) record->uid,
    .field = (char *) field,
    .before = (char *) before,
    .after = after,
  };

  return dolen_edit_record_save (dir, record, error) ? dolen_history_add (dir, &entry, error) : 0;
}

gint64
dolen_edit_set_field (DolenDirectory *dir,
                      const char *kind,
                      const char *uid,
                      const char *field,
                      const char *value,
                      const char *who,
                      GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_auto (DolenEditRecord) record = { 0 };
  g_autofree char *old = NULL;
  g_autofree char *before = NULL;
  gint64 id;

  if (transaction == NULL || !dolen_edit_record_load (dir, kind, uid, &record, error))
    return 0;
  if (!dolen_field_exists (kind, field)) {
    g_set_error (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There is no field %s to edit."), field);
    return 0;
  }
  if (g_str_equal (field, "parent_uid") && !dolen_parent_check (dir, uid, value, error))
    return 0;
  old = dolen_field_get (kind, record.record, field);
  before = dolen_edit_record_describe (&record, field);
  if (!dolen_field_set (kind, record.record, field, value, error)
      || !dolen_field_note_edit (dir, kind, uid, field, old, error))
    return 0;
  id = write_field (dir, &record, "set-field", field, before, who, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

gint64
dolen_edit_take_field (DolenDirectory *dir,
                       const char *kind,
                       const char *uid,
                       const char *field,
                       gconstpointer from,
                       const char *who,
                       GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_auto (DolenEditRecord) record = { 0 };
  g_autofree char *old = NULL;
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;
  gint64 id;

  if (transaction == NULL || !dolen_edit_record_load (dir, kind, uid, &record, error))
    return 0;
  old = dolen_field_get (kind, record.record, field);
  before = dolen_edit_record_describe (&record, field);
  dolen_field_copy (kind, record.record, from, field);
  now = dolen_field_get (kind, record.record, field);
  if (g_strcmp0 (now, old) == 0) /* a feed wrote what no editor takes */
    return DOLEN_EDIT_UNCHANGED;
  if (!dolen_field_note_edit (dir, kind, uid, field, old, error))
    return 0;
  id = write_field (dir, &record, DOLEN_EDIT_TAKE, field, before, who, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

gint64
dolen_edit_take_facts (DolenDirectory *dir,
                       const char *service_uid,
                       const DolenCapacity *capacity,
                       const DolenConfirmation *confirmation,
                       const char *who,
                       GError **error)
{
  g_autoptr (DolenCapacity) report = NULL;
  g_autoptr (DolenConfirmation) confirmed = NULL;
  g_autofree char *copy = dolen_edit_json_facts (capacity, confirmation);

  dolen_edit_json_read_facts (copy, &report, &confirmed);
  if (report != NULL)
    g_clear_pointer (&report->uid, g_free);
  if (confirmed != NULL)
    g_clear_pointer (&confirmed->uid, g_free);
  return store_facts (dir, DOLEN_EDIT_TAKE, service_uid, report, confirmed, who, error);
}
