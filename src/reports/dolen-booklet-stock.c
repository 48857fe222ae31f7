/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-booklet-private.h"

#include "base/dolen-text.h"
#include "exchange/out/dolen-out-rules.h"
#include "language/dolen-collation.h"
#include "place/dolen-gazetteer.h"
#include "place/dolen-postcode.h"

/* What a booklet can be made of: read once, and chosen from. */

static void
entry_free (gpointer data)
{
  DolenBookletEntry *entry = data;

  dolen_service_free (entry->service);
  dolen_bilingual_clear (&entry->organisation);
  g_ptr_array_unref (entry->kinds);
  g_array_unref (entry->places);
  g_strfreev (entry->served);
  g_free (entry);
}

void
dolen_booklet_stock_free (DolenBookletStock *stock)
{
  if (stock == NULL)
    return;
  g_ptr_array_unref (stock->entries);
  dolen_vocabulary_unref (stock->vocabulary);
  g_free (stock);
}

/* ---- what kind ---- */

typedef struct {
  const DolenTerm *term;
  guint weight;
} Weighed;

static int
compare_weighed (gconstpointer a, gconstpointer b)
{
  const Weighed *left = a, *right = b;

  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  /* What somebody needs says more of a group than what it does meanwhile. */
  if (left->term->kind != right->term->kind)
    return left->term->kind == DOLEN_TERM_NEED ? -1 : 1;
  return (left->term->index > right->term->index) - (left->term->index < right->term->index);
}

static void
weigh (GArray *weighed, const DolenTerm *term, guint weight)
{
  const Weighed new = { term, weight };

  for (guint i = 0; i < weighed->len; i++)
    if (g_array_index (weighed, Weighed, i).term == term) {
      g_array_index (weighed, Weighed, i).weight += weight;
      return;
    }
  g_array_append_val (weighed, new);
}

/* The broadest terms above that of @tag; a person's word weighs more than a rule's. */
static void
weigh_tag (DolenVocabulary *vocabulary, GArray *weighed, const DolenTag *tag)
{
  DolenTermKind kind = tag->kind == DOLEN_TAG_NEED ? DOLEN_TERM_NEED : DOLEN_TERM_INTEREST;
  gboolean counts = tag->kind == DOLEN_TAG_NEED || tag->kind == DOLEN_TAG_INTEREST;
  const DolenTerm *term
      = counts && tag->value && tag->state != DOLEN_TAG_REJECTED && tag->code != NULL
            ? dolen_vocabulary_by_code (vocabulary, kind, tag->code)
            : NULL;
  const DolenTermSet *above;

  if (term == NULL)
    return;
  above = dolen_vocabulary_closure (vocabulary, kind, term->index);
  for (guint i = 0; i < dolen_vocabulary_count (vocabulary, kind); i++) {
    const DolenTerm *broad = dolen_vocabulary_term (vocabulary, kind, i);

    if (dolen_term_set_has (above, i) && broad->n_broader == 0 && !broad->hidden)
      weigh (weighed, broad, tag->state == DOLEN_TAG_CONFIRMED ? 8 : 1);
  }
}

static GPtrArray *
find_kinds (DolenVocabulary *vocabulary, const DolenService *service)
{
  g_autoptr (GArray) weighed = g_array_new (FALSE, FALSE, sizeof (Weighed));
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < service->tags->len; i++)
    weigh_tag (vocabulary, weighed, g_ptr_array_index (service->tags, i));
  g_array_sort (weighed, compare_weighed);
  for (guint i = 0; i < weighed->len; i++)
    g_ptr_array_add (kinds, (gpointer) g_array_index (weighed, Weighed, i).term);
  return kinds;
}

/* ---- where: read once too, for every choice asks it of every group ---- */

char *
dolen_booklet_dup_town (const DolenVenue *venue, DolenLanguage language)
{
  g_autofree char *town = dolen_text_clean_line (venue->city);

  return g_strdup (dolen_town_name (town, language));
}

/* (transfer full) (nullable): the name of the area of that sort which @venue is in. */
static char *
dup_area (const DolenVenue *venue, DolenBookletArea sort)
{
  DolenPostcode postcode;

  if (sort == DOLEN_BOOKLET_TOWN)
    return dolen_booklet_dup_town (venue, DOLEN_LANGUAGE_EN);
  if (sort == DOLEN_BOOKLET_COUNTY)
    return dolen_text_clean_line (venue->county);
  if (sort == DOLEN_BOOKLET_DISTRICT && dolen_postcode_parse (venue->postcode, &postcode))
    return g_strdup (postcode.outward);
  return NULL;
}

/* (transfer full): feeds write one town in capitals and the next not, in either language; a town is
 * chosen by its name in the language of the window, which need not be the booklet's. */
static char *
dup_key (const char *name, DolenBookletArea sort)
{
  return g_utf8_casefold (
      sort == DOLEN_BOOKLET_TOWN ? dolen_town_name (name, DOLEN_LANGUAGE_EN) : name, -1);
}

static void
place_clear (gpointer data)
{
  DolenBookletPlace *place = data;

  for (int sort = 0; sort < DOLEN_N_BOOKLET_AREAS; sort++) {
    g_free (place->names[sort]);
    g_free (place->keys[sort]);
  }
}

static GArray *
find_places (const DolenService *service)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (DolenBookletPlace));

  g_array_set_clear_func (places, place_clear);
  for (guint i = 0; i < service->venues->len; i++) {
    DolenBookletPlace place = { 0 };

    for (int sort = DOLEN_BOOKLET_TOWN; sort < DOLEN_N_BOOKLET_AREAS; sort++) {
      place.names[sort] = dup_area (service->venues->pdata[i], (DolenBookletArea) sort);
      if (place.names[sort] != NULL)
        place.keys[sort] = dup_key (place.names[sort], (DolenBookletArea) sort);
    }
    g_array_append_val (places, place);
  }
  return places;
}

static GStrv
find_served (const DolenService *service)
{
  GStrv areas = g_strsplit (service->areas != NULL ? service->areas : "", "\n", -1);

  for (gsize i = 0; areas[i] != NULL; i++) {
    char *key = dup_key (g_strstrip (areas[i]), DOLEN_BOOKLET_TOWN);

    g_free (areas[i]);
    areas[i] = key;
  }
  return areas;
}

/* ---- reading ---- */

typedef struct {
  DolenDirectory *dir;
  DolenBookletStock *stock;
  GCancellable *cancellable;
  GError *error; /* (owned) (nullable) */
} Reading;

static gboolean
can_be_reached (const DolenService *service)
{
  return service->phone != NULL || service->email != NULL || service->contacts->len > 0;
}

static void
take_text (char **to, char **from)
{
  if (*to == NULL)
    *to = g_steal_pointer (from);
}

/* What a service has not got itself is its organisation's. */
static void
add_organisation (DolenBookletEntry *entry, DolenOrganisation *open)
{
  dolen_bilingual_copy (&entry->organisation, &open->name);
  take_text (&entry->service->url, &open->url);
  if (can_be_reached (entry->service))
    return;
  take_text (&entry->service->phone, &open->phone);
  take_text (&entry->service->email, &open->email);
  while (open->contacts->len > 0)
    g_ptr_array_add (entry->service->contacts, g_ptr_array_steal_index (open->contacts, 0));
}

static gboolean
read_one (const DolenService *service, gpointer user_data)
{
  Reading *reading = user_data;
  const char *uid = service->organisation_uid;
  g_autoptr (DolenOutOrganisation) organisation = NULL;
  DolenBookletEntry *entry;

  if (g_cancellable_set_error_if_cancelled (reading->cancellable, &reading->error))
    return FALSE;
  if (!dolen_out_may_leave (service))
    return TRUE;
  if (uid != NULL) {
    organisation = dolen_out_organisation_read (reading->dir, uid, &reading->error);
    if (organisation == NULL)
      return FALSE;
  }
  entry = g_new0 (DolenBookletEntry, 1);
  entry->service = dolen_out_service_copy (service, uid != NULL ? organisation->stored : NULL);
  entry->kinds = find_kinds (reading->stock->vocabulary, service);
  entry->places = find_places (entry->service);
  entry->served = find_served (entry->service);
  if (uid != NULL)
    add_organisation (entry, organisation->open);
  g_ptr_array_add (reading->stock->entries, entry);
  return TRUE;
}

DolenBookletStock *
dolen_booklet_stock_read (DolenDirectory *dir, GCancellable *cancellable, GError **error)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (error);
  g_autoptr (DolenBookletStock) stock = NULL;
  Reading reading = { .dir = dir, .cancellable = cancellable };

  if (vocabulary == NULL)
    return NULL;
  stock = g_new0 (DolenBookletStock, 1);
  stock->vocabulary = dolen_vocabulary_ref (vocabulary);
  stock->entries = g_ptr_array_new_with_free_func (entry_free);
  reading.stock = stock;
  if (!dolen_directory_foreach_service (dir, read_one, &reading, error)) {
    g_clear_error (&reading.error);
    return NULL;
  }
  if (reading.error != NULL) {
    g_propagate_error (error, reading.error);
    return NULL;
  }
  return g_steal_pointer (&stock);
}

/* ---- choosing ---- */

/* What was chosen; NULL: nowhere, or everywhere. */
typedef struct {
  DolenBookletArea sort;
  char *key;    /* (owned) (nullable) */
  char *served; /* (owned) (nullable): as what a group says it serves */
} Chosen;

static gboolean
is_there (const DolenBookletEntry *entry, const Chosen *area)
{
  if (area->sort == DOLEN_BOOKLET_EVERYWHERE)
    return TRUE;
  for (guint i = 0; area->key != NULL && i < entry->places->len; i++)
    if (g_strcmp0 (g_array_index (entry->places, DolenBookletPlace, i).keys[area->sort], area->key)
        == 0)
      return TRUE;
  return area->key != NULL && entry->places->len == 0
         && g_strv_contains ((const char *const *) entry->served, area->served);
}

static gboolean
is_of_kind (const DolenBookletEntry *entry, const GPtrArray *kinds)
{
  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    if (g_ptr_array_find (entry->kinds, kinds->pdata[i], NULL))
      return TRUE;
  return kinds == NULL;
}

GPtrArray *
dolen_booklet_choose (const DolenBookletStock *stock, const DolenBookletChoices *choices)
{
  GPtrArray *chosen = g_ptr_array_new ();
  Chosen area = { .sort = choices->sort };

  if (choices->area != NULL) {
    area.key = dup_key (choices->area, choices->sort);
    area.served = dup_key (choices->area, DOLEN_BOOKLET_TOWN);
  }
  for (guint i = 0; i < stock->entries->len; i++) {
    DolenBookletEntry *entry = g_ptr_array_index (stock->entries, i);

    if (is_there (entry, &area) && is_of_kind (entry, choices->kinds))
      g_ptr_array_add (chosen, entry);
  }
  g_free (area.key);
  g_free (area.served);
  return chosen;
}

guint
dolen_booklet_count (const DolenBookletStock *stock, const DolenBookletChoices *choices)
{
  g_autoptr (GPtrArray) chosen = dolen_booklet_choose (stock, choices);

  return chosen->len;
}

/* ---- what can be chosen ---- */

static int
compare_names (gconstpointer a, gconstpointer b, gpointer language)
{
  return dolen_collate (GPOINTER_TO_INT (language), *(char *const *) a, *(char *const *) b);
}

GPtrArray *
dolen_booklet_list_areas (const DolenBookletStock *stock,
                          DolenBookletArea sort,
                          DolenLanguage language)
{
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < stock->entries->len; i++) {
    const GArray *places = ((DolenBookletEntry *) g_ptr_array_index (stock->entries, i))->places;

    for (guint j = 0; j < places->len; j++) {
      const DolenBookletPlace *place = &g_array_index (places, DolenBookletPlace, j);
      const char *name = place->names[sort];

      if (name != NULL && g_hash_table_add (seen, place->keys[sort]))
        g_ptr_array_add (
            areas, g_strdup (sort == DOLEN_BOOKLET_TOWN ? dolen_town_name (name, language) : name));
    }
  }
  g_ptr_array_sort_with_data (areas, compare_names, GINT_TO_POINTER (language));
  return areas;
}

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer language)
{
  return dolen_collate (
      GPOINTER_TO_INT (language),
      dolen_term_label (*(const DolenTerm *const *) a, GPOINTER_TO_INT (language)),
      dolen_term_label (*(const DolenTerm *const *) b, GPOINTER_TO_INT (language)));
}

GPtrArray *
dolen_booklet_list_kinds (const DolenBookletStock *stock, DolenLanguage language)
{
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < stock->entries->len; i++) {
    const DolenBookletEntry *entry = g_ptr_array_index (stock->entries, i);

    for (guint j = 0; j < entry->kinds->len; j++)
      if (!g_ptr_array_find (kinds, entry->kinds->pdata[j], NULL))
        g_ptr_array_add (kinds, entry->kinds->pdata[j]);
  }
  g_ptr_array_sort_with_data (kinds, compare_labels, GINT_TO_POINTER (language));
  return kinds;
}
