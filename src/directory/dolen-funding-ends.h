/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/* Whose money ends, across the directory. A body or service whose last known funding ends on a day
 * ends then; one with any funding that has no end does not. */

/** DolenFundingEnd: one service or organisation. */
typedef struct {
  char *kind; /* "service" or "organisation" */
  char *uid;
  DolenBilingual name;
  char *funder;  /* (nullable) of what ends last */
  char *ends_on; /* the day */
  DolenFundingStatus status;
  guint services; /* how many listed services stand on it: 1 for a service */
} DolenFundingEnd;

void dolen_funding_end_free (DolenFundingEnd *end);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFundingEnd, dolen_funding_end_free)

/**
 * dolen_directory_list_funding_ends:
 * @from: the first day, today as a rule (earlier: what has ended since)
 * @to: the last day
 * @today: for the status
 * @limit: 0 for all
 *
 * Returns: (transfer full) (element-type DolenFundingEnd): the earliest end first; services that
 * are not listed, and organisations without any that is, are left out
 */
GPtrArray *dolen_directory_list_funding_ends (DolenDirectory *dir,
                                              const char *from,
                                              const char *to,
                                              const char *today,
                                              guint limit,
                                              GError **error);

/** DolenFundingOutlook: how many services and organisations end within so many months, each
 *  counting the former. */
typedef struct {
  guint in_3, in_6, in_12;
  guint ended; /* before today */
} DolenFundingOutlook;

gboolean dolen_directory_get_funding_outlook (DolenDirectory *dir,
                                              const char *today,
                                              DolenFundingOutlook *outlook,
                                              GError **error);

G_END_DECLS
