/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"
#include "directory/privacy/dolen-scrub.h"

G_BEGIN_DECLS

/**
 * dolen_scrub_tables:
 * @uids: (nullable) (element-type utf8): only rows of these services, organisations and venues and
 *   what hangs on them, history and provenance included, and not the names by which they are known;
 *   NULL: every text of the directory
 *
 * Scrubs the texts of all tables, whoever they belong to, in the caller's transaction. The search
 * tables are left: they are made anew from what stays.
 */
gboolean dolen_scrub_tables (DolenDirectory *dir,
                             const DolenScrub *scrub,
                             const GPtrArray *uids,
                             GError **error);

G_END_DECLS
