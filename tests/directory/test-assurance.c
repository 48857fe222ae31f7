/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "directory/dolen-assurance-account.h"
#include "directory/samples.h"

#include <glib/gstdio.h>

#define TODAY "2026-05-04"

static DolenOrganisation *
body (DolenGovernance governance)
{
  DolenOrganisation *organisation = dolen_organisation_new ();

  organisation->governance = governance;
  return organisation;
}

static void
record (DolenOrganisation *organisation,
        const char *what,
        DolenAssuranceState state,
        const char *expires_on)
{
  DolenAssurance *check = dolen_assurance_new ();

  check->what = g_strdup (what);
  check->state = state;
  check->expires_on = g_strdup (expires_on);
  g_ptr_array_add (organisation->checks, check);
}

static DolenActivities
activities_of (const char *name, DolenTagKind kind, const char *code, DolenTagState state)
{
  g_autoptr (DolenService) service = samples_service (name, NULL, DOLEN_TEXT_CHECKED);
  DolenTag *tag = samples_tag (kind, code, TRUE, state);

  tag->words = g_strdup (code);
  g_ptr_array_add (service->tags, tag);
  return dolen_assurance_activities (dolen_assurance_rules_get_bundled (), service);
}

static char *
account (const DolenOrganisation *organisation, DolenActivities activities)
{
  return dolen_assurance_account (dolen_assurance_rules_get_bundled (),
                                  organisation,
                                  NULL,
                                  activities,
                                  TODAY,
                                  DOLEN_LANGUAGE_EN);
}

static DolenAssuranceLevel
level (DolenGovernance governance, DolenActivities activities, const char *check)
{
  return dolen_assurance_level (
      dolen_assurance_rules_get_bundled (), governance, activities, check);
}

static void
test_a_book_group_is_asked_for_nothing (void)
{
  g_autoptr (DolenOrganisation) group = body (DOLEN_GOVERNANCE_INFORMAL_GROUP);
  DolenActivities books
      = activities_of ("Book group", DOLEN_TAG_INTEREST, "book-club", DOLEN_TAG_CONFIRMED);
  const DolenAssuranceRules *rules = dolen_assurance_rules_get_bundled ();
  const char *const *checks = dolen_assurance_rules_list (rules);
  g_autofree char *said = account (group, books);

  g_assert_nonnull (checks[0]);
  for (guint i = 0; checks[i] != NULL; i++)
    g_assert_cmpint (
        level (DOLEN_GOVERNANCE_INFORMAL_GROUP, books, checks[i]), ==, DOLEN_ASSURANCE_NOT_ASKED);
  g_assert_cmpstr (said, ==, "No papers are asked of a group like this.");
  g_assert_false (dolen_assurance_is_missing (rules, group, NULL, books, TODAY));
}

static void
test_what_the_activity_calls_for_is_said_of_an_informal_group_too (void)
{
  g_autoptr (DolenOrganisation) group = body (DOLEN_GOVERNANCE_INFORMAL_GROUP);
  DolenActivities alone
      = activities_of ("Befriending", DOLEN_TAG_INTEREST, "befriending", DOLEN_TAG_CONFIRMED);
  g_autofree char *said = account (group, alone);

  g_assert_cmpstr (
      said,
      ==,
      "Should be there for what they do, not seen yet: safeguarding policy, DBS checks."
      " Not asked: insurance.");
  g_assert_true (
      dolen_assurance_is_missing (dolen_assurance_rules_get_bundled (), group, NULL, alone, TODAY));
}

static void
test_the_account_is_plain (void)
{
  g_autoptr (DolenOrganisation) charity = body (DOLEN_GOVERNANCE_CIO);
  DolenActivities advice
      = activities_of ("Money advice", DOLEN_TAG_NEED, "debt", DOLEN_TAG_CONFIRMED);
  g_autofree char *said = NULL;
  g_autofree char *welsh = NULL;

  record (charity, "insurance", DOLEN_ASSURANCE_SEEN, "2027-05-31");
  record (charity, "safeguarding", DOLEN_ASSURANCE_SEEN, NULL);
  record (charity, "complaints", DOLEN_ASSURANCE_TOLD, NULL);
  record (charity, "data-protection", DOLEN_ASSURANCE_SEEN, "2026-05-03");
  record (charity, "equality", DOLEN_ASSURANCE_NOT_NEEDED, NULL);
  record (charity, "governing-document", DOLEN_ASSURANCE_NOT_THERE, NULL);
  record (charity, "our-own", DOLEN_ASSURANCE_SEEN, NULL);
  said = account (charity, advice);
  g_assert_cmpstr (said,
                   ==,
                   "Seen: insurance (to May 2027), safeguarding policy, our-own."
                   " They say that they have: complaints procedure."
                   " Out of date: data protection policy (to May 2026)."
                   " Asked for and not there: governing document."
                   " Should be there for what they do, not seen yet:"
                   " advice quality standard or FCA authorisation.");
  welsh = dolen_assurance_account (
      dolen_assurance_rules_get_bundled (), charity, NULL, advice, TODAY, DOLEN_LANGUAGE_CY);
  g_assert_nonnull (strstr (welsh, "yswiriant (diwedd: Mai 2027), polisi diogelu"));
}

static void
test_a_branch_shares_the_cover_of_its_body (void)
{
  const DolenAssuranceRules *rules = dolen_assurance_rules_get_bundled ();
  g_autoptr (DolenOrganisation) parent = body (DOLEN_GOVERNANCE_CHARITABLE_COMPANY);
  g_autoptr (DolenOrganisation) branch = body (DOLEN_GOVERNANCE_BRANCH);
  DolenActivities food
      = activities_of ("Lunch club", DOLEN_TAG_INTEREST, "lunch-club", DOLEN_TAG_CONFIRMED);
  g_autofree char *covered = NULL;
  g_autofree char *alone = NULL;

  record (parent, "insurance", DOLEN_ASSURANCE_SEEN, "2027-05-31");
  record (parent, "safeguarding", DOLEN_ASSURANCE_NOT_THERE, NULL);
  record (branch, "insurance", DOLEN_ASSURANCE_SEEN, "2026-01-31");
  branch->covered_by_parent = TRUE;
  covered = dolen_assurance_account (rules, branch, parent, food, TODAY, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (covered, "Shared by the larger body: insurance (to May 2027)."));
  g_assert_null (strstr (covered, "Asked for and not there"));
  branch->covered_by_parent = FALSE;
  alone = dolen_assurance_account (rules, branch, parent, food, TODAY, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (alone, "Out of date: insurance (to January 2026)."));
}

static void
test_what_is_said_by_the_way_calls_for_nothing (void)
{
  g_assert_cmphex (activities_of ("Knitting", DOLEN_TAG_NEED, "debt", DOLEN_TAG_PROPOSED), ==, 0);
  g_assert_cmphex (activities_of ("Knitting", DOLEN_TAG_NEED, "debt", DOLEN_TAG_REJECTED), ==, 0);
  g_assert_cmphex (
      activities_of ("Debt advice", DOLEN_TAG_NEED, "debt", DOLEN_TAG_PROPOSED), !=, 0);
}

static void
test_ages_and_visits_at_home_say_what_it_is (void)
{
  const DolenAssuranceRules *rules = dolen_assurance_rules_get_bundled ();
  g_autoptr (DolenService) service = samples_service ("A", NULL, DOLEN_TEXT_CHECKED);
  g_autofree char *names = NULL;

  service->minimum_age = 0;
  g_assert_cmphex (dolen_assurance_activities (rules, service), ==, 0);
  service->minimum_age = 11;
  service->maximum_age = 16;
  service->attending = DOLEN_ATTENDING_HOME_VISIT;
  names = dolen_assurance_activity_names (
      rules, dolen_assurance_activities (rules, service), DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (
      names, ==, "works with people one to one or at home; is for children or young people");
}

static void
test_a_statutory_body_answers_elsewhere (void)
{
  g_autoptr (DolenOrganisation) council = body (DOLEN_GOVERNANCE_STATUTORY);
  g_autofree char *said = account (council, ~0u);

  g_assert_cmpstr (said, ==, "");
}

static void
test_rules_that_mean_nothing_are_refused (void)
{
  static const char *const texts[] = {
    "{\"checks\":[{\"code\":\"a\",\"en\":\"a\"}]}",
    "{\"checks\":[{\"code\":\"a\",\"en\":\"a\",\"cy\":\"a\"}],"
    "\"rules\":[{\"check\":\"b\",\"level\":\"needed\"}]}",
    "{\"checks\":[{\"code\":\"a\",\"en\":\"a\",\"cy\":\"a\"}],"
    "\"rules\":[{\"check\":\"a\",\"level\":\"nice\"}]}",
    "{\"forms\":[{\"code\":\"f\",\"governance\":[\"guild\"]}]}",
    "[]",
  };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "dolen-rules-XXXXXX", NULL);
  int file = g_mkstemp (path);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    g_assert_null (dolen_assurance_rules_load (path, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  }
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/assurance/" #name, test_##name)
  ADD (a_book_group_is_asked_for_nothing);
  ADD (what_the_activity_calls_for_is_said_of_an_informal_group_too);
  ADD (the_account_is_plain);
  ADD (a_branch_shares_the_cover_of_its_body);
  ADD (what_is_said_by_the_way_calls_for_nothing);
  ADD (ages_and_visits_at_home_say_what_it_is);
  ADD (a_statutory_body_answers_elsewhere);
  ADD (rules_that_mean_nothing_are_refused);
#undef ADD
  return g_test_run ();
}
