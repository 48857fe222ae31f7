/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-private.h"

G_BEGIN_DECLS

/* A move being prepared (dolen-casework-move-find.c): what belongs together, and where it stands.
 */
typedef struct {
  DolenCasework *casework;
  char *wrong;       /* (owned) uid */
  char *right;       /* (owned) uid */
  char *episode;     /* (owned) (nullable) uid of the open one of .right */
  GHashTable *uids;  /* (owned) of what goes: the uid it gets, by the one it has */
  GPtrArray *events; /* (owned) DolenEvent: all of .wrong's */
  GHashTable *gone;  /* (owned) ids of those of them that tell of what goes */
} DolenMove;

/** dolen_move_find: (transfer full) (nullable): NULL on an error of the store. */
DolenMove *dolen_move_find (
    DolenCasework *casework, const char *uid, const char *wrong, const char *right, GError **error);
void dolen_move_free (DolenMove *move);

/** dolen_move_has: whether the record @uid goes. */
gboolean dolen_move_has (const DolenMove *move, const char *uid);

/** dolen_move_is_main: whether what @event is mainly about (its first change) goes. */
gboolean dolen_move_is_main (const DolenMove *move, const DolenEvent *event);

/** dolen_move_text: (transfer none) (nullable): a text of a JSON object. */
const char *dolen_move_text (struct json_object *object, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenMove, dolen_move_free)

G_END_DECLS
