/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike.h"

#include "directory/dolen-directory-private.h"
#include "directory/dolen-not-same.h"

#include <string.h>

void
dolen_alike_case_free (DolenAlikeCase *alike)
{
  if (alike == NULL)
    return;
  g_free (alike->pair.one);
  g_free (alike->pair.other);
  for (guint i = 0; i < 2; i++) {
    dolen_bilingual_clear (&alike->names[i]);
    dolen_bilingual_clear (&alike->organisations[i]);
  }
  g_free (alike);
}

/* "kind one other" of a pair, to find it in a set. */
static char *
pair_key (const char *kind, const char *one, const char *other)
{
  return g_strdup_printf ("%s %s %s", kind, one, other);
}

/* (transfer full) (nullable): the keys of a table of pairs, each with its percent and evidence. */
static GHashTable *
read_keys (DolenDirectory *dir, const char *sql, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean more = FALSE;
  DolenRow row;

  if (!dolen_directory_row (dir, sql, &row, error))
    return NULL;
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return g_steal_pointer (&keys);
    g_hash_table_insert (keys,
                         pair_key (dolen_statement_get_text (row.statement, 0),
                                   dolen_statement_get_text (row.statement, 1),
                                   dolen_statement_get_text (row.statement, 2)),
                         GSIZE_TO_POINTER (dolen_statement_get_int64 (row.statement, 3)));
  }
  return NULL;
}

#define READ_STORED "SELECT kind, one, other, percent << 32 | evidence FROM alike"
#define READ_NOT_SAME "SELECT kind, one, other, 1 FROM not_same"

static gsize
sign (const DolenAlikePair *pair)
{
  return (gsize) pair->percent << 32 | pair->evidence;
}

static gboolean
put_pair (DolenDirectory *dir, const DolenAlikePair *pair, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "INSERT OR REPLACE INTO alike (kind, one, other, percent, evidence)"
                            " VALUES (?1, ?2, ?3, ?4, ?5)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, dolen_alike_kind_code (pair->kind));
  dolen_row_put_text (&row, pair->one);
  dolen_row_put_text (&row, pair->other);
  dolen_row_put_int (&row, pair->percent);
  dolen_row_put_int (&row, pair->evidence);
  return dolen_statement_run (row.statement, error);
}

static gboolean
drop_pair (DolenDirectory *dir, const char *key, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 3);
  DolenRow row;

  if (!dolen_directory_row (
          dir, "DELETE FROM alike WHERE kind = ?1 AND one = ?2 AND other = ?3", &row, error))
    return FALSE;
  for (guint i = 0; i < 3; i++)
    dolen_row_put_text (&row, parts[i]);
  return dolen_statement_run (row.statement, error);
}

/* Writes only what differs from what stands there. */
static gboolean
store_pairs (DolenDirectory *dir, const GPtrArray *pairs, guint *n, GError **error)
{
  g_autoptr (GHashTable) stored = read_keys (dir, READ_STORED, error);
  g_autoptr (GHashTable) apart = stored != NULL ? read_keys (dir, READ_NOT_SAME, error) : NULL;
  GHashTableIter iter;
  gpointer key;

  if (apart == NULL)
    return FALSE;
  for (guint i = 0; i < pairs->len; i++) {
    const DolenAlikePair *pair = g_ptr_array_index (pairs, i);
    g_autofree char *text = pair_key (dolen_alike_kind_code (pair->kind), pair->one, pair->other);

    if (g_hash_table_contains (apart, text))
      continue;
    ++*n;
    if (GPOINTER_TO_SIZE (g_hash_table_lookup (stored, text)) != sign (pair)
        && !put_pair (dir, pair, error))
      return FALSE;
    g_hash_table_remove (stored, text);
  }
  g_hash_table_iter_init (&iter, stored);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!drop_pair (dir, key, error))
      return FALSE;
  return TRUE;
}

static gboolean
find_all (DolenDirectory *dir, GPtrArray *all, GCancellable *cancellable, GError **error)
{
  for (DolenAlikeKind kind = DOLEN_ALIKE_SERVICES; kind <= DOLEN_ALIKE_ORGANISATIONS; kind++) {
    g_autoptr (DolenAlikeBook) book = dolen_alike_book_read (dir, kind, cancellable, error);
    GPtrArray *pairs = book != NULL ? dolen_alike_find (book, cancellable, error) : NULL;

    if (pairs == NULL)
      return FALSE;
    g_ptr_array_extend_and_steal (all, pairs);
  }
  return TRUE;
}

gboolean
dolen_alike_renew (DolenDirectory *dir, guint *n, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) pairs
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_alike_pair_free);
  g_autoptr (DolenTransaction) transaction = NULL;
  guint found = 0;

  if (!find_all (dir, pairs, cancellable, error)
      || (transaction = dolen_transaction_begin (dir->db, error)) == NULL
      || !store_pairs (dir, pairs, &found, error) || !dolen_transaction_commit (transaction, error))
    return FALSE;
  if (n != NULL)
    *n = found;
  return TRUE;
}

#define NAMES(x) x ".name_en, " x ".name_en_state, " x ".name_cy, " x ".name_cy_state"
#define NOT_SETTLED                                                                                \
  " WHERE (?1 IS NULL OR a.one = ?1 OR a.other = ?1)"                                              \
  " AND NOT EXISTS (SELECT 1 FROM merged m WHERE m.gone_uid IN (a.one, a.other))"                  \
  " AND NOT EXISTS (SELECT 1 FROM not_same n WHERE n.kind = a.kind AND n.one = a.one"              \
  " AND n.other = a.other)"

static const char list_sql[]
    = "SELECT 0, a.one, a.other, a.percent, a.evidence, " NAMES ("s") ", " NAMES ("t") ", " NAMES ("o") ", " NAMES (
        "p") " FROM alike a JOIN service s ON s.uid = a.one"
             " JOIN service t ON t.uid = a.other LEFT JOIN organisation o ON o.id = s.organisation"
             " LEFT JOIN organisation p ON p.id = t.organisation" NOT_SETTLED
             " AND a.kind = 'service'"
             " UNION ALL SELECT 1, a.one, a.other, a.percent, a.evidence, " NAMES ("s") ", " NAMES (
                 "t") ", NULL, 'missing', NULL, 'missing', NULL, 'missing', NULL, 'missing' FROM alike a"
                      " JOIN organisation s ON s.uid = a.one JOIN organisation t ON t.uid = a.other" NOT_SETTLED
                      " AND a.kind = 'organisation' ORDER BY 4 DESC, 2, 3 LIMIT ?2";

static DolenAlikeCase *
read_case (DolenRow *row)
{
  DolenAlikeCase *alike = g_new0 (DolenAlikeCase, 1);

  row->n = 0;
  alike->pair.kind = (DolenAlikeKind) dolen_row_take_int (row);
  alike->pair.one = dolen_row_take_text (row);
  alike->pair.other = dolen_row_take_text (row);
  alike->pair.percent = (int) dolen_row_take_int (row);
  alike->pair.evidence = (guint) dolen_row_take_int (row);
  for (guint i = 0; i < 2; i++)
    dolen_row_take_bilingual (row, &alike->names[i]);
  for (guint i = 0; i < 2; i++)
    dolen_row_take_bilingual (row, &alike->organisations[i]);
  return alike;
}

GPtrArray *
dolen_alike_list (DolenDirectory *dir, const char *record, guint limit, GError **error)
{
  g_autoptr (GPtrArray) cases
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_alike_case_free);
  gboolean more = FALSE;
  DolenRow row;

  if (!dolen_directory_row (dir, list_sql, &row, error))
    return NULL;
  dolen_row_put_text (&row, record);
  dolen_row_put_int (&row, limit > 0 ? (gint64) limit : -1);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return g_steal_pointer (&cases);
    g_ptr_array_add (cases, read_case (&row));
  }
  return NULL;
}

gint64
dolen_alike_set_not_same (DolenDirectory *dir,
                          DolenAlikeKind kind,
                          const char *one,
                          const char *other,
                          const char *who,
                          GError **error)
{
  gboolean in_order = strcmp (one, other) < 0;

  return dolen_not_same_set (dir,
                             dolen_alike_kind_code (kind),
                             in_order ? one : other,
                             in_order ? other : one,
                             who,
                             error);
}

/* A field that nobody edited and another feed has otherwise (dolen_field_note_other()) has its row
 * too, and vouches for nothing. */
#define EDITS "(SELECT count(*) FROM field_edit WHERE record_uid = ?1 AND edited_at > 0) * 100"
#define VOUCHED_SERVICE                                                                            \
  "SELECT (SELECT count(*) FROM confirmation c WHERE c.service = s.id) * 1000"                     \
  " + " EDITS                                                                                      \
  " + (s.gone_since IS NULL) * 50 + (s.description_en IS NOT NULL) + (s.description_cy IS NOT"     \
  " NULL) + (s.name_cy IS NOT NULL) + (s.phone IS NOT NULL) + (s.email IS NOT NULL)"               \
  " + (SELECT count(*) FROM schedule d WHERE d.service = s.id)"                                    \
  " FROM service s WHERE s.uid = ?1"
#define VOUCHED_ORGANISATION                                                                       \
  "SELECT " EDITS " + (SELECT count(*) FROM service s WHERE s.organisation = o.id)"                \
  " FROM organisation o WHERE o.uid = ?1"

int
dolen_alike_propose_kept (DolenDirectory *dir,
                          DolenAlikeKind kind,
                          const char *one,
                          const char *other)
{
  const char *sql = kind == DOLEN_ALIKE_SERVICES ? VOUCHED_SERVICE : VOUCHED_ORGANISATION;
  gint64 first = 0, second = 0;

  if (!dolen_directory_find_id (dir, sql, one, &first, NULL)
      || !dolen_directory_find_id (dir, sql, other, &second, NULL))
    return 0;
  return second > first;
}
