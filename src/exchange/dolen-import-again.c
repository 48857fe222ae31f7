/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "base/dolen-id.h"
#include "directory/dolen-known.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an import meets of its own source: which of it is missing now, and which rows of a table are
 * records that were known by another name or postcode. */

void
dolen_import_before_clear (DolenImportBefore *before)
{
  dolen_again_clear (&before->again);
}

/* So few may always go: of two or three groups, half is soon gone. */
#define FEW 2

gboolean
dolen_import_is_loss (const DolenImportBefore *before)
{
  return before->missing > FEW && before->missing > before->present / 2;
}

typedef struct {
  DolenImportBefore *before;
  DolenImportScan *scan;
  DolenDirectory *directory;
  GHashTable *stored; /* (nullable) id -> DolenRowSigns */
} Looking;

static void
look_at (const DolenSourceRecord *record, gboolean gone, gpointer user_data)
{
  Looking *looking = user_data;
  const char *id
      = dolen_import_scan_plain_id (looking->scan, looking->directory, record->foreign_id);
  DolenRowSigns *signs;

  looking->before->present += !gone;
  looking->before->missing += !gone && !dolen_import_scan_entry (looking->scan, id);
  signs = record->json ? dolen_row_signs_parse (id, record->json) : NULL;
  if (!signs)
    return;
  signs->gone = gone;
  g_hash_table_insert (looking->stored, signs->id, signs);
}

static gboolean
is_known_organisation (const char *organisation_id, gpointer user_data)
{
  DolenImportKnown *known = user_data;
  g_autofree char *uid = dolen_directory_find_by_source (
      known->directory, known->source_uid, "organisation", organisation_id, NULL);

  return uid != NULL;
}

static void
find_again (Looking *looking, DolenDirectory *directory, const char *source_uid)
{
  DolenAgain *again = &looking->before->again;
  DolenImportKnown known = { .directory = directory, .source_uid = source_uid };
  g_autoptr (GPtrArray) rows = dolen_import_scan_rows (looking->scan);

  dolen_again_find_rows (again, rows, looking->stored, looking->before->present);
  dolen_again_find_organisations (again, rows, looking->stored, is_known_organisation, &known);
  /* Those that were in the last reading and are known again are not missing. */
  for (guint i = 0; i < again->services->len; i++) {
    const DolenAgainSame *same = again->services->pdata[i];
    const DolenRowSigns *last = g_hash_table_lookup (looking->stored, same->before);

    looking->before->missing -= !last->gone;
  }
}

gboolean
dolen_import_look_back (DolenImportBefore *before,
                        DolenDirectory *directory,
                        const char *source_uid,
                        DolenImportScan *scan,
                        GError **error)
{
  g_autoptr (GHashTable) stored = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify) dolen_row_signs_free);
  Looking looking = { before, scan, directory, stored };
  gboolean tables = g_hash_table_size (scan->rows) > 0;

  dolen_again_init (&before->again);
  if (!dolen_directory_each_source_record (
          directory, source_uid, "service", tables, look_at, &looking, error))
    return FALSE;
  if (tables)
    find_again (&looking, directory, source_uid);
  return TRUE;
}

static gboolean
rename_all (const GPtrArray *list,
            const char *kind,
            DolenDirectoryWriter *writer,
            DolenImportReport *report,
            GError **error)
{
  for (guint i = 0; i < list->len; i++) {
    const DolenAgainSame *same = list->pdata[i];
    gboolean taken;

    if (!dolen_directory_writer_rename_record (
            writer, kind, same->before, same->now, &taken, error))
      return FALSE;
    if (taken) /* what is kept of that one cannot be read: it was not seen to be known */
      dolen_import_report_row (
          report->noted,
          same->path,
          same->row,
          _ ("It was read before, but what was kept of it was damaged. It is read anew."));
    else
      dolen_import_report_row (report->same, same->path, same->row, same->why);
  }
  return TRUE;
}

gboolean
dolen_import_know_again (const DolenImportBefore *before,
                         DolenDirectoryWriter *writer,
                         DolenImportReport *report,
                         GError **error)
{
  const DolenAgain *again = &before->again;

  for (guint i = 0; i < again->doubts->len; i++) {
    const DolenAgainSame *doubt = again->doubts->pdata[i];
    dolen_import_report_row (report->doubtful, doubt->path, doubt->row, doubt->why);
  }
  return rename_all (again->services, "service", writer, report, error)
         && rename_all (again->organisations, "organisation", writer, report, error);
}

/* Records keep the uid under which they came in, whatever their id is made of now; and an id that
 * is the uid of a record here is that record's, from a Dolen's export. */
char *
dolen_import_known_uid (const char *kind, const char *foreign_id, gpointer user_data)
{
  DolenImportKnown *known = user_data;
  gboolean is_venue = strcmp (kind, "venue") == 0;
  char *uid = is_venue ? dolen_id_for_foreign (known->source_uid, kind, foreign_id)
                       : dolen_directory_find_by_source (
                           known->directory, known->source_uid, kind, foreign_id, NULL);
  gboolean there = uid != NULL && !is_venue;

  if (!there && dolen_id_is_valid (foreign_id)) {
    /* A venue came in under the uid of its source, before ids of a Dolen were kept. */
    if (is_venue && dolen_known_record (known->directory, kind, uid, &there, NULL) && there)
      return uid;
    g_free (uid);
    dolen_known_record (known->directory, kind, foreign_id, &there, NULL);
    return there ? g_strdup (foreign_id) : NULL;
  }
  if (!there)
    g_clear_pointer (&uid, g_free);
  return uid;
}

static void
move_to_venue (DolenService *service, const char *uid)
{
  DolenVenue *venue = service->venues->pdata[0];

  for (guint i = 0; i < service->schedules->len; i++) {
    DolenSchedule *schedule = service->schedules->pdata[i];

    if (g_strcmp0 (schedule->venue_uid, venue->uid) == 0) {
      g_free (schedule->venue_uid);
      schedule->venue_uid = g_strdup (uid);
    }
  }
  g_free (venue->uid);
  venue->uid = g_strdup (uid);
}

/* Whether a row of the files is still at the place. */
static gboolean
is_in_files (DolenImportKnown *known, const DolenImportScan *scan, const char *uid)
{
  GHashTableIter each;
  gpointer id;

  if (g_hash_table_size (known->here) == 0) {
    g_hash_table_iter_init (&each, scan->places);
    while (g_hash_table_iter_next (&each, &id, NULL))
      g_hash_table_add (known->here, dolen_id_for_foreign (known->source_uid, "venue", id));
  }
  return g_hash_table_contains (known->here, uid);
}

void
dolen_import_known_init (DolenImportKnown *known, DolenDirectory *directory, const char *source_uid)
{
  known->directory = directory;
  known->source_uid = source_uid;
  known->venues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known->here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  known->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
dolen_import_known_clear (DolenImportKnown *known)
{
  g_clear_pointer (&known->venues, g_hash_table_unref);
  g_clear_pointer (&known->here, g_hash_table_unref);
  g_clear_pointer (&known->taken, g_hash_table_unref);
}

gboolean
dolen_import_keep_venue (DolenImportKnown *known,
                         const DolenImportScan *scan,
                         DolenService *service,
                         GError **error)
{
  const DolenVenue *venue = service->venues->len == 1 ? service->venues->pdata[0] : NULL;
  const char *same;
  g_autofree char *last = NULL;
  gboolean there;

  if (!venue || g_hash_table_size (scan->rows) == 0)
    return TRUE;
  same = g_hash_table_lookup (known->venues, venue->uid);
  if (same) {
    move_to_venue (service, same);
    return TRUE;
  }
  if (!dolen_known_record (known->directory, "venue", venue->uid, &there, error)
      || (!there && !dolen_known_only_venue (known->directory, service->uid, &last, error)))
    return FALSE;
  if (!last || is_in_files (known, scan, last) || !g_hash_table_add (known->taken, g_strdup (last)))
    return TRUE;
  g_hash_table_insert (known->venues, g_strdup (venue->uid), g_strdup (last));
  move_to_venue (service, last);
  return TRUE;
}
