/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-registration.h"
#include "support/dolen-test.h"

static void
test_numbers_are_written_as_their_register_does (void)
{
  static const struct {
    const char *scheme, *typed, *written;
  } cases[] = {
    { "GB-CHC", "1164883", "1164883" },
    { "GB-CHC", " 279 417 ", "279417" },
    { "GB-CHC", "1164883-1", "1164883-1" },
    { "GB-CHC", "11648", NULL },
    { "GB-CHC", "11648833", NULL },
    { "GB-CHC", "1164883-", NULL },
    { "GB-COH", "09506232", "09506232" },
    { "GB-COH", "9506232", "09506232" },
    { "GB-COH", "ce012345", "CE012345" },
    { "GB-COH", "CE1234", NULL },
    { "GB-COH", "123", NULL },
    { "GB-SC", "SC042386", "SC042386" },
    { "GB-SC", "042386", "SC042386" },
    { "GB-SC", "SC42386", NULL },
    { "GB-NIC", "NIC100012", "100012" },
    { "GB-NIC", "100012", "100012" },
    { "GB-NIC", "200012", NULL },
    { "GB-MPR", "31245r", "31245R" },
    { "GB-MPR", "RS007654", "RS007654" },
    { "GB-MPR", "R", NULL },
    { "GB-CASC", " 77 b ", "77 B" },
    { NULL, "  ", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *written = dolen_registration_check (cases[i].scheme, cases[i].typed);

    if (g_strcmp0 (cases[i].scheme, "GB-CASC") == 0)
      g_assert_nonnull (written);
    else
      g_assert_cmpstr (written, ==, cases[i].written);
  }
}

static void
test_every_scheme_says_how_it_looks (void)
{
  const char *const *schemes = dolen_registration_schemes ();

  g_assert_nonnull (schemes[0]);
  for (guint i = 0; schemes[i] != NULL; i++)
    g_assert_nonnull (dolen_registration_shape (schemes[i]));
  g_assert_null (dolen_registration_shape ("GB-CASC"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/registration/" #name, test_##name)
  ADD (numbers_are_written_as_their_register_does);
  ADD (every_scheme_says_how_it_looks);
#undef ADD
  return g_test_run ();
}
