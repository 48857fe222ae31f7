/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a person's page is put together from: one line of a table for each section. */

/** DolenPersonPart: where a section stands. The top is always there; of the others one at a time is
 *  shown. */
typedef enum {
  DOLEN_PART_TOP,      /* who it is, what to beware of, how to reach them */
  DOLEN_PART_NOW,      /* what matters, what is under way, what is next */
  DOLEN_PART_RECORD,   /* what stands in the record about them and their support */
  DOLEN_PART_TIMELINE, /* everything that was done, newest first */
  DOLEN_N_PARTS
} DolenPersonPart;

/** dolen_person_part_nick: "now", "record", "timeline"; for the action and the saved state. */
const char *dolen_person_part_nick (DolenPersonPart part);

/** dolen_person_sections_fill: puts the sections of @part into @box, in the order of the table, in
 * place of what stands there. The person must be in the caseload. */
void dolen_person_sections_fill (GtkWidget *box,
                                 DolenPersonPart part,
                                 DolenSession *session,
                                 const char *person);

G_END_DECLS
