/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/again/dolen-rows-apart.h"

#include "exchange/files/dolen-file-kind.h"
#include "exchange/files/dolen-record-stream.h"
#include "format/dolen-json-value.h"

#include <string.h>

/* Of more groups of one name a row must tell the very same as another to be one with it. */
#define MANY 200

struct _DolenRowsApart {
  GHashTable *ids; /* "path\nrow" -> id */
};

void
dolen_rows_apart_free (DolenRowsApart *apart)
{
  if (!apart)
    return;
  g_hash_table_unref (apart->ids);
  g_free (apart);
}

static char *
place_of (const char *path, guint64 row)
{
  return g_strdup_printf ("%s\n%" G_GUINT64_FORMAT, path, row);
}

/* ---- reading ---- */

typedef struct {
  DolenRowSigns *signs; /* (owned) */
  guint told;           /* how much it tells */
  guint group;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  dolen_row_signs_free (row->signs);
  g_free (row);
}

static void
add_row (GHashTable *names, const char *path, const DolenJsonItem *item)
{
  DolenRowSigns *signs = dolen_row_signs_read (item->value);
  GPtrArray *rows;
  Row *row;

  if (!signs || !signs->made) {
    dolen_row_signs_free (signs);
    return;
  }
  rows = g_hash_table_lookup (names, signs->id);
  if (!rows) {
    rows = g_ptr_array_new_with_free_func (row_free);
    g_hash_table_insert (names, g_strdup (signs->id), rows);
  }
  row = g_new0 (Row, 1);
  row->signs = signs;
  signs->path = g_strdup (path);
  signs->row = item->record;
  for (guint i = 0; i < DOLEN_ROW_TELLS; i++)
    row->told += signs->tells[i] != NULL;
  g_ptr_array_add (rows, row);
}

static gboolean
read_table (GHashTable *names,
            const char *path,
            const char *columns,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (DolenRecordStream) stream = dolen_record_stream_new (path, columns);
  DolenJsonItem item;

  do {
    if (!dolen_record_stream_next (stream, &item, cancellable, error))
      return FALSE;
    if (item.kind == DOLEN_JSON_RECORD)
      add_row (names, path, &item);
  } while (item.kind != DOLEN_JSON_END);
  return TRUE;
}

/* ---- telling apart ---- */

/* The first @n of what it tells. */
static char *
tell (const DolenRowSigns *signs, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i ? "/" : "", signs->tells[i] ? signs->tells[i] : "");
  return g_strdelimit (g_string_free (g_steal_pointer (&text), FALSE), "|", ',');
}

/* Who tells more is looked at first: so the order in the table decides nothing. */
static int
by_told (gconstpointer a, gconstpointer b)
{
  const Row *x = *(Row *const *) a, *y = *(Row *const *) b;

  if (x->told != y->told)
    return x->told < y->told ? 1 : -1;
  return (x->signs->row > y->signs->row) - (x->signs->row < y->signs->row);
}

/* The only group that @row may be of; -1: none, or it may be of several. */
static int
find_group (const GPtrArray *groups, const Row *row)
{
  int found = -1;

  for (guint i = 0; i < groups->len && groups->len <= MANY; i++) {
    if (dolen_row_signs_contradict (groups->pdata[i], row->signs))
      continue;
    if (found >= 0)
      return -1;
    found = (int) i;
  }
  return found;
}

/* Returns: (element-type DolenRowSigns): the groups, each the row it began with. */
static GPtrArray *
group_rows (GPtrArray *rows)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *groups = g_ptr_array_new ();

  g_ptr_array_sort (rows, by_told);
  for (guint i = 0; i < rows->len; i++) {
    Row *row = rows->pdata[i];
    g_autofree char *all = tell (row->signs, DOLEN_ROW_TELLS);
    gpointer same = NULL;
    int group = g_hash_table_lookup_extended (told, all, NULL, &same) ? GPOINTER_TO_INT (same)
                                                                      : find_group (groups, row);

    if (group < 0) {
      group = (int) groups->len;
      g_ptr_array_add (groups, row->signs);
    }
    row->group = (guint) group;
    dolen_row_tells_fill (groups->pdata[group], row->signs);
    g_hash_table_insert (told, g_steal_pointer (&all), GINT_TO_POINTER (group));
  }
  return groups;
}

/* How much must be told until no two tell the same. */
static guint
find_enough (const GPtrArray *groups)
{
  guint n = 1;

  for (; n < DOLEN_ROW_TELLS; n++) {
    g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    gboolean enough = TRUE;

    for (guint i = 0; i < groups->len && enough; i++)
      enough = g_hash_table_add (told, tell (groups->pdata[i], n));
    if (enough)
      break;
  }
  return n;
}

static void
take_apart (DolenRowsApart *apart, const char *id, GPtrArray *rows)
{
  g_autoptr (GPtrArray) groups = group_rows (rows);
  guint enough;

  if (groups->len < 2)
    return;
  enough = find_enough (groups);
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = rows->pdata[i];
    g_autofree char *told = tell (groups->pdata[row->group], enough);

    g_hash_table_insert (apart->ids,
                         place_of (row->signs->path, row->signs->row),
                         g_strdup_printf ("%s %s", id, told));
  }
}

DolenRowsApart *
dolen_rows_apart_find (const GPtrArray *files,
                       const char *columns,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  DolenRowsApart *apart;
  GHashTableIter each;
  gpointer id, rows;

  for (guint i = 0; i < files->len; i++)
    if (dolen_file_kind (files->pdata[i]) == DOLEN_FILE_CSV
        && !read_table (names, files->pdata[i], columns, cancellable, error))
      return NULL;
  apart = g_new0 (DolenRowsApart, 1);
  apart->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&each, names);
  while (g_hash_table_iter_next (&each, &id, &rows))
    if (((GPtrArray *) rows)->len > 1)
      take_apart (apart, id, rows);
  return apart;
}

void
dolen_rows_apart_name (const DolenRowsApart *apart, const DolenJsonItem *item)
{
  g_autofree char *place = NULL;
  const char *id;

  if (!apart || item->kind != DOLEN_JSON_RECORD || !item->path
      || g_hash_table_size (apart->ids) == 0)
    return;
  place = place_of (item->path, item->record);
  id = g_hash_table_lookup (apart->ids, place);
  if (id)
    json_object_object_add (
        dolen_json_get (item->value, "service"), "id", json_object_new_string (id));
}
