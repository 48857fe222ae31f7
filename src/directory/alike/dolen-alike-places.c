/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-places.h"

#include "language/dolen-welsh.h"

#include <string.h>

/* "Builth" is enough for Builth Wells. */
#define MIN_SHORTENED 6

static gboolean
is_name (const char *name, const char *word)
{
  g_autofree char *folded = dolen_welsh_fold (name);
  gsize length = strlen (word);

  return g_str_equal (folded, word)
         || (length >= MIN_SHORTENED && g_str_has_prefix (folded, word) && folded[length] == ' ');
}

/* The gazetteer is glad to find what is nearly a name; here it has to be one. */
static void
keep_named (GPtrArray *places, const char *word)
{
  for (guint i = places->len; i > 0; i--) {
    const DolenPlace *place = g_ptr_array_index (places, i - 1);

    if (!is_name (place->name_en, word) && !is_name (place->name_cy, word))
      g_ptr_array_remove_index_fast (places, i - 1);
  }
}

/* Words that are enough for a town of two, as names are read ("Ebbw Vale" as one). */
static const char *
write_out (const char *word)
{
  static const struct {
    const char *word, *town;
  } towns[] = {
    { "merthyr", "merthyr tydfil" },
    { "tydfil", "merthyr tydfil" },
    { "ebbwval", "ebbw vale" },
    { "ebbwvale", "ebbw vale" },
    { "mountainash", "mountain ash" },
    { "colwyn", "colwyn bay" },
    { "talbot", "port talbot" },
    { "llantwit", "llantwit major" },
    { "ffestiniog", "blaenau ffestiniog" },
    { "milford", "milford haven" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (towns); i++)
    if (g_str_equal (towns[i].word, word))
      return towns[i].town;
  return word;
}

GPtrArray *
dolen_alike_places (const char *word)
{
  static const char *const endings[] = { "", "e", "er", "ing", "ed" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (write_out (word), endings[i], NULL);
    g_autoptr (GPtrArray) places = dolen_gazetteer_find (dolen_gazetteer_get_bundled (), name);

    keep_named (places, name);
    if (places->len > 0)
      return g_steal_pointer (&places);
  }
  return NULL;
}

gboolean
dolen_alike_places_meet (const GPtrArray *one, const GPtrArray *other)
{
  for (guint i = 0; one != NULL && other != NULL && i < one->len; i++)
    for (guint k = 0; k < other->len; k++)
      if (one->pdata[i] == other->pdata[k])
        return TRUE;
  return FALSE;
}
