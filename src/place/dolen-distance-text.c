/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-distance-text.h"

#include "place/dolen-distance.h"

#include <math.h>

/* Where a place is known no better than this, a decimal would say more than is known. */
#define ROUGH_KM 0.5

static char *
whole (DolenLanguage language, gulong n, gboolean miles)
{
  if (miles)
    /* Translators: a distance; mile is feminine in Welsh (milltir) and stays singular. */
    return g_strdup_printf (dolen_ntext (language, "%lu mile", "%lu miles", n), n);
  /* Translators: a distance in kilometres. */
  return g_strdup_printf (dolen_text (language, "%lu km"), n);
}

static char *
with_decimal (DolenLanguage language, double distance, gboolean miles)
{
  if (miles)
    /* Translators: a distance under ten miles, such as "0.8 miles". */
    return g_strdup_printf (dolen_text (language, "%.1f miles"), distance);
  /* Translators: a distance under ten kilometres, such as "0.8 km". */
  return g_strdup_printf (dolen_text (language, "%.1f km"), distance);
}

/* What is known to some kilometres is rounded to 1, 5 or 10. */
static gulong
round_roughly (double distance, double precision)
{
  gulong step = precision >= 15 ? 10 : precision >= 3 && distance >= 5 ? 5 : 1;

  return MAX (1, (gulong) lround (distance / step)) * step;
}

char *
dolen_distance_text (DolenLanguage language, double km, double precision_km, gboolean miles)
{
  double unit = miles ? DOLEN_KM_PER_MILE : 1.0;
  double distance = km / unit;
  g_autofree char *text = NULL;

  if (isnan (km))
    return g_strdup ("");
  if (precision_km <= ROUGH_KM)
    return distance < 9.95 ? with_decimal (language, MAX (distance, 0.1), miles)
                           : whole (language, (gulong) lround (distance), miles);
  text = whole (language, round_roughly (distance, precision_km / unit), miles);
  /* Translators: %s is a distance such as "10 miles"; "tua" in Welsh takes the aspirate mutation,
   * which digits do not show. */
  return g_strdup_printf (dolen_text (language, "about %s"), text);
}
