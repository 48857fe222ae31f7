/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "app/find/dolen-findings.h"
#include "directory/dolen-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_detail_shortlist_add: below the reasons of @why: puts @service on the shortlist or takes
 *  it off, compares what stands there, and opens its hand-out. The shortlist is that of the open
 *  person, or, where there is none, nobody's (dolen-loose-shortlist.h). @findings: (nullable)
 *  where there is no person. */
void dolen_detail_shortlist_add (GtkBox *why,
                                 DolenSession *session,
                                 DolenFindings *findings,
                                 const DolenService *service);

G_END_DECLS
