/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-refer-proposal.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-private.h"

DolenCaseload *
dolen_people_test_caseload (DolenWindow *window)
{
  return dolen_casework_get_caseload (
      dolen_session_get_casework (dolen_window_get_session (window)));
}

DolenWindow *
dolen_people_test_window (const char *folder)
{
  DolenWindow *window
      = folder != NULL ? dolen_app_test_window_in (folder) : dolen_app_test_window ();
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  g_autoptr (DolenSecret) key = dolen_recovery_key_new ();
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.skip-welcome", NULL);
  dolen_casework_set_cost (casework, dolen_passphrase_cost_least ());
  dolen_casework_create_sync (casework, DOLEN_TEST_PASSPHRASE, key, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (window);
  return window;
}

void
dolen_people_test_unlock (DolenWindow *window)
{
  g_autoptr (GError) error = NULL;

  dolen_casework_unlock_sync (dolen_session_get_casework (dolen_window_get_session (window)),
                              DOLEN_TEST_PASSPHRASE,
                              &error);
  g_assert_no_error (error);
  dolen_app_test_settle (window);
}

char *
dolen_people_test_add_person (DolenWindow *window)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenEpisode) episode = NULL;
  g_autoptr (DolenAct) act = NULL;
  g_autoptr (GError) error = NULL;
  char **interests = g_new0 (char *, 2);

  person->name = g_strdup (DOLEN_TEST_CANARY);
  person->called = g_strdup (DOLEN_TEST_CALLED);
  person->communication = g_strdup ("Large print");
  person->what_matters = g_strdup ("To hear voices in the house again.");
  interests[0] = g_strdup ("cooking");
  person->interests = interests;
  dolen_person_add_way (person, "mobile", "01632 960198", TRUE, "He reads her messages");
  dolen_person_add_way (person, "phone", "01632 960199", FALSE, NULL);
  /* As dolen_casework_person_add(), but nothing is planned yet: Today stays what a test puts there.
   */
  act = dolen_act_begin (dolen_session_get_casework (dolen_window_get_session (window)),
                         DOLEN_EVENT_PERSON_ADD,
                         person->uid,
                         &error);
  g_assert_no_error (error);
  episode = dolen_episode_new (person->uid);
  dolen_act_put (act, &dolen_person_type, NULL, person);
  dolen_act_put (act, &dolen_episode_type, NULL, episode);
  dolen_act_commit (act, NULL, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (window);
  return g_strdup (person->uid);
}

static gpointer
save_service (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  dolen_directory_save_service (directory, data, error);
  return NULL;
}

char *
dolen_people_test_add_service (DolenWindow *window)
{
  DolenService *service = dolen_service_new ();
  char *uid = g_strdup ("5f0e2a60-7a53-4f39-9a52-0f2f4d1f0001");
  DolenSessionJob job
      = { "save", G_PRIORITY_DEFAULT, save_service, service, (GDestroyNotify) dolen_service_free };

  g_free (service->uid);
  service->uid = g_strdup (uid);
  dolen_bilingual_load (&service->name,
                        "Glan-yr-afon Lunch Club",
                        DOLEN_TEXT_GIVEN,
                        "Clwb Cinio Glan-yr-afon",
                        DOLEN_TEXT_GIVEN);
  service->phone = g_strdup ("01632960150");
  dolen_session_run (dolen_window_get_session (window), &job, NULL, NULL, NULL);
  dolen_app_test_settle (window);
  return uid;
}

char *
dolen_people_test_send (DolenWindow *window, const char *person, const char *service)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (DolenPerson) who
             = dolen_caseload_get_person (dolen_people_test_caseload (window), person);
  g_autoptr (DolenService) what
             = dolen_directory_get_service (dolen_session_get_directory (session), service, NULL);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenReferral) referral = dolen_refer_proposal_new (DOLEN_REFERRAL,
                                                                 who,
                                                                 what,
                                                                 NULL,
                                                                 NULL,
                                                                 dolen_vocabulary_default (NULL),
                                                                 DOLEN_LANGUAGE_EN,
                                                                 today);
  g_autoptr (GError) error = NULL;

  referral->consent = DOLEN_CONSENT_YES;
  referral->consent_on = g_strdup (today);
  dolen_casework_referral_send (dolen_session_get_casework (session), referral, NULL, NULL, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (window);
  return g_strdup (referral->uid);
}

GtkWidget *
dolen_people_test_dialog (DolenWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window)
        && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

typedef struct {
  const char *name;
  GVariant *target;
  gboolean done;
} Act;

static gboolean
try_act (GtkWidget *widget, gpointer user_data)
{
  Act *act = user_data;

  /* From the leaves up it is found by any widget; the page's own child will do. */
  act->done = gtk_widget_activate_action_variant (widget, act->name, act->target);
  return !act->done;
}

void
dolen_people_test_act (DolenWindow *window, const char *action, GVariant *target)
{
  g_autoptr (GVariant) kept = target != NULL ? g_variant_ref_sink (target) : NULL;
  Act act = { action, kept, FALSE };

  dolen_app_test_walk (
      GTK_WIDGET (dolen_shell_get_visible_page (dolen_window_get_shell (window))), try_act, &act);
  g_assert_true (act.done);
  dolen_app_test_settle (window);
}

static gboolean
unfold (GtkWidget *widget, gpointer user_data)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  return TRUE;
}

void
dolen_people_test_unfold (DolenWindow *window)
{
  dolen_app_test_walk (
      GTK_WIDGET (dolen_shell_get_visible_page (dolen_window_get_shell (window))), unfold, NULL);
  dolen_app_test_settle (window);
}

void
dolen_people_test_days_later (int days)
{
  dolen_time_set_fixed (dolen_time_now () + days * G_GINT64_CONSTANT (86400000));
}
