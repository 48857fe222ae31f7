/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-find-list.h"

#include "app/dolen-list-util.h"
#include "app/find/dolen-result-list.h"
#include "app/find/dolen-result-row.h"
#include "app/find/dolen-result-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

struct _DolenFindList {
  AdwBin parent_instance;
  DolenSession *session;         /* (owned) (nullable) */
  DolenFindings *findings;       /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) */
  GtkWidget *view;
  gboolean setting; /* the selection is being set from here */
};

G_DEFINE_FINAL_TYPE (DolenFindList, dolen_find_list, ADW_TYPE_BIN)

static guint selected_signal, activated_signal;

static gint64
id_at (DolenFindList *self, guint position)
{
  if (self->findings == NULL || position >= self->findings->results->len)
    return 0;
  return g_array_index (self->findings->results, DolenFinding, position).id;
}

/* ---- rows ---- */

static void
on_released_cb (GtkGestureClick *click, int n, double x, double y, GtkListItem *item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GtkWidget *list = gtk_widget_get_ancestor (row, DOLEN_TYPE_FIND_LIST);
  guint position = gtk_list_item_get_position (item);

  if (n != 1 || list == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  g_signal_emit (list, activated_signal, 0, id_at (DOLEN_FIND_LIST (list), position));
}

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item, DolenFindList *self)
{
  GtkWidget *row = dolen_result_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *item, DolenFindList *self)
{
  DolenResult *result = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  const DolenFinding *finding = dolen_result_get_finding (result);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenResultText) text
             = dolen_result_text_new (finding,
                                      dolen_result_get_card (result),
                                      self->findings,
                                      dolen_language_current (),
                                      dolen_find_unit (dolen_session_get_settings (self->session)),
                                      today);

  dolen_result_row_show (DOLEN_RESULT_ROW (row), finding, text);
  dolen_list_label_item (row, text->spoken);
}

static void
on_activate_cb (GtkListView *view, guint position, DolenFindList *self)
{
  g_signal_emit (self, activated_signal, 0, id_at (self, position));
}

static void
on_selected_cb (DolenFindList *self)
{
  if (!self->setting)
    g_signal_emit (self, selected_signal, 0, dolen_find_list_get_selected (self));
}

/* ---- the object ---- */

static void
dolen_find_list_dispose (GObject *object)
{
  DolenFindList *self = DOLEN_FIND_LIST (object);

  self->setting = TRUE;
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->findings, dolen_findings_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_find_list_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name,
                       DOLEN_TYPE_FIND_LIST,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       1,
                       G_TYPE_INT64);
}

static void
dolen_find_list_class_init (DolenFindListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_find_list_dispose;
  dolen_list_tab_once (GTK_WIDGET_CLASS (klass));
  selected_signal = new_signal ("selected");
  activated_signal = new_signal ("activated");
}

static void
dolen_find_list_init (DolenFindList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), self);
  g_signal_connect_object (
      self->selection, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "results");
  /* Translators: the name of the list for a screen reader. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Groups found"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate_cb), self);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

void
dolen_find_list_set_session (DolenFindList *self, DolenSession *session)
{
  g_return_if_fail (DOLEN_IS_FIND_LIST (self) && DOLEN_IS_SESSION (session));
  g_set_object (&self->session, session);
}

void
dolen_find_list_show (DolenFindList *self, DolenFindings *findings)
{
  g_autoptr (DolenResultList) list = NULL;
  gint64 selected;

  g_return_if_fail (DOLEN_IS_FIND_LIST (self));

  selected = dolen_find_list_get_selected (self);
  self->setting = TRUE;
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_pointer (&self->findings, dolen_findings_unref);
  if (findings != NULL) {
    self->findings = dolen_findings_ref (findings);
    list = dolen_result_list_new (self->session, findings);
    dolen_list_replace (self->selection, G_LIST_MODEL (list));
  }
  self->setting = FALSE;
  dolen_find_list_set_selected (self, selected);
}

void
dolen_find_list_set_selected (DolenFindList *self, gint64 id)
{
  guint position = G_MAXUINT;

  g_return_if_fail (DOLEN_IS_FIND_LIST (self));

  if (self->findings != NULL && id != 0)
    position = dolen_findings_position (self->findings, id);
  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  self->setting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->setting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    dolen_list_scroll_to (self->view, position);
}

gint64
dolen_find_list_get_selected (DolenFindList *self)
{
  g_return_val_if_fail (DOLEN_IS_FIND_LIST (self), 0);
  return id_at (self, gtk_single_selection_get_selected (self->selection));
}

GListModel *
dolen_find_list_get_model (DolenFindList *self)
{
  g_return_val_if_fail (DOLEN_IS_FIND_LIST (self), NULL);
  return gtk_single_selection_get_model (self->selection);
}

void
dolen_find_list_focus (DolenFindList *self)
{
  g_return_if_fail (DOLEN_IS_FIND_LIST (self));
  gtk_widget_grab_focus (self->view);
}
