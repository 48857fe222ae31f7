/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-keeping-form.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-edits.h"
#include "directory/keeping/dolen-form-places.h"
#include "place/dolen-place-names.h"

#include <string.h>

/* What a form's answers would do to its listing: told line by line, and put into a call. */

/* Which field of the record an answer goes to, and which fact it confirms. */
static const struct {
  const char *field; /* NULL: none by itself */
  DolenFact fact;
} targets[] = {
  [DOLEN_FORM_PHONE] = { "phone", DOLEN_FACT_CONTACT },
  [DOLEN_FORM_EMAIL] = { "email", DOLEN_FACT_CONTACT },
  [DOLEN_FORM_WEB] = { "url", DOLEN_FACT_CONTACT },
  [DOLEN_FORM_TIMES] = { NULL, DOLEN_FACT_TIMES },
  [DOLEN_FORM_PLACES] = { NULL, DOLEN_FACT_CAPACITY },
  [DOLEN_FORM_WAIT] = { NULL, DOLEN_FACT_CAPACITY },
  [DOLEN_FORM_COST] = { "fees", DOLEN_FACT_COST },
  [DOLEN_FORM_ACCESS] = { NULL, DOLEN_FACT_ACCESS },
  [DOLEN_FORM_DESCRIPTION] = { "description", DOLEN_FACT_DESCRIPTION },
};

typedef struct {
  DolenDirectory *dir;
  const DolenFilledForm *form;
  const DolenService *service;
  const DolenOrganisation *organisation; /* (nullable) */
  DolenLanguage language;                /* of the sentences */
  const char *today;
  DolenCall *call;
  DolenCapacity *capacity; /* (nullable) what is told of places and wait */
  GPtrArray *lines;
} Applying;

static void
free_line (gpointer data)
{
  DolenFormLine *line = data;

  g_free (line->label);
  g_free (line->before);
  g_free (line->after);
  g_free (line->sentence);
  g_free (line);
}

/* ---- words ---- */

static gboolean
is_one_of (const char *text, const char *const *words)
{
  g_autofree char *key = dolen_place_key (text);

  return *key != '\0' && g_strv_contains (words, key);
}

/* "Yes, that is right", as people write it in either language; a tick too. */
static gboolean
says_yes (const char *text)
{
  static const char *const words[]
      = { "yes",       "y",          "yep",  "yesthatsright", "correct",   "same",
          "thesame",   "right",      "ok",   "true",          "stilltrue", "nochange",
          "unchanged", "stillright", "ie",   "ydy",           "ydyn",      "oes",
          "cywir",     "yngywir",    "iawn", "yrun",          "yrunfath",  "dimnewid",
          NULL };
  static const char *const ticks[] = { "✓", "✔", "☑", "✅", NULL };

  return is_one_of (text, words) || g_strv_contains (ticks, text);
}

/* "No" without what it should be. */
static gboolean
says_no (const char *text)
{
  static const char *const words[]
      = { "no", "n", "wrong", "na", "nage", "nacydy", "anghywir", NULL };

  return is_one_of (text, words);
}

static gboolean
says_none (const char *text)
{
  static const char *const words[]
      = { "none", "nothing", "remove", "dim", "diddymu", "dileu", NULL };

  return is_one_of (text, words);
}

/* ---- lines ---- */

/* Whether somebody edited the field here since the form went out. */
static gboolean
was_changed_since (Applying *applying, const char *field)
{
  g_autoptr (GPtrArray) history = NULL;

  if (field == NULL)
    return FALSE;
  history = dolen_directory_get_history (applying->dir, applying->service->uid, 0, NULL);
  for (guint i = 0; history != NULL && i < history->len; i++) {
    const DolenHistoryEntry *entry = g_ptr_array_index (history, i);
    g_autofree char *day = dolen_date_of_instant (entry->at);

    if (g_strcmp0 (day, applying->form->sent_on) < 0)
      break;
    if (g_strcmp0 (entry->field, field) == 0 && !entry->undone && entry->undoes == 0)
      return TRUE;
  }
  return FALSE;
}

static char *
say_effect (DolenLanguage language, const DolenFormLine *line)
{
  switch (line->effect) {
  case DOLEN_FORM_CONFIRMS:
    /* Translators: what a group answered in a form: of the field (%s) what we have is right. */
    return g_strdup_printf (dolen_text (language, "%s: still right"), line->label);
  case DOLEN_FORM_CHANGES:
    return g_strdup_printf (
        /* Translators: a field, what it says and what it would say. */
        dolen_text (language, "%1$s: %2$s → %3$s"),
        line->label,
        line->before != NULL && *line->before != '\0' ? line->before
                                                      : dolen_text (language, "nothing"),
        line->after != NULL ? line->after : dolen_text (language, "nothing"));
  case DOLEN_FORM_BY_HAND:
    return g_strdup_printf (
        /* Translators: a group's answer in a form that a person has to enter. %1$u is the number of
         * the line, %2$s the field, %3$s what was written. */
        dolen_text (language, "Line %1$u, %2$s: “%3$s” – please enter it by hand"),
        line->line,
        line->label,
        line->after);
  case DOLEN_FORM_REFUSED:
  default:
    return g_strdup_printf (
        /* Translators: a group's answer in a form. %1$u is the number of the line, %2$s the field
         * ("E-mail"), %3$s what was written. */
        dolen_text (language, "Line %1$u, %2$s: “%3$s” cannot be that, and is left out"),
        line->line,
        line->label,
        line->after);
  }
}

static void
add_line (Applying *applying,
          const DolenFormAnswer *answer,
          DolenFormEffect effect,
          const char *after,
          const char *field)
{
  DolenFormLine *line = g_new0 (DolenFormLine, 1);
  char *more;

  line->field = answer->field;
  line->effect = effect;
  line->label = g_strdup (dolen_form_field_label (answer->field, applying->language));
  line->before = dolen_form_field_tell (
      answer->field,
      applying->service,
      applying->organisation,
      answer->field == DOLEN_FORM_DESCRIPTION ? applying->form->language : applying->language,
      applying->today);
  line->after = g_strdup (after);
  line->line = answer->line;
  line->changed_since = effect == DOLEN_FORM_CHANGES && was_changed_since (applying, field);
  line->sentence = say_effect (applying->language, line);
  if (line->changed_since) {
    more = g_strdup_printf (
        /* Translators: %s is a sentence about a field: "Cost: £2 → £3". */
        dolen_text (applying->language, "%s (it was changed here since the form was sent)"),
        line->sentence);
    g_free (line->sentence);
    line->sentence = more;
  }
  g_ptr_array_add (applying->lines, line);
}

/* ---- fields ---- */

/* (transfer full) (nullable): the answer as the field keeps it; NULL where it cannot be that. */
static char *
normalise (DolenFormField field, const char *given)
{
  switch (field) {
  case DOLEN_FORM_PHONE:
    return dolen_text_phone (given);
  case DOLEN_FORM_EMAIL:
    return dolen_text_email (given);
  case DOLEN_FORM_WEB:
    return dolen_text_url (given);
  case DOLEN_FORM_COST:
    return dolen_text_clean_line (given);
  case DOLEN_FORM_TIMES:
  case DOLEN_FORM_PLACES:
  case DOLEN_FORM_WAIT:
  case DOLEN_FORM_ACCESS:
  case DOLEN_FORM_DESCRIPTION:
  case DOLEN_FORM_NOTE:
  case DOLEN_FORM_WHO:
  case DOLEN_N_FORM_FIELDS:
  default:
    return g_strdup (given);
  }
}

static void
tick (Applying *applying, DolenFormField field)
{
  dolen_call_tick (applying->call, applying->service->uid, dolen_fact_code (targets[field].fact));
}

static const char *
current_value (const Applying *applying, DolenFormField field)
{
  switch (field) {
  case DOLEN_FORM_PHONE:
    return dolen_form_phone (applying->service, applying->organisation);
  case DOLEN_FORM_EMAIL:
    return dolen_form_email (applying->service, applying->organisation);
  case DOLEN_FORM_WEB:
    return dolen_form_web (applying->service, applying->organisation);
  case DOLEN_FORM_COST:
    return applying->service->fees;
  case DOLEN_FORM_DESCRIPTION:
    return dolen_bilingual_peek (&applying->service->description, applying->form->language);
  case DOLEN_FORM_TIMES:
  case DOLEN_FORM_PLACES:
  case DOLEN_FORM_WAIT:
  case DOLEN_FORM_ACCESS:
  case DOLEN_FORM_NOTE:
  case DOLEN_FORM_WHO:
  case DOLEN_N_FORM_FIELDS:
  default:
    return NULL;
  }
}

/* Whether the listing itself holds the field. What the form showed may be a contact's, or the
 * organisation's: neither is changed by writing into the listing, and one number more would be
 * given out beside it. */
static gboolean
is_its_own (const Applying *applying, DolenFormField field)
{
  return (field != DOLEN_FORM_PHONE || applying->service->phone != NULL)
         && (field != DOLEN_FORM_EMAIL || applying->service->email != NULL)
         && (field != DOLEN_FORM_WEB || applying->service->url != NULL
             || current_value (applying, field) == NULL);
}

/* "Yes" beneath "we have nothing" says nothing of how the group is reached. */
static gboolean
has_shown_no_contact (const Applying *applying, DolenFormField field)
{
  return targets[field].fact == DOLEN_FACT_CONTACT && current_value (applying, field) == NULL;
}

static void
change_field (Applying *applying, const DolenFormAnswer *answer)
{
  gboolean none = says_none (answer->given) && answer->field != DOLEN_FORM_DESCRIPTION;
  g_autofree char *value = none ? NULL : normalise (answer->field, answer->given);
  g_autofree char *field
      = answer->field == DOLEN_FORM_DESCRIPTION
            ? g_strdup_printf ("description_%s", dolen_language_code (applying->form->language))
            : g_strdup (targets[answer->field].field);
  gboolean same = g_strcmp0 (value, current_value (applying, answer->field)) == 0;

  if (value == NULL && !none) {
    add_line (applying, answer, DOLEN_FORM_REFUSED, answer->given, NULL);
    return;
  }
  if (!is_its_own (applying, answer->field) && (none || !same)) {
    add_line (applying, answer, DOLEN_FORM_BY_HAND, answer->given, NULL);
    return;
  }
  /* Who writes what we have says that it is right. */
  if (same) {
    tick (applying, answer->field);
    add_line (applying, answer, DOLEN_FORM_CONFIRMS, NULL, NULL);
    return;
  }
  dolen_call_change (applying->call, "service", applying->service->uid, field, value);
  add_line (applying, answer, DOLEN_FORM_CHANGES, value, field);
}

/* A listing that has prices row by row would show words beside them that say otherwise. */
static gboolean
goes_by_hand (const Applying *applying, DolenFormField field)
{
  return targets[field].field == NULL
         || (field == DOLEN_FORM_COST && applying->service->costs->len > 0);
}

static void
apply_places (Applying *applying, const DolenFormAnswer *answer)
{
  gboolean read = answer->field == DOLEN_FORM_PLACES
                      ? dolen_form_read_places (answer->given, applying->capacity)
                      : dolen_form_read_wait (answer->given, applying->capacity);

  if (read)
    dolen_call_set_capacity (applying->call, applying->service->uid, applying->capacity);
  add_line (applying, answer, read ? DOLEN_FORM_CHANGES : DOLEN_FORM_BY_HAND, answer->given, NULL);
}

/* The wait is as we have it, whatever was said of places. */
static void
keep_wait (Applying *applying)
{
  const DolenCapacity *current = dolen_service_current_capacity (applying->service);

  if (current == NULL)
    return;
  applying->capacity->wait_weeks_from = current->wait_weeks_from;
  applying->capacity->wait_weeks_to = current->wait_weeks_to;
  if (applying->call->capacities->len > 0)
    dolen_call_set_capacity (applying->call, applying->service->uid, applying->capacity);
}

static void
apply_answer (Applying *applying, const DolenFormAnswer *answer)
{
  if (answer->field == DOLEN_FORM_NOTE) {
    applying->call->note = g_strdup (answer->given);
    return;
  }
  if (answer->field == DOLEN_FORM_WHO) {
    applying->call->asked = dolen_text_clean_line (answer->given);
    return;
  }
  if (says_yes (answer->given) && !has_shown_no_contact (applying, answer->field)) {
    tick (applying, answer->field);
    if (answer->field == DOLEN_FORM_WAIT)
      keep_wait (applying);
    add_line (applying, answer, DOLEN_FORM_CONFIRMS, NULL, NULL);
  } else if (says_yes (answer->given) || says_no (answer->given)) {
    add_line (applying, answer, DOLEN_FORM_BY_HAND, answer->given, NULL);
  } else if (targets[answer->field].fact == DOLEN_FACT_CAPACITY) {
    apply_places (applying, answer);
  } else if (goes_by_hand (applying, answer->field)) {
    add_line (applying, answer, DOLEN_FORM_BY_HAND, answer->given, NULL);
  } else {
    change_field (applying, answer);
  }
}

/* What is told of places begins with what we have: the wait may be all that moved. */
static DolenCapacity *
begin_capacity (const DolenService *service)
{
  const DolenCapacity *current = dolen_service_current_capacity (service);

  return current != NULL ? dolen_capacity_copy (current) : dolen_capacity_new ();
}

DolenCall *
dolen_filled_form_apply (DolenDirectory *dir,
                         const DolenFilledForm *form,
                         DolenLanguage language,
                         GPtrArray **lines,
                         GError **error)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, form->service, error);
  g_autoptr (DolenOrganisation) organisation = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (free_line);
  g_autoptr (DolenCapacity) capacity = NULL;
  g_autofree char *today = dolen_date_today ();
  Applying applying = { dir, form, service, NULL, language, today, NULL, NULL, told };

  if (service == NULL)
    return NULL;
  if (service->organisation_uid != NULL) {
    organisation = dolen_directory_get_organisation (dir, service->organisation_uid, error);
    if (organisation == NULL)
      return NULL;
    applying.organisation = organisation;
  }
  applying.call = dolen_call_new ();
  applying.call->how = DOLEN_TOLD_BY_EMAIL;
  applying.capacity = capacity = begin_capacity (service);
  dolen_call_add_service (applying.call, service->uid);
  for (guint i = 0; i < form->answers->len; i++)
    apply_answer (&applying, g_ptr_array_index (form->answers, i));
  if (lines != NULL)
    *lines = g_steal_pointer (&told);
  return applying.call;
}
