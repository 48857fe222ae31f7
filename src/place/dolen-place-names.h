/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Names to numbers: the index of the gazetteer. A name is compared by its key: folded, only letters
 * and digits, "Saint" as "St". Built once, then only read.
 */
typedef struct _DolenPlaceNames DolenPlaceNames;

/** dolen_place_key: (transfer full): the key of a name: "Llanbedr Pont-Steffan" is
 *  "llanbedrpontsteffan". Not valid UTF-8 gives "". */
char *dolen_place_key (const char *name);

DolenPlaceNames *dolen_place_names_new (void);
void dolen_place_names_free (DolenPlaceNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenPlaceNames, dolen_place_names_free)

/** dolen_place_names_add: one name of place number @place. A leading article ("Y Bala") may be left
 *  out by whoever looks for it. */
void dolen_place_names_add (DolenPlaceNames *self, const char *name, guint32 place);

/** dolen_place_names_finish: after the last name was added. */
void dolen_place_names_finish (DolenPlaceNames *self);

/**
 * dolen_place_names_find:
 * @key: a key
 * @prefix: whether names that only begin with it count too
 *
 * Returns: (transfer full) (element-type guint32): the numbers, rising, each once
 */
GArray *dolen_place_names_find (DolenPlaceNames *self, const char *key, gboolean prefix);

G_END_DECLS
