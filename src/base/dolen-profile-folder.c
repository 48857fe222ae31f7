/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-profile-folder.h"

#include "base/dolen-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

struct _DolenProfileFolder {
  char *path; /* (owned) real path */
  int lock;   /* descriptor of the lock file, -1: not taken */
};

static gboolean
fail (GError **error, DolenError code, const char *sentence, const char *path)
{
  g_set_error (error, DOLEN_ERROR, code, "%s (%s)", sentence, path);
  return FALSE;
}

/* SQLite's locks and shared memory are not to be trusted over a network
 * (sqlite.org/useovernet.html). */
static gboolean
is_network_drive (const char *path)
{
  struct statfs fs;

  if (statfs (path, &fs) != 0)
    return FALSE;
  switch ((guint32) fs.f_type) {
  case NFS_SUPER_MAGIC:
  case SMB_SUPER_MAGIC:
  case SMB2_SUPER_MAGIC:
  case CIFS_SUPER_MAGIC:
  case AFS_SUPER_MAGIC:
  case V9FS_MAGIC:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
check_folder (const char *path, GError **error)
{
  struct stat st;

  if (stat (path, &st) != 0)
    return fail (error, DOLEN_ERROR_CANNOT_OPEN, g_strerror (errno), path);
  if (!S_ISDIR (st.st_mode))
    return fail (error, DOLEN_ERROR_CANNOT_OPEN, _ ("This is not a folder."), path);
  if (st.st_uid != geteuid ())
    return fail (error, DOLEN_ERROR_UNSAFE_PLACE, _ ("The folder belongs to somebody else."), path);
  if (is_network_drive (path))
    return fail (error,
                 DOLEN_ERROR_UNSAFE_PLACE,
                 _ ("The folder is on a network drive; Dolen needs a disk of this computer."),
                 path);
  if ((st.st_mode & 077) != 0 && chmod (path, 0700) != 0)
    return fail (error, DOLEN_ERROR_UNSAFE_PLACE, g_strerror (errno), path);
  return TRUE;
}

DolenProfileFolder *
dolen_profile_folder_open (const char *path, GError **error)
{
  g_autofree char *real = NULL;
  DolenProfileFolder *folder;

  g_return_val_if_fail (path != NULL, NULL);
  if (g_mkdir_with_parents (path, 0700) != 0) {
    fail (error, DOLEN_ERROR_CANNOT_OPEN, g_strerror (errno), path);
    return NULL;
  }
  real = realpath (path, NULL);
  if (real == NULL) {
    fail (error, DOLEN_ERROR_CANNOT_OPEN, g_strerror (errno), path);
    return NULL;
  }
  if (!check_folder (real, error))
    return NULL;
  folder = g_new0 (DolenProfileFolder, 1);
  folder->path = g_steal_pointer (&real);
  folder->lock = -1;
  return folder;
}

void
dolen_profile_folder_close (DolenProfileFolder *folder)
{
  if (folder == NULL)
    return;
  if (folder->lock >= 0)
    close (folder->lock);
  free (folder->path);
  g_free (folder);
}

const char *
dolen_profile_folder_get_path (DolenProfileFolder *folder)
{
  return folder->path;
}

char *
dolen_profile_folder_file (DolenProfileFolder *folder, const char *name)
{
  return g_build_filename (folder->path, name, NULL);
}

gboolean
dolen_profile_folder_lock (DolenProfileFolder *folder, GError **error)
{
  g_autofree char *path = dolen_profile_folder_file (folder, "lock");
  int fd;

  if (folder->lock >= 0)
    return TRUE;
  fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return fail (error, DOLEN_ERROR_CANNOT_OPEN, g_strerror (errno), path);
  if (flock (fd, LOCK_EX | LOCK_NB) != 0) {
    close (fd);
    return fail (error,
                 DOLEN_ERROR_BUSY,
                 _ ("The case records are open in another Dolen; close it first."),
                 path);
  }
  folder->lock = fd;
  return TRUE;
}

gboolean
dolen_profile_folder_check_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat st;

  if (is_network_drive (folder))
    return fail (error,
                 DOLEN_ERROR_UNSAFE_PLACE,
                 _ ("The file is on a network drive; Dolen needs a disk of this computer."),
                 path);
  if (lstat (path, &st) != 0) {
    if (errno == ENOENT)
      return TRUE;
    return fail (error, DOLEN_ERROR_CANNOT_OPEN, g_strerror (errno), path);
  }
  if (!S_ISREG (st.st_mode) || st.st_nlink != 1)
    return fail (error,
                 DOLEN_ERROR_UNSAFE_PLACE,
                 _ ("The file is a link or has a second name; Dolen opens only a plain file."),
                 path);
  if (st.st_uid != geteuid ())
    return fail (error, DOLEN_ERROR_UNSAFE_PLACE, _ ("The file belongs to somebody else."), path);
  if ((st.st_mode & 077) != 0 && chmod (path, 0600) != 0)
    return fail (error, DOLEN_ERROR_UNSAFE_PLACE, g_strerror (errno), path);
  return TRUE;
}
