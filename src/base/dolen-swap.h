/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DolenSwap: where memory goes when there is too little of it. */
typedef enum {
  DOLEN_SWAP_NONE,   /* nowhere, or packed in memory (zram) */
  DOLEN_SWAP_SEALED, /* to an encrypted disk */
  DOLEN_SWAP_OPEN,   /* to a disk that is not known to be encrypted */
} DolenSwap;

/**
 * dolen_swap_check:
 * @root: "" on a computer; a folder with proc and sys for tests
 *
 * Reads /proc/swaps and what /sys says of each device (proc(5), sysfs: dm/uuid begins with "CRYPT-"
 * for an encrypted one, slaves/ is what it rests on).
 */
DolenSwap dolen_swap_check (const char *root);

/** dolen_swap_set_root: (nullable): what dolen_swap_check_here() looks at instead of this computer;
 * for tests. */
void dolen_swap_set_root (const char *root);
DolenSwap dolen_swap_check_here (void);

G_END_DECLS
