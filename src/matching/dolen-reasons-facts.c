/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-reasons-private.h"

#include "directory/dolen-venue-place.h"
#include "base/dolen-time.h"
#include "directory/dolen-closed-name.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"
#include "place/dolen-distance-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Sentences about plain facts: places, distance, ages, cost, days. What a fact says is written by
 * directory/dolen-sentences.h, the same words as in the detail pane.
 */

/* Translators: to ask a group, first of all. */
#define STILL_RUNNING N_ ("Is it still running, as it is listed?")

#define VERDICT(writer, name) ((DolenVerdict) (writer)->verdicts->of[DOLEN_CRITERION_##name])

/* A name is no status: whoever knows better asks. */
static void
add_closed (DolenReasonWriter *writer)
{
  gboolean named = writer->facts->listing[writer->i] == DOLEN_LISTING_NAMED_CLOSED;
  DolenLanguage language = writer->language;
  const char *text = named ? dolen_closed_name_text (DOLEN_NAME_SAYS_CLOSED, language)
                           : dolen_text (language, "It is closed for now");

  dolen_reason_add (writer,
                    DOLEN_CRITERION_LISTING,
                    DOLEN_VERDICT_NO,
                    g_strdup (text),
                    NULL,
                    named ? g_strdup (dolen_text (language, STILL_RUNNING)) : NULL);
}

void
dolen_reason_listing (DolenReasonWriter *writer)
{
  DolenLanguage language = writer->language;
  DolenVerdict verdict = VERDICT (writer, LISTING);
  g_autofree char *age = NULL;
  char *text;

  if (verdict == DOLEN_VERDICT_NO) {
    add_closed (writer);
    return;
  }
  if (verdict != DOLEN_VERDICT_UNKNOWN)
    return;
  if (writer->facts->listing[writer->i] == DOLEN_LISTING_GONE) {
    text = g_strdup (dolen_text (language, "Its listing is no longer in the feed"));
  } else if (writer->service != NULL) {
    age = dolen_fact_age_text (
        language, writer->service, DOLEN_FACT_DESCRIPTION, writer->facts->today);
    /* Translators: %s says how old the listing's facts are: "never confirmed". */
    text = g_strdup_printf (dolen_text (language, "The listing: %s"), age);
  } else {
    text = g_strdup (dolen_text (language, "Nobody has confirmed the listing for 6 months"));
  }
  dolen_reason_add (writer,
                    DOLEN_CRITERION_LISTING,
                    verdict,
                    text,
                    NULL,
                    g_strdup (dolen_text (language, STILL_RUNNING)));
}

void
dolen_reason_age (DolenReasonWriter *writer)
{
  const DolenEligibilityFact *fact = &writer->facts->eligible[writer->i];
  DolenLanguage language = writer->language;
  DolenVerdict verdict = VERDICT (writer, AGE);
  g_autofree char *ages = NULL;
  char *text;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  ages = dolen_sentence_ages (language, fact->min_age, fact->max_age);
  if (verdict == DOLEN_VERDICT_NO)
    /* Translators: %s says for which: "Ages 16 to 25", "50 and over". */
    text = g_strdup_printf (dolen_text (language, "Not for their age: %s"), ages);
  else if (verdict == DOLEN_VERDICT_YES)
    /* Translators: %s says for which: "Ages 16 to 25", "50 and over". */
    text = g_strdup_printf (dolen_text (language, "For their age: %s"), ages);
  else
    /* Translators: the person's age is not known; %s says for which: "Ages 16 to 25". */
    text = g_strdup_printf (dolen_text (language, "How old are they? It is for: %s"), ages);
  dolen_reason_add (writer, DOLEN_CRITERION_AGE, verdict, text, g_strdup (ages), NULL);
}

static void
append_audience (GString *list, const char *word)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", word);
}

/* A tag that says it is for people with a need of their own (DolenLook.of_others). */
static gboolean
is_for_others (DolenFactTag tag, guint marks)
{
  return !dolen_fact_tag_is_no (tag)
         && ((marks & DOLEN_MARK_DELICATE)
             || ((marks & DOLEN_MARK_OF_OTHERS)
                 && (dolen_fact_tag_is_strong (tag) || (tag & DOLEN_FACT_FOR_WHOM))));
}

/* For whom it says it is: "men", "parents with children; carers". */
static char *
say_audience (const DolenReasonWriter *writer)
{
  const DolenEligibilityFact *fact = &writer->facts->eligible[writer->i];
  DolenLanguage language = writer->language;
  const DolenFacts *facts = writer->facts;
  GString *list = g_string_new (NULL);

  if (fact->gender == DOLEN_GENDER_FEMALE)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "women"));
  if (fact->gender == DOLEN_GENDER_MALE)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "men"));
  if (fact->audience & DOLEN_AUDIENCE_PARENTS)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "parents with their children"));
  else if (fact->audience & DOLEN_AUDIENCE_CHILDREN)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "children and young people"));
  if (fact->audience & DOLEN_AUDIENCE_CARERS)
    /* Translators: whom a group is for, in a list behind a colon: people who care for somebody */
    append_audience (list, dolen_text (language, "carers"));
  if (fact->audience & DOLEN_AUDIENCE_VETERANS)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "veterans of the armed forces"));
  if (fact->audience & DOLEN_AUDIENCE_LGBTQ)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "LGBTQ+ people"));
  if (fact->audience & DOLEN_AUDIENCE_DISABLED)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "disabled people"));
  if (fact->audience & DOLEN_AUDIENCE_OLDER)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "older people"));
  if (fact->audience & DOLEN_AUDIENCE_REFUGEES)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "refugees and people seeking asylum"));
  if (fact->audience & DOLEN_AUDIENCE_STUDENTS)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "students"));
  if (fact->audience & DOLEN_AUDIENCE_FARMERS)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "farming families"));
  if (fact->audience & DOLEN_AUDIENCE_MINORITIES)
    /* Translators: whom a group is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "people of ethnic minorities"));
  if (fact->audience & DOLEN_AUDIENCE_PROFESSIONALS)
    /* Translators: whom a service is for, in a list behind a colon */
    append_audience (list, dolen_text (language, "groups and professionals"));
  for (guint32 t = facts->first_tag[writer->i];
       writer->verdicts->look.of_others && t < facts->first_tag[writer->i + 1];
       t++) {
    guint marks = writer->query->terms[dolen_fact_tag_number (facts->tags[t])].marks;

    if (is_for_others (facts->tags[t], marks))
      append_audience (list,
                       dolen_reason_label (writer, dolen_facts_tag_term (facts, facts->tags[t])));
  }
  return g_string_free (list, FALSE);
}

/* Where the area that it serves is known not to hold them, that alone says enough. */
static void
add_other_area (DolenReasonWriter *writer)
{
  guint area = writer->facts->area[writer->i];
  g_auto (GStrv) names = g_strsplit (g_ptr_array_index (writer->facts->areas, area - 1), "\n", -1);
  g_autofree char *list = g_strjoinv ("; ", names);

  dolen_reason_add (
      writer,
      DOLEN_CRITERION_ELIGIBILITY,
      DOLEN_VERDICT_NO,
      /* Translators: %s is the area that a service serves, such as "Carmarthenshire". */
      g_strdup_printf (dolen_text (writer->language, "It serves another area: %s"), list),
      g_strdup (list),
      NULL);
}

void
dolen_reason_eligibility (DolenReasonWriter *writer)
{
  DolenLanguage language = writer->language;
  DolenVerdict verdict = VERDICT (writer, ELIGIBILITY);
  g_autofree char *audience = NULL;
  char *text;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  if (dolen_query_is_elsewhere (writer->query, writer->i)) {
    add_other_area (writer);
    return;
  }
  audience = say_audience (writer);
  if (verdict == DOLEN_VERDICT_NO)
    /* Translators: %s is a list such as "women", "carers". */
    text = g_strdup_printf (dolen_text (language, "It is for others: %s"), audience);
  else if (verdict == DOLEN_VERDICT_YES)
    /* Translators: %s is a list such as "women", "carers". */
    text = g_strdup_printf (dolen_text (language, "It is for people like them: %s"), audience);
  else
    /* Translators: it is not known whether the person is one of these; %s is a list such as
     * "women", "carers". */
    text = g_strdup_printf (dolen_text (language, "Is that them? It is for: %s"), audience);
  dolen_reason_add (writer, DOLEN_CRITERION_ELIGIBILITY, verdict, text, g_strdup (audience), NULL);
}

char *
dolen_reason_say_far (const DolenReasonWriter *writer)
{
  const DolenLook *look = &writer->verdicts->look;
  g_autofree char *district = NULL;

  if (isnan (look->km))
    return NULL;
  if (look->in_district && writer->service != NULL)
    district = dolen_service_district (writer->service, &writer->query->profile->position);
  return dolen_distance_in_district (
      writer->language, writer->unit, (double) look->km, (double) look->precision_km, district);
}

static char *
say_distance (const DolenReasonWriter *writer, DolenVerdict verdict, const char *distance)
{
  DolenLanguage language = writer->language;
  guint attending = writer->facts->attending[writer->i];

  if (verdict == DOLEN_VERDICT_NO)
    /* Translators: %s is a distance such as "12 miles". */
    return g_strdup_printf (
        dolen_text (language, "Farther than they can go: %s in a straight line"), distance);
  if (verdict == DOLEN_VERDICT_UNKNOWN && (attending & DOLEN_ATTENDING_HOME_VISIT))
    return g_strdup (dolen_text (language, "They visit at home; how far they come is not known"));
  if (verdict == DOLEN_VERDICT_UNKNOWN && writer->query->profile->max_km < 0)
    /* Translators: nobody said how far they can go; %s is a distance such as "140 miles". */
    return g_strdup_printf (
        dolen_text (language, "A long way: %s in a straight line. Would they go that far?"),
        distance);
  if (distance[0] != '\0' && writer->verdicts->look.in_district)
    return dolen_reason_say_roughly (writer, distance);
  if (distance[0] != '\0')
    /* Translators: %s is a distance such as "12 miles" or "about 10 miles". */
    return g_strdup_printf (dolen_text (language, "Distance: %s in a straight line"), distance);
  if (verdict == DOLEN_VERDICT_YES)
    return g_strdup (dolen_text (language, "No journey: by telephone or online"));
  return dolen_reason_say_no_place (writer);
}

char *
dolen_reason_say_roughly (const DolenReasonWriter *writer, const char *distance)
{
  /* Translators: %s is "somewhere in SY23" or "about 30 miles, somewhere in SA43". */
  return g_strdup_printf (
      dolen_text (writer->language, "Where exactly it is held is not known: %s"), distance);
}

char *
dolen_reason_say_no_place (const DolenReasonWriter *writer)
{
  if (!writer->query->has_position)
    /* Translators: no place or postcode of the person is known. */
    return g_strdup (dolen_text (writer->language, "Where they live is not known"));
  return g_strdup (dolen_text (writer->language, "Where it is held is not known"));
}

void
dolen_reason_distance (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, DISTANCE);
  g_autofree char *distance = NULL;
  char *question = NULL;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  /* How they get there says it already (dolen_reason_travel()). */
  if (verdict == DOLEN_VERDICT_YES && VERDICT (writer, TRAVEL) != DOLEN_VERDICT_NONE)
    return;
  distance = dolen_reason_say_far (writer);
  if (distance == NULL)
    distance = g_strdup ("");
  /* How far they would go, where nobody has said, is for the person to say, not for the group. */
  if (verdict == DOLEN_VERDICT_UNKNOWN && writer->query->profile->max_km >= 0)
    question = g_strdup (writer->facts->attending[writer->i] & DOLEN_ATTENDING_HOME_VISIT
                             /* Translators: to ask a group that visits people at home. */
                             ? dolen_text (writer->language, "Do you come as far as this?")
                             /* Translators: to ask a group. */
                             : dolen_text (writer->language, "Where exactly do you meet?"));
  dolen_reason_add (writer,
                    DOLEN_CRITERION_DISTANCE,
                    verdict,
                    say_distance (writer, verdict, distance),
                    distance[0] != '\0' ? g_strdup (distance) : NULL,
                    question);
}

/* Only what the languages wished for say; barriers of language are told with the barriers. */
void
dolen_reason_language (DolenReasonWriter *writer)
{
  const DolenQuery *query = writer->query;
  guint64 offered = writer->facts->languages[writer->i];
  DolenLanguage language = writer->language;
  g_autofree char *wished = NULL;

  if (!query->asks_language)
    return;
  wished = dolen_sentence_language (language, query->profile->languages[0], NULL);
  if (dolen_query_cannot_ring (query, writer->i))
    dolen_reason_add (
        writer,
        DOLEN_CRITERION_LANGUAGE,
        DOLEN_VERDICT_NO,
        /* Translators: of a group; %s is the person's language: "British Sign Language". */
        g_strdup_printf (dolen_text (language, "By telephone only, and their language is: %s"),
                         wished),
        g_strdup (wished),
        NULL);
  else if (offered & query->first_language)
    dolen_reason_add (
        writer,
        DOLEN_CRITERION_LANGUAGE,
        DOLEN_VERDICT_YES,
        /* Translators: %s is a language, such as "Welsh". */
        g_strdup_printf (dolen_text (language, "Their language is spoken: %s"), wished),
        g_strdup (wished),
        NULL);
  else
    dolen_reason_add (
        writer,
        DOLEN_CRITERION_LANGUAGE,
        offered & query->other_languages ? DOLEN_VERDICT_HELPED : DOLEN_VERDICT_UNKNOWN,
        /* Translators: %s is a language, such as "Welsh". */
        g_strdup_printf (dolen_text (language, "Not known whether their language is spoken: %s"),
                         wished),
        g_strdup (wished),
        /* Translators: to ask a group; %s is a language, such as "Welsh". */
        g_strdup_printf (dolen_text (language, "Does somebody speak this: %s?"), wished));
}

/* The fact as a report, so that its sentence is the same as everywhere. */
static char *
say_capacity (const DolenReasonWriter *writer)
{
  const DolenFacts *facts = writer->facts;
  const DolenCapacityFact *fact = &facts->capacity[writer->i];
  g_autoptr (DolenCapacity) report = NULL;

  if (fact->status == DOLEN_CAPACITY_UNKNOWN)
    return dolen_sentence_capacity (writer->language, NULL, facts->today);
  report = dolen_capacity_new ();
  report->status = (DolenCapacityStatus) fact->status;
  report->places_free = fact->places;
  report->wait_weeks_from = fact->wait_from;
  report->wait_weeks_to = fact->wait_to;
  report->source = (DolenToldBy) fact->source;
  if (fact->age >= 0)
    report->as_of = dolen_date_add_days (facts->today, -fact->age);
  if (fact->returns_after >= 0)
    report->returns_on = dolen_date_add_days (facts->today, fact->returns_after);
  return dolen_sentence_capacity (writer->language, report, facts->today);
}

/* How many we sent there since the places were told: each may have taken one. Takes @text. */
static char *
add_sent (const DolenReasonWriter *writer, char *text)
{
  const DolenServiceDetail *detail = dolen_query_detail (writer->query, writer->i);
  g_autofree char *said = text;
  g_autofree char *sent = NULL;

  if (detail == NULL || detail->sent <= 0)
    return g_steal_pointer (&said);
  sent = g_strdup_printf (
      /* Translators: %d people were referred there by us since the places were told. */
      dolen_ntext (writer->language,
                   "Since then we have sent %d person",
                   "Since then we have sent %d people",
                   (gulong) detail->sent),
      detail->sent);
  return g_strdup_printf ("%s. %s", said, sent);
}

void
dolen_reason_capacity (DolenReasonWriter *writer)
{
  DolenLanguage language = writer->language;
  DolenVerdict verdict = VERDICT (writer, CAPACITY);
  g_autofree char *places = say_capacity (writer);
  char *text;
  char *question = NULL;

  if (verdict == DOLEN_VERDICT_NO || dolen_query_waits_too_long (writer->query, writer->verdicts))
    /* Translators: %s says how it stands with places: "waiting list, 20 weeks (told ...)". */
    text = g_strdup_printf (
        dolen_text (language, "The wait is longer than they can wait. Places: %s"), places);
  else if (verdict == DOLEN_VERDICT_UNKNOWN && !writer->verdicts->waits)
    /* Translators: ring the group before anything; %s says what is known: "not known". */
    text = g_strdup_printf (dolen_text (language, "Ring first: are there places? Places: %s"),
                            places);
  else
    /* Translators: %s says how it stands with places: "4 places (told 3 days ago, by telephone)".
     */
    text = g_strdup_printf (dolen_text (language, "Places: %s"), places);
  text = add_sent (writer, text);
  if (verdict == DOLEN_VERDICT_UNKNOWN && writer->verdicts->waits)
    /* Translators: to ask a group. */
    question = g_strdup (dolen_text (language, "How long is the wait now?"));
  else if (verdict == DOLEN_VERDICT_UNKNOWN)
    /* Translators: to ask a group. */
    question = g_strdup (dolen_text (language, "Are there places?"));
  dolen_reason_add (writer, DOLEN_CRITERION_CAPACITY, verdict, text, g_strdup (places), question);
}

/* What it costs, as the directory has it; NULL where nothing is known. */
static char *
say_cost (const DolenReasonWriter *writer)
{
  int pence = writer->facts->pence[writer->i];
  char *text = NULL;

  if (writer->service != NULL)
    text = dolen_sentence_costs (writer->language, writer->service->costs, writer->service->fees);
  if (text != NULL && text[0] != '\0')
    return text;
  g_free (text);
  if (pence > 0)
    return dolen_sentence_money (pence, "GBP");
  /* Translators: it costs nothing; stands behind "Cost:". */
  return pence == 0 ? g_strdup (dolen_text (writer->language, "free")) : NULL;
}

/* What judge_price() in dolen-criteria.c says of a price above the limit. */
static DolenVerdict
verdict_of_too_much (const DolenReasonWriter *writer)
{
  if (writer->verdicts->look.marks_yes & DOLEN_MARK_CHEAPER)
    return DOLEN_VERDICT_HELPED;
  return writer->verdicts->look.marks_no & DOLEN_MARK_CHEAPER ? DOLEN_VERDICT_NO
                                                              : DOLEN_VERDICT_UNKNOWN;
}

/* Only what the limit says; the barrier of cost is told with the barriers. */
void
dolen_reason_cost (DolenReasonWriter *writer)
{
  gint64 limit = writer->query->profile->max_pence;
  int pence = writer->facts->pence[writer->i];
  DolenLanguage language = writer->language;
  g_autofree char *cost = say_cost (writer);
  DolenVerdict verdict;
  char *question = NULL;
  char *text;

  if (limit < 0)
    return;
  if (pence == DOLEN_PENCE_AS_THEY_LIKE || (pence >= 0 && pence <= limit))
    verdict = DOLEN_VERDICT_YES;
  else if (pence < 0)
    verdict = DOLEN_VERDICT_UNKNOWN;
  else
    verdict = verdict_of_too_much (writer);
  if (pence == DOLEN_PENCE_AS_THEY_LIKE)
    /* Translators: of people who cannot pay; %s is what a group says of its price, "Donation". */
    text = g_strdup_printf (dolen_text (language, "They may give what they like. Cost: %s"),
                            cost != NULL ? cost : "–");
  else if (cost == NULL)
    text = g_strdup (dolen_text (language, "What it costs is not known"));
  else if (pence < 0)
    /* Translators: a price in words; %s is "It depends". */
    text = g_strdup_printf (dolen_text (language, "What they would pay is not known. Cost: %s"),
                            cost);
  else if (verdict == DOLEN_VERDICT_HELPED)
    /* Translators: %s is a price, "£3 (members)". */
    text = g_strdup_printf (
        dolen_text (language, "More than they can pay, but the group lets people off. Cost: %s"),
        cost);
  else if (verdict != DOLEN_VERDICT_YES)
    /* Translators: %s is a price, "£3 (members)". */
    text = g_strdup_printf (dolen_text (language, "More than they can pay. Cost: %s"), cost);
  else
    /* Translators: %s is a price, "£3 (members)", or "free". */
    text = g_strdup_printf (dolen_text (language, "Cost: %s"), cost);
  if (verdict == DOLEN_VERDICT_UNKNOWN)
    question = g_strdup (pence < 0
                             /* Translators: to ask a group. */
                             ? dolen_text (language, "What does it cost?")
                             /* Translators: to ask a group. */
                             : dolen_text (language, "Can the price be waived or paid for?"));
  dolen_reason_add (
      writer, DOLEN_CRITERION_COST, verdict, text, cost != NULL ? g_strdup (cost) : NULL, question);
}

void
dolen_reason_days (DolenReasonWriter *writer)
{
  DolenLanguage language = writer->language;
  DolenVerdict verdict = VERDICT (writer, DAYS);
  g_autofree char *when = NULL;
  char *question = NULL;
  char *text;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  if (writer->service != NULL)
    when = dolen_sentence_when (language, writer->service->schedules, writer->facts->today);
  if (verdict == DOLEN_VERDICT_UNKNOWN && writer->facts->days[writer->i] != 0)
    text = g_strdup (dolen_text (
        language, "Not on when they are free, but a call or a visit is arranged with them"));
  else if (verdict == DOLEN_VERDICT_UNKNOWN)
    text = g_strdup (dolen_text (language, "On which days it is held is not known"));
  else if (verdict == DOLEN_VERDICT_NO)
    /* Translators: %s says when, "Tuesdays 10:00–12:00". */
    text = g_strdup_printf (dolen_text (language, "Not on a day they can come. When: %s"),
                            when != NULL ? when : "–");
  else if (when == NULL || when[0] == '\0')
    text = g_strdup (dolen_text (language, "On a day they can come"));
  else
    /* Translators: %s says when, "Tuesdays 10:00–12:00". */
    text = g_strdup_printf (dolen_text (language, "On a day they can come. When: %s"), when);
  if (verdict == DOLEN_VERDICT_UNKNOWN)
    question = g_strdup (writer->facts->days[writer->i] != 0
                             /* Translators: to ask a group. */
                             ? dolen_text (language, "Can another time be arranged?")
                             /* Translators: to ask a group. */
                             : dolen_text (language, "On which days do you meet?"));
  dolen_reason_add (writer,
                    DOLEN_CRITERION_DAYS,
                    verdict,
                    text,
                    when != NULL && when[0] != '\0' ? g_strdup (when) : NULL,
                    question);
}
