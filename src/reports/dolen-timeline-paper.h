/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"

G_BEGIN_DECLS

/** DolenTimelineFilter: which entries; (not owned). */
typedef struct {
  guint kinds;       /* bits of DolenEntryKind */
  const char *from;  /* (nullable) civil date: the first day */
  const char *until; /* (nullable) civil date: the last day */
} DolenTimelineFilter;

/**
 * dolen_timeline_paper_text:
 * @called: how the person is called
 * @entries: (nullable) (element-type DolenEntry): newest first
 * @filter: which of them
 *
 * What was done for a person, to print: day, who, what, and the words. What was taken back says so;
 * that it is a part, from which day and until which, stands at the top. It names the person and
 * what is known of them: it is for the record, not to send.
 *
 * Returns: (transfer full): plain text
 */
char *dolen_timeline_paper_text (const char *called,
                                 const GPtrArray *entries,
                                 const DolenTimelineFilter *filter,
                                 DolenLanguage language,
                                 const char *today);

G_END_DECLS
