/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-quick.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>

static gboolean
read_quick (DolenCasework *self, DolenQuick *quick)
{
  g_autofree char *path = dolen_quick_path (self->folder);

  return dolen_quick_read (path, quick);
}

DolenQuickState
dolen_casework_get_quick (DolenCasework *self)
{
  DolenQuick quick;

  return read_quick (self, &quick) ? dolen_quick_judge (&quick, dolen_time_now (), self->boot_id)
                                   : DOLEN_QUICK_OFF;
}

char *
dolen_casework_dup_quick_worker (DolenCasework *self)
{
  DolenQuick quick;

  return read_quick (self, &quick) ? dolen_id_to_uid (quick.worker) : NULL;
}

char *
dolen_casework_dup_quick_name (DolenCasework *self)
{
  DolenQuick quick;

  if (self->vault != NULL)
    return dolen_hex (dolen_vault_get_id (self->vault), DOLEN_ID_SIZE);
  return read_quick (self, &quick) ? dolen_hex (quick.vault, DOLEN_ID_SIZE) : NULL;
}

gboolean
dolen_casework_is_by_quick (DolenCasework *self)
{
  return self->vault != NULL && self->by_quick;
}

void
dolen_casework_set_boot_id (DolenCasework *self, const char *boot_id)
{
  g_free (self->boot_id);
  self->boot_id = g_strdup (boot_id);
}

/* ---- switching ---- */

static gboolean
drop (DolenCasework *self, GError **error)
{
  g_autofree char *path = dolen_quick_path (self->folder);

  if (dolen_quick_drop (path))
    return TRUE;
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_ALLOWED,
                       _ ("The file that lets the keyring open the case records (quick) could not "
                          "be removed."));
  return FALSE;
}

gboolean
dolen_casework_quick_on (DolenCasework *self, const DolenSecret *device_key, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!dolen_casework_need_open (self, error)
      || !dolen_vault_write_quick (self->vault, device_key, self->boot_id, error))
    return FALSE;
  if (dolen_casework_audit (self, NULL, DOLEN_AUDIT_QUICK_ON, NULL, NULL, &local))
    return TRUE;
  /* What cannot be written down is not done. */
  drop (self, NULL);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
dolen_casework_quick_renew (DolenCasework *self, const DolenSecret *device_key, GError **error)
{
  const DolenHolder *worker = dolen_casework_get_worker (self);
  g_autofree char *whose = dolen_casework_dup_quick_worker (self);

  if (!dolen_casework_need_open (self, error))
    return FALSE;
  if (worker == NULL || self->by_quick || g_strcmp0 (worker->uid, whose) != 0)
    return dolen_refuse (error, _ ("Unlock with your own passphrase first."));
  return dolen_vault_write_quick (self->vault, device_key, self->boot_id, error);
}

/* It is off; that the log cannot say so while it is read-only must not keep it on. */
static void
note_off (DolenCasework *self)
{
  g_autoptr (GError) error = NULL;

  if (dolen_casework_audit (self, NULL, DOLEN_AUDIT_QUICK_OFF, NULL, NULL, &error))
    return;
  g_message ("the log: %s", error->message);
  dolen_casework_emit_changed (self);
}

gboolean
dolen_casework_quick_off (DolenCasework *self, GError **error)
{
  if (!dolen_casework_need_open (self, error))
    return FALSE;
  if (dolen_casework_get_quick (self) == DOLEN_QUICK_OFF)
    return TRUE;
  if (!drop (self, error))
    return FALSE;
  note_off (self);
  return TRUE;
}

void
dolen_casework_check_quick (DolenCasework *self)
{
  g_autoptr (GError) error = NULL;

  if (dolen_casework_get_quick (self) == DOLEN_QUICK_OFF
      || dolen_vault_is_quick_bound (self->vault))
    return;
  /* It opens nothing any more, whether the file can be removed or not. */
  if (!drop (self, &error))
    g_message ("quick unlock: %s", error->message);
  note_off (self);
}
