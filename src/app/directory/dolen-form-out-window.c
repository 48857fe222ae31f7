/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-form-out-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-text-pane.h"
#include "app/dolen-save-as.h"
#include "app/dolen-text-windows.h"
#include "app/dolen-way-out.h"
#include "base/dolen-time.h"
#include "directory/keeping/dolen-keeping-form.h"

#include <glib/gi18n.h>

#define TEXT_HEIGHT 300

/* What the window is made from; lives as long as its box. */
typedef struct {
  DolenSession *session;           /* (owned) */
  GPtrArray *services;             /* (owned): of DolenService */
  DolenOrganisation *organisation; /* (owned) (nullable) */
  GtkWidget *pane;
  char *email; /* (owned) (nullable) */
} Out;

static void
out_free (gpointer data)
{
  Out *out = data;

  g_object_unref (out->session);
  g_ptr_array_unref (out->services);
  g_clear_pointer (&out->organisation, dolen_organisation_free);
  g_free (out->email);
  g_free (out);
}

static void
show (Out *out, DolenLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *today = dolen_date_today ();

  for (guint i = 0; i < out->services->len; i++) {
    g_autofree char *form
        = dolen_keeping_form_new (out->services->pdata[i], out->organisation, language, today);

    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", form);
  }
  dolen_text_pane_set_text (out->pane, text->str);
}

static void
on_language (GtkDropDown *drop_down, GParamSpec *pspec, Out *out)
{
  show (out, gtk_drop_down_get_selected (drop_down));
}

static void
on_copy (GtkWidget *button, Out *out)
{
  DolenWayOut way = { out->session, NULL, NULL, NULL };
  g_autofree char *text = dolen_text_pane_dup_text (out->pane);
  g_autoptr (GError) error = NULL;

  if (dolen_way_out_copy (&way, button, text, &error))
    /* Translators: a toast: a form for a group is on the clipboard. */
    dolen_session_toast (out->session, _ ("The form is copied: put it into an e-mail"));
  else
    dolen_session_report (out->session, error);
}

static void
on_print (GtkWidget *button, Out *out)
{
  DolenWayOut way = { out->session, NULL, NULL, NULL };
  g_autofree char *text = dolen_text_pane_dup_text (out->pane);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  /* Translators: in the print queue, and the file proposed: a form for a group to fill in. */
  dolen_way_out_print (
      &way, GTK_WINDOW (gtk_widget_get_root (button)), _ ("form"), markup, NULL, NULL);
}

static gboolean
save_text (DolenSession *session, const char *path, gpointer data, GError **error)
{
  DolenWayOut way = { session, NULL, NULL, NULL };

  return dolen_way_out_save (&way, path, data, error);
}

static void
on_save (GtkWidget *button, Out *out)
{
  g_autofree char *name = g_strconcat (_ ("form"), ".txt", NULL);

  dolen_save_as (out->session,
                 GTK_WINDOW (gtk_widget_get_root (button)),
                 name,
                 save_text,
                 dolen_text_pane_dup_text (out->pane),
                 g_free);
}

static GtkWidget *
new_language (Out *out)
{
  /* Each by its own name, whatever the language. */
  static const char *const names[] = { "English", "Cymraeg", NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (names);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              dolen_keeping_form_language (out->services->pdata[0]));
  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Language of the form"), -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_language), out);
  return drop_down;
}

static void
add_button (GtkWidget *box, const char *label, GCallback callback, Out *out)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", callback, out);
  gtk_box_append (GTK_BOX (box), button);
}

static void
fill (Out *out, GtkBox *box)
{
  GtkWidget *buttons = dolen_wrap_box_new ();

  gtk_box_append (
      box,
      dolen_label_new (_ ("Nothing is sent by itself. When it comes back, “Read a Filled Form”, in "
                          "the menu of the queue, shows what it would change."),
                       "dim-label"));
  if (out->email != NULL)
    gtk_box_append (box, dolen_label_new (out->email, "heading"));
  gtk_box_append (box, new_language (out));
  gtk_box_append (box, out->pane);
  add_button (buttons, _ ("_Copy"), G_CALLBACK (on_copy), out);
  add_button (buttons, _ ("_Print…"), G_CALLBACK (on_print), out);
  add_button (buttons, _ ("_Save…"), G_CALLBACK (on_save), out);
  gtk_box_append (box, buttons);
}

static GPtrArray *
read_services (DolenSession *session, const DolenQueueItem *item)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  GPtrArray *services = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_service_free);

  for (guint i = 0; directory != NULL && i < item->services->len; i++) {
    DolenService *service = dolen_directory_get_service (directory, item->services->pdata[i], NULL);

    if (service != NULL)
      g_ptr_array_add (services, service);
  }
  return services;
}

GtkWindow *
dolen_form_out_window_new (DolenSession *session, const DolenQueueItem *item)
{
  g_autoptr (GPtrArray) services = read_services (session, item);
  GtkWindow *window;
  GtkBox *box;
  Out *out;

  if (services->len == 0)
    return NULL;
  /* Translators: a window: a form for a group to fill in, to be sent to it. */
  window = dolen_text_window_new (_ ("Write to Them"), &box);
  out = g_new0 (Out, 1);
  out->session = g_object_ref (session);
  out->services = g_ptr_array_ref (services);
  if (item->organisation != NULL)
    out->organisation = dolen_directory_get_organisation (
        dolen_session_get_directory (session), item->organisation, NULL);
  out->email = g_strdup (item->email);
  out->pane = dolen_text_pane_new (_ ("The form"), TEXT_HEIGHT);
  g_object_set_data_full (G_OBJECT (box), "out", out, out_free);
  g_object_set_data (G_OBJECT (window), "pane", out->pane);
  fill (out, box);
  show (out, dolen_keeping_form_language (services->pdata[0]));
  return window;
}

char *
dolen_form_out_window_get_text (GtkWindow *window)
{
  return dolen_text_pane_dup_text (g_object_get_data (G_OBJECT (window), "pane"));
}
