/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * What was not told, kept apart from "no": NULL is "not asked"; these two are answers. After the
 * null flavours of the NHS Wales core reference data: NASK, ASKX, ASKU.
 */
#define DOLEN_ASKED_DECLINED "asked-declined"
#define DOLEN_ASKED_UNKNOWN "asked-unknown"

/** dolen_asked_is_told: whether @code is an answer that tells something. @code: (nullable) */
gboolean dolen_asked_is_told (const char *code);

/** dolen_asked_name: (nullable): "not asked", "asked, declined", "asked, not known"; NULL where
 * @code tells something. @code: (nullable) */
const char *dolen_asked_name (const char *code, DolenLanguage language);

G_END_DECLS
