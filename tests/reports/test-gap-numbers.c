/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-gap-numbers.h"
#include "reports/dolen-small-numbers.h"
#include "support/dolen-test.h"

#include <string.h>

/* All that leaves of what was looked for and not found. */

static int people;

static void
add (GPtrArray *gaps, int n, const char *kind, const char *term, const char *where, const char *on)
{
  for (int i = 0; i < n; i++) {
    g_autofree char *person = g_strdup_printf ("person-%d", people++);
    DolenGap *gap = dolen_gap_new (person, NULL, kind, term);

    dolen_gap_set_place (gap, where);
    gap->name = g_strdup (term);
    gap->on = g_strdup (on);
    g_ptr_array_add (gaps, gap);
  }
}

static GPtrArray *
gaps_new (void)
{
  people = 0;
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_gap_free);
}

static char *
say (const GPtrArray *gaps)
{
  g_autoptr (DolenGapNumbers) numbers = dolen_gap_numbers_new (gaps, DOLEN_LANGUAGE_EN);
  g_autofree char *total = dolen_gap_number_say (numbers->total);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->rows->len; i++) {
    const DolenGapRow *row = g_ptr_array_index (numbers->rows, i);
    g_autofree char *number = dolen_gap_number_say (row->people);

    g_string_append_printf (text, "%s, %s: %s\n", row->name, row->place, number);
  }
  g_string_append_printf (text, "all: %s", total);
  return g_string_free (text, FALSE);
}

static void
assert_said (GPtrArray *gaps, const char *expected)
{
  g_autofree char *said = say (gaps);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_few_go_into_a_larger_place (void)
{
  g_autoptr (GPtrArray) gaps = gaps_new ();

  add (gaps, 12, "need", "debt", "SA48", "2026-10-05");
  add (gaps, 5, "need", "debt", "SY23", "2026-10-05");
  add (gaps, 6, "need", "debt", "SA47", "2026-10-05");
  add (gaps, 18, "interest", "singing", "SA48", "2026-11-05");
  assert_said (gaps,
               "debt, Ceredigion: other districts: 10\n"
               "debt, SA48: 10\n"
               "singing, SA48: 20\n"
               "all: 40");
}

static void
test_few_of_one_kind_are_not_named (void)
{
  g_autoptr (GPtrArray) gaps = gaps_new ();

  add (gaps, 12, "need", "debt", "SA48", "2026-10-05");
  add (gaps, 4, "need", "domestic-abuse", "SA48", "2026-10-05");
  add (gaps, 5, "interest", "singing", "SY23", "2026-10-05");
  assert_said (gaps, "debt, SA48: 10\nEverything else, elsewhere: 10\nall: 20");
}

static void
test_nothing_at_all_and_next_to_nothing (void)
{
  g_autoptr (GPtrArray) gaps = gaps_new ();

  assert_said (gaps, "all: 0");
  add (gaps, 3, "need", "debt", "SA48", "2026-10-05");
  assert_said (gaps, "Everything else, elsewhere: *\nall: *");
}

static void
test_the_same_person_twice_is_one (void)
{
  g_autoptr (GPtrArray) gaps = gaps_new ();

  add (gaps, 7, "need", "debt", "SA48", "2026-10-05");
  people = 0;
  add (gaps, 7, "need", "debt", "SA48", "2026-11-05");
  assert_said (gaps, "Everything else, elsewhere: *\nall: *");
}

/* Ten things that one person looked for are one person still. */
static void
test_one_who_looked_for_much_is_one (void)
{
  static const char *const terms[] = { "debt",  "housing",    "food",       "fuel",     "caring",
                                       "grief", "employment", "loneliness", "benefits", "advice" };
  g_autoptr (GPtrArray) gaps = gaps_new ();
  g_autoptr (DolenGapNumbers) numbers = NULL;

  for (gsize t = 0; t < G_N_ELEMENTS (terms); t++) {
    people = 0;
    add (gaps, 1, "need", terms[t], "SA48", "2026-10-05");
  }
  assert_said (gaps, "Everything else, elsewhere: *\nall: *");
  numbers = dolen_gap_numbers_new (gaps, DOLEN_LANGUAGE_EN);
  g_assert_cmpuint (numbers->months->len, ==, 1);
  g_assert_cmpint (((DolenGapRow *) numbers->months->pdata[0])->people, ==, DOLEN_NUMBER_HIDDEN);
}

/* Whoever sees what is shown finds at least eight values for each that is not. */
static void
test_nothing_hidden_can_be_worked_out (void)
{
  static const char *const districts[] = { "SA48", "SA47", "SY23", "LL36", "CF10" };
  static const char *const terms[] = { "debt", "housing", "food" };

  for (int round = 0; round < 100; round++) {
    g_autoptr (GPtrArray) gaps = gaps_new ();
    g_autoptr (DolenGapNumbers) numbers = NULL;
    int hidden = 0, most = 0;

    for (gsize d = 0; d < G_N_ELEMENTS (districts); d++)
      for (gsize t = 0; t < G_N_ELEMENTS (terms); t++)
        add (gaps, g_test_rand_int_range (0, 16), "need", terms[t], districts[d], "2026-10-05");
    numbers = dolen_gap_numbers_new (gaps, DOLEN_LANGUAGE_EN);
    most = numbers->total + 2;
    for (guint i = 0; i < numbers->rows->len; i++) {
      int shown = ((DolenGapRow *) numbers->rows->pdata[i])->people;

      g_assert_true (shown == DOLEN_NUMBER_HIDDEN || shown % DOLEN_NUMBER_STEP == 0);
      g_assert_true (shown == DOLEN_NUMBER_HIDDEN || shown > DOLEN_SMALL_NUMBER);
      hidden += shown == DOLEN_NUMBER_HIDDEN;
      most -= shown == DOLEN_NUMBER_HIDDEN ? 0 : MAX (shown - 2, DOLEN_SMALL_NUMBER + 1);
    }
    g_assert_true (numbers->total == DOLEN_NUMBER_HIDDEN || hidden == 0
                   || (hidden > 1 && most - (hidden - 1) > DOLEN_SMALL_NUMBER));
  }
}

static GPtrArray *
groups_new (void)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_gap_group_free);
  DolenGapGroup *idea = dolen_gap_group_new ("need", "debt", "SA48");
  DolenGapGroup *started = dolen_gap_group_new ("interest", "singing", "SA48");

  idea->state = DOLEN_GAP_IDEA;
  idea->note = g_strdup ("Ask Anwen");
  started->state = DOLEN_GAP_STARTED;
  started->service_name = g_strdup ("Côr Aeron");
  g_ptr_array_add (groups, idea);
  g_ptr_array_add (groups, started);
  return groups;
}

static void
test_the_file (void)
{
  g_autoptr (GPtrArray) gaps = gaps_new ();
  g_autoptr (GPtrArray) groups = groups_new ();
  g_autoptr (DolenGapNumbers) numbers = NULL;
  g_autofree char *csv = NULL;

  add (gaps, 12, "need", "debt", "SA48", "2026-10-05");
  add (gaps, 18, "interest", "singing", "SA48", "2026-11-05");
  numbers = dolen_gap_numbers_new (gaps, DOLEN_LANGUAGE_EN);
  csv = dolen_gap_numbers_csv (numbers, groups, "2026-10-01", "2026-12-31", DOLEN_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (
      csv,
      "\"First day\",\"Last day\",\"Looked for\",\"Where\",\"People\",\"Latitude\",\"Longitude\",\"What came of it\"\r\n"
      "\"2026-10-01\",\"2026-12-31\",\"debt\",\"SA48\",\"10\",\"52."));
  g_assert_nonnull (
      strstr (csv, "\"2026-11-01\",\"2026-11-30\",\"Everything\",\"everywhere\",\"20\""));
  g_assert_nonnull (
      strstr (csv, "\"2026-10-01\",\"2026-12-31\",\"Everything\",\"everywhere\",\"30\""));
  g_assert_nonnull (strstr (csv, "Fewer than 8 people are never told of"));
  g_assert_nonnull (strstr (csv, "\"an idea\"\r\n"));
  g_assert_nonnull (strstr (csv, "\"Côr Aeron\"\r\n"));
  /* The words of an idea are the office's own. */
  g_assert_null (strstr (csv, "Anwen"));
  g_assert_null (strstr (csv, "person-"));
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/reports/gap-numbers/larger", test_few_go_into_a_larger_place);
  g_test_add_func ("/reports/gap-numbers/kind", test_few_of_one_kind_are_not_named);
  g_test_add_func ("/reports/gap-numbers/nothing", test_nothing_at_all_and_next_to_nothing);
  g_test_add_func ("/reports/gap-numbers/twice", test_the_same_person_twice_is_one);
  g_test_add_func ("/reports/gap-numbers/much", test_one_who_looked_for_much_is_one);
  g_test_add_func ("/reports/gap-numbers/hidden", test_nothing_hidden_can_be_worked_out);
  g_test_add_func ("/reports/gap-numbers/file", test_the_file);
  return g_test_run ();
}
