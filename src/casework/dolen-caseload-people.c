/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-private.h"

#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-name-match.h"
#include "casework/dolen-waiting.h"
#include "language/dolen-collation.h"

#include <string.h>

/*
 * The list of people, and finding one by a name half remembered. A caseload holds hundreds, so the
 * names are held against the words typed here, not in an index.
 */
void
dolen_person_row_free (DolenPersonRow *row)
{
  if (row == NULL)
    return;
  g_free (row->uid);
  g_free (row->name);
  g_free (row->called);
  g_free (row->date_of_birth);
  g_free (row->next_due);
  g_free (row->died_on);
  g_free (row->opened);
  g_free (row->closed);
  dolen_incoming_free (row->incoming);
  g_free (row->waiting);
  g_free (row);
}

static int
score_person (char *const *typed, const DolenPersonRow *row)
{
  g_autofree char *both = g_strconcat (row->name, " ", row->called, NULL);
  g_auto (GStrv) names = dolen_name_words (both);

  return dolen_name_match (typed, names);
}

typedef struct {
  DolenPersonRow *row; /* (owned) */
  int score;
  char *key; /* (owned) of the collation */
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->score != second->score)
    return first->score < second->score ? -1 : 1;
  return strcmp (first->key, second->key);
}

static gpointer
make_row (DolenStatement *statement, gpointer today)
{
  DolenPersonRow *row = g_new0 (DolenPersonRow, 1);

  row->uid = dolen_statement_dup_text (statement, 0);
  row->name = g_strdup (
      dolen_statement_is_null (statement, 1) ? "" : dolen_statement_get_text (statement, 1));
  row->called = g_strdup (
      dolen_statement_is_null (statement, 2) ? row->name : dolen_statement_get_text (statement, 2));
  row->date_of_birth = dolen_statement_dup_text (statement, 3);
  row->died_on = dolen_statement_dup_text (statement, 4);
  row->next_due = dolen_statement_dup_text (statement, 5);
  row->n_open_referrals = (int) dolen_statement_get_int64 (statement, 6);
  row->open = dolen_statement_get_int64 (statement, 7) != 0;
  row->overdue = dolen_due_is_overdue (row->next_due, today);
  row->next_kind = DOLEN_FOLLOW_UP_OTHER;
  if (!dolen_statement_is_null (statement, 8))
    dolen_follow_up_kind_from_nick (dolen_statement_get_text (statement, 8), &row->next_kind);
  row->opened = dolen_statement_dup_text (statement, 9);
  row->closed = dolen_statement_dup_text (statement, 10);
  row->n_open_concerns = (int) dolen_statement_get_int64 (statement, 11);
  if (!dolen_statement_is_null (statement, 12))
    row->incoming = dolen_record_read (&dolen_incoming_type, statement, 12);
  return row;
}

static GPtrArray *
rank (GPtrArray *rows, char *const *typed)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  DolenLanguage language = dolen_language_current ();
  GPtrArray *ranked = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_person_row_free);

  for (guint i = 0; i < rows->len; i++) {
    Candidate one = { .row = g_ptr_array_index (rows, i) };

    one.score = score_person (typed, one.row);
    if (one.score != DOLEN_NAME_NO_MATCH) {
      one.key = dolen_collation_key (language, one.row->name);
      g_array_append_val (candidates, one);
    } else {
      dolen_person_row_free (one.row);
    }
  }
  g_ptr_array_set_free_func (rows, NULL);
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++) {
    Candidate *one = &g_array_index (candidates, Candidate, i);

    g_ptr_array_add (ranked, one->row);
    g_free (one->key);
  }
  return ranked;
}

static char *
people_sql (void)
{
  g_autofree char *incoming = dolen_record_columns (&dolen_incoming_type, "i.");

  return g_strdup_printf (
      "SELECT p.uid, p.name, p.called, p.date_of_birth, p.died_on, f.due,"
      " (SELECT count(*) FROM referral r WHERE r.person = p.uid"
      "  AND r.state IN " DOLEN_UNDER_WAY_SQL "),"
      " EXISTS (SELECT 1 FROM episode e WHERE e.person = p.uid AND e.closed IS NULL), f.kind,"
      " (SELECT min(opened) FROM episode e WHERE e.person = p.uid AND e.closed IS NULL),"
      " (SELECT max(closed) FROM episode e WHERE e.person = p.uid),"
      " (SELECT count(*) FROM concern c WHERE c.person = p.uid AND c.state != 'closed'), %s"
      " FROM person p LEFT JOIN follow_up f ON f.uid = (SELECT n.uid FROM follow_up n"
      "  WHERE n.person = p.uid AND n.state = 'open' ORDER BY n.due, n.created LIMIT 1)"
      " LEFT JOIN incoming i ON i.uid = (SELECT n.uid FROM incoming n WHERE n.person = p.uid"
      "  AND n.state IN " DOLEN_COMING_IN_SQL
      " ORDER BY n.received_on DESC, n.created DESC LIMIT 1)"
      " WHERE p.name IS NOT NULL",
      incoming);
}

/* Each who waits is told their place among all who do. */
static void
place_waiting (DolenCaseload *caseload, GPtrArray *rows, const char *today)
{
  g_autoptr (GPtrArray) list = dolen_caseload_list_waiting (caseload);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; list != NULL && i < list->len; i++)
    g_hash_table_insert (
        places, ((DolenIncoming *) g_ptr_array_index (list, i))->uid, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < rows->len; i++) {
    DolenPersonRow *row = g_ptr_array_index (rows, i);

    if (row->incoming == NULL || row->incoming->state != DOLEN_INCOMING_WAITING)
      continue;
    row->place = GPOINTER_TO_UINT (g_hash_table_lookup (places, row->incoming->uid));
    if (row->place > 0)
      row->waiting
          = dolen_waiting_sentence (list, row->place - 1, today, dolen_language_current ());
  }
}

GPtrArray *
dolen_caseload_list_people (DolenCaseload *caseload,
                            const char *search,
                            const char *today,
                            GError **error)
{
  g_autofree char *sql = people_sql ();
  g_autoptr (DolenStatement) statement = dolen_db_prepare (caseload->db, sql, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) ranked = NULL;
  g_auto (GStrv) typed = dolen_name_words (search);

  if (statement == NULL)
    return NULL;
  rows = dolen_caseload_collect (
      statement, make_row, (gpointer) today, (GDestroyNotify) dolen_person_row_free, error);
  if (rows == NULL)
    return NULL;
  ranked = rank (rows, typed);
  place_waiting (caseload, ranked, today);
  return g_steal_pointer (&ranked);
}

int
dolen_caseload_count_people (DolenCaseload *caseload)
{
  gint64 n = 0;

  dolen_db_get_int64 (caseload->db, "SELECT count(*) FROM person WHERE name IS NOT NULL", &n, NULL);
  return (int) n;
}
