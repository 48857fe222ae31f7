/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edits.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/** dolen_history_what: what an entry of the history is about: "Name in Welsh", "Came in with a
 *  feed". Not owned. */
const char *dolen_history_what (const DolenHistoryEntry *entry, DolenLanguage language);

/** dolen_history_title: (transfer full): the same with what was done to it: "Undone: Cost". */
char *dolen_history_title (const DolenHistoryEntry *entry, DolenLanguage language);

G_END_DECLS
