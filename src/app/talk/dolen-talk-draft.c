/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-draft.h"

#include "base/dolen-text.h"

static char **
no_codes (void)
{
  return g_new0 (char *, 1);
}

DolenTalkDraft *
dolen_talk_draft_new (DolenLanguage language)
{
  DolenTalkDraft *draft = g_new0 (DolenTalkDraft, 1);

  draft->language = language;
  draft->interests = no_codes ();
  draft->needs = no_codes ();
  draft->barriers = no_codes ();
  draft->dislikes = no_codes ();
  draft->words = no_codes ();
  draft->liked = no_codes ();
  draft->not_for_me = no_codes ();
  draft->max_km = -1;
  draft->max_minutes = -1;
  return draft;
}

DolenTalkDraft *
dolen_talk_draft_copy (const DolenTalkDraft *draft)
{
  DolenTalkDraft *copy = g_memdup2 (draft, sizeof *draft);

  copy->matters = g_strdup (draft->matters);
  copy->interests = g_strdupv (draft->interests);
  copy->needs = g_strdupv (draft->needs);
  copy->barriers = g_strdupv (draft->barriers);
  copy->dislikes = g_strdupv (draft->dislikes);
  copy->words = g_strdupv (draft->words);
  copy->place = g_strdup (draft->place);
  copy->liked = g_strdupv (draft->liked);
  copy->not_for_me = g_strdupv (draft->not_for_me);
  return copy;
}

void
dolen_talk_draft_free (DolenTalkDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->matters);
  g_free (draft->place);
  g_strfreev (draft->interests);
  g_strfreev (draft->needs);
  g_strfreev (draft->barriers);
  g_strfreev (draft->dislikes);
  g_strfreev (draft->words);
  g_strfreev (draft->liked);
  g_strfreev (draft->not_for_me);
  g_free (draft);
}

static gboolean
same (char **a, char **b)
{
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

gboolean
dolen_talk_draft_equal (const DolenTalkDraft *a, const DolenTalkDraft *b)
{
  return a->step == b->step && a->language == b->language && a->size == b->size
         && g_strcmp0 (a->matters, b->matters) == 0 && same (a->interests, b->interests)
         && same (a->needs, b->needs) && same (a->barriers, b->barriers)
         && same (a->words, b->words) && same (a->dislikes, b->dislikes)
         && g_strcmp0 (a->place, b->place) == 0 && a->means == b->means
         && ABS (a->max_km - b->max_km) < 1e-6 && a->days == b->days && a->times == b->times
         && a->max_minutes == b->max_minutes && same (a->liked, b->liked)
         && same (a->not_for_me, b->not_for_me);
}

/* ---- the next draft ---- */

DolenTalkDraft *
dolen_talk_draft_next (const DolenTalkDraft *draft)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  if (next->step < DOLEN_TALK_FOUND)
    next->step++;
  return next;
}

DolenTalkDraft *
dolen_talk_draft_back (const DolenTalkDraft *draft)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  if (next->step > DOLEN_TALK_MATTERS)
    next->step--;
  return next;
}

DolenTalkDraft *
dolen_talk_draft_speak (const DolenTalkDraft *draft, DolenLanguage language)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  next->language = language;
  return next;
}

DolenTalkDraft *
dolen_talk_draft_resize (const DolenTalkDraft *draft, int by)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  next->size = (guint) CLAMP ((int) draft->size + by, 0, DOLEN_TALK_LARGEST);
  return next;
}

/* @list with @text at its end, or without it; takes @list. */
static char **
put (char **list, const char *text, gboolean in)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **result;

  for (guint i = 0; list[i] != NULL; i++)
    if (!g_str_equal (list[i], text))
      g_strv_builder_add (builder, list[i]);
    else if (in)
      break;
  if (in && g_strv_contains ((const char *const *) list, text)) {
    g_strv_builder_unref (builder);
    return list;
  }
  if (in)
    g_strv_builder_add (builder, text);
  result = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  g_strfreev (list);
  return result;
}

static char ***
list_of (DolenTalkDraft *draft, DolenTermKind kind)
{
  switch (kind) {
  case DOLEN_TERM_INTEREST:
    return &draft->interests;
  case DOLEN_TERM_NEED:
    return &draft->needs;
  case DOLEN_TERM_BARRIER:
    return &draft->barriers;
  case DOLEN_TERM_ENABLER:
  case DOLEN_TERM_N_KINDS:
  default:
    return NULL;
  }
}

DolenTalkDraft *
dolen_talk_draft_choose (const DolenTalkDraft *draft,
                         DolenTermKind kind,
                         const char *code,
                         gboolean chosen)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);
  char ***list = list_of (next, kind);

  g_return_val_if_fail (list != NULL && code != NULL, next);
  *list = put (*list, code, chosen);
  if (chosen && kind == DOLEN_TERM_INTEREST)
    next->dislikes = put (next->dislikes, code, FALSE);
  return next;
}

DolenTalkDraft *
dolen_talk_draft_dislike (const DolenTalkDraft *draft, const char *code, gboolean disliked)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  next->dislikes = put (next->dislikes, code, disliked);
  if (disliked)
    next->interests = put (next->interests, code, FALSE);
  return next;
}

DolenTalkDraft *
dolen_talk_draft_say (const DolenTalkDraft *draft, const char *line)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);
  g_autofree char *clean = dolen_text_clean_line (line);

  if (clean == NULL)
    return next;
  g_free (next->matters);
  next->matters
      = draft->matters != NULL ? g_strconcat (draft->matters, "\n", clean, NULL) : g_strdup (clean);
  return next;
}

DolenTalkDraft *
dolen_talk_draft_set_word (const DolenTalkDraft *draft, const char *word, gboolean kept)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);
  g_autofree char *clean = dolen_text_clean_line (word);

  if (clean != NULL)
    next->words = put (next->words, clean, kept);
  return next;
}

static guint
with_bits (guint bits, guint bit, gboolean on)
{
  return on ? bits | bit : bits & ~bit;
}

DolenTalkDraft *
dolen_talk_draft_set_means (const DolenTalkDraft *draft, guint bit, gboolean on)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  next->means = with_bits (draft->means, bit, on);
  return next;
}

DolenTalkDraft *
dolen_talk_draft_set_days (const DolenTalkDraft *draft, guint bits, gboolean on)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  next->days = with_bits (draft->days, bits, on);
  return next;
}

DolenTalkDraft *
dolen_talk_draft_set_times (const DolenTalkDraft *draft, guint bit, gboolean on)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  next->times = with_bits (draft->times, bit, on);
  return next;
}

DolenTalkDraft *
dolen_talk_draft_set_place (const DolenTalkDraft *draft, const char *place)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  g_free (next->place);
  next->place = dolen_text_clean_line (place);
  return next;
}

DolenTalkDraft *
dolen_talk_draft_set_far (const DolenTalkDraft *draft, double max_km)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  next->max_km = max_km;
  return next;
}

DolenTalkDraft *
dolen_talk_draft_set_minutes (const DolenTalkDraft *draft, int minutes)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  next->max_minutes = minutes;
  return next;
}

DolenTalkDraft *
dolen_talk_draft_judge (const DolenTalkDraft *draft, const char *uid, DolenTalkOpinion opinion)
{
  DolenTalkDraft *next = dolen_talk_draft_copy (draft);

  next->liked = put (next->liked, uid, opinion == DOLEN_TALK_LIKED);
  next->not_for_me = put (next->not_for_me, uid, opinion == DOLEN_TALK_NOT_FOR_ME);
  return next;
}

DolenTalkOpinion
dolen_talk_draft_opinion (const DolenTalkDraft *draft, const char *uid)
{
  if (g_strv_contains ((const char *const *) draft->liked, uid))
    return DOLEN_TALK_LIKED;
  return g_strv_contains ((const char *const *) draft->not_for_me, uid) ? DOLEN_TALK_NOT_FOR_ME
                                                                        : DOLEN_TALK_NO_OPINION;
}

/* ---- reading it ---- */

char **
dolen_talk_draft_codes (const DolenTalkDraft *draft, DolenTermKind kind)
{
  char ***list = list_of ((DolenTalkDraft *) draft, kind);

  return list != NULL ? *list : NULL;
}

gboolean
dolen_talk_draft_has (const DolenTalkDraft *draft, DolenTermKind kind, const char *code)
{
  char **codes = dolen_talk_draft_codes (draft, kind);

  return codes != NULL && g_strv_contains ((const char *const *) codes, code);
}

gboolean
dolen_talk_draft_answered (const DolenTalkDraft *draft, DolenTalkStep step)
{
  switch (step) {
  case DOLEN_TALK_MATTERS:
    return draft->matters != NULL || draft->needs[0] != NULL;
  case DOLEN_TALK_ENJOY:
    return draft->interests[0] != NULL || draft->dislikes[0] != NULL || draft->words[0] != NULL;
  case DOLEN_TALK_HINDERS:
    return draft->barriers[0] != NULL;
  case DOLEN_TALK_WHERE:
    return draft->means != 0 || draft->max_km >= 0 || draft->place != NULL;
  case DOLEN_TALK_WHEN:
    return draft->days != 0 || draft->times != 0 || draft->max_minutes >= 0;
  case DOLEN_TALK_FOUND:
  case DOLEN_TALK_N_STEPS:
  default:
    return draft->liked[0] != NULL || draft->not_for_me[0] != NULL;
  }
}

gboolean
dolen_talk_draft_says_nothing (const DolenTalkDraft *draft)
{
  for (DolenTalkStep step = 0; step < DOLEN_TALK_N_STEPS; step++)
    if (dolen_talk_draft_answered (draft, step))
      return FALSE;
  return TRUE;
}
