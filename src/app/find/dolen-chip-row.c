/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-chip-row.h"

#include "app/casework/dolen-wrap-layout.h"
#include "app/find/dolen-detail-view.h"

#include <glib/gi18n.h>

struct _DolenChipRow {
  AdwBin parent_instance;
  GPtrArray *chips; /* (owned) (nullable) */
  GtkWidget *box;
  char *reset;       /* (owned) (nullable) */
  gboolean expanded; /* all are shown, however many */
};

G_DEFINE_FINAL_TYPE (DolenChipRow, dolen_chip_row, ADW_TYPE_BIN)

/* Of more than so many some wait behind a button, so that the results are not pushed away. */
#define MOST_CHIPS 5

static guint remove_signal, reset_signal;

static void
on_removed_cb (GtkButton *button, DolenChipRow *self)
{
  g_autoptr (GPtrArray) chips = g_ptr_array_ref (self->chips);

  g_signal_emit (self, remove_signal, 0, g_object_get_data (G_OBJECT (button), "chip"));
}

static void
on_reset_cb (DolenChipRow *self)
{
  g_signal_emit (self, reset_signal, 0);
}

static GtkWidget *
new_chip (DolenChipRow *self, DolenFilterChip *chip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (chip->label);
  /* Translators: a filter follows the colon. */
  g_autofree char *remove = g_strdup_printf (_ ("Remove: %s"), chip->label);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, remove);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_object_set_data (G_OBJECT (button), "chip", chip);
  g_signal_connect (button, "clicked", G_CALLBACK (on_removed_cb), self);
  return button;
}

static void
dolen_chip_row_finalize (GObject *object)
{
  g_clear_pointer (&DOLEN_CHIP_ROW (object)->chips, g_ptr_array_unref);
  g_clear_pointer (&DOLEN_CHIP_ROW (object)->reset, g_free);
  G_OBJECT_CLASS (dolen_chip_row_parent_class)->finalize (object);
}

static void
dolen_chip_row_class_init (DolenChipRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dolen_chip_row_finalize;
  remove_signal = g_signal_new (
      "remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  reset_signal
      = g_signal_new ("reset", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_chip_row_init (DolenChipRow *self)
{
  self->box = dolen_wrap_box_new ();
  dolen_wrap_box_set_most_natural (self->box, 300);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

static void fill (DolenChipRow *self);

static void
on_more_cb (DolenChipRow *self)
{
  self->expanded = TRUE;
  fill (self);
}

static void
add_button (DolenChipRow *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
fill (DolenChipRow *self)
{
  guint all = self->chips->len;
  guint n = self->expanded || all <= MOST_CHIPS ? all : MOST_CHIPS - 1;

  dolen_detail_view_clear (GTK_BOX (self->box));
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->box), new_chip (self, g_ptr_array_index (self->chips, i)));
  if (n < all) {
    /* Translators: a button; so many more filters are set than are shown (hidlydd, masculine). */
    g_autofree char *more = g_strdup_printf (ngettext ("%u More…", "%u More…", all - n), all - n);
    add_button (self, more, G_CALLBACK (on_more_cb));
  }
  if (self->reset != NULL)
    add_button (self, self->reset, G_CALLBACK (on_reset_cb));
}

void
dolen_chip_row_show (DolenChipRow *self, GPtrArray *chips, const char *reset)
{
  g_return_if_fail (DOLEN_IS_CHIP_ROW (self) && chips != NULL);

  g_clear_pointer (&self->chips, g_ptr_array_unref);
  self->chips = chips;
  g_free (self->reset);
  self->reset = g_strdup (reset);
  if (chips->len <= MOST_CHIPS)
    self->expanded = FALSE;
  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), chips->len > 0 || reset != NULL);
}
