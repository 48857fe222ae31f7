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

static gpointer
make_due (DolenStatement *row, gpointer today)
{
  DolenDue *due = g_new0 (DolenDue, 1);
  int first = 10;

  due->person_called
      = g_strdup (dolen_statement_is_null (row, 0) ? "" : dolen_statement_get_text (row, 0));
  due->reference = dolen_statement_dup_text (row, 1);
  due->service_name = dolen_statement_dup_text (row, 2);
  due->service_name_cy = dolen_statement_dup_text (row, 3);
  due->phone = dolen_statement_dup_text (row, dolen_statement_is_null (row, 5) ? 4 : 5);
  due->subject_kind = dolen_statement_dup_text (row, 6);
  due->subject_state = dolen_statement_dup_text (row, 7);
  due->service = dolen_statement_dup_text (row, 8);
  due->volunteer_run = dolen_statement_get_int64 (row, 9) != 0;
  due->follow_up = dolen_record_read (&dolen_follow_up_type, row, first);
  if (dolen_date_is_valid (due->follow_up->due))
    due->days_overdue = dolen_date_days_between (due->follow_up->due, today);
  due->working_days_waited
      = dolen_date_count_working_days (due->follow_up->from, today, dolen_nation_current ());
  return due;
}

GPtrArray *
dolen_caseload_list_due (DolenCaseload *caseload,
                         const char *person,
                         const char *today,
                         GError **error)
{
  g_autofree char *columns = dolen_record_columns (&dolen_follow_up_type, "f.");
  /* Where the directory is there its number is the newer one. */
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce (p.called, p.name), r.reference, coalesce (h.service_name, r.service_name),"
      " iif (h.uid IS NULL, r.service_name_cy, h.service_name_cy), r.phone, %s,"
      " coalesce (c.kind, a.kind), coalesce (c.state, a.state), coalesce (h.service, r.service),"
      " r.volunteer_run, %s FROM follow_up f LEFT JOIN person p ON p.uid = f.person"
      " LEFT JOIN referral r ON r.uid = f.referral"
      " LEFT JOIN concern c ON f.kind = 'concern' AND c.uid = f.subject"
      " LEFT JOIN appointment a ON f.kind = 'appointment' AND a.uid = f.subject"
      /* What is offered next stands in the place of what declined. */
      " LEFT JOIN choice h ON f.kind = 'next-choice' AND h.uid = f.subject"
      " WHERE f.state = 'open' AND (?1 IS NULL OR f.person = ?1) ORDER BY f.due, f.created, f.uid",
      caseload->has_directory
          ? "(SELECT s.phone FROM directory.service_card s WHERE s.uid = r.service)"
          : "NULL",
      columns);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, error);

  if (rows == NULL)
    return NULL;
  dolen_statement_bind_text (rows, 1, person);
  return dolen_caseload_collect (
      rows, make_due, (gpointer) today, (GDestroyNotify) dolen_due_free, error);
}

GPtrArray *
dolen_caseload_list_follow_ups (DolenCaseload *caseload,
                                const char *person,
                                const char *today,
                                GError **error)
{
  return dolen_caseload_list_due (caseload, person, today, error);
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
  g_autoptr (GPtrArray) all = dolen_caseload_list_due (caseload, NULL, today, NULL);
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
    if (lists->next == NULL)
      lists->next = due;
    else
      dolen_due_free (due);
  }
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
  g_autoptr (GPtrArray) all = dolen_caseload_list_due (caseload, NULL, today, error);
  GDestroyNotify free_due = (GDestroyNotify) dolen_due_free;
  DolenTodayLists *lists;

  if (all == NULL)
    return NULL;
  lists = g_new0 (DolenTodayLists, 1);
  lists->concerns = g_ptr_array_new_with_free_func (free_due);
  lists->overdue = g_ptr_array_new_with_free_func (free_due);
  lists->today = g_ptr_array_new_with_free_func (free_due);
  lists->this_week = g_ptr_array_new_with_free_func (free_due);
  bring_together (all);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    if (g_ptr_array_index (all, i) != NULL)
      place (lists, g_ptr_array_index (all, i), today, sunday);
  sort_lists (lists);
  return lists;
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
