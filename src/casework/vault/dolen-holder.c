/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-holder.h"

#include <glib/gi18n-lib.h>
#include <uuid.h>

static const struct {
  const char *nick;
  const char *name;
} roles[DOLEN_N_ROLES] = {
  /* Translators: roles of the people who work with Dolen. */
  [DOLEN_ROLE_WORKER] = { "worker", N_ ("Worker") },
  [DOLEN_ROLE_LEAD] = { "lead", N_ ("Lead") },
  [DOLEN_ROLE_EDITOR] = { "editor", N_ ("Directory editor") },
};

const char *
dolen_role_nick (DolenRole role)
{
  g_return_val_if_fail (role < DOLEN_N_ROLES, roles[0].nick);
  return roles[role].nick;
}

const char *
dolen_role_name (DolenRole role, DolenLanguage language)
{
  g_return_val_if_fail (role < DOLEN_N_ROLES, "");
  return dolen_text (language, roles[role].name);
}

DolenHolder *
dolen_holder_copy (const DolenHolder *holder)
{
  DolenHolder *copy = g_memdup2 (holder, sizeof *holder);

  copy->uid = g_strdup (holder->uid);
  copy->name = g_strdup (holder->name);
  return copy;
}

void
dolen_holder_free (DolenHolder *holder)
{
  if (holder == NULL)
    return;
  g_free (holder->uid);
  g_free (holder->name);
  g_free (holder);
}

gboolean
dolen_uid_to_id (const char *uid, guint8 id[DOLEN_ID_SIZE])
{
  return uid != NULL && uuid_parse (uid, id) == 0;
}

char *
dolen_id_to_uid (const guint8 id[DOLEN_ID_SIZE])
{
  char text[UUID_STR_LEN];

  uuid_unparse_lower (id, text);
  return g_strdup (text);
}
