/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"
#include "casework/records/dolen-codes.h"

G_BEGIN_DECLS

/* A list of codes as a choice: the first is "nothing chosen", in the words given. */

/** dolen_code_names: (transfer full): @none, then the names of @list in the window's language. */
char **dolen_code_names (DolenCodeList list, const char *none);

/** dolen_code_choice_add: to a small form; @code: (nullable): chosen at first. */
void dolen_code_choice_add (DolenSmallForm *form,
                            const char *key,
                            const char *title,
                            DolenCodeList list,
                            const char *none,
                            const char *code);

/** dolen_code_choice_get: (transfer none) (nullable): the code chosen. */
const char *dolen_code_choice_get (DolenSmallForm *form, const char *key, DolenCodeList list);

/** dolen_code_choice_add_day: an entry for a day, with @date (nullable) typed in. */
void dolen_code_choice_add_day (DolenSmallForm *form,
                                const char *key,
                                const char *title,
                                const char *date);

G_END_DECLS
