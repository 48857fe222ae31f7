/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-scan.h"

#include "base/dolen-time.h"

/* What is due stands above all else; somebody who waits on a group is worth half a question. */
#define WORTH_DUE 1000.0
#define WORTH_WAITING 10.0

void
dolen_queue_list_free (DolenQueueList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->items);
  g_free (list);
}

static gboolean
collect (DolenQueueScan *scan, GError **error)
{
  for (guint kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++)
    if (!dolen_queue_kinds ()[kind].collect (scan, error))
      return FALSE;
  return TRUE;
}

/* People who wait lift the call that is to be made anyway. */
static gboolean
add_waiting (DolenQueueScan *scan, GError **error)
{
  GHashTableIter iter;
  gpointer uid, people;

  if (scan->waiting == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, scan->waiting);
  while (g_hash_table_iter_next (&iter, &uid, &people)) {
    const DolenUpkeep *upkeep;
    gint64 id = 0;

    if (!dolen_directory_find_id (
            scan->dir, "SELECT id FROM service WHERE uid = ?1", uid, &id, error))
      return FALSE;
    upkeep = dolen_queue_scan_find (scan, id);
    if (upkeep != NULL && upkeep->volunteer)
      upkeep = dolen_queue_scan_first_of (scan, upkeep->organisation);
    if (upkeep != NULL && upkeep->row > 0) {
      DolenQueueRow *row = &g_array_index (scan->rows, DolenQueueRow, upkeep->row - 1);

      row->waiting += GPOINTER_TO_UINT (people);
      row->score += WORTH_WAITING * GPOINTER_TO_UINT (people);
    }
  }
  return TRUE;
}

/* A wrong number waits for another one: finding it is work at the desk. */
static gboolean
waits (const DolenQueueScan *scan, const DolenUpkeep *upkeep)
{
  return upkeep->stopped || upkeep->wrong_number || upkeep->next_try > scan->day;
}

/* Whether the call is not to be made yet, or not at all: of several listings the word of any holds
 * for all, for it is one group that would be rung. */
static gboolean
call_waits (DolenQueueScan *scan, const DolenQueueRow *row)
{
  const DolenUpkeep *one = dolen_queue_scan_find (scan, row->service);

  if (!one->volunteer)
    return waits (scan, one);
  for (; one != NULL; one = dolen_queue_scan_next_of (scan, one))
    if (waits (scan, one))
      return TRUE;
  return FALSE;
}

static void
apply_mark (DolenQueueScan *scan, DolenQueueRow *row)
{
  row->mark = dolen_queue_scan_mark (scan, row);
  row->put_off = row->call && call_waits (scan, row);
  if (row->mark == NULL)
    return;
  if (row->mark->snoozed_until != NULL && g_strcmp0 (row->mark->snoozed_until, scan->today) > 0)
    row->put_off = TRUE;
  if (row->mark->due_on != NULL && g_strcmp0 (row->mark->due_on, scan->today) <= 0)
    row->score += WORTH_DUE;
}

static gboolean
is_in (GHashTable *area, DolenQueueScan *scan, const DolenQueueRow *row)
{
  const DolenUpkeep *one;

  if (area == NULL || g_hash_table_contains (area, (gpointer) (gintptr) row->service))
    return TRUE;
  /* The call to a group, and what concerns an organisation, is where any of its listings is. */
  one = dolen_queue_scan_find (scan, row->service);
  if (row->service > 0 && (one == NULL || !row->call || !one->volunteer))
    return FALSE;
  one = dolen_queue_scan_first_of (scan, row->organisation);
  for (; one != NULL; one = dolen_queue_scan_next_of (scan, one))
    if (g_hash_table_contains (area, (gpointer) (gintptr) one->id))
      return TRUE;
  return FALSE;
}

static gboolean
is_whose (const DolenQueueRow *row, const char *assigned_to)
{
  const char *whose = row->mark != NULL ? row->mark->assigned_to : NULL;

  if (assigned_to == NULL)
    return TRUE;
  return *assigned_to == '\0' ? whose == NULL : g_strcmp0 (whose, assigned_to) == 0;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const DolenQueueRow *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (first->since != second->since)
    return first->since < second->since ? -1 : 1;
  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  if (first->service != second->service)
    return first->service < second->service ? -1 : 1;
  return (first->organisation > second->organisation)
         - (first->organisation < second->organisation);
}

/* Keeps the best @most rows seen so far, in order: a page is a few of many thousands. */
static void
keep_best (GArray *best, const DolenQueueRow *row, guint most)
{
  guint from = 0, to = best->len;

  if (best->len == most
      && (most == 0
          || compare_rows (row, &g_array_index (best, DolenQueueRow, best->len - 1)) >= 0))
    return;
  while (from < to) {
    guint middle = (from + to) / 2;

    if (compare_rows (row, &g_array_index (best, DolenQueueRow, middle)) < 0)
      to = middle;
    else
      from = middle + 1;
  }
  if (best->len == most)
    g_array_set_size (best, most - 1);
  g_array_insert_val (best, from, *row);
}

/* Beyond this, all in order is cheaper than the best of them. */
#define FEW_ROWS 2000

/* The rows that are asked for, in order, as far as the page goes; the rest is counted. */
static void
sift (DolenQueueScan *scan, const DolenQueueQuery *query, GHashTable *area, DolenQueueList *list)
{
  guint kinds = query->kinds != 0 ? query->kinds : DOLEN_QUEUE_ALL_KINDS;
  guint most = query->limit > 0 ? query->offset + MIN (query->limit, scan->rows->len) : 0;
  g_autoptr (GArray) best = g_array_new (FALSE, FALSE, sizeof (DolenQueueRow));

  for (guint i = 0; i < scan->rows->len; i++) {
    DolenQueueRow *row = &g_array_index (scan->rows, DolenQueueRow, i);

    apply_mark (scan, row);
    if (!is_whose (row, query->assigned_to) || !is_in (area, scan, row))
      continue;
    list->put_off += row->put_off;
    if (row->put_off != query->put_off)
      continue;
    for (guint kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++)
      list->by_kind[kind] += (row->kinds & DOLEN_QUEUE_BIT (kind)) != 0;
    if ((row->kinds & kinds) == 0)
      continue;
    list->total++;
    if (most > FEW_ROWS)
      g_array_append_val (best, *row);
    else
      keep_best (best, row, most);
  }
  if (most > FEW_ROWS)
    g_array_sort (best, compare_rows);
  g_array_unref (scan->rows);
  scan->rows = g_steal_pointer (&best);
}

static gboolean
read_page (DolenQueueScan *scan,
           const DolenQueueQuery *query,
           DolenLanguage language,
           DolenQueueList *list,
           GError **error)
{
  for (guint i = query->offset; i < scan->rows->len && i - query->offset < query->limit; i++) {
    DolenQueueItem *item = dolen_queue_read_item (
        scan, &g_array_index (scan->rows, DolenQueueRow, i), language, error);

    if (item == NULL)
      return FALSE;
    g_ptr_array_add (list->items, item);
  }
  return TRUE;
}

static DolenQueueList *
new_list (void)
{
  DolenQueueList *list = g_new0 (DolenQueueList, 1);

  list->items = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_queue_item_free);
  return list;
}

DolenQueueList *
dolen_queue_read (DolenDirectory *dir,
                  const DolenQueueQuery *query,
                  const DolenKeepingRules *rules,
                  DolenLanguage language,
                  GError **error)
{
  g_autoptr (DolenQueueList) list = new_list ();
  g_autoptr (DolenQueueScan) scan = NULL;
  g_autoptr (GHashTable) area = NULL;
  g_autofree char *today = query->today != NULL ? g_strdup (query->today) : dolen_date_today ();
  DolenKeepingRules ours;

  dolen_keeping_rules_init (&ours);
  scan = dolen_queue_scan_new (dir, rules != NULL ? rules : &ours, today, query->waiting, error);
  if (scan == NULL || !collect (scan, error) || !add_waiting (scan, error))
    return NULL;
  if (query->area != NULL && *query->area != '\0'
      && (area = dolen_queue_area (dir, query->area, error)) == NULL)
    return NULL;
  sift (scan, query, area, list);
  return read_page (scan, query, language, list, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
is_row_of (DolenQueueScan *scan,
           const DolenQueueRow *row,
           gint64 service,
           gint64 organisation,
           const char *mark_kind)
{
  const DolenUpkeep *upkeep = dolen_queue_scan_find (scan, row->service);

  if (g_strcmp0 (row->call ? "call" : dolen_queue_kind_code (row->kind), mark_kind) != 0)
    return FALSE;
  if (service > 0 && row->service == service)
    return TRUE;
  return organisation > 0 && row->organisation == organisation
         && (row->service == 0 || (row->call && upkeep != NULL && upkeep->volunteer));
}

DolenQueueItem *
dolen_queue_find (DolenDirectory *dir,
                  const char *record_uid,
                  const char *mark_kind,
                  const DolenKeepingRules *rules,
                  DolenLanguage language,
                  const char *today,
                  GError **error)
{
  g_autofree char *day = today != NULL ? g_strdup (today) : dolen_date_today ();
  g_autoptr (DolenQueueScan) scan = NULL;
  DolenKeepingRules ours;
  gint64 service = 0, organisation = 0;

  dolen_keeping_rules_init (&ours);
  scan = dolen_queue_scan_new (dir, rules != NULL ? rules : &ours, day, NULL, error);
  if (scan == NULL || !collect (scan, error)
      || !dolen_directory_find_id (
          dir, "SELECT id FROM service WHERE uid = ?1", record_uid, &service, error)
      || !dolen_directory_find_id (
          dir, "SELECT id FROM organisation WHERE uid = ?1", record_uid, &organisation, error))
    return NULL;
  for (guint i = 0; i < scan->rows->len; i++) {
    DolenQueueRow *row = &g_array_index (scan->rows, DolenQueueRow, i);

    if (is_row_of (scan, row, service, organisation, mark_kind)) {
      apply_mark (scan, row);
      return dolen_queue_read_item (scan, row, language, error);
    }
  }
  return NULL;
}

char *
dolen_queue_explain (const DolenKeepingRules *rules, DolenLanguage language)
{
  DolenKeepingRules ours;
  g_autofree char *capacity = NULL;
  g_autofree char *times = NULL;
  g_autofree char *cost = NULL;

  dolen_keeping_rules_init (&ours);
  if (rules == NULL)
    rules = &ours;
  capacity = dolen_keeping_span_say (&rules->ask_again[DOLEN_FACT_CAPACITY], language);
  times = dolen_keeping_span_say (&rules->ask_again[DOLEN_FACT_TIMES], language);
  cost = dolen_keeping_span_say (&rules->ask_again[DOLEN_FACT_COST], language);
  return g_strdup_printf (
      /* Translators: above a list of things to check. %1$s, %2$s and %3$s are "30 days", "6
       * months", "12 months". */
      dolen_text (language,
                  "Most useful first: what is due; what somebody waits for; what is about to end; "
                  "what can be put right here (names that say closed, duplicates, clashes, "
                  "oddities); then facts nobody has confirmed, the never confirmed before the "
                  "oldest. Places "
                  "are asked about again after %1$s, times and contact after %2$s, the rest after "
                  "%3$s."),
      capacity,
      times,
      cost);
}
