/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/**
 * DolenGap: what was looked for and not found. It belongs to the person who met it and is sealed
 * with them; once for each need or interest and spell of support. Of several only counts leave
 * (dolen-gap-counts.h). Texts are (nullable) unless said.
 */
typedef struct {
  char *uid;      /* never NULL */
  char *person;   /* uid */
  char *episode;  /* uid; NULL: none was open */
  char *kind;     /* "need" or "interest" */
  char *term;     /* code in the vocabulary: "debt" */
  char *name;     /* what it is called there, in English */
  char *name_cy;  /* and in Welsh */
  char *district; /* postcode district it was looked for in ("SA48"); NULL not known */
  char *area;     /* the council area of it, in English ("Ceredigion"); NULL not known */
  char *on;       /* civil date */
  char *by;       /* who noted it */
  gint64 created; /* instant */
} DolenGap;

extern const DolenRecordType dolen_gap_type;

/** dolen_gap_new: (transfer full): with the uid that every copy gives a gap of @person's spell of
 * support @episode (nullable): two that note the same one note it once when they are brought
 * together. */
DolenGap *
dolen_gap_new (const char *person, const char *episode, const char *kind, const char *term);
void dolen_gap_free (DolenGap *gap);

/**
 * dolen_gap_set_place:
 * @text: (nullable): where it was looked for: a postcode, or the name of a town or village
 *
 * Keeps of it what is no finer than a postcode district, by the bundled gazetteer.
 */
void dolen_gap_set_place (DolenGap *gap, const char *text);

/** dolen_gap_get_name: (transfer none): in @language, else the other, else the code. */
const char *dolen_gap_get_name (const DolenGap *gap, DolenLanguage language);

/** dolen_gap_say: (transfer full): "Debt advice, SA48", "Singing, Ceredigion", "Singing": what
 * would be counted. */
char *dolen_gap_say (const DolenGap *gap, DolenLanguage language);

/** dolen_area_name: (transfer none) (nullable): a council area of the gazetteer, by its English
 * name, in @language. @area: (nullable) */
const char *dolen_area_name (const char *area, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenGap, dolen_gap_free)

G_END_DECLS
