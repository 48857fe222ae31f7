/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * Changes of a listing that a link worker suggests and a curator accepts or declines. They travel
 * as a small file, or are noted at once where both use one directory. Nothing of a person stands in
 * one: a field of a listing, its new value, a note about the listing.
 *
 * The file: {"dolen": "suggested-changes", "version": 1, "changes": [{"id", "kind", "record",
 * "name", "field", "before", "value", "note", "by", "on"}, ...]}. Read again it adds nothing.
 */

/** Limits of a file: what is larger is refused, not cut. */
#define DOLEN_SUGGESTED_MAX_BYTES (1024 * 1024)
#define DOLEN_SUGGESTED_MAX_CHANGES 500
#define DOLEN_SUGGESTED_MAX_VALUE 20000 /* bytes */
#define DOLEN_SUGGESTED_MAX_NOTE 2000

/* Plain; free with dolen_suggested_change_free(). */
typedef struct {
  char *uid;
  char *kind; /* "service" or "organisation" */
  char *record_uid;
  char *name;         /* (nullable) of the record, to be told by where it is not known */
  char *field;        /* as dolen_edit_set_field(), or a fact in words: dolen-suggested-field.h */
  char *before;       /* (nullable) what stood there when it was suggested */
  char *value;        /* (nullable) empties the field */
  char *note;         /* (nullable) why, in words about the listing */
  char *by;           /* (nullable) who suggests it */
  char *on;           /* civil date */
  char *now;          /* (nullable) what stands there now; of those listed from the directory */
  char *was;          /* (nullable) the same in words for people, in the language of the program */
  char *would;        /* (nullable) how it would read */
  gboolean kept_back; /* looked at: the place of a group that hides it, which is not taken in */
} DolenSuggestedChange;

void dolen_suggested_change_free (DolenSuggestedChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSuggestedChange, dolen_suggested_change_free)

/**
 * dolen_suggested_change_new:
 * @value: (nullable): what it should be
 * @note: (nullable)
 * @error: DOLEN_ERROR_NOT_FOUND, DOLEN_ERROR_INVALID for a field that cannot be edited, a value
 *   that cannot be its, one that says what stands there; DOLEN_ERROR_NOT_ALLOWED for the place of
 *   a group that hides it; DOLEN_ERROR_TOO_LARGE
 *
 * Returns: (transfer full): a suggestion about a record of @dir, as of today; nothing is stored
 */
DolenSuggestedChange *dolen_suggested_change_new (DolenDirectory *dir,
                                                  const char *kind,
                                                  const char *record_uid,
                                                  const char *field,
                                                  const char *value,
                                                  const char *note,
                                                  const char *by,
                                                  GError **error);

/** dolen_suggested_kept_back_text: a sentence, translated: why the new place of a group that hides
 *  where it meets is not taken. Not owned. */
const char *dolen_suggested_kept_back_text (void);

/** dolen_suggested_changes_to_json: (transfer full): (element-type DolenSuggestedChange): a file's
 *  text, without those that are kept back. */
char *dolen_suggested_changes_to_json (const GPtrArray *changes);

/** dolen_suggested_changes_write: the file, for the owner alone. @error: G_IO_ERROR */
gboolean dolen_suggested_changes_write (const GPtrArray *changes, const char *path, GError **error);

/**
 * dolen_suggested_changes_parse:
 * @length: of @text, -1 where it ends with a NUL
 * @wrong: (out) (optional) (transfer full): sentences, one for each change left out, by its number
 * @error: DOLEN_ERROR_INVALID: no file of suggested changes, with the byte where it breaks off;
 *   _TOO_NEW, _TOO_LARGE, _ENCODING
 *
 * Returns: (transfer full) (element-type DolenSuggestedChange)
 */
GPtrArray *
dolen_suggested_changes_parse (const char *text, gssize length, char ***wrong, GError **error);

/** dolen_suggested_changes_read: the same of a file. Also DOLEN_ERROR_CANNOT_OPEN; what is no
 * regular file, or is too large, is not read. */
GPtrArray *dolen_suggested_changes_read (const char *path, char ***wrong, GError **error);

/** dolen_suggested_change_look: fills .now, .was, .would, .name and .kept_back of one that was read
 * from what
 *  @dir says now. @there: (out) (optional): FALSE where the listing is not in @dir. */
gboolean dolen_suggested_change_look (DolenDirectory *dir,
                                      DolenSuggestedChange *change,
                                      gboolean *there,
                                      GError **error);

/** dolen_suggested_change_find: the same; a listing that is known here by the id it was sent with
 *  is found too, and its uid here put into @change. @there: (out) */
gboolean dolen_suggested_change_find (DolenDirectory *dir,
                                      DolenSuggestedChange *change,
                                      gboolean *there,
                                      GError **error);

typedef struct {
  guint added;
  guint known;     /* read in before */
  guint done;      /* already as suggested */
  guint unknown;   /* about a record that is not in this directory */
  guint kept_back; /* the place of a group that hides it: passed over */
} DolenSuggestedCounts;

/** dolen_suggested_changes_add: takes them into the queue, in one transaction. @counts: (out
 *  caller-allocates) (optional) */
gboolean dolen_suggested_changes_add (DolenDirectory *dir,
                                      const GPtrArray *changes,
                                      DolenSuggestedCounts *counts,
                                      GError **error);

/** dolen_suggested_changes_list: (transfer full) (element-type DolenSuggestedChange): those nobody
 *  has decided, oldest first; @record_uid: (nullable): about one record. */
GPtrArray *
dolen_suggested_changes_list (DolenDirectory *dir, const char *record_uid, GError **error);

/** DolenSuggestedDecision: what comes of one. */
typedef struct {
  gboolean accept;    /* it is written as an edit of @who; else the listing stays as it is */
  const char *reason; /* (nullable) why, in words about the listing: kept in the history */
  const char *who;    /* (nullable) */
} DolenSuggestedDecision;

/** dolen_suggested_change_decide: one transaction and one entry of the history, whose id is
 * returned (0 with @error), undone by dolen_edit_undo(). @error: DOLEN_ERROR_NOT_FOUND,
 *  DOLEN_ERROR_NOT_ALLOWED where it was decided already, DOLEN_ERROR_INVALID for a value the field
 *  cannot take, _TOO_LARGE. */
gint64 dolen_suggested_change_decide (DolenDirectory *dir,
                                      const char *uid,
                                      const DolenSuggestedDecision *decision,
                                      GError **error);

/** dolen_suggested_change_accept, _decline: the same. */
gint64 dolen_suggested_change_accept (DolenDirectory *dir,
                                      const char *uid,
                                      const char *who,
                                      GError **error);
gint64 dolen_suggested_change_decline (
    DolenDirectory *dir, const char *uid, const char *reason, const char *who, GError **error);

/** dolen_suggested_change_undo: takes back what was decided last. Returns: the entry, 0 with
 * @error: DOLEN_ERROR_NOT_FOUND where nobody has decided, those of dolen_edit_undo(). */
gint64
dolen_suggested_change_undo (DolenDirectory *dir, const char *uid, const char *who, GError **error);

G_END_DECLS
