/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-clashes.h"

G_BEGIN_DECLS

/* What stands in a field or part of a record, in a line for people: in the queue, in the history.
 */

/** dolen_value_tell: (transfer full): @value: (nullable): as the history and clashes keep it (of a
 *  part its JSON); "" for nothing, and for what has no words. A hidden address is not told. */
char *
dolen_value_tell (const char *kind, const char *field, const char *value, DolenLanguage language);

/** dolen_clash_tell: (transfer full): "Cost: here nothing, the feed £2.50". */
char *dolen_clash_tell (const DolenClash *clash, DolenLanguage language);

G_END_DECLS
