/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-bilingual.h"

#include "base/dolen-text.h"

static const char *const state_codes[] = { "missing", "given", "draft", "checked", "out-of-date" };
G_STATIC_ASSERT (G_N_ELEMENTS (state_codes) == DOLEN_N_TEXT_STATES);

const char *
dolen_text_state_code (DolenTextState state)
{
  g_return_val_if_fail (state < DOLEN_N_TEXT_STATES, "missing");
  return state_codes[state];
}

DolenTextState
dolen_text_state_from_code (const char *code)
{
  for (guint i = 0; i < DOLEN_N_TEXT_STATES; i++)
    if (g_strcmp0 (code, state_codes[i]) == 0)
      return (DolenTextState) i;
  return DOLEN_TEXT_MISSING;
}

static char **
get_side (DolenBilingual *text, DolenLanguage language)
{
  return language == DOLEN_LANGUAGE_CY ? &text->cy : &text->en;
}

static DolenTextState *
get_state (DolenBilingual *text, DolenLanguage language)
{
  return language == DOLEN_LANGUAGE_CY ? &text->cy_state : &text->en_state;
}

void
dolen_bilingual_init (DolenBilingual *text)
{
  *text = (DolenBilingual){ 0 };
}

void
dolen_bilingual_clear (DolenBilingual *text)
{
  g_free (text->en);
  g_free (text->cy);
  dolen_bilingual_init (text);
}

void
dolen_bilingual_copy (DolenBilingual *to, const DolenBilingual *from)
{
  if (to == from)
    return;
  dolen_bilingual_clear (to);
  to->en = g_strdup (from->en);
  to->cy = g_strdup (from->cy);
  to->en_state = from->en_state;
  to->cy_state = from->cy_state;
}

gboolean
dolen_bilingual_equal (const DolenBilingual *a, const DolenBilingual *b)
{
  return a->en_state == b->en_state && a->cy_state == b->cy_state && g_strcmp0 (a->en, b->en) == 0
         && g_strcmp0 (a->cy, b->cy) == 0;
}

gboolean
dolen_bilingual_is_empty (const DolenBilingual *text)
{
  return text->en == NULL && text->cy == NULL;
}

const char *
dolen_bilingual_peek (const DolenBilingual *text, DolenLanguage language)
{
  return language == DOLEN_LANGUAGE_CY ? text->cy : text->en;
}

DolenTextState
dolen_bilingual_state (const DolenBilingual *text, DolenLanguage language)
{
  return language == DOLEN_LANGUAGE_CY ? text->cy_state : text->en_state;
}

DolenLanguage
dolen_bilingual_shown (const DolenBilingual *text, DolenLanguage language)
{
  DolenLanguage other = dolen_language_other (language);

  if (dolen_bilingual_peek (text, language) != NULL || dolen_bilingual_peek (text, other) == NULL)
    return language;
  return other;
}

const char *
dolen_bilingual_get (const DolenBilingual *text, DolenLanguage language)
{
  const char *side = dolen_bilingual_peek (text, dolen_bilingual_shown (text, language));
  return side != NULL ? side : "";
}

gboolean
dolen_bilingual_set (DolenBilingual *text,
                     DolenLanguage language,
                     const char *value,
                     DolenTextState state)
{
  char **side = get_side (text, language);
  DolenTextState *own = get_state (text, language);
  DolenTextState *other = get_state (text, dolen_language_other (language));
  gboolean same, catching_up = *own == DOLEN_TEXT_MISSING || *own == DOLEN_TEXT_OUT_OF_DATE;

  if (dolen_text_is_empty (value)) {
    value = NULL;
    state = DOLEN_TEXT_MISSING;
  } else if (state == DOLEN_TEXT_MISSING) {
    state = DOLEN_TEXT_DRAFT;
  }
  same = g_strcmp0 (*side, value) == 0;
  if (same && *own == state)
    return FALSE;
  if (!same) {
    char *copy = g_strdup (value);

    g_free (*side);
    *side = copy;
    if (!catching_up && value != NULL && *other != DOLEN_TEXT_MISSING)
      *other = DOLEN_TEXT_OUT_OF_DATE;
  }
  *own = state;
  return TRUE;
}

static void
load_side (char **side, DolenTextState *own, const char *value, DolenTextState state)
{
  if (dolen_text_is_empty (value)) {
    *side = NULL;
    *own = DOLEN_TEXT_MISSING;
  } else {
    *side = g_strdup (value);
    *own = state == DOLEN_TEXT_MISSING ? DOLEN_TEXT_GIVEN : state;
  }
}

void
dolen_bilingual_load (DolenBilingual *text,
                      const char *en,
                      DolenTextState en_state,
                      const char *cy,
                      DolenTextState cy_state)
{
  DolenBilingual loaded;

  load_side (&loaded.en, &loaded.en_state, en, en_state);
  load_side (&loaded.cy, &loaded.cy_state, cy, cy_state);
  dolen_bilingual_clear (text);
  *text = loaded;
}
