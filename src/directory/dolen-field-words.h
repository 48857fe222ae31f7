/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/** dolen_field_label: what a field of a listing (dolen_edit_set_field()), a part (dolen-parts.h) or
 * a fact told in words is called; the field itself where it has no name of its own. Not owned. */
const char *dolen_field_label (const char *field, DolenLanguage language);

G_END_DECLS
