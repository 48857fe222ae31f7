/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-find-page-private.h"
#include "app/map/dolen-base-map-source.h"

static void dolen_find_page_iface_init (DolenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenFindPage,
                               dolen_find_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_PAGE, dolen_find_page_iface_init))

/* ---- building, when it is first needed ---- */

static void
build_widgets (DolenFindPage *self)
{
  DolenDistanceUnit unit = dolen_find_unit (dolen_session_get_settings (self->session));

  dolen_find_list_set_session (self->list, self->session);
  self->form = DOLEN_FILTER_FORM (dolen_filter_form_new (self->vocabulary, unit));
  self->map = DOLEN_RESULTS_MAP (dolen_results_map_new (dolen_base_map_bundled ()));
  self->detail = DOLEN_DETAIL_PANE (dolen_detail_pane_new (self->session, self->vocabulary));
  adw_bin_set_child (self->form_place, GTK_WIDGET (self->form));
  adw_bin_set_child (self->map_side, GTK_WIDGET (self->map));
  adw_bin_set_child (self->detail_side, GTK_WIDGET (self->detail));
  g_signal_connect_object (self->form,
                           "changed",
                           G_CALLBACK (dolen_find_page_on_form_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map,
                           "selected",
                           G_CALLBACK (dolen_find_page_on_list_selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->map, "activated", G_CALLBACK (dolen_find_page_on_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->map, "several", G_CALLBACK (dolen_find_page_on_several_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->detail, "close", G_CALLBACK (dolen_find_page_close_detail), self, G_CONNECT_SWAPPED);
}

/* FALSE: the vocabulary is missing, and the page says so. */
static gboolean
ensure_built (DolenFindPage *self)
{
  g_autoptr (GError) error = NULL;
  DolenVocabulary *vocabulary;

  if (self->vocabulary != NULL)
    return TRUE;
  vocabulary = dolen_vocabulary_default (&error);
  if (vocabulary == NULL) {
    dolen_find_page_show_error (self, error);
    return FALSE;
  }
  self->vocabulary = dolen_vocabulary_ref (vocabulary);
  build_widgets (self);
  dolen_find_page_show_filters (self);
  return TRUE;
}

static void
dolen_find_page_map (GtkWidget *widget)
{
  DolenFindPage *self = DOLEN_FIND_PAGE (widget);

  if (ensure_built (self) && self->stale) {
    dolen_detail_pane_reload (self->detail);
    dolen_find_page_start_search (self, FALSE, G_PRIORITY_DEFAULT);
  }
  GTK_WIDGET_CLASS (dolen_find_page_parent_class)->map (widget);
}

/* ---- state ---- */

static void
save_selection (DolenFindPage *self, GVariantDict *state)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  gint64 id = dolen_results_map_get_selected (self->map);
  gboolean open = dolen_find_page_is_detail_open (self);
  g_autoptr (DolenService) service = NULL;

  if (open && dolen_detail_pane_get_uid (self->detail) != NULL)
    g_variant_dict_insert (state, "service", "s", dolen_detail_pane_get_uid (self->detail));
  if (id != 0 && directory != NULL)
    service = dolen_directory_get_service_by_id (directory, id, NULL);
  if (service != NULL)
    g_variant_dict_insert (state, "selected", "s", service->uid);
}

static GVariant *
save_state (DolenPage *page)
{
  DolenFindPage *self = DOLEN_FIND_PAGE (page);
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);

  if (self->vocabulary == NULL)
    return NULL;
  dolen_find_page_take_text (self);
  g_variant_dict_insert_value (&state, "filters", dolen_find_filters_save (self->filters));
  if (self->own != NULL)
    g_variant_dict_insert_value (&state, "own", dolen_find_filters_save (self->own));
  if (self->person != NULL)
    g_variant_dict_insert (&state, "person", "s", self->person);
  g_variant_dict_insert (&state, "unsuitable", "b", self->unsuitable);
  g_variant_dict_insert (
      &state, "filters-open", "b", gtk_toggle_button_get_active (self->filters_toggle));
  g_variant_dict_insert (&state, "map", "b", gtk_toggle_button_get_active (self->map_toggle));
  save_selection (self, &state);
  return g_variant_dict_end (&state);
}

static void
restore_filters (DolenFindPage *self, GVariant *state)
{
  g_autoptr (GVariant) filters = g_variant_lookup_value (state, "filters", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) own = g_variant_lookup_value (state, "own", G_VARIANT_TYPE_VARDICT);
  const char *person = NULL;

  g_variant_lookup (state, "person", "&s", &person);
  /* Those of a person who is not open any more are nobody's. */
  if (g_strcmp0 (person, self->person) != 0)
    return;
  if (own != NULL) {
    g_clear_pointer (&self->own, dolen_find_filters_free);
    self->own = dolen_find_filters_load (own);
  }
  if (filters != NULL)
    dolen_find_page_set_filters (self, dolen_find_filters_load (filters));
}

static void
open_service (DolenFindPage *self, const char *uid)
{
  if (!dolen_detail_pane_show (self->detail, uid))
    return;
  dolen_find_page_show_detail (self, TRUE);
  dolen_find_page_select_id (self, dolen_detail_pane_get_id (self->detail));
  g_free (self->restore_uid);
  self->restore_uid = g_strdup (uid);
}

static void
restore_state (DolenPage *page, GVariant *state)
{
  DolenFindPage *self = DOLEN_FIND_PAGE (page);
  gboolean on = FALSE;
  const char *uid;

  if (g_variant_n_children (state) == 0 || !ensure_built (self))
    return;
  restore_filters (self, state);
  g_variant_lookup (state, "unsuitable", "b", &self->unsuitable);
  if (g_variant_lookup (state, "filters-open", "b", &on))
    gtk_toggle_button_set_active (self->filters_toggle, on);
  if (g_variant_lookup (state, "map", "b", &on))
    gtk_toggle_button_set_active (on ? self->map_toggle : self->list_toggle, TRUE);
  if (g_variant_lookup (state, "selected", "&s", &uid)) {
    g_free (self->restore_uid);
    self->restore_uid = g_strdup (uid);
  }
  if (g_variant_lookup (state, "service", "&s", &uid))
    open_service (self, uid);
}

static void
open_what (DolenPage *page, GVariant *what)
{
  DolenFindPage *self = DOLEN_FIND_PAGE (page);
  const char *uid;

  if (g_variant_lookup (what, "service", "&s", &uid) && ensure_built (self))
    open_service (self, uid);
}

static void
begin_search (DolenPage *page)
{
  DolenFindPage *self = DOLEN_FIND_PAGE (page);

  if (adw_leaflet_get_folded (self->leaflet)) {
    gtk_toggle_button_set_active (self->list_toggle, TRUE);
    if (self->detail != NULL)
      dolen_find_page_close_detail (self);
  }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
dolen_find_page_iface_init (DolenPageInterface *iface)
{
  iface->save_state = save_state;
  iface->restore_state = restore_state;
  iface->open = open_what;
  iface->begin_search = begin_search;
}

/* ---- the object ---- */

static void
dolen_find_page_dispose (GObject *object)
{
  DolenFindPage *self = DOLEN_FIND_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  self->setting = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_FIND_PAGE);
  g_clear_pointer (&self->filters, dolen_find_filters_free);
  g_clear_pointer (&self->words, dolen_find_filters_free);
  g_clear_pointer (&self->own, dolen_find_filters_free);
  g_clear_pointer (&self->findings, dolen_findings_unref);
  g_clear_pointer (&self->vocabulary, dolen_vocabulary_unref);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->restore_uid, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_find_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, switch_bar);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, list_toggle);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, map_toggle);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, list_side);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, map_side);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, detail_side);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, detail_separator);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, entry);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, filters_toggle);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, chips);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, notice);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, list);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, error);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, farther_button);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, without_box);
  gtk_widget_class_bind_template_child (widget_class, DolenFindPage, form_place);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_filters_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_show_results_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_chip_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_farther_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_unsuitable_cb);
  gtk_widget_class_bind_template_callback (widget_class, dolen_find_page_on_gap_cb);
}

static void
close_detail_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_find_page_close_detail (DOLEN_FIND_PAGE (widget));
}

static void
dolen_find_page_class_init (DolenFindPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_find_page_dispose;
  widget_class->map = dolen_find_page_map;
  g_type_ensure (DOLEN_TYPE_CHIP_ROW);
  g_type_ensure (DOLEN_TYPE_FIND_LIST);
  g_type_ensure (DOLEN_TYPE_FIND_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-find-page.ui");
  bind_template (widget_class);
  bind_callbacks (widget_class);
  gtk_widget_class_install_action (widget_class, "find.close-detail", NULL, close_detail_action);
  gtk_widget_class_install_action (widget_class, "find.talk", NULL, dolen_find_page_talk_action);
  gtk_widget_class_add_binding (
      widget_class, GDK_KEY_Escape, 0, dolen_find_page_escape_binding, NULL);
}

static void
dolen_find_page_init (DolenFindPage *self)
{
  self->filters = dolen_find_filters_new ();
  self->stale = TRUE;
  self->fit = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dolen_find_page_new (DolenSession *session)
{
  DolenFindPage *self = g_object_new (DOLEN_TYPE_FIND_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session,
                           "person-changed",
                           G_CALLBACK (dolen_find_page_on_person_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session,
                           "directory-changed",
                           G_CALLBACK (dolen_find_page_on_directory_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (dolen_find_page_on_casework_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  dolen_find_page_on_person_changed_cb (self);
  return GTK_WIDGET (self);
}

/* ---- for tests and other pages ---- */

const DolenFindFilters *
dolen_find_page_get_filters (DolenFindPage *self)
{
  g_return_val_if_fail (DOLEN_IS_FIND_PAGE (self), NULL);
  return self->filters;
}

DolenFindings *
dolen_find_page_get_findings (DolenFindPage *self)
{
  g_return_val_if_fail (DOLEN_IS_FIND_PAGE (self), NULL);
  return self->findings;
}

DolenFindList *
dolen_find_page_get_list (DolenFindPage *self)
{
  g_return_val_if_fail (DOLEN_IS_FIND_PAGE (self), NULL);
  return self->list;
}

DolenResultsMap *
dolen_find_page_get_map (DolenFindPage *self)
{
  g_return_val_if_fail (DOLEN_IS_FIND_PAGE (self), NULL);
  return self->map;
}

DolenDetailPane *
dolen_find_page_get_detail (DolenFindPage *self)
{
  g_return_val_if_fail (DOLEN_IS_FIND_PAGE (self), NULL);
  return self->detail;
}

gboolean
dolen_find_page_is_detail_open (DolenFindPage *self)
{
  g_return_val_if_fail (DOLEN_IS_FIND_PAGE (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self->detail_side));
}
