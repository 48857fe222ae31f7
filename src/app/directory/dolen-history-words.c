/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-history-words.h"

#include "app/directory/dolen-listing-part-form.h"
#include "base/dolen-time.h"
#include "directory/dolen-assurance-rules.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-history-title.h"
#include "directory/dolen-parts.h"
#include "directory/dolen-sentences.h"
#include "directory/keeping/dolen-value-words.h"
#include "language/dolen-calendar.h"
#include "matching/dolen-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- before and after ---- */

static char *
say_facts (const char *json, DolenLanguage language)
{
  g_autoptr (DolenCapacity) capacity = NULL;
  g_autoptr (DolenConfirmation) confirmation = NULL;

  if (json == NULL || !dolen_edit_json_read_facts (json, &capacity, &confirmation)
      || capacity == NULL)
    return NULL;
  return dolen_sentence_capacity_bare (language, capacity);
}

/* What a tag is called, by the terms as the scheme has them; the code of one that is gone. */
static const char *
label_of_tag (const DolenTag *tag, DolenLanguage language)
{
  static const DolenTermKind kinds[] = {
    [DOLEN_TAG_INTEREST] = DOLEN_TERM_INTEREST,
    [DOLEN_TAG_NEED] = DOLEN_TERM_NEED,
    [DOLEN_TAG_ENABLER] = DOLEN_TERM_ENABLER,
  };
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  const DolenTerm *term = NULL;

  if (vocabulary != NULL && tag->kind < G_N_ELEMENTS (kinds))
    term = dolen_vocabulary_by_code (vocabulary, kinds[tag->kind], tag->code);
  return term != NULL ? dolen_term_label (term, language) : tag->code;
}

static char *
say_tag (const DolenTag *tag, DolenLanguage language)
{
  const char *label = label_of_tag (tag, language);

  if (tag->state == DOLEN_TAG_REJECTED)
    /* Translators: of what a group is about, in its history; a name stands before it. */
    return g_strdup_printf (dolen_text (language, N_ ("%s: taken out")), label);
  if (tag->state == DOLEN_TAG_PROPOSED)
    /* Translators: of what a group is about, in its history; a name stands before it. */
    return g_strdup_printf (dolen_text (language, N_ ("%s: read by a rule")), label);
  return tag->value ? g_strdup (label)
                    /* Translators: a group does not have something; what follows the colon. */
                    : g_strdup_printf (dolen_text (language, N_ ("Does not hold: %s")), label);
}

/* A part of a service: its record is made up with nothing else in it. */
static char *
say_service_part (const char *part, const char *value, DolenLanguage language)
{
  const DolenListingPartForm *form = dolen_listing_part_form_find ("service", part);
  g_autoptr (DolenService) service = dolen_service_new ();

  if (!dolen_part_from_json ("service", service, part, value))
    return NULL;
  if (form != NULL)
    return dolen_listing_part_form_tell (form, service, language);
  if (g_str_has_prefix (part, "tag:"))
    return service->tags->len > 0 ? say_tag (service->tags->pdata[0], language) : g_strdup ("");
  if (g_str_equal (part, "venues") || g_str_equal (part, "closing"))
    return dolen_value_tell ("service", part, value, language);
  return NULL;
}

/* One policy or check: its name, how it stands, until when. */
static char *
say_check (const DolenOrganisation *organisation, DolenLanguage language)
{
  static const char *const states[] = {
    /* Translators: how a policy or check of a group (polisi, m) stands. */
    [DOLEN_ASSURANCE_TOLD] = N_ ("they say that they have it"),
    [DOLEN_ASSURANCE_SEEN] = N_ ("seen"),
    [DOLEN_ASSURANCE_NOT_THERE] = N_ ("asked for and not there"),
    [DOLEN_ASSURANCE_NOT_NEEDED] = N_ ("not needed"),
  };
  const DolenAssurance *check;
  g_autofree char *end = NULL;
  const char *name, *state;

  if (organisation->checks->len == 0)
    return g_strdup ("");
  check = g_ptr_array_index (organisation->checks, 0);
  name = dolen_assurance_check_name (dolen_assurance_rules_get_bundled (), check->what, language);
  state = dolen_text (language, states[check->state]);
  if (check->expires_on == NULL)
    return g_strdup_printf ("%s: %s", name, state);
  end = dolen_format_date (language, check->expires_on);
  return g_strdup_printf ("%s: %s (%s)", name, state, end);
}

static char *
say_organisation_part (const char *part, const char *value, DolenLanguage language)
{
  const DolenListingPartForm *form = dolen_listing_part_form_find ("organisation", part);
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();

  if (!dolen_part_from_json ("organisation", organisation, part, value))
    return NULL;
  if (g_str_has_prefix (part, "check:"))
    return say_check (organisation, language);
  if (form == NULL)
    return NULL;
  return dolen_listing_part_form_tell (form, organisation, language);
}

static char *
say_part (const char *kind, const char *part, const char *value, DolenLanguage language)
{
  if (g_strcmp0 (kind, "service") == 0)
    return say_service_part (part, value, language);
  if (g_strcmp0 (kind, "venue") == 0)
    return dolen_value_tell (kind, part, value, language);
  return say_organisation_part (part, value, language);
}

/* How one comes to it, and where it happens: sets of codes. */
static char *
say_codes (const char *field, const char *value, DolenLanguage language)
{
  DolenAccess access;
  DolenAttending attending;

  if (g_str_equal (field, "access") && dolen_access_from_codes (value, &access))
    return dolen_sentence_access (language, access);
  if (g_str_equal (field, "attending") && dolen_attending_from_codes (value, &attending))
    return dolen_sentence_attending (language, attending);
  return NULL;
}

static char *
say_field (const char *field, const char *value, DolenLanguage language)
{
  char *codes;

  if (value == NULL)
    return g_strdup ("");
  codes = say_codes (field, value, language);
  if (codes != NULL)
    return codes;
  if (g_strcmp0 (field, "governance") == 0)
    return g_strdup (dolen_sentence_governance (language, dolen_governance_from_code (value)));
  if (g_str_equal (value, "1") || g_str_equal (value, "0")) {
    gboolean flag = g_str_equal (field, "do_not_list") || g_str_equal (field, "volunteer_run")
                    || g_str_equal (field, "covered_by_parent");
    if (flag)
      return g_strdup (dolen_text (language, *value == '1' ? N_ ("Yes") : N_ ("No")));
  }
  return g_strdup (value);
}

static char *
say_value (const DolenHistoryEntry *entry, const char *json, DolenLanguage language)
{
  g_autofree char *value = NULL;
  DolenBilingual states = { 0 };

  if (json == NULL || entry->field == NULL || g_strcmp0 (entry->act, "import") == 0)
    return NULL;
  if (g_str_equal (entry->field, "facts"))
    return say_facts (json, language);
  if (g_str_equal (entry->field, "several"))
    return dolen_edit_json_read_reason (json);
  if (dolen_edit_json_read_part (json, &value))
    return say_part (entry->kind, entry->field, value, language);
  return dolen_edit_json_read_value (json, &value, &states)
             ? say_field (entry->field, value, language)
             : NULL;
}

char *
dolen_history_say_value (const char *kind,
                         const char *field,
                         const char *value,
                         DolenLanguage language)
{
  char *said = NULL;

  if (value != NULL && dolen_part_exists (kind, field))
    said = say_part (kind, field, value, language);
  return said != NULL ? said : say_field (field, value, language);
}

/* ---- the whole ---- */

static char *
say_when (gint64 at, DolenLanguage language)
{
  g_autofree char *date = dolen_date_of_instant (at);
  g_autofree char *day = dolen_format_date (language, date);
  g_autofree char *time = dolen_clock_of_instant (at);

  /* Translators: a moment: %1$s is a day, such as 5 May 2026, %2$s a time, such as 14:30. */
  return g_strdup_printf (dolen_text (language, N_ ("%1$s, %2$s")), day, time);
}

static gboolean
can_put_back (const DolenHistoryEntry *entry)
{
  static const char *const never[] = { "import", "merge", "not-same", "erase-contact", NULL };
  /* Acts of the queue, which are undone as a whole. */
  static const char *const fields[]
      = { "group", "several", "queue-mark", "question", "suggestion", NULL };

  return !entry->undone && entry->field != NULL && !g_strv_contains (fields, entry->field)
         && (entry->act == NULL || !g_strv_contains (never, entry->act));
}

DolenHistoryWords *
dolen_history_words_new (const DolenHistoryEntry *entry, DolenLanguage language)
{
  DolenHistoryWords *words = g_new0 (DolenHistoryWords, 1);

  words->what = dolen_history_title (entry, language);
  words->before = say_value (entry, entry->before, language);
  words->after = say_value (entry, entry->after, language);
  words->when = say_when (entry->at, language);
  words->by = g_strdup (entry->who);
  words->can_put_back = can_put_back (entry);
  return words;
}

char *
dolen_history_say_stayed (const GPtrArray *stayed, DolenLanguage language)
{
  g_autoptr (GPtrArray) what = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < stayed->len; i++) {
    const char *one = dolen_history_what (g_ptr_array_index (stayed, i), language);

    if (!g_ptr_array_find_with_equal_func (what, one, g_str_equal, NULL))
      g_ptr_array_add (what, (gpointer) one);
  }
  if (what->len == 0)
    return NULL;
  g_ptr_array_add (what, NULL);
  list = g_strjoinv (", ", (char **) what->pdata);
  /* Translators: after a call or a merge was undone: what stays as it is. %s is a list of fields
   * of a listing: "Telephone, Cost". */
  return g_strdup_printf (dolen_text (language, N_ ("Changed again since, so left as it is: %s")),
                          list);
}

void
dolen_history_words_free (DolenHistoryWords *words)
{
  if (words == NULL)
    return;
  g_free (words->what);
  g_free (words->before);
  g_free (words->after);
  g_free (words->when);
  g_free (words->by);
  g_free (words);
}
