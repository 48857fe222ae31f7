/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"

G_BEGIN_DECLS

/*
 * Who has a telephone number or an e-mail address besides a contact: a treasurer's own number is
 * theirs, a switchboard or an info@ is not, and is not erased with one of those who answer it.
 */

/** DolenSharing: whose contact, and what was found. */
typedef struct {
  const char *uid;         /* of the contact */
  const char *name;        /* (nullable) as dolen_scrub_name() gives it */
  GHashTable *own;         /* of char*: uids of records that are the person's own; grows */
  const GPtrArray *nearby; /* of char*: uids of records where a contact without a name is theirs */
  GArray *rows;            /* of gint64: rows of contact that are the person; grows */
} DolenSharing;

/**
 * dolen_sharing_find:
 * @phone: (nullable): canonical
 * @email: (nullable): in lower case
 * @others: (out): how many records besides have it: of another contact, or as that of a listing
 *   that is not the person's own
 *
 * A contact of the same name with the same number or address is the same person, at whatever
 * record.
 */
gboolean dolen_sharing_find (DolenDirectory *dir,
                             DolenSharing *sharing,
                             const char *phone,
                             const char *email,
                             guint *others,
                             GError **error);

G_END_DECLS
