/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What to do with an empty directory: the sample, a feed, a first group; one sentence each. */
#define DOLEN_TYPE_WELCOME_PAGE (dolen_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (DolenWelcomePage, dolen_welcome_page, DOLEN, WELCOME_PAGE, AdwBin)

/** dolen_welcome_page_new: (transfer floating) */
GtkWidget *dolen_welcome_page_new (void);

G_END_DECLS
