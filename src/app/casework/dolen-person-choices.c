/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-choices.h"

#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"
#include "casework/dolen-casework-outgoing.h"

#include <glib/gi18n.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

/* ---- what a choice offers ---- */

GtkWindow *
dolen_choice_refer (DolenSession *session, const char *choice)
{
  return dolen_refer_window_new_for_choice (session, DOLEN_REFERRAL, choice);
}

GtkWindow *
dolen_choice_signpost (DolenSession *session, const char *choice)
{
  return dolen_refer_window_new_for_choice (session, DOLEN_SIGNPOSTING, choice);
}

static GtkWindow *
move (DolenSession *session, const char *choice, int by)
{
  g_autoptr (DolenChoice) moved
             = dolen_caseload_get_record (caseload_of (session), &dolen_choice_type, choice);
  g_autoptr (GPtrArray) all
             = moved != NULL ? dolen_caseload_list_choices (caseload_of (session), moved->person)
                             : NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; all != NULL && i < all->len; i++) {
    if (!g_str_equal (((DolenChoice *) all->pdata[i])->uid, choice))
      continue;
    if (dolen_casework_choice_move (dolen_session_get_casework (session),
                                    choice,
                                    (guint) MAX ((int) i + by, 0),
                                    &undo,
                                    &error))
      dolen_session_did (session, g_steal_pointer (&undo));
    else
      dolen_session_report (session, error);
  }
  return NULL;
}

GtkWindow *
dolen_choice_sooner (DolenSession *session, const char *choice)
{
  return move (session, choice, -1);
}

GtkWindow *
dolen_choice_later (DolenSession *session, const char *choice)
{
  return move (session, choice, 1);
}

GtkWindow *
dolen_choice_set_aside (DolenSession *session, const char *choice)
{
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  if (dolen_casework_choice_set_aside (
          dolen_session_get_casework (session), choice, NULL, &undo, &error))
    dolen_session_did (session, g_steal_pointer (&undo));
  else
    dolen_session_report (session, error);
  return NULL;
}

/* ---- the section ---- */

static void
append (GMenu *menu, const char *label, const char *action, const char *choice)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", choice);
  g_menu_append_item (menu, item);
}

static GtkWidget *
new_buttons (const DolenChoice *choice, gboolean first, gboolean last)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *refer = gtk_button_new_with_label (_ ("Refer…"));
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (refer), "person.choice-refer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (refer), "s", choice->uid);
  append (menu, _ ("Signpost…"), "person.choice-signpost", choice->uid);
  if (!first)
    append (menu, _ ("Try Sooner"), "person.choice-sooner", choice->uid);
  if (!last)
    append (menu, _ ("Try Later"), "person.choice-later", choice->uid);
  append (menu, _ ("Set Aside"), "person.choice-set-aside", choice->uid);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (more), _ ("More"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (more), TRUE);
  gtk_box_append (GTK_BOX (box), refer);
  gtk_box_append (GTK_BOX (box), more);
  return box;
}

static const char *
name_of (const DolenChoice *choice)
{
  gboolean welsh = dolen_language_current () == DOLEN_LANGUAGE_CY;
  const char *first = welsh ? choice->service_name_cy : choice->service_name;

  if (!dolen_text_is_empty (first))
    return first;
  return welsh ? choice->service_name : choice->service_name_cy;
}

static GtkWidget *
new_row (const DolenChoice *choice, guint place, guint n)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = g_strdup_printf ("%u. %s", place + 1, name_of (choice));
  g_autofree char *reasons = choice->reasons != NULL ? g_strjoinv ("\n", choice->reasons) : NULL;

  gtk_box_append (GTK_BOX (words), dolen_label_new (title, "heading"));
  if (!dolen_text_is_empty (reasons))
    gtk_box_append (GTK_BOX (words), dolen_label_new (reasons, "caption"));
  return dolen_side_box_new (words, new_buttons (choice, place == 0, place + 1 == n));
}

GtkWidget *
dolen_person_choices_new (DolenSession *session, const char *person)
{
  g_autoptr (GPtrArray) choices = dolen_caseload_list_choices (caseload_of (session), person);
  GtkWidget *list;

  if (choices == NULL || choices->len == 0)
    return NULL;
  list = dolen_boxed_list_new ();
  for (guint i = 0; i < choices->len; i++)
    dolen_boxed_list_add (list, new_row (g_ptr_array_index (choices, i), i, choices->len));
  /* Translators: groups on a person's plan that have not been asked yet, in their order (dewis,
   * masc.). */
  return dolen_section_new (_ ("Choices"), NULL, list);
}
