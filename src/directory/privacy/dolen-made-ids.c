/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/privacy/dolen-made-ids.h"

#include "directory/dolen-directory-private.h"
#include "format/dolen-json-value.h"
#include "language/dolen-welsh.h"

#include <json-c/json.h>
#include <string.h>

static gboolean
hash_id (DolenDirectory *dir, const char *id, gboolean make, char **hidden, GError **error)
{
  g_autofree char *hash = NULL;

  *hidden = NULL;
  if (!g_str_has_prefix (id, DOLEN_MADE_ID) && !g_str_has_prefix (id, DOLEN_MADE_PLACE))
    return TRUE;
  if (!dolen_erased_hash_id (dir, id, make, &hash, error))
    return FALSE;
  if (hash != NULL)
    *hidden = g_strconcat (DOLEN_HIDDEN_ID, hash, NULL);
  return TRUE;
}

gboolean
dolen_made_id_find_hidden (DolenDirectory *dir, const char *id, char **hidden, GError **error)
{
  return hash_id (dir, id, FALSE, hidden, error);
}

/* ---- in what is kept as JSON ---- */

/* However its slashes are written. */
static void
replace_text (GString *json, const char *from, const char *to)
{
  static const int flags[] = { 0, JSON_C_TO_STRING_NOSLASHESCAPE };
  json_object *old = json_object_new_string (from), *new = json_object_new_string (to);

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    g_string_replace (json,
                      json_object_to_json_string_ext (old, flags[i]),
                      json_object_to_json_string_ext (new, flags[i]),
                      0);
  json_object_put (old);
  json_object_put (new);
}

/* The ids of the places its rows name. */
static gboolean
replace_places (DolenDirectory *dir, GString *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  gboolean ok = TRUE;

  for (guint i = 0; lines[i] != NULL && ok; i++) {
    json_object *row = json_tokener_parse (lines[i]);
    g_autofree char *place = dolen_json_get_line (dolen_json_get (row, "location"), "id");
    g_autofree char *hidden = NULL;

    ok = place == NULL || hash_id (dir, place, TRUE, &hidden, error);
    if (hidden != NULL)
      replace_text (text, place, hidden);
    json_object_put (row);
  }
  return ok;
}

gboolean
dolen_made_id_hide (DolenDirectory *dir, const char *id, char **hidden, char **json, GError **error)
{
  g_autoptr (GString) text = NULL;

  if (!hash_id (dir, id, TRUE, hidden, error))
    return FALSE;
  if (*hidden == NULL || *json == NULL)
    return TRUE;
  text = g_string_new (*json);
  replace_text (text, id, *hidden);
  if (!replace_places (dir, text, error))
    return FALSE;
  g_free (*json);
  *json = g_strdup (text->str);
  return TRUE;
}

/* ---- in the tables ---- */

/* A row with a text that may name an id. */
typedef struct {
  gint64 id;
  char *name; /* (nullable) the id */
  char *uid;  /* of the record */
  char *json;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->name);
  g_free (kept->uid);
  g_free (kept->json);
  g_free (kept);
}

static void
take_kept (DolenRow *row, gpointer list)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->id = dolen_row_take_int (row);
  kept->name = dolen_row_take_text (row);
  kept->uid = dolen_row_take_text (row);
  kept->json = dolen_row_take_text (row);
  g_ptr_array_add (list, kept);
}

static gboolean
write_row (DolenDirectory *dir,
           const char *sql,
           const char *json,
           const char *hidden,
           gint64 id,
           GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir, sql, &row, error))
    return FALSE;
  dolen_row_put_text (&row, json);
  dolen_row_put_text (&row, hidden);
  dolen_row_put_int (&row, id);
  return dolen_statement_run (row.statement, error);
}

static gboolean hide_within (DolenDirectory *dir, json_object *value, GError **error);

static void
put_text (json_object *row, const char *key, const char *text)
{
  if (text != NULL)
    json_object_object_add (row, key, json_object_new_string (text));
}

/* A row of the table source_record: the id, and the text in which it stands again. */
static gboolean
hide_source (DolenDirectory *dir, json_object *row, const char *id, GError **error)
{
  g_autofree char *hidden = NULL;
  g_autofree char *json = g_strdup (json_object_get_string (json_object_object_get (row, "json")));

  if (!dolen_made_id_hide (dir, id, &hidden, &json, error))
    return FALSE;
  put_text (row, "foreign_id", hidden);
  put_text (row, "json", json);
  return TRUE;
}

static gboolean
hide_within_object (DolenDirectory *dir, json_object *object, GError **error)
{
  g_autofree char *id
      = g_strdup (json_object_get_string (json_object_object_get (object, "foreign_id")));

  if (id != NULL)
    return hide_source (dir, object, id, error);
  json_object_object_foreach (object, key, member)
  {
    (void) key;
    if (!hide_within (dir, member, error))
      return FALSE;
  }
  return TRUE;
}

/* Wherever a row of source_record stands in it. */
static gboolean
hide_within (DolenDirectory *dir, json_object *value, GError **error)
{
  if (json_object_is_type (value, json_type_object))
    return hide_within_object (dir, value, error);
  if (!json_object_is_type (value, json_type_array))
    return TRUE;
  for (size_t i = 0; i < json_object_array_length (value); i++)
    if (!hide_within (dir, json_object_array_get_idx (value, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
hide_one_before (DolenDirectory *dir, const Kept *before, GError **error)
{
  json_object *value = json_tokener_parse (before->json);
  gboolean ok = hide_within (dir, value, error)
                && write_row (dir,
                              "UPDATE import_before SET before = ?1 WHERE id = ?3 AND ?2 IS NULL",
                              value != NULL ? json_object_to_json_string (value) : before->json,
                              NULL,
                              before->id,
                              error);

  json_object_put (value);
  return ok;
}

/* What imports keep to be undone: the rows of the record as they were. */
static gboolean
hide_before (DolenDirectory *dir, const Kept *record, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (kept_free);

  if (!dolen_directory_each (dir,
                             "SELECT b.id, NULL, b.record_uid, b.before FROM import_before b"
                             " JOIN source_record r ON r.record_uid = b.record_uid"
                             " WHERE r.id = ?1 AND b.before IS NOT NULL",
                             record->id,
                             take_kept,
                             all,
                             error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (!hide_one_before (dir, all->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
hide_record (DolenDirectory *dir, const Kept *plain, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (kept_free);
  g_autofree char *hidden = NULL;
  Kept *record;

  if (!dolen_directory_each (dir,
                             "SELECT id, foreign_id, record_uid, json FROM source_record"
                             " WHERE id = ?1",
                             plain->id,
                             take_kept,
                             all,
                             error))
    return FALSE;
  record = g_ptr_array_index (all, 0);
  return dolen_made_id_hide (dir, record->name, &hidden, &record->json, error)
         && write_row (dir,
                       "UPDATE source_record SET json = ?1, foreign_id = ?2 WHERE id = ?3",
                       record->json,
                       hidden,
                       record->id,
                       error)
         && hide_before (dir, record, error);
}

/* (transfer full) (nullable): of services, with ids that are not hidden. */
static GPtrArray *
list_plain (DolenDirectory *dir, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (kept_free);

  return dolen_directory_each (dir,
                               "SELECT id, foreign_id, record_uid, NULL FROM source_record"
                               " WHERE id > ?1 AND kind = 'service'"
                               " AND foreign_id GLOB '" DOLEN_MADE_ID "*'",
                               0,
                               take_kept,
                               all,
                               error)
             ? g_steal_pointer (&all)
             : NULL;
}

gboolean
dolen_made_ids_hide (DolenDirectory *dir,
                     const GPtrArray *uids,
                     const char *phone,
                     const char *email,
                     GError **error)
{
  g_autoptr (GPtrArray) all = list_plain (dir, error);
  g_autofree char *mailbox = dolen_welsh_fold_plain (email);
  /* An id may have been made of a number whose 0 was cut. */
  const char *digits = phone != NULL && *phone == '0' ? phone + 1 : phone;

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    Kept *record = g_ptr_array_index (all, i);
    gboolean says
        = g_ptr_array_find_with_equal_func ((GPtrArray *) uids, record->uid, g_str_equal, NULL)
          || (digits != NULL && strstr (record->name, digits) != NULL)
          || (mailbox != NULL && strstr (record->name, mailbox) != NULL);

    if (says && !hide_record (dir, record, error))
      return FALSE;
  }
  return TRUE;
}

/* Whether it says where a hidden place is, or whom a contact was. */
static gboolean
says_hidden (DolenDirectory *dir,
             const DolenErased *erased,
             const Kept *record,
             gboolean *says,
             GError **error)
{
  g_autofree char *rest = dolen_erased_filter_json (erased, record->uid, record->name);
  gint64 hidden = 0;

  if (!dolen_directory_find_id (dir,
                                "SELECT v.id FROM venue v JOIN service_venue sv ON sv.venue = v.id"
                                " JOIN service s ON s.id = sv.service"
                                " WHERE v.hide_address <> 0 AND s.uid = ?1",
                                record->uid,
                                &hidden,
                                error))
    return FALSE;
  *says = hidden > 0 || rest != NULL || dolen_erased_is_in_id (erased, record->name)
          || dolen_erased_has_name_of (erased, record->uid);
  return TRUE;
}

static gboolean
is_anything_hidden (DolenDirectory *dir, const DolenErased *erased, gboolean *any, GError **error)
{
  gint64 places = 0;

  if (!dolen_db_get_int64 (
          dir->db, "SELECT count(*) FROM venue WHERE hide_address <> 0", &places, error))
    return FALSE;
  *any = places > 0 || !dolen_erased_is_empty (erased);
  return TRUE;
}

gboolean
dolen_made_ids_hide_former (DolenDirectory *dir, const DolenErased *erased, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  gboolean any, says;

  if (!is_anything_hidden (dir, erased, &any, error))
    return FALSE;
  if (!any)
    return TRUE;
  all = list_plain (dir, error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (!says_hidden (dir, erased, all->pdata[i], &says, error)
        || (says && !hide_record (dir, all->pdata[i], error)))
      return FALSE;
  return TRUE;
}
