/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was told of places and wait in the last two years: bars up for places, down for weeks of
 * wait, a dot where neither was told; the longest of either with its number. The same stands in
 * words beside it: a screen reader reads those. */
#define DOLEN_TYPE_CAPACITY_CHART (dolen_capacity_chart_get_type ())
G_DECLARE_FINAL_TYPE (DolenCapacityChart, dolen_capacity_chart, DOLEN, CAPACITY_CHART, GtkWidget)

GtkWidget *dolen_capacity_chart_new (void);

/** dolen_capacity_chart_show: @marks: (transfer full) (element-type DolenCapacityMark) */
void dolen_capacity_chart_show (DolenCapacityChart *self, GArray *marks);

G_END_DECLS
