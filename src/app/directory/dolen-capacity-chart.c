/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-capacity-chart.h"

#include "app/directory/dolen-capacity-marks.h"

#define HEIGHT 80
#define BAR 6
#define DOT 4
#define GAP 3

struct _DolenCapacityChart {
  GtkWidget parent_instance;
  GArray *marks; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DolenCapacityChart, dolen_capacity_chart, GTK_TYPE_WIDGET)

static void
dolen_capacity_chart_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *colour, double x, double y, double w, double h)
{
  gtk_snapshot_append_color (
      snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) w, (float) h));
}

/* A bar's number beside its end: the highest has it, and gives the scale. */
static void
write_number (GtkWidget *widget, GtkSnapshot *snapshot, const DolenCapacityMark *mark, gboolean up)
{
  g_autofree char *text = g_strdup_printf ("%d", up ? mark->places : mark->weeks);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  double x = mark->x * (gtk_widget_get_width (widget) - BAR);
  double end = HEIGHT / 2.0 * (up ? 1 - mark->up : 1 + mark->down);
  int width, height;
  GdkRGBA colour;

  pango_layout_get_pixel_size (layout, &width, &height);
  x += x + BAR + GAP + width <= gtk_widget_get_width (widget) ? BAR + GAP : -width - GAP;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) (up ? end : end - height)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
write_scale (DolenCapacityChart *self, GtkSnapshot *snapshot)
{
  const DolenCapacityMark *up = NULL, *down = NULL;

  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++) {
    const DolenCapacityMark *mark = &g_array_index (self->marks, DolenCapacityMark, i);

    if (mark->places > (up != NULL ? up->places : 0))
      up = mark;
    if (mark->weeks > (down != NULL ? down->weeks : 0))
      down = mark;
  }
  if (up != NULL)
    write_number (GTK_WIDGET (self), snapshot, up, TRUE);
  if (down != NULL)
    write_number (GTK_WIDGET (self), snapshot, down, FALSE);
}

static void
dolen_capacity_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DolenCapacityChart *self = DOLEN_CAPACITY_CHART (widget);
  double width = gtk_widget_get_width (widget), middle = HEIGHT / 2.0;
  GdkRGBA line, up, down;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &line);
  up = line;
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &up))
    up = line;
  if (!gtk_style_context_lookup_color (
          gtk_widget_get_style_context (widget), "warning_color", &down))
    down = line;
  line.alpha = 0.35f;
  fill (snapshot, &line, 0, middle - 0.5, width, 1);
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++) {
    const DolenCapacityMark *mark = &g_array_index (self->marks, DolenCapacityMark, i);
    double x = mark->x * (width - BAR);

    if (mark->up > 0)
      fill (snapshot, &up, x, middle - mark->up * middle, BAR, mark->up * middle);
    if (mark->down > 0)
      fill (snapshot, &down, x, middle, BAR, mark->down * middle);
    if (mark->up <= 0 && mark->down <= 0)
      fill (snapshot, &up, x + 1, middle - DOT / 2.0, DOT, DOT);
  }
  write_scale (self, snapshot);
}

static void
dolen_capacity_chart_finalize (GObject *object)
{
  g_clear_pointer (&DOLEN_CAPACITY_CHART (object)->marks, g_array_unref);
  G_OBJECT_CLASS (dolen_capacity_chart_parent_class)->finalize (object);
}

static void
dolen_capacity_chart_class_init (DolenCapacityChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dolen_capacity_chart_finalize;
  widget_class->measure = dolen_capacity_chart_measure;
  widget_class->snapshot = dolen_capacity_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dolen_capacity_chart_init (DolenCapacityChart *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
}

GtkWidget *
dolen_capacity_chart_new (void)
{
  return g_object_new (DOLEN_TYPE_CAPACITY_CHART, NULL);
}

void
dolen_capacity_chart_show (DolenCapacityChart *self, GArray *marks)
{
  g_return_if_fail (DOLEN_IS_CAPACITY_CHART (self));

  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
