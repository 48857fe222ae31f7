/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-outcome-form.h"

#include "app/casework/dolen-reason-choice.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "app/dolen-window.h"
#include "base/dolen-time.h"
#include "base/dolen-working-days.h"
#include "casework/dolen-casework-outgoing.h"

#include <glib/gi18n.h>

#define STATE_KEY "outcome-form"
#define MOST_WEEKS 520

/* What the form knows beside its fields. */
typedef struct {
  const DolenOutcomeForm *table;
  DolenDue *due;                /* (owned) without the others */
  GPtrArray *follow_ups;        /* (owned) of DolenFollowUp: the line's own first */
  DolenReferralState *referral; /* (owned) the state each referral is in */
} State;

static void
state_free (gpointer data)
{
  State *state = data;

  dolen_due_free (state->due);
  g_ptr_array_unref (state->follow_ups);
  g_free (state->referral);
  g_free (state);
}

static State *
state_of (DolenSmallForm *form)
{
  return g_object_get_data (G_OBJECT (form), STATE_KEY);
}

static DolenCasework *
casework_of (DolenSmallForm *form)
{
  return dolen_session_get_casework (dolen_small_form_get_session (form));
}

/* ---- the answers ---- */

static char *
answer_key (guint i)
{
  return i == 0 ? g_strdup ("answer") : g_strdup_printf ("answer-%u", i);
}

static guint
answer_position (DolenSmallForm *form, guint i)
{
  g_autofree char *key = answer_key (i);

  return MIN (dolen_small_form_get_choice (form, key), state_of (form)->table->n_outcomes - 1);
}

static const DolenOutcome *
answer_of (DolenSmallForm *form, guint i)
{
  return &state_of (form)->table->outcomes[answer_position (form, i)];
}

/* Who never went did not leave. */
static DolenReferralState
step_state (DolenSmallForm *form, guint i)
{
  const DolenOutcome *answer = answer_of (form, i);
  DolenReferralState now = state_of (form)->referral[i];

  if (answer->act != DOLEN_OUTCOME_STEP)
    return DOLEN_REFERRAL_DRAFT;
  if (answer->state == DOLEN_REFERRAL_LEFT_EARLY && now != DOLEN_REFERRAL_STARTED
      && now != DOLEN_REFERRAL_ATTENDING)
    return DOLEN_REFERRAL_DID_NOT_START;
  return answer->state;
}

static void
on_changed (DolenSmallForm *form)
{
  State *state = state_of (form);
  DolenReferralState bad = DOLEN_REFERRAL_DRAFT;
  guint fields = 0;

  for (guint i = 0; i < state->follow_ups->len; i++) {
    fields |= answer_of (form, i)->fields;
    if (dolen_referral_ends_badly (step_state (form, i)))
      bad = step_state (form, i);
  }
  dolen_reason_choice_show (form, bad);
  dolen_small_form_show (form, "next", (fields & DOLEN_OUTCOME_NEXT) != 0);
  dolen_small_form_show (form, "first", (fields & DOLEN_OUTCOME_FIRST) != 0);
  dolen_small_form_show (form, "first-at", (fields & DOLEN_OUTCOME_FIRST) != 0);
  dolen_small_form_show (form, "weeks", (fields & DOLEN_OUTCOME_WEEKS) != 0);
  dolen_small_form_show (form, "pause-reason", (fields & DOLEN_OUTCOME_UNTIL) != 0);
  dolen_small_form_show (form, "until", (fields & DOLEN_OUTCOME_UNTIL) != 0);
}

/* ---- reading the fields ---- */

typedef struct {
  char *note;
  char *next;
  char *first;
  char *first_at;
  char *until;
  int weeks;
} Fields;

static void
fields_clear (Fields *fields)
{
  g_free (fields->note);
  g_free (fields->next);
  g_free (fields->first);
  g_free (fields->first_at);
  g_free (fields->until);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, fields_clear)

static gboolean
read_fields (DolenSmallForm *form, Fields *fields, GError **error)
{
  fields->note = dolen_small_form_dup_text (form, "outcome");
  fields->first_at = dolen_small_form_dup_text (form, "first-at");
  return dolen_small_form_dup_date (form, "next", &fields->next, error)
         && dolen_small_form_dup_date (form, "first", &fields->first, error)
         && dolen_small_form_dup_date (form, "until", &fields->until, error)
         && dolen_small_form_dup_number (form, "weeks", MOST_WEEKS, &fields->weeks, error);
}

/* ---- the acts ---- */

static gboolean
act_step (DolenSmallForm *form, guint i, const Fields *fields, DolenUndo **undo, GError **error)
{
  State *state = state_of (form);
  const DolenOutcome *answer = answer_of (form, i);
  const DolenFollowUp *follow_up = g_ptr_array_index (state->follow_ups, i);
  DolenReferralStep step = { .state = step_state (form, i), .follow_up = follow_up->uid };

  step.reason = dolen_reason_choice_get (form, step.state);
  step.note = fields->note;
  if (step.note == NULL && answer->said != NULL)
    step.note = _ (answer->said);
  step.by_person = state->table->by_person;
  if ((answer->fields & DOLEN_OUTCOME_NEXT) != 0)
    step.next = fields->next;
  if ((answer->fields & DOLEN_OUTCOME_FIRST) != 0) {
    step.first_on = fields->first;
    step.first_at = fields->first_at;
  }
  if ((answer->fields & DOLEN_OUTCOME_WEEKS) != 0)
    step.wait_weeks = fields->weeks;
  /* The weeks they say bring the next one by themselves. */
  if (step.wait_weeks > 0)
    step.next = NULL;
  return dolen_casework_referral_step (casework_of (form), follow_up->referral, &step, undo, error);
}

static gboolean
act_pause (DolenSmallForm *form, guint i, const Fields *fields, DolenUndo **undo, GError **error)
{
  const DolenFollowUp *follow_up = g_ptr_array_index (state_of (form)->follow_ups, i);
  guint chosen = dolen_small_form_get_choice (form, "pause-reason");
  const DolenPause pause = { .referral = follow_up->referral,
                             .reason = dolen_pause_reasons ()[chosen],
                             .until = fields->until,
                             .note = fields->note };

  return dolen_casework_pause (casework_of (form), follow_up->person, &pause, undo, error);
}

/* The follow-up stays until the choice is taken: whoever cancels has lost nothing. */
static gboolean
act_refer (DolenSmallForm *form, guint i, DolenReferralKind kind)
{
  const DolenFollowUp *follow_up = g_ptr_array_index (state_of (form)->follow_ups, i);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form));
  GtkWindow *window = dolen_refer_window_new_for_choice (
      dolen_small_form_get_session (form), kind, follow_up->subject);

  if (window != NULL && parent != NULL)
    dolen_window_present_dialog (GTK_WIDGET (parent), window);
  return TRUE;
}

static gboolean
act_one (DolenSmallForm *form, guint i, const Fields *fields, DolenUndo **undo, GError **error)
{
  const DolenOutcome *answer = answer_of (form, i);
  const DolenFollowUp *follow_up = g_ptr_array_index (state_of (form)->follow_ups, i);
  DolenCasework *casework = casework_of (form);
  const char *note = fields->note;

  if (note == NULL && answer->said != NULL)
    note = _ (answer->said);
  switch (answer->act) {
  case DOLEN_OUTCOME_NO_ANSWER:
    return dolen_casework_no_answer (casework, follow_up->uid, note, fields->next, undo, error);
  case DOLEN_OUTCOME_STEP:
    return act_step (form, i, fields, undo, error);
  case DOLEN_OUTCOME_PAUSE:
    return act_pause (form, i, fields, undo, error);
  case DOLEN_OUTCOME_RESUME:
    return dolen_casework_resume (casework, follow_up->referral, note, undo, error);
  case DOLEN_OUTCOME_SET_ASIDE:
    return dolen_casework_choice_set_aside (casework, follow_up->subject, note, undo, error);
  case DOLEN_OUTCOME_REFER:
    return act_refer (form, i, DOLEN_REFERRAL);
  case DOLEN_OUTCOME_SIGNPOST:
    return act_refer (form, i, DOLEN_SIGNPOSTING);
  case DOLEN_OUTCOME_DONE:
  default:
    return dolen_casework_follow_up_done (casework,
                                          follow_up->uid,
                                          note,
                                          (answer->fields & DOLEN_OUTCOME_NEXT) != 0 ? fields->next
                                                                                     : NULL,
                                          undo,
                                          error);
  }
}

/* One that was rung about together with others, before its own day, is not asked about yet. */
static gboolean
is_left_alone (DolenSmallForm *form, guint i)
{
  const DolenFollowUp *meant = g_ptr_array_index (state_of (form)->follow_ups, i);
  DolenCaseload *caseload = dolen_casework_get_caseload (casework_of (form));
  g_autoptr (DolenFollowUp) now = dolen_caseload_get_follow_up (caseload, meant->uid);
  g_autofree char *today = dolen_date_today ();

  if (now == NULL || now->state != DOLEN_FOLLOW_UP_OPEN)
    return TRUE;
  return i > 0 && answer_of (form, i)->act == DOLEN_OUTCOME_NO_ANSWER
         && g_strcmp0 (now->due, today) > 0;
}

static gboolean
act (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  State *state = state_of (form);
  DolenSession *session = dolen_small_form_get_session (form);
  g_auto (Fields) fields = { 0 };

  if (!read_fields (form, &fields, error))
    return FALSE;
  if ((answer_of (form, 0)->fields & DOLEN_OUTCOME_WORDS) != 0
      && !dolen_due_form_need_text (fields.note, _ ("Say in a few words what came of it."), error))
    return FALSE;
  for (guint i = 0; i < state->follow_ups->len; i++) {
    g_autoptr (DolenUndo) one = NULL;

    if (is_left_alone (form, i))
      continue;
    if (!act_one (form, i, &fields, &one, error))
      return FALSE;
    dolen_session_did (session, g_steal_pointer (undo));
    *undo = g_steal_pointer (&one);
  }
  if (state->table->after != NULL)
    state->table->after (form, state->due, answer_position (form, 0));
  return TRUE;
}

/* ---- the fields ---- */

static void
add_answers (DolenSmallForm *form, const DolenDue *due)
{
  State *state = state_of (form);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < state->table->n_outcomes; i++)
    g_ptr_array_add (names, (gpointer) _ (state->table->outcomes[i].name));
  g_ptr_array_add (names, NULL);
  for (guint i = 0; i < state->follow_ups->len; i++) {
    const DolenDue *one = i == 0 ? due : g_ptr_array_index (due->together, i - 1);
    g_autofree char *key = answer_key (i);
    g_autofree char *title = due->together == NULL
                                 ? g_strdup (_ (state->table->question))
                                 : g_strdup_printf ("%s, %s", one->reference, one->person_called);

    dolen_small_form_add_choice (form, key, title, (const char *const *) names->pdata, 0);
  }
}

static void
add_pause (DolenSmallForm *form)
{
  const char *const *codes = dolen_pause_reasons ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (names,
                     (gpointer) dolen_referral_reason_name (codes[i], dolen_language_current ()));
  g_ptr_array_add (names, NULL);
  dolen_small_form_add_choice (
      form, "pause-reason", _ ("Why it is paused"), (const char *const *) names->pdata, 0);
  dolen_small_form_add_entry (form, "until", _ ("Ask again on (day/month/year)"), NULL);
}

static char *
propose_next (DolenSmallForm *form, const DolenDue *due)
{
  const DolenOutcomeForm *table = state_of (form)->table;
  g_autofree char *today = dolen_date_today ();

  if (due->follow_up->kind == DOLEN_FOLLOW_UP_NO_ANSWER)
    return dolen_casework_next_try (casework_of (form), due->follow_up);
  if (table->next_days == 0)
    return NULL;
  return dolen_date_add_working_days (today, table->next_days, dolen_nation_current ());
}

static void
add_fields (DolenSmallForm *form, const DolenDue *due)
{
  const DolenOutcomeForm *table = state_of (form)->table;
  g_autofree char *next = propose_next (form, due);
  g_autofree char *typed = next != NULL ? dolen_typed_date_format (next) : NULL;

  if (table->by_person)
    dolen_due_form_add_ways (form, due);
  else
    dolen_due_form_add_phone (form, due);
  add_answers (form, due);
  dolen_reason_choice_add (form);
  dolen_small_form_add_entry (form, "first", _ ("First session on (day/month/year)"), NULL);
  dolen_small_form_add_entry (form, "first-at", _ ("At (such as 10:00)"), NULL);
  dolen_small_form_add_entry (form, "weeks", _ ("How many weeks they say"), NULL);
  add_pause (form);
  if (due->follow_up->kind == DOLEN_FOLLOW_UP_NO_ANSWER && next == NULL)
    dolen_small_form_add (
        form,
        dolen_label_new (_ ("This is the last try by the rules: without an answer the next choice "
                            "is offered."),
                         "dim-label"));
  dolen_small_form_add_entry (form, "next", _ (table->next), typed);
  dolen_small_form_add_text (form, "outcome", _ ("In words, if there is more"));
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), NULL);
}

/* ---- making it ---- */

static DolenReferralState
read_state (DolenSession *session, const DolenFollowUp *follow_up)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenReferral) referral = NULL;

  if (follow_up->referral != NULL)
    referral = dolen_caseload_get_referral (caseload, follow_up->referral);
  return referral != NULL ? referral->state : DOLEN_REFERRAL_DRAFT;
}

static State *
state_new (DolenSession *session, const DolenDue *due, const DolenOutcomeForm *table)
{
  State *state = g_new0 (State, 1);
  guint n = dolen_due_count (due);

  state->table = table;
  state->due = g_new0 (DolenDue, 1);
  state->due->follow_up = dolen_follow_up_copy (due->follow_up);
  state->due->service = g_strdup (due->service);
  state->follow_ups = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_follow_up_free);
  state->referral = g_new0 (DolenReferralState, n);
  for (guint i = 0; i < n; i++) {
    const DolenDue *one = i == 0 ? due : g_ptr_array_index (due->together, i - 1);

    g_ptr_array_add (state->follow_ups, dolen_follow_up_copy (one->follow_up));
    state->referral[i] = read_state (session, one->follow_up);
  }
  return state;
}

GtkWindow *
dolen_outcome_form_new (DolenSession *session, const DolenDue *due, const DolenOutcomeForm *table)
{
  DolenSmallForm *form = dolen_due_form_new (session, due, act);

  g_object_set_data_full (G_OBJECT (form), STATE_KEY, state_new (session, due, table), state_free);
  add_fields (form, due);
  dolen_small_form_begin (form);
  on_changed (form);
  return GTK_WINDOW (form);
}
