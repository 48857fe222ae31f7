/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-entry.h"

G_BEGIN_DECLS

/** DolenListingProblemFunc: (transfer full) (nullable): what is wrong with the field @key beyond
 *  that its text cannot be read: that it is missing, or does not go with another. */
typedef char *(*DolenListingProblemFunc) (const DolenListingValues *values, const char *key);

/** DolenListingShowsFunc: whether the field makes sense as the others stand. */
typedef gboolean (*DolenListingShowsFunc) (const DolenListingValues *values, const char *key);

/*
 * The inputs of a form beneath each other, those that fit in pairs. Signal "left" (const char *key)
 * when a person goes on after a change of that field; what is wrong stands at its field by then.
 */
#define DOLEN_TYPE_LISTING_FIELDS (dolen_listing_fields_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingFields, dolen_listing_fields, DOLEN, LISTING_FIELDS, AdwBin)

/** dolen_listing_fields_new: @problem, @shows: (nullable) */
GtkWidget *dolen_listing_fields_new (const DolenListingField *fields,
                                     DolenListingProblemFunc problem,
                                     DolenListingShowsFunc shows);

/** dolen_listing_fields_show: what is stored. A field that a person has changed since it was last
 *  shown keeps what they typed. */
void dolen_listing_fields_show (DolenListingFields *self, const DolenListingValues *stored);

/** dolen_listing_fields_clear: empty, as if nothing were stored: for a form that does an act. */
void dolen_listing_fields_clear (DolenListingFields *self);

/** dolen_listing_fields_get: (transfer none): as the form stands. */
const DolenListingValues *dolen_listing_fields_get (DolenListingFields *self);

/** dolen_listing_fields_get_stored: (transfer none): what was last shown as stored. */
const DolenListingValues *dolen_listing_fields_get_stored (DolenListingFields *self);

/** dolen_listing_fields_has_problem: whether anything is wrong; @key: (nullable): with that field
 */
gboolean dolen_listing_fields_has_problem (DolenListingFields *self, const char *key);

/** dolen_listing_fields_get_entry: (transfer none): the input of @key, for tests and the tour. */
DolenListingEntry *dolen_listing_fields_get_entry (DolenListingFields *self, const char *key);

/** dolen_listing_fields_leave: as if a person left the field they are in: nothing typed is lost. */
void dolen_listing_fields_leave (DolenListingFields *self);

G_END_DECLS
