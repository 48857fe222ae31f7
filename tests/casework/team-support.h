/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework-support.h"

#include "casework/dolen-casework-workers.h"

G_BEGIN_DECLS

/* A team that shares case records: Carys, the lead who made them (CASEWORK_PASSPHRASE), and two
 * workers. */
#define TEAM_ELIN "mwyar duon ar y clawdd uchel"
#define TEAM_HUW "pedair olwyn goch yn canu"
/* The words of a restricted note. */
#define TEAM_SECRET "She told me where she hides"

/** team_new: (transfer full): Carys has it open. */
CaseworkTest *team_new (void);

void team_add_worker (CaseworkTest *test, const char *name, DolenRole role, const char *passphrase);

/** team_enter: locks, and unlocks as whoever has @passphrase. */
void team_enter (CaseworkTest *test, const char *passphrase);
void team_enter_by_recovery_key (CaseworkTest *test);

/** team_expect_shut: @passphrase opens nothing; it is locked then. */
void team_expect_shut (CaseworkTest *test, const char *passphrase);

/** team_uid_of: (transfer full): of the worker of that name. */
char *team_uid_of (CaseworkTest *test, const char *name);
void team_set_role (CaseworkTest *test, const char *name, DolenRole role);

/** team_restrict: (transfer full): the uid of a new restricted note about @person. */
char *team_restrict (CaseworkTest *test, const char *person);

/** team_expect_not_allowed: @done is FALSE for DOLEN_ERROR_NOT_ALLOWED; clears @error. */
void team_expect_not_allowed (gboolean done, GError **error);

G_END_DECLS
