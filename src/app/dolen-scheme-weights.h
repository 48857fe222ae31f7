/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "matching/dolen-weights.h"

G_BEGIN_DECLS

/* The weights of the scheme whose profile folder is open: read once, held by the session. Main
 * thread only; a ranking in the worker is given a reference. What a worker may do is one setting
 * (dolen-scheme-settings.h), of which the file holds a copy for dolenctl. */

/** dolen_scheme_weights_get: (transfer none) (nullable): NULL where the installed weights cannot be
 *  read; that is reported once. */
DolenWeights *dolen_scheme_weights_get (DolenSession *session);

/** dolen_scheme_weights_get_wrong: (transfer none): what of the scheme's file was not understood, a
 *  sentence each; empty as a rule. */
const char *const *dolen_scheme_weights_get_wrong (DolenSession *session);

/** dolen_scheme_weights_set: writes @weights (a copy is kept) into the profile folder; from then on
 *  they count, and lists of suggestions are made anew. @error: nothing was changed */
gboolean
dolen_scheme_weights_set (DolenSession *session, const DolenWeights *weights, GError **error);

G_END_DECLS
