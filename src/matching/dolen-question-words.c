/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-question-words.h"

#include "matching/dolen-barrier-help.h"
#include "matching/dolen-query-private.h"

#include <glib/gi18n-lib.h>

/* So many kinds of help are asked for, as the reason names them. */
#define MOST_ENABLERS 2

/* What to ask a group, whoever it is for. */
static const char *const sentences[DOLEN_N_CRITERIA] = {
  [DOLEN_CRITERION_LISTING] = N_ ("Is it still running, as it is listed?"),
  /* Translators: to ask a group. */
  [DOLEN_CRITERION_AGE] = N_ ("For which ages is it?"),
  /* Translators: to ask a group: who may come. */
  [DOLEN_CRITERION_ELIGIBILITY] = N_ ("Who may come?"),
  [DOLEN_CRITERION_DISTANCE] = N_ ("Where exactly do you meet?"),
  [DOLEN_CRITERION_TRAVEL] = N_ ("Where exactly do you meet?"),
  /* Translators: to ask a group. */
  [DOLEN_CRITERION_LANGUAGE] = N_ ("Which languages are spoken?"),
  [DOLEN_CRITERION_CAPACITY] = N_ ("Are there places?"),
  [DOLEN_CRITERION_COST] = N_ ("What does it cost?"),
  [DOLEN_CRITERION_DAYS] = N_ ("On which days do you meet?"),
  [DOLEN_CRITERION_TIMES] = N_ ("At what time do you meet?"),
  [DOLEN_CRITERION_LENGTH] = N_ ("How long does it last, and may somebody come for part of it?"),
  [DOLEN_CRITERION_PLACE] = N_ ("What kind of place do you meet in?"),
  [DOLEN_CRITERION_SETTING] = N_ ("Are you indoors or outdoors?"),
  [DOLEN_CRITERION_GROUP_SIZE] = N_ ("How many people come as a rule?"),
  [DOLEN_CRITERION_SAFEGUARDING] = N_ ("May we see your safeguarding policy?"),
  [DOLEN_CRITERION_FUNDING] = N_ ("Are you still running, and until when?"),
  [DOLEN_CRITERION_ANSWERS] = N_ ("Are you taking people on now?"),
};

/* Criteria of which the group itself can tell; needs and barriers are asked by their terms. */
static void
add_criteria (GStrvBuilder *codes, const GPtrArray *reasons)
{
  guint32 seen = 0;

  for (guint i = 0; i < reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (reasons, i);

    if (reason->verdict != DOLEN_VERDICT_UNKNOWN || reason->question == NULL
        || sentences[reason->criterion] == NULL || ((seen >> reason->criterion) & 1))
      continue;
    seen |= 1u << reason->criterion;
    g_strv_builder_add (codes, dolen_criterion_code (reason->criterion));
  }
}

static void
add_term (GStrvBuilder *codes, const DolenTerm *term)
{
  g_autofree char *code = g_strconcat (dolen_term_kind_code (term->kind), ":", term->code, NULL);

  g_strv_builder_add (codes, code);
}

static void
add_needs (GStrvBuilder *codes, DolenFacts *facts, const DolenProfile *profile, guint index)
{
  g_autoptr (DolenQuery) query = dolen_query_new (facts, profile);
  DolenVerdicts verdicts;

  dolen_query_judge (query, index, &verdicts);
  for (guint w = query->n_interests; w < query->n_wishes; w++)
    if (verdicts.look.wishes[w].worth < DOLEN_WORTH_MET && !verdicts.look.wishes[w].no)
      add_term (codes, dolen_facts_tag_term (facts, query->wishes[w]));
}

static void
add_enablers (GStrvBuilder *codes, DolenFacts *facts, const DolenProfile *profile, guint index)
{
  g_autoptr (GPtrArray) helps = dolen_barrier_help_new_of_group (facts, profile, index);
  DolenTermSet seen = { 0 };

  for (guint h = 0; h < helps->len; h++) {
    const DolenBarrierHelp *help = g_ptr_array_index (helps, h);

    if (help->verdict != DOLEN_VERDICT_UNKNOWN)
      continue;
    for (guint e = 0; e < MIN (help->n_enablers, MOST_ENABLERS); e++) {
      if (!dolen_term_set_has (&seen, help->enablers[e]->index))
        add_term (codes, help->enablers[e]);
      dolen_term_set_add (&seen, help->enablers[e]->index);
    }
  }
}

char **
dolen_question_codes (DolenFacts *facts,
                      const DolenProfile *profile,
                      guint index,
                      const GPtrArray *reasons)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  g_return_val_if_fail (index < facts->n, NULL);
  add_criteria (codes, reasons);
  add_needs (codes, facts, profile, index);
  add_enablers (codes, facts, profile, index);
  return g_strv_builder_end (codes);
}

static char *
say_term (const char *kind, const char *code, DolenVocabulary *vocabulary, DolenLanguage language)
{
  DolenTermKind k = dolen_term_kind_from_code (kind);
  const DolenTerm *term
      = k < DOLEN_TERM_N_KINDS ? dolen_vocabulary_by_code (vocabulary, k, code) : NULL;

  if (term == NULL)
    return NULL;
  if (k == DOLEN_TERM_ENABLER)
    return g_strdup_printf (dolen_text (language, "Do you have any of this: %s?"),
                            dolen_term_label (term, language));
  return g_strdup_printf (dolen_text (language, "Can you help with this: %s?"),
                          dolen_term_label (term, language));
}

char *
dolen_question_say (const char *what, DolenVocabulary *vocabulary, DolenLanguage language)
{
  g_auto (GStrv) parts = g_strsplit (what, ":", 2);

  if (parts[0] != NULL && parts[1] != NULL)
    return say_term (parts[0], parts[1], vocabulary, language);
  for (guint c = 0; c < DOLEN_N_CRITERIA; c++)
    if (sentences[c] != NULL && g_strcmp0 (what, dolen_criterion_code ((DolenCriterion) c)) == 0)
      return g_strdup (dolen_text (language, sentences[c]));
  return NULL;
}
