/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-reasons-private.h"

#include "matching/dolen-facts-private.h"

#include <string.h>

/*
 * Sentences about the words of the vocabulary: interests, needs, barriers and what helps. A label
 * always stands before a colon or after one, never behind a word that would mutate it in Welsh.
 */

static gboolean
in_its_name (const DolenReasonWriter *writer, const DolenTag *tag)
{
  const DolenBilingual *name = &writer->service->name;

  return tag->words != NULL
         && ((name->en != NULL && strstr (name->en, tag->words) != NULL)
             || (name->cy != NULL && strstr (name->cy, tag->words) != NULL));
}

/* Whether the words are not the group's own but stand in what is listed of where it meets. */
static gboolean
of_its_place (const DolenReasonWriter *writer, const DolenTag *tag)
{
  const GPtrArray *venues = writer->service->venues;

  for (guint v = 0; tag->words != NULL && v < venues->len; v++) {
    const DolenVenue *venue = g_ptr_array_index (venues, v);

    for (guint a = 0; a < venue->accessibility->len; a++)
      if (strstr (g_ptr_array_index (venue->accessibility, a), tag->words) != NULL)
        return TRUE;
  }
  return FALSE;
}

/* How well a tag shows: confirmed by a person, then the name, then the description. */
static int
weight_of (const DolenReasonWriter *writer, const DolenTag *tag)
{
  return tag->state == DOLEN_TAG_CONFIRMED ? 3 : in_its_name (writer, tag) ? 2 : 1;
}

/* The tag that best shows @term, or something narrower, with @value. */
static const DolenTag *
evidence_of (const DolenReasonWriter *writer, const DolenTerm *term, gboolean value)
{
  const DolenTag *best = NULL;
  DolenVocabulary *vocabulary = writer->facts->vocabulary;

  for (guint t = 0; writer->service != NULL && t < writer->service->tags->len; t++) {
    const DolenTag *tag = g_ptr_array_index (writer->service->tags, t);
    const DolenTerm *said;

    if (tag->state == DOLEN_TAG_REJECTED || !tag->value != !value
        || strcmp (tag->scheme, "dolen") != 0
        || strcmp (dolen_tag_kind_code (tag->kind), dolen_term_kind_code (term->kind)) != 0)
      continue;
    said = dolen_vocabulary_by_code (vocabulary, term->kind, tag->code);
    if (said == NULL
        || !dolen_term_set_has (dolen_vocabulary_closure (vocabulary, term->kind, said->index),
                                term->index))
      continue;
    if (best == NULL || weight_of (writer, tag) > weight_of (writer, best))
      best = tag;
  }
  return best;
}

/* "Gardening: the group says of itself “allotment”", from wherever it is known. */
static char *
say_evidence (const DolenReasonWriter *writer, const DolenTerm *term)
{
  const DolenTag *tag = evidence_of (writer, term, TRUE);
  const char *label = dolen_reason_label (writer, term);
  DolenLanguage language = writer->language;

  if (tag != NULL && tag->state == DOLEN_TAG_CONFIRMED)
    /* Translators: %s is an interest, need or kind of help, such as "Gardening". */
    return g_strdup_printf (dolen_text (language, "%s: confirmed by a person"), label);
  if (tag == NULL || tag->words == NULL)
    /* Translators: %s is an interest, need or kind of help, such as "Gardening". */
    return g_strdup_printf (dolen_text (language, "%s: stands in its listing"), label);
  if (in_its_name (writer, tag))
    /* Translators: first an interest, need or kind of help, then words of the group's name. */
    return g_strdup_printf (
        dolen_text (language, "%1$s: it is in the name, “%2$s”"), label, tag->words);
  if (of_its_place (writer, tag))
    /* Translators: a kind of help, such as "Step-free", that is listed of the building. */
    return g_strdup_printf (dolen_text (language, "%s: listed of the place where it meets"), label);
  /* Translators: first an interest, need or kind of help, then the group's own words. */
  return g_strdup_printf (
      dolen_text (language, "%1$s: the group says of itself “%2$s”"), label, tag->words);
}

/* The term of a wish of the query, by its place. */
static const DolenTerm *
wish_term (const DolenReasonWriter *writer, guint wish)
{
  return dolen_facts_tag_term (writer->facts, writer->query->wishes[wish]);
}

static char *
ask_for_need (const DolenReasonWriter *writer, const DolenTerm *term)
{
  /* Translators: to ask a group; %s is a need, such as "Debt". */
  return g_strdup_printf (dolen_text (writer->language, "Can you help with this: %s?"),
                          dolen_reason_label (writer, term));
}

/* A wish that something comes close to; FALSE where nothing does. @question: (transfer full)
 * (nullable): with one it is not enough by itself. */
static gboolean
say_near (DolenReasonWriter *writer, guint wish, DolenCriterion criterion, char *question)
{
  g_autofree char *ask = question;
  const DolenTerm *close;
  int tag = -1;

  if (!dolen_query_is_close (writer->query, &writer->verdicts->look, wish)
      || dolen_query_wish (writer->query, writer->i, wish, &tag) == 0)
    return FALSE;
  close = dolen_facts_tag_term (writer->facts, writer->facts->tags[tag]);
  dolen_reason_add (
      writer,
      criterion,
      ask != NULL ? DOLEN_VERDICT_UNKNOWN : DOLEN_VERDICT_HELPED,
      /* Translators: first the interest sought, "Line dancing", then what there is, "Dance". */
      g_strdup_printf (dolen_text (writer->language, "%1$s: something close to it, %2$s"),
                       dolen_reason_label (writer, wish_term (writer, wish)),
                       dolen_reason_label (writer, close)),
      g_strdup (dolen_reason_label (writer, close)),
      g_steal_pointer (&ask));
  return TRUE;
}

static gboolean
is_met (const DolenReasonWriter *writer, guint wish)
{
  return writer->verdicts->look.wishes[wish].worth >= DOLEN_WORTH_MET;
}

static void
say_met (DolenReasonWriter *writer, guint wish, DolenCriterion criterion)
{
  const DolenTerm *term = wish_term (writer, wish);

  dolen_reason_add (writer,
                    criterion,
                    DOLEN_VERDICT_YES,
                    say_evidence (writer, term),
                    g_strdup (dolen_reason_label (writer, term)),
                    NULL);
}

void
dolen_reason_interest (DolenReasonWriter *writer)
{
  DolenVerdict verdict = writer->verdicts->of[DOLEN_CRITERION_INTEREST];

  for (guint w = 0; w < writer->query->n_interests; w++)
    if (is_met (writer, w))
      say_met (writer, w, DOLEN_CRITERION_INTEREST);
    else if (verdict == DOLEN_VERDICT_HELPED)
      say_near (writer, w, DOLEN_CRITERION_INTEREST, NULL);
}

/* A need that is not met here. */
static void
say_unmet (DolenReasonWriter *writer, const DolenTerm *term, gboolean no)
{
  const char *label = dolen_reason_label (writer, term);
  const DolenTag *tag = no ? evidence_of (writer, term, FALSE) : NULL;
  DolenLanguage language = writer->language;
  /* A service that helps with another need is not unsuitable for want of this one. */
  DolenVerdict verdict = no && writer->verdicts->of[DOLEN_CRITERION_NEED] == DOLEN_VERDICT_NO
                             ? DOLEN_VERDICT_NO
                             : DOLEN_VERDICT_UNKNOWN;

  if (tag != NULL && tag->words != NULL)
    dolen_reason_add (writer,
                      DOLEN_CRITERION_NEED,
                      verdict,
                      /* Translators: first a need, such as "Debt", then the group's own words. */
                      g_strdup_printf (dolen_text (language, "%1$s: not here; it says “%2$s”"),
                                       label,
                                       tag->words),
                      g_strdup (label),
                      NULL);
  else
    dolen_reason_add (writer,
                      DOLEN_CRITERION_NEED,
                      verdict,
                      /* Translators: %s is a need, such as "Debt". */
                      g_strdup_printf (dolen_text (language, "%s: nothing is said of it"), label),
                      g_strdup (label),
                      ask_for_need (writer, term));
}

void
dolen_reason_need (DolenReasonWriter *writer)
{
  const DolenQuery *query = writer->query;

  for (guint w = query->n_interests; w < query->n_wishes; w++) {
    const DolenTerm *term = wish_term (writer, w);
    gboolean no = writer->verdicts->look.wishes[w].no;

    if (is_met (writer, w))
      say_met (writer, w, DOLEN_CRITERION_NEED);
    else if (no || !say_near (writer, w, DOLEN_CRITERION_NEED, ask_for_need (writer, term)))
      say_unmet (writer, term, no);
  }
}

/* Up to two kinds of help that would remove a barrier: "Minibus or lift provided; Volunteer
 * driver". */
static char *
what_would_help (const DolenReasonWriter *writer, guint barrier)
{
  DolenVocabulary *vocabulary = writer->facts->vocabulary;
  guint n = 0;
  const DolenRemedy *remedies = dolen_vocabulary_remedies (vocabulary, barrier, &n);
  GString *text = g_string_new (NULL);

  for (guint r = 0, said = 0; r < n && said < 2; r++) {
    if (remedies[r].degree == DOLEN_REMEDY_NONE
        || !dolen_query_is_of_use (writer->query, remedies[r].enabler)
        || dolen_facts_find_tag (
               writer->facts, writer->i, DOLEN_TERM_ENABLER, remedies[r].enabler, FALSE)
               != NULL)
      continue;
    g_string_append (text, said++ > 0 ? "; " : "");
    g_string_append (
        text,
        dolen_reason_label (
            writer, dolen_vocabulary_term (vocabulary, DOLEN_TERM_ENABLER, remedies[r].enabler)));
  }
  return g_string_free (text, FALSE);
}

/* Whether a telephone number is all that is known of how to reach it. */
static gboolean
is_reached_by_telephone_only (const DolenService *service)
{
  gboolean rings = service != NULL && service->phone != NULL;

  if (service == NULL || service->email != NULL || service->url != NULL)
    return FALSE;
  for (guint c = 0; c < service->contacts->len; c++) {
    const DolenContact *contact = g_ptr_array_index (service->contacts, c);

    if (contact->email != NULL)
      return FALSE;
    rings |= contact->phone != NULL;
  }
  return rings;
}

/* Who has no telephone is not at the end of it: somebody rings for them. */
static void
say_somebody_rings (DolenReasonWriter *writer, const DolenTerm *barrier)
{
  const char *label = dolen_reason_label (writer, barrier);

  dolen_reason_add (
      writer,
      dolen_criterion_of_barrier (barrier),
      DOLEN_VERDICT_UNKNOWN,
      /* Translators: %s is "No telephone or credit". */
      g_strdup_printf (
          dolen_text (writer->language,
                      "%s: the group is reached by telephone. Who could ring for them?"),
          label),
      g_strdup (label),
      NULL);
}

static void
say_unknown_barrier (DolenReasonWriter *writer, const DolenTerm *barrier)
{
  g_autofree char *help = what_would_help (writer, barrier->index);
  const char *label = dolen_reason_label (writer, barrier);
  DolenLanguage language = writer->language;
  char *text;

  if (help[0] == '\0')
    /* Translators: %s is something that gets in the way, such as "No car". */
    text = g_strdup_printf (dolen_text (language, "%s: nothing is said of it"), label);
  else
    /* Translators: first something that gets in the way, "No car", then what would help, a list of
     * names such as "Minibus; Volunteer driver". */
    text = g_strdup_printf (
        dolen_text (language, "%1$s: nothing is said of it. This would help: %2$s"), label, help);
  dolen_reason_add (
      writer,
      dolen_criterion_of_barrier (barrier),
      DOLEN_VERDICT_UNKNOWN,
      text,
      g_strdup (label),
      help[0] == '\0'
          ? NULL
          /* Translators: to ask a group; a list of what would help. */
          : g_strdup_printf (dolen_text (language, "Do you have any of this: %s?"), help));
}

/* What a known no rests on: words of the group, or that there is no other way to take part. */
static char *
say_what_bars (const DolenReasonWriter *writer, const DolenTerm *enabler)
{
  DolenLanguage language = writer->language;
  const DolenTag *tag;

  if (enabler == NULL)
    return g_strdup (writer->facts->attending[writer->i] == DOLEN_ATTENDING_PHONE
                         /* Translators: how one takes part in what a group does */
                         ? dolen_text (language, "by telephone only")
                         /* Translators: how one takes part in what a group does */
                         : dolen_text (language, "online only"));
  tag = evidence_of (writer, enabler, FALSE);
  if (tag != NULL && tag->words != NULL)
    /* Translators: first a kind of help, "Step-free", then the group's own words. */
    return g_strdup_printf (dolen_text (language, "%1$s: no, it says “%2$s”"),
                            dolen_reason_label (writer, enabler),
                            tag->words);
  /* Translators: %s is a kind of help, "Step-free". */
  return g_strdup_printf (dolen_text (language, "%s: no"), dolen_reason_label (writer, enabler));
}

/* What helps, or for whom it is, so that they are used to it. */
static char *
say_what_helps (const DolenReasonWriter *writer, const DolenTerm *term)
{
  g_autofree char *evidence = say_evidence (writer, term);

  if (term->kind == DOLEN_TERM_ENABLER)
    return g_steal_pointer (&evidence);
  /* Translators: after something that gets in the way and a dash: the group is used to it, because
   * it is there for such people; %s says where that stands: "Dementia: it is in the name, ...". */
  return g_strdup_printf (dolen_text (writer->language, "they are used to it. %s"), evidence);
}

static void
say_barrier (DolenReasonWriter *writer, const DolenTerm *barrier)
{
  DolenLanguage language = writer->language;
  int t = -1;
  DolenVerdict verdict = dolen_query_barrier (writer->query, writer->i, barrier->index, &t);
  const char *label = dolen_reason_label (writer, barrier);
  const DolenTerm *term
      = t >= 0 ? dolen_facts_tag_term (writer->facts, writer->facts->tags[t]) : NULL;
  g_autofree char *evidence = NULL;
  char *text, *question = NULL;

  if (verdict == DOLEN_VERDICT_UNKNOWN || (term == NULL && verdict != DOLEN_VERDICT_NO)) {
    if (g_str_equal (barrier->code, "no-phone") && is_reached_by_telephone_only (writer->service))
      say_somebody_rings (writer, barrier);
    else
      say_unknown_barrier (writer, barrier);
    return;
  }
  evidence
      = verdict == DOLEN_VERDICT_NO ? say_what_bars (writer, term) : say_what_helps (writer, term);
  /* Translators: first something that gets in the way, "No car", then a sentence about what helps.
   */
  text = g_strdup_printf (dolen_text (language, "%1$s – %2$s"), label, evidence);
  if (verdict == DOLEN_VERDICT_HELPED)
    /* Translators: to ask the person; %s is something that gets in the way, such as "No car". */
    question = g_strdup_printf (dolen_text (language, "Is that enough help? %s"), label);
  dolen_reason_add (writer,
                    dolen_criterion_of_barrier (barrier),
                    verdict,
                    text,
                    g_strdup (term != NULL ? dolen_reason_label (writer, term) : label),
                    question);
}

/* What the scheme's own worker can do where the group cannot, never what is barred. */
static void
say_worker_goes_along (DolenReasonWriter *writer)
{
  const DolenQuery *query = writer->query;
  DolenLanguage language = writer->language;
  DolenVerdict group = dolen_look_barriers (&writer->verdicts->look,
                                            query->barriers_told[DOLEN_CRITERION_COMPANY]);
  gboolean may = query->accompany == DOLEN_LEAVE_YES;

  if (group < DOLEN_VERDICT_UNKNOWN || query->accompany == DOLEN_LEAVE_NO)
    return;
  dolen_reason_add (
      writer,
      DOLEN_CRITERION_COMPANY,
      may ? DOLEN_VERDICT_HELPED : DOLEN_VERDICT_UNKNOWN,
      g_strdup (
          may ? dolen_text (language, "A worker may go along the first time")
              /* Translators: the lead is the one who leads the team of workers */
              : dolen_text (language, "Ask the lead whether a worker may go along the first time")),
      g_strdup (dolen_text (language, "A worker goes along the first time")),
      NULL);
}

void
dolen_reason_barriers (DolenReasonWriter *writer)
{
  for (guint b = 0; b < writer->query->n_barriers; b++)
    say_barrier (writer,
                 dolen_vocabulary_term (writer->facts->vocabulary,
                                        DOLEN_TERM_BARRIER,
                                        writer->query->barriers[b].barrier));
  say_worker_goes_along (writer);
}
