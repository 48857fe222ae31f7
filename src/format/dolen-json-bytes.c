/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-json-bytes.h"

#include "base/dolen-error.h"
#include "format/dolen-json-stream.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (64 * 1024)
#define KEY_BYTES 256

gboolean
dolen_json_bytes_fail (DolenJsonBytes *self, int code, const char *why, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *byte
      = g_strdup_printf ("%" G_GOFFSET_FORMAT, (goffset) dolen_json_bytes_tell (self));
  g_autofree char *record = g_strdup_printf ("%" G_GUINT64_FORMAT, self->record);

  if (self->record)
    /* Translators: a broken file; its name, the number of the record in it, the number of the byte,
     * and what is wrong, a clause such as "the file ends too early". */
    g_set_error (
        error, DOLEN_ERROR, code, _ ("%s, record %s, byte %s: %s."), name, record, byte, why);
  else
    /* Translators: the same before the first record: file name, number of the byte, what is wrong.
     */
    g_set_error (error, DOLEN_ERROR, code, _ ("%s, byte %s: %s."), name, byte, why);
  return FALSE;
}

static gboolean
cannot_read (DolenJsonBytes *self, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  /* Translators: a file name and the system's reason. */
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_CANNOT_OPEN,
               _ ("%s cannot be read: %s."),
               name,
               g_strerror (code));
  return FALSE;
}

/* Reads on. What is left of the buffer (a character cut in two at most) moves to its front. */
static gboolean
fill (DolenJsonBytes *self, GError **error)
{
  gsize left = self->filled - self->at;
  const char *end;
  gssize got;

  if (g_cancellable_set_error_if_cancelled (self->cancel, error))
    return FALSE;
  memmove (self->buffer, self->buffer + self->at, left);
  self->start += self->at;
  self->at = 0;
  do
    got = read (self->fd, self->buffer + left, CHUNK - left);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    return cannot_read (self, errno, error);
  self->ended = got == 0;
  self->filled = left + got;
  g_utf8_validate_len (self->buffer, self->filled, &end);
  self->valid = end - self->buffer;
  if (self->valid > 0 || self->filled == 0)
    return TRUE;
  /* Nothing valid at the front. A character cut by the chunk is completed by the next reading. */
  if (!self->ended && self->filled < 4
      && g_utf8_get_char_validated (self->buffer, self->filled) == (gunichar) -2)
    return fill (self, error);
  return dolen_json_bytes_fail (self,
                                DOLEN_ERROR_ENCODING,
                                /* Translators: what is wrong with a file; follows its name. */
                                self->buffer[0] ? _ ("this is not UTF-8 text")
                                                /* Translators: a zero byte in a text file. */
                                                : _ ("there is a NUL byte in the text"),
                                error);
}

/* Whether there is a byte to read at .at: 1, 0 at the end, -1 on an error. */
static inline int
have (DolenJsonBytes *self, GError **error)
{
  if (G_LIKELY (self->at < self->valid))
    return 1;
  if (self->ended && self->at == self->filled)
    return 0;
  if (!fill (self, error))
    return -1;
  return self->at < self->valid;
}

static gboolean
ends_early (DolenJsonBytes *self, GError **error)
{
  /* Translators: what is wrong with a file; follows its name and place. */
  return dolen_json_bytes_fail (self, DOLEN_ERROR_INVALID, _ ("the file ends too early"), error);
}

gboolean
dolen_json_bytes_open (DolenJsonBytes *self, const char *path, GError **error)
{
  struct stat about;

  memset (self, 0, sizeof *self);
  self->path = g_strdup (path);
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &about) < 0)
    return cannot_read (self, errno, error);
  if (!S_ISREG (about.st_mode))
    return cannot_read (self, S_ISDIR (about.st_mode) ? EISDIR : EINVAL, error);
  self->buffer = g_malloc (CHUNK);
  if (have (self, error) < 0)
    return FALSE;
  if (self->valid >= 3 && memcmp (self->buffer, "\xef\xbb\xbf", 3) == 0)
    self->at = 3;
  return TRUE;
}

void
dolen_json_bytes_close (DolenJsonBytes *self)
{
  if (self->path && self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->buffer, g_free);
}

goffset
dolen_json_bytes_tell (DolenJsonBytes *self)
{
  return self->start + self->at;
}

gboolean
dolen_json_bytes_seek (DolenJsonBytes *self, goffset offset, GError **error)
{
  if (offset >= self->start && offset <= self->start + (goffset) self->valid) {
    self->at = offset - self->start;
    return TRUE;
  }
  if (lseek (self->fd, offset, SEEK_SET) < 0)
    return cannot_read (self, errno, error);
  self->start = offset;
  self->at = self->valid = self->filled = 0;
  self->ended = FALSE;
  return TRUE;
}

int
dolen_json_bytes_peek (DolenJsonBytes *self, GError **error)
{
  int there;

  while ((there = have (self, error)) > 0) {
    char byte = self->buffer[self->at];
    if (byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t')
      return (guchar) byte;
    self->at++;
  }
  return there;
}

int
dolen_json_bytes_expect (DolenJsonBytes *self, const char *any, GError **error)
{
  int byte = dolen_json_bytes_peek (self, error);
  g_autofree char *why = NULL;

  if (byte < 0)
    return -1;
  if (byte == 0) {
    ends_early (self, error);
    return -1;
  }
  if (byte < 0x80 && strchr (any, byte)) {
    self->at++;
    return byte;
  }
  /* Translators: what is wrong with a file; %s is one or more characters such as , or ]. */
  why = g_strdup_printf (_ ("one of “%s” was expected here"), any);
  dolen_json_bytes_fail (self, DOLEN_ERROR_INVALID, why, error);
  return -1;
}

char *
dolen_json_bytes_key (DolenJsonBytes *self, GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gboolean escaped = FALSE;
  int there;

  if (dolen_json_bytes_expect (self, "\"", error) < 0)
    return NULL;
  while ((there = have (self, error)) > 0) {
    char byte = self->buffer[self->at++];
    if (byte == '"' && !escaped)
      return g_string_free (g_steal_pointer (&key), FALSE);
    escaped = byte == '\\' && !escaped;
    if (key->len < KEY_BYTES)
      g_string_append_c (key, byte);
  }
  if (there == 0)
    ends_early (self, error);
  return NULL;
}

/* Where the scanner is inside a value. */
typedef struct {
  guint depth;
  gboolean text;
  gboolean escaped;
  gboolean scalar; /* a number or word: ends before what cannot belong to it */
  gboolean done;
} Scan;

static gsize
scan_text (Scan *scan, const char *bytes, gsize i, gsize n)
{
  while (i < n) {
    if (scan->escaped) {
      scan->escaped = FALSE;
      i++;
      continue;
    }
    while (i < n && bytes[i] != '"' && bytes[i] != '\\')
      i++;
    if (i == n)
      break;
    if (bytes[i++] == '\\') {
      scan->escaped = TRUE;
      continue;
    }
    scan->text = FALSE;
    scan->done = scan->depth == 0;
    break;
  }
  return i;
}

static gboolean
ends_scalar (char byte)
{
  return strchr (" \n\r\t,:]}[{\"", byte) != NULL;
}

/* Takes what belongs to the value out of @bytes. Returns: how many; sets scan->done at its end. */
static gsize
scan (Scan *scan, DolenJsonValueBytes *value, const char *bytes, gsize n)
{
  gsize i = 0;

  while (i < n && !scan->done) {
    char byte = bytes[i];
    if (scan->text) {
      i = scan_text (scan, bytes, i, n);
      continue;
    }
    if (scan->scalar && ends_scalar (byte)) {
      scan->done = TRUE;
      break;
    }
    i++;
    if (byte == '"') {
      scan->text = TRUE;
    } else if (byte == '{' || byte == '[') {
      value->values++;
      if (++scan->depth > DOLEN_JSON_DEPTH)
        break;
    } else if (byte == '}' || byte == ']') {
      scan->done = --scan->depth == 0;
    } else if (byte == ',' || byte == ':') {
      value->values++;
      value->members += byte == ':';
    } else if (scan->depth == 0) {
      scan->scalar = TRUE;
    }
  }
  return i;
}

static gboolean
too_deep (DolenJsonBytes *self, GError **error)
{
  g_autofree char *why = NULL;

  /* Translators: what is wrong with a file; %d is a number of levels, always 64. */
  why = g_strdup_printf (_ ("brackets stand more than %d deep"), DOLEN_JSON_DEPTH);
  return dolen_json_bytes_fail (self, DOLEN_ERROR_TOO_LARGE, why, error);
}

gboolean
dolen_json_bytes_copy (DolenJsonBytes *self,
                       DolenJsonValueBytes *value,
                       gsize limit,
                       GError **error)
{
  Scan at = { 0 };
  int first = dolen_json_bytes_peek (self, error);
  int there;

  value->length = value->members = value->values = 0;
  value->too_large = FALSE;
  g_byte_array_set_size (value->bytes, 0);
  if (first < 0)
    return FALSE;
  if (first && strchr (",:]}", first))
    /* Translators: what is wrong with a file; follows its name and place. */
    return dolen_json_bytes_fail (
        self, DOLEN_ERROR_INVALID, _ ("a value was expected here"), error);
  while (!at.done && (there = have (self, error)) > 0) {
    gsize taken = scan (&at, value, self->buffer + self->at, self->valid - self->at);
    if (value->length + taken <= limit)
      g_byte_array_append (value->bytes, (guchar *) self->buffer + self->at, taken);
    else
      value->too_large = TRUE;
    value->length += taken;
    self->at += taken;
    if (at.depth > DOLEN_JSON_DEPTH)
      return too_deep (self, error);
  }
  if (at.done)
    return TRUE;
  if (there < 0)
    return FALSE;
  /* Only a bare number or word may end with the file. */
  return at.scalar ? TRUE : ends_early (self, error);
}

gboolean
dolen_json_bytes_skip (DolenJsonBytes *self, GError **error)
{
  g_autoptr (GByteArray) nothing = g_byte_array_new ();
  DolenJsonValueBytes value = { .bytes = nothing };

  return dolen_json_bytes_copy (self, &value, 0, error);
}
