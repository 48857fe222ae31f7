/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * A worker's reflective diary (What? So what? Now what?): sealed to their own key. No lead and no
 * recovery key opens it, and it is lost with the passphrase. It names nobody.
 */

/** DolenDiaryPage: a page as its writer reads it. */
typedef struct {
  char *uid;      /* never NULL */
  char *week;     /* civil date of the week's Monday */
  char *what;     /* (nullable) returning to the situation */
  char *so_what;  /* (nullable) understanding the context */
  char *now_what; /* (nullable) modifying future outcomes */
  gint64 created;
} DolenDiaryPage;

/** dolen_diary_page_new: (transfer full): empty, of the week of civil date @day (nullable: today).
 */
DolenDiaryPage *dolen_diary_page_new (const char *day);
void dolen_diary_page_free (DolenDiaryPage *page);

/** dolen_casework_list_diary: (transfer full) (nullable) (element-type DolenDiaryPage): one's own,
 *  newest week first; what cannot be opened any more (a passphrase was lost) is left out and
 * counted in @n_lost (optional). NOT_ALLOWED where the recovery key opened the records. */
GPtrArray *dolen_casework_list_diary (DolenCasework *self, int *n_lost, GError **error);

/** dolen_casework_diary_put: a new page, or one changed. _INVALID where nothing is written. */
gboolean dolen_casework_diary_put (DolenCasework *self,
                                   const DolenDiaryPage *page,
                                   DolenUndo **undo,
                                   GError **error);

/** dolen_casework_diary_drop: takes a page out. */
gboolean
dolen_casework_diary_drop (DolenCasework *self, const char *uid, DolenUndo **undo, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenDiaryPage, dolen_diary_page_free)

G_END_DECLS
