/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-file.h"
#include "exchange/out/dolen-out-values.h"
#include "exchange/out/dolen-out-writer.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-sentences.h"

typedef struct {
  DolenOutWriter parent;
  DolenOutFile *file; /* (owned) */
  char *today;        /* (owned) */
  const DolenOutSources *sources;
  guint n;
} GeoJson;

static void
add_sentence (json_object *object, const char *key, char *sentence)
{
  dolen_out_text (object, key, sentence);
  g_free (sentence);
}

static json_object *
make_properties (const GeoJson *self,
                 const DolenService *service,
                 const DolenOrganisation *organisation,
                 const DolenVenue *venue)
{
  json_object *object = json_object_new_object ();

  dolen_out_text (object, "id", service->uid);
  dolen_out_text (object, "name", service->name.en != NULL ? service->name.en : service->name.cy);
  dolen_out_text (object, "name_cy", service->name.cy);
  if (organisation != NULL)
    dolen_out_text (object,
                    "organisation",
                    organisation->name.en != NULL ? organisation->name.en : organisation->name.cy);
  dolen_out_text (object,
                  "description",
                  service->description.en != NULL ? service->description.en
                                                  : service->description.cy);
  dolen_out_text (object, "description_cy", service->description.cy);
  dolen_out_text (object, "url", service->url);
  dolen_out_text (object, "email", dolen_out_email (service));
  add_sentence (object, "phone", dolen_out_phone (service));
  add_sentence (
      object, "when", dolen_sentence_when (DOLEN_LANGUAGE_EN, service->schedules, self->today));
  add_sentence (
      object, "cost", dolen_sentence_costs (DOLEN_LANGUAGE_EN, service->costs, service->fees));
  add_sentence (object, "source", dolen_out_sources_say (self->sources, service->source_uid));
  if (venue == NULL)
    return object;
  dolen_out_text (object, "venue", venue->name.en != NULL ? venue->name.en : venue->name.cy);
  dolen_out_text (object, "city", venue->city);
  dolen_out_text (object, "postcode", venue->postcode);
  return object;
}

static json_object *
make_geometry (const DolenVenue *venue)
{
  json_object *geometry, *pair;

  if (!dolen_out_position_is_told (venue))
    return NULL;
  geometry = json_object_new_object ();
  pair = json_object_new_array ();
  json_object_array_add (pair, json_object_new_double (venue->longitude));
  json_object_array_add (pair, json_object_new_double (venue->latitude));
  json_object_object_add (geometry, "type", json_object_new_string ("Point"));
  json_object_object_add (geometry, "coordinates", pair);
  return geometry;
}

static gboolean
add_feature (GeoJson *self,
             const DolenService *service,
             const DolenOrganisation *organisation,
             const DolenVenue *venue,
             GError **error)
{
  json_object *feature = json_object_new_object ();
  gboolean ok;

  json_object_object_add (feature, "type", json_object_new_string ("Feature"));
  json_object_object_add (feature, "geometry", make_geometry (venue));
  json_object_object_add (
      feature, "properties", make_properties (self, service, organisation, venue));
  ok = dolen_out_file_add (self->file, self->n++ > 0 ? ",\n" : "\n", error)
       && dolen_out_file_add_json (self->file, feature, error);
  json_object_put (feature);
  return ok;
}

static gboolean
geojson_add (DolenOutWriter *writer,
             const DolenService *service,
             const DolenOrganisation *organisation,
             GError **error)
{
  GeoJson *self = (GeoJson *) writer;

  if (service->venues->len == 0)
    return add_feature (self, service, organisation, NULL, error);
  for (guint i = 0; i < service->venues->len; i++)
    if (!add_feature (self, service, organisation, service->venues->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
geojson_finish (DolenOutWriter *writer, GError **error)
{
  GeoJson *self = (GeoJson *) writer;

  return dolen_out_file_add (self->file, "\n]}\n", error)
         && dolen_out_file_finish (self->file, error);
}

static void
geojson_free (DolenOutWriter *writer)
{
  GeoJson *self = (GeoJson *) writer;

  dolen_out_file_free (self->file);
  g_free (self->today);
  g_free (self);
}

DolenOutWriter *
dolen_out_geojson_new (const char *path, const DolenOutSources *sources, GError **error)
{
  g_autoptr (DolenOutFile) file = dolen_out_file_new (path, error);
  GeoJson *self;

  if (file == NULL
      || !dolen_out_file_add (file, "{\"type\":\"FeatureCollection\",\"features\":[", error))
    return NULL;
  self = g_new0 (GeoJson, 1);
  self->parent = (DolenOutWriter){ geojson_add, geojson_finish, geojson_free };
  self->file = g_steal_pointer (&file);
  self->today = dolen_date_today ();
  self->sources = sources;
  return &self->parent;
}
