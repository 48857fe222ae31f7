/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-worker.h"
#include "support/dolen-test.h"

static GMutex gate;
static GString *order;
static guint returned;
static DolenWorker *finishing; /* (nullable) */
static gint taken;             /* by the worker's thread, atomic */

static void
note_order (GTask *task)
{
  if (finishing != NULL)
    g_assert_true (dolen_worker_is_current (finishing));
  g_atomic_int_inc (&taken);
  g_mutex_lock (&gate);
  g_string_append (order, g_task_get_task_data (task));
  g_mutex_unlock (&gate);
  g_task_return_boolean (task, TRUE);
}

static void
count_return (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *cancelled = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) && cancelled != NULL)
    *cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  returned++;
}

static void
queue (
    DolenWorker *worker, int priority, const char *name, GCancellable *cancellable, gboolean *out)
{
  GTask *task = g_task_new (NULL, cancellable, count_return, out);

  g_task_set_task_data (task, (gpointer) name, NULL);
  dolen_worker_queue (worker, priority, task, note_order);
}

static void
test_urgent_tasks_go_first (void)
{
  g_autoptr (DolenWorker) worker = dolen_worker_new ("test");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean cancelled = FALSE;

  order = g_string_new (NULL);
  returned = 0;
  g_atomic_int_set (&taken, 0);
  g_mutex_lock (&gate);
  queue (worker, G_PRIORITY_DEFAULT, "first ", NULL, NULL);
  DOLEN_WAIT_UNTIL (g_atomic_int_get (&taken) == 1, 5000); /* it waits at the gate now */
  queue (worker, G_PRIORITY_LOW, "low ", NULL, NULL);
  queue (worker, G_PRIORITY_DEFAULT, "b ", NULL, NULL);
  queue (worker, G_PRIORITY_DEFAULT, "c ", NULL, NULL);
  queue (worker, G_PRIORITY_DEFAULT, "never ", cancellable, &cancelled);
  queue (worker, G_PRIORITY_HIGH, "high ", NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);
  DOLEN_WAIT_UNTIL (returned == 6, 5000);
  g_assert_cmpstr (order->str, ==, "first high b c low ");
  g_assert_true (cancelled);
  g_string_free (order, TRUE);
}

static void
test_what_is_queued_is_done_before_the_end (void)
{
  g_autoptr (DolenWorker) worker = dolen_worker_new ("test");

  order = g_string_new (NULL);
  returned = 0;
  finishing = worker;
  for (int i = 0; i < 5; i++)
    queue (worker, G_PRIORITY_DEFAULT, "x", NULL, NULL);
  dolen_worker_finish (worker);
  finishing = NULL;
  g_assert_cmpstr (order->str, ==, "xxxxx");
  queue (worker, G_PRIORITY_DEFAULT, "late", NULL, NULL);
  DOLEN_WAIT_UNTIL (returned == 6, 5000);
  g_assert_cmpstr (order->str, ==, "xxxxx");
  g_string_free (order, TRUE);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/base/worker/urgent_tasks_go_first", test_urgent_tasks_go_first);
  g_test_add_func ("/base/worker/what_is_queued_is_done_before_the_end",
                   test_what_is_queued_is_done_before_the_end);
  return g_test_run ();
}
