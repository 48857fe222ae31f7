/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-id.h"
#include "support/dolen-test.h"

static void
test_foreign_ids_are_stable (void)
{
  g_autofree char *a = dolen_id_for_foreign ("feed", "service", "2830");
  g_autofree char *b = dolen_id_for_foreign ("feed", "service", "2830");
  g_autofree char *c = dolen_id_for_foreign ("feed", "venue", "2830");
  g_autofree char *d = dolen_id_for_foreign ("feed", "service", "");

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
  g_assert_true (dolen_id_is_valid (a));
  g_assert_true (dolen_id_is_valid (d));
  g_assert_cmpint (a[14], ==, '5');
}

static void
test_new_ids_differ (void)
{
  g_autofree char *a = dolen_id_new ();
  g_autofree char *b = dolen_id_new ();

  g_assert_cmpstr (a, !=, b);
  g_assert_true (dolen_id_is_valid (a));
  g_assert_false (dolen_id_is_valid ("2830"));
  g_assert_false (dolen_id_is_valid ("738F94E0-AA6C-6A5C-2395-7B64421BA2A5"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/base/id/foreign_ids_are_stable", test_foreign_ids_are_stable);
  g_test_add_func ("/base/id/new_ids_differ", test_new_ids_differ);
  return g_test_run ();
}
