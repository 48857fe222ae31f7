/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-editor.h"

#include "app/directory/dolen-listing-capacity.h"
#include "app/directory/dolen-listing-codes.h"
#include "app/directory/dolen-listing-erase.h"
#include "app/directory/dolen-listing-part.h"
#include "app/directory/dolen-listing-record-fields.h"
#include "app/directory/dolen-listing-status.h"
#include "app/directory/dolen-listing-tags.h"
#include "app/directory/dolen-listing-texts.h"
#include "app/directory/dolen-listing-venue-form.h"
#include "app/directory/dolen-listing-where.h"
#include "app/dolen-page.h"
#include "directory/dolen-listings.h"

#include <glib/gi18n.h>

/* ---- texts ---- */

static const DolenListingTextSpec texts[] = {
  { "name",
    N_ ("Name in Welsh"),
    N_ ("Name in English"),
    DOLEN_LISTING_LINE,
    offsetof (DolenService, name) },
  { "description",
    /* Translators: what a group does, written in Welsh. */
    N_ ("Description in Welsh"),
    N_ ("Description in English"),
    DOLEN_LISTING_TEXT,
    offsetof (DolenService, description) },
  { "eligibility",
    N_ ("Who it is for, in Welsh"),
    N_ ("Who it is for, in English"),
    DOLEN_LISTING_TEXT,
    offsetof (DolenService, eligibility) },
  { "how_to_join",
    N_ ("How to join, in Welsh"),
    N_ ("How to join, in English"),
    DOLEN_LISTING_TEXT,
    offsetof (DolenService, how_to_join) },
};

static void
add_texts (DolenListingFrame *frame)
{
  GtkBox *box = dolen_listing_frame_add_section (frame, "texts", _ ("Texts"));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    dolen_listing_texts_add (frame, box, &texts[i]);
}

/* ---- fields of the service itself ---- */

static const char *const gender_codes[] = { "", "female", "male", NULL };

static const char *
say_gender (const char *code)
{
  if (g_str_equal (code, "female"))
    return _ ("Women only");
  return g_str_equal (code, "male") ? _ ("Men only") : _ ("Everybody");
}

static const DolenListingChoices genders = { gender_codes, say_gender };

static const DolenListingField who_fields[] = {
  { "minimum_age", N_ ("From what age"), DOLEN_LISTING_NUMBER, NULL, N_ ("In years; empty: any") },
  { "maximum_age", N_ ("Up to what age"), DOLEN_LISTING_NUMBER, NULL, N_ ("In years; empty: any") },
  { "gender", N_ ("For whom"), DOLEN_LISTING_CHOICE, &genders, NULL },
  { NULL },
};

/* Others than ours stand in feeds: they are kept until somebody chooses. */
static DolenListingValues *
read_who (gconstpointer record)
{
  const DolenService *service = record;
  DolenListingValues *values = dolen_listing_values_new (who_fields);

  dolen_listing_values_put_number (values, "minimum_age", service->minimum_age);
  dolen_listing_values_put_number (values, "maximum_age", service->maximum_age);
  dolen_listing_values_put (values, "gender", service->gender);
  return values;
}

static char *
who_problem (const DolenListingValues *values, const char *key)
{
  int from = dolen_listing_values_get_number (values, "minimum_age");
  int to = dolen_listing_values_get_number (values, "maximum_age");

  if (g_str_equal (key, "gender"))
    return NULL;
  if ((g_str_equal (key, "minimum_age") ? from : to) > 120)
    return g_strdup (_ ("Nobody is that old."));
  if (g_str_equal (key, "maximum_age") && from >= 0 && to >= 0 && to < from)
    return g_strdup (_ ("This is less than the age it begins at."));
  return NULL;
}

static const DolenListingRecordForm who = { who_fields, who_problem, read_who };

static const DolenListingField channel_fields[] = {
  { "phone", N_ ("Telephone"), DOLEN_LISTING_PHONE, NULL, NULL },
  { "email", N_ ("E-mail"), DOLEN_LISTING_EMAIL, NULL, NULL },
  { "url", N_ ("Website"), DOLEN_LISTING_URL, NULL, NULL },
  { "alert",
    /* Translators: a short message that stands first in a group's listing: "Moved to the chapel".
     */
    N_ ("Notice"),
    DOLEN_LISTING_LINE,
    NULL,
    N_ ("Something everybody should know now") },
  { NULL },
};

static DolenListingValues *
read_channels (gconstpointer record)
{
  const DolenService *service = record;
  DolenListingValues *values = dolen_listing_values_new (channel_fields);

  dolen_listing_values_put (values, "phone", service->phone);
  dolen_listing_values_put (values, "email", service->email);
  dolen_listing_values_put (values, "url", service->url);
  dolen_listing_values_put (values, "alert", service->alert);
  return values;
}

static const DolenListingRecordForm channels = { channel_fields, NULL, read_channels };

static const DolenListingField fee_fields[] = {
  { "fees",
    N_ ("What it costs, in words"),
    DOLEN_LISTING_TEXT,
    NULL,
    N_ ("Shown where no amounts stand above") },
  { NULL },
};

static DolenListingValues *
read_fees (gconstpointer record)
{
  DolenListingValues *values = dolen_listing_values_new (fee_fields);

  dolen_listing_values_put (values, "fees", ((const DolenService *) record)->fees);
  return values;
}

static const DolenListingRecordForm fees = { fee_fields, NULL, read_fees };

/* ---- the top ---- */

static void
show_top (GtkWidget *widget, gconstpointer record)
{
  DolenListingFrame *frame = DOLEN_LISTING_FRAME (widget);
  const DolenService *service = record;
  DolenDirectory *directory = dolen_session_get_directory (dolen_listing_frame_get_session (frame));
  g_autoptr (GPtrArray) listings = dolen_listings_load (directory, &service->id, 1, NULL);
  const DolenListing *listing = listings != NULL ? g_ptr_array_index (listings, 0) : NULL;
  g_autofree char *words = NULL, *text = NULL;
  const char *organisation;

  if (listing == NULL)
    return;
  words = dolen_listing_describe (listing, dolen_language_current ());
  organisation = dolen_bilingual_get (&listing->organisation, dolen_language_current ());
  text
      = *organisation != '\0' ? g_strdup_printf ("%s · %s", organisation, words) : g_strdup (words);
  dolen_listing_frame_set_subtitle (frame, text);
}

static void
on_organisation_cb (DolenListingFrame *frame)
{
  const DolenService *service = dolen_listing_frame_get_record (frame);

  if (service != NULL && service->organisation_uid != NULL)
    dolen_page_go (GTK_WIDGET (frame), "directory", "organisation", service->organisation_uid);
}

static void
show_organisation (GtkWidget *button, gconstpointer record)
{
  gtk_widget_set_visible (button, ((const DolenService *) record)->organisation_uid != NULL);
}

static void
on_find_cb (DolenListingFrame *frame)
{
  dolen_page_go (GTK_WIDGET (frame), "find", "service", dolen_listing_frame_get_uid (frame));
}

static void
on_history_cb (DolenListingFrame *frame)
{
  dolen_page_go (GTK_WIDGET (frame), "directory", "history", dolen_listing_frame_get_uid (frame));
}

static void
add_top (DolenListingFrame *frame)
{
  GtkWidget *organisation, *find, *history;

  /* Translators: a button: to the page of the body that runs a group. */
  organisation = dolen_listing_frame_add_button (frame, _ ("_Organisation"));
  /* Translators: a button: shows a listing as it stands on Find. */
  find = dolen_listing_frame_add_button (frame, _ ("Show in _Find"));
  /* Translators: a button: who changed what in a listing, and when. */
  history = dolen_listing_frame_add_button (frame, _ ("_History"));
  g_signal_connect_object (
      organisation, "clicked", G_CALLBACK (on_organisation_cb), frame, G_CONNECT_SWAPPED);
  g_signal_connect_object (find, "clicked", G_CALLBACK (on_find_cb), frame, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      history, "clicked", G_CALLBACK (on_history_cb), frame, G_CONNECT_SWAPPED);
  dolen_listing_frame_watch (frame, organisation, show_organisation, NULL);
  dolen_listing_frame_watch (frame, GTK_WIDGET (frame), show_top, NULL);
}

static void
add_what (DolenListingFrame *frame)
{
  DolenListingPart *times;
  GtkBox *box;

  add_texts (frame);
  box = dolen_listing_frame_add_section (frame, "places", _ ("Places and wait"));
  dolen_listing_capacity_add (frame, box);
  box = dolen_listing_frame_add_section (frame, "when", _ ("Days and times"));
  times = dolen_listing_part_add (frame, box, &dolen_listing_schedule_form);
  dolen_listing_part_set_extra (times, dolen_listing_where_of_schedule);
  dolen_listing_part_set_extra_show (times, dolen_listing_where_show_schedule);
  box = dolen_listing_frame_add_section (frame, "where", _ ("Where"));
  dolen_listing_part_set_save (dolen_listing_part_add (frame, box, &dolen_listing_venue_form),
                               dolen_listing_venue_save);
  dolen_listing_where_add_known (frame, box);
  dolen_listing_codes_add (frame, box, &dolen_listing_attending_codes);
  box = dolen_listing_frame_add_section (frame, "who", _ ("Who it is for"));
  dolen_listing_record_fields_add (frame, box, &who);
  dolen_listing_codes_add (frame, box, &dolen_listing_access_codes);
  box = dolen_listing_frame_add_section (frame, "cost", _ ("Cost"));
  dolen_listing_part_add (frame, box, &dolen_listing_cost_form);
  dolen_listing_record_fields_add (frame, box, &fees);
  box = dolen_listing_frame_add_section (frame, "languages", _ ("Languages"));
  dolen_listing_part_add (frame, box, &dolen_listing_language_form);
}

static void
add_more (DolenListingFrame *frame)
{
  GtkBox *box = dolen_listing_frame_add_section (frame, "contact", _ ("Contact"));
  DolenListingPart *contacts;

  dolen_listing_record_fields_add (frame, box, &channels);
  contacts = dolen_listing_part_add (frame, box, &dolen_listing_contact_form);
  dolen_listing_part_set_extra (contacts, dolen_listing_erase_new);
  box = dolen_listing_frame_add_section (frame, "about", _ ("What it is about"));
  dolen_listing_tags_add (frame, box);
  box = dolen_listing_frame_add_section (frame, "funding", _ ("Funding"));
  dolen_listing_part_add (frame, box, &dolen_listing_funding_form);
  box = dolen_listing_frame_add_section (frame, "status", _ ("Status"));
  dolen_listing_status_add (frame, box);
}

GtkWidget *
dolen_listing_editor_new (DolenSession *session, const char *uid)
{
  DolenListingFrame *frame = dolen_listing_frame_new (session, "service", uid);

  add_top (frame);
  add_what (frame);
  add_more (frame);
  dolen_listing_frame_begin (frame);
  return GTK_WIDGET (frame);
}
