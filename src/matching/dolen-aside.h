/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-vocabulary-private.h"

G_BEGIN_DECLS

/*
 * What a text names without offering it: those who refer, pay, hire the hall or did it before; the
 * cause of an illness; the price for some; an address. None of it denies anything either.
 */

/** DolenAsidePlace: the words around a phrase. */
typedef struct {
  const char *text;
  const DolenWord *words;
  const guint16 *grammar; /* for each word the DolenGrammar bits of phrases that begin there */
  guint n_words;
} DolenAsidePlace;

/**
 * dolen_aside_is:
 * @term: an interest or a need
 * @first: first word of its phrase
 * @length: words of it
 *
 * Looks back over the sentence for words that set aside what follows ("in aid of", to the comma;
 * "referrals from", to the end), for a price before a need ("£45 on benefits"), for trades beside
 * an interest ("gardeners, plumbers"), for "at" before a kind of place, and whether a road or a
 * building is named after it ("Church Street").
 *
 * Returns: whether the phrase says nothing of what is offered
 */
gboolean
dolen_aside_is (const DolenAsidePlace *place, const DolenTerm *term, guint first, guint length);

/** dolen_aside_is_listed: whether the phrase stands in a list of four or more. */
gboolean dolen_aside_is_listed (const DolenAsidePlace *place, guint first, guint length);

G_END_DECLS
