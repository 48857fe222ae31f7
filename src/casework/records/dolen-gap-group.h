/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenGapState: what came of a gap. */
typedef enum {
  DOLEN_GAP_NOTED,   /* nothing yet */
  DOLEN_GAP_IDEA,    /* somebody has one */
  DOLEN_GAP_STARTED, /* a group was started */
} DolenGapState;

/**
 * DolenGapGroup: what came of the gaps of one need or interest in one district: an idea, a group
 * started. Of nobody: it says that something is missing there and not who missed it, so it is of
 * the office, as how long records are kept is. Texts are (nullable) unless said; dates are civil.
 */
typedef struct {
  char *uid;   /* never NULL */
  char *kind;  /* "need" or "interest" */
  char *term;  /* code in the vocabulary */
  char *where; /* postcode district, or council area in English; NULL: not known */
  DolenGapState state;
  char *note;            /* the idea; nothing of a person */
  char *service;         /* uid of the group that was started */
  char *service_name;    /* English, or the only name */
  char *service_name_cy; /* Welsh */
  char *on;
  char *by;       /* who marked it */
  gint64 created; /* instant */
} DolenGapGroup;

extern const DolenRecordType dolen_gap_group_type;

/** dolen_gap_group_new: (transfer full): with the uid that every copy gives the gaps of @term in
 * @where (nullable). */
DolenGapGroup *dolen_gap_group_new (const char *kind, const char *term, const char *where);
void dolen_gap_group_free (DolenGapGroup *gap_group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenGapGroup, dolen_gap_group_free)

G_END_DECLS
