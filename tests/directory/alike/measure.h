/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How well the search finds what labelled records say is one. */

#include "directory/alike/labelled.h"

typedef struct {
  DolenDirectory *dir;
  DolenAlikeKind kind;
  GHashTable *same;  /* the label of each uid that has one */
  GHashTable *sizes; /* records of each label so far */
  DolenAlikeBook *book;
  GPtrArray *pairs; /* that were found */
  guint n_same;     /* pairs to find */
  guint n_found;    /* between labelled records */
  guint n_right;
} Measure;

static inline Measure
measure_begin (DolenDirectory *dir, DolenAlikeKind kind)
{
  return (Measure){ .dir = dir,
                    .kind = kind,
                    .same = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                    .sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

static inline void
measure_clear (Measure *measure)
{
  g_hash_table_unref (measure->same);
  g_hash_table_unref (measure->sizes);
  g_clear_pointer (&measure->book, dolen_alike_book_free);
  g_clear_pointer (&measure->pairs, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Measure, measure_clear)

/* Takes @uid: a record, and what it is one with ("": nothing). */
static inline void
measure_add (Measure *measure, char *uid, const char *label)
{
  guint before;

  g_hash_table_insert (measure->same, uid, g_strdup (label != NULL ? label : ""));
  if (label == NULL)
    return;
  before = GPOINTER_TO_UINT (g_hash_table_lookup (measure->sizes, label));
  measure->n_same += before;
  g_hash_table_insert (measure->sizes, g_strdup (label), GUINT_TO_POINTER (before + 1));
}

static inline const DolenAlikeRecord *
measure_record (const Measure *measure, const char *uid)
{
  for (guint i = 0; i < measure->book->records->len; i++) {
    const DolenAlikeRecord *record = g_ptr_array_index (measure->book->records, i);

    if (g_str_equal (record->uid, uid))
      return record;
  }
  return NULL;
}

static inline char *
measure_name (const Measure *measure, const char *uid)
{
  if (measure->kind == DOLEN_ALIKE_SERVICES) {
    g_autoptr (DolenService) service = dolen_directory_get_service (measure->dir, uid, NULL);

    return g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_EN));
  } else {
    g_autoptr (DolenOrganisation) body = dolen_directory_get_organisation (measure->dir, uid, NULL);

    return g_strdup (dolen_bilingual_get (&body->name, DOLEN_LANGUAGE_EN));
  }
}

/* A pair, and how sure the search was of it, whatever it chose to show. */
static inline void
measure_tell (const Measure *measure, const char *what, const char *one, const char *other)
{
  g_autofree char *first = measure_name (measure, one);
  g_autofree char *second = measure_name (measure, other);
  guint evidence = 0;
  double bits = dolen_alike_score (
      measure->book, measure_record (measure, one), measure_record (measure, other), &evidence);
  g_autofree char *common = dolen_alike_evidence_text (DOLEN_LANGUAGE_EN, evidence);

  g_test_message ("%s (%.1f bits): %s / %s (%s)", what, bits, first, second, common);
}

static inline gboolean
measure_is_found (const Measure *measure, const char *one, const char *other)
{
  for (guint i = 0; i < measure->pairs->len; i++) {
    const DolenAlikePair *pair = g_ptr_array_index (measure->pairs, i);

    if ((g_str_equal (pair->one, one) && g_str_equal (pair->other, other))
        || (g_str_equal (pair->one, other) && g_str_equal (pair->other, one)))
      return TRUE;
  }
  return FALSE;
}

static inline gboolean
measure_is_same (const Measure *measure, const char *one, const char *other)
{
  const char *label = g_hash_table_lookup (measure->same, one);

  return label != NULL && *label != '\0'
         && g_strcmp0 (label, g_hash_table_lookup (measure->same, other)) == 0;
}

static inline void
measure_tell_missed (const Measure *measure)
{
  for (guint i = 0; i < measure->book->records->len; i++)
    for (guint k = i + 1; k < measure->book->records->len; k++) {
      const char *one = ((DolenAlikeRecord *) measure->book->records->pdata[i])->uid;
      const char *other = ((DolenAlikeRecord *) measure->book->records->pdata[k])->uid;

      if (measure_is_same (measure, one, other) && !measure_is_found (measure, one, other))
        measure_tell (measure, "missed", one, other);
    }
}

/* Searches, and counts what was found among the records that were added. */
static inline void
measure_run (Measure *measure)
{
  measure->book = dolen_alike_book_read (measure->dir, measure->kind, NULL, NULL);
  measure->pairs = dolen_alike_find (measure->book, NULL, NULL);
  for (guint i = 0; i < measure->pairs->len; i++) {
    const DolenAlikePair *pair = g_ptr_array_index (measure->pairs, i);

    if (!g_hash_table_contains (measure->same, pair->one)
        || !g_hash_table_contains (measure->same, pair->other))
      continue;
    measure->n_found++;
    if (measure_is_same (measure, pair->one, pair->other))
      measure->n_right++;
    else
      measure_tell (measure, "wrong", pair->one, pair->other);
  }
  measure_tell_missed (measure);
}

static inline double
measure_precision (const Measure *measure)
{
  return measure->n_found > 0 ? (double) measure->n_right / measure->n_found : 0;
}

static inline double
measure_recall (const Measure *measure)
{
  return measure->n_same > 0 ? (double) measure->n_right / measure->n_same : 0;
}

static inline void
measure_say (const Measure *measure, const char *what)
{
  g_test_message ("%s, %s: %u pairs to find, %u found, %u of them right: precision %.3f, "
                  "recall %.3f",
                  what,
                  dolen_alike_kind_code (measure->kind),
                  measure->n_same,
                  measure->n_found,
                  measure->n_right,
                  measure_precision (measure),
                  measure_recall (measure));
}
