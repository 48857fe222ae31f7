/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-record-fields.h"

#include "app/directory/dolen-listing-edits.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

#define FORM "form"

static const DolenListingField *
find_field (const DolenListingField *fields, const char *key)
{
  while (!g_str_equal (fields->key, key))
    fields++;
  return fields;
}

/* As the directory keeps it. */
static char *
to_value (const DolenListingField *field, const char *text)
{
  switch (field->input) {
  case DOLEN_LISTING_TICK:
    return g_strdup (*text != '\0' ? "1" : "0");
  case DOLEN_LISTING_TEXT:
    return dolen_text_clean (text);
  case DOLEN_LISTING_PHONE:
    return dolen_text_phone (text);
  case DOLEN_LISTING_EMAIL:
    return dolen_text_email (text);
  case DOLEN_LISTING_URL:
    return dolen_text_url (text);
  case DOLEN_LISTING_LINE:
  case DOLEN_LISTING_DATE:
  case DOLEN_LISTING_TIME:
  case DOLEN_LISTING_NUMBER:
  case DOLEN_LISTING_MONEY:
  case DOLEN_LISTING_POSTCODE:
  case DOLEN_LISTING_CHOICE:
  case DOLEN_LISTING_DAYS:
  default:
    return dolen_text_clean_line (text);
  }
}

static void
on_left_cb (DolenListingFields *fields, const char *key, DolenListingFrame *frame)
{
  const DolenListingRecordForm *form = g_object_get_data (G_OBJECT (fields), FORM);
  const DolenListingField *field = find_field (form->fields, key);
  g_autofree char *value = NULL;

  if (dolen_listing_fields_has_problem (fields, key))
    return;
  value = to_value (field, dolen_listing_values_get (dolen_listing_fields_get (fields), key));
  dolen_listing_edit_field (dolen_listing_frame_get_session (frame),
                            dolen_listing_frame_get_kind (frame),
                            dolen_listing_frame_get_uid (frame),
                            key,
                            value,
                            _ (field->title));
}

static void
show (GtkWidget *widget, gconstpointer record)
{
  const DolenListingRecordForm *form = g_object_get_data (G_OBJECT (widget), FORM);
  g_autoptr (DolenListingValues) stored = form->read (record);

  dolen_listing_fields_show (DOLEN_LISTING_FIELDS (widget), stored);
}

static void
leave (GtkWidget *widget)
{
  dolen_listing_fields_leave (DOLEN_LISTING_FIELDS (widget));
}

DolenListingFields *
dolen_listing_record_fields_add (DolenListingFrame *frame,
                                 GtkBox *box,
                                 const DolenListingRecordForm *form)
{
  GtkWidget *fields = dolen_listing_fields_new (form->fields, form->problem, NULL);

  g_object_set_data (G_OBJECT (fields), FORM, (gpointer) form);
  g_signal_connect_object (fields, "left", G_CALLBACK (on_left_cb), frame, 0);
  gtk_box_append (box, fields);
  dolen_listing_frame_watch (frame, fields, show, leave);
  return DOLEN_LISTING_FIELDS (fields);
}
