/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-application.h"

#include "app/casework/dolen-lock-watch.h"
#include "app/dolen-error-message.h"
#include "app/dolen-import-window.h"
#include "app/dolen-preferences-window.h"
#include "app/dolen-profiles.h"
#include "app/dolen-sample.h"
#include "app/dolen-tour.h"
#include "app/dolen-window.h"
#include "base/dolen-paths.h"
#include "directory/privacy/dolen-edit-erase.h"
#include "dolen-resources.h"
#include "exchange/feeds/dolen-feed.h"
#include "language/dolen-language.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

struct _DolenApplication {
  AdwApplication parent_instance;
  GSettings *settings;        /* (owned) */
  DolenProfiles *profiles;    /* (owned) */
  char *folder;               /* (owned) (nullable): --directory */
  DolenLockWatch *lock_watch; /* (owned) (nullable) before startup */
  gboolean sample;            /* --sample */
  char *tour;                 /* (owned) (nullable): --tour */
  gboolean exit_after_startup;
  guint ending_sources[3]; /* signals of the system */
  int status;              /* of the process */
};

G_DEFINE_FINAL_TYPE (DolenApplication, dolen_application, ADW_TYPE_APPLICATION)

void
dolen_application_prepare (void)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *code = NULL;
  DolenLanguage language;

  dolen_language_setup ();
  dolen_erasure_set_forget (dolen_feed_forget_all);
  if (dolen_path_schemas () != NULL)
    g_setenv ("GSETTINGS_SCHEMA_DIR", dolen_path_schemas (), FALSE);
  settings = g_settings_new ("cymru.dolen.Dolen");
  code = g_settings_get_string (settings, "language");
  if (dolen_language_from_code (code, &language))
    dolen_language_switch (language);
}

/* The preferences are where the language was chosen: they come back in it. */
static gboolean
reopen_preferences_cb (gpointer user_data)
{
  GtkWindow *old = user_data;
  GtkWindow *parent = gtk_window_get_transient_for (old);

  gtk_window_destroy (old);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.preferences", NULL);
  return G_SOURCE_REMOVE;
}

static void
rebuild_windows (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (DOLEN_IS_WINDOW (l->data))
      dolen_window_rebuild (l->data);
    else if (DOLEN_IS_PREFERENCES_WINDOW (l->data))
      g_idle_add_full (
          G_PRIORITY_HIGH, reopen_preferences_cb, g_object_ref (l->data), g_object_unref);
}

void
dolen_application_set_language (DolenApplication *self, const char *code)
{
  DolenLanguage language;

  g_return_if_fail (DOLEN_IS_APPLICATION (self));

  if (!dolen_language_from_code (code, &language) || language == dolen_language_current ())
    return;
  dolen_language_switch (language);
  g_settings_set_string (self->settings, "language", dolen_language_code (language));
  rebuild_windows ();
}

/* ---- profiles ---- */

DolenSession *
dolen_application_get_session (DolenApplication *self, const char *folder, GError **error)
{
  g_return_val_if_fail (DOLEN_IS_APPLICATION (self) && folder != NULL, NULL);
  return dolen_profiles_get (self->profiles, folder, error);
}

DolenSession *
dolen_application_get_sample (DolenApplication *self, DolenSession *home, GError **error)
{
  g_return_val_if_fail (DOLEN_IS_APPLICATION (self) && DOLEN_IS_SESSION (home), NULL);
  return dolen_profiles_get_sample (self->profiles, home, error);
}

void
dolen_application_note_sample (DolenApplication *self, gboolean open)
{
  g_return_if_fail (DOLEN_IS_APPLICATION (self));
  if (self->folder == NULL)
    g_settings_set_boolean (self->settings, "sample-open", open);
}

GtkWindow *
dolen_application_open_profile (DolenApplication *self, const char *folder, GError **error)
{
  DolenSession *session = dolen_application_get_session (self, folder, error);

  if (session == NULL)
    return NULL;
  return GTK_WINDOW (dolen_window_new (GTK_APPLICATION (self), session));
}

/* ---- locking by itself ---- */

static void
on_lock_cb (DolenApplication *self)
{
  g_assert (DOLEN_IS_APPLICATION (self));
  dolen_profiles_lock (self->profiles);
}

static void
on_lock_after_cb (DolenApplication *self)
{
  g_assert (DOLEN_IS_APPLICATION (self));
  dolen_lock_watch_set_minutes (self->lock_watch,
                                (int) g_settings_get_uint (self->settings, "lock-after"));
}

static void
watch_for_locking (DolenApplication *self)
{
  self->lock_watch = dolen_lock_watch_new ();
  g_signal_connect_object (
      self->lock_watch, "lock", G_CALLBACK (on_lock_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings,
                           "changed::lock-after",
                           G_CALLBACK (on_lock_after_cb),
                           self,
                           G_CONNECT_SWAPPED);
  on_lock_after_cb (self);
}

/* ---- actions ---- */

static void
end_program (DolenApplication *self)
{
  GList *windows;

  /* While the forms are still there to seal what was being typed in them. */
  dolen_profiles_lock (self->profiles);
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (windows->data);
}

/* The screen is turned to somebody: the window asks for the worker first, as when it is closed. */
static gboolean
ask_for_worker (DolenApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DOLEN_IS_WINDOW (l->data) && dolen_window_is_covered (l->data)) {
      gtk_window_close (l->data);
      return TRUE;
    }
  return FALSE;
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (!ask_for_worker (user_data))
    end_program (user_data);
}

static void
language_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  dolen_application_set_language (user_data, g_variant_get_string (parameter, NULL));
}

/* Other terms than before: the pages are made anew, as for another language. */
static void
renew_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (DOLEN_IS_WINDOW (l->data))
      dolen_window_rebuild (l->data);
}

static void
switch_language_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DolenLanguage other = dolen_language_other (dolen_language_current ());

  dolen_application_set_language (user_data, dolen_language_code (other));
}

static gboolean
on_terminate_cb (gpointer user_data)
{
  end_program (user_data);
  return G_SOURCE_CONTINUE;
}

/* Logging out and Ctrl+C end the program as its menu does. */
static void
watch_for_ending (DolenApplication *self)
{
  static const int ending[G_N_ELEMENTS (self->ending_sources)] = { SIGTERM, SIGINT, SIGHUP };

  for (gsize i = 0; i < G_N_ELEMENTS (ending); i++)
    self->ending_sources[i] = g_unix_signal_add (ending[i], on_terminate_cb, self);
}

static void
add_actions (DolenApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_action },
    { "language", language_action, "s" },
    { "renew", renew_action },
    { "switch-language", switch_language_action },
  };
  static const char *const quit_keys[] = { "<Control>q", NULL };
  static const char *const close_keys[] = { "<Control>w", NULL };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close", close_keys);
}

/* ---- GApplication ---- */

static void
dolen_application_startup (GApplication *application)
{
  /* The bundle stands in a static library: naming it keeps it in the program. */
  g_resources_register (dolen_get_resource ());
  G_APPLICATION_CLASS (dolen_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name ("cymru.dolen.Dolen");
  add_actions (DOLEN_APPLICATION (application));
  watch_for_locking (DOLEN_APPLICATION (application));
  watch_for_ending (DOLEN_APPLICATION (application));
}

static gboolean
exit_cb (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "quit", NULL);
  return G_SOURCE_REMOVE;
}

static void
on_first_frame_cb (GdkFrameClock *clock, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame_cb, user_data);
  /* For bench/bench-start.c, which knows when it started us by the same clock. */
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_idle_add (exit_cb, user_data);
}

static void
exit_after_first_frame (DolenApplication *self, GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_connect (clock, "after-paint", G_CALLBACK (on_first_frame_cb), self);
}

static void
take_tour (DolenApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (dolen_tour_run (self, self->tour, &error))
    return;
  g_printerr ("dolen: %s\n", error->message);
  self->status = 1;
}

static GtkWindow *
open_first_window (DolenApplication *self, GError **error)
{
  g_autofree char *user_folder = dolen_path_user_folder ();
  const char *folder = self->folder != NULL ? self->folder : user_folder;
  GtkWindow *window = dolen_application_open_profile (self, folder, error);
  DolenSession *session;

  if (window == NULL)
    return NULL;
  if (self->folder == NULL) {
    /* The sample never enters the person's own profile. */
    if (self->sample || g_settings_get_boolean (self->settings, "sample-open"))
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
    return window;
  }
  if (!self->sample)
    return window;
  session = dolen_window_get_session (DOLEN_WINDOW (window));
  dolen_session_set_sample (session, NULL);
  dolen_sample_fill (session);
  dolen_window_rebuild (DOLEN_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  return window;
}

static GtkWindow *
present_window (DolenApplication *self)
{
  GtkWindow *window = NULL;
  g_autoptr (GError) error = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DOLEN_IS_WINDOW (l->data))
      window = l->data;
  if (window == NULL)
    window = open_first_window (self, &error);
  if (window == NULL) {
    g_autofree char *message = dolen_error_to_message (error);
    g_printerr ("dolen: %s\n", message);
    self->status = 1;
    return NULL;
  }
  gtk_window_present (window);
  return window;
}

static void
dolen_application_activate (GApplication *application)
{
  DolenApplication *self = DOLEN_APPLICATION (application);
  GtkWindow *window;

  if (self->tour != NULL) {
    take_tour (self);
    return;
  }
  window = present_window (self);
  if (window != NULL && self->exit_after_startup)
    exit_after_first_frame (self, window);
}

/* Files named on the command line or opened with Dolen are feeds. */
static void
dolen_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  DolenApplication *self = DOLEN_APPLICATION (application);
  GtkWindow *window = present_window (self);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n_files; i++) {
    char *path = g_file_get_path (files[i]);

    if (path != NULL)
      g_ptr_array_add (paths, path);
  }
  if (window == NULL || paths->len == 0)
    return;
  g_ptr_array_add (paths, NULL);
  dolen_window_present_dialog (
      GTK_WIDGET (window),
      dolen_import_window_new (dolen_window_get_session (DOLEN_WINDOW (window)),
                               (const char *const *) paths->pdata));
}

static int
dolen_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  DolenApplication *self = DOLEN_APPLICATION (application);
  gboolean alone = FALSE;

  if (g_variant_dict_contains (options, "version")) {
    g_print ("dolen %s\n", DOLEN_VERSION);
    return 0;
  }
  if (g_variant_dict_lookup (options, "directory", "^ay", &self->folder))
    alone = TRUE;
  if (g_variant_dict_contains (options, "sample"))
    self->sample = alone = TRUE;
  if (g_variant_dict_lookup (options, "tour", "^ay", &self->tour))
    alone = TRUE;
  if (g_variant_dict_contains (options, "exit-after-startup")) {
    self->exit_after_startup = TRUE;
    alone = TRUE;
  }
  /* Another profile is another instance; the profile folder's lock guards the case records. */
  if (alone)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
dolen_application_shutdown (GApplication *application)
{
  DolenApplication *self = DOLEN_APPLICATION (application);

  for (gsize i = 0; i < G_N_ELEMENTS (self->ending_sources); i++)
    g_clear_handle_id (&self->ending_sources[i], g_source_remove);
  dolen_profiles_close (self->profiles);
  G_APPLICATION_CLASS (dolen_application_parent_class)->shutdown (application);
}

static void
dolen_application_finalize (GObject *object)
{
  DolenApplication *self = DOLEN_APPLICATION (object);

  g_clear_pointer (&self->profiles, dolen_profiles_free);
  g_clear_object (&self->lock_watch);
  g_clear_object (&self->settings);
  g_free (self->folder);
  g_free (self->tour);
  G_OBJECT_CLASS (dolen_application_parent_class)->finalize (object);
}

static void
dolen_application_class_init (DolenApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dolen_application_finalize;
  application_class->startup = dolen_application_startup;
  application_class->activate = dolen_application_activate;
  application_class->open = dolen_application_open;
  application_class->shutdown = dolen_application_shutdown;
  application_class->handle_local_options = dolen_application_handle_local_options;
}

static void
dolen_application_init (DolenApplication *self)
{
  static const GOptionEntry options[] = {
    { "directory",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("Use this profile folder instead of the person's own"),
      N_ ("FOLDER") },
    { "sample",
      0,
      0,
      G_OPTION_ARG_NONE,
      NULL,
      N_ ("Open the sample directory, in a profile of its own"),
      NULL },
    { "tour",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("Draw every page into PNG files in this folder, and end"),
      N_ ("FOLDER") },
    { "exit-after-startup",
      0,
      G_OPTION_FLAG_HIDDEN,
      G_OPTION_ARG_NONE,
      NULL,
      N_ ("End after the first frame"),
      NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };

  self->settings = g_settings_new ("cymru.dolen.Dolen");
  self->profiles = dolen_profiles_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

int
dolen_application_get_status (DolenApplication *self)
{
  g_return_val_if_fail (DOLEN_IS_APPLICATION (self), 1);
  return self->status;
}

DolenApplication *
dolen_application_new (void)
{
  return g_object_new (DOLEN_TYPE_APPLICATION,
                       "application-id",
                       DOLEN_APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/cymru/dolen/Dolen",
                       NULL);
}
