/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-json-value.h"
#include "support/dolen-test.h"

static json_object *
parse (const char *text)
{
  json_object *value = json_tokener_parse (text);

  g_assert_nonnull (value);
  return value;
}

static void
keys_are_found_in_any_spelling (void)
{
  json_object *object = parse ("{\"totalElements\":1,\"service_At-Locations\":2,\"x\":null}");

  g_assert_nonnull (dolen_json_get (object, "total_elements"));
  g_assert_nonnull (dolen_json_get (object, "totalelements"));
  g_assert_nonnull (dolen_json_get (object, "service_at_locations"));
  g_assert_null (dolen_json_get (object, "total"));
  g_assert_null (dolen_json_get (object, "x"));
  g_assert_nonnull (dolen_json_get_any (object, "nope", "total_elements", NULL));
  g_assert_null (dolen_json_get (NULL, "x"));
  json_object_put (object);
}

static void
assert_as_text (const char *json, const char *expected)
{
  json_object *object = parse (json);
  g_autofree char *text = dolen_json_get_text (object, "k");

  g_assert_cmpstr (text, ==, expected);
  json_object_put (object);
}

static void
any_scalar_is_text (void)
{
  assert_as_text ("{\"k\":2830}", "2830");
  assert_as_text ("{\"k\":2.0}", "2");
  assert_as_text ("{\"k\":2.5}", "2.5");
  assert_as_text ("{\"k\":true}", "true");
  assert_as_text ("{\"k\":{\"text\":\"Closed\"}}", "Closed");
  assert_as_text ("{\"k\":\"\"}", NULL);
  assert_as_text ("{\"k\":\" \\u00a0 \"}", NULL);
  assert_as_text ("{\"k\":null}", NULL);
  assert_as_text ("{\"k\":[1]}", NULL);
  assert_as_text ("{\"k\":{\"text\":{\"text\":\"x\"}}}", NULL);
  assert_as_text ("{\"k\":\"a\\u0000b\"}", "ab");
}

static void
assert_pence (const char *json, gint64 expected)
{
  json_object *object = parse (json);

  g_assert_cmpint (dolen_json_pence (dolen_json_get (object, "k")), ==, expected);
  json_object_put (object);
}

static void
money_is_read_in_pence (void)
{
  assert_pence ("{\"k\":\"8.00\"}", 800);
  assert_pence ("{\"k\":8}", 800);
  assert_pence ("{\"k\":0.1}", 10);
  assert_pence ("{\"k\":\"£3.50\"}", 350);
  assert_pence ("{\"k\":\"Free\"}", 0);
  assert_pence ("{\"k\":\"3 to 5\"}", -1);
  assert_pence ("{\"k\":-1}", -1);
  assert_pence ("{\"k\":null}", -1);
  assert_pence ("{\"k\":1e300}", -1);
}

static void
one_thing_is_a_list_of_one (void)
{
  json_object *object = parse ("{\"a\":[1,2],\"b\":{\"x\":1},\"n\":null}");

  g_assert_cmpuint (dolen_json_length (dolen_json_get (object, "a")), ==, 2);
  g_assert_cmpuint (dolen_json_length (dolen_json_get (object, "b")), ==, 1);
  g_assert_cmpuint (dolen_json_length (dolen_json_get (object, "n")), ==, 0);
  g_assert_cmpint (
      dolen_json_get_int (dolen_json_at (dolen_json_get (object, "b"), 0), "x"), ==, 1);
  g_assert_cmpuint (dolen_json_count_members (object), ==, 4);
  json_object_put (object);
}

static void
blank_is_not_absent (void)
{
  json_object *object = parse ("{\"a\":\"\",\"b\":null,\"c\":\"x\",\"d\":0}");

  g_assert_true (dolen_json_is_blank (object, "a"));
  g_assert_true (dolen_json_is_blank (object, "b"));
  g_assert_false (dolen_json_is_blank (object, "c"));
  g_assert_false (dolen_json_is_blank (object, "d"));
  g_assert_false (dolen_json_is_blank (object, "e"));
  json_object_put (object);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/format/json value/keys are found in any spelling",
                   keys_are_found_in_any_spelling);
  g_test_add_func ("/format/json value/any scalar is text", any_scalar_is_text);
  g_test_add_func ("/format/json value/money is read in pence", money_is_read_in_pence);
  g_test_add_func ("/format/json value/one thing is a list of one", one_thing_is_a_list_of_one);
  g_test_add_func ("/format/json value/blank is not absent", blank_is_not_absent);
  return g_test_run ();
}
