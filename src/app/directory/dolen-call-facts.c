/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-facts.h"

#include "base/dolen-text.h"
#include "directory/dolen-fields.h"
#include "directory/dolen-sentences.h"
#include "matching/dolen-vocabulary.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

void
dolen_call_fact_free (DolenCallFact *fact)
{
  if (fact == NULL)
    return;
  g_free (fact->service);
  g_free (fact->now);
  g_free (fact->age);
  g_free (fact);
}

/* ---- how the directory has it ---- */

static void
add (GString *text, const char *between, const char *more)
{
  if (dolen_text_is_empty (more))
    return;
  if (text->len > 0)
    g_string_append (text, between);
  g_string_append (text, more);
}

static void
add_venue (GString *text, const DolenVenue *venue, DolenLanguage language)
{
  g_autoptr (GString) place = g_string_new (NULL);

  add (place, ", ", dolen_bilingual_get (&venue->name, language));
  if (!venue->hide_address)
    add (place, ", ", dolen_town_name (venue->city, language));
  add (text, "\n", place->str);
}

static char *
say_times (const DolenService *service, DolenLanguage language, const char *today)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *when = dolen_sentence_when (language, service->schedules, today);

  add (text, "\n", when);
  for (guint i = 0; i < service->venues->len; i++)
    add_venue (text, service->venues->pdata[i], language);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
say_contact (const DolenService *service)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *phone
      = service->phone != NULL ? dolen_text_phone_display (service->phone) : NULL;

  add (text, "\n", phone);
  add (text, "\n", service->email);
  add (text, "\n", service->url);
  for (guint i = 0; i < service->contacts->len; i++) {
    const DolenContact *contact = service->contacts->pdata[i];
    g_autoptr (GString) line = g_string_new (NULL);

    add (line, ", ", contact->name);
    add (line, ", ", contact->role);
    add (line, ", ", contact->phone_given != NULL ? contact->phone_given : contact->phone);
    add (line, ", ", contact->email);
    add (text, "\n", line->str);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
say_access (const DolenService *service, DolenLanguage language)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; vocabulary != NULL && i < service->tags->len; i++) {
    const DolenTag *tag = service->tags->pdata[i];
    const DolenTerm *term = NULL;
    g_autofree char *said = NULL;

    if (tag->kind == DOLEN_TAG_ENABLER && tag->state != DOLEN_TAG_REJECTED)
      term = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_ENABLER, tag->code);
    if (term == NULL)
      continue;
    said = tag->value ? g_strdup (dolen_term_label (term, language))
                      : g_strdup_printf (_ ("No: %s"), dolen_term_label (term, language));
    add (text, "; ", said);
  }
  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = service->venues->pdata[i];

    for (guint j = 0; j < venue->accessibility->len; j++)
      add (text, "; ", venue->accessibility->pdata[j]);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
say_fact (const DolenService *service, DolenFact fact, const char *today)
{
  DolenLanguage language = dolen_language_current ();
  const DolenCapacity *capacity;

  switch (fact) {
  case DOLEN_FACT_CAPACITY:
    capacity = dolen_service_current_capacity (service);
    return capacity != NULL && capacity->status != DOLEN_CAPACITY_UNKNOWN
               ? dolen_sentence_capacity_bare (language, capacity)
               : g_strdup ("");
  case DOLEN_FACT_TIMES:
    return say_times (service, language, today);
  case DOLEN_FACT_CONTACT:
    return say_contact (service);
  case DOLEN_FACT_COST:
    return dolen_sentence_costs (language, service->costs, service->fees);
  case DOLEN_FACT_ACCESS:
    return say_access (service, language);
  case DOLEN_FACT_DESCRIPTION:
  case DOLEN_N_FACTS:
    break;
  }
  return g_strdup (dolen_bilingual_get (&service->description, language));
}

static gboolean
is_asked (const DolenQueueItem *item, const char *service, const char *code)
{
  for (guint i = 0; i < item->asks->len; i++) {
    const DolenQueueAsk *ask = item->asks->pdata[i];

    if (g_strcmp0 (ask->what, code) == 0 && ask->kind != DOLEN_QUEUE_QUESTION
        && (ask->service == NULL || g_str_equal (ask->service, service)))
      return TRUE;
  }
  return FALSE;
}

static DolenCallFact *
new_fact (const DolenQueueItem *item,
          const DolenService *service,
          DolenFact kind,
          const char *today)
{
  DolenCallFact *fact = g_new0 (DolenCallFact, 1);

  fact->service = g_strdup (service->uid);
  fact->code = dolen_fact_code (kind);
  fact->title = dolen_keeping_fact_label (kind, dolen_language_current ());
  fact->now = say_fact (service, kind, today);
  fact->known = !dolen_text_is_empty (fact->now);
  if (!fact->known) {
    g_free (fact->now);
    fact->now = g_strdup (_ ("Not known"));
  }
  fact->age = dolen_fact_age_text (dolen_language_current (), service, kind, today);
  fact->asked = is_asked (item, service->uid, fact->code);
  return fact;
}

/* What is no fact of its own but is asked and answered with yes. */
static DolenCallFact *
new_plain (const DolenQueueItem *item, const DolenService *service, const char *code)
{
  DolenCallFact *fact;

  if (!is_asked (item, service->uid, code))
    return NULL;
  fact = g_new0 (DolenCallFact, 1);
  fact->service = g_strdup (service->uid);
  fact->code = code;
  /* Translators: facts that are read out in a call: whether a group is still going. */
  fact->title = _ ("Whether it still runs");
  for (guint i = 0; i < item->asks->len; i++) {
    const DolenQueueAsk *ask = item->asks->pdata[i];

    if (fact->now == NULL && g_strcmp0 (ask->what, code) == 0)
      fact->now = g_strdup (ask->question);
  }
  fact->age = g_strdup ("");
  fact->known = fact->asked = TRUE;
  return fact;
}

GPtrArray *
dolen_call_facts_new (const DolenQueueItem *item, const DolenService *service, const char *today)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_call_fact_free);
  DolenCallFact *exists = new_plain (item, service, "exists");

  if (exists != NULL)
    g_ptr_array_add (facts, exists);
  for (int asked = TRUE; asked >= FALSE; asked--)
    for (DolenFact kind = 0; kind < DOLEN_N_FACTS; kind++)
      if (is_asked (item, service->uid, dolen_fact_code (kind)) == asked)
        g_ptr_array_add (facts, new_fact (item, service, kind, today));
  return facts;
}

/* ---- what is typed ---- */

const DolenCallField *
dolen_call_fact_fields (const char *code)
{
  static const DolenCallField none[] = { { NULL } };
  /* Translators: what is typed to change a fact of a group. */
  static const DolenCallField contact[] = { { "phone", N_ ("Telephone"), FALSE },
                                            { "email", N_ ("E-mail"), FALSE },
                                            { "url", N_ ("Web page"), FALSE },
                                            { NULL } };
  static const DolenCallField cost[] = { { "fees", N_ ("What it costs"), FALSE }, { NULL } };
  static const DolenCallField description[]
      = { { "description_en", N_ ("In their words, in English"), TRUE },
          { "description_cy", N_ ("In their words, in Welsh"), TRUE },
          { NULL } };

  if (g_str_equal (code, dolen_fact_code (DOLEN_FACT_CONTACT)))
    return contact;
  if (g_str_equal (code, dolen_fact_code (DOLEN_FACT_COST)))
    return cost;
  if (g_str_equal (code, dolen_fact_code (DOLEN_FACT_DESCRIPTION)))
    return description;
  return none;
}

char *
dolen_call_fact_dup_field (const DolenService *service, const char *field)
{
  char *value = dolen_field_get ("service", service, field);

  return value != NULL ? value : g_strdup ("");
}
