/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-text-windows.h"

#include "language/dolen-language.h"

#include <glib/gi18n.h>

/* What the bundled data asks to be named for; see the files beside it in data/. */
static const struct {
  const char *what; /* msgid */
  const char *whose;
} sources[] = {
  { N_ ("Places"), "GeoNames (CC BY 4.0)" },
  { N_ ("Coastline of the base map"), "Natural Earth" },
  { N_ ("Form of the directory"), "Open Referral UK, HSDS" },
};

static void
append_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
append_checked (GtkBox *box)
{
  guint checked, total;
  g_autofree char *text = NULL;

  dolen_language_checked_count (&checked, &total);
  text = g_strdup_printf (
      /* Translators: %1$u of %2$u count messages of the program (feminine: neges). */
      _ ("A Welsh speaker has checked %1$u of the %2$u Welsh messages; the others are drafts."),
      checked,
      total);
  append_label (box, text, NULL);
}

static void
append_sources (GtkBox *box)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++) {
    GtkWidget *row = dolen_plain_row_new (_ (sources[i].what));

    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sources[i].whose);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  }
  gtk_box_append (box, group);
}

GtkWindow *
dolen_about_window_new (void)
{
  GtkBox *box;
  GtkWindow *window = dolen_text_window_new (_ ("About Dolen"), &box);
  GtkWidget *icon = gtk_image_new_from_icon_name ("cymru.dolen.Dolen");
  g_autofree char *version = NULL;

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 128);
  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (box, icon);
  append_label (box, "Dolen", "title-1");
  /* Translators: %s is the number of the version. */
  version = g_strdup_printf (_ ("Version %s"), DOLEN_VERSION);
  append_label (box, version, "numeric");
  append_label (box,
                _ ("Dolen is Welsh for a link, and for a loop: it links people to what is going on "
                   "around them, and knows what became of every referral."),
                NULL);
  append_checked (box);
  append_label (box,
                _ ("Free software under the GNU General Public License, version 3 or later. It "
                   "comes with no warranty."),
                "dim-label");
  append_sources (box);
  return window;
}
