/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-list.h"

#include "app/directory/dolen-listing-model.h"
#include "app/directory/dolen-listing-row.h"
#include "app/dolen-list-util.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

struct _DolenListingList {
  AdwBin parent_instance;
  DolenSession *session;         /* (owned) */
  GCancellable *cancellable;     /* (owned) (nullable) of the search under way */
  GtkSingleSelection *selection; /* (owned) */
  gint64 selected;               /* row id to come back to, 0 none */
  gboolean stale;                /* found before something changed */

  GtkStack *stack;       /* "list", "empty" */
  GtkStack *found_stack; /* "list", "none" */
  GtkSearchEntry *search_entry;
  GtkDropDown *status_choice;
  GtkDropDown *texts_choice;
  GtkLabel *count_label;
  AdwBin *view_place;
  GtkListView *view;
};

static void dolen_listing_list_iface_init (DolenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenListingList,
                               dolen_listing_list,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_PAGE,
                                                      dolen_listing_list_iface_init))

/* ---- finding, in the worker ---- */

static void
query_free (gpointer data)
{
  DolenListingQuery *query = data;

  g_free ((char *) query->text);
  g_free (query);
}

static gpointer
find (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  return dolen_listings_find (directory, data, error);
}

static void
show_count (DolenListingList *self, guint n)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (
      /* Translators: %u: how many groups (grŵp, masc.) stand in the list. */
      ngettext ("%u listing", "%u listings", (gulong) n),
      n);
  gtk_label_set_text (self->count_label, text);
}

static void
select_id (DolenListingList *self, gint64 id)
{
  GListModel *model = gtk_single_selection_get_model (self->selection);
  guint position = id != 0 ? dolen_listing_model_find (DOLEN_LISTING_MODEL (model), id) : G_MAXUINT;

  gtk_single_selection_set_selected (self->selection, position);
  if (position != G_MAXUINT)
    dolen_list_scroll_to (GTK_WIDGET (self->view), position);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenListingList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  g_autoptr (DolenListingModel) model = NULL;

  if (ids == NULL) {
    if (error != NULL)
      dolen_session_report (DOLEN_SESSION (source), error);
    return;
  }
  if (self->session == NULL)
    return;
  model = dolen_listing_model_new (self->session, ids);
  dolen_list_replace (self->selection, G_LIST_MODEL (model));
  show_count (self, ids->len);
  select_id (self, self->selected);
  gtk_stack_set_visible_child_name (self->found_stack, ids->len > 0 ? "list" : "none");
  gtk_stack_set_visible_child_name (self->stack,
                                    dolen_session_is_empty (self->session) ? "empty" : "list");
}

/* The choices, in the order of their lists. */
static guint
chosen_statuses (DolenListingList *self)
{
  guint chosen = gtk_drop_down_get_selected (self->status_choice);

  return chosen == 0 || chosen > DOLEN_N_LISTING_STATUSES ? 0 : 1u << (chosen - 1);
}

static guint
chosen_lacks (DolenListingList *self)
{
  guint chosen = gtk_drop_down_get_selected (self->texts_choice);

  return chosen == 0 || chosen > 3 ? 0 : 1u << (chosen - 1);
}

static void
start_finding (DolenListingList *self)
{
  DolenSessionJob job = {
    "find listings", G_PRIORITY_DEFAULT, find, NULL, query_free, (GDestroyNotify) g_array_unref
  };
  DolenListingQuery *query;

  if (dolen_session_get_directory (self->session) == NULL)
    return;
  self->stale = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  query = g_new0 (DolenListingQuery, 1);
  query->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  query->statuses = chosen_statuses (self);
  query->lacks = chosen_lacks (self);
  query->names_in = dolen_language_current ();
  job.data = query;
  dolen_session_run (self->session, &job, self->cancellable, on_found_cb, g_object_ref (self));
}

static void
on_asked_cb (DolenListingList *self)
{
  if (self->session != NULL)
    start_finding (self);
}

/* Only where it is looked at; whoever comes back to it sees what is new. */
static void
on_directory_changed_cb (DolenListingList *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_finding (self);
}

static void
on_clear_cb (DolenListingList *self)
{
  gtk_drop_down_set_selected (self->status_choice, 0);
  gtk_drop_down_set_selected (self->texts_choice, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* ---- rows ---- */

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, dolen_listing_row_new ());
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *spoken = dolen_listing_row_show (
      DOLEN_LISTING_ROW (row), dolen_listing_item_get (gtk_list_item_get_item (item)));

  dolen_list_label_item (row, spoken);
}

static void
on_activate_cb (DolenListingList *self, guint position)
{
  g_autoptr (DolenListingItem) item
             = g_list_model_get_item (gtk_single_selection_get_model (self->selection), position);
  const DolenListing *listing = item != NULL ? dolen_listing_item_get (item) : NULL;

  if (listing == NULL)
    return;
  self->selected = listing->id;
  dolen_page_go (GTK_WIDGET (self), "directory", "service", listing->uid);
}

static void
build_view (DolenListingList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  self->view = GTK_LIST_VIEW (
      gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "results");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: the groups of the directory, as whoever keeps
                                   * it sees them. */
                                  _ ("Listings"),
                                  -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (adw_bin_get_child (self->view_place)),
                                 GTK_WIDGET (self->view));
}

/* ---- the page ---- */

static GVariant *
save_state (DolenPage *page)
{
  DolenListingList *self = DOLEN_LISTING_LIST (page);
  GVariantDict state = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (
      &state, "search", "s", gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_variant_dict_insert (&state, "status", "u", gtk_drop_down_get_selected (self->status_choice));
  g_variant_dict_insert (&state, "texts", "u", gtk_drop_down_get_selected (self->texts_choice));
  g_variant_dict_insert (&state, "selected", "x", self->selected);
  return g_variant_dict_end (&state);
}

static void
restore_state (DolenPage *page, GVariant *state)
{
  DolenListingList *self = DOLEN_LISTING_LIST (page);
  const char *search;
  guint32 chosen;

  g_variant_lookup (state, "selected", "x", &self->selected);
  if (g_variant_lookup (state, "status", "u", &chosen))
    gtk_drop_down_set_selected (self->status_choice, chosen);
  if (g_variant_lookup (state, "texts", "u", &chosen))
    gtk_drop_down_set_selected (self->texts_choice, chosen);
  if (g_variant_lookup (state, "search", "&s", &search))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
}

static void
begin_search (DolenPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (DOLEN_LISTING_LIST (page)->search_entry));
}

static void
dolen_listing_list_iface_init (DolenPageInterface *iface)
{
  iface->save_state = save_state;
  iface->restore_state = restore_state;
  iface->begin_search = begin_search;
}

/* ---- the object ---- */

static void
dolen_listing_list_map (GtkWidget *widget)
{
  DolenListingList *self = DOLEN_LISTING_LIST (widget);

  GTK_WIDGET_CLASS (dolen_listing_list_parent_class)->map (widget);
  if (self->stale)
    start_finding (self);
}

static void
dolen_listing_list_dispose (GObject *object)
{
  DolenListingList *self = DOLEN_LISTING_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  /* The stack is a child of the template and the bin's own: it may go only once. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_LISTING_LIST);
  G_OBJECT_CLASS (dolen_listing_list_parent_class)->dispose (object);
}

static void
dolen_listing_list_class_init (DolenListingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_listing_list_dispose;
  widget_class->map = dolen_listing_list_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-listing-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenListingList, stack);
  gtk_widget_class_bind_template_child (widget_class, DolenListingList, found_stack);
  gtk_widget_class_bind_template_child (widget_class, DolenListingList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DolenListingList, status_choice);
  gtk_widget_class_bind_template_child (widget_class, DolenListingList, texts_choice);
  gtk_widget_class_bind_template_child (widget_class, DolenListingList, count_label);
  gtk_widget_class_bind_template_child (widget_class, DolenListingList, view_place);
  gtk_widget_class_bind_template_callback (widget_class, on_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_cb);
}

static void
fill_statuses (DolenListingList *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: a filter that is off: groups whatever their status. */
  gtk_string_list_append (names, _ ("Every status"));
  for (guint i = 0; i < DOLEN_N_LISTING_STATUSES; i++)
    gtk_string_list_append (names, dolen_listing_status_words (i, dolen_language_current ()));
  gtk_drop_down_set_model (self->status_choice, G_LIST_MODEL (names));
}

static void
dolen_listing_list_init (DolenListingList *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_statuses (self);
  build_view (self);
}

GtkWidget *
dolen_listing_list_new (DolenSession *session)
{
  DolenListingList *self = g_object_new (DOLEN_TYPE_LISTING_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (
      session, "directory-changed", G_CALLBACK (on_directory_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GListModel *
dolen_listing_list_get_model (DolenListingList *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_LIST (self), NULL);
  return gtk_single_selection_get_model (self->selection);
}
