/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenDiary: a page of a worker's reflective diary as it is stored: nobody but them can open what
 * it says. It is about no person. */
typedef struct {
  char *uid;    /* never NULL */
  char *worker; /* uid of whose it is */
  char *week;   /* civil date of the week's Monday */
  char *sealed; /* base64 (dolen-own-seal.h) of JSON: "what", "so_what", "now_what" */
  gint64 created;
} DolenDiary;

extern const DolenRecordType dolen_diary_type;

void dolen_diary_free (DolenDiary *diary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenDiary, dolen_diary_free)

G_END_DECLS
