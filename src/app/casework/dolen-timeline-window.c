/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-papers.h"

#include "app/casework/dolen-paper-window.h"
#include "app/casework/dolen-timeline-kinds.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/records/dolen-export.h"
#include "reports/dolen-timeline-paper.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHOICE "dolen-choice"

/* The timeline as a paper: which kind of entries, from when until when. */

typedef struct {
  DolenPerson *person; /* (owned) */
  DolenPaperWindow *window;
  GtkDropDown *kind_drop;
  GtkEditable *from_entry;
  GtkEditable *until_entry;
  GtkWidget *problem_label;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  dolen_person_free (choice->person);
  g_free (choice);
}

/* FALSE where what is typed is no day. */
static gboolean
read_day (GtkEditable *entry, char **day)
{
  const char *typed = gtk_editable_get_text (entry);

  *day = dolen_typed_date_parse (typed);
  return *day != NULL || dolen_text_is_empty (typed);
}

static char *
write_timeline (DolenSession *session, gpointer data, DolenLanguage language)
{
  const Choice *choice = data;
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  DolenTimelineFilter filter = { .kinds = DOLEN_ENTRY_ALL };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  read_day (choice->from_entry, &from);
  read_day (choice->until_entry, &until);
  filter.from = from;
  filter.until = until;
  filter.kinds = dolen_timeline_kinds_get (choice->kind_drop);
  entries = dolen_caseload_list_timeline (caseload, choice->person->uid, DOLEN_ENTRY_ALL, -1, NULL);
  return dolen_timeline_paper_text (
      dolen_person_get_called (choice->person), entries, &filter, language, today);
}

static void
on_changed (Choice *choice)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  gboolean days = read_day (choice->from_entry, &from) && read_day (choice->until_entry, &until);
  const char *problem = "";

  if (!days)
    problem = _ ("A day is written like 5 March 2026 or 5.3.2026.");
  else if (from != NULL && until != NULL && strcmp (from, until) > 0)
    problem = _ ("The first day is after the last: nothing lies between them.");
  gtk_label_set_label (GTK_LABEL (choice->problem_label), problem);
  gtk_widget_set_visible (choice->problem_label, *problem != '\0');
  dolen_paper_window_refresh (choice->window);
}

static GtkEditable *
add_day (GtkWidget *row, const char *title, Choice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), choice);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (row), box);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
new_options (DolenPaperWindow *window, gpointer data)
{
  Choice *choice = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = dolen_wrap_box_new ();

  choice->window = window;
  choice->kind_drop = dolen_timeline_kinds_new ();
  gtk_widget_set_halign (GTK_WIDGET (choice->kind_drop), GTK_ALIGN_START);
  choice->problem_label = dolen_label_new ("", "warning");
  gtk_widget_set_visible (choice->problem_label, FALSE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (choice->kind_drop));
  /* Translators: before a field for a day: entries of a timeline from this day on. */
  choice->from_entry = add_day (row, _ ("_From"), choice);
  /* Translators: before a field for a day: entries of a timeline until this day. */
  choice->until_entry = add_day (row, _ ("_Until"), choice);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), choice->problem_label);
  g_signal_connect_swapped (choice->kind_drop, "notify::selected", G_CALLBACK (on_changed), choice);
  return box;
}

GtkWindow *
dolen_timeline_paper_new (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  DolenPerson *person = caseload != NULL ? dolen_caseload_get_person (caseload, uid) : NULL;
  DolenPaperSpec spec = { .title = _ ("Timeline"),
                          .unsigned_ok = TRUE,
                          .job = _ ("timeline"),
                          .what = DOLEN_EXPORT_TIMELINE,
                          .person = uid,
                          .language = dolen_language_current (),
                          .text = write_timeline,
                          .options = new_options,
                          .free_data = choice_free };
  GtkWindow *window;
  Choice *choice;

  if (person == NULL)
    return NULL;
  choice = g_new0 (Choice, 1);
  choice->person = person;
  spec.data = choice;
  window = dolen_paper_window_new (session, &spec);
  g_object_set_data (G_OBJECT (window), CHOICE, choice);
  return window;
}

void
dolen_timeline_paper_choose (GtkWindow *window, guint kind, const char *from, const char *until)
{
  const Choice *choice = g_object_get_data (G_OBJECT (window), CHOICE);

  g_return_if_fail (choice != NULL);
  gtk_drop_down_set_selected (choice->kind_drop, kind);
  gtk_editable_set_text (choice->from_entry, from);
  gtk_editable_set_text (choice->until_entry, until);
}
