/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-why-not.h"

#include "matching/dolen-query-private.h"

#include <glib/gi18n-lib.h>

/* (nullable) The first reason with @verdict; of a no, one that makes it unsuitable. */
static const DolenReason *
find_reason (const GPtrArray *reasons, DolenVerdict verdict)
{
  for (guint i = 0; i < reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (reasons, i);

    if (reason->verdict == verdict
        && (verdict != DOLEN_VERDICT_NO || dolen_criterion_bars (reason->criterion)))
      return reason;
  }
  return NULL;
}

/* What is known against it, or not known: why others stand before it. */
static const DolenReason *
find_weakness (const GPtrArray *reasons)
{
  static const DolenVerdict order[]
      = { DOLEN_VERDICT_NO, DOLEN_VERDICT_UNKNOWN, DOLEN_VERDICT_HELPED };
  const DolenReason *found = NULL;

  for (gsize i = 0; found == NULL && i < G_N_ELEMENTS (order); i++)
    found = find_reason (reasons, order[i]);
  return found;
}

static char *
say_place (guint place, const GPtrArray *reasons, DolenLanguage language)
{
  const DolenReason *weakness = find_weakness (reasons);

  if (weakness == NULL)
    /* Translators: a place in a list of suggestions. */
    return g_strdup_printf (dolen_text (language, "Number %u: others suit as well or better."),
                            place);
  /* Translators: a place in a list of suggestions, and what others have that it has not, as a
   * sentence: "Number 12. What holds it back: No car: nothing is said of it". */
  return g_strdup_printf (
      dolen_text (language, "Number %1$u. What holds it back: %2$s"), place, weakness->text);
}

char *
dolen_why_not (DolenFacts *facts,
               const DolenProfile *profile,
               guint index,
               guint place,
               const GPtrArray *reasons,
               DolenLanguage language)
{
  g_autoptr (DolenQuery) query = dolen_query_new (facts, profile);
  DolenVerdicts verdicts;
  const DolenReason *against;

  g_return_val_if_fail (index < facts->n, NULL);
  dolen_query_judge (query, index, &verdicts);
  against = verdicts.bars ? find_reason (reasons, DOLEN_VERDICT_NO) : NULL;
  if (against != NULL)
    /* Translators: why a group is not suggested: a sentence follows, such as "For ages 16 to 25".
     */
    return g_strdup_printf (dolen_text (language, "Not suitable: %s"), against->text);
  if (!verdicts.relevant)
    return g_strdup (dolen_text (language, "Nothing of what is sought is said of it."));
  if (place == 0 && dolen_query_is_weak (query, index, &verdicts.look))
    return g_strdup (dolen_text (language, "It only comes close to what is sought."));
  /* It meets what is sought and was left out of the list (DolenRanking.n_behind). */
  if (place == 0)
    return g_strdup (dolen_text (language, "Others suit much better."));
  return place <= DOLEN_AMONG_THE_FIRST ? NULL : say_place (place, reasons, language);
}
