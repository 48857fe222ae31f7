/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-where.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-listing-chooser.h"
#include "app/directory/dolen-listing-edits.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

#define KEY "dolen-schedule"
#define UID "uid"

/* ---- a place that is known already ---- */

/* What is stored of it is taken as it is (dolen_edit_set_part()). */
static gboolean
add_venue (gpointer record, gpointer uid)
{
  DolenService *service = record;
  DolenVenue *venue;

  if (dolen_service_find_venue (service, uid) != NULL)
    return FALSE;
  venue = dolen_venue_new ();
  venue->uid = g_strdup (uid);
  g_ptr_array_add (service->venues, venue);
  return TRUE;
}

void
dolen_listing_where_link (DolenListingFrame *frame, const char *venue)
{
  dolen_listing_edit_part (dolen_listing_frame_get_session (frame),
                           "service",
                           dolen_listing_frame_get_uid (frame),
                           "venues",
                           add_venue,
                           g_strdup (venue),
                           g_free,
                           _ ("Where"));
}

static void
on_chosen (DolenListingChooser *chooser, const char *uid, DolenListingFrame *frame)
{
  if (uid == NULL)
    return;
  dolen_listing_where_link (frame, uid);
  dolen_listing_chooser_set (chooser, NULL);
}

void
dolen_listing_where_add_known (DolenListingFrame *frame, GtkBox *box)
{
  GtkWidget *chooser = dolen_listing_chooser_new (
      dolen_listing_frame_get_session (frame),
      "venue",
      /* Translators: over a choice of places (lle, masc.) where other groups meet. */
      _ ("Add a place that is known already"));

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_chosen), frame, 0);
  gtk_box_append (box, chooser);
}

/* ---- at which place a time is ---- */

typedef struct {
  char *key;
  char *venue; /* (nullable) */
} Put;

static void
put_free (gpointer data)
{
  Put *put = data;

  g_free (put->key);
  g_free (put->venue);
  g_free (put);
}

static DolenSchedule *
find_schedule (const DolenService *service, const char *key)
{
  for (guint i = 0; service != NULL && i < service->schedules->len; i++) {
    DolenSchedule *schedule = g_ptr_array_index (service->schedules, i);

    if (g_strcmp0 (schedule->uid, key) == 0)
      return schedule;
  }
  return NULL;
}

static gboolean
put_venue (gpointer record, gpointer data)
{
  const Put *put = data;
  DolenSchedule *schedule = find_schedule (record, put->key);

  if (schedule == NULL || g_strcmp0 (schedule->venue_uid, put->venue) == 0)
    return FALSE;
  g_free (schedule->venue_uid);
  schedule->venue_uid = g_strdup (put->venue);
  return TRUE;
}

void
dolen_listing_where_put_schedule (DolenListingFrame *frame, const char *key, const char *venue)
{
  Put *put = g_new0 (Put, 1);

  put->key = g_strdup (key);
  put->venue = g_strdup (venue);
  dolen_listing_edit_part (dolen_listing_frame_get_session (frame),
                           "service",
                           dolen_listing_frame_get_uid (frame),
                           "schedules",
                           put_venue,
                           put,
                           put_free,
                           _ ("Days and times"));
}

static void
on_place (GtkListBox *list, GtkListBoxRow *row, GtkWidget *button)
{
  DolenListingFrame *frame
      = DOLEN_LISTING_FRAME (gtk_widget_get_ancestor (button, DOLEN_TYPE_LISTING_FRAME));

  dolen_listing_where_put_schedule (
      frame, g_object_get_data (G_OBJECT (button), KEY), g_object_get_data (G_OBJECT (row), UID));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

static const char *
name_of (const DolenVenue *venue)
{
  const char *name = dolen_bilingual_get (&venue->name, dolen_language_current ());

  if (*name != '\0')
    return name;
  return venue->city != NULL ? dolen_town_name (venue->city, dolen_language_current ())
                             : _ ("A place without a name");
}

static void
add_row (GtkWidget *list, const char *uid, const char *name)
{
  GtkWidget *label = dolen_label_new (name, NULL), *row = gtk_list_box_row_new ();

  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), UID, g_strdup (uid), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* The places as they are now. */
static void
make_popover (GtkMenuButton *button, gpointer user_data)
{
  DolenListingFrame *frame = DOLEN_LISTING_FRAME (
      gtk_widget_get_ancestor (GTK_WIDGET (button), DOLEN_TYPE_LISTING_FRAME));
  const DolenService *service = dolen_listing_frame_get_record (frame);
  GtkWidget *popover = gtk_popover_new (), *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where it happens"), -1);
  /* Translators: a time of a group with several places: at which is not said. */
  add_row (list, NULL, _ ("Any of the places"));
  for (guint i = 0; service != NULL && i < service->venues->len; i++) {
    const DolenVenue *venue = service->venues->pdata[i];

    add_row (list, venue->uid, name_of (venue));
  }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_place), button, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_menu_button_set_popover (button, popover);
}

GtkWidget *
dolen_listing_where_of_schedule (DolenListingFrame *frame, const char *key)
{
  GtkWidget *button = gtk_menu_button_new ();

  g_object_set_data_full (G_OBJECT (button), KEY, g_strdup (key), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover, NULL, NULL);
  dolen_listing_where_show_schedule (frame, button, key);
  return button;
}

void
dolen_listing_where_show_schedule (DolenListingFrame *frame, GtkWidget *button, const char *key)
{
  const DolenService *service = dolen_listing_frame_get_record (frame);
  const DolenSchedule *schedule = find_schedule (service, key);
  const char *shown = _ ("Any of the places");
  g_autofree char *spoken = NULL;

  for (guint i = 0; schedule != NULL && i < service->venues->len; i++) {
    const DolenVenue *venue = service->venues->pdata[i];

    if (g_strcmp0 (venue->uid, schedule->venue_uid) == 0)
      shown = name_of (venue);
  }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), shown);
  /* Translators: said by a screen reader: at which place a time of a group is. */
  spoken = g_strdup_printf (_ ("Where: %s"), shown);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (button, schedule != NULL && service->venues->len > 1);
}
