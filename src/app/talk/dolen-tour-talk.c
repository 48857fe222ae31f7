/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-tour-talk.h"

#include "app/talk/dolen-talk-open.h"

static void
take (const DolenTalkDraft *draft, gpointer data)
{
}

/* One that is under way with nobody named, so that nothing of it is kept. */
static DolenTalkView *
begin (DolenWindow *window)
{
  g_autoptr (DolenFindFilters) filters = dolen_find_filters_new ();

  filters->place = g_strdup ("Llandysul");
  return dolen_talk_open (GTK_WIDGET (dolen_window_get_shell (window)),
                          dolen_window_get_session (window),
                          NULL,
                          filters,
                          take,
                          NULL,
                          NULL);
}

static char **
list (const char *blank_between)
{
  return g_strsplit (blank_between, " ", -1);
}

static void
put (char ***codes, const char *blank_between)
{
  g_strfreev (*codes);
  *codes = list (blank_between);
}

static DolenTalkDraft *
new_draft (DolenTalkStep step)
{
  DolenTalkDraft *draft = dolen_talk_draft_new (dolen_language_current ());

  draft->step = step;
  put (&draft->needs, "loneliness confidence");
  put (&draft->interests, "gardening singing");
  put (&draft->barriers, "no-car going-alone stairs");
  draft->means = DOLEN_TALK_WALK | DOLEN_TALK_LIFT;
  draft->max_km = 16.09344;
  draft->place = g_strdup ("Llandysul");
  draft->days = DOLEN_DAY_BIT (2) | DOLEN_DAY_BIT (4);
  draft->times = DOLEN_TALK_MORNING;
  draft->max_minutes = 120;
  return draft;
}

static DolenTalkView *
show (DolenWindow *window, DolenTalkStep step)
{
  DolenTalkView *view = begin (window);

  if (view != NULL)
    dolen_talk_view_show_draft (view, new_draft (step));
  return view;
}

void
dolen_tour_show_talk_matters (DolenWindow *window)
{
  show (window, DOLEN_TALK_MATTERS);
}

void
dolen_tour_show_talk_enjoy (DolenWindow *window)
{
  show (window, DOLEN_TALK_ENJOY);
}

void
dolen_tour_show_talk_kinds (DolenWindow *window)
{
  DolenTalkView *view = show (window, DOLEN_TALK_ENJOY);

  if (view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (view), "talk.group", "s", "nature");
}

void
dolen_tour_show_talk_hinders (DolenWindow *window)
{
  show (window, DOLEN_TALK_HINDERS);
}

void
dolen_tour_show_talk_where (DolenWindow *window)
{
  show (window, DOLEN_TALK_WHERE);
}

void
dolen_tour_show_talk_when (DolenWindow *window)
{
  show (window, DOLEN_TALK_WHEN);
}

void
dolen_tour_show_talk_found (DolenWindow *window)
{
  show (window, DOLEN_TALK_FOUND);
}

void
dolen_tour_show_talk_back (DolenWindow *window)
{
  DolenTalkView *view = show (window, DOLEN_TALK_WHEN);

  if (view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (view), "talk.finish", NULL);
}

void
dolen_tour_show_talk_taken (DolenWindow *window)
{
  DolenTalkView *view = show (window, DOLEN_TALK_WHEN);

  if (view != NULL)
    dolen_talk_view_review (view);
}

void
dolen_tour_end_talk (DolenWindow *window)
{
  dolen_window_uncover (window);
}
