/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-venues.h"

#include "directory/dolen-directory-private.h"
#include "language/dolen-welsh.h"

#include <string.h>

typedef struct {
  GPtrArray *cards;
  const char *folded;
  guint limit;
} Listing;

static void
card_free (gpointer data)
{
  DolenVenueCard *card = data;

  g_free (card->uid);
  dolen_bilingual_clear (&card->name);
  g_free (card->city);
  g_free (card->postcode);
  g_free (card);
}

static gboolean
holds (const char *text, const char *folded)
{
  g_autofree char *own = text != NULL ? dolen_welsh_fold (text) : NULL;

  return own != NULL && strstr (own, folded) != NULL;
}

static void
take_card (DolenRow *row, gpointer user_data)
{
  Listing *listing = user_data;
  DolenVenueCard *card;

  if (listing->cards->len >= listing->limit)
    return;
  card = g_new0 (DolenVenueCard, 1);
  card->uid = dolen_row_take_text (row);
  dolen_row_take_bilingual (row, &card->name);
  card->city = dolen_row_take_text (row);
  card->postcode = dolen_row_take_text (row);
  card->services = (guint) dolen_row_take_int (row);
  if (holds (card->name.en, listing->folded) || holds (card->name.cy, listing->folded)
      || holds (card->city, listing->folded) || holds (card->postcode, listing->folded))
    g_ptr_array_add (listing->cards, card);
  else
    card_free (card);
}

GPtrArray *
dolen_directory_list_venues (DolenDirectory *dir, const char *matching, guint limit, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (card_free);
  g_autofree char *folded = dolen_welsh_fold (matching);
  Listing listing = { cards, folded, limit };

  if (!dolen_directory_each (dir,
                             "SELECT v.uid, v.name_en, v.name_en_state, v.name_cy, v.name_cy_state,"
                             " v.city, v.postcode, count(sv.service) AS n FROM venue v"
                             " LEFT JOIN service_venue sv ON sv.venue = v.id WHERE v.id > ?1"
                             " GROUP BY v.id ORDER BY n DESC, v.name_en, v.id",
                             0,
                             take_card,
                             &listing,
                             error))
    return NULL;
  return g_steal_pointer (&cards);
}
