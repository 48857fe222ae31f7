/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-scan.h"

#include "base/dolen-time.h"

#include <string.h>

gint32
dolen_queue_day (const char *date)
{
  return (gint32) dolen_date_day_number (date);
}

static void
free_mark (gpointer data)
{
  DolenQueueMark *mark = data;

  g_free (mark->assigned_to);
  g_free (mark->due_on);
  g_free (mark->snoozed_until);
  g_free (mark->reason);
  g_free (mark);
}

/* ---- numbers by id ---- */

#define NEAR (1 << 20)

static void
numbers_init (DolenQueueNumbers *numbers)
{
  numbers->near = g_array_new (FALSE, TRUE, sizeof (guint));
  numbers->far = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
numbers_clear (DolenQueueNumbers *numbers)
{
  g_clear_pointer (&numbers->near, g_array_unref);
  g_clear_pointer (&numbers->far, g_hash_table_unref);
}

static void
numbers_set (DolenQueueNumbers *numbers, gint64 id, guint number)
{
  if (id < 0 || id >= NEAR) {
    g_hash_table_insert (numbers->far, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (number));
    return;
  }
  if (id >= numbers->near->len)
    g_array_set_size (numbers->near, (guint) MAX (id + 1, (gint64) numbers->near->len * 2));
  g_array_index (numbers->near, guint, id) = number;
}

static guint
numbers_get (const DolenQueueNumbers *numbers, gint64 id)
{
  if (id >= 0 && id < numbers->near->len)
    return g_array_index (numbers->near, guint, id);
  return id >= 0 && id < NEAR ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (numbers->far, &id));
}

void
dolen_queue_scan_free (DolenQueueScan *scan)
{
  if (scan == NULL)
    return;
  g_clear_pointer (&scan->upkeep, g_array_unref);
  g_clear_pointer (&scan->rows, g_array_unref);
  numbers_clear (&scan->by_id);
  numbers_clear (&scan->by_organisation);
  g_clear_pointer (&scan->marks, g_hash_table_unref);
  g_free (scan);
}

gboolean
dolen_queue_scan_each_of (DolenQueueScan *scan,
                          const char *sql,
                          const char *text,
                          DolenQueueScanFunc func,
                          GError **error)
{
  DolenStatement *statement = dolen_directory_statement (scan->dir, sql, error);
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  if (text != NULL)
    dolen_statement_bind_text (statement, 1, text);
  while (dolen_statement_step (statement, &more, error)) {
    if (!more)
      return TRUE;
    func (scan, statement);
  }
  return FALSE;
}

gboolean
dolen_queue_scan_each (DolenQueueScan *scan,
                       const char *sql,
                       DolenQueueScanFunc func,
                       GError **error)
{
  return dolen_queue_scan_each_of (scan, sql, NULL, func, error);
}

static DolenUpkeep *
at (const DolenQueueNumbers *numbers, GArray *upkeep, gint64 id)
{
  guint number = numbers_get (numbers, id);

  return number > 0 ? &g_array_index (upkeep, DolenUpkeep, number - 1) : NULL;
}

DolenUpkeep *
dolen_queue_scan_find (DolenQueueScan *scan, gint64 service)
{
  return at (&scan->by_id, scan->upkeep, service);
}

DolenUpkeep *
dolen_queue_scan_first_of (DolenQueueScan *scan, gint64 organisation)
{
  return organisation > 0 ? at (&scan->by_organisation, scan->upkeep, organisation) : NULL;
}

DolenUpkeep *
dolen_queue_scan_next_of (DolenQueueScan *scan, const DolenUpkeep *upkeep)
{
  const DolenUpkeep *all = (const DolenUpkeep *) (gpointer) scan->upkeep->data;
  guint next = (guint) (upkeep - all) + 1;
  DolenUpkeep *other
      = next < scan->upkeep->len ? &g_array_index (scan->upkeep, DolenUpkeep, next) : NULL;

  return other != NULL && other->organisation == upkeep->organisation ? other : NULL;
}

/* ---- the pass ---- */

/* A text that one language has and the other has not, or not as it is now. "draft" wants a reader.
 * A name is often the same in both: it counts only where there are two that differ in age. */
static gboolean
wants_work (const char *en, const char *cy, gboolean is_name)
{
  if (g_str_equal (en, "missing") && g_str_equal (cy, "missing"))
    return FALSE;
  if (is_name && (g_str_equal (en, "missing") || g_str_equal (cy, "missing")))
    return FALSE;
  return g_str_equal (en, "out-of-date") || g_str_equal (cy, "out-of-date")
         || g_str_equal (en, "missing") || g_str_equal (cy, "missing") || g_str_equal (en, "draft")
         || g_str_equal (cy, "draft");
}

static gint32
feed_day (const char *assured, const char *modified)
{
  return assured != NULL ? dolen_queue_day (assured) : dolen_queue_day (modified);
}

static void
take_service (DolenQueueScan *scan, DolenStatement *row)
{
  const char *status = dolen_statement_get_text (row, 2);
  DolenUpkeep upkeep = { 0 };
  guint number;

  upkeep.id = dolen_statement_get_int64 (row, 0);
  upkeep.organisation = dolen_statement_get_int64 (row, 1);
  upkeep.chased = !g_str_equal (status, "inactive") && !g_str_equal (status, "defunct")
                  && dolen_statement_get_int64 (row, 3) == 0;
  upkeep.gone = dolen_queue_day (dolen_statement_get_text (row, 4));
  upkeep.lacks
      = (guint16) (wants_work (
                       dolen_statement_get_text (row, 5), dolen_statement_get_text (row, 6), FALSE)
                   + wants_work (
                       dolen_statement_get_text (row, 7), dolen_statement_get_text (row, 8), TRUE));
  upkeep.fed = feed_day (dolen_statement_get_text (row, 9), dolen_statement_get_text (row, 10));
  g_array_append_val (scan->upkeep, upkeep);
  number = scan->upkeep->len;
  numbers_set (&scan->by_id, upkeep.id, number);
  if (upkeep.organisation > 0 && upkeep.chased
      && numbers_get (&scan->by_organisation, upkeep.organisation) == 0)
    numbers_set (&scan->by_organisation, upkeep.organisation, number);
}

static void
take_volunteer_run (DolenQueueScan *scan, DolenStatement *row)
{
  DolenUpkeep *one = dolen_queue_scan_first_of (scan, dolen_statement_get_int64 (row, 0));

  for (; one != NULL; one = dolen_queue_scan_next_of (scan, one))
    one->volunteer = 1;
}

/* By day: the last row of a listing is its newest report; of one day the one written last. */
static void
take_capacity (DolenQueueScan *scan, DolenStatement *row)
{
  DolenUpkeep *upkeep = dolen_queue_scan_find (scan, dolen_statement_get_int64 (row, 0));
  const char *status = dolen_statement_get_text (row, 2);
  gint32 day = dolen_queue_day (dolen_statement_get_text (row, 1));
  gint64 id = dolen_statement_get_int64 (row, 3);

  if (upkeep == NULL)
    return;
  if (scan->report.listing == upkeep->id && scan->report.day == day && scan->report.id > id)
    return;
  scan->report.listing = upkeep->id;
  scan->report.day = day;
  scan->report.id = id;
  upkeep->told[DOLEN_FACT_CAPACITY] = g_str_equal (status, "unknown") ? 0 : day;
}

/* "capacity" told without a report says nothing about places: the report alone counts. */
static void
take_confirmed (DolenUpkeep *upkeep, const char *confirmed, gint32 day)
{
  g_auto (GStrv) names = g_strsplit (confirmed, ",", -1);

  for (guint i = 0; names[i] != NULL; i++) {
    const char *name = g_strstrip (names[i]);
    gboolean all = g_str_equal (name, "listing");

    for (guint fact = DOLEN_FACT_CAPACITY + 1; fact < DOLEN_N_FACTS; fact++)
      if (all || g_str_equal (name, dolen_fact_code ((DolenFact) fact)))
        upkeep->told[fact] = MAX (upkeep->told[fact], day);
    if (all || g_str_equal (name, "exists"))
      upkeep->told_exists = MAX (upkeep->told_exists, day);
    if (g_str_equal (name, "funding"))
      upkeep->told_funding = MAX (upkeep->told_funding, day);
  }
}

static void
take_call (DolenQueueScan *scan, DolenStatement *row)
{
  DolenUpkeep *upkeep = dolen_queue_scan_find (scan, dolen_statement_get_int64 (row, 0));
  DolenCallOutcome outcome = dolen_call_outcome_from_code (dolen_statement_get_text (row, 2));
  const char *confirmed = dolen_statement_get_text (row, 3);

  if (upkeep == NULL)
    return;
  upkeep->tried = MAX (upkeep->tried, dolen_queue_day (dolen_statement_get_text (row, 1)));
  upkeep->next_try = dolen_queue_day (dolen_statement_get_text (row, 4));
  if (outcome == DOLEN_CALL_DO_NOT_CONTACT)
    upkeep->stopped = 1;
  if (outcome != DOLEN_CALL_REACHED) {
    upkeep->tries++;
    upkeep->wrong_number |= outcome == DOLEN_CALL_WRONG_NUMBER;
    upkeep->wrong_seen |= outcome == DOLEN_CALL_WRONG_NUMBER;
    return;
  }
  upkeep->tries = 0;
  upkeep->wrong_number = 0;
  upkeep->told_exists = MAX (upkeep->told_exists, upkeep->tried);
  if (confirmed != NULL)
    take_confirmed (upkeep, confirmed, dolen_queue_day (dolen_statement_get_text (row, 1)));
}

static gboolean
pass (DolenQueueScan *scan, GError **error)
{
  return dolen_queue_scan_each (
             scan,
             "SELECT id, organisation, status, do_not_list, gone_since, description_en_state,"
             " description_cy_state, name_en_state, name_cy_state, assured_on, modified_on"
             " FROM service INDEXED BY service_upkeep ORDER BY organisation, id",
             take_service,
             error)
         && dolen_queue_scan_each (scan,
                                   "SELECT id FROM organisation WHERE volunteer_run <> 0",
                                   take_volunteer_run,
                                   error)
         && dolen_queue_scan_each (scan,
                                   "SELECT service, as_of, status, id FROM capacity_report"
                                   " ORDER BY service, as_of",
                                   take_capacity,
                                   error)
         && dolen_queue_scan_each (scan,
                                   "SELECT service, on_date, outcome, confirmed, next_try_on"
                                   " FROM confirmation ORDER BY service, on_date",
                                   take_call,
                                   error)
         && dolen_queue_count_wrong_numbers (scan, error);
}

/* ---- marks ---- */

/* A mark is of a kind of row about a service or, where there is none, an organisation: all that in
 * one number. */
#define CALL DOLEN_QUEUE_N_KINDS

static gint64
mark_key (guint kind, gint64 service, gint64 organisation)
{
  return ((service > 0 ? service : organisation) << 6) | (service > 0 ? 32 : 0) | kind;
}
G_STATIC_ASSERT (CALL < 32);

static void
take_mark (DolenQueueScan *scan, DolenStatement *row)
{
  const char *code = dolen_statement_get_text (row, 0);
  DolenQueueKind kind = DOLEN_QUEUE_N_KINDS;
  DolenQueueMark *mark;
  gint64 key;

  if (!g_str_equal (code, "call") && !dolen_queue_kind_from_code (code, &kind))
    return;
  mark = g_new0 (DolenQueueMark, 1);
  mark->assigned_to = dolen_statement_dup_text (row, 3);
  mark->due_on = dolen_statement_dup_text (row, 4);
  mark->snoozed_until = dolen_statement_dup_text (row, 5);
  mark->reason = dolen_statement_dup_text (row, 6);
  key = mark_key (kind, dolen_statement_get_int64 (row, 1), dolen_statement_get_int64 (row, 2));
  g_hash_table_insert (scan->marks, g_memdup2 (&key, sizeof key), mark);
}

const DolenQueueMark *
dolen_queue_scan_mark (const DolenQueueScan *scan, const DolenQueueRow *row)
{
  const DolenUpkeep *first;
  gint64 key;

  if (g_hash_table_size (scan->marks) == 0)
    return NULL;
  first = dolen_queue_scan_find ((DolenQueueScan *) scan, row->service);
  /* What volunteers run is marked as a whole. */
  key = row->call && first != NULL && first->volunteer
            ? mark_key (CALL, 0, row->organisation)
            : mark_key (row->call ? CALL : row->kind, row->service, row->organisation);
  return g_hash_table_lookup (scan->marks, &key);
}

DolenQueueScan *
dolen_queue_scan_new (DolenDirectory *dir,
                      const DolenKeepingRules *rules,
                      const char *today,
                      GHashTable *waiting,
                      GError **error)
{
  g_autoptr (DolenQueueScan) scan = g_new0 (DolenQueueScan, 1);

  scan->dir = dir;
  scan->rules = rules;
  scan->today = today;
  scan->day = dolen_queue_day (today);
  scan->waiting = waiting;
  scan->upkeep = g_array_new (FALSE, FALSE, sizeof (DolenUpkeep));
  scan->rows = g_array_new (FALSE, FALSE, sizeof (DolenQueueRow));
  numbers_init (&scan->by_id);
  numbers_init (&scan->by_organisation);
  scan->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_mark);
  for (guint fact = 0; fact < DOLEN_N_FACTS; fact++) {
    g_autofree char *cutoff = dolen_keeping_rules_cutoff (rules, (DolenFact) fact, today);
    scan->cutoff[fact] = dolen_queue_day (cutoff);
  }
  if (!pass (scan, error)
      || !dolen_queue_scan_each (
          scan,
          "SELECT m.kind, coalesce (s.id, 0), coalesce (o.id, 0), m.assigned_to, m.due_on,"
          " m.snoozed_until, m.reason FROM queue_mark m"
          " LEFT JOIN service s ON s.uid = m.record_uid"
          " LEFT JOIN organisation o ON o.uid = m.record_uid",
          take_mark,
          error))
    return NULL;
  return g_steal_pointer (&scan);
}

/* ---- rows ---- */

gboolean
dolen_queue_is_stale (const DolenQueueScan *scan, const DolenUpkeep *upkeep, DolenFact fact)
{
  return upkeep->told[fact] < scan->cutoff[fact];
}

static void
add_to (DolenQueueRow *row, DolenQueueKind kind, double score, gint32 since)
{
  row->kinds |= DOLEN_QUEUE_BIT (kind);
  row->score += score;
  row->since = MIN (row->since, since);
  if (score > row->best) {
    row->best = score;
    row->kind = kind;
  }
}

void
dolen_queue_scan_add_call (
    DolenQueueScan *scan, DolenQueueKind kind, DolenUpkeep *upkeep, double score, gint32 since)
{
  DolenUpkeep *lead
      = upkeep->volunteer ? dolen_queue_scan_first_of (scan, upkeep->organisation) : upkeep;
  DolenQueueRow row = { .kind = kind, .call = TRUE };

  if (!upkeep->chased)
    return;
  if (lead->row == 0) {
    row.service = lead->id;
    row.organisation = lead->organisation;
    row.since = since;
    g_array_append_val (scan->rows, row);
    lead->row = scan->rows->len;
  }
  add_to (&g_array_index (scan->rows, DolenQueueRow, lead->row - 1), kind, score, since);
}

void
dolen_queue_scan_add_desk (DolenQueueScan *scan,
                           DolenQueueKind kind,
                           gint64 service,
                           gint64 organisation,
                           double score,
                           gint32 since)
{
  DolenQueueRow row
      = { .kind = kind, .service = service, .organisation = organisation, .since = since };

  add_to (&row, kind, score, since);
  g_array_append_val (scan->rows, row);
}
