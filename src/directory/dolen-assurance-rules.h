/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/*
 * Which policies, covers and checks are proportionate for which form of body and kind of activity:
 * data/assurance/checks.json, after the minimum standards of the social prescribing guide. A book
 * group is asked for nothing; who counsels people at home is.
 *
 * Immutable once loaded, so that any thread may ask it.
 */
typedef struct _DolenAssuranceRules DolenAssuranceRules;

/** DolenAssuranceLevel: how far a check is called for. */
typedef enum {
  DOLEN_ASSURANCE_NOT_ASKED, /* nothing is missing where it is not there */
  DOLEN_ASSURANCE_USEFUL,    /* worth asking for: its lack is told, and lowers nobody */
  DOLEN_ASSURANCE_NEEDED,    /* what this kind of activity should have */
} DolenAssuranceLevel;

/** DolenActivities: a set of kinds of activity, a bit each. */
typedef guint32 DolenActivities;

/**
 * dolen_assurance_rules_load:
 * @path: (nullable): a file of that form; NULL for the bundled one
 * @error: G_FILE_ERROR; DOLEN_ERROR_INVALID with the file and what is wrong in it
 */
DolenAssuranceRules *dolen_assurance_rules_load (const char *path, GError **error);
void dolen_assurance_rules_free (DolenAssuranceRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenAssuranceRules, dolen_assurance_rules_free)

/** dolen_assurance_rules_get_bundled: (transfer none): the bundled ones, loaded at the first call
 *  (from any thread) and kept. Where they cannot be read, a warning is given and rules that ask for
 *  nothing stand in. */
const DolenAssuranceRules *dolen_assurance_rules_get_bundled (void);

/** dolen_assurance_rules_list: (transfer none) (array zero-terminated=1): the codes of the checks,
 *  in the order in which they are told. */
const char *const *dolen_assurance_rules_list (const DolenAssuranceRules *rules);

/** dolen_assurance_check_name: (transfer none): "safeguarding policy", as it stands in the middle
 *  of a sentence; the code itself where it is not known. */
const char *dolen_assurance_check_name (const DolenAssuranceRules *rules,
                                        const char *check,
                                        DolenLanguage language);

/** dolen_assurance_check_months: for how many months one usually holds, to propose an end; 0: it
 *  does not end by itself. */
guint dolen_assurance_check_months (const DolenAssuranceRules *rules, const char *check);

/** dolen_assurance_activities: what kinds of activity a service is, as far as the rules tell them
 *  apart: by its tags that somebody confirmed or that its name says, how it is attended, and the
 *  ages it is for. Those of several services are joined by |. */
DolenActivities dolen_assurance_activities (const DolenAssuranceRules *rules,
                                            const DolenService *service);

/** dolen_assurance_activity_names: (transfer full): the kinds in @activities in words, parted by
 *  "; ": "gives advice; drives people". */
char *dolen_assurance_activity_names (const DolenAssuranceRules *rules,
                                      DolenActivities activities,
                                      DolenLanguage language);

/** dolen_assurance_level: how far @check is called for. */
DolenAssuranceLevel dolen_assurance_level (const DolenAssuranceRules *rules,
                                           DolenGovernance governance,
                                           DolenActivities activities,
                                           const char *check);

G_END_DECLS
