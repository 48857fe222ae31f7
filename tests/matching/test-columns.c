/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "directory/dolen-directory.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"
#include "matching/feed-helper.h"

/* What the columns hold, how little room they take, and how a service is found among them. */

#define TODAY "2026-05-05" /* a Tuesday */

static void
set_day (void)
{
  gint64 instant = 0;

  g_assert_true (dolen_instant_of_iso (TODAY "T12:00:00Z", &instant));
  dolen_time_set_fixed (instant);
}

static DolenDirectory *
open_directory (void)
{
  g_autoptr (GError) error = NULL;
  DolenDirectory *dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);

  g_assert_no_error (error);
  return dir;
}

static void
save (DolenDirectory *dir, DolenService *service)
{
  g_autoptr (GError) error = NULL;

  if (service->name.en == NULL)
    dolen_bilingual_load (&service->name, "Group", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  g_assert_true (dolen_directory_save_service (dir, service, &error));
  g_assert_no_error (error);
  dolen_service_free (service);
}

static DolenFacts *
facts_of (DolenDirectory *dir)
{
  g_autoptr (GError) error = NULL;
  DolenFacts *facts
      = dolen_facts_new (dolen_directory_get_db (dir), test_vocabulary (), NULL, &error);

  g_assert_no_error (error);
  return facts;
}

static void
test_uids_of_every_kind_are_found (void)
{
  static const char *const uids[] = {
    "0f8fad5b-d9cb-469f-a165-70867728950e",
    "0f8fad5b-d9cb-469f-a165-70867728950f",
    "ffffffff-ffff-ffff-a165-70867728950e",
    "F0F8AD5B-D9CB-469F-A165-70867728950E",
    "club-7",
    "",
    "0f8fad5b-d9cb-469f-a165-70867728950e ",
    "00000000-0000-0000-0000-000000000000",
  };
  g_autoptr (DolenFacts) facts
             = dolen_facts_alloc (test_vocabulary (), TODAY, G_N_ELEMENTS (uids), 0);

  for (guint i = 0; i < facts->n; i++)
    dolen_facts_set_uid (facts, i, uids[i]);
  dolen_facts_seal (facts);
  for (guint i = 0; i < facts->n; i++) {
    char text[DOLEN_FACTS_UID_SIZE];

    g_assert_cmpint (dolen_facts_find (facts, uids[i]), ==, i);
    g_assert_cmpstr (dolen_facts_uid (facts, i, text), ==, uids[i]);
  }
  g_assert_cmpint (dolen_facts_find (facts, "club-8"), ==, -1);
  g_assert_cmpint (dolen_facts_find (facts, "0f8fad5b-d9cb-469f-a165-708677289510"), ==, -1);
  g_assert_cmpint (dolen_facts_compare_uids (facts, 0, 1), <, 0);
}

static void
test_tags_are_filed_by_term_and_said_once (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  guint32 last = 0;

  test_tag (facts, 1, "enabler:minibus");
  test_tag (facts, 1, "interest:singing");
  test_tag (facts, 1, "!need:debt");
  test_tag (facts, 1, "+interest:singing");
  test_tag (facts, 0, "interest:gardening");
  test_tag (facts, 1, "need:debt");
  g_assert_cmpuint (facts->first_tag[1], ==, 1);
  g_assert_cmpuint (facts->first_tag[2], ==, 5);
  for (guint32 t = facts->first_tag[1]; t < facts->first_tag[2]; t++) {
    g_assert_cmpuint (dolen_fact_tag_number (facts->tags[t]), >=, last);
    last = dolen_fact_tag_number (facts->tags[t]);
  }
  g_assert_true (facts->tags[1] & DOLEN_FACT_IN_NAME);
  g_assert_false (dolen_fact_tag_is_no (facts->tags[2]));
  g_assert_true (dolen_fact_tag_is_no (facts->tags[3]));
  g_assert_true (dolen_facts_tag_term (facts, facts->tags[4])
                 == test_term (DOLEN_TERM_ENABLER, "minibus"));
}

/* A schedule in parts, and what is read of it. */
typedef struct {
  const char *freq, *byday, *dtstart, *until, *valid_from, *opens_at, *closes_at;
  int interval;
  guint days;
  guint32 slots;
  int minutes, next_days;
  DolenRhythm rhythm;
} TimesCase;

#define MORNING(weekday) DOLEN_SLOT_BIT (weekday, DOLEN_DAY_MORNING)
#define AFTERNOON(weekday) DOLEN_SLOT_BIT (weekday, DOLEN_DAY_AFTERNOON)
#define EVENING(weekday) DOLEN_SLOT_BIT (weekday, DOLEN_DAY_EVENING)

static const TimesCase times_cases[] = {
  /* Today is a Tuesday. */
  { "WEEKLY",
    "TU",
    .opens_at = "10:00",
    .closes_at = "12:00",
    .days = DOLEN_DAY_BIT (2),
    .slots = MORNING (2),
    .minutes = 120,
    .next_days = 0,
    .rhythm = DOLEN_RHYTHM_WEEKLY },
  { "WEEKLY",
    "MO,TH",
    .opens_at = "13:30",
    .days = DOLEN_DAY_BIT (1) | DOLEN_DAY_BIT (4),
    .slots = AFTERNOON (1) | AFTERNOON (4),
    .minutes = -1,
    .next_days = 2,
    .rhythm = DOLEN_RHYTHM_WEEKLY },
  /* Half past eleven to two: both halves of the day; noon to half past one: the morning's end. */
  { "WEEKLY",
    "WE",
    .opens_at = "11:30",
    .closes_at = "14:00",
    .days = DOLEN_DAY_BIT (3),
    .slots = MORNING (3) | AFTERNOON (3),
    .minutes = 150,
    .next_days = 1,
    .rhythm = DOLEN_RHYTHM_WEEKLY },
  { "WEEKLY",
    "WE",
    .opens_at = "19:00",
    .closes_at = "21:00",
    .valid_from = "2026-05-20",
    .days = DOLEN_DAY_BIT (3),
    .slots = EVENING (3),
    .minutes = 120,
    .next_days = 15,
    .rhythm = DOLEN_RHYTHM_WEEKLY },
  { "WEEKLY",
    "WE",
    .dtstart = "2026-04-22",
    .interval = 2,
    .days = DOLEN_DAY_BIT (3),
    .minutes = -1,
    .next_days = 1,
    .rhythm = DOLEN_RHYTHM_FORTNIGHTLY },
  { "WEEKLY",
    "WE",
    .dtstart = "2026-04-29",
    .interval = 2,
    .days = DOLEN_DAY_BIT (3),
    .minutes = -1,
    .next_days = 8,
    .rhythm = DOLEN_RHYTHM_FORTNIGHTLY },
  /* Every other week, but which is not said. */
  { "WEEKLY",
    "WE",
    .interval = 2,
    .days = DOLEN_DAY_BIT (3),
    .minutes = -1,
    .next_days = -1,
    .rhythm = DOLEN_RHYTHM_FORTNIGHTLY },
  { "MONTHLY",
    "2TU",
    .days = DOLEN_DAY_BIT (2),
    .minutes = -1,
    .next_days = 7,
    .rhythm = DOLEN_RHYTHM_MONTHLY },
  { "MONTHLY",
    "-1FR",
    .days = DOLEN_DAY_BIT (5),
    .minutes = -1,
    .next_days = 24,
    .rhythm = DOLEN_RHYTHM_MONTHLY },
  { NULL,
    NULL,
    .dtstart = "2026-05-09",
    .minutes = -1,
    .next_days = 4,
    .rhythm = DOLEN_RHYTHM_ONCE },
  { "WEEKLY", "TU", .until = "2026-05-01", .minutes = -1, .next_days = -1 }, /* over */
};

static DolenSchedule *
schedule_of (const TimesCase *times)
{
  DolenSchedule *schedule = dolen_schedule_new ();

  schedule->freq = g_strdup (times->freq);
  schedule->byday = g_strdup (times->byday);
  schedule->dtstart = g_strdup (times->dtstart);
  schedule->until = g_strdup (times->until);
  schedule->valid_from = g_strdup (times->valid_from);
  schedule->opens_at = g_strdup (times->opens_at);
  schedule->closes_at = g_strdup (times->closes_at);
  schedule->interval = times->interval;
  return schedule;
}

static void
test_schedules_become_a_week_and_a_next_day (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  g_autoptr (DolenFacts) facts = NULL;

  set_day ();
  for (gsize i = 0; i < G_N_ELEMENTS (times_cases); i++) {
    DolenService *service = dolen_service_new ();

    g_ptr_array_add (service->schedules, schedule_of (&times_cases[i]));
    save (dir, service);
  }
  facts = facts_of (dir);
  for (gsize i = 0; i < G_N_ELEMENTS (times_cases); i++) {
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmphex (facts->days[i], ==, times_cases[i].days);
    g_assert_cmphex (facts->slots[i], ==, times_cases[i].slots);
    g_assert_cmpint (facts->minutes[i], ==, times_cases[i].minutes);
    g_assert_cmpint (facts->next_days[i], ==, times_cases[i].next_days);
    g_assert_cmpint (facts->rhythm[i], ==, times_cases[i].rhythm);
  }
}

static void
test_several_schedules_are_joined_and_holidays_left_out (void)
{
  static const TimesCase weekly = { "WEEKLY", "TU", .opens_at = "10:00", .closes_at = "12:00" };
  static const TimesCase monthly = { "MONTHLY", "3TH", .opens_at = "18:00", .closes_at = "19:00" };
  g_autoptr (DolenDirectory) dir = open_directory ();
  DolenService *service = dolen_service_new ();
  DolenSchedule *holiday = dolen_schedule_new ();
  g_autoptr (DolenFacts) facts = NULL;

  set_day ();
  holiday->closed = TRUE;
  holiday->valid_from = g_strdup ("2026-05-01");
  holiday->valid_to = g_strdup ("2026-05-19");
  g_ptr_array_add (service->schedules, schedule_of (&weekly));
  g_ptr_array_add (service->schedules, schedule_of (&monthly));
  g_ptr_array_add (service->schedules, holiday);
  save (dir, service);
  facts = facts_of (dir);
  g_assert_cmphex (facts->slots[0], ==, MORNING (2) | EVENING (4));
  g_assert_cmpint (facts->minutes[0], ==, 60); /* the shortest */
  g_assert_cmpint (facts->rhythm[0], ==, DOLEN_RHYTHM_WEEKLY);
  g_assert_cmpint (facts->next_days[0], ==, 16); /* Thursday 21 May, not a Tuesday of the holiday */
}

static DolenFunding *
funding_until (const char *end)
{
  DolenFunding *funding = dolen_funding_new ();

  funding->ends_on = g_strdup (end);
  return funding;
}

static void
test_who_offers_it_and_until_when_it_is_paid_for (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  g_autoptr (DolenFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  set_day ();
  dolen_bilingual_load (&organisation->name, "Cwm", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  organisation->governance = DOLEN_GOVERNANCE_INFORMAL_GROUP;
  g_ptr_array_add (organisation->funding, funding_until ("2026-05-15"));
  g_assert_true (dolen_directory_save_organisation (dir, organisation, &error));
  for (guint i = 0; i < 4; i++) {
    DolenService *service = dolen_service_new ();

    if (i < 3)
      service->organisation_uid = g_strdup (organisation->uid);
    if (i == 1) {
      g_ptr_array_add (service->funding, funding_until ("2026-01-01"));
      g_ptr_array_add (service->funding, funding_until ("2026-05-06"));
    }
    if (i == 2)
      g_ptr_array_add (service->funding, funding_until (NULL));
    save (dir, service);
  }
  facts = facts_of (dir);
  g_assert_cmpuint (facts->n_owners, ==, 1);
  g_assert_cmpuint (facts->owners[0].n_services, ==, 3);
  g_assert_cmpint (facts->owners[0].governance, ==, DOLEN_GOVERNANCE_INFORMAL_GROUP);
  g_assert_cmpuint (facts->owner[2], ==, 0);
  g_assert_cmpuint (facts->owner[3], ==, DOLEN_NO_OWNER);
  g_assert_cmpint (facts->funded_days[0], ==, 10);
  g_assert_cmpint (facts->funded_days[1], ==, 1);
  g_assert_cmpint (facts->funded_days[2], ==, G_MAXINT16); /* no end known */
  g_assert_cmpint (facts->funded_days[3], ==, -1);
}

static void
add_venue (DolenService *service, const char *name)
{
  DolenVenue *venue = dolen_venue_new ();

  dolen_bilingual_load (&venue->name, name, DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  g_ptr_array_add (service->venues, venue);
}

static void
test_kinds_of_place_of_some_and_of_every_venue (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  DolenService *service = dolen_service_new ();
  g_autoptr (DolenFacts) facts = NULL;

  set_day ();
  add_venue (service, "St Mary's Church Hall");
  add_venue (service, "Cwm Library");
  save (dir, service);
  service = dolen_service_new ();
  add_venue (service, "St Mary's Church Hall");
  save (dir, service);
  facts = facts_of (dir);
  g_assert_true (facts->places_any[0] & DOLEN_PLACE_CHURCH);
  g_assert_true (facts->places_any[0] & DOLEN_PLACE_LIBRARY);
  g_assert_cmphex (facts->places_all[0], ==, 0);
  g_assert_true (facts->places_all[1] & DOLEN_PLACE_CHURCH);
}

static void
add_assurance (DolenService *service, const char *check, gboolean seen, const char *until)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = DOLEN_TAG_OTHER;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strconcat ("assured-", check, NULL);
  tag->value = seen;
  tag->state = DOLEN_TAG_CONFIRMED;
  tag->words = g_strdup (until);
  g_ptr_array_add (service->tags, tag);
}

static void
test_checks_count_while_they_are_in_date (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_SOURCE_DIR"), "data", "sample", "directory.json", NULL);
  g_autoptr (DolenDirectory) dir = open_directory ();
  g_autoptr (DolenDirectory) sample = test_import_feed (path);
  DolenService *service = dolen_service_new ();
  g_autoptr (DolenFacts) facts = NULL;
  g_autoptr (DolenFacts) imported = NULL;
  guint seen = 0;

  set_day ();
  add_assurance (service, "safeguarding", TRUE, NULL);
  add_assurance (service, "insurance", TRUE, "2026-05-04"); /* until yesterday */
  add_assurance (service, "dbs", TRUE, TODAY);
  add_assurance (service, "complaints", FALSE, NULL);
  save (dir, service);
  facts = facts_of (dir);
  g_assert_cmphex (facts->assured[0],
                   ==,
                   DOLEN_ASSURED_SAFEGUARDING | DOLEN_ASSURED_DBS
                       | DOLEN_ASSURED_MISSING (DOLEN_ASSURED_COMPLAINTS));
  imported = facts_of (sample);
  for (guint i = 0; i < imported->n; i++)
    seen += (imported->assured[i] & DOLEN_ASSURED_SAFEGUARDING) != 0;
  g_assert_cmpuint (seen, >, 20);
  g_assert_cmpuint (seen, <, imported->n);
}

static DolenOrganisation *
body (const char *uid, const DolenOrganisation *parent)
{
  DolenOrganisation *organisation = dolen_organisation_new ();

  organisation->uid = g_strdup (uid);
  dolen_bilingual_load (&organisation->name, uid, DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  organisation->parent_uid = parent != NULL ? g_strdup (parent->uid) : NULL;
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

static void
test_checks_of_a_body_count_for_its_services (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  g_autoptr (DolenOrganisation) parent = body ("county", NULL);
  g_autoptr (DolenOrganisation) branch = body ("branch", parent);
  DolenService *service = dolen_service_new ();
  g_autoptr (DolenFacts) covered = NULL;
  g_autoptr (DolenFacts) alone = NULL;

  set_day ();
  record (parent, "insurance", DOLEN_ASSURANCE_SEEN, "2027-01-01");
  record (parent, "dbs", DOLEN_ASSURANCE_SEEN, "2026-01-01"); /* over */
  record (branch, "safeguarding", DOLEN_ASSURANCE_SEEN, NULL);
  record (branch, "equality", DOLEN_ASSURANCE_TOLD, NULL);
  record (branch, "complaints", DOLEN_ASSURANCE_NOT_THERE, NULL);
  branch->covered_by_parent = TRUE;
  g_assert_true (dolen_directory_save_organisation (dir, parent, NULL));
  g_assert_true (dolen_directory_save_organisation (dir, branch, NULL));
  service->organisation_uid = g_strdup ("branch");
  save (dir, service);
  covered = facts_of (dir);
  g_assert_cmphex (covered->assured[0],
                   ==,
                   DOLEN_ASSURED_SAFEGUARDING | DOLEN_ASSURED_INSURANCE
                       | DOLEN_ASSURED_MISSING (DOLEN_ASSURED_COMPLAINTS));
  branch->covered_by_parent = FALSE;
  g_assert_true (dolen_directory_save_organisation (dir, branch, NULL));
  alone = facts_of (dir);
  g_assert_cmphex (alone->assured[0],
                   ==,
                   DOLEN_ASSURED_SAFEGUARDING | DOLEN_ASSURED_MISSING (DOLEN_ASSURED_COMPLAINTS));
}

/* 160 bytes a service is what a million of them may take. */
static void
test_a_service_takes_little_room (void)
{
  g_autofree char *sample
      = g_build_filename (g_getenv ("DOLEN_SOURCE_DIR"), "data", "sample", "directory.json", NULL);
  g_autofree char *shared = dolen_test_shared ("oruk1-northlincs/services.json");
  const char *paths[] = { sample, shared };

  for (gsize p = 0; p < G_N_ELEMENTS (paths); p++) {
    g_autoptr (DolenDirectory) dir = paths[p] != NULL ? test_import_feed (paths[p]) : NULL;
    g_autoptr (DolenFacts) facts = NULL;
    double each;

    if (dir == NULL)
      continue;
    facts = facts_of (dir);
    /* What a snapshot takes whatever is in it is not of the services. */
    each = (double) (dolen_facts_bytes (facts) - sizeof *facts) / facts->n;
    g_test_message ("%u services: %.1f bytes each", facts->n, each);
    g_assert_cmpfloat (each, <=, 160);
    g_assert_cmpfloat (each, >, 80); /* nothing is forgotten in the counting */
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/columns/uids", test_uids_of_every_kind_are_found);
  g_test_add_func ("/columns/tags", test_tags_are_filed_by_term_and_said_once);
  g_test_add_func ("/columns/times", test_schedules_become_a_week_and_a_next_day);
  g_test_add_func ("/columns/several", test_several_schedules_are_joined_and_holidays_left_out);
  g_test_add_func ("/columns/owners", test_who_offers_it_and_until_when_it_is_paid_for);
  g_test_add_func ("/columns/places", test_kinds_of_place_of_some_and_of_every_venue);
  g_test_add_func ("/columns/checks", test_checks_count_while_they_are_in_date);
  g_test_add_func ("/columns/checks-of-a-body", test_checks_of_a_body_count_for_its_services);
  g_test_add_func ("/columns/room", test_a_service_takes_little_room);
  return g_test_run ();
}
