/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-slip-form.h"

#include "app/casework/dolen-record-form.h"
#include "app/casework/dolen-small-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-window.h"
#include "base/dolen-error.h"
#include "casework/dolen-casework-outgoing.h"
#include "casework/records/dolen-slip.h"

#include <glib/gi18n.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, sentence);
  return FALSE;
}

/* Two devices that have not met may have given the same one: nobody guesses whose it is. */
static DolenReferral *
find (DolenSession *session, const char *reference, GError **error)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (GPtrArray) found = dolen_caseload_find_reference (caseload, reference);

  if (found == NULL || found->len == 0)
    refuse (error, _ ("There is no referral with this reference here."));
  else if (found->len > 1)
    refuse (error,
            _ ("Two referrals have this reference: open it from the page of the person it is "
               "about."));
  else
    return g_ptr_array_steal_index (found, 0);
  return NULL;
}

static gboolean
open_it (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form));
  g_autofree char *typed = dolen_small_form_dup_text (form, "reference");
  g_autofree char *reference = dolen_slip_parse (typed, error);
  g_autoptr (DolenReferral) referral = NULL;
  GtkWindow *record;

  if (reference == NULL)
    return FALSE;
  referral = find (session, reference, error);
  if (referral == NULL)
    return FALSE;
  record = dolen_record_form_new (session, referral->uid, DOLEN_REFERRAL_ACCEPTED);
  if (record != NULL && parent != NULL)
    dolen_window_present_dialog (GTK_WIDGET (parent), record);
  return TRUE;
}

GtkWindow *
dolen_slip_form_new (DolenSession *session)
{
  const DolenSmallFormSpec spec
      = { .title = _ ("Enter an Answer"), .button = _ ("_Open"), .draft = "slip", .func = open_it };
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  dolen_small_form_add (
      form,
      dolen_label_new (_ ("Type or scan the reference on the slip or in the e-mail: D-4821-K."),
                       "dim-label"));
  dolen_small_form_add_entry (form, "reference", _ ("Reference"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
