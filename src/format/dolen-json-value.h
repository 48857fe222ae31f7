/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * Tolerant readers of one JSON value, for what feeds make of the standards: keys in any spelling
 * (total_items, totalItems, totalitems), any scalar as text, an object {"text": ...} as its text,
 * null, "" and -1 as "not given". All accept NULL for the object or value.
 */

/** dolen_json_key_equal: whether two keys are the same but for case, "_" and "-". */
gboolean dolen_json_key_equal (const char *a, const char *b);

/** dolen_json_get: (transfer none) (nullable): the member @key of an object in any spelling; NULL
 *  where it is absent or null. */
json_object *dolen_json_get (json_object *object, const char *key);

/** dolen_json_get_any: (transfer none) (nullable): the first of several keys that is there. */
json_object *dolen_json_get_any (json_object *object, const char *key, ...) G_GNUC_NULL_TERMINATED;

/** dolen_json_text: (transfer full) (nullable): a scalar, or the text of an object with "text",
 *  "value" or "name", cleaned; NULL where nothing is left. */
char *dolen_json_text (json_object *value);

/** dolen_json_get_text: (transfer full) (nullable): dolen_json_text() of a member; _line: on one
 *  line. */
char *dolen_json_get_text (json_object *object, const char *key);
char *dolen_json_get_line (json_object *object, const char *key);

/** dolen_json_put_text: sets a member; nothing, where @text is NULL. */
void dolen_json_put_text (json_object *object, const char *key, const char *text);

/** dolen_json_pick: (transfer full): a new object with those of the members @keys (ended by NULL)
 *  that @object has; their values are shared. */
json_object *dolen_json_pick (json_object *object, const char *const *keys);

/** dolen_json_is_blank: whether a member is there but says nothing: null, "", blanks. */
gboolean dolen_json_is_blank (json_object *object, const char *key);

/** dolen_json_number: a number, or a text that is one. Returns: FALSE if it is neither. */
gboolean dolen_json_number (json_object *value, double *number);
gboolean dolen_json_get_number (json_object *object, const char *key, double *number);

/** dolen_json_get_int: a whole number, -1 where there is none (and where it says -1). */
int dolen_json_get_int (json_object *object, const char *key);

/** dolen_json_pence: money in pence: 8, "8.00", "£8.50", "free"; -1 where it is not one amount. */
gint64 dolen_json_pence (json_object *value);

/** dolen_json_get_flag: true, "true", "yes", 1; everything else is FALSE. */
gboolean dolen_json_get_flag (json_object *object, const char *key);

/** dolen_json_length, dolen_json_at: a list; an object alone is a list of one, a text too; NULL is
 *  an empty list. */
guint dolen_json_length (json_object *list);
json_object *dolen_json_at (json_object *list, guint index);

/** dolen_json_normal: (transfer none): the value written without blanks, for hashes and
 *  provenance; belongs to the value until it is written again. */
const char *dolen_json_normal (json_object *value, gsize *length);

/** dolen_json_count_members: members of all objects in @value, however deep. */
guint dolen_json_count_members (json_object *value);

G_END_DECLS
