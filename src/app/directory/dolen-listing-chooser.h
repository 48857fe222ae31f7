/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Chooses another service, organisation or place of the directory by its name: a button that says
 * which is chosen and opens a search. Signal "chosen" (const char *uid), NULL: none any more.
 */
#define DOLEN_TYPE_LISTING_CHOOSER (dolen_listing_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingChooser, dolen_listing_chooser, DOLEN, LISTING_CHOOSER, AdwBin)

/** dolen_listing_chooser_new: @kind: "service", "organisation" or "venue"; @title: what is chosen.
 */
GtkWidget *dolen_listing_chooser_new (DolenSession *session, const char *kind, const char *title);

/** dolen_listing_chooser_set: @uid: (nullable): shows which is chosen; says nothing. */
void dolen_listing_chooser_set (DolenListingChooser *self, const char *uid);
const char *dolen_listing_chooser_get (DolenListingChooser *self);

G_END_DECLS
