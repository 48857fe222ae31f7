/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-concerns.h"

#include "app/casework/dolen-concern-form.h"
#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-refer-targets.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"
#include "casework/dolen-casework-concerns.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static void
add_words (GtkWidget *box, const char *format, const char *day, const char *words)
{
  g_autofree char *spoken = NULL;
  g_autofree char *line = NULL;

  if (day == NULL)
    return;
  spoken = dolen_format_date_as (dolen_language_current (), day, DOLEN_DATE_DAY);
  line = dolen_text_is_empty (words) ? g_strdup_printf ("%s %s", format, spoken)
                                     : g_strdup_printf ("%s %s: %s", format, spoken, words);
  gtk_box_append (GTK_BOX (box), dolen_label_new (line, "dim-label"));
}

/* Step by step, each with its day. */
static GtkWidget *
new_words (const DolenConcern *concern)
{
  DolenLanguage language = dolen_language_current ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *head = g_strdup_printf ("%s: %s",
                                           dolen_concern_kind_name (concern->kind, language),
                                           dolen_concern_state_name (concern->state, language));
  g_autofree char *reported
      = concern->report_reference != NULL
            ? g_strdup_printf ("%s (%s)", concern->reported_to, concern->report_reference)
            : g_strdup (concern->reported_to);
  g_autofree char *words = dolen_concern_say_words (concern, language);

  gtk_box_append (GTK_BOX (box), dolen_label_new (head, "heading"));
  if (words != NULL)
    gtk_box_append (GTK_BOX (box), dolen_label_new (words, NULL));
  /* Translators: steps of a concern (pryder, masc.); a date follows, then perhaps words. */
  add_words (box, _ ("Raised:"), concern->raised_on, concern->raised_by);
  add_words (box, _ ("Discussed:"), concern->discussed_on, concern->discussed_with);
  add_words (box, _ ("Reported:"), concern->reported_on, reported);
  add_words (box, _ ("Answered:"), concern->answered_on, concern->answer);
  add_words (box, _ ("Closed:"), concern->closed_on, concern->closing_note);
  return box;
}

/* Whom a concern of this kind goes to by a referral; NULL: the scheme decides. */
static GtkWidget *
new_refer_button (DolenSession *session, const DolenConcern *concern)
{
  if (g_strcmp0 (concern->kind, "safeguarding-adult") == 0)
    return dolen_form_button_new (session,
                                  _ ("_Refer to Adult Social Care…"),
                                  dolen_refer_to_social_care_new,
                                  concern->person);
  if (g_strcmp0 (concern->kind, "crisis") == 0 || g_strcmp0 (concern->kind, "self-harm") == 0)
    return dolen_form_button_new (
        session, _ ("_Refer to the Crisis Team…"), dolen_refer_to_crisis_team_new, concern->person);
  return NULL;
}

static GtkWidget *
new_open (DolenSession *session, const DolenConcern *concern)
{
  GtkWidget *words = new_words (concern);
  GtkWidget *refer
      = concern->state < DOLEN_CONCERN_ANSWERED ? new_refer_button (session, concern) : NULL;

  if (refer != NULL) {
    gtk_widget_set_halign (refer, GTK_ALIGN_START);
    gtk_widget_set_margin_top (refer, 6);
    gtk_box_append (GTK_BOX (words), refer);
  }
  return dolen_side_box_new (
      words,
      dolen_form_button_new (session, _ ("_Go On"), dolen_concern_step_form_new, concern->uid));
}

static GtkWidget *
new_list (DolenSession *session, const char *person, gboolean closed)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (GPtrArray) concerns = dolen_caseload_list_concerns (caseload, person);
  GtkWidget *list = g_object_ref_sink (dolen_boxed_list_new ());
  guint n = 0;

  for (guint i = 0; concerns != NULL && i < concerns->len; i++) {
    const DolenConcern *concern = g_ptr_array_index (concerns, i);

    if ((concern->state == DOLEN_CONCERN_CLOSED) != closed)
      continue;
    n++;
    dolen_boxed_list_add (list, closed ? new_words (concern) : new_open (session, concern));
  }
  if (n == 0)
    g_clear_object (&list);
  return list;
}

GtkWidget *
dolen_person_concerns_new (DolenSession *session, const char *person)
{
  g_autoptr (GtkWidget) list = new_list (session, person, FALSE);

  /* Translators: a heading; pryder, masc. */
  return list != NULL ? dolen_section_new (_ ("Open Concern"), NULL, list) : NULL;
}

GtkWidget *
dolen_person_past_concerns_new (DolenSession *session, const char *person)
{
  g_autoptr (GtkWidget) list = new_list (session, person, TRUE);

  return list != NULL ? dolen_section_new (_ ("Concerns of Before"), NULL, list) : NULL;
}
