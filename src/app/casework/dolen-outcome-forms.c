/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-outcome-forms.h"

#include "base/dolen-time.h"
#include "directory/dolen-worth-asking.h"

#include <glib/gi18n.h>

#define STEP(to) DOLEN_OUTCOME_STEP, DOLEN_REFERRAL_##to
#define OTHER(act) DOLEN_OUTCOME_##act, DOLEN_REFERRAL_DRAFT
#define NEXT DOLEN_OUTCOME_NEXT
#define TABLE(outcomes) outcomes, G_N_ELEMENTS (outcomes)

/* ---- the group has not answered ---- */

static const DolenOutcome answers[] = {
  { N_ ("No answer yet"), OTHER (NO_ANSWER), NEXT, N_ ("No answer") },
  { N_ ("The group has it, and has not decided"), STEP (RECEIVED), NEXT, N_ ("They have it") },
  { N_ ("The group accepted"), STEP (ACCEPTED), DOLEN_OUTCOME_FIRST, NULL },
  { N_ ("There is a waiting list"), STEP (WAITING), DOLEN_OUTCOME_WEEKS, NULL },
  { N_ ("The person has started"), STEP (STARTED), 0, NULL },
  { N_ ("The group declined"), STEP (DECLINED), 0, NULL },
  { N_ ("The person does not want to go"), STEP (LEFT_EARLY), 0, NULL },
};

static const DolenOutcomeForm answer_form = {
  N_ ("What did the group say?"),
  TABLE (answers),
  FALSE,
  N_ ("Try again on (day/month/year)"),
  0,
  NULL,
};

GtkWindow *
dolen_answer_form_new (DolenSession *session, const DolenDue *due)
{
  return dolen_outcome_form_new (session, due, &answer_form);
}

/* ---- the check with the person ---- */

static const DolenOutcome goings[] = {
  { N_ ("Nothing new"), OTHER (DONE), NEXT | DOLEN_OUTCOME_WORDS, NULL },
  { N_ ("They are going"), STEP (ATTENDING), NEXT, N_ ("They are going.") },
  { N_ ("They have finished"), STEP (COMPLETED), 0, NULL },
  { N_ ("They stopped, or never went"), STEP (LEFT_EARLY), 0, NULL },
  { N_ ("Ill or away: pause it"), OTHER (PAUSE), DOLEN_OUTCOME_UNTIL, NULL },
};

static const DolenOutcomeForm check_form = {
  N_ ("How is it going?"), TABLE (goings), TRUE, N_ ("Ask again on (day/month/year)"), 0, NULL,
};

GtkWindow *
dolen_check_form_new (DolenSession *session, const DolenDue *due)
{
  if (due->follow_up->referral == NULL)
    return dolen_plain_form_new (session, due);
  return dolen_outcome_form_new (session, due, &check_form);
}

/* ---- the first time ---- */

static const DolenOutcome firsts[] = {
  { N_ ("They went"), STEP (STARTED), 0, NULL },
  { N_ ("Another time"), OTHER (DONE), NEXT, N_ ("They go another time.") },
  { N_ ("Not reached"), OTHER (DONE), NEXT, N_ ("Not reached") },
  { N_ ("The person does not want to go"), STEP (LEFT_EARLY), 0, NULL },
};

static const DolenOutcomeForm first_form = {
  N_ ("How was the first time?"),
  TABLE (firsts),
  TRUE,
  N_ ("Ask again on (day/month/year)"),
  2,
  NULL,
};

GtkWindow *
dolen_first_session_form_new (DolenSession *session, const DolenDue *due)
{
  return dolen_outcome_form_new (session, due, &first_form);
}

/* ---- did not come ---- */

static const DolenOutcome absents[] = {
  { N_ ("Not reached"), OTHER (DONE), NEXT, N_ ("Not reached") },
  { N_ ("Reached: they go again"), OTHER (DONE), DOLEN_OUTCOME_WORDS, NULL },
  { N_ ("Ill or away: pause it"), OTHER (PAUSE), DOLEN_OUTCOME_UNTIL, NULL },
  { N_ ("The person does not want to go any more"), STEP (LEFT_EARLY), 0, NULL },
};

static const DolenOutcomeForm absent_form = {
  N_ ("How are they?"), TABLE (absents), TRUE, N_ ("Try again on (day/month/year)"), 1, NULL,
};

GtkWindow *
dolen_absent_form_new (DolenSession *session, const DolenDue *due)
{
  return dolen_outcome_form_new (session, due, &absent_form);
}

/* ---- the wait ---- */

static const DolenOutcome waits[] = {
  { N_ ("No answer yet"), OTHER (DONE), NEXT, N_ ("No answer") },
  { N_ ("Still on the waiting list"), STEP (WAITING), DOLEN_OUTCOME_WEEKS | NEXT, NULL },
  { N_ ("There is a place now"), STEP (WAITING), DOLEN_OUTCOME_FIRST, N_ ("There is a place now") },
  { N_ ("The person has started"), STEP (STARTED), 0, NULL },
  { N_ ("The group declined"), STEP (DECLINED), 0, NULL },
};

static gpointer
note_longer_wait (DolenDirectory *directory,
                  gpointer service,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *today = dolen_date_today ();

  dolen_directory_note_longer_wait (directory, service, 0, today, error);
  return NULL;
}

/* The directory should know that what the group said does not hold; nothing of the person goes. */
static void
tell_directory (DolenSmallForm *form, const DolenDue *due, guint answer)
{
  DolenSessionJob job = { "longer wait",    G_PRIORITY_DEFAULT,
                          note_longer_wait, g_strdup (due->service),
                          g_free,           NULL };

  if (answer == DOLEN_WAIT_STILL && due->service != NULL)
    dolen_session_run (dolen_small_form_get_session (form), &job, NULL, NULL, NULL);
  else
    g_free (job.data);
}

static const DolenOutcomeForm wait_form = {
  N_ ("What did the group say?"),
  TABLE (waits),
  FALSE,
  N_ ("Try again on (day/month/year)"),
  3,
  tell_directory,
};

GtkWindow *
dolen_wait_over_form_new (DolenSession *session, const DolenDue *due)
{
  return dolen_outcome_form_new (session, due, &wait_form);
}

/* ---- paused ---- */

static const DolenOutcome pauses[] = {
  { N_ ("Not yet"), OTHER (DONE), NEXT, N_ ("Not yet") },
  { N_ ("It goes on"), OTHER (RESUME), 0, NULL },
  { N_ ("The person does not want to go any more"), STEP (LEFT_EARLY), 0, NULL },
};

static const DolenOutcomeForm paused_form = {
  N_ ("Can it go on?"), TABLE (pauses), TRUE, N_ ("Ask again on (day/month/year)"), 10, NULL,
};

GtkWindow *
dolen_paused_form_new (DolenSession *session, const DolenDue *due)
{
  return dolen_outcome_form_new (session, due, &paused_form);
}

/* ---- the next choice ---- */

static const DolenOutcome choices[] = {
  { N_ ("The person would like it: refer them"), OTHER (REFER), 0, NULL },
  { N_ ("The person would like the details: signpost"), OTHER (SIGNPOST), 0, NULL },
  { N_ ("The person does not want it"), OTHER (SET_ASIDE), 0, N_ ("Not wanted") },
  { N_ ("Not asked yet"), OTHER (DONE), NEXT, N_ ("Not asked yet") },
};

static const DolenOutcomeForm choice_form = {
  N_ ("What does the person say?"),
  TABLE (choices),
  TRUE,
  N_ ("Ask again on (day/month/year)"),
  2,
  NULL,
};

GtkWindow *
dolen_next_choice_form_new (DolenSession *session, const DolenDue *due)
{
  if (due->follow_up->subject == NULL)
    return dolen_plain_form_new (session, due);
  return dolen_outcome_form_new (session, due, &choice_form);
}

/* ---- sharing has ended ---- */

static const DolenOutcome tolds[] = {
  { N_ ("Not reached"), OTHER (DONE), NEXT, N_ ("Not reached") },
  { N_ ("They know"), OTHER (DONE), 0, N_ ("Told that sharing has ended") },
};

static const DolenOutcomeForm told_form = {
  N_ ("Were they told?"), TABLE (tolds), FALSE, N_ ("Try again on (day/month/year)"), 1, NULL,
};

GtkWindow *
dolen_tell_group_form_new (DolenSession *session, const DolenDue *due)
{
  return dolen_outcome_form_new (session, due, &told_form);
}
