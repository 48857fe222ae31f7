/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-findings.h"
#include "directory/dolen-search.h"

G_BEGIN_DECLS

/* DolenResult: one row of the list of results: what was found, and its card. */
#define DOLEN_TYPE_RESULT (dolen_result_get_type ())
G_DECLARE_FINAL_TYPE (DolenResult, dolen_result, DOLEN, RESULT, GObject)

/** dolen_result_new: @card: (transfer full) (nullable): NULL where the service is gone. */
DolenResult *dolen_result_new (const DolenFinding *finding, DolenServiceCard *card);

const DolenFinding *dolen_result_get_finding (DolenResult *self);

/** dolen_result_get_card: (transfer none) (nullable) */
const DolenServiceCard *dolen_result_get_card (DolenResult *self);

G_END_DECLS
