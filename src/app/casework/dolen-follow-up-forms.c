/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-follow-up-forms.h"

#include "app/casework/dolen-appointment-outcome-form.h"
#include "app/casework/dolen-closing-papers.h"
#include "app/casework/dolen-concern-form.h"
#include "app/casework/dolen-decision-form.h"
#include "app/casework/dolen-episode-forms.h"
#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-outcome-forms.h"
#include "app/casework/dolen-person-consents.h"
#include "app/casework/dolen-referrer-form.h"
#include "app/casework/dolen-triage-form.h"
#include "app/casework/dolen-try-form.h"

/* One line a kind, in the order of the enum; see the header of each form. */
static const DolenFollowUpFormFunc forms[DOLEN_N_FOLLOW_UP_KINDS] = {
  [DOLEN_FOLLOW_UP_NO_ANSWER] = dolen_answer_form_new,
  [DOLEN_FOLLOW_UP_CHECK] = dolen_check_form_new,
  [DOLEN_FOLLOW_UP_FIRST_SESSION] = dolen_first_session_form_new,
  [DOLEN_FOLLOW_UP_ABSENT] = dolen_absent_form_new,
  [DOLEN_FOLLOW_UP_WAIT_OVER] = dolen_wait_over_form_new,
  [DOLEN_FOLLOW_UP_NEXT_CHOICE] = dolen_next_choice_form_new,
  [DOLEN_FOLLOW_UP_TELL_GROUP] = dolen_tell_group_form_new,
  [DOLEN_FOLLOW_UP_PAUSED] = dolen_paused_form_new,
  [DOLEN_FOLLOW_UP_NEEDS_DECISION] = dolen_decision_form_new,
  [DOLEN_FOLLOW_UP_CONCERN] = dolen_concern_due_form_new,
  [DOLEN_FOLLOW_UP_APPOINTMENT] = dolen_appointment_due_form_new,
  [DOLEN_FOLLOW_UP_DECIDE] = dolen_triage_form_new_for_due,
  [DOLEN_FOLLOW_UP_MORE_INFO] = dolen_info_form_new_for_due,
  [DOLEN_FOLLOW_UP_FIRST_CONTACT] = dolen_try_form_new_for_due,
  [DOLEN_FOLLOW_UP_TRY_AGAIN] = dolen_try_form_new_for_due,
  [DOLEN_FOLLOW_UP_NOT_REACHED] = dolen_end_form_new_for_due,
  [DOLEN_FOLLOW_UP_TELL_REFERRER] = dolen_referrer_form_new_for_due,
  [DOLEN_FOLLOW_UP_CLOSING_LETTER] = dolen_closing_paper_new_for_due,
  [DOLEN_FOLLOW_UP_SUPPORT_ENDS] = dolen_support_ends_form_new,
  [DOLEN_FOLLOW_UP_REVIEW] = dolen_review_due_form_new,
  [DOLEN_FOLLOW_UP_BASELINE] = dolen_baseline_due_form_new,
  [DOLEN_FOLLOW_UP_CONSENT_ENDS] = dolen_consent_ends_form_new,
};

DolenFollowUpFormFunc
dolen_follow_up_form_find (DolenFollowUpKind kind)
{
  g_return_val_if_fail (kind >= 0 && kind < DOLEN_N_FOLLOW_UP_KINDS, dolen_plain_form_new);
  return forms[kind] != NULL ? forms[kind] : dolen_plain_form_new;
}

GtkWindow *
dolen_follow_up_form_new (DolenSession *session, const char *uid)
{
  g_autoptr (DolenDue) due = dolen_follow_up_find_due (session, uid);

  return due != NULL ? dolen_follow_up_form_find (due->follow_up->kind) (session, due) : NULL;
}
