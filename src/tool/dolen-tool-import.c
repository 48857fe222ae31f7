/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "exchange/dolen-import.h"
#include "matching/dolen-lending.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
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

/* Before any other thread is there, so that none of them takes the signal. */
static void
cancel_on_interrupt (GCancellable *cancellable)
{
  sigset_t interrupt;

  sigemptyset (&interrupt);
  sigaddset (&interrupt, SIGINT);
  pthread_sigmask (SIG_BLOCK, &interrupt, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, cancellable));
}

static void
print_count (const char *what, const DolenImportCount *count)
{
  /* Translators: %s is "Services" or "Organisations", the numbers are counts of them. */
  printf (_ ("%s: %u added, %u changed, %u unchanged, %u left out\n"),
          what,
          count->added,
          count->changed,
          count->unchanged,
          count->rejected);
}

static void
print_report (const DolenImportReport *report)
{
  /* Translators: the name a feed is known by. */
  printf (_ ("Source: %s\n"), report->source_name);
  print_count (_ ("Services"), &report->services);
  print_count (_ ("Organisations"), &report->organisations);
  if (report->gone)
    /* Translators: services that were in the feed before and are not now. */
    printf (_ ("Not in the feed any more: %u\n"), report->gone);
  for (int kind = 0; kind < DOLEN_N_ODDITIES; kind++)
    if (report->oddities.count[kind])
      printf ("%8u  %s\n",
              report->oddities.count[kind],
              dolen_oddity_text (kind, dolen_language_current ()));
}

static void
print_refusals (const DolenImportReport *report)
{
  for (guint i = 0; i < report->rejected->len; i++) {
    const DolenImportRefusal *refusal = report->rejected->pdata[i];
    fprintf (stderr, "dolenctl: %s: %s\n", refusal->where, refusal->why);
  }
}

/* Nothing but refusals: that is a failure, though nothing broke. */
static gboolean
came_to_something (const DolenImportReport *report, GError **error)
{
  guint read = report->services.added + report->services.changed + report->services.unchanged
               + report->organisations.added + report->organisations.changed
               + report->organisations.unchanged;

  if (read || !report->services.rejected)
    return TRUE;
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There was nothing in it for a directory."));
  return FALSE;
}

static gboolean
import (DolenTool *tool, DolenImportOptions *options, GError **error)
{
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, TRUE, error);
  g_autoptr (DolenTagger) tagger = NULL;
  g_autoptr (DolenImportReport) report = NULL;
  const char *const *paths = (const char *const *) tool->arguments + 1;

  if (!directory)
    return FALSE;
  dolen_lend_labels (directory);
  tagger = dolen_lend_tagging (&options->hooks, error);
  if (!tagger
      || !dolen_import_run (
          directory, paths, g_strv_length (tool->arguments) - 1, options, &report, error))
    return FALSE;
  if (tool->json) {
    g_autofree char *json = dolen_import_report_to_json (report);
    puts (json);
  } else {
    print_report (report);
  }
  print_refusals (report);
  return came_to_something (report, error);
}

gboolean
dolen_tool_import (DolenTool *tool, GError **error)
{
  g_autofree char *source = NULL;
  gboolean complete = FALSE;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "source", 's', 0, G_OPTION_ARG_STRING, &source,
      N_ ("The name the feed is known by"), N_ ("NAME") },
    { "complete", 0, 0, G_OPTION_ARG_NONE, &complete,
      N_ ("This is all of the feed: mark what is missing"), NULL },
    { NULL },
  };
  /* clang-format on */
  DolenImportOptions options = { 0 };

  /* Translators: PATH stands for a file or folder. */
  if (!dolen_tool_parse (tool,
                         entries,
                         _ ("PATH…"),
                         _ ("Reads feeds (Open Referral UK, HSDS) from files and folders."),
                         error))
    return FALSE;
  if (!tool->arguments[1]) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There is no file to import."));
    return FALSE;
  }
  options.cancellable = g_cancellable_new (); /* the thread has it to the end */
  cancel_on_interrupt (options.cancellable);
  options.source_name = source;
  options.complete = complete;
  return import (tool, &options, error);
}
