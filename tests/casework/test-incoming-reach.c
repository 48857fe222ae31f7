/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-incoming.h"
#include "support/dolen-test.h"

#include <string.h>

/* Reaching somebody who was referred, who comes back, and the groups of the list. The clock
 * stands at Tuesday 3 November 2026. */

static DolenCaseload *
caseload_of (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static DolenIncoming *
read_it (CaseworkTest *test, const char *uid)
{
  DolenIncoming *incoming = dolen_caseload_get_incoming (caseload_of (test), uid);

  g_assert_nonnull (incoming);
  return incoming;
}

static void
assert_state (CaseworkTest *test, const char *uid, DolenIncomingState state)
{
  g_autoptr (DolenIncoming) incoming = read_it (test, uid);

  g_assert_cmpint (incoming->state, ==, state);
}

/* ---- reaching them ---- */

static gboolean
try_them (CaseworkTest *test,
          const char *person,
          DolenEncounterKind kind,
          const char *at,
          DolenEncounterResult result,
          DolenUndo **undo)
{
  g_autoptr (DolenEncounter) encounter = dolen_encounter_new (person);
  g_autoptr (GError) error = NULL;
  gboolean done;

  encounter->kind = kind;
  encounter->at = g_strdup (at);
  encounter->result = result;
  done = dolen_casework_try (test->casework, encounter, "In words", undo, &error);
  g_assert_true (done == (error == NULL));
  return done;
}

static void
test_three_tries_a_letter_and_the_end (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenIncoming) incoming = read_it (test, uid);
  g_autoptr (DolenUndo) first = NULL;
  g_autoptr (DolenUndo) letter = NULL;
  g_autoptr (DolenUndo) end = NULL;
  const char *person = incoming->person;
  GError *error = NULL;

  g_assert_true (dolen_casework_incoming_take_up (test->casework, uid, NULL, &error));
  g_assert_true (
      try_them (test, person, DOLEN_ENCOUNTER_PHONE, "10:00", DOLEN_ENCOUNTER_NO_ANSWER, &first));
  casework_test_assert_open (test, "tell-referrer 2026-11-05, try-again 2026-11-05");
  casework_test_undo (test, first);
  casework_test_assert_open (test, "tell-referrer 2026-11-05, first-contact 2026-11-10");
  g_assert_true (
      try_them (test, person, DOLEN_ENCOUNTER_PHONE, "10:00", DOLEN_ENCOUNTER_NO_ANSWER, NULL));
  g_assert_false (dolen_casework_not_reached (test->casework, uid, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (error->message, "Next: by text in the evening"));
  g_clear_error (&error);
  casework_test_days_later (2);
  g_assert_true (
      try_them (test, person, DOLEN_ENCOUNTER_TEXT, "18:00", DOLEN_ENCOUNTER_NO_ANSWER, NULL));
  casework_test_days_later (1);
  g_assert_true (
      try_them (test, person, DOLEN_ENCOUNTER_PHONE, "14:00", DOLEN_ENCOUNTER_NO_ANSWER, NULL));
  /* Friday: the letter on Monday; ten working days to answer it. */
  casework_test_assert_open (test, "tell-referrer 2026-11-05, not-reached 2026-11-09");
  casework_test_days_later (3);
  g_assert_true (dolen_casework_letter_sent (test->casework, uid, &letter, &error));
  casework_test_assert_open (test, "tell-referrer 2026-11-05, not-reached 2026-11-23");
  g_assert_false (dolen_casework_not_reached (test->casework, uid, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "wait for an answer"));
  g_clear_error (&error);
  casework_test_days_later (14);
  g_assert_true (dolen_casework_not_reached (test->casework, uid, NULL, &end, &error));
  g_assert_no_error (error);
  assert_state (test, uid, DOLEN_INCOMING_NOT_REACHED);
  casework_test_assert_open (test, "tell-referrer 2026-11-25");
  casework_test_undo (test, end);
  casework_test_assert_open (test, "tell-referrer 2026-11-05, not-reached 2026-11-23");
  casework_test_undo (test, letter);
  casework_test_assert_open (test, "tell-referrer 2026-11-05, not-reached 2026-11-09");
}

static void
test_it_is_closed_earlier_for_a_reason (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenIncoming) incoming = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_not_reached (test->casework, uid, "Moved to Kent", NULL, &error));
  g_assert_no_error (error);
  incoming = read_it (test, uid);
  g_assert_cmpstr (incoming->note, ==, "Moved to Kent");
}

static void
test_reached_ends_the_chase (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "self", NULL);
  g_autoptr (DolenIncoming) incoming = read_it (test, uid);
  g_autoptr (DolenIncoming) after = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_incoming_take_up (test->casework, uid, NULL, &error));
  g_assert_true (try_them (
      test, incoming->person, DOLEN_ENCOUNTER_PHONE, "10:00", DOLEN_ENCOUNTER_NO_ANSWER, NULL));
  casework_test_assert_open (test, "try-again 2026-11-05");
  g_assert_true (try_them (
      test, incoming->person, DOLEN_ENCOUNTER_PHONE, "16:00", DOLEN_ENCOUNTER_REACHED, NULL));
  casework_test_assert_open (test, "");
  after = read_it (test, uid);
  g_assert_cmpstr (after->contacted_on, ==, "2026-11-03");
  notes
      = dolen_caseload_list_records (caseload_of (test), &dolen_note_type, incoming->person, NULL);
  g_assert_cmpuint (notes->len, ==, 2);
}

static void
test_never_by_a_way_that_is_marked (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autoptr (DolenIncoming) incoming = read_it (test, uid);
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (caseload_of (test), incoming->person);
  GError *error = NULL;

  dolen_person_add_way (person, "text", "any", TRUE, "He reads them");
  dolen_person_add_way (person, "post", "any", TRUE, "He opens it");
  dolen_casework_person_update (test->casework, person, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (
      try_them (test, person->uid, DOLEN_ENCOUNTER_TEXT, "10:00", DOLEN_ENCOUNTER_NO_ANSWER, NULL));
  g_assert_false (dolen_casework_letter_sent (test->casework, uid, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (try_them (
      test, person->uid, DOLEN_ENCOUNTER_PHONE, "10:00", DOLEN_ENCOUNTER_NO_ANSWER, NULL));
}

/* ---- the groups ---- */

static void
close_episode (CaseworkTest *test, const char *person, const char *until)
{
  DolenDb *db = dolen_caseload_get_db (caseload_of (test));
  g_autofree char *sql = g_strdup_printf (
      "UPDATE episode SET closed = '2026-11-02', return_until = '%s' WHERE person = '%s'",
      until,
      person);
  GError *error = NULL;

  dolen_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static char *
list_group (CaseworkTest *test, DolenPeopleGroup group)
{
  g_autoptr (GPtrArray) rows
             = dolen_caseload_list_group (caseload_of (test), group, NULL, "2026-11-03", NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *stage = dolen_person_row_stage (rows->pdata[i], DOLEN_LANGUAGE_EN);

    g_string_append_printf (text, "%s[%s]", ((DolenPersonRow *) rows->pdata[i])->called, stage);
  }
  return g_string_free (text, FALSE);
}

static void
test_everybody_is_in_a_group_that_says_where_they_stand (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *supported = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *closed = casework_test_add_person (test, "Bedwyr Lewis");
  g_autofree char *uid = casework_test_receive (test, "gp", NULL);
  g_autofree char *incoming = list_group (test, DOLEN_PEOPLE_INCOMING);
  g_autofree char *waiting = NULL;
  g_autofree char *open = list_group (test, DOLEN_PEOPLE_SUPPORTED);
  g_autofree char *over = NULL;
  guint counts[DOLEN_N_PEOPLE_GROUPS];
  GError *error = NULL;

  close_episode (test, closed, "2027-01-01");
  over = list_group (test, DOLEN_PEOPLE_CLOSED);
  g_assert_cmpstr (incoming, ==, "Siân Rhys[To be decided, since 3 November]");
  g_assert_cmpstr (
      open, ==, "Anwen Puw[Supported since 3 November]Bedwyr Lewis[Supported since 3 November]");
  g_assert_cmpstr (over, ==, "Bedwyr Lewis[Support ended 2 November]");
  dolen_caseload_count_groups (caseload_of (test), counts);
  g_assert_cmpuint (counts[DOLEN_PEOPLE_SUPPORTED], ==, 1);
  g_assert_cmpuint (counts[DOLEN_PEOPLE_INCOMING], ==, 1);
  g_assert_cmpuint (counts[DOLEN_PEOPLE_WAITING], ==, 0);
  g_assert_cmpuint (counts[DOLEN_PEOPLE_CLOSED], ==, 1);
  g_assert_true (dolen_casework_incoming_wait (
      test->casework, uid, DOLEN_PRIORITY_SOON, "Carer ill", NULL, &error));
  waiting = list_group (test, DOLEN_PEOPLE_WAITING);
  g_assert_cmpstr (
      waiting, ==, "Siân Rhys[1 of 1 on the list. Soon: Carer ill. Has waited 0 days.]");
  dolen_caseload_count_groups (caseload_of (test), counts);
  g_assert_cmpuint (counts[DOLEN_PEOPLE_INCOMING], ==, 0);
  g_assert_cmpuint (counts[DOLEN_PEOPLE_WAITING], ==, 1);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/incoming/" #name, test_##name)
  TEST (three_tries_a_letter_and_the_end);
  TEST (it_is_closed_earlier_for_a_reason);
  TEST (reached_ends_the_chase);
  TEST (never_by_a_way_that_is_marked);
  TEST (everybody_is_in_a_group_that_says_where_they_stand);
#undef TEST
  return g_test_run ();
}
