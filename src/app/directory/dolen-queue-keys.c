/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-keys.h"

#include "app/directory/dolen-call-card.h"

static const struct {
  guint key;
  DolenCallOutcome outcome;
} outcomes[] = {
  { GDK_KEY_r, DOLEN_CALL_REACHED },
  { GDK_KEY_m, DOLEN_CALL_LEFT_MESSAGE },
  { GDK_KEY_n, DOLEN_CALL_NO_ANSWER },
  { GDK_KEY_w, DOLEN_CALL_WRONG_NUMBER },
};

static gboolean
press_on_card (DolenQueueView *view, guint keyval)
{
  GtkWidget *card = dolen_queue_view_get_card (view);

  if (card == NULL || !DOLEN_IS_CALL_CARD (card))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (outcomes[i].key == keyval) {
      dolen_call_card_set_outcome (DOLEN_CALL_CARD (card), outcomes[i].outcome);
      return TRUE;
    }
  return keyval == GDK_KEY_s && dolen_call_card_save (DOLEN_CALL_CARD (card));
}

gboolean
dolen_queue_keys_press (DolenQueueView *view, guint keyval)
{
  guint key = gdk_keyval_to_lower (keyval);

  g_return_val_if_fail (DOLEN_IS_QUEUE_VIEW (view), FALSE);

  if (key == GDK_KEY_j || key == GDK_KEY_k) {
    dolen_queue_view_step (view, key == GDK_KEY_j ? 1 : -1);
    return TRUE;
  }
  return press_on_card (view, key);
}

/* Whether letters are text where the focus is. */
static gboolean
is_typing (GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus));
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        GSettings *settings)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (!g_settings_get_boolean (settings, "queue-letter-keys") || is_typing (view)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  return dolen_queue_keys_press (DOLEN_QUEUE_VIEW (view), keyval);
}

void
dolen_queue_keys_attach (DolenQueueView *view, DolenSession *session)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (DOLEN_IS_QUEUE_VIEW (view));

  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (on_key), dolen_session_get_settings (session), 0);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}
