/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"

G_BEGIN_DECLS

/** DolenCameBack: a referral of which something was heard: what came back. */
typedef struct {
  DolenReferral *referral; /* (owned) */
  char *called;            /* how the person is called */
  char *on;                /* civil date its present state was reached */
} DolenCameBack;

void dolen_came_back_free (DolenCameBack *came_back);

/** dolen_came_back_sentence: (transfer full): "Clwb Cinio: accepted (Mrs P)". */
char *dolen_came_back_sentence (const DolenCameBack *came_back, DolenLanguage language);

/** dolen_caseload_list_came_back: (element-type DolenCameBack): referrals whose state, other than
 * sent, was reached on @since or later; newest first. @since: civil date */
GPtrArray *
dolen_caseload_list_came_back (DolenCaseload *caseload, const char *since, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCameBack, dolen_came_back_free)

G_END_DECLS
