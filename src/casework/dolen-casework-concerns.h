/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * Concerns: safeguarding, self-harm, crisis. A concern is first in Today from the day it is raised,
 * due the next working day and again each working day until it is answered (rule "concern"), then
 * once more a week later until it is closed (rule "concern-answered"). Nothing else ends it: not
 * the death of the person, not the end of the support; and nobody is erased while one is open.
 *
 * Each act is one event with its date; @on: (nullable): civil date, today if NULL. The acts fail
 * and give @undo as those of dolen-casework.h do. An undo stands in the timeline as a line of its
 * own.
 */

/** dolen_casework_concern_raise: @concern: its .person, .kind and .text are enough. */
gboolean dolen_casework_concern_raise (DolenCasework *self,
                                       const DolenConcern *concern,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_concern_discuss: it was talked over. @with: the lead, a colleague */
gboolean dolen_casework_concern_discuss (DolenCasework *self,
                                         const char *concern,
                                         const char *on,
                                         const char *with,
                                         DolenUndo **undo,
                                         GError **error);

/** DolenConcernReport: that it was reported; (not owned) (nullable) unless said. */
typedef struct {
  const char *on;
  const char *to;           /* to whom; needed */
  const char *reference;    /* of the report */
  const char *consent;      /* code as in DolenConcern; needed */
  const char *consent_note; /* needed unless consent is "yes": why without, or why not asked */
} DolenConcernReport;

gboolean dolen_casework_concern_report (DolenCasework *self,
                                        const char *concern,
                                        const DolenConcernReport *report,
                                        DolenUndo **undo,
                                        GError **error);

/** dolen_casework_concern_wait: looked at, and still no answer: due again the next working day.
 *  @note: what was done: "rang the duty desk"; needed */
gboolean dolen_casework_concern_wait (
    DolenCasework *self, const char *concern, const char *note, DolenUndo **undo, GError **error);

/** dolen_casework_concern_answer: @answer: what they said; needed. It may come without a report:
 * the lead decided. */
gboolean dolen_casework_concern_answer (DolenCasework *self,
                                        const char *concern,
                                        const char *on,
                                        const char *answer,
                                        DolenUndo **undo,
                                        GError **error);

/** dolen_casework_concern_close: @note: needed where there is no answer: why it ends without one.
 */
gboolean dolen_casework_concern_close (DolenCasework *self,
                                       const char *concern,
                                       const char *on,
                                       const char *note,
                                       DolenUndo **undo,
                                       GError **error);

/* ---- what there is ---- */

/** dolen_caseload_get_concern: (transfer full) (nullable) */
DolenConcern *dolen_caseload_get_concern (DolenCaseload *caseload, const char *uid);

/** dolen_caseload_list_concerns: (transfer full) (element-type DolenConcern): @person's, open ones
 *  first, the newest of each first. */
GPtrArray *dolen_caseload_list_concerns (DolenCaseload *caseload, const char *person);

/** dolen_caseload_count_open_concerns: @person: (nullable): of everybody */
int dolen_caseload_count_open_concerns (DolenCaseload *caseload, const char *person);

G_END_DECLS
