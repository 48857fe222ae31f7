/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-findings.h"
#include "app/find/dolen-result.h"

G_BEGIN_DECLS

/*
 * DolenResultList: the findings as a GListModel of DolenResult that reads cards of the directory as
 * they come into view, 64 at a time (0.3 ms), and forgets those long unseen. Main thread. Its rows
 * never change: other findings are another list (dolen_list_replace()).
 */
#define DOLEN_TYPE_RESULT_LIST (dolen_result_list_get_type ())
G_DECLARE_FINAL_TYPE (DolenResultList, dolen_result_list, DOLEN, RESULT_LIST, GObject)

/** dolen_result_list_new: @directory: the session's own, asked through it each time. */
DolenResultList *dolen_result_list_new (DolenSession *session, DolenFindings *findings);

G_END_DECLS
