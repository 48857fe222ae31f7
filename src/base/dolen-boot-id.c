/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-boot-id.h"

char *
dolen_boot_id (const char *root)
{
  g_autofree char *path = g_build_filename (root, "/proc/sys/kernel/random/boot_id", NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || *g_strstrip (text) == '\0')
    return NULL;
  return g_steal_pointer (&text);
}
