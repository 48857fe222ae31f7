/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include <signal.h>
#include <unistd.h>

/* Ctrl+C: the import is rolled back and dolenctl ends by itself. A second one ends it at once. A
 * thread waits for it: a handler could not cancel, which takes locks. */
static gpointer
wait_for_interrupt (gpointer cancellable)
{
  sigset_t interrupt;
  int number;

  sigemptyset (&interrupt);
  sigaddset (&interrupt, SIGINT);
  sigwait (&interrupt, &number);
  g_cancellable_cancel (cancellable);
  pthread_sigmask (SIG_UNBLOCK, &interrupt, NULL);
  for (;;)
    pause ();
  return NULL;
}

void
dolen_tool_cancel_on_interrupt (GCancellable *cancellable)
{
  sigset_t interrupt;

  sigemptyset (&interrupt);
  sigaddset (&interrupt, SIGINT);
  pthread_sigmask (SIG_BLOCK, &interrupt, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, cancellable));
}
