/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenCsvField: what a column of a table may hold. Kept in settings and given on the command line
 *  by its code. */
typedef enum {
  DOLEN_CSV_SKIP, /* not read */
  DOLEN_CSV_ID,
  DOLEN_CSV_NAME, /* of the group or activity */
  DOLEN_CSV_NAME_CY,
  DOLEN_CSV_ORGANISATION,
  DOLEN_CSV_ORGANISATION_CY,
  DOLEN_CSV_DESCRIPTION,
  DOLEN_CSV_DESCRIPTION_CY,
  DOLEN_CSV_CATEGORY,
  DOLEN_CSV_VENUE,
  DOLEN_CSV_ADDRESS,
  DOLEN_CSV_TOWN,
  DOLEN_CSV_COUNTY,
  DOLEN_CSV_POSTCODE,
  DOLEN_CSV_LATITUDE,
  DOLEN_CSV_LONGITUDE,
  DOLEN_CSV_PHONE,
  DOLEN_CSV_EMAIL,
  DOLEN_CSV_WEBSITE,
  DOLEN_CSV_CONTACT,
  DOLEN_CSV_DAYS, /* days, or days and times in one text */
  DOLEN_CSV_TIMES,
  DOLEN_CSV_STARTS,
  DOLEN_CSV_ENDS,
  DOLEN_CSV_FREQUENCY,
  DOLEN_CSV_MONDAY, /* a column a day, with times or a tick in it */
  DOLEN_CSV_TUESDAY,
  DOLEN_CSV_WEDNESDAY,
  DOLEN_CSV_THURSDAY,
  DOLEN_CSV_FRIDAY,
  DOLEN_CSV_SATURDAY,
  DOLEN_CSV_SUNDAY,
  DOLEN_CSV_COST,
  DOLEN_CSV_AGES,
  DOLEN_CSV_AGE_FROM,
  DOLEN_CSV_AGE_TO,
  DOLEN_CSV_FOR_WHOM,
  DOLEN_CSV_FOR_WHOM_CY,
  DOLEN_CSV_HOW_TO_JOIN,
  DOLEN_CSV_HOW_TO_JOIN_CY,
  DOLEN_CSV_ACCESS, /* step-free, parking, hearing loop */
  DOLEN_CSV_LANGUAGES,
  DOLEN_CSV_AREA,
  DOLEN_CSV_CHARITY,
  DOLEN_CSV_COMPANY,
  DOLEN_CSV_STATUS,
  DOLEN_CSV_CHECKED_ON,
  DOLEN_CSV_PLACES,    /* places and waiting time, in words */
  DOLEN_CSV_TOLD_ON,   /* the day on which these were told */
  DOLEN_CSV_GIVEN_OUT, /* whether the person to ask for said yes to that */
  DOLEN_CSV_ORGANISATION_ID,
  DOLEN_N_CSV_FIELDS
} DolenCsvField;

/** dolen_csv_field_code: "name", "name-cy", "postcode" ... */
const char *dolen_csv_field_code (DolenCsvField field);

/** dolen_csv_field_from_code: FALSE where no field is called that. */
gboolean dolen_csv_field_from_code (const char *code, DolenCsvField *field);

/** dolen_csv_field_label: what it is called, in the language asked for. */
const char *dolen_csv_field_label (DolenCsvField field, DolenLanguage language);

/** dolen_csv_field_may_repeat: whether several columns may hold it (lines of an address). */
gboolean dolen_csv_field_may_repeat (DolenCsvField field);

/**
 * dolen_csv_field_guess:
 * @header: the heading of a column, in English or Welsh
 * @certainty: (out): 2 the heading is a word for the field, 1 it holds one, 0 nothing is known
 *
 * Returns: the field, DOLEN_CSV_SKIP where the heading says nothing
 */
DolenCsvField dolen_csv_field_guess (const char *header, int *certainty);

/** dolen_csv_field_beside_postcode: what the heading of a column of postcodes says of the place:
 *  DOLEN_CSV_VENUE ("Venue postcode"), DOLEN_CSV_ADDRESS or DOLEN_CSV_SKIP. */
DolenCsvField dolen_csv_field_beside_postcode (const char *header);

G_END_DECLS
