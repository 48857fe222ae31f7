/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-vault-private.h"

G_BEGIN_DECLS

/* What of a journal can be believed, whatever else is damaged in it. */
typedef struct {
  GHashTable *sound;      /* (owned) GBytes: header hashes of rows that are as they were written */
  GHashTable *devices;    /* (owned) hex of devices with a sound row */
  GHashTable *redactions; /* (owned) by the hex of the ids that redactions name: (nullable) JSON:
                             what of it they keep, as .changes of an event */
  GHashTable *erased;     /* (owned) hex of keys of erased people */
} DolenSurvey;

/** dolen_survey_new: (transfer full): of @journal, this vault's own or another copy of it. A row is
 * sound where it opens, or where the next row or the head, themselves sound, name its header. */
DolenSurvey *dolen_survey_new (DolenVault *vault, DolenJournal *journal, GError **error);
void dolen_survey_free (DolenSurvey *survey);

gboolean dolen_survey_trusts (const DolenSurvey *survey, const DolenHeader *header);
gboolean dolen_survey_knows_device (const DolenSurvey *survey, const guint8 *device);

/** dolen_survey_destroys: whether an authentic event of it destroyed the text of @header. */
gboolean dolen_survey_destroys (const DolenSurvey *survey, const DolenHeader *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSurvey, dolen_survey_free)

G_END_DECLS
