/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/* The organisations of the directory by their numbers in registers and by their names, to find
 * those of whom a register or a funder speaks. */
typedef struct _DolenBodies DolenBodies;

DolenBodies *dolen_bodies_new (DolenDirectory *directory, GError **error);
void dolen_bodies_free (DolenBodies *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenBodies, dolen_bodies_free)

/** dolen_bodies_by_number: (transfer none) (nullable) (element-type utf8): uids. @scheme: "GB-CHC"
 *  and so on; @number in any spelling. A number that only stands in the words of the legal status
 *  ("Registered charity 1090095") counts too. */
const GPtrArray *
dolen_bodies_by_number (DolenBodies *known, const char *scheme, const char *number);

/** dolen_bodies_by_org_id: the same for a whole org-id ("GB-CHC-1090095"; org-id.guide). */
const GPtrArray *dolen_bodies_by_org_id (DolenBodies *known, const char *org_id);

/** dolen_bodies_by_name: (transfer none) (nullable): the uid of the one organisation of exactly
 * this name (letter case, accents and signs aside) that has no charity's number; NULL for several.
 */
const char *dolen_bodies_by_name (DolenBodies *known, const char *name);

/** dolen_bodies_name_key: (transfer full): a name as it is compared. */
char *dolen_bodies_name_key (const char *name);

G_END_DECLS
