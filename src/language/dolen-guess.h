/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DOLEN_GUESS_UNCLEAR, /* mixed, too short, or neither */
  DOLEN_GUESS_ENGLISH,
  DOLEN_GUESS_WELSH,
} DolenGuess;

/**
 * dolen_guess_language:
 * @text: (nullable): a name or a description, valid UTF-8
 *
 * What an unlabelled text plainly is, by common words and spellings. Names of places say nothing
 * (Llanelli Community Choir is English). Rather unclear than wrong: what is not plainly English is
 * searched as Welsh too.
 */
DolenGuess dolen_guess_language (const char *text);

G_END_DECLS
