/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-import-oddity-row.h"

#include "app/casework/dolen-widget-util.h"
#include "language/dolen-language.h"

#include <glib/gi18n.h>

static GtkWidget *
new_example (const DolenOddityExample *example)
{
  g_autofree char *said = dolen_oddity_example_say (example, dolen_language_current ());

  return dolen_plain_row_new (said);
}

GtkWidget *
dolen_import_oddity_row_new (const DolenImportReport *report, DolenOddity kind)
{
  guint n = report->oddities.count[kind];
  guint services = report->services.added + report->services.changed + report->services.unchanged;
  guint shown = 0;
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *figure = g_strdup_printf ("%u", n);
  GtkWidget *label = gtk_label_new (n >= services && n > DOLEN_ODDITY_SHOWN
                                        /* Translators: in the report of an import, of something
                                         * odd: it stands in each record (cofnod, masc.). */
                                        ? _ ("in every record")
                                        : figure);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 dolen_oddity_text (kind, dolen_language_current ()));
  gtk_widget_add_css_class (label, "numeric");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), label);
  for (guint i = 0; i < report->examples.list->len; i++) {
    const DolenOddityExample *example = report->examples.list->pdata[i];
    if (example->kind == kind && shown++ < DOLEN_ODDITY_SHOWN)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_example (example));
  }
  return row;
}
