/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-referral.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The rows of the referral form and what stands in them: filling them from a draft and reading them
 * back. The window owns the rows; this knows what their choices mean.
 */
typedef struct {
  AdwComboRow *consent;
  AdwComboRow *consent_by;
  GtkEditable *consent_on;
  AdwExpanderRow *override;
  AdwComboRow *override_reason;
  GtkEditable *override_note;
  AdwComboRow *next;
  GtkEditable *next_by;
  GtkSwitch *along;
  AdwComboRow *told;
} DolenReferForm;

/** dolen_refer_form_set_up: puts the choices into the combo rows. */
void dolen_refer_form_set_up (const DolenReferForm *form);

/** dolen_refer_form_fill: shows @referral. */
void dolen_refer_form_fill (const DolenReferForm *form, const DolenReferral *referral);

/** dolen_refer_form_read: writes what stands in the rows into @referral. */
void dolen_refer_form_read (const DolenReferForm *form, DolenReferral *referral);

/** dolen_refer_form_to_json: (transfer full): @referral for a draft that is being typed. */
char *dolen_refer_form_to_json (const DolenReferral *referral);

/** dolen_refer_form_take_json: puts what such a draft holds into @referral; FALSE where it is about
 *  another service or cannot be read. */
gboolean dolen_refer_form_take_json (DolenReferral *referral, const char *json);

G_END_DECLS
