/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-tour-outgoing.h"

#include "app/casework/dolen-follow-up-forms.h"
#include "app/casework/dolen-plan-forms.h"
#include "app/casework/dolen-rules-window.h"
#include "app/casework/dolen-sent-letter.h"
#include "app/casework/dolen-slip-form.h"
#include "casework/dolen-casework-outgoing.h"

static void
add_choice (DolenCasework *casework, const char *person, const char *english, const char *welsh)
{
  g_autoptr (DolenChoice) choice = dolen_choice_new (person);

  choice->service_name = g_strdup (english);
  choice->service_name_cy = g_strdup (welsh);
  dolen_casework_choice_add (casework, choice, NULL, NULL);
}

static GPtrArray *
list_under_way (DolenCasework *casework)
{
  return dolen_caseload_list_records (dolen_casework_get_caseload (casework),
                                      &dolen_referral_type,
                                      NULL,
                                      "state IN ('sent', 'accepted')");
}

void
dolen_tour_add_outgoing (DolenCasework *casework)
{
  g_autoptr (GPtrArray) referrals = list_under_way (casework);

  for (guint i = 0; referrals != NULL && i < referrals->len; i++) {
    const char *person = ((const DolenReferral *) referrals->pdata[i])->person;

    add_choice (casework, person, "Community Allotment", "Rhandir Cymunedol");
    add_choice (casework, person, "Sing for Pleasure", "Canu er Pleser");
  }
}

void
dolen_tour_show_rules (DolenWindow *window)
{
  dolen_window_present_dialog (GTK_WIDGET (window),
                               dolen_rules_window_new (dolen_window_get_session (window)));
}

void
dolen_tour_show_slip (DolenWindow *window)
{
  dolen_window_present_dialog (GTK_WIDGET (window),
                               dolen_slip_form_new (dolen_window_get_session (window)));
}

void
dolen_tour_show_pause (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (GPtrArray) referrals = list_under_way (dolen_session_get_casework (session));
  const DolenReferral *first;

  if (referrals == NULL || referrals->len == 0)
    return;
  first = referrals->pdata[0];
  dolen_window_present_dialog (GTK_WIDGET (window), dolen_pause_form_new (session, first->uid));
}

void
dolen_tour_show_sent_letter (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (GPtrArray) referrals = list_under_way (dolen_session_get_casework (session));

  if (referrals != NULL && referrals->len > 0)
    dolen_window_present_dialog (
        GTK_WIDGET (window),
        dolen_sent_letter_new (session, ((const DolenReferral *) referrals->pdata[0])->uid));
}

void
dolen_tour_show_answer (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      dolen_casework_get_caseload (dolen_session_get_casework (session)),
      &dolen_follow_up_type,
      NULL,
      "state = 'open' AND kind = 'no-answer'");
  GtkWindow *form = NULL;

  if (open != NULL && open->len > 0)
    form = dolen_follow_up_form_new (session, ((const DolenFollowUp *) open->pdata[0])->uid);
  if (form == NULL)
    return;
  dolen_small_form_set_choice (DOLEN_SMALL_FORM (form), "answer", 5); /* declined */
  dolen_window_present_dialog (GTK_WIDGET (window), form);
}
