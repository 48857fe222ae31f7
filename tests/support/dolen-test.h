/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What many tests want: a private profile folder that goes away, real feeds that may not be
 * there, and bounded waiting.
 */

/** dolen_test_init: g_test_init() in a folder of its own (XDG folders included), catalogues bound.
 */
void dolen_test_init (int *argc, char ***argv);

/** dolen_test_init_with_desktop: the same, but the system's icons, file types and fonts can be
 * seen: GTK does not draw without them. */
void dolen_test_init_with_desktop (int *argc, char ***argv);

/** dolen_test_folder: (transfer full): a new empty folder, removed with all in it at exit. */
char *dolen_test_folder (void);

/** dolen_test_shared: (transfer full) (nullable): a file of the real feeds ("oruk3/x.json"); the
 *  test is skipped with a message and NULL returned where the folder is absent. */
char *dolen_test_shared (const char *relative);

/** dolen_test_remove_tree: removes a folder and all in it. */
void dolen_test_remove_tree (const char *path);

/** dolen_test_find_in_tree: (transfer full) (nullable): the first file below @folder whose bytes
 *  hold @needle (UTF-8, any case of ASCII; UTF-16 too), for canaries. */
char *dolen_test_find_in_tree (const char *folder, const char *needle);

/** DOLEN_WAIT_UNTIL: runs the main context until @condition holds. @ms milliseconds are plenty on
 * an idle machine; a busy one, with sanitizers, is given ten times as long before the test fails.
 */
#define DOLEN_WAIT_UNTIL(condition, ms)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 _end = g_get_monotonic_time () + (gint64) (ms) *10000;                                  \
    while (!(condition) && g_get_monotonic_time () < _end)                                         \
      if (!g_main_context_iteration (NULL, FALSE))                                                 \
        g_usleep (1000);                                                                           \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
