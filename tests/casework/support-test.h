/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework-support.h"

#include "casework/records/dolen-episode.h"

G_BEGIN_DECLS

/* What the tests of the spell of support and of consents share. */

#define SUPPORT_TODAY "2026-11-03" /* a Tuesday */

/** support_test_caseload: (transfer none). */
DolenCaseload *support_test_caseload (CaseworkTest *test);

/** support_test_episode: (transfer full): @person's last one. */
DolenEpisode *support_test_episode (CaseworkTest *test, const char *person);

/** support_test_assert_due: the open follow-up of @rule is due on @day; "": there is none. */
void
support_test_assert_due (CaseworkTest *test, const char *person, const char *rule, const char *day);

/** support_test_days_later: moves the clock. */
void support_test_days_later (int days);

/** support_test_undo: fails the test where it cannot be undone. */
void support_test_undo (CaseworkTest *test, const DolenUndo *undo);

/** support_test_expect: the act was refused with @code; clears @error. */
void support_test_expect (gboolean done, GError **error, int code);

/** support_test_referral: (transfer full): a draft of a referral with a group and a ticked line. */
DolenReferral *support_test_referral (const char *person);

/** support_test_send: (transfer full): uid of such a one that was sent. */
char *support_test_send (CaseworkTest *test, const char *person);

/** support_test_close: closes @person's support as completed, today. */
void support_test_close (CaseworkTest *test, const char *person, const char *return_until);

G_END_DECLS
