/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-line-list.h"

#include "app/casework/dolen-widget-util.h"

#include <glib/gi18n.h>

#define LINES_AT_ONCE 30 /* as many as anybody looks through before acting on one */
#define BUDGET_US 6000   /* of a frame's 16 ms: the rest is for laying out and drawing */
#define KEY "dolen-line-key"

struct _DolenLineList {
  AdwBin parent_instance;
  GtkListBox *box;
  DolenLineKey key;
  DolenLineNew make;
  gpointer user_data; /* not owned: outlives this */
  GPtrArray *items;   /* (owned) (nullable) */
  guint most;         /* lines that may stand */
  int focused;        /* the line that had the keyboard and went; -1: none */
  int done;           /* lines that stand as they should, from the top */
  guint source;       /* idle source, 0 none */
  GtkWidget *more;    /* the row under the lines: shows more of them */
};

G_DEFINE_FINAL_TYPE (DolenLineList, dolen_line_list, ADW_TYPE_BIN)

static int
count_lines (DolenLineList *self)
{
  return self->items != NULL ? (int) MIN (self->items->len, self->most) : 0;
}

static GtkWidget *
get_row (DolenLineList *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->box, position);

  return row != NULL && GTK_WIDGET (row) != self->more ? GTK_WIDGET (row) : NULL;
}

static const char *
get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

static gboolean
has_focus (DolenLineList *self, GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, row);
}

/* ---- what no longer holds ---- */

static void
drop (DolenLineList *self, GtkWidget *row, int position)
{
  if (has_focus (self, row))
    self->focused = position;
  gtk_list_box_remove (self->box, row);
}

static void
drop_stale (DolenLineList *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *row;

  for (int i = 0; i < count_lines (self); i++)
    g_hash_table_add (keys, self->key (g_ptr_array_index (self->items, i), self->user_data));
  for (int i = 0; (row = get_row (self, i)) != NULL;)
    if (g_hash_table_contains (keys, get_key (row)))
      i++;
    else
      drop (self, row, i);
}

/* ---- what is to stand ---- */

static GtkWidget *
take_from_below (DolenLineList *self, const char *key, int position)
{
  GtkWidget *row;

  for (int i = position; (row = get_row (self, i)) != NULL; i++)
    if (g_str_equal (get_key (row), key)) {
      g_object_ref (row);
      gtk_list_box_remove (self->box, row);
      return row;
    }
  return NULL;
}

static void
put_line (DolenLineList *self, int position)
{
  gconstpointer item = g_ptr_array_index (self->items, (guint) position);
  g_autofree char *key = self->key (item, self->user_data);
  g_autoptr (GtkWidget) row = NULL;
  GtkWidget *there = get_row (self, position);

  if (there != NULL && g_str_equal (get_key (there), key))
    return;
  row = take_from_below (self, key, position);
  if (row == NULL) {
    row = g_object_ref_sink (dolen_boxed_row_new (self->make (item, self->user_data)));
    g_object_set_data_full (G_OBJECT (row), KEY, g_steal_pointer (&key), g_free);
  }
  gtk_list_box_insert (self->box, row, position);
}

/* The keyboard goes on where it was. */
static void
give_focus_back (DolenLineList *self)
{
  GtkWidget *row = get_row (self, MIN (self->focused, count_lines (self) - 1));

  if (self->focused >= 0 && row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  self->focused = -1;
}

static void
finish (DolenLineList *self)
{
  guint rest = self->items != NULL ? self->items->len - (guint) count_lines (self) : 0;
  /* Translators: a button under a list that is cut off; how many are left follows. */
  g_autofree char *label = g_strdup_printf ("%s (%u)", _ ("Show More"), rest);
  GtkWidget *row;

  /* Two lines that said the same, of which one is left. */
  while ((row = get_row (self, count_lines (self))) != NULL)
    drop (self, row, count_lines (self));
  gtk_button_set_label (GTK_BUTTON (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self->more))),
                        label);
  gtk_widget_set_visible (self->more, rest > 0);
  give_focus_back (self);
}

/* TRUE: they all stand. */
static gboolean
put_some (DolenLineList *self)
{
  gint64 until = g_get_monotonic_time () + BUDGET_US;

  while (self->done < count_lines (self)) {
    put_line (self, self->done++);
    if (g_get_monotonic_time () > until)
      return FALSE;
  }
  finish (self);
  return TRUE;
}

static gboolean
put_some_cb (gpointer user_data)
{
  DolenLineList *self = user_data;

  if (!put_some (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

/* What is in sight stands with the next frame, the rest after it. */
static void
begin (DolenLineList *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->done = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !put_some (self))
    self->source = g_idle_add (put_some_cb, self);
}

static void
on_more_clicked (DolenLineList *self)
{
  self->focused = count_lines (self);
  self->most += LINES_AT_ONCE;
  begin (self);
}

/* ---- the object ---- */

/* Rows cannot be put in while their parents are being mapped. */
static void
dolen_line_list_map (GtkWidget *widget)
{
  DolenLineList *self = DOLEN_LINE_LIST (widget);

  GTK_WIDGET_CLASS (dolen_line_list_parent_class)->map (widget);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, put_some_cb, self, NULL);
}

static void
dolen_line_list_dispose (GObject *object)
{
  DolenLineList *self = DOLEN_LINE_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (dolen_line_list_parent_class)->dispose (object);
}

static void
dolen_line_list_class_init (DolenLineListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_line_list_dispose;
  GTK_WIDGET_CLASS (klass)->map = dolen_line_list_map;
}

static void
dolen_line_list_init (DolenLineList *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Show More"));

  self->most = LINES_AT_ONCE;
  self->focused = -1;
  self->box = GTK_LIST_BOX (dolen_boxed_list_new ());
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (
      button, "clicked", G_CALLBACK (on_more_clicked), self, G_CONNECT_SWAPPED);
  self->more = dolen_boxed_row_new (button);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_list_box_append (self->box, self->more);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
dolen_line_list_new (DolenLineKey key, DolenLineNew make, gpointer user_data)
{
  DolenLineList *self = g_object_new (DOLEN_TYPE_LINE_LIST, NULL);

  self->key = key;
  self->make = make;
  self->user_data = user_data;
  return GTK_WIDGET (self);
}

GtkWidget *
dolen_line_list_new_inside (DolenLineKey key, DolenLineNew make, gpointer user_data)
{
  GtkWidget *list = dolen_line_list_new (key, make, user_data);

  gtk_widget_remove_css_class (GTK_WIDGET (DOLEN_LINE_LIST (list)->box), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (DOLEN_LINE_LIST (list)->box), "lines-inside");
  gtk_list_box_set_show_separators (DOLEN_LINE_LIST (list)->box, TRUE);
  return list;
}

void
dolen_line_list_show (DolenLineList *self, GPtrArray *items)
{
  g_return_if_fail (DOLEN_IS_LINE_LIST (self));

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items != NULL ? g_ptr_array_ref (items) : NULL;
  drop_stale (self);
  begin (self);
}
