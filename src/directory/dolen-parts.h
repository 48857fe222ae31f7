/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/*
 * Parts: what of a record is edited as one, more than a single field (dolen-fields.h). Each has a
 * name, kept in the history and the notes of edited fields, and is written as JSON there.
 *
 * of a service:       "venues", "schedules", "contacts", "costs", "languages", "funding" (whole
 *                     lists), "closing" (status, closed_on, closed_reason, successor_uid),
 *                     "tag:KIND:SCHEME:CODE" (one tag), "permission:UID" (of one contact)
 * of an organisation: "contacts", "funding", "registrations", "check:WHAT" (one DolenAssurance),
 *                     "permission:UID"
 * of a venue:         "place" (address, city, county, postcode, country, position and its origin,
 *                     hide_address, no_map), "accessibility"
 *
 * A record is the struct of its kind: DolenService, DolenOrganisation, DolenVenue.
 */

/** dolen_part_exists: whether there is a part of that name. @kind: "service", "organisation",
 *  "venue" */
gboolean dolen_part_exists (const char *kind, const char *part);

/** dolen_part_is_kept_whole: FALSE for the parts of one element (tag, check, permission), which a
 *  re-import keeps by rules of their own. */
gboolean dolen_part_is_kept_whole (const char *part);

/** dolen_part_to_json: (transfer full): the part's value; "null" where there is none. */
char *dolen_part_to_json (const char *kind, gconstpointer record, const char *part);

/** dolen_part_from_json: puts a value over the part of @record. Returns: FALSE where @json is no
 *  value of that part; @record may be half changed then. */
gboolean
dolen_part_from_json (const char *kind, gpointer record, const char *part, const char *json);

/** dolen_part_json_equal: whether both say the same, whatever members were known when they were
 *  written. */
gboolean dolen_part_json_equal (const char *kind, const char *part, const char *a, const char *b);

/** dolen_part_copy: the part of @from over that of @to. */
void dolen_part_copy (const char *kind, gpointer to, gconstpointer from, const char *part);

/* Names of the parts of one element, (transfer full). */
char *dolen_part_of_check (const char *what);
char *dolen_part_of_tag (const DolenTag *tag);
char *dolen_part_of_permission (const char *contact_uid);

/** dolen_part_is_permission: whether @part (nullable) is the permission of one contact. */
gboolean dolen_part_is_permission (const char *part);

G_END_DECLS
