/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The rest of a person's record, as groups of the page of their window: risks, address and NHS
 * number, who else is involved, languages, questions about them, privacy information, lawful bases.
 * Nothing in it is needed. Signal "changed" ().
 */
#define DOLEN_TYPE_RECORD_GROUPS (dolen_record_groups_get_type ())
G_DECLARE_FINAL_TYPE (DolenRecordGroups, dolen_record_groups, DOLEN, RECORD_GROUPS, GObject)

/** dolen_record_groups_new: (transfer full): adds its groups to @page. */
DolenRecordGroups *dolen_record_groups_new (AdwPreferencesPage *page, DolenSession *session);

void dolen_record_groups_set (DolenRecordGroups *self, const DolenPerson *person);

/** dolen_record_groups_apply: writes what stands in the fields into @person. */
void dolen_record_groups_apply (DolenRecordGroups *self, DolenPerson *person);

/** dolen_record_groups_find_problem: (nullable): a sentence, and the field it is about. */
const char *dolen_record_groups_find_problem (DolenRecordGroups *self, GtkWidget **field);

G_END_DECLS
