/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-keeping-letter.h"

#include "directory/keeping/dolen-keeping-form.h"
#include "directory/samples.h"

#include <string.h>

/* The letter that asks a group whether its listing is still right: its forms are read back. */

static char *
write_letter (const GPtrArray *services, DolenLanguage language)
{
  DolenSender sender = { .name = "Mair Evans", .organisation = "CVS", .phone = "01632960100" };

  return dolen_keeping_letter_new (
      services, NULL, "Band y dref", "2026-05-18", &sender, language, "2026-05-04");
}

static void
test_a_form_for_each_listing (void)
{
  for (guint language = 0; language < DOLEN_N_LANGUAGES; language++) {
    g_autoptr (DolenDirectory) dir = samples_open ();
    g_autoptr (GPtrArray) services
               = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_service_free);
    g_autoptr (GPtrArray) forms = NULL;
    g_autofree char *letter = NULL;
    g_autofree char *subject = NULL;

    for (guint i = 0; i < 2; i++) {
      DolenService *service = samples_service ("Band", "Seindorf", DOLEN_TEXT_CHECKED);

      samples_save (dir, service);
      g_ptr_array_add (services, service);
    }
    letter = write_letter (services, (DolenLanguage) language);
    subject = dolen_keeping_letter_subject (services, (DolenLanguage) language);
    forms = dolen_filled_forms_read (letter, -1, NULL, NULL);
    g_assert_cmpuint (forms->len, ==, 2);
    for (guint i = 0; i < 2; i++) {
      const DolenFilledForm *form = g_ptr_array_index (forms, i);
      const DolenService *service = g_ptr_array_index (services, i);

      g_assert_cmpstr (form->service, ==, service->uid);
      g_assert_cmpint (form->language, ==, language);
      g_assert_cmpuint (form->answers->len, ==, 0);
    }
    g_assert_nonnull (strstr (letter, "Mair Evans"));
    g_assert_nonnull (strstr (letter, language == DOLEN_LANGUAGE_CY ? "18 Mai" : "18 May"));
    g_assert_nonnull (strstr (subject, language == DOLEN_LANGUAGE_CY ? "Seindorf" : "Band"));
  }
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/reports/keeping-letter/forms", test_a_form_for_each_listing);
  return g_test_run ();
}
