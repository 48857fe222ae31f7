/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * What somebody other than a group may be told of a person, line by line: each code of a consent's
 * lines stands for what a message holds. A line that is not ticked is not in it.
 */
#define DOLEN_SHARE_NAME "name"
#define DOLEN_SHARE_BIRTH "birth"
#define DOLEN_SHARE_NHS_NUMBER "nhs-number"
#define DOLEN_SHARE_ADDRESS "address"
#define DOLEN_SHARE_PROGRESS "progress" /* since when, how often, whether it has closed */
#define DOLEN_SHARE_GOALS "goals"       /* what matters to them, and the scores */
#define DOLEN_SHARE_GROUPS "groups"     /* where they go, and how it goes there */
#define DOLEN_SHARE_CARRY_ON "carry-on" /* what continues after */

/** dolen_share_code_nth: (nullable): the codes in order; NULL beyond the last. */
const char *dolen_share_code_nth (guint n);

/** dolen_share_code_name: what is ticked, in words. */
const char *dolen_share_code_name (const char *code, DolenLanguage language);

G_END_DECLS
