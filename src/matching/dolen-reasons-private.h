/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-query-private.h"
#include "matching/dolen-reasons.h"

G_BEGIN_DECLS

/* What the writers of sentences share. */

/** DolenReasonWriter: one service explained to one profile. */
typedef struct {
  const DolenQuery *query;
  const DolenFacts *facts;
  guint i;                     /* the service */
  const DolenService *service; /* (nullable) */
  const DolenVerdicts *verdicts;
  DolenLanguage language;
  DolenDistanceUnit unit;
  GPtrArray *reasons;
} DolenReasonWriter;

/** dolen_reason_add: takes the texts; @short_text NULL: the text itself. */
void dolen_reason_add (DolenReasonWriter *writer,
                       DolenCriterion criterion,
                       DolenVerdict verdict,
                       char *text,
                       char *short_text,
                       char *question);

/** dolen_reason_label: (transfer none): a term in the writer's language. */
const char *dolen_reason_label (const DolenReasonWriter *writer, const DolenTerm *term);

/** dolen_reason_say_far: (transfer full): how far it is: "about 5 miles", "somewhere in SY23"; NULL
 *  where that is not known. */
char *dolen_reason_say_far (const DolenReasonWriter *writer);

/** dolen_reason_say_roughly: (transfer full): that no more than its district is known. */
char *dolen_reason_say_roughly (const DolenReasonWriter *writer, const char *distance);

/** dolen_reason_say_no_place: (transfer full): which of the two places is not known. */
char *dolen_reason_say_no_place (const DolenReasonWriter *writer);

/* One for each criterion; each adds nothing where the verdict is NONE. */
void dolen_reason_listing (DolenReasonWriter *writer);
void dolen_reason_interest (DolenReasonWriter *writer);
void dolen_reason_need (DolenReasonWriter *writer);
void dolen_reason_age (DolenReasonWriter *writer);
void dolen_reason_eligibility (DolenReasonWriter *writer);
void dolen_reason_distance (DolenReasonWriter *writer);
void dolen_reason_language (DolenReasonWriter *writer);
void dolen_reason_capacity (DolenReasonWriter *writer);
void dolen_reason_cost (DolenReasonWriter *writer);
void dolen_reason_days (DolenReasonWriter *writer);
void dolen_reason_barriers (DolenReasonWriter *writer);
void dolen_reason_times (DolenReasonWriter *writer);
void dolen_reason_length (DolenReasonWriter *writer);
void dolen_reason_travel (DolenReasonWriter *writer);
void dolen_reason_place (DolenReasonWriter *writer);
void dolen_reason_setting (DolenReasonWriter *writer);
void dolen_reason_group_size (DolenReasonWriter *writer);
void dolen_reason_safeguarding (DolenReasonWriter *writer);
void dolen_reason_funding (DolenReasonWriter *writer);
void dolen_reason_answers (DolenReasonWriter *writer);
void dolen_reason_tried (DolenReasonWriter *writer);
void dolen_reason_dislikes (DolenReasonWriter *writer);
void dolen_reason_words (DolenReasonWriter *writer);

/** dolen_reasons_mark_overridden: says of each no that was set aside that it was. */
void dolen_reasons_mark_overridden (DolenReasonWriter *writer);

G_END_DECLS
