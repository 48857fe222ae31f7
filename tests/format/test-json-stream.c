/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "format/dolen-json-stream.h"
#include "format/dolen-json-value.h"
#include "support/dolen-test.h"

#include <stdio.h>
#include <string.h>

static char *folder;

static char *
write_file (const char *text, gssize length)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("feed %d.json", number++);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

/* Reads all of a file: the ids one after the other, "!" for a refused record. */
static char *
ids_of_file (const char *path, GError **error)
{
  g_autoptr (DolenJsonStream) stream = dolen_json_stream_new (&path, 1);
  g_autoptr (GString) ids = g_string_new (NULL);
  DolenJsonItem item;
  goffset position = 0;

  do {
    if (!dolen_json_stream_next (stream, &item, NULL, error))
      return NULL;
    g_assert_cmpint (dolen_json_stream_position (stream), >=, position);
    position = dolen_json_stream_position (stream);
    if (item.kind == DOLEN_JSON_RECORD) {
      g_autofree char *id = dolen_json_get_text (item.value, "id");
      g_string_append (ids, id ? id : "-");
    } else if (item.kind == DOLEN_JSON_REFUSED) {
      g_assert_nonnull (item.refused);
      g_string_append_c (ids, '!');
    }
  } while (item.kind != DOLEN_JSON_END);
  g_assert_cmpint (position, <=, dolen_json_stream_size (stream));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static char *
ids_of (const char *text, GError **error)
{
  g_autofree char *path = write_file (text, -1);

  return ids_of_file (path, error);
}

static const struct {
  const char *what, *text, *ids;
} ENVELOPES[] = {
  { "a bare array", "[{\"id\":1},{\"id\":2}]", "12" },
  { "an empty array", " [ ] ", "" },
  { "a byte order mark", "\xef\xbb\xbf[{\"id\":1}]", "1" },
  { "one record", "{\"id\":1,\"name\":\"x\",\"contacts\":[{\"id\":9}]}", "1" },
  { "lines", "{\"id\":1}\n{\"id\":2}\n\n{\"id\":3}\n", "123" },
  { "lines with lists in them", "{\"contacts\":[{\"id\":9}],\"id\":1}\n{\"id\":2}", "12" },
  { "a list with a known name that holds no objects",
    "{\"contents\":[1,2],\"members\":[{\"id\":1}]}",
    "1" },
  { "nothing but such a list", "{\"contents\":[1,2]}", "-" },
  { "ORUK 3.0",
    "{\"total_items\":2,\"total_pages\":1,\"page_number\":1,\"size\":2,\"first_page\":true,"
    "\"last_page\":true,\"empty\":false,\"contents\":[{\"id\":1},{\"id\":2}]}",
    "12" },
  { "ORUK 1.0 (Spring)",
    "{\"totalElements\":2,\"totalPages\":1,\"number\":1,\"size\":50,\"first\":true,\"last\":true,"
    "\"empty\":false,\"content\":[{\"id\":1},{\"id\":2}]}",
    "12" },
  { "all lower case, with nothing in it",
    "{\"totalelements\":0,\"totalpages\":0,\"number\":1,\"size\":2,\"first\":true,\"last\":false,"
    "\"content\":[]}",
    "" },
  { "RPDE",
    "{\"next\":\"https://example.org/x\",\"next_url\":\"x\",\"items\":[{\"state\":\"updated\","
    "\"id\":1,\"data\":{}}],\"license\":\"x\"}",
    "1" },
  { "records before the rest",
    "{\"contents\":[{\"id\":1}],\"page_number\":1,\"x\":{\"y\":[]}}",
    "1" },
  { "another spelling", "{\"Total_Items\":1,\"Contents\":[{\"id\":1}]}", "1" },
  { "named after what it holds", "{\"count\":1,\"services\":[{\"id\":1},{\"id\":2}]}", "12" },
  { "an organisation with services is a record",
    "{\"id\":1,\"name\":\"x\",\"services\":[{\"id\":2}]}",
    "1" },
  { "organisations and services",
    "{\"services\":[{\"id\":1}],\"organizations\":[{\"id\":2},{\"id\":3}]}",
    "231" },
  { "data in data", "{\"data\":{\"total\":1,\"services\":[{\"id\":1}]}}", "1" },
  { "data",
    "{\"meta\":{\"tags\":[{\"id\":8}]},\"data\":[{\"id\":1}],\"links\":[{\"id\":9}]}",
    "1" },
  { "results", "{\"count\":2,\"next\":null,\"results\":[{\"id\":1}]}", "1" },
  { "records", "{\"records\":[{\"id\":1}]}", "1" },
  { "an unknown name",
    "{\"x\":[1,2],\"groups\":[{\"id\":1},{\"id\":2}],\"y\":[{\"id\":9}]}",
    "12" },
  { "pages one after the other", "{\"content\":[{\"id\":1}]}\n{\"content\":[{\"id\":2}]}", "12" },
  { "what is no record", "[1,{\"id\":1},\"x\",null,[2]]", "!1!!!" },
};

static void
each_envelope_is_opened (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ENVELOPES); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *ids = ids_of (ENVELOPES[i].text, &error);
    g_test_message ("%s", ENVELOPES[i].what);
    g_assert_no_error (error);
    g_assert_cmpstr (ids, ==, ENVELOPES[i].ids);
  }
}

static const struct {
  const char *text, *place; /* how the message begins after the file's name */
  int code;
} BROKEN[] = {
  { "", ", byte 0", DOLEN_ERROR_INVALID },
  { "   \n", ", byte 4", DOLEN_ERROR_INVALID },
  { "hello", ", byte 0", DOLEN_ERROR_INVALID },
  { "<html></html>", ", byte 0", DOLEN_ERROR_INVALID },
  { "[{\"id\":1}", ", record 1, byte 9", DOLEN_ERROR_INVALID },
  { "[{\"id\":1},{\"id\":", ", record 2, byte 16", DOLEN_ERROR_INVALID },
  { "[{\"id\":1} {\"id\":2}]", ", record 1, byte 10", DOLEN_ERROR_INVALID },
  { "[{\"id\":1},]", ", record 2, byte 10", DOLEN_ERROR_INVALID },
  { "[,{\"id\":1}]", ", record 1, byte 1", DOLEN_ERROR_INVALID },
  { "[{\"id\":1}}", ", record 1, byte 9", DOLEN_ERROR_INVALID },
  { "[{\"id\":1]}", ", record 1, byte 8", DOLEN_ERROR_INVALID },
  { "[{\"id\":1}] x", ", record 1, byte 11", DOLEN_ERROR_INVALID },
  { "{\"content\":[{\"id\":1}]", ", record 1, byte 21", DOLEN_ERROR_INVALID },
  { "{\"content\":[{\"id\":1}],", ", record 1, byte 22", DOLEN_ERROR_INVALID },
  { "{\"services\":[{\"id\":1},{\"id\"", ", record 2, byte 27", DOLEN_ERROR_INVALID },
  { "{\"id\":1", ", record 1, byte 7", DOLEN_ERROR_INVALID },
  { "{\"id\":1}\n{\"id\"", ", record 2, byte 14", DOLEN_ERROR_INVALID },
  { "[{\"id\":\"\xff\"}]", ", record 1, byte 8", DOLEN_ERROR_ENCODING },
  { "[{\"id\":1},{\"id\":\"\xc3\"}]", ", record 2, byte 17", DOLEN_ERROR_ENCODING },
};

static void
a_broken_file_names_the_place (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (BROKEN); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *ids = ids_of (BROKEN[i].text, &error);
    g_test_message ("%s -> %s", BROKEN[i].text, error ? error->message : ids);
    g_assert_null (ids);
    g_assert_error (error, DOLEN_ERROR, BROKEN[i].code);
    g_assert_nonnull (strstr (error->message, BROKEN[i].place));
  }
}

static void
a_nul_byte_is_named (void)
{
  g_autofree char *path = write_file ("[{\"id\":\"a\0b\"}]", 14);
  g_autoptr (GError) error = NULL;

  g_assert_null (ids_of_file (path, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "record 1, byte 9"));
}

static void
deep_nesting_is_refused (void)
{
  const char *before[]
      = { "", "[", "{\"contents\":[{\"id\":1,\"a\":", "{\"a\":", "{\"id\":1,\"b\":" };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++) {
    g_autoptr (GString) text = g_string_new (before[i]);
    g_autoptr (GError) error = NULL;
    for (int n = 0; n < 100000; n++)
      g_string_append_c (text, '[');
    g_assert_null (ids_of (text->str, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE);
  }
}

static void
a_large_record_is_refused_and_the_rest_goes_on (void)
{
  gsize size = g_test_slow () ? (gsize) 1024 * 1024 * 1024 : (gsize) 20 * 1024 * 1024;
  g_autofree char *chunk = g_strnfill (1024 * 1024, 'x');
  g_autofree char *path = write_file ("[{\"id\":1},{\"id\":\"", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;
  FILE *file = fopen (path, "a");

  for (gsize i = 0; i < size; i += 1024 * 1024)
    fwrite (chunk, 1, 1024 * 1024, file);
  fputs ("\"},{\"id\":3}]", file);
  fclose (file);
  ids = ids_of_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ids, ==, "1!3");
}

static void
a_record_of_too_many_values_is_refused (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"id\":1,\"x\":[");
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (text, "[],");
  g_string_append (text, "1]},{\"id\":2}]");
  ids = ids_of (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ids, ==, "!2");
}

static void
repeated_keys_are_counted (void)
{
  g_autofree char *path = write_file ("[{\"id\":1,\"id\":2,\"x\":{\"y:\":1,\"z\":\"a:b\"}}]", -1);
  const char *paths[] = { path };
  g_autoptr (DolenJsonStream) stream = dolen_json_stream_new (paths, 1);
  DolenJsonItem item;

  g_assert_true (dolen_json_stream_next (stream, &item, NULL, NULL));
  g_assert_cmpuint (item.repeated_keys, ==, 1);
  g_assert_cmpint (dolen_json_get_int (item.value, "id"), ==, 2);
}

static void
the_envelope_can_be_asked (void)
{
  g_autofree char *path
      = write_file ("{\"total_items\":1,\"contents\":[{\"id\":1}],\"x_date\":\"2026-01-02\"}", -1);
  const char *paths[] = { path };
  g_autoptr (DolenJsonStream) stream = dolen_json_stream_new (paths, 1);
  DolenJsonItem item;

  g_assert_true (dolen_json_stream_next (stream, &item, NULL, NULL));
  g_assert_cmpstr (item.container, ==, "contents");
  g_assert_cmpstr (dolen_json_stream_envelope (stream, "totalItems"), ==, "1");
  g_assert_null (dolen_json_stream_envelope (stream, "x_date"));
  g_assert_true (dolen_json_stream_next (stream, &item, NULL, NULL));
  g_assert_cmpint (item.kind, ==, DOLEN_JSON_END);
  g_assert_cmpstr (dolen_json_stream_envelope (stream, "x_date"), ==, "2026-01-02");
}

/* Characters of several bytes at every offset from the end of a chunk. */
static void
characters_survive_the_edge_of_a_chunk (void)
{
  for (int shift = 0; shift < 5; shift++) {
    g_autoptr (GString) text = g_string_new ("[{\"id\":\"");
    g_autoptr (GError) error = NULL;
    g_autofree char *ids = NULL;
    g_autofree char *expected = NULL;
    gsize start = text->len;
    for (int i = 0; i < shift; i++)
      g_string_append_c (text, 'a');
    while (text->len < 140000)
      g_string_append (text, "ŷ€😀");
    expected = g_strdup (text->str + start);
    g_string_append (text, "\"}]");
    ids = ids_of (text->str, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (ids, ==, expected);
  }
}

static void
reading_can_be_cancelled (void)
{
  g_autofree char *path = write_file ("[{\"id\":1},{\"id\":2}]", -1);
  const char *paths[] = { path };
  g_autoptr (DolenJsonStream) stream = dolen_json_stream_new (paths, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DolenJsonItem item;

  g_assert_true (dolen_json_stream_next (stream, &item, cancellable, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (dolen_json_stream_next (stream, &item, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Real pages, cut and changed at random places: an answer each time, never a crash. */
static void
mutated_feeds_are_read_or_refused (void)
{
  g_autofree char *path = dolen_test_shared ("oruk3/bristol-services-page1.json");
  g_autoptr (GRand) random = g_rand_new_with_seed (20261120);
  g_autofree char *text = NULL;
  gsize length;

  if (!path)
    return;
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (int round = 0; round < 1500; round++) {
    g_autofree char *copy = g_memdup2 (text, length);
    g_autofree char *mutated = g_build_filename (folder, "mutated.json", NULL);
    g_autoptr (GError) error = NULL;
    g_autofree char *ids = NULL;
    gsize kept = round % 2 ? length : (gsize) g_rand_int_range (random, 0, length);
    for (int i = 0; i < round % 7; i++)
      copy[g_rand_int_range (random, 0, length)]
          = "{}[]\",:\\\xff\0 1ax"[g_rand_int_range (random, 0, 15)];
    g_assert_true (
        g_file_set_contents_full (mutated, copy, kept, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    ids = ids_of_file (mutated, &error);
    g_assert_true ((ids == NULL) == (error != NULL));
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  folder = dolen_test_folder ();
#define ADD(name, function) g_test_add_func ("/format/json stream/" name, function)
  ADD ("each envelope is opened", each_envelope_is_opened);
  ADD ("a broken file names the place", a_broken_file_names_the_place);
  ADD ("a NUL byte is named", a_nul_byte_is_named);
  ADD ("deep nesting is refused", deep_nesting_is_refused);
  ADD ("a large record is refused and the rest goes on",
       a_large_record_is_refused_and_the_rest_goes_on);
  ADD ("a record of too many values is refused", a_record_of_too_many_values_is_refused);
  ADD ("repeated keys are counted", repeated_keys_are_counted);
  ADD ("the envelope can be asked", the_envelope_can_be_asked);
  ADD ("characters survive the edge of a chunk", characters_survive_the_edge_of_a_chunk);
  ADD ("reading can be cancelled", reading_can_be_cancelled);
  ADD ("mutated feeds are read or refused", mutated_feeds_are_read_or_refused);
  return g_test_run ();
}
