/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/keeping/dolen-keeping-rules.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_keeping_page_new: (transfer floating): a page of the preferences: after how long a fact is
 *  asked about again, how long before an end, how often somebody is tried; and the keys of the
 *  queue. What is changed is written at once. */
GtkWidget *dolen_keeping_page_new (DolenSession *session);

/** dolen_keeping_tries_parse: reads "1, 3, 5", working days, into @rules. FALSE where it is no such
 *  list, or one of more than DOLEN_KEEPING_MAX_TRIES. */
gboolean dolen_keeping_tries_parse (const char *typed, DolenKeepingRules *rules);

/** dolen_keeping_tries_format: (transfer full): the same as it would be typed. */
char *dolen_keeping_tries_format (const DolenKeepingRules *rules);

G_END_DECLS
