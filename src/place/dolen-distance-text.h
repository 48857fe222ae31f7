/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/**
 * dolen_distance_text:
 * @language: of the text
 * @km: a distance
 * @precision_km: how well the two places are known (DolenPosition); 0.1 for front doors
 * @miles: in miles, else in kilometres
 *
 * As precise as what is known: "0.8 miles", "12 miles", "about 10 miles".
 *
 * Returns: (transfer full): the text; "" where @km is NAN
 */
char *dolen_distance_text (DolenLanguage language, double km, double precision_km, gboolean miles);

G_END_DECLS
