/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-backup-file.h"

#include "base/dolen-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#define LABEL "dolen-backup-1"
#define KEYS_LABEL "dolen-backup-keys-1"
#define OPEN_SIZE (DOLEN_ID_SIZE + 3 * 8) /* of a header after its label */
#define LARGEST_LABEL 32
#define CHUNK_SIZE (64 * 1024)
#define SEALED_CHUNK_SIZE (CHUNK_SIZE + crypto_secretstream_xchacha20poly1305_ABYTES)
#define STREAM_SIZE crypto_secretstream_xchacha20poly1305_HEADERBYTES

/* ---- errors ---- */

static gboolean
fail_with_errno (int number, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NO_SPACE,
                 /* Translators: %s: the path of a folder. */
                 _ ("The backup does not fit into %s."),
                 folder);
  else if (number == ENOENT || number == ENOTDIR || number == ENODEV)
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_FOUND,
                 /* Translators: %s: the path of a folder. */
                 _ ("The backup folder %s is not there. Is the stick in, is the drive connected?"),
                 folder);
  else
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_CANNOT_OPEN,
                 "%s (%s)",
                 _ ("The backup folder cannot be written to."),
                 g_strerror (number));
  return FALSE;
}

static gboolean
fail_as_damaged (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  /* Translators: %s: the name of a file. */
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_CORRUPT,
               _ ("The backup %s is damaged or incomplete, or belongs to other case records."),
               name);
  return FALSE;
}

static gboolean
fail_as_foreign (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  /* Translators: %s: the name of a file. */
  g_set_error (
      error, DOLEN_ERROR, DOLEN_ERROR_NOT_OURS, _ ("%s is not a backup of Dolen’s."), name);
  return FALSE;
}

/* ---- the open header ---- */

static gsize
encode_header (const char *label, const DolenBackupHeader *header, guint8 *out)
{
  gsize size = strlen (label);
  const gint64 numbers[] = { header->at, header->rows, header->keys_version };

  memcpy (out, label, size);
  memcpy (out + size, header->vault, DOLEN_ID_SIZE);
  size += DOLEN_ID_SIZE;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    guint64 big = GUINT64_TO_BE ((guint64) numbers[i]);

    memcpy (out + size, &big, 8);
    size += 8;
  }
  return size;
}

static void
decode_header (const guint8 *in, DolenBackupHeader *header)
{
  gint64 *const numbers[] = { &header->at, &header->rows, &header->keys_version };

  memcpy (header->vault, in, DOLEN_ID_SIZE);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    guint64 big;

    memcpy (&big, in + DOLEN_ID_SIZE + 8 * i, 8);
    *numbers[i] = (gint64) GUINT64_FROM_BE (big);
  }
}

/* ---- reading and writing ---- */

static gboolean
write_all (int fd, const guint8 *bytes, gsize size)
{
  while (size > 0) {
    gssize n = write (fd, bytes, size);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    bytes += n;
    size -= (gsize) n;
  }
  return TRUE;
}

/* How much of @size was there before the end; -1: an error. */
static gssize
read_all (int fd, guint8 *bytes, gsize size)
{
  gsize done = 0;

  while (done < size) {
    gssize n = read (fd, bytes + done, size - done);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return -1;
    if (n == 0)
      break;
    done += (gsize) n;
  }
  return (gssize) done;
}

static gboolean
tell (const DolenBackupWatch *watch, gsize done, gsize all, GError **error)
{
  if (watch == NULL)
    return TRUE;
  if (watch->progress != NULL)
    watch->progress ((gint64) done, (gint64) all, watch->user_data);
  return !g_cancellable_set_error_if_cancelled (watch->cancellable, error);
}

static gboolean
write_stream (int fd,
              const char *path,
              const DolenBackupHeader *header,
              const DolenSecret *key,
              GBytes *image,
              const DolenBackupWatch *watch,
              GError **error)
{
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 start[LARGEST_LABEL + OPEN_SIZE + STREAM_SIZE];
  gsize open_size = encode_header (LABEL, header, start), size = 0;
  const guint8 *bytes = g_bytes_get_data (image, &size);
  g_autofree guint8 *sealed = g_malloc (SEALED_CHUNK_SIZE);
  gboolean ok;

  crypto_secretstream_xchacha20poly1305_init_push (
      &state, start + open_size, dolen_secret_peek (key));
  ok = write_all (fd, start, open_size + STREAM_SIZE);
  for (gsize at = 0; ok && at < size; at += CHUNK_SIZE) {
    gsize n = MIN (CHUNK_SIZE, size - at);
    guint8 tag = at + n == size ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

    crypto_secretstream_xchacha20poly1305_push (
        &state, sealed, NULL, bytes + at, n, start, open_size, tag);
    ok = write_all (fd, sealed, n + crypto_secretstream_xchacha20poly1305_ABYTES);
    if (ok && !tell (watch, at + n, size, error)) {
      sodium_memzero (&state, sizeof state);
      return FALSE;
    }
  }
  sodium_memzero (&state, sizeof state);
  return (ok && fsync (fd) == 0) || fail_with_errno (errno, path, error);
}

gboolean
dolen_backup_file_write (const char *path,
                         const DolenBackupHeader *header,
                         const DolenSecret *key,
                         GBytes *image,
                         const DolenBackupWatch *watch,
                         GError **error)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean ok;

  if (fd < 0)
    return fail_with_errno (errno, path, error);
  ok = write_stream (fd, path, header, key, image, watch, error);
  /* What is read back next comes from the disk and not from memory, as far as that can be asked. */
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  if (close (fd) != 0 && ok)
    ok = fail_with_errno (errno, path, error);
  if (!ok)
    g_unlink (path);
  return ok;
}

/* ---- reading ---- */

/* Reads what stands before the sealed part; @start keeps it, it is the associated data. */
static gboolean
read_start (int fd, const char *label, guint8 *start, DolenBackupHeader *header)
{
  gsize size = strlen (label) + OPEN_SIZE;

  if (read_all (fd, start, size) != (gssize) size || memcmp (start, label, strlen (label)) != 0)
    return FALSE;
  decode_header (start + strlen (label), header);
  return TRUE;
}

static gboolean
pull_chunk (crypto_secretstream_xchacha20poly1305_state *state,
            const guint8 *sealed,
            gsize size,
            const guint8 *start,
            GByteArray *image,
            gboolean *final)
{
  g_autofree guint8 *plain = g_malloc (CHUNK_SIZE);
  unsigned long long n = 0;
  unsigned char tag = 0;

  if (size < crypto_secretstream_xchacha20poly1305_ABYTES
      || crypto_secretstream_xchacha20poly1305_pull (
             state, plain, &n, &tag, sealed, size, start, strlen (LABEL) + OPEN_SIZE)
             != 0)
    return FALSE;
  g_byte_array_append (image, plain, (guint) n);
  *final = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  return TRUE;
}

static GBytes *
read_stream (int fd,
             const char *path,
             const DolenSecret *key,
             const guint8 *start,
             const DolenBackupWatch *watch,
             GError **error)
{
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 stream[STREAM_SIZE];
  g_autofree guint8 *sealed = g_malloc (SEALED_CHUNK_SIZE);
  g_autoptr (GByteArray) image = g_byte_array_new ();
  GStatBuf info = { 0 };
  gboolean final = FALSE, ok, go_on = TRUE;
  gssize n;

  ok = g_stat (path, &info) == 0 && info.st_size < G_MAXUINT
       && read_all (fd, stream, sizeof stream) == sizeof stream
       && crypto_secretstream_xchacha20poly1305_init_pull (&state, stream, dolen_secret_peek (key))
              == 0;
  while (ok && go_on && (n = read_all (fd, sealed, SEALED_CHUNK_SIZE)) > 0) {
    /* Nothing may follow the end. */
    ok = !final && pull_chunk (&state, sealed, (gsize) n, start, image, &final);
    go_on = tell (watch, image->len, (gsize) info.st_size, error);
  }
  sodium_memzero (&state, sizeof state);
  if (!go_on)
    return NULL;
  if (!ok || n < 0 || !final) {
    fail_as_damaged (path, error);
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&image));
}

GBytes *
dolen_backup_file_read (const char *path,
                        const DolenSecret *key,
                        DolenBackupHeader *header,
                        const DolenBackupWatch *watch,
                        GError **error)
{
  guint8 start[LARGEST_LABEL + OPEN_SIZE];
  GBytes *image = NULL;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

  if (fd < 0) {
    fail_with_errno (errno, path, error);
    return NULL;
  }
  if (read_start (fd, LABEL, start, header))
    image = read_stream (fd, path, key, start, watch, error);
  else
    fail_as_foreign (path, error);
  close (fd);
  return image;
}

static gboolean
peek (const char *path, const char *label, DolenBackupHeader *header, GError **error)
{
  guint8 start[LARGEST_LABEL + OPEN_SIZE];
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gboolean ok = fd >= 0 && read_start (fd, label, start, header);

  if (fd >= 0)
    close (fd);
  return ok || fail_as_foreign (path, error);
}

gboolean
dolen_backup_file_peek (const char *path, DolenBackupHeader *header, GError **error)
{
  return peek (path, LABEL, header, error);
}

/* ---- the keys file: label, header, the bytes of keys.db, a hash of all before ---- */

gboolean
dolen_backup_keys_peek (const char *path, DolenBackupHeader *header, GError **error)
{
  return peek (path, KEYS_LABEL, header, error);
}

GBytes *
dolen_backup_keys_read (const char *path, DolenBackupHeader *header, GError **error)
{
  const gsize before = strlen (KEYS_LABEL) + OPEN_SIZE;
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *file = NULL;
  guint8 hash[DOLEN_HASH_SIZE];
  gsize size = 0;

  if (!dolen_backup_keys_peek (path, header, error))
    return NULL;
  if (!g_file_get_contents (path, &file, &size, NULL) || size <= before + DOLEN_HASH_SIZE) {
    fail_as_damaged (path, error);
    return NULL;
  }
  dolen_hash (file, size - DOLEN_HASH_SIZE, hash);
  if (memcmp (hash, file + size - DOLEN_HASH_SIZE, sizeof hash) != 0) {
    fail_as_damaged (path, error);
    return NULL;
  }
  whole = g_bytes_new_take (g_steal_pointer (&file), size);
  return g_bytes_new_from_bytes (whole, before, size - before - DOLEN_HASH_SIZE);
}

static gboolean
set_contents (const char *path, GByteArray *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_set_contents_full (path,
                                (const char *) file->data,
                                (gssize) file->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600,
                                &local))
    return TRUE;
  if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return fail_with_errno (ENOSPC, path, error);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return fail_with_errno (ENOENT, path, error);
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_CANNOT_OPEN,
               "%s (%s)",
               _ ("The backup folder cannot be written to."),
               local->message);
  return FALSE;
}

gboolean
dolen_backup_keys_write (const char *path,
                         const DolenBackupHeader *header,
                         GBytes *image,
                         GError **error)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  guint8 start[LARGEST_LABEL + OPEN_SIZE], hash[DOLEN_HASH_SIZE];
  gsize size = 0;
  const guint8 *bytes = g_bytes_get_data (image, &size);
  g_autoptr (GBytes) back = NULL;
  DolenBackupHeader read;

  g_byte_array_append (file, start, (guint) encode_header (KEYS_LABEL, header, start));
  g_byte_array_append (file, bytes, (guint) size);
  dolen_hash (file->data, file->len, hash);
  g_byte_array_append (file, hash, sizeof hash);
  if (!set_contents (path, file, error))
    return FALSE;
  back = dolen_backup_keys_read (path, &read, error);
  if (back != NULL && g_bytes_equal (back, image))
    return TRUE;
  if (error != NULL && *error == NULL)
    fail_as_damaged (path, error);
  g_unlink (path);
  return FALSE;
}

void
dolen_backup_sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("a backup folder was not synced: %s", g_strerror (errno));
  close (fd);
}
