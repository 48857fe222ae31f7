/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-retention-rules-box.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "casework/dolen-casework-retention.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define N_RULES 4

typedef struct {
  DolenSession *session; /* (owned) */
  GtkWidget *spins[N_RULES];
  GtkWidget *state_label;
  GtkWidget *problem_label;
} Rules;

static const struct {
  const char *title;
  gsize offset;
  int least, most;
} fields[N_RULES] = {
  { N_ ("Supported: years after the last contact"),
    G_STRUCT_OFFSET (DolenRetentionRules, supported_years),
    1,
    30 },
  { N_ ("Declined, not reached, advice only: years"),
    G_STRUCT_OFFSET (DolenRetentionRules, other_years),
    1,
    30 },
  { N_ ("Under 18: until the age of"),
    G_STRUCT_OFFSET (DolenRetentionRules, minor_birthday),
    18,
    40 },
  { N_ ("Aged 17 at the end: until the age of"),
    G_STRUCT_OFFSET (DolenRetentionRules, minor_birthday_17),
    18,
    40 },
};

static void
rules_free (gpointer data, GClosure *closure)
{
  Rules *rules = data;

  g_object_unref (rules->session);
  g_free (rules);
}

static void
show_state (Rules *self, const DolenRetentionRules *rules)
{
  g_autofree char *day = dolen_format_date (dolen_language_current (), rules->set_on);
  g_autofree char *text = NULL;

  if (rules->set_on == NULL)
    text = g_strdup (_ ("Proposed, after the records code for health and social care. Nobody has "
                        "decided yet."));
  else if (rules->set_by != NULL)
    /* Translators: a date and a name. */
    text = g_strdup_printf (_ ("Decided on %1$s (%2$s)."), day, rules->set_by);
  else
    /* Translators: %s: a date. */
    text = g_strdup_printf (_ ("Decided on %s."), day);
  gtk_label_set_label (GTK_LABEL (self->state_label), text);
}

static void
on_decide_clicked (GtkButton *button, gpointer data)
{
  Rules *self = data;
  DolenCasework *casework = dolen_session_get_casework (self->session);
  g_autoptr (DolenRetentionRules) rules = dolen_retention_rules_new ();
  g_autoptr (DolenRetentionRules) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  DolenUndo *undo = NULL;

  for (int i = 0; i < N_RULES; i++)
    *(int *) (void *) ((char *) rules + fields[i].offset)
        = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spins[i]));
  if (dolen_casework_set_retention (casework, rules, &undo, &error)) {
    dolen_session_did (self->session, undo);
    stored = dolen_caseload_get_retention_rules (dolen_casework_get_caseload (casework));
    show_state (self, stored);
  } else {
    message = dolen_error_to_message (error);
  }
  gtk_label_set_label (GTK_LABEL (self->problem_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_label, message != NULL);
}

static GtkWidget *
new_rule_row (Rules *self, int i, const DolenRetentionRules *rules)
{
  GtkWidget *row = adw_action_row_new ();

  self->spins[i] = gtk_spin_button_new_with_range (fields[i].least, fields[i].most, 1);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (self->spins[i]),
      *(const int *) (const void *) ((const char *) rules + fields[i].offset));
  gtk_widget_set_valign (self->spins[i], GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->spins[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (fields[i].title), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (fields[i].title));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->spins[i]);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->spins[i]);
  return row;
}

GtkWidget *
dolen_retention_rules_box_new (DolenSession *session)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenRetentionRules) rules = caseload != NULL
                                              ? dolen_caseload_get_retention_rules (caseload)
                                              : dolen_retention_rules_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = dolen_boxed_list_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Decide So"));
  Rules *self = g_new0 (Rules, 1);

  self->session = g_object_ref (session);
  for (int i = 0; i < N_RULES; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_rule_row (self, i, rules));
  self->state_label = dolen_label_new ("", "dim-label");
  self->problem_label = dolen_label_new ("", "error");
  gtk_widget_set_visible (self->problem_label, FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_decide_clicked), self, rules_free, 0);
  show_state (self, rules);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->state_label);
  gtk_box_append (GTK_BOX (box), self->problem_label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}
