/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/dolen-writer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_source_licence_group_new: (transfer floating): an AdwPreferencesGroup in which it is
 * stated under which licence @source gives what it gives, what is to be said of it, and whether it
 * may be passed on. Each is saved at once. */
GtkWidget *dolen_source_licence_group_new (DolenSession *session, const DolenSource *source);

/** dolen_source_licence_group_choose: as somebody does it; for tests. @code: of a licence, or NULL.
 */
void dolen_source_licence_group_choose (GtkWidget *group, const char *code);

G_END_DECLS
