/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-reasons-private.h"

#include "base/dolen-time.h"
#include "base/dolen-working-days.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"
#include "place/dolen-distance-text.h"

#include <math.h>

/* Sentences about when it is, how long, and how they get there. */

#define VERDICT(writer, name) ((DolenVerdict) (writer)->verdicts->of[DOLEN_CRITERION_##name])

/* When it is held, and how old that is where somebody confirmed it; NULL where it is not known. */
static char *
say_when (const DolenReasonWriter *writer)
{
  const DolenService *service = writer->service;
  g_autofree char *when = NULL;
  g_autofree char *age = NULL;

  if (service == NULL)
    return NULL;
  when = dolen_sentence_when (writer->language, service->schedules, writer->facts->today);
  if (when == NULL || when[0] == '\0')
    return NULL;
  if (dolen_service_fact_confirmed_on (service, DOLEN_FACT_TIMES) == NULL)
    return g_steal_pointer (&when);
  age = dolen_fact_age_text (writer->language, service, DOLEN_FACT_TIMES, writer->facts->today);
  /* Translators: a fact, and in brackets how old it is: "Tuesdays 10:00 (confirmed 3 weeks ago)".
   */
  return g_strdup_printf (
      dolen_ctext (writer->language, "fact with age", "%1$s (%2$s)"), when, age);
}

/* The next session of what is not on every week; a bank holiday is to be asked about. */
static char *
say_next (const DolenReasonWriter *writer)
{
  const DolenFacts *facts = writer->facts;
  int days = facts->next_days[writer->i];
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  gboolean holiday;

  if (days < 0)
    return NULL;
  date = dolen_date_add_days (facts->today, days);
  holiday = dolen_date_weekday (date) <= 5
            && !dolen_date_is_working_day (date, dolen_nation_current ());
  if (!holiday && facts->rhythm[writer->i] < DOLEN_RHYTHM_FORTNIGHTLY)
    return NULL;
  text = dolen_format_date (writer->language, date);
  if (holiday)
    /* Translators: %s is the date of a group's next session. */
    return g_strdup_printf (
        dolen_text (writer->language, "Next: %s, a bank holiday; ask whether it is on"), text);
  /* Translators: %s is the date of a group's next session. */
  return g_strdup_printf (dolen_text (writer->language, "Next: %s"), text);
}

/* Whether the hours of one of their days are not known. */
static gboolean
hours_are_unknown (const DolenReasonWriter *writer)
{
  const DolenFacts *facts = writer->facts;
  guint days = facts->days[writer->i] & dolen_slots_days (writer->query->profile->free);

  return (days & ~dolen_slots_days (facts->slots[writer->i])) != 0;
}

static const char *
frame_of_times (const DolenReasonWriter *writer, DolenVerdict verdict, gboolean said)
{
  if (verdict == DOLEN_VERDICT_YES)
    return dolen_text (writer->language, "On when they are free");
  if (verdict == DOLEN_VERDICT_NO)
    return dolen_text (writer->language, "Not on when they are free");
  if (writer->facts->days[writer->i] == 0)
    return said ? dolen_text (writer->language, "On which days it is held is not known")
                : dolen_text (writer->language, "When it is on is not known");
  if (hours_are_unknown (writer))
    return dolen_text (writer->language, "On one of their days; the time is not known");
  if (!(writer->facts->days[writer->i] & dolen_slots_days (writer->query->profile->free)))
    return dolen_text (writer->language,
                       "Not on when they are free, but a call or a visit is arranged with them");
  return dolen_text (writer->language, "On one of their days, but at another time of the day");
}

void
dolen_reason_times (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, TIMES);
  g_autofree char *when = NULL;
  g_autofree char *next = NULL;
  GString *text;
  const char *question = NULL;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  when = say_when (writer);
  next = say_next (writer);
  text = g_string_new (frame_of_times (writer, verdict, when != NULL));
  if (when != NULL)
    g_string_append_printf (text, ". %s", when);
  if (next != NULL)
    g_string_append_printf (text, ". %s", next);
  if (verdict == DOLEN_VERDICT_UNKNOWN && writer->facts->days[writer->i] == 0)
    /* Translators: to ask a group. */
    question = dolen_text (writer->language, "When do you meet?");
  else if (verdict == DOLEN_VERDICT_UNKNOWN && hours_are_unknown (writer))
    /* Translators: to ask a group. */
    question = dolen_text (writer->language, "At what time do you meet?");
  else if (verdict == DOLEN_VERDICT_UNKNOWN
           && !(writer->facts->days[writer->i] & dolen_slots_days (writer->query->profile->free)))
    /* Translators: to ask a group. */
    question = dolen_text (writer->language, "Can another time be arranged?");
  dolen_reason_add (writer,
                    DOLEN_CRITERION_TIMES,
                    verdict,
                    g_string_free (text, FALSE),
                    g_steal_pointer (&when),
                    g_strdup (question));
}

static char *
say_minutes (const DolenReasonWriter *writer)
{
  int minutes = writer->facts->minutes[writer->i];

  /* Translators: how long a session lasts. */
  return g_strdup_printf (
      dolen_ntext (writer->language, "%d minute", "%d minutes", (gulong) minutes), minutes);
}

void
dolen_reason_length (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, LENGTH);
  DolenLanguage language = writer->language;
  gboolean known = writer->facts->minutes[writer->i] >= 0;
  g_autofree char *minutes = known ? say_minutes (writer) : NULL;
  const char *question = NULL;
  char *text;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  if (verdict == DOLEN_VERDICT_YES && known
      && writer->facts->minutes[writer->i] <= writer->query->profile->max_minutes)
    /* Translators: %s is a time such as "90 minutes". */
    text = g_strdup_printf (dolen_text (language, "No longer than they can stay: %s"), minutes);
  else if (verdict == DOLEN_VERDICT_YES)
    text = g_strdup (dolen_text (language, "They can stay for as long as they like"));
  else if (verdict == DOLEN_VERDICT_HELPED)
    /* Translators: %s is a time such as "240 minutes". */
    text = g_strdup_printf (
        dolen_text (language, "Longer than they can stay (%s), but one may come for part of it"),
        minutes);
  else if (known)
    /* Translators: %s is a time such as "240 minutes". */
    text = g_strdup_printf (
        dolen_text (language, "Longer than they can stay: %s. May they come for part of it?"),
        minutes);
  else
    text = g_strdup (dolen_text (language, "How long it lasts is not known"));
  if (verdict == DOLEN_VERDICT_UNKNOWN)
    question = known
                   /* Translators: to ask a group. */
                   ? dolen_text (language, "May somebody come for part of it?")
                   /* Translators: to ask a group. */
                   : dolen_text (language,
                                 "How long does it last, and may somebody come for part of it?");
  dolen_reason_add (writer,
                    DOLEN_CRITERION_LENGTH,
                    verdict,
                    text,
                    g_steal_pointer (&minutes),
                    g_strdup (question));
}

static const char *
say_means (DolenLanguage language, DolenMeans means)
{
  switch (means) {
  case DOLEN_MEANS_WALK:
    /* Translators: how somebody gets to a group; stands behind a colon, in a list */
    return dolen_ctext (language, "means", "on foot");
  case DOLEN_MEANS_BUS:
    /* Translators: how somebody gets to a group; stands behind a colon, in a list */
    return dolen_ctext (language, "means", "by bus");
  case DOLEN_MEANS_LIFT:
    /* Translators: how somebody gets to a group: somebody they know takes them */
    return dolen_ctext (language, "means", "with a lift");
  case DOLEN_MEANS_CAR:
  case DOLEN_N_MEANS:
    break;
  }
  /* Translators: how somebody gets to a group: they drive themselves */
  return dolen_ctext (language, "means", "by car");
}

/* The means by which it is in reach: "on foot, by car". */
static char *
say_all_means (const DolenReasonWriter *writer)
{
  const DolenProfile *profile = writer->query->profile;
  double far = (double) writer->verdicts->look.km + (double) writer->verdicts->look.precision_km;
  GString *list = g_string_new (NULL);

  for (guint m = 0; m < DOLEN_N_MEANS; m++)
    if ((profile->means & (1u << m)) && far <= profile->travel_km[m]
        && (m != DOLEN_MEANS_BUS || (writer->verdicts->look.marks_yes & DOLEN_MARK_BUS)))
      g_string_append_printf (
          list, "%s%s", list->len > 0 ? ", " : "", say_means (writer->language, (DolenMeans) m));
  return g_string_free (list, FALSE);
}

/* Whether a bus, were there one, would do. */
static gboolean
a_bus_would_do (const DolenReasonWriter *writer)
{
  const DolenProfile *profile = writer->query->profile;
  double near = (double) writer->verdicts->look.km - (double) writer->verdicts->look.precision_km;

  return (profile->means & (1u << DOLEN_MEANS_BUS)) && near <= profile->travel_km[DOLEN_MEANS_BUS]
         && ((writer->verdicts->look.marks_yes | writer->verdicts->look.marks_no) & DOLEN_MARK_BUS)
                == 0;
}

/* Whether it is near enough by something else than a bus, but for how roughly its place is known.
 */
static gboolean
is_roughly_in_reach (const DolenReasonWriter *writer)
{
  const DolenProfile *profile = writer->query->profile;
  double near = (double) writer->verdicts->look.km - (double) writer->verdicts->look.precision_km;

  for (guint m = 0; m < DOLEN_N_MEANS; m++)
    if ((profile->means & (1u << m)) && m != DOLEN_MEANS_BUS && near <= profile->travel_km[m])
      return TRUE;
  return FALSE;
}

static char *
say_out_of_reach (const DolenReasonWriter *writer, DolenVerdict verdict, const char *distance)
{
  DolenLanguage language = writer->language;

  if (verdict == DOLEN_VERDICT_HELPED)
    /* Translators: %s is a distance such as "5 miles". */
    return g_strdup_printf (
        dolen_text (
            language,
            "Too far by their own means (%s in a straight line), but the group brings people"),
        distance);
  if (verdict == DOLEN_VERDICT_NO)
    /* Translators: %s is a distance such as "30 miles". */
    return g_strdup_printf (
        dolen_text (language, "Too far by their own means: %s in a straight line"), distance);
  if (is_roughly_in_reach (writer) && writer->verdicts->look.in_district)
    return dolen_reason_say_roughly (writer, distance);
  if (is_roughly_in_reach (writer))
    /* Translators: %s is a distance such as "about 5 miles". */
    return g_strdup_printf (
        dolen_text (language,
                    "Perhaps in reach: %s in a straight line; the place is known roughly"),
        distance);
  if (a_bus_would_do (writer))
    /* Translators: %s is a distance such as "5 miles". */
    return g_strdup_printf (
        dolen_text (language, "In reach by bus, if one goes there: %s in a straight line"),
        distance);
  /* Translators: %s is a distance such as "5 miles". */
  return g_strdup_printf (
      dolen_text (language,
                  "Perhaps too far by their own means: %s in a straight line. Could somebody bring "
                  "them?"),
      distance);
}

static const char *
ask_about_travel (const DolenReasonWriter *writer, gboolean known)
{
  if (!known && (writer->facts->attending[writer->i] & DOLEN_ATTENDING_HOME_VISIT))
    /* Translators: to ask a group that visits people at home. */
    return dolen_text (writer->language, "Do you come as far as this?");
  if (!known || is_roughly_in_reach (writer))
    /* Translators: to ask a group. */
    return dolen_text (writer->language, "Where exactly do you meet?");
  return a_bus_would_do (writer)
             /* Translators: to ask a group. */
             ? dolen_text (writer->language, "Is there a bus to you that fits your times?")
             /* Translators: to ask a group. */
             : dolen_text (writer->language, "Can somebody be brought to you?");
}

void
dolen_reason_travel (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, TRAVEL);
  double km = (double) writer->verdicts->look.km;
  g_autofree char *distance = NULL;
  g_autofree char *means = NULL;
  gboolean visits = (writer->facts->attending[writer->i] & DOLEN_ATTENDING_HOME_VISIT) != 0;
  char *text;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  distance = dolen_reason_say_far (writer);
  means = isnan (km) ? NULL : say_all_means (writer);
  if (verdict == DOLEN_VERDICT_YES && means != NULL && means[0] != '\0')
    /* Translators: %1$s is a list such as "on foot, by car", %2$s a distance. */
    text = g_strdup_printf (
        dolen_text (writer->language, "They can get there: %1$s (%2$s in a straight line)"),
        means,
        distance);
  else if (verdict == DOLEN_VERDICT_YES)
    text = g_strdup (dolen_text (writer->language, "No journey: by telephone or online"));
  else if (distance == NULL && visits)
    text = g_strdup (
        dolen_text (writer->language, "They visit at home; how far they come is not known"));
  else if (distance == NULL)
    text = dolen_reason_say_no_place (writer);
  else
    text = say_out_of_reach (writer, verdict, distance);
  dolen_reason_add (writer,
                    DOLEN_CRITERION_TRAVEL,
                    verdict,
                    text,
                    g_strdup (distance),
                    verdict == DOLEN_VERDICT_UNKNOWN
                        ? g_strdup (ask_about_travel (writer, distance != NULL))
                        : NULL);
}
