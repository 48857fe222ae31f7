/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-text-state.h"

#include "base/dolen-text.h"

#include <glib/gi18n.h>

static const char *
say_state (DolenTextState state, DolenLanguage side)
{
  switch (state) {
  case DOLEN_TEXT_GIVEN:
    /* Translators: of a text (testun, masc.): a feed brought it. */
    return _ ("From a feed, not checked");
  case DOLEN_TEXT_DRAFT:
    /* Translators: of a text (testun, masc.): nobody who speaks the language has read it. */
    return _ ("Draft, not checked");
  case DOLEN_TEXT_CHECKED:
    /* Translators: of a text (testun, masc.): somebody who speaks the language wrote or read it. */
    return _ ("Checked");
  case DOLEN_TEXT_OUT_OF_DATE:
    return side == DOLEN_LANGUAGE_CY ? _ ("Out of date: the English has changed since")
                                     : _ ("Out of date: the Welsh has changed since");
  case DOLEN_TEXT_MISSING:
  default:
    /* Translators: of a text (testun, masc.): it is not there in this language. */
    return _ ("Missing");
  }
}

/* Returns: whether @typed is another text than the stored one. */
static gboolean
follow (DolenBilingual *text, const DolenBilingual *stored, DolenLanguage side, const char *typed)
{
  g_autofree char *clean = dolen_text_clean (typed);

  if (g_strcmp0 (clean, dolen_bilingual_peek (stored, side)) == 0)
    return FALSE;
  dolen_bilingual_set (text, side, clean, DOLEN_TEXT_CHECKED);
  return TRUE;
}

DolenListingTextState
dolen_listing_text_state (const DolenBilingual *stored,
                          DolenLanguage side,
                          const char *typed_en,
                          const char *typed_cy)
{
  g_auto (DolenBilingual) text = { 0 };
  gboolean en, cy, typed;
  DolenTextState state;

  dolen_bilingual_copy (&text, stored);
  en = follow (&text, stored, DOLEN_LANGUAGE_EN, typed_en);
  cy = follow (&text, stored, DOLEN_LANGUAGE_CY, typed_cy);
  typed = side == DOLEN_LANGUAGE_CY ? cy : en;
  state = dolen_bilingual_state (&text, side);
  return (DolenListingTextState){
    .words = say_state (state, side),
    .can_check = !typed && state != DOLEN_TEXT_MISSING && state != DOLEN_TEXT_CHECKED
                 && state == dolen_bilingual_state (stored, side),
  };
}
