/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-json-shape.h"

#include "format/dolen-json-value.h"

#include <string.h>

#define SCALAR_BYTES 1024
#define KEPT_TEXTS 200
#define WRAPPER_DEPTH 3

/* Arrays that are the records whatever else is there. */
static const char *const STRONG[] = { "contents", "content", "items",   "data", "results",
                                      "records",  "value",   "entries", "rows", "docs" };
/* Arrays named after what they hold; organisations first, for services point at them. */
static const char *const WEAK[]
    = { "organizations", "organisations", "organizations.csv",    "services", "services.csv",
        "service",       "result",        "service_at_locations", "locations" };
/* Objects that only wrap an envelope. */
static const char *const WRAPPERS[]
    = { "data", "response", "result", "results", "payload", "body", "page", "embedded" };
/* Beside a name these make a record of an object without an id. */
static const char *const OF_A_RECORD[]
    = { "description", "status",       "email",        "url",     "website",
        "phone",       "organization", "organisation", "address", "fees" };

static int
rank_in (const char *const *names, gsize n, const char *key)
{
  for (gsize i = 0; i < n; i++)
    if (dolen_json_key_equal (names[i], key))
      return i;
  return -1;
}

static void
array_free (gpointer data)
{
  DolenJsonArray *array = data;

  g_free (array->key);
  g_free (array);
}

void
dolen_json_shape_init (DolenJsonShape *shape)
{
  shape->is_record = FALSE;
  shape->arrays = g_ptr_array_new_with_free_func (array_free);
  shape->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
dolen_json_shape_clear (DolenJsonShape *shape)
{
  g_clear_pointer (&shape->arrays, g_ptr_array_unref);
  g_clear_pointer (&shape->texts, g_hash_table_unref);
}

/* What is known of the object while it is walked. */
typedef struct {
  DolenJsonShape *shape;
  DolenJsonBytes *bytes;
  GPtrArray *found; /* arrays of objects of any name; not owning */
  gboolean has_id;
  gboolean has_name;
  gboolean has_more;
  gboolean decided; /* nothing further can change the answer */
} Search;

static gboolean
is_record (const Search *search)
{
  return search->has_id || (search->has_name && search->has_more);
}

static void
note_key (Search *search, const char *key, guint depth)
{
  if (depth != 1)
    return;
  search->has_id |= dolen_json_key_equal (key, "id");
  search->has_name |= dolen_json_key_equal (key, "name");
  search->has_more |= rank_in (OF_A_RECORD, G_N_ELEMENTS (OF_A_RECORD), key) >= 0;
}

static gboolean
keep_scalar (DolenJsonShape *shape, DolenJsonBytes *bytes, const char *key, GError **error)
{
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  DolenJsonValueBytes copy = { .bytes = kept };
  json_object *value;

  if (!dolen_json_bytes_copy (bytes, &copy, SCALAR_BYTES, error))
    return FALSE;
  if (copy.too_large || g_hash_table_size (shape->texts) >= KEPT_TEXTS)
    return TRUE;
  g_byte_array_append (kept, (const guint8 *) "", 1);
  value = json_tokener_parse ((const char *) kept->data);
  if (value && !json_object_is_type (value, json_type_object)) {
    char *text = dolen_json_text (value);
    if (text)
      g_hash_table_insert (shape->texts, g_strdup (key), text);
  }
  json_object_put (value);
  return TRUE;
}

static gboolean
find_array (Search *search, char *key, guint depth, GError **error)
{
  DolenJsonBytes *bytes = search->bytes;
  DolenJsonArray *array = g_new0 (DolenJsonArray, 1);
  gboolean strong = rank_in (STRONG, G_N_ELEMENTS (STRONG), key) >= 0;
  gboolean of_objects;
  int first;

  array->key = g_strdup (key);
  array->offset = dolen_json_bytes_tell (bytes);
  array->depth = depth;
  array->rank = strong ? -1 : rank_in (WEAK, G_N_ELEMENTS (WEAK), key);
  if (array->rank < 0 && !strong)
    array->rank = G_MAXINT;
  g_ptr_array_add (search->shape->arrays, array);
  if (dolen_json_bytes_expect (bytes, "[", error) < 0
      || (first = dolen_json_bytes_peek (bytes, error)) < 0)
    return FALSE;
  of_objects = first == '{' || (first == ']' && array->rank < G_MAXINT);
  if (of_objects)
    g_ptr_array_add (search->found, array);
  search->decided = of_objects && strong && !is_record (search);
  if (search->decided)
    return TRUE;
  if (!dolen_json_bytes_seek (bytes, array->offset, error) || !dolen_json_bytes_skip (bytes, error))
    return FALSE;
  array->length = dolen_json_bytes_tell (bytes) - array->offset;
  return TRUE;
}

static gboolean
find_in_object (Search *search, guint depth, GError **error)
{
  DolenJsonBytes *bytes = search->bytes;
  int next;

  if (dolen_json_bytes_expect (bytes, "{", error) < 0)
    return FALSE;
  next = dolen_json_bytes_peek (bytes, error);
  if (next < 0)
    return FALSE;
  if (next == '}')
    return dolen_json_bytes_expect (bytes, "}", error) > 0;
  do {
    g_autofree char *key = dolen_json_bytes_key (bytes, error);
    gboolean ok;
    if (!key || dolen_json_bytes_expect (bytes, ":", error) < 0)
      return FALSE;
    note_key (search, key, depth);
    next = dolen_json_bytes_peek (bytes, error);
    if (next < 0)
      return FALSE;
    if (next == '[')
      ok = find_array (search, key, depth, error);
    else if (next == '{' && depth < WRAPPER_DEPTH
             && rank_in (WRAPPERS, G_N_ELEMENTS (WRAPPERS), key) >= 0)
      ok = find_in_object (search, depth + 1, error);
    else if (next == '{')
      ok = dolen_json_bytes_skip (bytes, error);
    else
      ok = keep_scalar (search->shape, bytes, key, error);
    if (!ok)
      return FALSE;
    if (search->decided)
      return TRUE;
    next = dolen_json_bytes_expect (bytes, ",}", error);
  } while (next == ',');
  return next == '}';
}

static int
by_rank (gconstpointer a, gconstpointer b)
{
  const DolenJsonArray *x = *(DolenJsonArray *const *) a, *y = *(DolenJsonArray *const *) b;

  return (x->rank > y->rank) - (x->rank < y->rank);
}

/* The best of what was found: a strong name, else a weak one, else the largest. */
static DolenJsonArray *
best_array (GPtrArray *found)
{
  DolenJsonArray *best = NULL;

  for (guint i = 0; i < found->len; i++) {
    DolenJsonArray *array = found->pdata[i];
    if (!best || array->rank < best->rank
        || (array->rank == best->rank && array->length > best->length))
      best = array;
  }
  return best;
}

/* Keeps what is to be read: the best, and where that has a weak name its sisters too (a file with
 * "organizations" and "services"). Places alone are no records of ours. */
static void
choose (Search *search)
{
  GPtrArray *all = search->shape->arrays;
  DolenJsonArray *best = best_array (search->found);
  int last = G_N_ELEMENTS (WEAK) - 2;

  for (guint i = all->len; i > 0; i--) {
    DolenJsonArray *array = all->pdata[i - 1];
    gboolean sister = best && best->rank >= 0 && best->rank <= last && array->rank >= 0
                      && array->rank <= last && array->depth == best->depth
                      && g_ptr_array_find (search->found, array, NULL);
    if (array != best && !sister)
      g_ptr_array_remove_index (all, i - 1);
  }
  g_ptr_array_sort (all, by_rank);
}

void
dolen_json_shape_find (DolenJsonShape *shape, DolenJsonBytes *bytes)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GError) broken = NULL;
  Search search = { .shape = shape, .bytes = bytes, .found = found };

  g_ptr_array_set_size (shape->arrays, 0);
  g_hash_table_remove_all (shape->texts);
  find_in_object (&search, 1, &broken);
  shape->is_record = !search.decided && (is_record (&search) || found->len == 0);
  if (shape->is_record)
    g_ptr_array_set_size (shape->arrays, 0);
  else
    choose (&search);
}

gboolean
dolen_json_shape_member (DolenJsonShape *shape, DolenJsonBytes *bytes, GError **error)
{
  g_autofree char *key = dolen_json_bytes_key (bytes, error);
  int next;

  if (!key || dolen_json_bytes_expect (bytes, ":", error) < 0)
    return FALSE;
  next = dolen_json_bytes_peek (bytes, error);
  if (next < 0)
    return FALSE;
  if (next == '[' || next == '{')
    return dolen_json_bytes_skip (bytes, error);
  return keep_scalar (shape, bytes, key, error);
}
