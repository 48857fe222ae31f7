/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-follow-up.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * The rules that make follow-ups: after how long something that did not happen is asked about. They
 * are data (data/casework/follow-ups.json), bilingual, and a scheme may put its own file beside
 * them: a rule of the same code takes the place of ours, "off": true switches it off.
 *
 * The last step of a rule repeats for one that comes back until something happens.
 */
typedef struct _DolenRules DolenRules;

typedef struct {
  char *code;              /* "no-answer" */
  DolenFollowUpKind kind;  /* of the follow-ups it makes */
  char *name_en, *name_cy; /* in words */
  gboolean working_days;   /* what .steps count; else days of the calendar */
  int steps[8];            /* after so many days; negative: before */
  gsize n_steps;           /* 0: switched off */
  int volunteer_steps[8];  /* working days, for groups run by volunteers */
  gsize n_volunteer_steps; /* 0: as .steps */
  int after_session;       /* and not before so many working days after their next session; -1 */
} DolenRule;

/** dolen_rules_new: @scheme: (nullable): path of the scheme's own file; one that is not there is
 * done without. @error: DOLEN_ERROR_INVALID names the rule and what is wrong */
DolenRules *dolen_rules_new (const char *scheme, GError **error);
void dolen_rules_free (DolenRules *rules);

/** dolen_rules_find: (transfer none) (nullable): NULL for a code that is not known. */
const DolenRule *dolen_rules_find (const DolenRules *rules, const char *code);

/** dolen_rules_list: (transfer none) (element-type DolenRule): in the order of the file. */
const GPtrArray *dolen_rules_list (const DolenRules *rules);

const char *dolen_rule_get_name (const DolenRule *rule, DolenLanguage language);

/** dolen_rule_due: (transfer full) (nullable): the civil date step @step falls on, counted from
 * @from; NULL where the rule is off or has no such step. @repeat: the last step repeats. */
char *dolen_rule_due (const DolenRule *rule, int step, const char *from, gboolean repeat);

/** dolen_rule_due_for_volunteers: the same for a group run by volunteers. @next_session:
 * (nullable): civil date of their next session after @from: the first step waits for it. */
char *dolen_rule_due_for_volunteers (const DolenRule *rule,
                                     int step,
                                     const char *from,
                                     const char *next_session);

/** dolen_rule_say: (transfer full): when it asks, in words: "after 3, 6 and 10 working days; groups
 *  run by volunteers after 10 working days, and not before 2 working days after their next
 * session".
 */
char *dolen_rule_say (const DolenRule *rule, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRules, dolen_rules_free)

G_END_DECLS
