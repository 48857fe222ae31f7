/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/faults.h"
#include "directory/keeping-samples.h"

#include "directory/dolen-edits.h"
#include "directory/dolen-questions.h"
#include "directory/keeping/dolen-call.h"
#include "directory/keeping/dolen-completeness.h"
#include "directory/keeping/dolen-suggested-change.h"

/* Each act of the queue is whole or not at all. */

/* Steps of SQLite's machine between two faults. */
#define STRIDE 7

typedef struct {
  DolenDirectory *dir;
  char *service;
  DolenCall *call;
  gint64 saved; /* the entry of the call */
  GPtrArray *changes;
  DolenCompleteness *completeness;
} Fixture;

static gboolean
save_call (gpointer data, GError **error)
{
  Fixture *fixture = data;

  fixture->saved = dolen_call_save (fixture->dir, fixture->call, "Mair", error);
  return fixture->saved > 0;
}

static gboolean
undo_call (gpointer data, GError **error)
{
  Fixture *fixture = data;

  return dolen_edit_undo (fixture->dir, fixture->saved, "Mair", error) > 0;
}

static gboolean
snooze (gpointer data, GError **error)
{
  Fixture *fixture = data;

  return dolen_queue_snooze (
             fixture->dir, fixture->service, "call", "2026-06-01", "Later", "Mair", error)
         > 0;
}

static gboolean
add_changes (gpointer data, GError **error)
{
  Fixture *fixture = data;

  return dolen_suggested_changes_add (fixture->dir, fixture->changes, NULL, error);
}

static gboolean
accept_change (gpointer data, GError **error)
{
  Fixture *fixture = data;
  const DolenSuggestedChange *change = g_ptr_array_index (fixture->changes, 0);

  return dolen_suggested_change_accept (fixture->dir, change->uid, "Mair", error) > 0;
}

static gboolean
note_completeness (gpointer data, GError **error)
{
  Fixture *fixture = data;

  return dolen_completeness_note (fixture->dir, fixture->completeness, KEEPING_TODAY, error);
}

static const struct {
  const char *name;
  FaultsAct act;
} acts[] = {
  { "a call", save_call },        { "its undo", undo_call },
  { "putting off", snooze },      { "suggestions", add_changes },
  { "accepting", accept_change }, { "completeness", note_completeness },
};

static void
set_up (Fixture *fixture)
{
  static const char *const asked[] = { "times", NULL };
  g_autoptr (DolenCapacity) report = samples_capacity (DOLEN_CAPACITY_PLACES, 3, NULL);
  g_auto (GStrv) uids = NULL;

  fixture->dir = samples_open ();
  fixture->service = keeping_add (fixture->dir, "Band", NULL, "2025-01-01");
  uids = dolen_directory_ask (fixture->dir, fixture->service, asked, KEEPING_TODAY, NULL, NULL);
  fixture->call = dolen_call_new ();
  dolen_call_tick (fixture->call, fixture->service, "times");
  dolen_call_change (fixture->call, "service", fixture->service, "fees", "£3");
  dolen_call_set_capacity (fixture->call, fixture->service, report);
  fixture->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
  g_ptr_array_add (
      fixture->changes,
      dolen_suggested_change_new (
          fixture->dir, "service", fixture->service, "phone", "01632960999", NULL, NULL, NULL));
  fixture->completeness = dolen_completeness_count (fixture->dir, NULL, KEEPING_TODAY, NULL);
}

static void
tear_down (Fixture *fixture)
{
  dolen_call_free (fixture->call);
  g_ptr_array_unref (fixture->changes);
  dolen_completeness_free (fixture->completeness);
  g_free (fixture->service);
  dolen_directory_close (fixture->dir);
}

static void
test_stopped_at_every_step (void)
{
  Fixture fixture = { 0 };

  set_up (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    g_assert_cmpuint (
        faults_try_until_it_holds (fixture.dir, acts[i].name, STRIDE, acts[i].act, &fixture), >, 5);
  g_assert_true (dolen_directory_check (fixture.dir, NULL));
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  keeping_set_day (KEEPING_TODAY);
  g_test_add_func ("/directory/keeping-faults/every-step", test_stopped_at_every_step);
  return g_test_run ();
}
