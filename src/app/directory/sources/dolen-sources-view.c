/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/sources/dolen-sources-view.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/sources/dolen-feed-window.h"
#include "app/directory/sources/dolen-source-row.h"
#include "app/directory/sources/dolen-source-window.h"
#include "app/dolen-window.h"

#include <glib/gi18n.h>

struct _DolenSourcesView {
  AdwBin parent_instance;
  DolenSession *session;     /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GtkStack *stack;
  GtkListBox *list;
  gboolean ready;
};

static void dolen_sources_view_iface_init (DolenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenSourcesView,
                               dolen_sources_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_PAGE,
                                                      dolen_sources_view_iface_init))

gboolean
dolen_sources_view_is_ready (DolenSourcesView *self)
{
  return self->ready;
}

static DolenSourceRow *
row_at (DolenSourcesView *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  return row != NULL ? DOLEN_SOURCE_ROW (row) : NULL;
}

static void
show_lines (DolenSourcesView *self, GPtrArray *lines)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  while (lines->len > 0)
    gtk_list_box_append (self->list,
                         dolen_source_row_new (self->session, g_ptr_array_steal_index (lines, 0)));
  gtk_stack_set_visible_child_name (self->stack, row_at (self, 0) != NULL ? "list" : "empty");
  self->ready = TRUE;
}

static gpointer
read_lines (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  return dolen_source_lines_read (directory, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenSourcesView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (lines != NULL)
    show_lines (self, lines);
  else
    dolen_session_report (self->session, error);
}

static void
read_again (DolenSourcesView *self)
{
  DolenSessionJob job = { "list sources", G_PRIORITY_DEFAULT, read_lines };

  job.free_result = (GDestroyNotify) g_ptr_array_unref;
  if (self->session != NULL && dolen_session_get_directory (self->session) != NULL)
    dolen_session_run (self->session, &job, self->cancellable, on_read_cb, g_object_ref (self));
}

/* Only a reading that ended changes the figures. */
static void
on_job_changed_cb (DolenSourcesView *self, const char *source_uid)
{
  DolenSourceRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    if (g_strcmp0 (dolen_source_row_get_line (row)->source->uid, source_uid) == 0)
      dolen_source_row_update (row);
}

static GtkWindow *
open_row (DolenSourcesView *self, DolenSourceRow *row)
{
  GtkWindow *window = dolen_source_window_new (self->session, dolen_source_row_get_line (row));

  dolen_window_present_dialog (GTK_WIDGET (self), window);
  return window;
}

static void
on_row_activated_cb (DolenSourcesView *self, GtkListBoxRow *row)
{
  open_row (self, DOLEN_SOURCE_ROW (row));
}

GtkWindow *
dolen_sources_view_choose (DolenSourcesView *self, guint index)
{
  DolenSourceRow *row = row_at (self, index);

  return row != NULL ? open_row (self, row) : NULL;
}

static void
on_add_cb (DolenSourcesView *self)
{
  dolen_window_present_dialog (GTK_WIDGET (self), dolen_feed_window_new (self->session));
}

/* ---- the page ---- */

static GVariant *
save_state (DolenPage *page)
{
  return g_variant_new ("a{sv}", NULL);
}

static void
restore_state (DolenPage *page, GVariant *state)
{
}

static void
dolen_sources_view_iface_init (DolenPageInterface *iface)
{
  iface->save_state = save_state;
  iface->restore_state = restore_state;
}

/* @action: (nullable): adding a feed, which is no action of the window. */
static GtkWidget *
new_button (DolenSourcesView *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  else
    g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add_cb), self);
  return button;
}

static void
add_pill (GtkWidget *box, GtkWidget *button)
{
  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_pills (DolenSourcesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  add_pill (box, new_button (self, _ ("_Add a Feed…"), NULL));
  add_pill (box, new_button (self, _ ("_Import Files…"), "win.import"));
  return box;
}

static void
add_way (GtkWidget *group, const char *title, const char *what, GtkWidget *button)
{
  GtkWidget *row = dolen_plain_row_new (title);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
new_ways (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  return group;
}

static GtkWidget *
new_ways_in (DolenSourcesView *self)
{
  /* Translators: heading: what brings groups into the directory. */
  GtkWidget *group = new_ways (_ ("Into the Directory"));

  add_way (group,
           /* Translators: groups come in from an address on the web. */
           _ ("From an address"),
           _ ("A list that a council or another body publishes"),
           new_button (self, _ ("_Add a Feed…"), NULL));
  add_way (group,
           _ ("From files"),
           _ ("A table of groups, or files of another directory"),
           new_button (self, _ ("_Import Files…"), "win.import"));
  return group;
}

/* The way out stands where the ways in do. */
static GtkWidget *
new_ways_out (DolenSourcesView *self)
{
  /* Translators: heading: what goes out of the directory. */
  GtkWidget *group = new_ways (_ ("Out of the Directory"));

  add_way (group,
           _ ("As a file"),
           _ ("For a spreadsheet, a map or another directory"),
           new_button (self, _ ("E_xport…"), "win.export"));
  add_way (group,
           _ ("As a website"),
           _ ("A page for people, and pages that another Dolen can read"),
           new_button (self, _ ("_Publish…"), "win.publish"));
  add_way (group,
           _ ("On paper"),
           _ ("The groups of an area, for a waiting room or a letter box"),
           new_button (self, _ ("Boo_klet…"), "win.booklet"));
  return group;
}

static GtkWidget *
new_empty_page (DolenSourcesView *self)
{
  GtkWidget *page = adw_status_page_new ();

  g_object_set (page,
                "icon-name",
                "network-workgroup-symbolic",
                "title",
                _ ("No Sources Yet"),
                "description",
                _ ("A feed is a list of services that a council or another body publishes at an "
                   "address. Add its address here, and Dolen reads it when you ask. What you have "
                   "edited stays."),
                NULL);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), new_pills (self));
  return page;
}

static GtkWidget *
new_note (void)
{
  GtkWidget *label = gtk_label_new (
      _ ("What goes out is a request for the address you added, when you ask or as often as you "
         "set for it; nothing of your directory, and nothing of anybody you support."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
new_list_page (DolenSourcesView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *sources = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sources"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_box_append (GTK_BOX (sources), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (sources), new_note ());
  gtk_box_append (GTK_BOX (box), sources);
  gtk_box_append (GTK_BOX (box), new_ways_in (self));
  gtk_box_append (GTK_BOX (box), new_ways_out (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

/* ---- the object ---- */

static void
dolen_sources_view_dispose (GObject *object)
{
  DolenSourcesView *self = DOLEN_SOURCES_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (dolen_sources_view_parent_class)->dispose (object);
}

static void
dolen_sources_view_class_init (DolenSourcesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_sources_view_dispose;
}

static void
dolen_sources_view_init (DolenSourcesView *self)
{
  self->cancellable = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, new_list_page (self), "list");
  gtk_stack_add_named (self->stack, new_empty_page (self), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
dolen_sources_view_new (DolenSession *session)
{
  DolenSourcesView *self = g_object_new (DOLEN_TYPE_SOURCES_VIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (
      session, "directory-changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dolen_feed_jobs_get (session),
                           "changed",
                           G_CALLBACK (on_job_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  read_again (self);
  return GTK_WIDGET (self);
}
