/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-sentences.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tool/dolen-tool-show.h"

static void
print_fact (const char *label, const char *text)
{
  if (text && *text)
    printf ("%-24s %s\n", label, text);
}

static void
print_taken (const char *label, char *text)
{
  print_fact (label, text);
  g_free (text);
}

static void
print_venue (const DolenVenue *venue, DolenLanguage language)
{
  g_autoptr (GString) line = g_string_new (dolen_bilingual_get (&venue->name, language));
  const char *parts[]
      = { venue->hide_address ? NULL : venue->address, venue->city, venue->postcode };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (line, "%s%s", line->len ? ", " : "", parts[i]);
  g_strdelimit (line->str, "\n", ' ');
  print_fact (_ ("Where"), line->str);
}

static void
print_contact (const DolenContact *contact)
{
  g_autoptr (GString) line = g_string_new (contact->name);
  g_autofree char *phone = contact->phone ? dolen_text_phone_display (contact->phone) : NULL;
  const char *parts[] = { contact->role, phone, contact->email, contact->note };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (line, "%s%s", line->len ? ", " : "", parts[i]);
  print_fact (contact->personal ? _ ("Contact (a person’s own)") : _ ("Contact"), line->str);
}

static void
print_facts (const DolenService *service, DolenLanguage language)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *phone = service->phone ? dolen_text_phone_display (service->phone) : NULL;

  print_taken (_ ("When"), dolen_sentence_when (language, service->schedules, today));
  for (guint i = 0; i < service->venues->len; i++)
    print_venue (service->venues->pdata[i], language);
  print_taken (_ ("Cost"), dolen_sentence_costs (language, service->costs, service->fees));
  print_taken (_ ("Places"),
               dolen_sentence_capacity (language, dolen_service_current_capacity (service), today));
  print_taken (_ ("Ages"),
               dolen_sentence_ages (language, service->minimum_age, service->maximum_age));
  print_taken (_ ("Languages"), dolen_sentence_languages (language, service->languages));
  print_taken (_ ("How to come"), dolen_sentence_access (language, service->access));
  print_fact (_ ("Telephone"), phone);
  print_fact (_ ("E-mail"), service->email);
  print_fact (_ ("Web"), service->url);
  for (guint i = 0; i < service->contacts->len; i++)
    print_contact (service->contacts->pdata[i]);
  print_taken (_ ("Funding"), dolen_sentence_funding (language, service->funding, today));
  print_fact (service->assured_is_edit ? _ ("Edited in the feed on")
                                       : _ ("The feed says checked on"),
              service->assured_on);
  print_fact (_ ("Not in the feed since"), service->gone_since);
}

static void
print_service (const DolenService *service, const DolenOrganisation *organisation)
{
  DolenLanguage language = dolen_language_current ();

  puts (dolen_bilingual_get (&service->name, language));
  if (organisation)
    puts (dolen_bilingual_get (&organisation->name, language));
  putchar ('\n');
  print_facts (service, language);
  if (!dolen_bilingual_is_empty (&service->description))
    printf ("\n%s\n", dolen_bilingual_get (&service->description, language));
}

gboolean
dolen_tool_show (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenService) service = NULL;
  g_autoptr (DolenOrganisation) organisation = NULL;

  if (!dolen_tool_parse (
          tool, NULL, _ ("ID"), _ ("Shows all that is known of one service."), error))
    return FALSE;
  if (!tool->arguments[1] || tool->arguments[2]) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_INVALID,
                         _ ("One id is needed, as “dolenctl search” prints it."));
    return FALSE;
  }
  directory = dolen_tool_open (tool, FALSE, error);
  service = directory ? dolen_directory_get_service (directory, tool->arguments[1], error) : NULL;
  if (!service)
    return FALSE;
  if (service->organisation_uid)
    organisation = dolen_directory_get_organisation (directory, service->organisation_uid, NULL);
  if (tool->json)
    dolen_tool_print_json (dolen_tool_service_to_json (service, organisation));
  else
    print_service (service, organisation);
  return TRUE;
}
