/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-private.h"

#include "language/dolen-collation.h"

#include <string.h>

/*
 * The list of people, and finding one by a name half remembered. A caseload holds hundreds, so the
 * names are held against the words typed here, not in an index.
 */
#define NO_MATCH G_MAXINT

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
  g_free (row);
}

/* Small letters without accents; hyphens and apostrophes part words. */
static char **
fold_words (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_ALL);
  g_autofree char *small = apart != NULL ? g_utf8_casefold (apart, -1) : g_strdup ("");
  g_autoptr (GString) folded = g_string_new (NULL);
  char **words;
  gsize n = 0;

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c))
      g_string_append_unichar (folded, c);
    else if (!g_unichar_ismark (c))
      g_string_append_c (folded, ' ');
  }
  words = g_strsplit (folded->str, " ", -1);
  for (gsize i = 0; words[i] != NULL; i++) {
    if (words[i][0] != '\0')
      words[n++] = words[i];
    else
      g_free (words[i]);
  }
  words[n] = NULL;
  return words;
}

/* Optimal string alignment, bytes (the letters are folded): a letter wrong, missing, too many, or
 * two in the wrong order each count one. Long words are cut. */
static int
count_slips (const char *a, const char *b)
{
  enum {
    MOST = 24
  };
  int rows[MOST + 1][MOST + 1];
  int n = (int) MIN (strlen (a), MOST), m = (int) MIN (strlen (b), MOST);

  for (int i = 0; i <= n; i++)
    rows[i][0] = i;
  for (int j = 0; j <= m; j++)
    rows[0][j] = j;
  for (int i = 1; i <= n; i++)
    for (int j = 1; j <= m; j++) {
      int best = MIN (rows[i - 1][j], rows[i][j - 1]) + 1;

      best = MIN (best, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN (best, rows[i - 2][j - 2] + 1);
      rows[i][j] = best;
    }
  return rows[n][m];
}

static int
score_word (const char *typed, char *const *names)
{
  gsize length = strlen (typed);
  int allowed = length >= 7 ? 2 : length >= 4 ? 1 : 0;
  int best = NO_MATCH;

  for (gsize i = 0; names[i] != NULL; i++) {
    int slips;

    if (g_str_equal (names[i], typed))
      return 0;
    if (g_str_has_prefix (names[i], typed)) {
      best = MIN (best, 1);
      continue;
    }
    slips = allowed > 0 ? count_slips (typed, names[i]) : NO_MATCH;
    if (slips <= allowed)
      best = MIN (best, 2 + slips);
  }
  return best;
}

/* Every word typed must be found; the sum of how far off they are. */
static int
score_person (char *const *typed, const DolenPersonRow *row)
{
  g_autofree char *both = g_strconcat (row->name, " ", row->called, NULL);
  g_auto (GStrv) names = fold_words (both);
  int sum = 0;

  for (gsize i = 0; typed[i] != NULL; i++) {
    int score = score_word (typed[i], names);

    if (score == NO_MATCH)
      return NO_MATCH;
    sum += score;
  }
  return sum;
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
    one.key = dolen_collation_key (language, one.row->name);
    if (one.score != NO_MATCH) {
      g_array_append_val (candidates, one);
    } else {
      dolen_person_row_free (one.row);
      g_free (one.key);
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

GPtrArray *
dolen_caseload_list_people (DolenCaseload *caseload,
                            const char *search,
                            const char *today,
                            GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      caseload->db,
      "SELECT p.uid, p.name, p.called, p.date_of_birth, p.died_on,"
      " (SELECT min(due) FROM follow_up f WHERE f.person = p.uid AND f.state = 'open'),"
      " (SELECT count(*) FROM referral r WHERE r.person = p.uid"
      "  AND r.state IN " DOLEN_UNDER_WAY_SQL "),"
      " EXISTS (SELECT 1 FROM episode e WHERE e.person = p.uid AND e.closed IS NULL)"
      " FROM person p WHERE p.name IS NOT NULL",
      error);
  g_autoptr (GPtrArray) rows = NULL;
  g_auto (GStrv) typed = fold_words (search);

  if (statement == NULL)
    return NULL;
  rows = dolen_caseload_collect (
      statement, make_row, (gpointer) today, (GDestroyNotify) dolen_person_row_free, error);
  return rows != NULL ? rank (rows, typed) : NULL;
}

int
dolen_caseload_count_people (DolenCaseload *caseload)
{
  gint64 n = 0;

  dolen_db_get_int64 (caseload->db, "SELECT count(*) FROM person WHERE name IS NOT NULL", &n, NULL);
  return (int) n;
}
