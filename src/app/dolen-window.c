/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-window.h"

#include "app/directory/sources/dolen-feed-jobs.h"

#include "app/dolen-toasts.h"
#include "app/dolen-window-actions.h"

#include <glib/gi18n.h>

#define TOAST_SECONDS 5
#define UNDO_SECONDS 10

struct _DolenWindow {
  AdwApplicationWindow parent_instance;
  DolenSession *session;       /* (owned) */
  GSignalGroup *session_group; /* (owned) */
  GSignalGroup *undo_group;    /* (owned) */
  AdwBin *bin;
  DolenShell *shell; /* (owned) child of @bin, unless that is covered */
  GtkWidget *cover;  /* (nullable) child of @bin instead */
  DolenCoverFunc may_close;
  gboolean was_fullscreen; /* before it was covered */
};

G_DEFINE_FINAL_TYPE (DolenWindow, dolen_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- toasts ---- */

#define UNDONE "undone"    /* the tag of what says that something was taken back */
#define UNDO_TAG "undo %u" /* of an offer to take something back */

/* Shown at once: an offer to undo that is still there waits. */
static void
tell (DolenWindow *self, const char *text, const char *tag)
{
  AdwToast *toast = dolen_toast_new (text);

  adw_toast_set_timeout (toast, TOAST_SECONDS);
  dolen_toasts_add_first (dolen_shell_get_overlay (self->shell), toast, tag);
}

static void
on_session_toast_cb (DolenWindow *self, const char *text)
{
  g_assert (DOLEN_IS_WINDOW (self));
  tell (self, text, NULL);
}

void
dolen_window_tell_undone (DolenWindow *self, const char *title)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DOLEN_IS_WINDOW (self) && title != NULL);

  dolen_toasts_withdraw (dolen_shell_get_overlay (self->shell), UNDONE);
  /* Translators: a toast; %s is what had been done and is now taken back: "Status changed". */
  text = g_strdup_printf (_ ("Undone: %s"), title);
  tell (self, text, UNDONE);
}

static void
on_undo_pushed_cb (DolenWindow *self, guint id, const char *title)
{
  g_autofree char *tag = g_strdup_printf (UNDO_TAG, id);
  AdwToast *toast;

  g_assert (DOLEN_IS_WINDOW (self));
  toast = dolen_toast_new (title);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  /* Translators: on the button of a toast: takes back what was just done. */
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_action_target_value (toast, g_variant_new_uint32 (id));
  dolen_toasts_add (dolen_shell_get_overlay (self->shell), toast, tag);
}

/* What is taken back already is not offered any more. */
static void
on_undo_withdrawn_cb (DolenWindow *self, guint id)
{
  g_autofree char *tag = g_strdup_printf (UNDO_TAG, id);

  g_assert (DOLEN_IS_WINDOW (self));
  dolen_toasts_withdraw (dolen_shell_get_overlay (self->shell), tag);
}

/* What was copied from Dolen and not replaced since: a letter, a number. */
static void
clear_clipboard (GdkClipboard *clipboard)
{
  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
}

/* A toast may name a person. */
static void
on_locking_cb (DolenWindow *self)
{
  g_assert (DOLEN_IS_WINDOW (self));
  clear_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  clear_clipboard (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)));
  dolen_toasts_withdraw (dolen_shell_get_overlay (self->shell), NULL);
}

static void
on_can_undo_cb (DolenWindow *self)
{
  gboolean can;

  g_assert (DOLEN_IS_WINDOW (self));
  can = self->session != NULL && self->cover == NULL
        && dolen_undo_stack_can_undo (dolen_session_get_undo (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can);
}

/* ---- content ---- */

static gboolean
drop_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

void
dolen_window_rebuild (DolenWindow *self)
{
  g_autoptr (GVariant) state = NULL;

  g_return_if_fail (DOLEN_IS_WINDOW (self));

  if (self->shell != NULL) {
    /* They speak the language and of the profile that was. */
    dolen_toasts_withdraw (dolen_shell_get_overlay (self->shell), NULL);
    state = dolen_shell_save_state (self->shell);
    /* The button that was clicked lives in it: it may go once its click is over. */
    g_idle_add_full (G_PRIORITY_HIGH, drop_cb, g_steal_pointer (&self->shell), g_object_unref);
  }
  self->shell = g_object_ref_sink (dolen_shell_new (self->session));
  if (self->cover == NULL)
    adw_bin_set_child (self->bin, GTK_WIDGET (self->shell));
  if (state != NULL)
    dolen_shell_restore_state (self->shell, state);
}

/* ---- covered ---- */

void
dolen_window_cover (DolenWindow *self, GtkWidget *cover, DolenCoverFunc may_close)
{
  g_return_if_fail (DOLEN_IS_WINDOW (self) && GTK_IS_WIDGET (cover) && self->cover == NULL);

  self->cover = cover;
  self->may_close = may_close;
  self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  dolen_window_actions_allow (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (self->bin, cover);
  gtk_window_fullscreen (GTK_WINDOW (self));
}

void
dolen_window_uncover (DolenWindow *self)
{
  g_return_if_fail (DOLEN_IS_WINDOW (self));

  if (self->cover == NULL)
    return;
  /* The button that was clicked lives in it: it may go once its click is over. */
  g_idle_add_full (G_PRIORITY_HIGH, drop_cb, g_object_ref (self->cover), g_object_unref);
  self->cover = NULL;
  self->may_close = NULL;
  if (!self->was_fullscreen)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  adw_bin_set_child (self->bin, GTK_WIDGET (self->shell));
  dolen_window_actions_allow (GTK_WIDGET (self), TRUE);
  on_can_undo_cb (self);
}

gboolean
dolen_window_is_covered (DolenWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_WINDOW (self), FALSE);
  return self->cover != NULL;
}

GtkWidget *
dolen_window_get_cover (DolenWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_WINDOW (self), NULL);
  return self->cover;
}

static void
on_active_cb (DolenWindow *self)
{
  g_assert (DOLEN_IS_WINDOW (self));
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->session != NULL)
    dolen_session_check_changed (self->session);
}

/* ---- the object ---- */

static void
dolen_window_dispose (GObject *object)
{
  DolenWindow *self = DOLEN_WINDOW (object);

  if (self->session_group != NULL)
    g_signal_group_set_target (self->session_group, NULL);
  if (self->undo_group != NULL)
    g_signal_group_set_target (self->undo_group, NULL);
  g_clear_object (&self->session_group);
  g_clear_object (&self->undo_group);
  self->cover = NULL;
  g_clear_object (&self->shell);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_WINDOW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_window_parent_class)->dispose (object);
}

/* While the forms are still there to seal what was being typed in them. */
static gboolean
dolen_window_close_request (GtkWindow *window)
{
  DolenWindow *self = DOLEN_WINDOW (window);

  if (self->cover != NULL && self->may_close != NULL && !self->may_close (self->cover))
    return GDK_EVENT_STOP;
  if (self->session != NULL)
    dolen_session_lock (self->session);
  return GTK_WINDOW_CLASS (dolen_window_parent_class)->close_request (window);
}

static void
dolen_window_class_init (DolenWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dolen_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dolen_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenWindow, bin);
  dolen_window_actions_install (widget_class);
}

static void
dolen_window_init (DolenWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_group = g_signal_group_new (DOLEN_TYPE_SESSION);
  g_signal_group_connect_swapped (
      self->session_group, "toast", G_CALLBACK (on_session_toast_cb), self);
  g_signal_group_connect_swapped (self->session_group, "locking", G_CALLBACK (on_locking_cb), self);
  self->undo_group = g_signal_group_new (DOLEN_TYPE_UNDO_STACK);
  g_signal_group_connect_swapped (self->undo_group, "pushed", G_CALLBACK (on_undo_pushed_cb), self);
  g_signal_group_connect_swapped (
      self->undo_group, "withdrawn", G_CALLBACK (on_undo_withdrawn_cb), self);
  g_signal_group_connect_swapped (
      self->undo_group, "notify::can-undo", G_CALLBACK (on_can_undo_cb), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_cb), NULL);
  on_can_undo_cb (self);
  if (DOLEN_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

static void
bind_size (DolenWindow *self)
{
  GSettings *settings = dolen_session_get_settings (self->session);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

DolenWindow *
dolen_window_new (GtkApplication *application, DolenSession *session)
{
  DolenWindow *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);

  self = g_object_new (DOLEN_TYPE_WINDOW, "application", application, NULL);
  dolen_window_set_session (self, session);
  bind_size (self);
  return self;
}

DolenSession *
dolen_window_get_session (DolenWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_WINDOW (self), NULL);
  return self->session;
}

void
dolen_window_set_session (DolenWindow *self, DolenSession *session)
{
  g_return_if_fail (DOLEN_IS_WINDOW (self) && DOLEN_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_group, session);
  dolen_feed_jobs_get (session); /* reads what is due by itself */
  g_signal_group_set_target (self->undo_group, dolen_session_get_undo (session));
  /* What was typed for one profile is not for another. */
  if (self->shell != NULL) {
    adw_bin_set_child (self->bin, NULL);
    self->cover = NULL;
    g_clear_object (&self->shell);
  }
  dolen_window_rebuild (self);
  on_can_undo_cb (self);
}

DolenShell *
dolen_window_get_shell (DolenWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_WINDOW (self), NULL);
  return self->shell;
}

/* No wider nor higher than what it stands over. */
static void
fit (GtkWindow *dialog, GtkWidget *over)
{
  int width, height;

  gtk_window_get_default_size (dialog, &width, &height);
  if (width > 0 && gtk_widget_get_width (over) > 0)
    width = MIN (width, gtk_widget_get_width (over));
  if (height > 0 && gtk_widget_get_height (over) > 0)
    height = MIN (height, gtk_widget_get_height (over));
  gtk_window_set_default_size (dialog, width, height);
}

void
dolen_window_present_dialog (GtkWidget *from, GtkWindow *dialog)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from) && GTK_IS_WINDOW (dialog));

  root = gtk_widget_get_root (from);
  if (GTK_IS_WINDOW (root)) {
    gtk_window_set_transient_for (dialog, GTK_WINDOW (root));
    fit (dialog, GTK_WIDGET (root));
    /* For its app.* actions. */
    gtk_window_set_application (dialog, gtk_window_get_application (GTK_WINDOW (root)));
  }
  gtk_window_set_modal (dialog, TRUE);
  gtk_window_set_destroy_with_parent (dialog, TRUE);
  gtk_window_present (dialog);
}
