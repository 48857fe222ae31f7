/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-status.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-listing-chooser.h"
#include "app/directory/dolen-listing-edits.h"
#include "app/directory/dolen-listing-record-fields.h"
#include "directory/dolen-listings.h"
#include "directory/keeping/dolen-import-oddities.h"

#include <glib/gi18n.h>

#define DOLEN_TYPE_LISTING_STATUS_BOX (dolen_listing_status_box_get_type ())
G_DECLARE_FINAL_TYPE (
    DolenListingStatusBox, dolen_listing_status_box, DOLEN, LISTING_STATUS_BOX, AdwBin)

struct _DolenListingStatusBox {
  AdwBin parent_instance;
  DolenListingFrame *frame; /* that holds it */
  GtkLabel *words;
  GtkWidget *pause_toggle;
  GtkWidget *close_toggle;
  GtkWidget *reopen;
  GtkWidget *pause_box;
  GtkWidget *close_box;
  DolenListingFields *pause_form;
  DolenListingFields *close_form;
  DolenListingChooser *successor;
};

G_DEFINE_FINAL_TYPE (DolenListingStatusBox, dolen_listing_status_box, ADW_TYPE_BIN)

static const DolenListingField pause_fields[] = {
  { "until", N_ ("Until"), DOLEN_LISTING_DATE, NULL, N_ ("Empty where nobody knows yet") },
  /* Translators: why a group is paused: "term time only", "the hall is being mended". */
  { "note", N_ ("Why"), DOLEN_LISTING_LINE, NULL, N_ ("Such as: term time only") },
  { NULL },
};

static const DolenListingField close_fields[] = {
  { "on", N_ ("Closed on"), DOLEN_LISTING_DATE, NULL, N_ ("Empty: today") },
  /* Translators: why a group has ended: "nobody left to run it". */
  { "reason", N_ ("Why"), DOLEN_LISTING_LINE, NULL, NULL },
  { NULL },
};

static DolenSession *
session_of (DolenListingStatusBox *self)
{
  return dolen_listing_frame_get_session (self->frame);
}

static const char *
uid_of (DolenListingStatusBox *self)
{
  return dolen_listing_frame_get_uid (self->frame);
}

/* ---- showing ---- */

static char *
say_closing (DolenSession *session, const DolenService *service, const char *status)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autoptr (DolenService) successor = NULL;
  GString *words = g_string_new (status);

  if (service->closed_reason != NULL)
    g_string_append_printf (
        words,
        " · %s",
        dolen_closed_reason_text (service->closed_reason, dolen_language_current ()));
  if (service->successor_uid != NULL && directory != NULL)
    successor = dolen_directory_get_service (directory, service->successor_uid, NULL);
  if (successor != NULL) {
    g_string_append (words, " · ");
    g_string_append_printf (words,
                            /* Translators: a group (grŵp, masc.) came in the place of one that
                             * closed; its name follows the colon. */
                            _ ("in its place: %s"),
                            dolen_bilingual_get (&successor->name, dolen_language_current ()));
  }
  return g_string_free (words, FALSE);
}

static void
show (GtkWidget *widget, gconstpointer record)
{
  DolenListingStatusBox *self = DOLEN_LISTING_STATUS_BOX (widget);
  const DolenService *service = record;
  DolenDirectory *directory = dolen_session_get_directory (session_of (self));
  g_autoptr (GPtrArray) listings = dolen_listings_load (directory, &service->id, 1, NULL);
  const DolenListing *listing = listings != NULL ? g_ptr_array_index (listings, 0) : NULL;
  gboolean closed = service->status == DOLEN_SERVICE_DEFUNCT;
  g_autofree char *status = NULL, *words = NULL;

  if (listing != NULL)
    status = dolen_listing_describe (listing, dolen_language_current ());
  words = say_closing (session_of (self), service, status != NULL ? status : "");
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->pause_toggle, !closed);
  gtk_widget_set_visible (self->close_toggle, !closed);
  gtk_widget_set_visible (self->reopen, closed);
}

static void
on_toggled_cb (DolenListingStatusBox *self, GtkWidget *toggle)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle));
  GtkWidget *mine = toggle == self->pause_toggle ? self->pause_box : self->close_box;
  GtkWidget *other = toggle == self->pause_toggle ? self->close_toggle : self->pause_toggle;

  if (open)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
  gtk_widget_set_visible (mine, open);
  if (open)
    gtk_widget_child_focus (mine, GTK_DIR_TAB_FORWARD);
}

/* ---- acting ---- */

static void
fold (DolenListingStatusBox *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pause_toggle), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->close_toggle), FALSE);
  dolen_listing_fields_clear (self->pause_form);
  dolen_listing_fields_clear (self->close_form);
  dolen_listing_chooser_set (self->successor, NULL);
}

static void
on_pause_cb (DolenListingStatusBox *self)
{
  const DolenListingValues *values = dolen_listing_fields_get (self->pause_form);
  g_autofree char *until = NULL, *note = NULL;

  if (dolen_listing_fields_has_problem (self->pause_form, NULL))
    return;
  until = dolen_listing_values_dup_date (values, "until");
  note = dolen_listing_values_dup_line (values, "note");
  dolen_listing_edit_pause (session_of (self), uid_of (self), until, note);
  fold (self);
}

static void
on_close_cb (DolenListingStatusBox *self)
{
  const DolenListingValues *values = dolen_listing_fields_get (self->close_form);
  g_autofree char *on = NULL, *reason = NULL;

  if (dolen_listing_fields_has_problem (self->close_form, NULL))
    return;
  on = dolen_listing_values_dup_date (values, "on");
  reason = dolen_listing_values_dup_line (values, "reason");
  dolen_listing_edit_close (
      session_of (self), uid_of (self), on, reason, dolen_listing_chooser_get (self->successor));
  fold (self);
}

static void
on_reopen_cb (DolenListingStatusBox *self)
{
  dolen_listing_edit_reopen (session_of (self), uid_of (self));
}

/* ---- the object ---- */

static void
dolen_listing_status_box_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (dolen_listing_status_box_parent_class)->dispose (object);
}

static void
dolen_listing_status_box_class_init (DolenListingStatusBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_listing_status_box_dispose;
}

static void
dolen_listing_status_box_init (DolenListingStatusBox *self)
{
}

static GtkWidget *
add_toggle (DolenListingStatusBox *self, GtkWidget *buttons, const char *label)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), toggle);
  return toggle;
}

/* A form that unfolds, with the button that does it; what is in it is no draft of the record. */
static GtkWidget *
new_form (DolenListingStatusBox *self,
          const DolenListingField *fields,
          DolenListingFields **form,
          const char *label,
          GCallback act)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_label (label);

  *form = DOLEN_LISTING_FIELDS (dolen_listing_fields_new (fields, NULL, NULL));
  dolen_listing_fields_clear (*form);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", act, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*form));
  if (form == &self->close_form) {
    self->successor = DOLEN_LISTING_CHOOSER (
        dolen_listing_chooser_new (session_of (self), "service", _ ("What came in its place")));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->successor));
  }
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
build (DolenListingStatusBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = dolen_wrap_box_new ();

  self->words = GTK_LABEL (dolen_label_new (NULL, NULL));
  /* Translators: a button: a group does not meet for some time. */
  self->pause_toggle = add_toggle (self, buttons, _ ("Pause…"));
  /* Translators: a button: a group has ended. */
  self->close_toggle = add_toggle (self, buttons, _ ("Close…"));
  /* Translators: a button: a group that was closed goes on. */
  self->reopen = gtk_button_new_with_label (_ ("Open Again"));
  g_signal_connect_object (
      self->reopen, "clicked", G_CALLBACK (on_reopen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->reopen);
  self->pause_box = new_form (
      self, pause_fields, &self->pause_form, _ ("Pause the Listing"), G_CALLBACK (on_pause_cb));
  self->close_box = new_form (
      self, close_fields, &self->close_form, _ ("Close the Listing"), G_CALLBACK (on_close_cb));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), self->pause_box);
  gtk_box_append (GTK_BOX (box), self->close_box);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* ---- not listing it ---- */

static const DolenListingField list_fields[] = {
  { "do_not_list",
    N_ ("Do not list it"),
    DOLEN_LISTING_TICK,
    NULL,
    N_ ("It stays here and in referrals already made; no search and no export shows it.") },
  { NULL },
};

static DolenListingValues *
read_list (gconstpointer record)
{
  DolenListingValues *values = dolen_listing_values_new (list_fields);

  dolen_listing_values_put (
      values, "do_not_list", ((const DolenService *) record)->do_not_list ? "1" : "");
  return values;
}

static const DolenListingRecordForm listing = { list_fields, NULL, read_list };

void
dolen_listing_status_add (DolenListingFrame *frame, GtkBox *box)
{
  DolenListingStatusBox *self = g_object_new (DOLEN_TYPE_LISTING_STATUS_BOX, NULL);

  self->frame = frame;
  build (self);
  gtk_box_append (box, GTK_WIDGET (self));
  dolen_listing_frame_watch (frame, GTK_WIDGET (self), show, NULL);
  dolen_listing_record_fields_add (frame, box, &listing);
}
