/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"
#include "app/directory/dolen-listing-part-form.h"

G_BEGIN_DECLS

/*
 * A list that hangs on a record: each element in words, with "Change" that unfolds its form beneath
 * it and "Remove"; and a button that adds one. What is filled in is saved as one goes, as soon as
 * nothing in the form is wrong.
 */
#define DOLEN_TYPE_LISTING_PART (dolen_listing_part_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingPart, dolen_listing_part, DOLEN, LISTING_PART, AdwBin)

/** dolen_listing_part_add: such a list in @box. Returns: (transfer none) */
DolenListingPart *
dolen_listing_part_add (DolenListingFrame *frame, GtkBox *box, const DolenListingPartForm *form);

/** DolenListingExtra: (transfer floating) (nullable): a button beside "Remove", for one element. */
typedef GtkWidget *(*DolenListingExtra) (DolenListingFrame *frame, const char *key);
void dolen_listing_part_set_extra (DolenListingPart *self, DolenListingExtra extra);

/** DolenListingExtraShow: what @extra shows of the element as it is stored now. */
typedef void (*DolenListingExtraShow) (DolenListingFrame *frame, GtkWidget *extra, const char *key);
void dolen_listing_part_set_extra_show (DolenListingPart *self, DolenListingExtraShow show);

/** DolenListingSave: saves the field @key of a stored element by other means than the list it
 * stands in. FALSE: as usual. */
typedef gboolean (*DolenListingSave) (DolenListingFrame *frame,
                                      const char *key,
                                      const char *field,
                                      const DolenListingValues *values);
void dolen_listing_part_set_save (DolenListingPart *self, DolenListingSave func);

/** dolen_listing_part_open: unfolds the form of an element, a new one where @key is NULL. Returns:
 *  (transfer none) (nullable): its form. */
DolenListingFields *dolen_listing_part_open (DolenListingPart *self, const char *key);

/** dolen_listing_part_open_first: the form of the first element, where there is one. */
void dolen_listing_part_open_first (DolenListingPart *self);

/** dolen_listing_part_count: how many elements are shown, new ones too. */
guint dolen_listing_part_count (DolenListingPart *self);

G_END_DECLS
