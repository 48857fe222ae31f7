/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/dolen-json-value.h"

#include <gio/gio.h>

/* dolenctl itself is run. */

/* What a run of dolenctl said. */
typedef struct {
  char *out;
  char *err;
  int status;
} Run;

static inline void
run_clear (Run *run)
{
  g_clear_pointer (&run->out, g_free);
  g_clear_pointer (&run->err, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* @language: (nullable); arguments end with NULL. */
static inline Run
run_in (const char *language, const char *first, va_list more)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { 0 };

  g_ptr_array_add (arguments, (char *) g_getenv ("DOLENCTL"));
  for (const char *argument = first; argument; argument = va_arg (more, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  g_ptr_array_add (arguments, NULL);
  if (language)
    g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run.out, &run.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  run.status = g_subprocess_get_exit_status (process);
  return run;
}

static inline Run
run (const char *first, ...)
{
  va_list more;
  Run result;

  va_start (more, first);
  result = run_in (NULL, first, more);
  va_end (more);
  return result;
}

static inline Run
run_welsh (const char *first, ...)
{
  va_list more;
  Run result;

  va_start (more, first);
  result = run_in ("cy", first, more);
  va_end (more);
  return result;
}

static inline json_object *
json_of (const Run *result)
{
  json_object *value = json_tokener_parse (result->out);

  g_assert_cmpint (result->status, ==, 0);
  g_assert_nonnull (value);
  return value;
}
