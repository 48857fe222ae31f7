/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-reasons.h"

G_BEGIN_DECLS

/*
 * What is not known of a service for somebody, as questions about the service alone: codes that may
 * stand in the directory, where no person may, and the sentences to put to the group.
 */

/**
 * dolen_question_codes:
 * @facts: the snapshot that was ranked
 * @profile: what is sought
 * @index: the service in the facts
 * @reasons: (element-type DolenReason): of dolen_reasons_new() for the same
 *
 * Of every unknown with a question: the criterion ("capacity"), the need ("need:debt") or, for what
 * gets in the way, the help that the group may have ("enabler:minibus"): never the barrier, which
 * is the person's.
 *
 * Returns: (transfer full): as dolen_directory_ask() takes them; perhaps none
 */
char **dolen_question_codes (DolenFacts *facts,
                             const DolenProfile *profile,
                             guint index,
                             const GPtrArray *reasons);

/** dolen_question_say: (transfer full) (nullable): the question to put to the group, from its code;
 *  NULL for a code that is not known any more. */
char *dolen_question_say (const char *what, DolenVocabulary *vocabulary, DolenLanguage language);

G_END_DECLS
