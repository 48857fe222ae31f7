/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-suggested-words.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-sentences.h"
#include "directory/keeping/dolen-form-places.h"
#include "directory/keeping/dolen-import-oddities.h"
#include "format/dolen-json-value.h"
#include "language/dolen-calendar.h"
#include "language/dolen-guess.h"
#include "language/dolen-language-names.h"
#include "language/dolen-when.h"
#include "place/dolen-place-names.h"
#include "place/dolen-postcode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The pieces of @value between @separators, without blanks; empty ones are left out. */
static char **
split (const char *value, const char *separators)
{
  g_auto (GStrv) pieces = g_strsplit_set (value != NULL ? value : "", separators, -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      g_strv_builder_add (kept, pieces[i]);
  return g_strv_builder_end (kept);
}

/* A text in the language it plainly is; English where that is not plain. */
static void
put_text (DolenBilingual *text, const char *words)
{
  gboolean welsh = dolen_guess_language (words) == DOLEN_GUESS_WELSH;

  dolen_bilingual_set (
      text, welsh ? DOLEN_LANGUAGE_CY : DOLEN_LANGUAGE_EN, words, DOLEN_TEXT_CHECKED);
}

/* ---- places, wait, pause: a report ---- */

/* A report of @on that begins as what was told last. How one knows is not said: it confirms
 * nothing. Its uid is made when it is written. */
static DolenCapacity *
begin_report (const DolenService *service, const char *on)
{
  const DolenCapacity *current = dolen_service_current_capacity (service);
  DolenCapacity *report = current != NULL ? dolen_capacity_copy (current) : dolen_capacity_new ();

  g_clear_pointer (&report->uid, g_free);
  g_clear_pointer (&report->told_by, g_free);
  g_free (report->as_of);
  report->as_of = g_strdup (on);
  report->source = DOLEN_TOLD_BY_UNKNOWN;
  return report;
}

static gboolean
put_report (DolenService *service, DolenCapacity *report, gboolean read)
{
  if (read)
    g_ptr_array_insert (service->capacities, 0, report);
  else
    dolen_capacity_free (report);
  return read;
}

static gboolean
put_places (DolenService *service, const char *value, const char *on)
{
  DolenCapacity *report = begin_report (service, on);

  return put_report (service, report, value != NULL && dolen_form_read_places (value, report));
}

static gboolean
put_wait (DolenService *service, const char *value, const char *on)
{
  DolenCapacity *report = begin_report (service, on);

  return put_report (service, report, value != NULL && dolen_form_read_wait (value, report));
}

/* A day on which it goes on, "yes" where that is not known, "no". */
static gboolean
put_pause (DolenService *service, const char *value, const char *on)
{
  static const char *const yes[] = { "yes", "ydy", "paused", "wediseibio", NULL };
  static const char *const no[] = { "no", "nacydy", NULL };
  g_autofree char *key = value != NULL ? dolen_place_key (value) : g_strdup ("");
  gboolean day = value != NULL && dolen_date_is_valid (value);
  gboolean pause = day || g_strv_contains (yes, key);
  DolenCapacity *report = begin_report (service, on);

  g_clear_pointer (&report->note, g_free);
  g_clear_pointer (&report->returns_on, g_free);
  report->status = pause ? DOLEN_CAPACITY_PAUSED : DOLEN_CAPACITY_ASK_FIRST;
  report->returns_on = g_strdup (day ? value : NULL);
  return put_report (service, report, pause || g_strv_contains (no, key));
}

static char *
tell_report (const DolenService *service, DolenLanguage language)
{
  const DolenCapacity *current = dolen_service_current_capacity (service);
  g_autofree char *said = NULL;
  g_autofree char *day = NULL;

  if (current == NULL)
    return g_strdup ("");
  said = dolen_sentence_capacity_bare (language, current);
  day = dolen_format_date (language, current->as_of);
  return *day != '\0' ? g_strdup_printf ("%s (%s)", said, day) : g_steal_pointer (&said);
}

/* ---- closing ---- */

static gboolean
put_closing (DolenService *service, const char *value, const char *on)
{
  if (value == NULL)
    return FALSE;
  service->status = DOLEN_SERVICE_DEFUNCT;
  g_free (service->closed_on);
  g_free (service->closed_reason);
  service->closed_on = g_strdup (on);
  service->closed_reason = g_strdup (value);
  return TRUE;
}

static char *
tell_closing (const DolenService *service, DolenLanguage language)
{
  const char *reason = dolen_closed_reason_text (service->closed_reason, language);
  g_autofree char *day = dolen_format_date (language, service->closed_on);

  if (service->status != DOLEN_SERVICE_DEFUNCT)
    return g_strdup ("");
  if (reason != NULL && *day != '\0')
    return g_strdup_printf ("%s (%s)", reason, day);
  return g_strdup (reason != NULL ? reason : day);
}

/* ---- days and times ---- */

static void
add_read_schedule (DolenService *service, json_object *read)
{
  DolenSchedule *schedule = dolen_schedule_new ();
  int interval = dolen_json_get_int (read, "interval");
  g_autofree char *words = dolen_json_get_line (read, "description");

  schedule->freq = dolen_json_get_line (read, "freq");
  schedule->interval = MAX (interval, 0);
  schedule->byday = dolen_json_get_line (read, "byday");
  schedule->opens_at = dolen_json_get_line (read, "opens_at");
  schedule->closes_at = dolen_json_get_line (read, "closes_at");
  if (g_strcmp0 (words, DOLEN_WHEN_TERM_TIME) == 0)
    dolen_schedule_set_term_time (schedule);
  else if (words != NULL)
    put_text (&schedule->description, words);
  g_ptr_array_add (service->schedules, schedule);
}

/* Holidays are not what a change of times is about. */
static void
drop_times (DolenService *service)
{
  for (guint i = service->schedules->len; i > 0; i--)
    if (!((DolenSchedule *) service->schedules->pdata[i - 1])->closed)
      g_ptr_array_remove_index (service->schedules, i - 1);
}

static gboolean
put_times (DolenService *service, const char *value, const char *on)
{
  json_object *read = value != NULL ? dolen_when_read (value) : NULL;
  DolenSchedule *schedule;

  drop_times (service);
  for (guint i = 0; i < dolen_json_length (read); i++)
    add_read_schedule (service, dolen_json_at (read, i));
  if (value != NULL && read == NULL) {
    schedule = dolen_schedule_new ();
    put_text (&schedule->description, value);
    g_ptr_array_add (service->schedules, schedule);
  }
  json_object_put (read);
  return TRUE;
}

static char *
tell_times (const DolenService *service, DolenLanguage language)
{
  return dolen_sentence_when (language, service->schedules, NULL);
}

/* ---- cost ---- */

/* "£3 (members)": the amount, and for whom. */
static gboolean
read_cost (const char *piece, DolenCost *cost)
{
  gsize amount = strcspn (piece, "(:");
  g_autofree char *before = g_strstrip (g_strndup (piece, amount));
  g_autofree char *after = g_strdup (piece[amount] != '\0' ? piece + amount + 1 : "");
  json_object *text = json_object_new_string (before);

  cost->pence = dolen_json_pence (text);
  json_object_put (text);
  if (g_str_has_suffix (after, ")"))
    after[strlen (after) - 1] = '\0';
  cost->option = dolen_text_clean_line (after);
  cost->amount_given = g_strdup (before);
  return cost->pence >= 0;
}

/* What is told is the whole of it: words that stood beside the prices would say otherwise. */
static gboolean
put_cost (DolenService *service, const char *value, const char *on)
{
  g_auto (GStrv) pieces = split (value, ";");
  gboolean whole = TRUE;

  g_ptr_array_set_size (service->costs, 0);
  g_clear_pointer (&service->fees, g_free);
  for (guint i = 0; pieces[i] != NULL; i++) {
    DolenCost *cost = dolen_cost_new ();

    whole = read_cost (pieces[i], cost) && whole;
    g_ptr_array_add (service->costs, cost);
  }
  if (!whole) {
    DolenCost *cost = dolen_cost_new ();

    g_ptr_array_set_size (service->costs, 0);
    cost->description = dolen_text_clean_line (value);
    g_ptr_array_add (service->costs, cost);
  }
  return TRUE;
}

static char *
tell_cost (const DolenService *service, DolenLanguage language)
{
  return dolen_sentence_costs (language, service->costs, service->fees);
}

/* ---- languages ---- */

static DolenLanguageOffered *
read_language (const char *word)
{
  DolenLanguageOffered *offered = dolen_language_offered_new ();

  offered->code = g_strdup (dolen_language_code_of_name (word));
  if (offered->code == NULL)
    offered->name = g_strdup (word);
  return offered;
}

static gboolean
put_languages (DolenService *service, const char *value, const char *on)
{
  g_auto (GStrv) words = split (value, ",;");

  g_ptr_array_set_size (service->languages, 0);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (service->languages, read_language (words[i]));
  return TRUE;
}

static char *
tell_languages (const DolenService *service, DolenLanguage language)
{
  return dolen_sentence_languages (language, service->languages);
}

/* ---- whom to ask ---- */

static DolenContact *
find_contact (DolenService *service, const char *name)
{
  DolenContact *contact;

  for (guint i = 0; name != NULL && i < service->contacts->len; i++) {
    contact = g_ptr_array_index (service->contacts, i);
    if (g_strcmp0 (contact->name, name) == 0)
      return contact;
  }
  contact = dolen_contact_new ();
  contact->name = g_strdup (name);
  contact->permission = DOLEN_PERMISSION_NOT_ASKED;
  g_ptr_array_add (service->contacts, contact);
  return contact;
}

static void
take (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

/* Nothing is told: there is none any more. Of several none is known to be meant. */
static gboolean
drop_only (GPtrArray *list)
{
  if (list->len != 1)
    return FALSE;
  g_ptr_array_set_size (list, 0);
  return TRUE;
}

/* "Mair Jones, secretary, 01970 123456, mair@...": in any order but that the name stands before the
 * role. Somebody of that name already there is changed, nobody goes. */
static gboolean
put_contact (DolenService *service, const char *value, const char *on)
{
  g_auto (GStrv) pieces = split (value, ",;");
  const char *words[2] = { NULL, NULL }, *phone = NULL, *email = NULL;
  DolenContact *contact;
  guint n = 0;

  for (guint i = 0; pieces[i] != NULL; i++) {
    g_autofree char *number = dolen_text_phone (pieces[i]);

    if (strchr (pieces[i], '@') != NULL)
      email = pieces[i];
    else if (number != NULL)
      phone = pieces[i];
    else if (n < G_N_ELEMENTS (words))
      words[n++] = pieces[i];
    else
      return FALSE;
  }
  if (pieces[0] == NULL)
    return drop_only (service->contacts);
  contact = find_contact (service, words[0]);
  if (words[1] != NULL)
    take (&contact->role, g_strdup (words[1]));
  if (phone != NULL) {
    take (&contact->phone, dolen_text_phone (phone));
    take (&contact->phone_given, g_strdup (phone));
  }
  if (email != NULL) {
    take (&contact->email, dolen_text_email (email));
    take (&contact->email_given, g_strdup (email));
  }
  return email == NULL || contact->email != NULL;
}

static char *
tell_contacts (const DolenService *service, DolenLanguage language)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < service->contacts->len; i++) {
    const DolenContact *contact = g_ptr_array_index (service->contacts, i);
    g_autofree char *number
        = contact->phone != NULL ? dolen_text_phone_display (contact->phone) : NULL;
    const char *const said[] = { contact->name, contact->role, number, contact->email };
    gboolean begun = FALSE;

    for (gsize k = 0; k < G_N_ELEMENTS (said); k++)
      if (said[k] != NULL) {
        g_string_append_printf (all, "%s%s", begun ? ", " : all->len > 0 ? "; " : "", said[k]);
        begun = TRUE;
      }
  }
  return g_string_free (all, FALSE);
}

/* ---- where ---- */

/* Whether both are of one place: then its name is mended, and not another's. */
static gboolean
is_same_place (const DolenVenue *one, const DolenVenue *other)
{
  if (one->postcode != NULL || other->postcode != NULL)
    return g_strcmp0 (one->postcode, other->postcode) == 0;
  return one->city != NULL && g_strcmp0 (one->city, other->city) == 0;
}

/* The name of a place that had one in a single language is shown in that one, to whomever: what is
 * mended goes there. Where it had both, one of them may stand as it was; else the words tell. */
static void
put_name (DolenVenue *venue, const char *words, const DolenVenue *before)
{
  const DolenBilingual *name = before != NULL ? &before->name : NULL;
  gboolean mended = name != NULL && is_same_place (venue, before);

  if (mended && (g_strcmp0 (words, name->en) == 0 || g_strcmp0 (words, name->cy) == 0))
    dolen_bilingual_copy (&venue->name, name);
  else if (mended && name->en != NULL && name->cy == NULL)
    dolen_bilingual_set (&venue->name, DOLEN_LANGUAGE_EN, words, DOLEN_TEXT_CHECKED);
  else if (mended && name->cy != NULL && name->en == NULL)
    dolen_bilingual_set (&venue->name, DOLEN_LANGUAGE_CY, words, DOLEN_TEXT_CHECKED);
  else {
    if (mended)
      dolen_bilingual_copy (&venue->name, name);
    put_text (&venue->name, words);
  }
}

/* "The Hall, High Street, Tregaron SY25 6JX": the name, the street, the town, the postcode.
 * @before: (nullable): the place it was until now */
static DolenVenue *
read_venue (const char *value, const DolenVenue *before)
{
  DolenVenue *venue = dolen_venue_new ();
  g_autofree char *rest = g_strdup (value);
  g_auto (GStrv) pieces = NULL;
  DolenPostcode postcode;
  gsize start, end;
  guint n;

  if (dolen_postcode_find (value, &postcode, &start, &end)) {
    venue->postcode = g_strdup (postcode.full);
    memset (rest + start, ',', end - start);
  }
  pieces = split (rest, ",;\n");
  n = g_strv_length (pieces);
  if (n > 1)
    venue->city = g_strdup (pieces[n - 1]);
  if (n > 0)
    put_name (venue, pieces[0], before);
  if (n > 2) {
    g_autofree char *last = g_steal_pointer (&pieces[n - 1]);

    venue->address = g_strjoinv ("\n", pieces + 1);
  }
  return venue;
}

/* Who hides where they meet hides it after they have moved. */
static void
hide_like (DolenVenue *venue, const DolenService *service)
{
  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *before = g_ptr_array_index (service->venues, i);

    venue->hide_address = venue->hide_address || before->hide_address;
    venue->no_map = venue->no_map || before->no_map;
  }
}

/* A group that meets at one place has moved; of several none is known to be meant, and this is one
 * more. What was said of the times of the old place holds for the new one. */
static gboolean
put_venue (DolenService *service, const char *value, const char *on)
{
  DolenVenue *venue;

  if (value == NULL)
    return drop_only (service->venues);
  venue = read_venue (value, service->venues->len == 1 ? service->venues->pdata[0] : NULL);
  hide_like (venue, service);
  if (service->venues->len == 1)
    g_ptr_array_set_size (service->venues, 0);
  g_ptr_array_add (service->venues, venue);
  return TRUE;
}

static char *
tell_venues (const DolenService *service, DolenLanguage language)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, i);
    const char *const said[] = {
      dolen_bilingual_get (&venue->name, language), venue->address, venue->city, venue->postcode
    };
    gboolean begun = FALSE;

    for (gsize k = 0; k < G_N_ELEMENTS (said); k++)
      if (said[k] != NULL && *said[k] != '\0') {
        g_string_append_printf (all, "%s%s", begun ? ", " : all->len > 0 ? "; " : "", said[k]);
        begun = TRUE;
      }
  }
  g_strdelimit (all->str, "\n", ' ');
  return g_string_free (all, FALSE);
}

/* ---- getting in, at its first place ---- */

static gboolean
put_accessibility (DolenService *service, const char *value, const char *on)
{
  g_auto (GStrv) notes = split (value, ";\n");
  DolenVenue *venue = service->venues->len > 0 ? service->venues->pdata[0] : NULL;

  if (venue == NULL)
    return FALSE;
  g_ptr_array_set_size (venue->accessibility, 0);
  for (guint i = 0; notes[i] != NULL; i++)
    g_ptr_array_add (venue->accessibility, g_strdup (notes[i]));
  return TRUE;
}

static char *
tell_accessibility (const DolenService *service, DolenLanguage language)
{
  const DolenVenue *venue = service->venues->len > 0 ? service->venues->pdata[0] : NULL;
  GString *all = g_string_new (NULL);

  for (guint i = 0; venue != NULL && i < venue->accessibility->len; i++)
    g_string_append_printf (
        all, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (venue->accessibility, i));
  return g_string_free (all, FALSE);
}

static char *
tell_nothing (const DolenService *service, DolenLanguage language)
{
  return g_strdup ("");
}

static const DolenSuggestedWords facts[] = {
  /* Translators: examples of what may be typed; translate them, for both languages are understood.
   */
  { "places", N_ ("4; full; waiting list; just come along"), NULL, TRUE, tell_report, put_places },
  { "wait", N_ ("3-4 weeks"), NULL, TRUE, tell_report, put_wait },
  { "times", N_ ("Tuesdays 10:00-12:00"), "schedules", FALSE, tell_times, put_times },
  { "cost", N_ ("£3; free (carers)"), "costs", FALSE, tell_cost, put_cost },
  { "contact",
    N_ ("Mair Jones, secretary, 01970 123456"),
    "contacts",
    FALSE,
    tell_contacts,
    put_contact },
  { "venue",
    N_ ("Memorial Hall, High Street, Tregaron SY25 6JX"),
    "venues",
    FALSE,
    tell_venues,
    put_venue },
  { "accessibility",
    N_ ("No steps; accessible toilet"),
    "accessibility",
    FALSE,
    tell_accessibility,
    put_accessibility },
  { "languages", N_ ("Welsh, English"), "languages", FALSE, tell_languages, put_languages },
  /* Translators: an example of what may be typed; the date stays as it is. */
  { "paused", N_ ("2027-01-11 (when it goes on); yes; no"), NULL, TRUE, tell_report, put_pause },
  { "closed", N_ ("the hall was sold"), "closing", FALSE, tell_closing, put_closing },
  { "other", N_ ("the poster in the library is an old one"), NULL, FALSE, tell_nothing, NULL },
};

const DolenSuggestedWords *
dolen_suggested_words_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_strcmp0 (facts[i].name, name) == 0)
      return &facts[i];
  return NULL;
}

const DolenSuggestedWords *
dolen_suggested_words_at (guint index)
{
  return index < G_N_ELEMENTS (facts) ? &facts[index] : NULL;
}
