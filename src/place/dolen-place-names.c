/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-place-names.h"

#include <string.h>

#include "language/dolen-welsh.h"

typedef struct {
  const char *key; /* in the chunk */
  guint32 place;
} Entry;

struct _DolenPlaceNames {
  GStringChunk *keys;
  GArray *entries; /* Entry, sorted by key and place once finished */
};

/* Only the letters and digits of folded text; "saint " at the start becomes "st". */
static char *
squeeze (const char *folded)
{
  GString *key = g_string_sized_new (strlen (folded));

  if (g_str_has_prefix (folded, "saint ")) {
    g_string_append (key, "st");
    folded += strlen ("saint ");
  }
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_string_free (key, FALSE);
}

char *
dolen_place_key (const char *name)
{
  g_autofree char *folded = NULL;

  /* Most names are ASCII, and folding those by Unicode's rules is what takes the time. */
  if (g_str_is_ascii (name))
    folded = g_ascii_strdown (name, -1);
  else if (g_utf8_validate (name, -1, NULL))
    folded = dolen_welsh_fold (name);
  return folded != NULL ? squeeze (folded) : g_strdup ("");
}

DolenPlaceNames *
dolen_place_names_new (void)
{
  DolenPlaceNames *self = g_new0 (DolenPlaceNames, 1);

  self->keys = g_string_chunk_new (64 * 1024);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

void
dolen_place_names_free (DolenPlaceNames *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->keys);
  g_array_unref (self->entries);
  g_free (self);
}

static void
add_key (DolenPlaceNames *self, const char *name, guint32 place)
{
  g_autofree char *key = dolen_place_key (name);
  Entry entry = { NULL, place };

  if (key[0] == '\0')
    return;
  entry.key = g_string_chunk_insert (self->keys, key);
  g_array_append_val (self->entries, entry);
}

void
dolen_place_names_add (DolenPlaceNames *self, const char *name, guint32 place)
{
  static const char *const articles[] = { "Y ", "Yr ", "The " };

  add_key (self, name, place);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_str_has_prefix (name, articles[i]))
      add_key (self, name + strlen (articles[i]), place);
}

static int
compare_entries (const void *a, const void *b)
{
  const Entry *one = a, *other = b;
  int order = strcmp (one->key, other->key);

  return order != 0 ? order : (one->place > other->place) - (one->place < other->place);
}

void
dolen_place_names_finish (DolenPlaceNames *self)
{
  g_array_sort (self->entries, compare_entries);
}

static int
compare_numbers (const void *a, const void *b)
{
  const guint32 *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

static GArray *
sort_unique (GArray *numbers)
{
  guint kept = 0;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    if (i == 0 || g_array_index (numbers, guint32, i) != g_array_index (numbers, guint32, i - 1))
      g_array_index (numbers, guint32, kept++) = g_array_index (numbers, guint32, i);
  return g_array_set_size (numbers, kept);
}

GArray *
dolen_place_names_find (DolenPlaceNames *self, const char *key, gboolean prefix)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize length = strlen (key);
  guint low = 0, high = self->entries->len;

  if (length == 0)
    return found;
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (strcmp (g_array_index (self->entries, Entry, middle).key, key) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < self->entries->len; low++) {
    const Entry *entry = &g_array_index (self->entries, Entry, low);

    if (strncmp (entry->key, key, length) != 0 || (!prefix && entry->key[length] != '\0'))
      break;
    g_array_append_val (found, entry->place);
  }
  return sort_unique (found);
}
