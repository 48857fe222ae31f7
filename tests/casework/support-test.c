/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support-test.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-episodes.h"

DolenCaseload *
support_test_caseload (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

DolenEpisode *
support_test_episode (CaseworkTest *test, const char *person)
{
  DolenEpisode *episode = dolen_caseload_get_last_episode (support_test_caseload (test), person);

  g_assert_nonnull (episode);
  return episode;
}

/* The day on which the open follow-up of @rule is due; "" where there is none. Two are a fault. */
static char *
due_by (CaseworkTest *test, const char *person, const char *rule)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      support_test_caseload (test), &dolen_follow_up_type, person, "state = 'open'");
  char *due = g_strdup ("");

  for (guint i = 0; i < open->len; i++) {
    const DolenFollowUp *found = g_ptr_array_index (open, i);

    if (g_strcmp0 (found->rule, rule) != 0)
      continue;
    g_assert_cmpstr (due, ==, "");
    g_free (due);
    due = g_strdup (found->due);
  }
  return due;
}

void
support_test_assert_due (CaseworkTest *test, const char *person, const char *rule, const char *day)
{
  g_autofree char *due = due_by (test, person, rule);

  g_assert_cmpstr (due, ==, day);
}

void
support_test_days_later (int days)
{
  dolen_time_set_fixed (dolen_time_now () + days * G_GINT64_CONSTANT (86400000));
}

void
support_test_undo (CaseworkTest *test, const DolenUndo *undo)
{
  GError *error = NULL;

  g_assert_nonnull (undo);
  dolen_casework_undo (test->casework, undo, &error);
  g_assert_no_error (error);
}

void
support_test_expect (gboolean done, GError **error, int code)
{
  g_assert_false (done);
  g_assert_error (*error, DOLEN_ERROR, code);
  g_clear_error (error);
}

DolenReferral *
support_test_referral (const char *person)
{
  DolenReferral *referral = casework_test_referral (person, DOLEN_REFERRAL);

  referral->service = g_strdup ("8f14e45f-ceea-467f-a1e6-8f14e45fceea");
  dolen_referral_add_share_line (referral, "name", "Anwen Puw", TRUE);
  return referral;
}

char *
support_test_send (CaseworkTest *test, const char *person)
{
  g_autoptr (DolenReferral) referral = support_test_referral (person);
  GError *error = NULL;

  dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (referral->uid);
}

void
support_test_close (CaseworkTest *test, const char *person, const char *return_until)
{
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  const DolenClosing closing
      = { .episode = episode->uid, .reason = "completed", .return_until = return_until };
  GError *error = NULL;

  dolen_casework_episode_close (test->casework, &closing, NULL, &error);
  g_assert_no_error (error);
}
