/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-letter-buttons.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-error-message.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

#define BUTTONS "dolen-letter-buttons"

typedef struct {
  DolenLetterButtonsSpec spec; /* .session and .person owned */
  GWeakRef owner;
  GtkWidget *box; /* not owned: it owns this */
  GtkWidget *row;
  GtkWidget *message_label;
  GtkWidget *hint; /* that nobody signs it, or how to reach them is not said */
  GtkWidget *hint_label;
  GtkWidget *progress_box; /* while pages are saved */
  GtkProgressBar *progress;
  GCancellable *saving;         /* (owned) (nullable) while pages are saved */
  gboolean sensitive;           /* the paper may leave as it stands */
  GtkFileChooserNative *native; /* (owned) (nullable) while it is open */
  DolenLetterFormat format;     /* what the open file dialogue is for */
} Buttons;

static void
buttons_free (gpointer data)
{
  Buttons *buttons = data;

  g_clear_object (&buttons->native);
  g_clear_object (&buttons->saving);
  g_object_unref (buttons->spec.session);
  g_free ((char *) buttons->spec.person);
  g_weak_ref_clear (&buttons->owner);
  g_free (buttons);
}

static Buttons *
buttons_of (GtkWidget *box)
{
  return g_object_get_data (G_OBJECT (box), BUTTONS);
}

static DolenWayOut
way_out (const Buttons *buttons)
{
  return (DolenWayOut){ buttons->spec.session, buttons->spec.person, buttons->spec.what, NULL };
}

static void
say (Buttons *buttons, const char *text, gboolean problem)
{
  gtk_label_set_label (GTK_LABEL (buttons->message_label), text);
  gtk_widget_set_visible (buttons->message_label, TRUE);
  if (problem)
    gtk_widget_add_css_class (buttons->message_label, "warning");
  else
    gtk_widget_remove_css_class (buttons->message_label, "warning");
}

static void
say_error (Buttons *buttons, const GError *error)
{
  g_autofree char *message = dolen_error_to_message (error);

  if (message != NULL)
    say (buttons, message, TRUE);
}

static void
left (Buttons *buttons, const char *how, const char *text)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&buttons->owner);

  say (buttons, text, FALSE);
  if (owner != NULL && buttons->spec.left != NULL)
    buttons->spec.left (owner, how);
}

static char *
write_paper (Buttons *buttons, DolenLetterFormat format)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&buttons->owner);

  return owner != NULL ? buttons->spec.write (owner, format) : NULL;
}

static char *
dup_name (Buttons *buttons)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&buttons->owner);

  return owner != NULL ? buttons->spec.dup_name (owner) : NULL;
}

static char *
dup_code (Buttons *buttons)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&buttons->owner);

  return owner != NULL && buttons->spec.dup_code != NULL ? buttons->spec.dup_code (owner) : NULL;
}

/* ---- print, copy ---- */

static void
on_printed (gboolean gone, const GError *error, gpointer user_data)
{
  g_autoptr (GtkWidget) box = user_data;
  Buttons *buttons = buttons_of (box);

  if (error != NULL)
    say_error (buttons, error);
  else if (gone && dolen_session_is_unlocked (buttons->spec.session))
    left (buttons, DOLEN_EXPORT_PRINTED, _ ("Printed. The print queue may keep it for a while."));
}

static gboolean
make_pages (Buttons *buttons, DolenPrintPages *pages)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&buttons->owner);

  return owner != NULL && buttons->spec.make_pages (owner, pages);
}

static void
print_pages (GtkWidget *box)
{
  Buttons *buttons = buttons_of (box);
  const DolenWayOut out = way_out (buttons);
  DolenPrintPages pages;
  g_autofree char *name = NULL;

  if (!make_pages (buttons, &pages))
    return;
  name = dup_name (buttons);
  dolen_way_out_print_pages (
      &out, GTK_WINDOW (gtk_widget_get_root (box)), name, &pages, on_printed, g_object_ref (box));
}

static void
print_markup (GtkWidget *box)
{
  Buttons *buttons = buttons_of (box);
  DolenWayOut out = way_out (buttons);
  char *markup = write_paper (buttons, DOLEN_LETTER_MARKUP);
  g_autofree char *name = NULL, *code = NULL;

  if (markup == NULL)
    return;
  name = dup_name (buttons);
  out.code = code = dup_code (buttons);
  dolen_way_out_print (
      &out, GTK_WINDOW (gtk_widget_get_root (box)), name, markup, on_printed, g_object_ref (box));
  dolen_wipe_string (markup);
}

void
dolen_letter_buttons_print (GtkWidget *box)
{
  if (buttons_of (box)->spec.make_pages != NULL)
    print_pages (box);
  else
    print_markup (box);
}

void
dolen_letter_buttons_copy (GtkWidget *box)
{
  Buttons *buttons = buttons_of (box);
  const DolenWayOut out = way_out (buttons);
  char *text = write_paper (buttons, DOLEN_LETTER_TEXT);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return;
  if (dolen_way_out_copy (&out, box, text, &error))
    left (buttons, DOLEN_EXPORT_COPIED, _ ("Copied: it goes from the clipboard when you lock."));
  else
    say_error (buttons, error);
  dolen_wipe_string (text);
}

/* ---- files ---- */

/* FALSE with @error unset: there is nothing to hand out, and the owner said why. */
static gboolean
save_paper (Buttons *buttons, const char *path, DolenLetterFormat format, GError **error)
{
  gboolean xml = format == DOLEN_LETTER_XML;
  DolenWayOut out = way_out (buttons);
  char *paper = write_paper (buttons, xml ? DOLEN_LETTER_XML : DOLEN_LETTER_MARKUP);
  g_autofree char *code = NULL;
  gboolean saved;

  if (paper == NULL)
    return FALSE;
  out.code = code = dup_code (buttons);
  saved = xml ? dolen_way_out_save (&out, path, paper, error)
              : dolen_way_out_save_pdf (&out, path, paper, error);
  dolen_wipe_string (paper);
  return saved;
}

static void
show_saving (Buttons *buttons)
{
  gtk_widget_set_visible (buttons->progress_box, buttons->saving != NULL);
  gtk_widget_set_sensitive (buttons->row, buttons->sensitive && buttons->saving == NULL);
}

static void
on_progress (double done, gpointer user_data)
{
  gtk_progress_bar_set_fraction (buttons_of (user_data)->progress, done);
}

static void
on_saved (gboolean gone, const GError *error, gpointer user_data)
{
  g_autoptr (GtkWidget) box = user_data;
  Buttons *buttons = buttons_of (box);

  g_clear_object (&buttons->saving);
  if (gtk_widget_get_root (box) == NULL)
    return; /* its window was closed: there is nothing any more to say it in */
  show_saving (buttons);
  if (error != NULL)
    say_error (buttons, error);
  else if (gone)
    left (buttons, DOLEN_EXPORT_SAVED, _ ("Saved. From now on the file is yours to look after."));
  else
    /* Translators: somebody stopped it before the file of a paper was written. */
    say (buttons, _ ("Stopped: nothing was saved."), FALSE);
}

static gboolean
save_pages (GtkWidget *box, const char *path)
{
  Buttons *buttons = buttons_of (box);
  const DolenWayOut out = way_out (buttons);
  DolenPrintWatch watch = { NULL, on_progress, on_saved, box, NULL };
  DolenPrintPages pages;

  if (buttons->saving != NULL || !make_pages (buttons, &pages))
    return FALSE;
  buttons->saving = g_cancellable_new ();
  dolen_cancel_when_gone (box, buttons->saving);
  watch.cancellable = buttons->saving;
  g_object_ref (box);
  gtk_progress_bar_set_fraction (buttons->progress, 0);
  show_saving (buttons);
  dolen_way_out_save_pages (&out, path, &pages, &watch);
  return TRUE;
}

static void
on_stop_clicked (GtkWidget *box)
{
  g_cancellable_cancel (buttons_of (box)->saving);
}

gboolean
dolen_letter_buttons_is_saving (GtkWidget *box)
{
  return buttons_of (box)->saving != NULL;
}

gboolean
dolen_letter_buttons_save (GtkWidget *box, const char *path, DolenLetterFormat format)
{
  Buttons *buttons = buttons_of (box);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  if (buttons->spec.make_pages != NULL && format != DOLEN_LETTER_XML)
    return save_pages (box, path);
  saved = save_paper (buttons, path, format, &error);
  if (saved)
    left (buttons, DOLEN_EXPORT_SAVED, _ ("Saved. From now on the file is yours to look after."));
  else if (error != NULL)
    say_error (buttons, error);
  return saved;
}

char *
dolen_letter_buttons_dup_file_name (GtkWidget *box, DolenLetterFormat format)
{
  g_autofree char *name = dup_name (buttons_of (box));

  return g_strconcat (name, format == DOLEN_LETTER_XML ? ".xml" : ".pdf", NULL);
}

static void
on_file_chosen (GtkWidget *box, int response)
{
  Buttons *buttons = buttons_of (box);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (buttons->native));
  path = file != NULL ? g_file_get_path (file) : NULL;
  g_clear_object (&buttons->native);
  if (path != NULL)
    dolen_letter_buttons_save (box, path, buttons->format);
}

static void
choose_file (GtkWidget *box, DolenLetterFormat format)
{
  Buttons *buttons = buttons_of (box);
  char *paper = write_paper (buttons, format); /* it may not be ready, and then it has no name */
  g_autofree char *name = NULL;

  if (paper == NULL)
    return;
  dolen_wipe_string (paper);
  name = dolen_letter_buttons_dup_file_name (box, format);
  g_clear_object (&buttons->native);
  buttons->format = format;
  buttons->native = gtk_file_chooser_native_new (_ ("Save As"),
                                                 GTK_WINDOW (gtk_widget_get_root (box)),
                                                 GTK_FILE_CHOOSER_ACTION_SAVE,
                                                 _ ("_Save"),
                                                 _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (buttons->native), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (buttons->native), name);
  g_signal_connect_object (
      buttons->native, "response", G_CALLBACK (on_file_chosen), box, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (buttons->native));
}

static void
on_pdf_clicked (GtkWidget *box)
{
  choose_file (box, DOLEN_LETTER_MARKUP);
}

static void
on_fhir_clicked (GtkWidget *box)
{
  choose_file (box, DOLEN_LETTER_XML);
}

/* ---- who signs ---- */

/* The dialogue is not a window of the application: the preferences belong to one below it. */
static void
on_name_clicked (GtkWidget *button)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button));

  while (window != NULL
         && !gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL))
    window = gtk_window_get_transient_for (window);
}

static gboolean
any_is_set (GSettings *settings, const char *const *keys)
{
  for (gsize i = 0; keys[i] != NULL; i++) {
    g_autofree char *text = g_settings_get_string (settings, keys[i]);

    if (!dolen_text_is_empty (text))
      return TRUE;
  }
  return FALSE;
}

/* NULL where it says who writes, and how to reach them. */
static const char *
say_unsigned (GSettings *settings)
{
  static const char *const names[] = { "worker-name", NULL };
  static const char *const ways[]
      = { "scheme-phone", "scheme-email", "worker-phone", "worker-email", NULL };

  if (!any_is_set (settings, names))
    return _ ("Nobody signs it yet: your name is not in the preferences.");
  if (!any_is_set (settings, ways))
    return _ ("It does not say how to reach you: the preferences have no telephone or e-mail.");
  return NULL;
}

static void
show_hint (Buttons *buttons)
{
  const char *words = say_unsigned (dolen_session_get_settings (buttons->spec.session));

  if (words != NULL)
    gtk_label_set_label (GTK_LABEL (buttons->hint_label), words);
  gtk_widget_set_visible (buttons->hint, !buttons->spec.unsigned_ok && words != NULL);
}

/* What stands under a paper, or at its foot. The size of the window is a setting too, and would
 * write anew what somebody has changed in the text. */
static gboolean
is_of_paper (const char *key)
{
  return g_str_equal (key, "organisation") || g_str_has_prefix (key, "worker-")
         || g_str_has_prefix (key, "scheme-");
}

static void
on_settings_changed (GtkWidget *box, const char *key)
{
  Buttons *buttons = buttons_of (box);
  g_autoptr (GObject) owner = g_weak_ref_get (&buttons->owner);

  if (!is_of_paper (key))
    return;
  show_hint (buttons);
  if (owner != NULL && buttons->spec.renamed != NULL)
    buttons->spec.renamed (owner);
}

static void
add_hint (Buttons *buttons)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Your Name and Hours…"));

  g_signal_connect (button, "clicked", G_CALLBACK (on_name_clicked), NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  buttons->hint_label = dolen_label_new (NULL, NULL);
  buttons->hint = dolen_side_box_new (buttons->hint_label, button);
  gtk_widget_add_css_class (buttons->hint, "notice");
  gtk_widget_add_css_class (buttons->hint, "warning");
  gtk_box_append (GTK_BOX (buttons->box), buttons->hint);
  show_hint (buttons);
  g_signal_connect_object (dolen_session_get_settings (buttons->spec.session),
                           "changed",
                           G_CALLBACK (on_settings_changed),
                           buttons->box,
                           G_CONNECT_SWAPPED);
}

/* ---- the widget ---- */

static void
add_button (Buttons *buttons, const char *label, GCallback func)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", func, buttons->box, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons->row), button);
}

static GtkWidget *
new_progress (Buttons *buttons)
{
  GtkButton *stop;

  buttons->progress_box = dolen_progress_new (
      /* Translators: a bar of progress says how far. */
      _ ("The paper is being saved"),
      &buttons->progress,
      &stop);
  g_signal_connect_object (
      stop, "clicked", G_CALLBACK (on_stop_clicked), buttons->box, G_CONNECT_SWAPPED);
  return buttons->progress_box;
}

static void
add_content (Buttons *buttons)
{
  add_hint (buttons);
  buttons->row = dolen_wrap_box_new ();
  add_button (buttons, _ ("_Print…"), G_CALLBACK (dolen_letter_buttons_print));
  add_button (buttons, _ ("C_opy"), G_CALLBACK (dolen_letter_buttons_copy));
  add_button (buttons, _ ("Save as P_DF…"), G_CALLBACK (on_pdf_clicked));
  if (buttons->spec.fhir)
    add_button (buttons, _ ("Save as _FHIR…"), G_CALLBACK (on_fhir_clicked));
  buttons->message_label = dolen_label_new ("", NULL);
  gtk_widget_set_visible (buttons->message_label, FALSE);
  gtk_box_append (
      GTK_BOX (buttons->box),
      dolen_label_new (
          buttons->spec.note != NULL
              ? buttons->spec.note
              : _ ("Nothing is sent by itself. What you print, copy or save leaves the case "
                   "records: Dolen can no longer lock it or take it back."),
          "dim-label"));
  gtk_box_append (GTK_BOX (buttons->box), buttons->row);
  gtk_box_append (GTK_BOX (buttons->box), new_progress (buttons));
  gtk_box_append (GTK_BOX (buttons->box), buttons->message_label);
}

GtkWidget *
dolen_letter_buttons_new (const DolenLetterButtonsSpec *spec, GObject *owner)
{
  Buttons *buttons = g_new0 (Buttons, 1);

  buttons->spec = *spec;
  buttons->spec.session = g_object_ref (spec->session);
  buttons->spec.person = g_strdup (spec->person);
  g_weak_ref_init (&buttons->owner, owner);
  buttons->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_object_set_data_full (G_OBJECT (buttons->box), BUTTONS, buttons, buttons_free);
  buttons->sensitive = TRUE;
  add_content (buttons);
  return buttons->box;
}

const char *
dolen_letter_buttons_get_message (GtkWidget *box)
{
  return gtk_label_get_label (GTK_LABEL (buttons_of (box)->message_label));
}

GtkWidget *
dolen_letter_buttons_find (GtkWidget *root)
{
  if (buttons_of (root) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = dolen_letter_buttons_find (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

void
dolen_letter_buttons_set_sensitive (GtkWidget *box, gboolean sensitive)
{
  Buttons *buttons = buttons_of (box);

  buttons->sensitive = sensitive;
  show_saving (buttons);
}
