/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-put-right-forms.h"

#include "app/casework/dolen-known-list.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "casework/dolen-casework-correct.h"
#include "casework/dolen-casework-move.h"

#include <glib/gi18n.h>
#include <string.h>

static DolenCasework *
casework_of (DolenSmallForm *form)
{
  return dolen_session_get_casework (dolen_small_form_get_session (form));
}

/* ---- other words ---- */

static gboolean
do_correct (DolenSmallForm *form, gpointer event, DolenUndo **undo, GError **error)
{
  g_autofree char *text = dolen_small_form_dup_text (form, "text");

  return dolen_casework_correct (casework_of (form), event, text, undo, error);
}

static gboolean
do_dispute (DolenSmallForm *form, gpointer event, DolenUndo **undo, GError **error)
{
  g_autofree char *text = dolen_small_form_dup_text (form, "text");

  return dolen_casework_dispute (casework_of (form), event, text, undo, error);
}

static DolenSmallForm *
new_words_form (DolenSession *session, DolenSmallFormSpec spec, const char *event, char **words)
{
  g_autofree char *kind = g_strconcat (spec.draft, "/", event, NULL);

  *words = dolen_casework_get_correctable (dolen_session_get_casework (session), event);
  if (*words == NULL) {
    dolen_session_toast (session, _ ("There is nothing to put right in this entry any more."));
    return NULL;
  }
  spec.draft = kind;
  spec.data = g_strdup (event);
  spec.free_data = g_free;
  return dolen_small_form_new (session, &spec);
}

GtkWindow *
dolen_correct_form_new (DolenSession *session, const char *event)
{
  const DolenSmallFormSpec spec = {
    .title = _ ("Correct This"), .button = _ ("_Correct"), .draft = "correct", .func = do_correct
  };
  g_autofree char *words = NULL;
  DolenSmallForm *form = new_words_form (session, spec, event, &words);

  if (form == NULL)
    return NULL;
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("The record will say this from now on. The earlier words stay in the "
                          "history, struck through, with who corrected them and when."),
                       NULL));
  dolen_small_form_add_text (form, "text", _ ("It should say"));
  dolen_small_form_set_text (form, "text", words);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_dispute_form_new (DolenSession *session, const char *event)
{
  const DolenSmallFormSpec spec = { .title = _ ("The Person Disputes This"),
                                    .button = _ ("_Put It Beside"),
                                    .draft = "dispute",
                                    .func = do_dispute };
  g_autofree char *words = NULL;
  DolenSmallForm *form = new_words_form (session, spec, event, &words);

  if (form == NULL)
    return NULL;
  dolen_small_form_add (form, dolen_label_new (words, "dim-label"));
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("What was written stays as it is. What they say stands beside it, and "
                          "goes with every copy."),
                       NULL));
  dolen_small_form_add_text (form, "text", _ ("What they say, in their own words"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- the right person ---- */

typedef struct {
  char *record;          /* (owned) */
  char *uid;             /* (owned) */
  DolenKnownList *known; /* in the form */
  GtkWidget *chosen;     /* in the form */
} Wrong;

static void
wrong_free (gpointer data)
{
  Wrong *wrong = data;

  g_free (wrong->record);
  g_free (wrong->uid);
  g_free (wrong);
}

static gboolean
do_move (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Wrong *wrong = data;
  g_autofree char *person = dolen_small_form_dup_text (form, "known");
  g_autofree char *why = dolen_small_form_dup_text (form, "why");

  if (person == NULL) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_NOT_ALLOWED,
                         _ ("Find whose record it belongs to, and choose them."));
    return FALSE;
  }
  return dolen_casework_record_move (casework_of (form),
                                     wrong->record,
                                     wrong->uid,
                                     person,
                                     why != NULL ? why : _ ("Entered in the wrong record"),
                                     error);
}

static void
on_changed (DolenSmallForm *form)
{
  Wrong *wrong = dolen_small_form_get_data (form);
  DolenCaseload *caseload = dolen_casework_get_caseload (casework_of (form));
  g_autofree char *name = dolen_small_form_dup_text (form, "name");
  g_autofree char *uid = dolen_small_form_dup_text (form, "known");
  g_autoptr (DolenPerson) person
             = uid != NULL && caseload != NULL ? dolen_caseload_get_person (caseload, uid) : NULL;
  const DolenKnownQuery query = { name, NULL, NULL, NULL };

  dolen_known_list_show (wrong->known, person == NULL ? &query : NULL);
  gtk_widget_set_visible (wrong->chosen, person != NULL);
  if (person != NULL)
    gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (wrong->chosen)), person->name);
}

static void
choose (DolenSmallForm *form, const char *person)
{
  dolen_small_form_set_text (form, "known", person);
}

static void
on_somebody_else (DolenSmallForm *form)
{
  choose (form, "");
}

static void
add_whom (DolenSmallForm *form, Wrong *wrong)
{
  GtkWidget *other = gtk_button_new_with_mnemonic (_ ("Somebody _Else"));

  dolen_small_form_add_entry (form, "name", _ ("Whose is it? Their name"), NULL);
  dolen_small_form_add_entry (form, "known", "", NULL);
  dolen_small_form_show (form, "known", FALSE);
  wrong->known = DOLEN_KNOWN_LIST (
      dolen_known_list_new (dolen_small_form_get_session (form), _ ("It Is _Theirs")));
  dolen_known_list_set_title (wrong->known, _ ("It belongs to"));
  wrong->chosen = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (wrong->chosen), dolen_label_new ("", "heading"));
  gtk_widget_set_halign (other, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (wrong->chosen), other);
  gtk_widget_set_visible (wrong->chosen, FALSE);
  dolen_small_form_add (form, GTK_WIDGET (wrong->known));
  dolen_small_form_add (form, wrong->chosen);
  g_signal_connect_object (
      other, "clicked", G_CALLBACK (on_somebody_else), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (wrong->known, "chosen", G_CALLBACK (choose), form, G_CONNECT_SWAPPED);
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), NULL);
}

static void
add_what_happens (DolenSmallForm *form, const Wrong *wrong)
{
  g_autofree char *out = dolen_casework_move_warning (
      casework_of (form), wrong->record, wrong->uid, dolen_language_current ());

  dolen_small_form_add (
      form,
      dolen_label_new (_ ("It goes to the right person with all that hangs on it. Here only stays "
                          "who took it out, when and why; this cannot be undone."),
                       NULL));
  if (out == NULL)
    return;
  dolen_small_form_add (form, dolen_label_new (out, "warning"));
  dolen_small_form_add (
      form, dolen_label_new (_ ("Today will remind you, in the right person’s record."), NULL));
}

GtkWindow *
dolen_wrong_record_form_new (DolenSession *session, const char *what)
{
  g_autofree char *kind = g_strconcat ("wrong-record/", what, NULL);
  g_auto (GStrv) parts = g_strsplit (what, "/", 2);
  DolenSmallFormSpec spec
      = { .title = _ ("Entered in the Wrong Record"), .button = _ ("_Move It"), .func = do_move };
  g_autofree char *owner = NULL;
  Wrong *wrong;
  DolenSmallForm *form;

  if (g_strv_length (parts) == 2 && dolen_casework_may_move (parts[0]))
    owner = dolen_casework_get_owner (dolen_session_get_casework (session), parts[0], parts[1]);
  if (owner == NULL) {
    dolen_session_toast (session, _ ("That is not there any more."));
    return NULL;
  }
  wrong = g_new0 (Wrong, 1);
  wrong->record = g_strdup (parts[0]);
  wrong->uid = g_strdup (parts[1]);
  spec.draft = kind;
  spec.person = owner;
  spec.data = wrong;
  spec.free_data = wrong_free;
  form = dolen_small_form_new (session, &spec);
  add_what_happens (form, wrong);
  add_whom (form, wrong);
  dolen_small_form_add_entry (form, "why", _ ("Why"), NULL);
  dolen_small_form_begin (form);
  on_changed (form);
  return GTK_WINDOW (form);
}
