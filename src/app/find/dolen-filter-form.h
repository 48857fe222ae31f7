/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-find-filters.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* DolenFilterForm: everything Find can be narrowed by. Signal "changed" (). */
#define DOLEN_TYPE_FILTER_FORM (dolen_filter_form_get_type ())
G_DECLARE_FINAL_TYPE (DolenFilterForm, dolen_filter_form, DOLEN, FILTER_FORM, AdwBin)

GtkWidget *dolen_filter_form_new (DolenVocabulary *vocabulary, DolenDistanceUnit unit);

/** dolen_filter_form_show: sets everything from @filters, without "changed". @person: they are a
 *  person's: what gets in the way too, several languages. */
void
dolen_filter_form_show (DolenFilterForm *self, const DolenFindFilters *filters, gboolean person);

/** dolen_filter_form_read: writes what the form says into @filters; the rest stays. */
void dolen_filter_form_read (DolenFilterForm *self, DolenFindFilters *filters);

G_END_DECLS
