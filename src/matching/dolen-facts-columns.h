/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-facts-private.h"

G_BEGIN_DECLS

/* The columns one service has an entry in, for making, freeing, copying and counting them alike. */

typedef struct {
  gsize offset; /* in DolenFacts, of the pointer to the column */
  gsize size;   /* of an entry */
} DolenFactsColumn;

extern const DolenFactsColumn dolen_facts_columns[];
extern const gsize dolen_facts_n_columns;

#define DOLEN_FACTS_COLUMN(facts, c) G_STRUCT_MEMBER (char *, facts, dolen_facts_columns[c].offset)

/* A uid that is no UUID: its high half is this, its low half the place in odd_uids. */
#define DOLEN_FACTS_ODD_UID G_MAXUINT64

G_END_DECLS
