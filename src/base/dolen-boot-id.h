/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dolen_boot_id:
 * @root: "" on a computer; a folder with proc for tests
 *
 * Returns: (transfer full) (nullable): the random id that the computer has from one start to the
 * next (random(4): /proc/sys/kernel/random/boot_id); NULL where it tells none
 */
char *dolen_boot_id (const char *root);

G_END_DECLS
