/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-tour.h"

static void
show_today (DolenWindow *window)
{
}

static void
show_find (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "find");
}

static void
show_people (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
}

static void
show_dialog (DolenWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static void
show_import (DolenWindow *window)
{
  show_dialog (window, "win.import");
}

static void
show_preferences (DolenWindow *window)
{
  show_dialog (window, "win.preferences");
}

static void
show_shortcuts (DolenWindow *window)
{
  show_dialog (window, "win.shortcuts");
}

static void
show_help (DolenWindow *window)
{
  show_dialog (window, "win.help");
}

static void
show_about (DolenWindow *window)
{
  show_dialog (window, "win.about");
}

static const DolenTourStop stops[] = {
  { "today", show_today, NULL },
  { "find", show_find, NULL },
  { "people", show_people, NULL },
  { "import", show_import, NULL },
  { "preferences", show_preferences, NULL },
  { "shortcuts", show_shortcuts, NULL },
  { "help", show_help, NULL },
  { "about", show_about, NULL },
  { NULL },
};

const DolenTourStop *
dolen_tour_stops (void)
{
  return stops;
}
