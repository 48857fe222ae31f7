/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edit-parts.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-edit-take.h"
#include "directory/dolen-edit-undo.h"
#include "directory/dolen-history.h"
#include "directory/dolen-part-checks.h"
#include "directory/dolen-venue-place.h"
#include "directory/privacy/dolen-edit-erase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *act;
  const char *part;
  const char *who;
  gboolean as_is; /* what a feed wrote is taken as it stands in another record */
} Act;

/* Positions and what flags forbid, of the venues that the edit touches. */
static void
settle_places (DolenEditRecord *record, const char *part, const DolenVenue *before)
{
  if (g_str_equal (record->kind, "venue") && g_str_equal (part, "place")) {
    dolen_venue_moved (before, record->record);
    dolen_venue_withhold (record->record);
  } else if (g_str_equal (record->kind, "service") && g_str_equal (part, "venues")) {
    const DolenService *service = record->record;

    for (guint i = 0; i < service->venues->len; i++) {
      DolenVenue *venue = g_ptr_array_index (service->venues, i);

      if (venue->id == 0) {
        dolen_venue_moved (NULL, venue);
        dolen_venue_withhold (venue);
      }
    }
  }
}

static gboolean
put_part (DolenDirectory *dir,
          DolenEditRecord *record,
          const char *part,
          const char *json,
          const char *before_json,
          GError **error)
{
  g_autoptr (DolenVenue) before = NULL;

  if (g_str_equal (record->kind, "venue"))
    before = dolen_venue_copy (record->record);
  if (!dolen_edit_record_put (dir, record, part, json, error)
      || !dolen_part_prepare (record->kind, record->record, part, before_json, error))
    return FALSE;
  settle_places (record, part, before);
  return TRUE;
}

/* Saves what is in @record and writes the entry. Within the caller's transaction. */
static gint64
write_change (DolenDirectory *dir,
              DolenEditRecord *record,
              const Act *act,
              const char *before,
              const char *feed_value,
              GError **error)
{
  g_autofree char *after = dolen_edit_record_describe (record, act->part);
  DolenHistoryEntry entry = {
    .who = (char *) act->who,
    .act = (char *) act->act,
    .kind = (char *) record->kind,
    .record_uid = (char *) record->uid,
    .field = (char *) act->part,
    .before = (char *) before,
    .after = after,
  };

  if (g_strcmp0 (before, after) == 0)
    return DOLEN_EDIT_UNCHANGED;
  if ((dolen_part_is_kept_whole (act->part) || dolen_part_is_permission (act->part))
      && !dolen_field_note_edit (dir, record->kind, record->uid, act->part, feed_value, error))
    return 0;
  return dolen_edit_record_save (dir, record, error) ? dolen_history_add (dir, &entry, error) : 0;
}

static gint64
set_json (DolenDirectory *dir,
          const char *kind,
          const char *uid,
          const Act *act,
          const char *json,
          GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_auto (DolenEditRecord) record = { 0 };
  g_autoptr (DolenVenue) shown = NULL;
  g_autofree char *before = NULL;
  g_autofree char *old = NULL;
  gboolean erased = FALSE;
  gint64 id;

  if (transaction == NULL || !dolen_edit_record_load (dir, kind, uid, &record, error))
    return 0;
  shown = dolen_erase_dup_shown (&record);
  old = dolen_edit_record_get (&record, act->part);
  if (g_strcmp0 (old, json) == 0)
    return DOLEN_EDIT_UNCHANGED;
  before = dolen_edit_record_describe (&record, act->part);
  if (!put_part (dir, &record, act->part, json, act->as_is ? json : old, error))
    return 0;
  id = write_change (dir, &record, act, before, old, error);
  if (id <= 0)
    return id;
  if (!dolen_erase_hidden (dir, shown, &record, &erased, error)
      || !dolen_transaction_commit (transaction, error))
    return 0;
  if (erased)
    dolen_erasure_settle (dir);
  return id;
}

static const char *
get_uid (const char *kind, gconstpointer record)
{
  if (g_strcmp0 (kind, "service") == 0)
    return ((const DolenService *) record)->uid;
  return g_strcmp0 (kind, "venue") == 0 ? ((const DolenVenue *) record)->uid
                                        : ((const DolenOrganisation *) record)->uid;
}

gint64
dolen_edit_set_part (DolenDirectory *dir,
                     const char *kind,
                     const char *part,
                     gconstpointer edited,
                     const char *who,
                     GError **error)
{
  const Act act = { "set-part", part, who, FALSE };
  g_autofree char *json = NULL;

  if (!dolen_part_exists (kind, part)) {
    g_set_error (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There is no field %s to edit."), part);
    return 0;
  }
  json = dolen_part_to_json (kind, edited, part);
  return set_json (dir, kind, get_uid (kind, edited), &act, json, error);
}

gint64
dolen_edit_take_part (DolenDirectory *dir,
                      const char *kind,
                      const char *part,
                      gconstpointer edited,
                      const char *who,
                      GError **error)
{
  const Act act = { DOLEN_EDIT_TAKE, part, who, TRUE };
  g_autofree char *json = dolen_part_to_json (kind, edited, part);

  return set_json (dir, kind, get_uid (kind, edited), &act, json, error);
}

gint64
dolen_edit_set_tag (DolenDirectory *dir,
                    const char *service_uid,
                    const DolenTag *tag,
                    const char *who,
                    GError **error)
{
  g_autofree char *part = dolen_part_of_tag (tag);
  g_autoptr (DolenService) holder = dolen_service_new ();
  const Act act = { "set-tag", part, who, FALSE };
  g_autofree char *json = NULL;

  g_ptr_array_set_free_func (holder->tags, NULL);
  g_ptr_array_add (holder->tags, (gpointer) tag);
  json = dolen_part_to_json ("service", holder, part);
  return set_json (dir, "service", service_uid, &act, json, error);
}

gint64
dolen_edit_set_check (DolenDirectory *dir,
                      const char *organisation_uid,
                      const DolenAssurance *check,
                      const char *who,
                      GError **error)
{
  g_autofree char *part = dolen_part_of_check (check->what);
  g_autoptr (DolenOrganisation) holder = dolen_organisation_new ();
  DolenAssurance *dated = dolen_assurance_copy (check);
  const Act act = { "set-check", part, who, FALSE };
  g_autofree char *json = NULL;

  g_ptr_array_add (holder->checks, dated);
  if (dated->seen_on == NULL)
    dated->seen_on = dolen_date_today ();
  if (dated->by == NULL)
    dated->by = g_strdup (who);
  json = dolen_part_to_json ("organisation", holder, part);
  return set_json (dir, "organisation", organisation_uid, &act, json, error);
}

gint64
dolen_edit_forget_check (DolenDirectory *dir,
                         const char *organisation_uid,
                         const char *what,
                         const char *who,
                         GError **error)
{
  g_autofree char *part = dolen_part_of_check (what);
  const Act act = { "set-check", part, who, FALSE };

  return set_json (dir, "organisation", organisation_uid, &act, "null", error);
}

gint64
dolen_edit_set_permission (DolenDirectory *dir,
                           const char *kind,
                           const char *uid,
                           const char *contact_uid,
                           DolenPermission permission,
                           const char *who,
                           GError **error)
{
  g_autofree char *part = dolen_part_of_permission (contact_uid);
  g_autofree char *json = g_strdup_printf ("\"%s\"", dolen_permission_code (permission));
  const Act act = { "set-permission", part, who, FALSE };

  return set_json (dir, kind, uid, &act, json, error);
}

static gint64
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, why);
  return 0;
}

gint64
dolen_edit_set_text_state (DolenDirectory *dir,
                           const char *kind,
                           const char *uid,
                           const char *field,
                           DolenTextState state,
                           const char *who,
                           GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_auto (DolenEditRecord) record = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  DolenHistoryEntry entry = { 0 };
  DolenBilingual *text;
  gboolean welsh = g_str_has_suffix (field, "_cy");
  gint64 id;

  if (transaction == NULL || !dolen_edit_record_load (dir, kind, uid, &record, error))
    return 0;
  text = dolen_field_get_bilingual (kind, record.record, field);
  if (text == NULL || (welsh ? text->cy : text->en) == NULL || state == DOLEN_TEXT_MISSING)
    return refuse (error, _ ("There is no text to check."));
  before = dolen_edit_record_describe (&record, field);
  *(welsh ? &text->cy_state : &text->en_state) = state;
  after = dolen_edit_record_describe (&record, field);
  if (g_strcmp0 (before, after) == 0)
    return DOLEN_EDIT_UNCHANGED;
  entry = (DolenHistoryEntry){ .who = (char *) who,
                               .act = (char *) "set-state",
                               .kind = (char *) kind,
                               .record_uid = (char *) uid,
                               .field = (char *) field,
                               .before = before,
                               .after = after };
  if (!dolen_edit_record_save (dir, &record, error))
    return 0;
  id = dolen_history_add (dir, &entry, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

gint64
dolen_edit_pause (DolenDirectory *dir,
                  const char *service_uid,
                  const char *until,
                  const char *note,
                  DolenToldBy how,
                  const char *told_by,
                  const char *who,
                  GError **error)
{
  g_autoptr (DolenCapacity) report = dolen_capacity_new ();

  if (until != NULL && !dolen_date_is_valid (until)) {
    g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("“%s” is not a date."), until);
    return 0;
  }
  report->status = DOLEN_CAPACITY_PAUSED;
  report->returns_on = g_strdup (until);
  report->note = g_strdup (note);
  report->source = how;
  report->told_by = g_strdup (told_by);
  return dolen_edit_set_capacity (dir, service_uid, report, who, error);
}

static gint64
set_closing (DolenDirectory *dir,
             const char *act_name,
             const DolenService *closing,
             const char *who,
             GError **error)
{
  const Act act = { act_name, "closing", who, FALSE };
  g_autofree char *json = dolen_part_to_json ("service", closing, "closing");

  return set_json (dir, "service", closing->uid, &act, json, error);
}

gint64
dolen_edit_close (DolenDirectory *dir,
                  const char *service_uid,
                  const char *on,
                  const char *reason,
                  const char *successor_uid,
                  const char *who,
                  GError **error)
{
  g_autoptr (DolenService) closing = dolen_service_new ();

  if (successor_uid != NULL) {
    g_autoptr (DolenService) successor = dolen_directory_get_service (dir, successor_uid, error);

    if (successor == NULL)
      return 0;
  }
  closing->uid = g_strdup (service_uid);
  closing->status = DOLEN_SERVICE_DEFUNCT;
  closing->closed_on = on != NULL ? g_strdup (on) : dolen_date_today ();
  closing->closed_reason = g_strdup (reason);
  closing->successor_uid = g_strdup (successor_uid);
  return set_closing (dir, "close", closing, who, error);
}

gint64
dolen_edit_reopen (DolenDirectory *dir, const char *service_uid, const char *who, GError **error)
{
  g_autoptr (DolenService) closing = dolen_service_new ();

  closing->uid = g_strdup (service_uid);
  return set_closing (dir, "reopen", closing, who, error);
}

static gint64
refuse_to_put_back (GError **error)
{
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_ALLOWED,
                       _ ("There is nothing from before this change to put back."));
  return 0;
}

/* @erased: (out): as dolen_erase_hidden() gives it */
static gint64
put_back (DolenDirectory *dir,
          const DolenHistoryEntry *entry,
          const char *who,
          gboolean *erased,
          GError **error)
{
  const Act act = { "put-back", entry->field, who, FALSE };
  g_auto (DolenEditRecord) record = { 0 };
  g_autoptr (DolenVenue) shown = NULL;
  g_autofree char *before = NULL;
  g_autofree char *old = NULL;
  g_autofree char *value = NULL;
  gint64 id;

  if (!dolen_edit_record_load (dir, entry->kind, entry->record_uid, &record, error))
    return 0;
  if (!dolen_edit_record_has (&record, entry->field))
    return refuse_to_put_back (error);
  shown = dolen_erase_dup_shown (&record);
  old = dolen_edit_record_get (&record, entry->field);
  before = dolen_edit_record_describe (&record, entry->field);
  if (!dolen_edit_restore (dir, &record, entry->field, entry->before, &value, error))
    return 0;
  id = write_change (dir, &record, &act, before, old, error);
  return id > 0 && !dolen_erase_hidden (dir, shown, &record, erased, error) ? 0 : id;
}

gint64
dolen_edit_put_back (DolenDirectory *dir, gint64 history_id, const char *who, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autoptr (DolenHistoryEntry) entry = NULL;
  gboolean erased = FALSE;
  gint64 id;

  if (transaction == NULL || (entry = dolen_history_get (dir, history_id, error)) == NULL)
    return 0;
  if (g_strcmp0 (entry->field, DOLEN_EDIT_FACTS) == 0)
    id = dolen_edit_undo (dir, history_id, who, error);
  else if (entry->field == NULL)
    return refuse_to_put_back (error);
  else
    id = put_back (dir, entry, who, &erased, error);
  if (id <= 0)
    return id;
  if (!dolen_transaction_commit (transaction, error))
    return 0;
  if (erased)
    dolen_erasure_settle (dir);
  return id;
}
