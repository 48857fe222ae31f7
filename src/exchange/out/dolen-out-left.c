/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-left.h"

#include "directory/dolen-sentences.h"

#include <glib/gi18n-lib.h>

#define IN(format) (1u << DOLEN_EXPORT_##format)
#define TABLES (IN (HSDS) | IN (HSDS_CSV))
#define STANDARDS (IN (ORUK3) | TABLES)

typedef struct {
  const DolenService *open;
  const DolenService *stored;
  const DolenOrganisation *organisation; /* (nullable) */
} Of;

/* ---- whether it is known of a service ---- */

static gboolean
for_whom (const Of *of)
{
  return !dolen_bilingual_is_empty (&of->open->eligibility);
}

static gboolean
ages (const Of *of)
{
  return of->open->minimum_age >= 0 || of->open->maximum_age >= 0;
}

static gboolean
gender (const Of *of)
{
  return of->open->gender != NULL;
}

static gboolean
audience (const Of *of)
{
  g_autofree char *labels = dolen_sentence_audience (of->stored->tags);

  return *labels != '\0';
}

/* What a feed calls it by in lists of its own; the program's own list is none of a feed's. */
static gboolean
feed_labels (const Of *of)
{
  for (guint i = 0; i < of->stored->tags->len; i++) {
    const DolenTag *tag = of->stored->tags->pdata[i];
    if (tag->kind == DOLEN_TAG_OTHER && g_strcmp0 (tag->scheme, "dolen") != 0
        && g_strcmp0 (tag->scheme, "audience") != 0
        && g_strcmp0 (tag->scheme, "oruk-eligibility") != 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_tag (const Of *of, gboolean value)
{
  for (guint i = 0; i < of->open->tags->len; i++)
    if (((const DolenTag *) of->open->tags->pdata[i])->value == value)
      return TRUE;
  return FALSE;
}

static gboolean
helps (const Of *of)
{
  return has_tag (of, TRUE);
}

static gboolean
known_no (const Of *of)
{
  return has_tag (of, FALSE);
}

static gboolean
capacity (const Of *of)
{
  const DolenCapacity *newest = dolen_service_current_capacity (of->open);

  return newest != NULL && newest->status != DOLEN_CAPACITY_UNKNOWN;
}

static gboolean
wait (const Of *of)
{
  return of->open->wait_given != NULL;
}

static gboolean
how_to_join (const Of *of)
{
  return !dolen_bilingual_is_empty (&of->open->how_to_join);
}

static gboolean
how_one_comes (const Of *of)
{
  return of->open->access != DOLEN_ACCESS_UNKNOWN;
}

static gboolean
attending (const Of *of)
{
  return of->open->attending != DOLEN_ATTENDING_UNKNOWN;
}

static gboolean
is_both (const DolenBilingual *text)
{
  return text->en != NULL && text->cy != NULL && !g_str_equal (text->en, text->cy);
}

static gboolean
welsh (const Of *of)
{
  return is_both (&of->open->name) || is_both (&of->open->description);
}

static gboolean
closed_days (const Of *of)
{
  for (guint i = 0; i < of->open->schedules->len; i++)
    if (((const DolenSchedule *) of->open->schedules->pdata[i])->closed)
      return TRUE;
  return FALSE;
}

static gboolean
closed_for_now (const Of *of)
{
  return of->open->status == DOLEN_SERVICE_TEMPORARILY_CLOSED;
}

static gboolean
getting_there (const Of *of)
{
  for (guint i = 0; i < of->open->venues->len; i++)
    if (((const DolenVenue *) of->open->venues->pdata[i])->getting_there != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
accessibility (const Of *of)
{
  for (guint i = 0; i < of->open->venues->len; i++)
    if (((const DolenVenue *) of->open->venues->pdata[i])->accessibility->len > 0)
      return TRUE;
  return FALSE;
}

static gboolean
more_places (const Of *of)
{
  return of->open->venues->len > 1;
}

static gboolean
areas (const Of *of)
{
  return of->open->areas != NULL;
}

static gboolean
languages (const Of *of)
{
  return of->open->languages->len > 0;
}

static gboolean
alert (const Of *of)
{
  return of->open->alert != NULL;
}

static gboolean
people (const Of *of)
{
  return of->open->contacts->len > 0;
}

static gboolean
governance (const Of *of)
{
  return of->organisation != NULL
         && (of->organisation->governance != DOLEN_GOVERNANCE_UNKNOWN
             || of->organisation->legal_status != NULL);
}

static gboolean
registrations (const Of *of)
{
  return of->organisation != NULL && of->organisation->registrations->len > 0;
}

static gboolean
organisation_phone (const Of *of)
{
  return of->organisation != NULL && of->organisation->phone != NULL;
}

static gboolean
organisation_words (const Of *of)
{
  return of->organisation != NULL
         && (!dolen_bilingual_is_empty (&of->organisation->description)
             || of->organisation->url != NULL || of->organisation->email != NULL);
}

static gboolean
welsh_more (const Of *of)
{
  return is_both (&of->open->eligibility)
         || (of->organisation != NULL && is_both (&of->organisation->name))
         || (of->open->venues->len > 0
             && is_both (&((const DolenVenue *) of->open->venues->pdata[0])->name));
}

/* From when until when, of times that come again. */
static gboolean
times_dates (const Of *of)
{
  for (guint i = 0; i < of->open->schedules->len; i++) {
    const DolenSchedule *schedule = of->open->schedules->pdata[i];
    gboolean again = schedule->freq != NULL && schedule->dtstart != NULL;

    if (!schedule->closed
        && (again || schedule->valid_from != NULL || schedule->valid_to != NULL
            || schedule->until != NULL))
      return TRUE;
  }
  return FALSE;
}

/* Beside the amounts. */
static gboolean
cost_words (const Of *of)
{
  return of->open->costs->len > 0 && of->open->fees != NULL;
}

static gboolean
places_more (const Of *of)
{
  const DolenCapacity *newest = dolen_service_current_capacity (of->open);

  return newest != NULL
         && (newest->places_total >= 0
             || (newest->source != DOLEN_TOLD_BY_UNKNOWN && newest->source != DOLEN_TOLD_BY_FEED));
}

/* ---- what has a place for it ---- */

static const struct {
  const char *code;
  const char *label; /* Translators: in a list of what an export leaves out. */
  gboolean (*is_known) (const Of *of);
  guint formats; /* that have a place for it */
} FACTS[DOLEN_N_OUT_FACTS] = {
  [DOLEN_OUT_FOR_WHOM] = { "for-whom", NC_ ("left out", "for whom"), for_whom, TABLES | IN (CSV) },
  [DOLEN_OUT_AGES] = { "ages", NC_ ("left out", "ages"), ages, STANDARDS | IN (CSV) },
  [DOLEN_OUT_GENDER] = { "gender", NC_ ("left out", "women or men only"), gender, IN (HSDS) },
  [DOLEN_OUT_AUDIENCE]
  = { "audience", NC_ ("left out", "for whom, as labels of a feed say"), audience, 0 },
  [DOLEN_OUT_FEED_LABELS]
  = { "feed-labels", NC_ ("left out", "categories of a feed"), feed_labels, 0 },
  [DOLEN_OUT_HELPS]
  = { "what-helps", NC_ ("left out", "interests and what helps"), helps, STANDARDS },
  [DOLEN_OUT_KNOWN_NO]
  = { "known-no", NC_ ("left out", "what it is known not to have"), known_no, IN (HSDS) },
  [DOLEN_OUT_CAPACITY]
  = { "capacity", NC_ ("left out", "places free"), capacity, IN (HSDS) | IN (CSV) },
  [DOLEN_OUT_WAIT] = { "wait", NC_ ("left out", "the wait, in words"), wait, TABLES },
  [DOLEN_OUT_HOW_TO_JOIN]
  = { "how-to-join", NC_ ("left out", "how to join"), how_to_join, TABLES | IN (CSV) },
  [DOLEN_OUT_HOW_ONE_COMES] = { "how-one-comes",
                                NC_ ("left out", "drop in, appointment or referral"),
                                how_one_comes,
                                IN (HSDS) },
  [DOLEN_OUT_ATTENDING]
  = { "attending", NC_ ("left out", "by telephone, online or at home"), attending, IN (HSDS) },
  [DOLEN_OUT_WELSH]
  = { "welsh", NC_ ("left out", "Welsh beside English"), welsh, TABLES | IN (GEOJSON) | IN (CSV) },
  [DOLEN_OUT_CLOSED_DAYS]
  = { "closed-days", NC_ ("left out", "days on which it is closed"), closed_days, IN (HSDS) },
  [DOLEN_OUT_CLOSED_FOR_NOW]
  = { "closed-for-now", NC_ ("left out", "closed for now"), closed_for_now, STANDARDS },
  [DOLEN_OUT_GETTING_THERE]
  = { "getting-there", NC_ ("left out", "how to get there"), getting_there, TABLES },
  [DOLEN_OUT_ACCESSIBILITY] = { "accessibility",
                                NC_ ("left out", "access for disabled people"),
                                accessibility,
                                STANDARDS | IN (CSV) },
  [DOLEN_OUT_MORE_PLACES] = { "more-places",
                              NC_ ("left out", "all places but the first"),
                              more_places,
                              STANDARDS | IN (GEOJSON) },
  [DOLEN_OUT_AREAS] = { "areas", NC_ ("left out", "areas it serves"), areas, STANDARDS },
  [DOLEN_OUT_LANGUAGES]
  = { "languages", NC_ ("left out", "languages"), languages, STANDARDS | IN (CSV) },
  [DOLEN_OUT_ALERT] = { "alert", NC_ ("left out", "notices"), alert, STANDARDS },
  [DOLEN_OUT_PEOPLE]
  = { "people", NC_ ("left out", "names of people to ask for"), people, STANDARDS },
  [DOLEN_OUT_GOVERNANCE]
  = { "governance", NC_ ("left out", "what kind of body it is"), governance, TABLES },
  [DOLEN_OUT_REGISTRATIONS]
  = { "registrations", NC_ ("left out", "charity and company numbers"), registrations, STANDARDS },
  [DOLEN_OUT_ORGANISATION_PHONE] = { "organisation-phone",
                                     NC_ ("left out", "the organisation’s telephone"),
                                     organisation_phone,
                                     TABLES },
  [DOLEN_OUT_ORGANISATION_WORDS]
  = { "organisation-words",
      NC_ ("left out", "what the organisation says of itself, its e-mail and website"),
      organisation_words,
      STANDARDS },
  [DOLEN_OUT_WELSH_MORE]
  = { "welsh-more",
      NC_ ("left out", "Welsh beside English of for whom, organisation and place"),
      welsh_more,
      TABLES },
  [DOLEN_OUT_TIMES_DATES] = { "times-dates",
                              NC_ ("left out", "from when until when its times hold"),
                              times_dates,
                              STANDARDS },
  [DOLEN_OUT_COST_WORDS] = { "cost-words",
                             NC_ ("left out", "the cost in words beside the amounts"),
                             cost_words,
                             STANDARDS },
  [DOLEN_OUT_PLACES_MORE] = { "places-more",
                              NC_ ("left out", "how many places in all, and who told it"),
                              places_more,
                              IN (HSDS) },
};

gboolean
dolen_out_fact_has_place (DolenOutFact fact, DolenExportFormat format)
{
  return (FACTS[fact].formats & (1u << format)) != 0;
}

const char *
dolen_out_fact_code (DolenOutFact fact)
{
  return FACTS[fact].code;
}

const char *
dolen_out_fact_label (DolenOutFact fact, DolenLanguage language)
{
  return dolen_ctext (language, "left out", FACTS[fact].label);
}

void
dolen_out_count_left (DolenExportFormat format,
                      const DolenService *open,
                      const DolenService *stored,
                      const DolenOrganisation *organisation,
                      guint *left_out)
{
  const Of of = { open, stored, organisation };

  for (guint fact = 0; fact < DOLEN_N_OUT_FACTS; fact++)
    if (!dolen_out_fact_has_place ((DolenOutFact) fact, format) && FACTS[fact].is_known (&of))
      left_out[fact]++;
}

/* The most first. */
static DolenOutFact
next_most (const DolenExportReport *report, guint *done)
{
  DolenOutFact most = DOLEN_N_OUT_FACTS;

  for (guint fact = 0; fact < DOLEN_N_OUT_FACTS; fact++)
    if (!(*done & (1u << fact)) && report->left_out[fact] > 0
        && (most == DOLEN_N_OUT_FACTS || report->left_out[fact] > report->left_out[most]))
      most = (DolenOutFact) fact;
  if (most != DOLEN_N_OUT_FACTS)
    *done |= 1u << most;
  return most;
}

char *
dolen_export_on_no_map (const DolenExportReport *report, DolenLanguage language)
{
  guint n = report->without_position;

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      /* Translators: after an export of a map; counts services (gwasanaeth, masc.). */
      dolen_ntext (language,
                   "%u of these services has no position that somebody gave, and is on no map.",
                   "%u of these services have no position that somebody gave, and are on no map.",
                   n),
      n);
}

char *
dolen_export_left_out (const DolenExportReport *report, DolenLanguage language)
{
  g_autoptr (GString) list = g_string_new (NULL);
  DolenOutFact fact;
  guint done = 0;

  while ((fact = next_most (report, &done)) != DOLEN_N_OUT_FACTS) {
    guint n = report->left_out[fact];

    if (list->len > 0)
      g_string_append (list, ", ");
    g_string_append_printf (
        list,
        /* Translators: in a list of what an export left out: a kind of fact,
         * and of how many services (gwasanaeth, masc.) it is known. */
        dolen_ntext (language, "%1$s (%2$u service)", "%1$s (%2$u services)", n),
        dolen_out_fact_label (fact, language),
        n);
  }
  if (list->len == 0)
    return NULL;
  /* Translators: after an export: "for whom (135 services), places free (40 services)" follows. */
  return g_strdup_printf (
      dolen_text (language, "Known here, and left out because this form has no place for it: %s."),
      list->str);
}
