/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-oddity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Translators: the sentences below stand in the report of an import, each beside how often it was
 * met. "Record" is one service or organisation of a feed, as it stands in the file. */
typedef struct {
  const char *code;
  const char *text;
  DolenOddityGroup group;
} Row;

/* clang-format off */
static const Row ODDITIES[] = {
  [DOLEN_ODDITY_AGE_UNKNOWN] = { "age-unknown",
    N_ ("An age such as -1 or 999: read as not known"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_AMOUNT_NOT_A_NUMBER] = { "amount-not-a-number",
    N_ ("A price in words: kept in words"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_ASSURED_IS_EDIT] = { "assured-equals-modified",
    N_ ("Checked on the very day it was edited: counted as an edit, not as a check"),
    DOLEN_ODDITY_OF_FORM },
  [DOLEN_ODDITY_CAPACITY_IMPOSSIBLE] = { "capacity-impossible",
    N_ ("More places free than there are: left out"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_DATE_UNREADABLE] = { "date-unreadable",
    N_ ("A date that is none: left out"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_DELETED_RECORD] = { "deleted-record",
    N_ ("A record the feed calls deleted: passed over"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_DUPLICATE_ID] = { "duplicate-id",
    N_ ("The same id twice: the fuller record was taken"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_EMAIL_UNREADABLE] = { "email-unreadable",
    N_ ("An e-mail address that is none: left out"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_EMPTY_TEXT] = { "empty-text",
    N_ ("An empty field: read as not given"),
    DOLEN_ODDITY_OF_FORM },
  [DOLEN_ODDITY_HTML] = { "html",
    N_ ("Web markup in a text: turned into plain text"),
    DOLEN_ODDITY_OF_FORM },
  [DOLEN_ODDITY_HTML_REFUSED] = { "html-refused",
    N_ ("A text with too much or hostile markup: left out"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_ID_NOT_UUID] = { "id-not-uuid",
    N_ ("An id that is not a UUID: taken as it is"),
    DOLEN_ODDITY_OF_FORM },
  [DOLEN_ODDITY_NAME_SAYS_CLOSED] = { "name-says-closed",
    N_ ("The name says that it is closed, and the status does not: suggested to nobody as open"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_NO_ID] = { "no-id",
    N_ ("A record without an id: known by its name"),
    DOLEN_ODDITY_OF_FORM },
  [DOLEN_ODDITY_NO_NAME] = { "no-name",
    N_ ("A service without a name: named after its organisation or its first words"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_NO_ORGANISATION] = { "no-organisation",
    N_ ("A service without an organisation"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_OFF_LIST_VALUE] = { "off-list-value",
    N_ ("A value that is not on the standard’s list: read as far as it is understood"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_ORGANISATION_DIFFERS] = { "organisation-differs",
    N_ ("One organisation told in two ways: the first was taken"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_PERSONAL_MAILBOX] = { "personal-mailbox",
    N_ ("A mailbox that looks like a person’s own: kept out of hand-outs"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_PHONE_LABEL] = { "phone-label",
    N_ ("Words in a telephone number: the number was taken"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_PHONE_UNREADABLE] = { "phone-unreadable",
    N_ ("A telephone number that is none: left out"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_PHONE_WITHOUT_ZERO] = { "phone-without-zero",
    N_ ("A telephone number without its first 0: the 0 was put back"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_PLACEHOLDER_EMAIL] = { "placeholder-email",
    N_ ("An e-mail address that only fills the field: left out"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_PLACEHOLDER_URL] = { "placeholder-url",
    N_ ("A web address that only fills the field: left out"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_POSITION_IMPOSSIBLE] = { "position-impossible",
    N_ ("Coordinates that are no place: left out"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_POSTCODE_PARTIAL] = { "postcode-partial",
    N_ ("Only part of a postcode: its district was taken, and the place is known no better"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_POSTCODE_UNREADABLE] = { "postcode-unreadable",
    N_ ("A postcode that is none: left out"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_REPEATED_KEY] = { "repeated-key",
    N_ ("A field twice in one record: the last was taken"),
    DOLEN_ODDITY_READ },
  [DOLEN_ODDITY_STATUS_UNKNOWN] = { "status-unknown",
    N_ ("A status that is not understood: stays listed as running"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_TIME_ZONE_MISSING] = { "time-zone-missing",
    N_ ("A time without its zone: read as UK time"),
    DOLEN_ODDITY_OF_FORM },
  [DOLEN_ODDITY_TIMES_UNREADABLE] = { "times-unreadable",
    N_ ("Times that could not be read: kept in words, and not known to suggestions"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_URL_UNREADABLE] = { "url-unreadable",
    N_ ("A web address that is none: left out"),
    DOLEN_ODDITY_TO_MEND },
  [DOLEN_ODDITY_URL_WITHOUT_SCHEME] = { "url-without-scheme",
    N_ ("A web address without http: completed"),
    DOLEN_ODDITY_OF_FORM },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (ODDITIES) == DOLEN_N_ODDITIES);

const char *
dolen_oddity_code (DolenOddity oddity)
{
  return ODDITIES[oddity].code;
}

const char *
dolen_oddity_text (DolenOddity oddity, DolenLanguage language)
{
  return dolen_text (language, ODDITIES[oddity].text);
}

void
dolen_oddities_add (DolenOddities *oddities, DolenOddity oddity)
{
  if (oddities)
    oddities->count[oddity]++;
}

G_STATIC_ASSERT (DOLEN_N_ODDITIES <= 64);

guint64
dolen_oddities_since (const DolenOddities *before, const DolenOddities *now)
{
  guint64 bits = 0;

  for (guint kind = 0; kind < DOLEN_N_ODDITIES; kind++)
    if (now->count[kind] > before->count[kind])
      bits |= G_GUINT64_CONSTANT (1) << kind;
  return bits;
}

void
dolen_oddities_codes (guint64 bits, const char **codes)
{
  guint n = 0;

  for (guint kind = 0; kind < DOLEN_N_ODDITIES; kind++)
    if (bits & (G_GUINT64_CONSTANT (1) << kind))
      codes[n++] = ODDITIES[kind].code;
  codes[n] = NULL;
}

/* ---- most useful first ---- */

DolenOddityGroup
dolen_oddity_group (DolenOddity oddity)
{
  return ODDITIES[oddity].group;
}

const char *
dolen_oddity_group_title (DolenOddityGroup group, DolenLanguage language)
{
  switch (group) {
  case DOLEN_ODDITY_TO_MEND:
    /* Translators: heading in the report of an import, over what a person can mend. */
    return dolen_ctext (language, "import report", "To put right");
  case DOLEN_ODDITY_READ:
    /* Translators: heading in the report of an import. */
    return dolen_ctext (language, "import report", "Read as what it means");
  case DOLEN_ODDITY_OF_FORM:
  case DOLEN_N_ODDITY_GROUPS:
  default:
    /* Translators: heading in the report of an import: nothing but the way it was written. */
    return dolen_ctext (language, "import report", "Only how it is written");
  }
}

const char *
dolen_oddity_group_note (DolenOddityGroup group, DolenLanguage language)
{
  switch (group) {
  case DOLEN_ODDITY_TO_MEND:
    return dolen_text (
        language,
        "Something was left out or is in doubt. What belongs to one listing stands in the queue.");
  case DOLEN_ODDITY_READ:
    return dolen_text (language, "Nothing to do, unless it was meant otherwise.");
  case DOLEN_ODDITY_OF_FORM:
  case DOLEN_N_ODDITY_GROUPS:
  default:
    return dolen_text (language, "Nothing was lost. Whoever publishes the feed could mend it.");
  }
}

static gboolean
comes_before (const DolenOddities *oddities, DolenOddity a, DolenOddity b)
{
  if (ODDITIES[a].group != ODDITIES[b].group)
    return ODDITIES[a].group < ODDITIES[b].group;
  return oddities->count[a] < oddities->count[b];
}

guint
dolen_oddities_sort (const DolenOddities *oddities, DolenOddity *order)
{
  guint n = 0;

  for (guint kind = 0; kind < DOLEN_N_ODDITIES; kind++) {
    guint at = n;
    if (!oddities->count[kind])
      continue;
    for (; at > 0 && comes_before (oddities, kind, order[at - 1]); at--)
      order[at] = order[at - 1];
    order[at] = kind;
    n++;
  }
  return n;
}

/* ---- examples ---- */

#define GIVEN_CHARACTERS 80

static void
example_free (gpointer data)
{
  DolenOddityExample *example = data;

  g_free (example->record);
  g_free (example->field);
  g_free (example->given);
  g_free (example->where);
  g_free (example);
}

void
dolen_oddity_examples_init (DolenOddityExamples *examples)
{
  *examples = (DolenOddityExamples){ 0 };
  examples->list = g_ptr_array_new_with_free_func (example_free);
}

void
dolen_oddity_examples_clear (DolenOddityExamples *examples)
{
  g_clear_pointer (&examples->list, g_ptr_array_unref);
}

gboolean
dolen_oddity_examples_want (const DolenOddityExamples *examples, DolenOddity kind)
{
  return examples->list && examples->count[kind] < DOLEN_ODDITY_EXAMPLES;
}

static char *
shorten (const char *given)
{
  g_autofree char *start = NULL;

  if (!given || g_utf8_strlen (given, -1) <= GIVEN_CHARACTERS)
    return g_strdup (given);
  start = g_utf8_substring (given, 0, GIVEN_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

void
dolen_oddity_examples_add (DolenOddityExamples *examples,
                           DolenOddity kind,
                           const char *record,
                           const char *field,
                           const char *given)
{
  DolenOddityExample *example;

  if (!dolen_oddity_examples_want (examples, kind))
    return;
  examples->count[kind]++;
  example = g_new0 (DolenOddityExample, 1);
  example->kind = kind;
  example->record = shorten (record);
  example->field = g_strdup (field);
  example->given = shorten (given);
  example->where = examples->where ? examples->where (examples->data) : g_strdup ("");
  g_ptr_array_add (examples->list, example);
}

char *
dolen_oddity_example_say (const DolenOddityExample *example, DolenLanguage language)
{
  const char *record = example->record ? example->record : "?";

  if (example->field && example->given)
    /* Translators: what was odd in a feed: name of a service, name of a field, what stood in it,
     * and where: "Band: phone “ring Gwen” (feed.json, record 3)". */
    return g_strdup_printf (dolen_text (language, "%1$s: %2$s “%3$s” (%4$s)"),
                            record,
                            example->field,
                            example->given,
                            example->where);
  if (example->field)
    /* Translators: name of a service, name of a field, and where: "Band: fees (feed.json, record
     * 3)". */
    return g_strdup_printf (
        dolen_text (language, "%1$s: %2$s (%3$s)"), record, example->field, example->where);
  /* Translators: name of a service, and where: "Band (feed.json, record 3)". */
  return g_strdup_printf (dolen_text (language, "%1$s (%2$s)"), record, example->where);
}
