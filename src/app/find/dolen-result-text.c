/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-result-text.h"

#include "directory/dolen-closed-name.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"
#include "matching/dolen-why-not.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_REASONS 3
#define BETWEEN " · "

void
dolen_result_text_free (DolenResultText *text)
{
  if (text == NULL)
    return;
  g_free (text->name);
  g_free (text->other);
  g_free (text->distance);
  g_free (text->facts);
  g_free (text->capacity);
  g_free (text->why_not);
  g_free (text->spoken);
  g_clear_pointer (&text->reasons, g_ptr_array_unref);
  g_free (text);
}

const char *
dolen_verdict_icon (DolenVerdict verdict)
{
  switch (verdict) {
  case DOLEN_VERDICT_YES:
    return "dolen-verdict-yes-symbolic";
  case DOLEN_VERDICT_HELPED:
    return "dolen-verdict-helped-symbolic";
  case DOLEN_VERDICT_UNKNOWN:
    return "dolen-verdict-unknown-symbolic";
  case DOLEN_VERDICT_NO:
    return "dolen-verdict-no-symbolic";
  case DOLEN_VERDICT_NONE:
    break;
  }
  return NULL;
}

const char *
dolen_verdict_words (DolenVerdict verdict, DolenLanguage language)
{
  switch (verdict) {
  case DOLEN_VERDICT_YES:
    /* Translators: said before a reason why a group suits a person: "suits: gardening". */
    return dolen_text (language, "suits");
  case DOLEN_VERDICT_HELPED:
    /* Translators: said before a reason: it suits with help that is there. */
    return dolen_text (language, "with help");
  case DOLEN_VERDICT_UNKNOWN:
    /* Translators: said before a reason: the group must be asked. */
    return dolen_text (language, "ask");
  case DOLEN_VERDICT_NO:
    /* Translators: said before a reason: it is known not to suit. */
    return dolen_text (language, "does not suit");
  case DOLEN_VERDICT_NONE:
    break;
  }
  return "";
}

const char *
dolen_band_icon (DolenBand band)
{
  static const char *const icons[] = { "dolen-band-ready-symbolic",
                                       "dolen-band-help-symbolic",
                                       "dolen-band-wait-symbolic",
                                       "dolen-band-unsuitable-symbolic" };

  g_return_val_if_fail (band < DOLEN_N_BANDS, NULL);
  return icons[band];
}

const char *
dolen_band_class (DolenBand band)
{
  static const char *const classes[]
      = { "band-ready", "band-help", "band-wait", "band-unsuitable" };

  g_return_val_if_fail (band < DOLEN_N_BANDS, NULL);
  return classes[band];
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/* Appends what is not blank. */
static void
append (GString *to, const char *between, const char *text)
{
  if (is_blank (text))
    return;
  if (to->len > 0)
    g_string_append (to, between);
  g_string_append (to, text);
}

static const char *
organisation_of (const DolenServiceCard *card, DolenLanguage language)
{
  const char *own = language == DOLEN_LANGUAGE_CY ? card->organisation_cy : card->organisation_en;
  const char *other = language == DOLEN_LANGUAGE_CY ? card->organisation_en : card->organisation_cy;

  return is_blank (own) ? other : own;
}

static char *
other_line (const DolenServiceCard *card, DolenLanguage language, const char *name)
{
  const char *other = dolen_bilingual_peek (&card->name, dolen_language_other (language));
  const char *organisation = organisation_of (card, language);
  GString *line = g_string_new (NULL);

  if (other != NULL && g_strcmp0 (other, name) != 0)
    append (line, BETWEEN, other);
  if (g_strcmp0 (organisation, name) != 0)
    append (line, BETWEEN, organisation);
  return g_string_free (line, FALSE);
}

static char *
cost_of (const DolenServiceCard *card, DolenLanguage language)
{
  g_autofree char *money = NULL;

  if (card->pence == 0)
    /* Translators: in a row of results: it costs nothing. */
    return g_strdup (dolen_text (language, "free"));
  if (card->pence < 0)
    return g_strdup (card->fees);
  money = dolen_sentence_money (card->pence, "GBP");
  return g_steal_pointer (&money);
}

static char *
facts_line (const DolenServiceCard *card, DolenLanguage language, const char *today)
{
  g_autofree char *when = dolen_sentence_when (language, card->schedules, today);
  g_autofree char *cost = cost_of (card, language);
  GString *line = g_string_new (NULL);

  append (line, BETWEEN, dolen_town_name (card->place, language));
  append (line, BETWEEN, when);
  append (line, BETWEEN, cost);
  return g_string_free (line, FALSE);
}

static gboolean
named_closed (const DolenServiceCard *card)
{
  return dolen_name_says_closed (card->name.en) || dolen_name_says_closed (card->name.cy);
}

static char *
capacity_line (const DolenServiceCard *card, DolenLanguage language, const char *today)
{
  g_autofree char *said = dolen_sentence_capacity (language, card->capacity, today);

  if (card->gone_since != NULL)
    /* Translators: in a row of results: the feed it came from lists it no more. */
    return g_strdup (dolen_text (language, "Not in the feed any more: ask whether it still runs"));
  if (card->status == DOLEN_SERVICE_TEMPORARILY_CLOSED)
    /* Translators: in a row of results, of a group. */
    return g_strdup (dolen_text (language, "Closed for now"));
  if (named_closed (card))
    /* Translators: in a row of results, of a group. */
    return g_strdup (
        dolen_text (language, "The name says that it is closed: ask whether it still runs"));
  if (dolen_capacity_is_fresh (card->capacity, today))
    return g_steal_pointer (&said);
  /* Translators: in a row of results; %s is "not known" or "not known; last told: 4 places, March
   * 2026". Lleoedd. */
  return g_strdup_printf (dolen_text (language, "Places: %s"), said);
}

/* "Home visits" may answer two things at once; in a row it is said once. */
static gboolean
is_said (const GPtrArray *chosen, const DolenReason *reason)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_strcmp0 (((const DolenReason *) g_ptr_array_index (chosen, i))->short_text,
                   reason->short_text)
        == 0)
      return TRUE;
  return FALSE;
}

static void
choose (GPtrArray *from, DolenVerdict verdict, guint most, GPtrArray *chosen)
{
  for (guint i = 0; i < from->len && most > 0 && chosen->len < MOST_REASONS; i++) {
    DolenReason *reason = g_ptr_array_index (from, i);

    if (reason == NULL || reason->verdict != verdict || is_blank (reason->short_text)
        || is_said (chosen, reason))
      continue;
    g_ptr_array_index (from, i) = NULL;
    g_ptr_array_add (chosen, reason);
    most--;
  }
}

/* The reasons that matter most: what speaks against it, two for it (known help before more of the
 * same), and one thing to ask. */
static GPtrArray *
choose_reasons (GPtrArray *all)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_reason_free);

  choose (all, DOLEN_VERDICT_NO, 1, chosen);
  choose (all, DOLEN_VERDICT_YES, 1, chosen);
  choose (all, DOLEN_VERDICT_HELPED, 1, chosen);
  if (chosen->len < 2)
    choose (all, DOLEN_VERDICT_YES, 1, chosen);
  choose (all, DOLEN_VERDICT_UNKNOWN, 1, chosen);
  choose (all, DOLEN_VERDICT_YES, 1, chosen);
  return chosen;
}

static void
free_reason (gpointer reason)
{
  if (reason != NULL)
    dolen_reason_free (reason);
}

/* A group was searched by name for somebody: it is in mind, and is told why it is not among the
 * first. */
static char *
why_not (const DolenFinding *finding,
         const DolenFindings *findings,
         const GPtrArray *reasons,
         DolenLanguage language)
{
  char *said = NULL;

  if (findings->ranked && findings->ranking == NULL)
    said = dolen_why_not (findings->facts,
                          findings->profile,
                          (guint) finding->index,
                          finding->place,
                          reasons,
                          language);
  return said;
}

static GPtrArray *
reasons_of (const DolenFinding *finding,
            const DolenFindings *findings,
            DolenLanguage language,
            DolenDistanceUnit unit,
            char **why)
{
  g_autoptr (GPtrArray) all = NULL;

  if (findings == NULL || findings->facts == NULL || finding->index < 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_reason_free);
  all = dolen_reasons_new (
      findings->facts, findings->profile, (guint) finding->index, NULL, language, unit);
  *why = why_not (finding, findings, all, language);
  g_ptr_array_set_free_func (all, free_reason);
  return choose_reasons (all);
}

static char *
spoken_row (const DolenResultText *text, const DolenFinding *finding, DolenLanguage language)
{
  GString *spoken = g_string_new (NULL);

  append (spoken, ". ", text->name);
  if (finding->band < DOLEN_N_BANDS)
    append (spoken, ". ", dolen_band_label (finding->band, language));
  append (spoken, ". ", text->other);
  append (spoken, ". ", text->distance);
  append (spoken, ". ", text->facts);
  append (spoken, ". ", text->capacity);
  append (spoken, ". ", text->why_not);
  for (guint i = 0; i < text->reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (text->reasons, i);
    g_autofree char *said = g_strdup_printf (
        "%s: %s", dolen_verdict_words (reason->verdict, language), reason->short_text);

    append (spoken, ". ", said);
  }
  return g_string_free (spoken, FALSE);
}

/* How far it is: "3 miles"; "somewhere in SY23" where no more is known. */
static char *
distance_of (const DolenFinding *finding,
             const DolenServiceCard *card,
             const DolenFindings *findings,
             DolenLanguage language,
             DolenDistanceUnit unit)
{
  const char *district
      = card == NULL || findings == NULL
            ? NULL
            : dolen_service_card_district (
                card, finding->distance_km, &findings->from, findings->from_postcode);
  double precision = finding->precision_km;

  if (isnan (finding->distance_km))
    return g_strdup ("");
  if (district != NULL)
    precision
        = MAX (precision, dolen_gazetteer_district_km (dolen_gazetteer_get_bundled (), district));
  return dolen_distance_in_district (language, unit, finding->distance_km, precision, district);
}

DolenResultText *
dolen_result_text_new (const DolenFinding *finding,
                       const DolenServiceCard *card,
                       const DolenFindings *findings,
                       DolenLanguage language,
                       DolenDistanceUnit unit,
                       const char *today)
{
  DolenResultText *text = g_new0 (DolenResultText, 1);

  text->reasons = reasons_of (finding, findings, language, unit, &text->why_not);
  if (text->why_not == NULL)
    text->why_not = g_strdup ("");
  text->distance = distance_of (finding, card, findings, language, unit);
  if (card != NULL) {
    text->name = g_strdup (dolen_bilingual_get (&card->name, language));
    text->other = other_line (card, language, text->name);
    text->facts = facts_line (card, language, today);
    text->capacity = capacity_line (card, language, today);
  } else {
    /* Translators: in the place of a group that was removed while the list stood there. */
    text->name = g_strdup (dolen_text (language, "Not there any more"));
    text->other = g_strdup ("");
    text->facts = g_strdup ("");
    text->capacity = g_strdup ("");
  }
  text->spoken = spoken_row (text, finding, language);
  return text;
}
