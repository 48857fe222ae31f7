/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-record.h"

#include "exchange/out/dolen-out-values.h"

#include <string.h>

static const char *
status_word (DolenServiceStatus status)
{
  return status == DOLEN_SERVICE_TEMPORARILY_CLOSED ? "temporarily closed"
                                                    : dolen_service_status_code (status);
}

static json_object *
make_costs (const DolenOutStyle *style, const DolenService *service)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < service->costs->len; i++) {
    const DolenCost *cost = service->costs->pdata[i];
    json_object *item = dolen_out_part (NULL, service->uid, "cost", i);

    dolen_out_text (item, "service_id", service->uid);
    dolen_out_text (item, "option", cost->option);
    if (cost->pence >= 0) {
      json_object_object_add (item, "amount", json_object_new_double ((double) cost->pence / 100));
    } else if (cost->description == NULL) {
      dolen_out_text (item, "amount_description", cost->amount_given);
    }
    dolen_out_text (item, "amount_description", cost->description);
    dolen_out_text (item, "valid_from", cost->valid_from);
    dolen_out_text (item, "valid_to", cost->valid_to);
    if (style->profile != DOLEN_OUT_ORUK3)
      dolen_out_text (item, "currency", cost->currency);
    json_object_array_add (list, item);
  }
  return list;
}

/* By the letter a language of ORUK 3.0 has neither name nor code; the HSDS names are written. */
static json_object *
make_languages (const DolenService *service)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < service->languages->len; i++) {
    const DolenLanguageOffered *language = service->languages->pdata[i];
    json_object *item = dolen_out_part (NULL, service->uid, "language", i);

    dolen_out_text (item, "service_id", service->uid);
    dolen_out_text (item, "code", language->code);
    dolen_out_text (item, "name", language->name);
    dolen_out_text (item, "note", language->note);
    json_object_array_add (list, item);
  }
  return list;
}

static json_object *
make_areas (const DolenService *service)
{
  json_object *list = json_object_new_array ();
  g_auto (GStrv) areas = g_strsplit (service->areas != NULL ? service->areas : "", "\n", -1);

  for (guint i = 0; areas[i] != NULL; i++) {
    json_object *item;

    if (areas[i][0] == '\0')
      continue;
    item = dolen_out_part (NULL, service->uid, "service-area", i);
    dolen_out_text (item, "service_id", service->uid);
    dolen_out_text (item, "name", areas[i]);
    dolen_out_text (item, "service_area", areas[i]);
    json_object_array_add (list, item);
  }
  return list;
}

/* What somebody confirmed it is for, as terms of our vocabulary; a "no" is no term. */
static json_object *
make_attributes (const DolenOutStyle *style, const DolenService *service)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTag *tag = service->tags->pdata[i];
    const char *label
        = dolen_directory_get_label (style->dir, tag->kind, tag->code, DOLEN_LANGUAGE_EN);
    g_autofree char *scheme = g_strdup_printf ("dolen-%s", dolen_tag_kind_code (tag->kind));
    json_object *attribute, *term;

    if (!tag->value)
      continue;
    attribute = dolen_out_part (NULL, service->uid, scheme, i);
    term = dolen_out_part (NULL, scheme, tag->code, 0);
    dolen_out_text (term, "name", label);
    dolen_out_text (term, "description", label);
    dolen_out_text (term, "taxonomy", scheme);
    if (style->profile != DOLEN_OUT_ORUK3)
      dolen_out_text (term, "code", tag->code);
    dolen_out_text (attribute, "link_id", service->uid);
    dolen_out_text (attribute,
                    "taxonomy_term_id",
                    json_object_get_string (json_object_object_get (term, "id")));
    dolen_out_text (attribute, "link_type", dolen_tag_kind_code (tag->kind));
    json_object_object_add (attribute, "taxonomy_term", term);
    json_object_array_add (list, attribute);
  }
  return list;
}

static json_object *
make_places (const DolenOutStyle *style, const DolenService *service)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < service->venues->len; i++)
    json_object_array_add (list, dolen_out_at_location (style, service, service->venues->pdata[i]));
  return list;
}

static void
add_day (json_object *object, const char *key, const char *day)
{
  g_autofree char *instant = day != NULL ? g_strdup_printf ("%sT00:00:00.000Z", day) : NULL;

  dolen_out_text (object, key, instant);
}

json_object *
dolen_out_service_line (const DolenOutStyle *style,
                        const DolenService *service,
                        const DolenOrganisation *organisation)
{
  json_object *object = dolen_out_part (service->uid, NULL, NULL, 0);
  gboolean own = style->profile != DOLEN_OUT_ORUK3;
  json_object *source = dolen_out_sources_describe (style->sources, service->source_uid);

  dolen_out_own_id (style, object, service->uid);
  dolen_out_text (object, "organization_id", service->organisation_uid);
  dolen_out_plain_text (style, object);
  dolen_out_bilingual (object, "name", &service->name, own);
  dolen_out_bilingual (object, "description", &service->description, own);
  dolen_out_uri (object, "url", service->url);
  dolen_out_text (object, "email", service->email);
  dolen_out_text (object, "status", status_word (service->status));
  dolen_out_text (object, "fees", service->fees);
  dolen_out_known (object, "minimum_age", service->minimum_age);
  dolen_out_known (object, "maximum_age", service->maximum_age);
  dolen_out_text (object, "assured_date", service->assured_on);
  dolen_out_text (object, "alert", service->alert);
  add_day (object, "last_modified", service->modified_on);
  if (organisation != NULL)
    json_object_object_add (object, "organization", dolen_out_organisation (style, organisation));
  if (own && source != NULL)
    json_object_object_add (object, "x_dolen_source", json_object_get (source));
  json_object_put (source);
  return object;
}

json_object *
dolen_out_service (const DolenOutStyle *style,
                   const DolenService *service,
                   const DolenOrganisation *organisation)
{
  json_object *object = dolen_out_service_line (style, service, organisation);

  if (style->profile != DOLEN_OUT_ORUK3) {
    dolen_out_bilingual (object, "eligibility_description", &service->eligibility, TRUE);
    dolen_out_bilingual (object, "application_process", &service->how_to_join, TRUE);
    dolen_out_text (object, "wait_time", service->wait_given);
  }
  dolen_out_list (object, "schedules", dolen_out_schedules (style, service));
  dolen_out_list (object, "service_areas", make_areas (service));
  dolen_out_list (object, "service_at_locations", make_places (style, service));
  dolen_out_list (object, "languages", make_languages (service));
  dolen_out_list (object, "cost_options", make_costs (style, service));
  dolen_out_own_phone (style, object, "service_id", service->uid, service->phone);
  dolen_out_list (
      object,
      "contacts",
      dolen_out_contacts (style, service->contacts, "service_id", service->uid, service->phone));
  dolen_out_list (object, "attributes", make_attributes (style, service));
  dolen_out_own_facts (style, object, service);
  return object;
}
