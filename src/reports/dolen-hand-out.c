/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-hand-out.h"

#include "base/dolen-text.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-scheme-footer.h"

/* What is being written: lines of a label and words, escaped for markup or not. */
typedef struct {
  GString *out;
  gboolean markup;
  DolenLanguage language;
} Page;

static char *
escape (const Page *page, const char *text)
{
  return page->markup ? g_markup_escape_text (text, -1) : g_strdup (text);
}

static void
add_line (Page *page, const char *label, const char *words)
{
  g_autofree char *escaped = NULL;

  if (dolen_text_is_empty (words))
    return;
  escaped = escape (page, words);
  if (label == NULL)
    g_string_append_printf (page->out, "%s\n", escaped);
  else if (page->markup)
    g_string_append_printf (page->out, "<b>%s</b> %s\n", label, escaped);
  else
    g_string_append_printf (page->out, "%s %s\n", label, escaped);
}

static void
add_title (Page *page, const char *name)
{
  g_autofree char *escaped = escape (page, name);

  if (page->markup)
    g_string_append_printf (
        page->out, "<span size=\"xx-large\" weight=\"bold\">%s</span>\n\n", escaped);
  else
    g_string_append_printf (page->out, "%s\n\n", escaped);
}

static void
add_venue (Page *page, const DolenVenue *venue)
{
  g_autoptr (GString) where = g_string_new (NULL);
  const char *parts[] = {
    dolen_bilingual_get (&venue->name, page->language), venue->address, venue->city, venue->postcode
  };

  if (venue->kind == DOLEN_VENUE_VIRTUAL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    /* A hidden address is told by voice, to those who need it. */
    if (venue->hide_address && i != 2)
      continue;
    if (dolen_text_is_empty (parts[i]))
      continue;
    if (where->len > 0)
      g_string_append (where, ", ");
    g_string_append (where, parts[i]);
  }
  for (char *p = where->str; *p != '\0'; p++)
    if (*p == '\n')
      *p = ' ';
  /* Translators: on a hand-out: the place where a group meets follows. */
  add_line (page, dolen_text (page->language, "Where:"), where->str);
  if (!venue->hide_address)
    add_line (page, dolen_text (page->language, "How to get there:"), venue->getting_there);
}

static void
add_contact (Page *page, const DolenService *service, const DolenContact *contact)
{
  g_autofree char *phone
      = contact->phone != NULL ? dolen_text_phone_display (contact->phone) : NULL;

  if (contact->permission == DOLEN_PERMISSION_WORKERS_ONLY
      || (contact->personal && contact->permission != DOLEN_PERMISSION_GIVEN_OUT))
    return;
  if (contact->permission == DOLEN_PERMISSION_GIVEN_OUT)
    /* Translators: on a hand-out: the person or desk of the group to ask for follows. */
    add_line (page, dolen_text (page->language, "Ask for:"), contact->name);
  add_line (page, dolen_text (page->language, "Telephone:"), phone);
  if (contact->email != NULL && !dolen_text_email_is_personal (contact->email))
    add_line (page, dolen_text (page->language, "E-mail:"), contact->email);
}

static void
add_ways_to_reach (Page *page, const DolenService *service)
{
  g_autofree char *phone
      = service->phone != NULL ? dolen_text_phone_display (service->phone) : NULL;

  for (guint i = 0; i < service->contacts->len; i++)
    add_contact (page, service, g_ptr_array_index (service->contacts, i));
  add_line (page, dolen_text (page->language, "Telephone:"), phone);
  if (!service->email_personal)
    add_line (page, dolen_text (page->language, "E-mail:"), service->email);
  add_line (page, dolen_text (page->language, "Website:"), service->url);
}

static void
add_facts (Page *page, const DolenService *service, const char *today)
{
  DolenLanguage language = page->language;
  g_autofree char *when = dolen_sentence_when (language, service->schedules, today);
  g_autofree char *costs = dolen_sentence_costs (language, service->costs, service->fees);
  g_autofree char *languages = dolen_sentence_languages (language, service->languages);
  g_autofree char *ages
      = dolen_sentence_ages (language, service->minimum_age, service->maximum_age);

  add_line (page, dolen_text (language, "When:"), when);
  for (guint i = 0; i < service->venues->len; i++)
    add_venue (page, g_ptr_array_index (service->venues, i));
  add_line (page, dolen_text (language, "Cost:"), costs);
  add_line (page, dolen_text (language, "For:"), ages);
  add_line (page, dolen_text (language, "Languages:"), languages);
  add_line (page,
            dolen_text (language, "How to join:"),
            dolen_bilingual_get (&service->how_to_join, language));
}

static char *
write_page (const DolenService *service,
            const DolenOrganisation *organisation,
            const DolenScheme *scheme,
            DolenLanguage language,
            const char *today,
            gboolean markup)
{
  Page page = { g_string_new (NULL), markup, language };
  g_autofree char *date = dolen_format_date (language, today);
  g_autofree char *age = dolen_fact_age_text (language, service, DOLEN_FACT_TIMES, today);
  g_autofree char *printed = NULL;
  g_autofree char *footer = dolen_scheme_footer (scheme, language);

  add_title (&page, dolen_bilingual_get (&service->name, language));
  if (organisation != NULL)
    add_line (&page, NULL, dolen_bilingual_get (&organisation->name, language));
  g_string_append_c (page.out, '\n');
  add_facts (&page, service, today);
  g_string_append_c (page.out, '\n');
  add_ways_to_reach (&page, service);
  g_string_append_c (page.out, '\n');
  /* Translators: at the foot of a hand-out: a date, then how sure the times are. */
  printed = g_strdup_printf (
      dolen_text (language, "Written on %1$s. Times: %2$s. Please ring before you go."), date, age);
  add_line (&page, NULL, printed);
  g_string_append_c (page.out, '\n');
  add_line (&page, NULL, g_strchomp (footer));
  return g_string_free (page.out, FALSE);
}

char *
dolen_hand_out_brief (const DolenService *service, DolenLanguage language, const char *today)
{
  Page page = { g_string_new (NULL), FALSE, language };
  g_autofree char *when = dolen_sentence_when (language, service->schedules, today);

  add_line (&page, dolen_text (language, "When:"), when);
  for (guint i = 0; i < service->venues->len; i++)
    add_venue (&page, g_ptr_array_index (service->venues, i));
  add_ways_to_reach (&page, service);
  return g_string_free (page.out, FALSE);
}

char *
dolen_hand_out_new (const DolenService *service,
                    const DolenOrganisation *organisation,
                    const DolenScheme *scheme,
                    DolenLanguage language,
                    const char *today)
{
  return write_page (service, organisation, scheme, language, today, TRUE);
}

char *
dolen_hand_out_new_text (const DolenService *service,
                         const DolenOrganisation *organisation,
                         const DolenScheme *scheme,
                         DolenLanguage language,
                         const char *today)
{
  return write_page (service, organisation, scheme, language, today, FALSE);
}
