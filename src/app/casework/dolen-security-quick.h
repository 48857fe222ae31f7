/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_security_quick_new: the part of the Case Records window about quick unlock; of open case
 * records. */
AdwPreferencesGroup *dolen_security_quick_new (DolenSession *session);

G_END_DECLS
