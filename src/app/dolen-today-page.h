/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DOLEN_TYPE_TODAY_PAGE (dolen_today_page_get_type ())
G_DECLARE_FINAL_TYPE (DolenTodayPage, dolen_today_page, DOLEN, TODAY_PAGE, AdwBin)

/** dolen_today_page_new: (transfer floating): the place "today" of the window. */
GtkWidget *dolen_today_page_new (DolenSession *session);

G_END_DECLS
