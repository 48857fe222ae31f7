/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-timeline.h"

#include "app/casework/dolen-note-box.h"
#include "app/casework/dolen-restricted-note.h"
#include "app/casework/dolen-timeline-kinds.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-correct.h"
#include "casework/dolen-casework-move.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define FIRST_ENTRIES 30

struct _DolenPersonTimeline {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  char *person;          /* (owned) uid */
  gboolean all;          /* more than the first entries */
  GtkWidget *list;
  GtkWidget *more_button;
  GtkDropDown *filter_drop;
};

G_DEFINE_FINAL_TYPE (DolenPersonTimeline, dolen_person_timeline, ADW_TYPE_BIN)

static char *
say_when (const DolenEntry *entry)
{
  g_autofree char *date = dolen_date_of_instant (entry->at);
  g_autofree char *day = dolen_format_date_as (dolen_language_current (), date, DOLEN_DATE_WEEKDAY);
  g_autofree char *full = entry->author != NULL && *entry->author != '\0'
                              ? g_strdup_printf ("%s · %s", day, entry->author)
                              : g_strdup (day);

  if (!entry->undone)
    return g_steal_pointer (&full);
  /* Translators: after the day of an entry that a later one took back. */
  return g_strdup_printf (_ ("%s · taken back"), full);
}

static char *
say_title (DolenPersonTimeline *self, const DolenEntry *entry)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  g_autoptr (DolenNote) note = NULL;

  if (entry->note != NULL && g_str_equal (entry->type, DOLEN_EVENT_NOTE_ADD))
    note = dolen_caseload_get_note (caseload, entry->note);
  if (note != NULL && !note->restricted)
    return g_strdup (dolen_note_kind_name (note->kind));
  return dolen_entry_title (entry, dolen_language_current ());
}

static void
strike_through (GtkWidget *label)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* What may be put right about an entry. */
static GMenu *
new_menu (DolenPersonTimeline *self, const DolenEntry *entry)
{
  DolenCasework *casework = dolen_session_get_casework (self->session);
  GMenu *menu = g_menu_new ();
  g_autofree char *words = dolen_casework_get_correctable (casework, entry->event);
  g_autofree char *uid = NULL;
  const char *record = NULL;

  if (words != NULL) {
    append_item (menu, _ ("Correct This…"), "person.correct", entry->event);
    append_item (menu, _ ("The Person Disputes This…"), "person.dispute", entry->event);
  }
  if (!entry->undone && dolen_casework_find_entry_record (casework, entry->event, &record, &uid)) {
    g_autofree char *target = g_strconcat (record, "/", uid, NULL);

    append_item (menu, _ ("Entered in the Wrong Record…"), "person.wrong-record", target);
  }
  if (entry->note != NULL && g_str_equal (entry->type, DOLEN_EVENT_NOTE_ADD) && !entry->undone
      && (entry->restricted || !dolen_text_is_empty (entry->text))) {
    g_autoptr (GMenuItem) redact = g_menu_item_new (_ ("Take the Words Out…"), NULL);

    g_menu_item_set_action_and_target (
        redact, "person.redact-note", "(ss)", entry->note, entry->event);
    g_menu_append_item (menu, redact);
  }
  return menu;
}

static void
add_menu (DolenPersonTimeline *self, GtkWidget *row, const DolenEntry *entry)
{
  g_autoptr (GMenu) menu = new_menu (self, entry);
  GtkWidget *button;

  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return;
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("More about this entry"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More about this entry"), -1);
  gtk_box_append (GTK_BOX (row), button);
}

static char *
say_day (gint64 at)
{
  g_autofree char *date = dolen_date_of_instant (at);

  return dolen_format_date_as (dolen_language_current (), date, DOLEN_DATE_DAY);
}

/* What became of it since, and where it was before: in words, whatever is struck through. */
static void
add_marks (GtkWidget *words, const DolenEntry *entry)
{
  g_autofree char *corrected = say_day (entry->corrected_at);
  g_autofree char *first = say_day (entry->first_at);
  g_autofree char *line = NULL;

  if (entry->corrected_at != 0) {
    /* Translators: of words in the timeline; first: a day, second: a worker's name. */
    line = g_strdup_printf (_ ("Corrected on %1$s (%2$s)"),
                            corrected,
                            entry->corrected_by != NULL ? entry->corrected_by : "–");
    gtk_box_append (GTK_BOX (words), dolen_label_new (line, "caption"));
    g_clear_pointer (&line, g_free);
  }
  if (entry->first_at != 0) {
    /* Translators: of an entry of the timeline; first: a day, second: a worker's name. */
    line = g_strdup_printf (_ ("First written on %1$s (%2$s), in the wrong record"),
                            first,
                            entry->first_author != NULL ? entry->first_author : "–");
    gtk_box_append (GTK_BOX (words), dolen_label_new (line, "caption"));
    g_clear_pointer (&line, g_free);
  }
  if (!dolen_text_is_empty (entry->disputed)) {
    /* Translators: the person disputes what was written; %s: their own words. */
    line = g_strdup_printf (_ ("The person disputes this: %s"), entry->disputed);
    gtk_box_append (GTK_BOX (words), dolen_label_new (line, NULL));
  }
}

static GtkWidget *
new_entry (DolenPersonTimeline *self, const DolenEntry *entry)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = say_title (self, entry);
  g_autofree char *when = say_when (entry);
  GtkWidget *heading = dolen_label_new (title, NULL);

  gtk_box_append (GTK_BOX (words), dolen_label_new (when, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (words), "dim-label");
  gtk_box_append (GTK_BOX (words), heading);
  if (!dolen_text_is_empty (entry->text)) {
    GtkWidget *text = dolen_label_new (entry->text, NULL);

    gtk_widget_add_css_class (heading, "heading");
    gtk_label_set_selectable (GTK_LABEL (text), TRUE);
    if (entry->undone || entry->corrected_at != 0)
      strike_through (text);
    gtk_box_append (GTK_BOX (words), text);
  }
  if (entry->restricted && !entry->undone)
    gtk_box_append (GTK_BOX (words), dolen_restricted_note_new (self->session, entry->note));
  if (entry->undone)
    strike_through (heading);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  add_marks (words, entry);
  add_menu (self, row, entry);
  return row;
}

void
dolen_person_timeline_refresh (DolenPersonTimeline *self)
{
  DolenCaseload *caseload;
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *row;
  guint shown;

  g_return_if_fail (DOLEN_IS_PERSON_TIMELINE (self));

  caseload = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (caseload == NULL)
    return;
  entries = dolen_caseload_list_timeline (caseload,
                                          self->person,
                                          dolen_timeline_kinds_get (self->filter_drop),
                                          self->all ? G_MAXINT : FIRST_ENTRIES + 1,
                                          NULL);
  shown = entries != NULL ? entries->len : 0;
  if (!self->all)
    shown = MIN (shown, FIRST_ENTRIES);
  for (guint i = 0; i < shown; i++)
    dolen_boxed_list_add (self->list, new_entry (self, g_ptr_array_index (entries, i)));
  if (shown == 0)
    dolen_boxed_list_add (self->list,
                          dolen_label_new (_ ("Nothing of this kind yet."), "dim-label"));
  gtk_widget_set_visible (self->more_button, entries != NULL && entries->len > shown);
}

static void
on_more_clicked (DolenPersonTimeline *self)
{
  self->all = TRUE;
  dolen_person_timeline_refresh (self);
}

static void
on_filter_changed (DolenPersonTimeline *self)
{
  if (self->session != NULL)
    dolen_person_timeline_refresh (self);
}

static void
dolen_person_timeline_dispose (GObject *object)
{
  g_clear_object (&DOLEN_PERSON_TIMELINE (object)->session);
  G_OBJECT_CLASS (dolen_person_timeline_parent_class)->dispose (object);
}

static void
dolen_person_timeline_finalize (GObject *object)
{
  g_free (DOLEN_PERSON_TIMELINE (object)->person);
  G_OBJECT_CLASS (dolen_person_timeline_parent_class)->finalize (object);
}

static void
dolen_person_timeline_class_init (DolenPersonTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_person_timeline_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_person_timeline_finalize;
}

static void
dolen_person_timeline_init (DolenPersonTimeline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  /* No heading: the part of the page has the name of the timeline already. */
  self->filter_drop = dolen_timeline_kinds_new ();
  gtk_widget_set_halign (GTK_WIDGET (self->filter_drop), GTK_ALIGN_START);
  g_signal_connect_swapped (
      self->filter_drop, "notify::selected", G_CALLBACK (on_filter_changed), self);
  self->list = dolen_boxed_list_new ();
  self->more_button = gtk_button_new_with_mnemonic (_ ("Show _All"));
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more_button, "flat");
  g_signal_connect_swapped (self->more_button, "clicked", G_CALLBACK (on_more_clicked), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter_drop));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->more_button);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
dolen_person_timeline_new (DolenSession *session, const char *person)
{
  DolenPersonTimeline *self = g_object_new (DOLEN_TYPE_PERSON_TIMELINE, NULL);

  self->session = g_object_ref (session);
  self->person = g_strdup (person);
  dolen_person_timeline_refresh (self);
  return GTK_WIDGET (self);
}

guint
dolen_person_timeline_get_filter (DolenPersonTimeline *self)
{
  g_return_val_if_fail (DOLEN_IS_PERSON_TIMELINE (self), 0);
  return gtk_drop_down_get_selected (self->filter_drop);
}

void
dolen_person_timeline_set_filter (DolenPersonTimeline *self, guint filter)
{
  g_return_if_fail (DOLEN_IS_PERSON_TIMELINE (self));
  gtk_drop_down_set_selected (self->filter_drop, filter);
}
