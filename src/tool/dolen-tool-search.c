/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "directory/dolen-search.h"
#include "place/dolen-distance-text.h"
#include "place/dolen-gazetteer.h"
#include "place/dolen-postcode.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define LIMIT 20

static const char *
organisation_of (const DolenServiceCard *card, DolenLanguage language)
{
  if (language == DOLEN_LANGUAGE_CY && card->organisation_cy)
    return card->organisation_cy;
  return card->organisation_en ? card->organisation_en : card->organisation_cy;
}

char *
dolen_tool_card_in_full (const DolenServiceCard *card, DolenLanguage language)
{
  return dolen_tool_name_in_full (
      dolen_bilingual_get (&card->name, language), organisation_of (card, language), card->place);
}

/* Where --near is. */
typedef struct {
  DolenPosition position;
  char *postcode; /* (nullable) (owned) whole */
} Near;

/* (nullable): all that is known of where a service is. */
static const char *
district_of (const DolenServiceCard *card, const Near *near)
{
  return dolen_service_card_district (card, card->distance_km, &near->position, near->postcode);
}

static json_object *
card_to_json (const DolenServiceCard *card, const Near *near, DolenLanguage language)
{
  json_object *object = json_object_new_object ();
  const char *district = district_of (card, near);

  dolen_tool_add_text (object, "id", card->uid);
  dolen_tool_add_text (object, "name", dolen_bilingual_get (&card->name, language));
  dolen_tool_add_text (object, "organisation", organisation_of (card, language));
  dolen_tool_add_text (object, "place", card->place);
  dolen_tool_add_number (
      object, "distance_km", district != NULL ? (double) NAN : round (card->distance_km * 10) / 10);
  if (district != NULL)
    dolen_tool_add_text (object, "somewhere_in", district);
  return object;
}

static void
print_card (const DolenServiceCard *card, const Near *near, DolenLanguage language)
{
  g_autofree char *name = dolen_tool_card_in_full (card, language);
  const char *district = district_of (card, near);
  g_autofree char *far = NULL;

  if (district != NULL)
    far = dolen_distance_in_district (
        language,
        DOLEN_DISTANCE_KM,
        card->distance_km,
        dolen_gazetteer_district_km (dolen_gazetteer_get_bundled (), district),
        district);
  printf ("%s  %s", card->uid, name);
  if (far != NULL)
    printf (", %s", far);
  else if (!isnan (card->distance_km))
    printf (", %.1f km", card->distance_km);
  putchar ('\n');
}

static gboolean
find_place (const char *text, Near *near, DolenSearchQuery *query, GError **error)
{
  if (!text)
    return TRUE;
  if (!dolen_gazetteer_locate (dolen_gazetteer_get_bundled (), text, &near->position, NULL)) {
    /* Translators: what was typed as a place. */
    g_set_error (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("No place called “%s” is known."), text);
    return FALSE;
  }
  query->latitude = near->position.latitude;
  query->longitude = near->position.longitude;
  query->postcode = near->postcode = dolen_postcode_canonical (text);
  return TRUE;
}

/* On standard error: what a distance leaves out because nobody knows where it is. */
static void
tell_left_out (DolenDirectory *directory)
{
  gint64 n = 0;

  if (dolen_db_get_int64 (dolen_directory_get_db (directory),
                          "SELECT count (*) FROM service s WHERE NOT EXISTS (SELECT 1 FROM"
                          " service_venue sv JOIN venue v ON v.id = sv.venue"
                          " WHERE sv.service = s.id AND v.latitude IS NOT NULL)",
                          &n,
                          NULL)
      && n > 0)
    /* Translators: how many services of all were left out, as a distance was asked. */
    fprintf (stderr,
             "dolenctl: %s: %" G_GINT64_FORMAT "\n",
             _ ("services without a known position, left out"),
             n);
}

static gboolean
search (DolenTool *tool, const DolenSearchQuery *query, const Near *near, GError **error)
{
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, FALSE, error);
  g_autoptr (GPtrArray) cards = directory ? dolen_search (directory, query, NULL, error) : NULL;
  json_object *list = json_object_new_array ();

  if (!cards) {
    json_object_put (list);
    return FALSE;
  }
  if (query->within_km > 0)
    tell_left_out (directory);
  for (guint i = 0; i < cards->len; i++) {
    if (tool->json)
      json_object_array_add (list, card_to_json (cards->pdata[i], near, query->names_in));
    else
      print_card (cards->pdata[i], near, query->names_in);
  }
  if (tool->json)
    dolen_tool_print_json (json_object_get (list));
  json_object_put (list);
  return TRUE;
}

gboolean
dolen_tool_search (DolenTool *tool, GError **error)
{
  g_autofree char *near = NULL, *text = NULL;
  double within = 0;
  int limit = LIMIT;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "near", 'n', 0, G_OPTION_ARG_STRING, &near,
      N_ ("A town, village or postcode"), N_ ("PLACE") },
    { "within", 'w', 0, G_OPTION_ARG_DOUBLE, &within,
      N_ ("At most so far from it"), N_ ("KM") },
    { "limit", 'l', 0, G_OPTION_ARG_INT, &limit,
      N_ ("At most so many (0: all)"), N_ ("N") },
    { NULL },
  };
  /* clang-format on */
  DolenSearchQuery query;
  Near there = { 0 };
  gboolean done;

  if (!dolen_tool_parse (tool,
                         entries,
                         _ ("TEXT"),
                         _ ("Finds services by words in either language and by place."),
                         error))
    return FALSE;
  if (limit < 0 || within < 0 || isnan (within) || (within > 0 && !near)) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_INVALID,
                         _ ("A limit and a distance are not below zero, and a distance needs "
                            "--near."));
    return FALSE;
  }
  dolen_search_query_init (&query);
  text = g_strjoinv (" ", tool->arguments + 1);
  query.text = *text ? text : NULL;
  query.within_km = within;
  query.limit = limit;
  query.names_in = dolen_language_current ();
  done = find_place (near, &there, &query, error) && search (tool, &query, &there, error);
  g_free (there.postcode);
  return done;
}
