/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-call-draft.h"
#include "app/directory/dolen-call-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenCallRow: one fact on the card of a call: how the directory has it, "Still true", and
 * "Change", which opens the small editor of just that fact beneath it. It shows a draft and says
 * what was touched:
 *
 * Signals: "tick" (gboolean)                      "still true" was ticked or taken back
 *          "change" (const char *field, value)    a text was typed
 *          "capacity" ()                          places and wait were changed: ask for them
 *          "unchange" ()                          it is as it was
 *          "editor" ()                            the whole editor of the listing is asked for
 */
#define DOLEN_TYPE_CALL_ROW (dolen_call_row_get_type ())
G_DECLARE_FINAL_TYPE (DolenCallRow, dolen_call_row, DOLEN, CALL_ROW, GtkListBoxRow)

/** dolen_call_row_new: @fact: (transfer full). @service: as the directory has it; borrowed for the
 *  call. */
GtkWidget *dolen_call_row_new (DolenCallFact *fact, const DolenService *service);

const DolenCallFact *dolen_call_row_get_fact (DolenCallRow *self);

/** dolen_call_row_get_before: (transfer none) (nullable): how the directory has a text of it. */
const char *dolen_call_row_get_before (DolenCallRow *self, const char *field);

/** dolen_call_row_show: as @draft has it; says nothing. */
void dolen_call_row_show (DolenCallRow *self, const DolenCallDraft *draft);

/** dolen_call_row_open: the small editor, as its button does. */
void dolen_call_row_open (DolenCallRow *self);

/** dolen_call_row_read_capacity: (transfer full) (nullable): what was typed of places and wait;
 *  NULL where it cannot be read, and it says so. */
DolenCapacity *dolen_call_row_read_capacity (DolenCallRow *self);

G_END_DECLS
