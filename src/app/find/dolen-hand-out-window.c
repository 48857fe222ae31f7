/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-hand-out-window.h"

#include "app/casework/dolen-letter-buttons.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-sheet-preview.h"
#include "casework/dolen-casework-shortlist.h"
#include "casework/vault/dolen-secret.h"
#include "reports/dolen-text-message.h"

#include <glib/gi18n.h>

struct _DolenHandOutWindow {
  AdwWindow parent_instance;
  DolenHandOutParts *parts;  /* (owned) (nullable) once disposed */
  GCancellable *cancellable; /* (owned) */
  DolenHandOutForm *form;
  GtkWidget *reminders;
  GtkWidget *preview;
  GtkWidget *unanswered; /* that the question is to be answered */
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (DolenHandOutWindow, dolen_hand_out_window, ADW_TYPE_WINDOW)

/* ---- the paper as it is chosen ---- */

static DolenSheet *
new_sheet (DolenHandOutWindow *self, DolenSheetLook *look, DolenHandOutAnswer *answer)
{
  DolenHandOutChoices choices;
  gboolean home;

  *answer = dolen_hand_out_form_get (self->form, &choices, look, &home);
  return dolen_hand_out_parts_sheet (self->parts, &choices, home);
}

static gboolean
make_pages (gpointer owner, DolenPrintPages *pages)
{
  DolenHandOutWindow *self = owner;
  DolenHandOutAnswer answer;
  DolenSheetLook look;
  DolenSheet *sheet;

  if (self->parts == NULL)
    return FALSE;
  sheet = new_sheet (self, &look, &answer);
  if (answer == DOLEN_HAND_OUT_NOT_ASKED) {
    dolen_sheet_free (sheet);
    return FALSE;
  }
  *pages = dolen_sheet_pages_new (sheet, look);
  return TRUE;
}

static char *
write_paper (gpointer owner, DolenLetterFormat format)
{
  DolenHandOutWindow *self = owner;
  DolenHandOutAnswer answer;
  DolenSheetLook look;
  g_autoptr (DolenSheet) sheet = self->parts != NULL ? new_sheet (self, &look, &answer) : NULL;

  if (sheet == NULL || answer == DOLEN_HAND_OUT_NOT_ASKED)
    return NULL;
  return format == DOLEN_LETTER_MARKUP ? dolen_sheet_to_markup (sheet)
                                       : dolen_sheet_to_text (sheet);
}

/* The file of a discreet one says nothing either. */
static char *
dup_name (gpointer owner)
{
  /* Translators: in the print queue, and the file proposed: what stands on it is not told. */
  return g_strdup (_ ("sheet"));
}

/* ---- reminders ---- */

static void
on_copy_clicked (GtkButton *button, DolenHandOutWindow *self)
{
  const DolenPerson *person = self->parts != NULL ? self->parts->person : NULL;
  g_autoptr (GError) error = NULL;

  if (self->parts == NULL)
    return;
  {
    const DolenWayOut out = { self->parts->session,
                              person != NULL ? person->uid : NULL,
                              person != NULL ? DOLEN_EXPORT_HAND_OUT : NULL,
                              NULL };

    if (dolen_way_out_copy (
            &out, GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "text"), &error))
      gtk_button_set_label (button, _ ("Copied"));
    else
      dolen_session_report (self->parts->session, error);
  }
}

static char *
say_size (const char *text)
{
  DolenTextMessageSize size = dolen_text_message_measure (text);
  g_autofree char *count = g_strdup_printf (
      /* Translators: of a text message (neges, fem.): how many characters (nod) it has of how
       * many, and as how many messages it is sent. */
      ngettext ("%1$u of %2$u characters, %3$u message",
                "%1$u of %2$u characters, %3$u messages",
                size.parts),
      size.used,
      size.most,
      size.parts);

  if (!size.wide)
    return g_steal_pointer (&count);
  /* Translators: the sentence before says how long a text message is. */
  return g_strdup_printf (_ ("%s. Letters such as ŵ and ŷ make each message shorter."), count);
}

static void
add_reminder (DolenHandOutWindow *self, char *text)
{
  g_autofree char *size = say_size (text);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = dolen_label_new (text, NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy Reminder"));

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), dolen_label_new (size, "dim-label"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "text", text, (GDestroyNotify) dolen_wipe_string);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy_clicked), self, 0);
  dolen_boxed_list_add (self->reminders, dolen_side_box_new (words, button));
}

static void
show_reminders (DolenHandOutWindow *self,
                const DolenHandOutChoices *choices,
                DolenHandOutAnswer answer)
{
  guint n = 0;

  for (GtkWidget *row; (row = gtk_widget_get_first_child (self->reminders)) != NULL;)
    gtk_list_box_remove (GTK_LIST_BOX (self->reminders), row);
  for (guint i = 0; i < self->parts->parts->len && answer != DOLEN_HAND_OUT_NOT_ASKED; i++) {
    char *text = dolen_hand_out_parts_reminder (self->parts, i, choices);

    if (text == NULL)
      continue;
    add_reminder (self, text);
    n++;
  }
  if (n == 0)
    dolen_boxed_list_add (
        self->reminders,
        dolen_label_new (answer == DOLEN_HAND_OUT_NOT_ASKED
                             ? _ ("It is written when you have said whether the paper is safe.")
                             : _ ("No day is known to remind them of."),
                         "dim-label"));
}

/* ---- showing ---- */

static void
show_all (DolenHandOutWindow *self)
{
  DolenHandOutChoices choices;
  DolenHandOutAnswer answer;
  DolenPrintPages pages;
  DolenSheetLook look;
  g_autofree char *text = NULL;
  DolenSheet *sheet;
  gboolean home;

  if (self->parts == NULL)
    return;
  answer = dolen_hand_out_form_get (self->form, &choices, &look, &home);
  sheet = dolen_hand_out_parts_sheet (self->parts, &choices, home);
  text = dolen_sheet_to_text (sheet);
  pages = dolen_sheet_pages_new (sheet, look);
  dolen_sheet_preview_set (self->preview, &pages, text);
  gtk_widget_set_visible (self->preview, answer != DOLEN_HAND_OUT_NOT_ASKED);
  gtk_widget_set_visible (self->unanswered, answer == DOLEN_HAND_OUT_NOT_ASKED);
  dolen_letter_buttons_set_sensitive (self->buttons, answer != DOLEN_HAND_OUT_NOT_ASKED);
  show_reminders (self, &choices, answer);
}

static void
on_reasons (gpointer owner)
{
  show_all (owner);
}

/* ---- the object ---- */

static void
dolen_hand_out_window_dispose (GObject *object)
{
  DolenHandOutWindow *self = DOLEN_HAND_OUT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->parts, dolen_hand_out_parts_free);
  G_OBJECT_CLASS (dolen_hand_out_window_parent_class)->dispose (object);
}

static void
dolen_hand_out_window_finalize (GObject *object)
{
  g_object_unref (DOLEN_HAND_OUT_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (dolen_hand_out_window_parent_class)->finalize (object);
}

static void
dolen_hand_out_window_class_init (DolenHandOutWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_hand_out_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_hand_out_window_finalize;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_hand_out_window_init (DolenHandOutWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_window_set_default_size (GTK_WINDOW (self), 660, 780);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

static GtkWidget *
new_buttons (DolenHandOutWindow *self)
{
  const DolenPerson *person = self->parts->person;
  const DolenLetterButtonsSpec spec = { .session = self->parts->session,
                                        .person = person != NULL ? person->uid : NULL,
                                        .what = person != NULL ? DOLEN_EXPORT_HAND_OUT : NULL,
                                        .write = write_paper,
                                        .dup_name = dup_name,
                                        .make_pages = make_pages,
                                        .unsigned_ok = TRUE };

  return dolen_letter_buttons_new (&spec, G_OBJECT (self));
}

static void
fill (DolenHandOutWindow *self)
{
  /* Translators: title of a window: a paper about groups, for a person to take home. */
  GtkWidget *column = dolen_window_fill (ADW_WINDOW (self), _ ("Hand-Out"));

  self->form = DOLEN_HAND_OUT_FORM (dolen_hand_out_form_new (self->parts));
  self->reminders = dolen_boxed_list_new ();
  self->preview = dolen_sheet_preview_new ();
  self->unanswered
      = dolen_label_new (_ ("Say first whether this paper is safe at home. Until then nothing is "
                            "printed, copied or saved."),
                         "dim-label");
  self->buttons = new_buttons (self);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (column),
                  /* Translators: of the pages of a hand-out. */
                  dolen_section_new (_ ("The Pages"), NULL, self->preview));
  gtk_box_append (GTK_BOX (column), self->unanswered);
  gtk_box_append (GTK_BOX (column), self->buttons);
  gtk_box_append (GTK_BOX (column),
                  dolen_section_new (_ ("A Reminder to Copy"), NULL, self->reminders));
  show_all (self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
}

GtkWindow *
dolen_hand_out_window_new (DolenSession *session,
                           const char *person,
                           const char *const *services,
                           const DolenProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenHandOutParts) parts
             = dolen_hand_out_parts_new (session, person, services, profile, &error);
  DolenHandOutWindow *self;

  if (parts == NULL) {
    dolen_session_report (session, error);
    return NULL;
  }
  self = g_object_new (DOLEN_TYPE_HAND_OUT_WINDOW, NULL);
  self->parts = g_steal_pointer (&parts);
  fill (self);
  dolen_hand_out_parts_find_reasons (self->parts, self->cancellable, on_reasons, self);
  if (self->parts->person != NULL)
    g_signal_connect_object (
        session, "locking", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

GtkWindow *
dolen_hand_out_window_new_of_shortlist (DolenSession *session, const char *person)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (GPtrArray) list
             = caseload != NULL ? dolen_caseload_list_shortlist (caseload, person) : NULL;
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  for (guint i = 0; list != NULL && i < list->len; i++)
    g_ptr_array_add (uids, ((DolenShortlisted *) g_ptr_array_index (list, i))->service);
  if (uids->len == 0) {
    dolen_session_toast (session, _ ("The shortlist is empty: put groups on it in Find first."));
    return NULL;
  }
  g_ptr_array_add (uids, NULL);
  return dolen_hand_out_window_new (session, person, (const char *const *) uids->pdata, NULL);
}

DolenHandOutForm *
dolen_hand_out_window_get_form (DolenHandOutWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_HAND_OUT_WINDOW (self), NULL);
  return self->form;
}

char *
dolen_hand_out_window_dup_text (DolenHandOutWindow *self)
{
  DolenHandOutAnswer answer;
  DolenSheetLook look;
  g_autoptr (DolenSheet) sheet = NULL;

  g_return_val_if_fail (DOLEN_IS_HAND_OUT_WINDOW (self) && self->parts != NULL, NULL);

  sheet = new_sheet (self, &look, &answer);
  return dolen_sheet_to_text (sheet);
}
