/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-people-view.h"

#include "app/casework/dolen-caseload-overview.h"
#include "app/casework/dolen-incoming-form.h"
#include "app/casework/dolen-people-groups.h"
#include "app/casework/dolen-people-list.h"
#include "app/casework/dolen-person-view.h"
#include "app/casework/dolen-person-window.h"
#include "app/dolen-window.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

struct _DolenPeopleView {
  AdwBin parent_instance;

  DolenSession *session; /* (owned) */

  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkWidget *side;
  GtkWidget *main;
  GtkEditable *search_entry;
  AdwBin *groups_bin;
  GtkStack *list_stack;
  AdwStatusPage *none_page;
  AdwBin *list_bin;
  GtkStack *person_stack;
  AdwBin *overview_bin;
  AdwBin *person_bin;
  DolenPeopleList *list;
  DolenPeopleGroups *groups;
  guint refresh_source; /* idle source, 0 none */
};

G_DEFINE_FINAL_TYPE (DolenPeopleView, dolen_people_view, ADW_TYPE_BIN)

static DolenCaseload *
caseload_of (DolenPeopleView *self)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (self->session));
}

/* What is typed is looked for among everybody. */
static void
show_list (DolenPeopleView *self)
{
  const char *search = gtk_editable_get_text (self->search_entry);
  gboolean searching = !dolen_text_is_empty (search);
  DolenPeopleGroup group;
  guint found;

  if (caseload_of (self) == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->groups), !searching);
  group = searching ? DOLEN_PEOPLE_ALL : dolen_people_groups_get (self->groups);
  found = dolen_people_list_show (self->list, group, search);
  dolen_people_groups_explain (group, self->none_page);
  gtk_stack_set_visible_child_name (self->list_stack, found > 0 ? "list" : "none");
}

static void
refresh (DolenPeopleView *self)
{
  DolenCaseload *caseload = caseload_of (self);

  if (caseload == NULL)
    return;
  dolen_people_groups_count (self->groups, caseload);
  show_list (self);
  gtk_stack_set_visible_child_name (
      self->stack, dolen_caseload_count_people (caseload) > 0 ? "people" : "empty");
}

static gboolean
refresh_cb (gpointer user_data)
{
  DolenPeopleView *self = user_data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Only where it is looked at; whoever comes back to it sees what is new. */
static void
on_changed (DolenPeopleView *self)
{
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static DolenPersonView *
shown (DolenPeopleView *self)
{
  return (DolenPersonView *) adw_bin_get_child (self->person_bin);
}

static void
show_nobody (DolenPeopleView *self)
{
  adw_bin_set_child (self->person_bin, NULL);
  gtk_stack_set_visible_child_name (self->person_stack, "none");
  dolen_people_list_select (self->list, NULL);
  adw_leaflet_set_visible_child (self->leaflet, self->side);
}

static gboolean
show_person (DolenPeopleView *self, const char *uid)
{
  GtkWidget *view;

  if (g_strcmp0 (dolen_people_view_get_person (self), uid) != 0) {
    view = dolen_person_view_new (self->session, uid);
    if (view == NULL)
      return FALSE;
    adw_bin_set_child (self->person_bin, view);
  }
  gtk_stack_set_visible_child_name (self->person_stack, "person");
  if (!dolen_people_list_select (self->list, uid)
      && dolen_people_groups_choose_for (self->groups, caseload_of (self), uid))
    dolen_people_list_select (self->list, uid);
  adw_leaflet_set_visible_child (self->leaflet, self->main);
  return TRUE;
}

/* The session says who is open: the chip's cross closes the page, a new person opens theirs. */
static void
on_person_changed (DolenPeopleView *self)
{
  const char *uid = dolen_session_get_person (self->session);

  if (caseload_of (self) == NULL)
    return;
  refresh (self);
  if (uid == NULL || !show_person (self, uid))
    show_nobody (self);
}

gboolean
dolen_people_view_open (DolenPeopleView *self, const char *uid)
{
  g_autoptr (DolenPerson) person = NULL;

  g_return_val_if_fail (DOLEN_IS_PEOPLE_VIEW (self) && uid != NULL, FALSE);

  person = dolen_caseload_get_person (caseload_of (self), uid);
  if (person == NULL)
    return FALSE;
  dolen_session_open_person (self->session, uid, dolen_person_get_called (person));
  return show_person (self, uid);
}

const char *
dolen_people_view_get_person (DolenPeopleView *self)
{
  g_return_val_if_fail (DOLEN_IS_PEOPLE_VIEW (self), NULL);
  return shown (self) != NULL ? dolen_person_view_get_person (shown (self)) : NULL;
}

static void
on_chosen (DolenPeopleView *self, const char *uid)
{
  /* The row that tells it goes when the list is read again. */
  g_autofree char *kept = g_strdup (uid);

  dolen_people_view_open (self, kept);
}

static void
on_search_changed (DolenPeopleView *self)
{
  show_list (self);
}

static void
on_back_clicked (DolenPeopleView *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->side);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPeopleView *self = DOLEN_PEOPLE_VIEW (widget);

  dolen_window_present_dialog (widget, dolen_person_window_new (self->session, NULL));
}

static void
refer_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPeopleView *self = DOLEN_PEOPLE_VIEW (widget);

  dolen_window_present_dialog (widget, dolen_incoming_form_new (self->session, NULL));
}

/* ---- the object ---- */

static void
dolen_people_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dolen_people_view_parent_class)->map (widget);
  on_changed (DOLEN_PEOPLE_VIEW (widget));
}

static void
dolen_people_view_dispose (GObject *object)
{
  DolenPeopleView *self = DOLEN_PEOPLE_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  /* The stack is a child of the template and the bin's own: it may go only once. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_PEOPLE_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_people_view_parent_class)->dispose (object);
}

static void
dolen_people_view_class_init (DolenPeopleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_people_view_dispose;
  widget_class->map = dolen_people_view_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, stack);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, side);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, main);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, groups_bin);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, none_page);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, list_bin);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, person_stack);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, overview_bin);
  gtk_widget_class_bind_template_child (widget_class, DolenPeopleView, person_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "people.refer-in", NULL, refer_in_action);
}

static void
dolen_people_view_init (DolenPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dolen_people_view_new (DolenSession *session)
{
  DolenPeopleView *self = g_object_new (DOLEN_TYPE_PEOPLE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->list = DOLEN_PEOPLE_LIST (dolen_people_list_new (session));
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
  self->groups = DOLEN_PEOPLE_GROUPS (dolen_people_groups_new ());
  adw_bin_set_child (self->groups_bin, GTK_WIDGET (self->groups));
  g_signal_connect_swapped (self->groups, "changed", G_CALLBACK (show_list), self);
  adw_bin_set_child (self->overview_bin, dolen_caseload_overview_new (session));
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (on_changed),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "person-changed", G_CALLBACK (on_person_changed), self, G_CONNECT_SWAPPED);
  on_person_changed (self);
  return GTK_WIDGET (self);
}

void
dolen_people_view_begin_search (DolenPeopleView *self)
{
  g_return_if_fail (DOLEN_IS_PEOPLE_VIEW (self));

  adw_leaflet_set_visible_child (self->leaflet, self->side);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
dolen_people_view_save_state (DolenPeopleView *self, GVariantBuilder *state)
{
  g_return_if_fail (DOLEN_IS_PEOPLE_VIEW (self));

  g_variant_builder_add (
      state, "{sv}", "search", g_variant_new_string (gtk_editable_get_text (self->search_entry)));
  g_variant_builder_add (
      state, "{sv}", "group", g_variant_new_uint32 (dolen_people_groups_get (self->groups)));
  g_variant_builder_add (
      state,
      "{sv}",
      "list-shown",
      g_variant_new_boolean (adw_leaflet_get_visible_child (self->leaflet) == self->side));
  if (shown (self) != NULL)
    dolen_person_view_save_state (shown (self), state);
}

void
dolen_people_view_restore_state (DolenPeopleView *self, GVariant *state)
{
  const char *text = NULL;
  gboolean list_shown = FALSE;
  guint32 group = DOLEN_PEOPLE_SUPPORTED;

  g_return_if_fail (DOLEN_IS_PEOPLE_VIEW (self));

  if (g_variant_lookup (state, "group", "u", &group) && group < DOLEN_N_PEOPLE_GROUPS)
    dolen_people_groups_set (self->groups, group);
  if (g_variant_lookup (state, "search", "&s", &text))
    gtk_editable_set_text (self->search_entry, text);
  refresh (self);
  if (shown (self) != NULL)
    dolen_person_view_restore_state (shown (self), state);
  if (g_variant_lookup (state, "list-shown", "b", &list_shown) && list_shown)
    adw_leaflet_set_visible_child (self->leaflet, self->side);
}
