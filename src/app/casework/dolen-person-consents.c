/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-consents.h"

#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-consents.h"
#include "casework/records/dolen-episode-words.h"

#include <glib/gi18n.h>

/* The list on a person's page. */

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static char *
say_lines (const DolenShareConsent *consent)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; consent->lines != NULL && i < consent->lines->len; i++) {
    const DolenShareLine *line = g_ptr_array_index (consent->lines, i);

    if (line->ticked && !dolen_text_is_empty (line->text))
      g_ptr_array_add (texts, line->text);
  }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (" · ", (char **) texts->pdata);
}

static GtkWidget *
new_buttons (DolenSession *session, const DolenShareConsent *consent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (
      GTK_BOX (box),
      dolen_form_button_new (session, _ ("_Renew…"), dolen_consent_renew_form_new, consent->uid));
  gtk_box_append (GTK_BOX (box),
                  dolen_form_button_new (
                      session, _ ("_Withdraw…"), dolen_consent_withdraw_form_new, consent->uid));
  return box;
}

static GtkWidget *
new_row (DolenSession *session, const DolenShareConsent *consent, const char *today)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *closed = dolen_caseload_consent_closed (caseload_of (session), consent);
  g_autofree char *state
      = dolen_consent_say_state (consent, closed, today, dolen_language_current ());
  g_autofree char *lines = say_lines (consent);

  gtk_box_append (GTK_BOX (words), dolen_label_new (consent->recipient_name, "heading"));
  gtk_box_append (GTK_BOX (words), dolen_label_new (state, NULL));
  gtk_box_append (GTK_BOX (words), dolen_label_new (lines, "dim-label"));
  if (consent->withdrawn_on != NULL)
    return words;
  return dolen_side_box_new (words, new_buttons (session, consent));
}

GtkWidget *
dolen_person_consents_new (DolenSession *session, const char *person)
{
  GtkWidget *list = dolen_boxed_list_new ();
  GtkWidget *add = NULL;
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenPerson) who = dolen_caseload_get_person (caseload_of (session), person);
  g_autoptr (GPtrArray) all = dolen_caseload_list_records (
      caseload_of (session), &dolen_consent_type, person, NULL);

  /* Newest first. */
  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    dolen_boxed_list_add (list, new_row (session, g_ptr_array_index (all, i - 1), today));
  if (all == NULL || all->len == 0)
    dolen_boxed_list_add (
        list,
        dolen_label_new (_ ("Nobody may be told anything yet. A referral records its own consent."),
                         "dim-label"));
  if (who != NULL && who->died_on == NULL) {
    add = dolen_form_button_new (session, _ ("_Add a Consent…"), dolen_consent_form_new, person);
    gtk_widget_add_css_class (add, "flat");
  }
  /* Translators: consents (cydsyniadau) to tell others something about a person. */
  return dolen_section_new (_ ("Who May Be Told"), add, list);
}
