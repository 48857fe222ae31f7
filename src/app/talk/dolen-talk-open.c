/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-open.h"

#include "app/dolen-window.h"
#include "app/find/dolen-person-profile.h"
#include "base/dolen-time.h"

static DolenFindFilters *
filters_of (DolenSession *session, const char *person)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenPerson) record = NULL;

  if (caseload != NULL)
    record = dolen_caseload_get_person (caseload, person);
  return record != NULL ? dolen_person_filters_new (record, today) : NULL;
}

static void
on_over_cb (DolenWindow *window, GtkWidget *view)
{
  dolen_window_uncover (window);
}

DolenTalkView *
dolen_talk_open (GtkWidget *from,
                 DolenSession *session,
                 const char *person,
                 const DolenFindFilters *known,
                 DolenTalkTakeFunc take,
                 gpointer data,
                 GDestroyNotify free_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (DolenFindFilters) filters = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *view = NULL;

  if (known != NULL)
    filters = dolen_find_filters_copy (known);
  else
    filters = person != NULL ? filters_of (session, person) : dolen_find_filters_new ();
  if (dolen_vocabulary_default (&error) == NULL)
    dolen_session_report (session, error);
  else if (DOLEN_IS_WINDOW (root) && !dolen_window_is_covered (DOLEN_WINDOW (root))
           && filters != NULL)
    view = dolen_talk_view_new (session, person, filters, take, data, free_data);
  if (view == NULL) {
    if (free_data != NULL)
      free_data (data);
    return NULL;
  }
  g_signal_connect_object (view, "over", G_CALLBACK (on_over_cb), root, G_CONNECT_SWAPPED);
  dolen_window_cover (DOLEN_WINDOW (root), view, dolen_talk_view_leave);
  return DOLEN_TALK_VIEW (view);
}
