/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-refer-form.h"

#include "app/dolen-choice-row.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

/* In the order of the enumerations of casework/records/dolen-referral.h. */
static const char *const consents[]
    = { N_ ("Not yet"), N_ ("Yes, they agree"), N_ ("No, they do not"), NULL };
static const char *const givers[] = { N_ ("The person"),
                                      /* Translators: somebody with a lasting power of attorney. */
                                      N_ ("Their attorney"),
                                      N_ ("A best-interests decision"),
                                      NULL };
static const char *const overrides[]
    = { N_ ("No, with consent only"), N_ ("Safeguarding"), N_ ("A life is at risk"), NULL };
static const char *const nexts[] = { N_ ("The group contacts the person"),
                                     N_ ("The person contacts the group"),
                                     N_ ("We contact the group"),
                                     NULL };
static const char *const tolds[]
    = { N_ ("Not yet"), N_ ("By letter"), N_ ("By e-mail"), N_ ("By telephone"), NULL };

static void
set_choices (AdwComboRow *row, const char *const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (gsize i = 0; names[i] != NULL; i++)
    gtk_string_list_append (list, _ (names[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  dolen_choice_row_show_whole (row);
}

void
dolen_refer_form_set_up (const DolenReferForm *form)
{
  set_choices (form->consent, consents);
  set_choices (form->consent_by, givers);
  set_choices (form->override_reason, overrides);
  set_choices (form->next, nexts);
  set_choices (form->told, tolds);
}

static void
set_text (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
set_date (GtkEditable *row, const char *date)
{
  g_autofree char *typed = dolen_typed_date_format (date);

  gtk_editable_set_text (row, typed);
}

void
dolen_refer_form_fill (const DolenReferForm *form, const DolenReferral *referral)
{
  adw_combo_row_set_selected (form->consent, referral->consent);
  adw_combo_row_set_selected (form->consent_by, referral->consent_by);
  set_date (form->consent_on, referral->consent_on);
  adw_combo_row_set_selected (form->override_reason, referral->override);
  adw_expander_row_set_expanded (form->override, referral->override != DOLEN_OVERRIDE_NONE);
  set_text (form->override_note, referral->override_note);
  adw_combo_row_set_selected (form->next, referral->next_contact);
  set_date (form->next_by, referral->next_contact_by);
  gtk_switch_set_active (form->along, referral->going_along);
  adw_combo_row_set_selected (form->told, referral->told);
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

void
dolen_refer_form_read (const DolenReferForm *form, DolenReferral *referral)
{
  referral->consent = (DolenConsent) adw_combo_row_get_selected (form->consent);
  referral->consent_by = (DolenConsentBy) adw_combo_row_get_selected (form->consent_by);
  take (&referral->consent_on, dolen_typed_date_parse (gtk_editable_get_text (form->consent_on)));
  referral->override = DOLEN_OVERRIDE_NONE;
  if (referral->consent != DOLEN_CONSENT_YES)
    referral->override = (DolenOverride) adw_combo_row_get_selected (form->override_reason);
  take (&referral->override_note, dolen_text_clean (gtk_editable_get_text (form->override_note)));
  referral->next_contact = (DolenNextContact) adw_combo_row_get_selected (form->next);
  take (&referral->next_contact_by, dolen_typed_date_parse (gtk_editable_get_text (form->next_by)));
  referral->going_along = gtk_switch_get_active (form->along);
  referral->told = (DolenTold) adw_combo_row_get_selected (form->told);
}

char *
dolen_refer_form_to_json (const DolenReferral *referral)
{
  struct json_object *object = dolen_record_to_json (&dolen_referral_type, referral);
  char *json = g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));

  json_object_put (object);
  return json;
}

static const char *
get_text (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  return json_object_object_get_ex (object, name, &value) ? json_object_get_string (value) : NULL;
}

gboolean
dolen_refer_form_take_json (DolenReferral *referral, const char *json)
{
  struct json_object *object = json_tokener_parse (json);
  gboolean same = g_strcmp0 (get_text (object, "service"), referral->service) == 0
                  && g_strcmp0 (get_text (object, "target"), referral->target) == 0;

  if (same)
    dolen_record_merge_json (&dolen_referral_type, referral, object);
  json_object_put (object);
  return same;
}
