/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-work.h"

#include "base/dolen-error.h"
#include "directory/keeping/dolen-import-oddities.h"
#include "exchange/dolen-given-out.h"
#include "exchange/dolen-hidden.h"
#include "exchange/dolen-import-changes.h"
#include "exchange/dolen-read-values.h"
#include "format/dolen-json-value.h"

#include <string.h>

/* The records of an import, one after the other, into the directory. */

/* A service on its way into the store, with its provenance taken out of the record. */
typedef struct {
  DolenFoundService *found;
  GString *json;
  DolenImportPlace place;
} Waiting;

void
dolen_import_waiting_free (gpointer data)
{
  Waiting *waiting = data;

  dolen_found_service_free (waiting->found);
  g_string_free (waiting->json, TRUE);
  g_free (waiting);
}

static Waiting *
wait_for (const DolenImportWork *import, DolenFoundService *found)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  gsize length;
  const char *json = dolen_json_normal (found->json, &length);

  waiting->json = g_string_new_len (json, length);
  waiting->found = found;
  waiting->place = import->place;
  found->json = NULL;
  return waiting;
}

/* For the reader: whether an organisation was read before in this import. */
gboolean
dolen_import_organisation_seen (const char *foreign_id, json_object *json, gpointer user_data)
{
  DolenImportWork *import = user_data;
  gint64 key = dolen_import_key (foreign_id);
  const char *before = g_hash_table_lookup (import->organisations, &key);
  g_autofree char *hash = NULL;
  const char *normal;
  gsize length;

  if (!before)
    return FALSE;
  normal = dolen_json_normal (json, &length);
  hash = dolen_import_hash (normal, length);
  if (strcmp (hash, before) != 0)
    dolen_read_odd (&import->context, DOLEN_ODDITY_ORGANISATION_DIFFERS, "organization", NULL);
  return TRUE;
}

/* One statement of ours, kept prepared. */
static gboolean
run_kept (DolenImportWork *import, const char *sql, GError **error)
{
  DolenStatement *statement = dolen_directory_statement (import->directory, sql, error);

  return statement != NULL && dolen_statement_run (statement, error);
}

/* Provenance and record together, or neither. A savepoint of kept statements: preparing two for
 * each record took a twentieth of an import. */
static gboolean
begin_part (DolenImportWork *import, GError **error)
{
  return run_kept (import, "SAVEPOINT import_part", error);
}

static gboolean
end_part (DolenImportWork *import, gboolean ok, GError **error)
{
  if (ok)
    return run_kept (import, "RELEASE import_part", error);
  run_kept (import, "ROLLBACK TO import_part", NULL);
  run_kept (import, "RELEASE import_part", NULL);
  return FALSE;
}

static void
refuse (DolenImportWork *import, const DolenImportPlace *place, const char *why)
{
  dolen_import_report_refuse (import->report, place->path, place->record, place->byte, why);
}

/* What breaks a rule of the store, or is too large for it, is refused alone, and the rest goes on.
 * Control characters grow sixfold when a record is written in its normal form, so that one of 8 MB
 * may be. */
static gboolean
refuse_or_fail (DolenImportWork *import,
                const DolenImportPlace *place,
                GError *failed,
                GError **error)
{
  g_autoptr (GError) owned = failed;

  if (!g_error_matches (failed, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT)
      && !g_error_matches (failed, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE)) {
    g_propagate_error (error, g_steal_pointer (&owned));
    return FALSE;
  }
  refuse (import, place, failed->message);
  return TRUE;
}

static gboolean
put_organisation (DolenImportWork *import, DolenFoundOrganisation *found, GError **error)
{
  gint64 key = dolen_import_key (found->foreign_id);
  gsize length;
  const char *json = dolen_json_normal (found->json, &length);
  g_autofree char *hash = dolen_import_hash (json, length);
  DolenSourceRecord record
      = { "organisation", found->foreign_id, found->organisation->uid, json, hash };
  DolenRecordState state;
  GError *failed = NULL;
  gboolean is_copy;
  gboolean ok
      = begin_part (import, &failed)
        && dolen_import_is_copy (
            &import->copy, record.kind, record.foreign_id, record.record_uid, &is_copy, &failed);

  if (ok && is_copy)
    ok = dolen_import_put_copy (&import->copy, &record, NULL, found->organisation, &state, &failed);
  else
    ok = ok && dolen_directory_writer_put_record (import->writer, &record, &state, &failed)
         && (state == DOLEN_RECORD_UNCHANGED
             || dolen_directory_writer_put_organisation (
                 import->writer, found->organisation, &failed));
  if (!end_part (import, ok, &failed))
    return refuse_or_fail (import, &import->place, failed, error);
  g_hash_table_insert (
      import->organisations, g_memdup2 (&key, sizeof key), g_steal_pointer (&hash));
  dolen_import_count (&import->report->organisations, state);
  return TRUE;
}

/* Its record may have been read long ago. */
static void
note_no_organisation (DolenImportWork *import,
                      const DolenFoundService *found,
                      const DolenImportPlace *place)
{
  DolenOddityExamples *examples = &import->report->examples;
  gpointer now = examples->data;

  dolen_oddities_add (&import->report->oddities, DOLEN_ODDITY_NO_ORGANISATION);
  examples->data = (gpointer) place;
  dolen_oddity_examples_add (examples,
                             DOLEN_ODDITY_NO_ORGANISATION,
                             dolen_bilingual_get (&found->service->name, DOLEN_LANGUAGE_EN),
                             "organization_id",
                             found->organisation_foreign_id);
  examples->data = now;
}

/* The uid of the organisation a service points at; NULL where nobody knows it. */
static gboolean
find_organisation (DolenImportWork *import,
                   DolenFoundService *found,
                   const DolenImportPlace *place,
                   GError **error)
{
  g_autoptr (GError) failed = NULL;
  gint64 key;

  if (!found->organisation_foreign_id)
    return TRUE;
  key = dolen_import_key (found->organisation_foreign_id);
  if (g_hash_table_contains (import->organisations, &key)) {
    found->service->organisation_uid
        = dolen_read_uid_of (&import->context, "organisation", found->organisation_foreign_id);
    return TRUE;
  }
  found->service->organisation_uid = dolen_directory_find_by_source (import->directory,
                                                                     import->context.source_uid,
                                                                     "organisation",
                                                                     found->organisation_foreign_id,
                                                                     &failed);
  if (!found->service->organisation_uid) {
    note_no_organisation (import, found, place);
    found->odd |= 1u << DOLEN_ODDITY_NO_ORGANISATION;
  }
  if (!failed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
put_record_and_service (DolenImportWork *import,
                        const DolenSourceRecord *record,
                        const DolenFoundService *found,
                        DolenRecordState *state,
                        GError **error)
{
  const DolenImportHooks *hooks = &import->options->hooks;
  const char *odd[DOLEN_N_ODDITIES + 1];
  DolenService *service = found->service;
  g_autoptr (DolenService) before = NULL;

  if (!dolen_directory_writer_put_record (import->writer, record, state, error))
    return FALSE;
  if (*state == DOLEN_RECORD_UNCHANGED)
    return TRUE;
  if (hooks->tag_service != NULL)
    hooks->tag_service (service, hooks->user_data);
  dolen_oddities_codes (found->odd, odd);
  if (*state == DOLEN_RECORD_CHANGED && dolen_import_wants_changes (import->report))
    before = dolen_directory_get_service (import->directory, service->uid, NULL);
  if (!dolen_directory_writer_put_service (import->writer, service, error)
      || !dolen_directory_note_oddities (import->directory, service->uid, odd, error))
    return FALSE;
  if (before != NULL)
    dolen_import_note_change (import->report, before, service);
  return TRUE;
}

static gboolean
put_service (DolenImportWork *import,
             DolenFoundService *found,
             const char *json,
             gsize length,
             const DolenImportPlace *place,
             GError **error)
{
  g_autofree char *hash = dolen_import_hash (json, length);
  DolenSourceRecord record = { "service", found->foreign_id, found->service->uid, json, hash };
  DolenRecordState state;
  GError *failed = NULL;
  gboolean ok, is_copy;

  if (!dolen_import_is_copy (
          &import->copy, record.kind, record.foreign_id, record.record_uid, &is_copy, error)
      || (!is_copy && !find_organisation (import, found, place, error))
      || (!is_copy
          && !dolen_import_keep_venue (&import->known, import->scan, found->service, error)))
    return FALSE;
  ok = begin_part (import, &failed)
       && (is_copy ? dolen_import_put_copy (
               &import->copy, &record, found->service, NULL, &state, &failed)
                   : put_record_and_service (import, &record, found, &state, &failed));
  if (!end_part (import, ok, &failed))
    return refuse_or_fail (import, place, failed, error);
  dolen_import_count (&import->report->services, state);
  return TRUE;
}

/* Whether the organisation is still to come in these files. */
static gboolean
must_wait (DolenImportWork *import, const DolenFoundService *found)
{
  gint64 key;

  if (!found->organisation_foreign_id)
    return FALSE;
  key = dolen_import_key (found->organisation_foreign_id);
  return !g_hash_table_contains (import->organisations, &key)
         && g_hash_table_contains (import->scan->organisations, &key);
}

static gboolean
put_waiting (DolenImportWork *import, Waiting *waiting, GError **error)
{
  gboolean ok;

  if (must_wait (import, waiting->found)) {
    g_ptr_array_add (import->late, waiting);
    return TRUE;
  }
  ok = put_service (
      import, waiting->found, waiting->json->str, waiting->json->len, &waiting->place, error);
  dolen_import_waiting_free (waiting);
  return ok;
}

/* A service told venue by venue: written when the last of them was read. */
static gboolean
gather (DolenImportWork *import, DolenScanEntry *entry, DolenFoundService *found, GError **error)
{
  Waiting *so_far = g_hash_table_lookup (import->gathering, found->foreign_id);
  g_autofree char *key = NULL;

  if (!so_far) {
    so_far = wait_for (import, found);
    g_hash_table_insert (import->gathering, g_strdup (found->foreign_id), so_far);
  } else {
    const char *json = dolen_json_normal (found->json, NULL);
    g_string_append_printf (so_far->json, "\n%s", json);
    dolen_import_merge_venues (
        so_far->found->service, found->service, import->context.source_uid, found->foreign_id);
    if (import->copy.form == DOLEN_OWN_SHEET)
      dolen_import_merge_rows (so_far->found->service, found->service);
    so_far->found->odd |= found->odd;
    dolen_found_service_free (found);
  }
  if (entry->left > 0)
    return TRUE;
  g_hash_table_steal_extended (
      import->gathering, so_far->found->foreign_id, (gpointer *) &key, NULL);
  return put_waiting (import, so_far, error);
}

/* Takes @found. */
static gboolean
take_service (DolenImportWork *import, DolenFoundService *found, GError **error)
{
  DolenScanEntry *entry = dolen_import_scan_entry (import->scan, found->foreign_id);
  gboolean ok;
  gsize length;
  const char *json;

  if (entry != NULL)
    entry->left -= entry->left > 0;
  if (entry != NULL && entry->at_venue)
    return gather (import, entry, found, error);
  if (entry != NULL && (entry->best != import->record || entry->written)) {
    dolen_read_odd (&import->context, DOLEN_ODDITY_DUPLICATE_ID, "id", found->foreign_id);
    dolen_found_service_free (found);
    return TRUE;
  }
  if (entry != NULL)
    entry->written = TRUE;
  if (must_wait (import, found))
    return put_waiting (import, wait_for (import, found), error);
  json = dolen_json_normal (found->json, &length);
  ok = put_service (import, found, json, length, &import->place, error);
  dolen_found_service_free (found);
  return ok;
}

/* A feed of changes (RPDE) says itself what is gone. */
static gboolean
take_deleted (DolenImportWork *import, json_object *record, GError **error)
{
  g_autofree char *id = dolen_json_get_line (record, "id");
  DolenImportReport *report = import->report;
  gboolean deleted;

  dolen_dialect_unwrap (record, &deleted);
  return !deleted || !id
         || dolen_directory_writer_mark_one_gone (
             import->writer, "service", id, import->context.today, &report->gone, error);
}

/* An organisation that is here and came from elsewhere stays as it is: a sheet tells no more than
 * its name. */
static gboolean
keep_organisation (DolenImportWork *import,
                   const DolenFoundOrganisation *found,
                   gboolean *owned,
                   GError **error)
{
  gint64 key = dolen_import_key (found->foreign_id);
  gsize length;
  const char *json = dolen_json_normal (found->json, &length);

  if (!dolen_import_is_copy (
          &import->copy, "organisation", found->foreign_id, found->organisation->uid, owned, error))
    return FALSE;
  if (*owned)
    g_hash_table_insert (
        import->organisations, g_memdup2 (&key, sizeof key), dolen_import_hash (json, length));
  return TRUE;
}

/* The organisation of a group that is here is the one it has. */
static gboolean
has_own_organisation (DolenImportWork *import,
                      const DolenFound *found,
                      gboolean *owned,
                      GError **error)
{
  const DolenFoundService *service = found->services->len ? found->services->pdata[0] : NULL;

  const DolenFoundOrganisation *organisation
      = found->organisations->len ? found->organisations->pdata[0] : NULL;

  *owned = FALSE;
  if (import->copy.form != DOLEN_OWN_SHEET || !service)
    return TRUE;
  if (!dolen_import_is_copy (
          &import->copy, "service", service->foreign_id, service->service->uid, owned, error))
    return FALSE;
  if (!organisation)
    return TRUE;
  return *owned ? dolen_import_note_organisation (
             &import->copy, service->service->uid, organisation->organisation, error)
                : keep_organisation (import, organisation, owned, error);
}

gboolean
dolen_import_take_record (DolenImportWork *import, const DolenJsonItem *item, GError **error)
{
  gboolean owned;

  const DolenOddities before = import->report->oddities;
  g_auto (DolenFound) found = { 0 };
  guint64 odd;

  if (item->kind == DOLEN_JSON_REFUSED) {
    refuse (import, &import->place, item->refused->message);
    return TRUE;
  }
  import->context.record = item->value;
  for (guint i = 0; i < item->repeated_keys; i++)
    dolen_read_odd (&import->context, DOLEN_ODDITY_REPEATED_KEY, NULL, NULL);
  if (!take_deleted (import, item->value, error))
    return FALSE;
  if (import->options->given_out)
    dolen_given_out_mark (item->value);
  if (!dolen_import_name_organisation (&import->copy, item->value, error))
    return FALSE;
  dolen_found_init (&found);
  dolen_read_record (&import->context, item->value, item->container, &found);
  dolen_hidden_strip (item->value);
  odd = dolen_oddities_since (&before, &import->report->oddities);
  for (guint i = 0; i < found.services->len; i++)
    ((DolenFoundService *) found.services->pdata[i])->odd = odd;
  for (guint i = 0; i < found.refused->len; i++)
    refuse (import, &import->place, found.refused->pdata[i]);
  import->copy.path = import->place.path;
  import->copy.row = import->place.record;
  if (!has_own_organisation (import, &found, &owned, error))
    return FALSE;
  for (guint i = 0; i < found.organisations->len && !owned; i++)
    if (!put_organisation (import, found.organisations->pdata[i], error))
      return FALSE;
  while (found.services->len)
    if (!take_service (import, g_ptr_array_steal_index (found.services, 0), error))
      return FALSE;
  return TRUE;
}

gboolean
dolen_import_take_late (DolenImportWork *import, GError **error)
{
  GHashTableIter each;
  gpointer waiting;

  g_hash_table_iter_init (&each, import->gathering);
  while (g_hash_table_iter_next (&each, NULL, &waiting)) {
    Waiting *late = waiting;
    if (!put_service (import, late->found, late->json->str, late->json->len, &late->place, error))
      return FALSE;
  }
  for (guint i = 0; i < import->late->len; i++) {
    Waiting *late = import->late->pdata[i];
    if (!put_service (import, late->found, late->json->str, late->json->len, &late->place, error))
      return FALSE;
  }
  return TRUE;
}
