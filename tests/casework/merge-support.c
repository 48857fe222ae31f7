/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "merge-support.h"

#include "base/dolen-time.h"

const char *const merge_files[3] = { "casework.db", "keys.db", "device" };

void
merge_open (CaseworkTest *test)
{
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  dolen_casework_unlock_sync (test->casework, CASEWORK_PASSPHRASE, &error);
  g_assert_no_error (error);
}

DolenMergeResult
merge_into (CaseworkTest *test, CaseworkTest *other)
{
  DolenMergeResult result;
  GError *error = NULL;

  dolen_casework_lock (other->casework);
  if (!dolen_casework_is_unlocked (test->casework))
    merge_open (test);
  dolen_casework_merge_sync (test->casework, other->folder, &result, &error);
  g_assert_no_error (error);
  return result;
}

static char *
dump (CaseworkTest *test)
{
  return dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
}

void
merge_both_ways (CaseworkTest *test, CaseworkTest *other)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;

  merge_into (test, other);
  dolen_casework_lock (test->casework);
  merge_into (other, test);
  merge_open (test);
  first = dump (test);
  second = dump (other);
  g_assert_cmpstr (first, ==, second);
  merge_open (other);
  again = dump (other);
  g_assert_cmpstr (first, ==, again);
}

void
merge_at_minute (int minute)
{
  dolen_time_set_fixed (G_GINT64_CONSTANT (1793700000000) + minute * G_GINT64_CONSTANT (60000));
}
