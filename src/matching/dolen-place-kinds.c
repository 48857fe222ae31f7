/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-place-kinds.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beside the kinds, what a word does to the one beside it. */
#define ROAD_AFTER (1u << 16)  /* "School Lane" */
#define ROAD_BEFORE (1u << 17) /* "Heol yr Ysgol" */
#define FORMER (1u << 18)      /* "the Old School" */
#define KINDS ((1u << DOLEN_N_PLACE_KINDS) - 1)

#define MOST_BYTES 256
#define MOST_WORDS 32
#define LONGEST_PHRASE 3

static const char *const codes[] = {
  "school",  "church",         "hospital", "pub",  "council", "police",
  "college", "leisure-centre", "library",  "cafe", "hall",    "outside",
};

G_STATIC_ASSERT (G_N_ELEMENTS (codes) == DOLEN_N_PLACE_KINDS);

/* The words of the file; read once, never freed. */
typedef struct {
  GHashTable *bits; /* phrase as fold() has it -> what it means */
  char *label[DOLEN_N_PLACE_KINDS][2];
} Kinds;

/* The words of @name in small letters with one blank between, at most MOST_BYTES of them; an
 * apostrophe is nothing. Letters outside ASCII stay as they are. */
static gsize
fold (const char *name, char *folded)
{
  gsize n = 0;

  for (const char *at = name; *at != '\0' && n + 1 < MOST_BYTES; at++) {
    if (*at == '\'' || strncmp (at, "’", 3) == 0) {
      at += *at == '\'' ? 0 : 2;
      continue;
    }
    if (g_ascii_isalnum (*at) || (guchar) *at >= 0x80)
      folded[n++] = g_ascii_tolower (*at);
    else if (n > 0 && folded[n - 1] != ' ')
      folded[n++] = ' ';
  }
  if (n > 0 && folded[n - 1] == ' ')
    n--;
  folded[n] = '\0';
  return n;
}

static void
add_words (Kinds *kinds, json_object *list, guint bit)
{
  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *word = dolen_json_text (dolen_json_at (list, i));
    char folded[MOST_BYTES];
    guint bits;

    if (word == NULL || fold (word, folded) == 0)
      continue;
    bits = GPOINTER_TO_UINT (g_hash_table_lookup (kinds->bits, folded)) | bit;
    g_hash_table_replace (kinds->bits, g_strdup (folded), GUINT_TO_POINTER (bits));
  }
}

static gboolean
read_kind (Kinds *kinds, json_object *entry)
{
  g_autofree char *code = dolen_json_get_line (entry, "code");
  guint bit = code != NULL ? dolen_place_kind_from_code (code) : 0;
  guint at = bit != 0 ? (guint) __builtin_ctz (bit) : 0;

  if (bit == 0 || kinds->label[at][0] != NULL)
    return FALSE;
  for (guint l = 0; l < 2; l++) {
    json_object *side = dolen_json_get (entry, dolen_language_code ((DolenLanguage) l));

    kinds->label[at][l] = dolen_json_get_line (side, "label");
    if (kinds->label[at][l] == NULL)
      return FALSE;
    add_words (kinds, dolen_json_get (side, "words"), bit);
  }
  return TRUE;
}

static gboolean
read_file (Kinds *kinds, json_object *root, char **where)
{
  json_object *list = dolen_json_get (root, "kinds");

  for (guint i = 0; i < dolen_json_length (list); i++)
    if (!read_kind (kinds, dolen_json_at (list, i))) {
      *where = g_strdup_printf ("kinds, %u", i + 1);
      return FALSE;
    }
  for (guint k = 0; k < DOLEN_N_PLACE_KINDS; k++)
    if (kinds->label[k][0] == NULL) {
      *where = g_strdup (codes[k]);
      return FALSE;
    }
  add_words (kinds, dolen_json_get (root, "road_after"), ROAD_AFTER);
  add_words (kinds, dolen_json_get (root, "road_before"), ROAD_BEFORE);
  add_words (kinds, dolen_json_get (root, "former_before"), FORMER);
  return TRUE;
}

static void
kinds_free (Kinds *kinds)
{
  g_hash_table_unref (kinds->bits);
  for (guint k = 0; k < DOLEN_N_PLACE_KINDS; k++)
    for (guint l = 0; l < 2; l++)
      g_free (kinds->label[k][l]);
  g_free (kinds);
}

static Kinds *
kinds_new (GError **error)
{
  g_autofree char *path = dolen_path_data ("vocabulary/places.json");
  g_autofree char *where = NULL;
  json_object *root = json_object_from_file (path);
  Kinds *kinds = g_new0 (Kinds, 1);

  kinds->bits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_file (kinds, root, &where)) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: the file of words for kinds of place: file, entry. */
                 _ ("The file of places %1$s is not right at “%2$s”."),
                 path,
                 where);
    g_clear_pointer (&kinds, kinds_free);
  }
  json_object_put (root);
  return kinds;
}

static const Kinds *
get_kinds (GError **error)
{
  static GMutex mutex;
  static Kinds *kinds;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (kinds == NULL)
    kinds = kinds_new (error);
  return kinds;
}

gboolean
dolen_place_kinds_check (GError **error)
{
  return get_kinds (error) != NULL;
}

const char *
dolen_place_kind_code (DolenPlaceKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (kind == 1u << i)
      return codes[i];
  return NULL;
}

guint
dolen_place_kind_from_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (code, codes[i]) == 0)
      return 1u << i;
  return 0;
}

const char *
dolen_place_kind_label (DolenPlaceKind kind, DolenLanguage language)
{
  const Kinds *kinds = get_kinds (NULL);

  g_return_val_if_fail (kind != 0 && (kind & KINDS) == kind, "");
  if (kinds == NULL)
    return dolen_place_kind_code (kind);
  return kinds->label[__builtin_ctz (kind)][language];
}

/* ---- reading a name ---- */

/* The words of one name: where each begins and ends in the folded text, and what it means alone. */
typedef struct {
  char folded[MOST_BYTES];
  guint begin[MOST_WORDS], end[MOST_WORDS];
  guint bits[MOST_WORDS];
  guint n;
} Name;

static guint
look_up (const Kinds *kinds, Name *name, guint first, guint last)
{
  char held = name->folded[name->end[last]];
  guint bits;

  name->folded[name->end[last]] = '\0';
  bits = GPOINTER_TO_UINT (g_hash_table_lookup (kinds->bits, name->folded + name->begin[first]));
  name->folded[name->end[last]] = held;
  return bits;
}

static void
split (const Kinds *kinds, Name *name)
{
  guint at = 0;

  while (name->folded[at] != '\0' && name->n < MOST_WORDS) {
    name->begin[name->n] = at;
    at += (guint) strcspn (name->folded + at, " ");
    name->end[name->n] = at;
    name->bits[name->n] = look_up (kinds, name, name->n, name->n);
    name->n++;
    at += name->folded[at] == ' ';
  }
}

/* "y", "yr", "the" stand between a road and what it is named after. */
static gboolean
is_article (const Name *name, guint at)
{
  const char *word = name->folded + name->begin[at];
  guint length = name->end[at] - name->begin[at];

  return (length == 1 && *word == 'y') || (length == 2 && memcmp (word, "yr", 2) == 0)
         || (length == 3 && memcmp (word, "the", 3) == 0);
}

/* Whether words @first to @last are said of a road, or of what was there once. */
static gboolean
is_set_aside (const Name *name, guint first, guint last)
{
  if (last + 1 < name->n && (name->bits[last + 1] & ROAD_AFTER))
    return TRUE;
  if (first > 0 && is_article (name, first - 1))
    first--;
  return first > 0 && (name->bits[first - 1] & (ROAD_BEFORE | FORMER)) != 0;
}

guint
dolen_place_kinds_read (const char *text)
{
  const Kinds *kinds = text == NULL || *text == '\0' ? NULL : get_kinds (NULL);
  Name name;
  guint found = 0;

  if (kinds == NULL)
    return 0;
  name.n = 0;
  fold (text, name.folded);
  split (kinds, &name);
  for (guint i = 0; i < name.n;) {
    guint last = MIN (i + LONGEST_PHRASE, name.n) - 1;
    guint bits = 0;

    while (((bits = last > i ? look_up (kinds, &name, i, last) : name.bits[i]) & KINDS) == 0
           && last > i)
      last--;
    if ((bits & KINDS) != 0 && !is_set_aside (&name, i, last))
      found |= bits & KINDS;
    i = last + 1;
  }
  /* "Park Surgery" and "Parc Dewi Sant Community Centre" are indoors. */
  return found & ~(guint) DOLEN_PLACE_OUTSIDE ? found & ~(guint) DOLEN_PLACE_OUTSIDE : found;
}
