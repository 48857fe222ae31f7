/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-suggested-field.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-field-words.h"
#include "directory/dolen-sentences.h"
#include "directory/keeping/dolen-suggested-words.h"

#include <glib/gi18n-lib.h>

/* Single fields that are offered, with an example. Others can be named all the same. */
static const DolenSuggestedField of_services[] = {
  { "phone", "01970 123456" },
  { "email", "hello@ourgroup.org.uk" },
  { "url", "https://ourgroup.org.uk" },
  { "description_en", N_ ("What they do, in English") },
  { "description_cy", N_ ("What they do, in Welsh") },
  { "eligibility_en", N_ ("for carers and those they look after") },
  { "eligibility_cy", N_ ("the same in Welsh") },
  { "minimum_age", "18" },
  { "maximum_age", "25" },
  { "gender", N_ ("female; male; empty for everybody") },
  { "access", "drop-in,appointment; membership; self-referral; professional-referral" },
  { "attending", "venue; phone; online; home-visit" },
  { "how_to_join_en", N_ ("ring the secretary") },
  { "how_to_join_cy", N_ ("the same in Welsh") },
  { "areas", "Ceredigion" },
  { "alert", N_ ("in the school hall until Easter") },
  { "name_en", N_ ("Tregaron Lunch Club") },
  { "name_cy", N_ ("Clwb Cinio Tregaron") },
  /* Translators: what may be typed: 1 means yes. */
  { "do_not_list", N_ ("1 (they asked to be taken out)") },
};

static const DolenSuggestedField of_organisations[] = {
  { "phone", "01970 123456" },
  { "email", "hello@ourgroup.org.uk" },
  { "url", "https://ourgroup.org.uk" },
  { "description_en", N_ ("What they do, in English") },
  { "description_cy", N_ ("What they do, in Welsh") },
  { "name_en", N_ ("Tregaron Lunch Club") },
  { "name_cy", N_ ("Clwb Cinio Tregaron") },
  /* Translators: what may be typed: 1 means yes. */
  { "volunteer_run", N_ ("1 (volunteers run it)") },
};

static gboolean
is_service (const char *kind)
{
  return g_strcmp0 (kind, "service") == 0;
}

/* (nullable) */
static const DolenSuggestedWords *
find_words (const char *kind, const char *field)
{
  if (is_service (kind))
    return dolen_suggested_words_find (field);
  return g_strcmp0 (kind, "organisation") == 0 && g_strcmp0 (field, "other") == 0
             ? dolen_suggested_words_find (field)
             : NULL;
}

static void
offer (GArray *offered, const char *name, const char *example)
{
  DolenSuggestedField field = { name, example != NULL ? _ (example) : NULL };

  g_array_append_val (offered, field);
}

DolenSuggestedField *
dolen_suggested_fields (const char *kind)
{
  GArray *offered = g_array_new (FALSE, FALSE, sizeof (DolenSuggestedField));
  gboolean service = is_service (kind);
  gsize n = service ? G_N_ELEMENTS (of_services) : G_N_ELEMENTS (of_organisations);
  const DolenSuggestedWords *words;

  for (guint i = 0; (words = dolen_suggested_words_at (i)) != NULL; i++)
    if (find_words (kind, words->name) != NULL)
      offer (offered, words->name, words->example);
  for (gsize i = 0; i < n; i++)
    offer (offered,
           service ? of_services[i].name : of_organisations[i].name,
           service ? of_services[i].example : of_organisations[i].example);
  offer (offered, NULL, NULL);
  return (DolenSuggestedField *) (gpointer) g_array_free (offered, FALSE);
}

gboolean
dolen_suggested_field_exists (const char *kind, const char *field)
{
  return find_words (kind, field) != NULL || dolen_field_exists (kind, field);
}

gboolean
dolen_suggested_field_is_kept_back (const char *kind, gconstpointer record, const char *field)
{
  const DolenSuggestedWords *words = find_words (kind, field);
  const DolenService *service = record;

  if (!is_service (kind) || words == NULL || g_strcmp0 (words->part, "venues") != 0)
    return FALSE;
  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, i);

    if (venue->hide_address || venue->no_map)
      return TRUE;
  }
  return FALSE;
}

char *
dolen_suggested_field_get (const char *kind, gconstpointer record, const char *field)
{
  const DolenSuggestedWords *words = find_words (kind, field);
  g_autofree char *said = NULL;

  if (words == NULL)
    return dolen_field_get (kind, record, field);
  said = is_service (kind) ? words->tell (record, dolen_language_current ()) : NULL;
  return said == NULL || *said == '\0' ? NULL : g_steal_pointer (&said);
}

/* ---- for people ---- */

static char *
tell_codes (const char *field, const char *value, DolenLanguage language)
{
  DolenAccess access;
  DolenAttending attending;

  if (g_str_equal (field, "access") && dolen_access_from_codes (value, &access))
    return dolen_sentence_access (language, access);
  if (g_str_equal (field, "attending") && dolen_attending_from_codes (value, &attending))
    return dolen_sentence_attending (language, attending);
  if (g_str_equal (field, "governance"))
    return g_strdup (dolen_sentence_governance (language, dolen_governance_from_code (value)));
  return g_str_equal (field, "phone") ? dolen_text_phone_display (value) : NULL;
}

static gboolean
is_flag (const char *field)
{
  static const char *const flags[] = { "do_not_list", "volunteer_run", "covered_by_parent", NULL };

  return g_strv_contains (flags, field);
}

char *
dolen_suggested_field_tell (const char *kind,
                            gconstpointer record,
                            const char *field,
                            DolenLanguage language)
{
  const DolenSuggestedWords *words = find_words (kind, field);
  g_autofree char *value = NULL;
  char *said;

  if (words != NULL)
    return is_service (kind) ? words->tell (record, language) : g_strdup ("");
  value = dolen_field_get (kind, record, field);
  if (value == NULL)
    return g_strdup ("");
  if (is_flag (field))
    return g_strdup (*value == '1' ? dolen_text (language, "Yes") : dolen_text (language, "No"));
  said = tell_codes (field, value, language);
  return said != NULL ? said : g_steal_pointer (&value);
}

/* ---- putting ---- */

static const char *
find_example (const char *kind, const char *field)
{
  g_autofree DolenSuggestedField *offered = dolen_suggested_fields (kind);

  for (guint i = 0; offered[i].name != NULL; i++)
    if (g_str_equal (offered[i].name, field))
      return offered[i].example;
  return NULL;
}

/* Whether what @words are about is several things, so that "none" says not which. */
static gboolean
are_several (const char *kind, gconstpointer record, const DolenSuggestedWords *words)
{
  const DolenService *service = record;

  if (!is_service (kind) || words == NULL)
    return FALSE;
  return (g_strcmp0 (words->part, "venues") == 0 && service->venues->len > 1)
         || (g_strcmp0 (words->part, "contacts") == 0 && service->contacts->len > 1);
}

static gboolean
refuse_none_of_several (const char *field, GError **error)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: an empty answer for a field of a listing that holds several things.
                * %1$s is the field ("Contact"), %2$s the field that takes all else ("Something
                * else"). */
               _ ("%1$s: there are several, and nothing says which of them is no more. Suggest it "
                  "as “%2$s”, with its name."),
               dolen_field_label (field, dolen_language_current ()),
               dolen_field_label ("other", dolen_language_current ()));
  return FALSE;
}

static gboolean
refuse (const char *kind, const char *field, const char *value, GError **error)
{
  const char *label = dolen_field_label (field, dolen_language_current ());
  const char *example = find_example (kind, field);

  if (example != NULL)
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: what was suggested for a field of a listing (%1$s: "Telephone");
                  * %3$s is an example. */
                 _ ("%1$s: “%2$s” cannot be that. An example: %3$s"),
                 label,
                 value != NULL ? value : "",
                 example);
  else
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 _ ("“%s” cannot be the value of the field %s."),
                 value != NULL ? value : "",
                 field);
  return FALSE;
}

gboolean
dolen_suggested_field_put (const char *kind,
                           gpointer record,
                           const char *field,
                           const char *value,
                           const char *on,
                           GError **error)
{
  const DolenSuggestedWords *words = find_words (kind, field);
  g_autofree char *clean = dolen_text_clean (value);

  if (words == NULL)
    return dolen_field_set (kind, record, field, value, NULL) || refuse (kind, field, value, error);
  if (clean == NULL && are_several (kind, record, words))
    return refuse_none_of_several (field, error);
  if (words->put == NULL)
    return clean != NULL || refuse (kind, field, value, error);
  return words->put (record, clean, on) || refuse (kind, field, value, error);
}

/* ---- writing ---- */

/* What is written, for the functions below. */
typedef struct {
  DolenDirectory *dir;
  const char *on, *by, *who;
  GArray *entries;
} Writing;

static gboolean
note_entry (const Writing *writing, gint64 entry)
{
  if (entry > 0)
    g_array_append_val (writing->entries, entry);
  return entry != 0;
}

static gboolean
write_report (const Writing *writing, const DolenService *service, GError **error)
{
  DolenCapacity *report = g_ptr_array_index (service->capacities, 0);

  report->told_by = g_strdup (writing->by);
  return note_entry (
      writing, dolen_edit_set_capacity (writing->dir, service->uid, report, writing->who, error));
}

/* Times that were of a place it has left are of the one it has gone to. */
static gboolean
write_venues (const Writing *writing, DolenService *service, GError **error)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < service->schedules->len; i++) {
    DolenSchedule *schedule = g_ptr_array_index (service->schedules, i);

    if (schedule->venue_uid != NULL
        && dolen_service_find_venue (service, schedule->venue_uid) == NULL) {
      g_clear_pointer (&schedule->venue_uid, g_free);
      moved = TRUE;
    }
  }
  return (!moved
          || note_entry (writing,
                         dolen_edit_set_part (
                             writing->dir, "service", "schedules", service, writing->who, error)))
         && note_entry (
             writing,
             dolen_edit_set_part (writing->dir, "service", "venues", service, writing->who, error));
}

/* Words on cost that stood beside the prices go with them. */
static gboolean
write_fees (const Writing *writing, const DolenService *service, GError **error)
{
  g_auto (DolenEditRecord) stored = { 0 };

  if (!dolen_edit_record_load (writing->dir, "service", service->uid, &stored, error))
    return FALSE;
  return ((const DolenService *) stored.record)->fees == NULL
         || note_entry (
             writing,
             dolen_edit_set_field (
                 writing->dir, "service", service->uid, "fees", NULL, writing->who, error));
}

static gboolean
write_words (const Writing *writing,
             const DolenSuggestedWords *words,
             DolenService *service,
             GError **error)
{
  if (words->told)
    return write_report (writing, service, error);
  if (words->part == NULL)
    return TRUE;
  if (g_str_equal (words->part, "costs") && !write_fees (writing, service, error))
    return FALSE;
  if (g_str_equal (words->part, "venues"))
    return write_venues (writing, service, error);
  if (g_str_equal (words->part, "closing"))
    return note_entry (writing,
                       dolen_edit_close (writing->dir,
                                         service->uid,
                                         writing->on,
                                         service->closed_reason,
                                         NULL,
                                         writing->who,
                                         error));
  if (g_str_equal (words->part, "accessibility"))
    return note_entry (writing,
                       dolen_edit_set_part (writing->dir,
                                            "venue",
                                            words->part,
                                            g_ptr_array_index (service->venues, 0),
                                            writing->who,
                                            error));
  return note_entry (
      writing,
      dolen_edit_set_part (writing->dir, "service", words->part, service, writing->who, error));
}

gboolean
dolen_suggested_field_write (DolenDirectory *dir,
                             const char *kind,
                             const char *uid,
                             const char *field,
                             const char *value,
                             const char *on,
                             const char *by,
                             const char *who,
                             GArray *entries,
                             GError **error)
{
  const DolenSuggestedWords *words = find_words (kind, field);
  g_auto (DolenEditRecord) record = { 0 };
  Writing writing = { dir, on, by, who, entries };

  if (words == NULL)
    return note_entry (&writing, dolen_edit_set_field (dir, kind, uid, field, value, who, error));
  return dolen_edit_record_load (dir, kind, uid, &record, error)
         && dolen_suggested_field_put (kind, record.record, field, value, on, error)
         && (!is_service (kind) || write_words (&writing, words, record.record, error));
}
