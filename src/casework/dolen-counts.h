/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * The caseload in numbers, for a report. They are exact, and so are not to be handed out as they
 * are: reports/dolen-numbers.h makes the paper of them, with small numbers left out.
 */

/** DolenCount: how many people one row of a table counts. */
typedef struct {
  char *name;
  int people;
} DolenCount;

/** DolenCountTable: everybody it counts stands in exactly one row, with the latest of a kind. */
typedef struct {
  char *title;
  GPtrArray *rows; /* (element-type DolenCount) */
} DolenCountTable;

void dolen_count_table_free (DolenCountTable *table);

/** dolen_caseload_read_counts: (transfer full) (element-type DolenCountTable)
 * @from, @to: first and last civil date
 *
 * NULL only on an error of SQLite.
 */
GPtrArray *dolen_caseload_read_counts (DolenCaseload *caseload,
                                       const char *from,
                                       const char *to,
                                       DolenLanguage language,
                                       GError **error);

/** dolen_casework_may_give_numbers: whether dolen_casework_give_numbers() would; its errors. */
gboolean dolen_casework_may_give_numbers (
    DolenCasework *self, const char *what, const char *from, const char *to, GError **error);

/**
 * dolen_casework_give_numbers:
 * @what: DOLEN_EXPORT_NUMBERS, or DOLEN_EXPORT_GAPS
 *
 * Writes into the log that these numbers of @from to @to are handed out. Call it before.
 * NOT_ALLOWED where others were handed out that count some of the same days: what one says less
 * than the other would tell of few people.
 */
gboolean dolen_casework_give_numbers (
    DolenCasework *self, const char *what, const char *from, const char *to, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCountTable, dolen_count_table_free)

G_END_DECLS
