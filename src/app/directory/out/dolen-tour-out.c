/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/out/dolen-tour-out.h"

#include "app/directory/out/dolen-booklet-window.h"
#include "app/directory/out/dolen-export-window.h"

void
dolen_tour_show_export (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
}

void
dolen_tour_show_publish (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.publish", NULL);
}

static DolenExportWindow *exporting; /* the one that is shown */

/* Into the profile of the tour, which is thrown away. */
void
dolen_tour_show_exported (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  GtkWindow *dialog = dolen_export_window_new (session);
  g_autofree char *path
      = g_build_filename (dolen_session_get_folder (session), "directory.csv", NULL);

  dolen_window_present_dialog (GTK_WIDGET (window), dialog);
  exporting = DOLEN_EXPORT_WINDOW (dialog);
  dolen_export_window_write (exporting, path);
}

gboolean
dolen_tour_exported_is_ready (DolenWindow *window)
{
  return g_str_equal (dolen_export_window_get_page (exporting), "done");
}

/* ---- the booklet ---- */

static DolenBookletWindow *booklet; /* the one that is shown */
static gboolean to_pages;
static gboolean chosen;

static void
show_booklet (DolenWindow *window, gboolean pages)
{
  GtkWindow *dialog = dolen_booklet_window_new (dolen_window_get_session (window));

  booklet = DOLEN_BOOKLET_WINDOW (dialog);
  to_pages = pages;
  chosen = FALSE;
  dolen_window_present_dialog (GTK_WIDGET (window), dialog);
}

void
dolen_tour_show_booklet (DolenWindow *window)
{
  show_booklet (window, FALSE);
}

void
dolen_tour_show_booklet_pages (DolenWindow *window)
{
  show_booklet (window, TRUE);
}

static void
scroll_to_pages (GtkWidget *form)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (form, GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                            gtk_widget_get_height (form));
}

gboolean
dolen_tour_booklet_is_ready (DolenWindow *window)
{
  DolenBookletForm *form;

  if (!dolen_booklet_window_is_ready (booklet))
    return FALSE;
  form = dolen_booklet_window_get_form (booklet);
  if (!chosen) {
    dolen_booklet_form_choose_area (form, DOLEN_BOOKLET_TOWN, "Tregaron");
    chosen = TRUE;
    return FALSE;
  }
  if (to_pages)
    scroll_to_pages (GTK_WIDGET (form));
  return TRUE;
}
