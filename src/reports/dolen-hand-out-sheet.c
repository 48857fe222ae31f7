/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-hand-out-sheet.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "base/dolen-working-days.h"
#include "directory/dolen-next-session.h"
#include "language/dolen-calendar.h"
#include "place/dolen-distance.h"
#include "place/dolen-gazetteer.h"
#include "reports/dolen-hand-out-private.h"
#include "reports/dolen-scheme-footer.h"

#include <math.h>

#define MOST_DATES 3
#define SATURDAY 6

/* What is being written, in one language. */
typedef struct {
  DolenSheet *sheet;
  DolenLanguage language;
  const DolenHandOutChoices *choices;
  const DolenHandOutFrame *frame;
  guint n_groups;
} Writing;

static void
add (const Writing *to, DolenSheetKind kind, const char *label, const char *words)
{
  dolen_sheet_add (to->sheet, kind, to->language, label, words);
}

/* ---- when ---- */

/* "Tuesday 5 May 2026, 10:00–12:00". */
static char *
say_session (const DolenSessionDay *day, DolenLanguage language)
{
  g_autofree char *date = dolen_format_date_as (language, day->date, DOLEN_DATE_FULL);
  g_autofree char *times
      = dolen_format_times (language, day->schedule->opens_at, day->schedule->closes_at);
  g_autofree char *both
      = *times != '\0' ? g_strdup_printf ("%s, %s", date, times) : g_strdup (date);

  if (dolen_date_weekday (day->date) >= SATURDAY
      || dolen_date_is_working_day (day->date, dolen_nation_current ()))
    return g_steal_pointer (&both);
  /* Translators: on a hand-out: a date and hours (masc. diwrnod, dyddiad). */
  return g_strdup_printf (dolen_text (language, "%s (a bank holiday: ring first)"), both);
}

static void
add_dates (const Writing *to, const DolenService *service)
{
  g_autoptr (GPtrArray) days = dolen_service_next_sessions (service, to->frame->today, MOST_DATES);

  if (days->len == 0)
    return;
  /* Translators: on a hand-out, over up to three dates (dyddiad, masc.). */
  add (to, DOLEN_SHEET_LABEL, NULL, dolen_text (to->language, "The next dates:"));
  for (guint i = 0; i < days->len; i++) {
    g_autofree char *day = say_session (g_ptr_array_index (days, i), to->language);

    add (to, DOLEN_SHEET_ITEM, NULL, day);
  }
}

/* ---- getting there ---- */

static gboolean
has_tag (const DolenService *service, const char *code, gboolean value)
{
  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTag *tag = g_ptr_array_index (service->tags, i);

    if (tag->kind == DOLEN_TAG_ENABLER && tag->state != DOLEN_TAG_REJECTED && tag->value == value
        && g_strcmp0 (tag->code, code) == 0)
      return TRUE;
  }
  return FALSE;
}

static char *
list_enablers (const Writing *to, const DolenService *service, gboolean value)
{
  /* What helps somebody who sets out for a place they do not know. */
  static const char *const codes[]
      = { "bus-route",  "minibus",      "door-to-door",      "lift-sharing",    "volunteer-driver",
          "fares-paid", "parking",      "blue-badge",        "met-at-the-door", "step-free",
          "level-path", "lift",         "accessible-toilet", "changing-place",  "toilet-near",
          "seating",    "hearing-loop", "quiet-space",       "wheelchair-loan" };
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  GString *list = g_string_new (NULL);

  for (gsize i = 0; vocabulary != NULL && i < G_N_ELEMENTS (codes); i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_ENABLER, codes[i]);

    if (term == NULL || !has_tag (service, codes[i], value))
      continue;
    if (list->len > 0)
      g_string_append (list, "; ");
    g_string_append (list, dolen_term_label (term, to->language));
  }
  return g_string_free (list, FALSE);
}

static void
add_helps (const Writing *to, const DolenService *service)
{
  g_autofree char *there = list_enablers (to, service, TRUE);
  g_autofree char *missing = list_enablers (to, service, FALSE);

  /* Translators: on a hand-out: "Step-free access; Parking" follows. */
  add (to, DOLEN_SHEET_LINE, dolen_text (to->language, "There is:"), there);
  /* Translators: on a hand-out: what the place does not have follows: "Step-free access". */
  add (to, DOLEN_SHEET_LINE, dolen_text (to->language, "There is not:"), missing);
}

const DolenVenue *
dolen_hand_out_may_map (const DolenService *service)
{
  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, i);
    gboolean to_the_street = venue->origin == DOLEN_POSITION_FEED
                             || venue->origin == DOLEN_POSITION_PERSON
                             || venue->origin == DOLEN_POSITION_POSTCODE_UNIT;

    if (venue->kind == DOLEN_VENUE_PHYSICAL && !venue->hide_address && !venue->no_map
        && to_the_street && !isnan (venue->latitude) && !isnan (venue->longitude))
      return venue;
  }
  return NULL;
}

static void
add_map (const Writing *to, const DolenService *service)
{
  const DolenVenue *venue = to->choices->map ? dolen_hand_out_may_map (service) : NULL;
  g_autofree DolenSheetMap *map = g_new0 (DolenSheetMap, 1);
  g_autofree char *words = NULL;
  g_autofree char *way = NULL;

  if (venue == NULL
      || !dolen_position_set (&map->place, venue->latitude, venue->longitude, 0, venue->origin))
    return;
  map->home = to->frame->home;
  map->unit = to->frame->unit;
  map->place_name = g_strdup (dolen_bilingual_get (&venue->name, to->language));
  if (*map->place_name == '\0') {
    g_free (map->place_name);
    map->place_name = g_strdup (dolen_bilingual_get (&service->name, to->language));
  }
  if (dolen_position_is_known (&map->home)) {
    /* Translators: on a small map: the person's own home (cartref). */
    map->home_name = g_strdup (map->home.precision_km <= DOLEN_SHEET_POINT_KM
                                   ? dolen_text (to->language, "Home")
                                   /* Translators: the same, where only the area is known. */
                                   : dolen_text (to->language, "Home, about here"));
    way = dolen_distance_text (to->language,
                               map->unit,
                               dolen_distance_km (&map->home, &map->place),
                               map->home.precision_km + map->place.precision_km);
    /* Translators: what a small map shows: a distance follows ("3 miles"). */
    words = g_strdup_printf (dolen_text (to->language, "From home, in a straight line: %s"), way);
  }
  dolen_sheet_add_map (to->sheet, to->language, g_steal_pointer (&map), words);
}

/* ---- lists ---- */

static void
add_list (const Writing *to, const char *label, char *const *items)
{
  if (items == NULL || items[0] == NULL)
    return;
  add (to, DOLEN_SHEET_LABEL, NULL, label);
  for (gsize i = 0; items[i] != NULL; i++)
    add (to, DOLEN_SHEET_ITEM, NULL, items[i]);
}

/* ---- a group ---- */

static void
add_open_group (const Writing *to, const DolenHandOutGroup *group)
{
  const DolenService *service = group->service;

  add (to,
       to->n_groups > 1 ? DOLEN_SHEET_HEADING : DOLEN_SHEET_TITLE,
       NULL,
       dolen_bilingual_get (&service->name, to->language));
  if (group->organisation != NULL)
    add (
        to, DOLEN_SHEET_LINE, NULL, dolen_bilingual_get (&group->organisation->name, to->language));
  add (to, DOLEN_SHEET_GAP, NULL, NULL);
  dolen_hand_out_add_eligibility (to->sheet, service, to->language);
  dolen_hand_out_add_facts (to->sheet, service, to->language, to->frame->today);
  add_helps (to, service);
  add_dates (to, service);
  add (to, DOLEN_SHEET_GAP, NULL, NULL);
  dolen_hand_out_add_ways (to->sheet, service, to->language);
  if (to->choices->why)
    /* Translators: on a hand-out, over sentences: why this group was chosen with them. */
    add_list (to, dolen_text (to->language, "Why we thought of it:"), group->why[to->language]);
  if (to->choices->ask)
    /* Translators: on a hand-out, over questions that the person can ask the group. */
    add_list (to, dolen_text (to->language, "What to ask first:"), group->ask[to->language]);
  add_map (to, service);
  add (to, DOLEN_SHEET_GAP, NULL, NULL);
  dolen_hand_out_add_age (to->sheet, service, to->language, to->frame->today);
}

/* The name where it says nothing; else what only the two of them know. @nth: among several, from
 * one; 0 alone. */
static char *
dup_discreet_name (const Writing *to, const DolenService *service, guint nth)
{
  const char *name = dolen_safe_paper_name (to->frame->safe, service, to->language);

  if (name != NULL)
    return g_strdup (name);
  if (nth == 0)
    /* Translators: stands for the name of a group that shall not be read at home (y lle). */
    return g_strdup (dolen_text (to->language, "The place we spoke about"));
  /* Translators: the same where there are several: a number follows. */
  return g_strdup_printf (dolen_text (to->language, "The place we spoke about (%u)"), nth);
}

static char *
dup_scheme_phone (const DolenHandOutFrame *frame)
{
  const char *given = frame->scheme != NULL ? frame->scheme->phone : NULL;
  g_autofree char *canonical = given != NULL ? dolen_text_phone (given) : NULL;

  return canonical != NULL ? dolen_text_phone_display (canonical) : g_strdup (given);
}

static void
add_discreet_group (const Writing *to, const DolenHandOutGroup *group, guint nth)
{
  g_autofree char *name = dup_discreet_name (to, group->service, nth);
  g_autofree char *phone = dolen_hand_out_dup_phone (group->service);

  add (to, DOLEN_SHEET_HEADING, NULL, name);
  add_dates (to, group->service);
  add (to, DOLEN_SHEET_LINE, dolen_text (to->language, "Telephone:"), phone);
}

/* ---- the card ---- */

static void
append_line (GString *lines, const char *label, const char *words)
{
  if (!dolen_text_is_empty (words))
    g_string_append_printf (lines, "%s%s %s", lines->len > 0 ? "\n" : "", label, words);
}

/* They know where they live; a card that is lost need not. */
static char *
dup_card_place (const Writing *to, const DolenHandOutGroup *group)
{
  const DolenAppointment *appointment = group->appointment;

  if (appointment->kind == DOLEN_APPOINTMENT_HOME_VISIT
      || !dolen_appointment_goes_out (appointment->kind))
    return NULL;
  if (!dolen_text_is_empty (appointment->place))
    return g_strdup (appointment->place);
  return group->service->venues->len > 0 ? dolen_hand_out_dup_where (
             g_ptr_array_index (group->service->venues, 0), to->language)
                                         : NULL;
}

static void
add_card (const Writing *to, const DolenHandOutGroup *group)
{
  const DolenAppointment *appointment = group->appointment;
  DolenLanguage language = to->language;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *day = dolen_format_date_as (language, appointment->on, DOLEN_DATE_FULL);
  g_autofree char *where = NULL;
  g_autofree char *phone = dup_scheme_phone (to->frame);

  append_line (lines, dolen_text (language, "When:"), day);
  append_line (lines, dolen_text (language, "Time:"), appointment->at);
  if (!to->choices->discreet) {
    where = dup_card_place (to, group);
    append_line (lines, dolen_text (language, "Where:"), where);
    append_line (lines,
                 appointment->kind == DOLEN_APPOINTMENT_ACCOMPANY
                     /* Translators: on an appointment card: a worker's name follows. */
                     ? dolen_text (language, "Who goes along with you:")
                     : dolen_text (language, "With:"),
                 appointment->worker != NULL ? appointment->worker : to->frame->worker);
  }
  append_line (lines, dolen_text (language, "Telephone:"), phone);
  add (to,
       DOLEN_SHEET_CARD,
       /* Translators: heading of a card that somebody keeps. */
       to->choices->discreet ? dolen_text (language, "Appointment")
                             : dolen_text (language, "Your appointment"),
       lines->str);
}

/* ---- the whole ---- */

static void
add_title (const Writing *to)
{
  if (to->choices->discreet)
    /* Translators: title of a paper whose title shall say nothing. */
    add (to, DOLEN_SHEET_TITLE, NULL, dolen_text (to->language, "To remember"));
  else if (to->n_groups > 1)
    /* Translators: title of a hand-out about several groups, clubs, advice. */
    add (to, DOLEN_SHEET_TITLE, NULL, dolen_text (to->language, "Places to try"));
}

static void
add_foot (const Writing *to)
{
  g_autofree char *footer = NULL;

  if (to->choices->discreet)
    return;
  footer = dolen_scheme_footer (to->frame->scheme, to->language);
  dolen_hand_out_add_footer (to->sheet, to->language, footer);
}

static void
write_all (const Writing *to, const DolenHandOutGroup *groups)
{
  add_title (to);
  for (guint i = 0; i < to->n_groups; i++) {
    if (to->choices->discreet)
      add_discreet_group (to, &groups[i], to->n_groups > 1 ? i + 1 : 0);
    else
      add_open_group (to, &groups[i]);
  }
  for (guint i = 0; i < to->n_groups; i++)
    if (to->choices->cards && groups[i].appointment != NULL)
      add_card (to, &groups[i]);
  add_foot (to);
}

DolenSheet *
dolen_hand_out_sheet_new (const DolenHandOutGroup *groups,
                          guint n,
                          const DolenHandOutChoices *choices,
                          const DolenHandOutFrame *frame)
{
  DolenSheet *sheet = dolen_sheet_new ();
  Writing to = { sheet, choices->language, choices, frame, n };

  g_return_val_if_fail (n > 0 && frame->safe != NULL && frame->today != NULL, sheet);

  write_all (&to, groups);
  if (choices->both) {
    add (&to, DOLEN_SHEET_PAGE, NULL, NULL);
    to.language = dolen_language_other (choices->language);
    write_all (&to, groups);
  }
  return sheet;
}

/* ---- a reminder ---- */

static void
append_part (GString *text, const char *between, const char *words)
{
  if (!dolen_text_is_empty (words))
    g_string_append_printf (text, "%s%s", between, words);
}

static char *
dup_town (const DolenService *service, DolenLanguage language)
{
  const DolenVenue *venue
      = service->venues->len > 0 ? g_ptr_array_index (service->venues, 0) : NULL;

  return venue != NULL ? g_strdup (dolen_town_name (venue->city, language)) : NULL;
}

char *
dolen_hand_out_reminder (const DolenHandOutGroup *group,
                         const DolenHandOutChoices *choices,
                         const DolenHandOutFrame *frame)
{
  const Writing to = { NULL, choices->language, choices, frame, 1 };
  g_autoptr (GPtrArray) days = dolen_service_next_sessions (group->service, frame->today, 1);
  const DolenSessionDay *next = days->len > 0 ? g_ptr_array_index (days, 0) : NULL;
  const char *on = group->appointment != NULL ? group->appointment->on
                   : next != NULL             ? next->date
                                              : NULL;
  g_autofree char *day = dolen_format_date_as (choices->language, on, DOLEN_DATE_WEEKDAY);
  g_autofree char *name
      = choices->discreet
            ? dup_discreet_name (&to, group->service, 0)
            : g_strdup (dolen_bilingual_get (&group->service->name, choices->language));
  g_autofree char *town = choices->discreet ? NULL : dup_town (group->service, choices->language);
  g_autofree char *phone = dolen_hand_out_dup_phone (group->service);
  g_autoptr (GString) text = g_string_new (NULL);

  if (*day == '\0')
    return NULL;
  append_part (text, "", day);
  append_part (
      text, ", ", group->appointment != NULL ? group->appointment->at : next->schedule->opens_at);
  append_part (text, ": ", name);
  append_part (text, ", ", town);
  append_part (text, ". ", phone);
  /* Translators: a text message: "Tue 5 May, 10:00: Lunch Club, Tregaron. 01974 ..." follows. */
  return g_strdup_printf (dolen_text (choices->language, "Reminder: %s"), text->str);
}
