/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"

G_BEGIN_DECLS

/** dolen_keep_permissions: what contacts said of giving them out goes from @stored into @incoming,
 *  as a feed has them now (element-type DolenContact). A permission is a person's: it goes with the
 *  telephone, the e-mail or, where there is neither, the name, never with the place in the feed's
 *  list. A permission that somebody here set stays, "not asked" too. @kind, @uid: whose they are.
 */
gboolean dolen_keep_permissions (DolenDirectory *dir,
                                 const char *kind,
                                 const char *uid,
                                 GPtrArray *incoming,
                                 const GPtrArray *stored,
                                 GError **error);

G_END_DECLS
