/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-suggested-change.h"

#include "base/dolen-error.h"
#include "base/dolen-own-file.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/keeping/dolen-suggested-field.h"
#include "format/dolen-json-value.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file in which suggested changes travel. It is foreign: it may say anything. */

#define MARK "suggested-changes"
#define VERSION 1
#define MAX_DEPTH 6
#define MAX_LINE 500 /* bytes of an id, a name, a field */

/* ---- writing ---- */

static json_object *
write_change (const DolenSuggestedChange *change)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "id", change->uid);
  dolen_json_put_text (object, "kind", change->kind);
  dolen_json_put_text (object, "record", change->record_uid);
  dolen_json_put_text (object, "name", change->name);
  dolen_json_put_text (object, "field", change->field);
  dolen_json_put_text (object, "before", change->before);
  dolen_json_put_text (object, "value", change->value);
  dolen_json_put_text (object, "note", change->note);
  dolen_json_put_text (object, "by", change->by);
  dolen_json_put_text (object, "on", change->on);
  return object;
}

char *
dolen_suggested_changes_to_json (const GPtrArray *changes)
{
  json_object *root = json_object_new_object (), *list = json_object_new_array ();
  char *text;

  dolen_json_put_text (root, "dolen", MARK);
  json_object_object_add (root, "version", json_object_new_int (VERSION));
  for (guint i = 0; i < changes->len; i++) {
    const DolenSuggestedChange *change = g_ptr_array_index (changes, i);

    /* It was suggested before its group hid where it meets. */
    if (!change->kept_back)
      json_object_array_add (list, write_change (change));
  }
  json_object_object_add (root, "changes", list);
  text = g_strdup (json_object_to_json_string_ext (
      root, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (root);
  return text;
}

gboolean
dolen_suggested_changes_write (const GPtrArray *changes, const char *path, GError **error)
{
  g_autofree char *text = dolen_suggested_changes_to_json (changes);

  return dolen_own_file_write (path, text, strlen (text), error);
}

/* ---- reading ---- */

static void
complain (GStrvBuilder *wrong, guint number, const char *why)
{
  g_autofree char *sentence
      /* Translators: a file of suggested changes; %1$u is the number of one of them in it, %2$s a
       * sentence that says what is wrong with it. */
      = g_strdup_printf (_ ("Change %1$u is left out. %2$s"), number, why);

  g_strv_builder_add (wrong, sentence);
}

/* (nullable): a text of at most @most bytes; *@ok is FALSE where it is longer. */
static char *
take_text (json_object *object, const char *key, gsize most, gboolean *ok)
{
  json_object *value = dolen_json_get (object, key);
  char *text;

  if (value == NULL)
    return NULL;
  if (!json_object_is_type (value, json_type_string)
      || (gsize) json_object_get_string_len (value) > most) {
    *ok = FALSE;
    return NULL;
  }
  text = dolen_text_clean (json_object_get_string (value));
  return text;
}

/* (nullable): what is wrong with it. */
static const char *
find_fault (const DolenSuggestedChange *change, gboolean ok)
{
  if (!ok)
    return _ ("A text in it is too long, or is none.");
  if (change->uid == NULL || !g_uuid_string_is_valid (change->uid) || change->record_uid == NULL)
    return _ ("It does not say which listing it is about.");
  if (g_strcmp0 (change->kind, "service") != 0 && g_strcmp0 (change->kind, "organisation") != 0)
    return _ ("It does not say which listing it is about.");
  if (change->field == NULL || !dolen_suggested_field_exists (change->kind, change->field))
    return _ ("There is no such field in a listing.");
  if (change->on == NULL || !dolen_date_is_valid (change->on))
    return _ ("It does not say when it was suggested.");
  return NULL;
}

/* What is told on a day to come would stay the newest until then: a clock was wrong. */
static void
hold_day (DolenSuggestedChange *change)
{
  g_autofree char *today = dolen_date_today ();

  if (strcmp (change->on, today) <= 0)
    return;
  g_free (change->on);
  change->on = g_steal_pointer (&today);
}

static DolenSuggestedChange *
read_change (json_object *object, guint number, GStrvBuilder *wrong)
{
  g_autoptr (DolenSuggestedChange) change = g_new0 (DolenSuggestedChange, 1);
  const char *fault;
  gboolean ok = TRUE;

  change->uid = take_text (object, "id", MAX_LINE, &ok);
  change->kind = take_text (object, "kind", MAX_LINE, &ok);
  change->record_uid = take_text (object, "record", MAX_LINE, &ok);
  change->name = take_text (object, "name", MAX_LINE, &ok);
  change->field = take_text (object, "field", MAX_LINE, &ok);
  change->before = take_text (object, "before", DOLEN_SUGGESTED_MAX_VALUE, &ok);
  change->value = take_text (object, "value", DOLEN_SUGGESTED_MAX_VALUE, &ok);
  change->note = take_text (object, "note", DOLEN_SUGGESTED_MAX_NOTE, &ok);
  change->by = take_text (object, "by", MAX_LINE, &ok);
  change->on = take_text (object, "on", MAX_LINE, &ok);
  fault = find_fault (change, ok);
  if (fault == NULL) {
    hold_day (change);
    return g_steal_pointer (&change);
  }
  complain (wrong, number, fault);
  return NULL;
}

static json_object *
parse (const char *text, gsize length, GError **error)
{
  json_tokener *tokener = json_tokener_new_ex (MAX_DEPTH);
  json_object *root;

  json_tokener_set_flags (tokener, JSON_TOKENER_VALIDATE_UTF8);
  root = json_tokener_parse_ex (tokener, text, (int) length);
  if (json_object_is_type (root, json_type_object)) {
    json_tokener_free (tokener);
    return root;
  }
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: %lu is a number; JSON is a file format. */
               _ ("This is not a file of suggested changes (JSON, byte %lu)."),
               (gulong) json_tokener_get_parse_end (tokener));
  json_object_put (root);
  json_tokener_free (tokener);
  return NULL;
}

static json_object *
find_list (json_object *root, GError **error)
{
  g_autofree char *mark = dolen_json_get_line (root, "dolen");
  json_object *list = dolen_json_get (root, "changes");

  if (g_strcmp0 (mark, MARK) != 0 || !json_object_is_type (list, json_type_array)) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("This is not a file of suggested changes."));
    return NULL;
  }
  if (dolen_json_get_int (root, "version") > VERSION) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_TOO_NEW,
                         _ ("These changes were written by a newer Dolen."));
    return NULL;
  }
  if (json_object_array_length (list) > DOLEN_SUGGESTED_MAX_CHANGES) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_TOO_LARGE,
                 _ ("There are more than %d changes in one file."),
                 DOLEN_SUGGESTED_MAX_CHANGES);
    return NULL;
  }
  return list;
}

static GPtrArray *
read_changes (json_object *root, GStrvBuilder *wrong, GError **error)
{
  json_object *list = find_list (root, error);
  GPtrArray *changes;

  if (list == NULL)
    return NULL;
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
  for (guint i = 0; i < json_object_array_length (list); i++) {
    DolenSuggestedChange *change = read_change (json_object_array_get_idx (list, i), i + 1, wrong);

    if (change != NULL)
      g_ptr_array_add (changes, change);
  }
  return changes;
}

static gboolean
refuse_size (GError **error)
{
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE, _ ("A file of changes is not as large as that."));
  return FALSE;
}

GPtrArray *
dolen_suggested_changes_parse (const char *text, gssize length, char ***wrong, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  GPtrArray *changes = NULL;
  json_object *root;

  if (size > DOLEN_SUGGESTED_MAX_BYTES) {
    refuse_size (error);
    return NULL;
  }
  if (!g_utf8_validate_len (text, size, NULL)) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_ENCODING, _ ("The file is not text in UTF-8."));
    return NULL;
  }
  root = parse (text, size, error);
  if (root != NULL)
    changes = read_changes (root, builder, error);
  g_clear_pointer (&root, json_object_put);
  if (changes != NULL && wrong != NULL)
    *wrong = g_strv_builder_end (builder);
  return changes;
}

static gboolean
cannot_read (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  /* Translators: a file name and the system's reason. */
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_CANNOT_OPEN,
               _ ("%s cannot be read: %s."),
               name,
               g_strerror (code));
  return FALSE;
}

/* The file may grow while it is read. */
static gboolean
read_bytes (int fd, const char *path, GByteArray *bytes, GError **error)
{
  guint8 chunk[16 * 1024];
  gssize got;

  while ((got = read (fd, chunk, sizeof chunk)) != 0) {
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return cannot_read (path, errno, error);
    g_byte_array_append (bytes, chunk, (guint) got);
    if (bytes->len > DOLEN_SUGGESTED_MAX_BYTES)
      return refuse_size (error);
  }
  return TRUE;
}

/* Only a file that is no larger than it may be: a device or a pipe is not waited for. */
static gboolean
read_file (int fd, const char *path, GByteArray *bytes, GError **error)
{
  struct stat about;

  if (fd < 0 || fstat (fd, &about) < 0)
    return cannot_read (path, errno, error);
  if (!S_ISREG (about.st_mode))
    return cannot_read (path, S_ISDIR (about.st_mode) ? EISDIR : EINVAL, error);
  if (about.st_size > DOLEN_SUGGESTED_MAX_BYTES)
    return refuse_size (error);
  return read_bytes (fd, path, bytes, error);
}

GPtrArray *
dolen_suggested_changes_read (const char *path, char ***wrong, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  gboolean ok = read_file (fd, path, bytes, error);

  if (fd >= 0)
    close (fd);
  if (!ok)
    return NULL;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return dolen_suggested_changes_parse (
      (const char *) bytes->data, (gssize) bytes->len - 1, wrong, error);
}
