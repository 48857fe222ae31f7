/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/talk/dolen-talk-view.h"

G_BEGIN_DECLS

/**
 * dolen_talk_open:
 * @from: a widget of the window whose place it takes
 * @person: (nullable) uid; needs open case records
 * @known: (nullable): what Find asks; NULL: what @person said of themselves
 * @take: (nullable): where @person is NULL; as in dolen_talk_view_new()
 *
 * Turns the whole window over to a conversation (dolen-talk-view.h) until it is over. Returns:
 * (transfer none) (nullable): the view; NULL where there is one already, or no such person.
 */
DolenTalkView *dolen_talk_open (GtkWidget *from,
                                DolenSession *session,
                                const char *person,
                                const DolenFindFilters *known,
                                DolenTalkTakeFunc take,
                                gpointer data,
                                GDestroyNotify free_data);

G_END_DECLS
