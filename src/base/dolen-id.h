/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dolen_id_new:
 *
 * Returns: (transfer full): a random UUID (version 4, RFC 4122), lower case, for a record made here
 */
char *dolen_id_new (void);

/**
 * dolen_id_for_foreign:
 * @source: uid of the feed
 * @kind: "service", "organisation", "venue" ...
 * @foreign_id: the id the feed gives, any text
 *
 * The uid of a feed's record: the same three always give the same uid, whatever the form of the
 * foreign id (many feeds' UUIDs are not UUIDs).
 *
 * Returns: (transfer full): a UUID of version 5 (RFC 4122), lower case
 */
char *dolen_id_for_foreign (const char *source, const char *kind, const char *foreign_id);

/** dolen_id_is_valid: whether @text is a UUID in its canonical 36-character lower-case form. */
gboolean dolen_id_is_valid (const char *text);

G_END_DECLS
