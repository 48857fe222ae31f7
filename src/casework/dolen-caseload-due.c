/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-private.h"

#include "base/dolen-time.h"
#include "base/dolen-working-days.h"
#include "casework/records/dolen-due-order.h"
#include "language/dolen-calendar.h"

#include <string.h>

/* What is due: for Today, for a person, and the one definition of overdue. */

gboolean
dolen_due_is_overdue (const char *due, const char *today)
{
  return due != NULL && strcmp (due, today) < 0;
}

/* One asking: many lines share a group, which is looked up once. */
typedef struct {
  const char *today;
  DolenStatement *card; /* (owned) (nullable) the group's number in the directory */
  GHashTable *phones;   /* (owned) (nullable text) by uid of the service */
} Asking;

static void
asking_clear (Asking *asking)
{
  dolen_statement_free (asking->card);
  g_hash_table_unref (asking->phones);
}

static gboolean
asking_init (Asking *asking, DolenCaseload *caseload, const char *today, GError **error)
{
  asking->today = today;
  asking->card = NULL;
  asking->phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!caseload->has_directory)
    return TRUE;
  asking->card = dolen_db_prepare (
      caseload->db, "SELECT phone FROM directory.service_card WHERE uid = ?1", error);
  if (asking->card == NULL)
    asking_clear (asking);
  return asking->card != NULL;
}

/* Where the directory is there its number is the newer one. */
static const char *
find_phone (Asking *asking, const char *service)
{
  gboolean found = FALSE;
  gpointer phone = NULL;

  if (asking->card == NULL || service == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (asking->phones, service, NULL, &phone))
    return phone;
  dolen_statement_bind_text (asking->card, 1, service);
  if (dolen_statement_step (asking->card, &found, NULL) && found)
    phone = dolen_statement_dup_text (asking->card, 0);
  dolen_statement_reset (asking->card);
  g_hash_table_insert (asking->phones, g_strdup (service), phone);
  return phone;
}

#define DUE_COLUMNS                                                                                \
  "coalesce (p.called, p.name), r.reference, coalesce (h.service_name, r.service_name),"           \
  " iif (h.uid IS NULL, r.service_name_cy, h.service_name_cy), r.phone, r.service,"                \
  " coalesce (c.kind, a.kind, i.source), coalesce (c.state, a.state),"                             \
  " coalesce (h.service, r.service), r.volunteer_run, coalesce (i.source_name, s.recipient_name, c.taken_out_on)"
#define N_DUE_COLUMNS 11

static gpointer
make_due (DolenStatement *row, gpointer user_data)
{
  Asking *asking = user_data;
  DolenDue *due = g_new0 (DolenDue, 1);
  const char *phone = find_phone (asking, dolen_statement_get_text (row, 5));

  due->person_called
      = g_strdup (dolen_statement_is_null (row, 0) ? "" : dolen_statement_get_text (row, 0));
  due->reference = dolen_statement_dup_text (row, 1);
  due->service_name = dolen_statement_dup_text (row, 2);
  due->service_name_cy = dolen_statement_dup_text (row, 3);
  due->phone = phone != NULL ? g_strdup (phone) : dolen_statement_dup_text (row, 4);
  due->subject_kind = dolen_statement_dup_text (row, 6);
  due->subject_state = dolen_statement_dup_text (row, 7);
  due->service = dolen_statement_dup_text (row, 8);
  due->volunteer_run = dolen_statement_get_int64 (row, 9) != 0;
  due->detail = dolen_statement_dup_text (row, 10);
  due->follow_up = dolen_record_read (&dolen_follow_up_type, row, N_DUE_COLUMNS);
  if (dolen_date_is_valid (due->follow_up->due))
    due->days_overdue = dolen_date_days_between (due->follow_up->due, asking->today);
  due->working_days_waited = dolen_date_count_working_days (
      due->follow_up->from, asking->today, dolen_nation_current ());
  return due;
}

/* @where: which of the open ones, and how many; ?1 is @argument. */
static GPtrArray *
list_open (DolenCaseload *caseload,
           const char *where,
           const char *argument,
           const char *limit,
           const char *today,
           GError **error)
{
  g_autofree char *columns = dolen_record_columns (&dolen_follow_up_type, "f.");
  g_autofree char *sql = g_strdup_printf (
      "SELECT " DUE_COLUMNS ", %s FROM follow_up f LEFT JOIN person p ON p.uid = f.person"
      " LEFT JOIN referral r ON r.uid = f.referral"
      " LEFT JOIN concern c ON f.kind = 'concern' AND c.uid = f.subject"
      " LEFT JOIN appointment a ON f.kind = 'appointment' AND a.uid = f.subject"
      " LEFT JOIN incoming i ON i.uid = f.subject"
      " LEFT JOIN consent s ON f.kind = 'consent-ends' AND s.uid = f.subject"
      /* What is offered next stands in the place of what declined. */
      " LEFT JOIN choice h ON f.kind = 'next-choice' AND h.uid = f.subject"
      " WHERE f.state = 'open' AND %s ORDER BY f.due, f.created, f.uid%s",
      columns,
      where,
      limit);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, error);
  GPtrArray *open;
  Asking asking;

  if (rows == NULL || !asking_init (&asking, caseload, today, error))
    return NULL;
  dolen_statement_bind_text (rows, 1, argument);
  open = dolen_caseload_collect (rows, make_due, &asking, (GDestroyNotify) dolen_due_free, error);
  asking_clear (&asking);
  return open;
}

GPtrArray *
dolen_caseload_list_follow_ups (DolenCaseload *caseload,
                                const char *person,
                                const char *today,
                                GError **error)
{
  /* Two questions, so that the one about a person has its index. */
  return list_open (
      caseload, person != NULL ? "f.person = ?1" : "?1 IS NULL", person, "", today, error);
}

/* ---- Today ---- */

void
dolen_today_lists_free (DolenTodayLists *lists)
{
  if (lists == NULL)
    return;
  g_clear_pointer (&lists->concerns, g_ptr_array_unref);
  g_clear_pointer (&lists->overdue, g_ptr_array_unref);
  g_clear_pointer (&lists->today, g_ptr_array_unref);
  g_clear_pointer (&lists->this_week, g_ptr_array_unref);
  dolen_due_free (lists->next);
  g_free (lists);
}

/* ---- one call a group ---- */

static gboolean
is_same_call (const DolenDue *a, const DolenDue *b)
{
  return a->follow_up->kind == DOLEN_FOLLOW_UP_NO_ANSWER && a->volunteer_run && a->service != NULL
         && b->follow_up->kind == DOLEN_FOLLOW_UP_NO_ANSWER && b->volunteer_run
         && g_strcmp0 (a->service, b->service) == 0;
}

/* The earliest takes the others along. @all: by due date; those taken are NULL afterwards. */
static void
bring_together (GPtrArray *all)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++) {
    DolenDue *due = all->pdata[i], *other;

    if (!is_same_call (due, due))
      continue;
    other = g_hash_table_lookup (first, due->service);
    if (other == NULL) {
      g_hash_table_insert (first, due->service, due);
      continue;
    }
    if (other->together == NULL)
      other->together = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_due_free);
    g_ptr_array_add (other->together, due);
    all->pdata[i] = NULL;
  }
}

static gboolean
is_about (const DolenDue *due, const char *follow_up)
{
  if (g_str_equal (due->follow_up->uid, follow_up))
    return TRUE;
  for (guint i = 0; due->together != NULL && i < due->together->len; i++)
    if (is_about (g_ptr_array_index (due->together, i), follow_up))
      return TRUE;
  return FALSE;
}

DolenDue *
dolen_caseload_find_due (DolenCaseload *caseload, const char *follow_up, const char *today)
{
  g_autoptr (GPtrArray) all = list_open (
      caseload, "(f.uid = ?1 OR f.kind = 'no-answer')", follow_up, "", today, NULL);
  DolenDue *found = NULL;

  if (all == NULL)
    return NULL;
  bring_together (all);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++) {
    DolenDue *due = g_ptr_array_index (all, i);

    if (found == NULL && due != NULL && is_about (due, follow_up))
      found = due;
    else
      dolen_due_free (due);
  }
  return found;
}

/* ---- the lists ---- */

/* Up to ?1, the coming Sunday; concerns stand first whenever they are due, and a call to a group
 * may take later ones along. */
#define THIS_WEEK "(f.due <= ?1 OR f.due IS NULL OR f.kind IN ('concern', 'no-answer'))"
#define LATER "f.due > ?1 AND f.kind NOT IN ('concern', 'no-answer')"

static int
compare_due (const DolenDue *a, const DolenDue *b)
{
  int order = g_strcmp0 (a->follow_up->due, b->follow_up->due);

  if (order == 0 && a->follow_up->created != b->follow_up->created)
    order = a->follow_up->created < b->follow_up->created ? -1 : 1;
  return order != 0 ? order : g_strcmp0 (a->follow_up->uid, b->follow_up->uid);
}

/* Takes @due, one after this week. */
static void
place_later (DolenTodayLists *lists, DolenDue *due)
{
  if (lists->next == NULL || compare_due (due, lists->next) < 0) {
    dolen_due_free (lists->next);
    lists->next = due;
  } else {
    dolen_due_free (due);
  }
}

static void
place (DolenTodayLists *lists, DolenDue *due, const char *today, const char *sunday)
{
  const char *day = due->follow_up->due;

  if (due->follow_up->kind == DOLEN_FOLLOW_UP_CONCERN) {
    g_ptr_array_add (lists->concerns, due);
  } else if (dolen_due_is_overdue (day, today)) {
    g_ptr_array_add (lists->overdue, due);
  } else if (g_strcmp0 (day, today) == 0) {
    g_ptr_array_add (lists->today, due);
  } else if (g_strcmp0 (day, sunday) <= 0) {
    g_ptr_array_add (lists->this_week, due);
  } else {
    lists->n_later++;
    place_later (lists, due);
  }
}

/* Of what comes later most is only counted: it is the most of all that is open. */
static gboolean
look_ahead (DolenTodayLists *lists,
            DolenCaseload *caseload,
            const char *sunday,
            const char *today,
            GError **error)
{
  g_autoptr (GPtrArray) next = list_open (caseload, LATER, sunday, " LIMIT 1", today, error);
  g_autoptr (DolenStatement) count = NULL;
  gboolean found = FALSE;

  if (next == NULL)
    return FALSE;
  if (next->len == 0)
    return TRUE;
  lists->next = g_ptr_array_steal_index (next, 0);
  count = dolen_db_prepare (
      caseload->db, "SELECT count(*) FROM follow_up f WHERE f.state = 'open' AND " LATER, error);
  if (count == NULL)
    return FALSE;
  dolen_statement_bind_text (count, 1, sunday);
  if (!dolen_statement_step (count, &found, error))
    return FALSE;
  lists->n_later = (int) dolen_statement_get_int64 (count, 0);
  return TRUE;
}

static int
compare_day (gconstpointer a, gconstpointer b)
{
  return dolen_due_compare (*(DolenDue *const *) a, *(DolenDue *const *) b);
}

static int
compare_week (gconstpointer a, gconstpointer b)
{
  return dolen_due_compare_by_day (*(DolenDue *const *) a, *(DolenDue *const *) b);
}

static void
sort_lists (DolenTodayLists *lists)
{
  g_ptr_array_sort (lists->concerns, compare_week);
  g_ptr_array_sort (lists->overdue, compare_day);
  g_ptr_array_sort (lists->today, compare_day);
  g_ptr_array_sort (lists->this_week, compare_week);
}

DolenTodayLists *
dolen_caseload_list_today (DolenCaseload *caseload, const char *today, GError **error)
{
  g_autofree char *sunday = dolen_date_add_days (today, 7 - dolen_date_weekday (today));
  g_autoptr (GPtrArray) due = list_open (caseload, THIS_WEEK, sunday, "", today, error);
  g_autoptr (DolenTodayLists) lists = g_new0 (DolenTodayLists, 1);
  GDestroyNotify free_due = (GDestroyNotify) dolen_due_free;

  if (due == NULL || !look_ahead (lists, caseload, sunday, today, error))
    return NULL;
  lists->concerns = g_ptr_array_new_with_free_func (free_due);
  lists->overdue = g_ptr_array_new_with_free_func (free_due);
  lists->today = g_ptr_array_new_with_free_func (free_due);
  lists->this_week = g_ptr_array_new_with_free_func (free_due);
  bring_together (due);
  g_ptr_array_set_free_func (due, NULL);
  for (guint i = 0; i < due->len; i++)
    if (g_ptr_array_index (due, i) != NULL)
      place (lists, g_ptr_array_index (due, i), today, sunday);
  sort_lists (lists);
  return g_steal_pointer (&lists);
}

int
dolen_caseload_count_letters (DolenCaseload *caseload)
{
  g_autoptr (DolenStatement) count
             = dolen_db_prepare (caseload->db,
                                 "SELECT count(*) FROM follow_up f WHERE f.state = 'open'"
                                 " AND (f.kind = 'closing-letter' OR (f.kind = 'tell-referrer'"
                                 "  AND EXISTS (SELECT 1 FROM episode e WHERE e.person = f.person"
                                 "   AND e.incoming = f.subject AND e.closed IS NOT NULL)))",
                                 NULL);
  gboolean found = FALSE;

  if (count == NULL || !dolen_statement_step (count, &found, NULL) || !found)
    return 0;
  return (int) dolen_statement_get_int64 (count, 0);
}

char *
dolen_today_empty_sentence (const DolenTodayLists *lists, DolenLanguage language)
{
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;

  if (lists->next == NULL)
    return g_strdup (dolen_text (language, "Nobody is waiting."));
  day = dolen_format_date_as (language, lists->next->follow_up->due, DOLEN_DATE_FULL);
  sentence = dolen_due_sentence (lists->next, language);
  /* Translators: nothing is to be done today or this week, but somebody may well be waiting. First
   * %s: a day ("Thursday 26 November 2026"); second: a line of Today. */
  return g_strdup_printf (dolen_text (language, "Next: %1$s. %2$s"), day, sentence);
}
