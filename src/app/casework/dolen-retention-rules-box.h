/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_retention_rules_box_new: the rules for how long records are kept, with the button that
 * sets them for everybody who shares the vault. Asked right after a vault was made, and changeable.
 */
GtkWidget *dolen_retention_rules_box_new (DolenSession *session);

G_END_DECLS
