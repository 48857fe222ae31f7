/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenTextState: what is known of one side of a bilingual text. Kept in files by its code. */
typedef enum {
  DOLEN_TEXT_MISSING,     /* "missing": there is none */
  DOLEN_TEXT_GIVEN,       /* "given": came from a feed; the language was not labelled */
  DOLEN_TEXT_DRAFT,       /* "draft": nobody who speaks the language has read it */
  DOLEN_TEXT_CHECKED,     /* "checked": written or read by somebody who speaks the language */
  DOLEN_TEXT_OUT_OF_DATE, /* "out-of-date": the other side has changed since */
} DolenTextState;

#define DOLEN_N_TEXT_STATES 5

/** dolen_text_state_code: the word kept in databases and files. */
const char *dolen_text_state_code (DolenTextState state);

/** dolen_text_state_from_code: MISSING for NULL and for what is not known. */
DolenTextState dolen_text_state_from_code (const char *code);

/**
 * DolenBilingual: one text in both languages. A zeroed struct is an empty text. A side is NULL
 * exactly when its state is MISSING.
 */
typedef struct {
  char *en; /* (owned) (nullable) */
  char *cy; /* (owned) (nullable) */
  DolenTextState en_state;
  DolenTextState cy_state;
} DolenBilingual;

/** dolen_bilingual_init: an empty text in memory not yet used. */
void dolen_bilingual_init (DolenBilingual *text);

/** dolen_bilingual_clear: frees both sides and leaves an empty text. */
void dolen_bilingual_clear (DolenBilingual *text);

/** dolen_bilingual_copy: replaces what @to holds by a copy of @from. */
void dolen_bilingual_copy (DolenBilingual *to, const DolenBilingual *from);

/** dolen_bilingual_equal: same texts and same states. */
gboolean dolen_bilingual_equal (const DolenBilingual *a, const DolenBilingual *b);

/** dolen_bilingual_is_empty: neither side is there. */
gboolean dolen_bilingual_is_empty (const DolenBilingual *text);

/** dolen_bilingual_get: the text to show, in the other language if need be; "" if there is none,
 *  never NULL. */
const char *dolen_bilingual_get (const DolenBilingual *text, DolenLanguage language);

/** dolen_bilingual_peek: (nullable): exactly that side. */
const char *dolen_bilingual_peek (const DolenBilingual *text, DolenLanguage language);
DolenTextState dolen_bilingual_state (const DolenBilingual *text, DolenLanguage language);

/** dolen_bilingual_shown: the language dolen_bilingual_get() answers in, for the lang of a label.
 */
DolenLanguage dolen_bilingual_shown (const DolenBilingual *text, DolenLanguage language);

/**
 * dolen_bilingual_set:
 * @language: which side
 * @value: (nullable): the text; NULL or blank removes the side
 * @state: what is known of it; MISSING is read as DRAFT where there is a text
 *
 * An edit: the other side, where there is one, becomes out of date. It does not where the words
 * stay the same (only the state changes), nor where this side was missing or itself out of date
 * (then it is the translation catching up).
 *
 * Returns: whether anything changed
 */
gboolean dolen_bilingual_set (DolenBilingual *text,
                              DolenLanguage language,
                              const char *value,
                              DolenTextState state);

/**
 * dolen_bilingual_load:
 *
 * Sets both sides as they were kept, nothing becomes out of date. A NULL or blank text is MISSING
 * whatever its state says; a text whose state is MISSING is GIVEN.
 */
void dolen_bilingual_load (DolenBilingual *text,
                           const char *en,
                           DolenTextState en_state,
                           const char *cy,
                           DolenTextState cy_state);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenBilingual, dolen_bilingual_clear)

G_END_DECLS
