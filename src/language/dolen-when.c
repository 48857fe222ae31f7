/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-when.h"

#include "language/dolen-when-clock.h"
#include "language/dolen-when-phrases.h"
#include "language/dolen-when-words.h"

#include <string.h>

#define PARTS 7
#define TEXT_BYTES 400

/* Days with their times: "Mon, Wed 10-12". */
typedef struct {
  guint days; /* bits; 1 is Monday */
  int ordinals[4];
  guint n_ordinals;
  gboolean late_ordinal; /* it came after its day: "dydd Llun cyntaf" */
  gboolean needs_month;  /* "every second Tuesday" may be every other one */
  gboolean monthly, fortnightly;
  gboolean again; /* a second session of the days before */
  DolenWhenPart part;
  gboolean mixed; /* parts of the day that differ */
  DolenClock clocks[2];
  guint n_clocks;
} Part;

/* What the last word was; more than one may hold. */
typedef enum {
  AFTER_AND = 1 << 0,
  AFTER_AT = 1 << 1,
  AFTER_EVERY = 1 << 2,
} After;

typedef struct {
  const char *at;
  Part parts[PARTS];
  guint n;
  guint after;           /* After bits of the word before */
  int last_day;          /* -1: none; for "Monday to Friday" */
  gboolean to;           /* "to" was the last word */
  gboolean to_sign;      /* and it was a dash */
  gboolean between;      /* the next "and" is a "to" */
  gboolean except;       /* days that follow are those on which it is not */
  gboolean wants_except; /* and none has followed yet */
  gboolean every_day;    /* "bob dydd" without a day after it */
  DolenWhenPart next;    /* "nos", of the day to come */
} When;

static Part *
current (When *when)
{
  return &when->parts[when->n - 1];
}

static gboolean
next_part (When *when)
{
  if (when->n == PARTS)
    return FALSE;
  when->n++;
  when->last_day = -1;
  current (when)->part = when->next;
  when->next = DOLEN_WHEN_ANY_PART;
  return TRUE;
}

/* What belongs to days begins anew where those before have their times. */
static gboolean
begin_days (When *when)
{
  if (current (when)->n_clocks == 0)
    return TRUE;
  return !when->to && next_part (when);
}

/* ---- times ---- */

/* "10-12 and 2-4pm": a second session on the same days. */
static gboolean
add_session (When *when)
{
  Part before = *current (when);

  if (!(when->after & AFTER_AND) || when->to || !next_part (when))
    return FALSE;
  *current (when) = before;
  current (when)->n_clocks = 0;
  current (when)->again = TRUE;
  return TRUE;
}

static gboolean
add_clock (When *when, DolenClock *clock)
{
  if (when->except && (current (when)->n_clocks || when->wants_except))
    return FALSE;
  when->except = FALSE;
  /* "until 4pm" says no beginning; the dash of "Tuesday - 10am" is none. */
  if (current (when)->n_clocks == 0 && when->to && !when->to_sign)
    return FALSE;
  if (current (when)->n_clocks == 2 || (current (when)->n_clocks == 1 && !when->to))
    if (!add_session (when))
      return FALSE;
  clock->is_time |= (when->after & AFTER_AT) != 0;
  current (when)->clocks[current (when)->n_clocks++] = *clock;
  when->to = FALSE;
  return TRUE;
}

/* Returns: FALSE where the times are not certain. -1: none. */
static gboolean
read_span (const Part *part, int *opens, int *closes)
{
  DolenClock clock = part->clocks[0];

  *opens = *closes = -1;
  if (part->n_clocks == 0)
    return TRUE;
  if (part->mixed)
    return FALSE;
  if (part->n_clocks == 2)
    return dolen_clock_span (&part->clocks[0], &part->clocks[1], part->part, opens, closes);
  /* "nos Iau 7" */
  clock.is_time |= part->part != DOLEN_WHEN_ANY_PART;
  *opens = dolen_clock_start (&clock, part->part);
  return *opens >= 0;
}

/* ---- days ---- */

/* The days up to @day where "to" came before it; 0 where that is none. */
static guint
days_to (const When *when, int day)
{
  guint days = 1u << day;

  if (!when->to)
    return days;
  if (when->last_day < 0 || day <= when->last_day)
    return 0;
  for (int between = when->last_day; between < day; between++)
    days |= 1u << between;
  return days;
}

static gboolean
drop_days (When *when, guint days, int day)
{
  if (days == 0)
    return FALSE;
  for (guint i = 0; i < when->n; i++)
    when->parts[i].days &= ~days;
  when->last_day = day;
  when->to = when->wants_except = FALSE;
  return TRUE;
}

static gboolean
add_day (When *when, int day)
{
  guint days;

  if (when->except)
    return drop_days (when, days_to (when, day), day);
  if (!begin_days (when))
    return FALSE;
  days = days_to (when, day);
  /* "first Tuesday to Thursday", "Monday first, Tuesday" */
  if (days == 0 || current (when)->late_ordinal || (when->to && current (when)->n_ordinals))
    return FALSE;
  current (when)->days |= days;
  when->last_day = day;
  when->to = when->every_day = FALSE;
  return TRUE;
}

static gboolean
add_days (When *when, guint days)
{
  if (when->except)
    return drop_days (when, days, -1);
  if (when->to || !begin_days (when))
    return FALSE;
  current (when)->days |= days;
  return TRUE;
}

/* @figure: "1st", which after a day may be a date. */
static gboolean
add_ordinal (When *when, int ordinal, gboolean figure)
{
  Part *part;

  if (when->except || !begin_days (when))
    return FALSE;
  part = current (when);
  if (part->n_ordinals == G_N_ELEMENTS (part->ordinals))
    return FALSE;
  if (part->days != 0) {
    /* "1st Monday, 3rd Tuesday" */
    if (part->n_ordinals > 0 && !part->late_ordinal)
      return FALSE;
    part->late_ordinal = TRUE;
    part->needs_month |= figure;
  }
  if (part->n_ordinals == 0 && ordinal > 1 && (when->after & AFTER_EVERY))
    part->needs_month = TRUE;
  part->ordinals[part->n_ordinals++] = ordinal;
  return TRUE;
}

/* "evenings" after a day or its times; "nos" before the day it is of. */
static gboolean
add_part_of_day (When *when, DolenWhenPart value, gboolean before)
{
  Part *part = current (when);

  if (part->n_clocks > 0 && before) {
    when->next = value;
    return TRUE;
  }
  part->mixed |= part->part != DOLEN_WHEN_ANY_PART && part->part != value;
  part->part = value;
  return TRUE;
}

static gboolean
add_and (When *when)
{
  if (when->to)
    return FALSE;
  if (when->between && (current (when)->n_clocks == 1 || when->last_day >= 0)) {
    when->between = FALSE;
    when->to = TRUE;
    return TRUE;
  }
  /* "10-12 y bore, ..." */
  if (when->next && current (when)->part == DOLEN_WHEN_ANY_PART)
    current (when)->part = when->next;
  when->next = DOLEN_WHEN_ANY_PART;
  return TRUE;
}

static gboolean
take_kind (When *when, DolenWhenKind kind, int value, const char *word)
{
  static const DolenClock NOON = { 12, 0, DOLEN_CLOCK_PM, TRUE };

  switch (kind) {
  case DOLEN_WHEN_DAY:
    return add_day (when, value);
  case DOLEN_WHEN_DAYS:
    return add_days (when, (guint) value);
  case DOLEN_WHEN_ORDINAL:
    return add_ordinal (when, value, g_ascii_isdigit (*word));
  case DOLEN_WHEN_FORTNIGHT:
    current (when)->fortnightly = TRUE;
    return TRUE;
  case DOLEN_WHEN_MONTH:
    current (when)->monthly = TRUE;
    return TRUE;
  case DOLEN_WHEN_PART:
  case DOLEN_WHEN_PART_OF:
    return add_part_of_day (when, (DolenWhenPart) value, kind == DOLEN_WHEN_PART_OF);
  case DOLEN_WHEN_NOON: {
    DolenClock noon = NOON;
    return add_clock (when, &noon);
  }
  case DOLEN_WHEN_TO:
    when->to = TRUE;
    when->to_sign = *word == '-';
    return TRUE;
  case DOLEN_WHEN_EXCEPT:
    when->except = when->wants_except = current (when)->days != 0 || when->every_day;
    if (when->every_day && current (when)->days == 0)
      current (when)->days = 0x7f;
    return when->except && !when->to;
  case DOLEN_WHEN_BETWEEN:
    when->between = TRUE;
    return TRUE;
  case DOLEN_WHEN_AND:
    return add_and (when);
  case DOLEN_WHEN_FILLER:
  case DOLEN_WHEN_EVERY:
  case DOLEN_WHEN_AT:
    return TRUE;
  case DOLEN_WHEN_UNKNOWN:
  default:
    return FALSE;
  }
}

/* What stays true of the word before over the words that say nothing. */
static void
note_after (When *when, DolenWhenKind kind)
{
  if (kind == DOLEN_WHEN_AND)
    when->after = AFTER_AND;
  else if (kind == DOLEN_WHEN_AT)
    when->after |= AFTER_AT;
  else if (kind == DOLEN_WHEN_EVERY)
    when->after |= AFTER_EVERY;
  else if (kind != DOLEN_WHEN_FILLER && kind != DOLEN_WHEN_BETWEEN)
    when->after = 0;
}

static gboolean
take_word (When *when, const char *word)
{
  int value = 0;
  DolenWhenKind kind;
  gboolean day
      = strcmp (word, "day") == 0 || strcmp (word, "dydd") == 0 || strcmp (word, "diwrnod") == 0;

  if (day) {
    when->every_day |= (when->after & AFTER_EVERY) && current (when)->days == 0;
    return TRUE;
  }
  kind = dolen_when_word (word, &value);
  if (!take_kind (when, kind, value, word))
    return FALSE;
  note_after (when, kind);
  return TRUE;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || c == '\'' || (c & 0x80);
}

/* A figure: "1st" before "1pm". */
static gboolean
step_figure (When *when)
{
  char word[24] = "";
  gsize length = strspn (when->at, "0123456789");
  DolenClock clock;

  while (length < sizeof word - 1 && g_ascii_isalpha (when->at[length]))
    length++;
  memcpy (word, when->at, MIN (length, sizeof word - 1));
  if (dolen_when_word (word, &(int){ 0 }) == DOLEN_WHEN_ORDINAL) {
    when->at += length;
    return take_word (when, word);
  }
  if (!dolen_clock_read (&when->at, &clock) || !add_clock (when, &clock))
    return FALSE;
  when->after = 0;
  return TRUE;
}

/* "Tuesday am" is a morning, "am 10" is "at 10". */
static gboolean
is_before_time (const char *at)
{
  at += strspn (at, " ");
  return g_ascii_isdigit (*at) || strncmp (at, "at ", strlen ("at ")) == 0;
}

/* One word, number or sign. */
static gboolean
step (When *when)
{
  char word[24] = "";
  gsize n = 0;

  if (g_ascii_isdigit (*when->at))
    return step_figure (when);
  if (!is_letter (*when->at)) {
    word[0] = *when->at++;
    return take_word (when, word);
  }
  while (is_letter (when->at[n]) && n < sizeof word - 1)
    n++;
  memcpy (word, when->at, n);
  when->at += n;
  if (strcmp (word, "am") == 0 && !is_before_time (when->at))
    strcpy (word, "morning");
  return take_word (when, word);
}

/* ---- the parts as a whole ---- */

/* "10-12 on Mondays": times come before their days, all of them or none. */
static gboolean
turn_round (When *when)
{
  const Part first = when->parts[0];

  if (first.days != 0 || first.n_clocks == 0)
    return TRUE;
  if (when->n < 2 || current (when)->n_clocks > 0 || first.n_ordinals
      || (when->n > 2 && (first.fortnightly || first.monthly || first.part)))
    return FALSE;
  for (guint i = 0; i + 1 < when->n; i++) {
    const Part before = when->parts[i], *part = &when->parts[i + 1];
    if (part->days == 0 || part->again || before.again)
      return FALSE;
    when->parts[i] = *part;
    when->parts[i].n_clocks = before.n_clocks;
    memcpy (when->parts[i].clocks, before.clocks, sizeof before.clocks);
  }
  when->n--;
  when->parts[0].fortnightly |= first.fortnightly;
  when->parts[0].monthly |= first.monthly;
  if (first.part)
    when->parts[0].part = first.part;
  return TRUE;
}

/* Whether it is certain what belongs to what, over all parts. */
static gboolean
hangs_together (const When *when)
{
  gboolean fortnightly = FALSE;

  for (guint i = 0; i < when->n; i++) {
    const Part *part = &when->parts[i];
    /* "Mon 10-12 and Wed"; "Mon 10-12, 2-4 Wed" */
    if (i > 0 && part->n_clocks == 0
        && (part->part == DOLEN_WHEN_ANY_PART || when->parts[i - 1].again))
      return FALSE;
    fortnightly |= part->fortnightly;
  }
  /* "Mon 10-12, fortnightly Thu 2-4pm" */
  return !(fortnightly && when->n > 1 && !when->parts[1].again);
}

/* ---- out ---- */

static const char *const DAYS[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static void
append_days (GString *byday, const Part *part, int ordinal)
{
  for (int day = 0; day < 7; day++)
    if (part->days & (1u << day)) {
      if (byday->len)
        g_string_append_c (byday, ',');
      if (ordinal)
        g_string_append_printf (byday, "%d", ordinal);
      g_string_append (byday, DAYS[day]);
    }
}

static void
add_time (json_object *schedule, const char *key, int minutes)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

  if (minutes >= 0)
    json_object_object_add (schedule, key, json_object_new_string (text));
}

/* What a text says besides days and times. */
typedef struct {
  DolenWhenPhrases said;
  const char *text;   /* as given */
  const char *words;  /* (nullable) what of it says that, where one thing alone is said */
  const char *unread; /* (nullable) what of it was left out */
} Beside;

/* NULL where that is nothing. */
static const char *
words_kept (const Part *part, const Beside *beside)
{
  const DolenWhenPhrases *said = &beside->said;

  if (part->part && !part->n_clocks)
    return beside->text;
  if (said->bank_holidays + said->appointment + said->term_time + (beside->unread != NULL) > 1)
    return beside->text;
  if (said->bank_holidays || said->appointment)
    return beside->words ? beside->words : beside->text;
  return said->term_time ? DOLEN_WHEN_TERM_TIME : beside->unread;
}

static gboolean
is_certain (const Part *part)
{
  return part->days != 0 && !(part->monthly && !part->n_ordinals)
         && !(part->fortnightly && part->n_ordinals) && !(part->needs_month && !part->monthly);
}

/* Returns: FALSE where the part is not certain. */
static gboolean
write_part (const Part *part, const Beside *beside, json_object *list)
{
  g_autoptr (GString) byday = g_string_new (NULL);
  const char *words = words_kept (part, beside);
  json_object *schedule;
  int opens, closes;

  if (!is_certain (part) || !read_span (part, &opens, &closes))
    return FALSE;
  for (guint i = 0; i < part->n_ordinals; i++)
    append_days (byday, part, part->ordinals[i]);
  if (!part->n_ordinals)
    append_days (byday, part, 0);
  schedule = json_object_new_object ();
  json_object_object_add (
      schedule, "freq", json_object_new_string (part->n_ordinals ? "MONTHLY" : "WEEKLY"));
  if (part->fortnightly)
    json_object_object_add (schedule, "interval", json_object_new_int (2));
  json_object_object_add (schedule, "byday", json_object_new_string (byday->str));
  add_time (schedule, "opens_at", opens);
  add_time (schedule, "closes_at", closes);
  if (words)
    json_object_object_add (schedule, "description", json_object_new_string (words));
  json_object_array_add (list, schedule);
  return TRUE;
}

/* Returns: whether every word was understood. */
static gboolean
read_words (When *when)
{
  for (;;) {
    when->at += strspn (when->at, " ");
    if (!*when->at)
      break;
    if (!step (when))
      return FALSE;
  }
  if (when->every_day && when->n == 1 && when->parts[0].days == 0)
    when->parts[0].days = 0x7f;
  if (when->next && current (when)->part == DOLEN_WHEN_ANY_PART)
    current (when)->part = when->next;
  return !when->to && !when->wants_except && turn_round (when) && hangs_together (when);
}

static json_object *
read_all (const char *text, Beside *beside)
{
  g_autofree char *plain = dolen_when_prepare (text, &beside->said);
  When when = { .at = plain, .n = 1, .last_day = -1 };
  json_object *list;
  gboolean ok = TRUE;

  if (!read_words (&when))
    return NULL;
  list = json_object_new_array ();
  for (guint i = 0; i < when.n && ok; i++)
    ok = write_part (&when.parts[i], beside, list);
  if (!ok)
    g_clear_pointer (&list, json_object_put);
  return list;
}

json_object *
dolen_when_read (const char *text)
{
  Beside beside = { .text = text };
  g_autofree char *rest = NULL, *aside = NULL, *appointment = NULL;
  json_object *list;

  if (!text || strlen (text) > TEXT_BYTES)
    return NULL;
  aside = dolen_when_aside (text, &rest);
  appointment = dolen_when_appointment_words (text);
  beside.words = appointment ? appointment : aside;
  list = read_all (text, &beside);
  /* "Mondays (not in August) 2-4": what is in brackets need not be understood, and is kept. */
  if (!list && aside && !appointment) {
    beside.unread = aside;
    list = read_all (rest, &beside);
  }
  return list;
}

char *
dolen_when_read_time (const char *text)
{
  DolenWhenPhrases said;
  g_autofree char *plain
      = text && strlen (text) <= TEXT_BYTES ? dolen_when_prepare (text, &said) : NULL;
  const char *at = plain ? plain + strspn (plain, " ") : NULL;
  DolenClock clock;
  int minutes;

  if (!at)
    return NULL;
  if (strcmp (at, "noon") == 0 || strcmp (at, "midday") == 0)
    return g_strdup ("12:00");
  if (!dolen_clock_read (&at, &clock) || at[strspn (at, " ")])
    return NULL;
  clock.is_time = TRUE;
  minutes = clock.mark == DOLEN_CLOCK_BARE && clock.hour < 9
                ? -1
                : dolen_clock_start (&clock, DOLEN_WHEN_ANY_PART);
  return minutes < 0 ? NULL : g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}
