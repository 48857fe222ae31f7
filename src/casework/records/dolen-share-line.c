/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-share-line.h"

static const DolenField share_line_fields[] = {
  DOLEN_FIELD (DolenShareLine, code, TEXT),
  DOLEN_FIELD (DolenShareLine, text, TEXT),
  DOLEN_FIELD (DolenShareLine, ticked, BOOL),
};

const DolenRecordType dolen_share_line_type = {
  "share-line", sizeof (DolenShareLine), share_line_fields, G_N_ELEMENTS (share_line_fields)
};

void
dolen_share_lines_add (GPtrArray **lines, const char *code, const char *text, gboolean ticked)
{
  DolenShareLine *line = dolen_record_new (&dolen_share_line_type);

  line->code = g_strdup (code);
  line->text = g_strdup (text);
  line->ticked = ticked;
  if (*lines == NULL)
    *lines = g_ptr_array_new ();
  g_ptr_array_add (*lines, line);
}
