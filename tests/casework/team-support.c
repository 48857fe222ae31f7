/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "team-support.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-holder.h"
#include "support/dolen-test.h"

void
team_add_worker (CaseworkTest *test, const char *name, DolenRole role, const char *passphrase)
{
  DolenPassphraseAct act = { DOLEN_PASSPHRASE_ADD, NULL, name, role, NULL, passphrase };
  GError *error = NULL;

  dolen_casework_passphrase_act_sync (test->casework, &act, &error);
  g_assert_no_error (error);
}

void
team_enter (CaseworkTest *test, const char *passphrase)
{
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  dolen_casework_unlock_sync (test->casework, passphrase, &error);
  g_assert_no_error (error);
}

void
team_enter_by_recovery_key (CaseworkTest *test)
{
  char *typed = dolen_recovery_key_to_text (test->recovery);
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  dolen_casework_unlock_with_recovery_key_sync (test->casework, typed, &error);
  g_assert_no_error (error);
  dolen_wipe_string (typed);
}

void
team_expect_shut (CaseworkTest *test, const char *passphrase)
{
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  g_assert_false (dolen_casework_unlock_sync (test->casework, passphrase, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
}

char *
team_uid_of (CaseworkTest *test, const char *name)
{
  const GPtrArray *workers = dolen_casework_list_workers (test->casework);

  for (guint i = 0; i < workers->len; i++) {
    const DolenHolder *holder = g_ptr_array_index (workers, i);

    if (g_str_equal (holder->name, name))
      return g_strdup (holder->uid);
  }
  g_assert_not_reached ();
}

void
team_set_role (CaseworkTest *test, const char *name, DolenRole role)
{
  g_autofree char *uid = team_uid_of (test, name);
  GError *error = NULL;

  dolen_casework_worker_set (test->casework, uid, name, role, &error);
  g_assert_no_error (error);
}

void
team_expect_not_allowed (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (error);
}

/* Carys is the lead who made the vault; Elin and Huw are workers. */
CaseworkTest *
team_new (void)
{
  CaseworkTest *test = casework_test_new ();

  team_add_worker (test, "Elin", DOLEN_ROLE_WORKER, TEAM_ELIN);
  team_add_worker (test, "Huw", DOLEN_ROLE_WORKER, TEAM_HUW);
  return test;
}

char *
team_restrict (CaseworkTest *test, const char *person)
{
  g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "note", TEAM_SECRET);
  GError *error = NULL;

  note->restricted = TRUE;
  dolen_casework_note_add (test->casework, note, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (note->uid);
}
