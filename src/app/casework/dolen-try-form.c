/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-try-form.h"

#include "app/casework/dolen-code-choice.h"
#include "app/casework/dolen-ways-list.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-incoming.h"

#include <glib/gi18n.h>
#include <stdio.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static char *
time_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (dolen_time_now () / 1000);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (here, "%H:%M");
}

/* "9:30", "09.30" or "14" as "09:30"; nothing typed is no time. */
static gboolean
read_time (const char *typed, char **at, GError **error)
{
  unsigned hour = 0, minute = 0;
  char rest = '\0';
  int n;

  *at = NULL;
  if (typed == NULL)
    return TRUE;
  n = sscanf (typed, "%2u%*1[:.]%2u%c", &hour, &minute, &rest);
  if (n < 2)
    n = sscanf (typed, "%2u%c", &hour, &rest) == 1 ? 2 : 0;
  if (n == 2 && hour < 24 && minute < 60) {
    *at = g_strdup_printf ("%02u:%02u", hour, minute);
    return TRUE;
  }
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: %s: what was typed where a time of day is wanted. */
               _ ("“%s” is not a time. Write it as 14:30."),
               typed);
  return FALSE;
}

static gboolean
record (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autoptr (DolenEncounter) encounter = dolen_encounter_new (data);
  g_autofree char *words = dolen_small_form_dup_text (form, "outcome");
  g_autofree char *typed = dolen_small_form_dup_text (form, "at");
  char *day = NULL;

  encounter->kind = dolen_small_form_get_choice (form, "kind");
  encounter->result = dolen_small_form_get_choice (form, "result");
  if (!dolen_small_form_dup_date (form, "on", &day, error))
    return FALSE;
  g_free (encounter->on);
  encounter->on = day;
  return read_time (typed, &encounter->at, error)
         && dolen_casework_try (
             dolen_session_get_casework (session), encounter, words, undo, error);
}

static DolenEncounterKind
add_rule (DolenSmallForm *form, const DolenPerson *person)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autoptr (DolenIncoming) incoming
             = dolen_caseload_get_current_incoming (caseload_of (session), person->uid);
  g_autofree char *sentence = NULL;
  DolenReach reach;

  dolen_caseload_work_out_reach (caseload_of (session), person, incoming, NULL, NULL, &reach);
  sentence = dolen_reach_sentence (&reach, dolen_language_current ());
  if (*sentence != '\0')
    dolen_small_form_add (form, dolen_label_new (sentence, NULL));
  return reach.step == DOLEN_REACH_TRY && reach.next_kind != DOLEN_ENCOUNTER_LETTER
             ? reach.next_kind
             : DOLEN_ENCOUNTER_PHONE;
}

static void
add_fields (DolenSmallForm *form, DolenEncounterKind proposed)
{
  const char *const kinds[] = { /* Translators: how somebody was contacted. */
                                _ ("Telephone"),
                                _ ("Visit at home"),
                                _ ("Face to face, elsewhere"),
                                _ ("Video call"),
                                _ ("Text message"),
                                _ ("E-mail"),
                                _ ("Letter"),
                                NULL
  };
  const char *const results[] = { _ ("Reached them"), _ ("No answer"), _ ("Left a message"),
                                  _ ("Wrong number"), _ ("Not there"), NULL };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *now = time_now ();

  dolen_small_form_add_choice (form, "kind", _ ("How"), kinds, proposed);
  dolen_small_form_add_choice (
      form, "result", _ ("What came of it"), results, DOLEN_ENCOUNTER_REACHED);
  dolen_code_choice_add_day (form, "on", _ ("On (day/month/year)"), today);
  dolen_small_form_add_entry (form, "at", _ ("At (hour:minute)"), now);
  dolen_small_form_add_text (form, "outcome", _ ("In words, if there is more"));
}

static GtkWindow *
new_form (DolenSession *session, const char *uid, const char *draft, const char *sentence)
{
  g_autoptr (DolenPerson) person
             = uid != NULL ? dolen_caseload_get_person (caseload_of (session), uid) : NULL;
  DolenSmallFormSpec spec
      = { _ ("Tried to Reach Them"), _ ("_Record"), draft, uid, record, NULL, g_free };
  DolenSmallForm *form;
  DolenEncounterKind proposed;

  if (person == NULL)
    return NULL;
  spec.data = g_strdup (uid);
  form = dolen_small_form_new (session, &spec);
  if (sentence != NULL)
    dolen_small_form_add (form, dolen_label_new (sentence, "heading"));
  proposed = add_rule (form, person);
  dolen_small_form_add (form, dolen_ways_list_new (session, person));
  add_fields (form, proposed);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_try_form_new (DolenSession *session, const char *person)
{
  g_autofree char *draft = g_strconcat ("try/", person, NULL);

  return new_form (session, person, draft, NULL);
}

GtkWindow *
dolen_try_form_new_for_due (DolenSession *session, const DolenDue *due)
{
  g_autofree char *draft = g_strconcat ("follow-up/", due->follow_up->uid, NULL);
  g_autofree char *sentence = dolen_due_sentence (due, dolen_language_current ());

  return new_form (session, due->follow_up->person, draft, sentence);
}
