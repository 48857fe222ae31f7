/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "directory/dolen-directory.h"
#include "directory/keeping/dolen-keeping-form.h"
#include "fuzz/dolen-fuzz.h"

#include <stdlib.h>
#include <string.h>

/* Any bytes are forms within their limits, or are refused with a reason; what a form would do to a
 * listing can always be told, line by line. */

#define LISTING "6f1e7a0e-6d1f-4a8f-9a43-0e0f4a1c2b3d"

static DolenDirectory *directory;

static void
close_directory (void)
{
  g_clear_pointer (&directory, dolen_directory_close);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  g_autoptr (GError) error = NULL;

  directory = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_assert_no_error (error);
  service->uid = g_strdup (LISTING);
  service->phone = g_strdup ("01632960123");
  dolen_bilingual_load (&service->name, "Band", DOLEN_TEXT_CHECKED, "Band", DOLEN_TEXT_CHECKED);
  dolen_directory_save_service (directory, service, &error);
  g_assert_no_error (error);
  atexit (close_directory);
  return 0;
}

static void
check_lines (const DolenFilledForm *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (DolenCall) call
             = dolen_filled_form_apply (directory, form, DOLEN_LANGUAGE_CY, &lines, &error);

  g_assert_true ((call == NULL) == (error != NULL));
  for (guint i = 0; call != NULL && i < lines->len; i++) {
    const DolenFormLine *line = g_ptr_array_index (lines, i);

    g_assert_nonnull (line->sentence);
    g_assert_true (g_utf8_validate (line->sentence, -1, NULL));
  }
}

static void
check_form (const DolenFilledForm *form)
{
  g_assert_true (dolen_date_is_valid (form->sent_on));
  g_assert_cmpuint (form->answers->len, <=, DOLEN_N_FORM_FIELDS);
  for (guint i = 0; i < form->answers->len; i++) {
    const DolenFormAnswer *answer = g_ptr_array_index (form->answers, i);

    g_assert_true (g_utf8_validate (answer->given, -1, NULL));
    g_assert_cmpuint (strlen (answer->given), <=, 3 * DOLEN_FORM_MAX_ANSWER);
    g_assert_cmpuint (answer->line, >, 0);
  }
  check_lines (form);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) wrong = NULL;
  g_autoptr (GPtrArray) forms
             = dolen_filled_forms_read ((const char *) data, (gssize) size, &wrong, &error);

  g_assert_true ((forms == NULL) == (error != NULL));
  for (guint i = 0; forms != NULL && i < forms->len; i++)
    check_form (g_ptr_array_index (forms, i));
  return 0;
}
