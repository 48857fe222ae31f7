/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-row.h"

#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

struct _DolenListingRow {
  AdwBin parent_instance;
  GtkLabel *name;
  GtkLabel *where;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (DolenListingRow, dolen_listing_row, ADW_TYPE_BIN)

static void
dolen_listing_row_class_init (DolenListingRowClass *klass)
{
}

/* Each line is one line, whatever stands in it: rows of one height. */
static GtkLabel *
add_line (GtkWidget *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
dolen_listing_row_init (DolenListingRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  self->name = add_line (box, "heading");
  self->where = add_line (box, "body");
  self->state = add_line (box, "caption");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
dolen_listing_row_new (void)
{
  return g_object_new (DOLEN_TYPE_LISTING_ROW, NULL);
}

static char *
say_where (const DolenListing *listing, DolenLanguage language)
{
  const char *organisation = dolen_bilingual_get (&listing->organisation, language);
  const char *place = dolen_town_name (listing->place, language);

  if (place == NULL)
    return g_strdup (organisation);
  if (*organisation == '\0'
      || g_str_equal (organisation, dolen_bilingual_get (&listing->name, language)))
    return g_strdup (place);
  return g_strdup_printf ("%s · %s", organisation, place);
}

char *
dolen_listing_row_show (DolenListingRow *self, const DolenListing *listing)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *where = NULL, *state = NULL;
  const char *name;

  g_return_val_if_fail (DOLEN_IS_LISTING_ROW (self), NULL);

  if (listing == NULL) {
    name = _ ("Not there any more");
    where = g_strdup ("");
    state = g_strdup ("");
  } else {
    name = dolen_bilingual_get (&listing->name, language);
    where = say_where (listing, language);
    state = dolen_listing_describe (listing, language);
  }
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->where, where);
  gtk_label_set_text (self->state, state);
  if (listing != NULL && listing->status == DOLEN_LISTING_LISTED && listing->lacks == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "dim-label");
  return g_strdup_printf ("%s. %s. %s", name, where, state);
}
