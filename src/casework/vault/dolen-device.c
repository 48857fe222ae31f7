/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-device.h"

#include "casework/vault/dolen-bytes.h"

#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LABEL "dolen-device-1"
#define LABEL_SIZE (sizeof LABEL - 1)
#define BODY_SIZE (LABEL_SIZE + 2 * DOLEN_ID_SIZE + 8 + DOLEN_HASH_SIZE + 8)
#define FILE_SIZE (BODY_SIZE + DOLEN_HASH_SIZE)

void
dolen_device_start (DolenDevice *device)
{
  memset (device, 0, sizeof *device);
  randombytes_buf (device->device, DOLEN_ID_SIZE);
}

static void
authenticate (const DolenSecret *key, const guint8 *body, guint8 *tag)
{
  crypto_generichash (
      tag, DOLEN_HASH_SIZE, body, BODY_SIZE, dolen_secret_peek (key), dolen_secret_size (key));
}

gboolean
dolen_device_looks_right (const char *path)
{
  g_autofree char *file = NULL;
  gsize size = 0;

  return g_file_get_contents (path, &file, &size, NULL) && size == FILE_SIZE
         && memcmp (file, LABEL, LABEL_SIZE) == 0;
}

DolenDeviceState
dolen_device_read (const char *path,
                   const guint8 *vault,
                   const DolenSecret *key,
                   DolenDevice *device)
{
  g_autofree char *file = NULL;
  guint8 tag[DOLEN_HASH_SIZE];
  const guint8 *at;
  guint64 version = 0;
  gsize size = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return DOLEN_DEVICE_MISSING;
  if (!g_file_get_contents (path, &file, &size, NULL) || size != FILE_SIZE)
    return DOLEN_DEVICE_DAMAGED;
  at = (const guint8 *) file;
  authenticate (key, at, tag);
  if (sodium_memcmp (tag, at + BODY_SIZE, sizeof tag) != 0 || memcmp (at, LABEL, LABEL_SIZE) != 0
      || memcmp (at + LABEL_SIZE, vault, DOLEN_ID_SIZE) != 0)
    return DOLEN_DEVICE_DAMAGED;
  at = dolen_bytes_take (at + LABEL_SIZE + DOLEN_ID_SIZE, device->device, DOLEN_ID_SIZE);
  at = dolen_bytes_take (at, &device->device_seq, 8);
  at = dolen_bytes_take (at, device->hash, DOLEN_HASH_SIZE);
  dolen_bytes_take (at, &version, 8);
  device->device_seq = GUINT64_FROM_BE (device->device_seq);
  device->keys_version = (gint64) GUINT64_FROM_BE (version);
  return DOLEN_DEVICE_GOOD;
}

static void
encode (const guint8 *vault,
        const DolenSecret *key,
        const DolenDevice *device,
        guint8 file[FILE_SIZE])
{
  guint64 device_seq = GUINT64_TO_BE (device->device_seq);
  guint64 version = GUINT64_TO_BE ((guint64) device->keys_version);
  guint8 *at = dolen_bytes_put (file, LABEL, LABEL_SIZE);

  at = dolen_bytes_put (at, vault, DOLEN_ID_SIZE);
  at = dolen_bytes_put (at, device->device, DOLEN_ID_SIZE);
  at = dolen_bytes_put (at, &device_seq, 8);
  at = dolen_bytes_put (at, device->hash, DOLEN_HASH_SIZE);
  at = dolen_bytes_put (at, &version, 8);
  authenticate (key, file, at);
}

gboolean
dolen_device_write (const char *path,
                    const guint8 *vault,
                    const DolenSecret *key,
                    const DolenDevice *device,
                    GError **error)
{
  guint8 file[FILE_SIZE];

  encode (vault, key, device, file);
  return g_file_set_contents_full (path,
                                   (const char *) file,
                                   sizeof file,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600,
                                   error);
}

gboolean
dolen_device_note (const char *path,
                   const guint8 *vault,
                   const DolenSecret *key,
                   const DolenDevice *device)
{
  guint8 file[FILE_SIZE];
  int fd = open (path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
  struct stat status;
  gboolean ok;

  if (fd < 0)
    return FALSE;
  encode (vault, key, device, file);
  ok = fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_size == FILE_SIZE
       && pwrite (fd, file, sizeof file, 0) == (gssize) sizeof file;
  close (fd);
  return ok;
}
