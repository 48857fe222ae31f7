/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-when-words.h"

#include <string.h>

/* "nos Lun" and its kind mutate the day: those forms stand beside the others. */
static const struct {
  DolenWhenKind kind;
  int value;
  const char *words;
} WORDS[] = {
  { DOLEN_WHEN_DAY, 0, "mon monday mondays monday's llun lun" },
  { DOLEN_WHEN_DAY, 1, "tue tues tuesday tuesdays tuesday's mawrth fawrth maw" },
  { DOLEN_WHEN_DAY, 2, "wed weds wednesday wednesdays wednesday's mercher fercher mer" },
  { DOLEN_WHEN_DAY, 3, "thu thur thurs thursday thursdays thursday's iau" },
  { DOLEN_WHEN_DAY, 4, "fri friday fridays friday's gwener wener gwe" },
  { DOLEN_WHEN_DAY, 5, "sat saturday saturdays saturday's sadwrn sad" },
  { DOLEN_WHEN_DAY, 6, "sun sunday sundays sunday's sul" },
  { DOLEN_WHEN_DAYS, 0x7f, "daily dyddiol" },
  { DOLEN_WHEN_DAYS, 0x1f, "weekday weekdays" },
  { DOLEN_WHEN_DAYS, 0x60, "weekend weekends penwythnos penwythnosau" },
  { DOLEN_WHEN_ORDINAL, 1, "1st first cyntaf 1af" },
  { DOLEN_WHEN_ORDINAL, 2, "2nd second ail 2il" },
  { DOLEN_WHEN_ORDINAL, 3, "3rd third trydydd trydedd drydydd drydedd thrydydd thrydedd 3ydd" },
  { DOLEN_WHEN_ORDINAL,
    4,
    "4th fourth pedwerydd pedwaredd bedwerydd bedwaredd phedwerydd phedwaredd 4ydd" },
  { DOLEN_WHEN_ORDINAL, -1, "last olaf" },
  { DOLEN_WHEN_FORTNIGHT, 0, "fortnight fortnightly fortnights pythefnos bythefnos alternate" },
  { DOLEN_WHEN_MONTH, 0, "month monthly mis misol" },
  { DOLEN_WHEN_PART, DOLEN_WHEN_MORNING, "morning mornings" },
  { DOLEN_WHEN_PART, DOLEN_WHEN_AFTERNOON, "afternoon afternoons" },
  { DOLEN_WHEN_PART, DOLEN_WHEN_EVENING, "evening evenings eve" },
  { DOLEN_WHEN_PART, DOLEN_WHEN_PM, "pm" },
  { DOLEN_WHEN_PART_OF, DOLEN_WHEN_MORNING, "bore boreau" },
  { DOLEN_WHEN_PART_OF, DOLEN_WHEN_AFTERNOON, "prynhawn prynhawniau pnawn pnawniau" },
  { DOLEN_WHEN_PART_OF, DOLEN_WHEN_EVENING, "nos hwyr noson nosweithiau" },
  { DOLEN_WHEN_NOON, 0, "noon midday" },
  { DOLEN_WHEN_AND, 0, "and a ac & , / + plus or neu ;" },
  { DOLEN_WHEN_TO, 0, "to - until till til tan hyd i" },
  { DOLEN_WHEN_EXCEPT, 0, "except excluding excl heblaw eithrio closed" },
  { DOLEN_WHEN_BETWEEN, 0, "between rhwng" },
  { DOLEN_WHEN_EVERY, 0, "every each bob pob" },
  { DOLEN_WHEN_AT, 0, "at from am o @" },
  { DOLEN_WHEN_FILLER,
    0,
    "on weekly week dydd ddydd dyddiau ddyddiau ar y yr yn the of o'r a'r i'r wythnos wythnosol ym "
    "in pm's : . ( ) [ ] held meets meet meeting meetings open opening session sessions hours hrs hr "
    "time times agor agored amser amserau oriau sesiwn sesiynau cynhelir cwrdd cyfarfod "
    "cyfarfodydd" },
};

DolenWhenKind
dolen_when_word (const char *word, int *value)
{
  gsize length = strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    for (const char *at = WORDS[i].words; at; at = strchr (at, ' ')) {
      at += *at == ' ';
      if (strncmp (at, word, length) == 0 && (at[length] == ' ' || at[length] == 0)) {
        *value = WORDS[i].value;
        return WORDS[i].kind;
      }
    }
  return DOLEN_WHEN_UNKNOWN;
}
