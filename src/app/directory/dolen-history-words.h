/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edits.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenHistoryWords: one entry of the history as a person reads it. All texts (owned). */
typedef struct {
  char *what;            /* "Name in Welsh", "Days and times", "Came in with a feed" */
  char *before;          /* (nullable): in words; "" for nothing; NULL where there is none to say */
  char *after;           /* (nullable) */
  char *when;            /* day and time */
  char *by;              /* (nullable) who */
  gboolean can_put_back; /* what was before can be put back */
} DolenHistoryWords;

/** dolen_history_words_new: (transfer full): of @entry, in @language. */
DolenHistoryWords *dolen_history_words_new (const DolenHistoryEntry *entry, DolenLanguage language);

/** dolen_history_say_value: (transfer full): what stands in a field or part of a record (kept as
 *  dolen_edit_set_field() takes it, a part as JSON), as a person reads it; "" for nothing. @value:
 *  (nullable) */
char *dolen_history_say_value (const char *kind,
                               const char *field,
                               const char *value,
                               DolenLanguage language);

/** dolen_history_say_stayed: (transfer full) (nullable): after something was taken back: what of it
 *  stays (dolen_edit_list_stayed()), in a sentence; NULL where nothing does. */
char *dolen_history_say_stayed (const GPtrArray *stayed, DolenLanguage language);

void dolen_history_words_free (DolenHistoryWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenHistoryWords, dolen_history_words_free)

G_END_DECLS
