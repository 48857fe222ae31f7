/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "app/find/dolen-find-filters.h"
#include "app/talk/dolen-talk-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenTalkView: the conversation, with the screen turned towards the person: one question a page,
 * large and calm, then a few suggestions. It fills the window alone (dolen_window_cover()): nothing
 * of others, of funding or of checks is on it. Where case records were open when it began, leaving
 * it locks them, and what was chosen is taken over, or not, by whoever unlocks them. When they lock
 * meanwhile, what was chosen is sealed as a draft, and the view says nothing of it until then.
 *
 * Signal "over" (): it is to be taken away.
 */
#define DOLEN_TYPE_TALK_VIEW (dolen_talk_view_get_type ())
G_DECLARE_FINAL_TYPE (DolenTalkView, dolen_talk_view, DOLEN, TALK_VIEW, AdwBin)

/** DolenTalkTakeFunc: takes what was chosen over into Find, without a person. */
typedef void (*DolenTalkTakeFunc) (const DolenTalkDraft *draft, gpointer user_data);

/**
 * dolen_talk_view_new:
 * @person: (nullable): uid of whom the worker talks with
 * @known: what Find asks for them, or asks now
 * @take: where @person is NULL, told of what was chosen; @data: for it, with @free_data
 *
 * A conversation with them that was interrupted goes on.
 *
 * Returns: (transfer floating)
 */
GtkWidget *dolen_talk_view_new (DolenSession *session,
                                const char *person,
                                const DolenFindFilters *known,
                                DolenTalkTakeFunc take,
                                gpointer data,
                                GDestroyNotify free_data);

/** dolen_talk_view_get_draft: (transfer none): what is chosen now; nothing while it is locked. */
const DolenTalkDraft *dolen_talk_view_get_draft (DolenTalkView *self);

/** dolen_talk_view_leave: as if the window were closed: asks for the screen to be turned back.
 *  Returns: whether the window may close now. */
gboolean dolen_talk_view_leave (GtkWidget *view);

/** dolen_talk_view_is_busy: suggestions are being looked for. */
gboolean dolen_talk_view_is_busy (DolenTalkView *self);

/** dolen_talk_view_review: what was chosen, for the worker, as after unlocking; for the tour. */
void dolen_talk_view_review (DolenTalkView *self);

/** dolen_talk_view_show_draft: @draft: (transfer full): shows it; for the tour and tests. */
void dolen_talk_view_show_draft (DolenTalkView *self, DolenTalkDraft *draft);

G_END_DECLS
