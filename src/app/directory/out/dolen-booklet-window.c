/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/out/dolen-booklet-window.h"

#include "app/casework/dolen-letter-buttons.h"
#include "app/casework/dolen-widget-util.h"
#include "app/directory/out/dolen-out-read.h"
#include "app/dolen-error-message.h"
#include "app/dolen-scheme-settings.h"
#include "app/dolen-sheet-preview.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

#define MOST 500       /* groups of a booklet: more is a directory, and nobody carries it */
#define FIRST_PAGES 12 /* are shown */
#define REST_MS 150    /* nothing else was chosen for so long: the pages are laid out */

struct _DolenBookletWindow {
  AdwWindow parent_instance;
  DolenSession *session;     /* (owned) */
  GCancellable *cancellable; /* (owned) of the reading */
  DolenBookletStock *stock;  /* (owned) (nullable) until it is read */
  guint rest_source;
  GtkWidget *column;
  GtkLabel *message;
  DolenBookletForm *form; /* (nullable) likewise */
  GtkWidget *pages;       /* the section around the preview */
  GtkWidget *preview;
  GtkWidget *buttons;
  GtkWidget *progress_box; /* while the pages are laid out */
  GtkProgressBar *progress;
  GtkButton *stop_button;
  gboolean stopped; /* by whoever looks at it */
};

G_DEFINE_FINAL_TYPE (DolenBookletWindow, dolen_booklet_window, ADW_TYPE_WINDOW)

/* ---- the booklet as it is chosen ---- */

static DolenSheet *
new_sheet (DolenBookletWindow *self, DolenSheetLook *look)
{
  GSettings *settings = dolen_session_get_settings (self->session);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *publisher = g_settings_get_string (settings, "organisation");
  DolenScheme *scheme = dolen_scheme_read (settings);
  DolenBookletChoices choices;
  DolenSheet *sheet;

  dolen_booklet_form_get (self->form, &choices, look);
  choices.publisher = publisher;
  choices.scheme = scheme;
  sheet = dolen_booklet_sheet_new (self->stock, &choices, today);
  dolen_scheme_free (scheme);
  return sheet;
}

static guint
count_groups (DolenBookletWindow *self)
{
  DolenBookletChoices choices;
  DolenSheetLook look;

  dolen_booklet_form_get (self->form, &choices, &look);
  return dolen_booklet_count (self->stock, &choices);
}

static gboolean
can_be_printed (DolenBookletWindow *self)
{
  guint n = self->form != NULL ? count_groups (self) : 0;

  return n > 0 && n <= MOST;
}

static gboolean
make_pages (gpointer owner, DolenPrintPages *pages)
{
  DolenBookletWindow *self = owner;
  DolenSheetLook look;
  DolenSheet *sheet;

  if (!can_be_printed (self))
    return FALSE;
  sheet = new_sheet (self, &look);
  *pages = dolen_sheet_pages_new (sheet, look);
  return TRUE;
}

static char *
write_paper (gpointer owner, DolenLetterFormat format)
{
  DolenBookletWindow *self = owner;
  DolenSheetLook look;
  g_autoptr (DolenSheet) sheet = can_be_printed (self) ? new_sheet (self, &look) : NULL;

  if (sheet == NULL)
    return NULL;
  return format == DOLEN_LETTER_MARKUP ? dolen_sheet_to_markup (sheet)
                                       : dolen_sheet_to_text (sheet);
}

static char *
dup_name (gpointer owner)
{
  /* Translators: in the print queue, and the file proposed for a booklet. No blanks. */
  return g_strdup (_ ("booklet"));
}

/* ---- showing ---- */

static char *
say_count (guint n)
{
  if (n == 0)
    return g_strdup (_ ("There is nothing of that. Choose another area, or other kinds."));
  if (n > MOST)
    return g_strdup_printf (
        /* Translators: counts groups (grŵp, masc.), then how many a booklet may have. */
        ngettext ("That is %1$u group, and a booklet holds %2$u. Choose a smaller area or fewer "
                  "kinds.",
                  "That is %1$u groups, and a booklet holds %2$u. Choose a smaller area or fewer "
                  "kinds.",
                  n),
        n,
        (guint) MOST);
  return g_strdup_printf (ngettext ("%u group", "%u groups", n), n);
}

static char *
say_all (guint groups, guint pages)
{
  g_autofree char *count = say_count (groups);
  g_autofree char *sheets = NULL;

  if (pages == 0)
    return g_steal_pointer (&count);
  /* Translators: counts pages (tudalen, fem.). */
  sheets = g_strdup_printf (ngettext ("%u page", "%u pages", pages), pages);
  if (pages <= FIRST_PAGES)
    return g_strdup_printf ("%s, %s", count, sheets);
  /* Translators: "186 groups, 54 pages", and how many of those pages are shown beneath. */
  return g_strdup_printf (_ ("%1$s, %2$s; the first %3$u are shown"), count, sheets, FIRST_PAGES);
}

static void
say_how_many (DolenBookletWindow *self, guint pages)
{
  g_autofree char *message = say_all (count_groups (self), pages);

  gtk_label_set_text (self->message, message);
}

static void
set_stopped (DolenBookletWindow *self, gboolean stopped)
{
  self->stopped = stopped;
  /* Translators: buttons beside a bar of progress; short. */
  gtk_button_set_label (self->stop_button, stopped ? _ ("Go On") : _ ("Stop"));
}

/* Large ones take longer than a window may be left alone. */
static void
on_laid_out (double done, gpointer user_data)
{
  DolenBookletWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, done);
  gtk_widget_set_visible (self->progress_box, done < 1);
  if (done >= 1)
    say_how_many (self, dolen_sheet_preview_count (self->preview));
}

static void
on_stop_cb (DolenBookletWindow *self)
{
  set_stopped (self, !self->stopped);
  if (self->stopped)
    dolen_sheet_preview_stop (self->preview);
  else
    dolen_sheet_preview_go_on (self->preview);
}

static void
lay_out (DolenBookletWindow *self)
{
  DolenSheetLook look;
  DolenSheet *sheet = new_sheet (self, &look);
  g_autofree char *text = dolen_sheet_to_text (sheet);
  DolenPrintPages pages = dolen_sheet_pages_new (sheet, look);

  set_stopped (self, FALSE);
  dolen_sheet_preview_begin (self->preview, &pages, text, on_laid_out, self);
}

static void
show_pages (DolenBookletWindow *self)
{
  gboolean printed = can_be_printed (self);

  dolen_sheet_preview_stop (self->preview);
  say_how_many (self, 0);
  gtk_widget_set_visible (self->progress_box, FALSE);
  gtk_widget_set_visible (self->pages, printed);
  dolen_letter_buttons_set_sensitive (self->buttons, printed);
  if (printed)
    lay_out (self);
}

static gboolean
on_rest_cb (gpointer user_data)
{
  DolenBookletWindow *self = user_data;

  self->rest_source = 0;
  show_pages (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (DolenBookletWindow *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_MS, on_rest_cb, self);
}

/* Whose booklet it is stands on its front. */
static void
on_renamed (gpointer owner)
{
  on_changed (owner);
}

/* ---- reading ---- */

static GtkWidget *
new_progress (DolenBookletWindow *self)
{
  self->progress_box = dolen_progress_new (
      /* Translators: of a booklet: a bar of progress says how far. */
      _ ("The pages are being laid out"),
      &self->progress,
      &self->stop_button);
  g_signal_connect_object (
      self->stop_button, "clicked", G_CALLBACK (on_stop_cb), self, G_CONNECT_SWAPPED);
  return self->progress_box;
}

static void
show_form (DolenBookletWindow *self)
{
  const DolenLetterButtonsSpec spec = { .session = self->session,
                                        .write = write_paper,
                                        .dup_name = dup_name,
                                        .make_pages = make_pages,
                                        .renamed = on_renamed,
                                        .note = _ ("Only what may be published stands in it: no "
                                                   "contact without a yes, and no hidden place."),
                                        .unsigned_ok = TRUE };

  self->form = DOLEN_BOOKLET_FORM (dolen_booklet_form_new (self->stock));
  self->preview = dolen_sheet_preview_new ();
  dolen_sheet_preview_set_most (self->preview, FIRST_PAGES);
  /* Translators: of the pages of a booklet or a hand-out. */
  self->pages = dolen_section_new (_ ("The Pages"), NULL, self->preview);
  self->buttons = dolen_letter_buttons_new (&spec, G_OBJECT (self));
  gtk_box_prepend (GTK_BOX (self->column), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self->column), new_progress (self));
  gtk_box_append (GTK_BOX (self->column), self->buttons);
  gtk_box_append (GTK_BOX (self->column), self->pages);
  show_pages (self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static gpointer
read_stock (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  return dolen_booklet_stock_read (directory, cancellable, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenBookletWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenBookletStock) stock
             = dolen_out_read_finish (DOLEN_SESSION (source), result, &error);
  g_autofree char *message = error != NULL ? dolen_error_to_message (error) : NULL;

  if (self->session == NULL)
    return;
  if (stock != NULL) {
    self->stock = g_steal_pointer (&stock);
    show_form (self);
  } else if (message != NULL) {
    gtk_label_set_text (self->message, message);
  }
}

/* ---- the object ---- */

static void
dolen_booklet_window_dispose (GObject *object)
{
  DolenBookletWindow *self = DOLEN_BOOKLET_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->form = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_booklet_window_parent_class)->dispose (object);
}

static void
dolen_booklet_window_finalize (GObject *object)
{
  DolenBookletWindow *self = DOLEN_BOOKLET_WINDOW (object);

  g_object_unref (self->cancellable);
  dolen_booklet_stock_free (self->stock);
  G_OBJECT_CLASS (dolen_booklet_window_parent_class)->finalize (object);
}

static void
dolen_booklet_window_class_init (DolenBookletWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_booklet_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_booklet_window_finalize;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_booklet_window_init (DolenBookletWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_window_set_default_size (GTK_WINDOW (self), 660, 780);
}

GtkWindow *
dolen_booklet_window_new (DolenSession *session)
{
  DolenSessionJob job = { "read for a booklet", G_PRIORITY_DEFAULT, read_stock };
  DolenBookletWindow *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);

  self = g_object_new (DOLEN_TYPE_BOOKLET_WINDOW, NULL);
  self->session = g_object_ref (session);
  /* Translators: title of a window: a printed list of the groups of an area (llyfryn, masc.). */
  self->column = dolen_window_fill (ADW_WINDOW (self), _ ("Booklet"));
  self->message = GTK_LABEL (dolen_label_new (_ ("The directory is being read."), NULL));
  gtk_box_append (GTK_BOX (self->column), GTK_WIDGET (self->message));
  job.free_result = (GDestroyNotify) dolen_booklet_stock_free;
  g_object_unref (
      dolen_out_read (session, &job, self->cancellable, on_read_cb, g_object_ref (self)));
  return GTK_WINDOW (self);
}

DolenBookletForm *
dolen_booklet_window_get_form (DolenBookletWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_BOOKLET_WINDOW (self), NULL);
  return self->form;
}

gboolean
dolen_booklet_window_is_ready (DolenBookletWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_BOOKLET_WINDOW (self), FALSE);
  return self->form != NULL && self->rest_source == 0
         && (!gtk_widget_get_visible (self->pages)
             || dolen_sheet_preview_count (self->preview) > 0);
}

guint
dolen_booklet_window_count_pages (DolenBookletWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_BOOKLET_WINDOW (self), 0);
  return self->preview != NULL && gtk_widget_get_visible (self->pages)
             ? dolen_sheet_preview_count (self->preview)
             : 0;
}

const char *
dolen_booklet_window_get_message (DolenBookletWindow *self)
{
  g_return_val_if_fail (DOLEN_IS_BOOKLET_WINDOW (self), NULL);
  return gtk_label_get_text (self->message);
}
