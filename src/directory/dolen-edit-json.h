/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/* What the history keeps of a change: small JSON objects, one for each kind of act. All (transfer
 * full). Reading gives NULL for what does not read. */

/** {"value": "..."}, null where there is none; for one side of a bilingual text with the states
 *  of both, {"value": "...", "en_state": "...", "cy_state": "..."}. @text: (nullable): that text.
 */
char *dolen_edit_json_value (const char *value, const DolenBilingual *text);

/** @value: (out) (transfer full) (nullable): @text: (nullable): gets the states. */
gboolean dolen_edit_json_read_value (const char *json, char **value, DolenBilingual *text);

/** {"part": value} of a part's JSON (dolen-parts.h). */
char *dolen_edit_json_part (const char *value);
/** @value: (out) (transfer full): "null" where there was none. */
gboolean dolen_edit_json_read_part (const char *json, char **value);

/** {"reason": "..."} among others: (nullable): why, where somebody said so. */
char *dolen_edit_json_read_reason (const char *json);

/** {"capacity": {...}, "confirmation": {...}}; either may be NULL and is left out then. */
char *dolen_edit_json_facts (const DolenCapacity *capacity, const DolenConfirmation *confirmation);
gboolean dolen_edit_json_read_facts (const char *json,
                                     DolenCapacity **capacity,
                                     DolenConfirmation **confirmation);

/** {"service": uid, "organisation": uid}; the latter NULL where it was there before. */
char *dolen_edit_json_group (const char *service_uid, const char *organisation_uid);
gboolean dolen_edit_json_read_group (const char *json, char **service_uid, char **organisation_uid);

G_END_DECLS
