/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-find-page-private.h"

#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-several-popover.h"
#include "app/find/dolen-travel-ring.h"

#include <glib/gi18n.h>
#include <math.h>

static DolenDistanceUnit
get_unit (DolenFindPage *self)
{
  return dolen_find_unit (dolen_session_get_settings (self->session));
}

/* ---- wide and narrow ---- */

static gboolean
fold_cb (gpointer user_data)
{
  DolenFindPage *self = user_data;
  const char *shown = adw_leaflet_get_visible_child_name (self->leaflet);

  self->fold_source = 0;
  gtk_widget_set_visible (
      self->switch_bar, adw_leaflet_get_folded (self->leaflet) && g_strcmp0 (shown, "detail") != 0);
  return G_SOURCE_REMOVE;
}

/* Folding comes while sizes are being allocated: what depends on it waits. */
void
dolen_find_page_on_folded_cb (DolenFindPage *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add (fold_cb, self);
}

void
dolen_find_page_show_side (DolenFindPage *self, const char *name)
{
  adw_leaflet_set_visible_child_name (self->leaflet, name);
  dolen_find_page_on_folded_cb (self);
}

void
dolen_find_page_on_view_toggled_cb (DolenFindPage *self)
{
  if (!self->setting)
    dolen_find_page_show_side (self,
                               gtk_toggle_button_get_active (self->list_toggle) ? "list" : "map");
}

/* The map has another size now; what is selected may have fallen outside. */
static gboolean
show_selected_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DolenFindPage *self = user_data;

  /* A tick comes before the sizes of its frame: the new ones are there with the next. */
  if (self->frames > 0) {
    self->frames--;
    return G_SOURCE_CONTINUE;
  }
  if (self->map != NULL)
    dolen_results_map_set_selected (self->map, dolen_results_map_get_selected (self->map));
  return G_SOURCE_REMOVE;
}

void
dolen_find_page_show_detail (DolenFindPage *self, gboolean open)
{
  gtk_widget_set_visible (GTK_WIDGET (self->detail_side), open);
  gtk_widget_set_visible (self->detail_separator, open);
  self->frames = 1;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_selected_cb, self, NULL);
  if (open)
    dolen_find_page_show_side (self, "detail");
  else
    dolen_find_page_show_side (self,
                               gtk_toggle_button_get_active (self->list_toggle) ? "list" : "map");
}

/* ---- one selection ---- */

void
dolen_find_page_select_id (DolenFindPage *self, gint64 id)
{
  dolen_find_list_set_selected (self->list, id);
  if (dolen_results_map_get_selected (self->map) != id)
    dolen_results_map_set_selected (self->map, id);
  if (id != 0 && dolen_find_page_is_detail_open (self)
      && dolen_detail_pane_get_id (self->detail) != id)
    dolen_detail_pane_show_id (self->detail, id);
}

void
dolen_find_page_open_id (DolenFindPage *self, gint64 id)
{
  if (id == 0 || !dolen_detail_pane_show_id (self->detail, id))
    return;
  dolen_find_page_select_id (self, id);
  dolen_find_page_show_detail (self, TRUE);
}

void
dolen_find_page_on_list_selected_cb (DolenFindPage *self, gint64 id)
{
  dolen_find_page_select_id (self, id);
}

void
dolen_find_page_on_opened_cb (DolenFindPage *self, gint64 id)
{
  dolen_find_page_open_id (self, id);
}

static void
open_chosen (gint64 id, gpointer user_data)
{
  dolen_find_page_open_id (user_data, id);
}

void
dolen_find_page_on_several_cb (DolenFindPage *self, GArray *ids)
{
  ShumateMap *map = dolen_results_map_get_map (self->map);
  GdkRectangle at = { 0, 0, 1, 1 };
  double x = 0, y = 0;
  gsize n;
  const DolenMapPin *pins
      = dolen_points_layer_get_points (dolen_results_map_get_layer (self->map), &n);

  for (gsize i = 0; i < n; i++)
    if (ids->len > 0 && pins[i].id == g_array_index (ids, gint64, 0))
      shumate_viewport_location_to_widget_coords (shumate_map_get_viewport (map),
                                                  GTK_WIDGET (map),
                                                  pins[i].latitude,
                                                  pins[i].longitude,
                                                  &x,
                                                  &y);
  at.x = (int) x;
  at.y = (int) y;
  dolen_several_popover_show (GTK_WIDGET (self->map),
                              &at,
                              self->session,
                              (const gint64 *) (gpointer) ids->data,
                              ids->len,
                              open_chosen,
                              self);
}

void
dolen_find_page_close_detail (DolenFindPage *self)
{
  if (!dolen_find_page_is_detail_open (self))
    return;
  dolen_find_page_show_detail (self, FALSE);
  if (gtk_toggle_button_get_active (self->list_toggle))
    dolen_find_list_focus (self->list);
}

gboolean
dolen_find_page_escape_binding (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DolenFindPage *self = DOLEN_FIND_PAGE (widget);

  if (self->detail == NULL || !dolen_find_page_is_detail_open (self))
    return FALSE;
  dolen_find_page_close_detail (self);
  return TRUE;
}

/* ---- showing what was found ---- */

static void
show_ring (DolenFindPage *self)
{
  const DolenPosition *from = &self->findings->from;
  DolenMeans means;
  double km = dolen_travel_ring_km (self->filters->max_km, self->findings->profile, &means);
  g_autofree char *words = NULL;

  if (dolen_position_is_known (from)) {
    dolen_results_map_set_ring (self->map, from->latitude, from->longitude, km);
    if (km > 0)
      words = dolen_travel_ring_say (km, means, dolen_language_current (), get_unit (self));
  } else {
    dolen_results_map_set_ring (self->map, NAN, NAN, 0);
  }
  dolen_results_map_set_ring_words (self->map, words);
}

static void
show_pins (DolenFindPage *self)
{
  const GArray *pins = self->findings->pins;

  show_ring (self);
  dolen_results_map_set_pins (
      self->map, (const DolenMapPin *) (gpointer) pins->data, pins->len, self->fit);
  self->fit = FALSE;
}

static gboolean
has_filters (DolenFindPage *self)
{
  g_autoptr (DolenFindFilters) plain = dolen_find_filters_copy (self->filters);

  g_clear_pointer (&plain->text, g_free);
  return !dolen_find_filters_is_empty (plain);
}

static void
on_without_cb (GtkButton *button, DolenFindPage *self)
{
  DolenFilterChip *chip = g_object_get_data (G_OBJECT (button), "chip");
  g_autoptr (GtkButton) kept = g_object_ref (button);

  dolen_find_page_on_chip_removed_cb (self, chip);
}

static GtkWidget *
new_without (DolenFindPage *self, DolenFilterChip *chip, guint n)
{
  /* Translators: a button where nothing was found: how many groups there are if one of the filters
   * is taken away: Without “Minibus or lift provided”: 4. Welsh: Heb “…”. */
  g_autofree char *text = g_strdup_printf (_ ("Without “%s”: %u"), chip->label, n);
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_object_set_data_full (G_OBJECT (button), "chip", chip, (GDestroyNotify) dolen_filter_chip_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_without_cb), self, 0);
  return button;
}

/* The labels are those of the chips above; a chip that has gone meanwhile is not offered. */
static void
show_without (DolenFindPage *self)
{
  const GArray *without = self->findings->without;
  g_autoptr (GPtrArray) chips = dolen_find_filters_chips (
      self->filters, self->vocabulary, dolen_language_current (), get_unit (self));

  dolen_detail_view_clear (self->without_box);
  for (guint i = 0; i < without->len; i++) {
    const DolenFindingsWithout *one = &g_array_index (without, DolenFindingsWithout, i);

    for (guint c = 0; c < chips->len; c++) {
      const DolenFilterChip *chip = g_ptr_array_index (chips, c);

      if (chip->kind == one->kind && chip->value == one->value
          && g_strcmp0 (chip->code, one->code) == 0) {
        gtk_box_append (self->without_box,
                        new_without (self, g_ptr_array_steal_index (chips, c), one->n));
        break;
      }
    }
  }
  gtk_widget_set_visible (GTK_WIDGET (self->without_box),
                          gtk_widget_get_first_child (GTK_WIDGET (self->without_box)) != NULL);
}

static void
show_nothing (DolenFindPage *self)
{
  g_autofree char *little
      = dolen_findings_little_sentence (self->findings, dolen_language_current (), get_unit (self));
  gboolean farther
      = self->findings->ranked ? self->findings->farther > 0 : self->filters->max_km > 0;

  /* Translators: where a search found nothing. */
  adw_status_page_set_title (self->nothing, _ ("Nothing Found"));
  adw_status_page_set_description (
      self->nothing,
      little != NULL ? little
                     : _ ("Try another word, the same in the other language, or fewer filters."));
  gtk_widget_set_visible (self->farther_button, farther && self->filters->max_km > 0);
  gtk_widget_set_visible (self->clear_button, !dolen_find_filters_is_empty (self->filters));
  gtk_button_set_label (GTK_BUTTON (self->clear_button),
                        has_filters (self) ? _ ("Clear the Filters")
                                           /* Translators: a button: the words typed go away. */
                                           : _ ("Clear the Search"));
  show_without (self);
}

void
dolen_find_page_show_chips (DolenFindPage *self)
{
  g_autoptr (DolenFindFilters) plain = dolen_find_filters_copy (self->filters);
  const char *reset = NULL;

  g_clear_pointer (&plain->text, g_free);
  if (self->words != NULL && !dolen_find_filters_equal (plain, self->words))
    /* Translators: a button: puts the filters back to what the person said of themselves. */
    reset = _ ("Use Their Words Again");
  else if (self->words == NULL && !dolen_find_filters_is_empty (plain))
    reset = _ ("Clear the Filters");
  dolen_chip_row_show (
      self->chips,
      dolen_find_filters_chips (
          self->filters, self->vocabulary, dolen_language_current (), get_unit (self)),
      reset);
  if (gtk_toggle_button_get_active (self->filters_toggle))
    gtk_widget_set_visible (GTK_WIDGET (self->chips), FALSE);
}

void
dolen_find_page_show_state (DolenFindPage *self)
{
  g_autofree char *sentence = NULL;
  const char *page = "loading";

  if (self->findings != NULL) {
    sentence = dolen_findings_sentence (self->findings, dolen_language_current ());
    page = self->findings->results->len > 0 ? "results" : "nothing";
    if (self->findings->results->len == 0)
      show_nothing (self);
  }
  if (gtk_toggle_button_get_active (self->filters_toggle))
    page = "filters";
  gtk_label_set_text (self->sentence, sentence != NULL ? sentence : "");
  gtk_stack_set_visible_child_name (self->stack, page);
  dolen_find_notice_show (self->notice, self->session, self->findings, self->unsuitable);
  if (g_str_equal (page, "filters"))
    gtk_widget_set_visible (GTK_WIDGET (self->notice), FALSE);
  dolen_find_page_show_chips (self);
}

static void
restore_selection (DolenFindPage *self)
{
  g_autofree char *uid = g_steal_pointer (&self->restore_uid);
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  g_autoptr (DolenService) service = NULL;

  if (uid != NULL && directory != NULL)
    service = dolen_directory_get_service (directory, uid, NULL);
  if (service != NULL)
    dolen_find_page_select_id (self, service->id);
}

void
dolen_find_page_show_findings (DolenFindPage *self, DolenFindings *findings)
{
  gint64 selected = dolen_results_map_get_selected (self->map);

  g_clear_pointer (&self->findings, dolen_findings_unref);
  self->findings = findings;
  dolen_find_list_show (self->list, findings);
  dolen_detail_pane_set_findings (self->detail, findings);
  if (findings != NULL) {
    show_pins (self);
    if (selected != 0 && dolen_findings_position (findings, selected) == G_MAXUINT
        && !dolen_find_page_is_detail_open (self))
      dolen_results_map_set_selected (self->map, 0);
    restore_selection (self);
  }
  dolen_find_page_show_state (self);
}
