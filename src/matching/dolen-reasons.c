/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-reasons-private.h"

void
dolen_reason_free (DolenReason *reason)
{
  if (reason == NULL)
    return;
  g_free (reason->text);
  g_free (reason->short_text);
  g_free (reason->question);
  g_free (reason);
}

void
dolen_reason_add (DolenReasonWriter *writer,
                  DolenCriterion criterion,
                  DolenVerdict verdict,
                  char *text,
                  char *short_text,
                  char *question)
{
  DolenReason *reason = g_new0 (DolenReason, 1);

  reason->criterion = criterion;
  reason->verdict = verdict;
  reason->text = text;
  reason->short_text = short_text != NULL ? short_text : g_strdup (text);
  reason->question = question;
  g_ptr_array_add (writer->reasons, reason);
}

const char *
dolen_reason_label (const DolenReasonWriter *writer, const DolenTerm *term)
{
  return dolen_term_label (term, writer->language);
}

/* What speaks against it, why it suits, what helps, what must be asked; in each, as the criteria
 * stand in their table, which is the order in which they were added. */
static const int order_of_verdict[] = {
  [DOLEN_VERDICT_NONE] = 4,   [DOLEN_VERDICT_NO] = 0,      [DOLEN_VERDICT_YES] = 1,
  [DOLEN_VERDICT_HELPED] = 2, [DOLEN_VERDICT_UNKNOWN] = 3,
};

/* By insertion, so that equals keep their order. */
static void
sort_reasons (GPtrArray *reasons)
{
  for (guint i = 1; i < reasons->len; i++) {
    DolenReason *reason = g_ptr_array_index (reasons, i);
    guint at = i;

    for (; at > 0; at--) {
      const DolenReason *before = g_ptr_array_index (reasons, at - 1);

      if (order_of_verdict[before->verdict] <= order_of_verdict[reason->verdict])
        break;
      reasons->pdata[at] = reasons->pdata[at - 1];
    }
    reasons->pdata[at] = reason;
  }
}

GPtrArray *
dolen_reasons_new (DolenFacts *facts,
                   const DolenProfile *profile,
                   guint index,
                   const DolenService *service,
                   DolenLanguage language,
                   DolenDistanceUnit unit)
{
  static void (*const writers[]) (DolenReasonWriter *) = {
    dolen_reason_interest,     dolen_reason_need,        dolen_reason_words,
    dolen_reason_dislikes,     dolen_reason_tried,       dolen_reason_barriers,
    dolen_reason_language,     dolen_reason_eligibility, dolen_reason_age,
    dolen_reason_safeguarding, dolen_reason_distance,    dolen_reason_travel,
    dolen_reason_cost,         dolen_reason_days,        dolen_reason_times,
    dolen_reason_length,       dolen_reason_place,       dolen_reason_setting,
    dolen_reason_group_size,   dolen_reason_capacity,    dolen_reason_answers,
    dolen_reason_funding,      dolen_reason_listing,
  };
  g_autoptr (DolenQuery) query = dolen_query_new (facts, profile);
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_reason_free);
  DolenVerdicts verdicts;
  DolenReasonWriter writer = {
    .query = query,
    .facts = facts,
    .i = index,
    .service = service,
    .verdicts = &verdicts,
    .language = language,
    .unit = unit,
    .reasons = reasons,
  };

  g_return_val_if_fail (index < facts->n, reasons);
  dolen_query_judge (query, index, &verdicts);
  for (gsize w = 0; w < G_N_ELEMENTS (writers); w++)
    writers[w](&writer);
  dolen_reasons_mark_overridden (&writer);
  sort_reasons (reasons);
  return reasons;
}
