/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-keeping-form.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "place/dolen-place-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A form that came back, read line by line. Nothing here knows the listing. */

typedef struct {
  GPtrArray *forms;
  DolenFilledForm *form;   /* (nullable) the one being read */
  DolenFormAnswer *answer; /* (nullable) (owned) the answer that a next line may carry on */
  GStrvBuilder *wrong;
  guint line;
  gboolean full; /* there were too many forms */
} Reading;

static void
free_answer (gpointer data)
{
  DolenFormAnswer *answer = data;

  if (answer == NULL)
    return;
  g_free (answer->given);
  g_free (answer);
}

void
dolen_filled_form_free (DolenFilledForm *form)
{
  if (form == NULL)
    return;
  g_free (form->service);
  g_free (form->sent_on);
  g_ptr_array_unref (form->answers);
  g_free (form);
}

static void
complain (Reading *reading, guint line, const char *why)
{
  g_autofree char *sentence
      /* Translators: a form that was read. %1$u is the number of a line, %2$s a sentence. */
      = g_strdup_printf (_ ("Line %1$u: %2$s"), line, why);

  g_strv_builder_add (reading->wrong, sentence);
}

/* ---- answers ---- */

/* What a form prints for somebody to write on, and blanks. */
static gboolean
is_blank (const char *text)
{
  return text == NULL || strspn (text, " ._-…\t") == strlen (text);
}

static DolenFormAnswer *
find_answer (DolenFilledForm *form, DolenFormField field)
{
  for (guint i = 0; i < form->answers->len; i++) {
    DolenFormAnswer *answer = g_ptr_array_index (form->answers, i);

    if (answer->field == field)
      return answer;
  }
  return NULL;
}

/* The answer is whole: it is kept, unless it is empty or the form has another one (a reply holds
 * the form that was sent as well, and that one is empty). */
static void
finish_answer (Reading *reading)
{
  DolenFormAnswer *answer = g_steal_pointer (&reading->answer), *other;
  char *clean;

  if (answer == NULL)
    return;
  clean = dolen_text_clean (answer->given);
  g_free (answer->given);
  answer->given = clean;
  other = find_answer (reading->form, answer->field);
  if (!is_blank (answer->given) && other == NULL) {
    g_ptr_array_add (reading->form->answers, answer);
    return;
  }
  if (!is_blank (answer->given) && g_strcmp0 (other->given, answer->given) != 0)
    complain (reading, answer->line, _ ("That was answered before, otherwise; the first counts."));
  free_answer (answer);
}

static void
begin_answer (Reading *reading, DolenFormField field, const char *given)
{
  finish_answer (reading);
  reading->answer = g_new0 (DolenFormAnswer, 1);
  reading->answer->field = field;
  reading->answer->given = g_strdup (given);
  reading->answer->line = reading->line;
}

/* Mail programs break lines, and people write below the line. */
static void
carry_on (Reading *reading, const char *text)
{
  DolenFormAnswer *answer = reading->answer;
  char *whole;

  if (strlen (answer->given) + strlen (text) > DOLEN_FORM_MAX_ANSWER) {
    complain (reading, answer->line, _ ("That answer is too long; the rest is left out."));
    finish_answer (reading);
    return;
  }
  whole = g_strdup_printf ("%s%s%s", answer->given, *answer->given != '\0' ? "\n" : "", text);
  g_free (answer->given);
  answer->given = whole;
}

/* ---- lines ---- */

/* Quotation marks of mail programs, and blanks. */
static const char *
skip_quotes (const char *line)
{
  return line + strspn (line, ">| \t\r");
}

static DolenFilledForm *
find_form (Reading *reading, const char *service)
{
  for (guint i = 0; i < reading->forms->len; i++) {
    DolenFilledForm *form = g_ptr_array_index (reading->forms, i);

    if (g_str_equal (form->service, service))
      return form;
  }
  return NULL;
}

static void
begin_form (Reading *reading, const char *service, const char *sent_on, DolenLanguage language)
{
  DolenFilledForm *form = find_form (reading, service);

  reading->form = form;
  if (form != NULL)
    return;
  if (reading->forms->len >= DOLEN_FORM_MAX_FORMS) {
    if (!reading->full)
      complain (reading, reading->line, _ ("There are too many forms in one text."));
    reading->full = TRUE;
    return;
  }
  form = g_new0 (DolenFilledForm, 1);
  form->service = g_strdup (service);
  form->sent_on = g_strdup (sent_on);
  form->language = language;
  form->line = reading->line;
  form->answers = g_ptr_array_new_with_free_func (free_answer);
  g_ptr_array_add (reading->forms, form);
  reading->form = form;
}

/* "[dolen 2026-05-04 en 6f1e... 3f2a]": whether the line is such a reference. */
static gboolean
read_reference (Reading *reading, const char *line)
{
  static GRegex *shape = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *sent_on = NULL;
  g_autofree char *code = NULL;
  g_autofree char *service = NULL;
  g_autofree char *given = NULL;
  g_autofree char *check = NULL;
  DolenLanguage language = DOLEN_LANGUAGE_EN;

  if (g_once_init_enter (&shape)) {
    GRegex *made
        = g_regex_new ("\\[dolen\\s+(\\S{10})\\s+(en|cy)\\s+(\\S{1,100})\\s+([0-9a-f]{4})\\s*\\]",
                       G_REGEX_CASELESS,
                       0,
                       NULL);
    g_once_init_leave (&shape, made);
  }
  if (!g_regex_match (shape, line, 0, &match)) {
    if (g_ascii_strncasecmp (line, "[dolen", 6) != 0)
      return FALSE;
    finish_answer (reading);
    reading->form = NULL;
    complain (reading, reading->line, _ ("The reference of the form is damaged."));
    return TRUE;
  }
  finish_answer (reading);
  sent_on = g_match_info_fetch (match, 1);
  code = g_match_info_fetch (match, 2);
  service = g_match_info_fetch (match, 3);
  given = g_match_info_fetch (match, 4);
  dolen_language_from_code (code, &language);
  check = dolen_form_check (service, sent_on, language);
  if (dolen_date_is_valid (sent_on) && g_ascii_strcasecmp (check, given) == 0) {
    begin_form (reading, service, sent_on, language);
    return TRUE;
  }
  reading->form = NULL;
  complain (reading, reading->line, _ ("The reference of the form is damaged."));
  return TRUE;
}

/* The field by what stands in brackets; where those are gone, by the words before the colon, in
 * either language. @rest: (out): what stands behind it. */
static gboolean
find_field (const char *line, DolenFormField *field, const char **rest)
{
  const char *colon = strchr (line, ':');
  g_autofree char *before = colon != NULL ? g_strndup (line, (gsize) (colon - line)) : NULL;
  g_autofree char *key = NULL;

  if (before == NULL)
    return FALSE;
  *rest = colon + 1;
  key = dolen_place_key (before);
  for (guint f = 0; f < DOLEN_N_FORM_FIELDS; f++) {
    g_autofree char *bracket = g_strdup_printf ("[%s]", dolen_form_field_code ((DolenFormField) f));

    *field = (DolenFormField) f;
    if (strstr (before, bracket) != NULL)
      return TRUE;
    for (guint language = 0; language < DOLEN_N_LANGUAGES; language++) {
      g_autofree char *label
          = dolen_place_key (dolen_form_field_label ((DolenFormField) f, (DolenLanguage) language));

      if (g_str_equal (label, key))
        return TRUE;
    }
  }
  return FALSE;
}

static void
read_line (Reading *reading, const char *raw)
{
  const char *line = skip_quotes (raw), *rest;
  DolenFormField field;

  if (read_reference (reading, line) || reading->form == NULL)
    return;
  /* What we printed, and the end of the form. */
  if (*line == '#' || *line == '\0') {
    if (*line == '#' || (reading->answer != NULL && *reading->answer->given != '\0'))
      finish_answer (reading);
    return;
  }
  if (g_ascii_strncasecmp (line, "[end]", 5) == 0) {
    finish_answer (reading);
    reading->form = NULL;
    return;
  }
  if (find_field (line, &field, &rest))
    begin_answer (reading, field, "");
  else
    rest = line;
  if (reading->answer != NULL) {
    g_autofree char *text = g_strstrip (g_strdup (rest));
    carry_on (reading, text);
  }
}

static int
compare_answers (gconstpointer a, gconstpointer b)
{
  const DolenFormAnswer *const *first = a, *const *second = b;
  return (int) (*first)->field - (int) (*second)->field;
}

static gboolean
check_text (const char *text, gsize size, GError **error)
{
  if (size > DOLEN_FORM_MAX_BYTES)
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE, _ ("A form is not as large as that."));
  else if (!g_utf8_validate_len (text, size, NULL))
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_ENCODING, _ ("The file is not text in UTF-8."));
  else
    return TRUE;
  return FALSE;
}

GPtrArray *
dolen_filled_forms_read (const char *text, gssize length, char ***wrong, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) forms
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_filled_form_free);
  Reading reading = { .forms = forms, .wrong = builder };
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;

  if (!check_text (text, size, error))
    return NULL;
  copy = g_strndup (text, size);
  lines = g_strsplit (copy, "\n", -1);
  for (; lines[reading.line] != NULL;) {
    const char *line = lines[reading.line++];
    read_line (&reading, line);
  }
  finish_answer (&reading);
  if (forms->len == 0) {
    g_auto (GStrv) why = g_strv_builder_end (builder);

    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 "%s",
                 why[0] != NULL ? why[0]
                                : _ ("There is no form in this text: the line that begins with "
                                     "“[dolen” is missing."));
    return NULL;
  }
  for (guint i = 0; i < forms->len; i++)
    g_ptr_array_sort (((DolenFilledForm *) forms->pdata[i])->answers, compare_answers);
  if (wrong != NULL)
    *wrong = g_strv_builder_end (builder);
  return g_steal_pointer (&forms);
}
