/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"

G_BEGIN_DECLS

/*
 * How long a record stays: from what the caseload says, what the rules say and what somebody
 * decided. Nothing here destroys anything: whose record is due stands in a queue, for a person.
 */

/** DolenRetentionWhy: which rule gave the day. */
typedef enum {
  DOLEN_RETENTION_SUPPORTED, /* years after the last contact */
  DOLEN_RETENTION_OTHER,     /* declined, not reached, advice only */
  DOLEN_RETENTION_MINOR,     /* under 18 at the last contact */
  DOLEN_RETENTION_MINOR_17,  /* 17 then */
  DOLEN_RETENTION_DIED,      /* years after they died */
} DolenRetentionWhy;

/** DolenRetentionFacts: what the rules ask of a record; all texts borrowed. */
typedef struct {
  const char *date_of_birth; /* (nullable) civil date */
  const char *last_contact;  /* civil date, never NULL */
  const char *died_on;       /* (nullable) civil date */
  gboolean supported;        /* had more than advice, and was not only tried */
} DolenRetentionFacts;

/**
 * dolen_retention_due:
 * @why: (out) (optional): which rule
 *
 * The first day on which the record need not be kept any more. A year after 29 February is 1 March
 * where there is no such day: nobody's record goes a day early. Who was under 18 is kept until the
 * birthday and for no less than an adult would be.
 *
 * Returns: (transfer full): civil date
 */
char *dolen_retention_due (const DolenRetentionRules *rules,
                           const DolenRetentionFacts *facts,
                           DolenRetentionWhy *why);

/** dolen_retention_why_sentence: (transfer full): "8 years after the last contact" */
char *dolen_retention_why_sentence (DolenRetentionWhy why,
                                    const DolenRetentionRules *rules,
                                    DolenLanguage language);

/** DolenRetentionLine: one record of the queue. */
typedef struct {
  char *person;       /* uid */
  char *name;         /* as they are called */
  char *last_contact; /* civil date */
  char *due;          /* civil date by the rules, or until which it was kept */
  DolenRetentionWhy why;
  DolenRetentionDecision *hold; /* (nullable) a legal hold in force: it is never due */
  DolenRetentionDecision *kept; /* (nullable) the last decision to keep it */
} DolenRetentionLine;

void dolen_retention_line_free (DolenRetentionLine *line);

/** dolen_caseload_get_retention_rules: (transfer full): those decided, else those proposed. */
DolenRetentionRules *dolen_caseload_get_retention_rules (DolenCaseload *caseload);

/**
 * dolen_caseload_list_retention:
 * @today: civil date
 * @until: civil date: whoever is due by that day
 *
 * Returns: (transfer full) (element-type DolenRetentionLine): closed records due by @until,
 * earliest first; then those under a legal hold. An open episode, or a referral in that waits, is
 * never due.
 */
GPtrArray *
dolen_caseload_list_retention (DolenCaseload *caseload, const char *today, const char *until);

/** dolen_caseload_get_hold: (transfer full) (nullable): @person's legal hold in force. */
DolenRetentionDecision *dolen_caseload_get_hold (DolenCaseload *caseload, const char *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRetentionLine, dolen_retention_line_free)

G_END_DECLS
