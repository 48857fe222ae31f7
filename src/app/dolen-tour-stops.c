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

static const DolenTourStop stops[] = {
  { "today", show_today, NULL },
  { "find", show_find, NULL },
  { "people", show_people, NULL },
  { NULL },
};

const DolenTourStop *
dolen_tour_stops (void)
{
  return stops;
}
