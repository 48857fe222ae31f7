/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-changes.h"

#include "app/talk/dolen-talk-words.h"
#include "base/dolen-text.h"
#include "matching/dolen-day-slots.h"

#include <math.h>
#include <string.h>

void
dolen_talk_change_free (DolenTalkChange *change)
{
  if (change == NULL)
    return;
  g_free (change->title);
  g_free (change->words);
  g_free (change);
}

/* ---- lists of codes ---- */

static const char *const day_codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static gboolean
has (char **list, const char *code)
{
  return list != NULL && g_strv_contains ((const char *const *) list, code);
}

static guint
to_bits (char **list, const char *const *codes, guint n)
{
  guint bits = 0;

  for (guint i = 0; i < n; i++)
    if (has (list, codes[i]))
      bits |= 1u << i;
  return bits;
}

static char **
from_bits (guint bits, const char *const *codes, guint n)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **list;

  for (guint i = 0; i < n; i++)
    if (bits & (1u << i))
      g_strv_builder_add (builder, codes[i]);
  list = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return list;
}

#define TO_BITS(list, codes) to_bits (list, codes, G_N_ELEMENTS (codes))
#define FROM_BITS(bits, codes) from_bits (bits, codes, G_N_ELEMENTS (codes))

static gboolean
is_not_in (char **list, const char *code)
{
  return !has (list, code);
}

/* Those of @list that @keep holds for, with @other. */
static char **
sift (char **list, gboolean (*keep) (char **other, const char *code), char **other)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **result;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (keep (other, list[i]))
      g_strv_builder_add (builder, list[i]);
  result = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return result;
}

/* @first, then what only @second has. */
static char **
join (char **first, char **second)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **result;

  for (guint i = 0; first != NULL && first[i] != NULL; i++)
    g_strv_builder_add (builder, first[i]);
  for (guint i = 0; second != NULL && second[i] != NULL; i++)
    if (!has (first, second[i]))
      g_strv_builder_add (builder, second[i]);
  result = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return result;
}

static void
replace (char ***list, char **by)
{
  g_strfreev (*list);
  *list = by;
}

/* ---- beginning ---- */

/* Somebody else may see the screen too: of what is recorded to be in their way only what is offered
 * to everybody is on it from the start, and no interest that tells more of them than what they
 * like.
 */
static gboolean
is_spoken_barrier (char **other, const char *code)
{
  guint n;
  const DolenTalkWord *words = dolen_talk_words (DOLEN_TERM_BARRIER, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i].code, code))
      return TRUE;
  return FALSE;
}

static gboolean
is_unspoken_barrier (char **other, const char *code)
{
  return !is_spoken_barrier (other, code);
}

static gboolean
is_unspoken_interest (char **other, const char *code)
{
  return g_str_has_prefix (code, "lgbtq");
}

static gboolean
is_spoken_interest (char **other, const char *code)
{
  return !is_unspoken_interest (other, code);
}

static guint32
slots_of_codes (char **codes)
{
  guint32 slots = 0;

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    slots |= dolen_slots_from_code (codes[i]);
  return slots;
}

/* Those parts of a day in which they are free on some day; 0 where that is all of them. */
static guint
times_of (guint32 slots)
{
  guint times = 0;

  for (int day = 1; day <= 7; day++)
    for (int part = 0; part < DOLEN_N_DAY_PARTS; part++)
      if (slots & DOLEN_SLOT_BIT (day, part))
        times |= 1u << part;
  return times == (1u << DOLEN_N_DAY_PARTS) - 1 ? 0 : times;
}

/* "walk 1.5": by which means, and perhaps how far. */
static gboolean
is_by (const char *travel, const char *code)
{
  gsize length = strlen (code);

  return strncmp (travel, code, length) == 0 && (travel[length] == '\0' || travel[length] == ' ');
}

static const char *
find_travel (char **travel, DolenMeans means)
{
  for (guint i = 0; travel != NULL && travel[i] != NULL; i++)
    if (is_by (travel[i], dolen_means_code (means)))
      return travel[i];
  return NULL;
}

static void
read_when_and_where (DolenTalkDraft *draft, const DolenPerson *person)
{
  guint32 slots = slots_of_codes (person->free_times);

  draft->days = slots != 0 ? dolen_slots_days (slots) : TO_BITS (person->days, day_codes);
  draft->times = times_of (slots);
  draft->max_minutes = person->max_minutes > 0 ? person->max_minutes : -1;
  for (DolenMeans means = 0; means < DOLEN_N_MEANS; means++)
    if (find_travel (person->travel, means) != NULL)
      draft->means |= 1u << means;
  if (person->max_km > 0)
    draft->max_km = person->max_km;
}

DolenTalkDraft *
dolen_talk_from_person (const DolenPerson *person, DolenLanguage otherwise)
{
  DolenLanguage language = otherwise;
  DolenTalkDraft *draft;

  dolen_language_from_code (person->language_spoken, &language);
  draft = dolen_talk_draft_new (language);
  replace (&draft->interests, sift (person->interests, is_spoken_interest, NULL));
  replace (&draft->barriers, sift (person->barriers, is_spoken_barrier, NULL));
  replace (&draft->dislikes, sift (person->dislikes, is_not_in, NULL));
  replace (&draft->words, sift (person->words, is_not_in, NULL));
  read_when_and_where (draft, person);
  return draft;
}

DolenTalkDraft *
dolen_talk_from_filters (const DolenFindFilters *filters, DolenLanguage language)
{
  DolenTalkDraft *draft = dolen_talk_draft_new (language);

  replace (&draft->interests, g_strdupv (filters->interests));
  replace (&draft->needs, g_strdupv (filters->needs));
  replace (&draft->barriers, g_strdupv (filters->barriers));
  draft->days = filters->days;
  draft->place = g_strdup (filters->place);
  if (filters->max_km > 0)
    draft->max_km = filters->max_km;
  return draft;
}

/* ---- taking over ---- */

guint32
dolen_talk_slots (guint days, guint times)
{
  guint32 slots = 0;

  if (days == 0 && times == 0)
    return 0;
  for (guint day = 1; day <= 7; day++)
    for (guint part = 0; part < DOLEN_N_DAY_PARTS; part++)
      if ((days == 0 || (days & DOLEN_DAY_BIT (day))) && (times == 0 || (times & (1u << part))))
        slots |= DOLEN_SLOT_BIT (day, part);
  return slots;
}

static char **
codes_of_slots (guint32 slots)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint day = 1; day <= 7; day++)
    for (DolenDayPart part = 0; part < DOLEN_N_DAY_PARTS; part++)
      if (slots & DOLEN_SLOT_BIT (day, part)) {
        g_autofree char *code
            = g_strconcat (dolen_weekday_code (day), "-", dolen_day_part_code (part), NULL);

        g_strv_builder_add (builder, code);
      }
  return g_strv_builder_end (builder);
}

/* What stood there of each means stays; on foot nobody goes farther than a mile unless they say so.
 */
static char **
write_travel (char **before, guint chosen)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (DolenMeans means = 0; means < DOLEN_N_MEANS; means++) {
    const char *there = find_travel (before, means);

    if (!(chosen & (1u << means)))
      continue;
    if (there != NULL)
      g_strv_builder_add (builder, there);
    else
      g_strv_builder_add (builder,
                          means == DOLEN_MEANS_WALK ? "walk 1.6" : dolen_means_code (means));
  }
  return g_strv_builder_end (builder);
}

/* Only what was said otherwise now: a record may know more than a page can show. */
static void
write_when_and_where (DolenPerson *next, const DolenTalkDraft *draft, const DolenPerson *person)
{
  g_autoptr (DolenTalkDraft) before = dolen_talk_from_person (person, draft->language);

  if (draft->days != before->days || draft->times != before->times) {
    replace (&next->days, FROM_BITS (draft->days, day_codes));
    replace (&next->free_times,
             draft->times != 0 ? codes_of_slots (dolen_talk_slots (draft->days, draft->times))
                               : NULL);
  }
  if (draft->means != before->means)
    replace (&next->travel, write_travel (person->travel, draft->means));
  if (draft->max_km > 0)
    next->max_km = (int) round (draft->max_km);
  if (draft->max_minutes != before->max_minutes)
    next->max_minutes = draft->max_minutes > 0 ? draft->max_minutes : -1;
}

DolenPerson *
dolen_talk_to_person (const DolenTalkDraft *draft, const DolenPerson *person)
{
  DolenPerson *next = dolen_person_copy (person);
  g_auto (GStrv) unspoken = sift (person->barriers, is_unspoken_barrier, NULL);
  g_auto (GStrv) own = sift (person->interests, is_unspoken_interest, NULL);

  replace (&next->interests, join (own, draft->interests));
  replace (&next->needs, join (person->needs, draft->needs));
  replace (&next->barriers, join (unspoken, draft->barriers));
  replace (&next->dislikes, g_strdupv (draft->dislikes));
  replace (&next->words, g_strdupv (draft->words));
  if (draft->matters != NULL) {
    g_free (next->what_matters);
    next->what_matters = dolen_text_is_empty (person->what_matters)
                             ? g_strdup (draft->matters)
                             : g_strconcat (person->what_matters, "\n", draft->matters, NULL);
  }
  write_when_and_where (next, draft, person);
  return next;
}

/* Of nobody in particular Find has but one place for own words: what is searched for. Beside terms
 * they would narrow the list to nothing. */
static gboolean
words_are_searched (const DolenTalkDraft *draft, const DolenFindFilters *filters)
{
  return draft->words[0] != NULL && draft->interests[0] == NULL && draft->needs[0] == NULL
         && dolen_text_is_empty (filters->text);
}

DolenFindFilters *
dolen_talk_to_filters (const DolenTalkDraft *draft, const DolenFindFilters *filters)
{
  DolenFindFilters *next = dolen_find_filters_copy (filters);

  replace (&next->interests, g_strdupv (draft->interests));
  replace (&next->needs, g_strdupv (draft->needs));
  replace (&next->barriers, g_strdupv (draft->barriers));
  next->days = draft->days == DOLEN_DAYS_ALL ? 0 : draft->days;
  if (words_are_searched (draft, filters)) {
    g_free (next->text);
    next->text = g_strjoinv (" ", draft->words);
  }
  if (draft->place != NULL) {
    g_free (next->place);
    next->place = g_strdup (draft->place);
  }
  if (draft->max_km >= 0)
    next->max_km = draft->max_km;
  return next;
}
