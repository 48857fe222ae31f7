/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-writer-private.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "directory/dolen-import-before.h"
#include "directory/dolen-keep-edits.h"
#include "directory/dolen-merge.h"
#include "directory/dolen-sources.h"
#include "directory/privacy/dolen-made-ids.h"

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
  /* A directory of before such ids were hidden. */
  return writer->erased != NULL && dolen_made_ids_hide_former (writer->dir, writer->erased, error);
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
  DolenWriterKnown known;

  if (!dolen_writer_find_record (writer, &record, &known, error))
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
