/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-when-clock.h"

#include <string.h>

#define NOON (12 * 60)
#define MIDNIGHT (24 * 60)
#define FIRST_START (6 * 60)
#define LAST_START (21 * 60)
#define LONGEST (12 * 60)

static gboolean
skip_word (const char **at, const char *word)
{
  gsize length = strlen (word);
  const char *start = *at;

  while (*start == ' ')
    start++;
  if (strncmp (start, word, length) != 0 || g_ascii_isalnum (start[length]))
    return FALSE;
  *at = start + length;
  return TRUE;
}

static void
read_mark (const char **at, DolenClock *clock)
{
  static const char *const AMS[] = { "am", "a.m.", "a.m", "yb", "y bore", "yn y bore", "o'r bore" };
  static const char *const PMS[] = { "pm",         "p.m.",       "p.m",           "yp",
                                     "yh",         "y prynhawn", "yn y prynhawn", "o'r prynhawn",
                                     "y pnawn",    "yn y pnawn", "o'r pnawn",     "yr hwyr",
                                     "yn yr hwyr", "y nos",      "noon",          "midday" };

  for (gsize i = 0; i < G_N_ELEMENTS (AMS) && clock->mark == DOLEN_CLOCK_BARE; i++)
    if (skip_word (at, AMS[i]))
      clock->mark = DOLEN_CLOCK_AM;
  for (gsize i = 0; i < G_N_ELEMENTS (PMS) && clock->mark == DOLEN_CLOCK_BARE; i++)
    if (skip_word (at, PMS[i]))
      clock->mark = DOLEN_CLOCK_PM;
}

/* The figures: "10", "10.30", "14:00", "1400". Returns: what is behind them; NULL for no time. */
static const char *
read_figures (const char *at, DolenClock *clock)
{
  gsize digits = strspn (at, "0123456789");
  char *end;

  if (digits == 4) {
    clock->hour = (at[0] - '0') * 10 + at[1] - '0';
    clock->minute = (at[2] - '0') * 10 + at[3] - '0';
    clock->is_time = TRUE;
    return at + digits;
  }
  if (digits != 1 && digits != 2)
    return NULL;
  clock->hour = (int) g_ascii_strtoull (at, &end, 10);
  if ((*end == ':' || *end == '.') && g_ascii_isdigit (end[1])) {
    if (!g_ascii_isdigit (end[2]) || g_ascii_isdigit (end[3]))
      return NULL;
    clock->minute = (int) g_ascii_strtoull (end + 1, &end, 10);
    clock->is_time = TRUE;
  }
  return end;
}

gboolean
dolen_clock_read (const char **at, DolenClock *clock)
{
  gboolean padded = **at == '0' || strspn (*at, "0123456789") == 4;
  const char *end;

  *clock = (DolenClock){ 0 };
  end = read_figures (*at, clock);
  if (!end)
    return FALSE;
  *at = end;
  /* "1400hrs", "2pm" and no other letters close by. */
  skip_word (at, "hrs");
  read_mark (at, clock);
  if (clock->hour > 23 || clock->minute > 59)
    return FALSE;
  if (clock->mark != DOLEN_CLOCK_BARE && (clock->hour > 12 || clock->hour == 0))
    return FALSE;
  if (clock->mark == DOLEN_CLOCK_BARE && (padded || clock->hour > 12))
    clock->mark = DOLEN_CLOCK_OF_24;
  clock->is_time |= clock->mark != DOLEN_CLOCK_BARE;
  return !g_ascii_isalnum (**at);
}

/* The ways to read a time, in minutes since midnight: one where it is marked, else two. */
static guint
readings (const DolenClock *clock, int *minutes)
{
  int of_12 = clock->hour % 12 * 60 + clock->minute;

  switch (clock->mark) {
  case DOLEN_CLOCK_AM:
    minutes[0] = of_12;
    return 1;
  case DOLEN_CLOCK_PM:
    minutes[0] = of_12 + NOON;
    return 1;
  case DOLEN_CLOCK_OF_24:
    minutes[0] = clock->hour * 60 + clock->minute;
    return 1;
  case DOLEN_CLOCK_BARE:
  default:
    minutes[0] = of_12;
    minutes[1] = of_12 + NOON;
    return 2;
  }
}

/* Whether something of that part of the day may begin then. */
static gboolean
is_in (int minutes, DolenWhenPart part)
{
  switch (part) {
  case DOLEN_WHEN_MORNING:
    return minutes < NOON;
  case DOLEN_WHEN_AFTERNOON:
    return minutes >= NOON && minutes < 19 * 60;
  case DOLEN_WHEN_EVENING:
    return minutes >= 16 * 60;
  case DOLEN_WHEN_PM:
    return minutes >= NOON;
  case DOLEN_WHEN_ANY_PART:
  default:
    return TRUE;
  }
}

int
dolen_clock_start (const DolenClock *clock, DolenWhenPart part)
{
  int minutes[2], found = -1;
  guint n = readings (clock, minutes);

  /* "Tuesday 2" may be a day, a table, a second. */
  if (!clock->is_time)
    return -1;
  if (n == 1)
    return minutes[0];
  for (guint i = 0; i < n; i++) {
    if (minutes[i] < FIRST_START || minutes[i] >= LAST_START || !is_in (minutes[i], part))
      continue;
    if (found >= 0)
      return -1;
    found = minutes[i];
  }
  return found;
}

/* Whether the two can be meant, where at least one of them has no mark. */
static gboolean
is_likely (const DolenClock *first, const DolenClock *second, int opens, int closes)
{
  if (closes <= opens || closes - opens > LONGEST)
    return FALSE;
  if (first->mark != DOLEN_CLOCK_BARE)
    return TRUE;
  /* "9-10pm" says that it is late. */
  return opens >= FIRST_START && (opens < LAST_START || second->mark != DOLEN_CLOCK_BARE);
}

gboolean
dolen_clock_span (
    const DolenClock *first, const DolenClock *second, DolenWhenPart part, int *opens, int *closes)
{
  int from[2], to[2];
  guint n_from = readings (first, from), n_to = readings (second, to), found = 0;

  /* "6:00-22:00": who writes 22 means the morning, and that is long: neither is certain. */
  if (first->mark == DOLEN_CLOCK_BARE && second->hour > 12 && from[0] >= FIRST_START
      && to[0] - from[0] > LONGEST)
    return FALSE;
  if (n_from == 1 && n_to == 1) {
    *opens = from[0];
    *closes = to[0];
    return *closes > *opens;
  }
  for (guint i = 0; i < n_from; i++)
    for (guint j = 0; j < n_to; j++) {
      int end = to[j] == 0 ? MIDNIGHT : to[j];
      if (!is_likely (first, second, from[i], end)
          || (first->mark == DOLEN_CLOCK_BARE && !is_in (from[i], part)))
        continue;
      found++;
      *opens = from[i];
      *closes = end;
    }
  return found == 1 && *closes < MIDNIGHT;
}
