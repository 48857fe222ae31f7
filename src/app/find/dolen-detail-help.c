/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-help.h"

#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-page.h"
#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-find-filters.h"
#include "app/find/dolen-result-text.h"
#include "matching/dolen-barrier-help.h"
#include "place/dolen-distance-text.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct {
  GtkBox *part;
  DolenSession *session;
  DolenFacts *facts;
  const DolenProfile *profile;
} Writer;

static void
on_open_cb (GtkButton *button)
{
  g_autofree char *uid = g_strdup (g_object_get_data (G_OBJECT (button), "uid"));

  dolen_page_go (GTK_WIDGET (button), "find", "service", uid);
}

/* "Olwyn Bach volunteer cars, 4 miles" */
static GtkWidget *
new_helper (const Writer *writer, const DolenHelper *helper)
{
  DolenDirectory *directory = dolen_session_get_directory (writer->session);
  DolenLanguage language = dolen_language_current ();
  char uid[DOLEN_FACTS_UID_SIZE];
  g_autoptr (DolenService) service = dolen_directory_get_service (
      directory, dolen_facts_uid (writer->facts, helper->index, uid), NULL);
  g_autofree char *far = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label, *button;

  if (service == NULL)
    return NULL;
  if (!isnan (helper->km))
    far = dolen_distance_text (language,
                               dolen_find_unit (dolen_session_get_settings (writer->session)),
                               helper->km,
                               helper->precision_km);
  text = far != NULL
             ? g_strdup_printf ("%s, %s", dolen_bilingual_get (&service->name, language), far)
             : g_strdup (dolen_bilingual_get (&service->name, language));
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (service->uid), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_open_cb), NULL);
  return button;
}

static void
add_line (const Writer *writer, const char *text)
{
  gtk_box_append (writer->part, dolen_detail_view_line (NULL, NULL, text, NULL, NULL));
}

/* "Going alone – would help: buddy; met at the door". */
static void
add_enablers (const Writer *writer, const DolenBarrierHelp *help)
{
  DolenLanguage language = dolen_language_current ();
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint e = 0; e < help->n_enablers; e++)
    g_string_append_printf (
        list, "%s%s", e > 0 ? "; " : "", dolen_term_label (help->enablers[e], language));
  if (list->len == 0)
    text = g_strdup (dolen_term_label (help->barrier, language));
  else
    /* Translators: first something that gets in the way, "No car", then a list of what would help,
     * "Minibus; Volunteer driver". */
    text = g_strdup_printf (
        _ ("%1$s. Ask the group for: %2$s"), dolen_term_label (help->barrier, language), list->str);
  add_line (writer, text);
}

static void
add_help (const Writer *writer, const DolenBarrierHelp *help)
{
  g_auto (GStrv) leaves
          = dolen_barrier_help_leaves (help, writer->profile->weights, dolen_language_current ());

  if (help->n_enablers == 0 && help->n_helpers == 0 && leaves[0] == NULL)
    return;
  add_enablers (writer, help);
  for (guint h = 0; h < help->n_helpers; h++) {
    GtkWidget *helper = new_helper (writer, &help->helpers[h]);

    if (helper != NULL)
      gtk_box_append (writer->part, helper);
  }
  for (guint l = 0; leaves[l] != NULL; l++)
    add_line (writer, leaves[l]);
}

void
dolen_detail_help_add (
    GtkBox *why, DolenSession *session, DolenFacts *facts, const DolenProfile *profile, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = dolen_barrier_help_new (facts, profile, index, &error);
  Writer writer = { .session = session, .facts = facts, .profile = profile };

  if (list == NULL) {
    dolen_session_report (session, error);
    return;
  }
  /* Translators: a heading over what would remove what gets in the way, and who could. */
  writer.part = GTK_BOX (dolen_detail_view_part (_ ("What could help")));
  g_object_ref_sink (writer.part);
  for (guint h = 0; h < list->len; h++)
    add_help (&writer, g_ptr_array_index (list, h));
  if (gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (writer.part))) != NULL)
    gtk_box_append (why, GTK_WIDGET (writer.part));
  g_object_unref (writer.part);
}
