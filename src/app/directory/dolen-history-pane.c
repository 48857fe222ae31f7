/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-history-pane.h"

#include "app/casework/dolen-line-list.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-history-words.h"
#include "app/directory/dolen-listing-edits.h"

#include <glib/gi18n.h>

struct _DolenHistoryPane {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  char *uid;             /* (owned) */
  GtkStack *stack;       /* "list", "none" */
  DolenLineList *list;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (DolenHistoryPane, dolen_history_pane, ADW_TYPE_BIN)

#define ENTRY "entry"

static char *
key_of (gconstpointer item, gpointer user_data)
{
  const DolenHistoryEntry *entry = item;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %d", entry->id, entry->undone);
}

static void
on_put_back_cb (DolenHistoryPane *self, GtkWidget *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), ENTRY);

  dolen_listing_edit_put_back (self->session, *id);
}

static char *
shown (const char *value)
{
  return g_strdup (value == NULL || *value == '\0' ? _ ("nothing") : value);
}

static void
add_change (GtkWidget *box, const DolenHistoryWords *words)
{
  g_autofree char *before = shown (words->before), *after = shown (words->after);
  g_autofree char *from = NULL, *to = NULL;

  if (words->before == NULL && words->after == NULL)
    return;
  /* Translators: in the history of a listing: what stood there before follows the colon. */
  from = g_strdup_printf (_ ("Before: %s"), before);
  /* Translators: in the history of a listing: what stood there afterwards follows the colon. */
  to = g_strdup_printf (_ ("After: %s"), after);
  gtk_box_append (GTK_BOX (box), dolen_label_new (from, NULL));
  gtk_box_append (GTK_BOX (box), dolen_label_new (to, NULL));
}

static GtkWidget *
new_words (const DolenHistoryEntry *entry, const DolenHistoryWords *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *who;
  g_autofree char *by = NULL;

  /* Translators: who changed something, and when: %1$s is a moment, %2$s a name. */
  by = words->by != NULL ? g_strdup_printf (_ ("%1$s · %2$s"), words->when, words->by)
                         : g_strdup (words->when);
  who = dolen_label_new (by, "caption");
  gtk_widget_add_css_class (who, "dim-label");
  gtk_box_append (GTK_BOX (box), dolen_label_new (words->what, "heading"));
  add_change (box, words);
  gtk_box_append (GTK_BOX (box), who);
  if (entry->undone)
    gtk_box_append (GTK_BOX (box), dolen_label_new (_ ("Undone since"), "caption"));
  return box;
}

static GtkWidget *
make_line (gconstpointer item, gpointer user_data)
{
  DolenHistoryPane *self = user_data;
  const DolenHistoryEntry *entry = item;
  g_autoptr (DolenHistoryWords) words = dolen_history_words_new (entry, dolen_language_current ());
  GtkWidget *box = new_words (entry, words), *button;
  g_autofree char *spoken = NULL;

  if (!words->can_put_back)
    return box;
  /* Translators: a button: what stood in a listing before this change is put there again. */
  button = gtk_button_new_with_label (_ ("Put Back"));
  /* Translators: said by a screen reader for a button; what was changed follows the colon. */
  spoken = g_strdup_printf (_ ("Put back what was before: %s"), words->what);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (
      G_OBJECT (button), ENTRY, g_memdup2 (&entry->id, sizeof entry->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_put_back_cb), self, G_CONNECT_SWAPPED);
  return dolen_side_box_new (box, button);
}

static void
reload (DolenHistoryPane *self)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  self->stale = FALSE;
  if (directory != NULL)
    entries = dolen_directory_get_history (directory, self->uid, 0, &error);
  if (error != NULL)
    dolen_session_report (self->session, error);
  dolen_line_list_show (self->list, entries);
  gtk_stack_set_visible_child_name (self->stack,
                                    entries != NULL && entries->len > 0 ? "list" : "none");
}

static void
on_directory_changed_cb (DolenHistoryPane *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

static void
dolen_history_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dolen_history_pane_parent_class)->map (widget);
  if (DOLEN_HISTORY_PANE (widget)->stale)
    reload (DOLEN_HISTORY_PANE (widget));
}

static void
dolen_history_pane_dispose (GObject *object)
{
  DolenHistoryPane *self = DOLEN_HISTORY_PANE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->uid, g_free);
  G_OBJECT_CLASS (dolen_history_pane_parent_class)->dispose (object);
}

static void
dolen_history_pane_class_init (DolenHistoryPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_history_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = dolen_history_pane_map;
}

static GtkWidget *
new_list_page (DolenHistoryPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = DOLEN_LINE_LIST (dolen_line_list_new (key_of, make_line, self));
  gtk_widget_set_margin_top (column, 12);
  gtk_widget_set_margin_bottom (column, 24);
  gtk_widget_set_margin_start (column, 12);
  gtk_widget_set_margin_end (column, 12);
  /* Translators: who changed what in a listing, and when. */
  gtk_box_append (GTK_BOX (column), dolen_label_new (_ ("History"), "title-2"));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->list));
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
dolen_history_pane_init (DolenHistoryPane *self)
{
  GtkWidget *none = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Nothing Changed Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (none),
      _ ("Whatever is changed here stands in this list, with who and when."));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_list_page (self), "list");
  gtk_stack_add_named (self->stack, none, "none");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
dolen_history_pane_new (DolenSession *session, const char *uid)
{
  DolenHistoryPane *self = g_object_new (DOLEN_TYPE_HISTORY_PANE, NULL);

  self->session = g_object_ref (session);
  self->uid = g_strdup (uid);
  g_signal_connect_object (
      session, "directory-changed", G_CALLBACK (on_directory_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
