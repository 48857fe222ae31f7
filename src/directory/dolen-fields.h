/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"

G_BEGIN_DECLS

/* Single fields of a record by name, as text: what edits, their history and re-import share.
 * @kind is "service", "organisation" or "venue"; @record the struct of that kind. What is more than
 * one value is a part (dolen-parts.h). */

/** dolen_field_exists: whether people may edit @field of that kind. */
gboolean dolen_field_exists (const char *kind, const char *field);

/** dolen_field_get: (transfer full) (nullable): numbers and codes in words; NULL: not known. */
char *dolen_field_get (const char *kind, gconstpointer record, const char *field);

/** dolen_field_set: @error: DOLEN_ERROR_INVALID. A text set by a person is taken to be checked. */
gboolean dolen_field_set (
    const char *kind, gpointer record, const char *field, const char *value, GError **error);

/** dolen_field_get_bilingual: (transfer none) (nullable): the text of which the field is one side;
 *  NULL for another field. */
DolenBilingual *dolen_field_get_bilingual (const char *kind, gpointer record, const char *field);

/** dolen_field_copy: the field of @from over that of @to, with the state of a text. */
void dolen_field_copy (const char *kind, gpointer to, gconstpointer from, const char *field);

/** dolen_field_note_edit: keeps that a person edited the field, and what the feed says of it
 *  (nullable); the first such value stays until dolen_field_note_feed(). An edit settles a clash.
 */
gboolean dolen_field_note_edit (DolenDirectory *dir,
                                const char *kind,
                                const char *uid,
                                const char *field,
                                const char *feed_value,
                                GError **error);

/** dolen_field_note_feed: what the feed says now. Something else than when the field was edited (or
 *  the clash last settled) is a clash from now on (dolen-clashes.h); the same again is none. */
gboolean dolen_field_note_feed (DolenDirectory *dir,
                                const char *uid,
                                const char *field,
                                const char *feed_value,
                                GError **error);

/** dolen_field_note_other: what a source that is not the record's own says of a field nobody
 * edited: a clash from now on, until somebody settles it or edits the field; the same again is
 * none. The field is not edited for that, and follows its own feed. */
gboolean dolen_field_note_other (DolenDirectory *dir,
                                 const char *kind,
                                 const char *uid,
                                 const char *field,
                                 const char *ours,
                                 const char *theirs,
                                 GError **error);

/** dolen_field_forget_edit: the field follows the feed again. */
gboolean
dolen_field_forget_edit (DolenDirectory *dir, const char *uid, const char *field, GError **error);

/** dolen_field_list_edits: (transfer full) (element-type utf8) (nullable): the edited fields. */
GPtrArray *dolen_field_list_edits (DolenDirectory *dir, const char *uid, GError **error);

G_END_DECLS
