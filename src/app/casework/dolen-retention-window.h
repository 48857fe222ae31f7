/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * How long records are kept: the rules of this vault, whose record is due (each waits for
 * somebody's decision), who is under a legal hold, and the proofs of what was erased. It closes
 * when the case records lock.
 */
#define DOLEN_TYPE_RETENTION_WINDOW (dolen_retention_window_get_type ())
G_DECLARE_FINAL_TYPE (
    DolenRetentionWindow, dolen_retention_window, DOLEN, RETENTION_WINDOW, AdwWindow)

GtkWindow *dolen_retention_window_new (DolenSession *session);

G_END_DECLS
