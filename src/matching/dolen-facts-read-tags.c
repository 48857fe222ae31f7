/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"

#include <stdlib.h>
#include <string.h>

/* What a service is about, what helps, and for whom it says it is: all of it kept as tags. */

static const DolenFactsSelect tags = {
  "SELECT t.service, t.kind, t.code, t.value, t.state = 'confirmed', t.words"
  " FROM tag t WHERE t.scheme = 'dolen' AND t.state <> 'rejected' AND t.code <> 'read'",
  "t.service",
  "",
};

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
stands_in (const char *words, const char *name)
{
  return words != NULL && name != NULL && words[0] != '\0' && strstr (name, words) != NULL;
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

static void
read_tag (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  DolenTermKind kind = dolen_term_kind_from_code (dolen_statement_get_text (row, 1));
  const char *code = dolen_statement_get_text (row, 2);
  const DolenTerm *term;
  const char *words;
  DolenTagStrength strength = DOLEN_STRENGTH_SAID;

  if (kind == DOLEN_TERM_N_KINDS) {
    read_eligibility (&facts->eligible[i], code);
    return;
  }
  term = dolen_vocabulary_by_code (facts->vocabulary, kind, code);
  if (term == NULL)
    return;
  words = dolen_statement_get_text (row, 5);
  if (stands_in (words, pass->name[i]) || stands_in (words, pass->name_cy[i]))
    strength = DOLEN_STRENGTH_IN_NAME;
  else if (dolen_statement_get_int64 (row, 4) != 0)
    strength = DOLEN_STRENGTH_CONFIRMED;
  dolen_facts_add_tag (facts, i, term, dolen_statement_get_int64 (row, 3) != 0, strength);
}

gboolean
dolen_facts_read_tags (DolenFactsPass *pass, GError **error)
{
  if (!dolen_facts_pass_run (pass, &tags, read_tag, error))
    return FALSE;
  dolen_facts_file_tags (pass->facts);
  return TRUE;
}
