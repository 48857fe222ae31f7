/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-entry.h"
#include "app/directory/dolen-listing-frame.h"

G_BEGIN_DECLS

/*
 * One text in Welsh and English, side by side, each with what is known of it and "Mark as
 * Checked". What is typed is saved when a person goes on.
 */
#define DOLEN_TYPE_LISTING_TEXTS (dolen_listing_texts_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingTexts, dolen_listing_texts, DOLEN, LISTING_TEXTS, AdwBin)

/** DolenListingTextSpec: static. */
typedef struct {
  const char *field;       /* "name": the columns name_en and name_cy */
  const char *in_welsh;    /* msgid: "Name in Welsh" */
  const char *in_english;  /* msgid */
  DolenListingInput input; /* a line or a text */
  gsize offset;            /* of the DolenBilingual in the record */
} DolenListingTextSpec;

/** dolen_listing_texts_new: @kind: "service", "organisation"; @uid: of the record. */
GtkWidget *dolen_listing_texts_new (DolenSession *session,
                                    const char *kind,
                                    const char *uid,
                                    const DolenListingTextSpec *spec);

/** dolen_listing_texts_add: such a text of the frame's record in @box. Returns: (transfer none) */
DolenListingTexts *
dolen_listing_texts_add (DolenListingFrame *frame, GtkBox *box, const DolenListingTextSpec *spec);

/** dolen_listing_texts_show: the stored text of @record. What somebody is typing stays. */
void dolen_listing_texts_show (DolenListingTexts *self, gconstpointer record);

/** dolen_listing_texts_get_entry: (transfer none): one side, for tests and the tour. */
DolenListingEntry *dolen_listing_texts_get_entry (DolenListingTexts *self, DolenLanguage side);

/** dolen_listing_texts_leave: as if a person left it: nothing typed is lost. */
void dolen_listing_texts_leave (DolenListingTexts *self);

G_END_DECLS
