/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-list-util.h"

typedef struct {
  GWeakRef list;
  guint position;
} Scroll;

static void
scroll_free (gpointer data)
{
  Scroll *scroll = data;

  g_weak_ref_clear (&scroll->list);
  g_free (scroll);
}

static gboolean
scroll_cb (gpointer user_data)
{
  Scroll *scroll = user_data;
  g_autoptr (GtkWidget) list = g_weak_ref_get (&scroll->list);
  GtkWidget *view = list;

  if (list == NULL)
    return G_SOURCE_REMOVE;
  /* A column view hides its list as its last child. */
  if (GTK_IS_COLUMN_VIEW (list))
    view = gtk_widget_get_last_child (list);
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", scroll->position);
  return G_SOURCE_REMOVE;
}

void
dolen_list_scroll_to (GtkWidget *list, guint position)
{
  Scroll *scroll;

  g_return_if_fail (GTK_IS_LIST_VIEW (list) || GTK_IS_COLUMN_VIEW (list));

  scroll = g_new0 (Scroll, 1);
  g_weak_ref_init (&scroll->list, list);
  scroll->position = position;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_cb, scroll, scroll_free);
}

void
dolen_list_label_item (GtkWidget *child, const char *label)
{
  GtkWidget *item;

  g_return_if_fail (GTK_IS_WIDGET (child) && label != NULL);

  item = gtk_widget_get_parent (child);
  if (item != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
dolen_list_replace (GtkSingleSelection *selection, GListModel *model)
{
  g_return_if_fail (GTK_IS_SINGLE_SELECTION (selection));

  gtk_single_selection_set_model (selection, NULL);
  gtk_single_selection_set_model (selection, model);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
focus_once (GtkWidget *holder, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_first_child (holder);
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && has_focus_within (holder))
    return FALSE;
  return child != NULL && gtk_widget_child_focus (child, direction);
}

void
dolen_list_tab_once (GtkWidgetClass *klass)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (klass));
  klass->focus = focus_once;
}
