/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-result-row.h"

struct _DolenResultRow {
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkImage *band;
  GtkLabel *name;
  GtkLabel *distance;
  GtkLabel *other;
  GtkLabel *facts;
  GtkLabel *capacity;
  GtkLabel *why_not;
  GtkBox *reasons;
  GtkBox *questions;
};

G_DEFINE_FINAL_TYPE (DolenResultRow, dolen_result_row, ADW_TYPE_BIN)

static void
dolen_result_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DOLEN_TYPE_RESULT_ROW);
  G_OBJECT_CLASS (dolen_result_row_parent_class)->dispose (object);
}

static void
dolen_result_row_class_init (DolenResultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_result_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-result-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, heading);
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, band);
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, name);
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, distance);
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, other);
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, facts);
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, capacity);
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, why_not);
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, reasons);
  gtk_widget_class_bind_template_child (widget_class, DolenResultRow, questions);
}

static void
dolen_result_row_init (DolenResultRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dolen_result_row_new (void)
{
  return g_object_new (DOLEN_TYPE_RESULT_ROW, NULL);
}

static void
show_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
set_band_class (GtkWidget *widget, DolenBand band)
{
  for (DolenBand other = 0; other < DOLEN_N_BANDS; other++)
    gtk_widget_remove_css_class (widget, dolen_band_class (other));
  gtk_widget_add_css_class (widget, dolen_band_class (band));
}

static void
show_band (DolenResultRow *self, const DolenFinding *finding)
{
  gboolean ranked = finding->band < DOLEN_N_BANDS;

  gtk_widget_set_visible (GTK_WIDGET (self->heading), finding->first);
  gtk_widget_set_visible (GTK_WIDGET (self->band), ranked);
  if (!ranked)
    return;
  gtk_label_set_text (self->heading, dolen_band_label (finding->band, dolen_language_current ()));
  gtk_image_set_from_icon_name (self->band, dolen_band_icon (finding->band));
  set_band_class (GTK_WIDGET (self->heading), finding->band);
  set_band_class (GTK_WIDGET (self->band), finding->band);
}

static GtkWidget *
new_reason (const DolenReason *reason)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (reason->short_text);
  GtkWidget *icon = gtk_image_new_from_icon_name (dolen_verdict_icon (reason->verdict));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_tooltip_text (box, reason->text);
  return box;
}

static void
hide_empty (GtkBox *box)
{
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}

/* What speaks for it in one line, what speaks against it or must be asked in the next. */
static void
show_reasons (DolenResultRow *self, const GPtrArray *reasons)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_box_remove (self->reasons, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions))) != NULL)
    gtk_box_remove (self->questions, child);
  for (guint i = 0; i < reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (reasons, i);
    gboolean good = reason->verdict == DOLEN_VERDICT_YES || reason->verdict == DOLEN_VERDICT_HELPED;

    gtk_box_append (good ? self->reasons : self->questions, new_reason (reason));
  }
  hide_empty (self->reasons);
  hide_empty (self->questions);
}

void
dolen_result_row_show (DolenResultRow *self,
                       const DolenFinding *finding,
                       const DolenResultText *text)
{
  g_return_if_fail (DOLEN_IS_RESULT_ROW (self) && finding != NULL && text != NULL);

  show_band (self, finding);
  gtk_label_set_text (self->name, text->name);
  show_line (self->distance, text->distance);
  show_line (self->other, text->other);
  show_line (self->facts, text->facts);
  show_line (self->capacity, text->capacity);
  show_line (self->why_not, text->why_not);
  show_reasons (self, text->reasons);
}
