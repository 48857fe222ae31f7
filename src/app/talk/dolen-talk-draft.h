/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-profile.h"

G_BEGIN_DECLS

/*
 * What is said in a conversation (dolen-talk-view.h): a plain value. What changes it takes the
 * former and gives the next, so that a page only shows a draft and says what was touched. It holds
 * no name. Nothing here knows of widgets.
 */

/** DolenTalkStep: a page; one question each, then what was found. */
typedef enum {
  DOLEN_TALK_MATTERS,
  DOLEN_TALK_ENJOY,
  DOLEN_TALK_HINDERS,
  DOLEN_TALK_WHERE,
  DOLEN_TALK_WHEN,
  DOLEN_TALK_FOUND,
  DOLEN_TALK_N_STEPS
} DolenTalkStep;

/** So many pages ask something; the last shows. */
#define DOLEN_TALK_N_QUESTIONS 5

/** Parts of a day, as bits. */
#define DOLEN_TALK_MORNING (1u << 0)
#define DOLEN_TALK_AFTERNOON (1u << 1)
#define DOLEN_TALK_EVENING (1u << 2)

/** How they get about, as bits: 1 << DolenMeans. */
#define DOLEN_TALK_WALK (1u << 0)
#define DOLEN_TALK_BUS (1u << 1)
#define DOLEN_TALK_LIFT (1u << 2)
#define DOLEN_TALK_CAR (1u << 3)

/** How far somebody goes on foot who did not say: a mile. */
#define DOLEN_TALK_WALK_KM 1.609344

/** Text sizes go from 0 to this; 0 is large already. */
#define DOLEN_TALK_LARGEST 3

/** DolenTalkDraft: lists are (owned), NULL-terminated, never NULL, in the order chosen. */
typedef struct {
  DolenTalkStep step;
  DolenLanguage language; /* of the view, which may be another than the window's */
  guint size;             /* of the text */
  char *matters;          /* (nullable) (owned) in their own words, a line each time */
  char **interests;       /* codes of the vocabulary */
  char **needs;
  char **barriers;
  char **dislikes; /* interests they would rather not */
  char **words;    /* typed and not known to the vocabulary: kept as said */
  char *place;     /* (nullable) (owned) from where, as typed; a place or postcode that is known */
  guint means;     /* DOLEN_TALK_WALK ... */
  double max_km;   /* 0: as far as it takes; negative: not said */
  guint days;      /* DOLEN_DAY_BIT()s; 0 not said */
  guint times;     /* DOLEN_TALK_MORNING ...; 0 not said */
  int max_minutes; /* how long they can stay; 0: as long as it takes; negative: not said */
  char **liked;    /* uids of services: "I would like that" */
  char **not_for_me; /* and those they would not */
} DolenTalkDraft;

/** dolen_talk_draft_new: (transfer full): nothing is said yet. */
DolenTalkDraft *dolen_talk_draft_new (DolenLanguage language);
DolenTalkDraft *dolen_talk_draft_copy (const DolenTalkDraft *draft);
void dolen_talk_draft_free (DolenTalkDraft *draft);
gboolean dolen_talk_draft_equal (const DolenTalkDraft *a, const DolenTalkDraft *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTalkDraft, dolen_talk_draft_free)

/* ---- the next draft; all (transfer full) ---- */

/** dolen_talk_draft_next, _back: another page; at the ends the same. */
DolenTalkDraft *dolen_talk_draft_next (const DolenTalkDraft *draft);
DolenTalkDraft *dolen_talk_draft_back (const DolenTalkDraft *draft);

/** dolen_talk_draft_speak: the view in the other language. */
DolenTalkDraft *dolen_talk_draft_speak (const DolenTalkDraft *draft, DolenLanguage language);

/** dolen_talk_draft_resize: larger (@by 1) or smaller (-1), within what there is. */
DolenTalkDraft *dolen_talk_draft_resize (const DolenTalkDraft *draft, int by);

/** dolen_talk_draft_choose: a term chosen or not. @kind: interest, need or barrier. */
DolenTalkDraft *dolen_talk_draft_choose (const DolenTalkDraft *draft,
                                         DolenTermKind kind,
                                         const char *code,
                                         gboolean chosen);

/** dolen_talk_draft_dislike: an interest they would rather not have; it is no longer chosen. */
DolenTalkDraft *
dolen_talk_draft_dislike (const DolenTalkDraft *draft, const char *code, gboolean disliked);

/** dolen_talk_draft_say: adds a line to what matters in their own words. */
DolenTalkDraft *dolen_talk_draft_say (const DolenTalkDraft *draft, const char *line);

/** dolen_talk_draft_set_word: a word that the vocabulary does not know, kept or let go. */
DolenTalkDraft *
dolen_talk_draft_set_word (const DolenTalkDraft *draft, const char *word, gboolean kept);

/** dolen_talk_draft_set_means, _days, _times: bits set or not. */
DolenTalkDraft *dolen_talk_draft_set_means (const DolenTalkDraft *draft, guint bit, gboolean on);
DolenTalkDraft *dolen_talk_draft_set_days (const DolenTalkDraft *draft, guint bits, gboolean on);
DolenTalkDraft *dolen_talk_draft_set_times (const DolenTalkDraft *draft, guint bit, gboolean on);

/** dolen_talk_draft_set_place: @place: (nullable) */
DolenTalkDraft *dolen_talk_draft_set_place (const DolenTalkDraft *draft, const char *place);

/** dolen_talk_draft_set_far, _set_minutes: a limit, 0 for none, negative to leave it unsaid. */
DolenTalkDraft *dolen_talk_draft_set_far (const DolenTalkDraft *draft, double max_km);
DolenTalkDraft *dolen_talk_draft_set_minutes (const DolenTalkDraft *draft, int minutes);

/** DolenTalkOpinion: of a suggestion. */
typedef enum {
  DOLEN_TALK_NO_OPINION,
  DOLEN_TALK_LIKED,
  DOLEN_TALK_NOT_FOR_ME,
} DolenTalkOpinion;

/** dolen_talk_draft_judge: what they think of a service; one thing at a time. */
DolenTalkDraft *
dolen_talk_draft_judge (const DolenTalkDraft *draft, const char *uid, DolenTalkOpinion opinion);
DolenTalkOpinion dolen_talk_draft_opinion (const DolenTalkDraft *draft, const char *uid);

/* ---- reading it ---- */

/** dolen_talk_draft_codes: (transfer none): the chosen terms of a kind; NULL for enablers. */
char **dolen_talk_draft_codes (const DolenTalkDraft *draft, DolenTermKind kind);

/** dolen_talk_draft_has: whether a term is chosen. */
gboolean dolen_talk_draft_has (const DolenTalkDraft *draft, DolenTermKind kind, const char *code);

/** dolen_talk_draft_answered: whether something was said on a page: else it can be skipped. */
gboolean dolen_talk_draft_answered (const DolenTalkDraft *draft, DolenTalkStep step);

/** dolen_talk_draft_says_nothing: nothing was said on any page. */
gboolean dolen_talk_draft_says_nothing (const DolenTalkDraft *draft);

/* ---- sealed as a draft meanwhile ---- */

/** dolen_talk_draft_to_json: (transfer full): to be sealed (dolen-draft-keeper.h), nothing else. */
char *dolen_talk_draft_to_json (const DolenTalkDraft *draft);

/** dolen_talk_draft_from_json: (transfer full) (nullable): what it gave; NULL for anything else. */
DolenTalkDraft *dolen_talk_draft_from_json (const char *json);

G_END_DECLS
