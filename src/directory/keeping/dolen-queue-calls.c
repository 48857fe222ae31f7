/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-scan.h"

#include "base/dolen-time.h"
#include "directory/dolen-assurance-rules.h"
#include "language/dolen-calendar.h"

#include <string.h>

/* What somebody is rung about. */

/* How much a thing is worth: what somebody waits for, then what has an end, then what is old. */
#define WORTH_QUESTION 20.0
#define WORTH_MORE 5.0 /* for each further question */
#define WORTH_WAIT 20.0
#define WORTH_ENDING 15.0 /* and up to a third more as the end comes */
#define WORTH_GONE 8.0

/* Of a fact nobody ever confirmed. Without the first three nobody can be sent there. */
static const double worth_of_fact[] = {
  [DOLEN_FACT_CAPACITY] = 3, [DOLEN_FACT_TIMES] = 3,  [DOLEN_FACT_CONTACT] = 3,
  [DOLEN_FACT_COST] = 2,     [DOLEN_FACT_ACCESS] = 2, [DOLEN_FACT_DESCRIPTION] = 1,
};
G_STATIC_ASSERT (G_N_ELEMENTS (worth_of_fact) == DOLEN_N_FACTS);

DolenQueueAsk *
dolen_queue_add_ask (
    GPtrArray *asks, DolenQueueKind kind, const char *what, const char *on, char *question)
{
  DolenQueueAsk *ask = g_new0 (DolenQueueAsk, 1);

  ask->kind = kind;
  ask->what = g_strdup (what);
  ask->on = g_strdup (on);
  ask->question = question;
  g_ptr_array_add (asks, ask);
  return ask;
}

/* ---- questions and longer waits ---- */

static void
take_questions (DolenQueueScan *scan, DolenStatement *row)
{
  DolenUpkeep *upkeep = dolen_queue_scan_find (scan, dolen_statement_get_int64 (row, 0));
  double more = (double) dolen_statement_get_int64 (row, 1) - 1;

  if (upkeep != NULL)
    dolen_queue_scan_add_call (scan,
                               DOLEN_QUEUE_QUESTION,
                               upkeep,
                               WORTH_QUESTION + more * WORTH_MORE,
                               dolen_queue_day (dolen_statement_get_text (row, 2)));
}

gboolean
dolen_queue_collect_questions (DolenQueueScan *scan, GError **error)
{
  return dolen_queue_scan_each (scan,
                                "SELECT service, count(*), min (on_date) FROM worth_asking"
                                " WHERE done_on IS NULL AND what <> 'longer-wait' GROUP BY service",
                                take_questions,
                                error);
}

static void
take_wait (DolenQueueScan *scan, DolenStatement *row)
{
  DolenUpkeep *upkeep = dolen_queue_scan_find (scan, dolen_statement_get_int64 (row, 0));
  gint32 day = dolen_queue_day (dolen_statement_get_text (row, 1));

  if (upkeep != NULL && upkeep->told[DOLEN_FACT_CAPACITY] <= day)
    dolen_queue_scan_add_call (scan, DOLEN_QUEUE_LONGER_WAIT, upkeep, WORTH_WAIT, day);
}

gboolean
dolen_queue_collect_waits (DolenQueueScan *scan, GError **error)
{
  return dolen_queue_scan_each (scan,
                                "SELECT service, max (on_date) FROM worth_asking"
                                " WHERE done_on IS NULL AND what = 'longer-wait' GROUP BY service",
                                take_wait,
                                error);
}

typedef struct {
  DolenQueueScan *scan;
  DolenLanguage language;
  GPtrArray *asks;
} Telling;

/* "need:debt" by the vocabulary's label, where one is lent; else as it stands. */
static const char *
name_question (DolenQueueScan *scan, const char *what, DolenLanguage language)
{
  const char *colon = strchr (what, ':');
  g_autofree char *kind = colon != NULL ? g_strndup (what, (gsize) (colon - what)) : NULL;
  const char *label = NULL;

  for (guint fact = 0; fact < DOLEN_N_FACTS; fact++)
    if (g_str_equal (what, dolen_fact_code ((DolenFact) fact)))
      return dolen_keeping_fact_label ((DolenFact) fact, language);
  if (kind != NULL && scan->dir->labels != NULL)
    label = scan->dir->labels (
        dolen_tag_kind_from_code (kind), colon + 1, language, scan->dir->labels_data);
  return label != NULL ? label : what;
}

static void
tell_question (DolenRow *row, gpointer user_data)
{
  Telling *telling = user_data;
  g_autofree char *what = dolen_row_take_text (row);
  g_autofree char *on = dolen_row_take_text (row);
  g_autofree char *date = dolen_format_date_as (telling->language, on, DOLEN_DATE_SHORT);

  dolen_queue_add_ask (
      telling->asks,
      DOLEN_QUEUE_QUESTION,
      what,
      on,
      /* Translators: something a worker wants to know of a group. %1$s is the fact ("Access",
       * "Minibus"), %2$s the day it was asked ("5 May"). */
      g_strdup_printf (dolen_text (telling->language, "%1$s: a worker asked on %2$s"),
                       name_question (telling->scan, what, telling->language),
                       date));
}

DOLEN_QUEUE_DESCRIBE (questions)
{
  Telling telling = { scan, language, asks };

  return dolen_directory_each (scan->dir,
                               "SELECT what, on_date FROM worth_asking WHERE service = ?1"
                               " AND done_on IS NULL AND what <> 'longer-wait'"
                               " ORDER BY on_date, id",
                               upkeep->id,
                               tell_question,
                               &telling,
                               error);
}

static void
tell_wait (DolenRow *row, gpointer user_data)
{
  Telling *telling = user_data;
  g_autofree char *on = dolen_row_take_text (row);
  g_autofree char *date = dolen_format_date_as (telling->language, on, DOLEN_DATE_SHORT);

  if (on != NULL)
    dolen_queue_add_ask (
        telling->asks,
        DOLEN_QUEUE_LONGER_WAIT,
        dolen_fact_code (DOLEN_FACT_CAPACITY),
        on,
        /* Translators: a group did not take somebody in as soon as it had said. %s is a day,
         * "5 May". */
        g_strdup_printf (
            dolen_text (telling->language, "The wait was longer than they said (noticed on %s)"),
            date));
}

DOLEN_QUEUE_DESCRIBE (waits)
{
  Telling telling = { scan, language, asks };

  return dolen_directory_each (scan->dir,
                               "SELECT max (on_date) FROM worth_asking WHERE service = ?1"
                               " AND done_on IS NULL AND what = 'longer-wait'",
                               upkeep->id,
                               tell_wait,
                               &telling,
                               error);
}

/* ---- old facts ---- */

/* From a half, where it has just grown too old, towards one, which is "never": it rises for ever
 * and what is older always stands before what is not. */
static double
oldness (const DolenQueueScan *scan, const DolenUpkeep *upkeep, guint fact)
{
  double age, limit;

  if (upkeep->told[fact] == 0)
    return 1;
  age = scan->day - upkeep->told[fact];
  limit = MAX (scan->day - scan->cutoff[fact], 1);
  return age / (age + limit);
}

static void
add_stale (DolenQueueScan *scan, DolenUpkeep *upkeep)
{
  double score = 0;
  gint32 since = G_MAXINT32;

  for (guint fact = 0; fact < DOLEN_N_FACTS; fact++)
    if (dolen_queue_is_stale (scan, upkeep, (DolenFact) fact)) {
      score += worth_of_fact[fact] * oldness (scan, upkeep, fact);
      since = MIN (since, upkeep->told[fact] > 0 ? upkeep->told[fact] : upkeep->fed);
    }
  if (score > 0)
    dolen_queue_scan_add_call (scan, DOLEN_QUEUE_STALE, upkeep, score, since);
}

gboolean
dolen_queue_collect_stale (DolenQueueScan *scan, GError **error)
{
  for (guint i = 0; i < scan->upkeep->len; i++) {
    DolenUpkeep *upkeep = &g_array_index (scan->upkeep, DolenUpkeep, i);

    if (upkeep->chased && (upkeep->gone == 0 || upkeep->told_exists > upkeep->gone))
      add_stale (scan, upkeep);
  }
  return TRUE;
}

static char *
date_of (gint32 day)
{
  return dolen_date_of_day_number ((guint) day);
}

static void
tell_stale (DolenQueueScan *scan,
            const DolenUpkeep *upkeep,
            DolenFact fact,
            DolenLanguage language,
            GPtrArray *asks)
{
  const char *label = dolen_keeping_fact_label (fact, language);
  g_autofree char *on = upkeep->told[fact] > 0 ? date_of (upkeep->told[fact]) : NULL;
  g_autofree char *age = dolen_format_age (language, on, scan->today);
  char *question
      = on != NULL
            /* Translators: a fact of a listing ("Cost") and when somebody was last told so ("8
             * months ago"). */
            ? g_strdup_printf (dolen_text (language, "%1$s: last confirmed %2$s"), label, age)
            /* Translators: a fact of a listing ("Cost") that nobody has ever asked about. */
            : g_strdup_printf (dolen_text (language, "%s: never confirmed"), label);

  dolen_queue_add_ask (asks, DOLEN_QUEUE_STALE, dolen_fact_code (fact), on, question);
}

DOLEN_QUEUE_DESCRIBE (stale)
{
  for (guint fact = 0; fact < DOLEN_N_FACTS; fact++)
    if (dolen_queue_is_stale (scan, upkeep, (DolenFact) fact))
      tell_stale (scan, upkeep, (DolenFact) fact, language, asks);
  return TRUE;
}

/* ---- what ends ---- */

static double
worth_of_end (gint32 end, gint32 day, int days)
{
  double left = CLAMP (end - day, 0, days);
  return WORTH_ENDING * (1 + (1 - left / MAX (days, 1)) / 3);
}

static void
take_assurance (DolenQueueScan *scan, DolenStatement *row)
{
  DolenUpkeep *upkeep = dolen_queue_scan_first_of (scan, dolen_statement_get_int64 (row, 0));
  gint32 end = dolen_queue_day (dolen_statement_get_text (row, 1));

  if (upkeep != NULL)
    dolen_queue_scan_add_call (scan,
                               DOLEN_QUEUE_ASSURANCE,
                               upkeep,
                               worth_of_end (end, scan->day, scan->rules->assurance_days),
                               end);
}

gboolean
dolen_queue_collect_assurance (DolenQueueScan *scan, GError **error)
{
  g_autofree char *until = dolen_date_add_days (scan->today, scan->rules->assurance_days);

  return dolen_queue_scan_each_of (scan,
                                   "SELECT organisation, min (expires_on) FROM assurance"
                                   " WHERE expires_on <= ?1 GROUP BY organisation",
                                   until,
                                   take_assurance,
                                   error);
}

static char *
say_end (DolenLanguage language, const char *name, const char *on, const char *today)
{
  g_autofree char *date = dolen_format_date (language, on);

  if (g_strcmp0 (on, today) < 0)
    /* Translators: a policy, a check or a funder of a group, and a date: "Insurance: ended on 5 May
     * 2026". */
    return g_strdup_printf (dolen_text (language, "%1$s: ended on %2$s"), name, date);
  /* Translators: a policy, a check or a funder of a group, and a date: "Insurance: ends on 5 May
   * 2026". */
  return g_strdup_printf (dolen_text (language, "%1$s: ends on %2$s"), name, date);
}

/* (transfer full): with a capital letter. */
static char *
begin_sentence (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, g_utf8_strlen (text, 1));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

static void
tell_assurance (DolenRow *row, gpointer user_data)
{
  Telling *telling = user_data;
  g_autofree char *what = dolen_row_take_text (row);
  g_autofree char *on = dolen_row_take_text (row);
  g_autofree char *code = g_strdup_printf ("assurance:%s", what);
  g_autofree char *name = begin_sentence (
      dolen_assurance_check_name (dolen_assurance_rules_get_bundled (), what, telling->language));
  g_autofree char *until
      = dolen_date_add_days (telling->scan->today, telling->scan->rules->assurance_days);

  if (g_strcmp0 (on, until) <= 0)
    dolen_queue_add_ask (telling->asks,
                         DOLEN_QUEUE_ASSURANCE,
                         code,
                         on,
                         say_end (telling->language, name, on, telling->scan->today));
}

DOLEN_QUEUE_DESCRIBE (assurance)
{
  Telling telling = { scan, language, asks };

  if (dolen_queue_scan_first_of (scan, upkeep->organisation) != upkeep)
    return TRUE;
  return dolen_directory_each (scan->dir,
                               "SELECT what, expires_on FROM assurance WHERE organisation = ?1"
                               " AND expires_on IS NOT NULL ORDER BY expires_on",
                               upkeep->organisation,
                               tell_assurance,
                               &telling,
                               error);
}

/* Funding without an end, or with a later one, carries it on. Whoever was asked about it lately has
 * said what is to be said; it is asked again when as much time has gone by. */
static void
take_funding (DolenQueueScan *scan, DolenStatement *row)
{
  gint64 service = dolen_statement_get_int64 (row, 0);
  DolenUpkeep *upkeep = service > 0
                            ? dolen_queue_scan_find (scan, service)
                            : dolen_queue_scan_first_of (scan, dolen_statement_get_int64 (row, 1));
  gint32 end = dolen_queue_day (dolen_statement_get_text (row, 2));
  int days = scan->rules->funding_days;

  if (upkeep != NULL
      && (upkeep->told_funding == 0 || upkeep->told_funding + MAX (days, 1) <= scan->day))
    dolen_queue_scan_add_call (
        scan, DOLEN_QUEUE_FUNDING, upkeep, worth_of_end (end, scan->day, days), end);
}

/* The owners that have an end are few; only theirs are looked at whole. */
#define ENDING                                                                                     \
  "SELECT coalesce (f.service, 0), coalesce (f.organisation, 0),"                                  \
  " max (coalesce (f.ends_on, '9999-12-31')) AS ends FROM funding f"

gboolean
dolen_queue_collect_funding (DolenQueueScan *scan, GError **error)
{
  g_autofree char *until = dolen_date_add_days (scan->today, scan->rules->funding_days);

  return dolen_queue_scan_each_of (
             scan,
             ENDING " WHERE f.service IN (SELECT service FROM funding WHERE ends_on <= ?1)"
                    " GROUP BY f.service HAVING ends <= ?1",
             until,
             take_funding,
             error)
         && dolen_queue_scan_each_of (
             scan,
             ENDING
             " WHERE f.organisation IN (SELECT organisation FROM funding WHERE ends_on <= ?1)"
             " GROUP BY f.organisation HAVING ends <= ?1",
             until,
             take_funding,
             error);
}

static void
tell_funding (DolenRow *row, gpointer user_data)
{
  Telling *telling = user_data;
  g_autofree char *funder = dolen_row_take_text (row);
  g_autofree char *on = dolen_row_take_text (row);
  g_autofree char *until
      = dolen_date_add_days (telling->scan->today, telling->scan->rules->funding_days);
  /* Translators: of a group, where the funder's name is not known. */
  const char *name = funder != NULL ? funder : dolen_ctext (telling->language, "fact", "Funding");

  if (on != NULL && g_strcmp0 (on, until) <= 0)
    dolen_queue_add_ask (telling->asks,
                         DOLEN_QUEUE_FUNDING,
                         "funding",
                         on,
                         say_end (telling->language, name, on, telling->scan->today));
}

#define LAST_FUNDING(owner)                                                                        \
  "SELECT funder, max (coalesce (ends_on, '9999-12-31')) FROM funding WHERE " owner                \
  " = ?1 HAVING count(*) > 0"

DOLEN_QUEUE_DESCRIBE (funding)
{
  Telling telling = { scan, language, asks };

  if (!dolen_directory_each (
          scan->dir, LAST_FUNDING ("service"), upkeep->id, tell_funding, &telling, error))
    return FALSE;
  if (dolen_queue_scan_first_of (scan, upkeep->organisation) != upkeep)
    return TRUE;
  return dolen_directory_each (scan->dir,
                               LAST_FUNDING ("organisation"),
                               upkeep->organisation,
                               tell_funding,
                               &telling,
                               error);
}

/* ---- gone from the feed ---- */

gboolean
dolen_queue_collect_gone (DolenQueueScan *scan, GError **error)
{
  for (guint i = 0; i < scan->upkeep->len; i++) {
    DolenUpkeep *upkeep = &g_array_index (scan->upkeep, DolenUpkeep, i);

    if (upkeep->gone > 0 && upkeep->told_exists <= upkeep->gone)
      dolen_queue_scan_add_call (scan, DOLEN_QUEUE_GONE, upkeep, WORTH_GONE, upkeep->gone);
  }
  return TRUE;
}

DOLEN_QUEUE_DESCRIBE (gone)
{
  g_autofree char *on = upkeep->gone > 0 ? date_of (upkeep->gone) : NULL;
  g_autofree char *date = dolen_format_date (language, on);

  if (on != NULL && upkeep->told_exists <= upkeep->gone)
    dolen_queue_add_ask (
        asks,
        DOLEN_QUEUE_GONE,
        "exists",
        on,
        /* Translators: to ask a group that is missing from the list it was imported from. %s is a
         * date. */
        g_strdup_printf (dolen_text (language, "Does it still exist? Not in its feed since %s"),
                         date));
  return TRUE;
}
