/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The ways to reach a person, and those that must not be used, as rows to edit. Signal
 * "changed" ().
 */
#define DOLEN_TYPE_WAYS_EDITOR (dolen_ways_editor_get_type ())
G_DECLARE_FINAL_TYPE (DolenWaysEditor, dolen_ways_editor, DOLEN, WAYS_EDITOR, AdwBin)

GtkWidget *dolen_ways_editor_new (void);

/** dolen_ways_editor_set: shows @person's ways. */
void dolen_ways_editor_set (DolenWaysEditor *self, const DolenPerson *person);

/** dolen_ways_editor_apply: writes what stands in the rows into @person; empty rows are left out.
 */
void dolen_ways_editor_apply (DolenWaysEditor *self, DolenPerson *person);

/** dolen_way_kind_name: what a person reads of a way's kind ("Mobile"). */
const char *dolen_way_kind_name (const char *kind);

G_END_DECLS
