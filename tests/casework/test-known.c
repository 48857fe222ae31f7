/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "casework/dolen-caseload-known.h"
#include "casework/records/dolen-codes.h"
#include "casework/records/dolen-nhs-number.h"
#include "support/dolen-test.h"

/* Search before create, and what a record is checked for. */

static void
add (CaseworkTest *test, const char *name, const char *birth, const char *phone, const char *nhs)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  GError *error = NULL;

  person->name = g_strdup (name);
  person->date_of_birth = g_strdup (birth);
  person->nhs_number = g_strdup (nhs);
  if (phone != NULL)
    dolen_person_add_way (person, "phone", phone, FALSE, NULL);
  dolen_casework_person_add (test->casework, person, NULL, &error);
  g_assert_no_error (error);
}

static CaseworkTest *
new_test (void)
{
  CaseworkTest *test = casework_test_new ();

  add (test, "Siân Rhys", "1951-03-07", "01632 960111", "9434765919");
  add (test, "Dafydd Puw", "1944-08-12", "01632 960222", NULL);
  add (test, "Mair Lewis", "1951-03-07", NULL, NULL);
  return test;
}

/* The names found, likeliest first, with why. */
static char *
find (CaseworkTest *test, const DolenKnownQuery *query)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) found = dolen_caseload_find_known (
      dolen_casework_get_caseload (test->casework), query, 5, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++) {
    const DolenKnown *known = g_ptr_array_index (found, i);
    g_autofree char *why = dolen_known_sentence (known, DOLEN_LANGUAGE_EN);

    g_string_append_printf (text, "%s%s (%s)", i > 0 ? "; " : "", known->name, why);
  }
  return g_string_free (text, FALSE);
}

static void
test_a_person_is_met_again_under_another_spelling (void)
{
  static const struct {
    DolenKnownQuery query;
    const char *expected;
  } cases[] = {
    { { "sian rhys", NULL, NULL, NULL }, "Siân Rhys (name alike)" },
    { { "Shan Reece", NULL, NULL, NULL }, "Siân Rhys (name sounds alike)" },
    { { "Rhys, Sian", NULL, NULL, NULL }, "Siân Rhys (name alike)" },
    { { "David Pugh", NULL, NULL, NULL }, "Dafydd Puw (name sounds alike)" },
    { { "Fair Lewis", NULL, NULL, NULL }, "Mair Lewis (name sounds alike)" },
    { { "Dafydx Puw", NULL, NULL, NULL }, "Dafydd Puw (name alike)" },
    { { "Gareth Parry", NULL, NULL, NULL }, "" },
    /* A date of birth that two have shows the one whose name is typed first, and only them. */
    { { "Mair", "1951-03-07", NULL, NULL }, "Mair Lewis (name alike, same date of birth)" },
    { { "Sian Jones", "1951-03-07", NULL, NULL }, "Siân Rhys (name alike, same date of birth)" },
    { { "Sian Jones", "1951-07-03", NULL, NULL },
      "Siân Rhys (name alike, date of birth with day and month swapped)" },
    { { "Sian Jones", NULL, NULL, NULL }, "" },
    /* Whatever the name: a telephone or the NHS number is enough. */
    { { "Blodwen", NULL, "+44 1632 960222", NULL }, "Dafydd Puw (same telephone)" },
    { { NULL, NULL, NULL, "9434765919" }, "Siân Rhys (same NHS number)" },
    { { NULL, "1944-08-12", NULL, NULL }, "Dafydd Puw (same date of birth)" },
    /* Two letters are too little. */
    { { "Si", NULL, NULL, NULL }, "" },
    { { NULL, NULL, NULL, NULL }, "" },
  };
  g_autoptr (CaseworkTest) test = new_test ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = find (test, &cases[i].query);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
test_more_that_is_alike_stands_first (void)
{
  g_autoptr (CaseworkTest) test = new_test ();
  g_autoptr (GPtrArray) found = NULL;
  const DolenKnownQuery query = { "Sian Rhys", "1951-03-07", "01632 960222", NULL };
  const DolenKnownQuery nobody = { "Sian Rhys", NULL, NULL, NULL };

  found = dolen_caseload_find_known (dolen_casework_get_caseload (test->casework), &query, 5, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((DolenKnown *) found->pdata[0])->name, ==, "Siân Rhys");
  g_assert_true (((DolenKnown *) found->pdata[0])->open);
  g_assert_cmpstr (((DolenKnown *) found->pdata[1])->name, ==, "Dafydd Puw");
  g_clear_pointer (&found, g_ptr_array_unref);
  found
      = dolen_caseload_find_known (dolen_casework_get_caseload (test->casework), &nobody, 0, NULL);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_the_list_of_people_is_searched_by_sound (void)
{
  g_autoptr (CaseworkTest) test = new_test ();
  g_autoptr (GPtrArray) found = dolen_caseload_list_people (
      dolen_casework_get_caseload (test->casework), "Reece", "2026-11-03", NULL);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((DolenPersonRow *) found->pdata[0])->name, ==, "Siân Rhys");
}

static void
test_the_check_digit_of_an_nhs_number (void)
{
  /* The first is the example of the data dictionary; the others by the same rule. */
  static const char *const good[]
      = { "943 476 5919", "9434765919", "943-476-5919", "401 023 2137" };
  static const char *const bad[] = {
    "943 476 5918", "934 476 5919", "94347659", "94347659190", "9434765919x", "", "letters", NULL
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *read = dolen_nhs_number_read (good[i]);
    g_assert_nonnull (read);
    g_assert_cmpuint (strlen (read), ==, 10);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (dolen_nhs_number_read (bad[i]));
  /* 1 to 999: nine of ten last digits never fit, and a rest of 1 fits none at all. */
  for (int i = 1; i < 1000; i++) {
    int fits = 0;

    for (int last = 0; last < 10; last++) {
      g_autofree char *number = g_strdup_printf ("%09d%d", i, last);
      g_autofree char *read = dolen_nhs_number_read (number);

      fits += read != NULL;
    }
    g_assert_cmpint (fits, <=, 1);
  }
}

static void
test_every_code_has_a_name_in_both_languages (void)
{
  for (int list = 0; list < DOLEN_N_CODE_LISTS; list++) {
    g_assert_cmpuint (dolen_codes_count (list), >, 1);
    for (guint i = 0; i < dolen_codes_count (list); i++) {
      const char *code = dolen_codes_nth (list, i);
      const char *en = dolen_code_name (list, code, DOLEN_LANGUAGE_EN);
      const char *cy = dolen_code_name (list, code, DOLEN_LANGUAGE_CY);

      g_assert_cmpint (dolen_codes_position (list, code), ==, (int) i);
      g_assert_cmpstr (en, !=, cy);
    }
    g_assert_null (dolen_codes_nth (list, dolen_codes_count (list)));
  }
  g_assert_cmpstr (
      dolen_code_name (DOLEN_CODES_SOURCE, "of-2030", DOLEN_LANGUAGE_CY), ==, "of-2030");
  g_assert_cmpstr (dolen_code_name (DOLEN_CODES_SOURCE, NULL, DOLEN_LANGUAGE_CY), ==, "");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/known/" #name, test_##name)
  TEST (a_person_is_met_again_under_another_spelling);
  TEST (more_that_is_alike_stands_first);
  TEST (the_list_of_people_is_searched_by_sound);
  TEST (the_check_digit_of_an_nhs_number);
  TEST (every_code_has_a_name_in_both_languages);
#undef TEST
  return g_test_run ();
}
