/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-phrases-private.h"

#include "language/dolen-plurals.h"
#include "language/dolen-welsh.h"
#include "language/dolen-words.h"

#include <string.h>

/* A folded word longer than this is cut: no word of the vocabulary comes near. */
#define WORD_MAX 48

/* The trie: one hash from (node, word) to node for all nodes; few nodes have many children. */
struct _DolenPhrases {
  GHashTable *ids[DOLEN_N_LANGUAGES]; /* folded word -> id, from 1 */
  GHashTable *children;               /* (node << 32 | id) -> node */
  GPtrArray *uses;                    /* of GArray of DolenPhraseUse, by node; NULL: none */
  guint n_ids;
};

/* Nodes 0 and 1 are the roots of the two languages. */

static guint
int64_hash (gconstpointer key)
{
  guint64 bits = *(const guint64 *) key;

  /* Fibonacci hashing: nodes and ids are small and dense. */
  return (guint) ((bits ^ (bits >> 29)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
}

static void
free_uses (gpointer uses)
{
  if (uses != NULL)
    g_array_unref (uses);
}

DolenPhrases *
dolen_phrases_new (void)
{
  DolenPhrases *self = g_new0 (DolenPhrases, 1);

  for (guint i = 0; i < DOLEN_N_LANGUAGES; i++)
    self->ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->children = g_hash_table_new_full (int64_hash, g_int64_equal, g_free, NULL);
  self->uses = g_ptr_array_new_with_free_func (free_uses);
  g_ptr_array_set_size (self->uses, DOLEN_N_LANGUAGES);
  return self;
}

void
dolen_phrases_free (DolenPhrases *self)
{
  for (guint i = 0; i < DOLEN_N_LANGUAGES; i++)
    g_hash_table_unref (self->ids[i]);
  g_hash_table_unref (self->children);
  g_ptr_array_unref (self->uses);
  g_free (self);
}

static guint
child_of (DolenPhrases *self, guint node, guint id)
{
  guint64 key = (guint64) node << 32 | id;

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->children, &key));
}

/* Singular and plural read alike in English: "choirs", "classes", "parties". Welsh plurals are
 * too irregular for a rule; the vocabulary lists them. */
static gsize
cut_english_plural (char *word, gsize length)
{
  if (length > 4 && g_str_has_suffix (word, "ies"))
    word[length - 3] = 'y', length -= 2;
  else if (length > 4 && g_str_has_suffix (word, "sses"))
    length -= 2;
  else if (length > 3 && word[length - 1] == 's' && strchr ("sui", word[length - 2]) == NULL)
    length -= 1;
  word[length] = '\0';
  return length;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bc;
}

/* A letter without its marks, in lower case, appended to @word. */
static gsize
fold_letter (gunichar c, char *word, gsize length)
{
  gunichar parts[8];
  gsize n = 1;

  if (length + 6 >= WORD_MAX)
    return length;
  if (c < 0x80) {
    word[length] = g_ascii_tolower ((char) c);
    return length + 1;
  }
  n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n && length + 6 < WORD_MAX; i++)
    if (!g_unichar_ismark (parts[i]))
      length += (gsize) g_unichar_to_utf8 (g_unichar_tolower (parts[i]), word + length);
  return length;
}

static DolenBreak
break_of (gunichar c, const char *next)
{
  switch (c) {
  case '.':
    return *next == '\0' || g_ascii_isspace (*next) ? DOLEN_BREAK_HARD : DOLEN_BREAK_NONE;
  case '!':
  case '?':
  case ';':
  case '\n':
  case 0x2022: /* bullet */
  case 0x00b7:
    return DOLEN_BREAK_HARD;
  case ',':
  case ':':
  case '(':
  case ')':
  case 0x2013: /* dashes */
  case 0x2014:
    return DOLEN_BREAK_SOFT;
  case '-':
    return *next == ' ' ? DOLEN_BREAK_SOFT : DOLEN_BREAK_NONE;
  case '/':
    return g_ascii_isdigit (*next) ? DOLEN_BREAK_NONE : DOLEN_BREAK_OR; /* "24/7" */
  default:
    return DOLEN_BREAK_NONE;
  }
}

/* Reads the next word from @p into @folded. An apostrophe joins in English ("don't") and parts in
 * Welsh ("i'r"). Returns where to go on, NULL at the end. */
static const char *
next_word (DolenLanguage language, const char *text, const char *p, DolenWord *word, char *folded)
{
  gsize length = 0;

  word->before = DOLEN_BREAK_NONE;
  while (*p != '\0') {
    gunichar c = g_utf8_get_char (p);
    const char *next = g_utf8_next_char (p);
    gboolean letter = c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c);

    if (letter || g_unichar_ismark (c)) {
      if (length == 0)
        word->start = (guint) (p - text);
      length = fold_letter (c, folded, length);
      word->end = (guint) (next - text);
    } else if (length > 0 && !(language == DOLEN_LANGUAGE_EN && is_apostrophe (c))) {
      break;
    } else if (c == '&') {
      word->start = (guint) (p - text);
      word->end = (guint) (next - text);
      strcpy (folded, language == DOLEN_LANGUAGE_EN ? "and" : "a");
      return next;
    } else {
      word->before = MAX (word->before, break_of (c, next));
    }
    p = next;
  }
  if (length == 0)
    return NULL;
  folded[length] = '\0';
  if (language == DOLEN_LANGUAGE_EN)
    cut_english_plural (folded, length);
  return p;
}

void
dolen_phrases_add (DolenPhrases *self,
                   DolenLanguage language,
                   const char *phrase,
                   DolenPhraseUse use)
{
  g_autofree char *folded = dolen_phrases_fold (language, phrase);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint node = language;
  GArray *uses;

  if (words[0] == NULL)
    return;
  for (guint i = 0; words[i] != NULL; i++) {
    guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids[language], words[i]));
    guint child;

    if (id == 0) {
      id = ++self->n_ids;
      g_hash_table_insert (self->ids[language], g_strdup (words[i]), GUINT_TO_POINTER (id));
    }
    child = child_of (self, node, id);
    if (child == 0) {
      guint64 key = (guint64) node << 32 | id;

      child = self->uses->len;
      g_ptr_array_add (self->uses, NULL);
      g_hash_table_insert (self->children, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (child));
    }
    node = child;
  }
  if (g_ptr_array_index (self->uses, node) == NULL)
    g_ptr_array_index (self->uses, node) = g_array_new (FALSE, FALSE, sizeof (DolenPhraseUse));
  uses = g_ptr_array_index (self->uses, node);
  for (guint i = 0; i < uses->len; i++) {
    DolenPhraseUse *other = &g_array_index (uses, DolenPhraseUse, i);

    if (other->kind == use.kind && other->index == use.index && other->role == use.role)
      return;
  }
  g_array_append_val (uses, use);
}

/* What regions and writers say for one word: the first is what phrases are written with. */
static const char *const same_words[][6] = {
  { "prynhawn", "pnawn", "prynawn" },
  { "prynhawniau", "pnawniau" },
  { "gyda", "gydag", "efo", "hefo" },
  { "paned", "panad", "cwpaned", "disgled", "dishgled", "dishgle" },
  { "sgwrs", "sgwrsio" },
  { "clonc", "cloncan" },
  { "allan", "mas" },
  { "gartref", "gatre", "adre", "adref" },
  { "eisiau", "isio", "moyn" },
  { "gwau", "gweu" },
  { "ysgrifennu", "sgwennu", "sgrifennu" },
  { "edrych", "sbio" },
  { "nol", "moyn" },
  { "ardderchog", "campus" },
};

/* Small words that stand or do not stand between the words of a phrase. */
static const char *const small_words[DOLEN_N_LANGUAGES][20] = {
  [DOLEN_LANGUAGE_EN] = { "a", "an", "your", "our", "their", "his", "her", "my", "some" },
  [DOLEN_LANGUAGE_CY]
  = { "y", "yr", "r", "eich", "ch", "eu", "u", "ei", "ein", "n", "fy", "dy", "w", "rhai", "rhyw" },
};

/* Ends of verbs: "we sing" and "sing!", and what stands there in the verb-noun. */
static const char *const verb_ends[] = { "wn", "wch" };
static const char *const noun_ends[] = { "u", "o", "a", "i", "ed", "" };

static gboolean
is_small (DolenLanguage language, const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (small_words[language]) && small_words[language][i]; i++)
    if (strcmp (small_words[language][i], folded) == 0)
      return TRUE;
  return FALSE;
}

static void
add_id (DolenPhrases *self, DolenLanguage language, const char *folded, DolenWord *word)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids[language], folded));

  for (guint i = 0; i < word->n_ids; i++)
    if (word->ids[i] == id)
      return;
  if (id != 0 && word->n_ids < DOLEN_WORD_MAX_IDS)
    word->ids[word->n_ids++] = id;
}

/* "canwn", "canwch": the verb-noun, "canu". */
static void
add_verb_nouns (DolenPhrases *self, const char *folded, DolenWord *word)
{
  char noun[WORD_MAX + 8];

  for (guint i = 0; i < G_N_ELEMENTS (verb_ends); i++) {
    gsize length = strlen (folded), end = strlen (verb_ends[i]);

    if (length < end + 3 || !g_str_has_suffix (folded, verb_ends[i]))
      continue;
    for (guint j = 0; j < G_N_ELEMENTS (noun_ends); j++) {
      g_snprintf (noun, sizeof noun, "%.*s%s", (int) (length - end), folded, noun_ends[j]);
      add_id (self, DOLEN_LANGUAGE_CY, noun, word);
    }
  }
}

/* What a Welsh word in its radical form stands for. */
static void
add_own (DolenPhrases *self, const char *folded, DolenWord *word)
{
  add_id (self, DOLEN_LANGUAGE_CY, folded, word);
  for (guint i = 0; i < G_N_ELEMENTS (same_words); i++)
    for (guint j = 1; j < G_N_ELEMENTS (same_words[i]) && same_words[i][j] != NULL; j++)
      if (strcmp (same_words[i][j], folded) == 0)
        add_id (self, DOLEN_LANGUAGE_CY, same_words[i][0], word);
  add_verb_nouns (self, folded, word);
}

static void
add_other_numbers (DolenPhrases *self, const char *folded, DolenWord *word)
{
  const char *const *others = dolen_plurals_others (folded);

  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    add_id (self, DOLEN_LANGUAGE_CY, others[i], word);
}

typedef void (*AddForms) (DolenPhrases *self, const char *folded, DolenWord *word);

/* Words of a sentence that come from no other: "gan" (by) is no "cân" (song), "chi" (you) no dog,
 * "dim" (no) no "tîm". "ddim" is "dim"; and a "male voice choir" dances no "bale" (ballet). */
static gboolean
has_radicals (const char *folded)
{
  return strcmp (folded, "ddim") == 0
         || (strcmp (folded, "dim") != 0 && strcmp (folded, "male") != 0
             && !dolen_words_have (DOLEN_WORDS_FUNCTION, folded));
}

/* Hands the word and the radicals it may come from to @add. */
static void
add_radicals (DolenPhrases *self, const char *folded, DolenWord *word, AddForms add)
{
  DolenRadical radicals[DOLEN_WELSH_MAX_RADICALS];
  guint n = has_radicals (folded) ? dolen_welsh_radicals (folded, strlen (folded), radicals) : 0;
  char radical[WORD_MAX + 8];

  add (self, folded, word);
  for (guint i = 0; i < n; i++) {
    g_snprintf (radical, sizeof radical, "%s%s", radicals[i].prefix, folded + radicals[i].skip);
    add (self, radical, word);
  }
}

void
dolen_phrases_split (DolenPhrases *self, DolenLanguage language, const char *text, GArray *words)
{
  char folded[WORD_MAX + 8];
  const char *p = text;
  DolenWord word = { 0 };

  while ((p = next_word (language, text, p, &word, folded)) != NULL) {
    word.n_ids = 0;
    word.small = is_small (language, folded);
    if (language == DOLEN_LANGUAGE_CY)
      add_radicals (self, folded, &word, add_own);
    else
      add_id (self, language, folded, &word);
    word.n_own = word.n_ids;
    if (language == DOLEN_LANGUAGE_CY)
      add_radicals (self, folded, &word, add_other_numbers);
    g_array_append_val (words, word);
  }
}

typedef struct {
  DolenPhrases *phrases;
  const DolenWord *words;
  guint n_words;
  guint first;
  DolenPhraseFound found;
  gpointer data;
} Walk;

static void walk_from (const Walk *walk, guint node, guint at);

/* Goes on behind word @at, and again behind a small word that follows. */
static void
walk_on (const Walk *walk, guint node, guint at)
{
  if (at + 1 >= walk->n_words || walk->words[at + 1].before == DOLEN_BREAK_HARD)
    return;
  walk_from (walk, node, at + 1);
  if (walk->words[at + 1].small && at + 2 < walk->n_words
      && walk->words[at + 1].before == DOLEN_BREAK_NONE
      && walk->words[at + 2].before == DOLEN_BREAK_NONE)
    walk_from (walk, node, at + 2);
}

/* Follows every reading of the words from word @at on. */
static void
walk_from (const Walk *walk, guint node, guint at)
{
  const DolenWord *word = &walk->words[at];

  for (guint i = 0; i < word->n_ids; i++) {
    guint child = child_of (walk->phrases, node, word->ids[i]);
    GArray *uses;

    if (child == 0)
      continue;
    uses = g_ptr_array_index (walk->phrases->uses, child);
    if (uses != NULL && (at > walk->first || i < word->n_own))
      walk->found (walk->first,
                   at + 1 - walk->first,
                   (const DolenPhraseUse *) (gpointer) uses->data,
                   uses->len,
                   walk->data);
    walk_on (walk, child, at);
  }
}

void
dolen_phrases_scan (DolenPhrases *self,
                    DolenLanguage language,
                    const GArray *words,
                    DolenPhraseFound found,
                    gpointer data)
{
  Walk walk = { self, (const DolenWord *) (gpointer) words->data, words->len, 0, found, data };

  for (guint i = 0; i < words->len; i++) {
    walk.first = i;
    walk_from (&walk, language, i);
  }
}

gboolean
dolen_phrases_knows (DolenPhrases *self, DolenLanguage language, const char *word)
{
  g_autofree char *folded = dolen_phrases_fold (language, word);

  return g_hash_table_contains (self->ids[language], folded);
}

GHashTable *
dolen_phrases_words (DolenPhrases *self, DolenLanguage language)
{
  return self->ids[language];
}

char *
dolen_phrases_fold (DolenLanguage language, const char *text)
{
  GString *out = g_string_new (NULL);
  char folded[WORD_MAX + 8];
  DolenWord word = { 0 };

  for (const char *p = text; (p = next_word (language, text, p, &word, folded)) != NULL;) {
    if (out->len > 0)
      g_string_append_c (out, ' ');
    g_string_append (out, folded);
  }
  return g_string_free (out, FALSE);
}
