/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-private.h"

/*
 * One thing said in two places: "it is free" as a cost and as a tag, "by telephone" as a way to
 * attend and as something that helps. Whichever is known says the other.
 */

static const DolenTerm *
enabler (const DolenFacts *facts, const char *code)
{
  return dolen_vocabulary_by_code (facts->vocabulary, DOLEN_TERM_ENABLER, code);
}

/* The terms looked up once for all services; NULL where a vocabulary has none such. */
typedef struct {
  const DolenTerm *home_visits, *telephone, *online, *drop_in;
  const DolenTerm *free_of_charge;
  const DolenTerm *welsh, *bsl;
  const DolenTerm *women, *men;
} Terms;

static DolenFactTag *
find (const DolenFacts *facts, guint i, const DolenTerm *term)
{
  return term != NULL ? dolen_facts_find_tag (facts, i, DOLEN_TERM_ENABLER, term->index, TRUE)
                      : NULL;
}

static void
add (DolenFacts *facts, guint i, const DolenTerm *term)
{
  if (term != NULL && find (facts, i, term) == NULL)
    dolen_facts_add_tag (facts, i, term, TRUE, DOLEN_STRENGTH_SAID);
}

static void
derive_ways_in (DolenFacts *facts, guint i, const Terms *terms)
{
  guint attending = facts->attending[i];

  if (attending & DOLEN_ATTENDING_HOME_VISIT)
    add (facts, i, terms->home_visits);
  if (attending & DOLEN_ATTENDING_PHONE)
    add (facts, i, terms->telephone);
  if (attending & DOLEN_ATTENDING_ONLINE)
    add (facts, i, terms->online);
  if (facts->access[i] & DOLEN_ACCESS_DROP_IN)
    add (facts, i, terms->drop_in);
}

/* A price in figures is surer than the word "free", which may be about the tea. */
static void
derive_cost (DolenFacts *facts, guint i, const Terms *terms)
{
  DolenFactTag *said = find (facts, i, terms->free_of_charge);

  if (facts->pence[i] == 0)
    add (facts, i, terms->free_of_charge);
  else if (said != NULL && facts->pence[i] > 0)
    dolen_facts_drop_tag (facts, said);
  else if (said != NULL)
    facts->pence[i] = 0;
}

static void
derive_language (DolenFacts *facts, guint i, const char *code, const DolenTerm *term)
{
  if (find (facts, i, term) != NULL)
    facts->languages[i] |= dolen_facts_add_language (facts, code);
  else if (facts->languages[i] != 0
           && (facts->languages[i] & dolen_facts_language_bit (facts, code)) != 0)
    add (facts, i, term);
}

static void
derive_gender (DolenFacts *facts, guint i, const Terms *terms)
{
  guint8 *gender = &facts->eligible[i].gender;

  if (*gender == DOLEN_GENDER_FEMALE)
    add (facts, i, terms->women);
  else if (*gender == DOLEN_GENDER_MALE)
    add (facts, i, terms->men);
  else if (find (facts, i, terms->women) != NULL)
    *gender = DOLEN_GENDER_FEMALE;
  else if (find (facts, i, terms->men) != NULL)
    *gender = DOLEN_GENDER_MALE;
}

void
dolen_facts_derive (DolenFacts *facts)
{
  const Terms terms = {
    .home_visits = enabler (facts, "home-visits"),
    .telephone = enabler (facts, "telephone"),
    .online = enabler (facts, "online"),
    .drop_in = enabler (facts, "drop-in"),
    .free_of_charge = enabler (facts, "free"),
    .welsh = enabler (facts, "welsh-speaking"),
    .bsl = enabler (facts, "bsl"),
    .women = enabler (facts, "women-only"),
    .men = enabler (facts, "men-only"),
  };

  for (guint i = 0; i < facts->n; i++) {
    derive_ways_in (facts, i, &terms);
    derive_cost (facts, i, &terms);
    derive_language (facts, i, "cy", terms.welsh);
    derive_language (facts, i, "bfi", terms.bsl);
    derive_gender (facts, i, &terms);
  }
  dolen_facts_file_tags (facts);
}
