/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-plan-forms.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-outgoing.h"

#include <glib/gi18n.h>

static DolenCasework *
casework_of (DolenSmallForm *form)
{
  return dolen_session_get_casework (dolen_small_form_get_session (form));
}

/* (nullable): a form about @uid under the group's name; its data is the referral. */
static DolenSmallForm *
new_form (DolenSession *session,
          const char *uid,
          const char *draft,
          const char *title,
          const char *button,
          DolenSmallFormFunc func)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  DolenReferral *referral = caseload != NULL ? dolen_caseload_get_referral (caseload, uid) : NULL;
  g_autofree char *kind = g_strdup_printf ("%s/%s", draft, uid);
  DolenSmallFormSpec spec = { .title = title, .button = button, .draft = kind, .func = func };
  DolenSmallForm *form;

  if (referral == NULL) {
    dolen_session_toast (session, _ ("That is done already."));
    return NULL;
  }
  spec.person = referral->person;
  spec.data = referral;
  spec.free_data = (GDestroyNotify) dolen_referral_free;
  form = dolen_small_form_new (session, &spec);
  dolen_small_form_add (
      form,
      dolen_label_new (dolen_referral_get_service_name (referral, dolen_language_current ()),
                       "heading"));
  return form;
}

static GtkWindow *
begin (DolenSmallForm *form)
{
  dolen_small_form_add_text (form, "note", _ ("In words, if there is more"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- pausing ---- */

static gboolean
pause_it (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenReferral *referral = data;
  g_autofree char *until = NULL;
  g_autofree char *note = dolen_small_form_dup_text (form, "note");
  DolenPause pause = { .note = note };

  if (!dolen_small_form_dup_date (form, "until", &until, error))
    return FALSE;
  pause.reason = dolen_pause_reasons ()[dolen_small_form_get_choice (form, "reason")];
  pause.until = until;
  if (dolen_small_form_get_choice (form, "all") == 0)
    pause.referral = referral->uid;
  return dolen_casework_pause (casework_of (form), referral->person, &pause, undo, error);
}

GtkWindow *
dolen_pause_form_new (DolenSession *session, const char *referral)
{
  DolenSmallForm *form = new_form (session, referral, "pause", _ ("Pause"), _ ("_Pause"), pause_it);
  const char *const *codes = dolen_pause_reasons ();
  const char *const which[] = { _ ("Only this one"), _ ("Everything that is under way"), NULL };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (form == NULL)
    return NULL;
  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (names,
                     (gpointer) dolen_referral_reason_name (codes[i], dolen_language_current ()));
  g_ptr_array_add (names, NULL);
  dolen_small_form_add (form,
                        dolen_label_new (_ ("Nothing is chased until it goes on; on the day below "
                                            "you are asked again."),
                                         "dim-label"));
  dolen_small_form_add_choice (form, "reason", _ ("Why"), (const char *const *) names->pdata, 0);
  dolen_small_form_add_choice (form, "all", _ ("What is paused"), which, 0);
  dolen_small_form_add_entry (form, "until", _ ("Ask again on (day/month/year)"), NULL);
  return begin (form);
}

static gboolean
resume (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenReferral *referral = data;
  g_autofree char *note = dolen_small_form_dup_text (form, "note");

  return dolen_casework_resume (casework_of (form), referral->uid, note, undo, error);
}

GtkWindow *
dolen_resume_form_new (DolenSession *session, const char *referral)
{
  DolenSmallForm *form
      = new_form (session, referral, "resume", _ ("It Goes On"), _ ("_Go On"), resume);

  if (form == NULL)
    return NULL;
  dolen_small_form_add (
      form, dolen_label_new (_ ("From today on it is asked about again."), "dim-label"));
  return begin (form);
}

/* ---- not come ---- */

static gboolean
record_absence (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenReferral *referral = data;
  g_autofree char *note = dolen_small_form_dup_text (form, "note");
  g_autofree char *on = NULL;

  return dolen_small_form_dup_date (form, "on", &on, error)
         && dolen_casework_referral_absent (
             casework_of (form), referral->uid, on, note, undo, error);
}

GtkWindow *
dolen_absent_record_form_new (DolenSession *session, const char *referral)
{
  DolenSmallForm *form = new_form (
      session, referral, "absent", _ ("They Did Not Come"), _ ("_Record"), record_absence);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *typed = dolen_typed_date_format (today);
  const DolenReferral *data = form != NULL ? dolen_small_form_get_data (form) : NULL;

  if (form == NULL)
    return NULL;
  dolen_small_form_add (
      form,
      dolen_label_new (dolen_casework_has_risk (casework_of (form), data->person)
                           ? _ ("A risk is known or a concern is open: get in touch today.")
                           : _ ("Get in touch with them within two working days."),
                       "dim-label"));
  dolen_small_form_add_entry (form, "on", _ ("On (day/month/year)"), typed);
  return begin (form);
}

/* ---- reopening ---- */

guint
dolen_reopen_form_steps (const DolenReferral *referral, DolenReferralState *steps)
{
  guint n = 0;

  for (int state = DOLEN_REFERRAL_ATTENDING; state >= DOLEN_REFERRAL_SENT; state--)
    if (dolen_referral_check_reopen (referral, state, "-", NULL)
        && (state == DOLEN_REFERRAL_SENT || dolen_referral_state_date (referral, state) != NULL))
      steps[n++] = state;
  return n;
}

static gboolean
reopen (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenReferral *referral = data;
  DolenReferralState steps[DOLEN_N_REFERRAL_STATES];
  guint n = dolen_reopen_form_steps (referral, steps);
  guint chosen = MIN (dolen_small_form_get_choice (form, "state"), n - 1);
  g_autofree char *note = dolen_small_form_dup_text (form, "note");

  return dolen_casework_referral_reopen (
      casework_of (form), referral->uid, steps[chosen], note, undo, error);
}

GtkWindow *
dolen_referral_reopen_form_new (DolenSession *session, const char *referral)
{
  DolenSmallForm *form
      = new_form (session, referral, "step-back", _ ("Reopen"), _ ("_Reopen"), reopen);
  DolenReferralState steps[DOLEN_N_REFERRAL_STATES];
  const char *names[DOLEN_N_REFERRAL_STATES + 1] = { NULL };
  guint n = form != NULL ? dolen_reopen_form_steps (dolen_small_form_get_data (form), steps) : 0;

  if (form == NULL)
    return NULL;
  if (n == 0) {
    dolen_session_toast (session, _ ("There is no step to go back to."));
    gtk_window_destroy (GTK_WINDOW (form));
    return NULL;
  }
  for (guint i = 0; i < n; i++)
    names[i] = dolen_referral_state_name (steps[i], dolen_language_current ());
  dolen_small_form_add_choice (form, "state", _ ("Back to"), names, 0);
  dolen_small_form_add_text (form, "note", _ ("Why it is reopened"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
