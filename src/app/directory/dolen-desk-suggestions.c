/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-desk-card.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-desk-button.h"
#include "app/directory/dolen-undoable.h"
#include "base/dolen-text.h"
#include "directory/dolen-field-words.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

/* Its uid. */
static gint64
accept_change (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  return dolen_suggested_change_accept (directory, ((char **) data)[0], who, error);
}

/* Its uid, and why (may be empty). */
static gint64
decline_change (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  char **arguments = data;
  const char *reason = *arguments[1] != '\0' ? arguments[1] : NULL;

  return dolen_suggested_change_decline (directory, arguments[0], reason, who, error);
}

static void
add_value (GtkBox *box, const char *title, const char *value)
{
  gtk_box_append (box, dolen_fact_new (title, dolen_text_is_empty (value) ? _ ("nothing") : value));
}

static char *
say_who (const DolenSuggestedChange *change)
{
  g_autofree char *day = dolen_format_date (dolen_language_current (), change->on);

  if (change->by == NULL)
    /* Translators: over a value that was suggested: the day. */
    return g_strdup_printf (_ ("Suggested, %s"), day);
  /* Translators: over a value that was suggested: by whom, and the day. */
  return g_strdup_printf (_ ("Suggested by: %1$s, %2$s"), change->by, day);
}

/* ---- declining, with a reason ---- */

typedef struct {
  DolenSession *session; /* (owned) */
  char *uid;             /* (owned) */
  GtkWidget *entry;
} Decline;

static void
decline_free (gpointer data, GClosure *closure)
{
  Decline *decline = data;

  g_object_unref (decline->session);
  g_free (decline->uid);
  g_free (decline);
}

static void
on_decline (GtkWidget *widget, const Decline *decline)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (decline->entry));
  g_autofree char *reason = dolen_text_clean_line (typed);
  const char *arguments[] = { decline->uid, reason != NULL ? reason : "", NULL };
  /* Translators: a toast with "Undo". */
  DolenUndoable edit = {
    _ ("Suggestion declined"), decline_change, NULL, (GDestroyNotify) g_strfreev, NULL, NULL, NULL
  };
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  edit.data = g_strdupv ((char **) arguments);
  dolen_undoable_run (decline->session, &edit);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Why stands in the history, for who suggested it to be told. */
static GtkWidget *
new_decline_box (DolenSession *session, const DolenSuggestedChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  /* Translators: a button: a suggested change is not taken over. */
  GtkWidget *button = gtk_button_new_with_label (_ ("Decline"));
  Decline *decline = g_new0 (Decline, 1);

  decline->session = g_object_ref (session);
  decline->uid = g_strdup (change->uid);
  decline->entry = gtk_entry_new ();
  /* Translators: over an entry: why a suggested change is not taken over. */
  gtk_box_append (GTK_BOX (box), dolen_label_new (_ ("Why, about the listing"), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (decline->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why, about the listing"),
                                  -1);
  gtk_box_append (GTK_BOX (box), decline->entry);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (decline->entry, "activate", G_CALLBACK (on_decline), decline);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_decline), decline, decline_free, 0);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
new_decline_button (DolenSession *session, const DolenSuggestedChange *change, const char *about)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Decline…"), about);

  /* Translators: a button: a suggested change is not taken over; why is asked then. */
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Decline…"));
  gtk_popover_set_child (GTK_POPOVER (popover), new_decline_box (session, change));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* ---- one suggestion ---- */

static GtkWidget *
new_change (DolenSession *session, const DolenSuggestedChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = dolen_wrap_box_new ();
  const char *about = dolen_field_label (change->field, dolen_language_current ());
  const char *arguments[] = { change->uid, NULL };
  /* Translators: a button: a suggested change is taken over; short. Then a toast with "Undo". */
  DolenDeskAct accept = { _ ("Accept"), about, _ ("Suggestion accepted"), accept_change };
  g_autofree char *who = say_who (change);

  gtk_box_append (GTK_BOX (box), dolen_label_new (about, "heading"));
  add_value (GTK_BOX (box), _ ("Here now"), change->was);
  add_value (GTK_BOX (box), who, change->would);
  /* What was understood, and the words that were written. */
  if (g_strcmp0 (change->would, change->value) != 0 && !dolen_text_is_empty (change->value))
    gtk_box_append (GTK_BOX (box), dolen_label_new (change->value, "dim-label"));
  if (!dolen_text_is_empty (change->note))
    gtk_box_append (GTK_BOX (box), dolen_label_new (change->note, "dim-label"));
  gtk_box_append (GTK_BOX (buttons), dolen_desk_button_new (session, &accept, arguments));
  gtk_box_append (GTK_BOX (buttons), new_decline_button (session, change, about));
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

void
dolen_desk_fill_suggestions (GtkBox *box, DolenSession *session, const DolenQueueItem *item)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  GtkWidget *list = dolen_boxed_list_new ();
  g_autoptr (GPtrArray) changes = NULL;

  if (directory != NULL)
    changes = dolen_suggested_changes_list (directory, item->record_uid, NULL);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    dolen_boxed_list_add (list, new_change (session, changes->pdata[i]));
  /* Translators: a heading over changes of a listing that link workers suggest. */
  gtk_box_append (box, dolen_desk_section_new (_ ("Suggested changes"), list));
}
