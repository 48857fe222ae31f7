/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-organisation-editor.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-listing-chooser.h"
#include "app/directory/dolen-listing-edits.h"
#include "app/directory/dolen-listing-erase.h"
#include "app/directory/dolen-listing-part.h"
#include "app/directory/dolen-listing-record-fields.h"
#include "app/directory/dolen-listing-texts.h"
#include "app/directory/dolen-organisation-checks.h"
#include "app/dolen-page.h"
#include "directory/dolen-search.h"
#include "directory/dolen-sentences.h"

#include <glib/gi18n.h>

static const DolenListingTextSpec texts[] = {
  { "name",
    N_ ("Name in Welsh"),
    N_ ("Name in English"),
    DOLEN_LISTING_LINE,
    offsetof (DolenOrganisation, name) },
  { "description",
    N_ ("Description in Welsh"),
    N_ ("Description in English"),
    DOLEN_LISTING_TEXT,
    offsetof (DolenOrganisation, description) },
};

/* ---- what kind of body it is ---- */

static const char *const form_codes[] = {
  "unknown",
  "informal-group",
  "constituted-group",
  "unincorporated-association",
  "charitable-trust",
  "trust",
  "cio",
  "charitable-company",
  "cic",
  "company-by-guarantee",
  "community-benefit-society",
  "cooperative",
  "registered-society",
  "faith-body",
  "community-council",
  "statutory",
  "private",
  "branch",
  NULL,
};

static const char *
say_form (const char *code)
{
  const char *words
      = dolen_sentence_governance (dolen_language_current (), dolen_governance_from_code (code));

  return *words != '\0' ? words : _ ("Not known");
}

static const DolenListingChoices forms = { form_codes, say_form };

static const DolenListingField body_fields[] = {
  { "governance", N_ ("Legal form"), DOLEN_LISTING_CHOICE, &forms, NULL },
  { "legal_status", N_ ("Legal status, as given"), DOLEN_LISTING_LINE, NULL, NULL },
  { "volunteer_run",
    N_ ("Run by volunteers"),
    DOLEN_LISTING_TICK,
    NULL,
    N_ ("They are asked once, whoever asks.") },
  { NULL },
};

static DolenListingValues *
read_body (gconstpointer record)
{
  const DolenOrganisation *organisation = record;
  DolenListingValues *values = dolen_listing_values_new (body_fields);

  dolen_listing_values_put (values, "governance", dolen_governance_code (organisation->governance));
  dolen_listing_values_put (values, "legal_status", organisation->legal_status);
  dolen_listing_values_put (values, "volunteer_run", organisation->volunteer_run ? "1" : "");
  return values;
}

static const DolenListingRecordForm body = { body_fields, NULL, read_body };

static const DolenListingField cover_fields[] = {
  { "covered_by_parent",
    N_ ("Its policies and covers hold here too"),
    DOLEN_LISTING_TICK,
    NULL,
    N_ ("For a branch that shares the cover of a larger body.") },
  { NULL },
};

static DolenListingValues *
read_cover (gconstpointer record)
{
  DolenListingValues *values = dolen_listing_values_new (cover_fields);

  dolen_listing_values_put (values,
                            "covered_by_parent",
                            ((const DolenOrganisation *) record)->covered_by_parent ? "1" : "");
  return values;
}

static const DolenListingRecordForm cover = { cover_fields, NULL, read_cover };

static void
on_parent_cb (DolenListingFrame *frame, const char *uid)
{
  dolen_listing_edit_field (dolen_listing_frame_get_session (frame),
                            "organisation",
                            dolen_listing_frame_get_uid (frame),
                            "parent_uid",
                            uid,
                            _ ("Larger body"));
}

static void
show_parent (GtkWidget *chooser, gconstpointer record)
{
  dolen_listing_chooser_set (DOLEN_LISTING_CHOOSER (chooser),
                             ((const DolenOrganisation *) record)->parent_uid);
}

static void
add_parent (DolenListingFrame *frame, GtkBox *box)
{
  GtkWidget *chooser = dolen_listing_chooser_new (
      dolen_listing_frame_get_session (frame), "organisation", _ ("Larger body"));

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_parent_cb), frame, G_CONNECT_SWAPPED);
  gtk_box_append (box, chooser);
  dolen_listing_frame_watch (frame, chooser, show_parent, NULL);
  dolen_listing_record_fields_add (frame, box, &cover);
}

/* ---- how to reach it ---- */

static const DolenListingField channel_fields[] = {
  { "phone", N_ ("Telephone"), DOLEN_LISTING_PHONE, NULL, NULL },
  { "email", N_ ("E-mail"), DOLEN_LISTING_EMAIL, NULL, NULL },
  { "url", N_ ("Website"), DOLEN_LISTING_URL, NULL, NULL },
  { NULL },
};

static DolenListingValues *
read_channels (gconstpointer record)
{
  const DolenOrganisation *organisation = record;
  DolenListingValues *values = dolen_listing_values_new (channel_fields);

  dolen_listing_values_put (values, "phone", organisation->phone);
  dolen_listing_values_put (values, "email", organisation->email);
  dolen_listing_values_put (values, "url", organisation->url);
  return values;
}

static const DolenListingRecordForm channels = { channel_fields, NULL, read_channels };

/* ---- what it offers ---- */

static void
on_service_cb (GtkWidget *row)
{
  dolen_page_go (row, "directory", "service", g_object_get_data (G_OBJECT (row), "uid"));
}

static void
show_services (GtkWidget *list, gconstpointer record)
{
  DolenListingFrame *frame
      = DOLEN_LISTING_FRAME (gtk_widget_get_ancestor (list, DOLEN_TYPE_LISTING_FRAME));
  DolenDirectory *directory = dolen_session_get_directory (dolen_listing_frame_get_session (frame));
  g_autoptr (GPtrArray) cards = NULL;
  DolenSearchQuery query;

  dolen_box_clear (list);
  dolen_search_query_init (&query);
  query.organisation_uid = dolen_listing_frame_get_uid (frame);
  query.with_unlisted = TRUE;
  query.order = DOLEN_SEARCH_BY_NAME;
  query.names_in = dolen_language_current ();
  cards = directory != NULL ? dolen_search (directory, &query, NULL, NULL) : NULL;
  for (guint i = 0; cards != NULL && i < cards->len; i++) {
    const DolenServiceCard *card = g_ptr_array_index (cards, i);
    GtkWidget *button
        = gtk_button_new_with_label (dolen_bilingual_get (&card->name, dolen_language_current ()));
    GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_widget_set_halign (button, GTK_ALIGN_START);
    g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (card->uid), g_free);
    g_signal_connect (button, "clicked", G_CALLBACK (on_service_cb), NULL);
    gtk_box_append (GTK_BOX (list), button);
  }
}

static void
add_services (DolenListingFrame *frame, GtkBox *box)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (box, list);
  dolen_listing_frame_watch (frame, list, show_services, NULL);
}

/* ---- the whole ---- */

static void
on_history_cb (DolenListingFrame *frame)
{
  dolen_page_go (GTK_WIDGET (frame), "directory", "history", dolen_listing_frame_get_uid (frame));
}

static void
show_top (GtkWidget *widget, gconstpointer record)
{
  const DolenOrganisation *organisation = record;

  dolen_listing_frame_set_subtitle (
      DOLEN_LISTING_FRAME (widget),
      dolen_sentence_governance (dolen_language_current (), organisation->governance));
}

static void
add_sections (DolenListingFrame *frame)
{
  DolenListingPart *contacts;
  GtkBox *box = dolen_listing_frame_add_section (frame, "texts", _ ("Texts"));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    dolen_listing_texts_add (frame, box, &texts[i]);
  box = dolen_listing_frame_add_section (frame, "body", _ ("What kind of body it is"));
  dolen_listing_record_fields_add (frame, box, &body);
  dolen_listing_part_add (frame, box, &dolen_listing_registration_form);
  add_parent (frame, box);
  box = dolen_listing_frame_add_section (frame, "checks", _ ("Policies and checks"));
  dolen_organisation_checks_add (frame, box);
  box = dolen_listing_frame_add_section (frame, "contact", _ ("Contact"));
  dolen_listing_record_fields_add (frame, box, &channels);
  contacts = dolen_listing_part_add (frame, box, &dolen_listing_organisation_contact_form);
  dolen_listing_part_set_extra (contacts, dolen_listing_erase_new);
  box = dolen_listing_frame_add_section (frame, "funding", _ ("Funding"));
  dolen_listing_part_add (frame, box, &dolen_listing_organisation_funding_form);
  /* Translators: the groups that a body runs. */
  box = dolen_listing_frame_add_section (frame, "services", _ ("What it offers"));
  add_services (frame, box);
}

GtkWidget *
dolen_organisation_editor_new (DolenSession *session, const char *uid)
{
  DolenListingFrame *frame = dolen_listing_frame_new (session, "organisation", uid);
  GtkWidget *history = dolen_listing_frame_add_button (frame, _ ("_History"));

  g_signal_connect_object (
      history, "clicked", G_CALLBACK (on_history_cb), frame, G_CONNECT_SWAPPED);
  dolen_listing_frame_watch (frame, GTK_WIDGET (frame), show_top, NULL);
  add_sections (frame);
  dolen_listing_frame_begin (frame);
  return GTK_WIDGET (frame);
}
