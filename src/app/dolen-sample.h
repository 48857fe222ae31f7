/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

G_BEGIN_DECLS

/** dolen_sample_fill: imports the bundled sample directory into the profile of @session if that
 *  holds nothing yet; in the worker. What goes wrong is shown as a toast. */
void dolen_sample_fill (DolenSession *session);

G_END_DECLS
