/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-private.h"

#include "base/dolen-error.h"
#include "directory/dolen-venue-place.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COLUMNS                                                                                    \
  "name_en, name_en_state, name_cy, name_cy_state, kind, address, city, county, postcode,"         \
  " country, latitude, longitude, origin, hide_address, no_map, getting_there"
#define VALUES "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

static void
put_coordinate (DolenRow *row, double degrees)
{
  ++row->n;
  if (isfinite (degrees))
    dolen_statement_bind_double (row->statement, row->n, degrees);
  else
    dolen_statement_bind_null (row->statement, row->n);
}

static void
put_place (DolenRow *row, const DolenVenue *venue)
{
  dolen_row_put_text (row, venue->address);
  dolen_row_put_text (row, venue->city);
  dolen_row_put_text (row, venue->county);
  dolen_row_put_text (row, venue->postcode);
  dolen_row_put_text (row, venue->country);
  put_coordinate (row, venue->latitude);
  put_coordinate (row, venue->longitude);
  dolen_row_put_text (row, dolen_position_origin_id (venue->origin));
}

static void
put_venue (DolenRow *row, const DolenVenue *venue)
{
  dolen_row_put_text (row, venue->uid);
  dolen_row_put_bilingual (row, &venue->name);
  dolen_row_put_text (row, dolen_venue_kind_code (venue->kind));
  put_place (row, venue);
  dolen_row_put_int (row, venue->hide_address);
  dolen_row_put_int (row, venue->no_map);
  dolen_row_put_text (row, venue->getting_there);
}

static gboolean
write_row (DolenDirectory *dir, DolenVenue *venue, GError **error)
{
  DolenRow row;
  gint64 id = 0;

  if (!dolen_directory_find_id (dir, "SELECT id FROM venue WHERE uid = ?1", venue->uid, &id, error))
    return FALSE;
  if (id == 0) {
    if (!dolen_directory_row (
            dir, "INSERT INTO venue (uid, " COLUMNS ") VALUES " VALUES, &row, error))
      return FALSE;
    put_venue (&row, venue);
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
    venue->id = dolen_db_last_id (dir->db);
    return TRUE;
  }
  if (!dolen_directory_run (dir, "DELETE FROM accessibility WHERE venue = ?1", id, error)
      || !dolen_directory_row (
          dir, "UPDATE venue SET (uid, " COLUMNS ") = " VALUES " WHERE id = ?", &row, error))
    return FALSE;
  put_venue (&row, venue);
  dolen_row_put_int (&row, id);
  venue->id = id;
  return dolen_statement_run (row.statement, error);
}

static gboolean
write_accessibility (DolenDirectory *dir, const DolenVenue *venue, GError **error)
{
  for (guint i = 0; i < venue->accessibility->len; i++) {
    DolenRow row;

    if (!dolen_directory_row (
            dir, "INSERT INTO accessibility (venue, note) VALUES (?, ?)", &row, error))
      return FALSE;
    dolen_row_put_int (&row, venue->id);
    dolen_row_put_text (&row, g_ptr_array_index (venue->accessibility, i));
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
dolen_store_venue (DolenDirectory *dir, DolenVenue *venue, GError **error)
{
  dolen_ensure_uid (&venue->uid);
  dolen_venue_withhold (venue);
  return write_row (dir, venue, error) && write_accessibility (dir, venue, error);
}

gboolean
dolen_store_venues (DolenDirectory *dir, const DolenService *service, GError **error)
{
  for (guint i = 0; i < service->venues->len; i++) {
    DolenVenue *venue = g_ptr_array_index (service->venues, i);
    DolenRow row;

    if (!dolen_store_venue (dir, venue, error)
        || !dolen_directory_row (dir,
                                 "INSERT OR IGNORE INTO service_venue (service, venue)"
                                 " VALUES (?, ?)",
                                 &row,
                                 error))
      return FALSE;
    dolen_row_put_int (&row, service->id);
    dolen_row_put_int (&row, venue->id);
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
  }
  return TRUE;
}

static void
take_venue (DolenRow *row, gpointer venues)
{
  DolenVenue *venue = dolen_venue_new ();

  venue->id = dolen_row_take_int (row);
  venue->uid = dolen_row_take_text (row);
  dolen_row_take_bilingual (row, &venue->name);
  venue->kind = dolen_venue_kind_from_code (dolen_row_peek_text (row));
  venue->address = dolen_row_take_text (row);
  venue->city = dolen_row_take_text (row);
  venue->county = dolen_row_take_text (row);
  venue->postcode = dolen_row_take_text (row);
  venue->country = dolen_row_take_text (row);
  venue->latitude = dolen_row_take_double (row);
  venue->longitude = dolen_row_take_double (row);
  venue->origin = dolen_position_origin_from_id (dolen_row_peek_text (row));
  venue->hide_address = dolen_row_take_int (row) != 0;
  venue->no_map = dolen_row_take_int (row) != 0;
  venue->getting_there = dolen_row_take_text (row);
  g_ptr_array_add (venues, venue);
}

static void
take_note (DolenRow *row, gpointer notes)
{
  g_ptr_array_add (notes, dolen_row_take_text (row));
}

static gboolean
load_accessibility (DolenDirectory *dir, const GPtrArray *venues, GError **error)
{
  for (guint i = 0; i < venues->len; i++) {
    DolenVenue *venue = g_ptr_array_index (venues, i);

    if (!dolen_directory_each (dir,
                               "SELECT note FROM accessibility WHERE venue = ?1 ORDER BY id",
                               venue->id,
                               take_note,
                               venue->accessibility,
                               error))
      return FALSE;
  }
  return TRUE;
}

gboolean
dolen_load_venues (DolenDirectory *dir, DolenService *service, GError **error)
{
  return dolen_directory_each (dir,
                               "SELECT id, uid, " COLUMNS " FROM venue WHERE id IN"
                               " (SELECT venue FROM service_venue WHERE service = ?1)"
                               " ORDER BY (SELECT min (id) FROM service_venue"
                               "  WHERE service = ?1 AND venue = venue.id)",
                               service->id,
                               take_venue,
                               service->venues,
                               error)
         && load_accessibility (dir, service->venues, error);
}

DolenVenue *
dolen_directory_get_venue (DolenDirectory *dir, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) venues = g_ptr_array_new ();
  gint64 id = 0;

  if (!dolen_directory_find_id (dir, "SELECT id FROM venue WHERE uid = ?1", uid, &id, error))
    return NULL;
  if (id == 0) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_FOUND,
                 _ ("There is no such venue in the directory (%s)."),
                 uid);
    return NULL;
  }
  g_ptr_array_set_free_func (venues, (GDestroyNotify) dolen_venue_free);
  if (!dolen_directory_each (dir,
                             "SELECT id, uid, " COLUMNS " FROM venue WHERE id = ?1",
                             id,
                             take_venue,
                             venues,
                             error)
      || !load_accessibility (dir, venues, error))
    return NULL;
  return g_ptr_array_steal_index (venues, 0);
}

static void
take_id (DolenRow *row, gpointer ids)
{
  gint64 id = dolen_row_take_int (row);
  g_array_append_val (ids, id);
}

gboolean
dolen_directory_save_venue (DolenDirectory *dir, DolenVenue *venue, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autoptr (GArray) services = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (transaction == NULL || !dolen_store_venue (dir, venue, error)
      || !dolen_directory_each (dir,
                                "SELECT service FROM service_venue WHERE venue = ?1",
                                venue->id,
                                take_id,
                                services,
                                error))
    return FALSE;
  for (guint i = 0; i < services->len; i++)
    if (!dolen_search_write_edited (dir, g_array_index (services, gint64, i), error))
      return FALSE;
  return dolen_transaction_commit (transaction, error);
}
