/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-talk-test.h"

#include <string.h>

/* What is on the pages of a conversation, and what is not; by keyboard and by finger. */

static gboolean
holds_nothing_cb (GtkWidget *widget, gpointer user_data)
{
  static const char *const never[]
      = { "Moneybags", "fund",       "2026-12-31", "Askalot",  "Quillfeather", "Notesworthy",
          "Tellmore",  "Bronwen",    "Hidden",     "01632",    "Gone Singers", "Shuttered",
          "suitable",  "confirmed",  "checked",    "2020",     "Quintavalle",  "listing",
          "policies",  "Zerubbabel", "feed",       "insurance" };
  g_autofree char *tooltip = g_strdup (gtk_widget_get_tooltip_text (widget));
  const char *texts[]
      = { GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL,
          GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL,
          tooltip };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize j = 0; texts[i] != NULL && j < G_N_ELEMENTS (never); j++)
      if (strstr (texts[i], never[j]) != NULL)
        g_error ("“%s” is on the page: %s", never[j], texts[i]);
  return TRUE;
}

static void
test_it_never_shows_what_is_not_for_the_person (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *choir = dolen_talk_test_fill_directory (window);
  g_autofree char *person = dolen_people_test_add_person (window);

  dolen_talk_test_talk_with (window, person);
  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_type (window, "singing");
  for (DolenTalkStep step = DOLEN_TALK_ENJOY; step < DOLEN_TALK_N_STEPS; step++) {
    dolen_talk_test_go_to (window, step);
    dolen_app_test_walk (dolen_window_get_cover (window), holds_nothing_cb, NULL);
  }
  g_assert_true (dolen_talk_test_shows (window, DOLEN_TALK_TEST_CHOIR));
  g_assert_true (dolen_talk_test_shows (window, "We sing old songs."));
  g_assert_true (dolen_talk_test_shows (window, "You enjoy this: Singing"));
  dolen_talk_test_act (window, "talk.language");
  dolen_app_test_walk (dolen_window_get_cover (window), holds_nothing_cb, NULL);
  g_assert_true (dolen_talk_test_shows (window, "Rydych yn mwynhau hyn: Canu"));
  dolen_app_test_close (window);
}

static void
test_one_button_speaks_the_other_language (void)
{
  DolenWindow *window = dolen_app_test_window ();

  dolen_talk_test_talk_on_find (window);
  g_assert_true (dolen_talk_test_shows (window, "What matters to you?"));
  dolen_talk_test_act (window, "talk.language");
  g_assert_true (dolen_talk_test_shows (window, "Beth sy’n bwysig i chi?"));
  g_assert_cmpint (dolen_language_current (), ==, DOLEN_LANGUAGE_EN);
  dolen_talk_test_type (window, "methu grisiau");
  g_assert_true (dolen_talk_test_shows (window, "Diolch"));
  dolen_talk_test_go_to (window, DOLEN_TALK_HINDERS);
  dolen_talk_test_type (window, "dim car");
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (dolen_talk_test_find_tile (window, "Does dim car gen i"))));
  dolen_app_test_close (window);
}

static gboolean
is_large_cb (GtkWidget *widget, gpointer user_data)
{
  if (!GTK_IS_BUTTON (widget) || !gtk_widget_get_mapped (widget))
    return TRUE;
  g_test_message ("%d x %d", gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  g_assert_cmpint (gtk_widget_get_width (widget), >=, 48);
  g_assert_cmpint (gtk_widget_get_height (widget), >=, 48);
  return TRUE;
}

static void
test_targets_are_large_at_every_width_and_size (void)
{
  DolenWindow *window = dolen_app_test_window ();
  g_autofree char *choir = dolen_talk_test_fill_directory (window);

  dolen_app_test_resize (window, 360, 640);
  dolen_talk_test_talk_on_find (window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, 360);
  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_type (window, "singing");
  for (guint size = 0; size <= DOLEN_TALK_LARGEST; size++)
    dolen_talk_test_act (window, "talk.larger");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, 360);
  for (DolenTalkStep step = DOLEN_TALK_ENJOY; step < DOLEN_TALK_N_STEPS; step++) {
    dolen_talk_test_go_to (window, step);
    dolen_app_test_walk (dolen_window_get_cover (window), is_large_cb, NULL);
    dolen_app_test_assert_names (dolen_window_get_cover (window));
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, 360);
  }
  /* The longer words of Welsh, on every page. */
  dolen_talk_test_act (window, "talk.language");
  while (dolen_talk_view_get_draft (dolen_talk_test_view (window))->step > DOLEN_TALK_MATTERS)
    dolen_talk_test_act (window, "talk.back");
  for (DolenTalkStep step = 0; step < DOLEN_TALK_N_STEPS; step++) {
    dolen_talk_test_go_to (window, step);
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, 360);
  }
  dolen_app_test_close (window);
}

static gboolean
count_stops_cb (GtkWidget *widget, gpointer n)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget))
    (*(int *) n)++;
  return TRUE;
}

static int
count_tabbed (DolenWindow *window)
{
  GtkRoot *root = GTK_ROOT (window);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  int n = 0;

  for (int i = 0; i < 200; i++) {
    GtkWidget *focus;

    gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
    focus = gtk_root_get_focus (root);
    if (focus == NULL || !g_hash_table_add (seen, focus))
      continue;
    if (GTK_IS_BUTTON (focus))
      n++;
  }
  return n;
}

static void
test_the_keyboard_comes_everywhere (void)
{
  DolenWindow *window = dolen_app_test_window ();
  g_autofree char *choir = dolen_talk_test_fill_directory (window);
  DolenTalkView *view = dolen_talk_test_talk_on_find (window);
  GtkWidget *tile;

  for (DolenTalkStep step = 0; step < DOLEN_TALK_N_STEPS; step++) {
    int n = 0;

    dolen_talk_test_go_to (window, step);
    if (step == DOLEN_TALK_ENJOY)
      dolen_talk_test_type (window, "singing");
    dolen_app_test_walk (GTK_WIDGET (view), count_stops_cb, &n);
    g_test_message ("step %d: %d", (int) step, n);
    g_assert_cmpint (n, >, 4);
    g_assert_cmpint (count_tabbed (window), ==, n);
  }
  /* Space and Enter on a tile are its activation. */
  dolen_talk_test_act (window, "talk.back");
  tile = dolen_talk_test_find_tile (window, "In the morning");
  gtk_widget_grab_focus (tile);
  gtk_widget_activate (tile);
  DOLEN_WAIT_UNTIL (dolen_talk_view_get_draft (view)->times == DOLEN_TALK_MORNING, 5000);
  dolen_app_test_close (window);
}

static void
test_a_kind_opens_into_what_is_narrower (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenTalkView *view = dolen_talk_test_talk_on_find (window);

  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_click (window, "Art, music and making");
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (view), "Singing"));
  dolen_talk_test_tap (window, "Music");
  dolen_app_test_settle (window);
  dolen_talk_test_tap (window, "Singing");
  /* All of a kind can be meant. */
  dolen_talk_test_tap (window, "Creative");
  dolen_talk_test_click (window, "Done");
  dolen_talk_test_assert_list (dolen_talk_view_get_draft (view)->interests,
                               "music singing creative");
  g_assert_true (dolen_talk_test_shows (window, "3"));
  dolen_app_test_close (window);
}

static gboolean
take_chip_away_cb (GtkWidget *widget, gpointer user_data)
{
  if (!gtk_widget_has_css_class (widget, "talk-chip"))
    return TRUE;
  g_signal_emit_by_name (widget, "clicked");
  return FALSE;
}

static void
test_what_is_not_liked_can_be_taken_back (void)
{
  DolenWindow *window = dolen_app_test_window ();

  dolen_talk_test_talk_on_find (window);
  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_type (window, "not football");
  dolen_talk_test_assert_list (dolen_talk_view_get_draft (dolen_talk_test_view (window))->dislikes,
                               "football");
  g_assert_true (dolen_talk_test_shows (window, "not: Football"));
  g_assert_false (dolen_app_test_walk (dolen_window_get_cover (window), take_chip_away_cb, NULL));
  dolen_app_test_settle (window);
  dolen_talk_test_assert_list (dolen_talk_view_get_draft (dolen_talk_test_view (window))->dislikes,
                               "");
  g_assert_false (dolen_talk_test_shows (window, "not: Football"));
  dolen_app_test_close (window);
}

static void
test_nothing_wished_is_said_kindly (void)
{
  DolenWindow *window = dolen_app_test_window ();

  dolen_talk_test_talk_on_find (window);
  dolen_talk_test_go_to (window, DOLEN_TALK_FOUND);
  g_assert_true (dolen_talk_test_shows (window, "Tell us one thing you enjoy"));
  dolen_talk_test_act (window, "talk.back");
  g_assert_true (dolen_talk_test_shows (window, "When is good for you?"));
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/talk_page/" #name, test_##name)
  TEST (it_never_shows_what_is_not_for_the_person);
  TEST (one_button_speaks_the_other_language);
  TEST (targets_are_large_at_every_width_and_size);
  TEST (the_keyboard_comes_everywhere);
  TEST (a_kind_opens_into_what_is_narrower);
  TEST (what_is_not_liked_can_be_taken_back);
  TEST (nothing_wished_is_said_kindly);
#undef TEST
  return dolen_app_test_run ();
}
