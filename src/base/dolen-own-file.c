/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-own-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* A printer's or another device's rights are not ours to change. */
static int
open_own (const char *path, gboolean *regular)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
  struct stat status;

  if (fd < 0)
    return -1;
  *regular = fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
  if (*regular && fchmod (fd, 0600) != 0) {
    int code = errno;

    close (fd);
    errno = code;
    return -1;
  }
  return fd;
}

gboolean
dolen_own_file_write (const char *path, const void *bytes, gsize length, GError **error)
{
  gboolean regular = FALSE;
  int fd = open_own (path, &regular);
  g_autoptr (GOutputStream) stream = NULL;

  if (fd < 0) {
    int code = errno;

    g_set_error (
        error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
    return FALSE;
  }
  stream = g_unix_output_stream_new (fd, TRUE);
  if (g_output_stream_write_all (stream, bytes, length, NULL, NULL, error)
      && g_output_stream_close (stream, NULL, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  if (regular)
    g_unlink (path);
  return FALSE;
}
