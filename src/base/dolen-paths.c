/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-paths.h"

/* A program run from the folder it was built in finds its data where they stand in the sources, so
 * that it works before it is installed. */
gboolean
dolen_path_is_uninstalled (void)
{
  static gsize once = 0;
  static gboolean uninstalled = FALSE;

  if (g_once_init_enter (&once)) {
    g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

    uninstalled = program != NULL && g_str_has_prefix (program, DOLEN_BUILD_DIR "/");
    g_once_init_leave (&once, 1);
  }
  return uninstalled;
}

static const char *
folder (const char *variable, const char *in_build, const char *installed)
{
  const char *named = g_getenv (variable);

  if (named != NULL)
    return named;
  return dolen_path_is_uninstalled () ? in_build : installed;
}

char *
dolen_path_data (const char *relative)
{
  return g_build_filename (
      folder ("DOLEN_DATA_DIR", DOLEN_SOURCE_DIR "/data", DOLEN_PKGDATADIR), relative, NULL);
}

const char *
dolen_path_locale (void)
{
  return folder ("DOLEN_LOCALE_DIR", DOLEN_BUILD_DIR "/po/locale", DOLEN_LOCALEDIR);
}

const char *
dolen_path_schemas (void)
{
  return dolen_path_is_uninstalled () ? DOLEN_BUILD_DIR "/data" : NULL;
}

char *
dolen_path_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "dolen", NULL);
}
