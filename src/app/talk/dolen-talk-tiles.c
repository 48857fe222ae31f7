/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-tiles.h"

#define SPACING 12
#define PICTURE 28
#define TICK 22
#define ARROW 16

struct _DolenTalkGrid {
  GtkLayoutManager parent_instance;
  int width;
  guint most;
};

G_DEFINE_FINAL_TYPE (DolenTalkGrid, dolen_talk_grid, GTK_TYPE_LAYOUT_MANAGER)

/* ---- the layout ---- */

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* What the widest child would like: larger text means fewer columns, not broken words. */
static int
wished_width (DolenTalkGrid *self, GtkWidget *widget)
{
  int widest = self->width;

  for (GtkWidget *child = next_visible (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_visible (gtk_widget_get_next_sibling (child))) {
    int natural = 0;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
    widest = MAX (widest, natural);
  }
  return widest;
}

static guint
columns_for (DolenTalkGrid *self, GtkWidget *widget, int width)
{
  int n = (width + SPACING) / (wished_width (self, widget) + SPACING);

  return (guint) CLAMP (n, 1, (int) self->most);
}

static int
column_width (guint columns, int width)
{
  return (width - SPACING * ((int) columns - 1)) / (int) columns;
}

/* The height of the row that begins with *@child, which is moved to the next row. */
static int
take_row (GtkWidget **child, guint columns, int width)
{
  int height = 0;

  for (guint i = 0; i < columns && *child != NULL; i++) {
    int least = 0, natural = 0;

    gtk_widget_measure (*child, GTK_ORIENTATION_VERTICAL, width, &least, &natural, NULL, NULL);
    height = MAX (height, natural);
    *child = next_visible (gtk_widget_get_next_sibling (*child));
  }
  return height;
}

static int
height_for (DolenTalkGrid *self, GtkWidget *widget, int width)
{
  guint columns = columns_for (self, widget, width);
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int height = 0;

  while (child != NULL)
    height
        += (height > 0 ? SPACING : 0) + take_row (&child, columns, column_width (columns, width));
  return height;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  DolenTalkGrid *self = DOLEN_TALK_GRID (manager);
  int widest = 0;

  for (GtkWidget *child = next_visible (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_visible (gtk_widget_get_next_sibling (child))) {
    int least = 0;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    widest = MAX (widest, least);
  }
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = widest;
    *natural = MAX (widest, (int) self->most * (self->width + SPACING) - SPACING);
    return;
  }
  *minimum = *natural = height_for (self, widget, for_size < 0 ? widest : MAX (for_size, widest));
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  DolenTalkGrid *self = DOLEN_TALK_GRID (manager);
  guint columns = columns_for (self, widget, width);
  int wide = column_width (columns, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL) {
    GtkWidget *first = child;
    int tall = take_row (&child, columns, wide);
    GtkWidget *cell = first;

    for (guint i = 0; i < columns && cell != NULL; i++) {
      guint at = mirrored ? columns - 1 - i : i;

      gtk_widget_size_allocate (
          cell, &(GtkAllocation){ (int) at * (wide + SPACING), y, wide, tall }, -1);
      cell = next_visible (gtk_widget_get_next_sibling (cell));
    }
    y += tall + SPACING;
  }
}

static void
dolen_talk_grid_class_init (DolenTalkGridClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
dolen_talk_grid_init (DolenTalkGrid *self)
{
}

GtkWidget *
dolen_talk_grid_box_new (int width, guint most)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  DolenTalkGrid *grid = g_object_new (DOLEN_TYPE_TALK_GRID, NULL);

  g_return_val_if_fail (width > 0 && most > 0, box);
  grid->width = width;
  grid->most = most;
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (grid));
  return box;
}

/* ---- tiles ---- */

GtkWidget *
dolen_talk_picture_new (const char *icon, int size)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name",
                       icon,
                       "pixel-size",
                       size,
                       "valign",
                       GTK_ALIGN_CENTER,
                       NULL);
}

static GtkWidget *
new_picture (const char *icon)
{
  GtkWidget *image = dolen_talk_picture_new (icon, PICTURE);

  gtk_widget_add_css_class (image, "talk-picture");
  return image;
}

static GtkWidget *
new_words (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  g_object_set (label,
                "wrap",
                TRUE,
                "wrap-mode",
                PANGO_WRAP_WORD_CHAR,
                "xalign",
                0.0,
                "hexpand",
                TRUE,
                "max-width-chars",
                12,
                "width-chars",
                6,
                NULL);
  return label;
}

static GtkWidget *
new_row (const char *icon, const char *words)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (row), new_picture (icon));
  gtk_box_append (GTK_BOX (row), new_words (words));
  return row;
}

/* The words are inside a box: a screen reader has them from here. */
static void
say (GtkWidget *button, const char *words)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

GtkWidget *
dolen_talk_tile_new (const char *icon, const char *words, gboolean chosen)
{
  GtkWidget *tile = gtk_toggle_button_new ();
  GtkWidget *row = new_row (icon, words);
  GtkWidget *tick = dolen_talk_picture_new ("object-select-symbolic", TICK);

  /* The style shows it; its place is kept, so that nothing moves beneath a finger. */
  gtk_widget_add_css_class (tick, "talk-tick");
  gtk_box_append (GTK_BOX (row), tick);
  gtk_button_set_child (GTK_BUTTON (tile), row);
  gtk_widget_add_css_class (tile, "talk-tile");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile), chosen);
  say (tile, words);
  return tile;
}

GtkWidget *
dolen_talk_door_new (const char *icon, const char *words, const char *count)
{
  GtkWidget *door = gtk_button_new ();
  GtkWidget *row = new_row (icon, words);
  GtkWidget *arrow = dolen_talk_picture_new ("go-next-symbolic", ARROW);
  g_autofree char *spoken
      = *count != '\0' ? g_strconcat (words, ": ", count, NULL) : g_strdup (words);

  if (*count != '\0') {
    GtkWidget *label = gtk_label_new (count);

    gtk_widget_add_css_class (label, "talk-count");
    gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
    gtk_box_append (GTK_BOX (row), label);
  }
  gtk_box_append (GTK_BOX (row), arrow);
  gtk_button_set_child (GTK_BUTTON (door), row);
  gtk_widget_add_css_class (door, "talk-tile");
  say (door, spoken);
  return door;
}
