/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DOLEN_TYPE_PEOPLE_PAGE (dolen_people_page_get_type ())
G_DECLARE_FINAL_TYPE (DolenPeoplePage, dolen_people_page, DOLEN, PEOPLE_PAGE, AdwBin)

/** dolen_people_page_new: (transfer floating): the place "people" of the window. */
GtkWidget *dolen_people_page_new (DolenSession *session);

/** dolen_people_page_add: opens the form for a new person; nothing while the records are locked. */
void dolen_people_page_add (DolenPeoplePage *self);

/** dolen_people_page_refer_in: opens the form for a referral in; nothing while they are locked. */
void dolen_people_page_refer_in (DolenPeoplePage *self);

G_END_DECLS
