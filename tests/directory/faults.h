/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * SQLite stops at one step after the other of an act: every time the act says so, and the directory
 * is, to the byte, what it was before.
 */

#include "directory/dolen-directory.h"
#include "support/dolen-test.h"

typedef gboolean (*FaultsAct) (gpointer fixture, GError **error);

static int
    faults_left; /* steps that still go well; then one does not, and those after it do again */

static inline int
faults_stop (void *data)
{
  (void) data;
  return faults_left-- == 0;
}

/* Stops it ever later, @stride steps of SQLite's machine each time, until it comes through.
 * Returns: how often it was stopped */
static inline guint
faults_try_until_it_holds (
    DolenDirectory *dir, const char *name, guint stride, FaultsAct act, gpointer fixture)
{
  DolenDb *db = dolen_directory_get_db (dir);
  sqlite3 *handle = dolen_db_get_handle (db);
  g_autoptr (GBytes) before = dolen_db_serialize (db, NULL);

  for (guint tries = 0;; tries++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) after = NULL;
    gboolean done;

    faults_left = (int) (tries * stride);
    sqlite3_progress_handler (handle, 1, faults_stop, NULL);
    done = act (fixture, &error);
    sqlite3_progress_handler (handle, 0, NULL, NULL);
    if (done) {
      g_assert_no_error (error);
      return tries;
    }
    g_assert_nonnull (error);
    g_test_message ("%s, stopped at %u: %s", name, tries * stride, error->message);
    after = dolen_db_serialize (db, NULL);
    g_assert_true (g_bytes_equal (before, after));
  }
}
