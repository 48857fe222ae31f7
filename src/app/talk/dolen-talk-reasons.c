/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-reasons.h"

#include "base/dolen-text.h"

#include <string.h>

#define MOST_WHY 4
#define MOST_ASK 2

/* ---- why, and what to ask ---- */

static char *
say_suits (const DolenReason *reason, DolenLanguage language)
{
  gboolean yes = reason->verdict == DOLEN_VERDICT_YES;

  if (!yes && reason->verdict != DOLEN_VERDICT_HELPED)
    return NULL;
  switch (reason->criterion) {
  case DOLEN_CRITERION_INTEREST:
    return g_strdup_printf (yes
                                /* Translators: to the person; %s is an interest: "Singing". */
                                ? dolen_text (language, "You enjoy this: %s")
                                /* Translators: to the person; %s is an interest: "Dance". */
                                : dolen_text (language, "Close to what you enjoy: %s"),
                            reason->short_text);
  case DOLEN_CRITERION_NEED:
    /* Translators: to the person; %s is what they want help with: "Debt". */
    return g_strdup_printf (dolen_text (language, "They can help with this: %s"),
                            reason->short_text);
  case DOLEN_CRITERION_STEP_FREE:
  case DOLEN_CRITERION_TRANSPORT:
  case DOLEN_CRITERION_COMPANY:
  case DOLEN_CRITERION_DIGITAL:
  case DOLEN_CRITERION_BARRIER:
    /* Translators: to the person; %s is what helps against what gets in the way: "Step-free". */
    return g_strdup_printf (dolen_text (language, "This makes it easier: %s"), reason->short_text);
  case DOLEN_CRITERION_LANGUAGE:
    /* Translators: to the person; %s is a language: "Welsh". */
    return yes ? g_strdup_printf (dolen_text (language, "Your language is spoken: %s"),
                                  reason->short_text)
               : NULL;
  case DOLEN_CRITERION_DAYS:
    return yes ? g_strdup (dolen_text (language, "It is on a day that suits you")) : NULL;
  case DOLEN_CRITERION_TIMES:
    return yes ? g_strdup (dolen_text (language, "It is on when you are free")) : NULL;
  case DOLEN_CRITERION_LENGTH:
    /* Translators: to the person, of a session. */
    return yes ? g_strdup (dolen_text (language, "It is not too long for you")) : NULL;
  case DOLEN_CRITERION_TRAVEL:
    return yes ? g_strdup (dolen_text (language, "You can get there by your own means")) : NULL;
  case DOLEN_CRITERION_WORDS:
    /* Translators: to the person; %s is what they typed, in quotation marks. */
    return g_strdup_printf (dolen_text (language, "They speak of this too: %s"),
                            reason->short_text);
  default:
    /* What is new among the criteria is not for the person until it is put here. */
    return NULL;
  }
}

/* Nothing of funding, of assurance, or of how the group answered us; and whether a choir helps with
 * debt is no question to ask in front of somebody. */
static gboolean
may_be_asked (const DolenReason *reason)
{
  static const gboolean asked[DOLEN_N_CRITERIA] = {
    [DOLEN_CRITERION_DISTANCE] = TRUE,  [DOLEN_CRITERION_LANGUAGE] = TRUE,
    [DOLEN_CRITERION_CAPACITY] = TRUE,  [DOLEN_CRITERION_COST] = TRUE,
    [DOLEN_CRITERION_DAYS] = TRUE,      [DOLEN_CRITERION_STEP_FREE] = TRUE,
    [DOLEN_CRITERION_TRANSPORT] = TRUE, [DOLEN_CRITERION_COMPANY] = TRUE,
    [DOLEN_CRITERION_DIGITAL] = TRUE,   [DOLEN_CRITERION_BARRIER] = TRUE,
    [DOLEN_CRITERION_TIMES] = TRUE,     [DOLEN_CRITERION_LENGTH] = TRUE,
    [DOLEN_CRITERION_TRAVEL] = TRUE,    [DOLEN_CRITERION_GROUP_SIZE] = TRUE,
  };

  return reason->verdict == DOLEN_VERDICT_UNKNOWN && reason->question != NULL
         && asked[reason->criterion];
}

static void
add_once (GPtrArray *list, char *text, guint most)
{
  if (text == NULL)
    return;
  if (list->len >= most || g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (list, text);
}

static char **
finish (GPtrArray *list)
{
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

void
dolen_talk_reasons (DolenFacts *facts,
                    const DolenProfile *profile,
                    guint index,
                    DolenLanguage language,
                    char ***why,
                    char ***ask)
{
  /* Without the record: its own words in a reason could say anything. */
  g_autoptr (GPtrArray) reasons
             = dolen_reasons_new (facts, profile, index, NULL, language, DOLEN_DISTANCE_MILES);
  GPtrArray *suits = g_ptr_array_new ();
  GPtrArray *questions = g_ptr_array_new ();

  for (guint i = 0; i < reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (reasons, i);

    add_once (suits, say_suits (reason, language), MOST_WHY);
    if (may_be_asked (reason))
      add_once (questions, g_strdup (reason->question), MOST_ASK);
  }
  *why = finish (suits);
  *ask = finish (questions);
}

/* ---- what it is ---- */

#define MOST_GIST 220 /* characters */

/* Ways to reach somebody, and who pays for it: not for this page. */
static gboolean
is_office (const char *sentence)
{
  static GRegex *office = NULL;

  if (office == NULL)
    office = g_regex_new ("@|https?:|www\\.|\\d{4,}|\\b(?:fund|grant|lottery|sponsor|contact|email"
                          "|e-mail|phone|telephone|ring|tel|referral|insur|safeguard|dbs|polic)"
                          "|\\b(?:cyllid|ariann|ariennir|grant|loteri|noddi?r|cysyllt|ffoni"
                          "|e-bost|ebost|atgyfeir|yswir|diogelu|polis)",
                          G_REGEX_CASELESS | G_REGEX_OPTIMIZE,
                          0,
                          NULL);
  return g_regex_match (office, sentence, 0, NULL);
}

/* Whether @sentence holds a word of a name, a whole word as it is written. */
static gboolean
holds_name (const char *sentence, const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name != NULL ? name : "", " \t,.()", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *escaped = NULL;
    g_autofree char *pattern = NULL;

    if (g_utf8_strlen (words[i], -1) < 3)
      continue;
    escaped = g_regex_escape_string (words[i], -1);
    pattern = g_strconcat ("(?<!\\w)", escaped, "(?!\\w)", NULL);
    if (g_regex_match_simple (pattern, sentence, 0, 0))
      return TRUE;
  }
  return FALSE;
}

static gboolean
names_somebody (const DolenService *service, const char *sentence)
{
  for (guint i = 0; i < service->contacts->len; i++) {
    const DolenContact *contact = g_ptr_array_index (service->contacts, i);

    if (holds_name (sentence, contact->name))
      return TRUE;
  }
  return FALSE;
}

/* A sentence that does not end is ended between two words. */
static void
cut (GString *text)
{
  const char *end;

  if (g_utf8_strlen (text->str, -1) <= 2 * MOST_GIST)
    return;
  end = g_utf8_offset_to_pointer (text->str, 2 * MOST_GIST);
  while (end > text->str && *end != ' ')
    end = g_utf8_prev_char (end);
  g_string_truncate (text, (gsize) (end - text->str));
  g_string_append (text, "…");
}

gboolean
dolen_talk_may_be_said (const DolenService *service, const char *text)
{
  return !is_office (text) && !names_somebody (service, text);
}

char *
dolen_talk_gist (const DolenService *service, DolenLanguage language)
{
  const char *text = dolen_bilingual_get (&service->description, language);
  g_auto (GStrv) sentences
          = g_regex_split_simple ("(?<=[.!?])\\s+|\\n+", text != NULL ? text : "", 0, 0);
  GString *gist = g_string_new (NULL);

  for (guint i = 0, taken = 0; sentences[i] != NULL && taken < 2; i++) {
    if (dolen_text_is_empty (sentences[i]) || !dolen_talk_may_be_said (service, sentences[i]))
      continue;
    if (gist->len > 0
        && g_utf8_strlen (gist->str, -1) + g_utf8_strlen (sentences[i], -1) > MOST_GIST)
      break;
    g_string_append_printf (gist, "%s%s", gist->len > 0 ? " " : "", g_strstrip (sentences[i]));
    taken++;
  }
  cut (gist);
  return g_string_free (gist, FALSE);
}
