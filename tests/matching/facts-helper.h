/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-criteria.h"
#include "matching/dolen-facts-private.h"

/* What tests of matching share: the vocabulary, and snapshots made by hand. */

static inline DolenVocabulary *
test_vocabulary (void)
{
  g_autoptr (GError) error = NULL;
  DolenVocabulary *vocabulary = dolen_vocabulary_default (&error);

  g_assert_no_error (error);
  return vocabulary;
}

static inline const DolenTerm *
test_term (DolenTermKind kind, const char *code)
{
  const DolenTerm *term = dolen_vocabulary_by_code (test_vocabulary (), kind, code);

  g_assert_nonnull (term);
  return term;
}

/* @n services of which nothing is known, named by their number. */
static inline DolenFacts *
test_facts (guint n)
{
  DolenFacts *facts = dolen_facts_alloc (test_vocabulary (), "2026-05-05", n, n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("service %05u", i);

    facts->id[i] = i + 1;
    facts->name_rank[i] = i;
    dolen_facts_set_uid (facts, i, name);
  }
  facts->n_venues = 0;
  dolen_facts_seal (facts);
  return facts;
}

/* "interest:gardening", "need:debt", "enabler:minibus"; "!" before the kind is a known no, "+" says
 * that it stands in the name. */
static inline void
test_tag (DolenFacts *facts, guint i, const char *tag)
{
  gboolean value = tag[0] != '!';
  gboolean named = tag[0] == '+';
  gboolean whom = tag[0] == '@';
  g_auto (GStrv) parts = g_strsplit (value && !named && !whom ? tag : tag + 1, ":", 2);
  DolenTermKind kind = dolen_term_kind_from_code (parts[0]);

  g_assert_cmpint (kind, <, DOLEN_TERM_N_KINDS);
  dolen_facts_add_tag (facts,
                       i,
                       test_term (kind, parts[1]),
                       value,
                       named  ? DOLEN_STRENGTH_IN_NAME
                       : whom ? DOLEN_STRENGTH_FOR_WHOM
                              : DOLEN_STRENGTH_SAID);
  dolen_facts_file_tags (facts);
}

/* A group of whom everything is known to be well: places told and listing confirmed this week. */
static inline void
test_make_ready (DolenFacts *facts, guint i)
{
  facts->capacity[i].status = DOLEN_CAPACITY_PLACES;
  facts->capacity[i].places = 4;
  facts->capacity[i].age = 3;
  facts->confirmed[i] = 3;
}

static inline void
test_wish (DolenProfile *profile, const char *wish)
{
  g_auto (GStrv) parts = g_strsplit (wish, ":", 2);
  DolenTermKind kind = dolen_term_kind_from_code (parts[0]);
  const DolenTerm *term = test_term (kind, parts[1]);

  dolen_term_set_add (kind == DOLEN_TERM_INTEREST ? &profile->interests
                      : kind == DOLEN_TERM_NEED   ? &profile->needs
                                                  : &profile->barriers,
                      term->index);
}
