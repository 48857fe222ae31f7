/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DOLEN_TYPE_FIND_PAGE (dolen_find_page_get_type ())
G_DECLARE_FINAL_TYPE (DolenFindPage, dolen_find_page, DOLEN, FIND_PAGE, AdwBin)

/** dolen_find_page_new: (transfer floating): the place "find" of the window. */
GtkWidget *dolen_find_page_new (DolenSession *session);

G_END_DECLS
