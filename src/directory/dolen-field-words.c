/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-field-words.h"

#include <glib/gi18n-lib.h>

const char *
dolen_field_label (const char *field, DolenLanguage language)
{
  static const struct {
    const char *field, *label;
  } labels[] = {
    /* Translators: what the fields of a listing are called. */
    { "name_en", N_ ("Name in English") },
    { "name_cy", N_ ("Name in Welsh") },
    { "description_en", N_ ("Description in English") },
    { "description_cy", N_ ("Description in Welsh") },
    { "eligibility_en", N_ ("Who it is for, in English") },
    { "eligibility_cy", N_ ("Who it is for, in Welsh") },
    { "how_to_join_en", N_ ("How to join, in English") },
    { "how_to_join_cy", N_ ("How to join, in Welsh") },
    { "url", N_ ("Website") },
    { "email", N_ ("E-mail") },
    { "phone", N_ ("Telephone") },
    { "fees", N_ ("What it costs, in words") },
    { "alert", N_ ("Notice") },
    { "gender", N_ ("For whom") },
    { "minimum_age", N_ ("From what age") },
    { "maximum_age", N_ ("Up to what age") },
    { "governance", N_ ("Legal form") },
    { "legal_status", N_ ("Legal status, as given") },
    { "volunteer_run", N_ ("Run by volunteers") },
    { "covered_by_parent", N_ ("Covered by the larger body") },
    { "parent_uid", N_ ("Larger body") },
    { "private_note", N_ ("Private note") },
    { "schedules", N_ ("Days and times") },
    { "venues", N_ ("Places where it happens") },
    { "place", N_ ("Address") },
    { "accessibility", N_ ("Access") },
    { "contacts", N_ ("Contacts") },
    { "costs", N_ ("Cost") },
    { "languages", N_ ("Languages") },
    { "funding", N_ ("Funding") },
    { "registrations", N_ ("Registrations") },
    { "closing", N_ ("Closing") },
    { "facts", N_ ("Places and wait") },
    { "group", N_ ("Group added") },
    { "status", N_ ("Status") },
    { "do_not_list", N_ ("Do not list") },
    { "access", N_ ("How one comes to it") },
    { "attending", N_ ("Where it happens") },
    { "areas", N_ ("Areas") },
    { "organisation_uid", N_ ("Who offers it") },
    { "getting_there", N_ ("Getting there") },
    { "tags", N_ ("What it is about") },
    { "checks", N_ ("Policies and checks") },
    /* What is told in words (keeping/dolen-suggested-field.h). */
    { "places", N_ ("Places") },
    { "wait", N_ ("Wait in weeks") },
    { "times", N_ ("Days and times") },
    { "cost", N_ ("Cost") },
    { "contact", N_ ("Contact") },
    { "venue", N_ ("Where it happens") },
    { "paused", N_ ("Paused") },
    { "closed", N_ ("Closed") },
    { "other", N_ ("Something else") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (field, labels[i].field) == 0)
      return dolen_text (language, labels[i].label);
  return field;
}
