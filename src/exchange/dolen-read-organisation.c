/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

#include "format/dolen-json-value.h"

#include <string.h>

static char *
scheme_of (json_object *item)
{
  g_autofree char *type = NULL;
  char *scheme = dolen_json_get_line (item, "identifier_scheme");

  if (scheme)
    return scheme;
  scheme = dolen_json_get_line (item, "register");
  if (scheme)
    return scheme;
  type = dolen_json_get_line (item, "identifier_type");
  if (type && (strstr (type, "ompany")))
    return g_strdup ("GB-COH");
  if (type && (strstr (type, "harity")))
    return g_strdup ("GB-CHC");
  return g_steal_pointer (&type);
}

static void
read_registrations (DolenReadContext *context, json_object *record, DolenOrganisation *organisation)
{
  json_object *list
      = dolen_json_get_any (record, "organization_identifiers", "identifiers", "identifier", NULL);

  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *item = dolen_json_at (list, i);
    DolenRegistration *registration = dolen_registration_new ();
    registration->value = dolen_read_line (context, item, "identifier");
    registration->scheme = scheme_of (item);
    if (registration->value && registration->scheme)
      g_ptr_array_add (organisation->registrations, registration);
    else
      dolen_registration_free (registration);
  }
}

static void
read_governance (DolenReadContext *context, json_object *record, DolenOrganisation *organisation)
{
  g_autofree char *code = dolen_read_line (context, record, "x_dolen_governance");

  organisation->legal_status = dolen_read_line (context, record, "legal_status");
  if (!code)
    return;
  organisation->governance = dolen_governance_from_code (code);
  if (strcmp (dolen_governance_code (organisation->governance), code) != 0)
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, "x_dolen_governance", code);
}

/* 1.0 says url, 3.0 website; Placecube fills uri with the web address too. */
static char *
read_address (DolenReadContext *context, json_object *record)
{
  static const char *const KEYS[] = { "website", "url", "uri" };

  for (gsize i = 0; i < G_N_ELEMENTS (KEYS); i++) {
    char *url = dolen_json_get (record, KEYS[i]) ? dolen_read_url (context, record, KEYS[i]) : NULL;
    if (url)
      return url;
  }
  return NULL;
}

DolenOrganisation *
dolen_read_organisation (DolenReadContext *context, json_object *record, const char *foreign_id)
{
  DolenOrganisation *organisation = dolen_organisation_new ();
  g_autofree char *parent = dolen_json_get_line (record, "parent_organization_id");

  organisation->uid = dolen_read_uid_of (context, "organisation", foreign_id);
  organisation->source_uid = g_strdup (context->source_uid);
  dolen_read_bilingual (context, record, "name", FALSE, &organisation->name);
  dolen_read_bilingual (context, record, "description", TRUE, &organisation->description);
  organisation->url = read_address (context, record);
  organisation->email = dolen_read_email (context, record, "email", NULL, NULL);
  organisation->parent_uid = dolen_read_uid_of (context, "organisation", parent);
  read_governance (context, record, organisation);
  read_registrations (context, record, organisation);
  dolen_read_contacts (context, record, foreign_id, organisation->contacts, &organisation->phone);
  dolen_read_funding (context, record, foreign_id, organisation->funding);
  dolen_read_organisation_own (context, record, foreign_id, organisation);
  return organisation;
}
