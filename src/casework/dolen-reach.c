/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-reach.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <string.h>

#define NOON "12:00"
#define EVENING "17:00"

DolenDayPart
dolen_day_part_of (const char *at)
{
  if (at == NULL || strlen (at) < 5)
    return DOLEN_DAY_PART_UNKNOWN;
  if (strncmp (at, NOON, 5) < 0)
    return DOLEN_DAY_PART_MORNING;
  return strncmp (at, EVENING, 5) < 0 ? DOLEN_DAY_PART_AFTERNOON : DOLEN_DAY_PART_EVENING;
}

/* ---- safe ways ---- */

static guint
channels_of (const char *way_kind)
{
  static const struct {
    const char *kind;
    guint channels;
  } kinds[] = {
    { "phone", DOLEN_CHANNEL (DOLEN_ENCOUNTER_PHONE) },
    { "mobile", DOLEN_CHANNEL (DOLEN_ENCOUNTER_PHONE) | DOLEN_CHANNEL (DOLEN_ENCOUNTER_TEXT) },
    { "text", DOLEN_CHANNEL (DOLEN_ENCOUNTER_TEXT) },
    { "email", DOLEN_CHANNEL (DOLEN_ENCOUNTER_EMAIL) },
    { "visit", DOLEN_CHANNEL (DOLEN_ENCOUNTER_VISIT) },
    { "post", DOLEN_CHANNEL (DOLEN_ENCOUNTER_LETTER) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, way_kind) == 0)
      return kinds[i].channels;
  return 0;
}

/* "No texts", "no visits", "no post" hold whatever the number or the address. */
static gboolean
holds_for_all (const char *way_kind)
{
  static const char *const kinds[] = { "text", "visit", "post", NULL };

  return way_kind != NULL && g_strv_contains (kinds, way_kind);
}

guint
dolen_reach_safe_channels (const DolenPerson *person)
{
  guint safe = 0, barred = 0;

  for (guint i = 0; person->ways != NULL && i < person->ways->len; i++) {
    const DolenWay *way = g_ptr_array_index (person->ways, i);

    if (!way->avoid)
      safe |= channels_of (way->kind);
    else if (holds_for_all (way->kind))
      barred |= channels_of (way->kind);
  }
  if (!dolen_text_is_empty (person->address))
    safe |= DOLEN_CHANNEL (DOLEN_ENCOUNTER_LETTER);
  return safe & ~barred;
}

static gboolean
is_same_way (const char *a, const char *b)
{
  g_autofree char *first = a != NULL ? dolen_text_phone (a) : NULL;
  g_autofree char *second = b != NULL ? dolen_text_phone (b) : NULL;

  if (first != NULL && second != NULL)
    return g_str_equal (first, second);
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

gboolean
dolen_reach_is_unsafe (const DolenPerson *person, DolenEncounterKind kind, const char *way)
{
  guint safe = dolen_reach_safe_channels (person) & DOLEN_CHANNEL (kind);
  gboolean marked = FALSE;

  for (guint i = 0; person->ways != NULL && i < person->ways->len; i++) {
    const DolenWay *one = g_ptr_array_index (person->ways, i);

    if (!one->avoid)
      continue;
    if (way != NULL && is_same_way (one->value, way))
      return TRUE;
    marked = marked || (channels_of (one->kind) & DOLEN_CHANNEL (kind)) != 0;
  }
  return marked && safe == 0;
}

/* ---- what has been tried ---- */

static gboolean
is_try (const DolenEncounter *encounter)
{
  return encounter->with == NULL && encounter->kind != DOLEN_ENCOUNTER_LETTER
         && encounter->result != DOLEN_ENCOUNTER_REACHED
         && encounter->result != DOLEN_ENCOUNTER_WRONG_NUMBER;
}

static int
compare_when (const DolenEncounter *a, const DolenEncounter *b)
{
  int by_day = g_strcmp0 (a->on, b->on), by_time = g_strcmp0 (a->at, b->at);

  if (by_day != 0)
    return by_day;
  if (a->at != NULL && b->at != NULL && by_time != 0)
    return by_time;
  return a->created < b->created ? -1 : a->created > b->created;
}

static const DolenEncounter *
find_last_reached (const DolenReachFacts *facts)
{
  const DolenEncounter *last = NULL;

  for (guint i = 0; i < facts->encounters->len; i++) {
    const DolenEncounter *one = g_ptr_array_index (facts->encounters, i);

    if (one->with == NULL && one->result == DOLEN_ENCOUNTER_REACHED
        && (last == NULL || compare_when (one, last) > 0))
      last = one;
  }
  return last;
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static void
count_tries (const DolenReachFacts *facts, DolenReach *reach, char *last_day, GHashTable *days)
{
  const DolenEncounter *reached = find_last_reached (facts);
  guint parts = 0, channels = 0;

  for (guint i = 0; i < facts->encounters->len; i++) {
    const DolenEncounter *one = g_ptr_array_index (facts->encounters, i);
    DolenDayPart part = dolen_day_part_of (one->at);

    if (g_strcmp0 (one->on, facts->since) < 0
        || (reached != NULL && (one == reached || compare_when (one, reached) <= 0)))
      continue;
    reach->n_wrong += one->with == NULL && one->result == DOLEN_ENCOUNTER_WRONG_NUMBER;
    if (!is_try (one) || one->on == NULL)
      continue;
    reach->n_tries++;
    reach->tried[one->kind][part]++;
    channels |= DOLEN_CHANNEL (one->kind);
    parts |= part != DOLEN_DAY_PART_UNKNOWN ? 1u << part : 0;
    g_hash_table_add (days, one->on);
    if (g_strcmp0 (one->on, last_day) > 0)
      g_strlcpy (last_day, one->on, 11);
  }
  reach->n_days = g_hash_table_size (days);
  reach->n_parts = count_bits (parts);
  reach->n_channels = count_bits (channels);
}

/* ---- what is next ---- */

static guint
sum_kind (const DolenReach *reach, int kind)
{
  guint sum = 0;

  for (int part = 0; part < DOLEN_N_DAY_PARTS; part++)
    sum += reach->tried[kind][part];
  return sum;
}

static guint
sum_part (const DolenReach *reach, int part)
{
  guint sum = 0;

  for (int kind = 0; kind <= DOLEN_ENCOUNTER_LETTER; kind++)
    sum += reach->tried[kind][part];
  return sum;
}

/* The safe way that was used least; the letter stands for "none". */
static DolenEncounterKind
choose_kind (const DolenReach *reach)
{
  DolenEncounterKind best = DOLEN_ENCOUNTER_LETTER;
  guint least = G_MAXUINT;

  for (int kind = 0; kind < DOLEN_ENCOUNTER_LETTER; kind++)
    if ((reach->channels & DOLEN_CHANNEL (kind)) && sum_kind (reach, kind) < least) {
      least = sum_kind (reach, kind);
      best = kind;
    }
  return best;
}

/* Evenings are tried least and answered most. */
static DolenDayPart
choose_part (const DolenReach *reach)
{
  static const DolenDayPart order[]
      = { DOLEN_DAY_PART_EVENING, DOLEN_DAY_PART_AFTERNOON, DOLEN_DAY_PART_MORNING };
  DolenDayPart best = order[0];

  if (reach->n_tries == 0)
    return DOLEN_DAY_PART_UNKNOWN;
  for (gsize i = 1; i < G_N_ELEMENTS (order); i++)
    if (sum_part (reach, order[i]) < sum_part (reach, best))
      best = order[i];
  return best;
}

static gboolean
is_enough (const DolenReach *reach)
{
  guint usable = count_bits (reach->channels & ~DOLEN_CHANNEL (DOLEN_ENCOUNTER_LETTER));

  return reach->n_days >= DOLEN_REACH_TRIES && reach->n_parts >= 2
         && reach->n_channels >= MIN (DOLEN_REACH_CHANNELS, MAX (usable, 1));
}

static void
plan_try (const DolenReachFacts *facts, DolenReach *reach, const char *last_day)
{
  g_autofree char *after = *last_day != '\0' ? dolen_date_add_days (last_day, 1) : NULL;
  const char *day = g_strcmp0 (after, facts->today) > 0 ? after : facts->today;

  reach->step = DOLEN_REACH_TRY;
  reach->next_kind = choose_kind (reach);
  reach->next_part = choose_part (reach);
  g_strlcpy (reach->next_on, day, sizeof reach->next_on);
}

void
dolen_reach_work_out (const DolenReachFacts *facts, DolenReach *reach)
{
  g_autoptr (GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);
  char last_day[11] = "";

  g_return_if_fail (facts != NULL && facts->encounters != NULL && facts->today != NULL);

  memset (reach, 0, sizeof *reach);
  reach->channels = facts->channels;
  count_tries (facts, reach, last_day, days);
  if (reach->n_tries == 0 && reach->n_wrong == 0)
    reach->step = DOLEN_REACH_REACHED;
  else if (!is_enough (reach))
    plan_try (facts, reach, last_day);
  else if (!(reach->channels & DOLEN_CHANNEL (DOLEN_ENCOUNTER_LETTER)))
    reach->step = DOLEN_REACH_CLOSE; /* a letter is not safe, or there is no address */
  else if (facts->letter_on == NULL || strcmp (facts->letter_on, last_day) < 0)
    reach->step = DOLEN_REACH_LETTER;
  else if (g_strcmp0 (facts->answer_by, facts->today) > 0)
    reach->step = DOLEN_REACH_WAIT;
  else
    reach->step = DOLEN_REACH_CLOSE;
  if (reach->step == DOLEN_REACH_WAIT)
    g_strlcpy (reach->close_on, facts->answer_by, sizeof reach->close_on);
}
