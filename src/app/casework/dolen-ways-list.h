/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "casework/records/dolen-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_ways_list_new: (transfer floating): how to reach @person, to read and to use: first, as a
 * warning, the ways that must not be used; then the safe ones, each to call or to copy. */
GtkWidget *dolen_ways_list_new (DolenSession *session, const DolenPerson *person);

G_END_DECLS
