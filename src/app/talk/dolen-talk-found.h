/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-facts-cache.h"
#include "app/find/dolen-find-filters.h"
#include "app/talk/dolen-talk-draft.h"

G_BEGIN_DECLS

/*
 * Suggestions in words a person can read or be read: what it is, where, when, what it costs, why it
 * may suit, what would be asked first. Of a record only these are taken: never its funding, its
 * checks, how old its listing is, whom a worker spoke to, nor what does not suit.
 */

/** At most so many are shown at once. */
#define DOLEN_TALK_MOST_FOUND 5

/** DolenTalkFound: one suggestion; all (owned), "" where nothing is known. */
typedef struct {
  char *uid;
  const char *icon; /* symbolic: the kind of thing it is */
  char *name;
  char *what;  /* a sentence or two of the group's own */
  char *where; /* place, and how far */
  char *when;
  char *cost;
  char *wait;   /* "There is a wait: ..." */
  char **why;   /* sentences */
  char **ask;   /* what would be asked first: sentences */
  char *spoken; /* all of it, for a screen reader */
} DolenTalkFound;

void dolen_talk_found_free (DolenTalkFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTalkFound, dolen_talk_found_free)

/** DolenTalkRequest: what the worker is asked. */
typedef struct {
  DolenTalkDraft *draft;       /* (owned) */
  DolenFindFilters *filters;   /* (owned) what is known besides: from where, age, languages */
  DolenVocabulary *vocabulary; /* (owned) */
  DolenFactsCache *cache;      /* (owned) */
  DolenDistanceUnit unit;
  char *today;           /* (owned) civil date */
  DolenProfile *known;   /* (nullable) (owned) dolen_person_known_new() */
  DolenWeights *weights; /* (nullable) (owned) of the scheme */
} DolenTalkRequest;

void dolen_talk_request_free (DolenTalkRequest *request);

/** dolen_talk_profile_new: (transfer full): what is sought: @filters with what the draft says in
 *  place of what it says otherwise. */
DolenProfile *dolen_talk_profile_new (const DolenTalkDraft *draft,
                                      const DolenFindFilters *filters,
                                      DolenVocabulary *vocabulary);

/**
 * dolen_talk_find:
 * @directory: the worker's connection
 *
 * The best that suit, at once, with help or after a wait; what does not suit and what runs no more
 * is not among them. Fewer, or none, where little suits.
 *
 * Returns: (transfer full) (nullable) (element-type DolenTalkFound)
 */
GPtrArray *dolen_talk_find (DolenDirectory *directory,
                            const DolenTalkRequest *request,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
