/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-wrap-box.h"

#define SPACING 6

/* It asks for no more than this: there are always more lines. */
#define MOST_NATURAL 300

struct _DolenWrapBox {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DolenWrapBox, dolen_wrap_box, GTK_TYPE_WIDGET)

/* Walks the lines at @width; places the children where @place. Returns the height. */
static int
lay_out (GtkWidget *widget, int width, gboolean place)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int min, natural, height;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &natural, NULL, NULL);
    natural = MAX (min, MIN (natural, width));
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
    if (x > 0 && x + natural > width) {
      y += line + SPACING;
      x = line = 0;
    }
    if (place) {
      GtkAllocation at = { mirrored ? width - x - natural : x, y, natural, height };
      gtk_widget_size_allocate (child, &at, -1);
    }
    x += natural + SPACING;
    line = MAX (line, height);
  }
  return y + line;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int min, nat;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
    *minimum = MAX (*minimum, min);
    *natural += nat + (*natural > 0 ? SPACING : 0);
  }
  *natural = MAX (*minimum, MIN (*natural, MOST_NATURAL));
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = *natural = 0;
  measure_width (widget, minimum, natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (widget, for_size < 0 ? *natural : for_size, FALSE);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
dolen_wrap_box_dispose (GObject *object)
{
  dolen_wrap_box_clear (DOLEN_WRAP_BOX (object));
  G_OBJECT_CLASS (dolen_wrap_box_parent_class)->dispose (object);
}

static void
dolen_wrap_box_class_init (DolenWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_wrap_box_dispose;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
}

static void
dolen_wrap_box_init (DolenWrapBox *self)
{
}

GtkWidget *
dolen_wrap_box_new (void)
{
  return g_object_new (DOLEN_TYPE_WRAP_BOX, NULL);
}

void
dolen_wrap_box_append (DolenWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (DOLEN_IS_WRAP_BOX (self) && GTK_IS_WIDGET (child));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
dolen_wrap_box_clear (DolenWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (DOLEN_IS_WRAP_BOX (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
