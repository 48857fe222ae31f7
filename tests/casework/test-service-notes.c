/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "merge-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-service-notes.h"
#include "support/dolen-test.h"

/* Private notes on groups: of nobody, sealed with the office key. */

#define CHOIR "00000000-0000-4000-8000-000000000001"
#define BAND "00000000-0000-4000-8000-000000000002"
#define CANARY "Caneripreifat"

static GPtrArray *
list (CaseworkTest *test, const char *service)
{
  return dolen_caseload_list_service_notes (dolen_casework_get_caseload (test->casework), service);
}

static void
add (CaseworkTest *test, const char *service, const char *text, DolenUndo **undo)
{
  GError *error = NULL;

  dolen_casework_service_note_add (test->casework, service, "Choir", text, undo, &error);
  g_assert_no_error (error);
}

static void
assert_notes (CaseworkTest *test, const char *service, const char *first, const char *second)
{
  g_autoptr (GPtrArray) notes = list (test, service);
  guint n = (first != NULL) + (second != NULL);

  g_assert_cmpuint (notes->len, ==, n);
  if (first != NULL)
    g_assert_cmpstr (((DolenServiceNote *) notes->pdata[0])->text, ==, first);
  if (second != NULL)
    g_assert_cmpstr (((DolenServiceNote *) notes->pdata[1])->text, ==, second);
}

static void
test_notes_are_added_changed_and_taken_away (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenUndo) added = NULL;
  g_autoptr (DolenUndo) changed = NULL;
  g_autoptr (DolenUndo) taken = NULL;
  g_autofree char *uid = NULL;

  add (test, CHOIR, "Ring before ten", NULL);
  add (test, CHOIR, "The hall is cold", &added);
  add (test, BAND, "Loud", NULL);
  assert_notes (test, CHOIR, "Ring before ten", "The hall is cold");
  casework_test_undo (test, added);
  assert_notes (test, CHOIR, "Ring before ten", NULL);
  {
    g_autoptr (GPtrArray) notes = list (test, CHOIR);
    const DolenServiceNote *note = notes->pdata[0];

    uid = g_strdup (note->uid);
    g_assert_nonnull (note->on);
    g_assert_cmpstr (note->service_name, ==, "Choir");
  }
  g_assert_true (
      dolen_casework_service_note_set (test->casework, uid, "Ring before nine", &changed, NULL));
  casework_test_reopen (test);
  assert_notes (test, CHOIR, "Ring before nine", NULL);
  casework_test_undo (test, changed);
  assert_notes (test, CHOIR, "Ring before ten", NULL);
  g_assert_true (dolen_casework_service_note_set (test->casework, uid, "", &taken, NULL));
  assert_notes (test, CHOIR, NULL, NULL);
  casework_test_undo (test, taken);
  assert_notes (test, CHOIR, "Ring before ten", NULL);
  assert_notes (test, BAND, "Loud", NULL);
}

static void
test_what_cannot_be_is_refused (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
      dolen_casework_service_note_add (test->casework, CHOIR, NULL, "  ", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (dolen_casework_service_note_set (test->casework, BAND, "x", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  dolen_casework_lock (test->casework);
  g_assert_false (dolen_casework_service_note_add (test->casework, CHOIR, NULL, "x", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_LOCKED);
}

static void
test_nothing_of_it_is_on_disk_in_plain (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();

  add (test, CHOIR, CANARY " is never there", NULL);
  dolen_casework_lock (test->casework);
  g_assert_null (dolen_test_find_in_tree (test->folder, CANARY));
  g_assert_null (dolen_test_find_in_tree (test->folder, CHOIR));
  casework_test_reopen (test);
  assert_notes (test, CHOIR, CANARY " is never there", NULL);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/casework/service-notes/" #name, test_##name)
  ADD (notes_are_added_changed_and_taken_away);
  ADD (what_cannot_be_is_refused);
  ADD (nothing_of_it_is_on_disk_in_plain);
#undef ADD
  return g_test_run ();
}
