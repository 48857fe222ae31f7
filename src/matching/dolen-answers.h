/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

#include <glib.h>

G_BEGIN_DECLS

/*
 * How each group answered our referrals: a plain table by service, made from the case records while
 * they are unlocked (casework/dolen-caseload-answers.h) and handed to a query. It holds numbers and
 * the days on which something was sent, nothing of a person. Immutable once it is made and counted
 * by reference, so that a worker ranks while the next one is made.
 *
 * It is for workers of the scheme alone: no hand-out and no export says anything of it.
 */

/** DOLEN_ANSWERS_LEAST: of fewer referrals nothing is said and nothing is weighed. */
#define DOLEN_ANSWERS_LEAST 5

/** DolenAnswer: of one service. Signposting asks for no answer and is in .sent alone. */
typedef struct {
  char *service;   /* uid in the directory */
  int asked;       /* n: referrals that were answered, or were to be by now */
  int answered;    /* of them: the group said that it has it, yes or no, or they began */
  int accepted;    /* of them: yes, or a place on its list, or they began */
  int started;     /* of them: went at least once */
  int median_days; /* from sending to the answer, of those answered; -1 none was */
  GArray *sent;    /* of guint32, rising: the days (GDate's Julian days) on which a referral or a
                    * signposting left for it */
} DolenAnswer;

/** DolenAnswers: the table. */
typedef struct _DolenAnswers DolenAnswers;

DolenAnswers *dolen_answers_new (void);
DolenAnswers *dolen_answers_ref (DolenAnswers *answers);
void dolen_answers_unref (DolenAnswers *answers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenAnswers, dolen_answers_unref)

/** dolen_answers_add: (transfer none): the entry of @service, made where it is not there yet; to be
 *  filled before anybody else sees the table. */
DolenAnswer *dolen_answers_add (DolenAnswers *answers, const char *service);

/** dolen_answers_count: how many services it tells of; dolen_answers_nth: (transfer none): by
 *  place, in the order they were added. Few beside the directory: a query goes through them once.
 */
guint dolen_answers_count (const DolenAnswers *answers);
const DolenAnswer *dolen_answers_nth (const DolenAnswers *answers, guint i);

/** dolen_answers_find: (transfer none) (nullable): of a service. @answers: (nullable) */
const DolenAnswer *dolen_answers_find (const DolenAnswers *answers, const char *service);

/** dolen_answer_is_known: whether enough were asked to say anything of .asked to .median_days.
 *  @answer: (nullable) */
gboolean dolen_answer_is_known (const DolenAnswer *answer);

/**
 * dolen_answer_sent_since:
 * @answer: (nullable)
 * @today: civil date
 * @days: how many days ago its capacity was last told (DolenCapacityFact.age); negative: never
 *
 * Returns: how many were sent there by us on that day or later; 0 where it was never told
 */
int dolen_answer_sent_since (const DolenAnswer *answer, const char *today, int days);

/** dolen_answer_say: (transfer full) (nullable): "Answered 7 of 8 referrals, half of them within 4
 *  days"; NULL where too few were asked. @answer: (nullable) */
char *dolen_answer_say (const DolenAnswer *answer, DolenLanguage language);

G_END_DECLS
