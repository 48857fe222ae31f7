/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/**
 * DolenShortlisted: a service put aside for a person to choose from, with a word about it: for
 * comparing, and for the hand-out. It is no plan yet (dolen-choice.h). Texts are (nullable) unless
 * said.
 */
typedef struct {
  char *uid;             /* never NULL */
  char *person;          /* uid */
  char *service;         /* uid in the directory; never NULL */
  char *service_name;    /* English, or the only name, as it was */
  char *service_name_cy; /* Welsh */
  char *word;            /* why, or what to ask: a few words */
  gboolean interim;      /* meanwhile: until another has a place */
  char *removed_on;      /* civil date it was taken off the list; NULL: it stands there */
  gint64 created;        /* instant */
} DolenShortlisted;

extern const DolenRecordType dolen_shortlisted_type;

/** dolen_shortlisted_new: (transfer full): with the uid that every copy gives @service on the
 * shortlist of @person: it stands there once. (One that is put there again has a new one.) */
DolenShortlisted *dolen_shortlisted_new (const char *person, const char *service);
DolenShortlisted *dolen_shortlisted_copy (const DolenShortlisted *shortlisted);
void dolen_shortlisted_free (DolenShortlisted *shortlisted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenShortlisted, dolen_shortlisted_free)

G_END_DECLS
