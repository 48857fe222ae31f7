/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-letter-buttons.h"
#include "app/casework/dolen-refer-window-private.h"

#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "casework/records/dolen-slip.h"

#include <glib/gi18n.h>

/* It is given when the draft is first stored, and the text should hold it. */
static void
take_reference (DolenReferWindow *self)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  g_autoptr (DolenReferral) stored = dolen_caseload_get_referral (caseload, self->referral->uid);

  if (stored == NULL)
    return;
  g_free (self->referral->reference);
  self->referral->reference = g_strdup (stored->reference);
  dolen_refer_window_show_text (self);
}

static gboolean
save_draft (DolenReferWindow *self, DolenUndo **undo)
{
  g_autoptr (GError) error = NULL;

  if (!dolen_casework_referral_draft (
          dolen_session_get_casework (self->session), self->referral, undo, &error)) {
    dolen_refer_window_report (self, error);
    return FALSE;
  }
  self->stored = TRUE;
  take_reference (self);
  dolen_refer_window_mark_kept (self);
  return TRUE;
}

void
dolen_refer_window_on_draft (DolenReferWindow *self)
{
  g_autoptr (DolenUndo) undo = NULL;

  if (!save_draft (self, &undo))
    return;
  dolen_draft_keeper_end (self->keeper);
  dolen_session_did (self->session, g_steal_pointer (&undo));
  gtk_window_destroy (GTK_WINDOW (self));
}

gboolean
dolen_refer_window_send (DolenReferWindow *self)
{
  g_autofree char *check = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (DOLEN_IS_REFER_WINDOW (self), FALSE);

  dolen_refer_window_read (self);
  g_free (self->referral->language);
  self->referral->language
      = g_strdup (dolen_language_code (dolen_refer_window_text_from (self).language));
  check = dolen_typed_date_parse (gtk_editable_get_text (self->check_row));
  if (!dolen_casework_referral_send (
          dolen_session_get_casework (self->session), self->referral, check, &undo, &error)) {
    dolen_refer_window_report (self, error);
    return FALSE;
  }
  dolen_draft_keeper_end (self->keeper);
  if (self->referral->kind == DOLEN_REFERRAL && self->referral->told == DOLEN_TOLD_NOT_YET)
    /* Translators: a toast with "Undo"; also after "Undone:". */
    dolen_session_did_as (self->session,
                          g_steal_pointer (&undo),
                          _ ("Recorded as sent: the group is still to be told"));
  else
    dolen_session_did (self->session, g_steal_pointer (&undo));
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

void
dolen_refer_window_on_send (DolenReferWindow *self)
{
  dolen_refer_window_send (self);
}

/* It has left Dolen: from now on it is cancelled or marked in error, not undone. */
static void
note_given_out (DolenReferWindow *self, const char *how, DolenTold told)
{
  g_autoptr (GError) error = NULL;

  g_free (self->referral->given_out);
  self->referral->given_out = g_strdup (how);
  if (!self->stored && !save_draft (self, NULL))
    return;
  if (!dolen_casework_referral_given_out (
          dolen_session_get_casework (self->session), self->referral->uid, how, told, &error))
    dolen_refer_window_report (self, error);
}

/* A draft is stored first: it gives the reference, which the text holds. */
static char *
write_letter (gpointer owner, DolenLetterFormat format)
{
  DolenReferWindow *self = owner;
  DolenReferText from;

  dolen_refer_window_read (self);
  if (!dolen_refer_window_paper_may_leave (self) || (!self->stored && !save_draft (self, NULL)))
    return NULL;
  from = dolen_refer_window_text_from (self);
  return format == DOLEN_LETTER_MARKUP ? dolen_refer_text_new_markup (&from)
                                       : dolen_refer_window_dup_text (self);
}

static char *
dup_reference (gpointer owner)
{
  return g_strdup (DOLEN_REFER_WINDOW (owner)->referral->reference);
}

/* The letter to a group ends with the slip to tick and send back. */
static char *
dup_code (gpointer owner)
{
  const DolenReferral *referral = DOLEN_REFER_WINDOW (owner)->referral;

  if (referral->kind == DOLEN_SIGNPOSTING || referral->target != NULL)
    return NULL;
  return dolen_slip_reference (referral->reference);
}

static void
left (gpointer owner, const char *how)
{
  DolenReferWindow *self = owner;

  if (self->session != NULL)
    note_given_out (
        self, how, g_str_equal (how, DOLEN_EXPORT_PRINTED) ? DOLEN_TOLD_LETTER : DOLEN_TOLD_EMAIL);
}

void
dolen_refer_window_add_buttons (DolenReferWindow *self)
{
  const DolenLetterButtonsSpec spec = { .session = self->session,
                                        .person = self->person->uid,
                                        .what = DOLEN_EXPORT_REFERRAL,
                                        .write = write_letter,
                                        .dup_name = dup_reference,
                                        .dup_code = dup_code,
                                        .left = left,
                                        .unsigned_ok = TRUE };

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  dolen_refer_window_add_safe (self, GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), dolen_letter_buttons_new (&spec, G_OBJECT (self)));
  adw_bin_set_child (self->buttons_bin, box);
}

/* Its own window is not one of the application: the preferences belong to the one below. */
void
dolen_refer_window_on_sender (DolenReferWindow *self)
{
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (below != NULL)
    gtk_widget_activate_action (GTK_WIDGET (below), "win.preferences", NULL);
}
