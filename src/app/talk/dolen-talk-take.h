/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "app/talk/dolen-talk-changes.h"

G_BEGIN_DECLS

/* What came out of a conversation, for the worker: told, and taken over. */

/** dolen_talk_take_list: (transfer full) (element-type DolenTalkChange): what would be another, in
 *  the language of the window. @person: (nullable) uid; @known: what Find asks without one. */
GPtrArray *dolen_talk_take_list (DolenSession *session,
                                 const char *person,
                                 const DolenFindFilters *known,
                                 const DolenTalkDraft *draft);

/** dolen_talk_take_over: into the record of @person; what they would like onto their shortlist,
 * what they would not among what is not for them; all of it is taken back by one undo. @error: as
 * the acts of casework; what was done before it failed is taken back. */
gboolean dolen_talk_take_over (DolenSession *session,
                               const char *person,
                               const DolenTalkDraft *draft,
                               GError **error);

G_END_DECLS
