/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/keeping/dolen-keeping-rules.h"

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * How complete listings are, by the fields that matter when groups are suggested to people. A field
 * is known where somebody could answer a person's question from it; whether it is old is the
 * queue's matter, but for places: told too long ago they are not known (as matching has it).
 * Counted are the listings that are kept up: not closed, not taken off.
 */
typedef enum {
  DOLEN_COMPLETE_CAPACITY, /* places or a wait told lately enough */
  DOLEN_COMPLETE_TIMES,    /* a schedule */
  DOLEN_COMPLETE_PLACE,    /* a venue on the map, or by telephone, online or at home */
  DOLEN_COMPLETE_COST,     /* a price, or words on it */
  DOLEN_COMPLETE_ACCESS,   /* something on access, of the venue or as a checked tag */
  DOLEN_COMPLETE_LANGUAGES,
  DOLEN_COMPLETE_ELIGIBILITY, /* for whom: words, ages or a gender */
  DOLEN_COMPLETE_CONTACT,     /* a telephone or an e-mail */
  DOLEN_COMPLETE_DESCRIPTION,
  DOLEN_COMPLETE_WELSH, /* a description in Welsh that is not out of date */
  DOLEN_N_COMPLETE
} DolenCompleteField;

/** dolen_complete_field_code: "capacity", "times", "place" ... as kept in the table. */
const char *dolen_complete_field_code (DolenCompleteField field);
/** dolen_complete_field_label: in words. Not owned. */
const char *dolen_complete_field_label (DolenCompleteField field, DolenLanguage language);

typedef struct {
  guint known[DOLEN_N_COMPLETE]; /* listings that have it */
  guint of;                      /* listings in all */
} DolenCompleteness;

void dolen_completeness_free (DolenCompleteness *completeness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCompleteness, dolen_completeness_free)

/** dolen_completeness_percent: of one field, rounded down, so that 100 is all; 0 where there is no
 *  listing. */
guint dolen_completeness_percent (const DolenCompleteness *completeness, DolenCompleteField field);

/** dolen_completeness_count: (transfer full): of the directory. @rules: (nullable); @today: a civil
 *  date. */
DolenCompleteness *dolen_completeness_count (DolenDirectory *dir,
                                             const DolenKeepingRules *rules,
                                             const char *today,
                                             GError **error);

/** dolen_completeness_of: of one listing: .known is 0 or 1, .of is 1. @error: _NOT_FOUND */
DolenCompleteness *dolen_completeness_of (DolenDirectory *dir,
                                          const char *service,
                                          const DolenKeepingRules *rules,
                                          const char *today,
                                          GError **error);

/** dolen_completeness_note: keeps the count as that of @today's month, in place of an earlier one
 *  of the month; nothing is written where it is the same. One transaction. */
gboolean dolen_completeness_note (DolenDirectory *dir,
                                  const DolenCompleteness *completeness,
                                  const char *today,
                                  GError **error);

/* A month that was counted. */
typedef struct {
  char *month; /* "2026-05" */
  DolenCompleteness completeness;
} DolenCompletenessMonth;

/** dolen_completeness_trend: (transfer full) (element-type DolenCompletenessMonth): oldest first,
 * at most the last @months; 0 for all. Months in which nobody counted are not there. */
GPtrArray *dolen_completeness_trend (DolenDirectory *dir, guint months, GError **error);

G_END_DECLS
