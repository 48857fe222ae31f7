/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-act-follow-ups.h"
#include "casework/dolen-casework-concerns.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "base/dolen-working-days.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>

/* Acts about concerns: each is a step with its date, and says when the concern comes back. */

#define RULE "concern"
#define RULE_ANSWERED "concern-answered"

static void
set (char **field, const char *text)
{
  g_free (*field);
  *field = dolen_text_clean (text);
}

/* How often @rule has brought this concern back. */
static int
next_step (DolenCasework *self, const DolenConcern *concern, const char *rule)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_records (
      self->caseload, &dolen_follow_up_type, concern->person, NULL);
  int step = 0;

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const DolenFollowUp *follow_up = g_ptr_array_index (all, i);

    if (g_strcmp0 (follow_up->subject, concern->uid) == 0 && g_strcmp0 (follow_up->rule, rule) == 0)
      step = MAX (step, follow_up->step + 1);
  }
  return step;
}

/* A concern must come back: where a scheme has switched its rule off, the next working day. */
static void
put_return (DolenAct *act, const DolenConcern *concern, const char *rule)
{
  const DolenRule *found = dolen_rules_find (dolen_casework_get_rules (act->casework), rule);
  const DolenFollowUp about = { .person = concern->person, .subject = concern->uid };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *due = NULL;
  int step = next_step (act->casework, concern, rule);

  if (found != NULL)
    due = dolen_rule_due (found, step, today, TRUE);
  if (due == NULL)
    due = dolen_date_add_working_days (today, 1, dolen_nation_current ());
  dolen_act_put_by_rule_on (act, rule, &about, concern->raised_on, step, due);
}

/* What stood in Today is done; what comes next stands there instead. */
static void
put_next (DolenAct *act, const DolenConcern *after, const char *what)
{
  const DolenEnding ending = { DOLEN_FOLLOW_UP_DONE, what, NULL };

  dolen_act_end_subject (act, after->person, after->uid, &ending);
  if (after->state == DOLEN_CONCERN_CLOSED)
    return;
  put_return (act, after, after->state == DOLEN_CONCERN_ANSWERED ? RULE_ANSWERED : RULE);
}

gboolean
dolen_casework_concern_raise (DolenCasework *self,
                              const DolenConcern *concern,
                              DolenUndo **undo,
                              GError **error)
{
  /* One who died too: somebody else may be at risk, or it may have to be looked into. */
  g_autoptr (DolenPerson) person = dolen_casework_need_person (self, concern->person, FALSE, error);
  g_autoptr (DolenConcern) stored = NULL;
  g_autoptr (DolenConcern) known = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL)
    return FALSE;
  if (!dolen_id_is_valid (concern->uid))
    return dolen_refuse_invalid (error, _ ("The record has no number of its own."));
  if (!dolen_concern_kind_is_known (concern->kind))
    return dolen_refuse_invalid (error, _ ("Please choose what kind of concern it is."));
  if (dolen_text_is_empty (concern->text))
    return dolen_refuse_invalid (error, _ ("Please write a few words: what was seen or said."));
  known = dolen_caseload_get_concern (self->caseload, concern->uid);
  if (known != NULL)
    return dolen_refuse (error, _ ("This concern is in the case records already."));
  act = dolen_act_begin (self, DOLEN_EVENT_CONCERN_RAISE, concern->person, error);
  if (act == NULL)
    return FALSE;
  stored = dolen_concern_copy (concern);
  stored->state = DOLEN_CONCERN_RAISED;
  stored->created = dolen_time_now ();
  if (!dolen_date_is_valid (stored->raised_on)) {
    g_free (stored->raised_on);
    stored->raised_on = dolen_date_today ();
  }
  if (stored->raised_by == NULL)
    stored->raised_by = g_strdup (dolen_casework_get_author (self));
  dolen_act_put (act, &dolen_concern_type, NULL, stored);
  put_return (act, stored, RULE);
  return dolen_act_commit (act, undo, error);
}

/* ---- its words taken out ---- */

/* What was put right later stands in an entry of its own. */
static void
keep_without_words (DolenEvent *redact, const DolenConcern *now, struct json_object *raised)
{
  g_autoptr (DolenConcern) kept = dolen_concern_copy (now);

  if (g_strcmp0 (now->text, dolen_json_peek_text (raised, "text")) == 0) {
    g_clear_pointer (&kept->text, g_free);
    g_free (kept->taken_out_on);
    kept->taken_out_on = dolen_date_today ();
  }
  dolen_event_add_change (
      redact, "concern", kept->uid, dolen_record_to_json (&dolen_concern_type, kept));
}

void
dolen_casework_keep_concern (DolenCasework *self, DolenEvent *redact, const DolenEvent *raised)
{
  gsize n = raised->changes != NULL ? json_object_array_length (raised->changes) : 0;

  for (gsize i = 0; i < n; i++) {
    struct json_object *change = json_object_array_get_idx (raised->changes, i), *set = NULL;
    const char *uid = dolen_json_peek_text (change, "uid");
    g_autoptr (DolenConcern) concern = dolen_caseload_get_concern (self->caseload, uid);
    g_autoptr (DolenFollowUp) due = dolen_caseload_get_follow_up (self->caseload, uid);

    json_object_object_get_ex (change, "set", &set);
    if (concern != NULL)
      keep_without_words (redact, concern, set);
    if (due != NULL)
      dolen_event_add_change (
          redact, "follow_up", uid, dolen_record_to_json (&dolen_follow_up_type, due));
  }
}

/* ---- its steps ---- */

typedef struct {
  DolenConcern *before; /* (owned) */
  DolenConcern *after;  /* (owned) */
  DolenAct *act;        /* (owned) */
  char *on;             /* (owned) civil date */
} Step;

static void
step_clear (Step *step)
{
  g_clear_pointer (&step->before, dolen_concern_free);
  g_clear_pointer (&step->after, dolen_concern_free);
  g_clear_pointer (&step->act, dolen_act_free);
  g_clear_pointer (&step->on, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

static gboolean
begin (DolenCasework *self,
       const char *concern,
       const char *type,
       const char *on,
       Step *step,
       GError **error)
{
  if (!dolen_casework_need_open (self, error))
    return FALSE;
  step->before = dolen_caseload_get_concern (self->caseload, concern);
  if (step->before == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such concern."));
    return FALSE;
  }
  if (step->before->state == DOLEN_CONCERN_CLOSED)
    return dolen_refuse (error, _ ("This concern is closed. Raise a new one."));
  step->after = dolen_concern_copy (step->before);
  step->on = dolen_date_is_valid (on) ? g_strdup (on) : dolen_date_today ();
  step->act = dolen_act_begin (self, type, step->before->person, error);
  return step->act != NULL;
}

/* A step never takes the concern back: one that is reported may be discussed again. */
static void
reach (Step *step, DolenConcernState state)
{
  step->after->state = MAX (step->before->state, state);
}

static gboolean
commit (Step *step, const char *what, DolenUndo **undo, GError **error)
{
  g_autofree char *cleaned = dolen_text_clean (what);

  dolen_act_put (step->act, &dolen_concern_type, step->before, step->after);
  put_next (step->act, step->after, cleaned);
  return dolen_act_commit (step->act, undo, error);
}

gboolean
dolen_casework_concern_discuss (DolenCasework *self,
                                const char *concern,
                                const char *on,
                                const char *with,
                                DolenUndo **undo,
                                GError **error)
{
  g_auto (Step) step = { NULL };

  if (!begin (self, concern, DOLEN_EVENT_CONCERN_DISCUSS, on, &step, error))
    return FALSE;
  if (dolen_text_is_empty (with))
    return dolen_refuse_invalid (error, _ ("Please write with whom it was discussed."));
  set (&step.after->discussed_on, step.on);
  set (&step.after->discussed_with, with);
  reach (&step, DOLEN_CONCERN_DISCUSSED);
  return commit (&step, with, undo, error);
}

static gboolean
check_report (const DolenConcernReport *report, GError **error)
{
  gboolean yes = g_strcmp0 (report->consent, "yes") == 0;

  if (dolen_text_is_empty (report->to))
    return dolen_refuse_invalid (error, _ ("Please write to whom it was reported."));
  if (!yes && g_strcmp0 (report->consent, "no") != 0
      && g_strcmp0 (report->consent, "not-asked") != 0)
    return dolen_refuse_invalid (error, _ ("Please say whether they agreed to it."));
  if (!yes && dolen_text_is_empty (report->consent_note))
    return dolen_refuse_invalid (error,
                                 _ ("Please write why it is reported without their agreement."));
  return TRUE;
}

gboolean
dolen_casework_concern_report (DolenCasework *self,
                               const char *concern,
                               const DolenConcernReport *report,
                               DolenUndo **undo,
                               GError **error)
{
  g_auto (Step) step = { NULL };

  if (!begin (self, concern, DOLEN_EVENT_CONCERN_REPORT, report->on, &step, error)
      || !check_report (report, error))
    return FALSE;
  set (&step.after->reported_on, step.on);
  set (&step.after->reported_to, report->to);
  set (&step.after->report_reference, report->reference);
  set (&step.after->consent, report->consent);
  set (&step.after->consent_note, report->consent_note);
  reach (&step, DOLEN_CONCERN_REPORTED);
  return commit (&step, report->to, undo, error);
}

gboolean
dolen_casework_concern_wait (
    DolenCasework *self, const char *concern, const char *note, DolenUndo **undo, GError **error)
{
  g_auto (Step) step = { NULL };

  if (!begin (self, concern, DOLEN_EVENT_CONCERN_WAIT, NULL, &step, error))
    return FALSE;
  if (dolen_text_is_empty (note))
    return dolen_refuse_invalid (error, _ ("Please write what was done about it today."));
  step.act->event->note = dolen_text_clean (note);
  return commit (&step, note, undo, error);
}

gboolean
dolen_casework_concern_answer (DolenCasework *self,
                               const char *concern,
                               const char *on,
                               const char *answer,
                               DolenUndo **undo,
                               GError **error)
{
  g_auto (Step) step = { NULL };

  if (!begin (self, concern, DOLEN_EVENT_CONCERN_ANSWER, on, &step, error))
    return FALSE;
  if (dolen_text_is_empty (answer))
    return dolen_refuse_invalid (error, _ ("Please write what the answer was."));
  set (&step.after->answered_on, step.on);
  set (&step.after->answer, answer);
  reach (&step, DOLEN_CONCERN_ANSWERED);
  return commit (&step, answer, undo, error);
}

gboolean
dolen_casework_concern_close (DolenCasework *self,
                              const char *concern,
                              const char *on,
                              const char *note,
                              DolenUndo **undo,
                              GError **error)
{
  g_auto (Step) step = { NULL };

  if (!begin (self, concern, DOLEN_EVENT_CONCERN_CLOSE, on, &step, error))
    return FALSE;
  if (step.before->answered_on == NULL && dolen_text_is_empty (note))
    return dolen_refuse (
        error, _ ("A concern is closed with an answer. Without one, please write why it ends."));
  set (&step.after->closed_on, step.on);
  set (&step.after->closing_note, note);
  step.after->state = DOLEN_CONCERN_CLOSED;
  return commit (&step, note, undo, error);
}

gboolean
dolen_casework_refuse_open_concern (DolenCasework *self, const char *person, GError **error)
{
  return dolen_caseload_count_open_concerns (self->caseload, person) == 0
         || dolen_refuse (error,
                          _ ("There is an open concern about this person: decide on it first."));
}
