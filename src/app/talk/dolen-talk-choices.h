/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/talk/dolen-talk-view-private.h"

G_BEGIN_DECLS

/* Tiles that say something: what each of them changes in the draft. */

typedef enum {
  DOLEN_TALK_CHOICE_TERM,
  DOLEN_TALK_CHOICE_MEANS,
  DOLEN_TALK_CHOICE_FAR,
  DOLEN_TALK_CHOICE_DAY,
  DOLEN_TALK_CHOICE_TIME,
  DOLEN_TALK_CHOICE_MINUTES,
} DolenTalkChoiceOf;

typedef struct {
  DolenTalkChoiceOf of;
  DolenTermKind kind; /* of TERM */
  const char *code;   /* of TERM; the vocabulary's */
  guint bit;          /* of MEANS, DAY, TIME */
  double km;          /* of FAR */
  int minutes;        /* of MINUTES */
} DolenTalkChoice;

/** dolen_talk_choice_is_made: whether the draft says so. */
gboolean dolen_talk_choice_is_made (const DolenTalkChoice *choice, const DolenTalkDraft *draft);

/** dolen_talk_choice_make: (transfer full): the draft that says so, or does not. */
DolenTalkDraft *
dolen_talk_choice_make (const DolenTalkChoice *choice, const DolenTalkDraft *draft, gboolean on);

/** dolen_talk_choice_tile_new: (transfer floating): a tile of @self that makes it. @icon:
 * (nullable)
 */
GtkWidget *dolen_talk_choice_tile_new (DolenTalkView *self,
                                       const DolenTalkChoice *choice,
                                       const char *icon,
                                       const char *words);

G_END_DECLS
