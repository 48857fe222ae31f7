/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-today-due.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

GtkWidget *
dolen_today_button_new (const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

GtkWidget *
dolen_today_open_new (const char *person, const char *called)
{
  /* Translators: the name of an arrow; %s: how the person is called. */
  g_autofree char *name = g_strdup_printf (_ ("Open their page: %s"), called != NULL ? called : "");
  GtkWidget *button = dolen_icon_button_new ("go-next-symbolic", name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "today.person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", person);
  return button;
}

GtkWidget *
dolen_today_buttons_new (GtkWidget *button, GtkWidget *open)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (buttons), button);
  gtk_box_append (GTK_BOX (buttons), open);
  return buttons;
}

static char *
say_day (const DolenDue *due)
{
  g_autofree char *day
      = dolen_format_date_as (dolen_language_current (), due->follow_up->due, DOLEN_DATE_WEEKDAY);

  if (due->days_overdue > 0)
    return g_strdup_printf (
        /* Translators: under a line of Today; %s: the day it was due; %d: how many days ago. */
        ngettext ("Was due %s, %d day ago", "Was due %s, %d days ago", (gulong) due->days_overdue),
        day,
        due->days_overdue);
  return due->days_overdue < 0 ? g_steal_pointer (&day) : NULL;
}

/* Where the sentence speaks of a group alone, whom it is for; and when it is due. */
static char *
say_beneath (const DolenDue *due, const char *sentence)
{
  g_autofree char *day = say_day (due);
  gboolean named
      = dolen_text_is_empty (due->person_called) || strstr (sentence, due->person_called) != NULL;

  if (named)
    return g_steal_pointer (&day);
  if (day == NULL)
    return g_strdup (due->person_called);
  return g_strdup_printf ("%s · %s", due->person_called, day);
}

char *
dolen_today_due_key (gconstpointer item, gpointer user_data)
{
  const DolenDue *due = item;
  DolenLanguage language = dolen_language_current ();
  g_autofree char *sentence = dolen_due_sentence (due, language);
  g_autofree char *beneath = say_beneath (due, sentence);

  return g_strdup_printf ("%s\n%s\n%s\n%s\n%d",
                          due->follow_up->uid,
                          sentence,
                          beneath != NULL ? beneath : "",
                          dolen_due_button (due, language),
                          due->days_overdue > 0);
}

GtkWidget *
dolen_today_due_new (gconstpointer item, gpointer user_data)
{
  const DolenDue *due = item;
  DolenLanguage language = dolen_language_current ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *sentence = dolen_due_sentence (due, language);
  g_autofree char *beneath = say_beneath (due, sentence);

  gtk_box_append (GTK_BOX (words), dolen_label_new (sentence, NULL));
  if (beneath != NULL) {
    gtk_box_append (GTK_BOX (words), dolen_label_new (beneath, "caption"));
    gtk_widget_add_css_class (gtk_widget_get_last_child (words),
                              due->days_overdue > 0 ? "warning" : "dim-label");
  }
  return dolen_side_box_new (
      words,
      dolen_today_buttons_new (dolen_today_button_new (dolen_due_button (due, language),
                                                       "today.finish",
                                                       due->follow_up->uid),
                               dolen_today_open_new (due->follow_up->person, due->person_called)));
}
