/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-private.h"
#include "casework/records/dolen-encounter.h"

G_BEGIN_DECLS

/* What acts of several topics put into an event about the support of a person; private to
 * casework/. */

/** dolen_act_put_by_rule_not_before: (dolen-act-rules.c) as dolen_act_put_by_rule(), but not due
 * before the civil date @not_before (nullable): what counts back from an end that is near. */
void dolen_act_put_by_rule_not_before (DolenAct *act,
                                       const char *rule,
                                       const DolenFollowUp *about,
                                       const char *from,
                                       int step,
                                       const char *not_before);

/**
 * dolen_act_put_episode_rules: (dolen-casework-episodes.c)
 * @before: (nullable): as it is stored
 * @after: as it will be; open
 *
 * Puts what the rules say of an open episode: "support-ends" anew where its foreseen end has moved,
 * "baseline" once they were met and until a goal is scored, "review" once there are goals. What was
 * made once is not made again. Call it wherever an act changes the episode.
 */
void
dolen_act_put_episode_rules (DolenAct *act, const DolenEpisode *before, const DolenEpisode *after);

/** dolen_act_put_reached: (dolen-casework-episodes.c) @encounter, which the act puts, reached the
 * person: nobody tries any more, and in their open episode what follows from having met counts from
 * it. */
void dolen_act_put_reached (DolenAct *act, const DolenEncounter *encounter);

/** dolen_check_encounter_day: (dolen-casework-encounters.c) FALSE with DOLEN_ERROR_INVALID for a
 * day that is none, or is still to come. */
gboolean dolen_check_encounter_day (const char *on, GError **error);

/**
 * dolen_act_open_episode: (dolen-casework-episodes.c)
 * @episode: new; its worker becomes the author
 * @from: civil date from which the first contact counts
 *
 * Puts a spell of support that begins, the first contact, and what the rules say of it. However an
 * episode begins, it begins here.
 */
void dolen_act_open_episode (DolenAct *act, DolenEpisode *episode, const char *from);

/**
 * dolen_act_put_consent_for_referral: (dolen-casework-consents.c)
 * @referral: as it will be stored; its ticked lines leave Dolen with this act
 *
 * Puts the consent to share with the group as a record of its own, with its end and its reminder.
 * Nothing where consent is not "yes". A consent that was put for the same referral is brought up to
 * date.
 */
void dolen_act_put_consent_for_referral (DolenAct *act, const DolenReferral *referral);

/** dolen_act_put_consent_rules: (dolen-casework-consents.c) puts "consent-ends" anew for @after.
 * @before: (nullable) */
void dolen_act_put_consent_rules (DolenAct *act,
                                  const DolenShareConsent *before,
                                  const DolenShareConsent *after);

G_END_DECLS
