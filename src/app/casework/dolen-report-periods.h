/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * The days a report tells of: four quarters, and two financial years. Only what is over: numbers
 * that still grow would be handed out twice.
 */
#define DOLEN_REPORT_PERIODS 6

typedef struct {
  char *from[DOLEN_REPORT_PERIODS]; /* (owned) civil dates; the newest quarter first */
  char *to[DOLEN_REPORT_PERIODS];
} DolenReportPeriods;

void dolen_report_periods_init (DolenReportPeriods *periods);
void dolen_report_periods_clear (DolenReportPeriods *periods);

/** dolen_report_periods_add: adds the field "period" to choose one. */
void dolen_report_periods_add (const DolenReportPeriods *periods, DolenSmallForm *form);

/** DolenReportSave: writes the file @path of the numbers of @from to @to, the log first; FALSE with
 * @error where that was not possible. */
typedef gboolean (*DolenReportSave) (
    DolenSession *session, const char *path, const char *from, const char *to, GError **error);

/**
 * dolen_report_periods_save_as:
 * @what: DOLEN_EXPORT_NUMBERS or DOLEN_EXPORT_GAPS
 * @name: proposed for the file, without days and ending: letters and hyphens
 *
 * Asks for a place for the numbers of the period chosen and has @save write them there. FALSE with
 * @error where they may not be handed out.
 */
gboolean dolen_report_periods_save_as (const DolenReportPeriods *periods,
                                       DolenSmallForm *form,
                                       const char *what,
                                       const char *name,
                                       DolenReportSave save,
                                       GError **error);

G_END_DECLS
