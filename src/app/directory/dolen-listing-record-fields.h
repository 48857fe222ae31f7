/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-fields.h"
#include "app/directory/dolen-listing-frame.h"

G_BEGIN_DECLS

/** DolenListingRecordForm: a form whose keys are fields of a record itself. Static. */
typedef struct {
  const DolenListingField *fields;
  DolenListingProblemFunc problem; /* (nullable) */
  /* (transfer full): what is stored */
  DolenListingValues *(*read) (gconstpointer record);
} DolenListingRecordForm;

/** dolen_listing_record_fields_add: the form in @box, each field saved when a person goes on.
 *  Returns: (transfer none): for tests. */
DolenListingFields *dolen_listing_record_fields_add (DolenListingFrame *frame,
                                                     GtkBox *box,
                                                     const DolenListingRecordForm *form);

G_END_DECLS
