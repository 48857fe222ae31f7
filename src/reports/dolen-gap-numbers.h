/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * What was looked for and not found, in numbers: all that ever leaves of it. By what was looked for
 * and where, no finer than a postcode district and coarser where they are few; and by month. Small
 * numbers are left out as in every report (dolen-small-numbers.h; with k = 5 as the field asks,
 * and more), and it is people that are few or many, however much one of them looked for. It is no
 * table of margins: each gap counts in one row, and nothing but the sum of all rows is said beside
 * them, so that no row can be worked out from others.
 */

/** DolenGapRow: a need or an interest in one place. No exact number stands in it. */
typedef struct {
  char *kind;  /* "need", "interest"; NULL: the last row, of everything else */
  char *term;  /* code; NULL as above */
  char *name;  /* in words, in the language asked for */
  char *where; /* postcode district, or council area in English; NULL: elsewhere, or not known */
  char *place; /* that in words: "SA48", "Ceredigion, other districts", "elsewhere" */
  int people;  /* as shown: rounded, or DOLEN_NUMBER_HIDDEN */
} DolenGapRow;

/** DolenGapNumbers: of a period. */
typedef struct {
  GPtrArray *rows;   /* (element-type DolenGapRow) by name, then by place */
  int total;         /* as shown: the sum; somebody may stand in several rows */
  GPtrArray *months; /* (element-type DolenGapRow) .name is the month in words, .where "2026-11" */
} DolenGapNumbers;

/** dolen_gap_numbers_new: (transfer full): @gaps: (element-type DolenGap): those of the period. */
DolenGapNumbers *dolen_gap_numbers_new (const GPtrArray *gaps, DolenLanguage language);
void dolen_gap_numbers_free (DolenGapNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenGapNumbers, dolen_gap_numbers_free)

/** dolen_gap_number_say: (transfer full): a number as it is shown: "10", "*". */
char *dolen_gap_number_say (int people);

/** dolen_gap_numbers_note: (transfer none): how to read them, k in words. */
const char *dolen_gap_numbers_note (DolenLanguage language);

/**
 * dolen_gap_numbers_csv: (transfer full): RFC 4180, UTF-8, with a heading: a line a row. @from,
 * @to: civil dates. Of a district its middle stands there too (WGS 84), for a map, and of a row
 * what came of it: an idea (without its words, which are the office's own), or the group started.
 * @groups: (nullable) (element-type DolenGapGroup): all
 */
char *dolen_gap_numbers_csv (const DolenGapNumbers *numbers,
                             const GPtrArray *groups,
                             const char *from,
                             const char *to,
                             DolenLanguage language);

G_END_DECLS
