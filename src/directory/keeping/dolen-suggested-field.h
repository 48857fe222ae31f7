/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * What can be suggested of a listing: the single fields (directory/dolen-fields.h), and facts told
 * in words (dolen-suggested-words.h). @kind is "service" or "organisation", @record the struct of
 * that kind, @field the name of one of them.
 */

/** DolenSuggestedField: one that is offered. */
typedef struct {
  const char *name;
  const char *example; /* in the language of the program; what may be typed */
} DolenSuggestedField;

/** dolen_suggested_fields: (transfer container): (element-type DolenSuggestedField): those to offer
 *  for @kind, those a worker learns on the telephone first; ended by a NULL name. Free with
 *  g_free(). */
DolenSuggestedField *dolen_suggested_fields (const char *kind);

gboolean dolen_suggested_field_exists (const char *kind, const char *field);

/** dolen_suggested_field_is_kept_back: TRUE where @field is the place of a service that hides where
 *  it meets, or wants no map: nobody suggests it, for it would stand as it was typed wherever the
 *  suggestion goes. */
gboolean
dolen_suggested_field_is_kept_back (const char *kind, gconstpointer record, const char *field);

/** dolen_suggested_field_get: (transfer full) (nullable): what stands there, as it is kept; of a
 *  fact in words what is said of it. */
char *dolen_suggested_field_get (const char *kind, gconstpointer record, const char *field);

/** dolen_suggested_field_tell: (transfer full): the same for people to read; "" where nothing. */
char *dolen_suggested_field_tell (const char *kind,
                                  gconstpointer record,
                                  const char *field,
                                  DolenLanguage language);

/**
 * dolen_suggested_field_put:
 * @value: (nullable): what it should be; NULL empties it
 * @on: the day it was told
 * @error: DOLEN_ERROR_INVALID with a sentence that gives an example
 *
 * Puts @value over the field of @record, a copy that nobody keeps.
 */
gboolean dolen_suggested_field_put (const char *kind,
                                    gpointer record,
                                    const char *field,
                                    const char *value,
                                    const char *on,
                                    GError **error);

/** dolen_suggested_field_write: @by: (nullable): who told it. @entries: (element-type gint64): the
 *  entries of the history are added; none where there is nothing to write (the listing says it
 *  already, or it is about no field). Within the caller's transaction. */
gboolean dolen_suggested_field_write (DolenDirectory *dir,
                                      const char *kind,
                                      const char *uid,
                                      const char *field,
                                      const char *value,
                                      const char *on,
                                      const char *by,
                                      const char *who,
                                      GArray *entries,
                                      GError **error);

G_END_DECLS
