/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenPlaceEntry: where from: a town, a village or a postcode, with the places of the bundled
 * gazetteer that begin so below it. What is typed is asked of nothing outside this machine. Signal
 * "changed" () when another place was settled on: chosen, or Enter, or the focus left.
 */
#define DOLEN_TYPE_PLACE_ENTRY (dolen_place_entry_get_type ())
G_DECLARE_FINAL_TYPE (DolenPlaceEntry, dolen_place_entry, DOLEN, PLACE_ENTRY, AdwBin)

GtkWidget *dolen_place_entry_new (void);

/** dolen_place_entry_get_place: (transfer none): as settled; "" for none. */
const char *dolen_place_entry_get_place (DolenPlaceEntry *self);
/** dolen_place_entry_set_place: (nullable) without "changed". */
void dolen_place_entry_set_place (DolenPlaceEntry *self, const char *place);

G_END_DECLS
