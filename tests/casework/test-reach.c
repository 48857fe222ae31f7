/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-reach.h"
#include "casework/dolen-waiting.h"
#include "support/dolen-test.h"

/* The two pure rules of coming in: what is still to be tried, and who is next. */

#define PHONE DOLEN_ENCOUNTER_PHONE
#define TEXT DOLEN_ENCOUNTER_TEXT
#define EMAIL DOLEN_ENCOUNTER_EMAIL
#define NO_ANSWER DOLEN_ENCOUNTER_NO_ANSWER
#define SAFE (DOLEN_CHANNEL (PHONE) | DOLEN_CHANNEL (TEXT) | DOLEN_CHANNEL (DOLEN_ENCOUNTER_LETTER))

typedef struct {
  DolenEncounterKind kind;
  DolenEncounterResult result;
  const char *on;
  const char *at;
} Try;

static GPtrArray *
make (const Try *tries, gsize n)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_encounter_free);

  for (gsize i = 0; i < n; i++) {
    DolenEncounter *one = dolen_encounter_new ("p");

    one->kind = tries[i].kind;
    one->result = tries[i].result;
    g_free (one->on);
    one->on = g_strdup (tries[i].on);
    one->at = g_strdup (tries[i].at);
    g_ptr_array_add (list, one);
  }
  return list;
}

static char *
say (const Try *tries, gsize n, guint channels, const char *letter_on, DolenReach *reach)
{
  g_autoptr (GPtrArray) list = make (tries, n);
  const DolenReachFacts facts
      = { channels,    list, "2026-11-02", letter_on, letter_on != NULL ? "2026-11-20" : NULL,
          "2026-11-10" };

  dolen_reach_work_out (&facts, reach);
  return dolen_reach_sentence (reach, DOLEN_LANGUAGE_EN);
}

static void
test_two_calls_in_the_morning_want_a_text_in_the_evening (void)
{
  static const Try tries[] = {
    { PHONE, NO_ANSWER, "2026-11-09", "10:00" },
    { PHONE, DOLEN_ENCOUNTER_LEFT_MESSAGE, "2026-11-10", "11:30" },
  };
  DolenReach reach;
  g_autofree char *words = say (tries, 2, SAFE, NULL, &reach);

  g_assert_cmpint (reach.step, ==, DOLEN_REACH_TRY);
  g_assert_cmpint (reach.next_kind, ==, TEXT);
  g_assert_cmpint (reach.next_part, ==, DOLEN_DAY_PART_EVENING);
  g_assert_cmpstr (reach.next_on, ==, "2026-11-11");
  g_assert_cmpstr (words,
                   ==,
                   "2 tries so far: by telephone in the morning (2). Next: by text in the evening, "
                   "from Wed 11 Nov.");
}

static void
test_what_is_not_enough (void)
{
  /* Each lacks one thing: a third day, another time, another way, a try at all. */
  static const Try same_day[] = { { PHONE, NO_ANSWER, "2026-11-09", "10:00" },
                                  { TEXT, NO_ANSWER, "2026-11-09", "18:00" },
                                  { PHONE, NO_ANSWER, "2026-11-10", "10:00" } };
  static const Try same_time[] = { { PHONE, NO_ANSWER, "2026-11-06", "10:00" },
                                   { TEXT, NO_ANSWER, "2026-11-09", "10:30" },
                                   { PHONE, NO_ANSWER, "2026-11-10", "11:00" } };
  static const Try same_way[] = { { PHONE, NO_ANSWER, "2026-11-06", "10:00" },
                                  { PHONE, NO_ANSWER, "2026-11-09", "18:00" },
                                  { PHONE, NO_ANSWER, "2026-11-10", "13:00" } };
  static const Try early[] = { { PHONE, NO_ANSWER, "2026-10-06", "10:00" },
                               { TEXT, NO_ANSWER, "2026-11-09", "18:00" },
                               { PHONE, NO_ANSWER, "2026-11-10", "13:00" } };
  static const Try wrong[] = { { PHONE, DOLEN_ENCOUNTER_WRONG_NUMBER, "2026-11-06", "10:00" },
                               { TEXT, NO_ANSWER, "2026-11-09", "18:00" },
                               { PHONE, NO_ANSWER, "2026-11-10", "13:00" } };
  static const Try *const cases[] = { same_day, same_time, same_way, early, wrong };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DolenReach reach;
    g_autofree char *words = say (cases[i], 3, SAFE, NULL, &reach);

    g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, words);
    g_assert_cmpint (reach.step, ==, DOLEN_REACH_TRY);
  }
}

static const Try enough[] = { { PHONE, NO_ANSWER, "2026-11-06", "10:00" },
                              { TEXT, NO_ANSWER, "2026-11-09", "18:00" },
                              { PHONE, NO_ANSWER, "2026-11-10", "13:00" } };

static void
test_then_a_letter_then_a_wait_then_the_end (void)
{
  DolenReach reach;
  g_autofree char *letter = say (enough, 3, SAFE, NULL, &reach);
  g_autofree char *wait = NULL;
  g_autofree char *close = NULL;
  g_autoptr (GPtrArray) list = make (enough, 3);
  const DolenReachFacts late
      = { SAFE, list, "2026-11-02", "2026-11-10", "2026-11-20", "2026-11-20" };

  g_assert_cmpint (reach.step, ==, DOLEN_REACH_LETTER);
  g_assert_nonnull (strstr (letter, "a letter in their language"));
  wait = say (enough, 3, SAFE, "2026-11-10", &reach);
  g_assert_cmpint (reach.step, ==, DOLEN_REACH_WAIT);
  g_assert_nonnull (strstr (wait, "until Fri 20 Nov"));
  dolen_reach_work_out (&late, &reach);
  g_assert_cmpint (reach.step, ==, DOLEN_REACH_CLOSE);
  close = dolen_reach_sentence (&reach, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (close, "close, and tell the referrer"));
}

static void
test_a_letter_that_is_not_safe_is_never_asked_for (void)
{
  DolenReach reach;
  g_autofree char *words
      = say (enough, 3, DOLEN_CHANNEL (PHONE) | DOLEN_CHANNEL (TEXT), NULL, &reach);

  g_assert_cmpint (reach.step, ==, DOLEN_REACH_CLOSE);
  g_assert_null (strstr (words, "letter"));
}

static void
test_one_safe_way_is_enough_where_there_is_no_other (void)
{
  static const Try tries[] = { { EMAIL, NO_ANSWER, "2026-11-06", "10:00" },
                               { EMAIL, NO_ANSWER, "2026-11-09", "18:00" },
                               { EMAIL, NO_ANSWER, "2026-11-10", "13:00" } };
  DolenReach reach;
  g_autofree char *words = say (tries, 3, DOLEN_CHANNEL (EMAIL), NULL, &reach);
  g_autofree char *none = NULL;

  g_assert_nonnull (words);
  g_assert_cmpint (reach.step, ==, DOLEN_REACH_CLOSE);
  none = say (tries, 1, 0, NULL, &reach);
  g_assert_cmpint (reach.step, ==, DOLEN_REACH_TRY);
  g_assert_nonnull (strstr (none, "No safe way"));
}

static void
test_who_was_reached_is_not_chased (void)
{
  static const Try tries[] = { { PHONE, NO_ANSWER, "2026-11-06", "10:00" },
                               { PHONE, NO_ANSWER, "2026-11-09", "18:00" },
                               { PHONE, DOLEN_ENCOUNTER_REACHED, "2026-11-09", "19:00" } };
  DolenReach reach;
  g_autofree char *words = say (tries, 3, SAFE, NULL, &reach);

  g_assert_cmpint (reach.step, ==, DOLEN_REACH_REACHED);
  g_assert_cmpuint (reach.n_tries, ==, 0);
  g_assert_cmpstr (words, ==, "");
}

static void
test_unsafe_ways_are_never_used (void)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();

  g_assert_cmpuint (dolen_reach_safe_channels (person), ==, 0);
  dolen_person_add_way (person, "mobile", "07700 900111", FALSE, NULL);
  dolen_person_add_way (person, "phone", "01632 960111", TRUE, "his");
  dolen_person_add_way (person, "text", "any", TRUE, "he reads them");
  dolen_person_add_way (person, "visit", "home", TRUE, NULL);
  person->address = g_strdup ("1 Stryd Fawr");
  g_assert_cmpuint (dolen_reach_safe_channels (person),
                    ==,
                    DOLEN_CHANNEL (PHONE) | DOLEN_CHANNEL (DOLEN_ENCOUNTER_LETTER));
  g_assert_true (dolen_reach_is_unsafe (person, TEXT, NULL));
  g_assert_true (dolen_reach_is_unsafe (person, DOLEN_ENCOUNTER_VISIT, NULL));
  g_assert_true (dolen_reach_is_unsafe (person, PHONE, "+44 1632 960111"));
  g_assert_false (dolen_reach_is_unsafe (person, PHONE, "07700 900111"));
  g_assert_false (dolen_reach_is_unsafe (person, PHONE, NULL));
  g_assert_false (dolen_reach_is_unsafe (person, EMAIL, NULL));
  dolen_person_add_way (person, "post", "any", TRUE, NULL);
  g_assert_true (dolen_reach_is_unsafe (person, DOLEN_ENCOUNTER_LETTER, NULL));
  g_assert_cmpuint (dolen_reach_safe_channels (person), ==, DOLEN_CHANNEL (PHONE));
}

/* ---- the waiting list ---- */

static DolenIncoming *
waits (const char *uid, DolenPriority priority, const char *reason, const char *since)
{
  DolenIncoming *one = dolen_incoming_new ("p");

  g_free (one->uid);
  one->uid = g_strdup (uid);
  one->priority = priority;
  one->priority_reason = g_strdup (reason);
  g_free (one->received_on);
  one->received_on = g_strdup (since);
  return one;
}

static char *
order (GPtrArray *list)
{
  GString *uids = g_string_new (NULL);

  dolen_waiting_sort (list);
  for (guint i = 0; i < list->len; i++)
    g_string_append (uids, ((DolenIncoming *) list->pdata[i])->uid);
  return g_string_free (uids, FALSE);
}

static void
test_the_more_urgent_first_then_who_waited_longer (void)
{
  g_autoptr (GPtrArray) list
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_incoming_free);
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;

  g_ptr_array_add (list, waits ("d", DOLEN_PRIORITY_ROUTINE, NULL, "2026-10-01"));
  g_ptr_array_add (list, waits ("b", DOLEN_PRIORITY_SOON, "He comes home", "2026-10-20"));
  g_ptr_array_add (list, waits ("e", DOLEN_PRIORITY_ROUTINE, NULL, "2026-10-09"));
  g_ptr_array_add (list, waits ("c", DOLEN_PRIORITY_SOON, "Carer ill.", "2026-10-21"));
  g_ptr_array_add (list, waits ("a", DOLEN_PRIORITY_URGENT, "No food", "2026-11-02"));
  first = order (list);
  g_assert_cmpstr (first, ==, "abcde");
  /* Any order gives the same, and two alike never change places. */
  g_ptr_array_add (list, waits ("f", DOLEN_PRIORITY_ROUTINE, NULL, "2026-10-09"));
  for (guint i = 0; i < list->len / 2; i++) {
    gpointer kept = list->pdata[i];

    list->pdata[i] = list->pdata[list->len - 1 - i];
    list->pdata[list->len - 1 - i] = kept;
  }
  again = order (list);
  g_assert_cmpstr (again, ==, "abcdef");
}

static void
test_why_somebody_stands_there_is_said (void)
{
  g_autoptr (GPtrArray) list
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_incoming_free);
  g_autofree char *soon = NULL;
  g_autofree char *last = NULL;

  g_ptr_array_add (list, waits ("a", DOLEN_PRIORITY_URGENT, "No food", "2026-11-02"));
  g_ptr_array_add (list, waits ("b", DOLEN_PRIORITY_SOON, "He comes home", "2026-10-20"));
  g_ptr_array_add (list, waits ("d", DOLEN_PRIORITY_ROUTINE, NULL, "2026-10-01"));
  g_ptr_array_add (list, waits ("e", DOLEN_PRIORITY_ROUTINE, NULL, "2026-11-02"));
  soon = dolen_waiting_sentence (list, 1, "2026-11-03", DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (soon,
                   ==,
                   "2 of 4 on the list. Soon: He comes home. Has waited 14 days. Before them: 1 "
                   "more urgent.");
  last = dolen_waiting_sentence (list, 3, "2026-11-03", DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (last,
                   ==,
                   "4 of 4 on the list. Routine. Has waited 1 day. Before them: 2 more urgent. "
                   "Before them: 1 who has waited longer.");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/reach/" #name, test_##name)
  TEST (two_calls_in_the_morning_want_a_text_in_the_evening);
  TEST (what_is_not_enough);
  TEST (then_a_letter_then_a_wait_then_the_end);
  TEST (a_letter_that_is_not_safe_is_never_asked_for);
  TEST (one_safe_way_is_enough_where_there_is_no_other);
  TEST (who_was_reached_is_not_chased);
  TEST (unsafe_ways_are_never_used);
  TEST (the_more_urgent_first_then_who_waited_longer);
  TEST (why_somebody_stands_there_is_said);
#undef TEST
  return g_test_run ();
}
