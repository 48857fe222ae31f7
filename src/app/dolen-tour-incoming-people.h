/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

G_BEGIN_DECLS

/** dolen_tour_invent_incoming: invented people who were referred to us and are to be decided on,
 * wait, or cannot be reached; @now is the tour's day. Leaves the clock where it was put last. */
gboolean dolen_tour_invent_incoming (DolenSession *session, gint64 now, GError **error);

G_END_DECLS
