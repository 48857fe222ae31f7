/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

G_BEGIN_DECLS

/*
 * What happens to backups by itself: a backup when the case records lock, if that was chosen; on
 * unlocking, what was made meanwhile is recorded, and what is due in the folder is destroyed. The
 * sample's practice records are left out.
 */

/** dolen_backup_keeper_attach: for as long as @session lives; once a session. */
void dolen_backup_keeper_attach (DolenSession *session);

/** dolen_backup_keeper_get_last: instant of the last backup that is known of: on record, or made
 *  while the case records were locking; 0 none. */
gint64 dolen_backup_keeper_get_last (DolenSession *session);

/** dolen_backup_keeper_is_running: a backup that was begun by itself is under way. */
gboolean dolen_backup_keeper_is_running (DolenSession *session);

G_END_DECLS
