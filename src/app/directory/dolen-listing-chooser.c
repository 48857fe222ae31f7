/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-chooser.h"

#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"
#include "directory/dolen-search.h"
#include "directory/dolen-venues.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

#define MOST 8
#define UID "uid"

struct _DolenListingChooser {
  AdwBin parent_instance;
  DolenSession *session;     /* (owned) */
  char *kind;                /* (owned) */
  char *title;               /* (owned) */
  char *uid;                 /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) while it searches */
  GtkMenuButton *button;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (DolenListingChooser, dolen_listing_chooser, ADW_TYPE_BIN)

static guint chosen_signal;

static char *
dup_name (DolenListingChooser *self)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  DolenLanguage language = dolen_language_current ();

  if (self->uid == NULL || directory == NULL)
    return NULL;
  if (g_str_equal (self->kind, "venue")) {
    g_autoptr (DolenVenue) venue = dolen_directory_get_venue (directory, self->uid, NULL);
    return venue != NULL ? g_strdup (dolen_bilingual_get (&venue->name, language)) : NULL;
  }
  if (g_str_equal (self->kind, "service")) {
    g_autoptr (DolenService) service = dolen_directory_get_service (directory, self->uid, NULL);
    return service != NULL ? g_strdup (dolen_bilingual_get (&service->name, language)) : NULL;
  } else {
    g_autoptr (DolenOrganisation) organisation
               = dolen_directory_get_organisation (directory, self->uid, NULL);
    return organisation != NULL ? g_strdup (dolen_bilingual_get (&organisation->name, language))
                                : NULL;
  }
}

static void
show_chosen (DolenListingChooser *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *spoken = NULL;
  /* Translators: a choice in which nothing is chosen yet. */
  const char *shown = name != NULL ? name : _ ("Choose…");

  gtk_menu_button_set_label (self->button, shown);
  /* Translators: said by a screen reader: what is chosen ("Larger body"), and which it is. */
  spoken = g_strdup_printf (_ ("%1$s: %2$s"), self->title, shown);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* ---- the search, in the worker ---- */

typedef struct {
  char *kind;
  char *text;
} Question;

/* One that matches. */
typedef struct {
  char *uid;
  char *name;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->kind);
  g_free (question->text);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->uid);
  g_free (answer->name);
  g_free (answer);
}

static void
add_answer (GPtrArray *answers, const char *uid, const char *name)
{
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ g_strdup (uid), g_strdup (name) };
  g_ptr_array_add (answers, answer);
}

static void
find_services (GPtrArray *answers, DolenDirectory *directory, const char *text, GError **error)
{
  g_autoptr (GPtrArray) cards = NULL;
  DolenSearchQuery query;

  dolen_search_query_init (&query);
  query.text = text;
  query.typing = TRUE;
  query.limit = MOST;
  cards = dolen_search (directory, &query, NULL, error);
  for (guint i = 0; cards != NULL && i < cards->len; i++) {
    const DolenServiceCard *card = g_ptr_array_index (cards, i);
    add_answer (answers, card->uid, dolen_bilingual_get (&card->name, dolen_language_current ()));
  }
}

static void
find_organisations (GPtrArray *answers, DolenDirectory *directory, const char *text, GError **error)
{
  g_autoptr (GPtrArray) cards = dolen_directory_list_organisations (directory, text, MOST, error);

  for (guint i = 0; cards != NULL && i < cards->len; i++) {
    const DolenOrganisationCard *card = g_ptr_array_index (cards, i);
    add_answer (answers, card->uid, dolen_bilingual_get (&card->name, dolen_language_current ()));
  }
}

/* Halls of one name stand in many towns. */
static void
find_venues (GPtrArray *answers, DolenDirectory *directory, const char *text, GError **error)
{
  g_autoptr (GPtrArray) cards = dolen_directory_list_venues (directory, text, MOST, error);

  for (guint i = 0; cards != NULL && i < cards->len; i++) {
    const DolenVenueCard *card = g_ptr_array_index (cards, i);
    const char *name = dolen_bilingual_get (&card->name, dolen_language_current ());
    const char *town = dolen_town_name (card->city, dolen_language_current ());
    const char *const parts[] = { name, town, card->postcode };
    g_autoptr (GString) line = g_string_new (NULL);

    for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
      if (!dolen_text_is_empty (parts[k]))
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", parts[k]);
    add_answer (answers, card->uid, line->str);
  }
}

static gpointer
find (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  GPtrArray *answers = g_ptr_array_new_with_free_func (answer_free);

  if (g_str_equal (question->kind, "service"))
    find_services (answers, directory, question->text, error);
  else if (g_str_equal (question->kind, "venue"))
    find_venues (answers, directory, question->text, error);
  else
    find_organisations (answers, directory, question->text, error);
  return answers;
}

/* ---- what was found ---- */

static void
add_row (DolenListingChooser *self, const char *uid, const char *name)
{
  GtkWidget *label = dolen_label_new (name, NULL), *row = gtk_list_box_row_new ();

  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), UID, g_strdup (uid), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* @answers: (nullable) */
static void
show_answers (DolenListingChooser *self, const GPtrArray *answers)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  /* Translators: a choice: nothing, where one of several things could be chosen. */
  add_row (self, NULL, _ ("None"));
  for (guint i = 0; answers != NULL && i < answers->len; i++) {
    const Answer *answer = g_ptr_array_index (answers, i);
    add_row (self, answer->uid, answer->name);
  }
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenListingChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  show_answers (self, answers);
}

static void
stop_search (DolenListingChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_search_cb (DolenListingChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  DolenSessionJob job = { "find a listing", G_PRIORITY_DEFAULT, find };
  Question *question;

  stop_search (self);
  if (dolen_text_is_empty (text)) {
    show_answers (self, NULL);
    return;
  }
  question = g_new (Question, 1);
  *question = (Question){ g_strdup (self->kind), g_strdup (text) };
  job.data = question;
  job.free_data = question_free;
  job.free_result = (GDestroyNotify) g_ptr_array_unref;
  self->cancellable = g_cancellable_new ();
  dolen_cancel_when_gone (GTK_WIDGET (self), self->cancellable);
  dolen_session_run (self->session, &job, self->cancellable, on_found_cb, g_object_ref (self));
}

static void
on_chosen_cb (DolenListingChooser *self, GtkListBoxRow *row)
{
  const char *uid = g_object_get_data (G_OBJECT (row), UID);
  gboolean other = g_strcmp0 (uid, self->uid) != 0;

  g_free (self->uid);
  self->uid = g_strdup (uid);
  show_chosen (self);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (other)
    g_signal_emit (self, chosen_signal, 0, self->uid);
}

/* ---- the object ---- */

static void
dolen_listing_chooser_dispose (GObject *object)
{
  DolenListingChooser *self = DOLEN_LISTING_CHOOSER (object);

  stop_search (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->uid, g_free);
  G_OBJECT_CLASS (dolen_listing_chooser_parent_class)->dispose (object);
}

static void
dolen_listing_chooser_class_init (DolenListingChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_listing_chooser_dispose;
  chosen_signal = g_signal_new ("chosen",
                                DOLEN_TYPE_LISTING_CHOOSER,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
}

static GtkWidget *
new_popover (DolenListingChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->search = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search by name"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search by name"), -1);
  gtk_widget_set_size_request (box, 260, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->list);
  g_signal_connect_object (
      self->search, "search-changed", G_CALLBACK (on_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->list, "row-activated", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  return self->popover;
}

static void
dolen_listing_chooser_init (DolenListingChooser *self)
{
}

GtkWidget *
dolen_listing_chooser_new (DolenSession *session, const char *kind, const char *title)
{
  DolenListingChooser *self = g_object_new (DOLEN_TYPE_LISTING_CHOOSER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->session = g_object_ref (session);
  self->kind = g_strdup (kind);
  self->title = g_strdup (title);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_menu_button_set_popover (self->button, new_popover (self));
  gtk_box_append (GTK_BOX (box), dolen_label_new (title, "caption-heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  adw_bin_set_child (ADW_BIN (self), box);
  show_answers (self, NULL);
  show_chosen (self);
  return GTK_WIDGET (self);
}

void
dolen_listing_chooser_set (DolenListingChooser *self, const char *uid)
{
  g_return_if_fail (DOLEN_IS_LISTING_CHOOSER (self));

  if (uid != self->uid) {
    g_free (self->uid);
    self->uid = g_strdup (uid);
  }
  show_chosen (self);
}

const char *
dolen_listing_chooser_get (DolenListingChooser *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_CHOOSER (self), NULL);
  return self->uid;
}
