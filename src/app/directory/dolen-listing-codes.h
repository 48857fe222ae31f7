/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** DolenListingCodes: a field that is a set of codes, each with a tick. */
typedef struct {
  const char *field; /* of dolen_edit_set_field() */
  const char *title; /* msgid */
  const char *const *codes;
  /* (transfer full): one code in words, in the language of the window */
  char *(*words) (const char *code, DolenLanguage language);
  /* (transfer full): the codes of the record, commas between */
  char *(*read) (gconstpointer record);
} DolenListingCodes;

/** dolen_listing_access_codes: how one comes to a service; _attending_codes: where it happens. */
extern const DolenListingCodes dolen_listing_access_codes;
extern const DolenListingCodes dolen_listing_attending_codes;

/** dolen_listing_codes_add: (transfer none): the ticks of the frame's record in @box; each is saved
 *  at once. */
GtkWidget *
dolen_listing_codes_add (DolenListingFrame *frame, GtkBox *box, const DolenListingCodes *codes);

/** dolen_listing_codes_tick: as somebody does it; for tests. */
void dolen_listing_codes_tick (GtkWidget *codes, const char *code, gboolean ticked);

G_END_DECLS
