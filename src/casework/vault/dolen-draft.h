/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DolenDraft: what was being typed in a form. Sealed like an event, but a table of its own: a newer
 * draft of the same form takes the place of the older, and nothing of it stays.
 */
typedef struct {
  char *kind;    /* which form: "note", "person", "referral" ... */
  char *subject; /* (nullable) uid of the person it is about */
  char *json;    /* what stood in it; the form's own */
  gint64 saved;  /* instant */
} DolenDraft;

void dolen_draft_free (DolenDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenDraft, dolen_draft_free)

G_END_DECLS
