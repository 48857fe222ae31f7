/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-swap.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#define DEEPEST 8 /* of devices that rest on devices */

static gboolean
is_encrypted (const char *device, int depth)
{
  g_autofree char *path = g_build_filename (device, "dm", "uuid", NULL);
  g_autofree char *slaves = g_build_filename (device, "slaves", NULL);
  g_autofree char *uuid = NULL;
  g_autoptr (GDir) below = NULL;
  const char *name;
  gboolean any = FALSE, all = TRUE;

  if (g_file_get_contents (path, &uuid, NULL, NULL) && g_str_has_prefix (uuid, "CRYPT-"))
    return TRUE;
  below = depth < DEEPEST ? g_dir_open (slaves, 0, NULL) : NULL;
  while (below != NULL && all && (name = g_dir_read_name (below)) != NULL) {
    g_autofree char *slave = g_build_filename (slaves, name, NULL);

    any = TRUE;
    all = is_encrypted (slave, depth + 1);
  }
  return any && all;
}

/* The folder of /sys about the device that @line of /proc/swaps names. */
static char *
find_device (const char *root, const char *path, gboolean file)
{
  struct stat about;
  g_autofree char *number = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (!file)
    return g_build_filename (root, "/sys/class/block", name, NULL);
  if (stat (path, &about) != 0)
    return g_strdup ("");
  number = g_strdup_printf ("%u:%u", major (about.st_dev), minor (about.st_dev));
  return g_build_filename (root, "/sys/dev/block", number, NULL);
}

static DolenSwap
check_line (const char *root, const char *line)
{
  g_auto (GStrv) fields = g_strsplit_set (line, " \t", -1);
  g_autofree char *path = g_strcompress (fields[0]); /* a blank stands as \040 */
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *device = NULL;
  guint type = 1;

  if (g_str_has_prefix (name, "zram"))
    return DOLEN_SWAP_NONE;
  while (fields[type] != NULL && *fields[type] == '\0')
    type++;
  device = find_device (root, path, g_strcmp0 (fields[type], "file") == 0);
  return is_encrypted (device, 0) ? DOLEN_SWAP_SEALED : DOLEN_SWAP_OPEN;
}

DolenSwap
dolen_swap_check (const char *root)
{
  g_autofree char *path = g_build_filename (root, "/proc/swaps", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  DolenSwap worst = DOLEN_SWAP_NONE;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return DOLEN_SWAP_NONE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      worst = MAX (worst, check_line (root, lines[i]));
  return worst;
}

static char *root_here; /* (owned) (nullable) */

void
dolen_swap_set_root (const char *root)
{
  g_free (root_here);
  root_here = g_strdup (root);
}

DolenSwap
dolen_swap_check_here (void)
{
  return dolen_swap_check (root_here != NULL ? root_here : "");
}
