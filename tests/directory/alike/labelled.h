/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Labelled records, as README.md beside this file describes them. Services with one "same" are one,
 * all others are not; so with organisations.
 */

#include "base/dolen-text.h"
#include "directory/alike/dolen-alike-find.h"
#include "directory/dolen-writer.h"
#include "directory/samples.h"

#include <json-c/json.h>
#include <math.h>
#include <string.h>

static inline char *
labelled_text (json_object *record, const char *key)
{
  json_object *value = json_object_object_get (record, key);
  return value != NULL ? g_strdup (json_object_get_string (value)) : NULL;
}

static inline int
labelled_number (json_object *record, const char *key)
{
  json_object *value = json_object_object_get (record, key);
  return value != NULL ? json_object_get_int (value) : -1;
}

static inline void
labelled_add_registration (DolenOrganisation *organisation,
                           json_object *record,
                           const char *key,
                           const char *scheme)
{
  char *number = labelled_text (record, key);
  DolenRegistration *registration;

  if (number == NULL)
    return;
  registration = dolen_registration_new ();
  registration->scheme = g_strdup (scheme);
  registration->value = number;
  g_ptr_array_add (organisation->registrations, registration);
}

static inline char *
labelled_save_organisation (DolenDirectory *dir,
                            DolenOrganisation *organisation,
                            json_object *record,
                            const char *name,
                            const char *welsh)
{
  GError *error = NULL;

  dolen_bilingual_load (&organisation->name, name, DOLEN_TEXT_GIVEN, welsh, DOLEN_TEXT_GIVEN);
  labelled_add_registration (organisation, record, "charity", "GB-CHC");
  labelled_add_registration (organisation, record, "company", "GB-COH");
  dolen_directory_save_organisation (dir, organisation, &error);
  g_assert_no_error (error);
  return g_strdup (organisation->uid);
}

/* One organisation for each name and source; NULL without a name. */
static inline char *
labelled_organisation (DolenDirectory *dir, GHashTable *known, json_object *record)
{
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  g_autofree char *name = labelled_text (record, "organisation");
  g_autofree char *source = labelled_text (record, "source");
  g_autofree char *key = g_strdup_printf ("%s %s", source, name);
  const char *uid = g_hash_table_lookup (known, key);
  char *made;

  if (name == NULL)
    return NULL;
  if (uid != NULL)
    return g_strdup (uid);
  organisation->description.en = labelled_text (record, "about");
  made = labelled_save_organisation (dir, organisation, record, name, NULL);
  g_hash_table_insert (known, g_steal_pointer (&key), g_strdup (made));
  return made;
}

static inline void
labelled_add_place (DolenService *service, json_object *record)
{
  g_autofree char *postcode = labelled_text (record, "postcode");
  g_autofree char *hall = labelled_text (record, "hall");
  g_autofree char *place = labelled_text (record, "place");
  json_object *at = json_object_object_get (record, "position");
  g_autofree char *days = labelled_text (record, "days");
  g_autofree char *opens = labelled_text (record, "opens");
  g_autofree char *origin = labelled_text (record, "origin");

  if (postcode != NULL || hall != NULL || place != NULL || at != NULL) {
    DolenVenue *venue = samples_venue (hall, place, NAN, NAN);

    venue->origin = origin != NULL ? dolen_position_origin_from_id (origin)
                                   : (at != NULL ? DOLEN_POSITION_FEED : DOLEN_POSITION_NONE);
    venue->address = labelled_text (record, "street");
    venue->postcode = g_steal_pointer (&postcode);
    if (at != NULL) {
      venue->latitude = json_object_get_double (json_object_array_get_idx (at, 0));
      venue->longitude = json_object_get_double (json_object_array_get_idx (at, 1));
    }
    g_ptr_array_add (service->venues, venue);
  }
  if (days != NULL)
    g_ptr_array_add (service->schedules, samples_schedule (days, opens, NULL));
}

/* The uid of the source of that name. */
static inline char *
labelled_source (DolenDirectory *dir, const char *name)
{
  g_autofree char *sql
      = g_strdup_printf ("INSERT OR IGNORE INTO source (uid, name) VALUES ('%1$s', '%1$s')", name);

  g_assert_true (dolen_db_exec (dolen_directory_get_db (dir), sql, NULL));
  return g_strdup (name);
}

/* Stores the record; returns the uid of its service. */
static inline char *
labelled_store (DolenDirectory *dir, GHashTable *known, json_object *record)
{
  g_autofree char *name = labelled_text (record, "name");
  g_autofree char *welsh = labelled_text (record, "name_cy");
  g_autofree char *source = labelled_text (record, "source");
  g_autoptr (DolenService) service = samples_service (name, welsh, DOLEN_TEXT_GIVEN);
  g_autofree char *phone = labelled_text (record, "phone");
  g_autofree char *email = labelled_text (record, "email");

  service->organisation_uid = labelled_organisation (dir, known, record);
  service->source_uid = labelled_source (dir, source);
  service->phone = phone != NULL ? dolen_text_phone (phone) : NULL;
  service->email = email != NULL ? dolen_text_email (email) : NULL;
  service->url = labelled_text (record, "url");
  service->description.en = labelled_text (record, "description");
  service->description.cy = labelled_text (record, "description_cy");
  service->minimum_age = labelled_number (record, "minimum_age");
  service->maximum_age = labelled_number (record, "maximum_age");
  labelled_add_place (service, record);
  samples_save (dir, service);
  return g_strdup (service->uid);
}

/* Stores a record of "kind" "organisation"; returns its uid. */
static inline char *
labelled_store_organisation (DolenDirectory *dir, json_object *record)
{
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  g_autofree char *name = labelled_text (record, "name");
  g_autofree char *welsh = labelled_text (record, "name_cy");
  g_autofree char *source = labelled_text (record, "source");
  g_autofree char *phone = labelled_text (record, "phone");
  g_autofree char *email = labelled_text (record, "email");

  organisation->source_uid = labelled_source (dir, source);
  organisation->phone = phone != NULL ? dolen_text_phone (phone) : NULL;
  organisation->email = email != NULL ? dolen_text_email (email) : NULL;
  organisation->url = labelled_text (record, "url");
  return labelled_save_organisation (dir, organisation, record, name, welsh);
}
