/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "base/dolen-time.h"
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

char *
dolen_import_hash (const char *json, gsize length)
{
  crypto_generichash_state state;
  unsigned char hash[crypto_generichash_BYTES_MIN];
  char hex[2 * sizeof hash + 1];
  const unsigned char version = DOLEN_READER_VERSION;

  crypto_generichash_init (&state, NULL, 0, sizeof hash);
  crypto_generichash_update (&state, &version, 1);
  crypto_generichash_update (&state, (const unsigned char *) json, length);
  crypto_generichash_final (&state, hash, sizeof hash);
  return g_strdup (sodium_bin2hex (hex, sizeof hex, hash, sizeof hash));
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
  g_clear_pointer (&scan->source_name, g_free);
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

static void
scan_envelope (DolenImportScan *scan, DolenJsonStream *stream)
{
  const char *date = dolen_json_stream_envelope (stream, "x_dolen_sample_date");
  const char *name = dolen_json_stream_envelope (stream, "x_dolen_source_name");

  if (!name)
    name = dolen_json_stream_envelope (stream, "publisher");
  /* Of our time: a date of the year 1 would move all others out of the calendar. */
  if (date && (!dolen_date_is_valid (date) || strcmp (date, "2000-01-01") < 0))
    date = NULL;
  g_ptr_array_add (scan->sample_dates, g_strdup (date));
  if (name && !scan->source_name)
    scan->source_name = g_strdup (name);
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
  g_autoptr (DolenJsonStream) stream = dolen_json_stream_new (&path, 1);
  DolenJsonItem item;

  do {
    if (!dolen_json_stream_next (stream, &item, cancellable, error))
      return FALSE;
    scan->records += item.kind != DOLEN_JSON_END;
    if (item.kind == DOLEN_JSON_RECORD)
      scan_record (scan, &item);
    if (size)
      dolen_import_step (
          steps, DOLEN_IMPORT_SCANNED * (before + dolen_json_stream_position (stream)) / size);
  } while (item.kind != DOLEN_JSON_END);
  scan_envelope (scan, stream);
  return TRUE;
}

gboolean
dolen_import_scan (DolenImportScan *scan,
                   GPtrArray *files,
                   DolenImportSteps *steps,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (DolenJsonStream) all
             = dolen_json_stream_new ((const char *const *) files->pdata, files->len);
  goffset before = 0;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  scan->services = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  scan->organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  scan->sample_dates = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < files->len; i++) {
    const char *path = files->pdata[i];
    g_autoptr (DolenJsonStream) one = dolen_json_stream_new (&path, 1);
    if (!scan_file (scan, path, before, dolen_json_stream_size (all), steps, cancellable, error))
      return FALSE;
    before += dolen_json_stream_size (one);
  }
  return TRUE;
}
