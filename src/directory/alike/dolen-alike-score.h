/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/alike/dolen-alike-book.h"

G_BEGIN_DECLS

/** What speaks for two records being the same. */
typedef enum {
  DOLEN_ALIKE_BY_NAME = 1 << 0,         /* the same words */
  DOLEN_ALIKE_BY_NAME_NEARLY = 1 << 1,  /* most of them */
  DOLEN_ALIKE_BY_REGISTRATION = 1 << 2, /* the same number in the same register */
  DOLEN_ALIKE_BY_PHONE = 1 << 3,
  DOLEN_ALIKE_BY_EMAIL = 1 << 4,
  DOLEN_ALIKE_BY_URL = 1 << 5,
  DOLEN_ALIKE_BY_ORGANISATION = 1 << 6,
  DOLEN_ALIKE_BY_POSTCODE = 1 << 7,
  DOLEN_ALIKE_BY_POSITION = 1 << 8, /* within 400 m */
  DOLEN_ALIKE_BY_DAYS = 1 << 9,
  DOLEN_ALIKE_BY_TEXT = 1 << 10, /* descriptions that begin alike */
  DOLEN_ALIKE_BY_HOST = 1 << 11, /* the computer that a web or e-mail address names */
} DolenAlikeEvidence;

/**
 * dolen_alike_score:
 * @book: with its keys counted
 * @evidence: (out): DolenAlikeEvidence bits
 *
 * How sure it is that two records are one, in bits: 0 is even, 3 is eight to one. After Fellegi and
 * Sunter ("A Theory for Record Linkage", JASA 64, 1969) with weights by frequency (Winkler 1989):
 * a value in common weighs the logarithm of how many records there are to each that has it; what
 * differs weighs against. Values that follow from one another (telephone, e-mail, address of one
 * organisation) count as one, the strongest, and a little for the rest.
 *
 * Returns: the same whichever comes first
 */
double dolen_alike_score (const DolenAlikeBook *book,
                          const DolenAlikeRecord *a,
                          const DolenAlikeRecord *b,
                          guint *evidence);

G_END_DECLS
