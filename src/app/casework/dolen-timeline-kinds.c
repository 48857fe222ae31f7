/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-timeline-kinds.h"

#include <glib/gi18n.h>

static const struct {
  guint kinds;
  const char *name;
} filters[] = {
  { DOLEN_ENTRY_ALL, N_ ("Everything") },
  /* Translators: kinds of entries of a timeline. */
  { DOLEN_ENTRY_NOTES, N_ ("Notes and contacts") },
  { DOLEN_ENTRY_REFERRALS, N_ ("Referrals") },
  { DOLEN_ENTRY_FOLLOW_UPS, N_ ("Follow-ups") },
  { DOLEN_ENTRY_APPOINTMENTS, N_ ("Appointments and visits") },
  { DOLEN_ENTRY_CONCERNS, N_ ("Concerns") },
  /* Translators: a kind of entries of a timeline: goals, reviews, the spell of support. */
  { DOLEN_ENTRY_SUPPORT, N_ ("Support and goals") },
  { DOLEN_ENTRY_CONSENTS, N_ ("Consents") },
  /* Translators: a kind of entries of a timeline: how somebody came to us, and their wait. */
  { DOLEN_ENTRY_INCOMING, N_ ("Coming in") },
  /* Translators: changes to what is known of a person. */
  { DOLEN_ENTRY_RECORD, N_ ("The record itself") },
};

GtkDropDown *
dolen_timeline_kinds_new (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_string_list_append (names, _ (filters[i].name));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What the timeline shows"), -1);
  return GTK_DROP_DOWN (drop);
}

guint
dolen_timeline_kinds_get (GtkDropDown *drop)
{
  return filters[MIN (gtk_drop_down_get_selected (drop), G_N_ELEMENTS (filters) - 1)].kinds;
}
