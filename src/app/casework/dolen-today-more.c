/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-today-more.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-today-due.h"
#include "app/casework/dolen-widget-util.h"
#include "casework/dolen-came-back.h"
#include "casework/dolen-load.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static GtkWidget *
new_line (const char *sentence, const char *beneath, GtkWidget *button)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (words), dolen_label_new (sentence, NULL));
  gtk_box_append (GTK_BOX (words), dolen_label_new (beneath, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  return dolen_side_box_new (words, button);
}

/* ---- nothing is planned ---- */

static char *
say_since (const DolenLoadRow *row)
{
  return g_strdup_printf (
      ngettext ("%d day without contact", "%d days without contact", (gulong) row->days_since),
      row->days_since);
}

char *
dolen_today_unplanned_key (gconstpointer item, gpointer user_data)
{
  const DolenLoadRow *row = item;
  g_autofree char *since = say_since (row);

  return g_strjoin ("\n", row->person, row->called, since, NULL);
}

GtkWidget *
dolen_today_unplanned_new (gconstpointer item, gpointer user_data)
{
  const DolenLoadRow *row = item;
  g_autofree char *since = say_since (row);

  return new_line (
      row->called,
      since,
      dolen_today_buttons_new (dolen_today_button_new (_ ("Plan"), "today.plan", row->person),
                               dolen_today_open_new (row->person, row->called)));
}

/* ---- what came back ---- */

char *
dolen_today_came_back_key (gconstpointer item, gpointer today)
{
  const DolenCameBack *came_back = item;
  DolenLanguage language = dolen_language_current ();
  g_autofree char *sentence = dolen_came_back_sentence (came_back, language);
  g_autofree char *age = dolen_format_age (language, came_back->on, *(char **) today);

  return g_strjoin ("\n", came_back->referral->uid, sentence, age, NULL);
}

GtkWidget *
dolen_today_came_back_new (gconstpointer item, gpointer today)
{
  const DolenCameBack *came_back = item;
  DolenLanguage language = dolen_language_current ();
  g_autofree char *sentence = dolen_came_back_sentence (came_back, language);
  g_autofree char *age = dolen_format_age (language, came_back->on, *(char **) today);

  return new_line (
      sentence, age, dolen_today_open_new (came_back->referral->person, came_back->called));
}
