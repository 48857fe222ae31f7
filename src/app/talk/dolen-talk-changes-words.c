/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-changes.h"

#include "app/talk/dolen-talk-words.h"

/* What is being compared: before, after, and where the lines go. */
typedef struct {
  GPtrArray *changes;
  DolenVocabulary *vocabulary;
  DolenLanguage language;
} Compare;

static gboolean
has (char **list, const char *code)
{
  return list != NULL && g_strv_contains ((const char *const *) list, code);
}

static void
add (Compare *compare, char *title, char *words)
{
  DolenTalkChange *change = g_new0 (DolenTalkChange, 1);

  change->title = title;
  change->words = words;
  g_ptr_array_add (compare->changes, change);
}

/* The labels of those terms of @list that are not in @other. */
static char *
say_more (const Compare *compare, DolenTermKind kind, char **list, char **other, guint *n)
{
  GString *words = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; list != NULL && list[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (compare->vocabulary, kind, list[i]);

    if (has (other, list[i]))
      continue;
    (*n)++;
    g_string_append_printf (words,
                            "%s%s",
                            words->len > 0 ? ", " : "",
                            term != NULL ? dolen_term_label (term, compare->language) : list[i]);
  }
  return g_string_free (words, FALSE);
}

static char *
more_of (DolenLanguage language, DolenTermKind kind, guint n)
{
  switch (kind) {
  case DOLEN_TERM_INTEREST:
    return g_strdup_printf (dolen_ntext (language, "%u interest more", "%u interests more", n), n);
  case DOLEN_TERM_NEED:
    return g_strdup_printf (dolen_ntext (language, "%u need more", "%u needs more", n), n);
  case DOLEN_TERM_BARRIER:
  case DOLEN_TERM_ENABLER:
  case DOLEN_TERM_N_KINDS:
  default:
    return g_strdup_printf (dolen_ntext (language, "%u barrier more", "%u barriers more", n), n);
  }
}

static char *
fewer_of (DolenLanguage language, DolenTermKind kind, guint n)
{
  switch (kind) {
  case DOLEN_TERM_INTEREST:
    return g_strdup_printf (dolen_ntext (language, "%u interest fewer", "%u interests fewer", n),
                            n);
  case DOLEN_TERM_NEED:
    return g_strdup_printf (dolen_ntext (language, "%u need fewer", "%u needs fewer", n), n);
  case DOLEN_TERM_BARRIER:
  case DOLEN_TERM_ENABLER:
  case DOLEN_TERM_N_KINDS:
  default:
    return g_strdup_printf (dolen_ntext (language, "%u barrier fewer", "%u barriers fewer", n), n);
  }
}

static void
compare_terms (Compare *compare, DolenTermKind kind, char **before, char **after)
{
  guint n;
  g_autofree char *more = say_more (compare, kind, after, before, &n);
  g_autofree char *fewer = NULL;

  if (n > 0)
    add (compare, more_of (compare->language, kind, n), g_steal_pointer (&more));
  fewer = say_more (compare, kind, before, after, &n);
  if (n > 0)
    add (compare, fewer_of (compare->language, kind, n), g_steal_pointer (&fewer));
}

/* ---- plain facts ---- */

/* What was there and is not any more: it is taken over too, so it is told too. */
static char *
say_taken_back (DolenLanguage language)
{
  /* Translators: stands after what a person had told before, such as "Days", and told no more. */
  return g_strdup (dolen_text (language, "taken back"));
}

static char *
join_named (guint bits, guint n, const char *(*name) (DolenLanguage, guint), DolenLanguage language)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (bits & (1u << i))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", name (language, i));
  return g_string_free (words, FALSE);
}

static void
compare_bits (Compare *compare,
              const char *title,
              guint n,
              const char *(*name) (DolenLanguage, guint),
              guint before,
              guint after)
{
  if (before == after)
    return;
  add (compare,
       g_strdup (title),
       after != 0 ? join_named (after, n, name, compare->language)
                  : say_taken_back (compare->language));
}

static void
compare_facts (Compare *compare, const DolenTalkDraft *before, const DolenTalkDraft *after)
{
  DolenLanguage language = compare->language;

  compare_bits (compare,
                /* Translators: what a person told, its days follow. */
                dolen_text (language, "Days"),
                7,
                dolen_talk_day_name,
                before->days,
                after->days);
  /* Translators: what a person told; morning, afternoon, evening follow. */
  compare_bits (compare,
                dolen_text (language, "Times of day"),
                3,
                dolen_talk_time_name,
                before->times,
                after->times);
  /* Translators: what a person told; on foot, by bus ... follow. */
  compare_bits (compare,
                dolen_text (language, "How they get about"),
                4,
                dolen_talk_means_name,
                before->means,
                after->means);
  if (MAX (after->max_minutes, 0) != MAX (before->max_minutes, 0))
    add (compare,
         g_strdup (dolen_text (language, "How long they can stay")),
         after->max_minutes > 0 ? g_strdup (dolen_talk_minutes_name (language, after->max_minutes))
                                : say_taken_back (language));
}

static void
compare_far (Compare *compare, double before, double after, DolenDistanceUnit unit)
{
  if ((after > 0 && ABS (after - before) >= 0.6) || (after <= 0 && before > 0))
    add (compare,
         g_strdup (dolen_text (compare->language, "How far they can go")),
         after > 0 ? dolen_find_distance_label (compare->language, unit, after)
                   : say_taken_back (compare->language));
}

static void
compare_dislikes (Compare *compare, char **before, char **after)
{
  guint n;
  g_autofree char *more = say_more (compare, DOLEN_TERM_INTEREST, after, before, &n);
  g_autofree char *fewer = NULL;

  if (n > 0)
    /* Translators: what a person would rather not do; interests follow. */
    add (compare,
         g_strdup (dolen_text (compare->language, "Would rather not")),
         g_steal_pointer (&more));
  fewer = say_more (compare, DOLEN_TERM_INTEREST, before, after, &n);
  if (n > 0)
    /* Translators: what a person does not mind doing any more; interests follow. */
    add (compare,
         g_strdup (dolen_text (compare->language, "Would rather not: taken back")),
         g_steal_pointer (&fewer));
}

/* Those of @list that are not in @other. */
static void
compare_words_one_way (Compare *compare, const char *title, char **list, char **other)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    if (!has (other, list[i]))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", list[i]);
  if (words->len > 0)
    add (compare, g_strdup (title), g_string_free (words, FALSE));
  else
    g_string_free (words, TRUE);
}

static void
compare_words (Compare *compare, char **before, char **after)
{
  /* Translators: what a person said and no term is known for; their words follow. */
  compare_words_one_way (compare, dolen_text (compare->language, "In other words"), after, before);
  compare_words_one_way (
      /* Translators: words of a person that no term is known for, said no more; they follow. */
      compare,
      dolen_text (compare->language, "In other words: taken back"),
      before,
      after);
}

GPtrArray *
dolen_talk_changes_of_person (const DolenTalkDraft *draft,
                              const DolenPerson *person,
                              DolenVocabulary *vocabulary,
                              DolenLanguage language,
                              DolenDistanceUnit unit)
{
  g_autoptr (DolenPerson) after = dolen_talk_to_person (draft, person);
  g_autoptr (DolenTalkDraft) before = dolen_talk_from_person (person, language);
  Compare compare = { g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_talk_change_free),
                      vocabulary,
                      language };

  if (draft->matters != NULL)
    /* Translators: what a person said matters to them; their words follow. */
    add (&compare, g_strdup (dolen_text (language, "What matters")), g_strdup (draft->matters));
  compare_terms (&compare, DOLEN_TERM_NEED, person->needs, after->needs);
  compare_terms (&compare, DOLEN_TERM_INTEREST, person->interests, after->interests);
  compare_terms (&compare, DOLEN_TERM_BARRIER, person->barriers, after->barriers);
  compare_dislikes (&compare, before->dislikes, draft->dislikes);
  compare_words (&compare, before->words, draft->words);
  compare_far (&compare, before->max_km, draft->max_km, unit);
  compare_facts (&compare, before, draft);
  return compare.changes;
}

GPtrArray *
dolen_talk_changes_of_filters (const DolenTalkDraft *draft,
                               const DolenFindFilters *filters,
                               DolenVocabulary *vocabulary,
                               DolenLanguage language,
                               DolenDistanceUnit unit)
{
  g_autoptr (DolenFindFilters) after = dolen_talk_to_filters (draft, filters);
  Compare compare = { g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_talk_change_free),
                      vocabulary,
                      language };

  compare_terms (&compare, DOLEN_TERM_NEED, filters->needs, draft->needs);
  compare_terms (&compare, DOLEN_TERM_INTEREST, filters->interests, draft->interests);
  compare_terms (&compare, DOLEN_TERM_BARRIER, filters->barriers, draft->barriers);
  if (g_strcmp0 (after->text, filters->text) != 0)
    /* Translators: what is searched for, in a person's own words; they follow. */
    add (&compare, g_strdup (dolen_text (language, "Searched for")), g_strdup (after->text));
  if (draft->place != NULL && g_strcmp0 (draft->place, filters->place) != 0)
    /* Translators: what a person told; a town or postcode follows. */
    add (&compare, g_strdup (dolen_text (language, "From where")), g_strdup (draft->place));
  compare_far (&compare, filters->max_km, draft->max_km, unit);
  compare_bits (
      &compare, dolen_text (language, "Days"), 7, dolen_talk_day_name, filters->days, draft->days);
  return compare.changes;
}
