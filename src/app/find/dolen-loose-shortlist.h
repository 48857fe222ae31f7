/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

G_BEGIN_DECLS

/*
 * The shortlist of nobody: groups put aside to compare or to print while no person is open. It is
 * kept while the program runs, and written nowhere.
 */

/** dolen_loose_shortlist_get: (transfer none) (element-type char*): uids, the first put first. */
const GPtrArray *dolen_loose_shortlist_get (DolenSession *session);

gboolean dolen_loose_shortlist_has (DolenSession *session, const char *service);

/** dolen_loose_shortlist_put: nothing where it is there. */
void dolen_loose_shortlist_put (DolenSession *session, const char *service);
void dolen_loose_shortlist_take_off (DolenSession *session, const char *service);
void dolen_loose_shortlist_empty (DolenSession *session);

G_END_DECLS
