/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-vocabulary.h"

G_BEGIN_DECLS

/*
 * What a service is tagged with, in two bytes a tag: which term of the vocabulary, whether it is a
 * known yes or a known no, and how well it is founded.
 *
 *     bit 15  14      13        12  11       10         9..0
 *     0       beside  for whom  no  in name  confirmed  number of the term
 */
typedef guint16 DolenFactTag;

/** Terms that a service can have are numbered through: interests, needs, enablers. */
#define DOLEN_FACT_NEEDS DOLEN_TERM_MAX_INTERESTS
#define DOLEN_FACT_ENABLERS (DOLEN_FACT_NEEDS + DOLEN_TERM_MAX_NEEDS)
#define DOLEN_FACT_N_TERMS (DOLEN_FACT_ENABLERS + DOLEN_TERM_MAX_ENABLERS)
#define DOLEN_FACT_TERM_BITS 0x3ffu

G_STATIC_ASSERT (DOLEN_FACT_N_TERMS <= DOLEN_FACT_TERM_BITS);

enum {
  DOLEN_FACT_CONFIRMED = 1 << 10, /* by a person */
  DOLEN_FACT_IN_NAME = 1 << 11,   /* the words it was read from stand in the service's name */
  DOLEN_FACT_NO = 1 << 12,        /* known not to be so */
  DOLEN_FACT_FOR_WHOM = 1 << 13,  /* its words say for whom the service is */
  DOLEN_FACT_BESIDE = 1 << 14,    /* only while tags are read: counts beside another tag of the
                                   * term, and is nothing without */
};

/** dolen_fact_number: the number of a term; of kind interest, need or enabler. */
static inline guint
dolen_fact_number (DolenTermKind kind, guint index)
{
  return index
         + (kind == DOLEN_TERM_INTEREST ? 0
            : kind == DOLEN_TERM_NEED   ? DOLEN_FACT_NEEDS
                                        : DOLEN_FACT_ENABLERS);
}

/** dolen_fact_tag_number: the number of its term. */
static inline guint
dolen_fact_tag_number (DolenFactTag tag)
{
  return tag & DOLEN_FACT_TERM_BITS;
}

/** dolen_fact_tag_is_no: a known no. */
static inline gboolean
dolen_fact_tag_is_no (DolenFactTag tag)
{
  return (tag & DOLEN_FACT_NO) != 0;
}

/** dolen_fact_tag_is_strong: stands in the name, or a person confirmed it. */
static inline gboolean
dolen_fact_tag_is_strong (DolenFactTag tag)
{
  return (tag & (DOLEN_FACT_CONFIRMED | DOLEN_FACT_IN_NAME)) != 0;
}

/** dolen_fact_tag_founded: 0 somewhere in its words, 1 confirmed, 2 and 3 in the name. */
static inline guint
dolen_fact_tag_founded (DolenFactTag tag)
{
  return (tag >> 10) & 3;
}

/** dolen_fact_tag_kind: the kind of its term. */
static inline DolenTermKind
dolen_fact_tag_kind (DolenFactTag tag)
{
  guint number = dolen_fact_tag_number (tag);

  return number < DOLEN_FACT_NEEDS      ? DOLEN_TERM_INTEREST
         : number < DOLEN_FACT_ENABLERS ? DOLEN_TERM_NEED
                                        : DOLEN_TERM_ENABLER;
}

/** dolen_fact_tag_index: the index of its term within its kind. */
static inline guint
dolen_fact_tag_index (DolenFactTag tag)
{
  return dolen_fact_tag_number (tag) - dolen_fact_number (dolen_fact_tag_kind (tag), 0);
}

G_END_DECLS
