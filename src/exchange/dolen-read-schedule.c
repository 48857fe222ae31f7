/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

#include "directory/dolen-sentences.h"
#include "language/dolen-when.h"
#include "format/dolen-json-value.h"

#include <string.h>

/* When it happens. HSDS writes the parts of an RRULE; ORUK 1.0 a weekday (1 is Monday, or the
 * word) and holidays in a list of their own. */

static const char *const DAYS[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
static const char *const DAY_NAMES[]
    = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

/* The two letters of "Monday", "mon", "MO", "1"; NULL if it is no day. */
static const char *
day_of (const char *word)
{
  if (g_ascii_isdigit (*word) && !word[1])
    return *word == '0' ? "SU" : *word <= '7' ? DAYS[*word - '1'] : NULL;
  for (int i = 0; i < 7; i++)
    if (strlen (word) >= 2 && g_ascii_strncasecmp (word, DAY_NAMES[i], strlen (word)) == 0)
      return DAYS[i];
  return NULL;
}

/* "TH,FR", "2MO", "-1FR", "Monday, Friday" in the form of RFC 5545; NULL where a part is none. */
static char *
read_days (const char *given)
{
  g_auto (GStrv) parts = g_strsplit_set (given, ",; ", -1);
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; parts[i]; i++) {
    const char *word = parts[i];
    gsize number = strspn (word, "+-0123456789");
    const char *day;
    if (!*word)
      continue;
    day = day_of (word[number] ? word + number : word);
    if (!day)
      return NULL;
    if (days->len)
      g_string_append_c (days, ',');
    if (word[number])
      g_string_append_len (days, word, number);
    g_string_append (days, day);
  }
  return days->len ? g_strdup (days->str) : NULL;
}

static void
read_rule (DolenReadContext *context, json_object *item, DolenSchedule *schedule)
{
  static const char *const FREQUENCIES[] = { "WEEKLY", "MONTHLY", "DAILY", "YEARLY", NULL };
  const char *key = dolen_json_get (item, "freq") ? "freq" : "x_dolen_freq";
  g_autofree char *freq = dolen_read_line (context, item, key);
  g_autofree char *byday = dolen_read_line (context, item, "byday");
  g_autofree char *weekday = dolen_json_get_line (item, "weekday");
  g_autofree char *upper = freq ? g_ascii_strup (freq, -1) : NULL;
  int interval = dolen_json_get_int (item, "interval");

  if (upper && g_strv_contains (FREQUENCIES, upper))
    schedule->freq = g_steal_pointer (&upper);
  else if (upper)
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, key, upper);
  schedule->interval = MAX (interval, 0);
  if (byday || weekday) {
    schedule->byday = read_days (byday ? byday : weekday);
    if (!schedule->byday)
      dolen_read_odd (context,
                      DOLEN_ODDITY_OFF_LIST_VALUE,
                      byday ? "byday" : "weekday",
                      byday ? byday : weekday);
  }
  if (schedule->byday && !schedule->freq && !freq)
    schedule->freq = g_strdup ("WEEKLY");
  schedule->bymonthday = dolen_read_line (context, item, "bymonthday");
}

static void
read_words (DolenReadContext *context, json_object *item, DolenSchedule *schedule)
{
  g_autofree char *notes = dolen_json_get_line (item, "notes");

  dolen_read_bilingual (context, item, "description", FALSE, &schedule->description);
  if (!notes)
    return;
  if (schedule->description.en && !strstr (schedule->description.en, notes)) {
    g_autofree char *both = g_strdup_printf ("%s %s", schedule->description.en, notes);
    dolen_bilingual_set (&schedule->description, DOLEN_LANGUAGE_EN, both, DOLEN_TEXT_GIVEN);
  } else {
    dolen_read_guessed (notes, &schedule->description);
  }
}

/* (transfer full) (nullable): a time in words: "noon", "at dusk". */
static char *
unread_time (json_object *item, const char *key, const char *read)
{
  g_autofree char *given = read == NULL ? dolen_json_get_line (item, key) : NULL;

  return given && !g_ascii_isdigit (*given) ? g_steal_pointer (&given) : NULL;
}

/* Times that are none stay in words, where nothing else says when it is. */
static void
keep_unread (json_object *item, DolenSchedule *schedule)
{
  g_autofree char *opens = unread_time (item, "opens_at", schedule->opens_at);
  g_autofree char *closes = unread_time (item, "closes_at", schedule->closes_at);
  g_autofree char *words = opens && closes ? g_strdup_printf ("%s–%s", opens, closes)
                                           : g_strdup (opens ? opens : closes);

  if (words && dolen_bilingual_is_empty (&schedule->description))
    dolen_read_guessed (words, &schedule->description);
}

static DolenSchedule *
read_schedule (DolenReadContext *context, json_object *item)
{
  DolenSchedule *schedule = dolen_schedule_new ();

  read_rule (context, item, schedule);
  schedule->dtstart = dolen_read_date (context, item, "dtstart", DOLEN_SHIFT_WEEKS);
  schedule->until = dolen_read_date (context, item, "until", DOLEN_SHIFT_WEEKS);
  schedule->valid_from = dolen_read_date (context, item, "valid_from", DOLEN_SHIFT_WEEKS);
  schedule->valid_to = dolen_read_date (context, item, "valid_to", DOLEN_SHIFT_WEEKS);
  schedule->opens_at = dolen_read_time (context, item, "opens_at");
  schedule->closes_at = dolen_read_time (context, item, "closes_at");
  read_words (context, item, schedule);
  keep_unread (item, schedule);
  schedule->closed = dolen_json_get_flag (item, "closed");
  if (!schedule->valid_from)
    schedule->valid_from = dolen_read_date (context, item, "start_date", DOLEN_SHIFT_WEEKS);
  if (!schedule->valid_to)
    schedule->valid_to = dolen_read_date (context, item, "end_date", DOLEN_SHIFT_WEEKS);
  return schedule;
}

/* ---- in words ---- */

static gboolean
has_rule (const DolenSchedule *schedule)
{
  return schedule->freq || schedule->byday || schedule->bymonthday || schedule->dtstart;
}

static void
note_unread (DolenReadContext *context, const char *words)
{
  if (!dolen_when_is_arranged (words) || dolen_when_tells_time (words))
    dolen_read_odd (context, DOLEN_ODDITY_TIMES_UNREADABLE, "description", words);
}

/* The feed may have said an end and no beginning: an end in words takes its place. */
static void
take_hours (DolenSchedule *schedule, json_object *read)
{
  char *closes_at = dolen_json_get_line (read, "closes_at");

  g_free (schedule->opens_at);
  schedule->opens_at = dolen_json_get_line (read, "opens_at");
  if (!closes_at)
    return;
  g_free (schedule->closes_at);
  schedule->closes_at = closes_at;
}

/* What the words said, in place of them; words that say more than it stay. */
static void
take_read (DolenSchedule *schedule, json_object *read)
{
  g_autofree char *words = dolen_json_get_line (read, "description");
  int interval = dolen_json_get_int (read, "interval");

  schedule->freq = dolen_json_get_line (read, "freq");
  schedule->byday = dolen_json_get_line (read, "byday");
  schedule->interval = MAX (interval, 0);
  if (dolen_json_get (read, "opens_at"))
    take_hours (schedule, read);
  if (g_strcmp0 (words, DOLEN_WHEN_TERM_TIME) == 0)
    dolen_schedule_set_term_time (schedule);
  else if (!words)
    dolen_bilingual_clear (&schedule->description);
  else if (g_strcmp0 (words, schedule->description.en) != 0
           && g_strcmp0 (words, schedule->description.cy) != 0) {
    dolen_bilingual_clear (&schedule->description);
    dolen_read_guessed (words, &schedule->description);
  }
}

/* A further one within the same dates. */
static DolenSchedule *
beside (const DolenSchedule *schedule)
{
  DolenSchedule *more = dolen_schedule_new ();

  more->until = g_strdup (schedule->until);
  more->valid_from = g_strdup (schedule->valid_from);
  more->valid_to = g_strdup (schedule->valid_to);
  dolen_bilingual_copy (&more->description, &schedule->description);
  return more;
}

/* "Tuesdays 10-12" where a feed has nothing but words. Adds what more they say to @all. */
static void
read_rule_in_words (DolenReadContext *context, DolenSchedule *schedule, GPtrArray *all)
{
  const char *words
      = schedule->description.en ? schedule->description.en : schedule->description.cy;
  json_object *read = dolen_when_read (words);

  if (!read && schedule->description.cy)
    read = dolen_when_read (schedule->description.cy);
  /* Hours that stand in their own fields hold for days in words, and not for two kinds of them. */
  if (read && schedule->opens_at
      && (dolen_json_length (read) > 1 || dolen_json_get (dolen_json_at (read, 0), "opens_at")))
    g_clear_pointer (&read, json_object_put);
  if (!read) {
    note_unread (context, words);
    return;
  }
  for (guint i = 1; i < dolen_json_length (read); i++)
    g_ptr_array_add (all, beside (schedule));
  for (guint i = 0; i < dolen_json_length (read); i++)
    take_read (all->pdata[i], dolen_json_at (read, i));
  json_object_put (read);
}

/* "10-12" beside days that are known. */
static void
read_hours_in_words (DolenReadContext *context, DolenSchedule *schedule)
{
  const char *words
      = schedule->description.en ? schedule->description.en : schedule->description.cy;
  g_autofree char *day = g_strdup_printf ("Monday %s", words);
  json_object *read = dolen_when_read (day), *only = dolen_json_at (read, 0);
  g_autofree char *byday = dolen_json_get_line (only, "byday");

  if (dolen_json_length (read) == 1 && g_strcmp0 (byday, "MO") == 0
      && dolen_json_get (only, "opens_at") && !dolen_json_get (only, "interval")) {
    take_hours (schedule, only);
    if (!dolen_json_get (only, "description"))
      dolen_bilingual_clear (&schedule->description);
  } else if (!read && dolen_when_tells_time (words)) {
    note_unread (context, words);
  }
  json_object_put (read);
}

/* (transfer full): @schedule, taken, and what more its words say. */
static GPtrArray *
read_in_words (DolenReadContext *context, DolenSchedule *schedule)
{
  GPtrArray *all = g_ptr_array_new ();

  g_ptr_array_add (all, schedule);
  if (schedule->closed || dolen_bilingual_is_empty (&schedule->description))
    return all;
  if (!has_rule (schedule))
    read_rule_in_words (context, schedule, all);
  else if (!schedule->opens_at)
    read_hours_in_words (context, schedule);
  return all;
}

static gboolean
says_nothing (const DolenSchedule *schedule)
{
  return !schedule->freq && !schedule->byday && !schedule->dtstart && !schedule->opens_at
         && !schedule->valid_from && !schedule->valid_to
         && dolen_bilingual_is_empty (&schedule->description);
}

static gboolean
is_same (const DolenSchedule *a, const DolenSchedule *b)
{
  return g_strcmp0 (a->byday, b->byday) == 0 && g_strcmp0 (a->freq, b->freq) == 0
         && g_strcmp0 (a->opens_at, b->opens_at) == 0 && g_strcmp0 (a->dtstart, b->dtstart) == 0
         && g_strcmp0 (a->valid_from, b->valid_from) == 0 && a->closed == b->closed
         && dolen_bilingual_equal (&a->description, &b->description);
}

/* The same schedule often hangs on the service and again on its venue: the venue's is kept. */
static gboolean
merge (DolenService *service, DolenSchedule *schedule)
{
  for (guint i = 0; i < service->schedules->len; i++) {
    DolenSchedule *other = service->schedules->pdata[i];
    if (!is_same (other, schedule)
        || (other->venue_uid && schedule->venue_uid
            && g_strcmp0 (other->venue_uid, schedule->venue_uid) != 0))
      continue;
    if (!other->venue_uid)
      other->venue_uid = g_strdup (schedule->venue_uid);
    return TRUE;
  }
  return FALSE;
}

/* Takes @schedule. */
static void
add_schedule (DolenReadContext *context,
              DolenService *service,
              DolenSchedule *schedule,
              const char *owner,
              const char *venue_uid)
{
  schedule->venue_uid = g_strdup (venue_uid);
  if (says_nothing (schedule) || merge (service, schedule)) {
    dolen_schedule_free (schedule);
    return;
  }
  schedule->uid = dolen_read_uid (context, "schedule", owner, service->schedules->len);
  g_ptr_array_add (service->schedules, schedule);
}

/* "By appointment" beside its times is how one comes to it. */
static void
read_access (const DolenSchedule *schedule, DolenService *service)
{
  if (dolen_when_by_appointment (schedule->description.en)
      || dolen_when_by_appointment (schedule->description.cy))
    service->access |= DOLEN_ACCESS_APPOINTMENT;
}

void
dolen_read_schedules (DolenReadContext *context,
                      json_object *list,
                      const char *owner,
                      const char *venue_uid,
                      DolenService *service)
{
  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *item = dolen_json_at (list, i);
    g_autoptr (GPtrArray) schedules = NULL;
    g_autofree char *attending = NULL;
    if (!json_object_is_type (item, json_type_object))
      continue;
    schedules = read_in_words (context, read_schedule (context, item));
    for (guint s = 0; s < schedules->len; s++)
      read_access (schedules->pdata[s], service);
    attending = dolen_json_get_line (item, "attending_type");
    if (attending)
      dolen_read_attending_words (context, attending, FALSE, service);
    for (guint s = 0; s < schedules->len; s++)
      add_schedule (context, service, schedules->pdata[s], owner, venue_uid);
  }
}
