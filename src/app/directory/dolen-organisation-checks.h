/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-frame.h"
#include "app/directory/dolen-listing-form.h"
#include "directory/dolen-assurance-account.h"

G_BEGIN_DECLS

/** dolen_organisation_checks_add: policies and checks of an organisation: the plain account, then
 *  each check that is called for or was recorded, with a form; the others unfold. */
void dolen_organisation_checks_add (DolenListingFrame *frame, GtkBox *box);

/* ---- the form of one check, without a widget ---- */

/** dolen_check_fields: of a DolenAssurance. */
const DolenListingField *dolen_check_fields (void);
/** dolen_check_read: (transfer full): @check: (nullable): nobody asked yet. */
DolenListingValues *dolen_check_read (const DolenAssurance *check);
/** dolen_check_write: (transfer full) (nullable): NULL: nobody asked. */
DolenAssurance *dolen_check_write (const char *what, const DolenListingValues *values);
char *dolen_check_problem (const DolenListingValues *values, const char *key);
gboolean dolen_check_shows (const DolenListingValues *values, const char *key);
/** dolen_check_tell: (transfer full): how one stands: "Seen, to: 3 May 2027". */
char *dolen_check_tell (const DolenAssuranceLine *line, DolenLanguage language);

G_END_DECLS
