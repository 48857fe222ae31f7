/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-part-form.h"

#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

/* "words": the parts say nothing, or what this form cannot show: they stay then. */
static const char *const often_codes[]
    = { "weekly", "fortnightly", "monthly", "daily", "words", "closed", NULL };

static const char *
say_often (const char *code)
{
  if (g_str_equal (code, "weekly"))
    return _ ("Every week");
  if (g_str_equal (code, "fortnightly"))
    return _ ("Every other week");
  if (g_str_equal (code, "monthly"))
    return _ ("Every month");
  if (g_str_equal (code, "daily"))
    return _ ("Every day");
  if (g_str_equal (code, "closed"))
    /* Translators: when a group meets, a choice: a holiday in which it does not. */
    return _ ("A time when it is closed");
  /* Translators: when a group meets, a choice: told in words of one's own. */
  return _ ("In words");
}

static const DolenListingChoices often = { often_codes, say_often };

static const char *const week_codes[] = { "1", "2", "3", "4", "-1", NULL };

static const char *
say_week (const char *code)
{
  /* Translators: the first week of a month (wythnos, fem.). */
  static const char *const weeks[]
      = { N_ ("First week"), N_ ("Second week"), N_ ("Third week"), N_ ("Fourth week") };

  return *code == '-' ? _ ("Last week") : _ (weeks[*code - '1']);
}

static const DolenListingChoices weeks_of_month = { week_codes, say_week };

static const DolenListingField fields[] = {
  { "often", N_ ("How often"), DOLEN_LISTING_CHOICE, &often, NULL },
  { "week", N_ ("In which week of the month"), DOLEN_LISTING_CHOICE, &weeks_of_month, NULL },
  { "days", N_ ("Days"), DOLEN_LISTING_DAYS, NULL, NULL },
  { "opens", N_ ("Begins at"), DOLEN_LISTING_TIME, NULL, NULL },
  { "closes", N_ ("Ends at"), DOLEN_LISTING_TIME, NULL, NULL },
  { "term", N_ ("In term time only"), DOLEN_LISTING_TICK, NULL, NULL },
  { "words_cy", N_ ("In words, in Welsh"), DOLEN_LISTING_LINE, NULL, NULL },
  { "words_en", N_ ("In words, in English"), DOLEN_LISTING_LINE, NULL, NULL },
  { "from", N_ ("Begins on"), DOLEN_LISTING_DATE, NULL, N_ ("Where it begins on a certain day") },
  { "to", N_ ("Ends on"), DOLEN_LISTING_DATE, NULL, N_ ("Where it ends on a certain day") },
  { NULL },
};

/* ---- reading ---- */

/* The number before the days of a monthly time ("2MO,2TH": 2); 0 where they differ or there is
 * none. @days: (out): without it, "MO,TH". */
static int
read_week (const char *byday, char **days)
{
  g_auto (GStrv) parts = g_strsplit (byday != NULL ? byday : "", ",", -1);
  GString *bare = g_string_new (NULL);
  int week = 0;

  for (guint i = 0; parts[i] != NULL; i++) {
    const char *part = g_strstrip (parts[i]);
    int of_part = (int) g_ascii_strtoll (part, NULL, 10);

    if (strlen (part) < 2 || (i > 0 && of_part != week))
      of_part = 0;
    week = i == 0 || of_part == week ? of_part : 0;
    g_string_append_printf (
        bare, "%s%s", bare->len > 0 ? "," : "", part + MAX (strlen (part), 2) - 2);
  }
  *days = g_string_free (bare, FALSE);
  return week;
}

/* Which of the choices the parts are; "words" for those that none is. */
static const char *
read_often (const DolenSchedule *schedule)
{
  g_autofree char *days = NULL;
  int week = read_week (schedule->byday, &days), interval = MAX (schedule->interval, 1);

  if (schedule->closed)
    return "closed";
  if (schedule->freq == NULL || schedule->bymonthday != NULL)
    return "words";
  if (g_str_equal (schedule->freq, "WEEKLY") && *days != '\0' && week == 0 && interval <= 2)
    return interval == 2 ? "fortnightly" : "weekly";
  if (g_str_equal (schedule->freq, "MONTHLY") && interval == 1
      && (week == -1 || (week > 0 && week < 5)))
    return "monthly";
  return g_str_equal (schedule->freq, "DAILY") && interval == 1 ? "daily" : "words";
}

static DolenListingValues *
read_schedule (gconstpointer thing)
{
  const DolenSchedule *schedule = thing;
  DolenListingValues *values = dolen_listing_values_new (fields);
  const char *often_code = read_often (schedule);
  g_autofree char *days = NULL;
  int of_month = read_week (schedule->byday, &days);
  gboolean term = dolen_schedule_is_term_time (schedule);

  dolen_listing_values_put (values, "often", often_code);
  if (g_str_equal (often_code, "monthly")) {
    g_autofree char *code = g_strdup_printf ("%d", of_month);
    dolen_listing_values_put (values, "week", code);
  }
  dolen_listing_values_put (values, "days", days);
  dolen_listing_values_put (values, "opens", schedule->opens_at);
  dolen_listing_values_put (values, "closes", schedule->closes_at);
  dolen_listing_values_put (values, "term", term ? "1" : "");
  dolen_listing_values_put (values, "words_cy", term ? NULL : schedule->description.cy);
  dolen_listing_values_put (values, "words_en", term ? NULL : schedule->description.en);
  dolen_listing_values_put_date (values, "from", schedule->valid_from);
  dolen_listing_values_put_date (values, "to", schedule->valid_to);
  return values;
}

/* ---- what is shown, what is wrong ---- */

static gboolean
is_often (const DolenListingValues *values, const char *code)
{
  return g_str_equal (dolen_listing_values_get (values, "often"), code);
}

static gboolean
shows (const DolenListingValues *values, const char *key)
{
  gboolean closed = is_often (values, "closed"), words = is_often (values, "words");

  if (g_str_equal (key, "often") || g_str_equal (key, "from") || g_str_equal (key, "to"))
    return TRUE;
  if (g_str_equal (key, "week"))
    return is_often (values, "monthly");
  if (g_str_equal (key, "days"))
    return !closed && !words && !is_often (values, "daily");
  if (g_str_has_prefix (key, "words"))
    return words || closed;
  if (g_str_equal (key, "term"))
    return !closed && !words;
  return !closed;
}

static gboolean
is_empty (const DolenListingValues *values, const char *key)
{
  g_autofree char *line = dolen_listing_values_dup_line (values, key);

  return line == NULL;
}

static char *
problem (const DolenListingValues *values, const char *key)
{
  g_autofree char *from = dolen_listing_values_dup_date (values, "from");
  g_autofree char *to = dolen_listing_values_dup_date (values, "to");

  if (g_str_equal (key, "days") && is_empty (values, "days"))
    return g_strdup (_ ("Choose the days."));
  if (g_str_equal (key, "words_en") && is_often (values, "words") && is_empty (values, "words_en")
      && is_empty (values, "words_cy") && is_empty (values, "opens"))
    return g_strdup (_ ("Say when it is, in one of the languages."));
  if (g_str_equal (key, "from") && is_often (values, "closed") && is_empty (values, "from"))
    return g_strdup (_ ("Write the day from which it is closed."));
  if (g_str_equal (key, "to") && from != NULL && to != NULL && strcmp (to, from) < 0)
    return g_strdup (_ ("This is before the day it begins."));
  return NULL;
}

/* ---- writing ---- */

static void
set (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
write_days (DolenSchedule *schedule, const DolenListingValues *values)
{
  const char *days = dolen_listing_values_get (values, "days");
  g_auto (GStrv) parts = g_strsplit (days, ",", -1);
  GString *numbered;

  if (!is_often (values, "monthly")) {
    set (&schedule->byday, is_often (values, "daily") ? NULL : days);
    return;
  }
  numbered = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (
        numbered, "%s%s%s", i > 0 ? "," : "", dolen_listing_values_get (values, "week"), parts[i]);
  g_free (schedule->byday);
  schedule->byday = g_string_free (numbered, FALSE);
}

static void
write_rule (DolenSchedule *schedule, const DolenListingValues *values)
{
  gboolean none = is_often (values, "words") || is_often (values, "closed");

  /* What this form cannot show stays as it is. */
  if (is_often (values, "words") && g_str_equal (read_often (schedule), "words"))
    return;
  g_clear_pointer (&schedule->bymonthday, g_free);
  if (none) {
    g_clear_pointer (&schedule->freq, g_free);
    g_clear_pointer (&schedule->byday, g_free);
    schedule->interval = 0;
    return;
  }
  set (&schedule->freq,
       is_often (values, "monthly") ? "MONTHLY"
       : is_often (values, "daily") ? "DAILY"
                                    : "WEEKLY");
  schedule->interval = is_often (values, "fortnightly") ? 2 : 1;
  write_days (schedule, values);
}

static void
write_words (DolenSchedule *schedule, const DolenListingValues *values)
{
  g_autofree char *cy = dolen_listing_values_dup_line (values, "words_cy");
  g_autofree char *en = dolen_listing_values_dup_line (values, "words_en");

  if (shows (values, "term") && dolen_listing_values_get_tick (values, "term")) {
    dolen_schedule_set_term_time (schedule);
    return;
  }
  /* Each is written by whoever fills in the form: neither makes the other out of date. */
  dolen_bilingual_load (&schedule->description, en, DOLEN_TEXT_CHECKED, cy, DOLEN_TEXT_CHECKED);
}

static void
write_schedule (gpointer thing, const DolenListingValues *values)
{
  DolenSchedule *schedule = thing;
  gboolean closed = is_often (values, "closed");

  write_rule (schedule, values);
  schedule->closed = closed;
  write_words (schedule, values);
  dolen_listing_take_date (&schedule->valid_from, values, "from");
  dolen_listing_take_date (&schedule->valid_to, values, "to");
  dolen_listing_take_time (&schedule->opens_at, values, "opens");
  dolen_listing_take_time (&schedule->closes_at, values, "closes");
  if (closed) {
    g_clear_pointer (&schedule->opens_at, g_free);
    g_clear_pointer (&schedule->closes_at, g_free);
  }
}

/* ---- telling ---- */

static char *
tell_span (DolenLanguage language, const DolenSchedule *schedule)
{
  g_autofree char *from = dolen_format_date (language, schedule->valid_from);
  g_autofree char *to = dolen_format_date (language, schedule->valid_to);

  if (*from != '\0' && *to != '\0')
    /* Translators: a span of days: %1$s and %2$s are days, such as 5 May 2026. */
    return g_strdup_printf (dolen_text (language, N_ ("%1$s – %2$s")), from, to);
  if (*from != '\0')
    /* Translators: when a group meets: a day, such as 5 May 2026, follows the colon. */
    return g_strdup_printf (dolen_text (language, N_ ("from: %s")), from);
  if (*to != '\0')
    /* Translators: when a group meets: a day, such as 5 May 2026, follows the colon. */
    return g_strdup_printf (dolen_text (language, N_ ("until: %s")), to);
  return g_strdup ("");
}

static char *
tell (gconstpointer thing, DolenLanguage language)
{
  const DolenSchedule *schedule = thing;
  g_autofree char *span = tell_span (language, schedule);
  g_autofree char *when = NULL;

  if (schedule->closed)
    /* Translators: a holiday of a group (grŵp, masc.); a span of days follows the colon. */
    return g_strdup_printf (dolen_text (language, N_ ("Closed: %s")), span);
  when = dolen_sentence_schedule (language, schedule);
  return *span != '\0' ? g_strdup_printf ("%s (%s)", when, span) : g_steal_pointer (&when);
}

static gpointer
make (void)
{
  return dolen_schedule_new ();
}

static void
release (gpointer thing)
{
  dolen_schedule_free (thing);
}

static char **
uid (gpointer thing)
{
  return &((DolenSchedule *) thing)->uid;
}

static char *
key_of (gconstpointer thing)
{
  return g_strdup (((const DolenSchedule *) thing)->uid);
}

const DolenListingPartForm dolen_listing_schedule_form = {
  .part = "schedules",
  /* Translators: when a group meets. */
  .title = N_ ("Days and times"),
  .add = N_ ("Add a _Time"),
  .none = N_ ("Nobody knows yet when it meets."),
  .fields = fields,
  .problem = problem,
  .shows = shows,
  .list = offsetof (DolenService, schedules),
  .make = make,
  .release = release,
  .uid = uid,
  .key = key_of,
  .read = read_schedule,
  .write = write_schedule,
  .tell = tell,
};
