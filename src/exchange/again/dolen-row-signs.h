/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/** What a row tells of its group beside name, organisation and postcode, the surest first; days,
 *  times and descriptions are not among it: those several rows of one group may have. */
#define DOLEN_ROW_TELLS 15

/** DolenRowSigns: by what a row of a table is known again, in the file or as it was read before. */
typedef struct {
  char *id;              /* of the service, as its source's records are known by it */
  gboolean made;         /* the table gives none: it is made of name, organisation and postcode */
  char *name;            /* as it is written; "" where there is none */
  char *organisation;    /* (nullable) as it is written */
  char *organisation_id; /* (nullable) */
  char *same_name;       /* of a made id: name and organisation, for comparing; else "" */
  char *postcode;        /* of a made id: closed up, "" where there is none; else "" */
  char *tells[DOLEN_ROW_TELLS]; /* (nullable) for comparing; of several telephones "|" between */
  char *place;                  /* (nullable) */
  char *when;                   /* (nullable) days and times, for comparing */
  GPtrArray *points;            /* of char*: telephones, mailboxes, web addresses, for comparing */
  char *path;                   /* (nullable) where it stands */
  guint64 row;
  gboolean gone; /* as it was read before: not in the table any more */
} DolenRowSigns;

/** dolen_row_signs_read: (transfer full) (nullable): of a record as dolen_csv_record_new() makes
 *  it. NULL where nothing in it says what it is. */
DolenRowSigns *dolen_row_signs_read (json_object *record);

/** dolen_row_signs_parse: (transfer full) (nullable): of what is kept of a service: such records,
 *  one a line. */
DolenRowSigns *dolen_row_signs_parse (const char *foreign_id, const char *json);

/** dolen_row_signs_add: one more row of the same service. */
void dolen_row_signs_add (DolenRowSigns *signs, const DolenRowSigns *more);

/** dolen_row_signs_contradict: whether both tell something that cannot be one group's: another
 *  telephone, another place. What only one of them tells is no contradiction. */
gboolean dolen_row_signs_contradict (const DolenRowSigns *a, const DolenRowSigns *b);

/** dolen_row_signs_closeness: of two rows of one name, organisation and postcode: how many of
 *  place, contact points and times are the same, 0 to 3. */
guint dolen_row_signs_closeness (const DolenRowSigns *a, const DolenRowSigns *b);

/** dolen_row_signs_same_street: whether both have one postcode and one street and number. */
gboolean dolen_row_signs_same_street (const DolenRowSigns *a, const DolenRowSigns *b);

void dolen_row_signs_free (DolenRowSigns *signs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRowSigns, dolen_row_signs_free)

/** dolen_row_signs_share_point: whether both have a telephone, mailbox or web address. */
gboolean dolen_row_signs_share_point (const DolenRowSigns *a, const DolenRowSigns *b);

typedef enum {
  DOLEN_NAMES_DIFFER,
  DOLEN_NAMES_ALIKE,   /* one says more than the other: "Lunch club", "Tregaron lunch club" */
  DOLEN_NAMES_RESPELT, /* the same words, perhaps with a letter mended */
} DolenNamesAlike;

/** dolen_names_compare: both (nullable). Words that tell groups of one name apart (a weekday, a
 *  level) make them differ. */
DolenNamesAlike dolen_names_compare (const char *a, const char *b);

/** dolen_names_may_be_one: FALSE where words tell the two apart, as above; other names may be of
 * one group that has a new name. @common: (out): how many words they share. */
gboolean dolen_names_may_be_one (const char *a, const char *b, guint *common);

G_END_DECLS
