/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-keyring-session.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>
#include <sodium.h>
#include <string.h>

#define DOLEN_TYPE_KEYRING_SESSION (dolen_keyring_session_get_type ())
G_DECLARE_FINAL_TYPE (DolenKeyringSession, dolen_keyring_session, DOLEN, KEYRING_SESSION, GObject)

struct _DolenKeyringSession {
  GObject parent_instance;
};

static void implement (DolenKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenKeyringSession,
                               dolen_keyring_session,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_KEYRING, implement))

static const SecretSchema schema = {
  "cymru.dolen.Dolen.QuickUnlock",
  SECRET_SCHEMA_NONE,
  { { "vault", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

static GHashTable *
describe (const char *name)
{
  return secret_attributes_build (&schema, "vault", name, NULL);
}

/* ---- looking up ---- */

/* (transfer full) (nullable) */
static DolenSecret *
read_key (SecretValue *value)
{
  const char *text = secret_value_get_text (value);
  g_autoptr (DolenSecret) key = dolen_secret_new (DOLEN_KEY_SIZE);
  gsize size = 0;

  if (text == NULL
      || sodium_base642bin (dolen_secret_bytes (key),
                            DOLEN_KEY_SIZE,
                            text,
                            strlen (text),
                            NULL,
                            &size,
                            NULL,
                            sodium_base64_VARIANT_ORIGINAL)
             != 0
      || size != DOLEN_KEY_SIZE)
    return NULL;
  return g_steal_pointer (&key);
}

/* Nobody is asked for a password: an item of a locked collection comes without its secret. */
static void
answer_with (SecretItem *item, GTask *task)
{
  SecretValue *value = secret_item_get_locked (item) ? NULL : secret_item_get_secret (item);
  DolenSecret *key = value != NULL ? read_key (value) : NULL;

  g_clear_pointer (&value, secret_value_unref);
  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) dolen_secret_free);
  else if (secret_item_get_locked (item))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "locked");
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no key in it");
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GList *items = secret_service_search_finish (SECRET_SERVICE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (items == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no such item");
  else
    answer_with (items->data, task);
  g_list_free_full (items, g_object_unref);
}

static void
on_service_to_search (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GHashTable) attributes = describe (g_task_get_task_data (task));
  GError *error = NULL;
  g_autoptr (SecretService) service = secret_service_get_finish (result, &error);

  if (service == NULL) {
    g_task_return_error (task, error);
    return;
  }
  secret_service_search (service,
                         &schema,
                         attributes,
                         SECRET_SEARCH_LOAD_SECRETS,
                         g_task_get_cancellable (task),
                         on_found,
                         g_object_ref (task));
}

static void
look_up (DolenKeyring *self, const char *name, GTask *task)
{
  g_task_set_task_data (task, g_strdup (name), g_free);
  secret_service_get (
      SECRET_SERVICE_OPEN_SESSION, g_task_get_cancellable (task), on_service_to_search, task);
}

/* ---- storing, clearing ---- */

static void
on_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_service_store_finish (NULL, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
store (DolenKeyring *self, const char *name, const DolenSecret *key, GTask *task)
{
  g_autoptr (GHashTable) attributes = describe (name);
  gsize size = sodium_base64_ENCODED_LEN (DOLEN_KEY_SIZE, sodium_base64_VARIANT_ORIGINAL);
  char *text = g_malloc0 (size);
  SecretValue *value;

  sodium_bin2base64 (
      text, size, dolen_secret_peek (key), DOLEN_KEY_SIZE, sodium_base64_VARIANT_ORIGINAL);
  /* It is wiped when the last reference goes. */
  value = secret_value_new_full (text, -1, "text/plain", (GDestroyNotify) dolen_wipe_string);
  secret_service_store (
      NULL,
      &schema,
      attributes,
      SECRET_COLLECTION_DEFAULT,
      /* Translators: how the entry is called in the desktop's list of passwords. */
      _ ("Dolen: quick unlock of the case records"),
      value,
      g_task_get_cancellable (task),
      on_stored,
      task);
  secret_value_unref (value);
}

static void
on_cleared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_service_clear_finish (NULL, result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
clear (DolenKeyring *self, const char *name, GTask *task)
{
  g_autoptr (GHashTable) attributes = describe (name);

  secret_service_clear (NULL, &schema, attributes, g_task_get_cancellable (task), on_cleared, task);
}

static void
implement (DolenKeyringInterface *iface)
{
  iface->look_up = look_up;
  iface->store = store;
  iface->clear = clear;
}

static void
dolen_keyring_session_class_init (DolenKeyringSessionClass *klass)
{
}

static void
dolen_keyring_session_init (DolenKeyringSession *self)
{
}

DolenKeyring *
dolen_keyring_session_new (void)
{
  return g_object_new (DOLEN_TYPE_KEYRING_SESSION, NULL);
}
