/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"
#include "directory/privacy/dolen-erased.h"
#include "directory/privacy/dolen-made-id-prefixes.h"

G_BEGIN_DECLS

/*
 * Rows of a table without numbers of their own are known by an id made of what they say: name,
 * organisation, postcode, where that is not enough telephone and mailbox. Once any of that is
 * hidden or erased here, a salted hash takes the place of the id: the row is still known by it, and
 * it says nothing. Whoever holds the file can still try every postcode against it, as with the
 * contacts of dolen-erased.h.
 */

/** dolen_made_id_find_hidden: what stands in the place of @id once it is hidden. @hidden: (out)
 *  (transfer full) (nullable): NULL where @id was not made, or nothing was ever hidden here. */
gboolean
dolen_made_id_find_hidden (DolenDirectory *dir, const char *id, char **hidden, GError **error);

/** dolen_made_id_hide: the same, for hiding it now: NULL only where it was not made. @json: (inout)
 *  (transfer full) (nullable): what is kept of the row, without it too. */
gboolean dolen_made_id_hide (
    DolenDirectory *dir, const char *id, char **hidden, char **json, GError **error);

/** dolen_made_ids_hide: of the records @uids (of char *), and those that hold the telephone
 *  @phone (nullable, canonical) or the mailbox @email (nullable, in small letters). In the caller's
 *  transaction. */
gboolean dolen_made_ids_hide (DolenDirectory *dir,
                              const GPtrArray *uids,
                              const char *phone,
                              const char *email,
                              GError **error);

/** dolen_made_ids_hide_former: of what was hidden or @erased before ids were hidden, too. */
gboolean
dolen_made_ids_hide_former (DolenDirectory *dir, const DolenErased *erased, GError **error);

G_END_DECLS
