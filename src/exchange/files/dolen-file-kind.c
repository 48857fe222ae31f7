/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-file-kind.h"

#include "format/dolen-csv-reader.h"
#include "format/dolen-json-stream.h"
#include "format/dolen-json-value.h"

static const struct {
  const char *pattern;
  DolenFileKind kind;
} PATTERNS[] = {
  { "*.json", DOLEN_FILE_JSON }, { "*.ndjson", DOLEN_FILE_JSON }, { "*.jsonl", DOLEN_FILE_JSON },
  { "*.csv", DOLEN_FILE_CSV },   { "*.tsv", DOLEN_FILE_CSV },     { "*.osm", DOLEN_FILE_OSM },
  { "*.xml", DOLEN_FILE_OSM },
};

/* -1: of none. */
static int
pattern_of (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (int i = 0; i < (int) G_N_ELEMENTS (PATTERNS); i++)
    if (g_str_has_suffix (lower, PATTERNS[i].pattern + 1))
      return i;
  return -1;
}

DolenFileKind
dolen_file_kind (const char *path)
{
  int pattern = pattern_of (path);

  if (pattern < 0 && g_file_test (path, G_FILE_TEST_IS_DIR))
    return DOLEN_FILE_HSDS;
  return pattern < 0 ? DOLEN_FILE_JSON : PATTERNS[pattern].kind;
}

/* By the first record. */
static DolenFileKind
content_of_json (const char *path)
{
  g_autoptr (DolenJsonStream) stream = dolen_json_stream_new (&path, 1);
  DolenJsonItem item;

  if (!dolen_json_stream_next (stream, &item, NULL, NULL) || item.kind != DOLEN_JSON_RECORD)
    return DOLEN_FILE_JSON;
  if (json_object_object_get (item.value, "registered_charity_number")
      && json_object_object_get (item.value, "charity_name"))
    return DOLEN_FILE_CHARITIES;
  if (json_object_object_get (item.value, "amountAwarded")
      || json_object_object_get (item.value, "recipientOrganization")
      || (item.container && dolen_json_key_equal (item.container, "grants")))
    return DOLEN_FILE_GRANTS;
  if (g_strcmp0 (json_object_get_string (json_object_object_get (item.value, "type")), "Feature")
          == 0
      && json_object_object_get (item.value, "properties"))
    return DOLEN_FILE_GEOJSON;
  return DOLEN_FILE_JSON;
}

/* By the headings of the standard. */
static DolenFileKind
content_of_csv (const char *path)
{
  g_autoptr (DolenCsvReader) reader = dolen_csv_reader_new (path, NULL, NULL);
  guint found = 0;
  DolenCsvRow row;

  if (!reader || !dolen_csv_reader_next (reader, &row, NULL, NULL))
    return DOLEN_FILE_CSV;
  for (guint i = 0; i < row.n; i++)
    found += g_ascii_strcasecmp (row.cells[i], "Amount Awarded") == 0
             || g_ascii_strcasecmp (row.cells[i], "Recipient Org:Name") == 0
             || g_ascii_strcasecmp (row.cells[i], "Recipient Org:Identifier") == 0;
  return found >= 2 ? DOLEN_FILE_GRANTS : DOLEN_FILE_CSV;
}

DolenFileKind
dolen_file_content (const char *path)
{
  DolenFileKind kind = dolen_file_kind (path);

  if (kind == DOLEN_FILE_JSON)
    return content_of_json (path);
  return kind == DOLEN_FILE_CSV ? content_of_csv (path) : kind;
}

gboolean
dolen_file_is_known (const char *name)
{
  return pattern_of (name) >= 0;
}

const char *const *
dolen_file_patterns (void)
{
  static const char *list[G_N_ELEMENTS (PATTERNS) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (PATTERNS); i++)
    list[i] = PATTERNS[i].pattern;
  return list;
}
