/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-today-more.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-today-due.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-time.h"
#include "casework/dolen-came-back.h"
#include "casework/dolen-load.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define CAME_BACK_DAYS 7
#define MOST_LINES 20

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static GtkWidget *
new_line (const char *sentence, const char *beneath, GtkWidget *button)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (words), dolen_label_new (sentence, NULL));
  gtk_box_append (GTK_BOX (words), dolen_label_new (beneath, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  return dolen_side_box_new (words, button);
}

/* A list that is not longer than a screen or two; what is left out is counted. */
static void
add_rest (GtkWidget *list, guint n)
{
  if (n > MOST_LINES) {
    g_autofree char *more = g_strdup_printf (
        /* Translators: under a list that is cut off; the People page shows them all. */
        ngettext ("and %u more; People shows them all",
                  "and %u more; People shows them all",
                  n - MOST_LINES),
        n - MOST_LINES);

    dolen_boxed_list_add (list, dolen_label_new (more, "dim-label"));
  }
}

static GtkWidget *
new_unplanned_line (const DolenLoadRow *row)
{
  g_autofree char *since = g_strdup_printf (
      ngettext ("%d day without contact", "%d days without contact", (gulong) row->days_since),
      row->days_since);

  return new_line (
      row->called,
      since,
      dolen_today_buttons_new (dolen_today_button_new (_ ("Plan"), "today.plan", row->person),
                               dolen_today_open_new (row->person, row->called)));
}

GtkWidget *
dolen_today_unplanned_new (DolenSession *session, const char *today)
{
  g_autoptr (GPtrArray) rows = dolen_caseload_list_unplanned (caseload_of (session), today, NULL);
  g_autofree char *title = NULL;
  GtkWidget *list;

  if (rows == NULL || rows->len == 0)
    return NULL;
  list = dolen_boxed_list_new ();
  for (guint i = 0; i < MIN (rows->len, MOST_LINES); i++)
    dolen_boxed_list_add (list, new_unplanned_line (g_ptr_array_index (rows, i)));
  add_rest (list, rows->len);
  title = g_strdup_printf ("%s (%u)", _ ("Nothing Is Planned"), rows->len);
  return dolen_section_new (title, NULL, list);
}

static GtkWidget *
new_came_back_line (const DolenCameBack *came_back, const char *today)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *sentence = dolen_came_back_sentence (came_back, language);
  g_autofree char *age = dolen_format_age (language, came_back->on, today);

  return new_line (
      sentence, age, dolen_today_open_new (came_back->referral->person, came_back->called));
}

GtkWidget *
dolen_today_came_back_new (DolenSession *session, const char *today, guint *n)
{
  g_autofree char *since = dolen_date_add_days (today, -CAME_BACK_DAYS);
  g_autoptr (GPtrArray) all = dolen_caseload_list_came_back (caseload_of (session), since, NULL);
  GtkWidget *list;

  *n = all != NULL ? all->len : 0;
  if (*n == 0)
    return NULL;
  list = dolen_boxed_list_new ();
  for (guint i = 0; i < MIN (all->len, MOST_LINES); i++)
    dolen_boxed_list_add (list, new_came_back_line (g_ptr_array_index (all, i), today));
  add_rest (list, all->len);
  return list;
}
