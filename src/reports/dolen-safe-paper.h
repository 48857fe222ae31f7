/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"
#include "matching/dolen-tagger.h"

G_BEGIN_DECLS

/*
 * Whether a paper that is taken home may harm the person there: for some needs it is asked before
 * it is printed, and a discreet one is offered that says nothing of them. Which, is data
 * (data/casework/safe-at-home.json). Immutable once read.
 */
typedef struct _DolenSafePaper DolenSafePaper;

/**
 * dolen_safe_paper_new:
 * @path: (nullable): a file shaped like safe-at-home.json; NULL for the installed one
 * @vocabulary: the terms; a reference is kept
 * @error: DOLEN_ERROR_INVALID, of a file that is not there or does not hold together: a code that
 *   the vocabulary does not know is left out, for a scheme may take terms away
 *
 * Returns: (transfer full) (nullable)
 */
DolenSafePaper *
dolen_safe_paper_new (const char *path, DolenVocabulary *vocabulary, GError **error);
void dolen_safe_paper_free (DolenSafePaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSafePaper, dolen_safe_paper_free)

/** dolen_safe_paper_person_asks: whether the needs and barriers (codes, nullable) of a person call
 *  for the question, whatever the paper is about. */
gboolean dolen_safe_paper_person_asks (const DolenSafePaper *self,
                                       const char *const *needs,
                                       const char *const *barriers);

/** dolen_safe_paper_service_asks: whether @service is about such a need: a tag that was not
 *  rejected says so, or its name or its organisation's does. @organisation: (nullable) */
gboolean dolen_safe_paper_service_asks (const DolenSafePaper *self,
                                        const DolenService *service,
                                        const DolenOrganisation *organisation);

/**
 * dolen_safe_paper_name:
 * @service: what the paper is about
 * @language: of the paper
 *
 * Returns: (transfer none) (nullable): the name of @service, where it may stand on a discreet
 * paper: neither it nor its name in the other language says what it is for (no need and no interest
 * is read from it, and it is no body that everybody knows), and the service is about nothing that
 * calls for the question: a name that says nothing to us may say much in the next village.
 */
const char *dolen_safe_paper_name (const DolenSafePaper *self,
                                   const DolenService *service,
                                   DolenLanguage language);

G_END_DECLS
