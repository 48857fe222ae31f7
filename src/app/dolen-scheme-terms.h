/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "matching/dolen-own-terms.h"

G_BEGIN_DECLS

/* The terms of the vocabulary as the scheme wants them: read from the profile folder when a session
 * begins, and from then on the default vocabulary of the program. Main thread only. */

/** dolen_scheme_terms_load: reads them and sets the default vocabulary; before anything of the
 *  directory is read. What cannot be read is left out and kept for dolen_scheme_terms_get_wrong().
 */
void dolen_scheme_terms_load (DolenSession *session);

/** dolen_scheme_terms_get: (transfer none): what staff say otherwise. */
const DolenOwnTerms *dolen_scheme_terms_get (DolenSession *session);

/** dolen_scheme_terms_get_wrong: (transfer none): a sentence for each place of the file that was
 *  not understood; empty as a rule. */
const char *const *dolen_scheme_terms_get_wrong (DolenSession *session);

/**
 * dolen_scheme_terms_put:
 * @term: (transfer full): what differs of one term from now on
 *
 * Writes the file, sets the default vocabulary, and reads again in the worker what every group says
 * of itself; "directory-changed" follows. What stands on the screen shows terms as they were until
 * it is made anew ("app.renew").
 *
 * Returns: FALSE with @error where the file cannot be written: nothing was changed
 */
gboolean dolen_scheme_terms_put (DolenSession *session, DolenOwnTerm *term, GError **error);

G_END_DECLS
