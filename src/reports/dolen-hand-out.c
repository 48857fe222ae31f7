/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-hand-out.h"

#include "base/dolen-text.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"
#include "place/dolen-gazetteer.h"
#include "reports/dolen-hand-out-private.h"
#include "reports/dolen-scheme-footer.h"

static void
add_line (DolenSheet *sheet, DolenLanguage language, const char *label, const char *words)
{
  dolen_sheet_add (sheet, DOLEN_SHEET_LINE, language, label, words);
}

/* ---- where ---- */

char *
dolen_hand_out_dup_where (const DolenVenue *venue, DolenLanguage language)
{
  g_autoptr (GString) where = g_string_new (NULL);
  const char *parts[] = {
    dolen_bilingual_get (&venue->name, language),
    venue->address,
    dolen_town_name (venue->city, language),
    venue->postcode,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts) && venue->kind != DOLEN_VENUE_VIRTUAL; i++) {
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
  return g_string_free (g_steal_pointer (&where), FALSE);
}

void
dolen_hand_out_add_place (DolenSheet *sheet, const DolenService *service, DolenLanguage language)
{
  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, i);
    g_autofree char *where = dolen_hand_out_dup_where (venue, language);

    /* Translators: on a hand-out: the place where a group meets follows. */
    add_line (sheet, language, dolen_text (language, "Where:"), where);
    if (!venue->hide_address && venue->kind != DOLEN_VENUE_VIRTUAL)
      add_line (sheet, language, dolen_text (language, "How to get there:"), venue->getting_there);
  }
}

/* ---- whom to ask ---- */

static gboolean
may_be_given_out (const DolenContact *contact)
{
  return contact->permission == DOLEN_PERMISSION_GIVEN_OUT
         || (contact->permission != DOLEN_PERMISSION_WORKERS_ONLY && !contact->personal);
}

/* The group's own number or address is often its contact's too: once is enough. */
static void
add_way (DolenSheet *sheet, DolenLanguage language, const char *label, const char *words)
{
  for (guint i = 0; words != NULL && i < sheet->blocks->len; i++) {
    const DolenSheetBlock *block = g_ptr_array_index (sheet->blocks, sheet->blocks->len - 1 - i);

    if (block->kind != DOLEN_SHEET_LINE)
      break;
    if (g_strcmp0 (block->label, label) == 0 && g_str_equal (block->words, words))
      return;
  }
  add_line (sheet, language, label, words);
}

static void
add_contact (DolenSheet *sheet, const DolenContact *contact, DolenLanguage language)
{
  g_autofree char *phone
      = contact->phone != NULL ? dolen_text_phone_display (contact->phone) : NULL;

  if (!may_be_given_out (contact))
    return;
  if (contact->permission == DOLEN_PERMISSION_GIVEN_OUT)
    /* Translators: on a hand-out: the person or desk of the group to ask for follows. */
    add_line (sheet, language, dolen_text (language, "Ask for:"), contact->name);
  add_way (sheet, language, dolen_text (language, "Telephone:"), phone);
  if (contact->email != NULL && !dolen_text_email_is_personal (contact->email))
    add_way (sheet, language, dolen_text (language, "E-mail:"), contact->email);
}

char *
dolen_hand_out_dup_phone (const DolenService *service)
{
  if (service->phone != NULL)
    return dolen_text_phone_display (service->phone);
  for (guint i = 0; i < service->contacts->len; i++) {
    const DolenContact *contact = g_ptr_array_index (service->contacts, i);

    if (contact->phone != NULL && may_be_given_out (contact))
      return dolen_text_phone_display (contact->phone);
  }
  return NULL;
}

void
dolen_hand_out_add_ways (DolenSheet *sheet, const DolenService *service, DolenLanguage language)
{
  g_autofree char *phone
      = service->phone != NULL ? dolen_text_phone_display (service->phone) : NULL;

  for (guint i = 0; i < service->contacts->len; i++)
    add_contact (sheet, g_ptr_array_index (service->contacts, i), language);
  add_way (sheet, language, dolen_text (language, "Telephone:"), phone);
  if (!service->email_personal)
    add_way (sheet, language, dolen_text (language, "E-mail:"), service->email);
  add_line (sheet, language, dolen_text (language, "Website:"), service->url);
}

/* ---- the rest ---- */

void
dolen_hand_out_add_eligibility (DolenSheet *sheet,
                                const DolenService *service,
                                DolenLanguage language)
{
  add_line (sheet,
            language,
            dolen_text (language, "For whom:"),
            dolen_bilingual_get (&service->eligibility, language));
}

void
dolen_hand_out_add_facts (DolenSheet *sheet,
                          const DolenService *service,
                          DolenLanguage language,
                          const char *today)
{
  g_autofree char *when = dolen_sentence_when (language, service->schedules, today);
  g_autofree char *costs = dolen_sentence_costs (language, service->costs, service->fees);
  g_autofree char *languages = dolen_sentence_languages (language, service->languages);
  g_autofree char *whom = dolen_sentence_whom (language, service);

  add_line (sheet, language, dolen_text (language, "When:"), when);
  dolen_hand_out_add_place (sheet, service, language);
  add_line (sheet, language, dolen_text (language, "Cost:"), costs);
  /* Translators: ages, and whether it is for women or men alone, follow. */
  add_line (sheet, language, dolen_text (language, "Who may come:"), whom);
  add_line (sheet, language, dolen_text (language, "Languages:"), languages);
  add_line (sheet,
            language,
            dolen_text (language, "How to join:"),
            dolen_bilingual_get (&service->how_to_join, language));
}

void
dolen_hand_out_add_age (DolenSheet *sheet,
                        const DolenService *service,
                        DolenLanguage language,
                        const char *today)
{
  g_autofree char *date = dolen_format_date (language, today);
  g_autofree char *age = dolen_fact_age_text (language, service, DOLEN_FACT_TIMES, today);
  g_autofree char *printed = g_strdup_printf (
      /* Translators: at the foot of a hand-out: a date, then how sure the times are. */
      dolen_text (language, "Written on %1$s. Times: %2$s. Please ring before you go."),
      date,
      age);

  add_line (sheet, language, NULL, printed);
}

void
dolen_hand_out_add_footer (DolenSheet *sheet, DolenLanguage language, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++) {
    if (dolen_text_is_empty (lines[i]) || g_str_equal (lines[i], "———"))
      dolen_sheet_add (sheet, DOLEN_SHEET_GAP, language, NULL, NULL);
    else if (g_str_equal (lines[i], dolen_text (language, "If you need help at once")))
      dolen_sheet_add (sheet, DOLEN_SHEET_LABEL, language, NULL, lines[i]);
    else
      add_line (sheet, language, NULL, lines[i]);
  }
}

/* ---- one service, on a paper without choices ---- */

static DolenSheet *
write_sheet (const DolenService *service,
             const DolenOrganisation *organisation,
             const DolenScheme *scheme,
             DolenLanguage language,
             const char *today)
{
  DolenSheet *sheet = dolen_sheet_new ();
  g_autofree char *footer = dolen_scheme_footer (scheme, language);

  dolen_sheet_add (
      sheet, DOLEN_SHEET_TITLE, language, NULL, dolen_bilingual_get (&service->name, language));
  if (organisation != NULL)
    add_line (sheet, language, NULL, dolen_bilingual_get (&organisation->name, language));
  dolen_sheet_add (sheet, DOLEN_SHEET_GAP, language, NULL, NULL);
  dolen_hand_out_add_eligibility (sheet, service, language);
  dolen_hand_out_add_facts (sheet, service, language, today);
  dolen_sheet_add (sheet, DOLEN_SHEET_GAP, language, NULL, NULL);
  dolen_hand_out_add_ways (sheet, service, language);
  dolen_sheet_add (sheet, DOLEN_SHEET_GAP, language, NULL, NULL);
  dolen_hand_out_add_age (sheet, service, language, today);
  dolen_hand_out_add_footer (sheet, language, footer);
  return sheet;
}

char *
dolen_hand_out_brief (const DolenService *service, DolenLanguage language, const char *today)
{
  g_autoptr (DolenSheet) sheet = dolen_sheet_new ();
  g_autofree char *when = dolen_sentence_when (language, service->schedules, today);

  add_line (sheet, language, dolen_text (language, "When:"), when);
  dolen_hand_out_add_place (sheet, service, language);
  dolen_hand_out_add_ways (sheet, service, language);
  return sheet->blocks->len > 0 ? dolen_sheet_to_text (sheet) : g_strdup ("");
}

char *
dolen_hand_out_new (const DolenService *service,
                    const DolenOrganisation *organisation,
                    const DolenScheme *scheme,
                    DolenLanguage language,
                    const char *today)
{
  g_autoptr (DolenSheet) sheet = write_sheet (service, organisation, scheme, language, today);

  return dolen_sheet_to_markup (sheet);
}

char *
dolen_hand_out_new_text (const DolenService *service,
                         const DolenOrganisation *organisation,
                         const DolenScheme *scheme,
                         DolenLanguage language,
                         const char *today)
{
  g_autoptr (DolenSheet) sheet = write_sheet (service, organisation, scheme, language, today);

  return dolen_sheet_to_text (sheet);
}
