/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "directory/dolen-known.h"
#include "exchange/dolen-read-values.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A record in a Dolen's export that is here already and came from elsewhere, or was made here: what
 * a file says otherwise is taken over, what a feed does is asked about, and the rest stays. */

gboolean
dolen_import_is_copy (const DolenImportCopy *copy,
                      const char *kind,
                      const char *foreign_id,
                      const char *uid,
                      gboolean *is_copy,
                      GError **error)
{
  g_autofree char *home = NULL;
  gboolean there;

  *is_copy = FALSE;
  if (strcmp (foreign_id, uid) != 0)
    return TRUE;
  if (!dolen_known_home (copy->directory, kind, uid, &there, &home, error))
    return FALSE;
  *is_copy = there && g_strcmp0 (home, copy->context->source_uid) != 0;
  return TRUE;
}

/* ---- rows of a sheet ---- */

static void
name_venue (DolenService *service, const char *uid)
{
  DolenVenue *venue = service->venues->len == 1 ? service->venues->pdata[0] : NULL;

  if (!venue)
    return;
  for (guint i = 0; i < service->schedules->len; i++) {
    DolenSchedule *schedule = service->schedules->pdata[i];

    g_free (schedule->venue_uid);
    schedule->venue_uid = g_strdup (uid);
  }
  g_free (venue->uid);
  venue->uid = g_strdup (uid);
}

static gboolean
is_certain (const DolenSchedule *schedule)
{
  return schedule->freq != NULL || schedule->byday != NULL || schedule->dtstart != NULL;
}

static void
note (const DolenImportCopy *copy, const char *why)
{
  dolen_import_report_row (copy->report->noted, copy->path, copy->row, why);
}

static gboolean
has_name (const DolenBilingual *name, const char *given)
{
  return given == NULL || g_strcmp0 (name->en, given) == 0 || g_strcmp0 (name->cy, given) == 0;
}

gboolean
dolen_import_note_organisation (const DolenImportCopy *copy,
                                const char *service_uid,
                                const DolenOrganisation *organisation,
                                GError **error)
{
  g_autoptr (DolenService) stored
             = dolen_directory_get_service (copy->directory, service_uid, error);
  g_autoptr (DolenOrganisation) here = NULL;

  if (!stored)
    return FALSE;
  if (stored->organisation_uid) {
    here = dolen_directory_get_organisation (copy->directory, stored->organisation_uid, error);
    if (!here)
      return FALSE;
  }
  if (!here || !has_name (&here->name, organisation->name.en)
      || !has_name (&here->name, organisation->name.cy))
    note (copy,
          _ ("Its organisation has another name here, which stays: change it in the listing."));
  return TRUE;
}

gboolean
dolen_import_name_organisation (const DolenImportCopy *copy, json_object *record, GError **error)
{
  json_object *organisation = dolen_json_get (dolen_json_get (record, "service"), "organization");
  g_autofree char *id = dolen_json_get_line (organisation, "id");
  g_autofree char *before = dolen_read_made_id (organisation);
  g_autofree char *known = NULL;
  gboolean there, taken;

  if (copy->form != DOLEN_OWN_SHEET || !id || !before)
    return TRUE;
  if (!dolen_known_record (copy->directory, "organisation", id, &there, error))
    return FALSE;
  known = dolen_directory_find_by_source (
      copy->directory, copy->context->source_uid, "organisation", id, NULL);
  return there || known
         || dolen_directory_writer_rename_record (
             copy->writer, "organisation", before, id, &taken, error);
}

static gboolean
has_same_words (const DolenService *said, const DolenService *base)
{
  if (said->schedules->len != base->schedules->len)
    return FALSE;
  for (guint i = 0; i < said->schedules->len; i++) {
    const DolenSchedule *a = said->schedules->pdata[i], *b = base->schedules->pdata[i];
    if (g_strcmp0 (a->description.en, b->description.en) != 0
        || g_strcmp0 (a->description.cy, b->description.cy) != 0
        || g_strcmp0 (a->byday, b->byday) != 0)
      return FALSE;
  }
  return TRUE;
}

/* A row knows its place by the address, here it is the first that is told. Times that are only
 * words there are better known here. */
static gboolean
fit_row (const DolenImportCopy *copy, DolenService *said, DolenService *base, GError **error)
{
  g_autoptr (DolenService) stored = dolen_directory_get_service (copy->directory, said->uid, error);

  if (!stored)
    return FALSE;
  for (guint i = 0; i < stored->venues->len; i++) {
    const DolenVenue *venue = stored->venues->pdata[i];

    if (venue->hide_address || venue->no_map)
      continue;
    name_venue (said, venue->uid);
    name_venue (base, venue->uid);
    break;
  }
  for (guint i = 0; i < said->schedules->len; i++)
    if (!is_certain (said->schedules->pdata[i])) {
      if (!has_same_words (said, base))
        note (copy, _ ("Its times could not be read, and stay as they are here."));
      g_ptr_array_set_size (said->schedules, 0);
      break;
    }
  return TRUE;
}

/* ---- the merge ---- */

/* One copy on its way. */
typedef struct {
  const DolenImportCopy *copy;
  const DolenSourceRecord *record;
  const char *last; /* (nullable): what the source said of it last */
  DolenSaidHow how;
} Coming;

static gboolean
take_service (const Coming *coming,
              const DolenService *service,
              DolenSaidResult *result,
              GError **error)
{
  const DolenImportCopy *copy = coming->copy;
  g_autoptr (DolenService) said = dolen_service_copy (service);
  g_auto (DolenFound) found = { 0 };
  DolenFoundService *before;

  dolen_found_init (&found);
  if (coming->last)
    dolen_own_word_read (coming->last, copy->context, &found);
  else if (!dolen_own_word_service (copy->directory,
                                    service->uid,
                                    copy->form,
                                    coming->record->json,
                                    copy->columns,
                                    copy->context,
                                    &found,
                                    error))
    return FALSE;
  if (found.services->len == 0)
    return TRUE;
  before = found.services->pdata[0];
  if (copy->form == DOLEN_OWN_SHEET && !fit_row (copy, said, before->service, error))
    return FALSE;
  return dolen_directory_writer_take_service (
      copy->writer, said, before->service, coming->how, result, error);
}

static gboolean
take_organisation (const Coming *coming,
                   const DolenOrganisation *organisation,
                   DolenSaidResult *result,
                   GError **error)
{
  const DolenImportCopy *copy = coming->copy;
  g_autoptr (DolenOrganisation) base
             = coming->last ? dolen_own_word_parse_organisation (
                   coming->last, coming->record->foreign_id, copy->context)
                            : dolen_own_word_organisation (copy->directory,
                                                           organisation->uid,
                                                           copy->form,
                                                           coming->record->json,
                                                           copy->context,
                                                           error);

  return base != NULL
         && dolen_directory_writer_take_organisation (
             copy->writer, organisation, base, coming->how, result, error);
}

static gboolean
take (const Coming *coming,
      const DolenService *service,
      const DolenOrganisation *organisation,
      DolenRecordState *state,
      GError **error)
{
  DolenSaidResult result = { 0 };
  DolenRecordState ignored;

  if (service ? !take_service (coming, service, &result, error)
              : !take_organisation (coming, organisation, &result, error))
    return FALSE;
  *state = result.taken ? DOLEN_RECORD_CHANGED : DOLEN_RECORD_UNCHANGED;
  /* Where nothing differs nothing is written, not even that it was read. */
  return (!coming->last && !result.taken && !result.clash)
         || dolen_directory_writer_put_record (
             coming->copy->writer, coming->record, &ignored, error);
}

gboolean
dolen_import_put_copy (const DolenImportCopy *copy,
                       const DolenSourceRecord *record,
                       const DolenService *service,
                       const DolenOrganisation *organisation,
                       DolenRecordState *state,
                       GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *hash = NULL, *home = NULL;
  g_autofree char *last = dolen_directory_get_source_json (
      copy->directory, copy->context->source_uid, record->kind, record->foreign_id, &hash, &failed);
  Coming coming = { copy, record, last, DOLEN_SAID_TAKE };
  gboolean there;

  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  *state = DOLEN_RECORD_UNCHANGED;
  /* A feed that is met for the first time may know less than is known here: from now on its changes
   * are asked about. It is not the record's own, and anybody can repeat a uid. */
  if (last ? strcmp (hash, record->hash) == 0 : copy->is_feed) {
    DolenRecordState ignored;
    return dolen_directory_writer_put_record (copy->writer, record, &ignored, error);
  }
  if (last && !dolen_import_is_word_of_feed (last, hash))
    coming.last = NULL;
  if (!dolen_known_home (copy->directory, record->kind, record->record_uid, &there, &home, error))
    return FALSE;
  if (copy->is_feed)
    coming.how = DOLEN_SAID_ASK;
  else if (home)
    coming.how = DOLEN_SAID_MARK;
  return take (&coming, service, organisation, state, error);
}
