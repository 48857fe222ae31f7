/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenSaid: what one of two copies says about how a referral went on: a row of .was of a
 * follow-up "needs decision". */
typedef struct {
  char *state;  /* nick of the referral state */
  char *reason; /* (nullable) code, where it ended badly */
  char *on;     /* civil date it was recorded */
  char *by;     /* (nullable) who recorded it, by name */
} DolenSaid;

extern const DolenRecordType dolen_said_type;

/** dolen_said_say: (transfer full): "completed (Carys, 3 November 2026)". */
char *dolen_said_say (const DolenSaid *said, DolenLanguage language);

G_END_DECLS
