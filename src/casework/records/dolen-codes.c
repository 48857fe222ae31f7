/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-codes.h"

#include "base/dolen-text.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *code;
  const char *name;
} Choice;

static const Choice sources[] = {
  /* Translators: where a person comes from. Doctors' surgery: meddygfa. */
  { "gp", N_ ("GP practice") },
  { "nurse", N_ ("Nurse") },
  { "hospital", N_ ("Hospital") },
  { "ambulance", N_ ("Ambulance service") },
  { "mental-health", N_ ("Mental health team") },
  { "crisis-team", N_ ("Mental health crisis team") },
  { "midwife", N_ ("Midwife or health visitor") },
  { "pharmacy", N_ ("Pharmacy") },
  { "social-care", N_ ("Social care") },
  { "housing", N_ ("Housing") },
  { "job-centre", N_ ("Job centre") },
  { "police", N_ ("Police") },
  { "fire", N_ ("Fire and rescue service") },
  { "school", N_ ("School or college") },
  { "group", N_ ("A local group") },
  { "family", N_ ("Family or friends") },
  { "self", N_ ("They came themselves") },
  { "other", N_ ("Somebody else") },
};

static const Choice feedback[] = {
  /* Translators: what somebody who referred a person wishes to hear. */
  { "none", N_ ("Nothing further") },
  { "progress", N_ ("How it is going, and how it ended") },
  { "closing", N_ ("How it ended") },
};

static const Choice genders[] = {
  { "woman", N_ ("Woman") },
  { "man", N_ ("Man") },
  { "non-binary", N_ ("Non-binary") },
  /* Translators: gender (rhywedd), in another way. */
  { "other", N_ ("In another way") },
};

static const Choice ethnicities[] = {
  /* Translators: the groups of the census of England and Wales. */
  { "white", N_ ("White") },
  { "mixed", N_ ("Mixed or multiple ethnic groups") },
  { "asian", N_ ("Asian, Asian Welsh or Asian British") },
  { "black", N_ ("Black, Black Welsh, Black British, Caribbean or African") },
  { "other", N_ ("Another ethnic group") },
};

static const Choice disabilities[] = {
  /* Translators: is what a person can do each day limited by health? */
  { "a-lot", N_ ("Limited a lot") },
  { "a-little", N_ ("Limited a little") },
  { "no", N_ ("Not limited") },
};

static const Choice carers[] = {
  { "yes", N_ ("Looks after somebody") },
  { "no", N_ ("Looks after nobody") },
};

static const Choice homes[] = {
  { "yes", N_ ("Lives alone") },
  { "no", N_ ("Lives with others") },
};

static const Choice veterans[] = {
  { "yes", N_ ("Served in the armed forces") },
  { "no", N_ ("Did not serve in the armed forces") },
};

static const Choice employments[] = {
  { "working", N_ ("In work") },
  { "looking", N_ ("Looking for work") },
  { "unable", N_ ("Not able to work") },
  { "caring", N_ ("At home or caring") },
  { "studying", N_ ("Studying") },
  { "retired", N_ ("Retired") },
  /* Translators: what a person does for a living (gwaith). */
  { "other", N_ ("Something else") },
};

static const Choice welsh[] = {
  { "yes", N_ ("Speaks Welsh") },
  { "learning", N_ ("Is learning Welsh") },
  { "no", N_ ("Does not speak Welsh") },
};

static const Choice risks[] = {
  /* Translators: kinds of risk (risg, fem.), shown before an address. */
  { "dog", N_ ("Dog or other animal") },
  { "violence", N_ ("Violence or threats") },
  { "abuse", N_ ("Somebody at home may harm them") },
  { "self-harm", N_ ("Self-harm or suicide") },
  { "property", N_ ("House or way to it") },
  { "infection", N_ ("Infection") },
  { "health", N_ ("Falls or sudden illness") },
  { "other", N_ ("Another risk") },
};

static const Choice involved[] = {
  /* Translators: who else is involved with a person. */
  { "gp", N_ ("GP") },
  { "carer", N_ ("Looks after them") },
  { "cared-for", N_ ("Is looked after by them") },
  { "next-of-kin", N_ ("Next of kin") },
  { "family", N_ ("Family or friend") },
  { "professional", N_ ("Professional") },
  { "other", N_ ("Somebody else") },
};

static const Choice privacy_ways[] = {
  /* Translators: how privacy information was given. */
  { "told", N_ ("Told") },
  { "paper", N_ ("On paper") },
  { "email", N_ ("By e-mail") },
};

static const Choice purposes[] = {
  /* Translators: what what-we-know is used for: lawful basis (sail gyfreithlon). */
  { "support", N_ ("To support them") },
  { "safeguarding", N_ ("To keep somebody safe") },
  { "evaluation", N_ ("To see whether it helps") },
  { "other", N_ ("For something else") },
};

static const Choice bases[] = {
  /* Translators: UK GDPR article 6, in the words of the ICO. */
  { "public-task", N_ ("Public task") },
  { "legitimate-interests", N_ ("Legitimate interests") },
  { "consent", N_ ("Consent") },
  { "vital-interests", N_ ("Vital interests") },
  { "legal-obligation", N_ ("Legal obligation") },
};

static const Choice conditions[] = {
  /* Translators: UK GDPR article 9 and Data Protection Act 2018, schedule 1. */
  { "health-care", N_ ("Health or social care") },
  { "explicit-consent", N_ ("Explicit consent") },
  { "vital-interests", N_ ("Vital interests") },
  { "safeguarding", N_ ("Safeguarding of children and of people at risk") },
  { "substantial-public-interest", N_ ("Substantial public interest") },
};

#define LIST(choices)                                                                              \
  {                                                                                                \
    choices, G_N_ELEMENTS (choices)                                                                \
  }

static const struct {
  const Choice *choices;
  guint n;
} lists[DOLEN_N_CODE_LISTS] = {
  [DOLEN_CODES_SOURCE] = LIST (sources),
  [DOLEN_CODES_FEEDBACK] = LIST (feedback),
  [DOLEN_CODES_GENDER] = LIST (genders),
  [DOLEN_CODES_ETHNICITY] = LIST (ethnicities),
  [DOLEN_CODES_DISABILITY] = LIST (disabilities),
  [DOLEN_CODES_CARER] = LIST (carers),
  [DOLEN_CODES_LIVES_ALONE] = LIST (homes),
  [DOLEN_CODES_VETERAN] = LIST (veterans),
  [DOLEN_CODES_EMPLOYMENT] = LIST (employments),
  [DOLEN_CODES_SPEAKS_WELSH] = LIST (welsh),
  [DOLEN_CODES_RISK] = LIST (risks),
  [DOLEN_CODES_INVOLVED] = LIST (involved),
  [DOLEN_CODES_PRIVACY_HOW] = LIST (privacy_ways),
  [DOLEN_CODES_PURPOSE] = LIST (purposes),
  [DOLEN_CODES_BASIS] = LIST (bases),
  [DOLEN_CODES_CONDITION] = LIST (conditions),
};

guint
dolen_codes_count (DolenCodeList list)
{
  g_return_val_if_fail (list < DOLEN_N_CODE_LISTS, 0);
  return lists[list].n;
}

const char *
dolen_codes_nth (DolenCodeList list, guint position)
{
  g_return_val_if_fail (list < DOLEN_N_CODE_LISTS, NULL);
  return position < lists[list].n ? lists[list].choices[position].code : NULL;
}

int
dolen_codes_position (DolenCodeList list, const char *code)
{
  g_return_val_if_fail (list < DOLEN_N_CODE_LISTS, -1);
  for (guint i = 0; code != NULL && i < lists[list].n; i++)
    if (g_str_equal (lists[list].choices[i].code, code))
      return (int) i;
  return -1;
}

const char *
dolen_code_name (DolenCodeList list, const char *code, DolenLanguage language)
{
  int position = dolen_codes_position (list, code);

  if (code == NULL)
    return "";
  return position >= 0 ? dolen_text (language, lists[list].choices[position].name) : code;
}

char *
dolen_source_say (const char *source, const char *name, DolenLanguage language)
{
  const char *kind = dolen_code_name (DOLEN_CODES_SOURCE, source, language);

  if (dolen_text_is_empty (name))
    return g_strdup (kind);
  /* "Meddygfa Glan-yr-afon" says already that it is one. */
  return g_str_has_prefix (name, kind) ? g_strdup (name) : g_strdup_printf ("%s, %s", kind, name);
}
