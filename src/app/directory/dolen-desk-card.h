/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/keeping/dolen-queue.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_desk_card_new: (transfer floating): the card of a row that needs no call: what there is to
 *  look at, and what settles it. A kind that has something of its own to show has a line in the
 *  table of dolen-desk-card.c. */
GtkWidget *dolen_desk_card_new (DolenSession *session, const DolenQueueItem *item);

/** DolenDeskFill: puts what a kind has to show into @box. */
typedef void (*DolenDeskFill) (GtkBox *box, DolenSession *session, const DolenQueueItem *item);

/** dolen_desk_fill_clashes: both values with their days; keep ours, or take theirs. */
void dolen_desk_fill_clashes (GtkBox *box, DolenSession *session, const DolenQueueItem *item);

/** dolen_desk_fill_alike: both records beside one another; keep the one or the other, or say that
 *  they are two. */
void dolen_desk_fill_alike (GtkBox *box, DolenSession *session, const DolenQueueItem *item);

/** dolen_desk_fill_suggestions: what a link worker suggests; accept, or decline. */
void dolen_desk_fill_suggestions (GtkBox *box, DolenSession *session, const DolenQueueItem *item);

/** dolen_desk_fill_oddities: what is odd in it; close or pause it where its name says that it is.
 */
void dolen_desk_fill_oddities (GtkBox *box, DolenSession *session, const DolenQueueItem *item);

/** dolen_desk_fill_tags: the words it is found under that only a rule has read: confirm each, or
 *  take it off. */
void dolen_desk_fill_tags (GtkBox *box, DolenSession *session, const DolenQueueItem *item);

/** dolen_desk_section_new: (transfer floating): a heading over @list, which says itself by it. */
GtkWidget *dolen_desk_section_new (const char *title, GtkWidget *list);

G_END_DECLS
