/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-keyring.h"
#include "base/dolen-swap.h"
#include "casework/dolen-casework-quick.h"

#include <glib/gstdio.h>

/* Quick unlock in the window, with a keyring that does what it is told to. */

typedef enum {
  KEYRING_GOOD,
  KEYRING_MISSING,
  KEYRING_LOCKED,
  KEYRING_SILENT,
} Mood;

#define FAKE_TYPE_KEYRING (fake_keyring_get_type ())
G_DECLARE_FINAL_TYPE (FakeKeyring, fake_keyring, FAKE, KEYRING, GObject)

struct _FakeKeyring {
  GObject parent_instance;
  Mood mood;
  DolenSecret *key; /* (owned) (nullable) what it keeps */
  GTask *waiting;   /* (owned) (nullable) what it does not answer */
};

static void implement (DolenKeyringInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (FakeKeyring,
                               fake_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_KEYRING, implement))

/* Every question is answered once, however late: nobody listens any more. */
static void
answer_late (FakeKeyring *self)
{
  if (self->waiting != NULL)
    g_task_return_new_error (self->waiting, G_IO_ERROR, G_IO_ERROR_FAILED, "too late");
  g_clear_object (&self->waiting);
}

static gboolean
refuses (FakeKeyring *self, GTask *task)
{
  switch (self->mood) {
  case KEYRING_MISSING:
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "no such service");
    return TRUE;
  case KEYRING_LOCKED:
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "locked");
    return TRUE;
  case KEYRING_SILENT:
    answer_late (self);
    self->waiting = g_object_ref (task);
    return TRUE;
  case KEYRING_GOOD:
  default:
    return FALSE;
  }
}

static void
fake_look_up (DolenKeyring *keyring, const char *name, GTask *inner)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);
  g_autoptr (GTask) task = inner;

  if (refuses (self, task))
    return;
  if (self->key == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "empty");
  else
    g_task_return_pointer (task,
                           dolen_secret_new_from (dolen_secret_peek (self->key), DOLEN_KEY_SIZE),
                           (GDestroyNotify) dolen_secret_free);
}

static void
fake_store (DolenKeyring *keyring, const char *name, const DolenSecret *key, GTask *inner)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);
  g_autoptr (GTask) task = inner;

  if (refuses (self, task))
    return;
  g_clear_pointer (&self->key, dolen_secret_free);
  self->key = dolen_secret_new_from (dolen_secret_peek (key), DOLEN_KEY_SIZE);
  g_task_return_boolean (task, TRUE);
}

static void
fake_clear (DolenKeyring *keyring, const char *name, GTask *inner)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);
  g_autoptr (GTask) task = inner;

  g_clear_pointer (&self->key, dolen_secret_free);
  g_task_return_boolean (task, TRUE);
}

static void
implement (DolenKeyringInterface *iface)
{
  iface->look_up = fake_look_up;
  iface->store = fake_store;
  iface->clear = fake_clear;
}

static void
fake_keyring_class_init (FakeKeyringClass *klass)
{
}

static void
fake_keyring_init (FakeKeyring *self)
{
}

/* ---- the stage ---- */

typedef struct {
  DolenWindow *window;
  DolenCasework *casework;
  FakeKeyring *keyring;
} Stage;

static void
set_up (Stage *stage, gconstpointer data)
{
  stage->keyring = g_object_new (FAKE_TYPE_KEYRING, NULL);
  dolen_keyring_set_default (DOLEN_KEYRING (stage->keyring));
  stage->window = dolen_people_test_window (NULL);
  stage->casework = dolen_session_get_casework (dolen_window_get_session (stage->window));
  dolen_page_go (GTK_WIDGET (stage->window), "people", NULL, NULL);
  dolen_app_test_settle (stage->window);
}

static void
tear_down (Stage *stage, gconstpointer data)
{
  answer_late (stage->keyring);
  dolen_app_test_settle (stage->window);
  dolen_app_test_close (stage->window);
  dolen_keyring_set_default (NULL);
  dolen_keyring_set_patience (0, 0);
  dolen_swap_set_root (NULL);
  g_clear_pointer (&stage->keyring->key, dolen_secret_free);
  g_object_unref (stage->keyring);
}

static gboolean
find_switch (GtkWidget *widget, gpointer user_data)
{
  GtkWidget **found = user_data;

  if (g_strcmp0 (gtk_widget_get_name (widget), "quick-switch") == 0)
    *found = widget;
  return *found == NULL;
}

static void
act (Stage *stage, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (stage->window), action, NULL);
  dolen_app_test_settle (stage->window);
}

/* Clicks the switch in the Case Records window. */
static GtkWidget *
flip (Stage *stage)
{
  GtkWidget *button = NULL;

  act (stage, "win.case-records");
  dolen_app_test_walk (dolen_people_test_dialog (stage->window), find_switch, &button);
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  dolen_app_test_settle (stage->window);
  return button;
}

static void
close_dialog (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (dolen_people_test_dialog (stage->window)));
  dolen_app_test_settle (stage->window);
}

static void
switch_on (Stage *stage)
{
  flip (stage);
  g_assert_cmpint (dolen_casework_get_quick (stage->casework), ==, DOLEN_QUICK_READY);
  g_assert_nonnull (stage->keyring->key);
  close_dialog (stage);
}

static GtkWidget *
keyring_button (Stage *stage)
{
  return dolen_app_test_find_button (GTK_WIDGET (stage->window), "Open with the Keyring");
}

static void
click_keyring (Stage *stage)
{
  g_assert_nonnull (keyring_button (stage));
  g_signal_emit_by_name (keyring_button (stage), "clicked");
}

/* Falls back to the passphrase, with one sentence. */
static void
expect_sentence (Stage *stage, const char *sentence)
{
  click_keyring (stage);
  DOLEN_WAIT_UNTIL (dolen_app_test_find_label (GTK_WIDGET (stage->window), sentence) != NULL, 5000);
  g_assert_false (dolen_casework_is_unlocked (stage->casework));
  dolen_people_test_unlock (stage->window);
}

/* ---- tests ---- */

static void
test_it_is_off_and_the_page_says_what_it_means (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog;

  act (stage, "win.lock");
  g_assert_null (keyring_button (stage));
  dolen_people_test_unlock (stage->window);
  act (stage, "win.case-records");
  dialog = dolen_people_test_dialog (stage->window);
  g_assert_nonnull (
      dolen_app_test_find_label (dialog, "Whoever has this computer with your session unlocked"));
  dolen_app_test_assert_names (dialog);
  g_assert_cmpint (dolen_casework_get_quick (stage->casework), ==, DOLEN_QUICK_OFF);
}

static void
test_the_keyring_opens_them_and_a_lock_locks (Stage *stage, gconstpointer data)
{
  switch_on (stage);
  for (int i = 0; i < 2; i++) {
    act (stage, "win.lock");
    g_assert_false (dolen_casework_is_unlocked (stage->casework));
    click_keyring (stage);
    DOLEN_WAIT_UNTIL (dolen_casework_is_unlocked (stage->casework), 20000);
    dolen_app_test_settle (stage->window);
    g_assert_null (keyring_button (stage));
  }
}

static void
test_switched_off_nothing_is_left (Stage *stage, gconstpointer data)
{
  switch_on (stage);
  flip (stage);
  g_assert_cmpint (dolen_casework_get_quick (stage->casework), ==, DOLEN_QUICK_OFF);
  g_assert_null (stage->keyring->key);
  close_dialog (stage);
  act (stage, "win.lock");
  g_assert_null (keyring_button (stage));
}

static void
test_a_keyring_that_refuses_switches_nothing_on (Stage *stage, gconstpointer data)
{
  GtkWidget *button;

  stage->keyring->mood = KEYRING_MISSING;
  button = flip (stage);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (button)));
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_nonnull (dolen_app_test_find_label (dolen_people_test_dialog (stage->window),
                                               "nothing was put into it"));
  g_assert_cmpint (dolen_casework_get_quick (stage->casework), ==, DOLEN_QUICK_OFF);
}

static void
test_a_keyring_that_fails_leaves_the_passphrase (Stage *stage, gconstpointer data)
{
  switch_on (stage);
  act (stage, "win.lock");
  stage->keyring->mood = KEYRING_MISSING;
  expect_sentence (stage, "The keyring cannot be used now.");
  act (stage, "win.lock");
  stage->keyring->mood = KEYRING_LOCKED;
  expect_sentence (stage, "The keyring is locked.");
  act (stage, "win.lock");
  stage->keyring->mood = KEYRING_GOOD;
  g_clear_pointer (&stage->keyring->key, dolen_secret_free);
  expect_sentence (stage, "The keyring does not hold the key");
  /* The passphrase has put a new key there. */
  g_assert_nonnull (stage->keyring->key);
  act (stage, "win.lock");
  click_keyring (stage);
  DOLEN_WAIT_UNTIL (dolen_casework_is_unlocked (stage->casework), 20000);
  dolen_app_test_settle (stage->window);
}

static void
test_a_silent_keyring_is_not_waited_for (Stage *stage, gconstpointer data)
{
  switch_on (stage);
  dolen_keyring_set_patience (50, 50);
  act (stage, "win.lock");
  stage->keyring->mood = KEYRING_SILENT;
  expect_sentence (stage, "The keyring does not answer.");
  stage->keyring->mood = KEYRING_GOOD;
  /* What it says later is nobody's business any more. */
  g_task_return_pointer (stage->keyring->waiting, NULL, NULL);
  g_clear_object (&stage->keyring->waiting);
  dolen_app_test_settle (stage->window);
}

static void
test_a_passphrase_typed_meanwhile_goes_first (Stage *stage, gconstpointer data)
{
  GtkWidget *row;

  switch_on (stage);
  act (stage, "win.lock");
  stage->keyring->mood = KEYRING_SILENT;
  click_keyring (stage);
  row = dolen_app_test_find_id (GTK_WIDGET (stage->window), "passphrase_row");
  gtk_editable_set_text (GTK_EDITABLE (row), DOLEN_TEST_PASSPHRASE);
  g_signal_emit_by_name (row, "entry-activated");
  DOLEN_WAIT_UNTIL (dolen_casework_is_unlocked (stage->casework), 20000);
  dolen_app_test_settle (stage->window);
}

static void
test_after_a_restart_the_gate_says_why (Stage *stage, gconstpointer data)
{
  switch_on (stage);
  dolen_casework_set_boot_id (stage->casework, "another");
  act (stage, "win.lock");
  g_assert_null (keyring_button (stage));
  g_assert_nonnull (
      dolen_app_test_find_label (GTK_WIDGET (stage->window), "Quick unlock goes on once"));
  dolen_people_test_unlock (stage->window);
  act (stage, "win.lock");
  g_assert_nonnull (keyring_button (stage));
}

static void
test_open_swap_is_said_where_one_unlocks (Stage *stage, gconstpointer data)
{
  g_autofree char *root = dolen_test_folder ();
  g_autofree char *folder = g_build_filename (root, "proc", NULL);
  g_autofree char *path = g_build_filename (folder, "swaps", NULL);

  dolen_swap_set_root (root);
  act (stage, "win.lock");
  g_assert_null (
      dolen_app_test_find_label (GTK_WIDGET (stage->window), "not known to be encrypted"));
  dolen_people_test_unlock (stage->window);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (
      path, "Filename Type Size Used Priority\n/dev/sda9 partition 100 0 -2\n", -1, NULL));
  act (stage, "win.lock");
  g_assert_nonnull (
      dolen_app_test_find_label (GTK_WIDGET (stage->window), "not known to be encrypted"));
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add ("/quick/" #name, Stage, NULL, set_up, test_##name, tear_down)
  TEST (it_is_off_and_the_page_says_what_it_means);
  TEST (the_keyring_opens_them_and_a_lock_locks);
  TEST (switched_off_nothing_is_left);
  TEST (a_keyring_that_refuses_switches_nothing_on);
  TEST (a_keyring_that_fails_leaves_the_passphrase);
  TEST (a_silent_keyring_is_not_waited_for);
  TEST (a_passphrase_typed_meanwhile_goes_first);
  TEST (after_a_restart_the_gate_says_why);
  TEST (open_swap_is_said_where_one_unlocks);
#undef TEST
  return dolen_app_test_run ();
}
