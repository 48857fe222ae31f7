/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-records.h"
#include "support/dolen-test.h"

static void
test_codes_and_values_are_each_other (void)
{
  for (guint i = DOLEN_GOVERNANCE_UNKNOWN; i < DOLEN_N_GOVERNANCES; i++)
    g_assert_cmpint (dolen_governance_from_code (dolen_governance_code (i)), ==, i);
  for (guint i = DOLEN_CAPACITY_UNKNOWN; i <= DOLEN_CAPACITY_PAUSED; i++)
    g_assert_cmpint (dolen_capacity_status_from_code (dolen_capacity_status_code (i)), ==, i);
  for (guint i = DOLEN_TOLD_BY_UNKNOWN; i <= DOLEN_TOLD_BY_FEED; i++)
    g_assert_cmpint (dolen_told_by_from_code (dolen_told_by_code (i)), ==, i);
  for (guint i = DOLEN_TAG_INTEREST; i <= DOLEN_TAG_OTHER; i++)
    g_assert_cmpint (dolen_tag_kind_from_code (dolen_tag_kind_code (i)), ==, i);
  for (guint i = DOLEN_SERVICE_ACTIVE; i <= DOLEN_SERVICE_TEMPORARILY_CLOSED; i++)
    g_assert_cmpint (dolen_service_status_from_code (dolen_service_status_code (i)), ==, i);
  for (guint i = DOLEN_ASSURANCE_TOLD; i <= DOLEN_ASSURANCE_NOT_NEEDED; i++)
    g_assert_cmpint (dolen_assurance_state_from_code (dolen_assurance_state_code (i)), ==, i);
}

static void
test_sets_are_written_as_their_codes (void)
{
  g_autofree char *both
      = dolen_access_to_codes (DOLEN_ACCESS_DROP_IN | DOLEN_ACCESS_PROFESSIONAL_REFERRAL);
  DolenAccess access = DOLEN_ACCESS_UNKNOWN;
  DolenAttending attending = DOLEN_ATTENDING_UNKNOWN;

  g_assert_cmpstr (both, ==, "drop-in,professional-referral");
  g_assert_true (dolen_access_from_codes (" drop-in , membership", &access));
  g_assert_cmpint (access, ==, DOLEN_ACCESS_DROP_IN | DOLEN_ACCESS_MEMBERSHIP);
  g_assert_false (dolen_access_from_codes ("by balloon", &access));
  g_assert_true (dolen_attending_from_codes ("online", &attending));
  g_assert_cmpint (attending, ==, DOLEN_ATTENDING_ONLINE);
  g_assert_null (dolen_attending_to_codes (DOLEN_ATTENDING_UNKNOWN));
}

static void
test_a_code_nobody_knows_is_the_unknown_one (void)
{
  g_assert_cmpint (dolen_governance_from_code ("guild"), ==, DOLEN_GOVERNANCE_UNKNOWN);
  g_assert_cmpint (dolen_capacity_status_from_code (NULL), ==, DOLEN_CAPACITY_UNKNOWN);
  g_assert_cmpint (dolen_tag_kind_from_code ("colour"), ==, DOLEN_TAG_OTHER);
  g_assert_cmpint (dolen_permission_from_code (""), ==, DOLEN_PERMISSION_NOT_ASKED);
}

static void
add_funding (GPtrArray *funding, const char *ends_on)
{
  DolenFunding *one = dolen_funding_new ();

  one->ends_on = g_strdup (ends_on);
  g_ptr_array_add (funding, one);
}

static void
test_funding_is_as_safe_as_its_last_end (void)
{
  g_autoptr (GPtrArray) funding
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_funding_free);

  g_assert_cmpint (dolen_funding_status (funding, "2026-05-01"), ==, DOLEN_FUNDING_UNKNOWN);
  add_funding (funding, "2026-04-30");
  g_assert_cmpint (dolen_funding_status (funding, "2026-05-01"), ==, DOLEN_FUNDING_ENDED);
  g_assert_cmpint (dolen_funding_status (funding, "2026-04-30"), ==, DOLEN_FUNDING_AT_RISK);
  add_funding (funding, "2026-10-31");
  g_assert_cmpint (dolen_funding_status (funding, "2026-05-01"), ==, DOLEN_FUNDING_ENDING);
  g_assert_cmpint (dolen_funding_status (funding, "2026-04-01"), ==, DOLEN_FUNDING_SECURE);
  add_funding (funding, NULL);
  g_assert_cmpint (dolen_funding_status (funding, "2030-01-01"), ==, DOLEN_FUNDING_SECURE);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/records/" #name, test_##name)
  ADD (codes_and_values_are_each_other);
  ADD (sets_are_written_as_their_codes);
  ADD (a_code_nobody_knows_is_the_unknown_one);
  ADD (funding_is_as_safe_as_its_last_end);
#undef ADD
  return g_test_run ();
}
