/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-weights-private.h"

/* Codes are written into files and are never changed. */
static const char *const weight_codes[] = {
  "wishes",    "words",    "barriers", "closeness", "times",     "cost",
  "setting",   "language", "for-them", "places",    "freshness", "answers",
  "assurance", "funding",  "small",    "dislikes",  "tried",
};
static const char *const weight_level_codes[] = { "lot", "some", "little", "none" };
static const char *const help_codes[] = { "accompany", "home-visit" };
static const char *const leave_codes[] = { "yes", "ask-lead", "no" };

G_STATIC_ASSERT (G_N_ELEMENTS (weight_codes) == DOLEN_N_WEIGHTS);
G_STATIC_ASSERT (G_N_ELEMENTS (weight_level_codes) == DOLEN_N_WEIGHT_LEVELS);
G_STATIC_ASSERT (G_N_ELEMENTS (help_codes) == DOLEN_N_HELPS);
G_STATIC_ASSERT (G_N_ELEMENTS (leave_codes) == DOLEN_N_LEAVES);

static int
find_code (const char *const *codes, guint n, const char *code)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return (int) i;
  return -1;
}

#define DEFINE_CODES(name, Type, N)                                                                \
  const char *dolen_##name##_code (Type value)                                                     \
  {                                                                                                \
    g_return_val_if_fail (value < N, "");                                                          \
    return name##_codes[value];                                                                    \
  }                                                                                                \
  int dolen_##name##_from_code (const char *code) { return find_code (name##_codes, N, code); }

DEFINE_CODES (weight, DolenWeight, DOLEN_N_WEIGHTS)
DEFINE_CODES (weight_level, DolenWeightLevel, DOLEN_N_WEIGHT_LEVELS)
DEFINE_CODES (help, DolenHelp, DOLEN_N_HELPS)
DEFINE_CODES (leave, DolenLeave, DOLEN_N_LEAVES)

/* Whoever holds weights got them from a catalogue that was right. */
static const DolenWeightsCatalogue *
catalogue (void)
{
  const DolenWeightsCatalogue *all = dolen_weights_catalogue (NULL);

  g_assert (all != NULL);
  return all;
}

static void
make_usual (DolenWeights *weights, const DolenWeightsCatalogue *all)
{
  for (guint w = 0; w < DOLEN_N_WEIGHTS; w++)
    weights->level[w] = (guint8) all->weights[w].usual;
  for (guint h = 0; h < DOLEN_N_HELPS; h++)
    weights->leave[h] = (guint8) all->helps[h].usual;
}

static DolenWeights *
weights_new (const DolenWeightsCatalogue *all)
{
  DolenWeights *weights = g_new0 (DolenWeights, 1);

  weights->ref_count = 1;
  make_usual (weights, all);
  return weights;
}

DolenWeights *
dolen_weights_default (GError **error)
{
  static DolenWeights *ours;
  const DolenWeightsCatalogue *all = dolen_weights_catalogue (error);

  if (all != NULL && g_once_init_enter (&ours))
    g_once_init_leave (&ours, weights_new (all));
  return all != NULL ? ours : NULL;
}

DolenWeights *
dolen_weights_copy (const DolenWeights *weights)
{
  DolenWeights *copy = g_memdup2 (weights, sizeof *weights);

  copy->ref_count = 1;
  return copy;
}

DolenWeights *
dolen_weights_ref (DolenWeights *weights)
{
  g_atomic_int_inc (&weights->ref_count);
  return weights;
}

void
dolen_weights_unref (DolenWeights *weights)
{
  if (weights != NULL && g_atomic_int_dec_and_test (&weights->ref_count))
    g_free (weights);
}

double
dolen_weights_get_points (const DolenWeights *weights, DolenWeight weight)
{
  g_return_val_if_fail (weight < DOLEN_N_WEIGHTS, 0);
  return catalogue ()->weights[weight].points[weights->level[weight]];
}

DolenWeightLevel
dolen_weights_get_level (const DolenWeights *weights, DolenWeight weight)
{
  g_return_val_if_fail (weight < DOLEN_N_WEIGHTS, DOLEN_WEIGHT_LEVEL_NONE);
  return (DolenWeightLevel) weights->level[weight];
}

void
dolen_weights_set_level (DolenWeights *weights, DolenWeight weight, DolenWeightLevel level)
{
  g_return_if_fail (weight < DOLEN_N_WEIGHTS && level < DOLEN_N_WEIGHT_LEVELS);
  weights->level[weight] = (guint8) level;
}

DolenLeave
dolen_weights_get_leave (const DolenWeights *weights, DolenHelp help)
{
  g_return_val_if_fail (help < DOLEN_N_HELPS, DOLEN_LEAVE_ASK_LEAD);
  return (DolenLeave) weights->leave[help];
}

void
dolen_weights_set_leave (DolenWeights *weights, DolenHelp help, DolenLeave leave)
{
  g_return_if_fail (help < DOLEN_N_HELPS && leave < DOLEN_N_LEAVES);
  weights->leave[help] = (guint8) leave;
}

void
dolen_weights_reset (DolenWeights *weights)
{
  make_usual (weights, catalogue ());
}

gboolean
dolen_weights_are_own (const DolenWeights *weights)
{
  for (guint w = 0; w < DOLEN_N_WEIGHTS; w++)
    if (weights->level[w] != dolen_weight_default_level ((DolenWeight) w))
      return TRUE;
  for (guint h = 0; h < DOLEN_N_HELPS; h++)
    if (weights->leave[h] != dolen_help_default_leave ((DolenHelp) h))
      return TRUE;
  return FALSE;
}

/* ---- in words ---- */

const char *
dolen_weight_label (DolenWeight weight, DolenLanguage language)
{
  g_return_val_if_fail (weight < DOLEN_N_WEIGHTS, "");
  return catalogue ()->weights[weight].side[language].label;
}

const char *
dolen_weight_explanation (DolenWeight weight, DolenLanguage language)
{
  g_return_val_if_fail (weight < DOLEN_N_WEIGHTS, "");
  return catalogue ()->weights[weight].side[language].explanation;
}

DolenWeightLevel
dolen_weight_default_level (DolenWeight weight)
{
  g_return_val_if_fail (weight < DOLEN_N_WEIGHTS, DOLEN_WEIGHT_LEVEL_NONE);
  return catalogue ()->weights[weight].usual;
}

const char *
dolen_help_label (DolenHelp help, DolenLanguage language)
{
  g_return_val_if_fail (help < DOLEN_N_HELPS, "");
  return catalogue ()->helps[help].side[language].label;
}

const char *
dolen_help_explanation (DolenHelp help, DolenLanguage language)
{
  g_return_val_if_fail (help < DOLEN_N_HELPS, "");
  return catalogue ()->helps[help].side[language].explanation;
}

DolenLeave
dolen_help_default_leave (DolenHelp help)
{
  g_return_val_if_fail (help < DOLEN_N_HELPS, DOLEN_LEAVE_ASK_LEAD);
  return catalogue ()->helps[help].usual;
}

const char *
dolen_weight_level_label (DolenWeightLevel level, DolenLanguage language)
{
  switch (level) {
  case DOLEN_WEIGHT_LEVEL_LOT:
    /* Translators: how much something counts in the order of suggestions: "Distance: a lot" */
    return dolen_ctext (language, "weight", "A lot");
  case DOLEN_WEIGHT_LEVEL_SOME:
    /* Translators: how much something counts in the order of suggestions: "Distance: some" */
    return dolen_ctext (language, "weight", "Some");
  case DOLEN_WEIGHT_LEVEL_LITTLE:
    /* Translators: how much something counts in the order of suggestions: "Distance: a little" */
    return dolen_ctext (language, "weight", "A little");
  case DOLEN_WEIGHT_LEVEL_NONE:
  case DOLEN_N_WEIGHT_LEVELS:
    break;
  }
  /* Translators: how much something counts in the order of suggestions: "Distance: not at all" */
  return dolen_ctext (language, "weight", "Not at all");
}

const char *
dolen_leave_label (DolenLeave leave, DolenLanguage language)
{
  switch (leave) {
  case DOLEN_LEAVE_YES:
    /* Translators: whether a worker may do something, such as visit at home */
    return dolen_ctext (language, "leave", "Yes");
  case DOLEN_LEAVE_ASK_LEAD:
  case DOLEN_N_LEAVES:
    break;
  case DOLEN_LEAVE_NO:
    /* Translators: whether a worker may do something, such as visit at home */
    return dolen_ctext (language, "leave", "No");
  }
  /* Translators: whether a worker may do something, such as visit at home: the team's lead must be
   * asked each time */
  return dolen_ctext (language, "leave", "Ask the lead");
}
