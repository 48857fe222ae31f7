/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/** DolenGroupDraft: what stands in the form "Add a group", as typed. Texts are never NULL. */
typedef struct {
  char *name_en;
  char *name_cy;
  char *description;  /* in the language of the window */
  char *organisation; /* who runs it; blank: the group itself is all there is */
  char *venue;
  char *address;
  char *town;
  char *postcode;
  guint days;      /* bit 0 Monday ... bit 6 Sunday */
  int every_weeks; /* 1, 2; 0 not known */
  char *opens;
  char *closes;
  char *when; /* in words, where days and times do not say it */
  char *contact;
  char *phone;
  char *email;
  DolenPermission permission;
  char *cost; /* in words */
  gboolean free;
  gboolean in_welsh;
  gboolean in_english;
  DolenCapacityStatus status;
  int places; /* -1 not known */
} DolenGroupDraft;

DolenGroupDraft *dolen_group_draft_new (void);
void dolen_group_draft_free (DolenGroupDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenGroupDraft, dolen_group_draft_free)

/** DolenGroupProblem: bits; what must be put right before the group can be added. */
typedef enum {
  DOLEN_GROUP_NO_NAME = 1 << 0,
  DOLEN_GROUP_BAD_POSTCODE = 1 << 1,
  DOLEN_GROUP_BAD_OPENS = 1 << 2,
  DOLEN_GROUP_BAD_CLOSES = 1 << 3,
  DOLEN_GROUP_BAD_PHONE = 1 << 4,
  DOLEN_GROUP_BAD_EMAIL = 1 << 5,
} DolenGroupProblem;

/** dolen_group_draft_check: the problems, 0 where there are none. */
guint dolen_group_draft_check (const DolenGroupDraft *draft);

/** dolen_group_draft_is_empty: nothing has been typed. */
gboolean dolen_group_draft_is_empty (const DolenGroupDraft *draft);

/** dolen_group_draft_to_service: (transfer full): the service of a draft without problems, with its
 *  venue (a position from the bundled gazetteer), schedule, contact, cost, languages and a first
 *  capacity report as of today. @language: of the description. */
DolenService *dolen_group_draft_to_service (const DolenGroupDraft *draft, DolenLanguage language);

/** dolen_group_time_parse: (transfer full) (nullable): "10:00" for a time of day as typed: "10",
 *  "10.00", "10:00", "2pm", "2:30 pm"; NULL where it is none. */
char *dolen_group_time_parse (const char *typed);

G_END_DECLS
