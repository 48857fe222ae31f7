/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-application.h"
#include "app/dolen-window.h"
#include "support/dolen-test.h"

G_BEGIN_DECLS

/*
 * A test in a real window:
 *
 *   int main (int argc, char *argv[])
 *   {
 *     dolen_app_test_init (&argc, &argv);
 *     g_test_add_func ("/find/typing_narrows_the_list", test_typing_narrows_the_list);
 *     return dolen_app_test_run ();
 *   }
 *
 *   static void test_typing_narrows_the_list (void)
 *   {
 *     DolenWindow *window = dolen_app_test_window ();          // on a new, empty profile
 *     ...
 *     dolen_app_test_close (window);                           // asserts that it is finalised
 *   }
 *
 * Drive it by actions: gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "find").
 */

/** dolen_app_test_init: dolen_test_init(), gtk_init(), animations off, the language English. */
void dolen_app_test_init (int *argc, char ***argv);

/** dolen_app_test_run: g_test_run() inside the running application. */
int dolen_app_test_run (void);

/** dolen_app_test_application: (transfer none): the one the tests run in. */
DolenApplication *dolen_app_test_application (void);

/** dolen_app_test_window: a presented window on a new empty profile, its directory opened, past
 *  the welcome page. */
DolenWindow *dolen_app_test_window (void);

/** dolen_app_test_window_in: the same on the profile folder @folder. */
DolenWindow *dolen_app_test_window_in (const char *folder);

/** dolen_app_test_settle: runs the main loop until the session has nothing to do and the window has
 *  drawn. */
void dolen_app_test_settle (DolenWindow *window);

/** dolen_app_test_resize: and settles. */
void dolen_app_test_resize (DolenWindow *window, int width, int height);

/** dolen_app_test_close: destroys the window and asserts that it and its shell are gone. */
void dolen_app_test_close (DolenWindow *window);

/** DolenWidgetFunc: FALSE ends the walk. */
typedef gboolean (*DolenWidgetFunc) (GtkWidget *widget, gpointer user_data);

/** dolen_app_test_walk: calls @func for @root and all below it; FALSE if it was ended. */
gboolean dolen_app_test_walk (GtkWidget *root, DolenWidgetFunc func, gpointer user_data);

/** dolen_app_test_find_label: (nullable): a mapped GtkLabel below @root whose text holds @text. */
GtkWidget *dolen_app_test_find_label (GtkWidget *root, const char *text);

/** dolen_app_test_find_button: (nullable): a mapped button below @root with that label. */
GtkWidget *dolen_app_test_find_button (GtkWidget *root, const char *label);

/** dolen_app_test_find_id: (nullable): the widget below @root with that id in its template. */
GtkWidget *dolen_app_test_find_id (GtkWidget *root, const char *id);

/** dolen_app_test_assert_names: whatever below @root can have the keyboard, and every button and
 *  entry, says itself in words or has an accessible name. */
void dolen_app_test_assert_names (GtkWidget *root);

/** dolen_app_test_assert_mnemonics: no two words that are seen below @root have the same key. */
void dolen_app_test_assert_mnemonics (GtkWidget *root);

G_END_DECLS
