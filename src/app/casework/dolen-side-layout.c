/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-side-layout.h"

#include <adwaita.h>

#define SPACING 12
/* Words narrower than this are hard to read: the button goes beneath. */
#define LEAST_WORDS 240

struct _DolenSideLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (DolenSideLayout, dolen_side_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct {
  GtkWidget *words;
  GtkWidget *button;
  int words_least, words_natural;
  int button_least, button_natural;
} Pair;

static Pair
measure_widths (GtkWidget *widget)
{
  Pair pair = { 0 };

  pair.words = gtk_widget_get_first_child (widget);
  pair.button = gtk_widget_get_last_child (widget);
  gtk_widget_measure (pair.words,
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      &pair.words_least,
                      &pair.words_natural,
                      NULL,
                      NULL);
  gtk_widget_measure (pair.button,
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      &pair.button_least,
                      &pair.button_natural,
                      NULL,
                      NULL);
  return pair;
}

static gboolean
fits_beside (const Pair *pair, int width)
{
  int wanted = MAX (pair->words_least, MIN (pair->words_natural, LEAST_WORDS));

  return width - SPACING - pair->button_natural >= wanted;
}

static int
height_of (GtkWidget *widget, int width)
{
  int height = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
dolen_side_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dolen_side_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  Pair pair = measure_widths (widget);
  int both = pair.words_natural + SPACING + pair.button_natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (pair.words_least, pair.button_least);
    *natural = MAX (both, *minimum);
    return;
  }
  if (for_size < 0)
    for_size = both;
  if (fits_beside (&pair, for_size))
    *minimum = MAX (height_of (pair.words, for_size - SPACING - pair.button_natural),
                    height_of (pair.button, pair.button_natural));
  else
    *minimum = height_of (pair.words, MAX (for_size, pair.words_least)) + SPACING
               + height_of (pair.button, MAX (for_size, pair.button_least));
  *natural = *minimum;
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
dolen_side_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Pair pair = measure_widths (widget);

  if (fits_beside (&pair, width)) {
    int words = width - SPACING - pair.button_natural;

    place (pair.words, 0, 0, words, height);
    place (pair.button, words + SPACING, 0, pair.button_natural, height);
  } else {
    int words = height_of (pair.words, width);

    place (pair.words, 0, 0, width, words);
    place (pair.button, 0, words + SPACING, width, MAX (height - words - SPACING, 0));
  }
}

static void
dolen_side_layout_class_init (DolenSideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = dolen_side_layout_get_request_mode;
  layout_class->measure = dolen_side_layout_measure;
  layout_class->allocate = dolen_side_layout_allocate;
}

static void
dolen_side_layout_init (DolenSideLayout *self)
{
}

GtkWidget *
dolen_side_box_new (GtkWidget *words, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_layout_manager (box, g_object_new (DOLEN_TYPE_SIDE_LAYOUT, NULL));
  return box;
}
