/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "support/dolen-test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * A child adds notes and says each number once it is told that it stands on disk; it is killed at
 * some moment. The next child must find every note that was acknowledged, and nothing damaged.
 * KILLS comes from meson: hundreds, or thousands with -Dlong_tests=true.
 */

static char *program;

/* ---- the child ---- */

static int
count_notes (DolenCasework *casework)
{
  gint64 n = 0;

  dolen_db_get_int64 (dolen_caseload_get_db (dolen_casework_get_caseload (casework)),
                      "SELECT count(*) FROM note",
                      &n,
                      NULL);
  return (int) n;
}

static void
say (const char *what, int number)
{
  printf ("%s %d\n", what, number);
  fflush (stdout);
}

static int
run_child (const char *folder, const char *recovery_key, const char *person)
{
  g_autoptr (DolenCasework) casework = dolen_casework_new (folder, NULL);
  g_autoptr (DolenDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  int n;

  if (!dolen_casework_unlock_with_recovery_key_sync (casework, recovery_key, &error)
      || dolen_casework_get_problem (casework) != NULL) {
    say (error != NULL ? error->message : dolen_casework_get_problem (casework)->message, -1);
    return 1;
  }
  draft = dolen_draft_take (casework, "note", person, NULL);
  say ("draft", draft != NULL ? atoi (draft->json) : 0);
  n = count_notes (casework);
  say ("have", n);
  for (;;) {
    g_autofree char *text = g_strdup_printf ("%d", ++n);
    g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "note", text);

    if (!dolen_draft_save (casework, "note", person, text, NULL)
        || !dolen_casework_note_add (casework, note, NULL, NULL))
      return 1;
    say ("added", n);
  }
}

/* ---- the parent ---- */

typedef struct {
  CaseworkTest *test;
  char *typed;  /* (owned) */
  char *person; /* (owned) */
  int acknowledged;
} Rounds;

static GSubprocess *
start_child (const Rounds *rounds)
{
  GError *error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                         &error,
                                         program,
                                         "--child",
                                         rounds->test->folder,
                                         rounds->typed,
                                         rounds->person,
                                         NULL);

  g_assert_no_error (error);
  return child;
}

static int
read_number (GDataInputStream *lines, const char *what)
{
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

  if (line == NULL)
    return -1;
  if (!g_str_has_prefix (line, what))
    g_error ("the child says: %s", line);
  return atoi (line + strlen (what));
}

static void
run_round (Rounds *rounds, gboolean while_opening)
{
  g_autoptr (GSubprocess) child = start_child (rounds);
  g_autoptr (GDataInputStream) lines
             = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  int added;

  if (!while_opening) {
    int draft = read_number (lines, "draft");
    int have = read_number (lines, "have");

    g_assert_cmpint (have, >=, rounds->acknowledged);
    /* A draft goes before its note, and is taken at most one number later. */
    g_assert_true (draft == 0 || draft >= rounds->acknowledged);
    rounds->acknowledged = have;
  }
  g_usleep ((gulong) g_test_rand_int_range (5000, 40000));
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  if (!while_opening)
    while ((added = read_number (lines, "added")) > 0)
      rounds->acknowledged = added;
}

static void
test_no_acknowledged_event_is_lost (void)
{
  Rounds rounds = { casework_test_new (), NULL, NULL, 0 };

  rounds.typed = dolen_recovery_key_to_text (rounds.test->recovery);
  rounds.person = casework_test_add_person (rounds.test, "Anwen Puw");
  dolen_casework_lock (rounds.test->casework);
  for (int i = 0; i < KILLS; i++)
    run_round (&rounds, i % 8 == 7);
  casework_test_reopen (rounds.test);
  g_assert_null (dolen_casework_get_problem (rounds.test->casework));
  g_assert_cmpint (count_notes (rounds.test->casework), >=, rounds.acknowledged);
  g_assert_cmpint (rounds.acknowledged, >, KILLS / 4);
  g_test_message ("%d kills, %d events", KILLS, rounds.acknowledged);
  g_free (rounds.typed);
  g_free (rounds.person);
  casework_test_free (rounds.test);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2], argv[3], argv[4]);
  program = g_canonicalize_filename (argv[0], NULL);
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/casework/kill/no-acknowledged-event-is-lost",
                   test_no_acknowledged_event_is_lost);
  return g_test_run ();
}
