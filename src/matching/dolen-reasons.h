/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"
#include "language/dolen-language.h"
#include "matching/dolen-ranking.h"
#include "place/dolen-distance-text.h"

G_BEGIN_DECLS

/*
 * Why a service suits a person, or does not: sentences to say aloud, each from one fact with its
 * age and source. Made only for what is shown.
 */

/** DolenReason: one sentence. */
typedef struct {
  DolenCriterion criterion;
  DolenVerdict verdict;
  char *text;       /* "Gardening, in what the group says of itself: “allotment”" */
  char *short_text; /* for a row of a list: "gardening" */
  char *question;   /* (nullable) what to ask the group, where the verdict is unknown or helped */
} DolenReason;

void dolen_reason_free (DolenReason *reason);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenReason, dolen_reason_free)

/**
 * dolen_reasons_new:
 * @facts: the snapshot that was ranked
 * @profile: what is sought
 * @index: the service in the facts
 * @service: (nullable): the whole record, for the words a tag was read from and for sources;
 * without it the sentences are plainer
 * @language: of the sentences
 * @unit: of distances
 *
 * In this order: what speaks against it, why it suits, what helps, what must be asked.
 *
 * Returns: (transfer full) (element-type DolenReason): perhaps empty, never NULL
 */
GPtrArray *dolen_reasons_new (DolenFacts *facts,
                              const DolenProfile *profile,
                              guint index,
                              const DolenService *service,
                              DolenLanguage language,
                              DolenDistanceUnit unit);

G_END_DECLS
