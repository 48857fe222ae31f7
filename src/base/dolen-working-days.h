/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Working days: Monday to Friday without the bank holidays of one nation of the United Kingdom
 * (data/casework/bank-holidays.json). In a year the file does not know only weekends are skipped.
 */
typedef enum {
  DOLEN_NATION_ENGLAND_AND_WALES,
  DOLEN_NATION_SCOTLAND,
  DOLEN_NATION_NORTHERN_IRELAND,
  DOLEN_N_NATIONS
} DolenNation;

/** dolen_nation_code: "england-and-wales", "scotland", "northern-ireland", as gov.uk names them. */
const char *dolen_nation_code (DolenNation nation);

/** dolen_nation_from_code: England and Wales for a code that is not known. */
DolenNation dolen_nation_from_code (const char *code);

/** dolen_nation_current, _set_current: whose bank holidays this scheme keeps; a setting of the
 *  scheme, England and Wales until it is set. */
DolenNation dolen_nation_current (void);
void dolen_nation_set_current (DolenNation nation);

/** dolen_date_is_working_day: of a valid @date. */
gboolean dolen_date_is_working_day (const char *date, DolenNation nation);

/** dolen_date_add_working_days: (transfer full): the @days-th working day after @date (before it
 *  where @days is negative); @date itself, whatever day it is, for 0. */
char *dolen_date_add_working_days (const char *date, int days, DolenNation nation);

/** dolen_date_count_working_days: how many working days lie after @from, up to and with @to; 0
 * where one is not valid or @to is not later. */
int dolen_date_count_working_days (const char *from, const char *to, DolenNation nation);

G_END_DECLS
