/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-found.h"

#include "app/find/dolen-person-profile.h"
#include "app/talk/dolen-talk-changes.h"
#include "app/talk/dolen-talk-reasons.h"
#include "app/talk/dolen-talk-words.h"
#include "base/dolen-text.h"
#include "directory/dolen-sentences.h"
#include "directory/dolen-venue-place.h"
#include "matching/dolen-own-words.h"
#include "matching/dolen-ranking.h"
#include "place/dolen-distance-text.h"
#include "place/dolen-gazetteer.h"

#include <math.h>
#include <string.h>

void
dolen_talk_found_free (DolenTalkFound *found)
{
  if (found == NULL)
    return;
  g_free (found->uid);
  g_free (found->name);
  g_free (found->what);
  g_free (found->where);
  g_free (found->when);
  g_free (found->cost);
  g_free (found->wait);
  g_free (found->spoken);
  g_strfreev (found->why);
  g_strfreev (found->ask);
  g_free (found);
}

void
dolen_talk_request_free (DolenTalkRequest *request)
{
  if (request == NULL)
    return;
  dolen_talk_draft_free (request->draft);
  dolen_find_filters_free (request->filters);
  g_clear_pointer (&request->vocabulary, dolen_vocabulary_unref);
  g_clear_pointer (&request->cache, dolen_facts_cache_unref);
  g_free (request->today);
  g_clear_pointer (&request->known, dolen_profile_free);
  g_clear_pointer (&request->weights, dolen_weights_unref);
  g_free (request);
}

/* ---- what is sought ---- */

static void
take_codes (char ***to, char **from)
{
  g_strfreev (*to);
  *to = g_strdupv (from);
}

/* A mile on foot, unless they said how far; by the others as far as they would go. */
static void
take_means (DolenProfile *profile, guint means)
{
  if (means == 0)
    return;
  for (DolenMeans by = 0; by < DOLEN_N_MEANS; by++)
    if (!(profile->means & (1u << by)))
      profile->travel_km[by] = by == DOLEN_MEANS_WALK ? DOLEN_TALK_WALK_KM : DOLEN_TRAVEL_ANY;
  profile->means = means;
}

static void
add_dislikes (DolenProfile *profile, char **codes, DolenVocabulary *vocabulary)
{
  profile->dislikes = (DolenTermSet){ { 0 } };
  for (guint i = 0; codes[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_INTEREST, codes[i]);

    if (term != NULL)
      dolen_term_set_add (&profile->dislikes, term->index);
  }
}

DolenProfile *
dolen_talk_profile_new (const DolenTalkDraft *draft,
                        const DolenFindFilters *filters,
                        DolenVocabulary *vocabulary)
{
  g_autoptr (DolenFindFilters) asked = dolen_find_filters_copy (filters);
  DolenProfile *profile;

  take_codes (&asked->interests, draft->interests);
  take_codes (&asked->needs, draft->needs);
  take_codes (&asked->barriers, draft->barriers);
  if (draft->days != 0)
    asked->days = draft->days == DOLEN_DAYS_ALL ? 0 : draft->days;
  if (draft->place != NULL) {
    g_free (asked->place);
    asked->place = g_strdup (draft->place);
  }
  if (draft->max_km >= 0)
    asked->max_km = draft->max_km;
  profile = dolen_find_filters_to_profile (asked, vocabulary);
  if (draft->times != 0)
    profile->free = dolen_talk_slots (draft->days, draft->times);
  if (draft->max_minutes >= 0)
    profile->max_minutes = draft->max_minutes > 0 ? draft->max_minutes : -1;
  take_means (profile, draft->means);
  add_dislikes (profile, draft->dislikes, vocabulary);
  for (guint i = 0; draft->words[i] != NULL; i++)
    dolen_profile_add_word (profile, draft->words[i]);
  return profile;
}

/* ---- of one service ---- */

/* Area alone where the address is hidden. */
static char *
say_venue (const DolenVenue *venue, DolenLanguage language)
{
  const char *name = dolen_bilingual_get (&venue->name, language);
  const char *town
      = !dolen_text_is_empty (venue->city) ? dolen_town_name (venue->city, language) : NULL;

  if (venue->hide_address || dolen_text_is_empty (name))
    return g_strdup (town != NULL ? town : "");
  return town != NULL && strstr (name, town) == NULL ? g_strconcat (name, ", ", town, NULL)
                                                     : g_strdup (name);
}

static void
append (GString *text, const char *more, const char *between)
{
  if (*more == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, between);
  g_string_append (text, more);
}

static char *
say_where (const DolenService *service,
           double km,
           double precision,
           DolenLanguage language,
           DolenDistanceUnit unit)
{
  GString *where = g_string_new (NULL);
  g_autofree char *district = NULL;
  gboolean hidden = FALSE;

  for (guint i = 0; i < service->venues->len && where->len == 0; i++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, i);
    g_autofree char *said
        = venue->kind == DOLEN_VENUE_PHYSICAL ? say_venue (venue, language) : NULL;

    hidden = hidden || venue->hide_address || venue->no_map;
    if (said != NULL)
      append (where, said, ", ");
    if (said != NULL && precision > DOLEN_POSITION_EXACT_KM)
      district = dolen_venue_district (venue);
  }
  if (where->len > 0 && !hidden && !isnan (km)) {
    g_autofree char *distance
        = dolen_distance_in_district (language, unit, km, precision, district);

    append (where, distance, " · ");
  }
  if (service->attending & ~(guint) DOLEN_ATTENDING_VENUE) {
    g_autofree char *otherwise = dolen_sentence_attending (
        language, (DolenAttending) (service->attending & ~(guint) DOLEN_ATTENDING_VENUE));

    append (where, otherwise, "; ");
  }
  return g_string_free (where, FALSE);
}

/* Said as it is: nobody should come for nothing. */
static char *
say_wait (const DolenService *service, const DolenMatch *match, DolenLanguage language)
{
  g_autofree char *bare = NULL;

  if (match->band != DOLEN_BAND_WAIT || service->capacities->len == 0)
    return g_strdup ("");
  bare = dolen_sentence_capacity_bare (language, g_ptr_array_index (service->capacities, 0));
  /* Translators: to the person, of a suggestion; %s says how long: "waiting list, 3–6 weeks". */
  return g_strdup_printf (dolen_text (language, "There is a wait: %s"), bare);
}

/* ---- a picture ---- */

/* That of the word in whose reach @term stands. */
static const char *
icon_of_term (DolenVocabulary *vocabulary, const DolenTerm *term)
{
  const DolenTermSet *closure = dolen_vocabulary_closure (vocabulary, term->kind, term->index);
  guint n;
  const DolenTalkWord *words = dolen_talk_words (term->kind, &n);

  for (guint i = 0; i < n; i++) {
    const DolenTerm *wide = dolen_vocabulary_by_code (vocabulary, term->kind, words[i].code);

    if (wide != NULL && dolen_term_set_has (closure, wide->index))
      return words[i].icon;
  }
  return NULL;
}

/* Whether @term is one that was chosen, or a kind of it. */
static gboolean
is_wished (DolenVocabulary *vocabulary, const DolenTalkDraft *draft, const DolenTerm *term)
{
  const DolenTermSet *closure = dolen_vocabulary_closure (vocabulary, term->kind, term->index);
  char **codes = dolen_talk_draft_codes (draft, term->kind);

  for (guint i = 0; codes[i] != NULL; i++) {
    const DolenTerm *wished = dolen_vocabulary_by_code (vocabulary, term->kind, codes[i]);

    if (wished != NULL && dolen_term_set_has (closure, wished->index))
      return TRUE;
  }
  return FALSE;
}

static const DolenTerm *
term_of_tag (DolenVocabulary *vocabulary, const DolenTag *tag)
{
  if (!tag->value || tag->state == DOLEN_TAG_REJECTED || tag->code == NULL)
    return NULL;
  if (tag->kind == DOLEN_TAG_INTEREST)
    return dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_INTEREST, tag->code);
  if (tag->kind == DOLEN_TAG_NEED)
    return dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_NEED, tag->code);
  return NULL;
}

/* Of what they wish and it offers; else of whatever it offers. */
static const char *
icon_of (const DolenTalkRequest *request, const DolenService *service)
{
  const char *any = NULL;

  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTerm *term = term_of_tag (request->vocabulary, g_ptr_array_index (service->tags, i));
    const char *icon = term != NULL ? icon_of_term (request->vocabulary, term) : NULL;

    if (icon == NULL)
      continue;
    if (is_wished (request->vocabulary, request->draft, term))
      return icon;
    any = any != NULL ? any : icon;
  }
  return any != NULL ? any : "dolen-people-symbolic";
}

/* A sentence of its own begins with a capital letter; what may not be said here is left out; takes
 * @text. */
static char *
begin (const DolenService *service, char *text)
{
  g_autofree char *former = text;
  g_autofree char *first = NULL;

  if (*text == '\0' || !dolen_talk_may_be_said (service, text))
    return g_strdup ("");
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* ---- the best ---- */

static char *
speak (const DolenTalkFound *found)
{
  GString *spoken = g_string_new (found->name);

  append (spoken, found->what, ". ");
  append (spoken, found->where, ". ");
  append (spoken, found->when, ". ");
  append (spoken, found->cost, ". ");
  append (spoken, found->wait, ". ");
  for (guint i = 0; found->why[i] != NULL; i++)
    append (spoken, found->why[i], ". ");
  for (guint i = 0; found->ask[i] != NULL; i++)
    append (spoken, found->ask[i], ". ");
  return g_string_free (spoken, FALSE);
}

/* What a search holds while it is under way. */
typedef struct {
  DolenFacts *facts;
  const DolenProfile *profile;
  const DolenQuery *query;
} Search;

static DolenTalkFound *
found_new (const DolenTalkRequest *request,
           const Search *search,
           const DolenMatch *match,
           const DolenService *service)
{
  DolenLanguage language = request->draft->language;
  DolenTalkFound *found = g_new0 (DolenTalkFound, 1);
  double precision = 0;
  double km = dolen_query_distance_km (search->query, match->index, &precision);

  found->uid = g_strdup (service->uid);
  found->icon = icon_of (request, service);
  found->name = g_strdup (dolen_bilingual_get (&service->name, language));
  found->what = dolen_talk_gist (service, language);
  found->where = begin (service, say_where (service, km, precision, language, request->unit));
  found->when = begin (service, dolen_sentence_when (language, service->schedules, request->today));
  found->cost = begin (service, dolen_sentence_costs (language, service->costs, service->fees));
  found->wait = say_wait (service, match, language);
  dolen_talk_reasons (
      search->facts, search->profile, match->index, language, &found->why, &found->ask);
  found->spoken = speak (found);
  return found;
}

static GPtrArray *
take_best (DolenDirectory *directory,
           const DolenTalkRequest *request,
           const Search *search,
           const DolenRanking *ranking,
           GError **error)
{
  g_autoptr (GPtrArray) list
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_talk_found_free);

  for (guint i = 0; i < ranking->n_matches && list->len < DOLEN_TALK_MOST_FOUND; i++) {
    const DolenMatch *match = &ranking->matches[i];
    g_autoptr (DolenService) service = NULL;

    if (match->band == DOLEN_BAND_UNSUITABLE)
      continue;
    service = dolen_directory_get_service_by_id (directory, search->facts->id[match->index], error);
    if (service == NULL)
      return NULL;
    if (service->gone_since == NULL && !service->do_not_list)
      g_ptr_array_add (list, found_new (request, search, match, service));
  }
  return g_steal_pointer (&list);
}

GPtrArray *
dolen_talk_find (DolenDirectory *directory,
                 const DolenTalkRequest *request,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (DolenFacts) facts = dolen_facts_cache_get (
      request->cache, directory, request->vocabulary, cancellable, error);
  g_autoptr (DolenProfile) profile = NULL;
  g_autoptr (DolenRanking) ranking = NULL;
  g_autoptr (DolenQuery) query = NULL;

  if (facts == NULL)
    return NULL;
  profile = dolen_talk_profile_new (request->draft, request->filters, request->vocabulary);
  if (request->known != NULL)
    dolen_person_known_add (request->known, profile);
  dolen_profile_set_weights (profile, request->weights);
  if (!dolen_profile_find_words (profile, directory, error))
    return NULL;
  if (!dolen_profile_names_wishes (profile))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_talk_found_free);
  ranking = dolen_ranking_run (facts, profile, 4 * DOLEN_TALK_MOST_FOUND, cancellable, error);
  if (ranking == NULL)
    return NULL;
  query = dolen_query_new (facts, profile);
  return take_best (directory, request, &(Search){ facts, profile, query }, ranking, error);
}
