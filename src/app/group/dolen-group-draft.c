/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/group/dolen-group-draft.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "place/dolen-gazetteer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static char **
list_texts (DolenGroupDraft *draft, guint i)
{
  char **texts[] = { &draft->name_en, &draft->name_cy, &draft->description, &draft->organisation,
                     &draft->venue,   &draft->address, &draft->town,        &draft->postcode,
                     &draft->opens,   &draft->closes,  &draft->when,        &draft->contact,
                     &draft->phone,   &draft->email,   &draft->cost };

  return i < G_N_ELEMENTS (texts) ? texts[i] : NULL;
}

DolenGroupDraft *
dolen_group_draft_new (void)
{
  DolenGroupDraft *draft = g_new0 (DolenGroupDraft, 1);
  char **text;

  for (guint i = 0; (text = list_texts (draft, i)) != NULL; i++)
    *text = g_strdup ("");
  draft->places = -1;
  return draft;
}

void
dolen_group_draft_free (DolenGroupDraft *draft)
{
  char **text;

  if (draft == NULL)
    return;
  for (guint i = 0; (text = list_texts (draft, i)) != NULL; i++)
    g_free (*text);
  g_free (draft);
}

char *
dolen_group_time_parse (const char *typed)
{
  g_autofree char *lower = g_ascii_strdown (typed, -1);
  int hour = -1, minute = 0, used = 0;
  const char *rest;

  g_strdelimit (g_strstrip (lower), ".", ':');
  if (sscanf (lower, "%2d%n", &hour, &used) < 1)
    return NULL;
  rest = lower + used;
  if (*rest == ':') {
    if (sscanf (rest, ":%2d%n", &minute, &used) < 1 || used != 3)
      return NULL;
    rest += used;
  }
  while (*rest == ' ')
    rest++;
  if (hour <= 12 && hour > 0 && (g_str_equal (rest, "pm") || g_str_equal (rest, "am"))) {
    hour = hour % 12 + (*rest == 'p' ? 12 : 0);
    rest += 2;
  }
  if (*rest != '\0' || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return NULL;
  return g_strdup_printf ("%02d:%02d", hour, minute);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = dolen_text_clean (text);
  return clean == NULL;
}

static gboolean
is_bad_time (const char *typed)
{
  g_autofree char *time = dolen_group_time_parse (typed);
  return time == NULL && !is_blank (typed);
}

guint
dolen_group_draft_check (const DolenGroupDraft *draft)
{
  g_autofree char *phone = dolen_text_phone (draft->phone);
  g_autofree char *email = dolen_text_email (draft->email);
  DolenPostcode postcode;
  guint problems = 0;

  if (is_blank (draft->name_en) && is_blank (draft->name_cy))
    problems |= DOLEN_GROUP_NO_NAME;
  if (!is_blank (draft->postcode)
      && (!dolen_postcode_parse (draft->postcode, &postcode) || postcode.is_cut))
    problems |= DOLEN_GROUP_BAD_POSTCODE;
  if (is_bad_time (draft->opens))
    problems |= DOLEN_GROUP_BAD_OPENS;
  if (is_bad_time (draft->closes))
    problems |= DOLEN_GROUP_BAD_CLOSES;
  if (phone == NULL && !is_blank (draft->phone))
    problems |= DOLEN_GROUP_BAD_PHONE;
  if (email == NULL && !is_blank (draft->email))
    problems |= DOLEN_GROUP_BAD_EMAIL;
  return problems;
}

gboolean
dolen_group_draft_is_empty (const DolenGroupDraft *draft)
{
  char **text;

  for (guint i = 0; (text = list_texts ((DolenGroupDraft *) draft, i)) != NULL; i++)
    if (!is_blank (*text))
      return FALSE;
  return TRUE;
}

/* ---- the records ---- */

static void
locate (DolenVenue *venue)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const parts[] = { venue->address, venue->city, venue->postcode };
  DolenPosition position;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  if (text->len == 0
      || !dolen_gazetteer_locate_address (
          dolen_gazetteer_get_bundled (), text->str, &position, NULL))
    return;
  venue->latitude = position.latitude;
  venue->longitude = position.longitude;
  venue->origin = position.origin;
}

static void
add_venue (DolenService *service, const DolenGroupDraft *draft)
{
  DolenVenue *venue;
  DolenPostcode postcode;
  g_autofree char *name = dolen_text_clean_line (draft->venue);

  if (name == NULL && is_blank (draft->address) && is_blank (draft->town)
      && is_blank (draft->postcode))
    return;
  venue = dolen_venue_new ();
  dolen_bilingual_set (&venue->name, DOLEN_LANGUAGE_EN, name, DOLEN_TEXT_GIVEN);
  venue->address = dolen_text_clean (draft->address);
  venue->city = dolen_text_clean_line (draft->town);
  if (dolen_postcode_parse (draft->postcode, &postcode))
    venue->postcode = g_strdup (postcode.full);
  locate (venue);
  g_ptr_array_add (service->venues, venue);
  service->attending |= DOLEN_ATTENDING_VENUE;
}

static void
add_schedule (DolenService *service, const DolenGroupDraft *draft, DolenLanguage language)
{
  g_autoptr (GString) days = g_string_new (NULL);
  g_autofree char *words = dolen_text_clean (draft->when);
  DolenSchedule *schedule;

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if ((draft->days & (1u << i)) != 0)
      g_string_append_printf (days, "%s%s", days->len > 0 ? "," : "", weekdays[i]);
  if (days->len == 0 && words == NULL && is_blank (draft->opens) && is_blank (draft->closes))
    return;
  schedule = dolen_schedule_new ();
  if (days->len > 0) {
    schedule->freq = g_strdup ("WEEKLY");
    schedule->interval = MAX (draft->every_weeks, 1);
    schedule->byday = g_strdup (days->str);
  }
  schedule->opens_at = dolen_group_time_parse (draft->opens);
  schedule->closes_at = dolen_group_time_parse (draft->closes);
  dolen_bilingual_set (&schedule->description, language, words, DOLEN_TEXT_CHECKED);
  g_ptr_array_add (service->schedules, schedule);
}

static void
add_contact (DolenService *service, const DolenGroupDraft *draft)
{
  g_autofree char *name = dolen_text_clean_line (draft->contact);
  g_autofree char *phone = dolen_text_phone (draft->phone);
  g_autofree char *email = dolen_text_email (draft->email);
  DolenContact *contact;

  if (name == NULL && phone == NULL && email == NULL)
    return;
  contact = dolen_contact_new ();
  contact->personal = email != NULL && dolen_text_email_is_personal (email);
  contact->name = g_steal_pointer (&name);
  contact->phone = g_steal_pointer (&phone);
  contact->phone_given = dolen_text_clean_line (draft->phone);
  contact->email = g_steal_pointer (&email);
  contact->email_given = dolen_text_clean_line (draft->email);
  contact->permission = draft->permission;
  g_ptr_array_add (service->contacts, contact);
}

static void
add_language (DolenService *service, const char *code)
{
  DolenLanguageOffered *language = dolen_language_offered_new ();

  language->code = g_strdup (code);
  g_ptr_array_add (service->languages, language);
}

static void
add_capacity (DolenService *service, const DolenGroupDraft *draft)
{
  DolenCapacity *capacity;

  if (draft->status == DOLEN_CAPACITY_UNKNOWN)
    return;
  capacity = dolen_capacity_new ();
  capacity->status = draft->status;
  if (draft->status == DOLEN_CAPACITY_PLACES)
    capacity->places_free = draft->places;
  capacity->as_of = dolen_date_today ();
  capacity->source = DOLEN_TOLD_BY_GROUP;
  g_ptr_array_add (service->capacities, capacity);
}

static void
add_cost (DolenService *service, const DolenGroupDraft *draft)
{
  DolenCost *cost;

  service->fees = dolen_text_clean (draft->cost);
  if (!draft->free)
    return;
  cost = dolen_cost_new ();
  cost->pence = 0;
  cost->currency = g_strdup ("GBP");
  g_ptr_array_add (service->costs, cost);
}

DolenService *
dolen_group_draft_to_service (const DolenGroupDraft *draft, DolenLanguage language)
{
  DolenService *service = dolen_service_new ();
  g_autofree char *name_en = dolen_text_clean_line (draft->name_en);
  g_autofree char *name_cy = dolen_text_clean_line (draft->name_cy);
  g_autofree char *description = dolen_text_clean (draft->description);

  dolen_bilingual_load (&service->name, name_en, DOLEN_TEXT_CHECKED, name_cy, DOLEN_TEXT_CHECKED);
  dolen_bilingual_set (&service->description, language, description, DOLEN_TEXT_CHECKED);
  add_venue (service, draft);
  add_schedule (service, draft, language);
  add_contact (service, draft);
  add_cost (service, draft);
  if (draft->in_welsh)
    add_language (service, "cy");
  if (draft->in_english)
    add_language (service, "en");
  add_capacity (service, draft);
  return service;
}
