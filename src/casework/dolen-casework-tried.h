/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * What a person has tried and will not do again: from what became of referrals, and from a plain
 * mark (records/dolen-not-for-them.h). It counts against a suggestion, never for it. The acts fail
 * as those of dolen-casework.h.
 */

/** dolen_casework_unwanted_mark: @mark: .person, .service and its names, .reason (a code, needed)
 *  and .note. NOT_ALLOWED for a service that is marked already. */
gboolean dolen_casework_unwanted_mark (DolenCasework *self,
                                       const DolenNotForThem *mark,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_unwanted_end: @service may be suggested again. NOT_FOUND. */
gboolean dolen_casework_unwanted_end (
    DolenCasework *self, const char *person, const char *service, DolenUndo **undo, GError **error);

/** DolenTried: a service that is not to be suggested as if nothing had been. */
typedef struct {
  char *service;            /* uid */
  char *service_name;       /* (nullable) English, or the only name */
  char *service_name_cy;    /* (nullable) */
  DolenReferralState state; /* what became of the referral; DRAFT: it was marked by hand */
  char *reason;             /* (nullable) code: of the referral's end, or of the mark */
  char *note;               /* (nullable) */
  char *on;                 /* (nullable) civil date */
} DolenTried;

void dolen_tried_free (DolenTried *tried);

/**
 * dolen_caseload_list_tried:
 *
 * The marks that stand, and the services whose last referral of @person ended before its time for a
 * reason that lies between the person and the group ("did not come", "changed their mind", "too
 * far" ...), not in what passes ("in hospital", "moved away"). Each service once.
 *
 * Returns: (transfer full) (element-type DolenTried)
 */
GPtrArray *dolen_caseload_list_tried (DolenCaseload *caseload, const char *person);

/** dolen_caseload_find_tried: (transfer full) (nullable): of one service (uid). */
DolenTried *
dolen_caseload_find_tried (DolenCaseload *caseload, const char *person, const char *service);

/** dolen_tried_say: (transfer full): "Tried, 3 March 2026: did not start: changed their mind",
 *  "Not for them, 3 March 2026: did not like it". */
char *dolen_tried_say (const DolenTried *tried, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTried, dolen_tried_free)

G_END_DECLS
