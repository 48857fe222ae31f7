/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-view-private.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-call-card.h"
#include "app/directory/dolen-change-windows.h"
#include "app/directory/dolen-completeness-window.h"
#include "app/directory/dolen-desk-card.h"
#include "app/directory/dolen-form-in-window.h"
#include "app/directory/dolen-queue-empty.h"
#include "app/directory/dolen-queue-row.h"
#include "app/dolen-window.h"
#include "base/dolen-time.h"
#include "directory/dolen-edits.h"

#include <glib/gi18n.h>
#include <string.h>

#define PAGE_ROWS 30

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenQueueView,
                               dolen_queue_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_PAGE, dolen_queue_view_page_init))

/* ---- the card ---- */

static DolenCallCard *
call_card (DolenQueueView *self)
{
  GtkWidget *card = adw_bin_get_child (self->card_bin);

  return DOLEN_IS_CALL_CARD (card) ? DOLEN_CALL_CARD (card) : NULL;
}

/* What was begun on the card that goes. */
void
dolen_queue_view_keep_draft (DolenQueueView *self)
{
  DolenCallCard *card = call_card (self);
  const DolenCallDraft *draft = card != NULL ? dolen_call_card_get_draft (card) : NULL;

  if (draft == NULL || self->shown == NULL)
    return;
  if (dolen_call_draft_is_empty (draft))
    g_hash_table_remove (self->drafts, self->shown);
  else
    g_hash_table_insert (self->drafts, g_strdup (self->shown), dolen_call_draft_copy (draft));
}

static const DolenQueueItem *
item_at (DolenQueueView *self, int index)
{
  return self->read != NULL && index >= 0 && (guint) index < self->read->list->items->len
             ? self->read->list->items->pdata[index]
             : NULL;
}

static int
index_of (DolenQueueView *self, const char *key)
{
  for (guint i = 0; key != NULL && item_at (self, (int) i) != NULL; i++) {
    g_autofree char *other = dolen_queue_item_key (item_at (self, (int) i));

    if (g_str_equal (other, key))
      return (int) i;
  }
  return -1;
}

/* What was saved is no draft any more, and the next row comes. */
static void
on_saved (DolenQueueView *self, DolenCallCard *card)
{
  g_autofree char *key = dolen_queue_item_key (dolen_call_card_get_item (card));
  int index = index_of (self, key);
  const DolenQueueItem *next = item_at (self, index + 1);

  g_hash_table_remove (self->drafts, key);
  if (g_strcmp0 (key, self->shown) != 0) /* somebody went on to another meanwhile */
    return;
  g_clear_pointer (&self->wanted, g_free);
  if (next == NULL)
    next = item_at (self, index - 1);
  if (next != NULL)
    self->wanted = dolen_queue_item_key (next);
  g_clear_pointer (&self->shown, g_free);
  adw_bin_set_child (self->card_bin, NULL);
  self->to_card = TRUE;
  dolen_queue_view_reload (self);
}

static GtkWidget *
new_card (DolenQueueView *self, const DolenQueueItem *item)
{
  const DolenCallDraft *draft = g_hash_table_lookup (self->drafts, self->shown);
  GtkWidget *card;

  if (!item->call)
    return dolen_desk_card_new (self->session, item);
  card = dolen_call_card_new (self->session,
                              self->read->list->items,
                              item,
                              &self->read->rules,
                              draft != NULL ? dolen_call_draft_copy (draft) : NULL);
  g_signal_connect_object (card, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  return card;
}

/* Everything the card would say; while it is the same, the card stays, and the focus in it. */
static char *
say_card (DolenQueueView *self, const DolenQueueItem *item)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  GString *text = g_string_new (self->shown);

  for (guint i = 0; i < item->asks->len; i++)
    g_string_append_printf (text, "|%s", ((DolenQueueAsk *) item->asks->pdata[i])->question);
  g_string_append_printf (text, "|%s|%s|%s", item->assigned_to, item->due_on, item->snoozed_until);
  for (guint i = 0; directory != NULL && i < item->services->len; i++) {
    g_autoptr (GPtrArray) entries
               = dolen_directory_get_history (directory, item->services->pdata[i], 1, NULL);

    if (entries != NULL && entries->len > 0)
      g_string_append_printf (
          text, "|%" G_GINT64_FORMAT, ((DolenHistoryEntry *) entries->pdata[0])->id);
  }
  return g_string_free (text, FALSE);
}

static void
focus_card (DolenQueueView *self)
{
  GtkWidget *card = adw_bin_get_child (self->card_bin);

  self->to_card = FALSE;
  if (card != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && gtk_widget_get_focus_child (GTK_WIDGET (self->card_bin)) == NULL)
    gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
}

static void
show_card (DolenQueueView *self, const DolenQueueItem *item)
{
  g_autofree char *before = g_steal_pointer (&self->shown_as);

  dolen_queue_view_keep_draft (self);
  g_free (self->shown);
  self->shown = dolen_queue_item_key (item);
  self->shown_as = say_card (self, item);
  if (g_strcmp0 (before, self->shown_as) == 0 && adw_bin_get_child (self->card_bin) != NULL)
    return;
  adw_bin_set_child (self->card_bin, new_card (self, item));
  if (self->to_card)
    focus_card (self);
}

static void
show_no_card (DolenQueueView *self)
{
  dolen_queue_view_keep_draft (self);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->shown_as, g_free);
  adw_bin_set_child (self->card_bin, NULL);
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

/* ---- the list ---- */

static void
clear_rows (DolenQueueView *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
select_row (DolenQueueView *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  gtk_list_box_select_row (self->list, row);
  if (row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_rows (DolenQueueView *self)
{
  const GPtrArray *items = self->read->list->items;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  g_autofree char *today = dolen_date_today ();

  clear_rows (self);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->list, dolen_queue_row_new (items->pdata[i], today));
  gtk_widget_set_visible (self->more_button, items->len < self->read->list->total);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "rows" : "empty");
  if (had_focus && items->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
show_empty (DolenQueueView *self)
{
  adw_bin_set_child (self->empty_bin,
                     dolen_queue_empty_new (self->read,
                                            dolen_queue_filter_is_narrow (self->filter),
                                            dolen_session_is_empty (self->session)));
}

/* Where the row that is to be shown stands: what was asked for, else what is shown already, else
 * the first. */
static int
find_wanted (DolenQueueView *self)
{
  int index = -1;

  for (guint i = 0; self->wanted_service != NULL && item_at (self, (int) i) != NULL; i++)
    if (index < 0
        && g_ptr_array_find_with_equal_func (
            item_at (self, (int) i)->services, self->wanted_service, g_str_equal, NULL))
      index = (int) i;
  if (index < 0)
    index = index_of (self, self->wanted != NULL ? self->wanted : self->shown);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->wanted_service, g_free);
  return MAX (index, 0);
}

static void
show_explained (DolenQueueView *self)
{
  g_autofree char *order = dolen_queue_explain (&self->read->rules, dolen_language_current ());

  dolen_queue_filter_explain (self->filter, self->read->list->total > 0 ? order : NULL);
}

static void
show_read (DolenQueueView *self)
{
  int index = find_wanted (self);

  self->setting = TRUE;
  show_explained (self);
  dolen_queue_filter_show (
      self->filter, self->read->list, (const char *const *) self->read->curators);
  show_rows (self);
  show_empty (self);
  if (item_at (self, index) != NULL) {
    select_row (self, index);
    show_card (self, item_at (self, index));
  } else {
    show_no_card (self);
  }
  self->setting = FALSE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenQueueView) self = user_data;
  g_autoptr (GError) error = NULL;
  DolenQueueRead *read = dolen_queue_read_finish (DOLEN_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL) {
    dolen_queue_read_free (read);
    return;
  }
  g_clear_object (&self->cancellable);
  if (read == NULL) {
    if (error != NULL)
      dolen_session_report (self->session, error);
    return;
  }
  dolen_queue_view_keep_draft (self);
  dolen_queue_read_free (self->read);
  self->read = read;
  show_read (self);
}

/* A newer reading takes the place of an older one. */
void
dolen_queue_view_reload (DolenQueueView *self)
{
  DolenQueueQuery query = { .limit = self->limit };

  if (dolen_session_get_directory (self->session) == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  dolen_queue_filter_read (self->filter, &query);
  dolen_queue_read_async (self->session, &query, self->cancellable, on_read, g_object_ref (self));
}

/* Only where it is looked at: whoever comes back to it sees what is new. */
static void
on_changed (DolenQueueView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    dolen_queue_view_reload (self);
}

void
dolen_queue_view_on_filter (DolenQueueView *self)
{
  self->limit = PAGE_ROWS;
  on_changed (self);
}

void
dolen_queue_view_on_more (DolenQueueView *self)
{
  self->limit += PAGE_ROWS;
  dolen_queue_view_reload (self);
}

void
dolen_queue_view_on_row_selected (DolenQueueView *self, GtkListBoxRow *row)
{
  const DolenQueueItem *item
      = row != NULL ? item_at (self, gtk_list_box_row_get_index (row)) : NULL;

  if (!self->setting && item != NULL)
    show_card (self, item);
}

void
dolen_queue_view_on_row_activated (DolenQueueView *self, GtkListBoxRow *row)
{
  dolen_queue_view_on_row_selected (self, row);
  adw_leaflet_set_visible_child_name (self->leaflet, "card");
  focus_card (self);
}

static gboolean
show_back (gpointer user_data)
{
  DolenQueueView *self = user_data;

  if (self->session == NULL) /* it is going away */
    return G_SOURCE_REMOVE;
  gtk_widget_set_visible (self->back_bar, adw_leaflet_get_folded (self->leaflet));
  return G_SOURCE_REMOVE;
}

/* Folding comes while sizes are being allocated: what depends on it waits. */
void
dolen_queue_view_on_folded (DolenQueueView *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_back, g_object_ref (self), g_object_unref);
}

void
dolen_queue_view_on_back (DolenQueueView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* ---- from outside ---- */

GtkWidget *
dolen_queue_view_get_card (DolenQueueView *self)
{
  g_return_val_if_fail (DOLEN_IS_QUEUE_VIEW (self), NULL);
  return adw_bin_get_child (self->card_bin);
}

gboolean
dolen_queue_view_choose (DolenQueueView *self, guint index)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (DOLEN_IS_QUEUE_VIEW (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->list, (int) index);
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, row);
  dolen_queue_view_on_row_activated (self, row);
  return TRUE;
}

void
dolen_queue_view_step (DolenQueueView *self, int by)
{
  int index;

  g_return_if_fail (DOLEN_IS_QUEUE_VIEW (self));

  index = index_of (self, self->shown) + by;
  if (item_at (self, index) != NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
}

guint
dolen_queue_view_get_total (DolenQueueView *self)
{
  g_return_val_if_fail (DOLEN_IS_QUEUE_VIEW (self), 0);
  return self->read != NULL ? self->read->list->total : 0;
}

gboolean
dolen_queue_view_is_ready (DolenQueueView *self)
{
  g_return_val_if_fail (DOLEN_IS_QUEUE_VIEW (self), FALSE);
  return self->read != NULL && self->cancellable == NULL;
}

/* ---- the object ---- */

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenCallCard *card = call_card (DOLEN_QUEUE_VIEW (widget));

  if (card != NULL)
    dolen_call_card_save (card);
}

static void
everything_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_queue_filter_set (DOLEN_QUEUE_VIEW (widget)->filter, 0, NULL, NULL, FALSE);
}

static void
read_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_window_present_dialog (widget,
                               dolen_form_in_window_new (DOLEN_QUEUE_VIEW (widget)->session));
}

static void
read_changes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_window_present_dialog (widget,
                               dolen_change_in_window_new (DOLEN_QUEUE_VIEW (widget)->session));
}

static void
send_changes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_window_present_dialog (widget,
                               dolen_change_out_window_new (DOLEN_QUEUE_VIEW (widget)->session));
}

static void
completeness_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_window_present_dialog (widget,
                               dolen_completeness_window_new (DOLEN_QUEUE_VIEW (widget)->session));
}

static void
dolen_queue_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dolen_queue_view_parent_class)->map (widget);
  dolen_queue_view_reload (DOLEN_QUEUE_VIEW (widget));
}

static void
dolen_queue_view_dispose (GObject *object)
{
  DolenQueueView *self = DOLEN_QUEUE_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->setting = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_queue_view_parent_class)->dispose (object);
}

static void
dolen_queue_view_finalize (GObject *object)
{
  DolenQueueView *self = DOLEN_QUEUE_VIEW (object);

  dolen_queue_read_free (self->read);
  g_hash_table_unref (self->drafts);
  g_free (self->wanted);
  g_free (self->wanted_service);
  g_free (self->shown);
  g_free (self->shown_as);
  G_OBJECT_CLASS (dolen_queue_view_parent_class)->finalize (object);
}

static void
dolen_queue_view_class_init (DolenQueueViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_queue_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_queue_view_finalize;
  widget_class->map = dolen_queue_view_map;
  gtk_widget_class_install_action (widget_class, "queue.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "queue.everything", NULL, everything_action);
  gtk_widget_class_install_action (widget_class, "queue.read-form", NULL, read_form_action);
  gtk_widget_class_install_action (widget_class, "queue.read-changes", NULL, read_changes_action);
  gtk_widget_class_install_action (widget_class, "queue.send-changes", NULL, send_changes_action);
  gtk_widget_class_install_action (widget_class, "queue.completeness", NULL, completeness_action);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "queue.save", NULL);
}

static void
dolen_queue_view_init (DolenQueueView *self)
{
  self->limit = PAGE_ROWS;
  self->drafts = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) dolen_call_draft_free);
}

GtkWidget *
dolen_queue_view_new (DolenSession *session)
{
  DolenQueueView *self = g_object_new (DOLEN_TYPE_QUEUE_VIEW, NULL);

  self->session = g_object_ref (session);
  dolen_queue_view_build (self);
  g_signal_connect_object (
      session, "directory-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  /* How many people wait on a group is told only while the case records are open. */
  g_signal_connect_object (dolen_session_get_casework (session),
                           "notify::unlocked",
                           G_CALLBACK (on_changed),
                           self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
