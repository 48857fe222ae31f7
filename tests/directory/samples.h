/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Invented records for the tests of the directory. */

#include "directory/dolen-directory.h"
#include "support/dolen-test.h"

static inline DolenDirectory *
samples_open (void)
{
  GError *error = NULL;
  DolenDirectory *dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);

  g_assert_no_error (error);
  return dir;
}

static inline void
samples_save (DolenDirectory *dir, DolenService *service)
{
  GError *error = NULL;

  dolen_directory_save_service (dir, service, &error);
  g_assert_no_error (error);
}

static inline gint64
samples_count (DolenDirectory *dir, const char *sql)
{
  GError *error = NULL;
  gint64 n = 0;

  dolen_db_get_int64 (dolen_directory_get_db (dir), sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* A service with a name in either language (NULL: none), as a feed gives it or checked. */
static inline DolenService *
samples_service (const char *en, const char *cy, DolenTextState state)
{
  DolenService *service = dolen_service_new ();

  dolen_bilingual_load (&service->name, en, state, cy, state);
  return service;
}

static inline DolenVenue *
samples_venue (const char *name, const char *city, double latitude, double longitude)
{
  DolenVenue *venue = dolen_venue_new ();

  dolen_bilingual_load (&venue->name, name, DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  venue->city = g_strdup (city);
  venue->latitude = latitude;
  venue->longitude = longitude;
  venue->origin = DOLEN_POSITION_FEED;
  return venue;
}

static inline DolenCapacity *
samples_capacity (DolenCapacityStatus status, int places, const char *as_of)
{
  DolenCapacity *capacity = dolen_capacity_new ();

  capacity->status = status;
  capacity->places_free = places;
  capacity->as_of = g_strdup (as_of);
  capacity->source = DOLEN_TOLD_BY_CALL;
  return capacity;
}

static inline DolenTag *
samples_tag (DolenTagKind kind, const char *code, gboolean value, DolenTagState state)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = kind;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strdup (code);
  tag->value = value;
  tag->state = state;
  return tag;
}

static inline DolenSchedule *
samples_schedule (const char *byday, const char *opens, const char *closes)
{
  DolenSchedule *schedule = dolen_schedule_new ();

  schedule->freq = g_strdup ("WEEKLY");
  schedule->interval = 1;
  schedule->byday = g_strdup (byday);
  schedule->opens_at = g_strdup (opens);
  schedule->closes_at = g_strdup (closes);
  return schedule;
}

static inline DolenOrganisation *
samples_organisation (DolenDirectory *dir, const char *name)
{
  DolenOrganisation *organisation = dolen_organisation_new ();
  GError *error = NULL;

  dolen_bilingual_load (&organisation->name, name, DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  organisation->governance = DOLEN_GOVERNANCE_CIO;
  dolen_directory_save_organisation (dir, organisation, &error);
  g_assert_no_error (error);
  return organisation;
}
