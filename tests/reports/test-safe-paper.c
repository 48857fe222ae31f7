/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "reports/dolen-safe-paper.h"
#include "support/dolen-test.h"

static DolenSafePaper *
new_safe (void)
{
  GError *error = NULL;
  DolenSafePaper *safe = dolen_safe_paper_new (NULL, dolen_vocabulary_default (NULL), &error);

  g_assert_no_error (error);
  return safe;
}

static DolenService *
new_service (const char *en, const char *cy)
{
  DolenService *service = dolen_service_new ();

  dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_EN, en, DOLEN_TEXT_GIVEN);
  dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_CY, cy, DOLEN_TEXT_GIVEN);
  return service;
}

static DolenTag *
add_need (DolenService *service, const char *code)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = DOLEN_TAG_NEED;
  tag->code = g_strdup (code);
  tag->value = TRUE;
  g_ptr_array_add (service->tags, tag);
  return tag;
}

/* What the question was made for, each alone. */
static void
test_needs_that_may_harm_ask (void)
{
  static const char *const asking[] = { "domestic-abuse",
                                        "addiction",
                                        "sexual-health",
                                        "debt",
                                        "crisis",
                                        "offending",
                                        "sexual-violence",
                                        "crime-victims",
                                        "relationship-breakup",
                                        "lgbtq-support",
                                        "gambling",
                                        "self-harm" }; /* the last two are narrower ones */
  static const char *const quiet[] = { "loneliness", "anxiety", "bereavement", "carers" };
  g_autoptr (DolenSafePaper) safe = new_safe ();

  for (gsize i = 0; i < G_N_ELEMENTS (asking); i++) {
    const char *const needs[] = { "loneliness", asking[i], NULL };
    g_autoptr (DolenService) service = new_service ("Tuesday room", NULL);

    g_assert_true (dolen_safe_paper_person_asks (safe, needs, NULL));
    g_assert_false (dolen_safe_paper_service_asks (safe, service, NULL));
    add_need (service, asking[i]);
    g_assert_true (dolen_safe_paper_service_asks (safe, service, NULL));
    g_assert_null (dolen_safe_paper_name (safe, service, DOLEN_LANGUAGE_EN));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (quiet); i++) {
    const char *const needs[] = { quiet[i], NULL };

    g_assert_false (dolen_safe_paper_person_asks (safe, needs, NULL));
  }
  g_assert_false (dolen_safe_paper_person_asks (safe, NULL, NULL));
}

static void
test_an_unsafe_home_asks (void)
{
  static const char *const barriers[] = { "no-car", "unsafe-home", NULL };
  g_autoptr (DolenSafePaper) safe = new_safe ();

  g_assert_true (dolen_safe_paper_person_asks (safe, NULL, barriers));
}

static void
test_a_rejected_tag_does_not_ask (void)
{
  g_autoptr (DolenSafePaper) safe = new_safe ();
  g_autoptr (DolenService) service = new_service ("Tuesday room", NULL);

  add_need (service, "debt")->state = DOLEN_TAG_REJECTED;
  add_need (service, "addiction")->value = FALSE;
  g_assert_false (dolen_safe_paper_service_asks (safe, service, NULL));
}

/* A listing that nobody has tagged yet says it in its name, or in whose it is. */
static void
test_a_name_asks (void)
{
  g_autoptr (DolenSafePaper) safe = new_safe ();
  g_autoptr (DolenService) debt = new_service ("Debt advice drop-in", NULL);
  g_autoptr (DolenService) welsh = new_service (NULL, "Cyngor ar ddyledion");
  g_autoptr (DolenService) plain = new_service ("The Tuesday room", NULL);
  g_autoptr (DolenService) choir = new_service ("Respectful Choir of Refugees", NULL);
  g_autoptr (DolenOrganisation) body = dolen_organisation_new ();

  g_assert_true (dolen_safe_paper_service_asks (safe, debt, NULL));
  g_assert_true (dolen_safe_paper_service_asks (safe, welsh, NULL));
  g_assert_false (dolen_safe_paper_service_asks (safe, choir, NULL));
  g_assert_false (dolen_safe_paper_service_asks (safe, plain, NULL));
  dolen_bilingual_set (&body->name, DOLEN_LANGUAGE_EN, "Dyffryn Women’s Aid", DOLEN_TEXT_GIVEN);
  g_assert_true (dolen_safe_paper_service_asks (safe, plain, body));
}

static void
test_only_a_name_that_says_nothing_stands (void)
{
  g_autoptr (DolenSafePaper) safe = new_safe ();
  g_autoptr (DolenService) plain = new_service ("Hafan y Bont", "Hafan y Bont");
  g_autoptr (DolenService) choir = new_service ("Tregaron Choir", NULL);
  g_autoptr (DolenService) half = new_service ("Y Bont", "Cymorth profedigaeth y Bont");

  g_assert_cmpstr (dolen_safe_paper_name (safe, plain, DOLEN_LANGUAGE_CY), ==, "Hafan y Bont");
  g_assert_null (dolen_safe_paper_name (safe, choir, DOLEN_LANGUAGE_EN));
  g_assert_null (dolen_safe_paper_name (safe, half, DOLEN_LANGUAGE_EN));
}

static void
test_a_list_that_is_not_there_is_an_error (void)
{
  GError *error = NULL;

  g_assert_null (dolen_safe_paper_new ("/nowhere.json", dolen_vocabulary_default (NULL), &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/reports/safe_paper/" #name, test_##name)
  ADD (needs_that_may_harm_ask);
  ADD (an_unsafe_home_asks);
  ADD (a_rejected_tag_does_not_ask);
  ADD (a_name_asks);
  ADD (only_a_name_that_says_nothing_stands);
  ADD (a_list_that_is_not_there_is_an_error);
#undef ADD
  return g_test_run ();
}
