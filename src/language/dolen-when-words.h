/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of dolen-when.c: what one folded word of a day or time means. */
typedef enum {
  DOLEN_WHEN_UNKNOWN,
  DOLEN_WHEN_FILLER,    /* "on", "the", "ar" */
  DOLEN_WHEN_EVERY,     /* "every", "bob" */
  DOLEN_WHEN_AT,        /* "at", "from", "am": a time follows */
  DOLEN_WHEN_BETWEEN,   /* "between", "rhwng": the next "and" is a "to" */
  DOLEN_WHEN_AND,       /* "and", "a", "&" */
  DOLEN_WHEN_TO,        /* "to", "-", "tan" */
  DOLEN_WHEN_EXCEPT,    /* "except", "heblaw", "closed": days follow on which it is not */
  DOLEN_WHEN_DAY,       /* value 0 Monday ... 6 Sunday */
  DOLEN_WHEN_DAYS,      /* value: a set of bits: "weekdays", "daily" */
  DOLEN_WHEN_ORDINAL,   /* value 1 ... 4, -1 last */
  DOLEN_WHEN_FORTNIGHT, /* every other week */
  DOLEN_WHEN_MONTH,     /* "of the month" */
  DOLEN_WHEN_PART,      /* value: a DolenWhenPart of the day */
  DOLEN_WHEN_PART_OF,   /* the same, before its day: "nos Iau", "bore Llun" */
  DOLEN_WHEN_NOON,
} DolenWhenKind;

typedef enum {
  DOLEN_WHEN_ANY_PART,
  DOLEN_WHEN_MORNING,
  DOLEN_WHEN_AFTERNOON,
  DOLEN_WHEN_EVENING,
  DOLEN_WHEN_PM, /* afternoon or evening */
} DolenWhenPart;

/** dolen_when_word: @word: folded (dolen_welsh_fold()). @value: (out). */
DolenWhenKind dolen_when_word (const char *word, int *value);

G_END_DECLS
