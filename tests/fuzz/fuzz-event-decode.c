/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload.h"
#include "fuzz/dolen-fuzz.h"

#include <string.h>

/*
 * Whatever was sealed is an event or is refused; an event is written as it was read, and applying
 * it never fails.
 */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
check_written_as_read (const DolenEvent *event)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *once = dolen_event_encode (event);
  g_autoptr (DolenEvent) again = dolen_event_decode (once, strlen (once), &error);
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  twice = dolen_event_encode (again);
  g_assert_cmpstr (twice, ==, once);
}

static void
check_applies (DolenEvent *event)
{
  g_autoptr (GError) error = NULL;
  DolenCaseload *caseload = dolen_caseload_new (NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  event->id = g_strdup ("000102030405060708090a0b0c0d0e0f");
  dolen_caseload_apply (caseload, event);
  dolen_caseload_apply (caseload, event);
  dump = dolen_caseload_dump (caseload);
  g_assert_nonnull (dump);
  dolen_caseload_free (caseload);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenEvent) event = dolen_event_decode ((const char *) data, size, &error);

  g_assert_true ((event == NULL) == (error != NULL));
  if (event != NULL) {
    check_written_as_read (event);
    check_applies (event);
  }
  return 0;
}
