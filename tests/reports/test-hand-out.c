/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-hand-out.h"
#include "support/dolen-test.h"

static DolenService *
new_service (void)
{
  DolenService *service = dolen_service_new ();
  DolenVenue *venue = dolen_venue_new ();
  DolenContact *contact = dolen_contact_new ();

  dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_EN, "Tea & Company", DOLEN_TEXT_CHECKED);
  dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_CY, "Te a Chwmni", DOLEN_TEXT_CHECKED);
  venue->address = g_strdup ("3 Heol y Bont");
  venue->city = g_strdup ("Tregaron");
  venue->postcode = g_strdup ("SY25 6AA");
  g_ptr_array_add (service->venues, venue);
  contact->name = g_strdup ("Siân Dychmygol");
  contact->phone = g_strdup ("01632960333");
  contact->email = g_strdup ("sian.dychmygol@example.org");
  contact->personal = TRUE;
  g_ptr_array_add (service->contacts, contact);
  return service;
}

static void
test_it_says_where (void)
{
  g_autoptr (DolenService) service = new_service ();
  g_autofree char *page = dolen_hand_out_new (service, NULL, NULL, DOLEN_LANGUAGE_EN, "2026-05-05");

  g_assert_nonnull (strstr (page, "Tea &amp; Company"));
  g_assert_nonnull (strstr (page, "3 Heol y Bont, Tregaron, SY25 6AA"));
}

static void
test_it_says_for_whom (void)
{
  g_autoptr (DolenService) service = new_service ();
  g_autofree char *page = NULL;

  service->minimum_age = 55;
  service->gender = g_strdup ("male");
  service->eligibility.en = g_strdup ("Anyone who lives alone");
  page = dolen_hand_out_new_text (service, NULL, NULL, DOLEN_LANGUAGE_EN, "2026-05-05");
  g_assert_nonnull (strstr (page, "For whom: Anyone who lives alone\n"));
  g_assert_nonnull (strstr (page, "Who may come: 55 and over; men\n"));
}

static void
test_a_persons_own_contact_is_kept_out_until_they_say_yes (void)
{
  g_autoptr (DolenService) service = new_service ();
  g_autofree char *before
      = dolen_hand_out_new_text (service, NULL, NULL, DOLEN_LANGUAGE_EN, "2026-05-05");
  g_autofree char *after = NULL;
  DolenContact *contact = g_ptr_array_index (service->contacts, 0);

  g_assert_null (strstr (before, "960333"));
  g_assert_null (strstr (before, "Dychmygol"));
  contact->permission = DOLEN_PERMISSION_GIVEN_OUT;
  after = dolen_hand_out_new_text (service, NULL, NULL, DOLEN_LANGUAGE_EN, "2026-05-05");
  g_assert_nonnull (strstr (after, "01632 960333"));
  g_assert_nonnull (strstr (after, "Siân Dychmygol"));
  g_assert_null (strstr (after, "sian.dychmygol@"));
}

static void
test_a_number_stands_once (void)
{
  g_autoptr (DolenService) service = new_service ();
  DolenContact *contact = g_ptr_array_index (service->contacts, 0);
  g_autofree char *page = NULL;
  const char *first;

  contact->permission = DOLEN_PERMISSION_GIVEN_OUT;
  service->phone = g_strdup (contact->phone);
  page = dolen_hand_out_new_text (service, NULL, NULL, DOLEN_LANGUAGE_EN, "2026-05-05");
  first = strstr (page, "01632 960333");
  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, "01632 960333"));
}

static void
test_a_hidden_address_stays_hidden (void)
{
  g_autoptr (DolenService) service = new_service ();
  g_autofree char *page = NULL;

  ((DolenVenue *) g_ptr_array_index (service->venues, 0))->hide_address = TRUE;
  page = dolen_hand_out_new_text (service, NULL, NULL, DOLEN_LANGUAGE_EN, "2026-05-05");
  g_assert_null (strstr (page, "Heol y Bont"));
  g_assert_null (strstr (page, "SY25"));
  g_assert_nonnull (strstr (page, "Tregaron"));
}

static void
test_it_speaks_the_persons_language (void)
{
  g_autoptr (DolenService) service = new_service ();
  g_autofree char *page
      = dolen_hand_out_new_text (service, NULL, NULL, DOLEN_LANGUAGE_CY, "2026-05-05");

  g_assert_nonnull (strstr (page, "Te a Chwmni"));
  g_assert_nonnull (strstr (page, "5 Mai 2026"));
}

static void
test_it_ends_with_whom_to_ring_in_a_crisis (void)
{
  g_autoptr (DolenService) service = new_service ();
  g_autoptr (DolenScheme) scheme = dolen_scheme_new ();
  g_autofree char *page = NULL;
  const char *crisis;

  scheme->crisis_en = g_strdup ("Ring <Canary> & Co: 01632 960555.");
  page = dolen_hand_out_new (service, NULL, scheme, DOLEN_LANGUAGE_EN, "2026-05-05");
  crisis = strstr (page, "Ring &lt;Canary&gt; &amp; Co: 01632 960555.");
  g_assert_nonnull (crisis);
  g_assert_cmpstr (strchr (crisis, '\n'), ==, "\n");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/reports/hand_out/" #name, test_##name)
  ADD (it_says_where);
  ADD (it_says_for_whom);
  ADD (a_persons_own_contact_is_kept_out_until_they_say_yes);
  ADD (a_number_stands_once);
  ADD (a_hidden_address_stays_hidden);
  ADD (it_speaks_the_persons_language);
  ADD (it_ends_with_whom_to_ring_in_a_crisis);
#undef ADD
  return g_test_run ();
}
