/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-position.h"

#include <math.h>

/* These words stand in databases: never change one, only add. */
static const char *const origin_ids[] = {
  "none", "feed", "person", "postcode-district", "postcode-unit", "place",
};
G_STATIC_ASSERT (G_N_ELEMENTS (origin_ids) == DOLEN_N_POSITION_ORIGINS);

gboolean
dolen_position_set (DolenPosition *position,
                    double latitude,
                    double longitude,
                    double precision_km,
                    DolenPositionOrigin origin)
{
  g_return_val_if_fail (position != NULL, FALSE);

  *position = (DolenPosition){ 0 };
  if (!isfinite (latitude) || !isfinite (longitude) || fabs (latitude) > 90
      || fabs (longitude) > 180 || origin == DOLEN_POSITION_NONE)
    return FALSE;
  /* "Null Island": within a metre of 0, 0 there is only the sea and records without a place. */
  if (fabs (latitude) < 1e-5 && fabs (longitude) < 1e-5)
    return FALSE;
  position->latitude = latitude;
  position->longitude = longitude;
  position->precision_km = precision_km > 0 ? precision_km : DOLEN_POSITION_EXACT_KM;
  position->origin = origin;
  return TRUE;
}

gboolean
dolen_position_is_known (const DolenPosition *position)
{
  return position != NULL && position->origin != DOLEN_POSITION_NONE;
}

/* Reads a plain decimal number ("-3.93", no exponent, no "inf") and blanks after it. */
static gboolean
read_decimal (const char **p, double *value)
{
  char *end = NULL;
  const char *digit = *p + (**p == '-' || **p == '+');

  if (!g_ascii_isdigit (*digit))
    return FALSE;
  *value = g_ascii_strtod (*p, &end);
  for (const char *c = *p; c < end; c++)
    if (!g_ascii_isdigit (*c) && *c != '.' && *c != '-' && *c != '+')
      return FALSE;
  while (g_ascii_isspace (*end))
    end++;
  *p = end;
  return TRUE;
}

gboolean
dolen_position_parse (const char *text, DolenPosition *position)
{
  double latitude, longitude;
  const char *p = text;

  g_return_val_if_fail (position != NULL, FALSE);

  *position = (DolenPosition){ 0 };
  if (text == NULL)
    return FALSE;
  while (g_ascii_isspace (*p))
    p++;
  if (!read_decimal (&p, &latitude))
    return FALSE;
  if (*p == ',' || *p == ';')
    p++;
  while (g_ascii_isspace (*p))
    p++;
  if (!read_decimal (&p, &longitude) || *p != '\0')
    return FALSE;
  return dolen_position_set (position, latitude, longitude, 0, DOLEN_POSITION_PERSON);
}

const char *
dolen_position_origin_id (DolenPositionOrigin origin)
{
  g_return_val_if_fail (origin < DOLEN_N_POSITION_ORIGINS, origin_ids[0]);

  return origin_ids[origin];
}

DolenPositionOrigin
dolen_position_origin_from_id (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (origin_ids); i++)
    if (g_str_equal (origin_ids[i], id))
      return i;
  return DOLEN_POSITION_NONE;
}
