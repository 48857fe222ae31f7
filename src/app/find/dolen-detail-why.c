/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-why.h"

#include "app/find/dolen-detail-ask.h"
#include "app/find/dolen-detail-help.h"
#include "app/find/dolen-detail-known.h"
#include "app/find/dolen-detail-shortlist.h"
#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-result-text.h"
#include "matching/dolen-why-not.h"

#include <glib/gi18n.h>

static void
add_reason (GtkBox *why, const DolenReason *reason)
{
  const char *said = dolen_verdict_words (reason->verdict, dolen_language_current ());
  GtkWidget *line = dolen_detail_view_line (
      dolen_verdict_icon (reason->verdict), said, reason->text, NULL, NULL);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  gtk_box_append (why, line);
}

static GtkWidget *
new_band (DolenBand band)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (dolen_band_icon (band)));
  gtk_box_append (GTK_BOX (box),
                  gtk_label_new (dolen_band_label (band, dolen_language_current ())));
  gtk_widget_add_css_class (box, dolen_band_class (band));
  gtk_widget_add_css_class (box, "heading");
  return box;
}

/* Where it stands is known only of what is in the list. */
static void
add_why_not (GtkBox *why,
             const DolenFindings *findings,
             const DolenMatch *match,
             gint64 id,
             const GPtrArray *reasons)
{
  guint position = dolen_findings_position (findings, id);
  guint place
      = position == G_MAXUINT ? 0 : g_array_index (findings->results, DolenFinding, position).place;
  g_autofree char *said = NULL;

  if (position == G_MAXUINT && match->band != DOLEN_BAND_UNSUITABLE)
    return;
  said = dolen_why_not (
      findings->facts, findings->profile, match->index, place, reasons, dolen_language_current ());
  if (said != NULL)
    gtk_box_append (
        why,
        /* Translators: beneath a sentence that says why a group is not among the first. */
        dolen_detail_view_line (NULL, NULL, said, _ ("Why it is not among the first"), NULL));
}

GPtrArray *
dolen_detail_why_add (GtkBox *why,
                      DolenSession *session,
                      DolenFindings *findings,
                      const DolenService *service)
{
  GPtrArray *reasons;
  int index = -1;
  DolenMatch match;

  if (findings != NULL && findings->facts != NULL && dolen_session_get_person (session) != NULL)
    index = dolen_facts_find (findings->facts, service->uid);
  if (dolen_session_get_person (session) == NULL)
    dolen_detail_shortlist_add (why, session, NULL, service);
  if (index < 0)
    return NULL;
  match = dolen_ranking_judge (findings->facts, findings->profile, (guint) index);
  reasons = dolen_reasons_new (findings->facts,
                               findings->profile,
                               (guint) index,
                               service,
                               dolen_language_current (),
                               dolen_find_unit (dolen_session_get_settings (session)));
  gtk_box_append (why, new_band (match.band));
  add_why_not (why, findings, &match, service->id, reasons);
  dolen_detail_known_add_lines (why, session, service);
  for (guint i = 0; i < reasons->len; i++)
    add_reason (why, g_ptr_array_index (reasons, i));
  dolen_detail_help_add (why, session, findings->facts, findings->profile, (guint) index);
  dolen_detail_view_questions (why, reasons);
  dolen_detail_ask_add_button (
      why, session, findings->facts, findings->profile, (guint) index, reasons);
  dolen_detail_shortlist_add (why, session, findings, service);
  dolen_detail_known_add_buttons (why, session, service, match.band, reasons);
  return reasons;
}
