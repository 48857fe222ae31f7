/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-private.h"

/*
 * One thing said in two places: "it is free" as a cost and as a tag, "by telephone" as a way to
 * attend and as something that helps. Whichever is known says the other.
 */

static DolenTermBits
enabler_bit (const DolenFacts *facts, const char *code)
{
  const DolenTerm *term = dolen_vocabulary_by_code (facts->vocabulary, DOLEN_TERM_ENABLER, code);

  return term != NULL ? DOLEN_TERM_BIT (term->index) : 0;
}

/* The bits looked up once for all services. */
typedef struct {
  DolenTermBits home_visits, telephone, online, drop_in;
  DolenTermBits free_of_charge;
  DolenTermBits welsh, bsl;
  DolenTermBits women, men;
} Bits;

static void
derive_ways_in (DolenFacts *facts, guint i, const Bits *bits)
{
  guint attending = facts->attending[i];
  DolenTermBits *yes = &facts->enabler[i].yes;

  if (attending & DOLEN_ATTENDING_HOME_VISIT)
    *yes |= bits->home_visits;
  if (attending & DOLEN_ATTENDING_PHONE)
    *yes |= bits->telephone;
  if (attending & DOLEN_ATTENDING_ONLINE)
    *yes |= bits->online;
  if (facts->access[i] & DOLEN_ACCESS_DROP_IN)
    *yes |= bits->drop_in;
}

/* A price in figures is surer than the word "free", which may be about the tea. */
static void
derive_cost (DolenFacts *facts, guint i, const Bits *bits)
{
  if (facts->pence[i] == 0)
    facts->enabler[i].yes |= bits->free_of_charge;
  else if (facts->pence[i] > 0)
    facts->enabler[i].yes &= ~bits->free_of_charge;
  else if (facts->enabler[i].yes & bits->free_of_charge)
    facts->pence[i] = 0;
}

static void
derive_language (DolenFacts *facts, guint i, const char *code, DolenTermBits bit)
{
  if ((facts->enabler[i].yes & bit) != 0)
    facts->languages[i] |= dolen_facts_add_language (facts, code);
  else if (facts->languages[i] != 0
           && (facts->languages[i] & dolen_facts_language_bit (facts, code)) != 0)
    facts->enabler[i].yes |= bit;
}

static void
derive_gender (DolenFacts *facts, guint i, const Bits *bits)
{
  guint8 *gender = &facts->eligible[i].gender;

  if (*gender == DOLEN_GENDER_FEMALE)
    facts->enabler[i].yes |= bits->women;
  else if (*gender == DOLEN_GENDER_MALE)
    facts->enabler[i].yes |= bits->men;
  else if (facts->enabler[i].yes & bits->women)
    *gender = DOLEN_GENDER_FEMALE;
  else if (facts->enabler[i].yes & bits->men)
    *gender = DOLEN_GENDER_MALE;
}

void
dolen_facts_derive (DolenFacts *facts)
{
  const Bits bits = {
    .home_visits = enabler_bit (facts, "home-visits"),
    .telephone = enabler_bit (facts, "telephone"),
    .online = enabler_bit (facts, "online"),
    .drop_in = enabler_bit (facts, "drop-in"),
    .free_of_charge = enabler_bit (facts, "free"),
    .welsh = enabler_bit (facts, "welsh-speaking"),
    .bsl = enabler_bit (facts, "bsl"),
    .women = enabler_bit (facts, "women-only"),
    .men = enabler_bit (facts, "men-only"),
  };

  for (guint i = 0; i < facts->n; i++) {
    derive_ways_in (facts, i, &bits);
    derive_cost (facts, i, &bits);
    derive_language (facts, i, "cy", bits.welsh);
    derive_language (facts, i, "bfi", bits.bsl);
    derive_gender (facts, i, &bits);
  }
}
