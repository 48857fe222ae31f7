/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * Subject access (UK GDPR, article 15): a copy of everything the case records hold about a person:
 * every field of every record, every event with all it changed, every draft. What may be about
 * somebody else, or is restricted, is listed for a decision and left out until somebody puts it in,
 * in records, events and drafts alike. A restricted note that is put in is there in words.
 */

/** DolenDoubt: why a part waits for a decision. */
typedef enum {
  DOLEN_DOUBT_THIRD_PARTY, /* about others: their names and numbers */
  DOLEN_DOUBT_RESTRICTED,  /* a restricted note: a lead decides */
  DOLEN_DOUBT_CONCERN,     /* a concern may name others, or do harm when it is read */
  DOLEN_DOUBT_RISK,        /* what somebody else told us of risks */
} DolenDoubt;

/** DolenDoubtful: one such part. */
typedef struct {
  const char *record; /* name of the record's type */
  char *uid;          /* of the record; of a draft the name of its form */
  const char *field;  /* (nullable) only this field of it; NULL: the whole record */
  DolenDoubt why;
  char *text;       /* what stands there, for whoever decides */
  gboolean include; /* FALSE until somebody decides otherwise */
  gboolean shut;    /* a restricted note that nobody here can open: it stays out in any case */
} DolenDoubtful;

typedef struct _DolenSubjectAccess DolenSubjectAccess;

/** dolen_subject_access_new: (transfer full): gathers all about @person. @error: as the acts */
DolenSubjectAccess *
dolen_subject_access_new (DolenCasework *casework, const char *person, GError **error);
void dolen_subject_access_free (DolenSubjectAccess *access);

/** dolen_subject_access_get_doubtful: (transfer none) (element-type DolenDoubtful): set .include.
 */
GPtrArray *dolen_subject_access_get_doubtful (DolenSubjectAccess *access);

/**
 * dolen_subject_access_collect:
 *
 * Returns: (transfer full): one JSON object: "format" ("dolen-subject-access-1"), "person", "made",
 *   "records" (an array of objects by type), "events", "drafts", "left_out" (record, uid, field,
 *   why). What was not included is left out of records and events alike.
 */
struct json_object *dolen_subject_access_collect (DolenSubjectAccess *access);

/** dolen_doubt_sentence: why it waits, in words. */
const char *dolen_doubt_sentence (DolenDoubt why, DolenLanguage language);

/** dolen_subject_access_record: writes down that the copy was made: where it went (@where: a path)
 *  and how many parts were left out. */
gboolean dolen_subject_access_record (DolenSubjectAccess *access,
                                      DolenCasework *casework,
                                      const char *where,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSubjectAccess, dolen_subject_access_free)

G_END_DECLS
