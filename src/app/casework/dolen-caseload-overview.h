/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What stands on People while nobody's page is open: how heavy each worker's caseload is against
 * the scheme's limit, how many wait, and every open spell of support, those first for whom nothing
 * is planned. It follows the case records and is gone when they lock.
 *
 * Action "overview.person" (uid): opens a person's page.
 */
#define DOLEN_TYPE_CASELOAD_OVERVIEW (dolen_caseload_overview_get_type ())
G_DECLARE_FINAL_TYPE (
    DolenCaseloadOverview, dolen_caseload_overview, DOLEN, CASELOAD_OVERVIEW, AdwBin)

GtkWidget *dolen_caseload_overview_new (DolenSession *session);

G_END_DECLS
