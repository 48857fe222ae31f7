/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-fact-age.h"

#include "base/dolen-time.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"

static const struct {
  const char *code;
  int months; /* 0: counted in days */
} facts[] = {
  [DOLEN_FACT_CAPACITY] = { "capacity", 0 }, [DOLEN_FACT_TIMES] = { "times", 6 },
  [DOLEN_FACT_CONTACT] = { "contact", 6 },   [DOLEN_FACT_COST] = { "cost", 12 },
  [DOLEN_FACT_ACCESS] = { "access", 12 },    [DOLEN_FACT_DESCRIPTION] = { "description", 12 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (facts) == DOLEN_N_FACTS);

const char *
dolen_fact_code (DolenFact fact)
{
  g_return_val_if_fail (fact < DOLEN_N_FACTS, "description");
  return facts[fact].code;
}

gboolean
dolen_fact_is_fresh (DolenFact fact, const char *on, const char *today)
{
  g_autofree char *until = NULL;

  g_return_val_if_fail (fact < DOLEN_N_FACTS, FALSE);
  if (on == NULL || !dolen_date_is_valid (on))
    return FALSE;
  until = facts[fact].months == 0 ? dolen_date_add_days (on, DOLEN_CAPACITY_FRESH_DAYS)
                                  : dolen_date_add_months (on, facts[fact].months);
  return g_strcmp0 (today, until) <= 0;
}

static gboolean
names_fact (const char *confirmed, DolenFact fact)
{
  g_auto (GStrv) names = confirmed != NULL ? g_strsplit (confirmed, ",", -1) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    const char *name = g_strstrip (names[i]);

    if (g_str_equal (name, "listing") || g_str_equal (name, facts[fact].code))
      return TRUE;
  }
  return FALSE;
}

const char *
dolen_service_fact_confirmed_on (const DolenService *service, DolenFact fact)
{
  const char *newest = NULL;

  g_return_val_if_fail (fact < DOLEN_N_FACTS, NULL);
  for (guint i = 0; i < service->confirmations->len; i++) {
    const DolenConfirmation *confirmation = g_ptr_array_index (service->confirmations, i);

    if (names_fact (confirmation->confirmed, fact) && g_strcmp0 (confirmation->on, newest) > 0)
      newest = confirmation->on;
  }
  return newest;
}

gboolean
dolen_capacity_is_fresh (const DolenCapacity *capacity, const char *today)
{
  return capacity != NULL && capacity->status != DOLEN_CAPACITY_UNKNOWN
         && dolen_fact_is_fresh (DOLEN_FACT_CAPACITY, capacity->as_of, today);
}

static char *
tell_unconfirmed (DolenLanguage language, const DolenService *service)
{
  const char *on = service->assured_on != NULL ? service->assured_on : service->modified_on;
  g_autofree char *date = dolen_format_date (language, on);

  if (*date == '\0')
    /* Translators: the age of a fact (m) in the directory: nobody has confirmed it. */
    return g_strdup (dolen_text (language, "never confirmed"));
  if (service->assured_on != NULL && !service->assured_is_edit)
    /* Translators: the age of a fact: no person of ours confirmed it, but the list it was
       imported from says it was checked. %s is a date, "5 May 2026". */
    return g_strdup_printf (dolen_text (language, "not confirmed; the feed says checked on %s"),
                            date);
  /* Translators: the age of a fact: no person of ours confirmed it, but the list it was imported
     from gives a date on which the record was changed. %s is a date, "5 May 2026". */
  return g_strdup_printf (dolen_text (language, "not confirmed; changed in the feed on %s"), date);
}

static char *
tell_capacity (DolenLanguage language, const DolenCapacity *capacity, const char *today)
{
  g_autofree char *age = NULL;

  if (capacity == NULL || capacity->status == DOLEN_CAPACITY_UNKNOWN || capacity->as_of == NULL)
    /* Translators: the age of the number of places: nobody has told us yet. */
    return g_strdup (dolen_text (language, "never told"));
  age = dolen_format_age (language, capacity->as_of, today);
  /* Translators: the age of the number of places. %s is "today" or "3 days ago". */
  return g_strdup_printf (dolen_text (language, "told %s"), age);
}

char *
dolen_fact_age_text (DolenLanguage language,
                     const DolenService *service,
                     DolenFact fact,
                     const char *today)
{
  const char *on = dolen_service_fact_confirmed_on (service, fact);
  g_autofree char *age = NULL;

  if (fact == DOLEN_FACT_CAPACITY)
    return tell_capacity (language, dolen_service_current_capacity (service), today);
  if (on == NULL)
    return tell_unconfirmed (language, service);
  age = dolen_format_age (language, on, today);
  if (dolen_fact_is_fresh (fact, on, today))
    /* Translators: the age of a fact. %s is "today" or "3 weeks ago". */
    return g_strdup_printf (dolen_text (language, "confirmed %s"), age);
  /* Translators: the age of a fact that is too old to rely on. %s is "8 months ago". */
  return g_strdup_printf (dolen_text (language, "last confirmed %s; ask again"), age);
}
