/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-records.h"

#include "base/dolen-time.h"

#include <math.h>

static GPtrArray *
new_list (gpointer free_func)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_func);
}

DolenRegistration *
dolen_registration_new (void)
{
  return g_new0 (DolenRegistration, 1);
}

void
dolen_registration_free (DolenRegistration *registration)
{
  if (registration == NULL)
    return;
  g_free (registration->scheme);
  g_free (registration->value);
  g_free (registration);
}

DolenContact *
dolen_contact_new (void)
{
  return g_new0 (DolenContact, 1);
}

void
dolen_contact_free (DolenContact *contact)
{
  if (contact == NULL)
    return;
  g_free (contact->uid);
  g_free (contact->name);
  g_free (contact->role);
  g_free (contact->phone);
  g_free (contact->phone_given);
  g_free (contact->email);
  g_free (contact->email_given);
  g_free (contact->note);
  g_free (contact);
}

DolenFunding *
dolen_funding_new (void)
{
  return g_new0 (DolenFunding, 1);
}

void
dolen_funding_free (DolenFunding *funding)
{
  if (funding == NULL)
    return;
  g_free (funding->uid);
  g_free (funding->funder);
  g_free (funding->kind);
  g_free (funding->amount_band);
  g_free (funding->starts_on);
  g_free (funding->ends_on);
  g_free (funding->evidence);
  g_free (funding);
}

DolenAssurance *
dolen_assurance_new (void)
{
  return g_new0 (DolenAssurance, 1);
}

void
dolen_assurance_free (DolenAssurance *assurance)
{
  if (assurance == NULL)
    return;
  g_free (assurance->uid);
  g_free (assurance->what);
  g_free (assurance->seen_on);
  g_free (assurance->expires_on);
  g_free (assurance->evidence);
  g_free (assurance->by);
  g_free (assurance);
}

DolenOrganisation *
dolen_organisation_new (void)
{
  DolenOrganisation *organisation = g_new0 (DolenOrganisation, 1);

  organisation->registrations = new_list (dolen_registration_free);
  organisation->contacts = new_list (dolen_contact_free);
  organisation->funding = new_list (dolen_funding_free);
  organisation->checks = new_list (dolen_assurance_free);
  return organisation;
}

void
dolen_organisation_free (DolenOrganisation *organisation)
{
  if (organisation == NULL)
    return;
  g_free (organisation->uid);
  g_free (organisation->source_uid);
  dolen_bilingual_clear (&organisation->name);
  dolen_bilingual_clear (&organisation->description);
  g_free (organisation->legal_status);
  g_free (organisation->parent_uid);
  g_free (organisation->url);
  g_free (organisation->email);
  g_free (organisation->phone);
  g_ptr_array_unref (organisation->registrations);
  g_ptr_array_unref (organisation->contacts);
  g_ptr_array_unref (organisation->funding);
  g_ptr_array_unref (organisation->checks);
  g_free (organisation);
}

DolenVenue *
dolen_venue_new (void)
{
  DolenVenue *venue = g_new0 (DolenVenue, 1);

  venue->latitude = venue->longitude = NAN;
  venue->accessibility = new_list (g_free);
  return venue;
}

void
dolen_venue_free (DolenVenue *venue)
{
  if (venue == NULL)
    return;
  g_free (venue->uid);
  dolen_bilingual_clear (&venue->name);
  g_free (venue->address);
  g_free (venue->city);
  g_free (venue->county);
  g_free (venue->postcode);
  g_free (venue->country);
  g_free (venue->getting_there);
  g_ptr_array_unref (venue->accessibility);
  g_free (venue);
}

DolenSchedule *
dolen_schedule_new (void)
{
  return g_new0 (DolenSchedule, 1);
}

void
dolen_schedule_free (DolenSchedule *schedule)
{
  if (schedule == NULL)
    return;
  g_free (schedule->uid);
  g_free (schedule->venue_uid);
  g_free (schedule->freq);
  g_free (schedule->byday);
  g_free (schedule->bymonthday);
  g_free (schedule->dtstart);
  g_free (schedule->until);
  g_free (schedule->opens_at);
  g_free (schedule->closes_at);
  g_free (schedule->valid_from);
  g_free (schedule->valid_to);
  dolen_bilingual_clear (&schedule->description);
  g_free (schedule);
}

DolenCost *
dolen_cost_new (void)
{
  DolenCost *cost = g_new0 (DolenCost, 1);

  cost->pence = -1;
  return cost;
}

void
dolen_cost_free (DolenCost *cost)
{
  if (cost == NULL)
    return;
  g_free (cost->uid);
  g_free (cost->option);
  g_free (cost->currency);
  g_free (cost->amount_given);
  g_free (cost->description);
  g_free (cost->valid_from);
  g_free (cost->valid_to);
  g_free (cost);
}

DolenLanguageOffered *
dolen_language_offered_new (void)
{
  return g_new0 (DolenLanguageOffered, 1);
}

void
dolen_language_offered_free (DolenLanguageOffered *language)
{
  if (language == NULL)
    return;
  g_free (language->code);
  g_free (language->name);
  g_free (language->note);
  g_free (language);
}

DolenTag *
dolen_tag_new (void)
{
  DolenTag *tag = g_new0 (DolenTag, 1);

  tag->value = TRUE;
  return tag;
}

void
dolen_tag_free (DolenTag *tag)
{
  if (tag == NULL)
    return;
  g_free (tag->scheme);
  g_free (tag->code);
  g_free (tag->words);
  g_free (tag);
}

DolenCapacity *
dolen_capacity_new (void)
{
  DolenCapacity *capacity = g_new0 (DolenCapacity, 1);

  capacity->places_free = capacity->places_total = -1;
  capacity->wait_weeks_from = capacity->wait_weeks_to = -1;
  return capacity;
}

void
dolen_capacity_free (DolenCapacity *capacity)
{
  if (capacity == NULL)
    return;
  g_free (capacity->uid);
  g_free (capacity->returns_on);
  g_free (capacity->note);
  g_free (capacity->as_of);
  g_free (capacity->told_by);
  g_free (capacity);
}

DolenConfirmation *
dolen_confirmation_new (void)
{
  return g_new0 (DolenConfirmation, 1);
}

void
dolen_confirmation_free (DolenConfirmation *confirmation)
{
  if (confirmation == NULL)
    return;
  g_free (confirmation->uid);
  g_free (confirmation->on);
  g_free (confirmation->asked);
  g_free (confirmation->confirmed);
  g_free (confirmation->by);
  g_free (confirmation->note);
  g_free (confirmation->next_try_on);
  g_free (confirmation);
}

DolenService *
dolen_service_new (void)
{
  DolenService *service = g_new0 (DolenService, 1);

  service->minimum_age = service->maximum_age = -1;
  service->venues = new_list (dolen_venue_free);
  service->schedules = new_list (dolen_schedule_free);
  service->contacts = new_list (dolen_contact_free);
  service->costs = new_list (dolen_cost_free);
  service->languages = new_list (dolen_language_offered_free);
  service->tags = new_list (dolen_tag_free);
  service->capacities = new_list (dolen_capacity_free);
  service->funding = new_list (dolen_funding_free);
  service->confirmations = new_list (dolen_confirmation_free);
  return service;
}

static void
clear_service_texts (DolenService *service)
{
  dolen_bilingual_clear (&service->name);
  dolen_bilingual_clear (&service->description);
  dolen_bilingual_clear (&service->eligibility);
  dolen_bilingual_clear (&service->how_to_join);
  g_free (service->url);
  g_free (service->email);
  g_free (service->phone);
  g_free (service->gender);
  g_free (service->fees);
  g_free (service->wait_given);
  g_free (service->alert);
  g_free (service->areas);
  g_free (service->assured_on);
  g_free (service->modified_on);
  g_free (service->gone_since);
  g_free (service->closed_on);
  g_free (service->closed_reason);
  g_free (service->successor_uid);
}

void
dolen_service_free (DolenService *service)
{
  if (service == NULL)
    return;
  g_free (service->uid);
  g_free (service->source_uid);
  g_free (service->organisation_uid);
  clear_service_texts (service);
  g_ptr_array_unref (service->venues);
  g_ptr_array_unref (service->schedules);
  g_ptr_array_unref (service->contacts);
  g_ptr_array_unref (service->costs);
  g_ptr_array_unref (service->languages);
  g_ptr_array_unref (service->tags);
  g_ptr_array_unref (service->capacities);
  g_ptr_array_unref (service->funding);
  g_ptr_array_unref (service->confirmations);
  g_free (service);
}

DolenVenue *
dolen_service_find_venue (const DolenService *service, const char *uid)
{
  for (guint i = 0; i < service->venues->len; i++) {
    DolenVenue *venue = g_ptr_array_index (service->venues, i);

    if (g_strcmp0 (venue->uid, uid) == 0)
      return venue;
  }
  return NULL;
}

const DolenCapacity *
dolen_service_current_capacity (const DolenService *service)
{
  return service->capacities->len > 0 ? g_ptr_array_index (service->capacities, 0) : NULL;
}

const DolenAssurance *
dolen_organisation_get_check (const DolenOrganisation *organisation, const char *what)
{
  for (guint i = 0; i < organisation->checks->len; i++) {
    const DolenAssurance *check = g_ptr_array_index (organisation->checks, i);

    if (g_strcmp0 (check->what, what) == 0)
      return check;
  }
  return NULL;
}

DolenFundingStatus
dolen_funding_status (const GPtrArray *funding, const char *today)
{
  const char *last = NULL;
  g_autofree char *in_two = NULL;
  g_autofree char *in_six = NULL;

  if (funding == NULL || funding->len == 0)
    return DOLEN_FUNDING_UNKNOWN;
  for (guint i = 0; i < funding->len; i++) {
    const DolenFunding *one = g_ptr_array_index (funding, i);

    if (one->ends_on == NULL)
      return DOLEN_FUNDING_SECURE;
    if (g_strcmp0 (one->ends_on, last) > 0)
      last = one->ends_on;
  }
  in_two = dolen_date_add_months (today, 2);
  in_six = dolen_date_add_months (today, 6);
  if (g_strcmp0 (last, today) < 0)
    return DOLEN_FUNDING_ENDED;
  if (g_strcmp0 (last, in_two) <= 0)
    return DOLEN_FUNDING_AT_RISK;
  return g_strcmp0 (last, in_six) <= 0 ? DOLEN_FUNDING_ENDING : DOLEN_FUNDING_SECURE;
}
