/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"

#include <stdlib.h>
#include <string.h>

/* What a service is about, what helps, and for whom it says it is: all of it kept as tags. */

/* By far the largest table: what is asked of it is told apart here, for less than SQL takes. */
static const DolenFactsSelect tags = {
  "SELECT t.service, t.kind, t.scheme, t.code, t.value, t.state, t.words FROM tag t WHERE TRUE",
  "t.service",
  "",
};

enum {
  COLUMN_KIND = 1,
  COLUMN_SCHEME,
  COLUMN_CODE,
  COLUMN_VALUE,
  COLUMN_STATE,
  COLUMN_WORDS,
};

/* A text of a row, without the copy that a text of its own would be; not terminated. */
typedef struct {
  const char *text;
  gsize length;
} Piece;

static Piece
piece_at (DolenStatement *row, int column)
{
  Piece piece = { NULL, 0 };

  piece.text = dolen_statement_get_blob (row, column, &piece.length);
  return piece;
}

static gboolean
is_piece (Piece piece, const char *text)
{
  return piece.length == strlen (text) && memcmp (piece.text, text, piece.length) == 0;
}

/* The terms by kind and code, with room to spare so that one look is mostly enough. */
#define TABLE_SIZE 4096u

typedef struct {
  const DolenTerm *terms[TABLE_SIZE];
} TermTable;

static guint
hash_of (guint kind, const char *code, gsize length)
{
  guint hash = 2166136261u ^ kind;

  for (gsize c = 0; c < length; c++)
    hash = (hash ^ (guint8) code[c]) * 16777619u;
  return (hash ^ hash >> 15) % TABLE_SIZE;
}

static TermTable *
new_table (DolenVocabulary *vocabulary)
{
  TermTable *table = g_new0 (TermTable, 1);

  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS; kind++)
    for (guint t = 0; t < dolen_vocabulary_count (vocabulary, (DolenTermKind) kind); t++) {
      const DolenTerm *term = dolen_vocabulary_term (vocabulary, (DolenTermKind) kind, t);
      guint at = hash_of (kind, term->code, strlen (term->code));

      while (table->terms[at] != NULL)
        at = (at + 1) % TABLE_SIZE;
      table->terms[at] = term;
    }
  return table;
}

static const DolenTerm *
find_term (const TermTable *table, DolenTermKind kind, Piece code)
{
  guint at = hash_of (kind, code.text, code.length);

  for (; table->terms[at] != NULL; at = (at + 1) % TABLE_SIZE)
    if (table->terms[at]->kind == kind && is_piece (code, table->terms[at]->code))
      return table->terms[at];
  return NULL;
}

DolenGender
dolen_facts_gender_from_words (const char *given)
{
  static const struct {
    const char *word;
    DolenGender gender;
  } words[] = {
    { "female", DOLEN_GENDER_FEMALE }, { "women", DOLEN_GENDER_FEMALE },
    { "woman", DOLEN_GENDER_FEMALE },  { "ladies", DOLEN_GENDER_FEMALE },
    { "male", DOLEN_GENDER_MALE },     { "men", DOLEN_GENDER_MALE },
    { "man", DOLEN_GENDER_MALE },
  };

  for (gsize i = 0; given != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (given, words[i].word) == 0)
      return words[i].gender;
  return DOLEN_GENDER_UNKNOWN;
}

static gboolean
stands_in (Piece words, const char *name)
{
  return words.length > 0 && name != NULL
         && memmem (name, strlen (name), words.text, words.length) != NULL;
}

/* "age-8-25", "gender-male", "audience-children": what the tagging read of whom it is for. */
static void
read_eligibility (DolenEligibilityFact *fact, const char *code)
{
  static const struct {
    const char *code;
    DolenAudience audience;
  } audiences[] = {
    { "audience-children", DOLEN_AUDIENCE_CHILDREN },
    { "audience-parents", DOLEN_AUDIENCE_PARENTS },
    { "audience-carers", DOLEN_AUDIENCE_CARERS },
    { "audience-veterans", DOLEN_AUDIENCE_VETERANS },
    { "audience-professionals", DOLEN_AUDIENCE_PROFESSIONALS },
    { "audience-lgbtq", DOLEN_AUDIENCE_LGBTQ },
    { "audience-disability", DOLEN_AUDIENCE_DISABLED },
    { "audience-older", DOLEN_AUDIENCE_OLDER },
    { "audience-refugees", DOLEN_AUDIENCE_REFUGEES },
    { "audience-students", DOLEN_AUDIENCE_STUDENTS },
    { "audience-farmers", DOLEN_AUDIENCE_FARMERS },
    { "audience-minorities", DOLEN_AUDIENCE_MINORITIES },
  };

  if (g_str_has_prefix (code, "age-") && fact->min_age < 0 && fact->max_age < 0) {
    char *end = NULL;
    long from = strtol (code + 4, &end, 10);

    fact->min_age = (gint8) CLAMP (from, 0, 120);
    if (*end == '-' && g_ascii_isdigit (end[1]))
      fact->max_age = (gint8) CLAMP (strtol (end + 1, NULL, 10), 0, 120);
  } else if (g_str_has_prefix (code, "gender-") && fact->gender == DOLEN_GENDER_UNKNOWN) {
    fact->gender = (guint8) dolen_facts_gender_from_words (code + strlen ("gender-"));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (audiences); i++)
    if (strcmp (audiences[i].code, code) == 0)
      fact->audience |= (guint16) audiences[i].audience;
}

/* "assured-insurance", until the day that its words are. */
static void
read_assured (DolenFacts *facts, guint i, const char *code, gboolean value, const char *until)
{
  static const struct {
    const char *code;
    DolenAssured bit;
  } checks[] = {
    { "assured-safeguarding", DOLEN_ASSURED_SAFEGUARDING },
    { "assured-insurance", DOLEN_ASSURED_INSURANCE },
    { "assured-dbs", DOLEN_ASSURED_DBS },
    { "assured-complaints", DOLEN_ASSURED_COMPLAINTS },
    { "assured-data-protection", DOLEN_ASSURED_DATA_PROTECTION },
    { "assured-volunteers", DOLEN_ASSURED_VOLUNTEERS },
    { "assured-health-and-safety", DOLEN_ASSURED_HEALTH_AND_SAFETY },
    { "assured-equality", DOLEN_ASSURED_EQUALITY },
  };

  if (until != NULL && *until != '\0' && strcmp (until, facts->today) < 0)
    return;
  for (gsize c = 0; c < G_N_ELEMENTS (checks); c++)
    if (strcmp (checks[c].code, code) == 0)
      facts->assured[i]
          |= (guint16) (value ? (guint) checks[c].bit : DOLEN_ASSURED_MISSING (checks[c].bit));
}

/* What is no term of the vocabulary, but read or kept in the same way. */
static void
read_other (DolenFacts *facts, guint i, DolenStatement *row)
{
  const char *code = dolen_statement_get_text (row, COLUMN_CODE);

  if (g_str_has_prefix (code, "assured-"))
    read_assured (facts,
                  i,
                  code,
                  dolen_statement_get_int64 (row, COLUMN_VALUE) != 0,
                  dolen_statement_get_text (row, COLUMN_WORDS));
  else
    read_eligibility (&facts->eligible[i], code);
}

static DolenTermKind
kind_of (Piece kind)
{
  for (guint k = 0; k < DOLEN_TERM_N_KINDS; k++)
    if (is_piece (kind, dolen_term_kind_code ((DolenTermKind) k)))
      return (DolenTermKind) k;
  return DOLEN_TERM_N_KINDS;
}

static void
read_tag (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  Piece state = piece_at (row, COLUMN_STATE);
  DolenTermKind kind = kind_of (piece_at (row, COLUMN_KIND));
  DolenTagStrength strength = DOLEN_STRENGTH_SAID;
  const DolenTerm *term;
  Piece words;

  if (is_piece (state, "rejected") || !is_piece (piece_at (row, COLUMN_SCHEME), "dolen"))
    return;
  if (kind == DOLEN_TERM_N_KINDS) {
    read_other (facts, i, row);
    return;
  }
  term = find_term (pass->data, kind, piece_at (row, COLUMN_CODE));
  if (term == NULL)
    return;
  words = piece_at (row, COLUMN_WORDS);
  if (stands_in (words, pass->name[i]) || stands_in (words, pass->name_cy[i]))
    strength = DOLEN_STRENGTH_IN_NAME;
  else if (is_piece (state, "confirmed"))
    strength = DOLEN_STRENGTH_CONFIRMED;
  dolen_facts_add_tag (
      facts, i, term, dolen_statement_get_int64 (row, COLUMN_VALUE) != 0, strength);
}

gboolean
dolen_facts_read_tags (DolenFactsPass *pass, GError **error)
{
  g_autofree TermTable *table = new_table (pass->facts->vocabulary);
  gboolean done;

  pass->data = table;
  done = dolen_facts_pass_run (pass, &tags, read_tag, error);
  pass->data = NULL;
  dolen_facts_file_tags (pass->facts);
  return done;
}
