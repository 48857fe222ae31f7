/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-sentences.h"

#include "base/dolen-time.h"
#include "directory/dolen-fact-age.h"
#include "language/dolen-calendar.h"

#include <string.h>

char *
dolen_sentence_money (gint64 pence, const char *currency)
{
  gint64 whole = pence / 100, part = pence % 100;
  const char *sign = currency == NULL || g_str_equal (currency, "GBP") ? "£"
                     : g_str_equal (currency, "EUR")                   ? "€"
                                                                       : NULL;

  if (sign == NULL)
    return g_strdup_printf (
        "%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT " %s", whole, part, currency);
  if (part == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT, sign, whole);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, sign, whole, part);
}

static char *
tell_amount (DolenLanguage language, const DolenCost *cost)
{
  if (cost->pence == 0)
    /* Translators: what a group costs: nothing. */
    return g_strdup (dolen_text (language, "free"));
  if (cost->pence > 0)
    return dolen_sentence_money (cost->pence, cost->currency);
  if (cost->amount_given != NULL)
    return g_strdup (cost->amount_given);
  return g_strdup (cost->description != NULL ? cost->description : "");
}

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1), *y = g_utf8_casefold (b, -1);

  return g_str_equal (x, y);
}

/* An option called "Free" of what is free says nothing more, in whichever language. */
static gboolean
says_no_more (const DolenCost *cost, const char *amount)
{
  return same_words (cost->option, amount)
         || (cost->pence == 0
             && (same_words (cost->option, dolen_text (DOLEN_LANGUAGE_EN, "free"))
                 || same_words (cost->option, dolen_text (DOLEN_LANGUAGE_CY, "free"))));
}

char *
dolen_sentence_cost (DolenLanguage language, const DolenCost *cost)
{
  g_autofree char *amount = tell_amount (language, cost);

  if (cost->option == NULL || *amount == '\0' || says_no_more (cost, amount))
    return g_steal_pointer (&amount);
  /* Translators: a cost: %1$s is "£3" or "free", %2$s for what or whom, "members". */
  return g_strdup_printf (dolen_text (language, "%1$s (%2$s)"), amount, cost->option);
}

char *
dolen_sentence_costs (DolenLanguage language, const GPtrArray *costs, const char *fees)
{
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < costs->len; i++) {
    g_autofree char *one = dolen_sentence_cost (language, g_ptr_array_index (costs, i));

    if (*one != '\0')
      g_string_append_printf (told, "%s%s", told->len > 0 ? "; " : "", one);
  }
  if (told->len == 0 && fees != NULL)
    g_string_append (told, fees);
  return g_string_free (g_steal_pointer (&told), FALSE);
}

const char *
dolen_sentence_capacity_status (DolenLanguage language, DolenCapacityStatus status)
{
  switch (status) {
  case DOLEN_CAPACITY_OPEN:
    /* Translators: a group that takes anybody: nobody need ask first. */
    return dolen_text (language, "Just come along");
  case DOLEN_CAPACITY_PLACES:
    /* Translators: a group that has places free (places are m in Welsh: lle, lleoedd). */
    return dolen_text (language, "Places available");
  case DOLEN_CAPACITY_WAITING_LIST:
    /* Translators: a group with a waiting list (rhestr, f). */
    return dolen_text (language, "Waiting list");
  case DOLEN_CAPACITY_FULL:
    /* Translators: a group (grŵp, m) that takes nobody more. */
    return dolen_text (language, "Full");
  case DOLEN_CAPACITY_ASK_FIRST:
    /* Translators: whoever wants to come to the group must ask first. */
    return dolen_text (language, "Ask first");
  case DOLEN_CAPACITY_PAUSED:
    /* Translators: a group (grŵp, m) that is not meeting for the present. */
    return dolen_text (language, "Paused");
  case DOLEN_CAPACITY_UNKNOWN:
  default:
    /* Translators: whether a group has places is not known. */
    return dolen_text (language, "Not known");
  }
}

static char *
tell_places (DolenLanguage language, const DolenCapacity *capacity)
{
  if (capacity->places_free < 0)
    return g_strdup (dolen_sentence_capacity_status (language, DOLEN_CAPACITY_PLACES));
  if (capacity->places_free == 0)
    /* Translators: how many places (m) a group has free: none. */
    return g_strdup (dolen_text (language, "no places"));
  /* Translators: how many places (lle, m) a group has free. */
  return g_strdup_printf (
      dolen_ntext (language, "%d place", "%d places", (gulong) capacity->places_free),
      capacity->places_free);
}

static char *
tell_wait (DolenLanguage language, const DolenCapacity *capacity)
{
  const char *status = dolen_sentence_capacity_status (language, DOLEN_CAPACITY_WAITING_LIST);
  g_autofree char *weeks = NULL;

  if (capacity->wait_weeks_from < 0 && capacity->wait_weeks_to < 0)
    return g_strdup (status);
  weeks = dolen_format_weeks (language,
                              (guint) (capacity->wait_weeks_from >= 0 ? capacity->wait_weeks_from
                                                                      : capacity->wait_weeks_to),
                              (guint) MAX (capacity->wait_weeks_to, 0));
  /* Translators: %1$s is "Waiting list", %2$s how long one waits: "3–6 weeks". */
  return g_strdup_printf (dolen_text (language, "%1$s, %2$s"), status, weeks);
}

char *
dolen_sentence_capacity_bare (DolenLanguage language, const DolenCapacity *capacity)
{
  g_autofree char *date = NULL;

  switch (capacity->status) {
  case DOLEN_CAPACITY_PLACES:
    return tell_places (language, capacity);
  case DOLEN_CAPACITY_WAITING_LIST:
    return tell_wait (language, capacity);
  case DOLEN_CAPACITY_PAUSED:
    date = dolen_format_date (language, capacity->returns_on);
    if (*date == '\0')
      break;
    /* Translators: a group (grŵp, m) that does not meet until a date, "5 May 2026". */
    return g_strdup_printf (dolen_text (language, "Paused until %s"), date);
  case DOLEN_CAPACITY_UNKNOWN:
  case DOLEN_CAPACITY_OPEN:
  case DOLEN_CAPACITY_FULL:
  case DOLEN_CAPACITY_ASK_FIRST:
  default:
    break;
  }
  return g_strdup (dolen_sentence_capacity_status (language, capacity->status));
}

const char *
dolen_sentence_told_by (DolenLanguage language, DolenToldBy source)
{
  switch (source) {
  case DOLEN_TOLD_BY_CALL:
    /* Translators: how we were told a fact. Stands in "(told 3 days ago, by telephone)". */
    return dolen_text (language, "by telephone");
  case DOLEN_TOLD_BY_VISIT:
    /* Translators: how we were told a fact: somebody of ours went there. */
    return dolen_text (language, "on a visit");
  case DOLEN_TOLD_BY_EMAIL:
    /* Translators: how we were told a fact. */
    return dolen_text (language, "by e-mail");
  case DOLEN_TOLD_BY_GROUP:
    /* Translators: who told us a fact: the group (grŵp, m) itself. */
    return dolen_text (language, "by the group itself");
  case DOLEN_TOLD_BY_FEED:
    /* Translators: who told us a fact: an imported list. */
    return dolen_text (language, "by a feed");
  case DOLEN_TOLD_BY_REGISTER:
    /* Translators: who told us a fact: a public register (cofrestr, f), or what funders publish. */
    return dolen_text (language, "by a public register");
  case DOLEN_TOLD_BY_UNKNOWN:
  default:
    return "";
  }
}

static char *
tell_fresh (DolenLanguage language,
            const DolenCapacity *capacity,
            const char *bare,
            const char *today)
{
  g_autofree char *age = dolen_format_age (language, capacity->as_of, today);
  const char *by = dolen_sentence_told_by (language, capacity->source);

  if (*by == '\0')
    /* Translators: places of a group: %1$s is "4 places", %2$s is "today" or "3 days ago". */
    return g_strdup_printf (dolen_text (language, "%1$s (told %2$s)"), bare, age);
  /* Translators: places of a group: %1$s is "4 places", %2$s is "3 days ago", %3$s is "by
     telephone". */
  return g_strdup_printf (dolen_text (language, "%1$s (told %2$s, %3$s)"), bare, age, by);
}

char *
dolen_sentence_capacity (DolenLanguage language, const DolenCapacity *capacity, const char *today)
{
  g_autofree char *bare = NULL;
  g_autofree char *month = NULL;

  if (capacity == NULL || capacity->status == DOLEN_CAPACITY_UNKNOWN)
    return g_strdup (dolen_sentence_capacity_status (language, DOLEN_CAPACITY_UNKNOWN));
  bare = dolen_sentence_capacity_bare (language, capacity);
  if (dolen_capacity_is_fresh (capacity, today))
    return tell_fresh (language, capacity, bare, today);
  month = dolen_format_date_as (language, capacity->as_of, DOLEN_DATE_MONTH);
  if (*month == '\0')
    /* Translators: places of a group; %s is "4 places". */
    return g_strdup_printf (dolen_text (language, "Not known; last told: %s"), bare);
  /* Translators: places of a group, told too long ago to rely on; %1$s is "4 places", %2$s is
     "March 2026". */
  return g_strdup_printf (dolen_text (language, "Not known; last told: %1$s, %2$s"), bare, month);
}

static const char *
find_last_end (const GPtrArray *funding)
{
  const char *last = NULL;

  for (guint i = 0; i < funding->len; i++) {
    const DolenFunding *one = g_ptr_array_index (funding, i);

    if (one->ends_on == NULL)
      return NULL;
    if (g_strcmp0 (one->ends_on, last) > 0)
      last = one->ends_on;
  }
  return last;
}

char *
dolen_sentence_funding (DolenLanguage language, const GPtrArray *funding, const char *today)
{
  const char *end = funding->len > 0 ? find_last_end (funding) : NULL;
  g_autofree char *date = dolen_format_date (language, end);
  g_autofree char *age = NULL;

  switch (dolen_funding_status (funding, today)) {
  case DOLEN_FUNDING_ENDED:
    /* Translators: the money (cyllid, m) of a group; %s is a date, "31 March 2026". */
    return g_strdup_printf (dolen_text (language, "Funding ended on %s"), date);
  case DOLEN_FUNDING_ENDING:
  case DOLEN_FUNDING_AT_RISK:
    age = dolen_format_age (language, end, today);
    /* Translators: the money (cyllid, m) of a group that soon ends; %1$s is a date, "31 March
       2026", %2$s is "in 3 weeks". */
    return g_strdup_printf (dolen_text (language, "Funded until %1$s (ends %2$s)"), date, age);
  case DOLEN_FUNDING_SECURE:
    if (*date == '\0')
      /* Translators: the money (cyllid, m) of a group. */
      return g_strdup (dolen_text (language, "Funded, no end known"));
    /* Translators: the money (cyllid, m) of a group; %s is a date, "31 March 2026". */
    return g_strdup_printf (dolen_text (language, "Funded until %s"), date);
  case DOLEN_FUNDING_UNKNOWN:
  default:
    return g_strdup ("");
  }
}
