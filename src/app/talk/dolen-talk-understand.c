/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-words.h"

#include "base/dolen-text.h"
#include "matching/dolen-vocabulary-understand.h"

void
dolen_talk_understood_free (DolenTalkUnderstood *understood)
{
  if (understood == NULL)
    return;
  dolen_talk_draft_free (understood->draft);
  g_ptr_array_unref (understood->terms);
  g_ptr_array_unref (understood->denied);
  g_strfreev (understood->unknown);
  g_free (understood);
}

static void
take (DolenTalkDraft **draft, DolenTalkDraft *next)
{
  dolen_talk_draft_free (*draft);
  *draft = next;
}

/* Which of several meanings of the same words is taken: "I forget things" is something to be helped
 * with where it is asked what matters, elsewhere it is in the way; what helps is least of all
 * meant.
 */
static gboolean
is_other_meaning (const DolenUnderstanding *read, const DolenUnderstood *one, DolenTalkStep step)
{
  DolenTermKind asked = step == DOLEN_TALK_MATTERS ? DOLEN_TERM_NEED : DOLEN_TERM_BARRIER;
  DolenTermKind kind = one->term->kind;

  if (kind == asked || kind == DOLEN_TERM_INTEREST)
    return FALSE;
  for (guint i = 0; i < read->terms->len; i++) {
    const DolenUnderstood *other = g_ptr_array_index (read->terms, i);

    if (other->start >= one->end || one->start >= other->end)
      continue;
    if (other->term->kind == asked
        || (kind == DOLEN_TERM_ENABLER && other->term->kind != DOLEN_TERM_ENABLER))
      return TRUE;
  }
  return FALSE;
}

static void
take_one (DolenTalkUnderstood *understood, const DolenUnderstood *one)
{
  const DolenTerm *term = one->term;

  if (!one->negated)
    take (&understood->draft,
          dolen_talk_draft_choose (understood->draft, term->kind, term->code, TRUE));
  else if (term->kind == DOLEN_TERM_INTEREST)
    take (&understood->draft, dolen_talk_draft_dislike (understood->draft, term->code, TRUE));
  else
    take (&understood->draft,
          dolen_talk_draft_choose (understood->draft, term->kind, term->code, FALSE));
  g_ptr_array_add (one->negated ? understood->denied : understood->terms, (gpointer) term);
}

static void
add_unknown (GStrvBuilder *unknown, const char *words)
{
  g_autofree char *clean = dolen_text_clean_line (words);

  if (clean != NULL)
    g_strv_builder_add (unknown, clean);
}

DolenTalkUnderstood *
dolen_talk_understand (DolenVocabulary *vocabulary, const DolenTalkDraft *draft, const char *line)
{
  DolenTalkUnderstood *understood = g_new0 (DolenTalkUnderstood, 1);
  g_autoptr (DolenUnderstanding) read
             = dolen_vocabulary_understand (vocabulary, line, draft->language);
  GStrvBuilder *unknown = g_strv_builder_new ();

  understood->draft = dolen_talk_draft_copy (draft);
  understood->terms = g_ptr_array_new ();
  understood->denied = g_ptr_array_new ();
  for (guint i = 0; i < read->terms->len; i++) {
    const DolenUnderstood *one = g_ptr_array_index (read->terms, i);

    if (is_other_meaning (read, one, draft->step))
      continue;
    /* What helps is nothing that a conversation keeps: those words stay words. */
    if (one->term->kind == DOLEN_TERM_ENABLER)
      add_unknown (unknown, one->words);
    else
      take_one (understood, one);
  }
  for (guint i = 0; read->rest[i] != NULL; i++)
    add_unknown (unknown, read->rest[i]);
  understood->unknown = g_strv_builder_end (unknown);
  g_strv_builder_unref (unknown);
  /* What matters is kept as it was said; elsewhere only what no term stands for. */
  if (draft->step == DOLEN_TALK_MATTERS)
    take (&understood->draft, dolen_talk_draft_say (understood->draft, line));
  else
    for (guint i = 0; understood->unknown[i] != NULL; i++)
      take (&understood->draft,
            dolen_talk_draft_set_word (understood->draft, understood->unknown[i], TRUE));
  return understood;
}

/* ---- said back ---- */

static void
append (GString *said, const char *words)
{
  g_string_append_printf (said, "%s%s", said->len > 0 ? ", " : "", words);
}

static void
append_denied (GString *said, const GPtrArray *terms, DolenLanguage language)
{
  for (guint i = 0; i < terms->len; i++) {
    /* Translators: in a list of what somebody said of themselves: what they do not like, or what is
     * not in their way; %s is "Football", "Stairs and steps". */
    g_autofree char *words
        = g_strdup_printf (dolen_text (language, "not: %s"),
                           dolen_term_label (g_ptr_array_index (terms, i), language));

    append (said, words);
  }
}

char *
dolen_talk_understood_sentence (const DolenTalkUnderstood *understood, DolenLanguage language)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *kept = g_strjoinv (", ", understood->unknown);

  for (guint i = 0; i < understood->terms->len; i++)
    append (known, dolen_talk_say (g_ptr_array_index (understood->terms, i), language));
  append_denied (known, understood->denied, language);
  if (known->len > 0 && *kept != '\0')
    /* Translators: to the person, after they typed something: first what it was taken for, a list
     * such as "Singing, I have no car", then the rest in their own words. */
    return g_strdup_printf (
        dolen_text (language, "Thank you: %1$s. Kept in your own words: %2$s."), known->str, kept);
  if (known->len > 0)
    /* Translators: to the person, after they typed something; what it was taken for, a list. */
    return g_strdup_printf (dolen_text (language, "Thank you: %s."), known->str);
  if (*kept != '\0')
    /* Translators: to the person, after they typed something that no word is known for; it is kept
     * as they said it. */
    return g_strdup_printf (dolen_text (language, "Thank you. Kept in your own words: %s."), kept);
  return g_strdup ("");
}
