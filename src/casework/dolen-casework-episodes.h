/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/* Acts about a spell of support: planned, reviewed, extended, closed, and coming back. One call,
 * one event; they fail as the acts of dolen-casework.h do. A spell begins where a referral in is
 * taken up, where somebody is added by hand, and where they come back; all plan the same. */

/**
 * dolen_casework_episode_set:
 * @episode: as it is to be; opening and closing are kept as they are stored
 *
 * Level, length, sessions, goals, end foreseen, what continues after, frequent attender. Follow-ups
 * come by rule: support ends, the first measure (until a goal is scored), the first review.
 */
gboolean dolen_casework_episode_set (DolenCasework *self,
                                     const DolenEpisode *episode,
                                     DolenUndo **undo,
                                     GError **error);

/** dolen_casework_episode_extend: @ends_on: a later civil date; @why: needed. */
gboolean dolen_casework_episode_extend (DolenCasework *self,
                                        const char *episode,
                                        const char *ends_on,
                                        const char *why,
                                        DolenUndo **undo,
                                        GError **error);

/** dolen_casework_episode_look_ahead: what continues after (@carry_on, needed) is settled; the
 * reminder that support ends is done. */
gboolean dolen_casework_episode_look_ahead (DolenCasework *self,
                                            const char *episode,
                                            const char *carry_on,
                                            DolenUndo **undo,
                                            GError **error);

/** dolen_casework_review_add: stores @review of an open episode. Goals take the new scores; a goal
 * scored for the first time has its first score by it. The next review comes on .next_on, else by
 * rule, unless support ends before. */
gboolean dolen_casework_review_add (DolenCasework *self,
                                    const DolenReview *review,
                                    DolenUndo **undo,
                                    GError **error);

/** DolenLeaving: what becomes of an open referral when support closes. */
typedef enum {
  DOLEN_LEAVING_NOT_DECIDED,
  DOLEN_LEAVING_KEEP,     /* goes on, and we still ask after it; consent lasts as long as that */
  DOLEN_LEAVING_COMPLETE, /* they go on by themselves: completed */
  DOLEN_LEAVING_CANCEL,
} DolenLeaving;

/** DolenClosing: how a spell of support closes. Nothing is owned. */
typedef struct {
  const char *episode;          /* uid */
  const char *on;               /* (nullable) civil date; NULL: today */
  const char *reason;           /* code: dolen_closing_reasons() */
  const char *note;             /* (nullable) in words */
  const char *carry_on;         /* (nullable) what continues after */
  const char *return_until;     /* (nullable) civil date until which they may come back */
  const char *const *referrals; /* (nullable) uids, NULL-terminated */
  const DolenLeaving *leaving;  /* beside each of them */
  gboolean letter;              /* a closing letter to the person is to be written */
} DolenClosing;

/**
 * dolen_casework_episode_close:
 * @error: NOT_ALLOWED where an open referral is not decided upon, or the reason is missing
 *
 * Decides the open referrals, closes the follow-ups by rule (kept: those of referrals that are
 * kept, concerns, own appointments, "tell the group"), lets consents end, and puts "tell-referrer"
 * where the referrer is to hear, and "closing-letter" where one is to be written.
 */
gboolean dolen_casework_episode_close (DolenCasework *self,
                                       const DolenClosing *closing,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_come_back: a new spell of support, linked to the former one, without a new
 * referral. @why: needed. NOT_ALLOWED outside the return window, and where support is under way. */
gboolean dolen_casework_come_back (
    DolenCasework *self, const char *person, const char *why, DolenUndo **undo, GError **error);

/** dolen_episode_may_come_back: whether the return window of a closed one holds on @today. */
gboolean dolen_episode_may_come_back (const DolenEpisode *episode, const char *today);

/** dolen_caseload_get_last_episode: (transfer full) (nullable): @person's open one, else the one
 * closed last. */
DolenEpisode *dolen_caseload_get_last_episode (DolenCaseload *caseload, const char *person);

/** dolen_caseload_list_leaving: (transfer full) (nullable) (element-type DolenReferral): the
 * referrals that must be decided upon when support closes. */
GPtrArray *dolen_caseload_list_leaving (DolenCaseload *caseload, const char *person);

G_END_DECLS
