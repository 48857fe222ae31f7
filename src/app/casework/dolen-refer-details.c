/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-refer-details.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

struct _DolenReferDetails {
  void (*changed) (gpointer);
  gpointer data;
  gboolean filling;
  GtkWidget *missing; /* a box of labels */
  GtkWidget *need;
  GtkWidget *risk;
  GtkWidget *risk_text;
  GtkWidget *until;
  GtkWidget *told; /* switches */
  GtkWidget *absence;
  GtkWidget *volunteers;
  GtkWidget *may_return;
  GtkWidget *outcomes;
  GtkWidget *cost;
  GtkWidget *cost_text;
  GtkWidget *payer;
};

/* In the order of the rows' lists; the first is "not settled". */
static const char *const return_codes[] = { NULL, "yes", "ask", "no" };
static const char *const outcome_codes[] = { NULL, "yes", "no" };
static const char *const payer_codes[] = { NULL, "person", "scheme", "group", "other" };

static void
on_changed (DolenReferDetails *self)
{
  if (!self->filling)
    self->changed (self->data);
}

/* ---- rows ---- */

static GtkWidget *
add_entry (DolenReferDetails *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (group, row);
  return row;
}

static GtkWidget *
add_choice (DolenReferDetails *self,
            AdwPreferencesGroup *group,
            const char *title,
            const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  dolen_choice_row_show_whole (ADW_COMBO_ROW (row));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (group, row);
  return row;
}

static GtkWidget *
add_switch (DolenReferDetails *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (group, row);
  return toggle;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

static void
add_good_referral (DolenReferDetails *self, AdwPreferencesGroup *group)
{
  const char *const risks[]
      = { _ ("Not decided"), _ ("None known"), _ ("Shared"), _ ("Not needed there"), NULL };
  const char *const returns[]
      = { _ ("Not settled"), _ ("Yes"), _ ("They ask us first"), _ ("No"), NULL };
  const char *const outcomes[] = { _ ("Not settled"), _ ("Yes"), _ ("No"), NULL };

  self->need = add_entry (self, group, _ ("What they would like, worked out together"));
  self->risk = add_choice (self, group, _ ("Risks"), risks);
  self->risk_text = add_entry (self, group, _ ("What the group is told of the risk"));
  self->until = add_entry (self, group, _ ("We stay involved until (day/month/year)"));
  self->told = add_switch (self, group, _ ("They know that we shall ask how it goes"));
  self->may_return = add_choice (self, group, _ ("May they come back later"), returns);
  self->absence = add_switch (self, group, _ ("The group tells us if they do not come"));
  self->outcomes = add_choice (self, group, _ ("Are outcomes shared"), outcomes);
  self->volunteers = add_switch (self, group, _ ("Run by volunteers: they are asked again later"));
  self->missing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_margin_top (self->missing, 6);
  adw_preferences_group_add (group, self->missing);
}

static void
add_money (DolenReferDetails *self, AdwPreferencesGroup *group)
{
  const char *const payers[] = { _ ("Not settled"), _ ("The person"),    _ ("The scheme"),
                                 _ ("The group"),   _ ("Somebody else"), NULL };

  self->cost = add_entry (self, group, _ ("Agreed cost in pounds (such as 5 or 5.50)"));
  self->cost_text = add_entry (self, group, _ ("In words (such as £5 a session)"));
  self->payer = add_choice (self, group, _ ("Who pays"), payers);
}

DolenReferDetails *
dolen_refer_details_new (AdwPreferencesPage *page, void (*changed) (gpointer), gpointer data)
{
  DolenReferDetails *self = g_new0 (DolenReferDetails, 1);

  self->changed = changed;
  self->data = data;
  self->filling = TRUE;
  add_good_referral (self, add_group (page, _ ("What Makes a Good Referral")));
  add_money (self, add_group (page, _ ("Cost")));
  self->filling = FALSE;
  g_object_set_data_full (G_OBJECT (page), "refer-details", self, g_free);
  return self;
}

/* ---- filling and reading ---- */

static guint
position_of (const char *const *codes, gsize n, const char *code)
{
  for (gsize i = 1; i < n; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return (guint) i;
  return 0;
}

#define FILL(row, codes, code)                                                                     \
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position_of (codes, G_N_ELEMENTS (codes), code))
#define READ(row, codes) codes[adw_combo_row_get_selected (ADW_COMBO_ROW (row))]

static void
set_text (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

void
dolen_refer_details_fill (DolenReferDetails *self, const DolenReferral *referral)
{
  g_autofree char *until = dolen_typed_date_format (referral->involved_until);
  g_autofree char *cost
      = referral->cost >= 0
            ? g_strdup_printf ("%d.%02d", referral->cost / 100, referral->cost % 100)
            : NULL;

  self->filling = TRUE;
  set_text (self->need, referral->need_text);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->risk), referral->risk);
  set_text (self->risk_text, referral->risk_text);
  set_text (self->until, until);
  gtk_switch_set_active (GTK_SWITCH (self->told), referral->follow_up_told);
  gtk_switch_set_active (GTK_SWITCH (self->absence), referral->report_absence);
  gtk_switch_set_active (GTK_SWITCH (self->volunteers), referral->volunteer_run);
  FILL (self->may_return, return_codes, referral->may_return);
  FILL (self->outcomes, outcome_codes, referral->outcomes_shared);
  FILL (self->payer, payer_codes, referral->payer);
  set_text (self->cost, cost);
  set_text (self->cost_text, referral->cost_text);
  self->filling = FALSE;
}

int
dolen_refer_parse_cost (const char *text)
{
  g_autoptr (GRegex) form = g_regex_new ("^\\s*£?\\s*(\\d{1,6})(?:[.,](\\d\\d))?\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *pounds = NULL;
  g_autofree char *pence = NULL;

  if (text == NULL || !g_regex_match (form, text, 0, &match))
    return -1;
  pounds = g_match_info_fetch (match, 1);
  pence = g_match_info_fetch (match, 2);
  return (int) (g_ascii_strtoll (pounds, NULL, 10) * 100
                + (pence != NULL ? g_ascii_strtoll (pence, NULL, 10) : 0));
}

void
dolen_refer_details_read (DolenReferDetails *self, DolenReferral *referral)
{
  const char *cost = gtk_editable_get_text (GTK_EDITABLE (self->cost));

  take (&referral->need_text, dolen_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->need))));
  referral->risk = (DolenRiskShared) adw_combo_row_get_selected (ADW_COMBO_ROW (self->risk));
  take (&referral->risk_text,
        dolen_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->risk_text))));
  take (&referral->involved_until,
        dolen_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->until))));
  referral->follow_up_told = gtk_switch_get_active (GTK_SWITCH (self->told));
  referral->report_absence = gtk_switch_get_active (GTK_SWITCH (self->absence));
  referral->volunteer_run = gtk_switch_get_active (GTK_SWITCH (self->volunteers));
  take (&referral->may_return, g_strdup (READ (self->may_return, return_codes)));
  take (&referral->outcomes_shared, g_strdup (READ (self->outcomes, outcome_codes)));
  take (&referral->payer, g_strdup (READ (self->payer, payer_codes)));
  referral->cost = dolen_refer_parse_cost (cost);
  take (&referral->cost_text,
        dolen_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->cost_text))));
}

/* ---- what is missing ---- */

void
dolen_refer_details_show (DolenReferDetails *self, const DolenReferral *referral)
{
  g_auto (GStrv) missing = dolen_refer_missing (referral);
  const char *cost = gtk_editable_get_text (GTK_EDITABLE (self->cost));

  gtk_widget_set_visible (self->risk_text, referral->risk == DOLEN_RISK_SHARED);
  dolen_box_clear (self->missing);
  if (missing[0] == NULL)
    gtk_box_append (
        GTK_BOX (self->missing),
        dolen_label_new (_ ("Everything that makes a good referral is there."), "dim-label"));
  else
    gtk_box_append (GTK_BOX (self->missing), dolen_label_new (_ ("Still missing:"), "dim-label"));
  for (gsize i = 0; missing[i] != NULL; i++) {
    g_autofree char *line = g_strconcat ("• ", missing[i], NULL);

    gtk_box_append (GTK_BOX (self->missing), dolen_label_new (line, "dim-label"));
  }
  if (*cost != '\0' && referral->cost < 0)
    gtk_widget_add_css_class (self->cost, "error");
  else
    gtk_widget_remove_css_class (self->cost, "error");
}
