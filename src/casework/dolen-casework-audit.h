/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"
#include "casework/records/dolen-audit.h"

G_BEGIN_DECLS

/*
 * The log of reading: who read a restricted note, what left Dolen, who changed who may. What only
 * reads in the window is not logged: every worker reads every record, and a log of that would be
 * read by nobody.
 */

/** dolen_casework_audit: writes a line. Call it before what it tells of happens: what cannot be
 * written down is not done. @person, @about, @why are (nullable); see DolenAudit. */
gboolean dolen_casework_audit (DolenCasework *self,
                               const char *person,
                               const char *what,
                               const char *about,
                               const char *why,
                               GError **error);

/** dolen_casework_list_audit: (transfer full) (nullable) (element-type DolenAudit): newest first.
 *  NOT_ALLOWED for who is no lead. */
GPtrArray *dolen_casework_list_audit (DolenCasework *self, GError **error);

G_END_DECLS
