/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-keyring.h"

#include "app/casework/dolen-keyring-session.h"
#include "base/dolen-error.h"

#include <glib/gi18n.h>

/* The same patience for every keyring: whoever waits hears within it, whatever the other side does.
 */

#define LOOK_UP_MS 5000
/* Somebody may have to unlock the keyring first. */
#define STORE_MS 60000

G_DEFINE_INTERFACE (DolenKeyring, dolen_keyring, G_TYPE_OBJECT)

static DolenKeyring *default_keyring;
static guint look_up_ms = LOOK_UP_MS, store_ms = STORE_MS;

static void
dolen_keyring_default_init (DolenKeyringInterface *iface)
{
}

DolenKeyring *
dolen_keyring_get_default (void)
{
  static DolenKeyring *of_session;

  if (default_keyring != NULL)
    return default_keyring;
  if (of_session == NULL)
    of_session = dolen_keyring_session_new ();
  return of_session;
}

void
dolen_keyring_set_default (DolenKeyring *keyring)
{
  default_keyring = keyring;
}

void
dolen_keyring_set_patience (guint look_up, guint store)
{
  look_up_ms = look_up > 0 ? look_up : LOOK_UP_MS;
  store_ms = store > 0 ? store : STORE_MS;
}

/* ---- waiting ---- */

/* One question: the outer task is whoever asked; the inner one the keyring's, which may come late.
 */
typedef struct {
  GTask *outer;           /* (owned) (nullable) once answered */
  GCancellable *stop;     /* (owned) the inner one's */
  GCancellable *given_up; /* (owned) (nullable) the asker's */
  gulong given_up_id;
  guint patience; /* timeout source, 0 none */
  gboolean wants_key;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->outer);
  g_clear_object (&question->stop);
  g_clear_object (&question->given_up);
  g_free (question);
}

/* (transfer full): who asked, to be answered once and for all; NULL where they were. */
static GTask *
settle (Question *question)
{
  g_clear_handle_id (&question->patience, g_source_remove);
  if (question->given_up_id != 0)
    g_signal_handler_disconnect (question->given_up, question->given_up_id);
  question->given_up_id = 0;
  return g_steal_pointer (&question->outer);
}

static void
refuse (GTask *task, const char *sentence)
{
  g_task_return_new_error (task, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, "%s", sentence);
}

static gboolean
on_patience_over (gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GTask) outer = NULL;

  question->patience = 0;
  outer = settle (question);
  refuse (outer, _ ("The keyring does not answer. Type your passphrase."));
  g_cancellable_cancel (question->stop);
  return G_SOURCE_REMOVE;
}

static void
on_given_up (GCancellable *cancellable, Question *question)
{
  g_autoptr (GTask) outer = settle (question);

  g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_CANCELLED, "given up");
  g_cancellable_cancel (question->stop);
}

static void
answer_with_key (GTask *outer, GTask *inner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenSecret) key = g_task_propagate_pointer (inner, &error);

  if (key != NULL && dolen_secret_size (key) == DOLEN_KEY_SIZE) {
    g_task_return_pointer (outer, g_steal_pointer (&key), (GDestroyNotify) dolen_secret_free);
    return;
  }
  if (error != NULL)
    g_debug ("keyring: %s", error->message);
  refuse (outer,
          g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
              ? _ ("The keyring is locked. Type your passphrase.")
          : error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
              ? _ ("The keyring does not hold the key of these case records. Type your passphrase.")
              : _ ("The keyring cannot be used now. Type your passphrase."));
}

static void
answer_done (GTask *outer, GTask *inner)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (inner, &error)) {
    g_task_return_boolean (outer, TRUE);
    return;
  }
  if (error != NULL)
    g_debug ("keyring: %s", error->message);
  refuse (outer, _ ("The keyring of this computer cannot be used: nothing was put into it."));
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GTask) outer = question->outer != NULL ? settle (question) : NULL;

  if (outer != NULL && question->wants_key)
    answer_with_key (outer, G_TASK (result));
  else if (outer != NULL)
    answer_done (outer, G_TASK (result));
  question_free (question);
}

/* (transfer full): the inner task, for the keyring to finish. */
static GTask *
ask (DolenKeyring *self,
     guint ms,
     gboolean wants_key,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->outer = g_task_new (self, NULL, callback, user_data);
  question->stop = g_cancellable_new ();
  question->wants_key = wants_key;
  question->patience = g_timeout_add (ms, on_patience_over, question);
  if (cancellable != NULL) {
    question->given_up = g_object_ref (cancellable);
    question->given_up_id
        = g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_given_up), question);
  }
  return g_task_new (self, question->stop, on_answer, question);
}

/* ---- the three of them ---- */

void
dolen_keyring_look_up (DolenKeyring *self,
                       const char *name,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (DOLEN_IS_KEYRING (self) && name != NULL);
  DOLEN_KEYRING_GET_IFACE (self)->look_up (
      self, name, ask (self, look_up_ms, TRUE, cancellable, callback, user_data));
}

DolenSecret *
dolen_keyring_look_up_finish (DolenKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
dolen_keyring_store (DolenKeyring *self,
                     const char *name,
                     const DolenSecret *key,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (DOLEN_IS_KEYRING (self) && name != NULL);
  DOLEN_KEYRING_GET_IFACE (self)->store (
      self, name, key, ask (self, store_ms, FALSE, NULL, callback, user_data));
}

void
dolen_keyring_clear (DolenKeyring *self,
                     const char *name,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (DOLEN_IS_KEYRING (self) && name != NULL);
  DOLEN_KEYRING_GET_IFACE (self)->clear (
      self, name, ask (self, look_up_ms, FALSE, NULL, callback, user_data));
}

gboolean
dolen_keyring_done (DolenKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
