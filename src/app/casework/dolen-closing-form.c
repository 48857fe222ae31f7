/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-episode-forms.h"

#include "app/casework/dolen-closing-papers.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-scheme-settings.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/records/dolen-episode-words.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

/* The end of a spell of support, and coming back. */

typedef struct {
  char *episode;        /* (owned) uid */
  char *person;         /* (owned) uid */
  GPtrArray *referrals; /* (owned) (element-type DolenReferral) to be decided upon */
} Closing;

static void
closing_free (gpointer data)
{
  Closing *closing = data;

  g_free (closing->episode);
  g_free (closing->person);
  g_ptr_array_unref (closing->referrals);
  g_free (closing);
}

static DolenCasework *
casework_of (DolenSmallForm *form)
{
  return dolen_session_get_casework (dolen_small_form_get_session (form));
}

static const char *
chosen_reason (DolenSmallForm *form)
{
  guint chosen = dolen_small_form_get_choice (form, "reason");

  return chosen > 0 ? dolen_closing_reasons ()[chosen - 1] : NULL;
}

static gboolean
do_close (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Closing *closing = data;
  guint n = closing->referrals->len;
  g_autofree const char **uids = g_new0 (const char *, n + 1);
  g_autofree DolenLeaving *leaving = g_new0 (DolenLeaving, n + 1);
  g_autofree char *note = dolen_small_form_dup_text (form, "note");
  g_autofree char *carry_on = dolen_small_form_dup_text (form, "carry-on");
  g_autofree char *on = NULL;
  g_autofree char *until = NULL;
  DolenClosing how = { .episode = closing->episode,
                       .reason = chosen_reason (form),
                       .note = note,
                       .carry_on = carry_on,
                       .referrals = uids,
                       .leaving = leaving,
                       .letter = dolen_small_form_get_check (form, "letter") };

  for (guint i = 0; i < n; i++) {
    char key[24];

    g_snprintf (key, sizeof key, "referral-%u", i);
    uids[i] = ((DolenReferral *) g_ptr_array_index (closing->referrals, i))->uid;
    leaving[i] = dolen_small_form_get_choice (form, key);
  }
  if (!dolen_small_form_dup_date (form, "on", &on, error)
      || !dolen_small_form_dup_date (form, "return", &until, error))
    return FALSE;
  how.on = on;
  how.return_until = until;
  if (!dolen_casework_episode_close (casework_of (form), &how, undo, error))
    return FALSE;
  dolen_closing_papers_offer (form, closing->person);
  return TRUE;
}

static void
add_reason (DolenSmallForm *form)
{
  const char *const *codes = dolen_closing_reasons ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) _ ("Not chosen yet"));
  for (gsize i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (names,
                     (gpointer) dolen_closing_reason_name (codes[i], dolen_language_current ()));
  g_ptr_array_add (names, NULL);
  dolen_small_form_add_choice (
      form, "reason", _ ("Why it closes"), (const char *const *) names->pdata, 0);
}

static void
add_referrals (DolenSmallForm *form, const Closing *closing)
{
  const char *names[] = { _ ("Not decided yet"),
                          /* Translators: what becomes of a referral (atgyfeiriad, masc.) when
                             support closes. */
                          _ ("Goes on, and we ask after it"),
                          _ ("They go on by themselves"),
                          _ ("Cancel it"),
                          NULL };

  if (closing->referrals->len > 0)
    dolen_small_form_add (
        form, dolen_label_new (_ ("What becomes of what is still under way"), "heading"));
  for (guint i = 0; i < closing->referrals->len; i++) {
    const DolenReferral *referral = g_ptr_array_index (closing->referrals, i);
    char key[24];

    g_snprintf (key, sizeof key, "referral-%u", i);
    dolen_small_form_add_choice (
        form,
        key,
        dolen_referral_get_service_name (referral, dolen_language_current ()),
        names,
        DOLEN_LEAVING_NOT_DECIDED);
  }
}

static DolenSmallForm *
new_closing_form (DolenSession *session, const DolenEpisode *episode)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  Closing *closing = g_new0 (Closing, 1);
  const DolenSmallFormSpec spec = { .title = _ ("Close the Support"),
                                    .button = _ ("Close _It"),
                                    .draft = "closing",
                                    .person = episode->person,
                                    .func = do_close,
                                    .data = closing,
                                    .free_data = closing_free };

  closing->episode = g_strdup (episode->uid);
  closing->person = g_strdup (episode->person);
  closing->referrals = dolen_caseload_list_leaving (caseload, episode->person);
  if (closing->referrals == NULL)
    closing->referrals = g_ptr_array_new ();
  return dolen_small_form_new (session, &spec);
}

GtkWindow *
dolen_closing_form_new (DolenSession *session, const char *person)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenScheme) scheme = dolen_scheme_read (dolen_session_get_settings (session));
  g_autofree char *later
      = scheme->return_weeks > 0 ? dolen_date_add_days (today, scheme->return_weeks * 7) : NULL;
  g_autofree char *typed = dolen_typed_date_format (today);
  g_autofree char *until = later != NULL ? dolen_typed_date_format (later) : NULL;
  g_autoptr (DolenEpisode) episode = NULL;
  DolenSmallForm *form;

  if (caseload != NULL)
    episode = dolen_caseload_get_open_episode (caseload, person);
  if (episode == NULL) {
    dolen_session_toast (session, _ ("No support is under way."));
    return NULL;
  }
  form = new_closing_form (session, episode);
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("Reminders stop and consents to share end, but for what still goes on. "
                          "It can be undone."),
                       NULL));
  add_reason (form);
  dolen_small_form_add_entry (form, "on", _ ("On (day/month/year)"), typed);
  add_referrals (form, dolen_small_form_get_data (form));
  dolen_small_form_add (form, dolen_label_new (_ ("And then"), "heading"));
  dolen_small_form_add_entry (
      form, "carry-on", _ ("What continues after support ends"), episode->carry_on);
  dolen_small_form_add_entry (form, "return", _ ("May come back until (day/month/year)"), until);
  dolen_small_form_add_text (form, "note", _ ("In words, if there is more"));
  dolen_small_form_add_check (form, "letter", _ ("Write the closing letter to them next"), TRUE);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- coming back ---- */

static gboolean
do_come_back (DolenSmallForm *form, gpointer person, DolenUndo **undo, GError **error)
{
  g_autofree char *why = dolen_small_form_dup_text (form, "why");

  return dolen_casework_come_back (casework_of (form), person, why, undo, error);
}

GtkWindow *
dolen_come_back_form_new (DolenSession *session, const char *person)
{
  const DolenSmallFormSpec spec = { .title = _ ("They Come Back"),
                                    .button = _ ("_Begin Again"),
                                    .draft = "come-back",
                                    .person = person,
                                    .func = do_come_back,
                                    .data = g_strdup (person),
                                    .free_data = g_free };
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  dolen_small_form_add (
      form,
      dolen_label_new (_ ("No new referral is needed. A contact is planned for the coming days."),
                       NULL));
  dolen_small_form_add_entry (form, "why", _ ("Why they come back"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
