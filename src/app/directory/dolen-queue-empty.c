/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-empty.h"

#include "app/directory/dolen-call-facts.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

char *
dolen_queue_next_say (const DolenQueueRead *read)
{
  g_autofree char *day = NULL;

  if (read->next == NULL)
    return g_strdup ("");
  day = dolen_format_date_as (dolen_language_current (), read->next_on, DOLEN_DATE_SHORT);
  /* Translators: in an empty queue: the day on which a row comes back, and the name of its group.
   */
  return g_strdup_printf (_ ("Next: %1$s – %2$s"), day, read->next->title);
}

static GtkWidget *
new_page (const char *icon, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
add_button (GtkWidget *page, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
}

GtkWidget *
dolen_queue_empty_new (const DolenQueueRead *read, gboolean narrow, gboolean no_listings)
{
  g_autofree char *next = dolen_queue_next_say (read);
  GtkWidget *page;

  if (no_listings) {
    page = new_page ("dolen-find-symbolic",
                     _ ("No Listings Yet"),
                     _ ("Import a directory, or add a group. What there is to check about it then "
                        "stands here."));
    add_button (page, _ ("_Import…"), "win.import");
  } else if (narrow) {
    page = new_page ("dolen-find-symbolic",
                     _ ("Nothing of This Kind"),
                     read->area != NULL ? read->area
                                        : _ ("The filter above leaves out the rest of the queue."));
    add_button (page, _ ("Show _Everything"), "queue.everything");
  } else {
    page = new_page (
        "dolen-today-symbolic",
        /* Translators: an empty queue. */
        _ ("Nothing to Check Today"),
        *next != '\0' ? next : _ ("Facts come here when nobody has confirmed them for too long."));
  }
  return page;
}
