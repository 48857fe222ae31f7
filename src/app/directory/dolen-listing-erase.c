/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-erase.h"

#include "directory/privacy/dolen-edit-erase.h"

#include <glib/gi18n.h>

/* What is to be erased. */
typedef struct {
  DolenSession *session; /* (owned) */
  char *kind;
  char *uid;
  char *contact;
  char *who; /* (nullable) */
} Erase;

static void
erase_free (gpointer data)
{
  Erase *erase = data;

  g_clear_object (&erase->session);
  g_free (erase->kind);
  g_free (erase->uid);
  g_free (erase->contact);
  g_free (erase->who);
  g_free (erase);
}

static void
erase_closure_free (gpointer data, GClosure *closure)
{
  erase_free (data);
}

static gpointer
do_erase (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Erase *erase = data;

  dolen_edit_erase_contact (directory, erase->kind, erase->uid, erase->contact, erase->who, error);
  return NULL;
}

static void
on_erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  dolen_session_run_told (
      DOLEN_SESSION (source),
      result,
      _ ("The contact is erased. Backups and files made before still hold it."));
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, Erase *erase)
{
  DolenSessionJob job = { "erase contact", G_PRIORITY_DEFAULT, do_erase, NULL, erase_free, NULL };
  Erase *copy;

  if (!g_str_equal (response, "erase"))
    return;
  copy = g_new0 (Erase, 1);
  copy->session = g_object_ref (erase->session);
  copy->kind = g_strdup (erase->kind);
  copy->uid = g_strdup (erase->uid);
  copy->contact = g_strdup (erase->contact);
  copy->who = dolen_session_dup_worker (erase->session);
  job.data = copy;
  dolen_session_run (erase->session, &job, NULL, on_erased_cb, NULL);
}

/* (transfer full): what goes, and what does not because others have it too. */
static char *
describe (DolenSession *session, const Erase *erase)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  guint others = 0;

  if (directory == NULL
      || !dolen_edit_erase_count_others (
          directory, erase->kind, erase->uid, erase->contact, &others, NULL)
      || others == 0)
    return g_strdup (
        _ ("Their number and e-mail address go from every listing, from the history and from what "
           "feeds said, and no feed brings them back. This cannot be undone."));
  return g_strdup_printf (
      ngettext ("%u other listing has their number or e-mail address too: what is shared stays. "
                "Their name and what is theirs alone go from the history and from what feeds said, "
                "and no feed brings them back. This cannot be undone.",
                "%u other listings have their number or e-mail address too: what is shared stays. "
                "Their name and what is theirs alone go from the history and from what feeds said, "
                "and no feed brings them back. This cannot be undone.",
                others),
      others);
}

/* There is no undo: that is what it is for. */
static void
on_clicked_cb (GtkWidget *button, const char *contact)
{
  DolenListingFrame *frame
      = DOLEN_LISTING_FRAME (gtk_widget_get_ancestor (button, DOLEN_TYPE_LISTING_FRAME));
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (button)), _ ("Erase This Contact?"), NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  Erase *erase = g_new0 (Erase, 1);
  g_autofree char *body = NULL;

  erase->session = g_object_ref (dolen_listing_frame_get_session (frame));
  erase->kind = g_strdup (dolen_listing_frame_get_kind (frame));
  erase->uid = g_strdup (dolen_listing_frame_get_uid (frame));
  erase->contact = g_strdup (contact);
  body = describe (erase->session, erase);
  adw_message_dialog_set_body (message, body);
  adw_message_dialog_add_response (message, "cancel", _ ("_Cancel"));
  /* Translators: a button: a contact is erased for good. */
  adw_message_dialog_add_response (message, "erase", _ ("_Erase"));
  adw_message_dialog_set_response_appearance (message, "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_data (
      dialog, "response", G_CALLBACK (on_response_cb), erase, erase_closure_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
key_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

GtkWidget *
dolen_listing_erase_new (DolenListingFrame *frame, const char *contact_uid)
{
  /* Translators: a button beside a contact: it is erased for good, everywhere. */
  GtkWidget *button = gtk_button_new_with_label (_ ("Erase…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Erase this contact everywhere, for good"));
  g_signal_connect_data (
      button, "clicked", G_CALLBACK (on_clicked_cb), g_strdup (contact_uid), key_free, 0);
  return button;
}
