/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-erasure.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/**
 * dolen_erasure_proof_new:
 * @erasure: what was destroyed
 * @organisation: (nullable): whose case records
 *
 * The proof of an erasure, to print: what was destroyed, when, by whom, how, and the day the last
 * copy dies. It gives a reference and names nobody.
 *
 * Returns: (transfer full): Pango markup
 */
char *dolen_erasure_proof_new (const DolenErasure *erasure,
                               const char *organisation,
                               DolenLanguage language);

/** dolen_erasure_summary: (transfer full): "Erased on 3 November 2026; the last copy of the key
 * dies on 8 December 2026." */
char *dolen_erasure_summary (const DolenErasure *erasure, DolenLanguage language);

G_END_DECLS
