/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenFindNotice: what is to be said above suggestions: that little fits and what would be farther
 * away or after a wait, what could be done meanwhile, how many do not suit. Hidden where there is
 * nothing to say. Signals: "farther" (); "unsuitable" (gboolean show); "open" (gint64 id); "gap"
 * (): what was looked for and not found is to be noted.
 */
#define DOLEN_TYPE_FIND_NOTICE (dolen_find_notice_get_type ())
G_DECLARE_FINAL_TYPE (DolenFindNotice, dolen_find_notice, DOLEN, FIND_NOTICE, AdwBin)

/** dolen_find_notice_show: @findings: (nullable); @unsuitable: those that do not suit are shown. */
void dolen_find_notice_show (DolenFindNotice *self,
                             DolenSession *session,
                             const DolenFindings *findings,
                             gboolean unsuitable);

G_END_DECLS
