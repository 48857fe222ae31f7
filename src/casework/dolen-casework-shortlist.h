/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * The shortlist of a person (records/dolen-shortlisted.h): services put aside to compare and to
 * hand out. It is sealed with the person and so is still there after a lock. The acts fail as those
 * of dolen-casework.h.
 */

/** dolen_casework_shortlist_add: puts @shortlisted on the list of its person. NOT_ALLOWED for a
 *  service that stands there already. */
gboolean dolen_casework_shortlist_add (DolenCasework *self,
                                       const DolenShortlisted *shortlisted,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_shortlist_set: the word about @service (uid). @word: (nullable); @interim: it is
 *  for meanwhile, until another has a place. NOT_FOUND. */
gboolean dolen_casework_shortlist_set (DolenCasework *self,
                                       const char *person,
                                       const char *service,
                                       const char *word,
                                       gboolean interim,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_shortlist_remove: NOT_FOUND. */
gboolean dolen_casework_shortlist_remove (
    DolenCasework *self, const char *person, const char *service, DolenUndo **undo, GError **error);

/** dolen_caseload_list_shortlist: (transfer full) (element-type DolenShortlisted): in the order
 *  they were put there. */
GPtrArray *dolen_caseload_list_shortlist (DolenCaseload *caseload, const char *person);

/** dolen_caseload_find_shortlisted: (transfer full) (nullable): @service on the list of @person. */
DolenShortlisted *
dolen_caseload_find_shortlisted (DolenCaseload *caseload, const char *person, const char *service);

G_END_DECLS
