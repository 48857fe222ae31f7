/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/vault/dolen-pair.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * The table "about" of keys.db: what is known of an id (a worker, a leads' pair, the recovery
 * key), as sealed JSON. Without the vault key it says nothing, and nobody can put a public key of
 * their own in another's place. Only dolen-holders*.c use this.
 */
typedef struct {
  DolenDb *db;         /* (not owned) */
  const guint8 *vault; /* (not owned) */
  DolenSecret *key;    /* (owned) */
} DolenAbout;

void dolen_about_init (DolenAbout *about,
                       DolenDb *db,
                       const guint8 *vault,
                       const DolenSecret *vault_key);
void dolen_about_clear (DolenAbout *about);

/** dolen_about_put: in place of what was there. @object: (transfer full). */
gboolean
dolen_about_put (DolenAbout *about, const guint8 *id, struct json_object *object, GError **error);

/** DolenAboutFunc: @object is borrowed. */
typedef void (*DolenAboutFunc) (const guint8 *id, struct json_object *object, gpointer user_data);

/** dolen_about_walk: every row that opens, in the order in which they came. */
gboolean
dolen_about_walk (DolenAbout *about, DolenAboutFunc func, gpointer user_data, GError **error);

/* Members of such an object. */
void dolen_about_add_public (struct json_object *object, const guint8 *public_key);
gboolean dolen_about_get_public (struct json_object *object, guint8 *public_key);
/** dolen_about_get_instant: 0 where it is not there. */
gint64 dolen_about_get_instant (struct json_object *object, const char *name);
const char *dolen_about_get_text (struct json_object *object, const char *name);

G_END_DECLS
