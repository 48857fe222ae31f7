/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-waiting.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"

int
dolen_waiting_compare (const DolenIncoming *a, const DolenIncoming *b)
{
  int by_day = g_strcmp0 (a->received_on, b->received_on);

  if (a->priority != b->priority)
    return a->priority > b->priority ? -1 : 1;
  if (by_day != 0)
    return by_day;
  if (a->created != b->created)
    return a->created < b->created ? -1 : 1;
  return g_strcmp0 (a->uid, b->uid);
}

static int
compare_elements (gconstpointer a, gconstpointer b)
{
  return dolen_waiting_compare (*(const DolenIncoming *const *) a,
                                *(const DolenIncoming *const *) b);
}

void
dolen_waiting_sort (GPtrArray *list)
{
  g_ptr_array_sort (list, compare_elements);
}

static void
add_priority (GString *words, const DolenIncoming *one, DolenLanguage language)
{
  g_string_append_printf (words, " %s", dolen_priority_name (one->priority, language));
  if (!dolen_text_is_empty (one->priority_reason))
    g_string_append_printf (words, ": %s", one->priority_reason);
  if (!g_str_has_suffix (words->str, "."))
    g_string_append_c (words, '.');
}

static void
add_wait (GString *words, const DolenIncoming *one, const char *today, DolenLanguage language)
{
  int days = dolen_date_is_valid (one->received_on)
                 ? MAX (dolen_date_days_between (one->received_on, today), 0)
                 : 0;

  g_string_append_c (words, ' ');
  /* Translators: how long a person has been on the waiting list (diwrnod, masc.). */
  g_string_append_printf (
      words,
      dolen_ntext (language, "Has waited %d day.", "Has waited %d days.", (gulong) days),
      days);
}

static void
add_before (GString *words, guint urgent, guint longer, DolenLanguage language)
{
  if (urgent > 0) {
    g_string_append_c (words, ' ');
    /* Translators: of people (unigolyn, masc.) on the waiting list. */
    g_string_append_printf (
        words,
        dolen_ntext (
            language, "Before them: %u more urgent.", "Before them: %u more urgent.", urgent),
        urgent);
  }
  if (longer > 0) {
    g_string_append_c (words, ' ');
    /* Translators: of people (unigolyn, masc.) on the waiting list who are just as urgent. */
    g_string_append_printf (words,
                            dolen_ntext (language,
                                         "Before them: %u who has waited longer.",
                                         "Before them: %u who have waited longer.",
                                         longer),
                            longer);
  }
}

char *
dolen_waiting_sentence (const GPtrArray *list,
                        guint position,
                        const char *today,
                        DolenLanguage language)
{
  const DolenIncoming *one;
  g_autoptr (GString) words = g_string_new (NULL);
  guint urgent = 0;

  g_return_val_if_fail (position < list->len, NULL);

  one = g_ptr_array_index (list, position);
  for (guint i = 0; i < position; i++)
    urgent += ((const DolenIncoming *) g_ptr_array_index (list, i))->priority > one->priority;
  /* Translators: a place on the waiting list: "2 of 5". */
  g_string_append_printf (
      words, dolen_text (language, "%1$u of %2$u on the list."), position + 1, list->len);
  add_priority (words, one, language);
  add_wait (words, one, today, language);
  add_before (words, urgent, position - urgent, language);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
