/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/** DolenShareLine: one line of what is shared; what leaves holds ticked lines only. */
typedef struct {
  char *code; /* "name", "contact", "communication", "barrier:no-car" ... */
  char *text; /* the words that go out */
  gboolean ticked;
} DolenShareLine;

extern const DolenRecordType dolen_share_line_type;

/** dolen_share_lines_add: adds one line to @lines (element-type DolenShareLine), made where NULL.
 */
void dolen_share_lines_add (GPtrArray **lines, const char *code, const char *text, gboolean ticked);

G_END_DECLS
