/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-form-button.h"

#include "app/dolen-window.h"

typedef struct {
  DolenSession *session; /* (owned) */
  DolenFormFunc func;
  char *uid; /* (owned) */
} Opener;

static void
opener_free (gpointer data, GClosure *closure)
{
  Opener *opener = data;

  g_object_unref (opener->session);
  g_free (opener->uid);
  g_free (opener);
}

static Opener *
opener_new (DolenSession *session, DolenFormFunc func, const char *uid)
{
  Opener *opener = g_new0 (Opener, 1);

  opener->session = g_object_ref (session);
  opener->func = func;
  opener->uid = g_strdup (uid);
  return opener;
}

static void
on_clicked (GtkWidget *button, const Opener *opener)
{
  GtkWindow *form = opener->func (opener->session, opener->uid);

  if (form != NULL)
    dolen_window_present_dialog (button, form);
}

/* ---- what comes next by itself ---- */

typedef struct {
  GWeakRef parent;
  Opener *opener; /* (owned) */
} Offer;

static gboolean
offer_cb (gpointer user_data)
{
  Offer *offer = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&offer->parent);

  if (parent != NULL && dolen_session_is_unlocked (offer->opener->session))
    on_clicked (parent, offer->opener);
  return G_SOURCE_REMOVE;
}

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_weak_ref_clear (&offer->parent);
  opener_free (offer->opener, NULL);
  g_free (offer);
}

void
dolen_form_offer (GtkWidget *parent, DolenSession *session, DolenFormFunc func, const char *uid)
{
  Offer *offer = g_new0 (Offer, 1);

  g_weak_ref_init (&offer->parent, parent);
  offer->opener = opener_new (session, func, uid);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, offer_cb, offer, offer_free);
}

/* ---- the button ---- */

GtkWidget *
dolen_form_button_new (DolenSession *session,
                       const char *label,
                       DolenFormFunc func,
                       const char *uid)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkLabel *text = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  /* A long label takes a second line before it makes the window wider. */
  gtk_label_set_wrap (text, TRUE);
  gtk_label_set_justify (text, GTK_JUSTIFY_CENTER);
  g_signal_connect_data (
      button, "clicked", G_CALLBACK (on_clicked), opener_new (session, func, uid), opener_free, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}
