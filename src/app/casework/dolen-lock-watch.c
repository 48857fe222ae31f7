/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-lock-watch.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <time.h>
#include <unistd.h>

struct _DolenLockWatch {
  GObject parent_instance;
  gint64 last_use; /* dolen_lock_watch_now() */
  int minutes;
  guint timer;
  GCancellable *cancellable;   /* (owned) */
  GDBusConnection *system_bus; /* (owned) (nullable) */
  guint sleep_subscription;
  guint lock_subscription;
  guint hint_subscription;
  GDBusConnection *session_bus; /* (owned) (nullable) */
  guint saver_subscriptions[2];
  int inhibitor; /* descriptor that delays sleep; -1: none */
};

G_DEFINE_FINAL_TYPE (DolenLockWatch, dolen_lock_watch, G_TYPE_OBJECT)

enum {
  SIGNAL_LOCK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

#define LOGIN_NAME "org.freedesktop.login1"
#define LOGIN_PATH "/org/freedesktop/login1"
#define CHECK_SECONDS 5
#define WATCHED "dolen-lock-watched" /* marks a window, so that it is watched once */

gint64
dolen_lock_watch_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
lock (DolenLockWatch *self)
{
  g_signal_emit (self, signals[SIGNAL_LOCK], 0);
}

static void
release_inhibitor (DolenLockWatch *self)
{
  if (self->inhibitor >= 0)
    close (self->inhibitor);
  self->inhibitor = -1;
}

static void
on_inhibited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenLockWatch) self = user_data;
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_with_unix_fd_list_finish (
      G_DBUS_CONNECTION (source), &fds, result, NULL);
  if (reply == NULL || fds == NULL || g_unix_fd_list_get_length (fds) < 1)
    return;
  release_inhibitor (self);
  self->inhibitor = g_unix_fd_list_get (fds, 0, NULL);
}

/* Asks for a moment before sleep (org.freedesktop.login1, Inhibit). */
static void
take_inhibitor (DolenLockWatch *self)
{
  g_dbus_connection_call_with_unix_fd_list (
      self->system_bus,
      LOGIN_NAME,
      LOGIN_PATH,
      LOGIN_NAME ".Manager",
      "Inhibit",
      g_variant_new ("(ssss)", "sleep", "Dolen", _ ("Locking the case records"), "delay"),
      G_VARIANT_TYPE ("(h)"),
      G_DBUS_CALL_FLAGS_NONE,
      -1,
      NULL,
      self->cancellable,
      on_inhibited,
      g_object_ref (self));
}

static void
on_prepare_for_sleep (GDBusConnection *connection,
                      const char *sender,
                      const char *path,
                      const char *interface,
                      const char *signal,
                      GVariant *parameters,
                      gpointer user_data)
{
  DolenLockWatch *self = user_data;
  gboolean going = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &going);
  if (going) {
    lock (self);
    release_inhibitor (self);
  } else {
    take_inhibitor (self);
  }
}

static void
on_session_lock (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *signal,
                 GVariant *parameters,
                 gpointer user_data)
{
  lock (user_data);
}

/* What locks the screen by a key of its own only says so here (LockedHint). */
static void
on_session_properties (GDBusConnection *connection,
                       const char *sender,
                       const char *path,
                       const char *interface,
                       const char *signal,
                       GVariant *parameters,
                       gpointer user_data)
{
  g_autoptr (GVariant) changed = NULL;
  gboolean locked = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  changed = g_variant_get_child_value (parameters, 1);
  if (g_variant_lookup (changed, "LockedHint", "b", &locked) && locked)
    lock (user_data);
}

static guint
listen_to_login (DolenLockWatch *self,
                 const char *interface,
                 const char *signal,
                 const char *argument,
                 GDBusSignalCallback callback)
{
  return g_dbus_connection_signal_subscribe (self->system_bus,
                                             LOGIN_NAME,
                                             interface,
                                             signal,
                                             NULL,
                                             argument,
                                             G_DBUS_SIGNAL_FLAGS_NONE,
                                             callback,
                                             self,
                                             NULL);
}

static void
on_system_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenLockWatch) self = user_data;

  self->system_bus = g_bus_get_finish (result, NULL);
  if (self->system_bus == NULL)
    return; /* no login manager: the timer and the screen saver alone */
  self->sleep_subscription = listen_to_login (
      self, LOGIN_NAME ".Manager", "PrepareForSleep", NULL, on_prepare_for_sleep);
  self->lock_subscription
      = listen_to_login (self, LOGIN_NAME ".Session", "Lock", NULL, on_session_lock);
  self->hint_subscription = listen_to_login (self,
                                             "org.freedesktop.DBus.Properties",
                                             "PropertiesChanged",
                                             LOGIN_NAME ".Session",
                                             on_session_properties);
  take_inhibitor (self);
}

static void
on_saver_changed (GDBusConnection *connection,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *signal,
                  GVariant *parameters,
                  gpointer user_data)
{
  gboolean active = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &active);
  if (active)
    lock (user_data);
}

/* Not by GtkApplication:screensaver-active: GTK keeps it up only for who registers with a session
 * manager of GNOME's. */
static void
on_session_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const char *const savers[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver" };
  g_autoptr (DolenLockWatch) self = user_data;

  self->session_bus = g_bus_get_finish (result, NULL);
  for (gsize i = 0; self->session_bus != NULL && i < G_N_ELEMENTS (savers); i++)
    self->saver_subscriptions[i] = g_dbus_connection_signal_subscribe (self->session_bus,
                                                                       NULL,
                                                                       savers[i],
                                                                       "ActiveChanged",
                                                                       NULL,
                                                                       NULL,
                                                                       G_DBUS_SIGNAL_FLAGS_NONE,
                                                                       on_saver_changed,
                                                                       self,
                                                                       NULL);
}

static gboolean
on_timer (gpointer user_data)
{
  dolen_lock_watch_check (user_data, dolen_lock_watch_now ());
  return G_SOURCE_CONTINUE;
}

static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer user_data)
{
  switch (gdk_event_get_event_type (event)) {
  case GDK_KEY_PRESS:
  case GDK_BUTTON_PRESS:
  case GDK_MOTION_NOTIFY:
  case GDK_SCROLL:
  case GDK_TOUCH_BEGIN:
  case GDK_TOUCH_UPDATE:
    dolen_lock_watch_touch (user_data);
    break;
  default:
    break;
  }
  return GDK_EVENT_PROPAGATE;
}

static void
dolen_lock_watch_dispose (GObject *object)
{
  DolenLockWatch *self = DOLEN_LOCK_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->system_bus != NULL) {
    g_dbus_connection_signal_unsubscribe (self->system_bus, self->sleep_subscription);
    g_dbus_connection_signal_unsubscribe (self->system_bus, self->lock_subscription);
    g_dbus_connection_signal_unsubscribe (self->system_bus, self->hint_subscription);
  }
  for (gsize i = 0; self->session_bus != NULL && i < G_N_ELEMENTS (self->saver_subscriptions); i++)
    g_dbus_connection_signal_unsubscribe (self->session_bus, self->saver_subscriptions[i]);
  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);
  release_inhibitor (self);
  G_OBJECT_CLASS (dolen_lock_watch_parent_class)->dispose (object);
}

static void
dolen_lock_watch_finalize (GObject *object)
{
  g_object_unref (DOLEN_LOCK_WATCH (object)->cancellable);
  G_OBJECT_CLASS (dolen_lock_watch_parent_class)->finalize (object);
}

static void
dolen_lock_watch_class_init (DolenLockWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_lock_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_lock_watch_finalize;
  signals[SIGNAL_LOCK] = g_signal_new (
      "lock", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_lock_watch_init (DolenLockWatch *self)
{
  self->inhibitor = -1;
  self->minutes = 10;
  self->last_use = dolen_lock_watch_now ();
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add_seconds (CHECK_SECONDS, on_timer, self);
}

/* Dialogs count too, whoever opens them. */
static void
on_toplevels_changed (
    GListModel *toplevels, guint position, guint removed, guint added, DolenLockWatch *self)
{
  for (guint i = position; i < position + added; i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

    dolen_lock_watch_add_window (self, window);
  }
}

static void
watch_all_windows (DolenLockWatch *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  g_signal_connect_object (toplevels, "items-changed", G_CALLBACK (on_toplevels_changed), self, 0);
  on_toplevels_changed (toplevels, 0, 0, g_list_model_get_n_items (toplevels), self);
}

DolenLockWatch *
dolen_lock_watch_new (void)
{
  DolenLockWatch *self = g_object_new (DOLEN_TYPE_LOCK_WATCH, NULL);

  watch_all_windows (self);
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, on_session_bus, g_object_ref (self));
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_system_bus, g_object_ref (self));
  return self;
}

void
dolen_lock_watch_set_minutes (DolenLockWatch *self, int minutes)
{
  g_return_if_fail (DOLEN_IS_LOCK_WATCH (self));
  self->minutes = CLAMP (minutes, DOLEN_LOCK_MINUTES_LEAST, DOLEN_LOCK_MINUTES_MOST);
}

void
dolen_lock_watch_add_window (DolenLockWatch *self, GtkWindow *window)
{
  GtkEventController *controller;

  g_return_if_fail (DOLEN_IS_LOCK_WATCH (self) && GTK_IS_WINDOW (window));

  if (g_object_get_data (G_OBJECT (window), WATCHED) != NULL)
    return;
  g_object_set_data (G_OBJECT (window), WATCHED, GINT_TO_POINTER (1));
  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_event), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

void
dolen_lock_watch_touch (DolenLockWatch *self)
{
  g_return_if_fail (DOLEN_IS_LOCK_WATCH (self));
  self->last_use = dolen_lock_watch_now ();
}

void
dolen_lock_watch_check (DolenLockWatch *self, gint64 now)
{
  g_return_if_fail (DOLEN_IS_LOCK_WATCH (self));

  if (now - self->last_use < (gint64) self->minutes * 60 * G_USEC_PER_SEC)
    return;
  self->last_use = now;
  lock (self);
}

gboolean
dolen_lock_watch_is_listening (DolenLockWatch *self)
{
  g_return_val_if_fail (DOLEN_IS_LOCK_WATCH (self), FALSE);
  return self->session_bus != NULL && self->system_bus != NULL;
}

gboolean
dolen_lock_watch_delays_sleep (DolenLockWatch *self)
{
  g_return_val_if_fail (DOLEN_IS_LOCK_WATCH (self), FALSE);
  return self->inhibitor >= 0;
}
