/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"
#include "casework/dolen-retention.h"

G_BEGIN_DECLS

/*
 * What somebody decides about how long records stay, and the end of one. Acts as in
 * dolen-casework.h. Nothing here happens by itself.
 */

/** dolen_casework_set_retention: @rules: 1 to 30 years, birthdays 18 to 40, the one for 17 no
 * earlier; who set them and when is filled in. @error: DOLEN_ERROR_INVALID */
gboolean dolen_casework_set_retention (DolenCasework *self,
                                       const DolenRetentionRules *rules,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_keep: keeps @person's record until civil date @until (after today), for @reason
 * in words. */
gboolean dolen_casework_keep (DolenCasework *self,
                              const char *person,
                              const char *until,
                              const char *reason,
                              DolenUndo **undo,
                              GError **error);

/** dolen_casework_hold: a legal hold: not erased until it is lifted. @reason: in words. */
gboolean dolen_casework_hold (
    DolenCasework *self, const char *person, const char *reason, DolenUndo **undo, GError **error);
gboolean dolen_casework_lift_hold (DolenCasework *self,
                                   const char *person,
                                   DolenUndo **undo,
                                   GError **error);

/**
 * dolen_casework_erase:
 * @why: in words, never empty; it must not name the person
 * @erasure: (out) (optional) (transfer full): what the proof is made of
 * @error: DOLEN_ERROR_NOT_ALLOWED under a legal hold
 *
 * Destroys every entry and draft of @person and their key, and copies of both files that an update
 * of Dolen left. No undo.
 */
gboolean dolen_casework_erase (DolenCasework *self,
                               const char *person,
                               const char *why,
                               DolenErasure **erasure,
                               GError **error);

G_END_DECLS
