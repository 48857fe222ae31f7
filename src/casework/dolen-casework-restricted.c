/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-restricted.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"
#include "casework/vault/dolen-sealed-note.h"

#include <glib/gi18n-lib.h>

gboolean
dolen_casework_seal_note (DolenCasework *self, DolenNote *note, GError **error)
{
  g_autofree char *text = g_steal_pointer (&note->text);

  g_free (note->sealed);
  note->sealed = dolen_sealed_note_make (dolen_vault_get_holders (self->vault),
                                         dolen_vault_get_id (self->vault),
                                         note->uid,
                                         text,
                                         error);
  dolen_wipe_string (g_steal_pointer (&text));
  return note->sealed != NULL;
}

char *
dolen_casework_open_note (DolenCasework *self, const DolenNote *note)
{
  return dolen_sealed_note_open (dolen_vault_get_holders (self->vault),
                                 dolen_vault_get_id (self->vault),
                                 note->uid,
                                 note->sealed);
}

static DolenMayRead
may_read (DolenCasework *self, const DolenNote *note)
{
  char *text;

  if (dolen_sealed_note_is_own (dolen_vault_get_holders (self->vault), note->sealed))
    return DOLEN_MAY_READ;
  if (!dolen_casework_is_lead (self))
    return DOLEN_MAY_NOT_READ;
  text = dolen_casework_open_note (self, note);
  dolen_wipe_string (text);
  return text != NULL ? DOLEN_MAY_BREAK_GLASS : DOLEN_MAY_NOT_READ;
}

DolenMayRead
dolen_casework_may_read (DolenCasework *self, const char *note)
{
  g_autoptr (DolenNote) stored = NULL;

  if (self->caseload == NULL || dolen_casework_is_editor (self))
    return DOLEN_MAY_NOT_READ;
  stored = dolen_caseload_get_note (self->caseload, note);
  return stored != NULL && stored->restricted ? may_read (self, stored) : DOLEN_MAY_NOT_READ;
}

static gboolean
refuse_to_read (GError **error)
{
  return dolen_refuse (
      error, _ ("This note is restricted: its author and the leads can read it, nobody else."));
}

char *
dolen_casework_note_read (DolenCasework *self, const char *note, const char *why, GError **error)
{
  g_autoptr (DolenNote) stored = NULL;
  DolenMayRead may;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  stored = dolen_caseload_get_note (self->caseload, note);
  may = stored != NULL ? dolen_casework_may_read (self, note) : DOLEN_MAY_NOT_READ;
  if (may == DOLEN_MAY_NOT_READ) {
    refuse_to_read (error);
    return NULL;
  }
  if (may == DOLEN_MAY_BREAK_GLASS && dolen_text_is_empty (why)) {
    dolen_refuse_invalid (error, _ ("Please say why. The reason stands in the person’s record."));
    return NULL;
  }
  if (!dolen_casework_audit (self,
                             stored->person,
                             may == DOLEN_MAY_READ ? DOLEN_AUDIT_NOTE_READ
                                                   : DOLEN_AUDIT_BREAK_GLASS,
                             note,
                             why,
                             error))
    return NULL;
  return dolen_casework_open_note (self, stored);
}
