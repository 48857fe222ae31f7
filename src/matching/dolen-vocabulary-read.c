/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-vocabulary-typed.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <json-c/json.h>
#include <string.h>

/* What reading a file needs to say where it went wrong. */
typedef struct {
  DolenVocabulary *self;
  const char *file;
  const DolenOwnTerms *own; /* (nullable) */
  GError **error;
} Reader;

static const char *const kind_files[]
    = { "interests.json", "needs.json", "barriers.json", "enablers.json" };

static const gsize most[] = {
  [DOLEN_TERM_INTEREST] = DOLEN_TERM_MAX_INTERESTS,
  [DOLEN_TERM_NEED] = DOLEN_TERM_MAX_NEEDS,
  [DOLEN_TERM_BARRIER] = DOLEN_TERM_MAX_BARRIERS,
  [DOLEN_TERM_ENABLER] = DOLEN_TERM_MAX_ENABLERS,
};

static const struct {
  const char *key;
  DolenPhraseRole role;
} phrase_keys[] = {
  { "words", DOLEN_PHRASE_WORDS }, { "name", DOLEN_PHRASE_NAME },
  { "no", DOLEN_PHRASE_NO },       { "lookalike", DOLEN_PHRASE_LOOKALIKE },
  { "typed", DOLEN_PHRASE_TYPED }, { "alone", DOLEN_PHRASE_ALONE },
  { "lack", DOLEN_PHRASE_LACK },
};

const char *
dolen_vocabulary_file (DolenTermKind kind)
{
  g_return_val_if_fail (kind < DOLEN_TERM_N_KINDS, "");
  return kind_files[kind];
}

static gboolean
fail (Reader *reader, const char *where, const char *what)
{
  /* Translators: a file of the vocabulary does not hold together: file, entry, what is wrong. */
  g_set_error (reader->error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               _ ("The vocabulary file %s is not right at “%s”: %s"),
               reader->file,
               where,
               what);
  return FALSE;
}

static const char *
string_of (json_object *object, const char *key)
{
  json_object *value = NULL;

  if (!json_object_object_get_ex (object, key, &value)
      || !json_object_is_type (value, json_type_string))
    return NULL;
  return json_object_get_string (value);
}

/* The array under @key; NULL if it is not there or no array. */
static json_object *
array_of (json_object *object, const char *key)
{
  json_object *value = NULL;

  if (!json_object_object_get_ex (object, key, &value)
      || !json_object_is_type (value, json_type_array))
    return NULL;
  return value;
}

static json_object *
open_file (Reader *reader, const char *folder, json_object **list, const char *list_key)
{
  g_autofree char *path = g_build_filename (folder, reader->file, NULL);
  json_object *root = json_object_from_file (path);

  if (root == NULL || g_strcmp0 (string_of (root, "format"), "dolen-vocabulary") != 0
      || (*list = array_of (root, list_key)) == NULL) {
    fail (reader, list_key, root == NULL ? json_util_get_last_err () : _ ("not such a file"));
    json_object_put (root);
    return NULL;
  }
  return root;
}

static gboolean
is_code (const char *code)
{
  return code != NULL && *code != '\0'
         && strspn (code, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (code);
}

static void
add_phrase (Reader *reader,
            const DolenTerm *term,
            DolenLanguage language,
            DolenPhraseRole role,
            const char *phrase)
{
  DolenPhraseUse use = { (guint8) term->kind, (guint8) role, (guint16) term->index };

  if (phrase != NULL && g_utf8_validate (phrase, -1, NULL))
    dolen_phrases_add (reader->self->phrases, language, phrase, use);
}

static void
read_phrases (Reader *reader, const DolenTerm *term, json_object *side, DolenLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrase_keys); i++) {
    json_object *list = array_of (side, phrase_keys[i].key);

    for (gsize j = 0; list != NULL && j < json_object_array_length (list); j++)
      add_phrase (reader,
                  term,
                  language,
                  phrase_keys[i].role,
                  json_object_get_string (json_object_array_get_idx (list, j)));
  }
}

/* What staff say of one side of a term; a barrier is of a person and is read in no text. */
static void
add_own_phrases (Reader *reader,
                 const DolenTerm *term,
                 const DolenOwnTerm *own,
                 DolenLanguage language)
{
  DolenPhraseRole role = term->kind == DOLEN_TERM_BARRIER ? DOLEN_PHRASE_TYPED : DOLEN_PHRASE_WORDS;

  for (guint i = 0; own->words[language] != NULL && own->words[language][i] != NULL; i++)
    add_phrase (reader, term, language, role, own->words[language][i]);
}

/* A term's label as it is shown, and what stands for it: nothing where it is hidden. */
static const char *
take_label (Reader *reader,
            const DolenTerm *term,
            const DolenOwnTerm *own,
            DolenLanguage language,
            const char *label)
{
  if (!term->hidden)
    add_phrase (reader, term, language, DOLEN_PHRASE_TYPED, label);
  if (own != NULL && !term->hidden)
    add_own_phrases (reader, term, own, language);
  if (own != NULL && own->label[language] != NULL) {
    label = own->label[language];
    if (!term->hidden)
      add_phrase (reader, term, language, DOLEN_PHRASE_TYPED, label);
  }
  return g_string_chunk_insert (reader->self->strings, label);
}

/* One language's side of an installed term: its label and phrases. */
static const char *
read_side (Reader *reader, DolenTerm *term, json_object *object, DolenLanguage language)
{
  json_object *side = NULL;
  const char *label;

  if (!json_object_object_get_ex (object, dolen_language_code (language), &side)
      || (label = string_of (side, "label")) == NULL || !g_utf8_validate (label, -1, NULL))
    return NULL;
  if (!term->hidden)
    read_phrases (reader, term, side, language);
  return take_label (
      reader, term, dolen_own_terms_get (reader->own, term->kind, term->code), language, label);
}

static DolenVocabularyEntry *
add_entry (Reader *reader, DolenTermKind kind, const char *code)
{
  DolenVocabulary *self = reader->self;
  const DolenOwnTerm *own = dolen_own_terms_get (reader->own, kind, code);
  DolenVocabularyEntry *entry = g_new0 (DolenVocabularyEntry, 1);

  entry->broader = g_array_new (FALSE, FALSE, sizeof (guint));
  entry->related = g_array_new (FALSE, FALSE, sizeof (DolenRelated));
  entry->term.kind = kind;
  entry->term.index = self->entries[kind]->len;
  entry->term.code = g_string_chunk_insert (self->strings, code);
  entry->term.hidden = own != NULL && own->hidden;
  g_ptr_array_add (self->entries[kind], entry);
  g_hash_table_insert (self->by_code[kind], (gpointer) entry->term.code, entry);
  return entry;
}

static gboolean
read_term (Reader *reader, DolenTermKind kind, json_object *object)
{
  DolenVocabulary *self = reader->self;
  const char *code = string_of (object, "code");
  const char *gender = string_of (object, "gender");
  json_object *cy = NULL, *flag = NULL;
  DolenVocabularyEntry *entry;
  DolenTerm *term;

  if (!is_code (code))
    return fail (reader, code != NULL ? code : "?", _ ("not a code"));
  if (g_hash_table_contains (self->by_code[kind], code))
    return fail (reader, code, _ ("the code is there twice"));
  entry = add_entry (reader, kind, code);
  term = &entry->term;
  term->gender = gender != NULL ? *gender : 0;
  term->label_en = read_side (reader, term, object, DOLEN_LANGUAGE_EN);
  term->label_cy = read_side (reader, term, object, DOLEN_LANGUAGE_CY);
  if (term->label_en == NULL || term->label_cy == NULL)
    return fail (reader, code, _ ("a label is missing"));
  if (json_object_object_get_ex (object, "cy", &cy))
    term->cy_checked = g_strcmp0 (string_of (cy, "state"), "checked") == 0;
  if (json_object_object_get_ex (object, "shun", &flag))
    entry->shun = json_object_get_boolean (flag);
  if (json_object_object_get_ex (object, "watched", &flag))
    term->watched = json_object_get_boolean (flag);
  if (json_object_object_get_ex (object, "place", &flag))
    term->place = json_object_get_boolean (flag);
  return TRUE;
}

static gboolean
link_broader (Reader *reader, DolenTermKind kind, json_object *object)
{
  DolenVocabulary *self = reader->self;
  const char *code = string_of (object, "code");
  DolenVocabularyEntry *entry = g_hash_table_lookup (self->by_code[kind], code);
  json_object *list = array_of (object, "broader");

  for (gsize i = 0; list != NULL && i < json_object_array_length (list); i++) {
    const char *name = json_object_get_string (json_object_array_get_idx (list, i));
    DolenVocabularyEntry *broader
        = name != NULL ? g_hash_table_lookup (self->by_code[kind], name) : NULL;

    if (broader == NULL)
      return fail (reader, code, _ ("an unknown broader term"));
    g_array_append_val (entry->broader, broader->term.index);
  }
  entry->term.broader = (const guint *) (gpointer) entry->broader->data;
  entry->term.n_broader = entry->broader->len;
  return TRUE;
}

static void
relate (DolenVocabularyEntry *from, const DolenVocabularyEntry *to, guint weight)
{
  for (guint i = 0; i < from->related->len; i++) {
    DolenRelated *known = &g_array_index (from->related, DolenRelated, i);

    if (known->index == to->term.index) {
      known->weight = MAX (known->weight, weight);
      return;
    }
  }
  g_array_append_val (from->related, ((DolenRelated){ to->term.index, weight }));
}

static gboolean
link_related (Reader *reader, DolenTermKind kind, json_object *object)
{
  DolenVocabulary *self = reader->self;
  const char *code = string_of (object, "code");
  DolenVocabularyEntry *entry = g_hash_table_lookup (self->by_code[kind], code);
  json_object *list = array_of (object, "related");

  for (gsize i = 0; list != NULL && i < json_object_array_length (list); i++) {
    json_object *edge = json_object_array_get_idx (list, i), *weight = NULL, *one_way = NULL;
    const char *name = string_of (edge, "code");
    DolenVocabularyEntry *other
        = name != NULL ? g_hash_table_lookup (self->by_code[kind], name) : NULL;
    int percent = 0;

    if (other == NULL || other == entry)
      return fail (reader, code, _ ("an unknown related term"));
    if (json_object_object_get_ex (edge, "weight", &weight))
      percent = (int) (json_object_get_double (weight) * 100 + 0.5);
    if (percent < 1 || percent > 99)
      return fail (reader, code, _ ("a weight that is not between 0 and 1"));
    relate (entry, other, (guint) percent);
    if (!json_object_object_get_ex (edge, "one-way", &one_way)
        || !json_object_get_boolean (one_way))
      relate (other, entry, (guint) percent);
  }
  return TRUE;
}

/* Adds all that is broader than @entry to @set; FALSE on a circle (deeper than there are terms). */
static gboolean
close_over (DolenVocabulary *self,
            const DolenVocabularyEntry *entry,
            DolenTermSet *set,
            guint depth)
{
  if (depth > 16)
    return FALSE;
  dolen_term_set_add (set, entry->term.index);
  for (guint i = 0; i < entry->term.n_broader; i++)
    if (!close_over (self,
                     g_ptr_array_index (self->entries[entry->term.kind], entry->term.broader[i]),
                     set,
                     depth + 1))
      return FALSE;
  return TRUE;
}

static gboolean
read_kind (Reader *reader, const char *folder, DolenTermKind kind)
{
  DolenVocabulary *self = reader->self;
  json_object *list = NULL, *version = NULL, *root;
  gboolean ok;

  reader->file = kind_files[kind];
  root = open_file (reader, folder, &list, "terms");
  if (root == NULL)
    return FALSE;
  ok = json_object_array_length (list) <= most[kind]
       || fail (reader, "terms", _ ("too many terms"));
  for (gsize i = 0; ok && i < json_object_array_length (list); i++)
    ok = read_term (reader, kind, json_object_array_get_idx (list, i));
  for (gsize i = 0; ok && i < json_object_array_length (list); i++)
    ok = link_broader (reader, kind, json_object_array_get_idx (list, i))
         && link_related (reader, kind, json_object_array_get_idx (list, i));
  for (guint i = 0; ok && i < self->entries[kind]->len; i++) {
    DolenVocabularyEntry *entry = g_ptr_array_index (self->entries[kind], i);

    ok = close_over (self, entry, &entry->closure, 0)
         || fail (reader, entry->term.code, _ ("it is broader than itself"));
  }
  if (json_object_object_get_ex (root, "version", &version))
    self->version += json_object_get_int (version);
  json_object_put (root);
  return ok;
}

/* Whether @own has a place in the vocabulary as it is installed now. */
static const char *
what_is_wrong (Reader *reader, const DolenOwnTerm *own)
{
  DolenVocabulary *self = reader->self;
  gboolean there = g_hash_table_contains (self->by_code[own->kind], own->code);

  if (!dolen_own_term_is_new (own))
    return there ? NULL : _ ("there is no such term any more");
  if (!is_code (own->code) || there)
    return _ ("not a code");
  if (self->entries[own->kind]->len >= most[own->kind])
    return _ ("too many terms");
  if (own->broader != NULL && dolen_vocabulary_by_code (self, own->kind, own->broader) == NULL)
    return _ ("an unknown broader term");
  return NULL;
}

/* A term of their own; a label in one language does for both until there is another. */
static void
add_own_term (Reader *reader, const DolenOwnTerm *own)
{
  DolenVocabulary *self = reader->self;
  DolenVocabularyEntry *entry = add_entry (reader, own->kind, own->code);
  const DolenTerm *broader = dolen_vocabulary_by_code (self, own->kind, own->broader);
  const char *en = own->label[DOLEN_LANGUAGE_EN], *cy = own->label[DOLEN_LANGUAGE_CY];

  entry->term.label_en
      = take_label (reader, &entry->term, own, DOLEN_LANGUAGE_EN, en != NULL ? en : cy);
  entry->term.label_cy
      = take_label (reader, &entry->term, own, DOLEN_LANGUAGE_CY, cy != NULL ? cy : en);
  if (broader != NULL)
    g_array_append_val (entry->broader, broader->index);
  entry->term.broader = (const guint *) (gpointer) entry->broader->data;
  entry->term.n_broader = entry->broader->len;
  close_over (self, entry, &entry->closure, 0);
}

static void
add_own_terms (Reader *reader, GStrvBuilder *wrong)
{
  for (guint i = 0; reader->own != NULL && i < reader->own->terms->len; i++) {
    const DolenOwnTerm *own = g_ptr_array_index (reader->own->terms, i);
    const char *why = what_is_wrong (reader, own);
    g_autofree char *sentence = NULL;

    if (why == NULL && dolen_own_term_is_new (own)) {
      add_own_term (reader, own);
    } else if (why != NULL) {
      /* Translators: %1$s is the code of a term of the scheme's own, %2$s what is wrong with it. */
      sentence = g_strdup_printf (_ ("Own term “%1$s”: %2$s"), own->code, why);
      g_strv_builder_add (wrong, sentence);
    }
  }
  if (reader->own != NULL)
    reader->self->version += reader->own->version;
}

/* Files the lists of one language under @kind and @role, the index of the nth key being @nth. */
static void
add_lists (Reader *reader,
           DolenLanguage language,
           json_object *side,
           const char *const *keys,
           guint n_keys,
           DolenPhraseUse use,
           guint16 (*nth) (guint i))
{
  for (guint i = 0; i < n_keys; i++) {
    json_object *list = array_of (side, keys[i]);

    use.index = nth (i);
    for (gsize j = 0; list != NULL && j < json_object_array_length (list); j++) {
      const char *phrase = json_object_get_string (json_object_array_get_idx (list, j));

      if (phrase != NULL && g_utf8_validate (phrase, -1, NULL))
        dolen_phrases_add (reader->self->phrases, language, phrase, use);
    }
  }
}

static guint16
as_bit (guint i)
{
  return (guint16) (1 << i);
}

static guint16
as_itself (guint i)
{
  return (guint16) i;
}

/* A file of the words that turn a sentence: filed in the same trie, as a kind of their own. */
static gboolean
read_turning (Reader *reader,
              const char *folder,
              const char *file,
              const char *const *keys,
              guint n_keys,
              DolenPhraseUse use,
              guint16 (*nth) (guint i),
              int *version)
{
  json_object *root, *languages = NULL, *side = NULL, *number = NULL;
  g_autofree char *path = g_build_filename (folder, file, NULL);

  reader->file = file;
  root = json_object_from_file (path);
  if (root == NULL || !json_object_object_get_ex (root, "languages", &languages)) {
    json_object_put (root);
    return fail (reader, "languages", _ ("not such a file"));
  }
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++)
    if (json_object_object_get_ex (languages, dolen_language_code ((DolenLanguage) l), &side))
      add_lists (reader, (DolenLanguage) l, side, keys, n_keys, use, nth);
  if (json_object_object_get_ex (root, "version", &number))
    *version += json_object_get_int (number);
  json_object_put (root);
  return TRUE;
}

static gboolean
read_grammar (Reader *reader, const char *folder)
{
  static const char *const keys[] = { DOLEN_GRAMMAR_KEYS };

  return read_turning (reader,
                       folder,
                       "grammar.json",
                       keys,
                       G_N_ELEMENTS (keys),
                       (DolenPhraseUse){ DOLEN_TERM_N_KINDS, 0, 0 },
                       as_bit,
                       &reader->self->version);
}

/* What is typed is read from no text: its version is none of the tagger's. */
static gboolean
read_typed (Reader *reader, const char *folder)
{
  static const char *const keys[] = { DOLEN_TYPED_KEYS };
  int version = 0;

  return read_turning (reader,
                       folder,
                       "typed.json",
                       keys,
                       G_N_ELEMENTS (keys),
                       (DolenPhraseUse){ DOLEN_TERM_TYPED, DOLEN_PHRASE_TYPED, 0 },
                       as_itself,
                       &version);
}

gboolean
dolen_vocabulary_read (DolenVocabulary *self,
                       const char *folder,
                       const DolenOwnTerms *own,
                       GStrvBuilder *wrong,
                       GError **error)
{
  Reader reader = { self, "", own, error };

  for (guint i = 0; i < DOLEN_TERM_N_KINDS; i++)
    if (!read_kind (&reader, folder, (DolenTermKind) i))
      return FALSE;
  add_own_terms (&reader, wrong);
  return read_grammar (&reader, folder) && read_typed (&reader, folder)
         && dolen_vocabulary_read_remedies (self, folder, error);
}
