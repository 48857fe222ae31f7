/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-tour-incoming.h"

#include "app/casework/dolen-incoming-form.h"
#include "app/casework/dolen-person-window.h"
#include "app/casework/dolen-referrer-form.h"
#include "app/casework/dolen-triage-form.h"
#include "app/casework/dolen-try-form.h"
#include "casework/dolen-caseload-incoming.h"

#include <string.h>

static DolenCaseload *
caseload_of (DolenWindow *window)
{
  return dolen_casework_get_caseload (
      dolen_session_get_casework (dolen_window_get_session (window)));
}

/* The first referral in of state @state, whose person's page is shown. */
static DolenIncoming *
show_first (DolenWindow *window, const char *state)
{
  g_autofree char *where = g_strdup_printf ("state = '%s'", state);
  g_autoptr (GPtrArray) all = dolen_caseload_list_records (
      caseload_of (window), &dolen_incoming_type, NULL, where);
  DolenIncoming *first;

  g_assert (all != NULL && all->len > 0);
  first = g_ptr_array_steal_index (all, 0);
  dolen_page_go (GTK_WIDGET (window), "people", "person", first->person);
  return first;
}

static void
present (DolenWindow *window, GtkWindow *form)
{
  if (form != NULL)
    dolen_window_present_dialog (GTK_WIDGET (window), form);
}

void
dolen_tour_show_incoming (DolenWindow *window)
{
  g_autoptr (DolenIncoming) first = show_first (window, "new");

  g_assert (first != NULL);
}

void
dolen_tour_show_waiting (DolenWindow *window)
{
  g_autoptr (DolenIncoming) first = show_first (window, "waiting");

  g_assert (first != NULL);
}

void
dolen_tour_show_refer_in (DolenWindow *window)
{
  GtkWindow *form;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  form = dolen_incoming_form_new (dolen_window_get_session (window), NULL);
  dolen_small_form_set_text (DOLEN_SMALL_FORM (form), "name", "Shan Reece");
  present (window, form);
}

void
dolen_tour_show_triage (DolenWindow *window)
{
  g_autoptr (DolenIncoming) first = show_first (window, "new");

  present (window, dolen_triage_form_new (dolen_window_get_session (window), first->uid));
}

void
dolen_tour_show_tell (DolenWindow *window)
{
  g_autoptr (DolenIncoming) first = show_first (window, "waiting");

  present (window, dolen_referrer_form_new (dolen_window_get_session (window), first->uid));
}

void
dolen_tour_show_try (DolenWindow *window)
{
  g_autoptr (DolenIncoming) first = show_first (window, "supported");

  present (window, dolen_try_form_new (dolen_window_get_session (window), first->person));
}

/* ---- the record, further down ---- */

static GtkWidget *
find_scrolled (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SCROLLED_WINDOW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scrolled (child);
  return found;
}

static gboolean
scroll_cb (gpointer user_data)
{
  GtkAdjustment *adjustment = user_data;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return G_SOURCE_REMOVE;
}

void
dolen_tour_show_record (DolenWindow *window)
{
  g_autoptr (DolenIncoming) first = show_first (window, "new");
  GtkWindow *form = dolen_person_window_new (dolen_window_get_session (window), first->person);
  GtkWidget *scrolled = find_scrolled (GTK_WIDGET (form));

  present (window, form);
  if (scrolled != NULL)
    g_timeout_add_full (
        G_PRIORITY_DEFAULT,
        100,
        scroll_cb,
        g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled))),
        g_object_unref);
}
