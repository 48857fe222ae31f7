/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A lunch club in a hall with one of everything, for tests of edits. */

#include "directory/dolen-edit-parts.h"
#include "directory/samples.h"

/* 4 May 2026, noon */
#define CLUB_NOW G_GINT64_CONSTANT (1777892400000)

static inline DolenService *
club_get (DolenDirectory *dir, const char *uid)
{
  GError *error = NULL;
  DolenService *service = dolen_directory_get_service (dir, uid, &error);

  g_assert_no_error (error);
  return service;
}

static inline DolenContact *
club_contact (const char *uid, const char *name, const char *phone)
{
  DolenContact *contact = dolen_contact_new ();

  contact->uid = g_strdup (uid);
  contact->name = g_strdup (name);
  contact->phone_given = g_strdup (phone);
  contact->phone = g_strdup (phone);
  return contact;
}

static inline DolenCost *
club_cost (const char *uid, gint64 pence)
{
  DolenCost *cost = dolen_cost_new ();

  cost->uid = g_strdup (uid);
  cost->pence = pence;
  return cost;
}

static inline DolenLanguageOffered *
club_language (const char *code)
{
  DolenLanguageOffered *offered = dolen_language_offered_new ();

  offered->code = g_strdup (code);
  return offered;
}

static inline DolenFunding *
club_funding (const char *uid, const char *funder, const char *ends_on)
{
  DolenFunding *funding = dolen_funding_new ();

  funding->uid = g_strdup (uid);
  funding->funder = g_strdup (funder);
  funding->ends_on = g_strdup (ends_on);
  return funding;
}

/* A lunch club in a hall with one of everything. */
static inline DolenService *
club_new (void)
{
  DolenService *service = samples_service ("Lunch club", "Clwb cinio", DOLEN_TEXT_CHECKED);

  service->uid = g_strdup ("club");
  g_ptr_array_add (service->venues, samples_venue ("Hall", "Lampeter", 52.11, -4.07));
  ((DolenVenue *) service->venues->pdata[0])->uid = g_strdup ("hall");
  g_ptr_array_add (service->schedules, samples_schedule ("WE", "12:00", "14:00"));
  ((DolenSchedule *) service->schedules->pdata[0])->uid = g_strdup ("wednesdays");
  g_ptr_array_add (service->contacts, club_contact ("mair", "Mair", "01632960001"));
  g_ptr_array_add (service->costs, club_cost ("lunch", 450));
  g_ptr_array_add (service->languages, club_language ("cy"));
  g_ptr_array_add (service->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "food", TRUE, DOLEN_TAG_PROPOSED));
  return service;
}

static inline DolenDirectory *
club_open (void)
{
  DolenDirectory *dir = samples_open ();
  g_autoptr (DolenService) service = club_new ();

  samples_save (dir, service);
  return dir;
}

static inline gint64
club_set_part (
    DolenDirectory *dir, const char *kind, const char *part, gconstpointer edited, GError **error)
{
  return dolen_edit_set_part (dir, kind, part, edited, "a curator", error);
}

/* What one part of the club says now. */
static inline char *
club_say (DolenDirectory *dir, const char *part)
{
  g_autoptr (DolenService) service = club_get (dir, "club");

  return dolen_part_to_json ("service", service, part);
}
