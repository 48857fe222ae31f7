/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * What kind of place a venue is, read from its name: for somebody who will not set foot in a school
 * or a church hall again, however good the group is. The words are data
 * (data/vocabulary/places.json). A road that is named after a church is none, and of what was a
 * school once nothing is said.
 */
typedef enum {
  DOLEN_PLACE_SCHOOL = 1 << 0,
  DOLEN_PLACE_CHURCH = 1 << 1,   /* any place of worship, and its hall */
  DOLEN_PLACE_HOSPITAL = 1 << 2, /* a hospital, surgery or clinic */
  DOLEN_PLACE_PUB = 1 << 3,      /* a pub, a bar, a club that serves alcohol */
  DOLEN_PLACE_COUNCIL = 1 << 4,  /* a council office, a jobcentre */
  DOLEN_PLACE_POLICE = 1 << 5,   /* a police station, a court, a prison */
  DOLEN_PLACE_COLLEGE = 1 << 6,
  DOLEN_PLACE_LEISURE = 1 << 7, /* a leisure centre, a gym, a pool */
  DOLEN_PLACE_LIBRARY = 1 << 8,
  DOLEN_PLACE_CAFE = 1 << 9,
  DOLEN_PLACE_HALL = 1 << 10,    /* a village hall, a community centre */
  DOLEN_PLACE_OUTSIDE = 1 << 11, /* a park, a garden, a wood, a beach */
} DolenPlaceKind;

#define DOLEN_N_PLACE_KINDS 12

/** dolen_place_kind_code: (nullable): of one bit: "church"; NULL for no such bit. */
const char *dolen_place_kind_code (DolenPlaceKind kind);

/** dolen_place_kind_from_code: (out): the bit; 0 where the code is not known. */
guint dolen_place_kind_from_code (const char *code);

/** dolen_place_kind_label: (transfer none): of one bit: "A church, chapel or other place of
 *  worship". */
const char *dolen_place_kind_label (DolenPlaceKind kind, DolenLanguage language);

/**
 * dolen_place_kinds_read:
 * @name: (nullable): of a venue, in either language
 *
 * In well under a microsecond; safe in any thread.
 *
 * Returns: DolenPlaceKind bits; 0 where the name does not say
 */
guint dolen_place_kinds_read (const char *name);

/** dolen_place_kinds_check: whether the installed words can be read.
 * @error: DOLEN_ERROR_INVALID: the file is not right, and where */
gboolean dolen_place_kinds_check (GError **error);

G_END_DECLS
