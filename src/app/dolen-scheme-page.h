/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_scheme_page_new: (transfer floating): the page of the preferences with what a scheme
 * settles for all its workers (casework/dolen-scheme.h). Each change takes effect at once. */
GtkWidget *dolen_scheme_page_new (GSettings *settings);

/** dolen_scheme_page_add_may: adds the group of what a worker may do to another @page of the
 *  preferences: the same settings. */
void dolen_scheme_page_add_may (GtkWidget *page, GSettings *settings, const char *description);

/** dolen_papers_page_new: (transfer floating): the page with what every paper ends with: whom to
 * ring in a crisis, and when the scheme works. */
GtkWidget *dolen_papers_page_new (GSettings *settings);

G_END_DECLS
