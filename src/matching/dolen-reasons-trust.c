/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-reasons-private.h"

#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

/* Sentences about what is known of the group, and what the person said of it. */

#define VERDICT(writer, name) ((DolenVerdict) (writer)->verdicts->of[DOLEN_CRITERION_##name])

void
dolen_reason_safeguarding (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, SAFEGUARDING);
  DolenLanguage language = writer->language;
  const char *text;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  if (verdict == DOLEN_VERDICT_YES)
    text = dolen_text (language, "Its safeguarding policy was seen and is in date");
  else if (verdict == DOLEN_VERDICT_NO)
    text = dolen_text (language, "It has no safeguarding policy, and they need one");
  else
    text = dolen_text (language, "Nobody has seen a safeguarding policy yet");
  dolen_reason_add (writer,
                    DOLEN_CRITERION_SAFEGUARDING,
                    verdict,
                    g_strdup (text),
                    NULL,
                    verdict == DOLEN_VERDICT_UNKNOWN
                        /* Translators: to ask a group. */
                        ? g_strdup (dolen_text (language, "May we see your safeguarding policy?"))
                        : NULL);
}

void
dolen_reason_funding (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, FUNDING);
  DolenLanguage language = writer->language;
  int days = writer->facts->funded_days[writer->i];
  g_autofree char *date = NULL;
  g_autofree char *until = NULL;
  char *text, *question = NULL;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  date = dolen_date_add_days (writer->facts->today, days);
  until = dolen_format_date (language, date);
  if (verdict == DOLEN_VERDICT_UNKNOWN) {
    text = g_strdup (dolen_text (language, "Its funding has ended"));
    /* Translators: to ask a group. */
    question = g_strdup (dolen_text (language, "Are you still running, and until when?"));
  } else if (verdict == DOLEN_VERDICT_HELPED) {
    /* Translators: %s is a date. */
    text = g_strdup_printf (
        dolen_text (language, "Paid for until %s, which is before their support ends"), until);
  } else if (days == G_MAXINT16) {
    text = g_strdup (dolen_text (language, "Paid for as long as they are supported"));
  } else {
    /* Translators: %s is a date. */
    text = g_strdup_printf (
        dolen_text (language, "Paid for as long as they are supported: until %s"), until);
  }
  dolen_reason_add (writer, DOLEN_CRITERION_FUNDING, verdict, text, NULL, question);
}

/* For workers alone, as everything in dolen-answers.h. */
void
dolen_reason_answers (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, ANSWERS);
  const DolenServiceDetail *detail = dolen_query_detail (writer->query, writer->i);
  char *text;

  if (verdict == DOLEN_VERDICT_NONE || detail == NULL)
    return;
  text = dolen_answer_say (detail->answer, writer->language);
  if (text == NULL)
    return;
  dolen_reason_add (writer,
                    DOLEN_CRITERION_ANSWERS,
                    verdict,
                    text,
                    NULL,
                    verdict == DOLEN_VERDICT_NO
                        /* Translators: to ask a group that mostly said no. */
                        ? g_strdup (dolen_text (writer->language, "Are you taking people on now?"))
                        : NULL);
}

void
dolen_reason_tried (DolenReasonWriter *writer)
{
  if (VERDICT (writer, TRIED) == DOLEN_VERDICT_NONE)
    return;
  dolen_reason_add (
      writer,
      DOLEN_CRITERION_TRIED,
      VERDICT (writer, TRIED),
      g_strdup (dolen_text (writer->language, "They have tried it and do not want it again")),
      NULL,
      NULL);
}

/* What it has that they do not like; one in its name first. */
static const DolenTerm *
find_disliked (const DolenReasonWriter *writer)
{
  const DolenFacts *facts = writer->facts;
  const DolenTerm *found = NULL;

  for (guint32 t = facts->first_tag[writer->i]; t < facts->first_tag[writer->i + 1]; t++) {
    DolenFactTag tag = facts->tags[t];
    const DolenTermEntry *entry = &writer->query->terms[dolen_fact_tag_number (tag)];

    if (!(entry->marks & DOLEN_MARK_DISLIKED) || dolen_fact_tag_is_no (tag))
      continue;
    if (found == NULL || (tag & DOLEN_FACT_IN_NAME))
      found = dolen_vocabulary_term (
          facts->vocabulary, dolen_fact_tag_kind (tag), dolen_fact_tag_index (tag));
  }
  return found;
}

void
dolen_reason_dislikes (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, DISLIKES);
  const DolenTerm *term = verdict != DOLEN_VERDICT_NONE ? find_disliked (writer) : NULL;
  DolenLanguage language = writer->language;

  if (term == NULL)
    return;
  if (verdict == DOLEN_VERDICT_NO)
    dolen_reason_add (
        writer,
        DOLEN_CRITERION_DISLIKES,
        verdict,
        /* Translators: %s is an interest, such as "Singing". */
        g_strdup_printf (dolen_text (language, "It is about what they do not like: %s"),
                         dolen_reason_label (writer, term)),
        NULL,
        NULL);
  else
    dolen_reason_add (
        writer,
        DOLEN_CRITERION_DISLIKES,
        verdict,
        /* Translators: %s is an interest, such as "Singing". */
        g_strdup_printf (dolen_text (language, "It also has what they do not like: %s"),
                         dolen_reason_label (writer, term)),
        NULL,
        /* Translators: to ask a group; %s is an interest, such as "Singing". */
        g_strdup_printf (dolen_text (language, "Can somebody leave this out: %s?"),
                         dolen_reason_label (writer, term)));
}

void
dolen_reason_words (DolenReasonWriter *writer)
{
  const DolenOwnWords *own_words = writer->query->profile->own_words;
  const DolenOwnWordsHit *hit = dolen_own_words_look_up (own_words, writer->facts->id[writer->i]);
  DolenVerdict verdict = VERDICT (writer, WORDS);
  g_autoptr (GString) list = g_string_new (NULL);
  guint bits;

  if (verdict == DOLEN_VERDICT_NONE || hit == NULL)
    return;
  bits = hit->in_name != 0 ? hit->in_name : hit->words;
  for (guint w = 0; w < DOLEN_OWN_WORDS_MOST; w++)
    if (bits & (1u << w))
      g_string_append_printf (
          list, "%s“%s”", list->len > 0 ? ", " : "", dolen_own_words_get (own_words, w));
  dolen_reason_add (
      writer,
      DOLEN_CRITERION_WORDS,
      verdict,
      hit->in_name != 0
          /* Translators: %s is a word as it was typed, in quotation marks. */
          ? g_strdup_printf (dolen_text (writer->language, "In its name: %s"), list->str)
          /* Translators: %s is a word as it was typed, in quotation marks. */
          : g_strdup_printf (dolen_text (writer->language, "Found there: %s"), list->str),
      g_strdup (list->str),
      NULL);
}

void
dolen_reasons_mark_overridden (DolenReasonWriter *writer)
{
  for (guint r = 0; r < writer->reasons->len; r++) {
    DolenReason *reason = g_ptr_array_index (writer->reasons, r);
    char *text;

    if (reason->verdict != DOLEN_VERDICT_NO
        || !(writer->verdicts->overridden & (1u << reason->criterion)))
      continue;
    /* Translators: a rule that somebody set aside, with a reason recorded; %s is the sentence:
     * "Not for their age: 50 and over". */
    text = g_strdup_printf (dolen_text (writer->language, "Set aside for this person: %s"),
                            reason->text);
    g_free (reason->text);
    reason->text = text;
  }
}
