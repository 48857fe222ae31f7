/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-codes.h"
#include "casework/records/dolen-person.h"

G_BEGIN_DECLS

/*
 * The questions about a person whose answer may be "not asked", "asked, declined" or "asked, not
 * known", each apart from "no" (dolen-asked.h).
 */
typedef struct {
  const char *title; /* msgid */
  const char *list;  /* msgid: within "Not asked yet: gender, ethnicity" */
  DolenCodeList codes;
  gsize offset; /* of the char * in DolenPerson */
} DolenQuestion;

/** dolen_questions: (transfer none): all, in the order of the form; @n: (out). */
const DolenQuestion *dolen_questions (gsize *n);

const char *dolen_question_title (const DolenQuestion *question, DolenLanguage language);

/** dolen_question_answer: (transfer none) (nullable): the code in @person. */
const char *dolen_question_answer (const DolenQuestion *question, const DolenPerson *person);
void
dolen_question_set_answer (const DolenQuestion *question, DolenPerson *person, const char *code);

/** dolen_question_words: (transfer none): the answer in words: "Retired", "not asked". */
const char *dolen_question_words (const DolenQuestion *question,
                                  const DolenPerson *person,
                                  DolenLanguage language);

/** dolen_person_not_asked: (transfer full) (nullable): what nobody has asked yet, as a list: the
 * questions, communication needs, privacy information (the wish for a language is asked in a
 * line of its own); NULL: nothing. */
char *dolen_person_not_asked (const DolenPerson *person, DolenLanguage language);

G_END_DECLS
