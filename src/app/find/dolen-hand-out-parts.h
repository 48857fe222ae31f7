/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "casework/records/dolen-person.h"
#include "matching/dolen-profile.h"
#include "reports/dolen-hand-out-reasons.h"
#include "reports/dolen-hand-out-sheet.h"

G_BEGIN_DECLS

/*
 * What a hand-out is made of: the services with all that is known of them, planned appointments,
 * whether the paper may harm, and (when the worker has found them) the reasons in both languages.
 */

/** DolenHandOutPart: one service. */
typedef struct {
  DolenService *service;           /* (owned) */
  DolenOrganisation *organisation; /* (owned) (nullable) */
  DolenAppointment *appointment;   /* (owned) (nullable) the next one, at that group */
  DolenHandOutReasons said[DOLEN_N_LANGUAGES];
} DolenHandOutPart;

typedef struct {
  DolenSession *session;       /* (owned) */
  DolenPerson *person;         /* (owned) (nullable) */
  DolenVocabulary *vocabulary; /* (owned) */
  DolenSafePaper *safe;        /* (owned) */
  DolenProfile *profile;       /* (owned) (nullable) what they look for */
  GPtrArray *parts;            /* DolenHandOutPart; at least one */
  DolenPosition home;          /* { 0 } not known */
  gboolean asks;               /* it is to be asked whether the paper is safe at home */
} DolenHandOutParts;

/**
 * dolen_hand_out_parts_new:
 * @person: (nullable): uid of whom it is for
 * @services: uids; those that are in the directory no more are left out
 * @profile: (nullable): what is looked for; NULL: what the person said of themselves
 * @error: of the vocabulary or the list of what a paper may not say; DOLEN_ERROR_NOT_FOUND where no
 *   service is left
 *
 * Returns: (transfer full) (nullable)
 */
DolenHandOutParts *dolen_hand_out_parts_new (DolenSession *session,
                                             const char *person,
                                             const char *const *services,
                                             const DolenProfile *profile,
                                             GError **error);
void dolen_hand_out_parts_free (DolenHandOutParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenHandOutParts, dolen_hand_out_parts_free)

/** dolen_hand_out_parts_has_cards, _has_map: whether there is one for any of the services. */
gboolean dolen_hand_out_parts_has_cards (const DolenHandOutParts *parts);
gboolean dolen_hand_out_parts_has_map (const DolenHandOutParts *parts);

/** dolen_hand_out_parts_find_reasons: has the worker find why each was chosen, in both languages;
 *  @done is called with @owner (kept alive) when they stand in @parts, which @owner holds; never
 *  where nothing is looked for. */
void dolen_hand_out_parts_find_reasons (DolenHandOutParts *parts,
                                        GCancellable *cancellable,
                                        void (*done) (gpointer owner),
                                        gpointer owner);

/** dolen_hand_out_parts_sheet: (transfer full): @home: their own place stands on the map. */
DolenSheet *dolen_hand_out_parts_sheet (const DolenHandOutParts *parts,
                                        const DolenHandOutChoices *choices,
                                        gboolean home);

/** dolen_hand_out_parts_reminder: (transfer full) (nullable): of part @i. */
char *dolen_hand_out_parts_reminder (const DolenHandOutParts *parts,
                                     guint i,
                                     const DolenHandOutChoices *choices);

G_END_DECLS
