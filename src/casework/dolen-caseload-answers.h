/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"
#include "matching/dolen-answers.h"

G_BEGIN_DECLS

/** DOLEN_ANSWER_DAYS: a referral that has had no answer for longer than this was not answered; one
 * sent later may yet be, and is not counted. */
#define DOLEN_ANSWER_DAYS 21

/**
 * dolen_caseload_read_answers:
 * @today: civil date
 *
 * How each group of the directory answered our referrals, in one query. An answer is the first day
 * on which the group said that it has it, said yes or no, tried to reach the person, or they began.
 * One that was cancelled, or about somebody who died, before any answer is not counted.
 *
 * Returns: (transfer full) (nullable): NULL only on an error of SQLite
 */
DolenAnswers *
dolen_caseload_read_answers (DolenCaseload *caseload, const char *today, GError **error);

G_END_DECLS
