/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The place People while the case records are open: the list, and beside it (or instead of it, in a
 * narrow window) the page of one person. Action "people.add".
 */
#define DOLEN_TYPE_PEOPLE_VIEW (dolen_people_view_get_type ())
G_DECLARE_FINAL_TYPE (DolenPeopleView, dolen_people_view, DOLEN, PEOPLE_VIEW, AdwBin)

GtkWidget *dolen_people_view_new (DolenSession *session);

/** dolen_people_view_open: shows the page of @person (uid), who is open in the session from then
 *  on; FALSE where they are not in the case records. */
gboolean dolen_people_view_open (DolenPeopleView *self, const char *person);

/** dolen_people_view_get_person: (nullable): whose page is shown. */
const char *dolen_people_view_get_person (DolenPeopleView *self);

void dolen_people_view_begin_search (DolenPeopleView *self);

/** dolen_people_view_save_state, _restore_state: what is searched for, whose page, its state. */
void dolen_people_view_save_state (DolenPeopleView *self, GVariantBuilder *state);
void dolen_people_view_restore_state (DolenPeopleView *self, GVariant *state);

G_END_DECLS
