/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-wrap-layout.h"

#define SPACING 6

struct _DolenWrapLayout {
  GtkLayoutManager parent_instance;
  int most_natural; /* pixels; 0: no limit */
  guint most_lines; /* what does not fit into them is not shown; 0: as many as it takes */
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

/* What is chosen, and the last: that is what shows the others. */
static gboolean
is_kept (GtkWidget *child)
{
  return (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_CHECKED) != 0
         || gtk_widget_get_next_sibling (child) == NULL;
}

/* How much the kept children from @child on take, each with the space before it. */
static int
measure_kept (GtkWidget *child)
{
  int sum = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child) && is_kept (child))
      sum += SPACING + measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL);
  return sum;
}

/* The line that is being filled. */
typedef struct {
  int width;
  int x, y, high; /* where the next child stands, and what stands there already */
  guint lines;    /* after this one; G_MAXUINT: any number */
  gboolean full;
} Line;

/* Makes room for @child in this line or the next; in the last there is room for what is kept. */
static void
find_room (Line *line, GtkWidget *child, int wide)
{
  int kept = line->lines == 0 ? measure_kept (gtk_widget_get_next_sibling (child)) : 0;

  if (line->full || line->x + wide + kept <= line->width || (line->x == 0 && kept == 0))
    return;
  if (line->lines == 0) {
    line->full = TRUE;
    return;
  }
  line->lines -= line->lines < G_MAXUINT ? 1 : 0;
  line->x = 0;
  line->y += line->high + SPACING;
  line->high = 0;
  find_room (line, child, wide);
}

/* Places the children in lines of @width, or only asks how high that is. */
static int
walk (DolenWrapLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  Line line = { .width = width, .lines = self->most_lines > 0 ? self->most_lines - 1 : G_MAXUINT };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least = 0, wide, high;
    gboolean shown;

    if (!gtk_widget_should_layout (child))
      continue;
    wide = MIN (measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least), MAX (width, 1));
    find_room (&line, child, wide);
    shown = !line.full || is_kept (child);
    if (allocate)
      gtk_widget_set_child_visible (child, shown);
    if (!shown)
      continue;
    wide = MAX (MIN (wide, width - line.x), least);
    high = measure (child, GTK_ORIENTATION_VERTICAL, wide, NULL);
    if (allocate)
      gtk_widget_size_allocate (child, &(GtkAllocation){ line.x, line.y, wide, high }, -1);
    line.x += wide + SPACING;
    line.high = MAX (line.high, high);
  }
  return line.y + line.high;
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
  DolenWrapLayout *self = DOLEN_WRAP_LAYOUT (manager);
  int least = 0, most = 0;

  measure_width (widget, &least, &most);
  if (self->most_natural > 0)
    most = MAX (least, MIN (most, self->most_natural));
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = most;
  } else {
    *minimum = *natural = walk (self, widget, for_size < 0 ? most : for_size, FALSE);
  }
}

static void
dolen_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  walk (DOLEN_WRAP_LAYOUT (manager), widget, width, TRUE);
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

void
dolen_wrap_box_set_most_lines (GtkWidget *box, guint lines)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (box);

  g_return_if_fail (DOLEN_IS_WRAP_LAYOUT (layout));
  DOLEN_WRAP_LAYOUT (layout)->most_lines = lines;
  gtk_layout_manager_layout_changed (layout);
}
