/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-fields.h"

#include "base/dolen-regex.h"
#include "language/dolen-welsh.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What a field is called, and by which headings it is known: whole headings, folded, with signs as
 * blanks; Welsh and English side by side. */
static const struct {
  const char *code;
  const char *label;
  const char *headings; /* "|" between them */
} FIELDS[DOLEN_N_CSV_FIELDS] = {
  [DOLEN_CSV_SKIP] = { "skip", N_ ("Leave out"), "" },
  [DOLEN_CSV_ID]
  = { "id",
      N_ ("Reference number"),
      "id|ref|reference|ref no|reference number|uid|uuid|record id|"
      "listing id|service id|group id|unique id|unique reference|rhif|cyfeirnod|cyf|rhif cyf" },
  [DOLEN_CSV_NAME]
  = { "name",
      N_ ("Name of the group"),
      "name|group|group name|name of group|activity|activity name|name of activity|"
      "service|service name|name of service|title|project|project name|club|club name|"
      "event|event name|class|session|session name|listing|listing name|enw|"
      "enw r grwp|enw grwp|grwp|enw r gwasanaeth|enw gwasanaeth|gwasanaeth|teitl|"
      "gweithgaredd|enw r gweithgaredd|enw r clwb|clwb|prosiect|public name" },
  [DOLEN_CSV_NAME_CY]
  = { "name-cy", N_ ("Name in Welsh"), "enw cymraeg|welsh name|enw yn gymraeg|enw yn y gymraeg" },
  [DOLEN_CSV_ORGANISATION]
  = { "organisation",
      N_ ("Organisation"),
      "organisation|organization|org|organisation name|organization name|org name|name of organisation|"
      "provider|provider name|run by|delivered by|lead organisation|organiser|host|charity|charity name|"
      "agency|agency name|company|parent organisation|sefydliad|enw r sefydliad|enw sefydliad|mudiad|"
      "enw r mudiad|darparwr|elusen|rhedir gan|trefnydd" },
  [DOLEN_CSV_ORGANISATION_CY] = { "organisation-cy", N_ ("Organisation in Welsh"), "" },
  [DOLEN_CSV_DESCRIPTION]
  = { "description",
      N_ ("Description"),
      "description|about|details|summary|what|what we do|what they do|information|further information|"
      "overview|service description|activity description|what is it|about us|about the group|"
      "disgrifiad|manylion|gwybodaeth|crynodeb|ynglyn a|amdanom ni|beth|notes on service" },
  [DOLEN_CSV_DESCRIPTION_CY]
  = { "description-cy", N_ ("Description in Welsh"), "disgrifiad cymraeg|welsh description" },
  [DOLEN_CSV_CATEGORY]
  = { "category",
      N_ ("Kind of activity"),
      "category|categories|type|type of activity|activity type|service type|theme|themes|"
      "tags|keywords|subject|categori|categoriau|math|math o weithgaredd|thema|allweddeiriau|sector" },
  [DOLEN_CSV_VENUE]
  = { "venue",
      N_ ("Name of the place"),
      "venue|venue name|location|location name|place|where|building|hall|site|meeting place|"
      "lleoliad|enw r lleoliad|ble|man cyfarfod|adeilad|neuadd" },
  [DOLEN_CSV_ADDRESS]
  = { "address",
      N_ ("Address"),
      "address|full address|address line|address 1|address 2|address 3|address1|address2|"
      "address3|address line 1|address line 2|address line 3|addr|street|street address|"
      "venue address|postal address|cyfeiriad|cyfeiriad 1|cyfeiriad 2|cyfeiriad 3|stryd" },
  [DOLEN_CSV_TOWN]
  = { "town",
      N_ ("Town or village"),
      "town|city|village|town city|town or city|post town|locality|tref|pentref|dinas|tref pentref" },
  [DOLEN_CSV_COUNTY] = { "county", N_ ("County"), "county|sir|local authority|awdurdod lleol" },
  [DOLEN_CSV_POSTCODE]
  = { "postcode",
      N_ ("Postcode"),
      "postcode|post code|postal code|zip|pcode|venue postcode|cod post|codpost|cod" },
  [DOLEN_CSV_LATITUDE] = { "latitude", N_ ("Latitude"), "latitude|lat|lledred" },
  [DOLEN_CSV_LONGITUDE] = { "longitude", N_ ("Longitude"), "longitude|long|lng|lon|hydred" },
  [DOLEN_CSV_PHONE]
  = { "phone",
      N_ ("Telephone"),
      "phone|telephone|tel|phone number|telephone number|tel no|phone no|contact number|"
      "contact phone|contact telephone|mobile|mobile number|landline|ffon|rhif ffon|teleffon|"
      "rhif cyswllt|symudol|ffon symudol" },
  [DOLEN_CSV_EMAIL] = { "email",
                        N_ ("E-mail"),
                        "email|e mail|email address|e mail address|contact email|mail|ebost|e bost|"
                        "cyfeiriad ebost|cyfeiriad e bost" },
  [DOLEN_CSV_WEBSITE]
  = { "website",
      N_ ("Website"),
      "website|web|url|web site|web address|web page|webpage|link|site url|homepage|facebook|"
      "facebook page|social media|gwefan|dolen|tudalen we|cyfeiriad gwe|gwefan facebook" },
  [DOLEN_CSV_CONTACT]
  = { "contact",
      N_ ("Person to ask for"),
      "contact|contact name|contact person|name of contact|main contact|coordinator|co ordinator|"
      "leader|group leader|secretary|cyswllt|enw cyswllt|enw r cyswllt|person cyswllt|cydlynydd|"
      "arweinydd|ysgrifennydd" },
  [DOLEN_CSV_DAYS]
  = { "days",
      N_ ("Days, or days and times"),
      "day|days|day s|when|day and time|day time|days and times|days times|day s and time s|"
      "day of week|meeting day|meets|schedule|timetable|opening hours|opening times|hours|"
      "dates and times|date and time|times and days|day of the week|dydd|dyddiau|diwrnod|diwrnodau|"
      "pryd|dydd ac amser|diwrnod ac amser|dyddiau ac amseroedd|oriau agor|amserlen" },
  [DOLEN_CSV_TIMES]
  = { "times",
      N_ ("Times"),
      "time|times|time s|session time|session times|meeting time|amser|amserau|amseroedd" },
  [DOLEN_CSV_STARTS]
  = { "starts",
      N_ ("Starts at"),
      "start|starts|start time|from|time from|opens|opens at|amser dechrau|dechrau|o|agor" },
  [DOLEN_CSV_ENDS]
  = { "ends",
      N_ ("Ends at"),
      "end|ends|end time|finish|finish time|to|until|time to|closes|closes at|amser gorffen|"
      "gorffen|diwedd|tan|cau" },
  [DOLEN_CSV_FREQUENCY]
  = { "frequency", N_ ("How often"), "frequency|how often|occurs|recurrence|amlder|pa mor aml" },
  [DOLEN_CSV_MONDAY] = { "monday", N_ ("Monday"), "monday|mon|dydd llun|llun" },
  [DOLEN_CSV_TUESDAY] = { "tuesday", N_ ("Tuesday"), "tuesday|tue|tues|dydd mawrth|mawrth" },
  [DOLEN_CSV_WEDNESDAY] = { "wednesday", N_ ("Wednesday"), "wednesday|wed|dydd mercher|mercher" },
  [DOLEN_CSV_THURSDAY] = { "thursday", N_ ("Thursday"), "thursday|thu|thur|thurs|dydd iau|iau" },
  [DOLEN_CSV_FRIDAY] = { "friday", N_ ("Friday"), "friday|fri|dydd gwener|gwener" },
  [DOLEN_CSV_SATURDAY] = { "saturday", N_ ("Saturday"), "saturday|sat|dydd sadwrn|sadwrn" },
  [DOLEN_CSV_SUNDAY] = { "sunday", N_ ("Sunday"), "sunday|sun|dydd sul|sul" },
  [DOLEN_CSV_COST]
  = { "cost",
      N_ ("Cost"),
      "cost|costs|price|prices|fee|fees|charge|charges|how much|admission|cost of activity|"
      "cost gbp|cost per session|cost £|pris|prisiau|tal|ffi|ffioedd|costau|faint" },
  [DOLEN_CSV_AGES]
  = { "ages",
      N_ ("Ages"),
      "age|ages|age range|age group|age groups|ages catered for|oed|oedran|oedrannau|ystod oedran|"
      "grwp oedran" },
  [DOLEN_CSV_AGE_FROM]
  = { "age-from",
      N_ ("Lowest age"),
      "minimum age|min age|age from|from age|lowest age|oedran isaf|isafswm oed" },
  [DOLEN_CSV_AGE_TO]
  = { "age-to",
      N_ ("Highest age"),
      "maximum age|max age|age to|to age|highest age|oedran uchaf|uchafswm oed" },
  [DOLEN_CSV_FOR_WHOM]
  = { "for-whom",
      N_ ("For whom"),
      "for whom|who for|who is it for|who its for|who it is for|who|eligibility|eligibility criteria|audience|target group|"
      "target audience|suitable for|who can attend|client group|criteria|ar gyfer|i bwy|"
      "ar gyfer pwy|cymhwysedd|cynulleidfa|addas ar gyfer|pwy" },
  [DOLEN_CSV_FOR_WHOM_CY] = { "for-whom-cy", N_ ("For whom, in Welsh"), "" },
  [DOLEN_CSV_HOW_TO_JOIN]
  = { "how-to-join",
      N_ ("How to join"),
      "how to join|how to access|referral|referral route|referral process|referrals|booking|"
      "booking details|how to book|how to refer|access|joining|application process|"
      "sut i ymuno|sut i gyfeirio|archebu|atgyfeirio|sut i archebu" },
  [DOLEN_CSV_HOW_TO_JOIN_CY] = { "how-to-join-cy", N_ ("How to join, in Welsh"), "" },
  [DOLEN_CSV_ACCESS]
  = { "accessibility",
      N_ ("Access"),
      "accessibility|wheelchair access|wheelchair|wheelchair accessible|accessible|disabled access|"
      "step free|step free access|parking|hearing loop|facilities|accessible toilet|disabled toilet|"
      "hygyrchedd|mynediad|mynediad cadair olwyn|parcio|cadair olwyn|hygyrch" },
  [DOLEN_CSV_LANGUAGES]
  = { "languages",
      N_ ("Languages"),
      "language|languages|languages spoken|language of group|language of delivery|welsh|"
      "welsh speaking|welsh language|bilingual|iaith|ieithoedd|cymraeg|iaith y grwp|dwyieithog" },
  [DOLEN_CSV_AREA]
  = { "area",
      N_ ("Area served"),
      "area|area served|area covered|areas covered|areas|service area|coverage|catchment|region|"
      "district|ward|ardal|ardaloedd|ardal a wasanaethir|rhanbarth" },
  [DOLEN_CSV_CHARITY]
  = { "charity-number",
      N_ ("Charity number"),
      "charity number|charity no|registered charity number|registered charity|registered charity no|"
      "charity reg no|charity registration number|rhif elusen|rhif elusen gofrestredig" },
  [DOLEN_CSV_COMPANY]
  = { "company-number",
      N_ ("Company number"),
      "company number|company no|companies house number|company registration number|rhif cwmni|"
      "company reg no" },
  [DOLEN_CSV_STATUS]
  = { "status",
      N_ ("Running or closed"),
      "status|active|is active|still active|running|is running|still running|currently running|"
      "running or closed|current status|statws|cyflwr|actif|yn rhedeg|yn weithredol|ar waith" },
  [DOLEN_CSV_CHECKED_ON]
  = { "checked-on",
      N_ ("Checked on"),
      "last checked|checked on|date checked|last updated|updated|date updated|last verified|"
      "verified|last reviewed|reviewed|date modified|last modified|gwiriwyd|gwiriwyd ar|dyddiad gwirio|"
      "diweddarwyd|dyddiad diweddaru" },
  [DOLEN_CSV_PLACES]
  = { "places",
      N_ ("Places and waiting time"),
      "places|places free|places available|spaces|availability|capacity|waiting list|waiting time|"
      "lleoedd|lleoedd ar gael|rhestr aros|amser aros" },
  [DOLEN_CSV_TOLD_ON] = { "told-on",
                          N_ ("Day on which the places were told"),
                          "told on|places told on|places as of|as of|hysbyswyd ar|dywedwyd ar" },
  /* Never guessed of less than these words: a "yes" is one to somebody and to something. */
  [DOLEN_CSV_GIVEN_OUT]
  = { "may-be-given-out",
      N_ ("May be given out: yes or no"),
      "may be given out|can be given out|contact may be given out|contact can be given out|"
      "gellir ei roi i eraill|gellir ei roi|gellir rhoi r cyswllt i eraill" },
  /* Known in our own spreadsheet alone: organisations of a table are known by their names. */
  [DOLEN_CSV_ORGANISATION_ID]
  = { "organisation-id", N_ ("Reference number of the organisation"), "" },
};

/* Words within a longer heading, the surest first. */
static const struct {
  const char *word;
  DolenCsvField field;
} WORDS[] = {
  { "postcode", DOLEN_CSV_POSTCODE },
  { "post code", DOLEN_CSV_POSTCODE },
  { "cod post", DOLEN_CSV_POSTCODE },
  { "charity n", DOLEN_CSV_CHARITY },
  { "charity reg", DOLEN_CSV_CHARITY },
  { "rhif elusen", DOLEN_CSV_CHARITY },
  { "company n", DOLEN_CSV_COMPANY },
  { "rhif cwmni", DOLEN_CSV_COMPANY },
  { "e mail", DOLEN_CSV_EMAIL },
  { "email", DOLEN_CSV_EMAIL },
  { "ebost", DOLEN_CSV_EMAIL },
  { "e bost", DOLEN_CSV_EMAIL },
  { "telephone", DOLEN_CSV_PHONE },
  { "phone", DOLEN_CSV_PHONE },
  { "mobile", DOLEN_CSV_PHONE },
  { "ffon", DOLEN_CSV_PHONE },
  { "website", DOLEN_CSV_WEBSITE },
  { "web address", DOLEN_CSV_WEBSITE },
  { "gwefan", DOLEN_CSV_WEBSITE },
  { "wheelchair", DOLEN_CSV_ACCESS },
  { "accessib", DOLEN_CSV_ACCESS },
  { "hygyrch", DOLEN_CSV_ACCESS },
  { "organisation", DOLEN_CSV_ORGANISATION },
  { "organization", DOLEN_CSV_ORGANISATION },
  { "sefydliad", DOLEN_CSV_ORGANISATION },
  { "description", DOLEN_CSV_DESCRIPTION },
  { "disgrifiad", DOLEN_CSV_DESCRIPTION },
  { "contact name", DOLEN_CSV_CONTACT },
  { "contact person", DOLEN_CSV_CONTACT },
  { "cyswllt", DOLEN_CSV_CONTACT },
  { "address", DOLEN_CSV_ADDRESS },
  { "cyfeiriad", DOLEN_CSV_ADDRESS },
  { "venue", DOLEN_CSV_VENUE },
  { "lleoliad", DOLEN_CSV_VENUE },
  { "cost", DOLEN_CSV_COST },
  { "price", DOLEN_CSV_COST },
  { "age range", DOLEN_CSV_AGES },
  { "age group", DOLEN_CSV_AGES },
  { "eligib", DOLEN_CSV_FOR_WHOM },
  { "days", DOLEN_CSV_DAYS },
  { "opening", DOLEN_CSV_DAYS },
  { "oriau", DOLEN_CSV_DAYS },
  { "categor", DOLEN_CSV_CATEGORY },
  { "type of", DOLEN_CSV_CATEGORY },
  { "group name", DOLEN_CSV_NAME },
  { "activity name", DOLEN_CSV_NAME },
  { "service name", DOLEN_CSV_NAME },
  { "name of", DOLEN_CSV_NAME },
  { "enw", DOLEN_CSV_NAME },
};

const char *
dolen_csv_field_code (DolenCsvField field)
{
  return FIELDS[field].code;
}

gboolean
dolen_csv_field_from_code (const char *code, DolenCsvField *field)
{
  for (int i = 0; code && i < DOLEN_N_CSV_FIELDS; i++)
    if (strcmp (FIELDS[i].code, code) == 0) {
      *field = i;
      return TRUE;
    }
  return FALSE;
}

const char *
dolen_csv_field_label (DolenCsvField field, DolenLanguage language)
{
  return dolen_text (language, FIELDS[field].label);
}

gboolean
dolen_csv_field_may_repeat (DolenCsvField field)
{
  switch (field) {
  case DOLEN_CSV_SKIP:
  case DOLEN_CSV_DESCRIPTION:
  case DOLEN_CSV_DESCRIPTION_CY:
  case DOLEN_CSV_CATEGORY:
  case DOLEN_CSV_ADDRESS:
  case DOLEN_CSV_PHONE:
  case DOLEN_CSV_DAYS:
  case DOLEN_CSV_TIMES:
  case DOLEN_CSV_COST:
  case DOLEN_CSV_FOR_WHOM:
  case DOLEN_CSV_HOW_TO_JOIN:
  case DOLEN_CSV_ACCESS:
  case DOLEN_CSV_LANGUAGES:
  case DOLEN_CSV_AREA:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Lower case, no diacritics, signs as single blanks. */
static char *
plain_heading (const char *header)
{
  g_autofree char *folded = dolen_welsh_fold (header);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = folded; *c; c++) {
    if (g_ascii_isalnum (*c) || (*c & 0x80))
      g_string_append_c (plain, *c);
    else if (plain->len && plain->str[plain->len - 1] != ' ')
      g_string_append_c (plain, ' ');
  }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

/* Takes a word that names a language from either end of the heading. */
static gboolean
take_language (char *heading, const char *const *words)
{
  for (; *words; words++) {
    gsize length = strlen (*words), all = strlen (heading);
    if (all <= length + 1)
      continue;
    if (strncmp (heading, *words, length) == 0 && heading[length] == ' ') {
      memmove (heading, heading + length + 1, all - length);
      return TRUE;
    }
    if (heading[all - length - 1] == ' ' && strcmp (heading + all - length, *words) == 0) {
      heading[all - length - 1] = 0;
      return TRUE;
    }
  }
  return FALSE;
}

static DolenCsvField
whole_heading (const char *heading)
{
  gsize length = strlen (heading);

  for (int i = 0; i < DOLEN_N_CSV_FIELDS && length > 0; i++)
    for (const char *at = FIELDS[i].headings; at; at = strchr (at, '|')) {
      at += *at == '|';
      if (strncmp (at, heading, length) == 0 && (at[length] == '|' || at[length] == 0))
        return i;
    }
  return DOLEN_CSV_SKIP;
}

static DolenCsvField
in_welsh (DolenCsvField field)
{
  switch (field) {
  case DOLEN_CSV_NAME:
    return DOLEN_CSV_NAME_CY;
  case DOLEN_CSV_ORGANISATION:
    return DOLEN_CSV_ORGANISATION_CY;
  case DOLEN_CSV_DESCRIPTION:
    return DOLEN_CSV_DESCRIPTION_CY;
  case DOLEN_CSV_FOR_WHOM:
    return DOLEN_CSV_FOR_WHOM_CY;
  case DOLEN_CSV_HOW_TO_JOIN:
    return DOLEN_CSV_HOW_TO_JOIN_CY;
  default:
    return DOLEN_CSV_SKIP;
  }
}

/* "Group / Grŵp": one of the halves says it. */
static DolenCsvField
half_heading (const char *header)
{
  g_auto (GStrv) halves = g_strsplit_set (header, "/|", -1);
  DolenCsvField field = DOLEN_CSV_SKIP;

  for (guint i = 0; halves[i] && halves[1] && field == DOLEN_CSV_SKIP; i++) {
    g_autofree char *half = plain_heading (halves[i]);
    field = whole_heading (half);
  }
  return field;
}

/* "Venue & postcode", "Address (including postcode)": the place, in which the postcode is found. */
static DolenCsvField
place_with_postcode (const char *header)
{
  static GRegex *kept;
  g_autofree char *folded = dolen_welsh_fold (header);
  GRegex *form = dolen_regex_once (
      &kept,
      "^\\s*(?:post ?code|ch?od ?post)\\s*(?:&|\\+|,|/|and|a|ac)\\s+(?P<place>\\w.*)$"
      "|^(?P<place>.*?)[\\s(]*(?:&|\\+|,|/|\\band\\b|\\bac?\\b|\\bwith\\b|\\binc(?:l|luding)?\\b\\.?|"
      "\\bgan gynnwys\\b)\\s*(?:the |y |r )?(?:post ?code|ch?od ?post)\\s*\\)?\\s*$",
      G_REGEX_DUPNAMES);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *place = NULL, *plain = NULL;
  DolenCsvField field;

  if (!g_regex_match (form, folded, 0, &match))
    return DOLEN_CSV_SKIP;
  place = g_match_info_fetch_named (match, "place");
  plain = plain_heading (place ? place : "");
  field = whole_heading (plain);
  return field == DOLEN_CSV_VENUE || field == DOLEN_CSV_ADDRESS ? field : DOLEN_CSV_SKIP;
}

DolenCsvField
dolen_csv_field_beside_postcode (const char *header)
{
  g_autofree char *heading = plain_heading (header);
  DolenCsvField field = place_with_postcode (header);

  if (field == DOLEN_CSV_SKIP && g_str_has_suffix (heading, " postcode")) {
    heading[strlen (heading) - strlen (" postcode")] = '\0';
    field = whole_heading (heading);
  }
  return field == DOLEN_CSV_VENUE || field == DOLEN_CSV_ADDRESS ? field : DOLEN_CSV_SKIP;
}

DolenCsvField
dolen_csv_field_guess (const char *header, int *certainty)
{
  static const char *const WELSH[]
      = { "in welsh", "yn gymraeg", "welsh", "cymraeg", "gymraeg", "cym", "cy", NULL };
  static const char *const ENGLISH[]
      = { "in english", "yn saesneg", "english", "saesneg", "eng", "en", NULL };
  g_autofree char *heading = plain_heading (header);
  DolenCsvField field = place_with_postcode (header);
  gboolean welsh = FALSE;

  *certainty = 2;
  if (field == DOLEN_CSV_SKIP)
    field = whole_heading (heading);
  if (field == DOLEN_CSV_SKIP) {
    welsh = take_language (heading, WELSH);
    if (!welsh)
      take_language (heading, ENGLISH);
    field = whole_heading (heading);
  }
  if (field == DOLEN_CSV_SKIP)
    field = half_heading (header);
  for (gsize i = 0; i < G_N_ELEMENTS (WORDS) && field == DOLEN_CSV_SKIP; i++)
    if (strstr (heading, WORDS[i].word)) {
      field = WORDS[i].field;
      *certainty = 1;
    }
  if (welsh)
    field = in_welsh (field);
  if (field == DOLEN_CSV_SKIP)
    *certainty = 0;
  return field;
}
