/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-tour-people.h"

#include "app/casework/dolen-new-vault-window.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-tour-support.h"
#include "app/dolen-tour-casework.h"
#include "base/dolen-time.h"

static DolenCaseload *
caseload_of (DolenWindow *window)
{
  return dolen_casework_get_caseload (
      dolen_session_get_casework (dolen_window_get_session (window)));
}

static char *
dup_first_person (DolenWindow *window)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) people
             = dolen_caseload_list_people (caseload_of (window), NULL, today, NULL);

  g_assert (people != NULL && people->len > 0);
  return g_strdup (((DolenPersonRow *) g_ptr_array_index (people, 0))->uid);
}

static gboolean
try_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_widget_activate_action_variant (widget, name, parameter))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (try_action (child, name, parameter))
      return TRUE;
  return FALSE;
}

/* An action of the shown page: of the first widget that has it. */
void
dolen_tour_act (DolenWindow *window, const char *name, GVariant *parameter)
{
  g_autoptr (GVariant) kept = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;

  try_action (GTK_WIDGET (dolen_window_get_shell (window)), name, kept);
}

void
dolen_tour_show_person (DolenWindow *window)
{
  g_autofree char *uid = dup_first_person (window);

  dolen_page_go (GTK_WIDGET (window), "people", "person", uid);
}

static gboolean
scroll_down_cb (gpointer user_data)
{
  GtkAdjustment *adjustment = user_data;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return G_SOURCE_REMOVE;
}

static GtkWidget *
find_id (GtkWidget *widget, const char *id)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_id (child, id);
  return found;
}

void
dolen_tour_show_person_end (DolenWindow *window)
{
  GtkWidget *page, *scrolled;

  dolen_tour_show_person (window);
  page = GTK_WIDGET (dolen_shell_get_page (dolen_window_get_shell (window), "people"));
  scrolled = find_id (page, "scrolled");
  if (scrolled != NULL)
    g_timeout_add_full (
        G_PRIORITY_DEFAULT,
        100,
        scroll_down_cb,
        g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled))),
        g_object_unref);
}

void
dolen_tour_show_add_person (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_tour_act (window, "people.add", NULL);
}

void
dolen_tour_show_change_person (DolenWindow *window)
{
  dolen_tour_show_person (window);
  dolen_tour_act (window, "person.change", NULL);
}

void
dolen_tour_show_refer (DolenWindow *window)
{
  g_autofree char *uid = dup_first_person (window);
  g_autofree char *service = NULL;
  g_autoptr (GPtrArray) referrals
             = dolen_caseload_list_referrals (caseload_of (window), uid, TRUE, NULL);
  GtkWindow *form = NULL;

  if (referrals != NULL && referrals->len > 0)
    service = g_strdup (((DolenReferral *) g_ptr_array_index (referrals, 0))->service);
  if (service != NULL)
    form = dolen_refer_window_new (
        dolen_window_get_session (window), DOLEN_REFERRAL, uid, service, NULL);
  if (form == NULL)
    return;
  dolen_refer_window_set_consent (DOLEN_REFER_WINDOW (form), DOLEN_CONSENT_YES);
  dolen_window_present_dialog (GTK_WIDGET (window), form);
}

void
dolen_tour_show_follow_up (DolenWindow *window)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenTodayLists) lists = dolen_caseload_list_today (caseload_of (window), today, NULL);
  const DolenDue *due;

  if (lists == NULL || lists->overdue->len == 0)
    return;
  due = g_ptr_array_index (lists->overdue, 0);
  dolen_tour_act (window, "today.finish", g_variant_new_string (due->follow_up->uid));
}

void
dolen_tour_show_new_vault (DolenWindow *window)
{
  dolen_window_present_dialog (GTK_WIDGET (window),
                               dolen_new_vault_window_new (dolen_window_get_session (window)));
}

void
dolen_tour_show_locked (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
}

void
dolen_tour_show_empty (DolenWindow *window)
{
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  g_autoptr (DolenSecret) key = dolen_recovery_key_new ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.skip-welcome", NULL);
  dolen_casework_set_cost (casework, dolen_passphrase_cost_least ());
  if (!dolen_casework_exists (casework))
    dolen_casework_create_sync (casework, DOLEN_TOUR_PASSPHRASE, key, NULL);
}

void
dolen_tour_show_nobody (DolenWindow *window)
{
  dolen_tour_show_empty (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
}

void
dolen_tour_tidy_up (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenCasework *casework = dolen_session_get_casework (session);

  if (dolen_casework_exists (casework) && !dolen_casework_is_unlocked (casework))
    dolen_casework_unlock_sync (casework, DOLEN_TOUR_PASSPHRASE, NULL);
  dolen_tour_reopen (window);
  dolen_session_open_person (session, NULL, NULL);
}
