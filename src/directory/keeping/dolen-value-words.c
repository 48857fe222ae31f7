/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-value-words.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-field-words.h"
#include "directory/dolen-fields.h"
#include "directory/dolen-parts.h"
#include "directory/dolen-sentences.h"
#include "directory/keeping/dolen-import-oddities.h"
#include "directory/keeping/dolen-suggested-field.h"
#include "language/dolen-calendar.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n-lib.h>

#define LONGEST 60

static void
append (GString *line, const char *between, const char *text)
{
  if (!dolen_text_is_empty (text))
    g_string_append_printf (line, "%s%s", line->len > 0 ? between : "", text);
}

/* ---- parts ---- */

static char *
tell_venues (const DolenService *service, DolenLanguage language)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, i);
    const char *name = dolen_bilingual_get (&venue->name, language);

    if (*name != '\0')
      append (line, "; ", name);
    else if (venue->city != NULL)
      append (line, "; ", dolen_town_name (venue->city, language));
  }
  return g_string_free (line, FALSE);
}

/* Whom to ask for, and the number. */
static char *
tell_contacts (const GPtrArray *contacts)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < contacts->len; i++) {
    const DolenContact *contact = g_ptr_array_index (contacts, i);
    g_autofree char *phone = contact->phone ? dolen_text_phone_display (contact->phone) : NULL;
    g_autoptr (GString) one = g_string_new (NULL);

    append (one, ", ", contact->name);
    append (one, ", ", contact->role);
    append (one, ", ", phone);
    append (one, ", ", contact->email);
    append (line, "; ", one->str);
  }
  return g_string_free (line, FALSE);
}

static char *
tell_closing (const DolenService *service, DolenLanguage language)
{
  g_autofree char *day = dolen_format_date (language, service->closed_on);

  if (service->status != DOLEN_SERVICE_DEFUNCT)
    return g_strdup ("");
  if (service->closed_reason != NULL && *day != '\0')
    return g_strdup_printf (
        "%s (%s)", day, dolen_closed_reason_text (service->closed_reason, language));
  return g_strdup (*day != '\0' ? day : dolen_text (language, "Closed"));
}

/* (nullable) */
static char *
tell_service_part (const char *part, const char *value, DolenLanguage language)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  g_autofree char *today = dolen_date_today ();

  if (!dolen_part_from_json ("service", service, part, value))
    return NULL;
  if (g_str_equal (part, "schedules"))
    return dolen_sentence_when (language, service->schedules, today);
  if (g_str_equal (part, "costs"))
    return dolen_sentence_costs (language, service->costs, NULL);
  if (g_str_equal (part, "languages"))
    return dolen_sentence_languages (language, service->languages);
  if (g_str_equal (part, "funding"))
    return dolen_sentence_funding (language, service->funding, today);
  if (g_str_equal (part, "venues"))
    return tell_venues (service, language);
  if (g_str_equal (part, "contacts"))
    return tell_contacts (service->contacts);
  return g_str_equal (part, "closing") ? tell_closing (service, language) : NULL;
}

/* (nullable) */
static char *
tell_organisation_part (const char *part, const char *value, DolenLanguage language)
{
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  g_autofree char *today = dolen_date_today ();
  GString *line;

  if (!dolen_part_from_json ("organisation", organisation, part, value))
    return NULL;
  if (g_str_equal (part, "contacts"))
    return tell_contacts (organisation->contacts);
  if (g_str_equal (part, "funding"))
    return dolen_sentence_funding (language, organisation->funding, today);
  if (!g_str_equal (part, "registrations"))
    return NULL;
  line = g_string_new (NULL);
  for (guint i = 0; i < organisation->registrations->len; i++) {
    const DolenRegistration *one = g_ptr_array_index (organisation->registrations, i);

    append (line, "; ", one->value);
  }
  return g_string_free (line, FALSE);
}

/* (nullable) */
static char *
tell_venue_part (const char *part, const char *value, DolenLanguage language)
{
  g_autoptr (DolenVenue) venue = dolen_venue_new ();
  GString *line;

  if (!dolen_part_from_json ("venue", venue, part, value))
    return NULL;
  line = g_string_new (NULL);
  if (!venue->hide_address)
    append (line, ", ", venue->address);
  append (line, ", ", venue->city != NULL ? dolen_town_name (venue->city, language) : NULL);
  if (!venue->hide_address)
    append (line, ", ", venue->postcode);
  for (guint i = 0; i < venue->accessibility->len; i++)
    append (line, "; ", g_ptr_array_index (venue->accessibility, i));
  return g_string_free (line, FALSE);
}

static char *
tell_part (const char *kind, const char *part, const char *value, DolenLanguage language)
{
  if (g_strcmp0 (kind, "service") == 0)
    return tell_service_part (part, value, language);
  if (g_strcmp0 (kind, "organisation") == 0)
    return tell_organisation_part (part, value, language);
  return tell_venue_part (part, value, language);
}

/* ---- fields ---- */

static char *
tell_field (const char *kind, const char *field, const char *value, DolenLanguage language)
{
  if (g_strcmp0 (kind, "service") == 0) {
    g_autoptr (DolenService) service = dolen_service_new ();

    if (dolen_field_set (kind, service, field, value, NULL))
      return dolen_suggested_field_tell (kind, service, field, language);
  } else if (g_strcmp0 (kind, "organisation") == 0) {
    g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();

    if (dolen_field_set (kind, organisation, field, value, NULL))
      return dolen_suggested_field_tell (kind, organisation, field, language);
  }
  return g_strdup (value);
}

char *
dolen_value_tell (const char *kind, const char *field, const char *value, DolenLanguage language)
{
  char *said;

  if (dolen_text_is_empty (value))
    return g_strdup ("");
  said = dolen_part_exists (kind, field) ? tell_part (kind, field, value, language)
                                         : tell_field (kind, field, value, language);
  return said != NULL ? g_strdelimit (said, "\n", ' ') : g_strdup ("");
}

/* ---- of two ---- */

static char *
tell_side (const DolenClash *clash, const char *value, DolenLanguage language)
{
  g_autofree char *said = dolen_value_tell (clash->kind, clash->field, value, language);

  if (*said == '\0')
    return g_strdup (dolen_text (language, "nothing"));
  if (g_utf8_strlen (said, -1) > LONGEST) {
    g_autofree char *begin = g_utf8_substring (said, 0, LONGEST);

    return g_strconcat (g_strchomp (begin), "…", NULL);
  }
  return g_steal_pointer (&said);
}

char *
dolen_clash_tell (const DolenClash *clash, DolenLanguage language)
{
  const char *label = dolen_field_label (clash->field, language);
  g_autofree char *ours = NULL, *theirs = NULL;

  /* A place that is hidden here stays so, whatever a feed says of it. */
  if (clash->hidden)
    return g_strdup (label);
  ours = tell_side (clash, clash->ours, language);
  theirs = tell_side (clash, clash->theirs, language);
  if (clash->edited_at == 0)
    return g_strdup_printf (
        /* Translators: a list that a record did not come from says something else of a field. %1$s
         * is the field ("Cost"), %2$s what stands here, %3$s what stands there; either may be
         * "nothing". */
        dolen_text (language, N_ ("%1$s: here %2$s, another feed %3$s")),
        label,
        ours,
        theirs);
  return g_strdup_printf (
      /* Translators: somebody here edited a field, and the list it was imported from says something
       * else. %1$s is the field ("Cost"), %2$s what stands here, %3$s what stands there; either
       * may be "nothing". */
      dolen_text (language, N_ ("%1$s: here %2$s, the feed %3$s")),
      label,
      ours,
      theirs);
}
