/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/out/dolen-out-record.h"

G_BEGIN_DECLS

/* Values of a record, each only where it is known: the standards want no nulls. Shared by the
 * writers of this folder. */

/** dolen_out_text: NULL and "" are left out. */
void dolen_out_text (json_object *object, const char *key, const char *text);
/** dolen_out_known: a negative number is left out. */
void dolen_out_known (json_object *object, const char *key, gint64 number);
/** dolen_out_number: NAN is left out. */
void dolen_out_number (json_object *object, const char *key, double number);
/** dolen_out_list: takes @list; an empty one is left out. */
void dolen_out_list (json_object *object, const char *key, json_object *list);
/** dolen_out_uri: only what the standards take for an address. */
void dolen_out_uri (json_object *object, const char *key, const char *url);

/** dolen_out_part: (transfer full): an object with its id: @uid, or one made of its owner's, the
 *  kind and the index, the same every time. */
json_object *dolen_out_part (const char *uid, const char *owner, const char *kind, guint index);

/** dolen_out_part_id: (transfer full): of a part that has no id of its own. */
char *dolen_out_part_id (const char *owner, const char *kind, guint index);

/** dolen_out_bilingual: @key as English or the only text; with @own our keys for the Welsh and the
 *  states of both, so that nothing is lost. */
void dolen_out_bilingual (json_object *object,
                          const char *key,
                          const DolenBilingual *text,
                          gboolean own);

/** dolen_out_own_id: says that the ids in @object are those of records of a Dolen, for another to
 * keep them. */
void dolen_out_own_id (const DolenOutStyle *style, json_object *object, const char *uid);

/** dolen_out_plain_text: says that the texts of @object are no markup. */
void dolen_out_plain_text (const DolenOutStyle *style, json_object *object);

/** dolen_out_phone: (transfer full) (nullable): where there is room for one number: the service's
 *  own, else the first of a contact, as it is written for reading. dolen_out_email: borrowed. */
char *dolen_out_phone (const DolenService *service);
const char *dolen_out_email (const DolenService *service);

/** dolen_out_position_is_told: whether a place has a position that somebody gave: one that was
 * worked out of a postcode would be taken for the door. @venue: (nullable) */
gboolean dolen_out_position_is_told (const DolenVenue *venue);

/** dolen_out_at_location_id: (transfer full): the id of a service at a venue. */
char *dolen_out_at_location_id (const char *service_uid, const char *venue_uid);

/* Parts, in files of their own. */
json_object *dolen_out_organisation (const DolenOutStyle *style,
                                     const DolenOrganisation *organisation);
json_object *dolen_out_at_location (const DolenOutStyle *style,
                                    const DolenService *service,
                                    const DolenVenue *venue);
json_object *dolen_out_schedules (const DolenOutStyle *style, const DolenService *service);
/** @owner_key: "service_id", "organization_id". */
json_object *dolen_out_contacts (const DolenOutStyle *style,
                                 const GPtrArray *contacts,
                                 const char *owner_key,
                                 const char *owner,
                                 const char *phone);
/** dolen_out_own_phone: the number of a service or organisation itself, where it has a place. */
void dolen_out_own_phone (const DolenOutStyle *style,
                          json_object *object,
                          const char *owner_key,
                          const char *owner,
                          const char *phone);
/** Our own facts: capacity, tags, how one comes to it, for whom. */
void
dolen_out_own_facts (const DolenOutStyle *style, json_object *object, const DolenService *service);

G_END_DECLS
