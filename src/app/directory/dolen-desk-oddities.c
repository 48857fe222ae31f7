/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-desk-card.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-desk-button.h"
#include "base/dolen-text.h"
#include "directory/dolen-edit-parts.h"

#include <glib/gi18n.h>

/* What is odd in a listing; where its name says that it is closed, that is done in one click. */

/* Listing, and the code of what is odd: it is told in the language of whoever reads it. */
static gint64
close_it (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  char **arguments = data;

  return dolen_edit_close (directory, arguments[0], NULL, arguments[1], NULL, who, error);
}

static gint64
pause_it (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  char **arguments = data;

  return dolen_edit_pause (
      directory, arguments[0], NULL, NULL, DOLEN_TOLD_BY_FEED, NULL, who, error);
}

static GtkWidget *
new_closing (DolenSession *session, const DolenQueueItem *item, const DolenQueueAsk *ask)
{
  GtkWidget *buttons = dolen_wrap_box_new ();
  const char *arguments[] = { item->service, ask->what, NULL };
  DolenDeskAct closing = { _ ("Close the Listing"), item->title, _ ("Closed"), close_it };
  DolenDeskAct pausing = { _ ("Pause the Listing"), item->title, _ ("Paused"), pause_it };

  gtk_box_append (GTK_BOX (buttons), dolen_desk_button_new (session, &closing, arguments));
  gtk_box_append (GTK_BOX (buttons), dolen_desk_button_new (session, &pausing, arguments));
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  return dolen_side_box_new (dolen_label_new (ask->question, NULL), buttons);
}

static gboolean
may_be_closed (const DolenQueueAsk *ask)
{
  return g_strcmp0 (ask->what, "name-says-closed") == 0
         || g_strcmp0 (ask->what, "status-unknown") == 0;
}

void
dolen_desk_fill_oddities (GtkBox *box, DolenSession *session, const DolenQueueItem *item)
{
  GtkWidget *list = dolen_boxed_list_new ();

  for (guint i = 0; i < item->asks->len; i++) {
    const DolenQueueAsk *ask = item->asks->pdata[i];

    if (may_be_closed (ask) && item->service != NULL)
      dolen_boxed_list_add (list, new_closing (session, item, ask));
    else if (!dolen_text_is_empty (ask->question))
      dolen_boxed_list_add (list, dolen_label_new (ask->question, NULL));
  }
  gtk_box_append (box, dolen_desk_section_new (_ ("To look at"), list));
}
