/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dolen_audience_labels_say:
 * @labels: (nullable): whom a feed says a service is for, a label a line, in any order
 *
 * A few labels say for whom a service is; a long list says who is welcome, among everybody.
 * Labels are those of Placecube's directories (pc_targetAudience); those that are given to anything
 * (Women, Parents, Mental Health, Low Income ...) say too little.
 *
 * Returns: (transfer full) (nullable): a text to be read as if it were the service's own: "For
 * people Dementia. For people Carers."; NULL where nothing is said
 */
char *dolen_audience_labels_say (const char *labels);

G_END_DECLS
