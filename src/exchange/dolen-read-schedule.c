/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

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
  g_autofree char *freq = dolen_read_line (context, item, "freq");
  g_autofree char *byday = dolen_read_line (context, item, "byday");
  g_autofree char *weekday = dolen_json_get_line (item, "weekday");
  g_autofree char *upper = freq ? g_ascii_strup (freq, -1) : NULL;
  int interval = dolen_json_get_int (item, "interval");

  if (upper && g_strv_contains (FREQUENCIES, upper))
    schedule->freq = g_steal_pointer (&upper);
  else if (upper)
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE);
  schedule->interval = MAX (interval, 0);
  if (byday || weekday) {
    schedule->byday = read_days (byday ? byday : weekday);
    if (!schedule->byday)
      dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE);
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
  schedule->closed = dolen_json_get_flag (item, "closed");
  if (!schedule->valid_from)
    schedule->valid_from = dolen_read_date (context, item, "start_date", DOLEN_SHIFT_WEEKS);
  if (!schedule->valid_to)
    schedule->valid_to = dolen_read_date (context, item, "end_date", DOLEN_SHIFT_WEEKS);
  return schedule;
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

void
dolen_read_schedules (DolenReadContext *context,
                      json_object *list,
                      const char *owner,
                      const char *venue_uid,
                      DolenService *service)
{
  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *item = dolen_json_at (list, i);
    DolenSchedule *schedule;
    g_autofree char *attending = NULL;
    if (!json_object_is_type (item, json_type_object))
      continue;
    schedule = read_schedule (context, item);
    schedule->venue_uid = g_strdup (venue_uid);
    attending = dolen_json_get_line (item, "attending_type");
    if (attending)
      dolen_read_attending_words (context, attending, FALSE, service);
    if (says_nothing (schedule) || merge (service, schedule)) {
      dolen_schedule_free (schedule);
      continue;
    }
    schedule->uid = dolen_read_uid (context, "schedule", owner, service->schedules->len);
    g_ptr_array_add (service->schedules, schedule);
  }
}
