/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/dolen-questions.h"
#include "matching/dolen-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Questions to a group in its details. */

/** dolen_detail_ask_add_button: "Ask the Group" below the questions of @why: puts what is not known
 *  among the calls to make. Nothing where there is nothing to ask. @reasons: (element-type
 *  DolenReason) of service @index. */
void dolen_detail_ask_add_button (GtkBox *why,
                                  DolenSession *session,
                                  DolenFacts *facts,
                                  const DolenProfile *profile,
                                  guint index,
                                  const GPtrArray *reasons);

/** dolen_detail_ask_add_open: what is to be asked of @service (uid), whoever it was for, each with
 *  "Done". Nothing where nothing is open. */
void dolen_detail_ask_add_open (GtkBox *facts,
                                DolenSession *session,
                                DolenVocabulary *vocabulary,
                                const char *service);

G_END_DECLS
