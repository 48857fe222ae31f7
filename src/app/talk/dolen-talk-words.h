/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/talk/dolen-talk-draft.h"

G_BEGIN_DECLS

/*
 * Terms of the vocabulary as a person would say them of themselves, with a picture: "Help with
 * money worries", "I find stairs hard". What is not among these is called by its label; every term
 * can be typed.
 */

/** DolenTalkWord: one that is offered to be tapped. */
typedef struct {
  const char *code;
  const char *icon; /* symbolic; the words always stand beside it */
  const char *said; /* msgid */
} DolenTalkWord;

/** dolen_talk_words: what is offered of a kind (interests: the groups they stand in), the commonest
 *  first; static. */
const DolenTalkWord *dolen_talk_words (DolenTermKind kind, guint *n);

/** dolen_talk_say: (transfer none): a term as the person says it. */
const char *dolen_talk_say (const DolenTerm *term, DolenLanguage language);

/** dolen_talk_question, _hint: (transfer none): what a page asks, and beneath it how to answer. */
const char *dolen_talk_question (DolenTalkStep step, DolenLanguage language);
const char *dolen_talk_hint (DolenTalkStep step, DolenLanguage language);

/** dolen_talk_progress: (transfer full): "2 of 5"; of what was found: "". */
char *dolen_talk_progress (DolenTalkStep step, DolenLanguage language);

/** dolen_talk_time_name, _means_name: (transfer none): of a bit by its number: "In the morning",
 * "On foot". dolen_talk_minutes_name: "About an hour"; of 0: "As long as it takes". */
const char *dolen_talk_day_name (DolenLanguage language, guint bit);
const char *dolen_talk_time_name (DolenLanguage language, guint bit);
const char *dolen_talk_means_name (DolenLanguage language, guint bit);
const char *dolen_talk_minutes_name (DolenLanguage language, int minutes);

/* ---- what was typed ---- */

/** DolenTalkUnderstood: what a line meant. */
typedef struct {
  DolenTalkDraft *draft; /* (owned) the next draft, with all of it */
  GPtrArray *terms;      /* (element-type DolenTerm): understood as so, in the order said */
  GPtrArray *denied;     /* (element-type DolenTerm): disliked, or not in the way */
  char **unknown;        /* (owned) kept as said */
} DolenTalkUnderstood;

/**
 * dolen_talk_understand:
 * @draft: before
 * @line: as typed on its page, in either language
 *
 * "hoffi canu" is an interest and "can't do stairs" a barrier, on whatever page they are typed;
 * "not football" is a dislike, "stairs are no problem" takes a barrier away. On the first page the
 * line is kept as said, too.
 *
 * Returns: (transfer full)
 */
DolenTalkUnderstood *
dolen_talk_understand (DolenVocabulary *vocabulary, const DolenTalkDraft *draft, const char *line);
void dolen_talk_understood_free (DolenTalkUnderstood *understood);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTalkUnderstood, dolen_talk_understood_free)

/** dolen_talk_understood_sentence: (transfer full): "Thank you: Singing. I have kept your own
 * words: stargazing." */
char *dolen_talk_understood_sentence (const DolenTalkUnderstood *understood,
                                      DolenLanguage language);

G_END_DECLS
