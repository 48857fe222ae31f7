/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-incoming-letter.h"
#include "support/dolen-test.h"

#include <string.h>

static const DolenSender sender = { .name = "Non Jones", .phone = "01632960111" };

static DolenPerson *
new_person (void)
{
  DolenPerson *person = dolen_person_new ();

  person->name = g_strdup ("Mair Pretend");
  person->date_of_birth = g_strdup ("1944-08-12");
  person->address = g_strdup ("Canary Street");
  person->what_matters = g_strdup ("Canary: to sing again");
  return person;
}

static DolenIncoming *
new_incoming (DolenIncomingState state)
{
  DolenIncoming *incoming = dolen_incoming_new ("p");

  incoming->state = state;
  incoming->source_name = g_strdup ("Meddygfa Glan-yr-afon");
  incoming->reason = g_strdup ("Canary: low mood");
  incoming->risk = g_strdup ("Canary: a dog");
  incoming->info_wanted = g_strdup ("Does she agree?");
  incoming->note = g_strdup ("She is under 18.");
  incoming->returned_to = g_strdup ("Youth service");
  return incoming;
}

static void
test_each_decision_is_told_and_nothing_else (void)
{
  static const struct {
    DolenIncomingState state;
    const char *en;
    const char *cy;
  } cases[] = {
    { DOLEN_INCOMING_WAITING, "on our waiting list", "rhestr aros" },
    { DOLEN_INCOMING_SUPPORTED, "getting in touch with them", "cysylltu" },
    { DOLEN_INCOMING_MORE_INFO, "Does she agree?", "Does she agree?" },
    { DOLEN_INCOMING_RETURNED, "Youth service", "She is under 18." },
    { DOLEN_INCOMING_NOT_REACHED, "on different days", "ddiwrnodau gwahanol" },
    { DOLEN_INCOMING_DECLINED, "do not wish", "dymuno" },
  };
  g_autoptr (DolenPerson) person = new_person ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenIncoming) incoming = new_incoming (cases[i].state);
    g_autofree char *en
        = dolen_referrer_letter_new (incoming, person, &sender, DOLEN_LANGUAGE_EN, "2026-11-03");
    g_autofree char *cy
        = dolen_referrer_letter_new (incoming, person, &sender, DOLEN_LANGUAGE_CY, "2026-11-03");

    g_test_message ("%s", cy);
    g_assert_nonnull (strstr (en, cases[i].en));
    g_assert_nonnull (strstr (cy, cases[i].cy));
    g_assert_nonnull (strstr (en, "Mair Pretend, 12 August 1944"));
    g_assert_nonnull (strstr (en, "Meddygfa Glan-yr-afon"));
    g_assert_null (strstr (en, "Canary"));
    g_assert_null (strstr (cy, "Canary"));
    /* Who refers people to us is not told whom to ring in a crisis. */
    g_assert_null (strstr (en, "999"));
    g_assert_null (strstr (cy, "116 123"));
  }
}

static void
test_the_letter_to_somebody_not_reached_tells_others_nothing (void)
{
  g_autoptr (DolenPerson) person = new_person ();
  g_autofree char *en = dolen_not_reached_letter_new (
      person, "2026-11-20", &sender, DOLEN_LANGUAGE_EN, "2026-11-03");
  g_autofree char *cy
      = dolen_not_reached_letter_new (person, NULL, &sender, DOLEN_LANGUAGE_CY, "2026-11-03");

  g_assert_nonnull (strstr (en, "20 November 2026"));
  g_assert_nonnull (strstr (en, "01632 960111"));
  g_assert_nonnull (strstr (en, "999"));
  g_assert_nonnull (strstr (cy, "116 123"));
  g_assert_null (strstr (en, "Canary"));
  g_assert_null (strstr (en, "refer"));
  g_assert_nonnull (strstr (cy, "3 Tachwedd 2026"));
  g_assert_null (strstr (cy, "atgyf"));
}

static void
test_large_print_is_larger_and_escaped (void)
{
  g_autofree char *plain = dolen_letter_to_markup ("Jones & Son", FALSE);
  g_autofree char *large = dolen_letter_to_markup ("Jones & Son", TRUE);

  g_assert_cmpstr (plain, ==, "Jones &amp; Son");
  g_assert_cmpstr (large, ==, "<span size=\"18pt\">Jones &amp; Son</span>");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/incoming-letter/" #name, test_##name)
  TEST (each_decision_is_told_and_nothing_else);
  TEST (the_letter_to_somebody_not_reached_tells_others_nothing);
  TEST (large_print_is_larger_and_escaped);
#undef TEST
  return g_test_run ();
}
