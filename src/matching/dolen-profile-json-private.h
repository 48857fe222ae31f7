/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-profile.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/* What the readers of a profile's keys share. */

typedef struct json_object JsonValue;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonValue, json_object_put)

/** DolenProfileReader: what is needed while one profile is read. */
typedef struct {
  DolenProfile *profile;
  DolenVocabulary *vocabulary;
  DolenPlaceFinder find_place;
  gpointer data;
  GStrvBuilder *unknown;
  double latitude, longitude;
} DolenProfileReader;

typedef gboolean (*DolenProfileReadKey) (DolenProfileReader *reader,
                                         const char *key,
                                         JsonValue *value,
                                         GError **error);

/** dolen_profile_refuse: FALSE: "max_km" in the profile must be ... */
gboolean dolen_profile_refuse (GError **error, const char *key, const char *wanted);

gboolean dolen_profile_read_number (
    const char *key, JsonValue *value, double least, double most, double *number, GError **error);

/** dolen_profile_read_texts: (transfer container): one text, or a list of texts, as a list. */
GPtrArray *dolen_profile_read_texts (const char *key, JsonValue *value, GError **error);

void dolen_profile_note_unknown (DolenProfileReader *reader, const char *key, const char *words);

gboolean dolen_profile_read_terms (DolenProfileReader *reader,
                                   const char *key,
                                   JsonValue *value,
                                   DolenTermKind kind,
                                   DolenTermSet *set,
                                   GError **error);

/** dolen_profile_find_limit: (nullable): the reader of a key that says when, how and where they
 *  can go (dolen-profile-json-limits.c). */
DolenProfileReadKey dolen_profile_find_limit (const char *key);

G_END_DECLS
