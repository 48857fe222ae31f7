/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edits.h"
#include "directory/dolen-parts.h"

G_BEGIN_DECLS

/*
 * Edits of more than one field. Like those of dolen-edits.h each is one transaction and one entry
 * of the history, whose id it returns, undone by dolen_edit_undo(); 0 with @error set where it
 * failed, DOLEN_EDIT_UNCHANGED (and nothing written) where nothing would change. A part that was
 * edited stays as it is when its feed is read again; what the feed says is noted.
 */
#define DOLEN_EDIT_UNCHANGED ((gint64) -1)

/**
 * dolen_edit_set_part:
 * @kind: "service", "organisation" or "venue"
 * @part: see dolen-parts.h
 * @edited: (type DolenService | DolenOrganisation | DolenVenue): its uid says whose part; only the
 *   part is read
 * @error: DOLEN_ERROR_INVALID with a sentence that names the value; DOLEN_ERROR_NOT_FOUND
 *
 * Sets one part to what @edited holds: a form edits a copy of the record and gives it back. In
 * canonical form: a contact's phone_given and email_given are read anew, a postcode and a
 * register's number are written as usual, what has no uid gets one. A venue whose address, town or
 * postcode changed is located anew unless its position was set too; a venue in "venues" that is in
 * the directory is only linked (edit it as a "venue"), one that no service uses any more goes.
 *
 * Where hide_address is set, the address leaves the history of the venue and what its feed said,
 * for good: an undo shows the venue's area again, not its street.
 */
gint64 dolen_edit_set_part (DolenDirectory *dir,
                            const char *kind,
                            const char *part,
                            gconstpointer edited,
                            const char *who,
                            GError **error);

/** dolen_edit_set_tag: adds, confirms or rejects one tag (@tag->state). A rejected one stays, so
 *  that it is not proposed again. */
gint64 dolen_edit_set_tag (DolenDirectory *dir,
                           const char *service_uid,
                           const DolenTag *tag,
                           const char *who,
                           GError **error);

/** dolen_edit_set_check: what was seen or told of one policy, cover or check; seen_on NULL: today,
 *  by NULL: @who. */
gint64 dolen_edit_set_check (DolenDirectory *dir,
                             const char *organisation_uid,
                             const DolenAssurance *check,
                             const char *who,
                             GError **error);

/** dolen_edit_forget_check: it is "not asked" again. */
gint64 dolen_edit_forget_check (DolenDirectory *dir,
                                const char *organisation_uid,
                                const char *what,
                                const char *who,
                                GError **error);

/** dolen_edit_set_permission: whether a contact may be given out. @kind, @uid: whose contact it is.
 *  The rest of the contact goes on following its feed. */
gint64 dolen_edit_set_permission (DolenDirectory *dir,
                                  const char *kind,
                                  const char *uid,
                                  const char *contact_uid,
                                  DolenPermission permission,
                                  const char *who,
                                  GError **error);

/** dolen_edit_set_text_state: somebody read one side of a bilingual text (@field: "name_cy") and
 *  says what it is, without a change of its words: checked, draft, out of date.
 *  DOLEN_ERROR_INVALID where there is no text. */
gint64 dolen_edit_set_text_state (DolenDirectory *dir,
                                  const char *kind,
                                  const char *uid,
                                  const char *field,
                                  DolenTextState state,
                                  const char *who,
                                  GError **error);

/**
 * dolen_edit_pause:
 * @until: (nullable): the day it starts again; NULL: not known
 * @note: (nullable): why: "term time only"
 * @how: how one knows
 * @told_by: (nullable): who told
 *
 * A capacity report `paused` as of today; see dolen_edit_set_capacity().
 */
gint64 dolen_edit_pause (DolenDirectory *dir,
                         const char *service_uid,
                         const char *until,
                         const char *note,
                         DolenToldBy how,
                         const char *told_by,
                         const char *who,
                         GError **error);

/**
 * dolen_edit_close:
 * @on: (nullable): the day it ended; NULL: today
 * @reason: (nullable): in words
 * @successor_uid: (nullable): the service that came in its place
 *
 * The service is over: defunct, out of every list, kept with its history.
 */
gint64 dolen_edit_close (DolenDirectory *dir,
                         const char *service_uid,
                         const char *on,
                         const char *reason,
                         const char *successor_uid,
                         const char *who,
                         GError **error);

/** dolen_edit_reopen: it goes on after all. */
gint64
dolen_edit_reopen (DolenDirectory *dir, const char *service_uid, const char *who, GError **error);

/**
 * dolen_edit_put_back:
 * @history_id: any entry of a field or part, whatever came after it
 *
 * Sets the value from before that entry again, as a new change of today, which is undone like any
 * other. A capacity report or confirmation is taken back, as by dolen_edit_undo().
 * DOLEN_ERROR_NOT_ALLOWED for an import or an added group.
 */
gint64
dolen_edit_put_back (DolenDirectory *dir, gint64 history_id, const char *who, GError **error);

G_END_DECLS
