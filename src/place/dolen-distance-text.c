/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-distance-text.h"

#include <math.h>

#include "place/dolen-distance.h"

/* Up to this (km, both ends together) a distance is said as it is; beyond, it is "about". */
#define EXACT_KM 0.5

DolenDistanceUnit
dolen_distance_unit_from_id (const char *id)
{
  return g_strcmp0 (id, "km") == 0 ? DOLEN_DISTANCE_KM : DOLEN_DISTANCE_MILES;
}

static char *
whole (DolenLanguage language, DolenDistanceUnit unit, gulong n)
{
  if (unit == DOLEN_DISTANCE_KM)
    /* Translators: a distance; kilometre is masculine. */
    return g_strdup_printf (dolen_ntext (language, "%lu kilometre", "%lu kilometres", n), n);
  /* Translators: a distance; milltir is feminine. */
  return g_strdup_printf (dolen_ntext (language, "%lu mile", "%lu miles", n), n);
}

/* One decimal below ten, none above; "1 mile" and not "1.0 miles". */
static char *
exact (DolenLanguage language, DolenDistanceUnit unit, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double tenths = round (value * 10);

  if (tenths >= 100 || (tenths > 0 && fmod (tenths, 10) == 0))
    return whole (language, unit, (gulong) round (value));
  g_ascii_formatd (digits, sizeof digits, "%.1f", MAX (tenths, 1) / 10);
  if (unit == DOLEN_DISTANCE_KM)
    return g_strdup_printf (tenths < 1
                                /* Translators: %s is a number with a decimal ("0.1"). */
                                ? dolen_text (language, "under %s kilometres")
                                : dolen_text (language, "%s kilometres"),
                            digits);
  return g_strdup_printf (tenths < 1
                              /* Translators: %s is a number with a decimal ("0.1"). */
                              ? dolen_text (language, "under %s miles")
                              : dolen_text (language, "%s miles"),
                          digits);
}

char *
dolen_distance_text (DolenLanguage language, DolenDistanceUnit unit, double km, double precision_km)
{
  double per_unit = unit == DOLEN_DISTANCE_KM ? 1 : DOLEN_KM_PER_MILE;
  double value = km / per_unit, off = precision_km / per_unit;
  double step = off < 3 ? 1 : off < 8 ? 5 : 10;
  g_autofree char *amount = NULL;

  if (!(km >= 0))
    return g_strdup (dolen_text (language, "distance not known"));
  if (precision_km <= EXACT_KM)
    return exact (language, unit, value);
  if (value < off) {
    amount = whole (language, unit, (gulong) (ceil ((value + off) / step) * step));
    /* Translators: %s is a distance ("5 miles"): somewhere not further than that, roughly. */
    return g_strdup_printf (dolen_text (language, "within about %s"), amount);
  }
  amount = whole (language, unit, (gulong) MAX (round (value / step) * step, step));
  /* Translators: %s is a distance ("5 miles"). */
  return g_strdup_printf (dolen_text (language, "about %s"), amount);
}

char *
dolen_distance_in_district (DolenLanguage language,
                            DolenDistanceUnit unit,
                            double km,
                            double precision_km,
                            const char *district)
{
  g_autofree char *somewhere = NULL;
  g_autofree char *far = NULL;

  if (district == NULL)
    return dolen_distance_text (language, unit, km, precision_km);
  /* Translators: %s is the first half of a postcode ("SA44"), all that is known of where a group
   * meets. */
  somewhere = g_strdup_printf (dolen_text (language, "somewhere in %s"), district);
  if (!(km > precision_km))
    return g_steal_pointer (&somewhere);
  far = dolen_distance_text (language, unit, km, precision_km);
  /* Translators: %1$s is a distance ("about 30 miles"), %2$s "somewhere in SA44". */
  return g_strdup_printf (dolen_text (language, "%1$s, %2$s"), far, somewhere);
}

/* Why a distance is not exact: by the worse known of its ends. NULL if there is nothing to say. */
static char *
reason (DolenLanguage language, const DolenPosition *position, const char *known)
{
  if (known == NULL || position->precision_km <= EXACT_KM)
    return NULL;
  if (position->origin == DOLEN_POSITION_POSTCODE_DISTRICT)
    /* Translators: %s is the first half of a postcode ("SA44"); ardal (district) is feminine. */
    return g_strdup_printf (dolen_text (language, "only the district %s is known"), known);
  if (position->origin == DOLEN_POSITION_PLACE)
    /* Translators: %s is the name of a town or village, which stays as it is. */
    return g_strdup_printf (dolen_text (language, "only the place is known: %s"), known);
  return NULL;
}

char *
dolen_distance_sentence (DolenLanguage language,
                         DolenDistanceUnit unit,
                         const DolenPosition *from,
                         const char *from_known,
                         const DolenPosition *to,
                         const char *to_known)
{
  double km = dolen_distance_km (from, to);
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_autofree char *why = NULL;
  gboolean from_is_worse;

  if (isnan (km))
    return dolen_distance_text (language, unit, km, 0);
  from_is_worse = from->precision_km > to->precision_km;
  text = dolen_distance_text (language, unit, km, from->precision_km + to->precision_km);
  /* Translators: %s is a distance ("5 miles", "about 5 miles"). */
  line = g_strdup_printf (dolen_text (language, "%s in a straight line"), text);
  why = from_is_worse ? reason (language, from, from_known) : reason (language, to, to_known);
  if (why == NULL)
    why = from_is_worse ? reason (language, to, to_known) : reason (language, from, from_known);
  if (why == NULL)
    return g_steal_pointer (&line);
  /* Translators: %1$s is a distance ("about 10 miles in a straight line"), %2$s why it is not exact
   * ("only the district SA44 is known"). */
  return g_strdup_printf (dolen_text (language, "%1$s: %2$s"), line, why);
}
