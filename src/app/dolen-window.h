/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"
#include "app/dolen-shell.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The window: holds a session and the shell that shows it, turns the session's toasts and undos
 * into toasts on screen, and carries the actions (win.*), which are also how tests drive it:
 *
 *   win.go (s)              shows a place by name
 *   win.open (s a{sv})      the same and opens something there: dolen_page_go()
 *   win.search              the cursor to where one searches
 *   win.find                the groups, and the cursor to where one searches them
 *   win.undo (u)            takes back an edit by its number, 0 the newest; Ctrl+Z
 *   win.close-person        no person is open any more
 *   win.lock                locks the case records
 *   win.case-records        who can open the case records, and when they lock
 *   win.diary               the worker's own diary
 *   win.preferences, win.shortcuts, win.help, win.about, win.import, win.add-group,
 *   win.add (a person on People, elsewhere a group)
 *   win.open-sample, win.close-sample, win.skip-welcome
 *
 * A page calls gtk_widget_activate_action() and needs not know the window.
 */
#define DOLEN_TYPE_WINDOW (dolen_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenWindow, dolen_window, DOLEN, WINDOW, AdwApplicationWindow)

/** dolen_window_new: (transfer none): owned by GTK, as windows are. */
DolenWindow *dolen_window_new (GtkApplication *application, DolenSession *session);

/** dolen_window_get_session: (transfer none) */
DolenSession *dolen_window_get_session (DolenWindow *self);

/** dolen_window_set_session: shows another profile (the sample and back). The former session is
 *  closed by whoever made it. */
void dolen_window_set_session (DolenWindow *self, DolenSession *session);

/** dolen_window_get_shell: (transfer none): what is shown now; another after a rebuild. */
DolenShell *dolen_window_get_shell (DolenWindow *self);

/** dolen_window_rebuild: makes the content anew in the present language, with what was typed. */
void dolen_window_rebuild (DolenWindow *self);

/** DolenCoverFunc: the window is asked to close. Returns: whether it may. */
typedef gboolean (*DolenCoverFunc) (GtkWidget *cover);

/**
 * dolen_window_cover:
 * @cover: (transfer floating): shown alone, the screen over, in place of all the window has
 * @may_close: asked before the window closes, or the program ends by its key
 *
 * While it is there no action of the window can be reached (so no shortcut leads elsewhere) and no
 * toast is shown; what the window had comes back as it was.
 */
void dolen_window_cover (DolenWindow *self, GtkWidget *cover, DolenCoverFunc may_close);
void dolen_window_uncover (DolenWindow *self);
gboolean dolen_window_is_covered (DolenWindow *self);

/** dolen_window_get_cover: (transfer none) (nullable) */
GtkWidget *dolen_window_get_cover (DolenWindow *self);

/** dolen_window_tell_undone: a toast that says that @title was taken back. */
void dolen_window_tell_undone (DolenWindow *self, const char *title);

/** dolen_window_present_dialog: shows @dialog (transfer full) over the window of @from, modal. */
void dolen_window_present_dialog (GtkWidget *from, GtkWindow *dialog);

G_END_DECLS
