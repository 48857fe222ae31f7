/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"
#include "directory/dolen-writer.h"
#include "directory/privacy/dolen-scrub.h"

G_BEGIN_DECLS

/*
 * Contacts that were erased, known by salted hashes alone (HMAC-SHA256 of the canonical telephone
 * number or e-mail address, or of the name together with whose contact it was), so that no feed
 * brings them back. Whoever holds the file can still try every telephone number against them: that
 * is the price of not being told again.
 */
typedef struct _DolenErased DolenErased;

/** dolen_erased_load: (transfer full): what was erased so far; NULL with @error on an error. */
DolenErased *dolen_erased_load (DolenDirectory *dir, GError **error);
void dolen_erased_free (DolenErased *erased);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenErased, dolen_erased_free)

/** dolen_erased_is_empty: nothing was: the filters below have nothing to do. */
gboolean dolen_erased_is_empty (const DolenErased *erased);

/** dolen_erased_is_in_id: whether a mailbox that was erased is one of the parts, "/" between, of
 *  an id made of what a row says (dolen-made-ids.h); there it stands folded. */
gboolean dolen_erased_is_in_id (const DolenErased *erased, const char *id);

/** dolen_erased_has_name_of: whether a name was erased of the record @owner_uid. */
gboolean dolen_erased_has_name_of (const DolenErased *erased, const char *owner_uid);

/** dolen_erased_add: @kind with @value as a scrub's test gets them; a name counts for the record
 *  @owner_uid alone. In the caller's transaction. */
gboolean dolen_erased_add (DolenDirectory *dir,
                           DolenScrubKind kind,
                           const char *value,
                           const char *owner_uid,
                           GError **error);

/** dolen_erased_hash_id: a salted hash of an id. @make: also where nothing was erased yet. @hash:
 *  (out) (transfer full) (nullable): NULL where there is no salt. */
gboolean dolen_erased_hash_id (
    DolenDirectory *dir, const char *id, gboolean make, char **hash, GError **error);

/** dolen_erased_filter_service: takes out of what a feed says the contacts that were erased, and
 *  their numbers and addresses wherever else they stand. _organisation: the same. */
void dolen_erased_filter_service (const DolenErased *erased, DolenService *service);
void dolen_erased_filter_organisation (const DolenErased *erased, DolenOrganisation *organisation);

/** dolen_erased_filter_json: (transfer full) (nullable): a source record's JSON without them; NULL
 *  where nothing has to go. */
char *
dolen_erased_filter_json (const DolenErased *erased, const char *record_uid, const char *json);

G_END_DECLS
