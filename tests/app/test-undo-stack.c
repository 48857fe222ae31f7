/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/dolen-undo-stack.h"
#include "support/dolen-test.h"

static void
append (gpointer data)
{
  g_string_append ((GString *) data, "+");
}

static void
note_freed (gpointer data)
{
  g_string_append ((GString *) data, ".");
}

static void
test_newest_is_undone_first_and_once (void)
{
  g_autoptr (DolenUndoStack) stack = dolen_undo_stack_new ();
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autofree char *title = NULL;

  g_assert_false (dolen_undo_stack_can_undo (stack));
  dolen_undo_stack_push (stack, "first", DOLEN_UNDO_OPEN, append, first, note_freed);
  dolen_undo_stack_push (stack, "second", DOLEN_UNDO_OPEN, append, second, note_freed);
  title = dolen_undo_stack_run (stack, 0);
  g_assert_cmpstr (title, ==, "second");
  g_assert_cmpstr (second->str, ==, "+.");
  g_assert_cmpstr (first->str, ==, "");
  g_assert_true (dolen_undo_stack_can_undo (stack));
  g_free (dolen_undo_stack_run (stack, 0));
  g_assert_cmpstr (first->str, ==, "+.");
  g_assert_null (dolen_undo_stack_run (stack, 0));
}

static void
remember_id (DolenUndoStack *stack, guint id, const char *title, guint *last)
{
  *last = id;
}

static void
test_an_older_one_can_be_undone_by_its_number (void)
{
  g_autoptr (DolenUndoStack) stack = dolen_undo_stack_new ();
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  guint id = 0, first_id;

  g_signal_connect (stack, "pushed", G_CALLBACK (remember_id), &id);
  dolen_undo_stack_push (stack, "first", DOLEN_UNDO_OPEN, append, first, NULL);
  first_id = id;
  dolen_undo_stack_push (stack, "second", DOLEN_UNDO_OPEN, append, second, NULL);
  g_free (dolen_undo_stack_run (stack, first_id));
  g_assert_cmpstr (first->str, ==, "+");
  g_assert_cmpstr (second->str, ==, "");
  g_assert_null (dolen_undo_stack_run (stack, first_id));
}

static void
test_what_speaks_of_a_person_can_be_forgotten (void)
{
  g_autoptr (DolenUndoStack) stack = dolen_undo_stack_new ();
  g_autoptr (GString) open = g_string_new (NULL);
  g_autoptr (GString) sealed = g_string_new (NULL);

  dolen_undo_stack_push (stack, "open", DOLEN_UNDO_OPEN, append, open, note_freed);
  dolen_undo_stack_push (stack, "sealed", DOLEN_UNDO_SEALED, append, sealed, note_freed);
  dolen_undo_stack_forget_sealed (stack);
  g_assert_cmpstr (sealed->str, ==, ".");
  g_free (dolen_undo_stack_run (stack, 0));
  g_assert_cmpstr (open->str, ==, "+.");
  g_assert_false (dolen_undo_stack_can_undo (stack));
}

static void
test_only_fifty_are_kept (void)
{
  g_autoptr (DolenUndoStack) stack = dolen_undo_stack_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < 60; i++)
    dolen_undo_stack_push (stack, "edit", DOLEN_UNDO_OPEN, append, log, NULL);
  for (char *title; (title = dolen_undo_stack_run (stack, 0)) != NULL; n++)
    g_free (title);
  g_assert_cmpuint (n, ==, 50);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/undo/newest_is_undone_first_and_once", test_newest_is_undone_first_and_once);
  g_test_add_func ("/undo/an_older_one_can_be_undone_by_its_number",
                   test_an_older_one_can_be_undone_by_its_number);
  g_test_add_func ("/undo/what_speaks_of_a_person_can_be_forgotten",
                   test_what_speaks_of_a_person_can_be_forgotten);
  g_test_add_func ("/undo/only_fifty_are_kept", test_only_fifty_are_kept);
  return g_test_run ();
}
