/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* DolenCapacityEditor: places and wait in place, in the detail pane. Signals "save" (), "cancel"
 * ().
 */
#define DOLEN_TYPE_CAPACITY_EDITOR (dolen_capacity_editor_get_type ())
G_DECLARE_FINAL_TYPE (DolenCapacityEditor, dolen_capacity_editor, DOLEN, CAPACITY_EDITOR, AdwBin)

GtkWidget *dolen_capacity_editor_new (void);

/** dolen_capacity_editor_show: begins from the current report (nullable), told today. */
void dolen_capacity_editor_show (DolenCapacityEditor *self, const DolenCapacity *current);

/** dolen_capacity_editor_set_status, _set_places: as somebody chooses and types them. */
void dolen_capacity_editor_set_status (DolenCapacityEditor *self, DolenCapacityStatus status);
void dolen_capacity_editor_set_places (DolenCapacityEditor *self, const char *places);

/** dolen_capacity_editor_read: (transfer full) (nullable): the report; NULL where something cannot
 *  be read, and then it is said beside the fields. */
DolenCapacity *dolen_capacity_editor_read (DolenCapacityEditor *self);

G_END_DECLS
