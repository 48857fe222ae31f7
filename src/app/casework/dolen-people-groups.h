/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload-incoming.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The views of the list of people, each with how many are in it: supported, referrals in, waiting,
 * closed. Signal "changed" () when another is chosen.
 */
#define DOLEN_TYPE_PEOPLE_GROUPS (dolen_people_groups_get_type ())
G_DECLARE_FINAL_TYPE (DolenPeopleGroups, dolen_people_groups, DOLEN, PEOPLE_GROUPS, AdwBin)

GtkWidget *dolen_people_groups_new (void);

DolenPeopleGroup dolen_people_groups_get (DolenPeopleGroups *self);
void dolen_people_groups_set (DolenPeopleGroups *self, DolenPeopleGroup group);

/** dolen_people_groups_choose_for: the first group @person is in; FALSE where it is chosen already
 * or they are in none. */
gboolean dolen_people_groups_choose_for (DolenPeopleGroups *self,
                                         DolenCaseload *caseload,
                                         const char *person);

/** dolen_people_groups_count: shows how many are in each. */
void dolen_people_groups_count (DolenPeopleGroups *self, DolenCaseload *caseload);

/** dolen_people_groups_explain: what @page says where nobody is in @group (or found). */
void dolen_people_groups_explain (DolenPeopleGroup group, AdwStatusPage *page);

G_END_DECLS
