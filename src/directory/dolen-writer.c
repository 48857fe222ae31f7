/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-writer-private.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "directory/dolen-import-before.h"
#include "directory/dolen-keep-edits.h"
#include "directory/dolen-merge.h"
#include "directory/dolen-sources.h"

/* Up to this part of the directory, changed services have their search rows rewritten one by one;
 * beyond, all anew is cheaper. */
#define FEW 10

static gboolean
begin (DolenDirectoryWriter *writer, GError **error)
{
  gint64 last = 0;

  writer->transaction = dolen_transaction_begin (writer->dir->db, error);
  if (writer->transaction == NULL || !dolen_store_source (writer->dir, writer->source, error)
      || !dolen_db_get_int64 (writer->dir->db, "SELECT max (id) FROM history", &last, error))
    return FALSE;
  writer->at = dolen_time_now ();
  writer->history = last + 1;
  writer->erased = dolen_erased_load (writer->dir, error);
  return writer->erased != NULL;
}

/* Before anything is changed: the entry of the history, which is there already but for the first
 * change, and for one that was rolled back with it. */
static gboolean
ensure_entry (DolenDirectoryWriter *writer, GError **error)
{
  g_autofree char *uid = dolen_id_new ();
  DolenRow row;

  if (!dolen_directory_row (writer->dir,
                            "INSERT OR IGNORE INTO history (id, uid, at, act, kind, record_uid)"
                            " VALUES (?, ?, ?, 'import', 'source', ?)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, writer->history);
  dolen_row_put_text (&row, uid);
  dolen_row_put_int (&row, writer->at);
  dolen_row_put_text (&row, writer->source->uid);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_writer_keep_before (DolenDirectoryWriter *writer,
                          const char *kind,
                          const char *uid,
                          GError **error)
{
  return ensure_entry (writer, error)
         && dolen_import_before_keep (writer->dir, writer->history, kind, uid, error);
}

DolenDirectoryWriter *
dolen_directory_writer_new (DolenDirectory *dir, const DolenSource *source, GError **error)
{
  g_autoptr (DolenDirectoryWriter) writer = g_new0 (DolenDirectoryWriter, 1);

  writer->dir = dir;
  writer->source = dolen_source_copy (source);
  writer->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  writer->services = g_array_new (FALSE, FALSE, sizeof (gint64));
  return begin (writer, error) ? g_steal_pointer (&writer) : NULL;
}

void
dolen_directory_writer_free (DolenDirectoryWriter *writer)
{
  if (writer == NULL)
    return;
  g_clear_pointer (&writer->transaction, dolen_transaction_free);
  g_clear_pointer (&writer->services, g_array_unref);
  g_clear_pointer (&writer->erased, dolen_erased_free);
  g_clear_pointer (&writer->seen, g_hash_table_unref);
  g_clear_pointer (&writer->source, dolen_source_free);
  g_free (writer);
}

static gboolean
insert_record (DolenDirectoryWriter *writer, const DolenSourceRecord *record, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (writer->dir,
                            "INSERT INTO source_record (source, kind, foreign_id, record_uid,"
                            " json, hash, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, writer->source->id);
  dolen_row_put_text (&row, record->kind);
  dolen_row_put_text (&row, record->foreign_id);
  dolen_row_put_text (&row, record->record_uid);
  dolen_row_put_text (&row, record->json);
  dolen_row_put_text (&row, record->hash);
  dolen_row_put_int (&row, writer->at);
  return dolen_statement_run (row.statement, error);
}

static gboolean
update_record (DolenDirectoryWriter *writer,
               gint64 id,
               const DolenSourceRecord *record,
               GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (writer->dir,
                            "UPDATE source_record SET record_uid = ?, json = ?, hash = ?,"
                            " seen_at = ?, gone_since = NULL WHERE id = ?",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, record->record_uid);
  dolen_row_put_text (&row, record->json);
  dolen_row_put_text (&row, record->hash);
  dolen_row_put_int (&row, writer->at);
  dolen_row_put_int (&row, id);
  return dolen_statement_run (row.statement, error);
}

/* A record that had gone and is back: the service is shown again. */
static gboolean
bring_back (DolenDirectoryWriter *writer,
            const DolenSourceRecord *record,
            gint64 id,
            GError **error)
{
  DolenRow row;

  if (!dolen_writer_keep_before (writer, record->kind, record->record_uid, error)
      || !dolen_directory_run (
          writer->dir, "UPDATE source_record SET gone_since = NULL WHERE id = ?1", id, error)
      || !dolen_directory_row (writer->dir,
                               "UPDATE service SET gone_since = NULL"
                               " WHERE uid = ? AND gone_since IS NOT NULL",
                               &row,
                               error))
    return FALSE;
  dolen_row_put_text (&row, record->record_uid);
  return dolen_statement_run (row.statement, error);
}

typedef struct {
  gint64 id; /* 0: there is none */
  gboolean same;
  gboolean gone;
} Known;

static gboolean
find_record (DolenDirectoryWriter *writer,
             const DolenSourceRecord *record,
             Known *known,
             GError **error)
{
  DolenRow row;
  gboolean found = FALSE;

  *known = (Known){ 0 };
  if (!dolen_directory_row (writer->dir,
                            "SELECT id, hash, gone_since FROM source_record"
                            " WHERE source = ? AND kind = ? AND foreign_id = ?",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, writer->source->id);
  dolen_row_put_text (&row, record->kind);
  dolen_row_put_text (&row, record->foreign_id);
  if (!dolen_statement_step (row.statement, &found, error))
    return FALSE;
  if (found) {
    known->id = dolen_statement_get_int64 (row.statement, 0);
    known->same = g_strcmp0 (dolen_statement_get_text (row.statement, 1), record->hash) == 0;
    known->gone = !dolen_statement_is_null (row.statement, 2);
    dolen_statement_reset (row.statement);
  }
  return TRUE;
}

static void
note_seen (DolenDirectoryWriter *writer, gint64 id)
{
  g_hash_table_add (writer->seen, g_memdup2 (&id, sizeof id));
}

/* What is kept as provenance tells no more than the directory does. @json: (out) (transfer full)
 * (nullable): without what was erased or is hidden here; NULL where nothing has to go */
static gboolean
withhold (DolenDirectoryWriter *writer,
          const DolenSourceRecord *record,
          char **json,
          GError **error)
{
  gint64 hidden = 0;

  *json = dolen_erased_filter_json (writer->erased, record->record_uid, record->json);
  if (!dolen_directory_find_id (writer->dir,
                                "SELECT v.id FROM venue v LEFT JOIN service_venue sv ON sv.venue ="
                                " v.id LEFT JOIN service s ON s.id = sv.service"
                                " WHERE v.hide_address <> 0 AND (s.uid = ?1 OR v.uid = ?1)",
                                record->record_uid,
                                &hidden,
                                error))
    return FALSE;
  if (hidden > 0) {
    const DolenScrub scrub = { .places = TRUE };
    char *less = dolen_scrub_any (&scrub, *json != NULL ? *json : record->json);

    if (less != NULL) {
      g_free (*json);
      *json = less;
    }
  }
  return TRUE;
}

gboolean
dolen_directory_writer_put_record (DolenDirectoryWriter *writer,
                                   const DolenSourceRecord *given,
                                   DolenRecordState *state,
                                   GError **error)
{
  const DolenSourceRecord *record = given;
  DolenSourceRecord less = *given;
  g_autofree char *json = NULL;
  Known known;

  if (!find_record (writer, record, &known, error))
    return FALSE;
  if (known.id > 0)
    note_seen (writer, known.id);
  *state = known.id == 0 ? DOLEN_RECORD_NEW
           : known.same  ? DOLEN_RECORD_UNCHANGED
                         : DOLEN_RECORD_CHANGED;
  if (known.gone && !bring_back (writer, record, known.id, error))
    return FALSE;
  if (*state == DOLEN_RECORD_UNCHANGED)
    return TRUE;
  if (!withhold (writer, given, &json, error))
    return FALSE;
  if (json != NULL) {
    less.json = json;
    record = &less;
  }
  if (!dolen_writer_keep_before (writer, record->kind, record->record_uid, error))
    return FALSE;
  if (*state == DOLEN_RECORD_CHANGED)
    return update_record (writer, known.id, record, error);
  if (!insert_record (writer, record, error))
    return FALSE;
  note_seen (writer, dolen_db_last_id (writer->dir->db));
  return TRUE;
}

gboolean
dolen_directory_writer_see_record (DolenDirectoryWriter *writer,
                                   const char *kind,
                                   const char *foreign_id,
                                   gboolean *seen,
                                   GError **error)
{
  DolenSourceRecord record = { .kind = kind, .foreign_id = foreign_id };
  g_autofree char *uid = NULL;
  Known known;

  if (!find_record (writer, &record, &known, error))
    return FALSE;
  *seen = known.id > 0;
  if (!*seen)
    return TRUE;
  note_seen (writer, known.id);
  if (!known.gone)
    return TRUE;
  uid = dolen_directory_find_by_source (writer->dir, writer->source->uid, kind, foreign_id, error);
  record.record_uid = uid;
  return uid != NULL && bring_back (writer, &record, known.id, error);
}

gboolean
dolen_directory_writer_rename_record (DolenDirectoryWriter *writer,
                                      const char *kind,
                                      const char *before,
                                      const char *now,
                                      gboolean *taken,
                                      GError **error)
{
  const DolenSourceRecord record = { .kind = kind, .foreign_id = before };
  const DolenSourceRecord other = { .kind = kind, .foreign_id = now };
  g_autofree char *uid = NULL;
  Known known, there;
  DolenRow row;

  if (!find_record (writer, &record, &known, error) || !find_record (writer, &other, &there, error))
    return FALSE;
  *taken = known.id > 0 && there.id > 0;
  if (known.id == 0 || *taken)
    return TRUE;
  uid = dolen_directory_find_by_source (writer->dir, writer->source->uid, kind, before, error);
  if (uid == NULL || !dolen_writer_keep_before (writer, kind, uid, error)
      || !dolen_directory_row (
          writer->dir, "UPDATE source_record SET foreign_id = ? WHERE id = ?", &row, error))
    return FALSE;
  dolen_row_put_text (&row, now);
  dolen_row_put_int (&row, known.id);
  return dolen_statement_run (row.statement, error);
}

void
dolen_writer_remember_service (DolenDirectoryWriter *writer, gint64 id)
{
  g_array_append_val (writer->services, id);
}

gboolean
dolen_writer_keep_venues_before (DolenDirectoryWriter *writer,
                                 const DolenService *service,
                                 GError **error)
{
  for (guint i = 0; i < service->venues->len; i++) {
    DolenVenue *venue = g_ptr_array_index (service->venues, i);

    dolen_ensure_uid (&venue->uid);
    if (!dolen_writer_keep_before (writer, "venue", venue->uid, error))
      return FALSE;
  }
  return TRUE;
}

/* A service of an organisation that went into another is that one's, whatever its feed says. */
static gboolean
follow_merged (DolenDirectoryWriter *writer, DolenService *service, GError **error)
{
  g_autoptr (GError) failed = NULL;
  char *kept = service->organisation_uid != NULL
                   ? dolen_merged_into (writer->dir, service->organisation_uid, &failed)
                   : NULL;

  if (failed != NULL) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  if (kept != NULL) {
    g_free (service->organisation_uid);
    service->organisation_uid = kept;
  }
  return TRUE;
}

gboolean
dolen_directory_writer_put_service (DolenDirectoryWriter *writer,
                                    DolenService *service,
                                    GError **error)
{
  dolen_ensure_uid (&service->uid);
  dolen_erased_filter_service (writer->erased, service);
  if (!follow_merged (writer, service, error)
      || !dolen_writer_keep_before (writer, "service", service->uid, error)
      || !dolen_writer_keep_venues_before (writer, service, error)
      || !dolen_keep_service_edits (writer->dir, service, error)
      || !dolen_store_service (writer->dir, service, error))
    return FALSE;
  dolen_writer_remember_service (writer, service->id);
  return TRUE;
}

static void
take_service (DolenRow *row, gpointer writer)
{
  dolen_writer_remember_service (writer, dolen_row_take_int (row));
}

gboolean
dolen_writer_store_organisation (DolenDirectoryWriter *writer,
                                 DolenOrganisation *organisation,
                                 GError **error)
{
  return dolen_store_organisation (writer->dir, organisation, error)
         && dolen_directory_each (writer->dir,
                                  "SELECT id FROM service WHERE organisation = ?1",
                                  organisation->id,
                                  take_service,
                                  writer,
                                  error);
}

gboolean
dolen_directory_writer_put_organisation (DolenDirectoryWriter *writer,
                                         DolenOrganisation *organisation,
                                         GError **error)
{
  dolen_ensure_uid (&organisation->uid);
  dolen_erased_filter_organisation (writer->erased, organisation);
  return dolen_writer_keep_before (writer, "organisation", organisation->uid, error)
         && dolen_keep_organisation_edits (writer->dir, organisation, error)
         && dolen_writer_store_organisation (writer, organisation, error);
}

gboolean
dolen_directory_writer_fill_organisation (DolenDirectoryWriter *writer,
                                          DolenOrganisation *organisation,
                                          GError **error)
{
  return dolen_writer_keep_before (writer, "organisation", organisation->uid, error)
         && dolen_writer_store_organisation (writer, organisation, error);
}

/* A source record of the source that is not gone yet. */
typedef struct {
  gint64 id;
  char *kind;
  char *uid;
} Present;

static void
clear_present (gpointer data)
{
  Present *present = data;

  g_free (present->kind);
  g_free (present->uid);
}

static void
take_present (DolenRow *row, gpointer list)
{
  Present present;

  present.id = dolen_row_take_int (row);
  present.kind = dolen_row_take_text (row);
  present.uid = dolen_row_take_text (row);
  g_array_append_val ((GArray *) list, present);
}

/* A record that another feed still has is not gone, nor is one that came from elsewhere or was made
 * here, and of which this source only told. */
static gboolean
mark_service (
    DolenDirectoryWriter *writer, const Present *present, const char *on, guint *n, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (writer->dir,
                            "UPDATE service SET gone_since = ?1 WHERE gone_since IS NULL"
                            " AND uid = ?2 AND source IS (SELECT source FROM source_record"
                            "  WHERE id = ?3) AND NOT EXISTS (SELECT 1 FROM source_record"
                            "  WHERE record_uid = ?2 AND gone_since IS NULL AND id <> ?3)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, on);
  dolen_row_put_text (&row, present->uid);
  dolen_row_put_int (&row, present->id);
  if (!dolen_statement_run (row.statement, error))
    return FALSE;
  *n += (guint) dolen_db_changes (writer->dir->db);
  return TRUE;
}

static gboolean
mark_record (
    DolenDirectoryWriter *writer, const Present *present, const char *on, guint *n, GError **error)
{
  DolenRow row;

  if (!dolen_writer_keep_before (writer, present->kind, present->uid, error)
      || (g_str_equal (present->kind, "service") && !mark_service (writer, present, on, n, error))
      || !dolen_directory_row (
          writer->dir, "UPDATE source_record SET gone_since = ? WHERE id = ?", &row, error))
    return FALSE;
  dolen_row_put_text (&row, on);
  dolen_row_put_int (&row, present->id);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_directory_writer_mark_one_gone (DolenDirectoryWriter *writer,
                                      const char *kind,
                                      const char *foreign_id,
                                      const char *on,
                                      guint *n,
                                      GError **error)
{
  const DolenSourceRecord record = { .kind = kind, .foreign_id = foreign_id };
  g_autofree char *uid = NULL;
  Known known;

  if (!find_record (writer, &record, &known, error))
    return FALSE;
  if (known.id == 0 || known.gone)
    return TRUE;
  uid = dolen_directory_find_by_source (writer->dir, writer->source->uid, kind, foreign_id, error);
  return uid != NULL
         && mark_record (writer, &(Present){ known.id, (char *) kind, uid }, on, n, error);
}

gboolean
dolen_directory_writer_mark_gone (DolenDirectoryWriter *writer,
                                  const char *on,
                                  guint *n,
                                  GError **error)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (Present));
  guint gone = 0;

  g_array_set_clear_func (records, clear_present);
  if (!dolen_directory_each (writer->dir,
                             "SELECT id, kind, record_uid FROM source_record"
                             " WHERE source = ?1 AND gone_since IS NULL",
                             writer->source->id,
                             take_present,
                             records,
                             error))
    return FALSE;
  for (guint i = 0; i < records->len; i++) {
    const Present *present = &g_array_index (records, Present, i);

    if (!g_hash_table_contains (writer->seen, &present->id)
        && !mark_record (writer, present, on, &gone, error))
      return FALSE;
  }
  if (n != NULL)
    *n = gone;
  return TRUE;
}

static gboolean
write_search (DolenDirectoryWriter *writer, GError **error)
{
  gint64 all = 0;

  if (!dolen_db_get_int64 (writer->dir->db, "SELECT count(*) FROM service", &all, error))
    return FALSE;
  if (writer->services->len > all / FEW)
    return dolen_directory_rebuild_search (writer->dir, error);
  for (guint i = 0; i < writer->services->len; i++)
    if (!dolen_search_write_service (
            writer->dir, g_array_index (writer->services, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* (out): whether anything was changed: then the entry is there. */
static gboolean
has_entry (DolenDirectoryWriter *writer, gboolean *there, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (writer->dir, "SELECT 1 FROM history WHERE id = ?", &row, error))
    return FALSE;
  dolen_row_put_int (&row, writer->history);
  if (!dolen_statement_step (row.statement, there, error))
    return FALSE;
  dolen_statement_reset (row.statement);
  return TRUE;
}

static gboolean
finish_entry (DolenDirectoryWriter *writer, const char *who, const char *report, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          writer->dir, "UPDATE history SET who = ?, after = ? WHERE id = ?", &row, error))
    return FALSE;
  dolen_row_put_text (&row, who);
  dolen_row_put_text (&row, report);
  dolen_row_put_int (&row, writer->history);
  return dolen_statement_run (row.statement, error)
         && dolen_import_before_finish (writer->dir, writer->history, error)
         && dolen_store_import_time (writer->dir, writer->source->id, writer->at, error)
         && write_search (writer, error);
}

gboolean
dolen_directory_writer_finish (DolenDirectoryWriter *writer,
                               const char *who,
                               const char *report,
                               GError **error)
{
  gboolean changed = FALSE;

  return has_entry (writer, &changed, error)
         && (!changed || finish_entry (writer, who, report, error))
         && dolen_transaction_commit (writer->transaction, error);
}
