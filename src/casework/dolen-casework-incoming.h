/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * Coming in: the referral in, what is decided about it, the waiting list, reaching the person, and
 * telling the referrer. One call, one event, with the follow-ups that the rules make:
 *
 *   received          "decide" (2 working days)
 *   more info asked   "more-info" (3, and again)
 *   waiting, taken up "first-contact" (5), "tell-referrer"
 *   a try             "try-again" (2), after three "not-reached"
 *
 * Days count from the day it was received, or from the day what was asked for came. Errors and
 * @undo are those of dolen-casework.h; nobody needs to be told where the person came themselves.
 */

/** dolen_casework_incoming_add: a referral in. @person: (nullable): stored with it where nobody of
 * that uid is known; NULL: @incoming's person is known. Risk issues passed on go into the person's
 * risks too. An episode begins when it is taken up. */
gboolean dolen_casework_incoming_add (DolenCasework *self,
                                      const DolenIncoming *incoming,
                                      const DolenPerson *person,
                                      DolenUndo **undo,
                                      GError **error);

/** dolen_casework_incoming_update: what the referrer said is corrected; state and dates of what was
 * decided stay. */
gboolean dolen_casework_incoming_update (DolenCasework *self,
                                         const DolenIncoming *incoming,
                                         DolenUndo **undo,
                                         GError **error);

/** dolen_casework_incoming_ask: more information is wanted before it can be decided; asked today.
 * Again: where it did not come. */
gboolean dolen_casework_incoming_ask (DolenCasework *self,
                                      const char *incoming,
                                      const char *wanted,
                                      DolenUndo **undo,
                                      GError **error);

/** dolen_casework_incoming_answered: it came today: @words become a note; decide anew. */
gboolean dolen_casework_incoming_answered (
    DolenCasework *self, const char *incoming, const char *words, DolenUndo **undo, GError **error);

/** dolen_casework_incoming_wait: suitable; on the waiting list, or another place on it. @reason:
 * needed for more than routine. */
gboolean dolen_casework_incoming_wait (DolenCasework *self,
                                       const char *incoming,
                                       DolenPriority priority,
                                       const char *reason,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_incoming_take_up: suitable; the episode begins today, unless one is open. */
gboolean dolen_casework_incoming_take_up (DolenCasework *self,
                                          const char *incoming,
                                          DolenUndo **undo,
                                          GError **error);

/** dolen_casework_incoming_return: not suitable. @where: where it should go; @why; both needed. */
gboolean dolen_casework_incoming_return (DolenCasework *self,
                                         const char *incoming,
                                         const char *where,
                                         const char *why,
                                         DolenUndo **undo,
                                         GError **error);

/** dolen_casework_incoming_decline: the person does not wish it. @note: (nullable). An episode it
 * opened is closed. */
gboolean dolen_casework_incoming_decline (
    DolenCasework *self, const char *incoming, const char *note, DolenUndo **undo, GError **error);

/** dolen_casework_incoming_in_error: it should not have been recorded; nobody is told. */
gboolean dolen_casework_incoming_in_error (
    DolenCasework *self, const char *incoming, const char *why, DolenUndo **undo, GError **error);

/** dolen_casework_incoming_told: @message left (its .given_out says how): the referrer knows. */
gboolean dolen_casework_incoming_told (DolenCasework *self,
                                       const DolenMessage *message,
                                       DolenUndo **undo,
                                       GError **error);

/* ---- reaching them (the rule: dolen-reach.h) ---- */

/** dolen_casework_try: a contact with the person, made or tried. @words: (nullable): become its
 * note. NOT_ALLOWED by a way that is marked unsafe. Reached: what was to be tried is done. Not
 * reached: the next try, or after three the letter, is planned. */
gboolean dolen_casework_try (DolenCasework *self,
                             const DolenEncounter *encounter,
                             const char *words,
                             DolenUndo **undo,
                             GError **error);

/** dolen_casework_letter_sent: the letter to somebody who could not be reached went out today. */
gboolean dolen_casework_letter_sent (DolenCasework *self,
                                     const char *incoming,
                                     DolenUndo **undo,
                                     GError **error);

/** dolen_casework_not_reached: closes it, and the episode it opened. NOT_ALLOWED, with what is
 * still to be done, before the rule is kept, unless @why (nullable) says why earlier. */
gboolean dolen_casework_not_reached (
    DolenCasework *self, const char *incoming, const char *why, DolenUndo **undo, GError **error);

G_END_DECLS
