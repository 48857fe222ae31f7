/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-writer.h"

#include "base/dolen-time.h"
#include "directory/dolen-history.h"
#include "directory/dolen-keep-edits.h"
#include "directory/dolen-sources.h"

/* Up to this part of the directory, changed services have their search rows rewritten one by one;
 * beyond, all anew is cheaper. */
#define FEW 10

struct _DolenDirectoryWriter {
  DolenDirectory *dir;
  DolenTransaction *transaction; /* (owned) */
  DolenSource *source;           /* (owned) */
  gint64 at;                     /* the instant of this import; no earlier one has it */
  gboolean changed;
  GArray *services; /* (owned) of gint64: ids whose search rows are to be written */
};

static DolenSource *
copy_source (const DolenSource *source)
{
  DolenSource *copy = g_memdup2 (source, sizeof *copy);

  copy->uid = g_strdup (source->uid);
  copy->name = g_strdup (source->name);
  copy->address = g_strdup (source->address);
  copy->dialect = g_strdup (source->dialect);
  return copy;
}

/* The instant must differ from that of the last import, by which records are told seen or not,
 * even where the clock stands or was set back. */
static gboolean
begin (DolenDirectoryWriter *writer, GError **error)
{
  gint64 last = 0;

  writer->transaction = dolen_transaction_begin (writer->dir->db, error);
  if (writer->transaction == NULL
      || !dolen_directory_find_id (writer->dir,
                                   "SELECT last_import_at FROM source WHERE uid = ?1",
                                   writer->source->uid,
                                   &last,
                                   error))
    return FALSE;
  writer->at = MAX (dolen_time_now (), last + 1);
  return dolen_store_source (writer->dir, writer->source, writer->at, error);
}

DolenDirectoryWriter *
dolen_directory_writer_new (DolenDirectory *dir, const DolenSource *source, GError **error)
{
  g_autoptr (DolenDirectoryWriter) writer = g_new0 (DolenDirectoryWriter, 1);

  writer->dir = dir;
  writer->source = copy_source (source);
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

static gboolean
touch_record (DolenDirectoryWriter *writer, gint64 id, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (writer->dir,
                            "UPDATE source_record SET seen_at = ?, gone_since = NULL WHERE id = ?",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, writer->at);
  dolen_row_put_int (&row, id);
  return dolen_statement_run (row.statement, error);
}

/* A record that had gone and is back: the service is shown again. */
static gboolean
bring_back (DolenDirectoryWriter *writer, const char *record_uid, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          writer->dir, "UPDATE service SET gone_since = NULL WHERE uid = ?", &row, error))
    return FALSE;
  dolen_row_put_text (&row, record_uid);
  writer->changed = TRUE;
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

gboolean
dolen_directory_writer_put_record (DolenDirectoryWriter *writer,
                                   const DolenSourceRecord *record,
                                   DolenRecordState *state,
                                   GError **error)
{
  Known known;

  if (!find_record (writer, record, &known, error)
      || (known.gone && !bring_back (writer, record->record_uid, error)))
    return FALSE;
  if (known.id == 0) {
    *state = DOLEN_RECORD_NEW;
    return insert_record (writer, record, error);
  }
  *state = known.same ? DOLEN_RECORD_UNCHANGED : DOLEN_RECORD_CHANGED;
  return known.same ? touch_record (writer, known.id, error)
                    : update_record (writer, known.id, record, error);
}

static void
remember_service (DolenDirectoryWriter *writer, gint64 id)
{
  writer->changed = TRUE;
  g_array_append_val (writer->services, id);
}

gboolean
dolen_directory_writer_put_service (DolenDirectoryWriter *writer,
                                    DolenService *service,
                                    GError **error)
{
  if (!dolen_keep_service_edits (writer->dir, service, error)
      || !dolen_store_service (writer->dir, service, error))
    return FALSE;
  remember_service (writer, service->id);
  return TRUE;
}

static void
take_service (DolenRow *row, gpointer writer)
{
  remember_service (writer, dolen_row_take_int (row));
}

gboolean
dolen_directory_writer_put_organisation (DolenDirectoryWriter *writer,
                                         DolenOrganisation *organisation,
                                         GError **error)
{
  writer->changed = TRUE;
  return dolen_keep_organisation_edits (writer->dir, organisation, error)
         && dolen_store_organisation (writer->dir, organisation, error)
         && dolen_directory_each (writer->dir,
                                  "SELECT id FROM service WHERE organisation = ?1",
                                  organisation->id,
                                  take_service,
                                  writer,
                                  error);
}

gboolean
dolen_directory_writer_mark_gone (DolenDirectoryWriter *writer,
                                  const char *on,
                                  guint *n,
                                  GError **error)
{
  static const char *const statements[] = {
    "UPDATE service SET gone_since = ?1 WHERE gone_since IS NULL AND uid IN (SELECT record_uid"
    " FROM source_record WHERE source = ?2 AND kind = 'service' AND seen_at < ?3)",
    "UPDATE source_record SET gone_since = ?1 WHERE source = ?2 AND seen_at < ?3"
    " AND gone_since IS NULL",
  };
  guint gone = 0;

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++) {
    DolenRow row;

    if (!dolen_directory_row (writer->dir, statements[i], &row, error))
      return FALSE;
    dolen_row_put_text (&row, on);
    dolen_row_put_int (&row, writer->source->id);
    dolen_row_put_int (&row, writer->at);
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
    if (i == 0)
      gone = (guint) dolen_db_changes (writer->dir->db);
  }
  writer->changed = writer->changed || gone > 0;
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

gboolean
dolen_directory_writer_finish (DolenDirectoryWriter *writer,
                               const char *who,
                               const char *report,
                               GError **error)
{
  DolenHistoryEntry entry = {
    .who = (char *) who,
    .act = (char *) "import",
    .kind = (char *) "source",
    .record_uid = writer->source->uid,
    .after = (char *) report,
  };

  return write_search (writer, error)
         && (!writer->changed || dolen_history_add (writer->dir, &entry, error) > 0)
         && dolen_transaction_commit (writer->transaction, error);
}
