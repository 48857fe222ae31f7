/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-load-private.h"

#include "base/dolen-time.h"
#include "casework/dolen-caseload-private.h"

/* What is open, how heavy it is, and who waits for nothing. */

static void
row_free (gpointer data)
{
  DolenLoadRow *row = data;

  g_free (row->person);
  g_free (row->called);
  g_free (row->worker);
  g_strfreev (row->extras);
  g_free (row->last_contact);
  g_free (row->next_due);
  g_free (row);
}

static void
worker_free (gpointer data)
{
  g_free (((DolenWorkerLoad *) data)->worker);
  g_free (data);
}

void
dolen_load_free (DolenLoad *load)
{
  if (load == NULL)
    return;
  g_clear_pointer (&load->rows, g_ptr_array_unref);
  g_clear_pointer (&load->workers, g_ptr_array_unref);
  g_free (load);
}

/* ---- the rows ---- */

typedef struct {
  const DolenLoadWeights *weights; /* (nullable) */
  const char *today;
} Reading;

static void
add_extra (const Reading *reading, DolenLoadRow *row, GPtrArray *extras, const char *code)
{
  const DolenLoadExtra *extra = dolen_load_find_extra (reading->weights, code);

  if (extra == NULL || (g_str_equal (code, "first-weeks") && row->weeks >= extra->weeks))
    return;
  row->weight += extra->weight;
  g_ptr_array_add (extras, g_strdup (code));
}

static void
weigh (const Reading *reading, DolenLoadRow *row, DolenStatement *statement)
{
  g_autoptr (GPtrArray) extras = g_ptr_array_new ();

  row->weight = reading->weights->levels[row->level];
  if (dolen_statement_get_int64 (statement, 7) != 0)
    add_extra (reading, row, extras, "concern");
  if (dolen_statement_get_int64 (statement, 8) != 0)
    add_extra (reading, row, extras, "attends-often");
  if (!dolen_statement_is_null (statement, 9))
    add_extra (reading, row, extras, "interpreter");
  add_extra (reading, row, extras, "first-weeks");
  if (extras->len == 0)
    return;
  g_ptr_array_add (extras, NULL);
  row->extras = (char **) g_ptr_array_steal (extras, NULL);
}

static int
days_since (const char *date, const char *today)
{
  return dolen_date_is_valid (date) ? MAX (dolen_date_days_between (date, today), 0) : 0;
}

static gpointer
make_row (DolenStatement *statement, gpointer user_data)
{
  const Reading *reading = user_data;
  DolenLoadRow *row = g_new0 (DolenLoadRow, 1);
  g_autofree char *opened = dolen_statement_dup_text (statement, 4);

  row->person = dolen_statement_dup_text (statement, 0);
  row->called = g_strdup (
      dolen_statement_is_null (statement, 1) ? "" : dolen_statement_get_text (statement, 1));
  row->worker = dolen_statement_dup_text (statement, 2);
  row->level = dolen_level_from_nick (dolen_statement_get_text (statement, 3));
  row->weeks = days_since (opened, reading->today) / 7;
  row->next_due = dolen_statement_dup_text (statement, 5);
  row->last_contact = dolen_statement_dup_text (statement, 6);
  row->days_since
      = days_since (row->last_contact != NULL ? row->last_contact : opened, reading->today);
  if (reading->weights != NULL)
    weigh (reading, row, statement);
  return row;
}

/* An episode is seen where something is to be done about its person, of whatever kind. */
#define ROWS_SQL                                                                                   \
  "SELECT e.person, coalesce (p.called, p.name), e.worker, e.level, e.opened,"                     \
  " (SELECT min (f.due) FROM follow_up f WHERE f.person = e.person AND f.state = 'open') AS next," \
  " (SELECT max (c.\"on\") FROM encounter c WHERE c.person = e.person AND c.result = 'reached'"    \
  "  AND c.\"with\" IS NULL) AS last,"                                                             \
  " EXISTS (SELECT 1 FROM concern n WHERE n.person = e.person AND n.state != 'closed'),"           \
  " e.attends_often, p.interpreter"                                                                \
  " FROM episode e JOIN person p ON p.uid = e.person"                                              \
  " WHERE e.closed IS NULL AND p.died_on IS NULL AND p.name IS NOT NULL"

static GPtrArray *
read_rows (DolenCaseload *caseload, const char *sql, const Reading *reading, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (caseload->db, sql, error);

  if (statement == NULL)
    return NULL;
  return dolen_caseload_collect (statement, make_row, (gpointer) reading, row_free, error);
}

GPtrArray *
dolen_caseload_list_unplanned (DolenCaseload *caseload, const char *today, GError **error)
{
  const Reading reading = { NULL, today };

  return read_rows (caseload,
                    ROWS_SQL " AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.person = e.person"
                             " AND f.state = 'open') ORDER BY last, e.opened, e.uid",
                    &reading,
                    error);
}

/* ---- the sums ---- */

static DolenWorkerLoad *
find_worker (GPtrArray *workers, const char *name)
{
  DolenWorkerLoad *worker;

  for (guint i = 0; i < workers->len; i++) {
    worker = g_ptr_array_index (workers, i);
    if (g_strcmp0 (worker->worker, name) == 0)
      return worker;
  }
  worker = g_new0 (DolenWorkerLoad, 1);
  worker->worker = g_strdup (name);
  g_ptr_array_add (workers, worker);
  return worker;
}

static int
compare_workers (gconstpointer a, gconstpointer b)
{
  const DolenWorkerLoad *first = *(const DolenWorkerLoad *const *) a;
  const DolenWorkerLoad *second = *(const DolenWorkerLoad *const *) b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return g_strcmp0 (first->worker, second->worker);
}

static void
sum_up (DolenLoad *load)
{
  load->workers = g_ptr_array_new_with_free_func (worker_free);
  for (guint i = 0; i < load->rows->len; i++) {
    const DolenLoadRow *row = g_ptr_array_index (load->rows, i);
    DolenWorkerLoad *worker = find_worker (load->workers, row->worker);

    worker->n_people++;
    worker->weight += row->weight;
    load->n_unplanned += row->next_due == NULL;
  }
  g_ptr_array_sort (load->workers, compare_workers);
}

static gboolean
count (DolenCaseload *caseload, const char *sql, int *n, GError **error)
{
  gint64 found = 0;

  if (!dolen_db_get_int64 (caseload->db, sql, &found, error))
    return FALSE;
  *n = (int) found;
  return TRUE;
}

static gboolean
read_wait (DolenCaseload *caseload, DolenLoad *load, const char *today, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      caseload->db, "SELECT min (received_on) FROM incoming WHERE state = 'waiting'", error);
  gboolean found = FALSE;

  if (statement == NULL || !dolen_statement_step (statement, &found, error))
    return FALSE;
  if (found && !dolen_statement_is_null (statement, 0))
    load->longest_wait = days_since (dolen_statement_get_text (statement, 0), today);
  return TRUE;
}

DolenLoad *
dolen_caseload_read_load (DolenCaseload *caseload,
                          const DolenLoadWeights *weights,
                          const char *today,
                          GError **error)
{
  const Reading reading = { weights, today };
  g_autoptr (DolenLoad) load = g_new0 (DolenLoad, 1);

  load->rows = read_rows (
      caseload, ROWS_SQL " ORDER BY next IS NOT NULL, last, e.opened, e.uid", &reading, error);
  if (load->rows == NULL
      || !count (caseload,
                 "SELECT count (*) FROM incoming WHERE state IN ('new', 'more-info')",
                 &load->n_undecided,
                 error)
      || !count (caseload,
                 "SELECT count (*) FROM incoming WHERE state = 'waiting'",
                 &load->n_waiting,
                 error)
      || !count (caseload,
                 "SELECT count (*) FROM referral WHERE kind = 'referral' AND state = 'sent'",
                 &load->n_no_answer,
                 error)
      || !read_wait (caseload, load, today, error))
    return NULL;
  sum_up (load);
  return g_steal_pointer (&load);
}
