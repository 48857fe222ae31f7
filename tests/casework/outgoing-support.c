/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "outgoing-support.h"

#include "base/dolen-time.h"

DolenCaseload *
outgoing_caseload (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

void
outgoing_days_later (int days)
{
  dolen_time_set_fixed (dolen_time_now () + days * G_GINT64_CONSTANT (86400000));
}

DolenReferral *
outgoing_read (CaseworkTest *test, const char *uid)
{
  DolenReferral *referral = dolen_caseload_get_referral (outgoing_caseload (test), uid);

  g_assert_nonnull (referral);
  return referral;
}

char *
outgoing_send (CaseworkTest *test, const char *person, const char *service, gboolean volunteers)
{
  g_autoptr (DolenReferral) referral = casework_test_referral (person, DOLEN_REFERRAL);
  GError *error = NULL;

  referral->service = g_strdup (service);
  referral->volunteer_run = volunteers;
  dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (referral->uid);
}

DolenUndo *
outgoing_step (CaseworkTest *test, const char *referral, const DolenReferralStep *step)
{
  DolenUndo *undo = NULL;
  GError *error = NULL;

  dolen_casework_referral_step (test->casework, referral, step, &undo, &error);
  g_assert_no_error (error);
  return undo;
}

void
outgoing_record (CaseworkTest *test,
                 const char *referral,
                 DolenReferralState state,
                 const char *reason)
{
  const DolenReferralStep step = { .state = state, .reason = reason };
  g_autoptr (DolenUndo) undo = outgoing_step (test, referral, &step);

  g_assert_nonnull (undo);
}

DolenFollowUp *
outgoing_find (CaseworkTest *test, const char *person, DolenFollowUpKind kind)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_follow_ups (
      outgoing_caseload (test), person, OUTGOING_TODAY, NULL);
  DolenFollowUp *found = NULL;

  for (guint i = 0; i < all->len; i++) {
    const DolenDue *due = g_ptr_array_index (all, i);

    if (due->follow_up->kind != kind)
      continue;
    g_assert_null (found);
    found = dolen_follow_up_copy (due->follow_up);
  }
  return found;
}

void
outgoing_assert_due (CaseworkTest *test,
                     const char *person,
                     DolenFollowUpKind kind,
                     const char *day)
{
  g_autoptr (DolenFollowUp) found = outgoing_find (test, person, kind);

  g_assert_cmpstr (found != NULL ? found->due : NULL, ==, day);
}

void
outgoing_undo (CaseworkTest *test, DolenUndo *undo)
{
  g_autoptr (DolenUndo) taken = undo;
  GError *error = NULL;

  g_assert_nonnull (taken);
  dolen_casework_undo (test->casework, taken, &error);
  g_assert_no_error (error);
}
