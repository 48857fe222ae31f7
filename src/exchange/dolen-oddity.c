/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-oddity.h"

#include <glib/gi18n-lib.h>

/* Translators: the sentences below stand in the report of an import, each beside how often it was
 * met. "Record" is one service or organisation of a feed, as it stands in the file. */
typedef struct {
  const char *code;
  const char *text;
} Row;

/* clang-format off */
static const Row ODDITIES[] = {
  [DOLEN_ODDITY_AGE_UNKNOWN] = { "age-unknown",
    N_ ("An age such as -1 or 999: read as not known") },
  [DOLEN_ODDITY_AMOUNT_NOT_A_NUMBER] = { "amount-not-a-number",
    N_ ("A price in words: kept in words") },
  [DOLEN_ODDITY_ASSURED_IS_EDIT] = { "assured-equals-modified",
    N_ ("Checked on the very day it was edited: counted as an edit, not as a check") },
  [DOLEN_ODDITY_CAPACITY_IMPOSSIBLE] = { "capacity-impossible",
    N_ ("More places free than there are: left out") },
  [DOLEN_ODDITY_DATE_UNREADABLE] = { "date-unreadable",
    N_ ("A date that is none: left out") },
  [DOLEN_ODDITY_DELETED_RECORD] = { "deleted-record",
    N_ ("A record the feed calls deleted: passed over") },
  [DOLEN_ODDITY_DUPLICATE_ID] = { "duplicate-id",
    N_ ("The same id twice: the fuller record was taken") },
  [DOLEN_ODDITY_EMAIL_UNREADABLE] = { "email-unreadable",
    N_ ("An e-mail address that is none: left out") },
  [DOLEN_ODDITY_EMPTY_TEXT] = { "empty-text",
    N_ ("An empty field: read as not given") },
  [DOLEN_ODDITY_HTML] = { "html",
    N_ ("Web markup in a text: turned into plain text") },
  [DOLEN_ODDITY_HTML_REFUSED] = { "html-refused",
    N_ ("A text with too much or hostile markup: left out") },
  [DOLEN_ODDITY_ID_NOT_UUID] = { "id-not-uuid",
    N_ ("An id that is not a UUID: taken as it is") },
  [DOLEN_ODDITY_NO_ID] = { "no-id",
    N_ ("A record without an id: known by its name") },
  [DOLEN_ODDITY_NO_NAME] = { "no-name",
    N_ ("A service without a name: named after its organisation or its first words") },
  [DOLEN_ODDITY_NO_ORGANISATION] = { "no-organisation",
    N_ ("A service without an organisation") },
  [DOLEN_ODDITY_OFF_LIST_VALUE] = { "off-list-value",
    N_ ("A value that is not on the standard’s list: read as far as it is understood") },
  [DOLEN_ODDITY_ORGANISATION_DIFFERS] = { "organisation-differs",
    N_ ("One organisation told in two ways: the first was taken") },
  [DOLEN_ODDITY_PERSONAL_MAILBOX] = { "personal-mailbox",
    N_ ("A mailbox that looks like a person’s own: kept out of hand-outs") },
  [DOLEN_ODDITY_PHONE_LABEL] = { "phone-label",
    N_ ("Words in a telephone number: the number was taken") },
  [DOLEN_ODDITY_PHONE_UNREADABLE] = { "phone-unreadable",
    N_ ("A telephone number that is none: left out") },
  [DOLEN_ODDITY_PLACEHOLDER_EMAIL] = { "placeholder-email",
    N_ ("An e-mail address that only fills the field: left out") },
  [DOLEN_ODDITY_PLACEHOLDER_URL] = { "placeholder-url",
    N_ ("A web address that only fills the field: left out") },
  [DOLEN_ODDITY_POSITION_IMPOSSIBLE] = { "position-impossible",
    N_ ("Coordinates that are no place: left out") },
  [DOLEN_ODDITY_POSTCODE_UNREADABLE] = { "postcode-unreadable",
    N_ ("A postcode that is none: left out") },
  [DOLEN_ODDITY_REPEATED_KEY] = { "repeated-key",
    N_ ("A field twice in one record: the last was taken") },
  [DOLEN_ODDITY_TIME_ZONE_MISSING] = { "time-zone-missing",
    N_ ("A time without its zone: read as UK time") },
  [DOLEN_ODDITY_URL_UNREADABLE] = { "url-unreadable",
    N_ ("A web address that is none: left out") },
  [DOLEN_ODDITY_URL_WITHOUT_SCHEME] = { "url-without-scheme",
    N_ ("A web address without http: completed") },
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
