/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/map/dolen-results-map.h"

#include "app/map/dolen-base-map-source.h"
#include "place/dolen-mercator.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _DolenResultsMap {
  AdwBin parent_instance;

  DolenBaseMap *base; /* (owned) (nullable) */
  ShumateMap *map;
  ShumateLayer *tiles;        /* (nullable) belongs to the map */
  DolenBaseMapSource *source; /* (owned) (nullable) of the tiles */
  DolenPointsLayer *points;
  gboolean shown_before; /* pins were shown and the view was fitted to them */
  gboolean fit_wanted;   /* as soon as there is a size */
  double ring_latitude, ring_longitude, ring_km;
  GtkLabel *ring_words;
};

G_DEFINE_FINAL_TYPE (DolenResultsMap, dolen_results_map, ADW_TYPE_BIN)

enum {
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  SIGNAL_SEVERAL,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

#define MIN_ZOOM 6.0
#define MAX_ZOOM 15.0
#define PAN_PX 80.0
#define PIN_MARGIN_PX 40.0

/* The middle of Wales, where there is nothing to show. */
static const DolenMercatorBox wales = { 0.4850, 0.3234, 0.4928, 0.3333 };

static ShumateViewport *
get_viewport (DolenResultsMap *self)
{
  return shumate_map_get_viewport (self->map);
}

/* What shows all of something is a whole zoom: between two, tiles are stretched and blurred. */
static void
go_to (DolenResultsMap *self, double x, double y, double zoom)
{
  ShumateViewport *viewport = get_viewport (self);

  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (viewport, CLAMP (zoom, MIN_ZOOM, MAX_ZOOM));
  shumate_location_set_location (
      SHUMATE_LOCATION (viewport), dolen_mercator_latitude (y), dolen_mercator_longitude (x));
}

static void
grow_box (DolenMercatorBox *box, double x, double y)
{
  box->min_x = MIN (box->min_x, x);
  box->min_y = MIN (box->min_y, y);
  box->max_x = MAX (box->max_x, x);
  box->max_y = MAX (box->max_y, y);
}

static gboolean
box_of_pins (DolenResultsMap *self, DolenMercatorBox *box)
{
  gsize n;
  const DolenMapPin *pins = dolen_points_layer_get_points (self->points, &n);
  gboolean any = FALSE;

  *box = (DolenMercatorBox){ 2, 2, -1, -1 };
  for (gsize i = 0; i < n; i++) {
    if (isnan (pins[i].latitude) || isnan (pins[i].longitude))
      continue;
    grow_box (box, dolen_mercator_x (pins[i].longitude), dolen_mercator_y (pins[i].latitude));
    any = TRUE;
  }
  if (!isnan (self->ring_km) && self->ring_km <= 0) {
    grow_box (box, dolen_mercator_x (self->ring_longitude), dolen_mercator_y (self->ring_latitude));
    any = TRUE;
  } else if (!isnan (self->ring_km)) {
    double x = dolen_mercator_x (self->ring_longitude), y = dolen_mercator_y (self->ring_latitude);
    double r
        = self->ring_km * 1000
          / (dolen_mercator_metres_per_px (self->ring_latitude, 0) * dolen_mercator_world_px (0));

    *box = (DolenMercatorBox){ x - r, y - r, x + r, y + r };
    any = TRUE;
  }
  return any;
}

static void
fit_now (DolenResultsMap *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->map)) - 80;
  int height = gtk_widget_get_height (GTK_WIDGET (self->map)) - 80;
  DolenMercatorBox box;

  if (!box_of_pins (self, &box))
    box = wales;
  self->fit_wanted = FALSE;
  go_to (self,
         (box.min_x + box.max_x) / 2,
         (box.min_y + box.max_y) / 2,
         floor (dolen_mercator_fit_zoom (&box, MAX (width, 60), MAX (height, 60), 13)));
}

/* With libshumate 1.4 a position set before the first frame asks for no tiles: the first fit waits
 * for a frame in which the map has its size. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DolenResultsMap *self = DOLEN_RESULTS_MAP (widget);

  if (gtk_widget_get_width (GTK_WIDGET (self->map)) <= 0)
    return G_SOURCE_CONTINUE;
  if (self->fit_wanted)
    fit_now (self);
  return G_SOURCE_REMOVE;
}

static void
rebuild_tiles (DolenResultsMap *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  DolenBaseMapSource *source;

  if (self->base == NULL)
    return;
  source = dolen_base_map_source_new (self->base, dolen_language_current (), dark);
  if (self->tiles != NULL)
    shumate_map_remove_layer (self->map, self->tiles);
  self->tiles
      = SHUMATE_LAYER (shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), get_viewport (self)));
  shumate_map_insert_layer_behind (self->map, self->tiles, SHUMATE_LAYER (self->points));
  shumate_viewport_set_reference_map_source (get_viewport (self), SHUMATE_MAP_SOURCE (source));
  g_set_object (&self->source, source);
  g_object_unref (source);
}

static void
select_and_tell (DolenResultsMap *self, gint64 id)
{
  dolen_results_map_set_selected (self, id);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, id);
}

static const DolenMapPin *
find_pin (DolenResultsMap *self, gint64 id)
{
  gsize n;
  const DolenMapPin *pins = dolen_points_layer_get_points (self->points, &n);

  for (gsize i = 0; i < n; i++)
    if (pins[i].id == id)
      return &pins[i];
  return NULL;
}

/* Zooms into a cluster; says FALSE where its services all stand at one spot. */
static gboolean
zoom_into (DolenResultsMap *self, GArray *ids)
{
  DolenMercatorBox box = { 2, 2, -1, -1 };
  double zoom = shumate_viewport_get_zoom_level (get_viewport (self)), fit;

  for (guint i = 0; i < ids->len; i++) {
    const DolenMapPin *pin = find_pin (self, g_array_index (ids, gint64, i));

    if (pin != NULL)
      grow_box (&box, dolen_mercator_x (pin->longitude), dolen_mercator_y (pin->latitude));
  }
  if (zoom >= MAX_ZOOM || (box.max_x - box.min_x < 2e-8 && box.max_y - box.min_y < 2e-8))
    return FALSE;
  fit = floor (
      dolen_mercator_fit_zoom (&box,
                               MAX (gtk_widget_get_width (GTK_WIDGET (self->map)) - 120, 60),
                               MAX (gtk_widget_get_height (GTK_WIDGET (self->map)) - 120, 60),
                               MAX_ZOOM));
  go_to (
      self, (box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2, MAX (fit, floor (zoom) + 1));
  return TRUE;
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  DolenResultsMap *self = DOLEN_RESULTS_MAP (user_data);
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  gboolean finger = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  g_autoptr (GArray) ids = dolen_points_layer_hit (self->points, x, y, finger ? 12 : 4);

  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  if (ids->len == 1) {
    gint64 id = g_array_index (ids, gint64, 0);

    select_and_tell (self, id);
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
  } else if (ids->len > 1 && !zoom_into (self, ids)) {
    g_signal_emit (self, signals[SIGNAL_SEVERAL], 0, ids);
  }
}

static void
pan (DolenResultsMap *self, double dx, double dy)
{
  ShumateViewport *viewport = get_viewport (self);
  double world = dolen_mercator_world_px (shumate_viewport_get_zoom_level (viewport));
  double x = dolen_mercator_x (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)));
  double y = dolen_mercator_y (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)));

  go_to (self, x + dx / world, y + dy / world, shumate_viewport_get_zoom_level (viewport));
}

static void
zoom_by (DolenResultsMap *self, double step)
{
  ShumateViewport *viewport = get_viewport (self);
  double zoom = shumate_viewport_get_zoom_level (viewport) + step;

  shumate_viewport_set_zoom_level (viewport, CLAMP (zoom, MIN_ZOOM, MAX_ZOOM));
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        gpointer user_data)
{
  DolenResultsMap *self = DOLEN_RESULTS_MAP (user_data);
  gint64 selected = dolen_points_layer_get_selected (self->points);

  switch (key) {
  case GDK_KEY_Left:
    pan (self, -PAN_PX, 0);
    return TRUE;
  case GDK_KEY_Right:
    pan (self, PAN_PX, 0);
    return TRUE;
  case GDK_KEY_Up:
    pan (self, 0, -PAN_PX);
    return TRUE;
  case GDK_KEY_Down:
    pan (self, 0, PAN_PX);
    return TRUE;
  case GDK_KEY_plus:
  case GDK_KEY_equal:
  case GDK_KEY_KP_Add:
    zoom_by (self, 1);
    return TRUE;
  case GDK_KEY_minus:
  case GDK_KEY_KP_Subtract:
    zoom_by (self, -1);
    return TRUE;
  case GDK_KEY_Tab:
    return dolen_results_map_step (self, TRUE);
  case GDK_KEY_ISO_Left_Tab:
    return dolen_results_map_step (self, FALSE);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if (selected == 0)
      return FALSE;
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, selected);
    return TRUE;
  default:
    return FALSE;
  }
}

static GtkWidget *
new_zoom_button (DolenResultsMap *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "osd");
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
on_zoom_in (DolenResultsMap *self)
{
  zoom_by (self, 1);
}

static void
on_zoom_out (DolenResultsMap *self)
{
  zoom_by (self, -1);
}

static GtkWidget *
new_buttons (DolenResultsMap *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_bottom (box, 32);
  gtk_box_append (
      GTK_BOX (box),
      new_zoom_button (self, "zoom-in-symbolic", _ ("Zoom in"), G_CALLBACK (on_zoom_in)));
  gtk_box_append (
      GTK_BOX (box),
      new_zoom_button (self, "zoom-out-symbolic", _ ("Zoom out"), G_CALLBACK (on_zoom_out)));
  gtk_box_append (GTK_BOX (box),
                  new_zoom_button (self,
                                   "zoom-fit-best-symbolic",
                                   _ ("Show all results"),
                                   G_CALLBACK (dolen_results_map_fit)));
  return box;
}

/* A line of small words over the map. */
static GtkWidget *
new_words (const char *text, GtkAlign halign, GtkAlign valign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "map-credit");
  gtk_widget_set_halign (label, halign);
  gtk_widget_set_valign (label, valign);
  return label;
}

static void
add_controllers (DolenResultsMap *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), keys);
}

static void
dolen_results_map_dispose (GObject *object)
{
  DolenResultsMap *self = DOLEN_RESULTS_MAP (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->base, dolen_base_map_unref);
  G_OBJECT_CLASS (dolen_results_map_parent_class)->dispose (object);
}

static void
dolen_results_map_class_init (DolenResultsMapClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_results_map_dispose;
  signals[SIGNAL_SELECTED] = g_signal_new (
      "selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_ACTIVATED] = g_signal_new (
      "activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_SEVERAL] = g_signal_new (
      "several", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
dolen_results_map_init (DolenResultsMap *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->ring_km = NAN;
  self->map = shumate_map_new ();
  self->points = dolen_points_layer_new (get_viewport (self));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->points));
  shumate_viewport_set_min_zoom_level (get_viewport (self), (guint) MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (get_viewport (self), (guint) MAX_ZOOM);
  shumate_map_set_animate_zoom (self->map, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->map), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->map), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->map), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of the results; the list holds the same"),
                                  -1);
  add_controllers (self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->map));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), new_buttons (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay),
                           new_words (dolen_base_map_credit (), GTK_ALIGN_END, GTK_ALIGN_END));
  self->ring_words = GTK_LABEL (new_words ("", GTK_ALIGN_START, GTK_ALIGN_START));
  dolen_results_map_set_ring_words (self, NULL);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->ring_words));
  adw_bin_set_child (ADW_BIN (self), overlay);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (rebuild_tiles),
                           self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
dolen_results_map_new (DolenBaseMap *base)
{
  DolenResultsMap *self = g_object_new (DOLEN_TYPE_RESULTS_MAP, NULL);

  self->base = base != NULL ? dolen_base_map_ref (base) : NULL;
  rebuild_tiles (self);
  dolen_results_map_fit (self);
  return GTK_WIDGET (self);
}

void
dolen_results_map_fit (DolenResultsMap *self)
{
  g_return_if_fail (DOLEN_IS_RESULTS_MAP (self));

  self->fit_wanted = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

void
dolen_results_map_set_pins (DolenResultsMap *self, const DolenMapPin *pins, gsize n, gboolean fit)
{
  g_return_if_fail (DOLEN_IS_RESULTS_MAP (self));

  dolen_points_layer_set_points (self->points, pins, n);
  if (n > 0 && (fit || !self->shown_before)) {
    self->shown_before = TRUE;
    dolen_results_map_fit (self);
  }
}

void
dolen_results_map_set_selected (DolenResultsMap *self, gint64 id)
{
  const DolenMapPin *pin;
  double px, py;

  g_return_if_fail (DOLEN_IS_RESULTS_MAP (self));

  dolen_points_layer_set_selected (self->points, id);
  pin = find_pin (self, id);
  if (id == 0 || pin == NULL || isnan (pin->latitude))
    return;
  shumate_viewport_location_to_widget_coords (
      get_viewport (self), GTK_WIDGET (self->map), pin->latitude, pin->longitude, &px, &py);
  if (px < PIN_MARGIN_PX || py < PIN_MARGIN_PX
      || px > gtk_widget_get_width (GTK_WIDGET (self->map)) - PIN_MARGIN_PX
      || py > gtk_widget_get_height (GTK_WIDGET (self->map)) - PIN_MARGIN_PX)
    shumate_location_set_location (
        SHUMATE_LOCATION (get_viewport (self)), pin->latitude, pin->longitude);
}

gint64
dolen_results_map_get_selected (DolenResultsMap *self)
{
  g_return_val_if_fail (DOLEN_IS_RESULTS_MAP (self), 0);
  return dolen_points_layer_get_selected (self->points);
}

void
dolen_results_map_set_ring (DolenResultsMap *self, double latitude, double longitude, double km)
{
  gboolean same;

  g_return_if_fail (DOLEN_IS_RESULTS_MAP (self));

  same = !isnan (self->ring_km) && memcmp (&self->ring_latitude, &latitude, sizeof latitude) == 0
         && memcmp (&self->ring_longitude, &longitude, sizeof longitude) == 0
         && memcmp (&self->ring_km, &km, sizeof km) == 0;
  self->ring_latitude = latitude;
  self->ring_longitude = longitude;
  self->ring_km = isnan (latitude) || isnan (longitude) ? NAN : km;
  dolen_points_layer_set_ring (self->points, latitude, longitude, km);
  if (!isnan (self->ring_km) && !same)
    dolen_results_map_fit (self);
}

void
dolen_results_map_set_ring_words (DolenResultsMap *self, const char *words)
{
  g_return_if_fail (DOLEN_IS_RESULTS_MAP (self));
  gtk_label_set_text (self->ring_words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->ring_words), words != NULL);
}

typedef struct {
  double distance;
  gint64 id;
} Step;

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *x = a, *y = b;

  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* The pins in the order Tab walks them: outwards from the ring's middle, or from all pins'. */
static GArray *
pins_outwards (DolenResultsMap *self)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  DolenMercatorBox box;
  gsize n;
  const DolenMapPin *pins = dolen_points_layer_get_points (self->points, &n);

  if (!box_of_pins (self, &box))
    return steps;
  for (gsize i = 0; i < n; i++) {
    Step step = { 0, pins[i].id };
    double dx, dy;

    if (isnan (pins[i].latitude) || isnan (pins[i].longitude))
      continue;
    dx = dolen_mercator_x (pins[i].longitude) - (box.min_x + box.max_x) / 2;
    dy = dolen_mercator_y (pins[i].latitude) - (box.min_y + box.max_y) / 2;
    step.distance = dx * dx + dy * dy;
    g_array_append_val (steps, step);
  }
  g_array_sort (steps, compare_steps);
  return steps;
}

gboolean
dolen_results_map_step (DolenResultsMap *self, gboolean forward)
{
  g_autoptr (GArray) steps = NULL;
  gint64 selected;
  guint at, next;

  g_return_val_if_fail (DOLEN_IS_RESULTS_MAP (self), FALSE);

  steps = pins_outwards (self);
  selected = dolen_points_layer_get_selected (self->points);
  for (at = 0; at < steps->len; at++)
    if (g_array_index (steps, Step, at).id == selected)
      break;
  if (at == steps->len)
    next = forward ? 0 : G_MAXUINT;
  else
    next = forward ? at + 1 : at - 1;
  if (next >= steps->len)
    return FALSE;
  select_and_tell (self, g_array_index (steps, Step, next).id);
  return TRUE;
}

gboolean
dolen_results_map_is_painted (DolenResultsMap *self)
{
  g_return_val_if_fail (DOLEN_IS_RESULTS_MAP (self), FALSE);
  return !self->fit_wanted
         && (self->source == NULL || dolen_base_map_source_is_idle (self->source));
}

DolenPointsLayer *
dolen_results_map_get_layer (DolenResultsMap *self)
{
  g_return_val_if_fail (DOLEN_IS_RESULTS_MAP (self), NULL);
  return self->points;
}

ShumateMap *
dolen_results_map_get_map (DolenResultsMap *self)
{
  g_return_val_if_fail (DOLEN_IS_RESULTS_MAP (self), NULL);
  return self->map;
}
