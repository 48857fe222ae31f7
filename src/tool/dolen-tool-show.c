/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-assurance-account.h"
#include "directory/dolen-field-words.h"
#include "directory/dolen-merge.h"
#include "directory/dolen-sentences.h"
#include "directory/dolen-venue-place.h"
#include "place/dolen-distance-text.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
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

/* How one gets in, in the words of whoever told it; the way there not where the place is hidden. */
static void
print_access (const DolenVenue *venue, DolenLanguage language)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < venue->accessibility->len; i++)
    g_string_append_printf (line,
                            "%s%s",
                            line->len > 0 ? "; " : "",
                            (const char *) g_ptr_array_index (venue->accessibility, i));
  g_strdelimit (line->str, "\n", ' ');
  print_fact (dolen_field_label ("accessibility", language), line->str);
  if (!venue->hide_address)
    print_fact (dolen_field_label ("getting_there", language), venue->getting_there);
}

static void
print_venue (const DolenVenue *venue, DolenLanguage language)
{
  g_autoptr (GString) line = g_string_new (dolen_bilingual_get (&venue->name, language));
  g_autofree char *district = dolen_venue_district (venue);
  const char *town = dolen_town_name (venue->city, language);
  const char *parts[] = { venue->hide_address ? NULL : venue->address, town, venue->postcode };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (line, "%s%s", line->len ? ", " : "", parts[i]);
  g_strdelimit (line->str, "\n", ' ');
  print_fact (_ ("Where"), line->str);
  if (district != NULL)
    /* Translators: label: where on the map; behind it "somewhere in SY23". */
    print_taken (_ ("Position"),
                 dolen_distance_in_district (language, DOLEN_DISTANCE_KM, NAN, 0, district));
  print_access (venue, language);
}

static void
print_contact (const DolenContact *contact)
{
  g_autoptr (GString) line = g_string_new (contact->name);
  g_autofree char *phone = contact->phone ? dolen_text_phone_display (contact->phone) : NULL;
  const char *parts[]
      = { contact->role, phone ? phone : contact->phone_given, contact->email, contact->note };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (line, "%s%s", line->len ? ", " : "", parts[i]);
  print_fact (contact->personal ? _ ("Contact (a person’s own)") : _ ("Contact"), line->str);
}

/* Women or men, in its own words, and under which labels a feed has it. */
static void
print_for_whom (const DolenService *service, DolenLanguage language)
{
  g_autofree char *labels = dolen_sentence_audience (service->tags);
  const char *const said[] = { dolen_sentence_gender (language, service->gender),
                               dolen_bilingual_get (&service->eligibility, language),
                               labels };
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    if (*said[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", said[i]);
  g_strdelimit (line->str, "\n", ' ');
  print_fact (_ ("For whom"), line->str);
}

/* In one line. */
static void
print_words (const char *label, const DolenBilingual *text, DolenLanguage language)
{
  g_autofree char *line = g_strdup (dolen_bilingual_get (text, language));

  print_fact (label, g_strdelimit (line, "\n", ' '));
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
  print_fact (_ ("Wait, as given"), service->wait_given);
  print_taken (_ ("Ages"),
               dolen_sentence_ages (language, service->minimum_age, service->maximum_age));
  print_for_whom (service, language);
  print_taken (_ ("Languages"), dolen_sentence_languages (language, service->languages));
  print_taken (_ ("How to come"), dolen_sentence_access (language, service->access));
  print_words (_ ("How to join"), &service->how_to_join, language);
  print_fact (_ ("Telephone"), phone);
  print_fact (_ ("E-mail"), service->email);
  print_fact (_ ("Web"), service->url);
  for (guint i = 0; i < service->contacts->len; i++)
    print_contact (service->contacts->pdata[i]);
  print_taken (_ ("Funding"), dolen_sentence_funding (language, service->funding, today));
  print_fact (service->assured_is_edit ? _ ("Edited in the feed on")
                                       : _ ("The feed says checked on"),
              service->assured_on);
}

/* @parent: (nullable): whose cover a branch may share */
static void
print_papers (const DolenService *service,
              const DolenOrganisation *organisation,
              const DolenOrganisation *parent,
              DolenLanguage language)
{
  const DolenAssuranceRules *rules = dolen_assurance_rules_get_bundled ();
  g_autofree char *today = dolen_date_today ();

  print_fact (_ ("Kind of body"), dolen_sentence_governance (language, organisation->governance));
  print_taken (_ ("Policies and checks"),
               dolen_assurance_account (rules,
                                        organisation,
                                        parent,
                                        dolen_assurance_activities (rules, service),
                                        today,
                                        language));
}

/* The name, and that in the other language where it has two. */
static void
print_names (const DolenService *service, DolenLanguage language)
{
  const DolenLanguage other = language == DOLEN_LANGUAGE_CY ? DOLEN_LANGUAGE_EN : DOLEN_LANGUAGE_CY;
  const char *name = dolen_bilingual_get (&service->name, language);
  const char *also = dolen_bilingual_get (&service->name, other);

  puts (name);
  if (!g_str_equal (name, also))
    puts (also);
}

static void
print_service (DolenDirectory *directory,
               const DolenService *service,
               const DolenOrganisation *organisation,
               const DolenOrganisation *parent)
{
  DolenLanguage language = dolen_language_current ();

  print_names (service, language);
  if (organisation)
    puts (dolen_bilingual_get (&organisation->name, language));
  dolen_tool_print_state (directory, service, language);
  putchar ('\n');
  print_facts (service, language);
  print_taken (_ ("Where this comes from"), dolen_tool_say_source (directory, service, language));
  if (organisation)
    print_papers (service, organisation, parent, language);
  if (!dolen_bilingual_is_empty (&service->description))
    printf ("\n%s\n", dolen_bilingual_get (&service->description, language));
}

/* (transfer full) (nullable): the name of the record that @uid is now. */
static char *
name_of (DolenDirectory *directory, const char *uid)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, uid, NULL);
  g_autoptr (DolenOrganisation) organisation
             = service == NULL ? dolen_directory_get_organisation (directory, uid, NULL) : NULL;
  const DolenBilingual *name = service != NULL        ? &service->name
                               : organisation != NULL ? &organisation->name
                                                      : NULL;

  return name != NULL ? g_strdup (dolen_bilingual_get (name, dolen_language_current ())) : NULL;
}

/* @into: uid */
static void
print_merged (DolenDirectory *directory, const char *into)
{
  g_autofree char *name = name_of (directory, into);

  /* Translators: of a record that was made one with another. %1$s is the name of the one that
   * stayed, %2$s its id. */
  printf (_ ("Merged into “%1$s” (%2$s)."), name != NULL ? name : "", into);
  putchar ('\n');
}

/* An organisation is not shown; of one that was merged it is said where it is. */
static gboolean
show_merged_alone (DolenTool *tool, DolenDirectory *directory, const char *into)
{
  if (tool->json) {
    json_object *object = json_object_new_object ();

    dolen_tool_add_text (object, "id", tool->arguments[1]);
    dolen_tool_add_text (object, "merged_into", into);
    dolen_tool_print_json (object);
  } else {
    print_merged (directory, into);
  }
  return TRUE;
}

static void
print_whole (DolenTool *tool,
             DolenDirectory *directory,
             const DolenService *service,
             const char *into)
{
  g_autoptr (DolenOrganisation) organisation = NULL;
  g_autoptr (DolenOrganisation) parent = NULL;

  if (service->organisation_uid)
    organisation = dolen_directory_get_organisation (directory, service->organisation_uid, NULL);
  if (organisation && organisation->parent_uid)
    parent = dolen_directory_get_organisation (directory, organisation->parent_uid, NULL);
  if (tool->json) {
    json_object *object = dolen_tool_service_to_json (service, organisation);
    const DolenConfirmation *last = dolen_tool_last_confirmation (service);
    g_autofree char *source = dolen_tool_source_name (directory, service->source_uid);

    dolen_tool_add_text (object, "merged_into", into);
    dolen_tool_add_text (object, "source", source);
    dolen_tool_add_text (object, "last_confirmed_on", last != NULL ? last->on : NULL);
    dolen_tool_print_json (object);
    return;
  }
  if (into != NULL) {
    print_merged (directory, into);
    putchar ('\n');
  }
  print_service (directory, service, organisation, parent);
}

gboolean
dolen_tool_show (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenService) service = NULL;
  g_autoptr (GError) missing = NULL;
  g_autofree char *into = NULL;
  gboolean history = FALSE;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "history", 0, 0, G_OPTION_ARG_NONE, &history,
      N_ ("What was changed of it, too, the newest first"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!dolen_tool_parse (
          tool, entries, _ ("ID"), _ ("Shows all that is known of one service."), error))
    return FALSE;
  if (!tool->arguments[1] || tool->arguments[2]) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_INVALID,
                         _ ("One id is needed, as “dolenctl search” prints it."));
    return FALSE;
  }
  directory = dolen_tool_open (tool, FALSE, error);
  if (!directory)
    return FALSE;
  into = dolen_merged_into (directory, tool->arguments[1], NULL);
  service = dolen_directory_get_service (directory, tool->arguments[1], &missing);
  if (!service && into)
    return show_merged_alone (tool, directory, into);
  if (!service) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  print_whole (tool, directory, service, into);
  return !history || tool->json || dolen_tool_print_history (directory, service->uid, error);
}
