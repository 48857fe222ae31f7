/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-records.h"

/* Every copy starts as a whole copy of the struct, then what is owned is made its own, so that a
 * plain field added later cannot be forgotten. */
#define OWN_TEXT(field) ((field) = g_strdup (field))
#define OWN_LIST(field, copy) ((field) = copy_list (field, (GCopyFunc) (copy)))

static GPtrArray *
copy_list (const GPtrArray *list, GCopyFunc copy)
{
  return g_ptr_array_copy ((GPtrArray *) list, copy, NULL);
}

static void
own_bilingual (DolenBilingual *text)
{
  OWN_TEXT (text->en);
  OWN_TEXT (text->cy);
}

static gpointer
copy_text (gconstpointer text, gpointer user_data)
{
  return g_strdup (text);
}

static gpointer
copy_registration (gconstpointer from, gpointer user_data)
{
  DolenRegistration *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->scheme);
  OWN_TEXT (to->value);
  return to;
}

static gpointer
copy_assurance (gconstpointer from, gpointer user_data)
{
  DolenAssurance *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->uid);
  OWN_TEXT (to->what);
  OWN_TEXT (to->seen_on);
  OWN_TEXT (to->expires_on);
  OWN_TEXT (to->evidence);
  OWN_TEXT (to->by);
  return to;
}

static gpointer
copy_contact (gconstpointer from, gpointer user_data)
{
  DolenContact *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->uid);
  OWN_TEXT (to->name);
  OWN_TEXT (to->role);
  OWN_TEXT (to->phone);
  OWN_TEXT (to->phone_given);
  OWN_TEXT (to->email);
  OWN_TEXT (to->email_given);
  OWN_TEXT (to->note);
  return to;
}

static gpointer
copy_funding (gconstpointer from, gpointer user_data)
{
  DolenFunding *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->uid);
  OWN_TEXT (to->funder);
  OWN_TEXT (to->kind);
  OWN_TEXT (to->amount_band);
  OWN_TEXT (to->starts_on);
  OWN_TEXT (to->ends_on);
  OWN_TEXT (to->evidence);
  return to;
}

static gpointer
copy_venue (gconstpointer from, gpointer user_data)
{
  DolenVenue *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->uid);
  own_bilingual (&to->name);
  OWN_TEXT (to->address);
  OWN_TEXT (to->city);
  OWN_TEXT (to->county);
  OWN_TEXT (to->postcode);
  OWN_TEXT (to->country);
  OWN_TEXT (to->getting_there);
  OWN_LIST (to->accessibility, copy_text);
  return to;
}

static gpointer
copy_schedule (gconstpointer from, gpointer user_data)
{
  DolenSchedule *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->uid);
  OWN_TEXT (to->venue_uid);
  OWN_TEXT (to->freq);
  OWN_TEXT (to->byday);
  OWN_TEXT (to->bymonthday);
  OWN_TEXT (to->dtstart);
  OWN_TEXT (to->until);
  OWN_TEXT (to->opens_at);
  OWN_TEXT (to->closes_at);
  OWN_TEXT (to->valid_from);
  OWN_TEXT (to->valid_to);
  own_bilingual (&to->description);
  return to;
}

static gpointer
copy_cost (gconstpointer from, gpointer user_data)
{
  DolenCost *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->uid);
  OWN_TEXT (to->option);
  OWN_TEXT (to->currency);
  OWN_TEXT (to->amount_given);
  OWN_TEXT (to->description);
  OWN_TEXT (to->valid_from);
  OWN_TEXT (to->valid_to);
  return to;
}

static gpointer
copy_language (gconstpointer from, gpointer user_data)
{
  DolenLanguageOffered *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->code);
  OWN_TEXT (to->name);
  OWN_TEXT (to->note);
  return to;
}

static gpointer
copy_tag (gconstpointer from, gpointer user_data)
{
  DolenTag *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->scheme);
  OWN_TEXT (to->code);
  OWN_TEXT (to->words);
  return to;
}

static gpointer
copy_capacity (gconstpointer from, gpointer user_data)
{
  DolenCapacity *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->uid);
  OWN_TEXT (to->returns_on);
  OWN_TEXT (to->note);
  OWN_TEXT (to->as_of);
  OWN_TEXT (to->told_by);
  return to;
}

static gpointer
copy_confirmation (gconstpointer from, gpointer user_data)
{
  DolenConfirmation *to = g_memdup2 (from, sizeof *to);

  OWN_TEXT (to->uid);
  OWN_TEXT (to->on);
  OWN_TEXT (to->asked);
  OWN_TEXT (to->confirmed);
  OWN_TEXT (to->by);
  OWN_TEXT (to->note);
  OWN_TEXT (to->next_try_on);
  return to;
}

DolenCapacity *
dolen_capacity_copy (const DolenCapacity *capacity)
{
  return capacity != NULL ? copy_capacity (capacity, NULL) : NULL;
}

DolenVenue *
dolen_venue_copy (const DolenVenue *venue)
{
  return copy_venue (venue, NULL);
}

DolenAssurance *
dolen_assurance_copy (const DolenAssurance *assurance)
{
  return copy_assurance (assurance, NULL);
}

DolenOrganisation *
dolen_organisation_copy (const DolenOrganisation *organisation)
{
  DolenOrganisation *to = g_memdup2 (organisation, sizeof *to);

  OWN_TEXT (to->uid);
  OWN_TEXT (to->source_uid);
  own_bilingual (&to->name);
  own_bilingual (&to->description);
  OWN_TEXT (to->legal_status);
  OWN_TEXT (to->parent_uid);
  OWN_TEXT (to->url);
  OWN_TEXT (to->email);
  OWN_TEXT (to->phone);
  OWN_LIST (to->registrations, copy_registration);
  OWN_LIST (to->contacts, copy_contact);
  OWN_LIST (to->funding, copy_funding);
  OWN_LIST (to->checks, copy_assurance);
  return to;
}

static void
own_service_texts (DolenService *to)
{
  OWN_TEXT (to->uid);
  OWN_TEXT (to->source_uid);
  OWN_TEXT (to->organisation_uid);
  own_bilingual (&to->name);
  own_bilingual (&to->description);
  own_bilingual (&to->eligibility);
  own_bilingual (&to->how_to_join);
  OWN_TEXT (to->url);
  OWN_TEXT (to->email);
  OWN_TEXT (to->phone);
  OWN_TEXT (to->gender);
  OWN_TEXT (to->fees);
  OWN_TEXT (to->wait_given);
  OWN_TEXT (to->alert);
  OWN_TEXT (to->areas);
  OWN_TEXT (to->assured_on);
  OWN_TEXT (to->modified_on);
  OWN_TEXT (to->gone_since);
  OWN_TEXT (to->closed_on);
  OWN_TEXT (to->closed_reason);
  OWN_TEXT (to->successor_uid);
}

DolenService *
dolen_service_copy (const DolenService *service)
{
  DolenService *to = g_memdup2 (service, sizeof *to);

  own_service_texts (to);
  OWN_LIST (to->venues, copy_venue);
  OWN_LIST (to->schedules, copy_schedule);
  OWN_LIST (to->contacts, copy_contact);
  OWN_LIST (to->costs, copy_cost);
  OWN_LIST (to->languages, copy_language);
  OWN_LIST (to->tags, copy_tag);
  OWN_LIST (to->capacities, copy_capacity);
  OWN_LIST (to->funding, copy_funding);
  OWN_LIST (to->confirmations, copy_confirmation);
  return to;
}
