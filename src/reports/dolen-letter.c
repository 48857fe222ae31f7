/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-letter.h"

#include "base/dolen-text.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-scheme-footer.h"

void
dolen_letter_add_line (GString *letter, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (letter, format, arguments);
  va_end (arguments);
  g_string_append_c (letter, '\n');
}

void
dolen_letter_begin (
    GString *letter, const char *to, gboolean person, const char *today, DolenLanguage language)
{
  g_autofree char *date = dolen_format_date (language, today);

  if (!dolen_text_is_empty (to))
    dolen_letter_add_line (letter, dolen_text (language, "To: %s"), to);
  dolen_letter_add_line (letter, dolen_text (language, "Date: %s"), date);
  /* Translators: how a letter begins: to an office or a group (in the plural), and to one person.
   */
  dolen_letter_add_line (letter,
                         "\n%s\n",
                         person ? dolen_ctext (language, "to one person", "Hello,")
                                : dolen_text (language, "Hello,"));
}

void
dolen_letter_add (GString *letter, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (letter, format, arguments);
  va_end (arguments);
  g_string_append (letter, "\n\n");
}

static void
add_sender (GString *letter, const DolenSender *sender, DolenLanguage language)
{
  g_autofree char *phone = sender->phone != NULL ? dolen_text_phone_display (sender->phone) : NULL;
  const char *lines[] = { sender->name, sender->role, sender->organisation };

  dolen_letter_add_line (letter, "%s", dolen_text (language, "With thanks,"));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!dolen_text_is_empty (lines[i]))
      dolen_letter_add_line (letter, "%s", lines[i]);
  if (!dolen_text_is_empty (phone))
    dolen_letter_add_line (letter, dolen_text (language, "Telephone: %s"), phone);
  if (!dolen_text_is_empty (sender->email))
    dolen_letter_add_line (letter, dolen_text (language, "E-mail: %s"), sender->email);
  g_string_append_c (letter, '\n');
}

void
dolen_letter_end (GString *letter, const DolenSender *sender, DolenLanguage language)
{
  g_autofree char *footer = dolen_scheme_footer (sender->scheme, language);

  add_sender (letter, sender, language);
  g_string_append (letter, footer);
}

void
dolen_letter_end_for_professional (GString *letter,
                                   const DolenSender *sender,
                                   DolenLanguage language)
{
  g_autofree char *footer = dolen_scheme_footer_for_professional (sender->scheme, language);

  add_sender (letter, sender, language);
  g_string_append (letter, footer);
}

char *
dolen_letter_to_markup (const char *text, gboolean large)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (!large)
    return g_steal_pointer (&escaped);
  return g_strdup_printf ("<span size=\"18pt\">%s</span>", escaped);
}
