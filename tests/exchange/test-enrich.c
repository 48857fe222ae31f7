/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/dolen-error.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-feed-sources.h"
#include "directory/dolen-undo-import.h"
#include "directory/dolen-writer.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <string.h>

/* The register of charities and published grants say more of organisations that are known. */

static const char FEED[]
    = "[{\"id\": \"s1\", \"name\": \"Lunch club\", \"status\": \"active\", \"organization\": {"
      "\"id\": \"o1\", \"name\": \"Age Friendly\", \"organization_identifiers\": [{"
      "\"identifier_scheme\": \"GB-CHC\", \"identifier\": \"1090095\"}]}},"
      "{\"id\": \"s2\", \"name\": \"Walks\", \"status\": \"active\", \"organization\": {"
      "\"id\": \"o2\", \"name\": \"The Walkers' Trust\"}},"
      "{\"id\": \"s3\", \"name\": \"Choir\", \"status\": \"active\", \"organization\": {"
      "\"id\": \"o3\", \"name\": \"Old Choir\", \"organization_identifiers\": [{"
      "\"identifier_scheme\": \"GB-CHC\", \"identifier\": \"279417\"}]}},"
      "{\"id\": \"s4\", \"name\": \"Shed\", \"status\": \"active\", \"organization\": {"
      "\"id\": \"o4\", \"name\": \"Shed\"}}]";

/* With a byte order mark, as it is published. */
#define REGISTER                                                                                       \
  "\xef\xbb\xbf[{\"registered_charity_number\": 1090095, \"linked_charity_number\": 0,"                \
  " \"charity_name\": \"AGE FRIENDLY\", \"charity_type\": \"CIO\","                                    \
  " \"charity_registration_status\": \"Registered\", \"charity_contact_email\": \"a@b.example.org\"}," \
  "{\"registered_charity_number\": 1090095, \"linked_charity_number\": 1,"                             \
  " \"charity_name\": \"A FUND OF IT\", \"charity_type\": null,"                                       \
  " \"charity_registration_status\": \"Registered\"},"                                                 \
  "{\"registered_charity_number\": 1173575, \"linked_charity_number\": 0,"                             \
  " \"charity_name\": \"THE WALKERS TRUST\", \"charity_type\": \"Trust\","                             \
  " \"charity_contact_postcode\": \"SY25 6HX\", \"charity_registration_status\": \"Registered\"},"     \
  "{\"registered_charity_number\": 279417, \"linked_charity_number\": 0,"                              \
  " \"charity_name\": \"OLD CHOIR\", \"charity_type\": null,"                                          \
  " \"charity_registration_status\": \"Removed\", \"date_of_removal\": \"2024-03-01T00:00:00\"},"      \
  "{\"registered_charity_number\": 200001, \"linked_charity_number\": 0,"                              \
  " \"charity_name\": \"SHED\", \"charity_registration_status\": \"Registered\"},"                     \
  "{\"registered_charity_number\": 200002, \"linked_charity_number\": 0,"                              \
  " \"charity_name\": \"SHED\", \"charity_registration_status\": \"Registered\"},"                     \
  "{\"registered_charity_number\": 200003, \"linked_charity_number\": 0,"                              \
  " \"charity_name\": \"SOMEBODY ELSE\", \"charity_registration_status\": \"Registered\"}]"

static DolenOrganisation *
get_organisation (DolenDirectory *directory, const DolenImportReport *feed, const char *id)
{
  g_autofree char *uid
      = dolen_directory_find_by_source (directory, feed->source_uid, "organisation", id, NULL);

  g_assert_nonnull (uid);
  return dolen_directory_get_organisation (directory, uid, NULL);
}

static void
the_register_fills_in_and_proposes (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autoptr (DolenImportReport) report = imports_text (directory, "charity.json", REGISTER);
  g_autoptr (DolenImportReport) again = imports_text (directory, "charity.json", REGISTER);
  g_autoptr (DolenOrganisation) age = get_organisation (directory, feed, "o1");
  g_autoptr (DolenOrganisation) choir = get_organisation (directory, feed, "o3");
  g_autoptr (GPtrArray) open = dolen_suggested_changes_list (directory, NULL, NULL);
  guint walkers = 0, removed = 0;

  g_assert_cmpuint (report->matched, ==, 2);
  g_assert_cmpuint (report->filled, ==, 1);
  g_assert_cmpuint (report->proposed, ==, 2);
  g_assert_cmpuint (report->passed, ==, 4);
  /* No flood of listings. */
  imports_assert_counts (directory, 4, 4);
  g_assert_cmpint (age->governance, ==, DOLEN_GOVERNANCE_CIO);
  g_assert_cmpstr (age->name.en, ==, "Age Friendly");
  g_assert_null (age->email);
  /* That a charity is gone is asked, not written. */
  g_assert_null (choir->legal_status);
  g_assert_cmpuint (open->len, ==, 2);
  for (guint i = 0; i < open->len; i++) {
    const DolenSuggestedChange *change = g_ptr_array_index (open, i);
    walkers += g_strcmp0 (change->value, "Registered charity 1173575") == 0;
    removed += strstr (change->value, "2024-03-01") != NULL;
  }
  g_assert_cmpuint (walkers, ==, 1);
  g_assert_cmpuint (removed, ==, 1);
  g_assert_cmpuint (again->matched, ==, 2);
  g_assert_cmpuint (again->filled + again->proposed, ==, 0);
}

/* A register that knows but one name proposes it, and that is told. */
static void
a_name_alone_is_told (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autoptr (DolenImportReport) report = imports_text (
      directory,
      "charity.json",
      "[{\"registered_charity_number\": 1234567, \"linked_charity_number\": 0,"
      " \"charity_name\": \"SHED\"}]");
  g_autofree char *json = dolen_import_report_to_json (report);

  g_assert_cmpuint (feed->services.added, ==, 4);
  g_assert_cmpuint (report->proposed, ==, 1);
  g_assert_nonnull (strstr (json, "\"proposed\":1"));
}

/* What was accepted is a number from then on. */
static void
an_accepted_name_is_known_by_its_number (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autoptr (DolenImportReport) first = imports_text (directory, "charity.json", REGISTER);
  g_autoptr (DolenOrganisation) before = get_organisation (directory, feed, "o2");
  g_autoptr (GPtrArray) open = dolen_suggested_changes_list (directory, before->uid, NULL);
  g_autoptr (DolenImportReport) second = NULL;
  g_autoptr (DolenOrganisation) walkers = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (first->proposed, ==, 2);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (dolen_suggested_change_accept (
                       directory, ((DolenSuggestedChange *) open->pdata[0])->uid, "Ann", &error),
                   >,
                   0);
  g_assert_no_error (error);
  second = imports_text (directory, "charity.json", REGISTER);
  g_assert_cmpuint (second->matched, ==, 3);
  g_assert_cmpuint (second->proposed, ==, 0);
  walkers = get_organisation (directory, feed, "o2");
  g_assert_cmpint (walkers->governance, ==, DOLEN_GOVERNANCE_TRUST);
}

/* What somebody said of the form stays; what the register filled in stays when the feed comes
 * again. */
static void
edits_stay (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autoptr (DolenOrganisation) before = get_organisation (directory, feed, "o1");
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (DolenOrganisation) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (dolen_edit_set_field (directory,
                                         "organisation",
                                         before->uid,
                                         "governance",
                                         "unincorporated-association",
                                         "Ann",
                                         &error),
                   >,
                   0);
  report = imports_text (directory, "charity.json", REGISTER);
  g_assert_cmpuint (report->filled, ==, 0);
  after = get_organisation (directory, feed, "o1");
  g_assert_cmpint (after->governance, ==, DOLEN_GOVERNANCE_UNINCORPORATED_ASSOCIATION);
}

#define GRANTS                                                                                          \
  "{\"publisher\": {\"name\": \"A Fund\"}, \"grants\": [{\"id\": \"360G-a-1\", \"title\": \"T\","       \
  " \"description\": \"For Jan\", \"currency\": \"GBP\", \"amountAwarded\": 9000,"                      \
  " \"awardDate\": \"2026-01-10\", \"plannedDates\": [{\"startDate\": \"2026-02-01\","                  \
  " \"duration\": 18}], \"recipientOrganization\": [{\"id\": \"GB-CHC-1090095\", \"name\": \"A\"}],"    \
  " \"fundingOrganization\": [{\"id\": \"GB-CHC-200051\", \"name\": \"A Fund\"}]},"                     \
  "{\"id\": \"360G-a-2\", \"awardDate\": \"2026-03-01T00:00:00\", \"amountAwarded\": 1,"                \
  " \"recipientOrganization\": [{\"id\": \"360G-x\", \"name\": \"A\", \"charityNumber\": \"279417\"}]," \
  " \"fundingOrganization\": [{\"id\": \"GB-CHC-200051\", \"name\": \"A Fund\"}]},"                     \
  "{\"id\": \"360G-a-3\", \"awardDate\": \"2026-03-01\", \"recipientIndividual\": {\"id\": \"i\","      \
  " \"name\": \"Somebody\"}}, {\"id\": \"360G-a-4\", \"awardDate\": \"2026-03-01\","                    \
  " \"recipientOrganization\": [{\"id\": \"GB-CHC-999999\", \"name\": \"Unknown\"}]}]}"

static void
assert_funding (const DolenOrganisation *organisation, const char *starts, const char *ends)
{
  const DolenFunding *funding;

  g_assert_cmpuint (organisation->funding->len, ==, 1);
  funding = organisation->funding->pdata[0];
  g_assert_cmpstr (funding->funder, ==, "A Fund");
  g_assert_cmpstr (funding->starts_on, ==, starts);
  g_assert_cmpstr (funding->ends_on, ==, ends);
  g_assert_cmpint (funding->source, ==, DOLEN_TOLD_BY_REGISTER);
  g_assert_nonnull (strstr (funding->evidence, "360G-a-"));
}

static void
grants_become_funding (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autoptr (DolenImportReport) report = imports_text (directory, "grants-a.json", GRANTS);
  g_autoptr (DolenImportReport) again = imports_text (directory, "grants-a.json", GRANTS);
  g_autoptr (DolenOrganisation) age = get_organisation (directory, feed, "o1");
  g_autoptr (DolenOrganisation) choir = get_organisation (directory, feed, "o3");
  g_autoptr (DolenOrganisation) moved = NULL;
  g_autoptr (DolenImportReport) changed = NULL, third = NULL;
  g_autoptr (GString) text = g_string_new (GRANTS);
  g_autoptr (GString) feed_text = g_string_new (FEED);

  g_assert_cmpuint (report->matched, ==, 2);
  g_assert_cmpuint (report->filled, ==, 2);
  g_assert_cmpuint (report->passed, ==, 2);
  assert_funding (age, "2026-02-01", "2027-08-01");
  /* No end is given: a year from the award, and it says so. */
  assert_funding (choir, "2026-03-01", "2027-03-01");
  g_assert_nonnull (
      strstr (((DolenFunding *) choir->funding->pdata[0])->evidence, "a year is assumed"));
  g_assert_cmpuint (again->filled, ==, 0);
  imports_assert_counts (directory, 4, 4);
  /* A grant that is told anew is told once, and the organisation's own feed leaves it there. */
  g_string_replace (text, "\"duration\": 18", "\"duration\": 24", 0);
  changed = imports_text (directory, "grants-a.json", text->str);
  g_assert_cmpuint (changed->filled, ==, 1);
  g_string_replace (feed_text, "\"Age Friendly\"", "\"Age Friendly Wales\"", 0);
  third = imports_text (directory, "groups-of-ours.json", feed_text->str);
  g_assert_cmpuint (third->organisations.changed, ==, 1);
  moved = get_organisation (directory, feed, "o1");
  g_assert_cmpstr (moved->name.en, ==, "Age Friendly Wales");
  assert_funding (moved, "2026-02-01", "2028-02-01");
}

/* What people wrote is theirs after a grant too, and a grant is added to funding that was edited.
 */
static void
a_grant_ends_no_edit (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autoptr (DolenOrganisation) age = get_organisation (directory, feed, "o1");
  g_autoptr (DolenOrganisation) after = NULL;
  g_autoptr (DolenImportReport) grants = NULL, charities = NULL, third = NULL;
  g_autoptr (GString) text = g_string_new (FEED);
  DolenFunding *own = dolen_funding_new ();
  g_autoptr (GError) error = NULL;

  dolen_edit_set_field (directory, "organisation", age->uid, "phone", "01632960999", "Ann", &error);
  g_assert_no_error (error);
  dolen_edit_set_field (directory, "organisation", age->uid, "governance", "cio", "Ann", &error);
  g_assert_no_error (error);
  dolen_edit_set_field (directory, "organisation", age->uid, "governance", NULL, "Ann", &error);
  g_assert_no_error (error);
  own->funder = g_strdup ("Town council");
  own->source = DOLEN_TOLD_BY_CALL;
  g_ptr_array_add (age->funding, own);
  dolen_edit_set_part (directory, "organisation", "funding", age, "Ann", &error);
  g_assert_no_error (error);
  grants = imports_text (directory, "grants-a.json", GRANTS);
  g_assert_cmpuint (grants->filled, ==, 2);
  charities = imports_text (directory, "charity.json", REGISTER);
  g_assert_cmpuint (charities->filled, ==, 0);
  g_string_replace (text, "\"Age Friendly\",", "\"Age Friendly\", \"phone\": \"01632 960111\",", 0);
  third = imports_text (directory, "groups-of-ours.json", text->str);
  g_assert_cmpuint (third->organisations.changed, ==, 1);
  after = get_organisation (directory, feed, "o1");
  g_assert_cmpstr (after->phone, ==, "01632960999");
  g_assert_cmpint (after->governance, ==, DOLEN_GOVERNANCE_UNKNOWN);
  g_assert_cmpuint (after->funding->len, ==, 2);
}

static void
grants_of_a_table (void)
{
  static const char TABLE[]
      = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Planned Dates:Start Date,"
        "Planned Dates:End Date,Recipient Org:Identifier,Recipient Org:Name,"
        "Funding Org:Identifier,Funding Org:Name\n"
        "360G-a-1,T,D,GBP,9000,10/01/2026,01/02/2026,31/01/2027,GB-CHC-1090095,Age,GB-1,A Fund\n"
        "360G-a-9,T,D,GBP,9000,10/01/2026,,,GB-CHC-888888,Else,GB-1,A Fund\n";
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autoptr (DolenImportReport) report = imports_text (directory, "grants-a.csv", TABLE);
  g_autoptr (DolenOrganisation) age = get_organisation (directory, feed, "o1");

  g_assert_cmpuint (report->matched, ==, 1);
  g_assert_cmpuint (report->passed, ==, 1);
  assert_funding (age, "2026-02-01", "2027-01-31");
}

static gint64
last_import (DolenDirectory *directory, const DolenImportReport *report)
{
  g_autoptr (GPtrArray) history
             = dolen_directory_get_history (directory, report->source_uid, 1, NULL);

  g_assert_cmpuint (history->len, ==, 1);
  return ((DolenHistoryEntry *) history->pdata[0])->id;
}

/* What it filled in goes again, and the same file brings it back. */
static void
it_can_be_undone (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autoptr (DolenImportReport) charities = imports_text (directory, "charity.json", REGISTER);
  g_autoptr (DolenImportReport) grants = imports_text (directory, "grants-a.json", GRANTS);
  g_autoptr (DolenImportReport) grants_again = NULL, charities_again = NULL;
  g_autoptr (DolenOrganisation) undone = NULL, done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      dolen_directory_undo_import (directory, last_import (directory, grants), NULL, NULL, &error),
      >,
      0);
  g_assert_no_error (error);
  g_assert_cmpint (dolen_directory_undo_import (
                       directory, last_import (directory, charities), NULL, NULL, &error),
                   >,
                   0);
  g_assert_no_error (error);
  undone = get_organisation (directory, feed, "o1");
  g_assert_cmpuint (undone->funding->len, ==, 0);
  g_assert_cmpint (undone->governance, ==, DOLEN_GOVERNANCE_UNKNOWN);
  imports_assert_counts (directory, 4, 4);
  grants_again = imports_text (directory, "grants-a.json", GRANTS);
  g_assert_cmpuint (grants_again->filled, ==, 2);
  charities_again = imports_text (directory, "charity.json", REGISTER);
  g_assert_cmpuint (charities_again->filled, ==, 1);
  done = get_organisation (directory, feed, "o1");
  assert_funding (done, "2026-02-01", "2027-08-01");
}

/* A register that is removed leaves those it spoke of. */
static void
a_source_that_is_removed_takes_nobody_along (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autoptr (DolenImportReport) report = imports_text (directory, "charity.json", REGISTER);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (feed->organisations.added, ==, 4);
  g_assert_true (dolen_directory_remove_source (
      directory, report->source_uid, DOLEN_REMOVE_UNEDITED, "Ann", NULL, NULL, &error));
  g_assert_no_error (error);
  imports_assert_counts (directory, 4, 4);
}

static void
a_register_that_breaks_off_changes_nothing (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) feed = imports_text (directory, "groups-of-ours.json", FEED);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "charity.json", NULL);
  const char *one = path;
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenOrganisation) age = NULL;

  g_assert_true (g_file_set_contents (path, REGISTER, strlen (REGISTER) - 20, NULL));
  g_assert_false (dolen_import_run (directory, &one, 1, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "charity.json"));
  age = get_organisation (directory, feed, "o1");
  g_assert_cmpint (age->governance, ==, DOLEN_GOVERNANCE_UNKNOWN);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/enrich/" name, function)
  ADD ("the register fills in and proposes", the_register_fills_in_and_proposes);
  ADD ("an accepted name is known by its number", an_accepted_name_is_known_by_its_number);
  ADD ("a name alone is told", a_name_alone_is_told);
  ADD ("edits stay", edits_stay);
  ADD ("grants become funding", grants_become_funding);
  ADD ("a grant ends no edit", a_grant_ends_no_edit);
  ADD ("grants of a table", grants_of_a_table);
  ADD ("it can be undone", it_can_be_undone);
  ADD ("a source that is removed takes nobody along", a_source_that_is_removed_takes_nobody_along);
  ADD ("a register that breaks off changes nothing", a_register_that_breaks_off_changes_nothing);
  return g_test_run ();
}
