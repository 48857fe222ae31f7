/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-talk-test.h"

#include "app/dolen-sample.h"
#include "base/dolen-time.h"

/*
 * Conversations as they are had by people whom evaluations tell of, over the sample directory:
 * typed and tapped as by somebody who sees it for the first time.
 */

static DolenWindow *
begin (void)
{
  DolenWindow *window = dolen_app_test_window ();
  gint64 moment = 0;

  dolen_instant_of_iso ("2026-05-04T09:00:00", &moment);
  dolen_time_set_fixed (moment);
  dolen_sample_fill (dolen_window_get_session (window));
  dolen_app_test_settle (window);
  dolen_talk_test_talk_on_find (window);
  return window;
}

static void
end (DolenWindow *window)
{
  dolen_app_test_close (window);
  dolen_time_set_fixed (0);
}

static gboolean
count_cards_cb (GtkWidget *widget, gpointer n)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "talk-name"))
    (*(int *) n)++;
  return TRUE;
}

static const DolenTalkDraft *
said (DolenWindow *window)
{
  return dolen_talk_view_get_draft (dolen_talk_test_view (window));
}

/* A few, with @why among the reasons. */
static void
assert_found (DolenWindow *window, const char *why)
{
  int n = 0;

  dolen_talk_test_go_to (window, DOLEN_TALK_FOUND);
  dolen_app_test_walk (dolen_window_get_cover (window), count_cards_cb, &n);
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (n, <=, 5);
  g_assert_true (dolen_talk_test_shows (window, why));
}

static void
test_the_man_whose_oxygen_lasts_three_hours (void)
{
  DolenWindow *window = begin ();

  dolen_talk_test_type (window, "I miss the lads, there is nobody to talk to");
  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_type (window, "a chat, woodwork, men’s shed");
  dolen_talk_test_go_to (window, DOLEN_TALK_HINDERS);
  dolen_talk_test_type (window, "no car, I am on oxygen and get tired");
  dolen_talk_test_go_to (window, DOLEN_TALK_WHERE);
  dolen_talk_test_type (window, "Llandysul");
  dolen_talk_test_tap (window, "Up to 10 miles");
  dolen_talk_test_go_to (window, DOLEN_TALK_WHEN);
  dolen_talk_test_tap (window, "About two hours");
  dolen_talk_test_assert_list (said (window)->needs, "loneliness");
  dolen_talk_test_assert_list (said (window)->barriers, "no-car oxygen stamina");
  assert_found (window, "They can help with this: Loneliness and isolation");
  end (window);
}

static void
test_the_retired_man_without_a_garden (void)
{
  DolenWindow *window = begin ();

  dolen_talk_test_tap (window, "More company");
  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_type (window, "gardening");
  dolen_talk_test_go_to (window, DOLEN_TALK_HINDERS);
  dolen_talk_test_tap (window, "I would rather not go alone");
  dolen_talk_test_go_to (window, DOLEN_TALK_WHERE);
  dolen_talk_test_type (window, "Llandysul");
  assert_found (window, "You enjoy this: Gardening");
  g_assert_true (dolen_talk_test_shows (window, "This makes it easier: Someone goes along"));
  end (window);
}

static void
test_the_woman_with_a_broken_boiler_in_welsh (void)
{
  DolenWindow *window = begin ();

  dolen_talk_test_act (window, "talk.language");
  dolen_talk_test_type (window, "mae’r tŷ yn oer, dim arian i’r mesurydd");
  dolen_talk_test_go_to (window, DOLEN_TALK_HINDERS);
  dolen_talk_test_type (window, "anghofio pethau, dim ar-lein");
  dolen_talk_test_go_to (window, DOLEN_TALK_WHERE);
  dolen_talk_test_type (window, "Llanybydder");
  dolen_talk_test_assert_list (said (window)->needs, "fuel");
  dolen_talk_test_assert_list (said (window)->barriers, "cost memory digital-exclusion");
  assert_found (window, "Gallan nhw helpu gyda hyn: Tanwydd a chartref oer");
  end (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/talk_stories/" #name, test_##name)
  TEST (the_man_whose_oxygen_lasts_three_hours);
  TEST (the_retired_man_without_a_garden);
  TEST (the_woman_with_a_broken_boiler_in_welsh);
#undef TEST
  return dolen_app_test_run ();
}
