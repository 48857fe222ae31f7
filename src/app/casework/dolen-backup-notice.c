/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-backup-notice.h"

#include "app/casework/dolen-backup-keeper.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-backup.h"

#include <glib/gi18n.h>

static void
update (GtkWidget *notice)
{
  DolenSession *session = g_object_get_data (G_OBJECT (notice), "session");
  GtkWidget *label = g_object_get_data (G_OBJECT (notice), "label");
  gint64 last = dolen_backup_keeper_get_last (session);
  g_autofree char *sentence = dolen_backup_sentence (last, dolen_language_current ());
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));

  /* An empty vault has nothing to lose yet. */
  gtk_widget_set_visible (notice,
                          !dolen_session_is_sample (session) && caseload != NULL
                              && dolen_caseload_count_people (caseload) > 0
                              && dolen_backup_is_old (last, dolen_time_now ()));
  gtk_label_set_label (GTK_LABEL (label), sentence);
}

GtkWidget *
dolen_backup_notice_new (DolenSession *session)
{
  GtkWidget *notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = dolen_label_new ("", NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Back Up…"));

  gtk_widget_add_css_class (notice, "notice");
  gtk_widget_add_css_class (notice, "warning");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.backup");
  gtk_box_append (GTK_BOX (notice), label);
  gtk_box_append (GTK_BOX (notice), button);
  g_object_set_data_full (G_OBJECT (notice), "session", g_object_ref (session), g_object_unref);
  g_object_set_data (G_OBJECT (notice), "label", label);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (update),
                           notice,
                           G_CONNECT_SWAPPED);
  update (notice);
  return notice;
}
