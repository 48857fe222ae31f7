/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-counts.h"

G_BEGIN_DECLS

/*
 * What who reports without names gets: the caseload's numbers with small ones left out
 * (dolen-small-numbers.h), to read and as CSV. No exact number stands in either.
 */

/** dolen_numbers_text: (transfer full): @tables: (element-type DolenCountTable) */
char *dolen_numbers_text (const GPtrArray *tables, DolenLanguage language);

/** dolen_numbers_csv: (transfer full): RFC 4180, UTF-8, with a heading: a line a row. @from, @to:
 * civil dates. */
char *dolen_numbers_csv (const GPtrArray *tables,
                         const char *from,
                         const char *to,
                         DolenLanguage language);

G_END_DECLS
