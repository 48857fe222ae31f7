/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-travel-ring.h"

#include <glib/gi18n.h>

double
dolen_travel_ring_km (double max_km, const DolenProfile *profile, DolenMeans *means)
{
  double ring = max_km > 0 ? max_km : 0;
  double farthest = 0;
  DolenMeans by = DOLEN_N_MEANS;

  *means = DOLEN_N_MEANS;
  for (guint m = 0; profile != NULL && m < DOLEN_N_MEANS; m++)
    if ((profile->means & (1u << m)) && profile->travel_km[m] > farthest) {
      farthest = profile->travel_km[m];
      by = (DolenMeans) m;
    }
  if (by == DOLEN_N_MEANS || farthest >= DOLEN_TRAVEL_ANY || (ring > 0 && ring <= farthest))
    return ring;
  *means = by;
  return farthest;
}

char *
dolen_travel_ring_say (double km, DolenMeans means, DolenLanguage language, DolenDistanceUnit unit)
{
  g_autofree char *far = dolen_distance_text (language, unit, km, 0);

  switch (means) {
  case DOLEN_MEANS_WALK:
    /* Translators: on a map: what the ring is; %s is a distance such as "5 miles". */
    return g_strdup_printf (dolen_text (language, "Ring: on foot, %s in a straight line"), far);
  case DOLEN_MEANS_BUS:
    return g_strdup_printf (dolen_text (language, "Ring: by bus, %s in a straight line"), far);
  case DOLEN_MEANS_LIFT:
    /* Translators: on a map: somebody takes them by car. */
    return g_strdup_printf (dolen_text (language, "Ring: with a lift, %s in a straight line"), far);
  case DOLEN_MEANS_CAR:
    return g_strdup_printf (dolen_text (language, "Ring: by car, %s in a straight line"), far);
  case DOLEN_N_MEANS:
    break;
  }
  /* Translators: on a map: what the ring is; %s is a distance such as "5 miles". */
  return g_strdup_printf (dolen_text (language, "Ring: %s in a straight line"), far);
}
