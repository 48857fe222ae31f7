/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_timeline_kinds_new: (transfer floating): which entries a timeline shows, everything first.
 */
GtkDropDown *dolen_timeline_kinds_new (void);

/** dolen_timeline_kinds_get: the chosen kinds: bits of DolenEntryKind. */
guint dolen_timeline_kinds_get (GtkDropDown *drop);

G_END_DECLS
