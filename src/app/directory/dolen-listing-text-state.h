/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-bilingual.h"

G_BEGIN_DECLS

/** DolenListingTextState: what stands beneath one side of a text in both languages. */
typedef struct {
  const char *words;  /* not owned; in the language of the window */
  gboolean can_check; /* "Mark as checked" makes sense: it stands there, saved, and is not */
} DolenListingTextState;

/**
 * dolen_listing_text_state:
 * @stored: the text as it is kept
 * @side: of which side
 * @typed_en: both sides as they are typed
 *
 * What will be known of the side once what is typed is saved: typing in one language says at once
 * that the other will be out of date.
 */
DolenListingTextState dolen_listing_text_state (const DolenBilingual *stored,
                                                DolenLanguage side,
                                                const char *typed_en,
                                                const char *typed_cy);

G_END_DECLS
