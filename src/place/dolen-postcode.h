/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DolenPostcode: a UK postcode in its parts, capital letters, a plain value.
 *
 * Shapes: BS 7666 / Royal Mail's Programmers' Guide (six forms of outward code, and GIR 0AA).
 * A shape says nothing of whether the postcode is in use.
 */
typedef struct {
  char area[3];    /* "SA" */
  char outward[5]; /* "SA48": the district */
  char inward[4];  /* "7AA"; "" where only the district is known */
  char full[9];    /* "SA48 7AA", or "SA48" */
  gboolean is_cut; /* more stood there than is kept: "SA48 7", the sector, or "SA48 7A" */
} DolenPostcode;

/**
 * dolen_postcode_parse:
 * @text: (nullable): a postcode and nothing else, in any case and spacing ("sa487aa"), a district
 *   ("SA48") or what stops halfway ("SA48 7": is_cut)
 * @postcode: (out caller-allocates) (optional): the postcode
 *
 * For fields that are meant to hold a postcode. The letters O and I where only a digit can stand
 * are read as 0 and 1.
 *
 * Returns: FALSE if it has not the shape of one
 */
gboolean dolen_postcode_parse (const char *text, DolenPostcode *postcode);

/**
 * dolen_postcode_find:
 * @text: (nullable): any text ("our hall, Lampeter, SA48 7AA")
 * @postcode: (out caller-allocates) (optional): the last whole postcode in it
 * @start: (out) (optional): byte where it begins
 * @end: (out) (optional): byte after it
 *
 * Only whole postcodes: a district alone looks like too many other things ("M25", "B12"). The last
 * is taken, since a postcode ends an address.
 *
 * Returns: FALSE if there is none
 */
gboolean dolen_postcode_find (const char *text, DolenPostcode *postcode, gsize *start, gsize *end);

/** dolen_postcode_canonical: (transfer full) (nullable): "SA48 7AA" for any spelling of a whole
 *  postcode; NULL if @text is not a whole postcode and nothing else. */
char *dolen_postcode_canonical (const char *text);

/** dolen_postcode_number: a number for a whole postcode in any spelling (of FNV-1a); 0 if @text
 *  (nullable) is none. Two postcodes of one number are one in four milliards. */
guint32 dolen_postcode_number (const char *text);

/** dolen_postcode_is_whole: whether the inward part is known too. */
gboolean dolen_postcode_is_whole (const DolenPostcode *postcode);

G_END_DECLS
