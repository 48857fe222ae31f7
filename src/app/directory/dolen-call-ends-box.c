/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-ends.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

/* An entry for a new end. */
typedef struct {
  DolenCallEnd *end; /* (owned) */
  DolenCallEndFunc func;
  gpointer user_data;
} Entry;

static void
entry_free (gpointer data, GClosure *closure)
{
  Entry *entry = data;

  dolen_call_end_free (entry->end);
  g_free (entry);
}

static void
on_changed (GtkEditable *editable, const Entry *entry)
{
  entry->func (entry->end, gtk_editable_get_text (editable), entry->user_data);
}

/* @own: (transfer full) */
static GtkWidget *
new_line (Entry *own, const char *typed)
{
  GtkWidget *words = dolen_label_new (own->end->said, NULL);
  GtkWidget *input = gtk_entry_new ();
  /* Translators: an entry: when a funding or a policy ends now; which one follows. */
  g_autofree char *name = g_strdup_printf (_ ("New end: %s"), own->end->said);

  gtk_editable_set_text (GTK_EDITABLE (input), typed);
  gtk_editable_set_width_chars (GTK_EDITABLE (input), 16);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (input), 16);
  /* Translators: in an entry for a date; short. */
  gtk_entry_set_placeholder_text (GTK_ENTRY (input), _ ("day/month/year"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
  g_signal_connect_data (input, "changed", G_CALLBACK (on_changed), own, entry_free, 0);
  return dolen_side_box_new (words, input);
}

static void
add_lines (GtkWidget *list, GPtrArray *ends, const DolenCallDraft *draft, const Entry *template)
{
  while (ends->len > 0) {
    Entry *own = g_memdup2 (template, sizeof *template);

    own->end = g_ptr_array_steal_index (ends, 0);
    dolen_boxed_list_add (
        list, new_line (own, dolen_call_draft_get_end (draft, own->end->part, own->end->which)));
  }
}

GtkWidget *
dolen_call_ends_new (DolenSession *session,
                     const DolenQueueItem *item,
                     const DolenKeepingRules *rules,
                     const DolenCallDraft *draft,
                     DolenCallEndFunc func,
                     gpointer user_data)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  GtkWidget *list = dolen_boxed_list_new ();
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenOrganisation) organisation = NULL;
  Entry template = { NULL, func, user_data };
  GtkWidget *section;

  for (guint i = 0; directory != NULL && i < item->services->len; i++) {
    g_autoptr (DolenService) service
               = dolen_directory_get_service (directory, item->services->pdata[i], NULL);
    g_autoptr (GPtrArray) ends = NULL;

    if (service == NULL)
      continue;
    ends = dolen_call_ends_list ("service", service, rules, today);
    add_lines (list, ends, draft, &template);
  }
  if (directory != NULL && item->organisation != NULL)
    organisation = dolen_directory_get_organisation (directory, item->organisation, NULL);
  if (organisation != NULL) {
    g_autoptr (GPtrArray) ends = dolen_call_ends_list ("organisation", organisation, rules, today);
    add_lines (list, ends, draft, &template);
  }
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What ends, and its new end"), -1);
  /* Translators: a heading over funding and policies that end, each with an entry for a date. */
  section = dolen_section_new (_ ("What ends, and its new end"), NULL, list);
  gtk_widget_set_visible (section, gtk_widget_get_first_child (list) != NULL);
  return section;
}
