/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-sheet-pages.h"
#include "reports/dolen-booklet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is settled before a booklet is printed: of which area, which kinds, in which language, how
 * large. Signal "changed" (). */
#define DOLEN_TYPE_BOOKLET_FORM (dolen_booklet_form_get_type ())
G_DECLARE_FINAL_TYPE (DolenBookletForm, dolen_booklet_form, DOLEN, BOOKLET_FORM, AdwBin)

/** dolen_booklet_form_new: (transfer floating): @stock: what there is to choose from; its owner
 *  keeps it for as long as the form. */
GtkWidget *dolen_booklet_form_new (const DolenBookletStock *stock);

/** dolen_booklet_form_get: what is chosen; what @choices borrows is the form's and holds until
 *  something else is chosen. */
void
dolen_booklet_form_get (DolenBookletForm *self, DolenBookletChoices *choices, DolenSheetLook *look);

/** dolen_booklet_form_choose_area: as if that was chosen; for tests and the tour. @area:
 * (nullable); FALSE where there is none of that name. */
gboolean
dolen_booklet_form_choose_area (DolenBookletForm *self, DolenBookletArea sort, const char *area);

/** dolen_booklet_form_choose_kind: likewise: the kind of that code is ticked, or not; FALSE where
 *  there is nothing of it. */
gboolean dolen_booklet_form_choose_kind (DolenBookletForm *self, const char *code, gboolean ticked);

/** dolen_booklet_form_choose_look: likewise. @language: 0 Welsh, 1 English, 2 and 3 both, Welsh or
 *  English first. */
void dolen_booklet_form_choose_look (DolenBookletForm *self,
                                     gboolean by_place,
                                     guint language,
                                     DolenSheetSize size);

G_END_DECLS
