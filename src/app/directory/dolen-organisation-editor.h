/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"

G_BEGIN_DECLS

/** dolen_organisation_editor_new: (transfer floating): the editor of an organisation, a
 *  DolenListingFrame; each change is saved as one goes. */
GtkWidget *dolen_organisation_editor_new (DolenSession *session, const char *uid);

G_END_DECLS
