/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-paths.h"

char *
dolen_path_data (const char *relative)
{
  const char *folder = g_getenv ("DOLEN_DATA_DIR");
  return g_build_filename (folder != NULL ? folder : DOLEN_PKGDATADIR, relative, NULL);
}

const char *
dolen_path_locale (void)
{
  const char *folder = g_getenv ("DOLEN_LOCALE_DIR");
  return folder != NULL ? folder : DOLEN_LOCALEDIR;
}

char *
dolen_path_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "dolen", NULL);
}
