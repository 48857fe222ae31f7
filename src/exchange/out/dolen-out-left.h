/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/out/dolen-export.h"

G_BEGIN_DECLS

/* What might leave, and has no place in a format. Which format has a place for what stands in the
 * table of dolen-out-left.c; tests/exchange/test-left-out.c holds it against what is written. */

/**
 * dolen_out_count_left:
 * @open: what may leave of @stored (dolen_out_service_copy())
 * @organisation: (nullable): what may leave of it
 * @left_out: (array fixed-size=DOLEN_N_OUT_FACTS): counts, added to
 */
void dolen_out_count_left (DolenExportFormat format,
                           const DolenService *open,
                           const DolenService *stored,
                           const DolenOrganisation *organisation,
                           guint *left_out);

/** dolen_out_fact_has_place: whether @format says it. */
gboolean dolen_out_fact_has_place (DolenOutFact fact, DolenExportFormat format);

G_END_DECLS
