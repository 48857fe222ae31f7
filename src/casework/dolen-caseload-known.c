/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-known.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-name-match.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_LETTERS 3

void
dolen_known_free (DolenKnown *known)
{
  if (known == NULL)
    return;
  g_free (known->uid);
  g_free (known->name);
  g_free (known->called);
  g_free (known->date_of_birth);
  g_free (known->died_on);
  g_free (known->return_until);
  g_free (known);
}

/* ---- what is typed, made ready once ---- */

typedef struct {
  char **words;       /* (owned) of the name; none where too little is typed */
  const char *birth;  /* (nullable) */
  char *swapped;      /* (owned) (nullable) day and month the other way round */
  char *phone;        /* (owned) (nullable) canonical */
  const char *number; /* (nullable) */
} Wanted;

static char *
swap_day_and_month (const char *date)
{
  g_autofree char *swapped = NULL;

  if (!dolen_date_is_valid (date))
    return NULL;
  swapped = g_strdup_printf ("%.5s%.2s-%.2s", date, date + 8, date + 5);
  return dolen_date_is_valid (swapped) && !g_str_equal (swapped, date) ? g_steal_pointer (&swapped)
                                                                       : NULL;
}

static void
make_ready (const DolenKnownQuery *query, Wanted *wanted)
{
  gsize letters = 0;

  wanted->words = dolen_name_words (query->name);
  for (gsize i = 0; wanted->words[i] != NULL; i++)
    letters += (gsize) g_utf8_strlen (wanted->words[i], -1);
  if (letters < LEAST_LETTERS) {
    g_strfreev (wanted->words);
    wanted->words = g_new0 (char *, 1);
  }
  wanted->birth = dolen_date_is_valid (query->date_of_birth) ? query->date_of_birth : NULL;
  wanted->swapped = swap_day_and_month (wanted->birth);
  wanted->phone = query->phone != NULL ? dolen_text_phone (query->phone) : NULL;
  wanted->number = dolen_text_is_empty (query->nhs_number) ? NULL : query->nhs_number;
}

static void
wanted_clear (Wanted *wanted)
{
  g_strfreev (wanted->words);
  g_free (wanted->swapped);
  g_free (wanted->phone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/* ---- one person ---- */

/* Half of the words will do where something else is alike too: names change with a marriage. */
static int
count_met (const Wanted *wanted, const DolenKnown *known, gboolean *by_sound)
{
  g_autofree char *both = g_strconcat (known->name, " ", known->called, NULL);
  g_auto (GStrv) names = dolen_name_words (both);
  int met = 0;

  *by_sound = FALSE;
  for (gsize i = 0; wanted->words[i] != NULL; i++) {
    int score = dolen_name_match_word (wanted->words[i], names);

    met += score != DOLEN_NAME_NO_MATCH;
    *by_sound = *by_sound || score == DOLEN_NAME_SCORE_SOUND || score == DOLEN_NAME_SCORE_MUTATED;
  }
  return met;
}

static gboolean
has_phone (const DolenPerson *person, const char *phone)
{
  for (guint i = 0; person->ways != NULL && i < person->ways->len; i++) {
    const DolenWay *way = g_ptr_array_index (person->ways, i);
    g_autofree char *number = way->value != NULL ? dolen_text_phone (way->value) : NULL;

    if (g_strcmp0 (number, phone) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
judge (const Wanted *wanted, const DolenPerson *person, DolenKnown *known)
{
  gboolean by_sound;
  int n = (int) g_strv_length (wanted->words), met = count_met (wanted, known, &by_sound);
  gboolean whole = n > 0 && met == n;

  if (wanted->number != NULL && g_strcmp0 (wanted->number, person->nhs_number) == 0)
    known->why |= DOLEN_KNOWN_NHS_NUMBER;
  if (wanted->phone != NULL && has_phone (person, wanted->phone))
    known->why |= DOLEN_KNOWN_PHONE;
  if (wanted->birth != NULL && g_strcmp0 (wanted->birth, person->date_of_birth) == 0)
    known->why |= DOLEN_KNOWN_BIRTH;
  else if (wanted->swapped != NULL && g_strcmp0 (wanted->swapped, person->date_of_birth) == 0)
    known->why |= DOLEN_KNOWN_BIRTH_SWAPPED;
  /* A birthday with nothing of the name is somebody else's, unless no name is typed. */
  if (met == 0 && n > 0)
    known->why &= ~(guint) (DOLEN_KNOWN_BIRTH | DOLEN_KNOWN_BIRTH_SWAPPED);
  if (whole || (met > 0 && known->why != 0))
    known->why |= by_sound ? DOLEN_KNOWN_SOUND : DOLEN_KNOWN_NAME;
  known->score = (known->why & DOLEN_KNOWN_NHS_NUMBER ? 16 : 0)
                 + (known->why & DOLEN_KNOWN_PHONE ? 5 : 0)
                 + (known->why & DOLEN_KNOWN_BIRTH ? 6 : 0)
                 + (known->why & DOLEN_KNOWN_BIRTH_SWAPPED ? 4 : 0)
                 + (whole     ? 5
                    : met > 0 ? 2
                              : 0)
                 - (whole && by_sound ? 1 : 0);
}

static DolenKnown *
known_new (DolenStatement *row, const DolenPerson *person)
{
  DolenKnown *known = g_new0 (DolenKnown, 1);

  known->uid = g_strdup (person->uid);
  known->name = g_strdup (person->name);
  known->called = g_strdup (dolen_person_get_called (person));
  known->date_of_birth = g_strdup (person->date_of_birth);
  known->died_on = g_strdup (person->died_on);
  known->open = dolen_statement_get_int64 (row, 0) != 0;
  known->return_until = known->open ? NULL : dolen_statement_dup_text (row, 1);
  return known;
}

static int
compare_known (gconstpointer a, gconstpointer b)
{
  const DolenKnown *first = *(const DolenKnown *const *) a;
  const DolenKnown *second = *(const DolenKnown *const *) b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return strcmp (first->name, second->name);
}

GPtrArray *
dolen_caseload_find_known (DolenCaseload *caseload,
                           const DolenKnownQuery *query,
                           guint limit,
                           GError **error)
{
  g_autofree char *columns = dolen_record_columns (&dolen_person_type, "p.");
  g_autofree char *sql = g_strdup_printf (
      "SELECT EXISTS (SELECT 1 FROM episode e WHERE e.person = p.uid AND e.closed IS NULL),"
      " (SELECT max (return_until) FROM episode e WHERE e.person = p.uid), %s"
      " FROM person p WHERE p.name IS NOT NULL",
      columns);
  g_autoptr (DolenStatement) row = dolen_db_prepare (caseload->db, sql, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_known_free);
  g_auto (Wanted) wanted = { NULL };
  gboolean more = FALSE, ok = row != NULL;

  make_ready (query, &wanted);
  while (ok && (ok = dolen_statement_step (row, &more, error)) && more) {
    g_autoptr (DolenPerson) person = dolen_record_read (&dolen_person_type, row, 2);
    g_autoptr (DolenKnown) known = known_new (row, person);

    judge (&wanted, person, known);
    if (known->why != 0)
      g_ptr_array_add (found, g_steal_pointer (&known));
  }
  if (!ok)
    return NULL;
  g_ptr_array_sort (found, compare_known);
  if (found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  return g_steal_pointer (&found);
}

/* ---- in words ---- */

static const struct {
  DolenKnownWhy why;
  const char *words;
} reasons[] = {
  /* Translators: why somebody in the case records may be the one being typed; a list. */
  { DOLEN_KNOWN_NHS_NUMBER, N_ ("same NHS number") },
  { DOLEN_KNOWN_NAME, N_ ("name alike") },
  { DOLEN_KNOWN_SOUND, N_ ("name sounds alike") },
  { DOLEN_KNOWN_BIRTH, N_ ("same date of birth") },
  { DOLEN_KNOWN_BIRTH_SWAPPED, N_ ("date of birth with day and month swapped") },
  { DOLEN_KNOWN_PHONE, N_ ("same telephone") },
};

char *
dolen_known_sentence (const DolenKnown *known, DolenLanguage language)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (known->why & reasons[i].why)
      g_string_append_printf (
          words, "%s%s", words->len > 0 ? ", " : "", dolen_text (language, reasons[i].words));
  return g_string_free (g_steal_pointer (&words), FALSE);
}
