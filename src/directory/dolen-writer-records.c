/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-writer-private.h"

#include "directory/dolen-sources.h"
#include "directory/privacy/dolen-made-ids.h"

/* What a feed said last of each of its records, and by what id it is known. */

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
                            "UPDATE source_record SET foreign_id = ?, record_uid = ?, json = ?,"
                            " hash = ?, seen_at = ?, gone_since = NULL WHERE id = ?",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, record->foreign_id);
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

gboolean
dolen_writer_find_record (DolenDirectoryWriter *writer,
                          const DolenSourceRecord *record,
                          DolenWriterKnown *known,
                          GError **error)
{
  g_autofree char *hidden = NULL;
  DolenRow row;
  gboolean found = FALSE;

  *known = (DolenWriterKnown){ 0 };
  if (!dolen_made_id_find_hidden (writer->dir, record->foreign_id, &hidden, error)
      || !dolen_directory_row (writer->dir,
                               "SELECT id, hash, gone_since, foreign_id FROM source_record"
                               " WHERE source = ? AND kind = ? AND foreign_id IN (?, ?)",
                               &row,
                               error))
    return FALSE;
  dolen_row_put_int (&row, writer->source->id);
  dolen_row_put_text (&row, record->kind);
  dolen_row_put_text (&row, record->foreign_id);
  dolen_row_put_text (&row, hidden);
  if (!dolen_statement_step (row.statement, &found, error))
    return FALSE;
  if (found) {
    known->id = dolen_statement_get_int64 (row.statement, 0);
    known->same = g_strcmp0 (dolen_statement_get_text (row.statement, 1), record->hash) == 0;
    known->gone = !dolen_statement_is_null (row.statement, 2);
    known->hidden = g_str_has_prefix (dolen_statement_get_text (row.statement, 3), DOLEN_HIDDEN_ID);
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

/* An id that was made of what is withheld, or was before, goes with it. */
static gboolean
withhold_id (DolenDirectoryWriter *writer,
             const DolenSourceRecord *record,
             gboolean hidden,
             char **id,
             char **json,
             GError **error)
{
  *id = NULL;
  if (*json == NULL && !hidden)
    return TRUE;
  if (*json == NULL)
    *json = g_strdup (record->json);
  return dolen_made_id_hide (writer->dir, record->foreign_id, id, json, error);
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
  g_autofree char *id = NULL;
  DolenWriterKnown known;

  if (!dolen_writer_find_record (writer, record, &known, error))
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
  if (!withhold (writer, given, &json, error)
      || !withhold_id (writer, given, known.hidden, &id, &json, error))
    return FALSE;
  if (json != NULL) {
    less.json = json;
    less.foreign_id = id != NULL ? id : given->foreign_id;
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
  DolenWriterKnown known;

  if (!dolen_writer_find_record (writer, &record, &known, error))
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
  g_autofree char *hidden = NULL;
  g_autofree char *json = NULL;
  DolenWriterKnown known, there;
  DolenRow row;

  if (!dolen_writer_find_record (writer, &record, &known, error)
      || !dolen_writer_find_record (writer, &other, &there, error))
    return FALSE;
  *taken = known.id > 0 && there.id > 0;
  if (known.id == 0 || *taken)
    return TRUE;
  uid = dolen_directory_find_by_source (writer->dir, writer->source->uid, kind, before, error);
  if (uid == NULL || !dolen_writer_keep_before (writer, kind, uid, error)
      || (known.hidden && !dolen_made_id_hide (writer->dir, now, &hidden, &json, error))
      || !dolen_directory_row (
          writer->dir, "UPDATE source_record SET foreign_id = ? WHERE id = ?", &row, error))
    return FALSE;
  dolen_row_put_text (&row, hidden != NULL ? hidden : now);
  dolen_row_put_int (&row, known.id);
  return dolen_statement_run (row.statement, error);
}
