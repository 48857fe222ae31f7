/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-person-asked.h"

#include "base/dolen-text.h"
#include "casework/records/dolen-asked.h"

#include <glib/gi18n-lib.h>

static const DolenQuestion questions[] = {
  /* Translators: a question about a person, then the same within a list: "Not asked yet: gender".
   */
  { N_ ("Gender"), N_ ("gender"), DOLEN_CODES_GENDER, G_STRUCT_OFFSET (DolenPerson, gender) },
  { N_ ("Ethnic group"),
    N_ ("ethnic group"),
    DOLEN_CODES_ETHNICITY,
    G_STRUCT_OFFSET (DolenPerson, ethnicity) },
  { N_ ("Limited by health or disability"),
    N_ ("disability"),
    DOLEN_CODES_DISABILITY,
    G_STRUCT_OFFSET (DolenPerson, disability) },
  { N_ ("Looks after somebody"),
    N_ ("whether they look after somebody"),
    DOLEN_CODES_CARER,
    G_STRUCT_OFFSET (DolenPerson, carer) },
  { N_ ("Lives alone"),
    N_ ("whether they live alone"),
    DOLEN_CODES_LIVES_ALONE,
    G_STRUCT_OFFSET (DolenPerson, lives_alone) },
  { N_ ("Armed forces"),
    N_ ("armed forces"),
    DOLEN_CODES_VETERAN,
    G_STRUCT_OFFSET (DolenPerson, veteran) },
  { N_ ("Work"), N_ ("work"), DOLEN_CODES_EMPLOYMENT, G_STRUCT_OFFSET (DolenPerson, employment) },
  { N_ ("Welsh"),
    N_ ("whether they speak Welsh"),
    DOLEN_CODES_SPEAKS_WELSH,
    G_STRUCT_OFFSET (DolenPerson, speaks_welsh) },
};

const DolenQuestion *
dolen_questions (gsize *n)
{
  *n = G_N_ELEMENTS (questions);
  return questions;
}

const char *
dolen_question_title (const DolenQuestion *question, DolenLanguage language)
{
  return dolen_text (language, question->title);
}

const char *
dolen_question_answer (const DolenQuestion *question, const DolenPerson *person)
{
  return G_STRUCT_MEMBER (const char *, person, question->offset);
}

void
dolen_question_set_answer (const DolenQuestion *question, DolenPerson *person, const char *code)
{
  char **field = &G_STRUCT_MEMBER (char *, person, question->offset);

  if (*field == code)
    return;
  g_free (*field);
  *field = g_strdup (code);
}

const char *
dolen_question_words (const DolenQuestion *question,
                      const DolenPerson *person,
                      DolenLanguage language)
{
  const char *code = dolen_question_answer (question, person);
  const char *untold = dolen_asked_name (code, language);

  return untold != NULL ? untold : dolen_code_name (question->codes, code, language);
}

char *
dolen_person_not_asked (const DolenPerson *person, DolenLanguage language)
{
  const struct {
    gboolean asked;
    const char *list;
  } others[] = {
    { !dolen_text_is_empty (person->communication), N_ ("what helps them to follow") },
    { person->privacy != NULL && person->privacy->len > 0, N_ ("privacy information") },
  };
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (!others[i].asked)
      g_string_append_printf (
          list, "%s%s", list->len > 0 ? ", " : "", dolen_text (language, others[i].list));
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    if (dolen_text_is_empty (dolen_question_answer (&questions[i], person)))
      g_string_append_printf (
          list, "%s%s", list->len > 0 ? ", " : "", dolen_text (language, questions[i].list));
  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}
