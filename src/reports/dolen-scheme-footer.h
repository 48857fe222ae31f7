/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-scheme.h"

G_BEGIN_DECLS

/** dolen_scheme_dup_phone: (transfer full) (nullable): its telephone as it is shown. What is no
 *  number to us may be one to them ("ask the switchboard"). @scheme: (nullable) */
char *dolen_scheme_dup_phone (const DolenScheme *scheme);

/**
 * dolen_scheme_footer:
 * @scheme: (nullable): NULL: our proposals, so that no paper goes out without
 * @language: of the paper
 *
 * What every letter and hand-out to a person, and to a group, ends with: the scheme and how to
 * reach it, when it works, and whom to ring in a crisis. It names no person.
 *
 * Returns: (transfer full): plain text, each line ended; a rule of dashes stands before it
 */
char *dolen_scheme_footer (const DolenScheme *scheme, DolenLanguage language);

/** dolen_scheme_footer_for_professional: (transfer full): the same for a GP, a crisis team or who
 *  else refers: they are told how to reach us, not whom to ring in a crisis. */
char *dolen_scheme_footer_for_professional (const DolenScheme *scheme, DolenLanguage language);

G_END_DECLS
