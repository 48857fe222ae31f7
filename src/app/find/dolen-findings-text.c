/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-findings.h"

#include "matching/dolen-ranking-words.h"

#include <glib/gi18n.h>

/* With so many there is enough to choose from. */
#define ENOUGH 3

static void
add_count (GPtrArray *parts, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

static char *
join (GPtrArray *parts, const char *between)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (between, (char **) parts->pdata);
}

static char *
ranked_sentence (const guint counts[DOLEN_N_BANDS], DolenLanguage language)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint ready = counts[DOLEN_BAND_READY], help = counts[DOLEN_BAND_HELP],
        wait = counts[DOLEN_BAND_WAIT];

  /* Translators: a part of "12 ready now, 7 ask or help first, 3 worth the wait", about groups
   * (masculine). Welsh: ar gael nawr. */
  add_count (
      parts,
      ready,
      g_strdup_printf (dolen_ntext (language, "%u ready now", "%u ready now", ready), ready));
  /* Translators: a part of the same. Welsh: holi neu helpu yn gyntaf. */
  add_count (
      parts,
      help,
      g_strdup_printf (dolen_ntext (language, "%u ask or help first", "%u ask or help first", help),
                       help));
  /* Translators: a part of the same. Welsh: gwerth yr aros. */
  add_count (parts,
             wait,
             g_strdup_printf (
                 dolen_ntext (language, "%u worth the wait", "%u worth the wait", wait), wait));
  if (parts->len == 0)
    /* Translators: how many suggestions there are for the open person. */
    return g_strdup (dolen_text (language, "Nothing suits"));
  return join (parts, ", ");
}

char *
dolen_findings_sentence (const DolenFindings *findings, DolenLanguage language)
{
  guint n = findings->results->len;

  if (findings->ranked)
    return ranked_sentence (findings->counts, language);
  if (n == 0)
    /* Translators: how many groups a search found. */
    return g_strdup (dolen_text (language, "Nothing found"));
  if (findings->approximate)
    /* Translators: nothing is spelt as it was typed; so many are spelt nearly so. */
    return g_strdup_printf (
        dolen_ntext (language, "%u group, spelt nearly so", "%u groups, spelt nearly so", n), n);
  /* Translators: how many groups, clubs and services a search found; grŵp is masculine. */
  return g_strdup_printf (dolen_ntext (language, "%u group", "%u groups", n), n);
}

gboolean
dolen_findings_are_enough (const DolenFindings *findings)
{
  return findings->counts[DOLEN_BAND_READY] + findings->counts[DOLEN_BAND_HELP] >= ENOUGH;
}

char *
dolen_findings_little_sentence (const DolenFindings *findings,
                                DolenLanguage language,
                                DolenDistanceUnit unit)
{
  g_autoptr (GPtrArray) parts = NULL;
  guint wait = findings->counts[DOLEN_BAND_WAIT];
  guint n = findings->counts[DOLEN_BAND_READY] + findings->counts[DOLEN_BAND_HELP];

  if (!findings->ranked || dolen_findings_are_enough (findings)
      || (n > 0 && findings->farther == 0))
    return NULL;
  if (n + wait == 0 && findings->ranking != NULL)
    return dolen_ranking_say_nothing (findings->ranking, language);
  parts = g_ptr_array_new_with_free_func (g_free);
  if (findings->profile->max_km > 0) {
    g_autofree char *within = dolen_find_distance_label (language, unit, findings->profile->max_km);
    char *sentence;

    if (n == 0)
      /* Translators: %s is "5 miles". */
      sentence = g_strdup_printf (dolen_text (language, "Nothing suits within %s."), within);
    else
      /* Translators: only one group or two; %s is "5 miles". */
      sentence = g_strdup_printf (dolen_text (language, "Little suits within %s."), within);
    g_ptr_array_add (parts, sentence);
  } else {
    g_ptr_array_add (parts, g_strdup (dolen_text (language, "Nothing suits at once.")));
  }
  /* Translators: how many groups suit but for their distance. */
  add_count (parts,
             findings->farther,
             g_strdup_printf (dolen_text (language, "Farther: %u."), findings->farther));
  /* Translators: how many groups suit after a wait. */
  add_count (parts, wait, g_strdup_printf (dolen_text (language, "With a wait: %u."), wait));
  return join (parts, " ");
}
