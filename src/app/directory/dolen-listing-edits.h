/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/dolen-edit-parts.h"

G_BEGIN_DECLS

/* What the editors change: each one edit in the worker, with a toast that offers to undo it.
 * @kind: "service", "organisation", "venue"; @uid: of the record. */

/** dolen_listing_edit_field: @value: (nullable); @title: of the field, for the toast. */
void dolen_listing_edit_field (DolenSession *session,
                               const char *kind,
                               const char *uid,
                               const char *field,
                               const char *value,
                               const char *title);

/** dolen_listing_edit_mark_checked: one side of a text has been read. */
void dolen_listing_edit_mark_checked (DolenSession *session,
                                      const char *kind,
                                      const char *uid,
                                      const char *field);

/** DolenListingChange: in the worker: changes @record, a DolenService, DolenOrganisation or
 *  DolenVenue just read. FALSE: there is nothing to change. */
typedef gboolean (*DolenListingChange) (gpointer record, gpointer data);

/**
 * dolen_listing_edit_part:
 * @part: see directory/dolen-parts.h
 * @data: (transfer full): for @change
 * @title: of what is changed, for the toast
 *
 * Reads the record, lets @change change it, and saves that part of it: what somebody else has
 * changed meanwhile in another element of a list stays.
 */
void dolen_listing_edit_part (DolenSession *session,
                              const char *kind,
                              const char *uid,
                              const char *part,
                              DolenListingChange change,
                              gpointer data,
                              GDestroyNotify free_data,
                              const char *title);

/** dolen_listing_edit_check: @check: (transfer full) (nullable): NULL: it was not asked for. */
void dolen_listing_edit_check (DolenSession *session,
                               const char *organisation_uid,
                               const char *what,
                               DolenAssurance *check);

/** dolen_listing_edit_tag: @tag: (transfer full): added, confirmed or rejected. */
void dolen_listing_edit_tag (DolenSession *session, const char *uid, DolenTag *tag);

/** dolen_listing_edit_pause: @until, @note: (nullable). */
void dolen_listing_edit_pause (DolenSession *session,
                               const char *uid,
                               const char *until,
                               const char *note);

/** dolen_listing_edit_close: @on, @reason, @successor_uid: (nullable). */
void dolen_listing_edit_close (DolenSession *session,
                               const char *uid,
                               const char *on,
                               const char *reason,
                               const char *successor_uid);
void dolen_listing_edit_reopen (DolenSession *session, const char *uid);

/** dolen_listing_edit_put_back: what stood before that entry of the history. */
void dolen_listing_edit_put_back (DolenSession *session, gint64 history_id);

G_END_DECLS
