/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-wrap-layout.h"

#define SPACING 6

struct _DolenWrapLayout {
  GtkLayoutManager parent_instance;
  int most_natural; /* pixels; 0: no limit */
};

G_DEFINE_FINAL_TYPE (DolenWrapLayout, dolen_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
dolen_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure (GtkWidget *child, GtkOrientation orientation, int for_size, int *least)
{
  int natural = 0;

  gtk_widget_measure (child, orientation, for_size, least, &natural, NULL, NULL);
  return natural;
}

/* Places the children in lines of @width, or only asks how high that is. */
static int
walk (GtkWidget *widget, int width, gboolean allocate)
{
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least = 0, wide, high;

    if (!gtk_widget_should_layout (child))
      continue;
    wide = MIN (measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least), MAX (width, 1));
    wide = MAX (wide, least);
    high = measure (child, GTK_ORIENTATION_VERTICAL, wide, NULL);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += line + SPACING;
      line = 0;
    }
    if (allocate)
      gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, wide, high }, -1);
    x += wide + SPACING;
    line = MAX (line, high);
  }
  return y + line;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least = 0, wide;

    if (!gtk_widget_should_layout (child))
      continue;
    wide = measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least);
    *minimum = MAX (*minimum, least);
    *natural += wide + (*natural > 0 ? SPACING : 0);
  }
}

static void
dolen_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  const DolenWrapLayout *self = DOLEN_WRAP_LAYOUT (manager);
  int least = 0, most = 0;

  measure_width (widget, &least, &most);
  if (self->most_natural > 0)
    most = MAX (least, MIN (most, self->most_natural));
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = most;
  } else {
    *minimum = *natural = walk (widget, for_size < 0 ? most : for_size, FALSE);
  }
}

static void
dolen_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  walk (widget, width, TRUE);
}

static void
dolen_wrap_layout_class_init (DolenWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = dolen_wrap_layout_get_request_mode;
  layout_class->measure = dolen_wrap_layout_measure;
  layout_class->allocate = dolen_wrap_layout_allocate;
}

static void
dolen_wrap_layout_init (DolenWrapLayout *self)
{
}

GtkWidget *
dolen_wrap_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_widget_set_layout_manager (box, g_object_new (DOLEN_TYPE_WRAP_LAYOUT, NULL));
  return box;
}

void
dolen_wrap_box_set_most_natural (GtkWidget *box, int width)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (box);

  g_return_if_fail (DOLEN_IS_WRAP_LAYOUT (layout));
  DOLEN_WRAP_LAYOUT (layout)->most_natural = width;
  gtk_layout_manager_layout_changed (layout);
}
