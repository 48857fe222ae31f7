/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-words.h"

#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

/* Translators: these are said by the person themselves, on large buttons to be tapped: what they
 * would like help with. Warm, plain, no office words. */
static const DolenTalkWord needs[] = {
  { "loneliness", "dolen-people-symbolic", N_ ("More company") },
  { "money", "dolen-talk-coin-symbolic", N_ ("Help with money worries") },
  { "anxiety", "dolen-talk-calm-symbolic", N_ ("Feeling calmer") },
  { "low-mood", "dolen-talk-sun-symbolic", N_ ("Feeling brighter") },
  { "purpose", "dolen-talk-clock-symbolic", N_ ("Something to do with my days") },
  { "confidence", "dolen-talk-star-symbolic", N_ ("More confidence") },
  { "bereavement", "dolen-talk-speech-symbolic", N_ ("Talking about somebody I have lost") },
  { "housing", "dolen-talk-home-symbolic", N_ ("A home that is right for me") },
  { "practical-help", "dolen-talk-tool-symbolic", N_ ("A hand around the house") },
  { "food", "dolen-talk-bowl-symbolic", N_ ("Enough good food") },
  { "fuel", "dolen-talk-flame-symbolic", N_ ("A warm home") },
  { "long-term-condition", "dolen-talk-health-symbolic", N_ ("Living well with my health") },
  { "falls", "dolen-talk-walk-symbolic", N_ ("Feeling steady on my feet") },
  { "carers", "dolen-talk-heart-symbolic", N_ ("Support while I look after somebody") },
  { "family", "dolen-talk-family-symbolic", N_ ("Things in the family") },
  { "memory-loss", "dolen-talk-bell-symbolic", N_ ("Help with remembering") },
  { "transport", "dolen-talk-bus-symbolic", N_ ("Getting about") },
  { "form-filling", "dolen-talk-paper-symbolic", N_ ("Help with forms and letters") },
  { "digital-skills", "dolen-talk-screen-symbolic", N_ ("Getting on with phones and computers") },
  { "employment", "dolen-talk-bag-symbolic", N_ ("Work, or getting ready for it") },
  { "sleep", "dolen-talk-moon-symbolic", N_ ("Sleeping better") },
  { "safety", "dolen-talk-shield-symbolic", N_ ("Feeling safe") },
};

/* Translators: these are said by the person themselves, on large buttons to be tapped: what gets in
 * the way. The first person, kind, plain. */
static const DolenTalkWord barriers[] = {
  { "no-car", "dolen-talk-bus-symbolic", N_ ("I have no car") },
  { "going-alone", "dolen-talk-person-symbolic", N_ ("I would rather not go alone") },
  { "confidence", "dolen-talk-star-symbolic", N_ ("I feel unsure of myself") },
  { "cost", "dolen-talk-coin-symbolic", N_ ("Money is tight") },
  { "stairs", "dolen-talk-stairs-symbolic", N_ ("I find stairs hard") },
  { "walking-difficulty", "dolen-talk-walk-symbolic", N_ ("I cannot walk far") },
  { "stamina", "dolen-talk-tired-symbolic", N_ ("I get tired quickly") },
  { "crowds", "dolen-people-symbolic", N_ ("Big groups are too much for me") },
  { "hearing", "dolen-talk-ear-symbolic", N_ ("I do not hear well") },
  { "sight", "dolen-talk-eye-symbolic", N_ ("I do not see well") },
  { "memory", "dolen-talk-bell-symbolic", N_ ("I forget things") },
  { "welsh-first", "dolen-talk-speech-symbolic", N_ ("I would rather speak Welsh") },
  { "remote", "dolen-talk-pin-symbolic", N_ ("I live far from everything") },
  { "caring-duties", "dolen-talk-heart-symbolic", N_ ("I look after somebody") },
  { "wheelchair", "dolen-talk-wheel-symbolic", N_ ("I use a wheelchair or scooter") },
  { "oxygen", "dolen-talk-calm-symbolic", N_ ("I need my oxygen or other equipment with me") },
  { "pain", "dolen-talk-health-symbolic", N_ ("I am often in pain") },
  { "noise", "dolen-talk-ear-symbolic", N_ ("Noise is too much for me") },
  { "literacy", "dolen-talk-book-symbolic", N_ ("Reading and writing are hard for me") },
  { "digital-exclusion", "dolen-talk-screen-symbolic", N_ ("I am not online") },
  { "no-phone", "dolen-talk-phone-symbolic", N_ ("I have no phone, or no credit") },
  { "other-language", "dolen-talk-speech-symbolic", N_ ("English and Welsh are hard for me") },
  { "childcare", "dolen-talk-family-symbolic", N_ ("I have children with me") },
  { "work-hours", "dolen-talk-clock-symbolic", N_ ("I work in the day") },
  { "toilets", "dolen-talk-door-symbolic", N_ ("I need a toilet nearby") },
  { "pet", "dolen-talk-paw-symbolic", N_ ("I would not leave my pet") },
  { "commitment", "dolen-talk-clock-symbolic", N_ ("I cannot promise to come every week") },
  { "new-things", "dolen-verdict-unknown-symbolic", N_ ("I like to know what to expect") },
  { "social-anxiety", "dolen-talk-person-symbolic", N_ ("Meeting new people worries me") },
  { "institutions",
    "dolen-talk-door-symbolic",
    N_ ("Schools, churches or offices are not for me") },
  { "food-needs", "dolen-talk-bowl-symbolic", N_ ("There are foods I cannot eat") },
  { "no-bus", "dolen-talk-bus-symbolic", N_ ("There is no bus at the right time") },
  { "dark-evenings", "dolen-talk-moon-symbolic", N_ ("I do not go out after dark") },
  { "mornings", "dolen-talk-sun-symbolic", N_ ("Mornings are hard for me") },
  { "fear-of-falling", "dolen-talk-walk-symbolic", N_ ("I am afraid of falling") },
  { "standing", "dolen-talk-person-symbolic", N_ ("I cannot stand for long") },
  { "rough-ground", "dolen-talk-walk-symbolic", N_ ("Rough ground is hard for me") },
  { "hands", "dolen-talk-tool-symbolic", N_ ("My hands are weak or sore") },
  { "feels-the-cold", "dolen-talk-flame-symbolic", N_ ("I feel the cold") },
  { "dogs-about", "dolen-talk-paw-symbolic", N_ ("I would rather not have dogs about") },
  { "motivation", "dolen-talk-tired-symbolic", N_ ("It is hard to get going") },
  { "small-place", "dolen-talk-home-symbolic", N_ ("Everybody knows everybody here") },
  { "paperwork", "dolen-talk-paper-symbolic", N_ ("Long forms put me off") },
  { "housebound", "dolen-talk-home-symbolic", N_ ("I cannot leave the house") },
};

/* Translators: kinds of things people enjoy, on large buttons; behind each are more. */
static const DolenTalkWord groups[] = {
  { "creative", "dolen-talk-brush-symbolic", N_ ("Art, music and making") },
  { "connecting", "dolen-people-symbolic", N_ ("Being with people") },
  { "nature", "dolen-talk-leaf-symbolic", N_ ("Gardens and the outdoors") },
  { "active", "dolen-talk-walk-symbolic", N_ ("Moving and keeping well") },
  { "learning", "dolen-talk-book-symbolic", N_ ("Learning something") },
  { "caring", "dolen-talk-heart-symbolic", N_ ("Helping others") },
};

const DolenTalkWord *
dolen_talk_words (DolenTermKind kind, guint *n)
{
  switch (kind) {
  case DOLEN_TERM_NEED:
    *n = G_N_ELEMENTS (needs);
    return needs;
  case DOLEN_TERM_BARRIER:
    *n = G_N_ELEMENTS (barriers);
    return barriers;
  case DOLEN_TERM_INTEREST:
    *n = G_N_ELEMENTS (groups);
    return groups;
  case DOLEN_TERM_ENABLER:
  case DOLEN_TERM_N_KINDS:
  default:
    *n = 0;
    return NULL;
  }
}

const char *
dolen_talk_say (const DolenTerm *term, DolenLanguage language)
{
  guint n;
  const DolenTalkWord *words = dolen_talk_words (term->kind, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i].code, term->code))
      return dolen_text (language, words[i].said);
  return dolen_term_label (term, language);
}

const char *
dolen_talk_question (DolenTalkStep step, DolenLanguage language)
{
  switch (step) {
  case DOLEN_TALK_MATTERS:
    return dolen_text (language, "What matters to you?");
  case DOLEN_TALK_ENJOY:
    return dolen_text (language, "What do you enjoy?");
  case DOLEN_TALK_HINDERS:
    return dolen_text (language, "What gets in the way?");
  case DOLEN_TALK_WHERE:
    return dolen_text (language, "How would you get there?");
  case DOLEN_TALK_WHEN:
    return dolen_text (language, "When is good for you?");
  case DOLEN_TALK_FOUND:
  case DOLEN_TALK_N_STEPS:
  default:
    return dolen_text (language, "What we found for you");
  }
}

const char *
dolen_talk_hint (DolenTalkStep step, DolenLanguage language)
{
  switch (step) {
  case DOLEN_TALK_MATTERS:
    return dolen_text (language, "Tap what is true for you, or say it in your own words.");
  case DOLEN_TALK_ENJOY:
    return dolen_text (language, "Something you like now, used to like, or would like to try.");
  case DOLEN_TALK_HINDERS:
    return dolen_text (language, "It helps us to know. There is often a way round.");
  case DOLEN_TALK_WHERE:
    return dolen_text (language, "Tap whatever is true, and how far is all right for you.");
  case DOLEN_TALK_WHEN:
    return dolen_text (language, "Leave it open if any time would do.");
  case DOLEN_TALK_FOUND:
  case DOLEN_TALK_N_STEPS:
  default:
    return dolen_text (language, "Nothing is decided. Tell us what you think of each.");
  }
}

char *
dolen_talk_progress (DolenTalkStep step, DolenLanguage language)
{
  if (step >= DOLEN_TALK_N_QUESTIONS)
    return g_strdup ("");
  /* Translators: which question of how many: "2 of 5". */
  return g_strdup_printf (dolen_text (language, "%1$u of %2$u"), step + 1u, DOLEN_TALK_N_QUESTIONS);
}

const char *
dolen_talk_day_name (DolenLanguage language, guint bit)
{
  static const char day[] = "Dydd ";
  const char *name = dolen_weekday_name (language, bit + 1);

  /* Days of the week one beside another need not each say that they are days. */
  return g_str_has_prefix (name, day) ? name + strlen (day) : name;
}

const char *
dolen_talk_time_name (DolenLanguage language, guint bit)
{
  if ((1u << bit) == DOLEN_TALK_MORNING)
    /* Translators: when somebody is free. */
    return dolen_text (language, "In the morning");
  if ((1u << bit) == DOLEN_TALK_AFTERNOON)
    /* Translators: when somebody is free. */
    return dolen_text (language, "In the afternoon");
  /* Translators: when somebody is free. */
  return dolen_text (language, "In the evening");
}

const char *
dolen_talk_means_name (DolenLanguage language, guint bit)
{
  switch (1u << bit) {
  case DOLEN_TALK_WALK:
    /* Translators: how somebody gets about. */
    return dolen_text (language, "On foot");
  case DOLEN_TALK_BUS:
    /* Translators: how somebody gets about. */
    return dolen_text (language, "By bus");
  case DOLEN_TALK_LIFT:
    /* Translators: how somebody gets about: somebody drives them. */
    return dolen_text (language, "Somebody gives me a lift");
  default:
    /* Translators: how somebody gets about. */
    return dolen_text (language, "In my own car");
  }
}

const char *
dolen_talk_minutes_name (DolenLanguage language, int minutes)
{
  if (minutes <= 0)
    /* Translators: how long somebody can stay. */
    return dolen_text (language, "As long as it takes");
  if (minutes <= 30)
    /* Translators: how long somebody can stay. */
    return dolen_text (language, "About half an hour");
  if (minutes <= 60)
    /* Translators: how long somebody can stay. */
    return dolen_text (language, "About an hour");
  /* Translators: how long somebody can stay. */
  return dolen_text (language, "About two hours");
}
