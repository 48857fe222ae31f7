/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-private.h"

/*
 * One thing said in two places: "it is free" as a cost and as a tag, "by telephone" as a way to
 * attend and as something that helps. Whichever is known says the other.
 */

static guint64
enabler_bit (const DolenFacts *facts, const char *code)
{
  const DolenTerm *term = dolen_vocabulary_by_code (facts->vocabulary, DOLEN_TERM_ENABLER, code);

  return term != NULL ? G_GUINT64_CONSTANT (1) << term->index : 0;
}

static void
derive_ways_in (DolenFacts *facts, guint i)
{
  static const struct {
    guint attending;
    guint access;
    const char *enabler;
  } says[] = {
    { DOLEN_ATTENDING_HOME_VISIT, 0, "home-visits" },
    { DOLEN_ATTENDING_PHONE, 0, "telephone" },
    { DOLEN_ATTENDING_ONLINE, 0, "online" },
    { 0, DOLEN_ACCESS_DROP_IN, "drop-in" },
  };

  if (facts->attending[i] == 0 && facts->access[i] == 0)
    return;
  for (gsize s = 0; s < G_N_ELEMENTS (says); s++)
    if ((facts->attending[i] & says[s].attending) || (facts->access[i] & says[s].access))
      facts->enabler[i].yes |= enabler_bit (facts, says[s].enabler);
}

/* A price in figures is surer than the word "free", which may be about the tea. */
static void
derive_cost (DolenFacts *facts, guint i)
{
  guint64 free_of_charge = enabler_bit (facts, "free");

  if (facts->pence[i] == 0)
    facts->enabler[i].yes |= free_of_charge;
  else if (facts->pence[i] > 0)
    facts->enabler[i].yes &= ~free_of_charge;
  else if (facts->enabler[i].yes & free_of_charge)
    facts->pence[i] = 0;
}

static void
derive_languages (DolenFacts *facts, guint i)
{
  static const struct {
    const char *code;
    const char *enabler;
  } says[] = {
    { "cy", "welsh-speaking" },
    { "bfi", "bsl" },
  };

  if (facts->languages[i] == 0 && facts->enabler[i].yes == 0)
    return;
  for (gsize s = 0; s < G_N_ELEMENTS (says); s++) {
    guint64 bit = enabler_bit (facts, says[s].enabler);

    if (facts->languages[i] & dolen_facts_language_bit (facts, says[s].code))
      facts->enabler[i].yes |= bit;
    else if (facts->enabler[i].yes & bit)
      facts->languages[i] |= dolen_facts_add_language (facts, says[s].code);
  }
}

static void
derive_gender (DolenFacts *facts, guint i)
{
  guint64 women = enabler_bit (facts, "women-only");
  guint64 men = enabler_bit (facts, "men-only");
  guint8 *gender = &facts->eligible[i].gender;

  if (*gender == DOLEN_GENDER_FEMALE)
    facts->enabler[i].yes |= women;
  else if (*gender == DOLEN_GENDER_MALE)
    facts->enabler[i].yes |= men;
  else if (facts->enabler[i].yes & women)
    *gender = DOLEN_GENDER_FEMALE;
  else if (facts->enabler[i].yes & men)
    *gender = DOLEN_GENDER_MALE;
}

void
dolen_facts_derive (DolenFacts *facts, guint index)
{
  derive_ways_in (facts, index);
  derive_cost (facts, index);
  derive_languages (facts, index);
  derive_gender (facts, index);
}
