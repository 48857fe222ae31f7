/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edit-record.h"

#include "base/dolen-error.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-parts.h"

#include <glib/gi18n-lib.h>

static gboolean
is_service (const char *kind)
{
  return g_strcmp0 (kind, "service") == 0;
}

static gboolean
is_venue (const char *kind)
{
  return g_strcmp0 (kind, "venue") == 0;
}

gboolean
dolen_edit_record_load (
    DolenDirectory *dir, const char *kind, const char *uid, DolenEditRecord *record, GError **error)
{
  *record = (DolenEditRecord){ .kind = kind, .uid = uid };
  if (is_service (kind)) {
    record->record = dolen_directory_get_service (dir, uid, error);
  } else if (g_strcmp0 (kind, "organisation") == 0) {
    record->record = dolen_directory_get_organisation (dir, uid, error);
  } else if (is_venue (kind)) {
    record->record = dolen_directory_get_venue (dir, uid, error);
  } else {
    g_set_error (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There is no kind of record %s."), kind);
  }
  return record->record != NULL;
}

static gboolean
drop_unused (DolenDirectory *dir, const GPtrArray *venues, GError **error)
{
  for (guint i = 0; venues != NULL && i < venues->len; i++) {
    DolenRow row;

    if (!dolen_directory_row (dir,
                              "DELETE FROM venue WHERE uid = ? AND NOT EXISTS"
                              " (SELECT 1 FROM service_venue WHERE service_venue.venue = venue.id)",
                              &row,
                              error))
      return FALSE;
    dolen_row_put_text (&row, g_ptr_array_index (venues, i));
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
dolen_edit_record_save (DolenDirectory *dir, const DolenEditRecord *record, GError **error)
{
  if (is_service (record->kind))
    return dolen_directory_save_service (dir, record->record, error)
           && drop_unused (dir, record->venues_had, error);
  if (is_venue (record->kind))
    return dolen_directory_save_venue (dir, record->record, error);
  return dolen_directory_save_organisation (dir, record->record, error);
}

gboolean
dolen_edit_record_has (const DolenEditRecord *record, const char *name)
{
  return dolen_field_exists (record->kind, name) || dolen_part_exists (record->kind, name);
}

char *
dolen_edit_record_get (const DolenEditRecord *record, const char *name)
{
  return dolen_field_exists (record->kind, name)
             ? dolen_field_get (record->kind, record->record, name)
             : dolen_part_to_json (record->kind, record->record, name);
}

/* A venue is edited as a venue: what a service's list says of one that is stored is only that it
 * is there. */
static gboolean
take_stored_venues (DolenDirectory *dir, DolenService *service, GError **error)
{
  for (guint i = 0; i < service->venues->len; i++) {
    DolenVenue *venue = g_ptr_array_index (service->venues, i), *stored;
    g_autoptr (GError) missing = NULL;

    if (venue->uid == NULL)
      continue;
    stored = dolen_directory_get_venue (dir, venue->uid, &missing);
    if (stored != NULL) {
      service->venues->pdata[i] = stored;
      dolen_venue_free (venue);
    } else if (!g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  }
  return TRUE;
}

static void
remember_venues (DolenEditRecord *record)
{
  const DolenService *service = record->record;

  if (record->venues_had == NULL)
    record->venues_had = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < service->venues->len; i++)
    g_ptr_array_add (record->venues_had,
                     g_strdup (((DolenVenue *) service->venues->pdata[i])->uid));
}

gboolean
dolen_edit_record_put (DolenDirectory *dir,
                       DolenEditRecord *record,
                       const char *name,
                       const char *value,
                       GError **error)
{
  gboolean venues = is_service (record->kind) && g_strcmp0 (name, "venues") == 0;

  if (dolen_field_exists (record->kind, name))
    return dolen_field_set (record->kind, record->record, name, value, error);
  if (venues)
    remember_venues (record);
  if (!dolen_part_exists (record->kind, name)
      || !dolen_part_from_json (record->kind, record->record, name, value)) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 _ ("What should stand in %s cannot be read."),
                 name);
    return FALSE;
  }
  return !venues || take_stored_venues (dir, record->record, error);
}

char *
dolen_edit_record_describe (const DolenEditRecord *record, const char *field)
{
  g_autofree char *value = dolen_edit_record_get (record, field);

  if (!dolen_field_exists (record->kind, field))
    return dolen_edit_json_part (value);
  return dolen_edit_json_value (value,
                                dolen_field_get_bilingual (record->kind, record->record, field));
}

void
dolen_edit_record_clear (DolenEditRecord *record)
{
  if (is_service (record->kind))
    dolen_service_free (record->record);
  else if (is_venue (record->kind))
    dolen_venue_free (record->record);
  else
    dolen_organisation_free (record->record);
  record->record = NULL;
  g_clear_pointer (&record->venues_had, g_ptr_array_unref);
}
