/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "casework/dolen-caseload-incoming.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The people of the case records as a list, found by name however it is spelt. Signal
 * "chosen" (const char *uid).
 */
#define DOLEN_TYPE_PEOPLE_LIST (dolen_people_list_get_type ())
G_DECLARE_FINAL_TYPE (DolenPeopleList, dolen_people_list, DOLEN, PEOPLE_LIST, AdwBin)

GtkWidget *dolen_people_list_new (DolenSession *session);

/** dolen_people_list_show: those of @group; @search: (nullable): words of a name; reads the list
 * again. Returns how many there are. */
guint dolen_people_list_show (DolenPeopleList *self, DolenPeopleGroup group, const char *search);

/** dolen_people_list_select: @uid: (nullable): marks whose page is open. FALSE where they are not
 * in the list. */
gboolean dolen_people_list_select (DolenPeopleList *self, const char *uid);

G_END_DECLS
