/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-incoming.h"

#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-incoming-form.h"
#include "app/casework/dolen-person-codes.h"
#include "app/casework/dolen-referrer-form.h"
#include "app/casework/dolen-triage-form.h"
#include "app/casework/dolen-try-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-incoming.h"
#include "casework/dolen-waiting.h"
#include "casework/records/dolen-codes.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static void
add_words (GtkWidget *list, const char *text)
{
  if (!dolen_text_is_empty (text))
    dolen_boxed_list_add (list, dolen_label_new (text, NULL));
}

static void
add_fact (GtkWidget *list, const char *title, const char *text)
{
  if (!dolen_text_is_empty (text))
    dolen_boxed_list_add (list, dolen_fact_new (title, text));
}

static void
add_day (GtkWidget *list, const char *title, const char *date)
{
  g_autofree char *day = dolen_format_date_as (dolen_language_current (), date, DOLEN_DATE_FULL);

  add_fact (list, title, day);
}

/* ---- acts without a form ---- */

static void
report (DolenSession *session, DolenUndo *undo, const GError *error)
{
  if (error != NULL)
    dolen_session_report (session, error);
  else
    dolen_session_did (session, undo);
}

static GtkWindow *
take_up (DolenSession *session, const char *uid)
{
  g_autoptr (GError) error = NULL;
  DolenUndo *undo = NULL;

  dolen_casework_incoming_take_up (dolen_session_get_casework (session), uid, &undo, &error);
  report (session, undo, error);
  return NULL;
}

/* ---- what is to be done ---- */

static void
add_place (GtkWidget *list, DolenSession *session, const DolenIncoming *incoming)
{
  g_autoptr (GPtrArray) waiting = dolen_caseload_list_waiting (caseload_of (session));
  g_autofree char *today = dolen_date_today ();

  for (guint i = 0; waiting != NULL && i < waiting->len; i++) {
    const DolenIncoming *one = g_ptr_array_index (waiting, i);

    if (g_str_equal (one->uid, incoming->uid)) {
      g_autofree char *words
          = dolen_waiting_sentence (waiting, i, today, dolen_language_current ());
      add_words (list, words);
    }
  }
}

static gboolean
is_untold (const DolenIncoming *incoming)
{
  return incoming->decided_on != NULL && incoming->told_on == NULL
         && g_strcmp0 (incoming->source, "self") != 0;
}

static void
add_button (GtkWidget *box,
            DolenSession *session,
            const char *label,
            DolenFormFunc func,
            const char *uid,
            gboolean first)
{
  GtkWidget *button = dolen_form_button_new (session, label, func, uid);

  if (first)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_buttons (GtkWidget *list,
             DolenSession *session,
             const DolenIncoming *incoming,
             const DolenReach *reach)
{
  GtkWidget *box = dolen_wrap_box_new ();
  gboolean fresh = incoming->state == DOLEN_INCOMING_NEW;
  gboolean asked = incoming->state == DOLEN_INCOMING_MORE_INFO;
  gboolean waiting = incoming->state == DOLEN_INCOMING_WAITING;

  if (asked)
    add_button (box, session, _ ("_Record the Answer…"), dolen_info_form_new, incoming->uid, TRUE);
  if (waiting)
    add_button (box, session, _ ("_Take Up"), take_up, incoming->uid, TRUE);
  add_button (box, session, _ ("_Decide…"), dolen_triage_form_new, incoming->uid, fresh);
  if (is_untold (incoming))
    add_button (
        box, session, _ ("Tell the _Referrer…"), dolen_referrer_form_new, incoming->uid, FALSE);
  add_button (
      box, session, _ ("Tried to R_each Them…"), dolen_try_form_new, incoming->person, FALSE);
  if (reach->step == DOLEN_REACH_LETTER || reach->step == DOLEN_REACH_WAIT
      || reach->step == DOLEN_REACH_CLOSE)
    add_button (box, session, _ ("_Not Reached…"), dolen_end_form_new, incoming->uid, FALSE);
  dolen_boxed_list_add (list, box);
}

static GtkWidget *
new_current (DolenSession *session, const DolenIncoming *incoming, const DolenReach *reach)
{
  GtkWidget *list = dolen_boxed_list_new ();
  DolenLanguage language = dolen_language_current ();
  g_autofree char *from = dolen_source_say (incoming->source, incoming->source_name, language);
  g_autofree char *tried = dolen_reach_sentence (reach, language);
  gboolean open = incoming->state != DOLEN_INCOMING_SUPPORTED;

  /* What is to be done stands first, what was told beneath it. */
  add_fact (list, _ ("Where it stands"), dolen_incoming_state_name (incoming->state, language));
  if (incoming->state == DOLEN_INCOMING_WAITING)
    add_place (list, session, incoming);
  if (incoming->state == DOLEN_INCOMING_MORE_INFO)
    add_fact (list, _ ("What was asked"), incoming->info_wanted);
  if (is_untold (incoming))
    add_words (list, _ ("The referrer has not been told yet."));
  add_words (list, tried);
  add_buttons (list, session, incoming, reach);
  add_fact (list, _ ("From"), from);
  add_day (list, _ ("Received"), incoming->received_on);
  if (open) {
    add_fact (list, _ ("Why they were referred"), incoming->reason);
    add_fact (list, _ ("What they themselves need and want"), incoming->own_view);
  }
  return dolen_section_new (_ ("Coming In"), NULL, list);
}

GtkWidget *
dolen_person_incoming_new (DolenSession *session, const char *person)
{
  DolenCaseload *caseload = caseload_of (session);
  g_autoptr (DolenIncoming) incoming = dolen_caseload_get_current_incoming (caseload, person);
  g_autoptr (DolenPerson) known = dolen_caseload_get_person (caseload, person);
  g_autofree char *answer_by = NULL;
  DolenReach reach;

  if (known == NULL || known->died_on != NULL || incoming == NULL)
    return NULL;
  answer_by = dolen_casework_dup_answer_by (dolen_session_get_casework (session), incoming);
  dolen_caseload_work_out_reach (caseload, known, incoming, NULL, answer_by, &reach);
  if (incoming->state == DOLEN_INCOMING_SUPPORTED && !is_untold (incoming)
      && reach.step == DOLEN_REACH_REACHED && incoming->contacted_on != NULL)
    return NULL;
  return new_current (session, incoming, &reach);
}

/* ---- how they came ---- */

static GtkWidget *
new_came (DolenSession *session, const DolenIncoming *incoming)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *list = dolen_boxed_list_new ();
  DolenLanguage language = dolen_language_current ();
  g_autofree char *from = dolen_source_say (incoming->source, incoming->source_name, language);
  g_autofree char *title = g_markup_escape_text (from, -1);
  g_autofree char *day = dolen_format_date_as (language, incoming->received_on, DOLEN_DATE_DAY);
  g_autofree char *subtitle
      = g_strdup_printf ("%s · %s", day, dolen_incoming_state_name (incoming->state, language));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  add_fact (list, _ ("Why they were referred"), incoming->reason);
  add_fact (list, _ ("Risks that were passed on"), incoming->risk);
  add_fact (list, _ ("What they themselves need and want"), incoming->own_view);
  add_day (list, _ ("Decided"), incoming->decided_on);
  add_fact (list, _ ("Where it should go"), incoming->returned_to);
  add_fact (list, _ ("Why, in words"), incoming->note);
  add_day (list, _ ("The referrer was told"), incoming->told_on);
  add_fact (list,
            _ ("What the referrer wishes to hear"),
            dolen_code_name (DOLEN_CODES_FEEDBACK, incoming->feedback, language));
  add_day (list, _ ("By when"), incoming->feedback_by);
  if (!dolen_incoming_is_over (incoming->state)) {
    GtkWidget *button = dolen_form_button_new (
        session, _ ("C_hange…"), dolen_incoming_change_form_new, incoming->uid);

    gtk_widget_set_halign (button, GTK_ALIGN_START);
    dolen_boxed_list_add (list, button);
  }
  gtk_widget_remove_css_class (list, "boxed-list");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), list);
  return row;
}

GtkWidget *
dolen_person_came_new (DolenSession *session, const char *person)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_records (
      caseload_of (session), &dolen_incoming_type, person, NULL);
  GtkWidget *list;

  if (all == NULL || all->len == 0)
    return NULL;
  list = dolen_boxed_list_new ();
  for (guint i = all->len; i > 0; i--)
    gtk_list_box_append (GTK_LIST_BOX (list), new_came (session, g_ptr_array_index (all, i - 1)));
  return dolen_section_new (_ ("How They Came to Us"), NULL, list);
}
