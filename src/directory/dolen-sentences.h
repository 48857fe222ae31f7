/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/*
 * Facts as short pieces of language, in the language asked for (a hand-out may be Welsh while
 * the window is English). All (transfer full); "" where nothing is known. Days are named by
 * @today so that tests and letters do not ask the clock.
 */

/** dolen_sentence_schedule: one schedule: "Tuesdays 10:00–12:00, every other week"; "First Monday
 *  of the month 14:00–16:00"; its own words where the parts do not say it. */
char *dolen_sentence_schedule (DolenLanguage language, const DolenSchedule *schedule);

/** dolen_schedule_is_term_time: whether it is in term time only: its words say that and no more.
 *  HSDS has no place of its own for it. */
gboolean dolen_schedule_is_term_time (const DolenSchedule *schedule);
/** dolen_schedule_set_term_time: its words say so, in both languages. */
void dolen_schedule_set_term_time (DolenSchedule *schedule);

/** dolen_sentence_when: (element-type DolenSchedule): all of @schedules in one line, those that
 *  have ended by @today left out; "; " between them. */
char *dolen_sentence_when (DolenLanguage language, const GPtrArray *schedules, const char *today);

/** dolen_sentence_when_in_full: the same with what stands in words beside hours. */
char *
dolen_sentence_when_in_full (DolenLanguage language, const GPtrArray *schedules, const char *today);

/** dolen_sentence_money: "£3", "£2.50"; other currencies with their code. */
char *dolen_sentence_money (gint64 pence, const char *currency);

/** dolen_sentence_cost: one cost: "free", "£3 (members)". */
char *dolen_sentence_cost (DolenLanguage language, const DolenCost *cost);

/** dolen_sentence_costs: all costs of a service, or @fees as given, or "". */
char *dolen_sentence_costs (DolenLanguage language, const GPtrArray *costs, const char *fees);

/** dolen_sentence_capacity_status: the bare status: "Just come along", "Waiting list". */
const char *dolen_sentence_capacity_status (DolenLanguage language, DolenCapacityStatus status);

/** dolen_sentence_capacity_bare: what the report says, without its age: "4 places", "waiting list,
 *  3–6 weeks", "paused until 3 June". */
char *dolen_sentence_capacity_bare (DolenLanguage language, const DolenCapacity *capacity);

/** dolen_sentence_capacity: with age and source: "4 places (told 3 days ago, by telephone)"; too
 *  old: "not known; last told: 4 places, March 2026"; never told (@capacity NULL): "not known". */
char *
dolen_sentence_capacity (DolenLanguage language, const DolenCapacity *capacity, const char *today);

/** dolen_sentence_told_by: "by telephone", "on a visit" ... ; "" for unknown. Not owned. */
const char *dolen_sentence_told_by (DolenLanguage language, DolenToldBy source);

/** dolen_sentence_governance: "a charity (CIO)", "an informal group" ...; "" for unknown. Not
 *  owned. */
const char *dolen_sentence_governance (DolenLanguage language, DolenGovernance governance);

/** dolen_sentence_funding: "funded until 31 March 2026 (ends in 2 months)" ... of all the funding
 *  of a service or organisation; "" where none is known. */
char *dolen_sentence_funding (DolenLanguage language, const GPtrArray *funding, const char *today);

/** dolen_sentence_ages: "18 and over", "up to 25", "16 to 25"; "" for everybody. */
char *dolen_sentence_ages (DolenLanguage language, int minimum, int maximum);

/** dolen_sentence_gender: (transfer none): "women", "men"; "" for everybody. @gender: (nullable):
 *  of a service. */
const char *dolen_sentence_gender (DolenLanguage language, const char *gender);

/** dolen_sentence_whom: who may come, of both: "18 and over; women"; "" for everybody. */
char *dolen_sentence_whom (DolenLanguage language, const DolenService *service);

/** dolen_sentence_audience: (element-type DolenTag): the labels under which a feed says for whom it
 *  is, as the feed writes them: "Carers, Grandparents"; "" where there are none. */
char *dolen_sentence_audience (const GPtrArray *tags);

/** dolen_sentence_access: how one comes to it: "drop in; by appointment". */
char *dolen_sentence_access (DolenLanguage language, DolenAccess access);

/** dolen_sentence_attending: where it happens, if not (only) at a venue: "by telephone; online". */
char *dolen_sentence_attending (DolenLanguage language, DolenAttending attending);

/** dolen_sentence_language: a language by its code: "Welsh", "English", "BSL"; @name (nullable) as
 *  given otherwise. */
char *dolen_sentence_language (DolenLanguage language, const char *code, const char *name);

/** dolen_sentence_languages: (element-type DolenLanguageOffered): "Welsh, English". */
char *dolen_sentence_languages (DolenLanguage language, const GPtrArray *languages);

G_END_DECLS
