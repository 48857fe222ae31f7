/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * Restricted notes: dolen_casework_note_add() with .restricted seals the words to their author and
 * the leads; here they are read. A lead who reads another's breaks the glass: with a reason, which
 * stands in the person's record.
 */
typedef enum {
  DOLEN_MAY_READ,        /* it is one's own */
  DOLEN_MAY_BREAK_GLASS, /* a lead may, with a reason */
  DOLEN_MAY_NOT_READ,
} DolenMayRead;

/** dolen_casework_may_read: @note: uid of a restricted note. */
DolenMayRead dolen_casework_may_read (DolenCasework *self, const char *note);

/** dolen_casework_note_read: (transfer full) (nullable): the words; first a line in the log. @why:
 *  needed by a lead. NOT_ALLOWED, _INVALID (no reason). Wipe it with dolen_wipe_string(). */
char *
dolen_casework_note_read (DolenCasework *self, const char *note, const char *why, GError **error);

G_END_DECLS
