/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework-support.h"

#include "casework/dolen-casework-outgoing.h"

G_BEGIN_DECLS

/* What the tests of referrals out share beside casework-support.h: acts that must succeed, and what
 * is due. */
#define OUTGOING_TODAY "2026-11-03" /* a Tuesday; see casework_test_new() */

DolenCaseload *outgoing_caseload (CaseworkTest *test);
void outgoing_days_later (int days);
DolenReferral *outgoing_read (CaseworkTest *test, const char *uid);

/** outgoing_send: (transfer full): the uid of a referral sent today. @service: (nullable): uid */
char *
outgoing_send (CaseworkTest *test, const char *person, const char *service, gboolean volunteers);

DolenUndo *outgoing_step (CaseworkTest *test, const char *referral, const DolenReferralStep *step);
void outgoing_record (CaseworkTest *test,
                      const char *referral,
                      DolenReferralState state,
                      const char *reason);

/** outgoing_find: (nullable): the open follow-up of @kind about @person; never two. */
DolenFollowUp *outgoing_find (CaseworkTest *test, const char *person, DolenFollowUpKind kind);
/** outgoing_assert_due: @day: (nullable): NULL: there is none. */
void outgoing_assert_due (CaseworkTest *test,
                          const char *person,
                          DolenFollowUpKind kind,
                          const char *day);

/** outgoing_undo: @undo: (transfer full). */
void outgoing_undo (CaseworkTest *test, DolenUndo *undo);

G_END_DECLS
