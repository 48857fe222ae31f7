/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the ids begin that are made of what a row of a table says (dolen-made-ids.h). */

/** DOLEN_MADE_ID: of a group; "|" stands between name, organisation and postcode. */
#define DOLEN_MADE_ID "name:"

/** DOLEN_MADE_PLACE: of the place a row names. */
#define DOLEN_MADE_PLACE "place:"

/** DOLEN_HIDDEN_ID: of the hash that stands in the place of one. */
#define DOLEN_HIDDEN_ID "made:"
