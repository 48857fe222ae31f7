/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/map/dolen-base-map-source.h"
#include "app/map/dolen-results-map.h"
#include "dolen-app-test.h"

#include <math.h>

/* Tregaron, Lampeter twice at one spot, Aberystwyth, and one that is nowhere. */
static const DolenMapPin pins[] = {
  { 1, 52.219, -3.935, DOLEN_PIN_READY }, { 2, 52.114, -4.079, DOLEN_PIN_HELP },
  { 3, 52.114, -4.079, DOLEN_PIN_WAIT },  { 4, 52.415, -4.083, DOLEN_PIN_PLAIN },
  { 5, NAN, NAN, DOLEN_PIN_PLAIN },
};

typedef struct {
  GtkWidget *window;
  DolenResultsMap *map;
  gint64 selected;
} Fixture;

static void
on_selected (DolenResultsMap *map, gint64 id, Fixture *fixture)
{
  fixture->selected = id;
}

static Fixture
new_fixture (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenBaseMap) base = dolen_base_map_load (NULL, &error);
  Fixture fixture = { gtk_window_new (), NULL, 0 };

  g_assert_no_error (error);
  fixture.map = DOLEN_RESULTS_MAP (dolen_results_map_new (base));
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture.window), GTK_WIDGET (fixture.map));
  gtk_window_present (GTK_WINDOW (fixture.window));
  dolen_results_map_set_pins (fixture.map, pins, G_N_ELEMENTS (pins), TRUE);
  return fixture;
}

static void
test_tiles_are_painted_without_a_network (void)
{
  Fixture f = new_fixture ();

  DOLEN_WAIT_UNTIL (dolen_results_map_is_painted (f.map), 20000);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

static void
test_all_pins_are_brought_into_view (void)
{
  Fixture f = new_fixture ();
  ShumateViewport *viewport = shumate_map_get_viewport (dolen_results_map_get_map (f.map));
  double px, py;

  DOLEN_WAIT_UNTIL (dolen_results_map_is_painted (f.map), 20000);
  for (guint i = 0; i < 4; i++) {
    shumate_viewport_location_to_widget_coords (
        viewport, GTK_WIDGET (f.map), pins[i].latitude, pins[i].longitude, &px, &py);
    g_assert_cmpfloat (px, >, 0);
    g_assert_cmpfloat (px, <, 800);
    g_assert_cmpfloat (py, >, 0);
    g_assert_cmpfloat (py, <, 600);
  }
  gtk_window_destroy (GTK_WINDOW (f.window));
}

static void
test_a_pin_is_hit_where_it_is_drawn (void)
{
  Fixture f = new_fixture ();
  ShumateViewport *viewport = shumate_map_get_viewport (dolen_results_map_get_map (f.map));
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) two = NULL;
  double px, py;

  DOLEN_WAIT_UNTIL (dolen_results_map_is_painted (f.map), 20000);
  shumate_viewport_location_to_widget_coords (
      viewport, GTK_WIDGET (f.map), pins[3].latitude, pins[3].longitude, &px, &py);
  one = dolen_points_layer_hit (dolen_results_map_get_layer (f.map), px, py, 4);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (g_array_index (one, gint64, 0), ==, 4);
  shumate_viewport_location_to_widget_coords (
      viewport, GTK_WIDGET (f.map), pins[1].latitude, pins[1].longitude, &px, &py);
  two = dolen_points_layer_hit (dolen_results_map_get_layer (f.map), px, py, 4);
  g_assert_cmpuint (two->len, ==, 2);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

static void
test_the_keyboard_walks_the_pins_and_leaves_at_the_end (void)
{
  Fixture f = new_fixture ();
  guint steps = 0;

  g_signal_connect (f.map, "selected", G_CALLBACK (on_selected), &f);
  while (dolen_results_map_step (f.map, TRUE))
    steps++;
  g_assert_cmpuint (steps, ==, 4);
  g_assert_cmpint (f.selected, ==, dolen_results_map_get_selected (f.map));
  while (dolen_results_map_step (f.map, FALSE))
    steps--;
  g_assert_cmpuint (steps, ==, 1);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

static void
test_a_ring_is_no_pin (void)
{
  Fixture f = new_fixture ();
  gsize n;

  dolen_results_map_set_ring (f.map, 52.219, -3.935, 8);
  dolen_points_layer_get_points (dolen_results_map_get_layer (f.map), &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (pins));
  DOLEN_WAIT_UNTIL (dolen_results_map_is_painted (f.map), 20000);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/app/map/" #name, test_##name)
  ADD (tiles_are_painted_without_a_network);
  ADD (all_pins_are_brought_into_view);
  ADD (a_pin_is_hit_where_it_is_drawn);
  ADD (the_keyboard_walks_the_pins_and_leaves_at_the_end);
  ADD (a_ring_is_no_pin);
#undef ADD
  return dolen_app_test_run ();
}
