/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-area.h"

#include "directory/keeping/dolen-queue-scan.h"
#include "place/dolen-gazetteer.h"
#include "place/dolen-place-names.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/*
 * The listings of an area: by the postcode district where it reads as one, else by the town and
 * county that addresses name, in either language; where an address names none, by the place that
 * its town, postcode or position is of. A listing without a place is where it says that it serves.
 */

/* From the middle of a town to its edge, or of a district to the village that it is told by. */
#define NEARBY_KM 8.0

typedef struct {
  DolenGazetteer *gazetteer;
  char *key; /* (owned) of the area */
  gboolean is_postcode;
  DolenPostcode postcode;
  GHashTable *names;  /* (owned) a name that addresses use -> whether it means the area */
  GHashTable *places; /* (owned) "town|district" or a rounded position -> (nullable) DolenPlace */
} Asked;

static void
asked_init (Asked *asked, const char *area)
{
  asked->gazetteer = dolen_gazetteer_get_bundled ();
  asked->key = dolen_place_key (area);
  asked->is_postcode = dolen_postcode_parse (area, &asked->postcode);
  asked->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  asked->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
asked_clear (Asked *asked)
{
  g_free (asked->key);
  g_clear_pointer (&asked->names, g_hash_table_unref);
  g_clear_pointer (&asked->places, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* A row of "venue" as it is looked at. */
typedef struct {
  const char *city, *county, *postcode; /* (nullable) */
  double latitude, longitude;           /* NAN */
} Spot;

static gboolean
has_key (const Asked *asked, const char *name)
{
  g_autofree char *key = name != NULL ? dolen_place_key (name) : NULL;

  return key != NULL && *key != '\0' && g_str_equal (key, asked->key);
}

static gboolean
is_name_of (const Asked *asked, const char *given)
{
  if (has_key (asked, given))
    return TRUE;
  for (guint language = 0; language < DOLEN_N_LANGUAGES; language++)
    if (has_key (asked,
                 dolen_gazetteer_name_in (asked->gazetteer, given, (DolenLanguage) language)))
      return TRUE;
  return FALSE;
}

/* Addresses use few names, and each of them often. */
static gboolean
means_area (Asked *asked, const char *name)
{
  gpointer known = NULL;

  if (name == NULL)
    return FALSE;
  if (!g_hash_table_lookup_extended (asked->names, name, NULL, &known)) {
    known = GINT_TO_POINTER (is_name_of (asked, name));
    g_hash_table_insert (asked->names, g_strdup (name), known);
  }
  return GPOINTER_TO_INT (known);
}

/* ---- the place that an address is of ---- */

/* By its town and district, or by its position alone. */
static char *
dup_place_key (const Spot *spot)
{
  DolenPostcode postcode;
  gboolean has_postcode
      = spot->postcode != NULL && dolen_postcode_parse (spot->postcode, &postcode);

  if (!isnan (spot->latitude))
    return g_strdup_printf ("%.2f,%.2f", spot->latitude, spot->longitude);
  return g_strdup_printf (
      "%s|%s", spot->city != NULL ? spot->city : "", has_postcode ? postcode.outward : "");
}

static const DolenPlace *
find_place (const Asked *asked, const Spot *spot)
{
  DolenPosition position = { 0 };

  if (!isnan (spot->latitude)) {
    position.latitude = spot->latitude;
    position.longitude = spot->longitude;
    position.origin = DOLEN_POSITION_FEED;
  } else {
    g_autofree char *address = g_strdup_printf ("%s\n%s",
                                                spot->city != NULL ? spot->city : "",
                                                spot->postcode != NULL ? spot->postcode : "");

    if (!dolen_gazetteer_locate_address (asked->gazetteer, address, &position, NULL))
      return NULL;
  }
  return dolen_gazetteer_nearest (asked->gazetteer, &position, NEARBY_KM);
}

/* (nullable) */
static const DolenPlace *
place_of (Asked *asked, const Spot *spot)
{
  g_autofree char *key = dup_place_key (spot);
  gpointer place = NULL;

  if (!g_hash_table_lookup_extended (asked->places, key, NULL, &place)) {
    place = (gpointer) find_place (asked, spot);
    g_hash_table_insert (asked->places, g_steal_pointer (&key), place);
  }
  return place;
}

static gboolean
is_in_district (const Asked *asked, const char *given)
{
  DolenPostcode postcode;

  return given != NULL && dolen_postcode_parse (given, &postcode)
         && (g_str_equal (postcode.full, asked->postcode.full)
             || g_str_equal (postcode.outward, asked->postcode.full));
}

static gboolean
is_there (Asked *asked, const Spot *spot)
{
  const DolenPlace *place;

  if (asked->is_postcode)
    return is_in_district (asked, spot->postcode);
  if (means_area (asked, spot->city) || means_area (asked, spot->county))
    return TRUE;
  if (spot->city != NULL && spot->county != NULL)
    return FALSE;
  place = place_of (asked, spot);
  if (place == NULL)
    return FALSE;
  if (spot->county == NULL
      && (has_key (asked, place->county_en) || has_key (asked, place->county_cy)))
    return TRUE;
  return spot->city == NULL && (has_key (asked, place->name_en) || has_key (asked, place->name_cy));
}

/* ---- reading ---- */

static double
get_double (DolenStatement *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL ? NAN
                                                          : sqlite3_column_double (row, column);
}

static gboolean
find_venues (DolenDirectory *dir, Asked *asked, GHashTable *services, GError **error)
{
  DolenStatement *row
      = dolen_directory_statement (dir,
                                   "SELECT sv.service, v.city, v.county, v.postcode, v.latitude,"
                                   " v.longitude FROM service_venue sv JOIN venue v"
                                   " ON v.id = sv.venue",
                                   error);
  gboolean more = FALSE;

  if (row == NULL)
    return FALSE;
  while (dolen_statement_step (row, &more, error)) {
    Spot spot;

    if (!more)
      return TRUE;
    spot = (Spot){ dolen_statement_get_text (row, 1),
                   dolen_statement_get_text (row, 2),
                   dolen_statement_get_text (row, 3),
                   get_double (row, 4),
                   get_double (row, 5) };
    if (is_there (asked, &spot))
      g_hash_table_add (services, (gpointer) (gintptr) dolen_statement_get_int64 (row, 0));
  }
  return FALSE;
}

static gboolean
serves (Asked *asked, const char *areas)
{
  g_auto (GStrv) lines = g_strsplit (areas, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (means_area (asked, g_strstrip (lines[i])))
      return TRUE;
  return FALSE;
}

static gboolean
find_served (DolenDirectory *dir, Asked *asked, GHashTable *services, GError **error)
{
  DolenStatement *row = dolen_directory_statement (
      dir,
      "SELECT id, areas FROM service s WHERE areas IS NOT NULL"
      " AND NOT EXISTS (SELECT 1 FROM service_venue v WHERE v.service = s.id)",
      error);
  gboolean more = FALSE;

  if (row == NULL)
    return FALSE;
  while (dolen_statement_step (row, &more, error)) {
    if (!more)
      return TRUE;
    if (serves (asked, dolen_statement_get_text (row, 1)))
      g_hash_table_add (services, (gpointer) (gintptr) dolen_statement_get_int64 (row, 0));
  }
  return FALSE;
}

GHashTable *
dolen_queue_area (DolenDirectory *dir, const char *area, GError **error)
{
  g_autoptr (GHashTable) services = g_hash_table_new (NULL, NULL);
  g_auto (Asked) asked = { 0 };

  asked_init (&asked, area);
  return find_venues (dir, &asked, services, error) && find_served (dir, &asked, services, error)
             ? g_steal_pointer (&services)
             : NULL;
}

/* ---- whether it is known ---- */

static gboolean
is_county (Asked *asked)
{
  gsize n = 0;
  const DolenPlace *places = dolen_gazetteer_places (asked->gazetteer, &n);

  for (gsize i = 0; i < n; i++)
    if (means_area (asked, places[i].county_en) || means_area (asked, places[i].county_cy))
      return TRUE;
  return FALSE;
}

static gboolean
gazetteer_knows (Asked *asked, const char *area)
{
  g_autoptr (GPtrArray) found = NULL;
  DolenPosition position;

  if (asked->is_postcode)
    return dolen_gazetteer_postcode (asked->gazetteer, &asked->postcode, &position, NULL);
  found = dolen_gazetteer_find (asked->gazetteer, area);
  return found->len > 0 || is_county (asked);
}

gboolean
dolen_queue_area_known (DolenDirectory *dir,
                        const char *area,
                        DolenAreaKnown *known,
                        GError **error)
{
  g_autoptr (GHashTable) services = dolen_queue_area (dir, area, error);
  g_auto (Asked) asked = { 0 };

  if (services == NULL)
    return FALSE;
  asked_init (&asked, area);
  *known = DOLEN_AREA_UNKNOWN;
  if (g_hash_table_size (services) > 0)
    *known = DOLEN_AREA_LISTINGS;
  else if (gazetteer_knows (&asked, area))
    *known = DOLEN_AREA_EMPTY;
  return TRUE;
}

char *
dolen_queue_area_text (DolenDirectory *dir, const char *area, DolenLanguage language)
{
  DolenAreaKnown known = DOLEN_AREA_LISTINGS;

  if (area == NULL || *area == '\0' || !dolen_queue_area_known (dir, area, &known, NULL)
      || known == DOLEN_AREA_LISTINGS)
    return NULL;
  if (known == DOLEN_AREA_EMPTY)
    /* Translators: %s is a town, a county or a postcode district, as somebody typed it. */
    return g_strdup_printf (dolen_text (language, N_ ("No listing here is in “%s”.")), area);
  return g_strdup_printf (
      /* Translators: %s is what somebody typed as an area. */
      dolen_text (language,
                  N_ ("No area “%s” is known. It can be a town, a county or a postcode "
                      "district.")),
      area);
}
