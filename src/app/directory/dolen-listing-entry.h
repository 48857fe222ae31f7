/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * One input of a form: its title above it, and beneath it what is wrong or else a hint. Says
 * "typed" () after each change by a person and "left" () when they go on: Enter, another field, a
 * choice made.
 */
#define DOLEN_TYPE_LISTING_ENTRY (dolen_listing_entry_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingEntry, dolen_listing_entry, DOLEN, LISTING_ENTRY, AdwBin)

/** dolen_listing_entry_new: @field is static. */
GtkWidget *dolen_listing_entry_new (const DolenListingField *field);

/** dolen_listing_entry_new_titled: with another title, translated: where two fields are the same
 *  but for their language. */
GtkWidget *dolen_listing_entry_new_titled (const DolenListingField *field, const char *title);

const DolenListingField *dolen_listing_entry_get_field (DolenListingEntry *self);

/** dolen_listing_entry_set_text: shows a value of the field; says nothing. */
void dolen_listing_entry_set_text (DolenListingEntry *self, const char *text);
/** dolen_listing_entry_dup_text: (transfer full): what stands there. */
char *dolen_listing_entry_dup_text (DolenListingEntry *self);

/** dolen_listing_entry_type: as if a person typed @text and went on; for tests and the tour. */
void dolen_listing_entry_type (DolenListingEntry *self, const char *text);

/** dolen_listing_entry_set_problem: (nullable): what is wrong with it. */
void dolen_listing_entry_set_problem (DolenListingEntry *self, const char *problem);
const char *dolen_listing_entry_get_problem (DolenListingEntry *self);

/** dolen_listing_entry_set_suffix: a widget at the end of the title. */
void dolen_listing_entry_set_suffix (DolenListingEntry *self, GtkWidget *suffix);

void dolen_listing_entry_focus (DolenListingEntry *self);

G_END_DECLS
