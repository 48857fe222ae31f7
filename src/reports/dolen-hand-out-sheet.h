/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-scheme.h"
#include "reports/dolen-safe-paper.h"
#include "reports/dolen-sheet.h"

G_BEGIN_DECLS

/*
 * The hand-out that a person takes home: one group or several, in their language. It names no
 * person, and says nothing of funding, of policies and checks, of how a group answered, or of what
 * does not suit. A discreet one names neither a need nor what kind of group it is: telephone and
 * time only.
 */

/** DolenHandOutGroup: one group; (not owned). */
typedef struct {
  const DolenService *service;
  const DolenOrganisation *organisation; /* (nullable) */
  const DolenAppointment *appointment;   /* (nullable) a planned one at or with that group */
  char **why[DOLEN_N_LANGUAGES]; /* (nullable) why it was chosen: sentences to be read aloud */
  char **ask[DOLEN_N_LANGUAGES]; /* (nullable) what to ask first */
} DolenHandOutGroup;

/** DolenHandOutChoices: what the worker and the person have settled. */
typedef struct {
  DolenLanguage language; /* the person's */
  gboolean both;          /* the other language after it */
  gboolean discreet;      /* the paper is not safe at home */
  gboolean map;           /* a map of the way, where the place may be shown */
  gboolean why;
  gboolean ask;
  gboolean cards; /* appointments, to be cut out */
} DolenHandOutChoices;

/** DolenHandOutFrame: what the hand-out is written with; (not owned). */
typedef struct {
  const DolenScheme *scheme;  /* (nullable) */
  const DolenSafePaper *safe; /* needed */
  DolenPosition home;         /* { 0 } unless they said that it may stand on the map */
  const char *worker;         /* (nullable) who goes along, where the appointment does not say */
  DolenDistanceUnit unit;
  const char *today; /* civil date */
} DolenHandOutFrame;

/** dolen_hand_out_sheet_new: (transfer full): of @n groups, at least one. */
DolenSheet *dolen_hand_out_sheet_new (const DolenHandOutGroup *groups,
                                      guint n,
                                      const DolenHandOutChoices *choices,
                                      const DolenHandOutFrame *frame);

/** dolen_hand_out_may_map: (transfer none) (nullable): the venue of @service that a map can show:
 *  its address is not hidden, it wants to stand on maps, and it is known to the street. */
const DolenVenue *dolen_hand_out_may_map (const DolenService *service);

/**
 * dolen_hand_out_reminder:
 *
 * A text for a telephone about the appointment of @group, or else its next session: day, hour,
 * where, telephone; short, and neutral where the choices are discreet. In choices->language.
 *
 * Returns: (transfer full) (nullable): NULL where no day is known
 */
char *dolen_hand_out_reminder (const DolenHandOutGroup *group,
                               const DolenHandOutChoices *choices,
                               const DolenHandOutFrame *frame);

G_END_DECLS
