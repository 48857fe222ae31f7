/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/again/dolen-again.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an organisation that was not known may have been called before: told by its groups. */
typedef struct {
  const DolenRowSigns *row;  /* that names it now */
  const DolenRowSigns *last; /* the same as it was read before; NULL: several were meant */
} Candidate;

/* The row as it was read before. */
static const DolenRowSigns *
find_last (const GHashTable *before, GHashTable *stored, const DolenRowSigns *row)
{
  const char *id = g_hash_table_lookup ((GHashTable *) before, row->id);

  return g_hash_table_lookup (stored, id ? id : row->id);
}

static GHashTable *
index_services (const DolenAgain *again)
{
  GHashTable *before = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < again->services->len; i++) {
    const DolenAgainSame *same = again->services->pdata[i];
    g_hash_table_insert (before, same->now, same->before);
  }
  return before;
}

static void
add_candidate (GHashTable *candidates, const DolenRowSigns *row, const DolenRowSigns *last)
{
  Candidate *candidate = g_hash_table_lookup (candidates, row->organisation_id);

  if (!candidate) {
    candidate = g_new0 (Candidate, 1);
    candidate->row = row;
    candidate->last = last;
    g_hash_table_insert (candidates, row->organisation_id, candidate);
  } else if (!candidate->last
             || strcmp (candidate->last->organisation_id, last->organisation_id) != 0) {
    candidate->last = NULL;
  }
}

static GHashTable *
find_candidates (const DolenAgain *again, const GPtrArray *rows, GHashTable *stored)
{
  g_autoptr (GHashTable) before = index_services (again);
  g_autoptr (GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *candidates = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < rows->len; i++) {
    const DolenRowSigns *row = rows->pdata[i];
    if (row->organisation_id)
      g_hash_table_add (here, row->organisation_id);
  }
  for (guint i = 0; i < rows->len; i++) {
    const DolenRowSigns *row = rows->pdata[i];
    const DolenRowSigns *last = row->organisation_id ? find_last (before, stored, row) : NULL;

    if (last && last->organisation_id && !g_hash_table_contains (here, last->organisation_id))
      add_candidate (candidates, row, last);
  }
  return candidates;
}

/* Whether no other organisation may have been @last's. */
static gboolean
is_only_one (GHashTable *candidates, const Candidate *one)
{
  GHashTableIter each;
  gpointer value;

  g_hash_table_iter_init (&each, candidates);
  while (g_hash_table_iter_next (&each, NULL, &value)) {
    const Candidate *other = value;
    if (other != one && other->last
        && strcmp (other->last->organisation_id, one->last->organisation_id) == 0)
      return FALSE;
  }
  return TRUE;
}

void
dolen_again_find_organisations (DolenAgain *again,
                                const GPtrArray *rows,
                                GHashTable *stored,
                                DolenAgainKnown known,
                                gpointer user_data)
{
  g_autoptr (GHashTable) candidates = find_candidates (again, rows, stored);
  GHashTableIter each;
  gpointer key, value;

  g_hash_table_iter_init (&each, candidates);
  while (g_hash_table_iter_next (&each, &key, &value)) {
    const Candidate *one = value;

    /* Groups that went to another body are no reason to take it for theirs. */
    if (!one->last || known (key, user_data) || !is_only_one (candidates, one)
        || dolen_names_compare (one->row->organisation, one->last->organisation)
               == DOLEN_NAMES_DIFFER)
      continue;
    dolen_again_add (
        again->organisations,
        one->last->organisation_id,
        key,
        one->row,
        g_strdup_printf (
            /* Translators: names of an organisation in a table, now and before. */
            _ ("“%1$s”: the same organisation as “%2$s”, which is not in the table any "
               "more."),
            one->row->organisation,
            one->last->organisation));
  }
}
