/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What is told of records beside their names: the words of descriptions, of halls and of streets,
 * as those of names are compared but each by itself. Of what many tell it says little that two do.
 */

typedef struct {
  GHashTable *words; /* (owned) folded word -> number + 1, 0 where it says nothing */
  GHashTable *stems; /* (owned) what it is compared as -> number + 1 */
  GArray *counts;    /* of guint: records that tell it, by its number */
  GArray *bits;      /* of double: what it says that two tell it; once all are counted */
} DolenAlikeTold;

DolenAlikeTold *dolen_alike_told_new (void);
void dolen_alike_told_free (DolenAlikeTold *told);

/** dolen_alike_told_add: adds the words of @text (nullable) to @numbers (of guint, rising), which
 *  holds at most @most. */
void dolen_alike_told_add (DolenAlikeTold *told, GArray *numbers, const char *text, guint most);

/** dolen_alike_told_find: the number of a word as it is compared ("bell"), G_MAXUINT none. */
guint dolen_alike_told_find (const DolenAlikeTold *told, const char *stem);

G_END_DECLS
