/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-draft.h"

#include "app/directory/dolen-call-ends.h"
#include "app/directory/dolen-call-part.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "directory/dolen-parts.h"

#include <glib/gi18n.h>
#include <string.h>

/* How the card stands for a draft, and what is saved of it. */

void
dolen_call_state_clear (DolenCallState *state)
{
  g_clear_pointer (&state->next_try, g_free);
  g_clear_pointer (&state->words, g_free);
}

static gboolean
is_no_contact (DolenCallOutcome outcome)
{
  return outcome == DOLEN_CALL_LEFT_MESSAGE || outcome == DOLEN_CALL_NO_ANSWER
         || outcome == DOLEN_CALL_WRONG_NUMBER;
}

static guint
count_changed_facts (const DolenCallDraft *draft)
{
  g_autoptr (GHashTable) facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < draft->changes->len; i++) {
    const DolenCallDraftChange *change = draft->changes->pdata[i];
    g_hash_table_add (facts, g_strconcat (change->service, " ", change->fact, NULL));
  }
  return g_hash_table_size (facts) + draft->capacities->len;
}

/* What was told, counted. */
static char *
say_told (const DolenCallDraft *draft)
{
  guint ticked = draft->ticks->len;
  guint changed = count_changed_facts (draft) + draft->ends->len;
  guint answered = draft->answered->len;
  g_autoptr (GString) text = g_string_new (NULL);

  if (ticked + changed + answered == 0)
    return g_strdup (_ ("Nothing is ticked or changed yet: the call alone is kept."));
  if (ticked > 0)
    /* Translators: what saving a call does; %u: a number of facts. */
    g_string_append_printf (
        text, ngettext ("%u fact confirmed.", "%u facts confirmed.", ticked), ticked);
  if (changed > 0) {
    g_string_append (text, text->len > 0 ? " " : "");
    /* Translators: what saving a call does; %u: a number of facts. */
    g_string_append_printf (
        text, ngettext ("%u fact changed.", "%u facts changed.", changed), changed);
  }
  if (answered > 0) {
    g_string_append (text, text->len > 0 ? " " : "");
    /* Translators: what saving a call does; %u: a number of questions. */
    g_string_append_printf (
        text, ngettext ("%u question answered.", "%u questions answered.", answered), answered);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Facts that nobody confirmed are not kept, and it is said. */
static char *
say_untold (const DolenCallDraft *draft, const char *sentence)
{
  if (draft->ticks->len + draft->changes->len + draft->capacities->len + draft->answered->len
          + draft->ends->len
      == 0)
    return g_strdup (sentence);
  return g_strconcat (
      sentence, " ", _ ("What was ticked or changed is not kept: nobody told it."), NULL);
}

static void
say_next_try (const DolenCallDraft *draft,
              const DolenKeepingRules *rules,
              guint tries,
              const char *today,
              DolenCallState *state)
{
  g_autoptr (DolenNextTry) proposed
             = dolen_call_next_try (rules, draft->outcome, tries, today, dolen_language_current ());
  g_autofree char *date = NULL;

  state->asks_next_try = TRUE;
  state->next_try = draft->next_try != NULL ? g_strdup (draft->next_try)
                                            : dolen_typed_date_format (proposed->on);
  if (dolen_text_is_empty (state->next_try)) {
    state->words = say_untold (draft, proposed->words);
    return;
  }
  date = dolen_typed_date_parse (state->next_try);
  if (date == NULL || strcmp (date, today) <= 0) {
    state->can_save = FALSE;
    state->words = g_strdup (_ ("The next try is a day after today, or nothing."));
  } else {
    state->words = say_untold (draft, proposed->words);
  }
}

static gboolean
ends_are_dates (const DolenCallDraft *draft)
{
  for (guint i = 0; i < draft->ends->len; i++) {
    const DolenCallDraftEnd *end = draft->ends->pdata[i];
    g_autofree char *date = dolen_typed_date_parse (end->typed);

    if (date == NULL)
      return FALSE;
  }
  return TRUE;
}

void
dolen_call_draft_get_state (const DolenCallDraft *draft,
                            const DolenKeepingRules *rules,
                            guint tries,
                            const char *today,
                            DolenCallState *state)
{
  *state = (DolenCallState){ .can_save = draft->has_outcome };
  if (!draft->has_outcome) {
    state->words = g_strdup (_ ("Choose what came of the call."));
  } else if (draft->outcome == DOLEN_CALL_REACHED) {
    state->told = TRUE;
    state->can_save = ends_are_dates (draft);
    state->words = state->can_save
                       ? say_told (draft)
                       : g_strdup (_ ("A new end is a date: day/month/year, or nothing."));
  } else if (is_no_contact (draft->outcome)) {
    say_next_try (draft, rules, tries, today, state);
  } else if (draft->outcome == DOLEN_CALL_ASKED_TO_BE_REMOVED) {
    state->words = say_untold (
        draft, _ ("It will not be listed any more: no search, suggestion or hand-out shows it."));
  } else {
    state->words = say_untold (draft, _ ("It stays listed, and nobody rings them again."));
  }
  if (state->next_try == NULL)
    state->next_try = g_strdup ("");
}

static void
add_told (DolenCall *call, const DolenCallDraft *draft)
{
  for (guint i = 0; i < draft->ticks->len; i++) {
    g_auto (GStrv) tick = g_strsplit (draft->ticks->pdata[i], " ", 2);
    dolen_call_tick (call, tick[0], tick[1]);
  }
  for (guint i = 0; i < draft->changes->len; i++) {
    const DolenCallDraftChange *change = draft->changes->pdata[i];
    g_autofree char *value = NULL;

    if (dolen_part_exists ("service", change->field)) {
      dolen_call_part_add_step (call, change->service, change->fact, change->field, change->value);
      continue;
    }
    value = dolen_text_clean (change->value);
    dolen_call_change (call, "service", change->service, change->field, value);
  }
  for (guint i = 0; i < draft->capacities->len; i++) {
    const DolenCallCapacity *capacity = draft->capacities->pdata[i];
    dolen_call_set_capacity (call, capacity->service, capacity->report);
  }
  for (guint i = 0; i < draft->ends->len; i++)
    dolen_call_ends_add_step (call, draft->ends->pdata[i]);
  for (guint i = 0; i < draft->answered->len; i++)
    dolen_call_answer (call, draft->answered->pdata[i]);
}

DolenCall *
dolen_call_draft_to_call (const DolenCallDraft *draft,
                          const DolenCallState *state,
                          const char *today)
{
  DolenCall *call = dolen_call_new ();

  for (guint i = 0; i < draft->services->len; i++)
    dolen_call_add_service (call, draft->services->pdata[i]);
  call->outcome = draft->outcome;
  call->on = g_strdup (today);
  call->asked = dolen_text_clean_line (draft->asked);
  call->note = dolen_text_clean (draft->note);
  if (state->asks_next_try)
    call->next_try_on = dolen_typed_date_parse (state->next_try);
  if (state->told)
    add_told (call, draft);
  return call;
}
