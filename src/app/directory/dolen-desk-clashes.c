/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-desk-card.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-desk-button.h"
#include "app/directory/dolen-history-words.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-field-words.h"
#include "directory/dolen-clashes.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

/* Kind, uid, field, and "theirs" where the feed is followed. */
static gint64
settle (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  char **arguments = data;

  return dolen_clash_settle (directory,
                             arguments[0],
                             arguments[1],
                             arguments[2],
                             g_str_equal (arguments[3], "theirs") ? DOLEN_CLASH_TAKE_THEIRS
                                                                  : DOLEN_CLASH_KEEP_OURS,
                             who,
                             error);
}

static char *
dup_day (gint64 instant)
{
  g_autofree char *date = dolen_date_of_instant (instant);

  return dolen_format_date (dolen_language_current (), date);
}

static GtkWidget *
new_value (const char *title, const DolenClash *clash, const char *value)
{
  g_autofree char *said
      = dolen_history_say_value (clash->kind, clash->field, value, dolen_language_current ());

  return dolen_fact_new (title, dolen_text_is_empty (said) ? _ ("nothing") : said);
}

static void
add_buttons (GtkBox *box, DolenSession *session, const DolenClash *clash)
{
  const char *about = dolen_field_label (clash->field, dolen_language_current ());
  const char *arguments[] = { clash->kind, clash->record_uid, clash->field, "ours", NULL };
  /* Translators: buttons: of two values, which one holds; short. Then toasts with "Undo". */
  DolenDeskAct keep = { _ ("Keep Ours"), about, _ ("Ours is kept"), settle };
  DolenDeskAct take = { _ ("Take Theirs"), about, _ ("Theirs is taken"), settle };

  gtk_box_append (box, dolen_desk_button_new (session, &keep, arguments));
  arguments[3] = "theirs";
  gtk_box_append (box, dolen_desk_button_new (session, &take, arguments));
}

static char *
name_ours (const DolenClash *clash)
{
  g_autofree char *edited = NULL;

  if (clash->edited_at == 0)
    /* Translators: over one of two values: as it stands in this directory. */
    return g_strdup (_ ("As it is here"));
  edited = dup_day (clash->edited_at);
  /* Translators: over one of two values: the day somebody edited it here. */
  return g_strdup_printf (_ ("Here, edited on %s"), edited);
}

static GtkWidget *
new_clash (DolenSession *session, const DolenClash *clash)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = dolen_wrap_box_new ();
  g_autofree char *changed = dup_day (clash->feed_changed_at);
  g_autofree char *ours = name_ours (clash);
  /* Translators: over one of two values: a feed, and the day it changed there. */
  g_autofree char *theirs
      = g_strdup_printf (_ ("%1$s, changed on %2$s"),
                         clash->source_name != NULL ? clash->source_name : _ ("The feed"),
                         changed);

  gtk_box_append (
      GTK_BOX (box),
      dolen_label_new (dolen_field_label (clash->field, dolen_language_current ()), "heading"));
  gtk_box_append (GTK_BOX (box), new_value (ours, clash, clash->ours));
  gtk_box_append (GTK_BOX (box), new_value (theirs, clash, clash->theirs));
  add_buttons (GTK_BOX (buttons), session, clash);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static void
add_clashes (GtkWidget *list, DolenSession *session, DolenDirectory *directory, const char *record)
{
  g_autoptr (GPtrArray) clashes = dolen_directory_list_clashes (directory, record, 0, NULL);

  for (guint i = 0; clashes != NULL && i < clashes->len; i++)
    dolen_boxed_list_add (list, new_clash (session, clashes->pdata[i]));
}

void
dolen_desk_fill_clashes (GtkBox *box, DolenSession *session, const DolenQueueItem *item)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  GtkWidget *list = dolen_boxed_list_new ();
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);

  /* Those of the record, and of its venue. */
  for (guint i = 0; directory != NULL && i < item->asks->len; i++) {
    const DolenQueueAsk *ask = g_ptr_array_index (item->asks, i);

    if (ask->record != NULL && g_hash_table_add (records, ask->record))
      add_clashes (list, session, directory, ask->record);
  }
  gtk_box_append (
      box,
      /* Translators: a heading over fields that were edited here and changed in the feed since. */
      dolen_desk_section_new (_ ("Which of the two holds?"), list));
}
