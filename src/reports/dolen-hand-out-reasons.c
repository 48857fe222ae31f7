/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-hand-out-reasons.h"

#include "base/dolen-text.h"

#define MOST 5 /* of each: a paper is read, not studied */

/* What stays with the workers is left out by not being here: a criterion that is added to the
 * matching does not come onto paper by itself. */
static const struct {
  DolenCriterion criterion;
  gboolean why;
  gboolean ask;
} speaking[] = {
  { DOLEN_CRITERION_INTEREST, TRUE, TRUE },   { DOLEN_CRITERION_NEED, TRUE, TRUE },
  { DOLEN_CRITERION_AGE, FALSE, TRUE },       { DOLEN_CRITERION_ELIGIBILITY, TRUE, TRUE },
  { DOLEN_CRITERION_DISTANCE, TRUE, FALSE },  { DOLEN_CRITERION_LANGUAGE, TRUE, TRUE },
  { DOLEN_CRITERION_CAPACITY, FALSE, TRUE },  { DOLEN_CRITERION_COST, TRUE, TRUE },
  { DOLEN_CRITERION_DAYS, TRUE, TRUE },       { DOLEN_CRITERION_STEP_FREE, TRUE, TRUE },
  { DOLEN_CRITERION_TRANSPORT, TRUE, TRUE },  { DOLEN_CRITERION_COMPANY, TRUE, TRUE },
  { DOLEN_CRITERION_DIGITAL, TRUE, TRUE },    { DOLEN_CRITERION_BARRIER, TRUE, TRUE },
  { DOLEN_CRITERION_TIMES, TRUE, TRUE },      { DOLEN_CRITERION_LENGTH, TRUE, TRUE },
  { DOLEN_CRITERION_TRAVEL, TRUE, TRUE },     { DOLEN_CRITERION_SETTING, TRUE, TRUE },
  { DOLEN_CRITERION_GROUP_SIZE, TRUE, TRUE }, { DOLEN_CRITERION_WORDS, TRUE, TRUE },
};

static void
find_rule (DolenCriterion criterion, gboolean *why, gboolean *ask)
{
  *why = *ask = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (speaking); i++)
    if (speaking[i].criterion == criterion) {
      *why = speaking[i].why;
      *ask = speaking[i].ask;
    }
}

void
dolen_hand_out_reasons_take (const GPtrArray *reasons, DolenHandOutReasons *taken)
{
  g_autoptr (GStrvBuilder) why = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) ask = g_strv_builder_new ();
  guint n_why = 0, n_ask = 0;

  for (guint i = 0; i < reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (reasons, i);
    gboolean may_why, may_ask;

    find_rule (reason->criterion, &may_why, &may_ask);
    if (reason->verdict == DOLEN_VERDICT_NO)
      continue;
    if (may_why && reason->verdict != DOLEN_VERDICT_UNKNOWN && n_why++ < MOST)
      g_strv_builder_add (why, reason->text);
    if (may_ask && !dolen_text_is_empty (reason->question) && n_ask++ < MOST)
      g_strv_builder_add (ask, reason->question);
  }
  taken->why = g_strv_builder_end (why);
  taken->ask = g_strv_builder_end (ask);
}

void
dolen_hand_out_reasons_clear (DolenHandOutReasons *taken)
{
  g_clear_pointer (&taken->why, g_strfreev);
  g_clear_pointer (&taken->ask, g_strfreev);
}
