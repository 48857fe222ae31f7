/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-contradictions.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-workers.h"
#include "casework/records/dolen-said.h"

/* What was said of a referral. */
typedef struct {
  char *event;     /* (owned) */
  DolenSaid *said; /* (owned) */
} Step;

typedef struct {
  char *person;   /* (owned) */
  char *referral; /* (owned) */
  Step *one;      /* (owned) the earlier by the clock */
  Step *other;    /* (owned) */
} Pair;

struct _DolenContradictions {
  GHashTable *last; /* (owned) Step by uid of the referral */
  GPtrArray *pairs; /* (owned) of Pair */
};

static Step *
step_new (const DolenEvent *event, struct json_object *set)
{
  Step *step = g_new0 (Step, 1);

  step->event = g_strdup (event->id);
  step->said = dolen_record_new (&dolen_said_type);
  step->said->state = g_strdup (dolen_json_peek_text (set, "state"));
  step->said->reason = g_strdup (dolen_json_peek_text (set, "reason"));
  step->said->on = dolen_date_of_instant (event->wall);
  step->said->by = g_strdup (event->author);
  return step;
}

static Step *
step_copy (const Step *step)
{
  Step *copy = g_new0 (Step, 1);

  copy->event = g_strdup (step->event);
  copy->said = dolen_record_copy (&dolen_said_type, step->said);
  return copy;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->event);
  dolen_record_free (&dolen_said_type, step->said);
  g_free (step);
}

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->person);
  g_free (pair->referral);
  step_free (pair->one);
  step_free (pair->other);
  g_free (pair);
}

DolenContradictions *
dolen_contradictions_new (void)
{
  DolenContradictions *found = g_new0 (DolenContradictions, 1);

  found->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, step_free);
  found->pairs = g_ptr_array_new_with_free_func (pair_free);
  return found;
}

void
dolen_contradictions_free (DolenContradictions *found)
{
  g_hash_table_unref (found->last);
  g_ptr_array_unref (found->pairs);
  g_free (found);
}

/* ---- looking ---- */

static gboolean
has_ended (const char *nick)
{
  DolenReferralState state;

  return dolen_referral_state_from_nick (nick, &state) && dolen_referral_has_ended (state);
}

/* @was: (nullable): what whoever wrote @state thought that it was. Without it (an older event) only
 * what no act allows shows it: one end after another, but that it was made in error. */
static gboolean
contradicts (const Step *last, const char *was, const char *state)
{
  if (last == NULL || !has_ended (last->said->state) || g_strcmp0 (last->said->state, state) == 0)
    return FALSE;
  if (was != NULL)
    return g_strcmp0 (was, last->said->state) != 0;
  return has_ended (state)
         && g_strcmp0 (state, dolen_referral_state_nick (DOLEN_REFERRAL_IN_ERROR)) != 0;
}

static void
look_at_change (DolenContradictions *found, const DolenEvent *event, struct json_object *change)
{
  const char *referral = dolen_json_peek_text (change, "uid");
  struct json_object *set = NULL;
  const char *state;
  const Step *last;

  if (referral == NULL || g_strcmp0 (dolen_json_peek_text (change, "record"), "referral") != 0
      || !json_object_object_get_ex (change, "set", &set)
      || dolen_json_peek_text (set, "state") == NULL)
    return;
  state = dolen_json_peek_text (set, "state");
  last = g_hash_table_lookup (found->last, referral);
  if (g_str_equal (event->type, DOLEN_EVENT_REFERRAL_STATE)
      && contradicts (last, dolen_json_peek_text (change, "was"), state)) {
    Pair *pair = g_new0 (Pair, 1);

    pair->person = g_strdup (event->person);
    pair->referral = g_strdup (referral);
    pair->one = step_copy (last);
    pair->other = step_new (event, set);
    g_ptr_array_add (found->pairs, pair);
  }
  g_hash_table_replace (found->last, g_strdup (referral), step_new (event, set));
}

/* What was taken back contradicts nothing. */
static void
drop_undone (DolenContradictions *found, const char *event)
{
  for (guint i = found->pairs->len; i > 0; i--) {
    const Pair *pair = g_ptr_array_index (found->pairs, i - 1);

    if (g_strcmp0 (pair->one->event, event) == 0 || g_strcmp0 (pair->other->event, event) == 0)
      g_ptr_array_remove_index (found->pairs, i - 1);
  }
}

static void
take_event (const DolenEvent *event, gpointer user_data)
{
  DolenContradictions *found = user_data;
  gsize n = event->changes != NULL ? json_object_array_length (event->changes) : 0;

  if (g_str_equal (event->type, DOLEN_EVENT_UNDO))
    drop_undone (found, event->target);
  for (gsize i = 0; i < n; i++)
    look_at_change (found, event, json_object_array_get_idx (event->changes, i));
}

static void
start_again (gpointer user_data)
{
  DolenContradictions *found = user_data;

  g_hash_table_remove_all (found->last);
  g_ptr_array_set_size (found->pairs, 0);
}

const DolenVaultReader dolen_contradictions_reader = { start_again, take_event };

/* ---- on Today ---- */

/* The same in both copies, whichever finds it. */
static char *
uid_of (const Pair *pair)
{
  g_autofree char *events = g_strconcat (pair->one->event, pair->other->event, NULL);

  return dolen_id_for_foreign ("dolen", "needs-decision", events);
}

static DolenFollowUp *
follow_up_new (DolenCasework *self, const Pair *pair, const char *uid)
{
  const DolenRule *rule = dolen_rules_find (dolen_casework_get_rules (self), "needs-decision");
  g_autofree char *today = dolen_date_today ();
  g_autofree char *due = rule != NULL ? dolen_rule_due (rule, 0, today, FALSE) : NULL;
  DolenFollowUp *follow_up = dolen_follow_up_new (
      pair->person, pair->referral, DOLEN_FOLLOW_UP_NEEDS_DECISION, due != NULL ? due : today);

  g_free (follow_up->uid);
  follow_up->uid = g_strdup (uid);
  follow_up->rule = g_strdup ("needs-decision");
  follow_up->step = 0;
  follow_up->from = g_strdup (today);
  follow_up->created = dolen_time_now ();
  follow_up->was = g_ptr_array_new ();
  g_ptr_array_add (follow_up->was, dolen_record_copy (&dolen_said_type, pair->one->said));
  g_ptr_array_add (follow_up->was, dolen_record_copy (&dolen_said_type, pair->other->said));
  return follow_up;
}

/* Of who died, or whose referral is not here any more, nobody decides; nor twice. */
static gboolean
is_wanted (DolenCasework *self, const Pair *pair, const char *uid)
{
  g_autoptr (DolenFollowUp) known = dolen_caseload_get_follow_up (self->caseload, uid);
  g_autoptr (DolenReferral) referral = dolen_caseload_get_referral (self->caseload, pair->referral);
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (self->caseload, pair->person);

  return known == NULL && referral != NULL && person != NULL && person->died_on == NULL;
}

static gboolean
put_pair (DolenCasework *self, const Pair *pair, GError **error)
{
  g_autofree char *uid = uid_of (pair);
  g_autoptr (DolenFollowUp) follow_up = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (!is_wanted (self, pair, uid))
    return TRUE;
  act = dolen_act_begin (self, DOLEN_EVENT_FOLLOW_UP_ADD, pair->person, error);
  if (act == NULL)
    return FALSE;
  follow_up = follow_up_new (self, pair, uid);
  dolen_act_put (act, &dolen_follow_up_type, NULL, follow_up);
  return dolen_act_commit (act, NULL, error);
}

gboolean
dolen_casework_put_contradictions (DolenCasework *self,
                                   const DolenContradictions *found,
                                   GError **error)
{
  if (self->problem != NULL || dolen_casework_is_editor (self))
    return TRUE;
  for (guint i = 0; i < found->pairs->len; i++)
    if (!put_pair (self, g_ptr_array_index (found->pairs, i), error))
      return FALSE;
  return TRUE;
}
