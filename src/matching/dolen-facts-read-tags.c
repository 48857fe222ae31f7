/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-tag-rows.h"

#include <stdlib.h>
#include <string.h>

/*
 * What a service is about, what helps, and for whom it says it is: all of it kept as tags. To read
 * them takes half of the whole, so a second reader with a connection of its own begins with them
 * while the first reads all else, and then helps: each takes the next chunk of the table that
 * nobody has. Where there is no second reader, one reads them all.
 */
struct _DolenTagsUnderWay {
  const DolenFactsPass *pass;
  DolenTagRows *own;
  DolenTagRows *helper; /* (nullable) */
  GThread *thread;      /* (nullable) */
  GError *failed;       /* of the helper */
  guint n_chunks;
  guint next; /* (atomic) */
};

DolenGender
dolen_facts_gender_from_words (const char *given)
{
  static const struct {
    const char *word;
    DolenGender gender;
  } words[] = {
    { "female", DOLEN_GENDER_FEMALE }, { "women", DOLEN_GENDER_FEMALE },
    { "woman", DOLEN_GENDER_FEMALE },  { "ladies", DOLEN_GENDER_FEMALE },
    { "male", DOLEN_GENDER_MALE },     { "men", DOLEN_GENDER_MALE },
    { "man", DOLEN_GENDER_MALE },
  };

  for (gsize i = 0; given != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (given, words[i].word) == 0)
      return words[i].gender;
  return DOLEN_GENDER_UNKNOWN;
}

/* "age-8-25", "gender-male", "audience-children": what the tagging read of whom it is for. */
static void
read_eligibility (DolenEligibilityFact *fact, const char *code)
{
  static const struct {
    const char *code;
    DolenAudience audience;
  } audiences[] = {
    { "audience-children", DOLEN_AUDIENCE_CHILDREN },
    { "audience-parents", DOLEN_AUDIENCE_PARENTS },
    { "audience-carers", DOLEN_AUDIENCE_CARERS },
    { "audience-veterans", DOLEN_AUDIENCE_VETERANS },
    { "audience-professionals", DOLEN_AUDIENCE_PROFESSIONALS },
    { "audience-lgbtq", DOLEN_AUDIENCE_LGBTQ },
    { "audience-disability", DOLEN_AUDIENCE_DISABLED },
    { "audience-older", DOLEN_AUDIENCE_OLDER },
    { "audience-refugees", DOLEN_AUDIENCE_REFUGEES },
    { "audience-students", DOLEN_AUDIENCE_STUDENTS },
    { "audience-farmers", DOLEN_AUDIENCE_FARMERS },
    { "audience-minorities", DOLEN_AUDIENCE_MINORITIES },
  };

  if (g_str_has_prefix (code, "age-") && fact->min_age < 0 && fact->max_age < 0) {
    char *end = NULL;
    long from = strtol (code + 4, &end, 10);

    fact->min_age = (gint8) CLAMP (from, 0, 120);
    if (*end == '-' && g_ascii_isdigit (end[1]))
      fact->max_age = (gint8) CLAMP (strtol (end + 1, NULL, 10), 0, 120);
  } else if (g_str_has_prefix (code, "gender-") && fact->gender == DOLEN_GENDER_UNKNOWN) {
    fact->gender = (guint8) dolen_facts_gender_from_words (code + strlen ("gender-"));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (audiences); i++)
    if (strcmp (audiences[i].code, code) == 0)
      fact->audience |= (guint16) audiences[i].audience;
}

static gboolean
read_chunks (DolenTagsUnderWay *tags, DolenTagRows *rows, GError **error)
{
  for (;;) {
    guint chunk = g_atomic_int_add (&tags->next, 1);

    if (chunk >= tags->n_chunks)
      return TRUE;
    if (!dolen_tag_rows_read (rows, chunk, error)) {
      g_atomic_int_set (&tags->next, tags->n_chunks); /* the other need not go on */
      return FALSE;
    }
  }
}

static gpointer
help_cb (gpointer data)
{
  DolenTagsUnderWay *tags = data;

  read_chunks (tags, tags->helper, &tags->failed);
  return NULL;
}

static gboolean
count_chunks (DolenTagsUnderWay *tags, GError **error)
{
  gint64 last = 0;

  if (!dolen_db_get_int64 (tags->pass->db, "SELECT max (id) FROM tag", &last, error))
    return FALSE;
  tags->n_chunks = (guint) (MAX (last, 0) / DOLEN_TAG_ROWS_CHUNK) + 1;
  return TRUE;
}

DolenTagsUnderWay *
dolen_facts_begin_tags (const DolenFactsPass *pass, DolenDb *second, GError **error)
{
  g_autoptr (DolenTagsUnderWay) tags = g_new0 (DolenTagsUnderWay, 1);

  tags->pass = pass;
  if (!count_chunks (tags, error))
    return NULL;
  tags->own = dolen_tag_rows_new (pass, pass->db);
  if (second != NULL) {
    tags->helper = dolen_tag_rows_new (pass, second);
    tags->thread = g_thread_try_new ("facts", help_cb, tags, NULL);
  }
  return g_steal_pointer (&tags);
}

static void
wait_for_helper (DolenTagsUnderWay *tags)
{
  if (tags->thread != NULL)
    g_thread_join (tags->thread);
  tags->thread = NULL;
}

void
dolen_tags_under_way_free (DolenTagsUnderWay *tags)
{
  if (tags == NULL)
    return;
  g_atomic_int_set (&tags->next, tags->n_chunks);
  wait_for_helper (tags);
  g_clear_error (&tags->failed);
  dolen_tag_rows_free (tags->helper);
  dolen_tag_rows_free (tags->own);
  g_free (tags);
}

static void
take_other (DolenFacts *facts, const DolenOtherTag *other)
{
  /* "assured-insurance", until the day that its words are, of files from before the table. */
  if (g_str_has_prefix (other->code, DOLEN_TAG_ASSURED))
    dolen_facts_add_check (facts,
                           other->service,
                           other->code + strlen (DOLEN_TAG_ASSURED),
                           other->value,
                           other->words);
  else
    read_eligibility (&facts->eligible[other->service], other->code);
}

/* By chunk, as they stand in the table. */
static void
take_others (DolenFacts *facts, const GArray *one, const GArray *two)
{
  guint a = 0, b = 0;

  while (a < one->len || b < two->len) {
    const DolenOtherTag *x = a < one->len ? &g_array_index (one, DolenOtherTag, a) : NULL;
    const DolenOtherTag *y = b < two->len ? &g_array_index (two, DolenOtherTag, b) : NULL;

    if (y == NULL || (x != NULL && x->chunk < y->chunk)) {
      take_other (facts, x);
      a++;
    } else {
      take_other (facts, y);
      b++;
    }
  }
}

gboolean
dolen_facts_finish_tags (DolenTagsUnderWay *tags, GError **error)
{
  DolenFacts *facts = tags->pass->facts;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (DolenOtherTag));

  if (!read_chunks (tags, tags->own, error))
    return FALSE;
  wait_for_helper (tags);
  if (tags->failed != NULL) {
    g_propagate_error (error, g_steal_pointer (&tags->failed));
    return FALSE;
  }
  dolen_facts_take_loose (facts, dolen_tag_rows_loose (tags->own));
  if (tags->helper != NULL)
    dolen_facts_take_loose (facts, dolen_tag_rows_loose (tags->helper));
  take_others (facts,
               dolen_tag_rows_others (tags->own),
               tags->helper != NULL ? dolen_tag_rows_others (tags->helper) : none);
  dolen_facts_file_tags (facts);
  return TRUE;
}
