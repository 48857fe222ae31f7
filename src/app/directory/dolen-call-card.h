/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-call-draft.h"
#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenCallCard: a call in one screen: the number, what came of it, what to ask and each fact to be
 * read out by itself, when to try again. It shows a draft; saving is one entry of the history.
 *
 * Signal "saved" (): it was written; its toast offers to undo it.
 */
#define DOLEN_TYPE_CALL_CARD (dolen_call_card_get_type ())
G_DECLARE_FINAL_TYPE (DolenCallCard, dolen_call_card, DOLEN, CALL_CARD, AdwBin)

/**
 * dolen_call_card_new:
 * @items: (element-type DolenQueueItem): the page of the queue; the card keeps a reference
 * @item: the one of them that the card is about
 * @draft: (transfer full) (nullable): what stood on its card before
 */
GtkWidget *dolen_call_card_new (DolenSession *session,
                                GPtrArray *items,
                                const DolenQueueItem *item,
                                const DolenKeepingRules *rules,
                                DolenCallDraft *draft);

/** dolen_call_card_get_item: (transfer none): the row of the queue it is about. */
const DolenQueueItem *dolen_call_card_get_item (DolenCallCard *self);

/** dolen_call_card_get_draft: (transfer none): what stands on it now. */
const DolenCallDraft *dolen_call_card_get_draft (DolenCallCard *self);

/** dolen_call_card_set_outcome: as its button does. */
void dolen_call_card_set_outcome (DolenCallCard *self, DolenCallOutcome outcome);

/** dolen_call_card_save: as its button does; FALSE where it cannot be saved yet. */
gboolean dolen_call_card_save (DolenCallCard *self);

/** dolen_call_card_write: "Write to Them", as its button does. */
void dolen_call_card_write (DolenCallCard *self);

/** dolen_call_card_get_row: (transfer none) (nullable): the row of a fact of a listing, to tick it
 *  or change it. */
GtkWidget *dolen_call_card_get_row (DolenCallCard *self, const char *service, const char *fact);

G_END_DECLS
