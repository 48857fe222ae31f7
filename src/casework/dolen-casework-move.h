/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * "Entered in the wrong record": a whole record goes to the person it is about. What was written of
 * it is sealed anew there, step by step, with who wrote it and when; where it stood every entry of
 * it is destroyed, and one line says who took it out, when and why. All of it is one transaction.
 *
 * What goes with it: of a referral its follow-ups, its choice on the plan, its appointments, the
 * consent given for it, the contacts and notes about it; of a contact its note; of a concern and an
 * appointment their follow-ups and notes; of each its corrections and what the person said against
 * it. An entry that told of something else too (they died, and the referral was cancelled) is
 * written again without it.
 */

/** dolen_casework_may_move: whether records of @record ("referral", "encounter", "concern",
 * "appointment", "note", "follow_up") are moved by themselves. */
gboolean dolen_casework_may_move (const char *record);

/** dolen_casework_find_entry_record: what the entry @event (id as in DolenEntry) is mainly about,
 * where that can be moved. @record: (out) (transfer none): as above; @uid: (out) (transfer full) */
gboolean dolen_casework_find_entry_record (DolenCasework *self,
                                           const char *event,
                                           const char **record,
                                           char **uid);

/** dolen_casework_get_owner: (transfer full) (nullable): uid of the person in whose record it
 * stands. */
char *dolen_casework_get_owner (DolenCasework *self, const char *record, const char *uid);

/** dolen_casework_move_warning: (transfer full) (nullable): what has left already under the wrong
 * name and cannot be called back: the letter, the report. It becomes a follow-up of today. */
char *dolen_casework_move_warning (DolenCasework *self,
                                   const char *record,
                                   const char *uid,
                                   DolenLanguage language);

/**
 * dolen_casework_record_move:
 * @person: uid of whom it is about
 * @why: in words; stays in both
 * @error: NOT_FOUND, INVALID (no @why), NOT_ALLOWED (it stands there already; a restricted note
 *   that one cannot read); nothing has changed then
 *
 * No undo: what is destroyed stays so. It can be moved again.
 */
gboolean dolen_casework_record_move (DolenCasework *self,
                                     const char *record,
                                     const char *uid,
                                     const char *person,
                                     const char *why,
                                     GError **error);

/** dolen_casework_note_move: the same of a note. */
gboolean dolen_casework_note_move (
    DolenCasework *self, const char *note, const char *person, const char *why, GError **error);

G_END_DECLS
