/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"

#include "base/dolen-time.h"
#include "directory/dolen-next-session.h"

#include <string.h>

/*
 * When a service is on: days, parts of days, how long, how often, and when next. Whatever is not
 * simply "every Tuesday" goes through libical, once for each rule that differs.
 */

/* Of a part of a day a session must fill so many minutes to count as being on in it. */
#define LEAST_OF_A_PART 45
/* So many closed spans, one after the other, are looked beyond. */
#define MOST_SPANS 8

/* A span in which a service is closed: days from today, both ends in it. */
typedef struct {
  int from, to;
} Span;

typedef struct {
  GHashTable *closed;    /* of GArray of Span, by the service's index; NULL there: none */
  GHashTable *next_days; /* what libical said of a rule: days from today, by the rule as text */
  guint weekday;         /* of today, ISO */
} Times;

static const char closures[]
    = "SELECT t.service, t.valid_from, t.valid_to FROM schedule t WHERE t.closed = 1"
      " AND (t.valid_to IS NULL OR t.valid_to >= ?1)";

static const char schedules[]
    = "SELECT t.service, t.freq, t.byday, t.dtstart, t.interval, t.bymonthday, t.until, t.opens_at,"
      " t.closes_at, t.valid_from, t.valid_to FROM schedule t WHERE t.closed = 0"
      " AND (t.valid_to IS NULL OR t.valid_to >= ?1) AND (t.until IS NULL OR t.until >= ?1)";

static int
days_until (const DolenFactsPass *pass, const char *date, int otherwise)
{
  return date != NULL && dolen_date_is_valid (date)
             ? dolen_date_days_between (pass->facts->today, date)
             : otherwise;
}

static void
read_closure (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  Times *times = pass->data;
  GArray *spans = g_hash_table_lookup (times->closed, GUINT_TO_POINTER (i));
  Span span = { days_until (pass, dolen_statement_get_text (row, 1), G_MININT),
                days_until (pass, dolen_statement_get_text (row, 2), G_MAXINT) };

  if (spans == NULL) {
    spans = g_array_new (FALSE, FALSE, sizeof (Span));
    g_hash_table_insert (times->closed, GUINT_TO_POINTER (i), spans);
  }
  g_array_append_val (spans, span);
}

/* The row as a schedule, its texts borrowed until the next step. */
static DolenSchedule
schedule_of (DolenStatement *row)
{
  return (DolenSchedule){
    .freq = (char *) dolen_statement_get_text (row, 1),
    .byday = (char *) dolen_statement_get_text (row, 2),
    .dtstart = (char *) dolen_statement_get_text (row, 3),
    .interval = (int) dolen_statement_get_int64 (row, 4),
    .bymonthday = (char *) dolen_statement_get_text (row, 5),
    .until = (char *) dolen_statement_get_text (row, 6),
    .opens_at = (char *) dolen_statement_get_text (row, 7),
    .closes_at = (char *) dolen_statement_get_text (row, 8),
    .valid_from = (char *) dolen_statement_get_text (row, 9),
    .valid_to = (char *) dolen_statement_get_text (row, 10),
  };
}

/* "TU,TH", "2MO", "-1FR" (RFC 5545, BYDAY): which days of the week. */
static guint
days_of_rule (const char *byday)
{
  static const char codes[] = "MOTUWETHFRSASU";
  guint days = 0;

  for (; byday != NULL && *byday != '\0'; byday++)
    for (guint d = 0; d < 7; d++)
      if (byday[0] == codes[2 * d] && byday[1] == codes[2 * d + 1])
        days |= 1u << d;
  return days;
}

static guint
days_of (const DolenSchedule *schedule)
{
  guint days = days_of_rule (schedule->byday);

  if (days != 0)
    return days;
  if (g_strcmp0 (schedule->freq, "DAILY") == 0)
    return DOLEN_DAYS_ALL;
  if (g_strcmp0 (schedule->freq, "WEEKLY") == 0 && schedule->dtstart != NULL
      && dolen_date_is_valid (schedule->dtstart))
    return DOLEN_DAY_BIT (dolen_date_weekday (schedule->dtstart));
  return 0;
}

/* "10:30" as minutes of the day; -1 not known. */
static int
minute_of (const char *time)
{
  char *end = NULL;
  guint64 hour, minute;

  if (time == NULL || !g_ascii_isdigit (time[0]))
    return -1;
  hour = g_ascii_strtoull (time, &end, 10);
  minute = *end == ':' ? g_ascii_strtoull (end + 1, NULL, 10) : 0;
  return hour < 24 && minute < 60 ? (int) (hour * 60 + minute) : -1;
}

/* Parts of the day, as bits, that a session from one minute to another is in. */
static guint
parts_of (int from, int to)
{
  static const int ends[DOLEN_N_DAY_PARTS] = { 12 * 60 + 30, 17 * 60, 24 * 60 };
  guint parts = 0;
  int begin = 0;

  for (guint p = 0; p < DOLEN_N_DAY_PARTS; p++) {
    gboolean begins_here = from >= begin && from < ends[p];
    int filled = MIN (to, ends[p]) - MAX (from, begin);

    if (filled >= LEAST_OF_A_PART || (begins_here && to - from < 2 * LEAST_OF_A_PART))
      parts |= 1u << p;
    begin = ends[p];
  }
  return parts;
}

static void
note_hours (DolenFacts *facts, guint i, const DolenSchedule *schedule, guint days)
{
  int from = minute_of (schedule->opens_at), to = minute_of (schedule->closes_at);
  guint parts;

  if (from < 0)
    return;
  if (to > from && (facts->minutes[i] < 0 || to - from < facts->minutes[i]))
    facts->minutes[i] = (gint16) (to - from);
  parts = parts_of (from, MAX (from, to));
  for (guint d = 0; d < 7; d++)
    if (days & (1u << d))
      facts->slots[i] |= parts << (d * DOLEN_N_DAY_PARTS);
}

static DolenRhythm
rhythm_of (const DolenSchedule *schedule)
{
  if (g_strcmp0 (schedule->freq, "DAILY") == 0)
    return DOLEN_RHYTHM_WEEKLY;
  if (g_strcmp0 (schedule->freq, "WEEKLY") == 0)
    return schedule->interval <= 1   ? DOLEN_RHYTHM_WEEKLY
           : schedule->interval <= 3 ? DOLEN_RHYTHM_FORTNIGHTLY
                                     : DOLEN_RHYTHM_MONTHLY;
  if (schedule->freq != NULL)
    return DOLEN_RHYTHM_MONTHLY;
  return schedule->dtstart != NULL ? DOLEN_RHYTHM_ONCE : DOLEN_RHYTHM_UNKNOWN;
}

/* "Every Tuesday", already begun and without an end: the weekday says when next. */
static gboolean
is_plain_week (const DolenSchedule *schedule, const char *today)
{
  return g_strcmp0 (schedule->freq, "WEEKLY") == 0 && schedule->interval <= 1
         && schedule->byday != NULL && strpbrk (schedule->byday, "0123456789") == NULL
         && schedule->until == NULL && schedule->valid_to == NULL
         && g_strcmp0 (schedule->dtstart, today) <= 0
         && g_strcmp0 (schedule->valid_from, today) <= 0;
}

/* Days from today to the first day of a rule that is later than @after days from today; -1 none. */
static int
ask_rule (DolenFactsPass *pass, const DolenSchedule *schedule, int after)
{
  Times *times = pass->data;
  int from = days_until (pass, schedule->valid_from, G_MININT);
  int later = MAX (after, from > G_MININT ? from - 1 : from);
  char *key = g_strdup_printf ("%s|%d|%s|%s|%s|%s|%s|%d",
                               schedule->freq,
                               schedule->interval,
                               schedule->byday != NULL ? schedule->byday : "",
                               schedule->bymonthday != NULL ? schedule->bymonthday : "",
                               schedule->dtstart != NULL ? schedule->dtstart : "",
                               schedule->until != NULL ? schedule->until : "",
                               schedule->valid_to != NULL ? schedule->valid_to : "",
                               later);
  gpointer known;

  if (g_hash_table_lookup_extended (times->next_days, key, NULL, &known)) {
    g_free (key);
  } else {
    g_autofree char *date = dolen_date_add_days (pass->facts->today, later);
    g_autofree char *next = dolen_schedule_next_session (schedule, date);

    known = GINT_TO_POINTER (days_until (pass, next, -1));
    g_hash_table_insert (times->next_days, key, known);
  }
  return GPOINTER_TO_INT (known);
}

/* Days to the first session later than @after days from today; -1 not known or none. */
static int
next_after (DolenFactsPass *pass, const DolenSchedule *schedule, int after)
{
  const Times *times = pass->data;
  int once;

  if (schedule->freq == NULL) {
    once = days_until (pass, schedule->dtstart, -1);
    return once > after ? once : -1;
  }
  if (is_plain_week (schedule, pass->facts->today)) {
    guint days = days_of_rule (schedule->byday);

    for (int d = after + 1; days != 0 && d <= after + 7; d++)
      if (days & (1u << (((int) times->weekday - 1 + d) % 7)))
        return d;
    return -1;
  }
  return ask_rule (pass, schedule, after);
}

/* The last day of the closed span that holds a day; that day less one where there is none. */
static int
end_of_closure (const GArray *spans, int day)
{
  for (guint s = 0; spans != NULL && s < spans->len; s++) {
    const Span *span = &g_array_index (spans, Span, s);

    if (day >= span->from && day <= span->to)
      return span->to;
  }
  return day - 1;
}

static int
next_open_day (DolenFactsPass *pass, guint i, const DolenSchedule *schedule)
{
  const Times *times = pass->data;
  const GArray *spans = g_hash_table_lookup (times->closed, GUINT_TO_POINTER (i));
  int day = next_after (pass, schedule, -1);

  for (guint s = 0; day >= 0 && s < MOST_SPANS; s++) {
    int closed_until = end_of_closure (spans, day);

    if (closed_until < day)
      return day;
    if (closed_until > G_MAXINT16)
      return -1;
    day = next_after (pass, schedule, closed_until);
  }
  return -1;
}

static void
read_schedule (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  DolenSchedule schedule = schedule_of (row);
  guint days = days_of (&schedule);
  DolenRhythm rhythm = rhythm_of (&schedule);
  int next = next_open_day (pass, i, &schedule);

  facts->days[i] |= (guint8) days;
  note_hours (facts, i, &schedule, days);
  if (rhythm != DOLEN_RHYTHM_UNKNOWN
      && (facts->rhythm[i] == DOLEN_RHYTHM_UNKNOWN || rhythm < facts->rhythm[i]))
    facts->rhythm[i] = (guint8) rhythm;
  if (next >= 0 && (facts->next_days[i] < 0 || next < facts->next_days[i]))
    facts->next_days[i] = (gint16) MIN (next, G_MAXINT16);
}

gboolean
dolen_facts_read_times (DolenFactsPass *pass, GError **error)
{
  g_autoptr (GHashTable) closed
             = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) next_days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Times times = { closed, next_days, (guint) dolen_date_weekday (pass->facts->today) };
  gboolean done;

  pass->data = &times;
  done = dolen_facts_pass_run (pass, closures, read_closure, error)
         && dolen_facts_pass_run (pass, schedules, read_schedule, error);
  pass->data = NULL;
  return done;
}
