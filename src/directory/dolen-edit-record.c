/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edit-record.h"

#include "base/dolen-error.h"
#include "directory/dolen-edit-json.h"

#include <glib/gi18n-lib.h>

static gboolean
is_service (const char *kind)
{
  return g_strcmp0 (kind, "service") == 0;
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
  } else {
    g_set_error (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There is no kind of record %s."), kind);
  }
  return record->record != NULL;
}

gboolean
dolen_edit_record_save (DolenDirectory *dir, const DolenEditRecord *record, GError **error)
{
  if (is_service (record->kind))
    return dolen_directory_save_service (dir, record->record, error);
  return dolen_directory_save_organisation (dir, record->record, error);
}

char *
dolen_edit_record_describe (const DolenEditRecord *record, const char *field)
{
  g_autofree char *value = dolen_field_get (record->kind, record->record, field);

  return dolen_edit_json_value (value,
                                dolen_field_get_bilingual (record->kind, record->record, field));
}

void
dolen_edit_record_clear (DolenEditRecord *record)
{
  if (is_service (record->kind))
    dolen_service_free (record->record);
  else
    dolen_organisation_free (record->record);
  record->record = NULL;
}
