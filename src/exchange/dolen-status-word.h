/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/** dolen_status_from_word: what a list says of whether a service runs: "Ar gau", "On hold", "No".
 *  In English and Welsh, in any case. @status: (out). Returns: FALSE where the word is not
 *  understood; @status is left as it was then. */
gboolean dolen_status_from_word (const char *word, DolenServiceStatus *status);

G_END_DECLS
