/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-widget-util.h"

#include "app/dolen-toasts.h"

#include <glib/gi18n.h>

/* Long enough to read it and to think. */
#define DRAFT_TOAST_SECONDS 20

GtkWidget *
dolen_label_new (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text != NULL ? text : "");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

GtkWidget *
dolen_icon_button_new (const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

void
dolen_box_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* ---- boxed lists ---- */

static GtkWidgetClass *list_box_class;

/* (nullable): the row of @list that has the focus in it. */
static GtkWidget *
row_with_focus (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *row = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (row != NULL && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  return row;
}

/* A row that takes no focus says of itself that it took it: what is in it is asked. */
static gboolean
focus_row (GtkWidget *row, GtkDirectionType direction)
{
  GtkWidget *inner = row;

  if (GTK_IS_LIST_BOX_ROW (row) && !gtk_widget_get_focusable (row))
    inner = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  return inner != NULL && gtk_widget_child_focus (inner, direction);
}

/* GTK 4.8 asks one row alone, the first, the last or the next: where there is nothing to do in that
 * one, Tab would go past all the others too. */
static gboolean
boxed_list_focus (GtkWidget *list, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *row;

  if (direction != GTK_DIR_TAB_FORWARD && !back)
    return list_box_class->focus (list, direction);
  row = row_with_focus (list);
  if (row == NULL)
    row = back ? gtk_widget_get_last_child (list) : gtk_widget_get_first_child (list);
  while (row != NULL && !focus_row (row, direction))
    row = back ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);
  return row != NULL;
}

static void
boxed_list_class_init (gpointer klass, gpointer data)
{
  list_box_class = g_type_class_peek_parent (klass);
  GTK_WIDGET_CLASS (klass)->focus = boxed_list_focus;
}

/* GtkListBox hides its struct: how large it is only the type system knows. */
static GType
boxed_list_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type)) {
    GTypeQuery list_box;

    g_type_query (GTK_TYPE_LIST_BOX, &list_box);
    g_once_init_leave (&type,
                       g_type_register_static_simple (GTK_TYPE_LIST_BOX,
                                                      "DolenBoxedList",
                                                      list_box.class_size,
                                                      boxed_list_class_init,
                                                      list_box.instance_size,
                                                      NULL,
                                                      G_TYPE_FLAG_NONE));
  }
  return type;
}

GtkWidget *
dolen_boxed_list_new (void)
{
  GtkWidget *list = g_object_new (boxed_list_get_type (), NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

GtkWidget *
dolen_boxed_row_new (GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_margin_top (child, 10);
  gtk_widget_set_margin_bottom (child, 10);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

void
dolen_boxed_list_add (GtkWidget *list, GtkWidget *child)
{
  gtk_list_box_append (GTK_LIST_BOX (list), dolen_boxed_row_new (child));
}

GtkWidget *
dolen_fact_new (const char *title, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = dolen_label_new (title, "caption");

  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), dolen_label_new (text, NULL));
  return box;
}

/* One by one: of properties that are set at once the title may be told first, and read as markup.
 */
GtkWidget *
dolen_plain_row_new (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

GtkWidget *
dolen_progress_new (const char *what, GtkProgressBar **bar, GtkButton **stop)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  *bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  *stop = GTK_BUTTON (gtk_button_new_with_label (_ ("Stop")));
  gtk_widget_set_hexpand (GTK_WIDGET (*bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (*bar), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*bar), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*stop));
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
on_root_changed (GtkWidget *widget, GParamSpec *pspec, GCancellable *cancellable)
{
  if (gtk_widget_get_root (widget) == NULL)
    g_cancellable_cancel (cancellable);
}

void
dolen_cancel_when_gone (GtkWidget *widget, GCancellable *cancellable)
{
  g_signal_connect_object (widget, "notify::root", G_CALLBACK (on_root_changed), cancellable, 0);
}

GtkWidget *
dolen_section_new (const char *title, GtkWidget *suffix, GtkWidget *content)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = dolen_label_new (title, "heading");

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (top), heading);
  if (suffix != NULL)
    gtk_box_append (GTK_BOX (top), suffix);
  gtk_box_append (GTK_BOX (section), top);
  gtk_box_append (GTK_BOX (section), content);
  return section;
}

void
dolen_section_set_title (GtkWidget *section, const char *title)
{
  GtkWidget *top = gtk_widget_get_first_child (section);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (top)), title);
}

AdwToast *
dolen_draft_toast_new (GCallback func, gpointer data)
{
  AdwToast *toast = dolen_toast_new (_ ("What was being typed has come back."));

  /* Translators: a button: empties the form of what had been typed before. */
  adw_toast_set_button_label (toast, _ ("Start Afresh"));
  adw_toast_set_timeout (toast, DRAFT_TOAST_SECONDS);
  g_signal_connect_object (toast, "button-clicked", func, data, G_CONNECT_SWAPPED);
  return toast;
}

GtkWidget *
dolen_window_fill (AdwWindow *window, const char *title)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_top (column, 18);
  gtk_widget_set_margin_bottom (column, 24);
  gtk_widget_set_margin_start (column, 12);
  gtk_widget_set_margin_end (column, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (window, content);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  gtk_widget_set_size_request (GTK_WIDGET (window), 340, 294);
  return column;
}
