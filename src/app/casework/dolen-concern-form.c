/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-concern-form.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-concerns.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static DolenCasework *
casework_of (DolenSmallForm *form)
{
  return dolen_session_get_casework (dolen_small_form_get_session (form));
}

/* What helps now comes before what is to be written down. */
static void
add_what_to_do (DolenSmallForm *form)
{
  const DolenScheme *scheme = dolen_casework_get_scheme (casework_of (form));
  DolenLanguage language = dolen_language_current ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box),
                  dolen_label_new (dolen_scheme_get_crisis (scheme, language), NULL));
  gtk_box_append (GTK_BOX (box),
                  dolen_label_new (dolen_scheme_get_hours (scheme, language), "dim-label"));
  /* Translators: a heading: whom to ring in a crisis follows. */
  dolen_small_form_add (form, dolen_section_new (_ ("What to Do Now"), NULL, box));
}

/* ---- raising one ---- */

static gboolean
raise_concern (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  guint chosen = dolen_small_form_get_choice (form, "kind");
  g_autoptr (DolenConcern) concern = dolen_concern_new (data);

  concern->kind = chosen > 0 ? g_strdup (dolen_concern_kinds ()[chosen - 1]) : NULL;
  concern->text = dolen_small_form_dup_text (form, "text");
  return dolen_casework_concern_raise (casework_of (form), concern, undo, error);
}

static void
add_kinds (DolenSmallForm *form)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) _ ("Not chosen yet"));
  for (gsize i = 0; dolen_concern_kinds ()[i] != NULL; i++)
    g_ptr_array_add (
        names,
        (gpointer) dolen_concern_kind_name (dolen_concern_kinds ()[i], dolen_language_current ()));
  g_ptr_array_add (names, NULL);
  dolen_small_form_add_choice (form,
                               "kind",
                               /* Translators: of a concern (pryder, masc.) */
                               _ ("What kind"),
                               (const char *const *) names->pdata,
                               0);
}

GtkWindow *
dolen_concern_form_new_with (DolenSession *session, const char *person, const char *text)
{
  const DolenSmallFormSpec spec = {
    /* Translators: title of a window; pryder, masc. */
    _ ("Raise a Concern"), _ ("_Raise It"),   "concern", person,
    raise_concern,         g_strdup (person), g_free,
  };
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  add_kinds (form);
  dolen_small_form_add_text (form, "text", _ ("What was seen or said"));
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("A few words are enough. It is first in Today from now on, and comes "
                          "back every working day until it is answered."),
                       "dim-label"));
  add_what_to_do (form);
  dolen_small_form_begin (form);
  if (!dolen_text_is_empty (text))
    dolen_small_form_set_text (form, "text", text);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_concern_form_new (DolenSession *session, const char *person)
{
  return dolen_concern_form_new_with (session, person, NULL);
}

/* ---- the next step ---- */

static const char *const consents[] = { NULL, "yes", "no", "not-asked" };

static gboolean
take_report (
    DolenSmallForm *form, const char *concern, const char *on, DolenUndo **undo, GError **error)
{
  g_autofree char *to = dolen_small_form_dup_text (form, "to");
  g_autofree char *reference = dolen_small_form_dup_text (form, "reference");
  g_autofree char *note = dolen_small_form_dup_text (form, "consent-note");
  const DolenConcernReport report
      = { on, to, reference, consents[dolen_small_form_get_choice (form, "consent")], note };

  return dolen_casework_concern_report (casework_of (form), concern, &report, undo, error);
}

static gboolean
take_step (DolenSmallForm *form, gpointer concern, DolenUndo **undo, GError **error)
{
  DolenCasework *casework = casework_of (form);
  g_autofree char *words = dolen_small_form_dup_text (form, "words");
  g_autofree char *with = dolen_small_form_dup_text (form, "with");
  g_autofree char *on = NULL;

  if (!dolen_small_form_dup_date (form, "on", &on, error))
    return FALSE;
  switch (dolen_small_form_get_choice (form, "step")) {
  case DOLEN_CONCERN_STEP_DISCUSS:
    return dolen_casework_concern_discuss (casework, concern, on, with, undo, error);
  case DOLEN_CONCERN_STEP_REPORT:
    return take_report (form, concern, on, undo, error);
  case DOLEN_CONCERN_STEP_ANSWER:
    return dolen_casework_concern_answer (casework, concern, on, words, undo, error);
  case DOLEN_CONCERN_STEP_CLOSE:
    return dolen_casework_concern_close (casework, concern, on, words, undo, error);
  case DOLEN_CONCERN_STEP_WAIT:
  default:
    return dolen_casework_concern_wait (casework, concern, words, undo, error);
  }
}

static void
show_fields (DolenSmallForm *form)
{
  guint step = dolen_small_form_get_choice (form, "step");
  gboolean report = step == DOLEN_CONCERN_STEP_REPORT;
  gboolean agreed = dolen_small_form_get_choice (form, "consent") == 1;

  dolen_small_form_show (form, "on", step != DOLEN_CONCERN_STEP_WAIT);
  dolen_small_form_show (form, "with", step == DOLEN_CONCERN_STEP_DISCUSS);
  dolen_small_form_show (form, "to", report);
  dolen_small_form_show (form, "reference", report);
  dolen_small_form_show (form, "consent", report);
  dolen_small_form_show (form, "consent-note", report && !agreed);
  dolen_small_form_show (form, "words", step >= DOLEN_CONCERN_STEP_WAIT);
}

static DolenConcernStep
propose_step (const DolenConcern *concern)
{
  switch (concern->state) {
  case DOLEN_CONCERN_RAISED:
    return DOLEN_CONCERN_STEP_DISCUSS;
  case DOLEN_CONCERN_DISCUSSED:
    return DOLEN_CONCERN_STEP_REPORT;
  case DOLEN_CONCERN_REPORTED:
    return DOLEN_CONCERN_STEP_ANSWER;
  case DOLEN_CONCERN_ANSWERED:
  case DOLEN_CONCERN_CLOSED:
  default:
    return DOLEN_CONCERN_STEP_CLOSE;
  }
}

static void
add_summary (DolenSmallForm *form, const DolenConcern *concern)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *day = dolen_format_date_as (language, concern->raised_on, DOLEN_DATE_FULL);
  g_autofree char *line = g_strdup_printf ("%s: %s. %s",
                                           dolen_concern_kind_name (concern->kind, language),
                                           dolen_concern_state_name (concern->state, language),
                                           day);
  g_autofree char *words = dolen_concern_say_words (concern, language);

  dolen_small_form_add (form, dolen_label_new (line, "heading"));
  if (words != NULL)
    dolen_small_form_add (form, dolen_label_new (words, NULL));
}

static void
add_fields (DolenSmallForm *form, const DolenConcern *concern)
{
  const char *const steps[] = {
    /* Translators: steps of a concern (pryder, masc.), in a list. */
    _ ("It was discussed"),
    _ ("It was reported"),
    _ ("Still no answer: again the next working day"),
    _ ("It was answered"),
    _ ("Close it"),
    NULL,
  };
  const char *const agreed[] = {
    _ ("Not chosen yet"), _ ("They agreed"), _ ("They did not agree"), _ ("Not asked"), NULL
  };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *typed = dolen_typed_date_format (today);

  dolen_small_form_add_choice (form, "step", _ ("What happened"), steps, propose_step (concern));
  dolen_small_form_add_entry (form, "on", _ ("On (day/month/year)"), typed);
  dolen_small_form_add_entry (form, "with", _ ("With whom"), concern->discussed_with);
  dolen_small_form_add_entry (form, "to", _ ("To whom"), concern->reported_to);
  dolen_small_form_add_entry (form, "reference", _ ("Their reference"), concern->report_reference);
  dolen_small_form_add_choice (form, "consent", _ ("Do they agree to it?"), agreed, 0);
  dolen_small_form_add_entry (
      form, "consent-note", _ ("Why without their agreement"), concern->consent_note);
  dolen_small_form_add_entry (form, "words", _ ("What was done or said, or why it ends"), NULL);
}

GtkWindow *
dolen_concern_step_form_new (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenConcern) concern
             = caseload != NULL ? dolen_caseload_get_concern (caseload, uid) : NULL;
  g_autofree char *draft = g_strconcat ("concern-step/", uid, NULL);
  DolenSmallForm *form;

  if (concern == NULL || concern->state == DOLEN_CONCERN_CLOSED) {
    dolen_session_toast (session, _ ("That concern is not open any more."));
    return NULL;
  }
  form = dolen_small_form_new (session,
                               &(DolenSmallFormSpec){ _ ("Concern"),
                                                      _ ("_Record"),
                                                      draft,
                                                      concern->person,
                                                      take_step,
                                                      g_strdup (uid),
                                                      g_free });
  add_summary (form, concern);
  add_fields (form, concern);
  add_what_to_do (form);
  g_signal_connect (form, "changed", G_CALLBACK (show_fields), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_concern_due_form_new (DolenSession *session, const DolenDue *due)
{
  return due->follow_up->subject != NULL
             ? dolen_concern_step_form_new (session, due->follow_up->subject)
             : NULL;
}
