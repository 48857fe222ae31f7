/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "matching/dolen-answers.h"
#include "matching/dolen-facts.h"

G_BEGIN_DECLS

/*
 * The snapshot that suggestions are ranked over, one for each session, built in the worker when it
 * is first asked for and again after the directory has changed or the day is another; and beside it
 * how groups answered our referrals, read in the main thread while the case records are open.
 */
typedef struct _DolenFactsCache DolenFactsCache;

/** dolen_facts_cache_of: (transfer full): that of @session; main thread. */
DolenFactsCache *dolen_facts_cache_of (DolenSession *session);
void dolen_facts_cache_unref (DolenFactsCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFactsCache, dolen_facts_cache_unref)

/** dolen_facts_cache_get: (transfer full) (nullable): the snapshot of today; in the worker only. */
DolenFacts *dolen_facts_cache_get (DolenFactsCache *cache,
                                   DolenDirectory *directory,
                                   DolenVocabulary *vocabulary,
                                   GCancellable *cancellable,
                                   GError **error);

/** dolen_facts_cache_dup_answers: (transfer full) (nullable): as of the last act of casework; NULL
 *  while the case records are locked. Main thread only. */
DolenAnswers *dolen_facts_cache_dup_answers (DolenFactsCache *cache, DolenSession *session);

G_END_DECLS
