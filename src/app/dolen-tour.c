/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-tour.h"

#include "app/casework/dolen-tour-people.h"
#include "app/talk/dolen-tour-talk.h"
#include "app/map/dolen-results-map.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "language/dolen-language.h"

#include <errno.h>
#include <glib/gstdio.h>

/* A Thursday morning; every picture is of this moment. */
#define MOMENT "2026-05-14T09:20:00"
#define LONGEST_WAIT (30 * G_TIME_SPAN_SECOND)
#define SETTLED_FRAMES 3

typedef struct {
  int width;
  int height;
} Size;

/* What a tour has in hand; one at a time. */
typedef struct {
  DolenApplication *application;
  const char *folder;    /* of the pictures */
  char *profiles;        /* (owned) the folder that is thrown away */
  DolenSession *full;    /* (owned) the sample and invented casework */
  DolenSession *nothing; /* (owned) a new profile */
} Tour;

static const Size sizes[] = { { 1280, 800 }, { 360, 720 } };

/* ---- pictures ---- */

gboolean
dolen_tour_save_picture (GtkWidget *widget, const char *path, GError **error)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL || !gsk_renderer_realize (renderer, NULL, error)) {
    g_clear_pointer (&node, gsk_render_node_unref);
    return FALSE;
  }
  texture = gsk_renderer_render_texture (
      renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gsk_render_node_unref (node);
  gsk_renderer_unrealize (renderer);
  if (gdk_texture_save_to_png (texture, path))
    return TRUE;
  g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN, "%s", path);
  return FALSE;
}

/* ---- waiting ---- */

static void
on_frame_cb (GdkFrameClock *clock, int *frames)
{
  (*frames)++;
}

/* Whether every map below @widget that can be seen has its tiles. */
static gboolean
maps_are_painted (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return TRUE;
  if (DOLEN_IS_RESULTS_MAP (widget))
    return dolen_results_map_is_painted (DOLEN_RESULTS_MAP (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!maps_are_painted (child))
      return FALSE;
  return TRUE;
}

/* Until the session has nothing to do and some frames have been drawn since. */
static void
settle (DolenWindow *window, GtkWidget *shown, const DolenTourStop *stop)
{
  DolenSession *session = dolen_window_get_session (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (shown);
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT;
  int frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_cb), &frames);

  while (frames < SETTLED_FRAMES && g_get_monotonic_time () < end) {
    if (dolen_session_is_busy (session) || !maps_are_painted (shown)
        || (stop != NULL && stop->is_ready != NULL && !stop->is_ready (window)))
      frames = 0;
    gtk_widget_queue_draw (shown);
    g_main_context_iteration (NULL, TRUE);
  }
  g_signal_handler_disconnect (clock, handler);
}

/* ---- stops ---- */

static GtkWidget *
find_shown (DolenWindow *window)
{
  GtkWindow *shown = GTK_WINDOW (window);
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == shown && gtk_widget_get_mapped (l->data))
      return l->data;
  return GTK_WIDGET (shown);
}

static void
close_dialogs (DolenWindow *window)
{
  GtkWidget *shown;

  while ((shown = find_shown (window)) != GTK_WIDGET (window))
    gtk_window_destroy (GTK_WINDOW (shown));
}

/* A dialog is never wider or higher than the window, as on a phone. */
static void
fit (GtkWidget *dialog, GtkWidget *window)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (dialog),
                               MIN (width, gtk_widget_get_width (window)),
                               MIN (height, gtk_widget_get_height (window)));
}

static gboolean
picture_stop (
    Tour *tour, DolenWindow *window, const DolenTourStop *stop, const char *variant, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.png", stop->name, variant);
  g_autofree char *path = g_build_filename (tour->folder, name, NULL);
  GtkWidget *shown;
  gboolean saved;

  dolen_window_set_session (window, stop->new_profile ? tour->nothing : tour->full);
  dolen_tour_end_talk (window);
  dolen_tour_tidy_up (window);
  if (!stop->new_profile)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  stop->setup (window);
  settle (window, GTK_WIDGET (window), stop);
  shown = find_shown (window);
  if (shown != GTK_WIDGET (window)) {
    fit (shown, GTK_WIDGET (window));
    settle (window, shown, NULL);
  }
  saved = dolen_tour_save_picture (shown, path, error);
  close_dialogs (window);
  return saved;
}

/* DOLEN_TOUR_ONLY: a pattern of names of pictures, to look at a few of them quickly. */
static gboolean
is_wanted (const DolenTourStop *stop, const char *variant)
{
  const char *only = g_getenv ("DOLEN_TOUR_ONLY");
  g_autofree char *name = g_strdup_printf ("%s-%s", stop->name, variant);

  return only == NULL || g_pattern_match_simple (only, name);
}

static gboolean
picture_all (Tour *tour, DolenWindow *window, const Size *size, GError **error)
{
  static const struct {
    AdwColorScheme scheme;
    const char *name;
  } styles[]
      = { { ADW_COLOR_SCHEME_FORCE_LIGHT, "light" }, { ADW_COLOR_SCHEME_FORCE_DARK, "dark" } };

  /* Colours do not depend on the words: dark is taken in one language. */
  gsize n_styles = dolen_language_current () == DOLEN_LANGUAGE_EN ? G_N_ELEMENTS (styles) : 1;

  for (gsize i = 0; i < n_styles; i++) {
    g_autofree char *variant = g_strdup_printf (
        "%s-%d-%s", dolen_language_code (dolen_language_current ()), size->width, styles[i].name);

    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), styles[i].scheme);
    for (const DolenTourStop *stop = dolen_tour_stops (); stop->name != NULL; stop++)
      if (is_wanted (stop, variant) && !picture_stop (tour, window, stop, variant, error))
        return FALSE;
  }
  return TRUE;
}

/* Without a window manager the shadow may be taken off the size that is asked for. */
static void
correct_size (DolenWindow *window, const Size *size)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));

  if (width == size->width && height == size->height)
    return;
  gtk_window_set_default_size (
      GTK_WINDOW (window), 2 * size->width - width, 2 * size->height - height);
  settle (window, GTK_WIDGET (window), NULL);
}

static gboolean
walk (Tour *tour, GError **error)
{
  GSettings *settings = dolen_session_get_settings (tour->full);

  for (int language = 0; language < DOLEN_N_LANGUAGES; language++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
      DolenWindow *window;
      gboolean drawn;

      dolen_language_switch (language);
      g_settings_set_int (settings, "window-width", sizes[i].width);
      g_settings_set_int (settings, "window-height", sizes[i].height);
      window = dolen_window_new (GTK_APPLICATION (tour->application), tour->full);
      gtk_window_present (GTK_WINDOW (window));
      settle (window, GTK_WIDGET (window), NULL);
      correct_size (window, &sizes[i]);
      drawn = picture_all (tour, window, &sizes[i], error);
      gtk_window_destroy (GTK_WINDOW (window));
      if (!drawn)
        return FALSE;
    }
  return TRUE;
}

/* ---- the profile that is thrown away ---- */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    remove_tree (child);
  }
  g_remove (path);
}

static DolenSession *
open_session (Tour *tour, const char *name, GError **error)
{
  g_autofree char *folder = g_build_filename (tour->profiles, name, NULL);
  return dolen_session_new (folder, error);
}

static void
tour_clear (Tour *tour)
{
  /* Locking writes the device's head: the folder must still be there. */
  if (tour->full != NULL) {
    dolen_session_lock (tour->full);
    dolen_session_close (tour->full);
  }
  if (tour->nothing != NULL)
    dolen_session_close (tour->nothing);
  g_clear_object (&tour->full);
  g_clear_object (&tour->nothing);
  dolen_time_set_fixed (0);
  if (tour->profiles != NULL)
    remove_tree (tour->profiles);
  g_free (tour->profiles);
}

/* As GNOME has it, wherever the pictures are made; the same moment in all of them. */
static void
set_scene (void)
{
  gint64 moment = 0;

  dolen_instant_of_iso (MOMENT, &moment);
  dolen_time_set_fixed (moment);
  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations",
                FALSE,
                "gtk-font-name",
                "Cantarell 11",
                "gtk-decoration-layout",
                ":close",
                NULL);
}

gboolean
dolen_tour_run (DolenApplication *application, const char *folder, GError **error)
{
  Tour tour = { .application = application, .folder = folder };
  gboolean done;

  g_return_val_if_fail (DOLEN_IS_APPLICATION (application) && folder != NULL, FALSE);

  if (g_mkdir_with_parents (folder, 0755) != 0) {
    g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN, "%s: %s", folder, g_strerror (errno));
    return FALSE;
  }
  set_scene ();
  tour.profiles = g_dir_make_tmp ("dolen-tour-XXXXXX", error);
  done = tour.profiles != NULL && (tour.full = open_session (&tour, "full", error)) != NULL
         && (tour.nothing = open_session (&tour, "nothing", error)) != NULL
         && dolen_tour_prepare_profile (tour.full, error) && walk (&tour, error);
  tour_clear (&tour);
  return done;
}
