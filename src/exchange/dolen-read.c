/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read.h"

#include "base/dolen-text.h"
#include "exchange/dolen-read-values.h"
#include "format/dolen-json-value.h"
#include "place/dolen-postcode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_CHARACTERS 80
/* How ids begin that were made here. */
#define NO_ID "name:"

static void
found_organisation_free (gpointer data)
{
  DolenFoundOrganisation *found = data;

  g_free (found->foreign_id);
  dolen_organisation_free (found->organisation);
  g_free (found);
}

void
dolen_found_service_free (DolenFoundService *found)
{
  g_free (found->foreign_id);
  g_free (found->organisation_foreign_id);
  dolen_service_free (found->service);
  g_free (found);
}

void
dolen_found_init (DolenFound *found)
{
  found->organisations = g_ptr_array_new_with_free_func (found_organisation_free);
  found->services = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_found_service_free);
  found->refused = g_ptr_array_new_with_free_func (g_free);
}

void
dolen_found_clear (DolenFound *found)
{
  g_clear_pointer (&found->organisations, g_ptr_array_unref);
  g_clear_pointer (&found->services, g_ptr_array_unref);
  g_clear_pointer (&found->refused, g_ptr_array_unref);
}

char *
dolen_read_made_id (json_object *record)
{
  g_autofree char *name = dolen_json_get_line (record, "name");
  g_autofree char *more = dolen_json_get_line (record, "url");

  if (!name && !more)
    more = dolen_json_get_line (record, "description");
  if (!name && !more)
    return NULL;
  return g_strdup_printf (NO_ID "%s|%s", name ? name : "", more ? more : "");
}

/* The id a record is known by: the feed's, else one that is made. */
static char *
id_of (json_object *record)
{
  char *id = dolen_json_get_line (record, "id");

  return id ? id : dolen_read_made_id (record);
}

/* What stands around a service in its record. */
typedef struct {
  json_object *at_location;    /* (nullable) the service_at_location it is in */
  json_object *location;       /* (nullable) the place it is listed under */
  const char *organisation_id; /* (nullable) the organisation it is listed under */
} Around;

/* A service without an id is told apart within its organisation: there are many "Lunch club"s. */
static char *
id_of_service (json_object *record, const Around *around)
{
  g_autofree char *id = json_object_is_type (record, json_type_object) ? id_of (record) : NULL;

  if (!id || !around->organisation_id || !g_str_has_prefix (id, NO_ID))
    return g_steal_pointer (&id);
  return g_strconcat (id, "|", around->organisation_id, NULL);
}

static json_object *
organisation_in (json_object *record)
{
  json_object *organisation = dolen_json_get_any (record, "organization", "organisation", NULL);

  return json_object_is_type (organisation, json_type_object) ? organisation : NULL;
}

/* The form of RFC 4122; many feeds' ids have the length of one and not its version bits. */
static gboolean
is_uuid (const char *id)
{
  if (strlen (id) != 36 || !strchr ("12345", id[14]) || !strchr ("89abAB", id[19]))
    return FALSE;
  for (int i = 0; i < 36; i++) {
    gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? id[i] != '-' : !g_ascii_isxdigit (id[i]))
      return FALSE;
  }
  return TRUE;
}

static void
note_id (DolenReadContext *context, const char *id)
{
  if (g_str_has_prefix (id, NO_ID))
    dolen_read_odd (context, DOLEN_ODDITY_NO_ID, "id", NULL);
  else if (!is_uuid (id))
    dolen_read_odd (context, DOLEN_ODDITY_ID_NOT_UUID, "id", id);
}

/* Returns: the id of the organisation, to point at; NULL where it has none. */
static char *
read_organisation (DolenReadContext *context, json_object *record, DolenFound *found)
{
  g_autofree char *id = record ? id_of (record) : NULL;
  DolenFoundOrganisation *item;

  if (!id)
    return NULL;
  if (context->organisation_seen && context->organisation_seen (id, record, context->seen_data))
    return g_steal_pointer (&id);
  item = g_new0 (DolenFoundOrganisation, 1);
  item->organisation = dolen_read_organisation (context, record, id);
  item->foreign_id = g_strdup (id);
  item->json = record;
  if (dolen_bilingual_is_empty (&item->organisation->name)) {
    found_organisation_free (item);
    return NULL;
  }
  g_ptr_array_add (found->organisations, item);
  return g_steal_pointer (&id);
}

static char *
first_words (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);

  if (g_utf8_strlen (lines[0], -1) <= NAME_CHARACTERS)
    return g_strdup (lines[0]);
  {
    g_autofree char *start = g_utf8_substring (lines[0], 0, NAME_CHARACTERS);
    return g_strconcat (start, "…", NULL);
  }
}

/* A service without a name goes by its organisation's, else by its first words. */
static gboolean
name_it (DolenReadContext *context, json_object *record, DolenService *service)
{
  json_object *organisation = organisation_in (record);
  g_autofree char *words = NULL;

  if (!dolen_bilingual_is_empty (&service->name))
    return TRUE;
  words = dolen_json_get_line (organisation, "name");
  if (!words && !dolen_bilingual_is_empty (&service->description))
    words = first_words (dolen_bilingual_get (&service->description, DOLEN_LANGUAGE_EN));
  if (!words)
    return FALSE;
  dolen_read_odd (context, DOLEN_ODDITY_NO_NAME, "name", words);
  dolen_read_guessed (words, &service->name);
  return TRUE;
}

/* Where there is no venue, the last whole postcode of the text is at least a district. */
static void
place_by_text (DolenReadContext *context, const char *owner, DolenService *service)
{
  const char *text = dolen_bilingual_get (&service->description, DOLEN_LANGUAGE_EN);
  DolenPostcode postcode;
  DolenVenue *venue;

  if (service->venues->len || !dolen_postcode_find (text, &postcode, NULL, NULL))
    return;
  venue = dolen_venue_new ();
  venue->uid = dolen_read_uid (context, "venue-of-text", owner, 0);
  venue->postcode = g_strdup (postcode.full);
  dolen_read_position_derive (context, venue);
  g_ptr_array_add (service->venues, venue);
}

static void
read_dialect (DolenReadContext *context,
              json_object *record,
              const char *owner,
              DolenService *service)
{
  switch (context->dialect) {
  case DOLEN_DIALECT_ORUK_1:
    dolen_read_service_oruk1 (context, record, owner, service);
    break;
  case DOLEN_DIALECT_OUTPOST:
    dolen_read_service_outpost (context, record, owner, service);
    break;
  case DOLEN_DIALECT_HSDS_3:
  case DOLEN_DIALECT_UNKNOWN:
  default:
    dolen_read_service_hsds (context, record, owner, service);
    break;
  }
  dolen_read_service_own (context, record, owner, service);
}

static void
read_service (DolenReadContext *context,
              json_object *record,
              const Around *around,
              DolenFound *found)
{
  g_autofree char *id = id_of_service (record, around);
  g_autofree char *told = dolen_json_get_line (record, "organization_id");
  g_autofree char *inside = read_organisation (context, organisation_in (record), found);
  DolenFoundService *item;

  if (!id) {
    /* Translators: why one record of a feed was left out. */
    g_ptr_array_add (found->refused, g_strdup (_ ("It has neither an id nor a name.")));
    return;
  }
  note_id (context, id);
  context->dialect = dolen_dialect_of_record (record, context->dialect);
  item = g_new0 (DolenFoundService, 1);
  item->service = dolen_service_new ();
  item->json = around->at_location ? around->at_location : record;
  item->at_venue = around->at_location != NULL;
  item->service->uid = dolen_read_uid_of (context, "service", id);
  item->service->source_uid = g_strdup (context->source_uid);
  if (!inside)
    inside = g_strdup (around->organisation_id ? around->organisation_id : told);
  item->organisation_foreign_id = g_steal_pointer (&inside);
  dolen_read_service_common (context, record, id, item->service);
  read_dialect (context, record, id, item->service);
  if (around->at_location)
    dolen_read_at_location (context, around->at_location, id, item->service);
  if (around->location)
    g_ptr_array_add (item->service->venues, dolen_read_venue (context, around->location, id));
  if (!name_it (context, record, item->service)) {
    /* Translators: why one record of a feed was left out. */
    g_ptr_array_add (found->refused, g_strdup (_ ("Nothing in it says what it is called.")));
    dolen_found_service_free (item);
    return;
  }
  if (!item->organisation_foreign_id && !context->bodiless)
    dolen_read_odd (context, DOLEN_ODDITY_NO_ORGANISATION, "organization", NULL);
  place_by_text (context, id, item->service);
  item->foreign_id = g_steal_pointer (&id);
  g_ptr_array_add (found->services, item);
}

typedef void (*ServiceFunc) (json_object *service, const Around *around, gpointer user_data);

/* The services an organisation lists, straight (HSDS) or under its places (HSDS 1, Ohana). */
static void
each_service (json_object *organisation, const char *id, ServiceFunc func, gpointer user_data)
{
  json_object *lists[] = { organisation, dolen_json_get (organisation, "locations") };

  for (gsize l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < dolen_json_length (lists[l]); i++) {
      json_object *holder = dolen_json_at (lists[l], i);
      json_object *services = dolen_json_get (holder, "services");
      const Around around = { .location = l == 0 ? NULL : holder, .organisation_id = id };
      for (guint s = 0; s < dolen_json_length (services); s++)
        if (json_object_is_type (dolen_json_at (services, s), json_type_object))
          func (dolen_json_at (services, s), &around, user_data);
    }
}

typedef struct {
  DolenReadContext *context;
  DolenFound *found;
} Reading;

static void
read_one (json_object *service, const Around *around, gpointer user_data)
{
  Reading *reading = user_data;

  read_service (reading->context, service, around, reading->found);
}

static void
read_organisation_record (DolenReadContext *context, json_object *record, DolenFound *found)
{
  g_autofree char *id = id_of (record);
  g_autofree char *read = read_organisation (context, record, found);
  Reading reading = { context, found };

  if (!read)
    /* Translators: why one record of a feed was left out. */
    g_ptr_array_add (found->refused, g_strdup (_ ("It is an organisation without a name.")));
  each_service (record, id, read_one, &reading);
}

/* What a Dolen wrote keeps the uids it has there: so changes that are suggested in one are known in
 * the other. */
static gboolean
has_own_ids (json_object *record)
{
  g_autofree char *uid = dolen_json_get_line (record, "x_dolen_uid");
  g_autofree char *id = dolen_json_get_line (record, "id");

  return uid && g_strcmp0 (uid, id) == 0;
}

void
dolen_read_record (DolenReadContext *context,
                   json_object *record,
                   const char *container,
                   DolenFound *found)
{
  gboolean deleted;
  json_object *inner = dolen_dialect_unwrap (record, &deleted);
  Around around = { 0 };

  context->record = inner;
  if (deleted) {
    dolen_read_odd (context, DOLEN_ODDITY_DELETED_RECORD, "state", NULL);
    return;
  }
  context->own_ids
      = context->own_file || has_own_ids (inner) || has_own_ids (dolen_json_get (inner, "service"));
  switch (dolen_dialect_record_of (inner, container)) {
  case DOLEN_RECORD_OF_SERVICE:
    read_service (context, inner, &around, found);
    break;
  case DOLEN_RECORD_OF_SERVICE_AT_LOCATION:
    around.at_location = inner;
    read_service (context, dolen_json_get (inner, "service"), &around, found);
    break;
  case DOLEN_RECORD_OF_ORGANISATION:
    read_organisation_record (context, inner, found);
    break;
  case DOLEN_RECORD_OF_NOTHING:
  default:
    g_ptr_array_add (found->refused,
                     /* Translators: why one record of a feed was left out. */
                     g_strdup (_ ("It is neither a service nor an organisation.")));
  }
}

static void
key_free (gpointer data)
{
  DolenRecordKey *key = data;

  g_free (key->kind);
  g_free (key->id);
  g_free (key);
}

/* Takes @id. */
static void
add_key (GPtrArray *keys, const char *kind, char *id, json_object *record, gboolean at_venue)
{
  DolenRecordKey *key;

  if (!id)
    return;
  key = g_new0 (DolenRecordKey, 1);
  key->kind = g_strdup (kind);
  key->id = id;
  key->at_venue = at_venue;
  key->weight = dolen_json_count_members (record);
  g_ptr_array_add (keys, key);
}

static void
add_service_key (json_object *service, const Around *around, gpointer user_data)
{
  json_object *organisation = organisation_in (service);

  add_key (
      user_data, "service", id_of_service (service, around), service, around->at_location != NULL);
  if (organisation)
    add_key (user_data, "organisation", id_of (organisation), organisation, FALSE);
}

GPtrArray *
dolen_read_keys (json_object *record, const char *container)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (key_free);
  gboolean deleted;
  json_object *inner = dolen_dialect_unwrap (record, &deleted);
  DolenRecordOf what = inner ? dolen_dialect_record_of (inner, container) : DOLEN_RECORD_OF_NOTHING;
  g_autofree char *id = NULL;
  Around around = { 0 };

  if (what == DOLEN_RECORD_OF_SERVICE) {
    add_service_key (inner, &around, keys);
  } else if (what == DOLEN_RECORD_OF_SERVICE_AT_LOCATION) {
    around.at_location = inner;
    add_service_key (dolen_json_get (inner, "service"), &around, keys);
  } else if (what == DOLEN_RECORD_OF_ORGANISATION) {
    id = id_of (inner);
    add_key (keys, "organisation", g_strdup (id), inner, FALSE);
    each_service (inner, id, add_service_key, keys);
  }
  return keys;
}
