/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edit-record.h"
#include "directory/dolen-edits.h"

G_BEGIN_DECLS

/* What stands in the history's "field" of an erasure. */
#define DOLEN_EDIT_ERASED "erased"

/**
 * dolen_edit_erase_contact:
 * @kind: "service" or "organisation": whose contact
 * @uid: of that record
 * @contact_uid: of the contact
 * @error: DOLEN_ERROR_NOT_FOUND where there is no such contact
 *
 * The person asked to be taken out. A number or an address that others have too (a switchboard)
 * stays, here and when a feed tells it again; with it only their own rows and their name go:
 * dolen_edit_erase_count_others(). In one transaction their telephone number and e-mail address go
 * from every text of the directory, whoever's it is: contacts (of other groups too), listings,
 * history, what feeds said, what imports keep for their undoing; their name goes from this record,
 * its organisation and services (a name that is one word only where it stands alone). The search
 * index is made anew, freed pages are overwritten (secure_delete), the write-ahead log is emptied;
 * where somebody reads the directory at that moment, at the latest when Dolen closes. Salted hashes
 * stay, so that a feed that still tells of them does not bring them back.
 *
 * Copies kept beside the file from before a newer schema go too. Those made elsewhere (backups,
 * exports) are out of reach: whoever calls this says so.
 *
 * Returns: the id of its entry in the history, which tells that it was done, when and by whom, and
 * cannot be undone; 0 on an error
 */
gint64 dolen_edit_erase_contact (DolenDirectory *dir,
                                 const char *kind,
                                 const char *uid,
                                 const char *contact_uid,
                                 const char *who,
                                 GError **error);

/** dolen_edit_erase_count_others: @others: (out): how many other records have the contact's number
 *  or address, which therefore stays there; 0: it is theirs alone. */
gboolean dolen_edit_erase_count_others (DolenDirectory *dir,
                                        const char *kind,
                                        const char *uid,
                                        const char *contact_uid,
                                        guint *others,
                                        GError **error);

/** dolen_erase_dup_shown: (transfer full) (nullable): before an edit: the venue of @record, where
 * its address is not hidden. */
DolenVenue *dolen_erase_dup_shown (const DolenEditRecord *record);

/**
 * dolen_erase_hidden:
 * @shown: (nullable): what dolen_erase_dup_shown() gave
 * @record: the same after the edit, saved and with its entry in the history
 * @erased: (out): whether the edit hid the address: dolen_erasure_settle() after the commit
 *
 * Where the edit hid the address: the address, whole postcode and position as they were go from the
 * texts of the venue and its services, from what is searched, and every address of the venue,
 * former or as a feed writes it, from their history and provenance; what was suggested as their
 * place goes whole. Within the caller's transaction; the log is emptied by dolen_erasure_settle().
 */
gboolean dolen_erase_hidden (DolenDirectory *dir,
                             const DolenVenue *shown,
                             const DolenEditRecord *record,
                             gboolean *erased,
                             GError **error);

/** dolen_erasure_settle: after the commit: empties the write-ahead log as far as nobody reads it,
 *  and removes the copies kept beside the file from before a newer schema, and what is kept
 *  elsewhere. */
void dolen_erasure_settle (DolenDirectory *dir);

/** dolen_erasure_set_forget: @forget: (nullable): removes what a room above keeps of feeds beside
 *  the directory (dolen_feed_forget_all()). Called by each settling, in its thread; set once, by
 *  the program, before any other thread. */
void dolen_erasure_set_forget (void (*forget) (void));

G_END_DECLS
