/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-marks.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-undoable.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>
#include <string.h>

#define PUT_OFF_DAYS 14

/* What the rows of one card write to; lives as long as they do. */
typedef struct {
  DolenSession *session; /* (owned) */
  char *record;          /* (owned) uid */
  char *kind;            /* (owned) */
  GtkWidget *until_row;
  GtkWidget *reason_row;
} Marks;

static void
marks_free (gpointer data)
{
  Marks *marks = data;

  g_object_unref (marks->session);
  g_free (marks->record);
  g_free (marks->kind);
  g_free (marks);
}

typedef enum {
  GIVE,
  DUE,
  PUT_OFF,
  END_PUT_OFF
} Act;

/* In the worker. */
typedef struct {
  Act act;
  char *record, *kind;
  char *value;  /* (nullable) */
  char *reason; /* (nullable) */
} Mark;

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_free (mark->record);
  g_free (mark->kind);
  g_free (mark->value);
  g_free (mark->reason);
  g_free (mark);
}

static gint64
write_mark (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Mark *mark = data;

  switch (mark->act) {
  case GIVE:
    return dolen_queue_assign (directory, mark->record, mark->kind, mark->value, who, error);
  case DUE:
    return dolen_queue_set_due (directory, mark->record, mark->kind, mark->value, who, error);
  case PUT_OFF:
  case END_PUT_OFF:
    break;
  }
  return dolen_queue_snooze (
      directory, mark->record, mark->kind, mark->value, mark->reason, who, error);
}

/* @value, @reason: (transfer full) (nullable) */
static void
run (const Marks *marks, Act act, char *value, char *reason, const char *title)
{
  Mark *mark = g_new0 (Mark, 1);
  DolenUndoable edit = { title, write_mark, mark, mark_free, NULL, NULL, NULL };

  mark->act = act;
  mark->record = g_strdup (marks->record);
  mark->kind = g_strdup (marks->kind);
  mark->value = value;
  mark->reason = reason;
  dolen_undoable_run (marks->session, &edit);
}

static char *
dup_line (GtkWidget *row)
{
  return dolen_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
on_give (GtkWidget *row, const Marks *marks)
{
  char *to = dup_line (row);

  /* Translators: a toast with "Undo": a row of the queue is somebody's now, or nobody's. */
  run (marks, GIVE, to, NULL, to != NULL ? _ ("Given to somebody") : _ ("Nobody’s now"));
}

/* FALSE where what is typed is no date; then it has been said. */
static gboolean
read_date (const Marks *marks, GtkWidget *row, char **date)
{
  g_autofree char *typed = dup_line (row);

  *date = typed != NULL ? dolen_typed_date_parse (typed) : NULL;
  if (typed == NULL || *date != NULL)
    return TRUE;
  dolen_session_toast (marks->session, _ ("That is no date: day/month/year."));
  gtk_widget_grab_focus (row);
  return FALSE;
}

static void
on_due (GtkWidget *row, const Marks *marks)
{
  char *date;

  if (read_date (marks, row, &date))
    /* Translators: a toast with "Undo": by when a row of the queue is to be done. */
    run (marks, DUE, date, NULL, _ ("Due date set"));
}

static void
on_put_off (GtkWidget *button, const Marks *marks)
{
  g_autofree char *reason = dup_line (marks->reason_row);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *date = NULL;

  if (!read_date (marks, marks->until_row, &date))
    return;
  if (date == NULL || strcmp (date, today) <= 0) {
    dolen_session_toast (marks->session, _ ("Put it off to a day after today."));
    gtk_widget_grab_focus (marks->until_row);
  } else if (reason == NULL) {
    dolen_session_toast (marks->session, _ ("Say why it is put off."));
    gtk_widget_grab_focus (marks->reason_row);
  } else {
    /* Translators: a toast with "Undo": a row of the queue comes back later by itself. */
    run (marks, PUT_OFF, g_steal_pointer (&date), g_steal_pointer (&reason), _ ("Put off"));
  }
}

static void
on_end_put_off (GtkWidget *button, const Marks *marks)
{
  /* Translators: a toast with "Undo": a row of the queue that was put off is due again. */
  run (marks, END_PUT_OFF, NULL, NULL, _ ("Back in the queue"));
}

static GtkWidget *
new_entry (const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  return row;
}

static GtkWidget *
new_applied (const char *title, const char *text, GCallback callback, Marks *marks)
{
  GtkWidget *row = new_entry (title, text);

  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", callback, marks);
  return row;
}

static GtkWidget *
new_button_row (const char *label, GCallback callback, Marks *marks)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", callback, marks);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return dolen_boxed_row_new (button);
}

static GtkWidget *
new_put_off (Marks *marks, const DolenQueueItem *item)
{
  GtkWidget *fold = adw_expander_row_new ();
  g_autofree char *today = dolen_date_today ();
  g_autofree char *proposed = dolen_date_add_days (today, PUT_OFF_DAYS);
  g_autofree char *until = dolen_typed_date_format (proposed);

  /* Translators: on the card of a row of the queue: it comes back later by itself. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fold), _ ("Put off"));
  marks->until_row = new_entry (_ ("Until (day/month/year)"), until);
  /* Translators: why a row of the queue is put off. */
  marks->reason_row = new_entry (_ ("Why"), item->snooze_reason);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), marks->until_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), marks->reason_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (fold),
                            /* Translators: a button: the row comes back on that day. */
                            new_button_row (_ ("_Put Off"), G_CALLBACK (on_put_off), marks));
  return fold;
}

GtkWidget *
dolen_queue_marks_new (DolenSession *session, const DolenQueueItem *item)
{
  GtkWidget *list = dolen_boxed_list_new ();
  g_autofree char *due = dolen_typed_date_format (item->due_on);
  Marks *marks = g_new0 (Marks, 1);

  marks->session = g_object_ref (session);
  marks->record = g_strdup (item->record_uid);
  marks->kind = g_strdup (item->mark_kind);
  g_object_set_data_full (G_OBJECT (list), "marks", marks, marks_free);
  gtk_list_box_append (
      GTK_LIST_BOX (list),
      /* Translators: on the card of a row of the queue: which colleague sees to it. */
      new_applied (_ ("Who sees to it"), item->assigned_to, G_CALLBACK (on_give), marks));
  gtk_list_box_append (
      GTK_LIST_BOX (list),
      new_applied (_ ("Due on (day/month/year)"), due, G_CALLBACK (on_due), marks));
  if (item->snoozed_until != NULL)
    gtk_list_box_append (
        GTK_LIST_BOX (list),
        /* Translators: a button: a row that was put off is due again. */
        new_button_row (_ ("Put _Back into the Queue"), G_CALLBACK (on_end_put_off), marks));
  else
    gtk_list_box_append (GTK_LIST_BOX (list), new_put_off (marks, item));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Whose, and when"), -1);
  /* Translators: a heading on the card of a row of the queue. */
  return dolen_section_new (_ ("Whose, and when"), NULL, list);
}
