/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"
#include "place/dolen-distance-text.h"
#include "place/dolen-position.h"

#include <glib.h>

G_BEGIN_DECLS

/*
 * What stands on a paper, as blocks from top to bottom: what each one is and says, and nothing of
 * how it looks. Pages are drawn from it (app/dolen-sheet-pages.h), and it is plain text to copy.
 */

typedef enum {
  DOLEN_SHEET_COVER,    /* the title of a booklet, on a page that has little else */
  DOLEN_SHEET_TITLE,    /* of the whole paper */
  DOLEN_SHEET_HEADING,  /* of one group */
  DOLEN_SHEET_LABEL,    /* over the items that follow */
  DOLEN_SHEET_LINE,     /* a label (nullable) and words */
  DOLEN_SHEET_ITEM,     /* one of a list */
  DOLEN_SHEET_GAP,      /* a little white */
  DOLEN_SHEET_MAP,      /* words: the same told to who cannot see it */
  DOLEN_SHEET_CARD,     /* to be cut out; label: its heading, words: lines */
  DOLEN_SHEET_PAGE,     /* what follows begins on a page of its own */
  DOLEN_SHEET_CONTENTS, /* a line of a table of contents: words, and the page of .target */
} DolenSheetKind;

/** Up to this precision (km) a place stands as a point; beyond, as a ring: about here. */
#define DOLEN_SHEET_POINT_KM 0.5

/** DolenSheetMap: a small map of the way. */
typedef struct {
  DolenPosition place;
  DolenPosition home; /* { 0 }: does not stand on it */
  char *place_name;   /* (owned) beside the place */
  char *home_name;    /* (owned) (nullable) */
  DolenDistanceUnit unit;
} DolenSheetMap;

/** DolenSheetBlock: texts are owned, plain, (nullable) unless said above. */
typedef struct _DolenSheetBlock DolenSheetBlock;
struct _DolenSheetBlock {
  DolenSheetKind kind;
  DolenLanguage language;
  char *label;
  char *words;
  DolenSheetMap *map;      /* (owned) of DOLEN_SHEET_MAP */
  guint target;            /* of DOLEN_SHEET_CONTENTS: the index of the block it leads to */
  DolenSheetBlock *beside; /* (owned) (nullable) the same in the other language, to its right */
};

/** DolenSheet: the blocks, in order. */
typedef struct {
  GPtrArray *blocks; /* DolenSheetBlock */
  gboolean numbered; /* each page has its number at its foot */
} DolenSheet;

DolenSheet *dolen_sheet_new (void);
void dolen_sheet_free (DolenSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSheet, dolen_sheet_free)

/** dolen_sheet_add: (transfer none): adds one. A line or an item without words is left out: NULL.
 */
DolenSheetBlock *dolen_sheet_add (DolenSheet *sheet,
                                  DolenSheetKind kind,
                                  DolenLanguage language,
                                  const char *label,
                                  const char *words);

/**
 * dolen_sheet_pair:
 * @sheet: the blocks from @first on are paired
 * @other: (transfer full): the same in the other language, block by block
 *
 * Puts each block of @other beside its like; what one of them has more stands alone in its column.
 */
void dolen_sheet_pair (DolenSheet *sheet, guint first, DolenSheet *other);

/** dolen_sheet_add_map: @map: (transfer full); @words: what it shows, in words. */
void dolen_sheet_add_map (DolenSheet *sheet,
                          DolenLanguage language,
                          DolenSheetMap *map,
                          const char *words);

/** dolen_sheet_to_text: (transfer full): plain text, to copy; of a map what it says in words. What
 *  stands beside one another follows, one language after the other. */
char *dolen_sheet_to_text (const DolenSheet *sheet);

/** dolen_sheet_to_markup: (transfer full): Pango markup for a paper without pictures; maps are left
 * out. */
char *dolen_sheet_to_markup (const DolenSheet *sheet);

G_END_DECLS
