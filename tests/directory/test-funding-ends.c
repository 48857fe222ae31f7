/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-funding-ends.h"
#include "directory/samples.h"

#define TODAY "2026-05-04"

static DolenFunding *
funding (const char *funder, const char *ends_on)
{
  DolenFunding *funding = dolen_funding_new ();

  funding->funder = g_strdup (funder);
  funding->ends_on = g_strdup (ends_on);
  return funding;
}

static void
add_service (DolenDirectory *dir,
             const char *name,
             const char *organisation_uid,
             const char *ends_on,
             const char *also_ends_on)
{
  g_autoptr (DolenService) service = samples_service (name, NULL, DOLEN_TEXT_CHECKED);

  service->organisation_uid = g_strdup (organisation_uid);
  if (ends_on != NULL)
    g_ptr_array_add (service->funding, funding ("A trust", ends_on));
  if (also_ends_on != NULL)
    g_ptr_array_add (service->funding,
                     funding ("A council", *also_ends_on != '\0' ? also_ends_on : NULL));
  samples_save (dir, service);
}

static DolenDirectory *
open_funded (void)
{
  DolenDirectory *dir = samples_open ();
  g_autoptr (DolenOrganisation) body = samples_organisation (dir, "Hall");
  g_autoptr (DolenOrganisation) bare = samples_organisation (dir, "Nobody’s");

  g_ptr_array_add (body->funding, funding ("The lottery", "2026-10-31"));
  g_ptr_array_add (bare->funding, funding ("The lottery", "2026-10-31"));
  g_assert_true (dolen_directory_save_organisation (dir, body, NULL));
  g_assert_true (dolen_directory_save_organisation (dir, bare, NULL));
  add_service (dir, "Soon", body->uid, "2026-06-30", NULL);
  add_service (dir, "Later of two", body->uid, "2026-06-30", "2027-03-31");
  add_service (dir, "One without an end", NULL, "2026-06-30", "");
  add_service (dir, "Over", NULL, "2026-04-30", NULL);
  add_service (dir, "Far", NULL, "2029-01-01", NULL);
  add_service (dir, "Not told", NULL, NULL, NULL);
  return dir;
}

static void
test_what_ends_is_told_the_earliest_first (void)
{
  static const struct {
    const char *name, *funder, *ends_on;
    DolenFundingStatus status;
    guint services;
  } expected[] = {
    { "Soon", "A trust", "2026-06-30", DOLEN_FUNDING_AT_RISK, 1 },
    { "Hall", "The lottery", "2026-10-31", DOLEN_FUNDING_ENDING, 2 },
    { "Later of two", "A council", "2027-03-31", DOLEN_FUNDING_SECURE, 1 },
  };
  g_autoptr (DolenDirectory) dir = open_funded ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ends
             = dolen_directory_list_funding_ends (dir, TODAY, "2027-05-04", TODAY, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ends->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < ends->len; i++) {
    const DolenFundingEnd *end = g_ptr_array_index (ends, i);

    g_assert_cmpstr (end->name.en, ==, expected[i].name);
    g_assert_cmpstr (end->funder, ==, expected[i].funder);
    g_assert_cmpstr (end->ends_on, ==, expected[i].ends_on);
    g_assert_cmpint (end->status, ==, expected[i].status);
    g_assert_cmpuint (end->services, ==, expected[i].services);
  }
}

static void
test_the_outlook_counts_by_months (void)
{
  g_autoptr (DolenDirectory) dir = open_funded ();
  DolenFundingOutlook outlook;

  g_assert_true (dolen_directory_get_funding_outlook (dir, TODAY, &outlook, NULL));
  g_assert_cmpuint (outlook.ended, ==, 1);
  g_assert_cmpuint (outlook.in_3, ==, 1);
  g_assert_cmpuint (outlook.in_6, ==, 2);
  g_assert_cmpuint (outlook.in_12, ==, 3);
}

static void
test_so_many_are_told_as_are_asked_for (void)
{
  g_autoptr (DolenDirectory) dir = open_funded ();
  g_autoptr (GPtrArray) ends
             = dolen_directory_list_funding_ends (dir, "", "2099-01-01", TODAY, 2, NULL);

  g_assert_cmpuint (ends->len, ==, 2);
  g_assert_cmpint (((DolenFundingEnd *) ends->pdata[0])->status, ==, DOLEN_FUNDING_ENDED);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/funding-ends/" #name, test_##name)
  ADD (what_ends_is_told_the_earliest_first);
  ADD (the_outlook_counts_by_months);
  ADD (so_many_are_told_as_are_asked_for);
#undef ADD
  return g_test_run ();
}
