/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-keeping-letter.h"

#include "directory/keeping/dolen-keeping-form.h"
#include "language/dolen-calendar.h"

static void
add_why (GString *letter, DolenLanguage language)
{
  dolen_letter_add (
      letter,
      "%s",
      dolen_text (language,
                  "We tell people about groups and activities near them, and would like what we "
                  "tell them about you to be right."));
  dolen_letter_add (
      letter,
      "%s",
      dolen_text (language,
                  "Please write “yes” behind the colon where what we have is right, or write what "
                  "is right. Leave empty what you do not want to answer, and leave the line that "
                  "begins with “[dolen” as it is: it tells us which listing it is."));
}

static void
add_how (GString *letter, const char *answer_by, DolenLanguage language)
{
  g_autofree char *day = dolen_format_date (language, answer_by);

  if (*day != '\0')
    dolen_letter_add (
        letter,
        /* Translators: in a letter; %s: a day. */
        dolen_text (language, "Just answer this message, or send the page back, by this day: %s."),
        day);
  else
    dolen_letter_add (
        letter, "%s", dolen_text (language, "Just answer this message, or send the page back."));
  dolen_letter_add (
      letter,
      "%s",
      dolen_text (language,
                  "If you would rather not be listed, or not be asked again, please say so, and we "
                  "will see to it."));
}

char *
dolen_keeping_letter_new (const GPtrArray *services,
                          const DolenOrganisation *organisation,
                          const char *to,
                          const char *answer_by,
                          const DolenSender *sender,
                          DolenLanguage language,
                          const char *today)
{
  GString *letter = g_string_new (NULL);

  g_return_val_if_fail (services != NULL && services->len > 0 && sender != NULL, NULL);

  dolen_letter_begin (letter, to, FALSE, today, language);
  add_why (letter, language);
  add_how (letter, answer_by, language);
  for (guint i = 0; i < services->len; i++) {
    g_autofree char *form
        = dolen_keeping_form_new (g_ptr_array_index (services, i), organisation, language, today);

    dolen_letter_add_line (letter, "%s", form);
  }
  dolen_letter_end_for_professional (letter, sender, language);
  return g_string_free (letter, FALSE);
}

char *
dolen_keeping_letter_subject (const GPtrArray *services, DolenLanguage language)
{
  const DolenService *first = g_ptr_array_index (services, 0);

  /* Translators: the subject of an e-mail to a group; %s is the name of its listing. */
  return g_strdup_printf (dolen_text (language, "Is this still right? %s"),
                          dolen_bilingual_get (&first->name, language));
}
