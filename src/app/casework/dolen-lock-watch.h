/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * When the case records must lock by themselves: nothing touched for some minutes (the time a
 * laptop sleeps counts), the computer about to sleep, the screen locked. Signal "lock" is emitted
 * in the main thread; before sleep the computer waits until its handlers have returned, so that
 * what is being typed can be sealed.
 */
#define DOLEN_TYPE_LOCK_WATCH (dolen_lock_watch_get_type ())
G_DECLARE_FINAL_TYPE (DolenLockWatch, dolen_lock_watch, DOLEN, LOCK_WATCH, GObject)

#define DOLEN_LOCK_MINUTES_LEAST 1
#define DOLEN_LOCK_MINUTES_MOST 30

/** dolen_lock_watch_new: watches at once: the timer, sleep and session lock (login1, on the system
 * bus), the screen saver (on the session bus). */
DolenLockWatch *dolen_lock_watch_new (void);

/** dolen_lock_watch_is_listening: whether both buses were reached; for tests. */
gboolean dolen_lock_watch_is_listening (DolenLockWatch *self);

/** dolen_lock_watch_delays_sleep: whether the computer waits for us before it sleeps; for tests. */
gboolean dolen_lock_watch_delays_sleep (DolenLockWatch *self);

/** dolen_lock_watch_set_minutes: 1 to 30; never "never". */
void dolen_lock_watch_set_minutes (DolenLockWatch *self, int minutes);

/** dolen_lock_watch_add_window: any key, pointer or touch in @window counts as use. Windows of the
 *  application are added by themselves. */
void dolen_lock_watch_add_window (DolenLockWatch *self, GtkWindow *window);

/** dolen_lock_watch_touch: something was used just now. */
void dolen_lock_watch_touch (DolenLockWatch *self);

/** dolen_lock_watch_check: locks if the time is over at @now (microseconds since the computer
 *  started, sleep included); what the timer does, for tests. */
void dolen_lock_watch_check (DolenLockWatch *self, gint64 now);

/** dolen_lock_watch_now: microseconds since the computer started, sleep included. */
gint64 dolen_lock_watch_now (void);

G_END_DECLS
