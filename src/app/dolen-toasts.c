/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-toasts.h"

#define TOASTS "dolen-toasts"     /* of an overlay: its toasts in order; the first is shown */
#define TAG "dolen-toast-tag"     /* of a toast */
#define SHOWN "dolen-toast-shown" /* likewise */

static GPtrArray *
toasts_of (AdwToastOverlay *overlay)
{
  GPtrArray *toasts = g_object_get_data (G_OBJECT (overlay), TOASTS);

  if (toasts == NULL) {
    toasts = g_ptr_array_new_with_free_func (g_object_unref);
    g_object_set_data_full (G_OBJECT (overlay), TOASTS, toasts, (GDestroyNotify) g_ptr_array_unref);
  }
  return toasts;
}

static const char *
tag_of (AdwToast *toast)
{
  return g_object_get_data (G_OBJECT (toast), TAG);
}

/* ---- showing ---- */

/* Whether there were any. */
static gboolean
stop_animations (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean before;

  g_object_get (settings, "gtk-enable-animations", &before, NULL);
  if (before)
    g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  return before;
}

/* Setting them would be a word of the program's own, and the desktop's not heard from then on. */
static void
resume_animations (gboolean before)
{
  if (before)
    gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
}

static void
show_first (AdwToastOverlay *overlay)
{
  const GPtrArray *toasts = toasts_of (overlay);
  gboolean animations;

  if (toasts->len == 0 || g_object_get_data (toasts->pdata[0], SHOWN) != NULL)
    return;
  g_object_set_data (toasts->pdata[0], SHOWN, overlay);
  animations = stop_animations ();
  adw_toast_overlay_add_toast (overlay, g_object_ref (toasts->pdata[0]));
  resume_animations (animations);
}

static gboolean
show_first_cb (gpointer user_data)
{
  if (gtk_widget_get_root (user_data) != NULL)
    show_first (user_data);
  return G_SOURCE_REMOVE;
}

/* The overlay hears of it too, perhaps after this: the next comes when both have. */
static void
on_dismissed_cb (AdwToastOverlay *overlay, AdwToast *toast)
{
  g_ptr_array_remove (toasts_of (overlay), toast);
  g_idle_add_full (G_PRIORITY_HIGH, show_first_cb, g_object_ref (overlay), g_object_unref);
}

static void
insert (AdwToastOverlay *overlay, int at, AdwToast *toast, const char *tag)
{
  g_object_set_data_full (G_OBJECT (toast), TAG, g_strdup (tag), g_free);
  g_ptr_array_insert (toasts_of (overlay), at, toast);
  g_signal_connect_object (
      toast, "dismissed", G_CALLBACK (on_dismissed_cb), overlay, G_CONNECT_SWAPPED);
}

static void
take_away (AdwToastOverlay *overlay, guint at)
{
  AdwToast *toast = g_ptr_array_index (toasts_of (overlay), at);
  gboolean animations;

  if (g_object_get_data (G_OBJECT (toast), SHOWN) == NULL) {
    g_ptr_array_remove_index (toasts_of (overlay), at);
    return;
  }
  animations = stop_animations ();
  adw_toast_dismiss (toast);
  resume_animations (animations);
}

/* ---- what callers do ---- */

AdwToast *
dolen_toast_new (const char *text)
{
  /* The title of a toast is markup. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

void
dolen_toasts_add (AdwToastOverlay *overlay, AdwToast *toast, const char *tag)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && ADW_IS_TOAST (toast));

  insert (overlay, -1, toast, tag);
  show_first (overlay);
}

/* (nullable) Its like, to be shown again: a toast is shown once. */
static AdwToast *
copy (AdwToast *toast)
{
  AdwToast *again;

  if (adw_toast_get_button_label (toast) != NULL && adw_toast_get_action_name (toast) == NULL)
    return NULL;
  again = adw_toast_new (adw_toast_get_title (toast));
  adw_toast_set_timeout (again, adw_toast_get_timeout (toast));
  adw_toast_set_button_label (again, adw_toast_get_button_label (toast));
  adw_toast_set_action_name (again, adw_toast_get_action_name (toast));
  adw_toast_set_action_target_value (again, adw_toast_get_action_target_value (toast));
  return again;
}

void
dolen_toasts_add_first (AdwToastOverlay *overlay, AdwToast *toast, const char *tag)
{
  GPtrArray *toasts;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && ADW_IS_TOAST (toast));

  toasts = toasts_of (overlay);
  if (toasts->len > 0 && g_object_get_data (toasts->pdata[0], SHOWN) != NULL) {
    AdwToast *again = copy (toasts->pdata[0]);

    if (again != NULL)
      insert (overlay, 1, again, tag_of (toasts->pdata[0]));
    take_away (overlay, 0);
  }
  insert (overlay, 0, toast, tag);
  show_first (overlay);
}

void
dolen_toasts_withdraw (AdwToastOverlay *overlay, const char *tag)
{
  const GPtrArray *toasts;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  toasts = toasts_of (overlay);
  for (guint i = toasts->len; i > 0; i--)
    if (tag == NULL || g_strcmp0 (tag_of (toasts->pdata[i - 1]), tag) == 0)
      take_away (overlay, i - 1);
}
