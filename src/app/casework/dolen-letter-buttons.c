/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-referrer-form.h"

#include "app/casework/dolen-draft-keeper.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-print.h"
#include "base/dolen-text.h"
#include "reports/dolen-letter.h"

#include <glib/gi18n.h>

/* Print and Copy beneath the text of a letter, and how it was given out. */

static const char *const codes[] = { NULL, "telephoned", "copied", "printed" };

const char *
dolen_tell_code (guint how)
{
  return how < G_N_ELEMENTS (codes) ? codes[how] : NULL;
}

void
dolen_tell_add_how (DolenSmallForm *form, gboolean telephone)
{
  const char *const names[] = { _ ("Not yet"),
                                telephone ? _ ("By telephone") : _ ("Written by hand"),
                                _ ("Copied, to be sent"),
                                _ ("Printed, to be sent"),
                                NULL };

  dolen_small_form_add_choice (form,
                               "how",
                               telephone ? _ ("How they were told") : _ ("How it goes out"),
                               names,
                               DOLEN_TELL_NOT_YET);
}

static void
on_printed (gboolean printed, gpointer user_data)
{
  g_autoptr (DolenSmallForm) form = user_data;

  if (printed && gtk_widget_get_visible (GTK_WIDGET (form)))
    dolen_small_form_set_choice (form, "how", DOLEN_TELL_PRINTED);
}

static void
on_print (GtkWidget *button, DolenSmallForm *form)
{
  const char *large = g_object_get_data (G_OBJECT (button), "large");
  const char *job = g_object_get_data (G_OBJECT (button), "job");
  char *text = dolen_small_form_dup_text (form, "text");
  char *markup;

  if (text == NULL)
    return;
  markup = dolen_letter_to_markup (text,
                                   large != NULL && dolen_small_form_get_choice (form, large) == 1);
  dolen_print_text (GTK_WINDOW (form), job, markup, on_printed, g_object_ref (form));
  dolen_wipe_string (markup);
  dolen_wipe_string (text);
}

static void
on_copy (GtkWidget *button, DolenSmallForm *form)
{
  char *text = dolen_small_form_dup_text (form, "text");

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), text);
  dolen_wipe_string (text);
  dolen_small_form_set_choice (form, "how", DOLEN_TELL_COPIED);
  dolen_session_toast (dolen_small_form_get_session (form),
                       _ ("Copied: it goes from the clipboard when you lock."));
}

GtkWidget *
dolen_letter_buttons_new (DolenSmallForm *form, const char *large, const char *job)
{
  GtkWidget *box = dolen_wrap_box_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("_Print…"));
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));

  g_object_set_data_full (G_OBJECT (print), "large", g_strdup (large), g_free);
  g_object_set_data_full (G_OBJECT (print), "job", g_strdup (job), g_free);
  g_signal_connect_object (print, "clicked", G_CALLBACK (on_print), form, 0);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (on_copy), form, 0);
  gtk_box_append (GTK_BOX (box), print);
  gtk_box_append (GTK_BOX (box), copy);
  return box;
}
