/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-keeping-form.h"

#include "base/dolen-text.h"
#include "directory/dolen-sentences.h"

#include <string.h>

/* So much of a description stands in the form: who reads it knows the rest. */
#define MAX_TOLD 400

static const char *const codes[] = {
  [DOLEN_FORM_PHONE] = "phone",
  [DOLEN_FORM_EMAIL] = "email",
  [DOLEN_FORM_WEB] = "web",
  [DOLEN_FORM_TIMES] = "times",
  [DOLEN_FORM_PLACES] = "places",
  [DOLEN_FORM_WAIT] = "wait",
  [DOLEN_FORM_COST] = "cost",
  [DOLEN_FORM_ACCESS] = "access",
  [DOLEN_FORM_DESCRIPTION] = "description",
  [DOLEN_FORM_NOTE] = "note",
  [DOLEN_FORM_WHO] = "who",
};
G_STATIC_ASSERT (G_N_ELEMENTS (codes) == DOLEN_N_FORM_FIELDS);

const char *
dolen_form_field_code (DolenFormField field)
{
  g_return_val_if_fail (field < DOLEN_N_FORM_FIELDS, NULL);
  return codes[field];
}

const char *
dolen_form_field_label (DolenFormField field, DolenLanguage language)
{
  switch (field) {
  case DOLEN_FORM_PHONE:
    /* Translators: a line of a form that a group fills in. */
    return dolen_ctext (language, "form", "Telephone");
  case DOLEN_FORM_EMAIL:
    /* Translators: a line of a form that a group fills in. */
    return dolen_ctext (language, "form", "E-mail");
  case DOLEN_FORM_WEB:
    /* Translators: a line of a form that a group fills in. */
    return dolen_ctext (language, "form", "Web page");
  case DOLEN_FORM_TIMES:
    return dolen_keeping_fact_label (DOLEN_FACT_TIMES, language);
  case DOLEN_FORM_PLACES:
    /* Translators: a line of a form that a group fills in: how many more people can come. */
    return dolen_ctext (language, "form", "Places free");
  case DOLEN_FORM_WAIT:
    /* Translators: a line of a form that a group fills in: how long somebody new waits. */
    return dolen_ctext (language, "form", "Wait in weeks");
  case DOLEN_FORM_COST:
    return dolen_keeping_fact_label (DOLEN_FACT_COST, language);
  case DOLEN_FORM_ACCESS:
    return dolen_keeping_fact_label (DOLEN_FACT_ACCESS, language);
  case DOLEN_FORM_DESCRIPTION:
    /* Translators: a line of a form that a group fills in. */
    return dolen_ctext (language, "form", "What you do");
  case DOLEN_FORM_NOTE:
    /* Translators: a line of a form that a group fills in. */
    return dolen_ctext (language, "form", "Anything else");
  case DOLEN_FORM_WHO:
  case DOLEN_N_FORM_FIELDS:
  default:
    /* Translators: a line of a form that a group fills in: who answers ("the secretary"). */
    return dolen_ctext (language, "form", "Who answers");
  }
}

/* ---- what we have ---- */

static char *
tell_access (const DolenService *service)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, i);

    for (guint k = 0; k < venue->accessibility->len; k++)
      g_string_append_printf (notes,
                              "%s%s",
                              notes->len > 0 ? "; " : "",
                              (const char *) g_ptr_array_index (venue->accessibility, k));
  }
  return g_strdup (notes->str);
}

static const DolenContact *
find_contact (const DolenService *service, gboolean by_phone)
{
  for (guint i = 0; i < service->contacts->len; i++) {
    const DolenContact *contact = g_ptr_array_index (service->contacts, i);

    if (contact->permission == DOLEN_PERMISSION_GIVEN_OUT
        && (by_phone ? contact->phone : contact->email) != NULL)
      return contact;
  }
  return NULL;
}

const char *
dolen_form_phone (const DolenService *service, const DolenOrganisation *organisation)
{
  const DolenContact *contact = find_contact (service, TRUE);

  if (service->phone != NULL)
    return service->phone;
  if (contact != NULL)
    return contact->phone;
  return organisation != NULL ? organisation->phone : NULL;
}

const char *
dolen_form_email (const DolenService *service, const DolenOrganisation *organisation)
{
  const DolenContact *contact = find_contact (service, FALSE);

  if (service->email != NULL)
    return service->email;
  if (contact != NULL)
    return contact->email;
  return organisation != NULL ? organisation->email : NULL;
}

const char *
dolen_form_web (const DolenService *service, const DolenOrganisation *organisation)
{
  return service->url != NULL || organisation == NULL ? service->url : organisation->url;
}

static char *
tell_phone (const char *phone)
{
  return phone != NULL ? dolen_text_phone_display (phone) : g_strdup ("");
}

static char *
tell_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
tell_wait (DolenLanguage language, const DolenService *service)
{
  const DolenCapacity *capacity = dolen_service_current_capacity (service);

  if (capacity == NULL || capacity->wait_weeks_from < 0)
    return g_strdup ("");
  return capacity->wait_weeks_to > capacity->wait_weeks_from
             ? g_strdup_printf ("%d–%d", capacity->wait_weeks_from, capacity->wait_weeks_to)
             : g_strdup_printf ("%d", capacity->wait_weeks_from);
}

char *
dolen_form_field_tell (DolenFormField field,
                       const DolenService *service,
                       const DolenOrganisation *organisation,
                       DolenLanguage language,
                       const char *today)
{
  switch (field) {
  case DOLEN_FORM_PHONE:
    return tell_phone (dolen_form_phone (service, organisation));
  case DOLEN_FORM_EMAIL:
    return tell_text (dolen_form_email (service, organisation));
  case DOLEN_FORM_WEB:
    return tell_text (dolen_form_web (service, organisation));
  case DOLEN_FORM_TIMES:
    return dolen_sentence_when (language, service->schedules, today);
  case DOLEN_FORM_PLACES:
    return dolen_sentence_capacity (language, dolen_service_current_capacity (service), today);
  case DOLEN_FORM_WAIT:
    return tell_wait (language, service);
  case DOLEN_FORM_COST:
    return dolen_sentence_costs (language, service->costs, service->fees);
  case DOLEN_FORM_ACCESS:
    return tell_access (service);
  case DOLEN_FORM_DESCRIPTION:
    return tell_text (dolen_bilingual_peek (&service->description, language));
  case DOLEN_FORM_NOTE:
  case DOLEN_FORM_WHO:
  case DOLEN_N_FORM_FIELDS:
  default:
    return g_strdup ("");
  }
}

/* On one line, and not longer than who answers needs to recognise it. */
static char *
shorten (const char *text)
{
  g_autofree char *line = dolen_text_clean_line (text);
  const char *end;

  if (line == NULL)
    return g_strdup ("");
  if (strlen (line) <= MAX_TOLD)
    return g_steal_pointer (&line);
  end = g_utf8_find_prev_char (line, line + MAX_TOLD);
  return g_strdup_printf ("%.*s…", (int) (end - line), line);
}

/* ---- the form ---- */

DolenLanguage
dolen_keeping_form_language (const DolenService *service)
{
  gboolean welsh = FALSE, english = FALSE;

  for (guint i = 0; i < service->languages->len; i++) {
    const DolenLanguageOffered *offered = g_ptr_array_index (service->languages, i);

    welsh |= g_strcmp0 (offered->code, "cy") == 0;
    english |= g_strcmp0 (offered->code, "en") == 0;
  }
  if (welsh && (!english || service->description.cy != NULL || service->name.cy != NULL))
    return DOLEN_LANGUAGE_CY;
  /* Nothing is said: a group that has words in Welsh alone speaks it. */
  if (!welsh && !english && service->name.en == NULL && service->name.cy != NULL)
    return DOLEN_LANGUAGE_CY;
  return DOLEN_LANGUAGE_EN;
}

char *
dolen_form_check (const char *service, const char *sent_on, DolenLanguage language)
{
  g_autofree char *whole
      = g_strdup_printf ("%s %s %s", sent_on, dolen_language_code (language), service);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);

  return g_strndup (sum, 4);
}

static void
add_field (GString *form,
           DolenFormField field,
           const DolenService *service,
           const DolenOrganisation *organisation,
           DolenLanguage language,
           const char *today)
{
  const char *label = dolen_form_field_label (field, language);
  g_autofree char *have = dolen_form_field_tell (field, service, organisation, language, today);
  g_autofree char *told = shorten (have);

  if (field < DOLEN_FORM_NOTE) {
    g_string_append (form, "# ");
    if (*told != '\0')
      /* Translators: above a line of a form: what the directory says now. %1$s: "Telephone", %2$s
       * what is known. */
      g_string_append_printf (form, dolen_text (language, "%1$s, we have: %2$s"), label, told);
    else
      /* Translators: above a line of a form. %s: "Telephone". */
      g_string_append_printf (form, dolen_text (language, "%s, we have nothing"), label);
    g_string_append_c (form, '\n');
  }
  g_string_append_printf (form, "%s [%s]: \n\n", label, codes[field]);
}

char *
dolen_keeping_form_new (const DolenService *service,
                        const DolenOrganisation *organisation,
                        DolenLanguage language,
                        const char *today)
{
  GString *form = g_string_new (NULL);
  g_autofree char *check = dolen_form_check (service->uid, today, language);

  g_string_append_printf (
      form, "[dolen %s %s %s %s]\n", today, dolen_language_code (language), service->uid, check);
  g_string_append_printf (form, "# %s\n\n", dolen_bilingual_get (&service->name, language));
  for (guint field = 0; field < DOLEN_N_FORM_FIELDS; field++)
    add_field (form, (DolenFormField) field, service, organisation, language, today);
  g_string_append (form, "[end]\n");
  return g_string_free (form, FALSE);
}
