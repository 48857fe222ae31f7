/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/again/dolen-row-signs.h"

G_BEGIN_DECLS

/*
 * A table that is read again: rows whose id is made of what they say have another id once that is
 * mended. Before anything is written, rows nobody knows are laid beside records that are not in the
 * table any more. What is certain is the same record; what only may be is told, and stays two.
 */

/** DolenAgainSame: a record known by @before is from now on known by @now. */
typedef struct {
  char *before, *now; /* ids of the source */
  char *path;
  guint64 row;
  char *why; /* a sentence */
} DolenAgainSame;

typedef struct {
  GPtrArray *services;      /* of DolenAgainSame */
  GPtrArray *organisations; /* of DolenAgainSame */
  GPtrArray *doubts;        /* of DolenAgainSame: may be the same, and were left apart */
} DolenAgain;

void dolen_again_init (DolenAgain *again);
void dolen_again_clear (DolenAgain *again);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenAgain, dolen_again_clear)

/** dolen_again_add: @signs: the row; @why is taken. */
void dolen_again_add (
    GPtrArray *list, const char *before, const char *now, const DolenRowSigns *signs, char *why);

/**
 * dolen_again_find_rows:
 * @rows: (element-type DolenRowSigns): of the table, one for each service
 * @stored: (element-type utf8 DolenRowSigns): as the source said them last, by their ids
 * @n_present: how many of @stored were in the table when it was read last
 *
 * Adds to @again->services and ->doubts.
 */
void dolen_again_find_rows (DolenAgain *again,
                            const GPtrArray *rows,
                            GHashTable *stored,
                            guint n_present);

/** dolen_again_is_known: whether the source knows an organisation of that id. */
typedef gboolean (*DolenAgainKnown) (const char *organisation_id, gpointer user_data);

/** dolen_again_find_organisations: after dolen_again_find_rows(): organisations whose name was
 *  mended in every row. @again->services must hold only what came of @rows. */
void dolen_again_find_organisations (DolenAgain *again,
                                     const GPtrArray *rows,
                                     GHashTable *stored,
                                     DolenAgainKnown known,
                                     gpointer user_data);

G_END_DECLS
