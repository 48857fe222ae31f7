/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * Facts of a service that are more than one field, as people tell them in words: "4 places",
 * "Tuesdays 10-12", "£3; free for carers". What cannot be understood for certain stays as words
 * where the listing has room for words, and is refused where it has none.
 */

/* One such fact. @on: the day it was told; @by: (nullable) who told it. */
typedef struct {
  const char *name;    /* "places" */
  const char *example; /* msgid */
  const char *part;    /* of dolen-parts.h, what is written; NULL: a capacity report, or nothing */
  gboolean told;       /* a capacity report is written */
  /* (transfer full): what the listing says of it; "" where nothing */
  char *(*tell) (const DolenService *service, DolenLanguage language);
  /* over @service; FALSE where @value cannot be that. NULL: nothing is written */
  gboolean (*put) (DolenService *service, const char *value, const char *on);
} DolenSuggestedWords;

/** dolen_suggested_words_find: (nullable); _at: in order, NULL after the last. */
const DolenSuggestedWords *dolen_suggested_words_find (const char *name);
const DolenSuggestedWords *dolen_suggested_words_at (guint index);

G_END_DECLS
