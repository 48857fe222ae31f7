/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-outgoing.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

/* The choices of a plan: the first, and the next ones should it decline. */

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const DolenChoice *first = *(const DolenChoice *const *) a;
  const DolenChoice *second = *(const DolenChoice *const *) b;
  guint x = (guint) first->rank, y = (guint) second->rank; /* -1 is last */

  if (x != y)
    return x < y ? -1 : 1;
  return (first->created > second->created) - (first->created < second->created);
}

GPtrArray *
dolen_caseload_list_choices (DolenCaseload *caseload, const char *person)
{
  GPtrArray *choices
      = dolen_caseload_list_records (caseload, &dolen_choice_type, person, "state = 'open'");

  if (choices != NULL)
    g_ptr_array_sort (choices, compare_choices);
  return choices;
}

static DolenChoice *
need_choice (DolenCasework *self, const char *uid, GError **error)
{
  g_autoptr (DolenChoice) found = NULL;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  found = dolen_caseload_get_record (self->caseload, &dolen_choice_type, uid);
  if (found != NULL && found->state == DOLEN_CHOICE_OPEN)
    return g_steal_pointer (&found);
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("That choice is not on the plan any more."));
  return NULL;
}

static const char *
name_of (const DolenChoice *choice)
{
  return choice->service_name != NULL ? choice->service_name : choice->service_name_cy;
}

/* ---- acts ---- */

static gboolean
check_choice (const DolenChoice *choice, const GPtrArray *open, GError **error)
{
  if (dolen_text_is_empty (name_of (choice)))
    return dolen_refuse_invalid (error, _ ("Please choose a group."));
  for (guint i = 0; i < open->len; i++) {
    const DolenChoice *other = g_ptr_array_index (open, i);

    if (choice->service != NULL && g_strcmp0 (other->service, choice->service) == 0)
      return dolen_refuse (error, _ ("It is on the plan already."));
  }
  return TRUE;
}

gboolean
dolen_casework_choice_add (DolenCasework *self,
                           const DolenChoice *choice,
                           DolenUndo **undo,
                           GError **error)
{
  g_autoptr (DolenPerson) person = dolen_casework_need_person (self, choice->person, TRUE, error);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (DolenChoice) stored = NULL;
  g_autoptr (DolenEpisode) episode = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL)
    return FALSE;
  open = dolen_caseload_list_choices (self->caseload, choice->person);
  if (open == NULL || !check_choice (choice, open, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_CHOICE_ADD, choice->person, error);
  if (act == NULL)
    return FALSE;
  episode = dolen_caseload_get_open_episode (self->caseload, choice->person);
  stored = dolen_choice_copy (choice);
  stored->rank = (int) open->len;
  stored->state = DOLEN_CHOICE_OPEN;
  stored->created = dolen_time_now ();
  if (stored->episode == NULL && episode != NULL)
    stored->episode = g_strdup (episode->uid);
  act->event->note = g_strdup (name_of (stored));
  dolen_act_put (act, &dolen_choice_type, NULL, stored);
  return dolen_act_commit (act, undo, error);
}

static void
put_rank (DolenAct *act, const DolenChoice *before, guint rank)
{
  g_autoptr (DolenChoice) after = dolen_choice_copy (before);

  after->rank = (int) rank;
  dolen_act_put (act, &dolen_choice_type, before, after);
}

gboolean
dolen_casework_choice_move (
    DolenCasework *self, const char *choice, guint place, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenChoice) moved = need_choice (self, choice, error);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (DolenAct) act = NULL;
  guint rank = 0;

  if (moved == NULL)
    return FALSE;
  open = dolen_caseload_list_choices (self->caseload, moved->person);
  if (open == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_CHOICE_SET, moved->person, error);
  if (act == NULL)
    return FALSE;
  place = MIN (place, open->len - 1);
  act->event->note = g_strdup (name_of (moved));
  for (guint i = 0; i < open->len; i++) {
    const DolenChoice *other = g_ptr_array_index (open, i);

    if (g_str_equal (other->uid, moved->uid))
      continue;
    rank += rank == place;
    put_rank (act, other, rank++);
  }
  put_rank (act, moved, place);
  return dolen_act_commit (act, undo, error);
}

static gboolean
offers (const DolenFollowUp *follow_up, gconstpointer choice)
{
  return follow_up->kind == DOLEN_FOLLOW_UP_NEXT_CHOICE
         && g_strcmp0 (follow_up->subject, choice) == 0;
}

gboolean
dolen_casework_choice_set_aside (
    DolenCasework *self, const char *choice, const char *note, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenChoice) before = need_choice (self, choice, error);
  g_autoptr (DolenChoice) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_CHOICE_SET, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_choice_copy (before);
  after->state = DOLEN_CHOICE_SET_ASIDE;
  if (note != NULL) {
    g_free (after->note);
    after->note = dolen_text_clean (note);
  }
  act->event->note = g_strdup (note != NULL ? note : name_of (before));
  dolen_act_put (act, &dolen_choice_type, before, after);
  dolen_act_close_follow_ups (act, before->person, offers, before->uid, "set-aside");
  return dolen_act_commit (act, undo, error);
}

/* ---- for other acts ---- */

/* Not the one it was made of, and not the same group. */
static const DolenChoice *
find_next (const GPtrArray *open, const DolenReferral *referral)
{
  for (guint i = 0; i < open->len; i++) {
    const DolenChoice *choice = g_ptr_array_index (open, i);

    if (g_strcmp0 (choice->uid, referral->choice) != 0
        && (choice->service == NULL || g_strcmp0 (choice->service, referral->service) != 0))
      return choice;
  }
  return NULL;
}

void
dolen_act_put_next_choice (DolenAct *act, const DolenReferral *referral)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) open
             = dolen_caseload_list_choices (act->casework->caseload, referral->person);
  DolenFollowUp about = { .person = referral->person, .referral = referral->uid };
  const DolenChoice *next;

  g_return_if_fail (open != NULL);
  next = find_next (open, referral);
  about.subject = next != NULL ? next->uid : NULL;
  dolen_act_put_by_rule (act, "next-choice", &about, today, 0);
}

/* Made of a choice, or to a group that is one. */
static gboolean
is_made_of (const DolenReferral *referral, const DolenChoice *choice)
{
  if (referral->choice != NULL)
    return g_str_equal (choice->uid, referral->choice);
  return choice->service != NULL && g_strcmp0 (choice->service, referral->service) == 0;
}

void
dolen_act_take_choice (DolenAct *act, const DolenReferral *referral)
{
  g_autoptr (GPtrArray) open
             = dolen_caseload_list_choices (act->casework->caseload, referral->person);

  for (guint i = 0; open != NULL && i < open->len; i++) {
    const DolenChoice *before = g_ptr_array_index (open, i);
    g_autoptr (DolenChoice) after = NULL;

    if (!is_made_of (referral, before))
      continue;
    after = dolen_choice_copy (before);
    after->state = DOLEN_CHOICE_TAKEN;
    g_free (after->referral);
    after->referral = g_strdup (referral->uid);
    dolen_act_put (act, &dolen_choice_type, before, after);
    dolen_act_close_follow_ups (act, before->person, offers, before->uid, "taken");
  }
}

void
dolen_act_stop_plans (DolenAct *act, const char *person)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_choices (act->casework->caseload, person);

  for (guint i = 0; open != NULL && i < open->len; i++) {
    const DolenChoice *before = g_ptr_array_index (open, i);
    g_autoptr (DolenChoice) after = dolen_choice_copy (before);

    after->state = DOLEN_CHOICE_SET_ASIDE;
    dolen_act_put (act, &dolen_choice_type, before, after);
  }
}
