/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-scan.h"

/*
 * The kinds of work. A new one: a value in DolenQueueKind, a line here, a label below, and its two
 * functions: one that finds its rows and one that says of a row what there is to do.
 */
static const DolenQueueKindEntry kinds[] = {
  [DOLEN_QUEUE_QUESTION]
  = { "question", TRUE, dolen_queue_collect_questions, dolen_queue_describe_questions },
  [DOLEN_QUEUE_LONGER_WAIT]
  = { "longer-wait", TRUE, dolen_queue_collect_waits, dolen_queue_describe_waits },
  [DOLEN_QUEUE_STALE] = { "stale", TRUE, dolen_queue_collect_stale, dolen_queue_describe_stale },
  [DOLEN_QUEUE_ASSURANCE]
  = { "assurance", TRUE, dolen_queue_collect_assurance, dolen_queue_describe_assurance },
  [DOLEN_QUEUE_FUNDING]
  = { "funding", TRUE, dolen_queue_collect_funding, dolen_queue_describe_funding },
  [DOLEN_QUEUE_GONE] = { "gone", TRUE, dolen_queue_collect_gone, dolen_queue_describe_gone },
  [DOLEN_QUEUE_SUGGESTION]
  = { "suggestion", FALSE, dolen_queue_collect_suggestions, dolen_queue_describe_suggestions },
  [DOLEN_QUEUE_CLASH]
  = { "clash", FALSE, dolen_queue_collect_clashes, dolen_queue_describe_clashes },
  [DOLEN_QUEUE_ALIKE] = { "alike", FALSE, dolen_queue_collect_alike, dolen_queue_describe_alike },
  [DOLEN_QUEUE_ODDITY]
  = { "oddity", FALSE, dolen_queue_collect_oddities, dolen_queue_describe_oddities },
  [DOLEN_QUEUE_TAGS] = { "tags", FALSE, dolen_queue_collect_tags, dolen_queue_describe_tags },
  [DOLEN_QUEUE_WELSH] = { "welsh", FALSE, dolen_queue_collect_welsh, dolen_queue_describe_welsh },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == DOLEN_QUEUE_N_KINDS);

const char *
dolen_queue_kind_label (DolenQueueKind kind, DolenLanguage language)
{
  switch (kind) {
  case DOLEN_QUEUE_QUESTION:
    /* Translators: a kind of work in the queue: workers' questions to a group. */
    return dolen_ctext (language, "queue", "Questions");
  case DOLEN_QUEUE_LONGER_WAIT:
    /* Translators: a kind of work in the queue: groups that take longer than they said. */
    return dolen_ctext (language, "queue", "Longer waits");
  case DOLEN_QUEUE_STALE:
    /* Translators: a kind of work in the queue: facts nobody has confirmed for too long. */
    return dolen_ctext (language, "queue", "Old facts");
  case DOLEN_QUEUE_ASSURANCE:
    /* Translators: a kind of work in the queue: policies and checks of a group that end. */
    return dolen_ctext (language, "queue", "Checks ending");
  case DOLEN_QUEUE_FUNDING:
    /* Translators: a kind of work in the queue: funding of a group that ends. */
    return dolen_ctext (language, "queue", "Funding ending");
  case DOLEN_QUEUE_GONE:
    /* Translators: a kind of work in the queue: listings missing from the list they came from. */
    return dolen_ctext (language, "queue", "Gone from a feed");
  case DOLEN_QUEUE_SUGGESTION:
    /* Translators: a kind of work in the queue: changes that link workers sent. */
    return dolen_ctext (language, "queue", "Suggested changes");
  case DOLEN_QUEUE_CLASH:
    /* Translators: a kind of work in the queue: edited here, and changed in the feed since. */
    return dolen_ctext (language, "queue", "Clashes with a feed");
  case DOLEN_QUEUE_ALIKE:
    /* Translators: a kind of work in the queue: records that are probably one. */
    return dolen_ctext (language, "queue", "Duplicates");
  case DOLEN_QUEUE_ODDITY:
    /* Translators: a kind of work in the queue: something in a listing cannot be right. */
    return dolen_ctext (language, "queue", "Oddities");
  case DOLEN_QUEUE_TAGS:
    /* Translators: a kind of work in the queue: tags only a rule has read. */
    return dolen_ctext (language, "queue", "Unchecked tags");
  case DOLEN_QUEUE_WELSH:
  case DOLEN_QUEUE_N_KINDS:
  default:
    /* Translators: a kind of work in the queue: texts missing or out of date in Welsh or English.
     */
    return dolen_ctext (language, "queue", "Welsh and English");
  }
}

const DolenQueueKindEntry *
dolen_queue_kinds (void)
{
  return kinds;
}

const char *
dolen_queue_kind_code (DolenQueueKind kind)
{
  g_return_val_if_fail (kind < DOLEN_QUEUE_N_KINDS, NULL);
  return kinds[kind].code;
}

gboolean
dolen_queue_kind_from_code (const char *code, DolenQueueKind *kind)
{
  for (guint k = 0; k < DOLEN_QUEUE_N_KINDS; k++)
    if (g_strcmp0 (kinds[k].code, code) == 0) {
      *kind = (DolenQueueKind) k;
      return TRUE;
    }
  return FALSE;
}

gboolean
dolen_queue_kind_is_call (DolenQueueKind kind)
{
  g_return_val_if_fail (kind < DOLEN_QUEUE_N_KINDS, FALSE);
  return kinds[kind].call;
}
