/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-facts.h"

#include "base/dolen-text.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"

#include <glib/gi18n.h>
#include <string.h>

void
dolen_detail_fact_free (DolenDetailFact *fact)
{
  if (fact == NULL)
    return;
  g_free (fact->text);
  g_free (fact->note);
  g_free (fact->uri);
  g_free (fact);
}

/* Facts come as pieces of sentences; here each begins a line. An address stays as it is. */
static char *
begin_line (char *text)
{
  g_autofree char *given = text;
  char first[7] = "";

  if (dolen_text_is_empty (given))
    return g_steal_pointer (&given);
  first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (given)), first)] = '\0';
  return g_strconcat (first, g_utf8_next_char (given), NULL);
}

DolenDetailFact *
dolen_detail_add (DolenDetailWriter *writer, DolenDetailPart part, char *text, char *note)
{
  static DolenDetailFact ignored;
  DolenDetailFact *fact;

  if (dolen_text_is_empty (text)) {
    g_free (text);
    g_free (note);
    ignored = (DolenDetailFact){ 0 };
    return &ignored;
  }
  fact = g_new0 (DolenDetailFact, 1);
  fact->part = part;
  fact->text = part == DOLEN_DETAIL_CONTACT ? text : begin_line (text);
  fact->note = dolen_text_is_empty (note) ? (g_free (note), NULL) : begin_line (note);
  g_ptr_array_add (writer->facts, fact);
  return fact;
}

const char *
dolen_detail_part_title (DolenDetailPart part, DolenLanguage language)
{
  switch (part) {
  case DOLEN_DETAIL_WHEN:
    /* Translators: headings of what is known of a group. */
    return dolen_text (language, "When and where");
  case DOLEN_DETAIL_PLACES:
    return dolen_text (language, "Places and wait");
  case DOLEN_DETAIL_WHO:
    return dolen_text (language, "Who it is for");
  case DOLEN_DETAIL_COST:
    return dolen_text (language, "What it costs");
  case DOLEN_DETAIL_HELPS:
    return dolen_text (language, "What helps");
  case DOLEN_DETAIL_LANGUAGES:
    return dolen_text (language, "Languages");
  case DOLEN_DETAIL_CONTACT:
    return dolen_text (language, "Contact");
  case DOLEN_DETAIL_FUNDING:
    return dolen_text (language, "Funding");
  case DOLEN_DETAIL_CHECKS:
    return dolen_text (language, "Form and registrations");
  case DOLEN_DETAIL_ABOUT:
    return dolen_text (language, "In their words");
  case DOLEN_DETAIL_TAGS:
    return dolen_text (language, "What it is found under");
  case DOLEN_DETAIL_SOURCE:
    return dolen_text (language, "Where this comes from");
  case DOLEN_DETAIL_HISTORY:
  case DOLEN_N_DETAILS:
    break;
  }
  return dolen_text (language, "Latest changes");
}

char *
dolen_detail_governance (const DolenOrganisation *organisation, DolenLanguage language)
{
  const char *sentence;

  if (organisation == NULL)
    return g_strdup ("");
  sentence = dolen_sentence_governance (language, organisation->governance);
  if (*sentence == '\0' && organisation->legal_status != NULL)
    return g_strdup (organisation->legal_status);
  return g_strdup (sentence);
}

static gboolean
has_scheme (const char *text, const char *scheme)
{
  gsize n = strlen (scheme);

  return g_ascii_strncasecmp (text, scheme, n) == 0 && text[n] == ':';
}

static char *
telephone_uri (const char *text)
{
  g_autoptr (GString) digits = g_string_new ("tel:");

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || (*p == '+' && digits->len == 4))
      g_string_append_c (digits, *p);
  return digits->len > 6 ? g_strdup (digits->str) : NULL;
}

char *
dolen_detail_uri (const char *text, const char *scheme)
{
  static const char *const safe[] = { "http", "https", "mailto", "tel" };
  const char *colon;

  if (dolen_text_is_empty (text) || strpbrk (text, " \t\n<>\"") != NULL)
    return text != NULL && g_str_equal (scheme, "tel") ? telephone_uri (text) : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (safe); i++)
    if (has_scheme (text, safe[i]))
      return g_strdup (text);
  if (g_str_equal (scheme, "tel"))
    return telephone_uri (text);
  if (g_str_equal (scheme, "mailto"))
    return strchr (text, '@') != NULL && strchr (text, ':') == NULL
               ? g_strconcat ("mailto:", text, NULL)
               : NULL;
  /* "javascript:" and the like are no host with a port. */
  colon = strchr (text, ':');
  if (strchr (text, '.') == NULL || (colon != NULL && !g_ascii_isdigit (colon[1])))
    return NULL;
  return g_strconcat ("https://", text, NULL);
}

/* ---- who, cost, what helps, languages ---- */

static char *
age_of (const DolenDetailWriter *writer, DolenFact fact)
{
  return dolen_fact_age_text (writer->language, writer->from->service, fact, writer->from->today);
}

static char *
gender_text (DolenLanguage language, const char *gender)
{
  if (gender == NULL)
    return NULL;
  if (g_str_equal (gender, "female"))
    /* Translators: whom a group is for. */
    return g_strdup (dolen_text (language, "For women"));
  if (g_str_equal (gender, "male"))
    return g_strdup (dolen_text (language, "For men"));
  return g_strdup (gender);
}

static void
write_who (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;
  DolenLanguage language = writer->language;
  g_autofree char *areas = g_strdup (service->areas);
  const char *join = dolen_bilingual_get (&service->how_to_join, language);
  g_autofree char *audience = dolen_sentence_audience (service->tags);

  dolen_detail_add (writer,
                    DOLEN_DETAIL_WHO,
                    dolen_sentence_ages (language, service->minimum_age, service->maximum_age),
                    NULL);
  dolen_detail_add (writer, DOLEN_DETAIL_WHO, gender_text (language, service->gender), NULL);
  dolen_detail_add (writer,
                    DOLEN_DETAIL_WHO,
                    g_strdup (dolen_bilingual_get (&service->eligibility, language)),
                    age_of (writer, DOLEN_FACT_DESCRIPTION));
  if (*audience != '\0')
    dolen_detail_add (writer,
                      DOLEN_DETAIL_WHO,
                      g_strdup (audience),
                      /* Translators: beneath labels ("Carers, Veterans") that a feed gives a group.
                       */
                      g_strdup (dolen_text (language, "as the feed says")));
  if (*join != '\0')
    /* Translators: how one comes to a group; its own words follow. */
    dolen_detail_add (writer,
                      DOLEN_DETAIL_WHO,
                      g_strdup_printf (dolen_text (language, "How to join: %s"), join),
                      NULL);
  if (!dolen_text_is_empty (areas)) {
    g_strdelimit (areas, "\n", ',');
    /* Translators: names of areas follow. */
    dolen_detail_add (writer,
                      DOLEN_DETAIL_WHO,
                      g_strdup_printf (dolen_text (language, "For people in: %s"), areas),
                      NULL);
  }
}

static char *
read_from (const DolenDetailWriter *writer, const DolenTag *tag)
{
  DolenLanguage language = writer->language;

  if (tag->state == DOLEN_TAG_CONFIRMED)
    /* Translators: beneath a word a group is found under: somebody has confirmed it. */
    return g_strdup (dolen_text (language, "confirmed"));
  if (!dolen_text_is_empty (tag->words))
    /* Translators: beneath a word a group is found under; %s are the group's own words. */
    return g_strdup_printf (dolen_text (language, "read from “%s”"), tag->words);
  return tag->tagger == 0 ? g_strdup (dolen_text (language, "said in the listing"))
                          : g_strdup (dolen_text (language, "read from what it says of itself"));
}

static DolenTermKind
kind_of_tag (DolenTagKind kind)
{
  static const DolenTermKind kinds[]
      = { DOLEN_TERM_INTEREST, DOLEN_TERM_NEED, DOLEN_TERM_ENABLER, DOLEN_TERM_N_KINDS };

  return kinds[kind];
}

static const char *
tag_label (const DolenDetailWriter *writer, const DolenTag *tag)
{
  const DolenTerm *term = NULL;

  if (kind_of_tag (tag->kind) != DOLEN_TERM_N_KINDS)
    term = dolen_vocabulary_by_code (writer->from->vocabulary, kind_of_tag (tag->kind), tag->code);
  return term != NULL ? dolen_term_label (term, writer->language) : tag->code;
}

static void
write_enabler (DolenDetailWriter *writer, const DolenTag *tag)
{
  const char *label = tag_label (writer, tag);
  DolenDetailFact *fact;

  if (tag->value) {
    fact = dolen_detail_add (writer, DOLEN_DETAIL_HELPS, g_strdup (label), read_from (writer, tag));
    fact->icon = "dolen-verdict-yes-symbolic";
    return;
  }
  /* Translators: a known no; what a group does not have follows: "No: Step-free". */
  fact = dolen_detail_add (writer,
                           DOLEN_DETAIL_HELPS,
                           g_strdup_printf (dolen_text (writer->language, "No: %s"), label),
                           read_from (writer, tag));
  fact->icon = "dolen-verdict-no-symbolic";
}

static void
write_helps (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;

  for (int value = TRUE; value >= FALSE; value--)
    for (guint i = 0; i < service->tags->len; i++) {
      const DolenTag *tag = g_ptr_array_index (service->tags, i);
      if (tag->kind == DOLEN_TAG_ENABLER && tag->state != DOLEN_TAG_REJECTED && tag->value == value)
        write_enabler (writer, tag);
    }
  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, i);

    for (guint j = 0; j < venue->accessibility->len; j++)
      dolen_detail_add (writer,
                        DOLEN_DETAIL_HELPS,
                        g_strdup (g_ptr_array_index (venue->accessibility, j)),
                        age_of (writer, DOLEN_FACT_ACCESS));
  }
}

static void
write_languages (DolenDetailWriter *writer)
{
  const GPtrArray *offered = writer->from->service->languages;

  for (guint i = 0; i < offered->len; i++) {
    const DolenLanguageOffered *language = g_ptr_array_index (offered, i);
    dolen_detail_add (writer,
                      DOLEN_DETAIL_LANGUAGES,
                      dolen_sentence_language (writer->language, language->code, language->name),
                      g_strdup (language->note));
  }
}

/* What the program notes for itself (when a listing was read, ages and the like taken from it,
 * which stand where they belong) is no word a group is found under. */
static gboolean
is_internal (const DolenTag *tag)
{
  return tag->kind == DOLEN_TAG_OTHER && g_strcmp0 (tag->scheme, "dolen") == 0;
}

static void
write_tags (DolenDetailWriter *writer)
{
  const GPtrArray *tags = writer->from->service->tags;

  for (guint i = 0; i < tags->len; i++) {
    const DolenTag *tag = g_ptr_array_index (tags, i);
    if (tag->kind != DOLEN_TAG_ENABLER && tag->state != DOLEN_TAG_REJECTED && tag->value
        && !is_internal (tag))
      dolen_detail_add (
          writer, DOLEN_DETAIL_TAGS, g_strdup (tag_label (writer, tag)), read_from (writer, tag));
  }
}

void
dolen_detail_write_offer (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;

  write_who (writer);
  dolen_detail_add (writer,
                    DOLEN_DETAIL_COST,
                    dolen_sentence_costs (writer->language, service->costs, service->fees),
                    age_of (writer, DOLEN_FACT_COST));
  write_helps (writer);
  write_languages (writer);
  write_tags (writer);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const DolenDetailFact *x = *(const DolenDetailFact *const *) a;
  const DolenDetailFact *y = *(const DolenDetailFact *const *) b;

  return (int) x->part - (int) y->part;
}

GPtrArray *
dolen_detail_facts_new (const DolenDetailSource *source)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_detail_fact_free);
  DolenDetailWriter writer = { source, source->language, facts };

  dolen_detail_write_when (&writer);
  dolen_detail_write_offer (&writer);
  dolen_detail_write_contact (&writer);
  dolen_detail_write_record (&writer);
  g_ptr_array_sort (facts, compare_parts);
  return facts;
}
