/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-encounter.h"
#include "casework/records/dolen-person.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * When somebody cannot be reached: three tries on different days and at different times of the day,
 * by two safe ways; then a letter; then, after a time to answer it, closed, and the referrer told.
 * (In one evaluation 63 of 173 people referred were never supported, most often for want of
 * contact.) Pure: what is asked for is worked out from what has been tried.
 */

#define DOLEN_REACH_TRIES 3
#define DOLEN_REACH_CHANNELS 2

/** DolenDayPart: when in the day: before 12, before 17, after. */
typedef enum {
  DOLEN_DAY_PART_UNKNOWN,
  DOLEN_DAY_PART_MORNING,
  DOLEN_DAY_PART_AFTERNOON,
  DOLEN_DAY_PART_EVENING,
  DOLEN_N_DAY_PARTS
} DolenDayPart;

/** dolen_day_part_of: @at: (nullable): "14:30". */
DolenDayPart dolen_day_part_of (const char *at);

/** DOLEN_CHANNEL: the bit of a DolenEncounterKind in a set of channels. */
#define DOLEN_CHANNEL(kind) (1u << (kind))

/** dolen_reach_safe_channels: the bits of the ways that may be used to reach @person: a number that
 * is marked unsafe is none, and "no texts", "no visits" hold for every number. 0 where no way is
 * recorded. A letter is among them unless post is marked unsafe. */
guint dolen_reach_safe_channels (const DolenPerson *person);

/** dolen_reach_is_unsafe: whether a contact by @kind with @way (nullable) uses a way that is marked
 * as one not to use. */
gboolean
dolen_reach_is_unsafe (const DolenPerson *person, DolenEncounterKind kind, const char *way);

/** DolenReachStep: what is to be done next. */
typedef enum {
  DOLEN_REACH_REACHED, /* nothing: they were reached, or nobody has tried */
  DOLEN_REACH_TRY,     /* try again: .next_kind, .next_part, .next_on */
  DOLEN_REACH_LETTER,  /* write to them */
  DOLEN_REACH_WAIT,    /* the letter is out: until .close_on */
  DOLEN_REACH_CLOSE,   /* close, and tell the referrer */
} DolenReachStep;

/** DolenReachFacts: what it is worked out from; nothing is owned. */
typedef struct {
  guint channels;        /* dolen_reach_safe_channels() */
  GPtrArray *encounters; /* (element-type DolenEncounter): of the person, any order */
  const char *since;     /* (nullable) civil date: earlier ones do not count */
  const char *letter_on; /* (nullable) civil date the letter went out */
  const char *answer_by; /* (nullable) civil date until which it may be answered */
  const char *today;     /* civil date */
} DolenReachFacts;

typedef struct {
  DolenReachStep step;
  guint n_tries;    /* that count: not wrong numbers, not letters */
  guint n_days;     /* on how many days */
  guint n_parts;    /* at how many times of the day */
  guint n_channels; /* by how many ways */
  guint n_wrong;    /* wrong numbers */
  guint tried[DOLEN_ENCOUNTER_LETTER + 1][DOLEN_N_DAY_PARTS];
  guint channels;               /* as the facts say */
  DolenEncounterKind next_kind; /* DOLEN_REACH_TRY; DOLEN_ENCOUNTER_LETTER: no safe way is known */
  DolenDayPart next_part;       /* UNKNOWN: any */
  char next_on[11];             /* civil date, not before it */
  char close_on[11];            /* DOLEN_REACH_WAIT */
} DolenReach;

/** dolen_reach_work_out: @reach: (out). */
void dolen_reach_work_out (const DolenReachFacts *facts, DolenReach *reach);

/** dolen_reach_sentence: (transfer full): "Two tries so far: by telephone in the morning (2). Next:
 * by text in the evening, from Wed 4 Nov." "" for nothing tried and nothing to say. */
char *dolen_reach_sentence (const DolenReach *reach, DolenLanguage language);

/** dolen_encounter_kind_words, dolen_day_part_words: "by telephone", "in the morning". */
const char *dolen_encounter_kind_words (DolenEncounterKind kind, DolenLanguage language);
const char *dolen_day_part_words (DolenDayPart part, DolenLanguage language);

G_END_DECLS
