/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-whom.h"

#include "directory/alike/dolen-alike-spelt.h"

static const struct {
  const char *word;
  DolenAlikeWhom whom;
} words_for_whom[] = {
  { "baby", DOLEN_ALIKE_YOUNG },
  { "toddler", DOLEN_ALIKE_YOUNG },
  { "children", DOLEN_ALIKE_YOUNG },
  { "youth", DOLEN_ALIKE_YOUNG },
  { "juniors", DOLEN_ALIKE_YOUNG },
  { "teens", DOLEN_ALIKE_YOUNG },
  { "boys", DOLEN_ALIKE_YOUNG },
  { "girls", DOLEN_ALIKE_YOUNG },
  { "adults", DOLEN_ALIKE_GROWN },
  { "pension", DOLEN_ALIKE_GROWN },
  { "seniors", DOLEN_ALIKE_GROWN },
  { "mens", DOLEN_ALIKE_MEN },
  { "boys", DOLEN_ALIKE_MEN },
  { "womens", DOLEN_ALIKE_WOMEN },
  { "girls", DOLEN_ALIKE_WOMEN },
  { "beginners", DOLEN_ALIKE_FIRST_LEVEL },
  { "mynediad", DOLEN_ALIKE_FIRST_LEVEL },
  { "sylfaen", DOLEN_ALIKE_SECOND_LEVEL },
  { "improvers", DOLEN_ALIKE_SECOND_LEVEL },
  { "intermediate", DOLEN_ALIKE_THIRD_LEVEL },
  { "advanced", DOLEN_ALIKE_LAST_LEVEL },
};

static void
tell_whom (DolenAlikeBook *book, DolenAlikeRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words_for_whom); i++) {
    guint number = dolen_alike_told_find (book->told, words_for_whom[i].word);

    if (dolen_alike_has (record->said, number) || dolen_alike_has (record->told, number))
      record->whom |= words_for_whom[i].whom;
  }
}

/* What their texts say of their days, and that there is something for hire. */
void
dolen_alike_read_whom (DolenAlikeBook *book)
{
  static const char *const weekdays[DOLEN_ALIKE_DAYS]
      = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  guint hire = dolen_alike_told_find (book->told, "hire"), days[DOLEN_ALIKE_DAYS];

  for (guint i = 0; i < DOLEN_ALIKE_DAYS; i++)
    days[i] = dolen_alike_told_find (book->told, weekdays[i]);
  for (guint i = 0; i < book->records->len; i++) {
    DolenAlikeRecord *record = g_ptr_array_index (book->records, i);

    record->lets = dolen_alike_has (record->told, hire);
    tell_whom (book, record);
    for (guint k = 0; k < DOLEN_ALIKE_DAYS; k++)
      if (dolen_alike_has (record->told, days[k]))
        record->told_days |= (guint8) (1 << k);
  }
}
