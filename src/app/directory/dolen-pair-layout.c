/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-pair-layout.h"

#define SPACING 12
/* Less than this is too narrow to write in. */
#define LEAST_EACH 260

struct _DolenPairLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (DolenPairLayout, dolen_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
fits_beside (int width)
{
  return width >= 2 * LEAST_EACH + SPACING;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least, wanted;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural += wanted + (*natural > 0 ? SPACING : 0);
  }
}

/* What all children want at the height they get for @width, one above the other or side by side. */
static int
measure_height (GtkWidget *widget, int width, gboolean least)
{
  gboolean beside = width >= 0 && fits_beside (width);
  int each = beside ? (width - SPACING) / 2 : width, height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int minimum, natural, wanted;

    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, each, &minimum, &natural, NULL, NULL);
    wanted = least ? minimum : natural;
    if (beside)
      height = MAX (height, wanted);
    else
      height += wanted + (height > 0 ? SPACING : 0);
  }
  return height;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (widget, minimum, natural);
    return;
  }
  *minimum = measure_height (widget, for_size, TRUE);
  *natural = measure_height (widget, for_size, FALSE);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean beside = fits_beside (width);
  int each = beside ? (width - SPACING) / 2 : width, x = 0, y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int tall = height;

    if (!beside)
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, each, NULL, &tall, NULL, NULL);
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, each, tall }, -1);
    x += beside ? each + SPACING : 0;
    y += beside ? 0 : tall + SPACING;
  }
}

static void
dolen_pair_layout_class_init (DolenPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
dolen_pair_layout_init (DolenPairLayout *self)
{
}

GtkWidget *
dolen_pair_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_widget_set_layout_manager (box, g_object_new (DOLEN_TYPE_PAIR_LAYOUT, NULL));
  return box;
}
