/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-criteria-private.h"

#include <math.h>

/* When it is and how they get there; what kind of place and company it is. */

/*
 * On when they are free: yes. On one of their days but at another time of it: a worker would ask
 * whether they could make it, so it is asked, of the person. On other days alone: no, for nobody
 * can remove that. Hours that are not known are asked of the group. A visit at home or a call is
 * arranged, and is asked.
 */
DolenVerdict
dolen_judge_times (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint32 free = query->profile->free;
  guint32 slots = query->facts->slots[i];
  guint days = query->facts->days[i];

  if (free == 0 || free == DOLEN_SLOTS_ALL)
    return DOLEN_VERDICT_NONE;
  if (slots & free)
    return DOLEN_VERDICT_YES;
  if (days == 0 || (days & dolen_slots_days (free)) != 0)
    return dolen_ask_first (verdicts);
  return dolen_is_arranged (query, i) ? dolen_ask_first (verdicts) : DOLEN_VERDICT_NO;
}

/*
 * The man whose oxygen lasts three hours: what is longer than he can stay is no "no", for most
 * groups let somebody come for a part. Where it is known that one may drop in, that helps; else it
 * is asked. A call ends when they want, and so does a visit: hours are those of the office.
 */
DolenVerdict
dolen_judge_length (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  int most = query->profile->max_minutes;
  int minutes = query->facts->minutes[i];

  if (most < 0)
    return DOLEN_VERDICT_NONE;
  if ((minutes >= 0 && minutes <= most) || dolen_comes_to_them (query, i)
      || dolen_only_visits (query, i))
    return DOLEN_VERDICT_YES;
  if (verdicts->look.marks_yes & DOLEN_MARK_SHORT)
    return minutes < 0 ? DOLEN_VERDICT_YES : DOLEN_VERDICT_HELPED;
  return dolen_ask_first (verdicts);
}

/* Farther than that, in a straight line, nobody brings somebody for an afternoon who has neither a
 * lift nor a car: about 15 miles. */
#define BROUGHT_KM 25.0

/* By one means: yes, no, or not known (the place is known roughly only; whether a bus goes). */
static DolenVerdict
by_means (const DolenQuery *query, DolenMeans means, const DolenVerdicts *verdicts)
{
  double km = (double) verdicts->look.km;
  double precision = (double) verdicts->look.precision_km;
  double limit = query->profile->travel_km[means];

  if (km - precision > limit)
    return DOLEN_VERDICT_NO;
  if (means == DOLEN_MEANS_BUS) {
    if (verdicts->look.marks_no & DOLEN_MARK_BUS)
      return DOLEN_VERDICT_NO;
    if ((verdicts->look.marks_yes & DOLEN_MARK_BUS) == 0)
      return DOLEN_VERDICT_UNKNOWN;
  }
  return km + precision <= limit && !verdicts->look.in_district ? DOLEN_VERDICT_YES
                                                                : DOLEN_VERDICT_UNKNOWN;
}

/* How far the means goes that goes farthest. */
static double
farthest (const DolenProfile *profile)
{
  double km = 0;

  for (guint m = 0; m < DOLEN_N_MEANS; m++)
    if (profile->means & (1u << m))
      km = MAX (km, profile->travel_km[m]);
  return km;
}

/*
 * The best of their means counts. Out of reach of all of them, the group's own minibus or driver
 * helps, as far as such a one goes; else somebody could still bring those who only walk or take the
 * bus, and that is asked, as far as a volunteer drives. Who said how far they drive or are driven
 * has said it: beyond is no. There is no timetable here: that a bus goes is known by the group's
 * word alone. What is asked though none of their means reaches it counts for much less.
 */
DolenVerdict
dolen_judge_travel (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint means = query->profile->means;
  double km = (double) verdicts->look.km;
  DolenVerdict best = DOLEN_VERDICT_NO;
  gboolean near;

  if (means == 0)
    return DOLEN_VERDICT_NONE;
  if (dolen_comes_to_them (query, i))
    return DOLEN_VERDICT_YES;
  if (isnan (km))
    return dolen_ask_first (verdicts);
  for (guint m = 0; m < DOLEN_N_MEANS; m++)
    if (means & (1u << m))
      best = MIN (best, by_means (query, (DolenMeans) m, verdicts));
  if (best == DOLEN_VERDICT_YES)
    return best;
  near = km - (double) verdicts->look.precision_km <= BROUGHT_KM;
  if ((verdicts->look.marks_yes & DOLEN_MARK_BROUGHT) && near)
    return dolen_help_first (verdicts);
  if ((query->facts->attending[i] & DOLEN_ATTENDING_HOME_VISIT) != 0)
    return dolen_ask_first (verdicts);
  verdicts->beyond_means = km > farthest (query->profile);
  if (best == DOLEN_VERDICT_UNKNOWN || (verdicts->look.marks_yes & DOLEN_MARK_BROUGHT)
      || ((means & (1u << DOLEN_MEANS_LIFT | 1u << DOLEN_MEANS_CAR)) == 0 && near))
    return dolen_ask_first (verdicts);
  return DOLEN_VERDICT_NO;
}

#define INSTITUTIONS                                                                               \
  (DOLEN_PLACE_SCHOOL | DOLEN_PLACE_HOSPITAL | DOLEN_PLACE_COUNCIL | DOLEN_PLACE_POLICE            \
   | DOLEN_PLACE_COLLEGE)

/*
 * Somebody who cannot set foot in a school is not helped by how good the choir is: no. It is helped
 * where the group comes to them as well, or meets in other places too. A venue whose name says
 * something else (a village hall, a library) is known to be none; a name that says nothing is
 * asked, unless the group is known to meet in no institution and nothing else is avoided.
 */
DolenVerdict
dolen_judge_place (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint avoid = query->profile->avoid_places;
  guint kinds = query->facts->places_any[i];

  if (avoid == 0)
    return DOLEN_VERDICT_NONE;
  if ((kinds & avoid) && !(query->facts->places_all[i] & avoid))
    return dolen_help_first (verdicts);
  if (kinds & avoid)
    return dolen_is_arranged (query, i) ? dolen_help_first (verdicts) : DOLEN_VERDICT_NO;
  if ((kinds & ~(guint) DOLEN_PLACE_OUTSIDE) != 0)
    return DOLEN_VERDICT_YES;
  if ((avoid & ~(guint) INSTITUTIONS) == 0
      && (verdicts->look.marks_yes & DOLEN_MARK_NOT_INSTITUTION))
    return DOLEN_VERDICT_YES;
  if (dolen_only_visits (query, i)
      || (!(query->facts->attending[i] & DOLEN_ATTENDING_VENUE) && dolen_comes_to_them (query, i)))
    return DOLEN_VERDICT_YES;
  return dolen_ask_first (verdicts);
}

/*
 * In or out of doors is a wish: what is known to be the other way is told, and nobody is kept from
 * it (it never makes a service unsuitable). A hall is indoors whatever is done there; what is done
 * in the open is told by what it is about.
 */
DolenVerdict
dolen_judge_setting (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint kinds = query->facts->places_any[i];
  gboolean outside
      = (verdicts->look.marks_yes & DOLEN_MARK_OUTDOORS) != 0 || (kinds & DOLEN_PLACE_OUTSIDE) != 0;
  gboolean inside = (kinds & ~(guint) DOLEN_PLACE_OUTSIDE) != 0 || dolen_comes_to_them (query, i);

  if (query->profile->setting == DOLEN_SETTING_ANY)
    return DOLEN_VERDICT_NONE;
  if (inside == outside) /* neither is known, or a walk that meets at a hall */
    return dolen_ask_first (verdicts);
  return outside == (query->profile->setting == DOLEN_SETTING_OUTDOORS) ? DOLEN_VERDICT_YES
                                                                        : DOLEN_VERDICT_NO;
}

/*
 * A small group, or one other person, is a wish too; crowds that somebody cannot bear are a barrier
 * and are judged as one. A small group is half of what one wants who wants one person.
 */
DolenVerdict
dolen_judge_group_size (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  guint32 yes = verdicts->look.marks_yes;
  gboolean small = (yes & DOLEN_MARK_SMALL) != 0;
  gboolean one = (yes & DOLEN_MARK_ONE_TO_ONE) != 0;

  switch (query->profile->company) {
  case DOLEN_COMPANY_ANY:
    return DOLEN_VERDICT_NONE;
  case DOLEN_COMPANY_SMALL:
    if (small || one)
      return DOLEN_VERDICT_YES;
    break;
  case DOLEN_COMPANY_ONE_TO_ONE:
    if (one)
      return DOLEN_VERDICT_YES;
    if (small)
      return dolen_help_first (verdicts);
    break;
  }
  if (verdicts->look.marks_no & DOLEN_MARK_SMALL) {
    verdicts->blocks_ready = TRUE;
    return DOLEN_VERDICT_NO;
  }
  return dolen_ask_first (verdicts);
}
