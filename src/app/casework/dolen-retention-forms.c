/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-retention-forms.h"

#include "app/casework/dolen-small-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-way-out.h"
#include "app/dolen-text-windows.h"
#include "app/dolen-window.h"
#include "base/dolen-error.h"
#include "casework/dolen-casework-retention.h"
#include "reports/dolen-erasure-proof.h"

#include <glib/gi18n.h>

static DolenCasework *
get_casework (DolenSmallForm *form)
{
  return dolen_session_get_casework (dolen_small_form_get_session (form));
}

static DolenSmallForm *
new_form (DolenSession *session, const char *person, DolenSmallFormSpec spec)
{
  spec.person = person;
  spec.data = g_strdup (person);
  spec.free_data = g_free;
  return dolen_small_form_new (session, &spec);
}

/* ---- kept longer ---- */

static gboolean
do_keep (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  g_autofree char *until = NULL;
  g_autofree char *reason = dolen_small_form_dup_text (form, "reason");

  return dolen_small_form_dup_date (form, "until", &until, error)
         && dolen_casework_keep (get_casework (form), data, until, reason, undo, error);
}

GtkWindow *
dolen_keep_form_new (DolenSession *session, const char *person)
{
  const DolenSmallFormSpec spec = { .title = _ ("Keep a Record Longer"),
                                    .button = _ ("_Keep"),
                                    .draft = "keep-record",
                                    .func = do_keep };
  DolenSmallForm *form = new_form (session, person, spec);

  dolen_small_form_add_entry (form, "until", _ ("Until (a date)"), NULL);
  dolen_small_form_add_text (form, "reason", _ ("Why it is kept"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- a legal hold ---- */

static gboolean
do_hold (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  g_autofree char *reason = dolen_small_form_dup_text (form, "reason");

  return dolen_casework_hold (get_casework (form), data, reason, undo, error);
}

static gboolean
do_lift (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  return dolen_casework_lift_hold (get_casework (form), data, undo, error);
}

static GtkWindow *
new_lift_form (DolenSession *session, const char *person, const DolenRetentionDecision *hold)
{
  const DolenSmallFormSpec spec = {
    .title = _ ("Legal Hold"), .button = _ ("_Lift the Hold"), .draft = "lift-hold", .func = do_lift
  };
  DolenSmallForm *form = new_form (session, person, spec);

  dolen_small_form_add (form, dolen_fact_new (_ ("Held because"), hold->reason));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_hold_form_new (DolenSession *session, const char *person)
{
  const DolenSmallFormSpec spec = {
    .title = _ ("Legal Hold"), .button = _ ("_Hold"), .draft = "hold-record", .func = do_hold
  };
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenRetentionDecision) hold
             = caseload != NULL ? dolen_caseload_get_hold (caseload, person) : NULL;
  DolenSmallForm *form;

  if (hold != NULL)
    return new_lift_form (session, person, hold);
  form = new_form (session, person, spec);
  dolen_small_form_add (
      form,
      dolen_label_new (
          _ ("A claim, an inquiry, a complaint: the record is not erased, and does not "
             "come up as due, until the hold is lifted."),
          NULL));
  dolen_small_form_add_text (form, "reason", _ ("Why it is held"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- the end ---- */

static void
on_print_clicked (GtkButton *button, gpointer window)
{
  const char *markup = g_object_get_data (G_OBJECT (window), "markup");

  /* It names nobody, and the erasure is on record. */
  const DolenWayOut out = { g_object_get_data (G_OBJECT (window), "session"), NULL, NULL };

  dolen_way_out_print (&out, GTK_WINDOW (window), _ ("Proof of erasure"), markup, NULL, NULL);
}

GtkWindow *
dolen_erasure_window_new (DolenSession *session, const DolenErasure *erasure)
{
  g_autofree char *organisation
      = g_settings_get_string (dolen_session_get_settings (session), "organisation");
  char *markup = dolen_erasure_proof_new (erasure, organisation, dolen_language_current ());
  GtkWidget *label = dolen_label_new ("", NULL);
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("_Print…"));
  GtkBox *box;
  GtkWindow *window = dolen_text_window_new (_ ("Proof of Erasure"), &box);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_halign (print, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (print, "pill");
  g_object_set_data_full (G_OBJECT (window), "markup", markup, g_free);
  g_object_set_data_full (G_OBJECT (window), "session", g_object_ref (session), g_object_unref);
  g_signal_connect (print, "clicked", G_CALLBACK (on_print_clicked), window);
  gtk_box_append (box, label);
  gtk_box_append (box, print);
  return window;
}

static void
show_proof (DolenSmallForm *form, const DolenErasure *erasure)
{
  DolenSession *session = dolen_small_form_get_session (form);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form));
  GtkWindow *proof = dolen_erasure_window_new (session, erasure);

  gtk_window_set_transient_for (proof, parent);
  gtk_window_present (proof);
}

static const char *const why_names[] = { N_ ("They asked for it"),
                                         N_ ("It has been kept long enough"),
                                         N_ ("It should never have been made"),
                                         N_ ("Another reason: see below"),
                                         NULL };

static char *
dup_why (DolenSmallForm *form)
{
  guint chosen = dolen_small_form_get_choice (form, "why");
  g_autofree char *words = dolen_small_form_dup_text (form, "words");

  if (chosen + 2 >= G_N_ELEMENTS (why_names))
    return g_steal_pointer (&words);
  return words != NULL ? g_strdup_printf ("%s: %s", _ (why_names[chosen]), words)
                       : g_strdup (_ (why_names[chosen]));
}

static gboolean
do_erase (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autofree char *person = g_strdup (data);
  g_autofree char *why = dup_why (form);
  g_autoptr (DolenErasure) erasure = NULL;

  if (!dolen_casework_erase (get_casework (form), person, why, &erasure, error))
    return FALSE;
  /* What could be undone may hold words about them. */
  dolen_undo_stack_forget_sealed (dolen_session_get_undo (session));
  if (g_strcmp0 (dolen_session_get_person (session), person) == 0)
    dolen_session_open_person (session, NULL, NULL);
  show_proof (form, erasure);
  dolen_small_form_tell_remains (form);
  return TRUE;
}

GtkWindow *
dolen_erase_form_new (DolenSession *session, const char *person)
{
  const DolenSmallFormSpec spec = { .title = _ ("Erase a Record"),
                                    .button = _ ("_Erase for Good"),
                                    .draft = "erase-record",
                                    .func = do_erase };
  DolenSmallForm *form = new_form (session, person, spec);
  const char *names[G_N_ELEMENTS (why_names)] = { NULL };

  for (gsize i = 0; why_names[i] != NULL; i++)
    names[i] = _ (why_names[i]);
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("Every entry of this person and their key are destroyed. It cannot be "
                          "undone, and going back to a backup does not bring them back. A proof "
                          "follows, which names nobody."),
                       NULL));
  dolen_small_form_add_choice (form, "why", _ ("Why"), names, 0);
  dolen_small_form_add_text (form, "words", _ ("In words, without naming anybody"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
