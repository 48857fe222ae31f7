/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text of days and times says in more words than one, before it is read word by word. */

/** DolenWhenPhrases: what was said beside days and times. */
typedef struct {
  gboolean term_time;     /* only while schools are open */
  gboolean bank_holidays; /* not on them */
  gboolean appointment;   /* who comes makes one */
} DolenWhenPhrases;

/**
 * dolen_when_prepare:
 * @text: valid UTF-8
 * @said: (out)
 *
 * Returns: (transfer full): @text folded, with one blank between words and one kind of dash; hours
 * in words as figures ("half past ten" is "at 10.30"); "every second week", "bob yn ail" as
 * "fortnight"; what goes into @said taken out
 */
char *dolen_when_prepare (const char *text, DolenWhenPhrases *said);

/** dolen_when_appointment_words: (transfer full) (nullable): "by appointment only" as it stands in
 *  @text. */
char *dolen_when_appointment_words (const char *text);

/** dolen_when_aside: (transfer full) (nullable): what stands in the only brackets of @text, where
 * it names no day or time and does not call it off. @rest: (out): the text without it */
char *dolen_when_aside (const char *text, char **rest);

G_END_DECLS
