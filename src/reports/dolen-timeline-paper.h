/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"

G_BEGIN_DECLS

/**
 * dolen_timeline_paper_text:
 * @called: how the person is called
 * @entries: (nullable) (element-type DolenEntry): newest first
 *
 * Everything that was done for a person, to print: day, who, what, and the words. What was taken
 * back says so. It names the person and what is known of them: it is for the record, not to send.
 *
 * Returns: (transfer full): plain text
 */
char *dolen_timeline_paper_text (const char *called,
                                 const GPtrArray *entries,
                                 DolenLanguage language,
                                 const char *today);

G_END_DECLS
