/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "language/dolen-language.h"

#include <string.h>

static DolenApplication *application;

void
dolen_app_test_init (int *argc, char ***argv)
{
  dolen_test_init_with_desktop (argc, argv);
  dolen_application_prepare ();
  gtk_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Comes before the application's own handler, which would open a window. */
static void
on_activate_cb (GApplication *app, int *result)
{
  g_signal_stop_emission_by_name (app, "activate");
  *result = g_test_run ();
  g_application_quit (app);
}

int
dolen_app_test_run (void)
{
  char *arguments[] = { (char *) "dolen", NULL };
  int result = 1;

  application = dolen_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), &result);
  g_application_run (G_APPLICATION (application), 1, arguments);
  g_clear_object (&application);
  return result;
}

DolenApplication *
dolen_app_test_application (void)
{
  return application;
}

DolenWindow *
dolen_app_test_window_in (const char *folder)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *window = dolen_application_open_profile (application, folder, &error);

  g_assert_no_error (error);
  gtk_window_present (window);
  dolen_app_test_settle (DOLEN_WINDOW (window));
  return DOLEN_WINDOW (window);
}

DolenWindow *
dolen_app_test_window (void)
{
  g_autofree char *folder = dolen_test_folder ();
  DolenWindow *window = dolen_app_test_window_in (folder);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.skip-welcome", NULL);
  return window;
}

static void
on_drawn_cb (GdkFrameClock *clock, gboolean *drawn)
{
  *drawn = TRUE;
}

static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean drawn = FALSE;
  gulong handler;

  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_drawn_cb), &drawn);
  gtk_widget_queue_draw (widget);
  DOLEN_WAIT_UNTIL (drawn, 10000);
  g_signal_handler_disconnect (clock, handler);
}

void
dolen_app_test_settle (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);

  DOLEN_WAIT_UNTIL (!dolen_session_is_busy (session), 20000);
  wait_for_frame (GTK_WIDGET (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  DOLEN_WAIT_UNTIL (!dolen_session_is_busy (session), 20000);
}

static void
ask_for_size (DolenWindow *window, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (window);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  wait_for_frame (widget);
  dolen_app_test_settle (window);
}

void
dolen_app_test_resize (DolenWindow *window, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (window);

  ask_for_size (window, width, height);
  /* Without a window manager the shadow may be taken off the size that was asked for. */
  if (gtk_widget_get_width (widget) != width || gtk_widget_get_height (widget) != height)
    ask_for_size (window,
                  2 * width - gtk_widget_get_width (widget),
                  2 * height - gtk_widget_get_height (widget));
  g_assert_cmpint (gtk_widget_get_width (widget), ==, width);
  g_assert_cmpint (gtk_widget_get_height (widget), ==, height);
}

void
dolen_app_test_close (DolenWindow *window)
{
  GWeakRef window_ref, shell_ref;

  g_weak_ref_init (&window_ref, window);
  g_weak_ref_init (&shell_ref, dolen_window_get_shell (window));
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (g_weak_ref_get (&shell_ref));
  g_assert_null (g_weak_ref_get (&window_ref));
  g_weak_ref_clear (&window_ref);
  g_weak_ref_clear (&shell_ref);
}

/* ---- looking into the window ---- */

gboolean
dolen_app_test_walk (GtkWidget *root, DolenWidgetFunc func, gpointer user_data)
{
  if (!func (root, user_data))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!dolen_app_test_walk (child, func, user_data))
      return FALSE;
  return TRUE;
}

typedef struct {
  const char *text;
  GtkWidget *found;
} Search;

static gboolean
match_label (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), search->text) != NULL)
    search->found = widget;
  return search->found == NULL;
}

GtkWidget *
dolen_app_test_find_label (GtkWidget *root, const char *text)
{
  Search search = { text, NULL };

  dolen_app_test_walk (root, match_label, &search);
  return search.found;
}

static gboolean
match_button (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && dolen_app_test_find_label (widget, search->text) != NULL)
    search->found = widget;
  return search->found == NULL;
}

static gboolean
match_whole_label (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), search->text) == 0)
    search->found = widget;
  return search->found == NULL;
}

static gboolean
match_whole_button (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;
  Search label = { search->text, NULL };

  if (!GTK_IS_BUTTON (widget) || !gtk_widget_get_mapped (widget))
    return TRUE;
  dolen_app_test_walk (widget, match_whole_label, &label);
  if (label.found != NULL)
    search->found = widget;
  return search->found == NULL;
}

/* "Change…" stands in "Suggest a Change…" too. */
GtkWidget *
dolen_app_test_find_button (GtkWidget *root, const char *label)
{
  Search search = { label, NULL };

  dolen_app_test_walk (root, match_whole_button, &search);
  if (search.found == NULL)
    dolen_app_test_walk (root, match_button, &search);
  return search.found;
}

static gboolean
match_id (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), search->text) == 0)
    search->found = widget;
  return search->found == NULL;
}

GtkWidget *
dolen_app_test_find_id (GtkWidget *root, const char *id)
{
  Search search = { id, NULL };

  dolen_app_test_walk (root, match_id, &search);
  return search.found;
}

/* ---- names for screen readers ---- */

static gboolean
has_words (GtkWidget *widget, gpointer user_data)
{
  return !(GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0');
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The parts that GTK makes inside of its own widgets are GTK's to name. */
static gboolean
is_part_of (GtkWidget *widget, GType type)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  return parent != NULL && gtk_widget_get_ancestor (parent, type) != NULL;
}

/* Made by GTK or libadwaita out of what stands around it, which has the name. */
static gboolean
is_inner (GtkWidget *widget)
{
  const GType whole[] = { GTK_TYPE_WINDOW_CONTROLS, GTK_TYPE_MENU_BUTTON, GTK_TYPE_SPIN_BUTTON,
                          GTK_TYPE_DROP_DOWN,       ADW_TYPE_COMBO_ROW,   GTK_TYPE_POPOVER };

  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    if (is_part_of (widget, whole[i]))
      return TRUE;
  /* It scrolls by the keyboard; what is read is what it holds. */
  if (GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_WINDOW (widget) || GTK_IS_POPOVER (widget))
    return TRUE;
  return GTK_IS_TEXT (widget)
         && GTK_IS_EDITABLE (gtk_widget_get_ancestor (widget, GTK_TYPE_EDITABLE));
}

/* What says itself: a button with words, a row with a title, a label. */
static gboolean
says_itself (GtkWidget *widget)
{
  return !GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT_VIEW (widget) && !GTK_IS_DROP_DOWN (widget)
         && !GTK_IS_LIST_VIEW (widget) && !dolen_app_test_walk (widget, has_words, NULL);
}

static gboolean
check_name (GtkWidget *widget, gpointer user_data)
{
  gboolean entry = GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget)
                   || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_PASSWORD_ENTRY (widget)
                   || GTK_IS_DROP_DOWN (widget);

  if (!gtk_widget_get_visible (widget) || is_inner (widget))
    return TRUE;
  /* Its search is switched off, but there. */
  if (ADW_IS_PREFERENCES_WINDOW (gtk_widget_get_root (widget)) && !gtk_widget_get_mapped (widget))
    return TRUE;
  if (!entry && !GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (widget)
      && !gtk_widget_get_focusable (widget))
    return TRUE;
  if (!says_itself (widget) && !is_named (widget))
    g_error ("%s “%s” in %s has no accessible name",
             G_OBJECT_TYPE_NAME (widget),
             gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  return TRUE;
}

void
dolen_app_test_assert_names (GtkWidget *root)
{
  dolen_app_test_walk (root, check_name, NULL);
}

/* ---- by the keyboard alone ---- */

static gboolean
collect_mnemonic (GtkWidget *widget, gpointer user_data)
{
  GHashTable *keys = user_data;
  guint key;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_get_mapped (widget)
      || !gtk_label_get_use_underline (GTK_LABEL (widget)))
    return TRUE;
  key = gtk_label_get_mnemonic_keyval (GTK_LABEL (widget));
  if (key == GDK_KEY_VoidSymbol)
    return TRUE;
  if (g_hash_table_contains (keys, GUINT_TO_POINTER (key)))
    g_error ("“%s” and “%s” have the same key",
             gtk_label_get_label (GTK_LABEL (widget)),
             (const char *) g_hash_table_lookup (keys, GUINT_TO_POINTER (key)));
  g_hash_table_insert (
      keys, GUINT_TO_POINTER (key), (gpointer) gtk_label_get_label (GTK_LABEL (widget)));
  return TRUE;
}

void
dolen_app_test_assert_mnemonics (GtkWidget *root)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);

  dolen_app_test_walk (root, collect_mnemonic, keys);
}
