/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_security_workers_new: (transfer floating): a group with the workers of open case records;
 *  for a lead with what may be done about each. It shows what is so now: made anew after a change.
 */
AdwPreferencesGroup *dolen_security_workers_new (DolenSession *session);

/** dolen_security_log_new: (transfer floating): a page with the log, newest first; for a lead. */
AdwPreferencesPage *dolen_security_log_new (DolenSession *session);

G_END_DECLS
