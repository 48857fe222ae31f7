/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dolen-app-test.h"

G_BEGIN_DECLS

/* What the tests of casework in the window share: case records, people, a small directory. */

#define DOLEN_TEST_PASSPHRASE "tair dafad ddu ar y bryn"
/* A name nobody has, to be looked for on the disk and in window titles. */
#define DOLEN_TEST_CANARY "Zerubbabel Quintavalle"
#define DOLEN_TEST_CALLED "Mrs Quintavalle"

/** dolen_people_test_window: (transfer none): a window with open, empty case records (cheapest
 *  cost). @folder: (nullable): the profile. */
DolenWindow *dolen_people_test_window (const char *folder);

/** dolen_people_test_unlock: opens the case records again. */
void dolen_people_test_unlock (DolenWindow *window);

/** dolen_people_test_add_person: (transfer full): uid of the canary. */
char *dolen_people_test_add_person (DolenWindow *window);

/** dolen_people_test_add_service: (transfer full): uid of "Clwb Cinio Glan-yr-afon". */
char *dolen_people_test_add_service (DolenWindow *window);

/** dolen_people_test_send: (transfer full): uid of a referral of @person that was sent today. */
char *dolen_people_test_send (DolenWindow *window, const char *person, const char *service);

/** dolen_people_test_dialog: (nullable): the dialog that is open over @window. */
GtkWidget *dolen_people_test_dialog (DolenWindow *window);

/** dolen_people_test_act: an action of the shown page. @target: (nullable) (transfer floating). */
void dolen_people_test_act (DolenWindow *window, const char *action, GVariant *target);

/** dolen_people_test_caseload: (transfer none). */
DolenCaseload *dolen_people_test_caseload (DolenWindow *window);

/** dolen_people_test_days_later: moves the clock of Dolen. */
void dolen_people_test_days_later (int days);

/** dolen_people_test_unfold: opens every fold of the page that is shown. */
void dolen_people_test_unfold (DolenWindow *window);

G_END_DECLS
