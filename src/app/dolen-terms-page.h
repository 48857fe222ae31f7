/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "matching/dolen-vocabulary.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_terms_page_new: (transfer floating): the page of the preferences with the vocabulary: what
 *  people like, need, what gets in the way, what helps; looked through by kind and by a word, one
 *  changed or a new one added (dolen-term-window.h). */
GtkWidget *dolen_terms_page_new (DolenSession *session);

/** dolen_terms_page_look: as if the kind was chosen and @words typed; for tests and for the tour.
 */
void dolen_terms_page_look (GtkWidget *page, DolenTermKind kind, const char *words);

/** dolen_terms_page_get_first: (transfer none) (nullable): the code of the first term shown. */
const char *dolen_terms_page_get_first (GtkWidget *page);

G_END_DECLS
