/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-follow-up-forms.h"

#include "app/casework/dolen-answer-form.h"
#include "app/casework/dolen-check-form.h"
#include "app/casework/dolen-follow-up-form.h"

/* One line a kind, in the order of the enum; see the header of each form. */
static const DolenFollowUpFormFunc forms[DOLEN_N_FOLLOW_UP_KINDS] = {
  [DOLEN_FOLLOW_UP_NO_ANSWER] = dolen_answer_form_new,
  [DOLEN_FOLLOW_UP_CHECK] = dolen_check_form_new,
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
