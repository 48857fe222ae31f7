/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"
#include "directory/dolen-struct-json.h"

G_BEGIN_DECLS

/** DolenPart: a list of structs, or some members of the record itself (then new_item is NULL). */
typedef struct {
  const char *kind;
  const char *name;
  const DolenMember *members;
  gsize n_members;
  gsize list;                   /* offset of the GPtrArray */
  gpointer (*new_item) (void);  /* an element of it */
  void (*free_item) (gpointer); /* */
} DolenPart;

/** dolen_part_find: (transfer none) (nullable): a part that is kept whole. */
const DolenPart *dolen_part_find (const char *kind, const char *name);

extern const DolenMember dolen_members_of_tag[];
extern const gsize dolen_n_members_of_tag;
extern const DolenMember dolen_members_of_check[];
extern const gsize dolen_n_members_of_check;

G_END_DECLS
