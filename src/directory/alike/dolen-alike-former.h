/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_alike_former_name: (transfer full) (nullable): the other name that @text (nullable) says a
 *  group had or has, in either language: "Formerly Cwm Carers", "now part of Age Cymru". Names
 *  begin with capitals, or stand between quotes. */
char *dolen_alike_former_name (const char *text);

G_END_DECLS
