/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-incoming-letter.h"

#include "base/dolen-text.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

static void
add_whom (GString *letter,
          const DolenIncoming *incoming,
          const DolenPerson *person,
          DolenLanguage language)
{
  g_autofree char *received = dolen_format_date (language, incoming->received_on);
  g_autofree char *born = dolen_format_date (language, person->date_of_birth);
  g_autofree char *who
      = *born != '\0' ? g_strdup_printf ("%s, %s", person->name, born) : g_strdup (person->name);

  /* Translators: in a letter to who referred a person to us. First %s: a day; second: the person's
   * name and date of birth. */
  dolen_letter_add (letter,
                    dolen_text (language, "This is about the referral we received on %1$s: %2$s."),
                    received,
                    who);
}

static void
add_returned (GString *letter, const DolenIncoming *incoming, DolenLanguage language)
{
  dolen_letter_add (
      letter,
      "%s",
      dolen_text (language,
                  "Thank you for it. We have looked at it with care, and it is not one that we can "
                  "help with."));
  if (!dolen_text_is_empty (incoming->note))
    /* Translators: in a letter; why a referral does not suit us, as written. */
    dolen_letter_add (letter, dolen_text (language, "Why: %s"), incoming->note);
  if (!dolen_text_is_empty (incoming->returned_to))
    /* Translators: in a letter; which service a referral should go to, as written. */
    dolen_letter_add (
        letter, dolen_text (language, "Where we think it should go: %s"), incoming->returned_to);
}

static void
add_decision (GString *letter, const DolenIncoming *incoming, DolenLanguage language)
{
  static const char *const sentences[DOLEN_N_INCOMING_STATES] = {
    /* Translators: whole paragraphs of a letter to who referred a person to us. */
    [DOLEN_INCOMING_NEW] = N_ ("Thank you for it. We will tell you soon what we can do."),
    [DOLEN_INCOMING_WAITING] = N_ (
        "Thank you for it. It is suitable for us, and they are on our waiting list. We will be in "
        "touch with them."),
    [DOLEN_INCOMING_SUPPORTED]
    = N_ ("Thank you for it. It is suitable for us, and we are getting in touch with them."),
    [DOLEN_INCOMING_NOT_REACHED]
    = N_ ("We have tried to reach them several times, on different days and in different ways, and "
          "have not managed to. We have closed the referral. They are welcome to get in touch at "
          "any time, and so are you."),
    [DOLEN_INCOMING_DECLINED]
    = N_ ("They have told us that they do not wish to be supported at present. We have closed the "
          "referral. They are welcome to get in touch at any time."),
    [DOLEN_INCOMING_IN_ERROR] = N_ ("It was recorded with us in error, and we have closed it."),
  };

  if (incoming->state == DOLEN_INCOMING_RETURNED)
    add_returned (letter, incoming, language);
  else if (incoming->state == DOLEN_INCOMING_MORE_INFO)
    /* Translators: in a letter; %s: what we would like to know, as written. */
    dolen_letter_add (
        letter,
        dolen_text (language, "Thank you for it. Before we can decide we would like to know: %s"),
        incoming->info_wanted != NULL ? incoming->info_wanted : "");
  else
    dolen_letter_add (letter, "%s", dolen_text (language, sentences[incoming->state]));
}

char *
dolen_referrer_letter_new (const DolenIncoming *incoming,
                           const DolenPerson *person,
                           const DolenSender *sender,
                           DolenLanguage language,
                           const char *today)
{
  GString *letter = g_string_new (NULL);

  g_return_val_if_fail (incoming != NULL && person != NULL && sender != NULL, NULL);

  dolen_letter_begin (letter, incoming->source_name, FALSE, today, language);
  add_whom (letter, incoming, person, language);
  add_decision (letter, incoming, language);
  dolen_letter_end_for_professional (letter, sender, language);
  return g_string_free (letter, FALSE);
}

char *
dolen_not_reached_letter_new (const DolenPerson *person,
                              const char *answer_by,
                              const DolenSender *sender,
                              DolenLanguage language,
                              const char *today)
{
  GString *letter = g_string_new (NULL);
  g_autofree char *day = dolen_format_date (language, answer_by);

  g_return_val_if_fail (person != NULL && sender != NULL, NULL);

  dolen_letter_begin (letter, person->name, TRUE, today, language);
  dolen_letter_add (
      letter,
      "%s",
      dolen_text (
          language,
          "We have tried to get in touch with you and have not managed to. We would be glad "
          "to talk with you, if you would like that too."));
  if (*day != '\0')
    /* Translators: in a letter; %s: a day. */
    dolen_letter_add (
        letter, dolen_text (language, "Please ring us, or write to us, by this day: %s."), day);
  dolen_letter_add (
      letter,
      "%s",
      dolen_text (
          language,
          "If we do not hear from you we will leave you in peace. You may get in touch with "
          "us at any time, now or later."));
  dolen_letter_end (letter, sender, language);
  return g_string_free (letter, FALSE);
}
