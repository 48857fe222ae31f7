/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-lock-watch.h"
#include "support/dolen-test.h"

#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <unistd.h>

/*
 * The signals of a computer that sleeps or is locked, played on a bus of this test's own that
 * stands in for both the system's and the session's.
 */
static const char login_xml[]
    = "<node><interface name='org.freedesktop.login1.Manager'>"
      "<method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='h' direction='out'/></method></interface></node>";

typedef struct {
  GTestDBus *bus;         /* (owned) */
  GDBusConnection *login; /* (owned) who plays login1 */
  DolenLockWatch *watch;  /* (owned) */
  int pipe[2];            /* the reading end shows whether the inhibitor is held */
  int n_inhibits;
  int n_locked;
  char *asked; /* (owned) what and how it asked to delay */
} Stage;

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  Stage *stage = user_data;
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  const char *what, *who, *why, *mode;

  g_variant_get (parameters, "(&s&s&s&s)", &what, &who, &why, &mode);
  g_free (stage->asked);
  stage->asked = g_strdup_printf ("%s %s", what, mode);
  stage->n_inhibits++;
  g_assert_cmpint (pipe (stage->pipe), ==, 0);
  g_unix_fd_list_append (fds, stage->pipe[1], NULL);
  close (stage->pipe[1]);
  g_dbus_method_invocation_return_value_with_unix_fd_list (
      invocation, g_variant_new ("(h)", 0), fds);
}

static void
turn (int ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
}

#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (int i = 0; i < 500 && !(condition); i++)                                                  \
      turn (10);                                                                                   \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

static void
count (DolenLockWatch *watch, Stage *stage)
{
  stage->n_locked++;
}

static GDBusConnection *
join (Stage *stage)
{
  GError *error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (stage->bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL,
      NULL,
      &error);

  g_assert_no_error (error);
  return connection;
}

static void
play_login (Stage *stage)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (login_xml, NULL);
  GError *error = NULL;

  stage->login = join (stage);
  g_dbus_connection_register_object (
      stage->login, "/org/freedesktop/login1", node->interfaces[0], &vtable, stage, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (
      stage->login, "org.freedesktop.login1", G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
}

static void
emit (Stage *stage, const char *path, const char *interface, const char *signal, GVariant *values)
{
  GError *error = NULL;

  g_dbus_connection_emit_signal (stage->login, NULL, path, interface, signal, values, &error);
  g_assert_no_error (error);
}

static void
sleep_signal (Stage *stage, gboolean going)
{
  emit (stage,
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
        "PrepareForSleep",
        g_variant_new ("(b)", going));
}

/* The buses of a process are made once: all is played on one stage. */
static Stage *
set_stage (void)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (stage->bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (stage->bus), TRUE);
  play_login (stage);
  turn (50);
  stage->watch = dolen_lock_watch_new ();
  g_signal_connect (stage->watch, "lock", G_CALLBACK (count), stage);
  WAIT_FOR (dolen_lock_watch_is_listening (stage->watch));
  return stage;
}

/* The daemon goes last, and nothing of it is left to end with the process. */
static void
strike_stage (Stage *stage)
{
  g_clear_object (&stage->watch);
  g_dbus_connection_close_sync (stage->login, NULL, NULL);
  g_clear_object (&stage->login);
  turn (50);
  g_test_dbus_stop (stage->bus);
  g_clear_object (&stage->bus);
  g_free (stage->asked);
  close (stage->pipe[0]);
  g_free (stage);
}

static gboolean
is_let_go (Stage *stage)
{
  char byte;

  /* The end of the pipe is reached once nobody holds the other side. */
  return read (stage->pipe[0], &byte, 1) == 0;
}

static void
test_sleep_waits_until_it_is_locked (gconstpointer data)
{
  Stage *stage = (Stage *) data;

  WAIT_FOR (dolen_lock_watch_delays_sleep (stage->watch));
  g_assert_cmpstr (stage->asked, ==, "sleep delay");
  stage->n_locked = 0;
  sleep_signal (stage, TRUE);
  WAIT_FOR (stage->n_locked == 1);
  g_assert_false (dolen_lock_watch_delays_sleep (stage->watch));
  g_assert_true (is_let_go (stage));
  /* Awake: the next sleep waits too. */
  sleep_signal (stage, FALSE);
  WAIT_FOR (stage->n_inhibits == 2 && dolen_lock_watch_delays_sleep (stage->watch));
  g_assert_cmpint (stage->n_locked, ==, 1);
}

static void
test_a_locked_session_locks (gconstpointer data)
{
  Stage *stage = (Stage *) data;

  stage->n_locked = 0;
  emit (
      stage, "/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock", NULL);
  WAIT_FOR (stage->n_locked == 1);
  emit (stage,
        "/org/freedesktop/login1/session/_31",
        "org.freedesktop.login1.Session",
        "Unlock",
        NULL);
  turn (100);
  g_assert_cmpint (stage->n_locked, ==, 1);
}

static void
say_hint (Stage *stage, gboolean locked)
{
  GVariantBuilder changed;

  g_variant_builder_init (&changed, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&changed, "{sv}", "LockedHint", g_variant_new_boolean (locked));
  emit (stage,
        "/org/freedesktop/login1/session/_31",
        "org.freedesktop.DBus.Properties",
        "PropertiesChanged",
        g_variant_new ("(sa{sv}as)", "org.freedesktop.login1.Session", &changed, NULL));
}

static void
test_a_hint_that_it_is_locked_locks (gconstpointer data)
{
  Stage *stage = (Stage *) data;

  stage->n_locked = 0;
  say_hint (stage, FALSE);
  turn (100);
  g_assert_cmpint (stage->n_locked, ==, 0);
  say_hint (stage, TRUE);
  WAIT_FOR (stage->n_locked == 1);
}

static void
test_a_screen_saver_locks (gconstpointer data)
{
  static const char *const savers[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver" };
  Stage *stage = (Stage *) data;

  stage->n_locked = 0;
  for (int n = 0; n < (int) G_N_ELEMENTS (savers); n++) {
    emit (stage, "/org/saver", savers[n], "ActiveChanged", g_variant_new ("(b)", TRUE));
    WAIT_FOR (stage->n_locked == n + 1);
    emit (stage, "/org/saver", savers[n], "ActiveChanged", g_variant_new ("(b)", FALSE));
  }
  turn (100);
  g_assert_cmpint (stage->n_locked, ==, 2);
}

/* What anybody may send must neither crash nor lock. */
static void
test_a_malformed_signal_is_passed_over (gconstpointer data)
{
  Stage *stage = (Stage *) data;

  stage->n_locked = 0;
  emit (stage,
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
        "PrepareForSleep",
        g_variant_new ("(s)", "now"));
  emit (stage, "/org/saver", "org.gnome.ScreenSaver", "ActiveChanged", NULL);
  turn (100);
  g_assert_cmpint (stage->n_locked, ==, 0);
}

int
main (int argc, char *argv[])
{
  Stage *stage;
  int result;

  dolen_test_init (&argc, &argv);
  gtk_init ();
  stage = set_stage ();
#define TEST(name) g_test_add_data_func ("/lock-signals/" #name, stage, test_##name)
  TEST (sleep_waits_until_it_is_locked);
  TEST (a_locked_session_locks);
  TEST (a_hint_that_it_is_locked_locks);
  TEST (a_screen_saver_locks);
  TEST (a_malformed_signal_is_passed_over);
#undef TEST
  result = g_test_run ();
  strike_stage (stage);
  return result;
}
