/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "base/dolen-time.h"
#include "directory/privacy/dolen-made-ids.h"
#include "exchange/files/dolen-file-kind.h"
#include "exchange/out/dolen-out-ours.h"
#include "format/dolen-json-value.h"

#include <sodium.h>
#include <string.h>

/* The first reading: that all files are whole, which ids occur more than once and where they say
 * most, and what the envelopes say. Some 60 bytes are kept for each service. */

gint64
dolen_import_key (const char *id)
{
  static const unsigned char key[crypto_shorthash_KEYBYTES] = "dolen import id";
  unsigned char hash[crypto_shorthash_BYTES];
  gint64 number;

  crypto_shorthash (hash, (const unsigned char *) id, strlen (id), key);
  memcpy (&number, hash, sizeof number);
  return number;
}

static char *
hash_with (unsigned char version, const char *json, gsize length)
{
  crypto_generichash_state state;
  unsigned char hash[crypto_generichash_BYTES_MIN];
  char hex[2 * sizeof hash + 1];

  crypto_generichash_init (&state, NULL, 0, sizeof hash);
  crypto_generichash_update (&state, &version, 1);
  crypto_generichash_update (&state, (const unsigned char *) json, length);
  crypto_generichash_final (&state, hash, sizeof hash);
  return g_strdup (sodium_bin2hex (hex, sizeof hex, hash, sizeof hash));
}

char *
dolen_import_hash (const char *json, gsize length)
{
  return hash_with (DOLEN_READER_VERSION, json, length);
}

gboolean
dolen_import_is_word_of_feed (const char *json, const char *hash)
{
  gsize length = strlen (json);

  for (unsigned char version = 1; version <= DOLEN_READER_VERSION; version++) {
    g_autofree char *made = hash_with (version, json, length);
    if (g_strcmp0 (made, hash) == 0)
      return TRUE;
  }
  return FALSE;
}

void
dolen_import_step (DolenImportSteps *steps, double fraction)
{
  fraction = CLAMP (fraction, 0, 1);
  if (!steps->func || (fraction < steps->shown + 0.005 && fraction < 1))
    return;
  steps->shown = MAX (steps->shown, fraction);
  steps->func (steps->shown, steps->records, steps->data);
}

void
dolen_import_scan_clear (DolenImportScan *scan)
{
  g_clear_pointer (&scan->services, g_hash_table_unref);
  g_clear_pointer (&scan->organisations, g_hash_table_unref);
  g_clear_pointer (&scan->sample_dates, g_ptr_array_unref);
  g_clear_pointer (&scan->rows, g_hash_table_unref);
  g_clear_pointer (&scan->places, g_hash_table_unref);
  g_clear_pointer (&scan->ours, g_hash_table_unref);
  g_clear_pointer (&scan->hidden, g_hash_table_unref);
  g_clear_pointer (&scan->apart, dolen_rows_apart_free);
  g_clear_pointer (&scan->table_columns, g_ptr_array_unref);
  g_clear_pointer (&scan->source_name, g_free);
  g_clear_pointer (&scan->columns, g_free);
}

DolenScanEntry *
dolen_import_scan_entry (DolenImportScan *scan, const char *id)
{
  gint64 key = dolen_import_key (id);

  return g_hash_table_lookup (scan->services, &key);
}

static void
add_service (DolenImportScan *scan, const DolenRecordKey *key)
{
  DolenScanEntry *entry = dolen_import_scan_entry (scan, key->id);

  if (!entry) {
    entry = g_new0 (DolenScanEntry, 1);
    entry->key = dolen_import_key (key->id);
    g_hash_table_add (scan->services, entry);
  }
  if (!entry->count || key->weight > entry->weight) {
    entry->best = scan->records;
    entry->weight = key->weight;
  }
  entry->count++;
  entry->left++;
  entry->at_venue |= key->at_venue;
}

static void
scan_record (DolenImportScan *scan, const DolenJsonItem *item)
{
  g_autoptr (GPtrArray) keys = dolen_read_keys (item->value, item->container);

  scan->dialect = dolen_dialect_of_record (item->value, scan->dialect);
  for (guint i = 0; i < keys->len; i++) {
    const DolenRecordKey *key = keys->pdata[i];
    if (strcmp (key->kind, "service") == 0) {
      add_service (scan, key);
    } else {
      gint64 hash = dolen_import_key (key->id);
      if (!g_hash_table_contains (scan->organisations, &hash))
        g_hash_table_add (scan->organisations, g_memdup2 (&hash, sizeof hash));
    }
  }
}

/* By what a row is known again should its id be another next time. */
static void
scan_row (DolenImportScan *scan, const DolenJsonItem *item)
{
  g_autoptr (DolenRowSigns) signs = dolen_row_signs_read (item->value);
  char *place = dolen_json_get_line (dolen_json_get (item->value, "location"), "id");
  DolenRowSigns *known = signs ? g_hash_table_lookup (scan->rows, signs->id) : NULL;

  if (place)
    g_hash_table_add (scan->places, place);
  scan->n_rows += signs != NULL;
  if (known) {
    dolen_row_signs_add (known, signs);
  } else if (signs) {
    signs->path = g_strdup (item->path);
    signs->row = item->record;
    g_hash_table_insert (scan->rows, signs->id, signs);
    signs = NULL;
  }
}

const char *
dolen_import_envelope_name (DolenRecordStream *stream)
{
  const char *name = dolen_record_stream_envelope (stream, "x_dolen_source_name");

  return name ? name : dolen_record_stream_envelope (stream, "publisher");
}

static void
scan_envelope (DolenImportScan *scan, DolenRecordStream *stream)
{
  const char *date = dolen_record_stream_envelope (stream, "x_dolen_sample_date");
  const char *name = dolen_import_envelope_name (stream);

  /* Of our time: a date of the year 1 would move all others out of the calendar. */
  if (date && (!dolen_date_is_valid (date) || strcmp (date, "2000-01-01") < 0))
    date = NULL;
  g_ptr_array_add (scan->sample_dates, g_strdup (date));
  if (name && !scan->source_name)
    scan->source_name = g_strdup (name);
}

/* A page of a list counts what there is. */
static gboolean
is_page (DolenRecordStream *stream)
{
  return dolen_record_stream_envelope (stream, "total_items")
         || dolen_record_stream_envelope (stream, "total_pages");
}

/* What the list form of ORUK and HSDS has no place for. */
static gboolean
has_details (json_object *service)
{
  static const char *const LISTS[] = { "service_at_locations",
                                       "schedules",
                                       "regular_schedules",
                                       "contacts",
                                       "phones",
                                       "locations",
                                       "languages",
                                       "cost_options",
                                       "service_areas",
                                       "eligibilitys" };

  for (gsize i = 0; i < G_N_ELEMENTS (LISTS); i++)
    if (dolen_json_length (dolen_json_get (service, LISTS[i])) > 0)
      return TRUE;
  return FALSE;
}

/* A table says it with its headings, a record with its ids. */
static gboolean
is_ours (DolenRecordStream *stream, const DolenJsonItem *item)
{
  const DolenCsvColumns *columns = dolen_record_stream_columns (stream);

  if (columns)
    return columns->own;
  return item->kind == DOLEN_JSON_RECORD && dolen_out_record_is_ours (item->value);
}

static gboolean
scan_file (DolenImportScan *scan,
           const char *path,
           goffset before,
           goffset size,
           DolenImportSteps *steps,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (DolenRecordStream) stream = dolen_record_stream_new (path, scan->columns);
  gboolean is_table = dolen_file_kind (path) == DOLEN_FILE_CSV, ours = FALSE;
  guint listed = 0, detailed = 0;
  DolenJsonItem item;

  do {
    if (!dolen_record_stream_next (stream, &item, cancellable, error))
      return FALSE;
    scan->records += item.kind != DOLEN_JSON_END;
    if (is_table)
      dolen_rows_apart_name (scan->apart, &item);
    if (item.kind == DOLEN_JSON_RECORD)
      scan_record (scan, &item);
    if (item.kind == DOLEN_JSON_RECORD && is_table)
      scan_row (scan, &item);
    if (item.kind == DOLEN_JSON_RECORD && !is_table
        && dolen_dialect_record_of (item.value, item.container) == DOLEN_RECORD_OF_SERVICE) {
      listed++;
      detailed += has_details (item.value);
    }
    ours |= is_ours (stream, &item);
    if (size)
      dolen_import_step (
          steps, DOLEN_IMPORT_SCANNED * (before + dolen_record_stream_position (stream)) / size);
  } while (item.kind != DOLEN_JSON_END);
  scan_envelope (scan, stream);
  scan->listed += is_page (stream) ? listed : 0;
  scan->detailed += detailed;
  if (ours)
    g_hash_table_add (scan->ours, g_strdup (path));
  if (is_table)
    dolen_import_columns_add (scan->table_columns, dolen_record_stream_columns (stream));
  return TRUE;
}

gboolean
dolen_import_scan (DolenImportScan *scan,
                   GPtrArray *files,
                   DolenImportSteps *steps,
                   GCancellable *cancellable,
                   GError **error)
{
  goffset before = 0, all = 0;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  scan->services = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  scan->organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  scan->sample_dates = g_ptr_array_new_with_free_func (g_free);
  scan->rows = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify) dolen_row_signs_free);
  scan->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scan->table_columns = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_import_column_free);
  scan->ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scan->apart = dolen_rows_apart_find (files, scan->columns, cancellable, error);
  if (!scan->apart)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    all += dolen_record_file_size (files->pdata[i]);
  for (guint i = 0; i < files->len; i++) {
    if (!scan_file (scan, files->pdata[i], before, all, steps, cancellable, error))
      return FALSE;
    before += dolen_record_file_size (files->pdata[i]);
  }
  return TRUE;
}

static GHashTable *
hide_rows (const DolenImportScan *scan, DolenDirectory *directory)
{
  GHashTable *hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter each;
  gpointer id;

  g_hash_table_iter_init (&each, scan->rows);
  while (g_hash_table_iter_next (&each, &id, NULL)) {
    char *hash = NULL;

    if (dolen_made_id_find_hidden (directory, id, &hash, NULL) && hash)
      g_hash_table_insert (hidden, hash, id);
  }
  return hidden;
}

const char *
dolen_import_scan_plain_id (DolenImportScan *scan, DolenDirectory *directory, const char *id)
{
  const char *plain;

  if (!g_str_has_prefix (id, DOLEN_HIDDEN_ID))
    return id;
  if (!scan->hidden)
    scan->hidden = hide_rows (scan, directory);
  plain = g_hash_table_lookup (scan->hidden, id);
  return plain ? plain : id;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const DolenRowSigns *x = *(DolenRowSigns *const *) a, *y = *(DolenRowSigns *const *) b;
  int order = g_strcmp0 (x->path, y->path);

  return order ? order : (x->row > y->row) - (x->row < y->row);
}

GPtrArray *
dolen_import_scan_rows (const DolenImportScan *scan)
{
  GPtrArray *rows = g_ptr_array_new ();
  GHashTableIter each;
  gpointer row;

  g_hash_table_iter_init (&each, scan->rows);
  while (g_hash_table_iter_next (&each, NULL, &row))
    g_ptr_array_add (rows, row);
  g_ptr_array_sort (rows, by_place);
  return rows;
}
