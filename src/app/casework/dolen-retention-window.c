/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-retention-window.h"

#include "app/casework/dolen-retention-forms.h"
#include "app/casework/dolen-retention-rules-box.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-window.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-retention.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-erasure-proof.h"

#include <glib/gi18n.h>

struct _DolenRetentionWindow {
  AdwWindow parent_instance;

  DolenSession *session; /* (owned) (nullable) after dispose */
  GtkWidget *due_box;
  GtkWidget *erased_box;
};

G_DEFINE_FINAL_TYPE (DolenRetentionWindow, dolen_retention_window, ADW_TYPE_WINDOW)

static DolenCasework *
get_casework (DolenRetentionWindow *self)
{
  return dolen_session_get_casework (self->session);
}

/* ---- whose record is due ---- */

typedef GtkWindow *(*FormFunc) (DolenSession *session, const char *person);

static void
on_form_clicked (GtkButton *button, DolenRetentionWindow *self)
{
  FormFunc func = (FormFunc) (GCallback) g_object_get_data (G_OBJECT (button), "func");
  const char *person = g_object_get_data (G_OBJECT (button), "person");

  dolen_window_present_dialog (GTK_WIDGET (self), func (self->session, person));
}

static GtkWidget *
new_form_button (DolenRetentionWindow *self,
                 const char *label,
                 FormFunc func,
                 const DolenRetentionLine *line)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "func", (gpointer) (GCallback) func);
  g_object_set_data_full (G_OBJECT (button), "person", g_strdup (line->person), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_form_clicked), self, 0);
  return button;
}

static char *
describe (const DolenRetentionLine *line, const DolenRetentionRules *rules)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *last = dolen_format_date (language, line->last_contact);
  g_autofree char *due = dolen_format_date (language, line->due);
  g_autofree char *why = dolen_retention_why_sentence (line->why, rules, language);

  if (line->hold != NULL)
    /* Translators: %s: why a record is under a legal hold. */
    return g_strdup_printf (_ ("Held: %s"), line->hold->reason);
  if (line->kept != NULL && g_strcmp0 (line->kept->until, line->due) == 0)
    /* Translators: a date; why it was kept. */
    return g_strdup_printf (_ ("Kept until %1$s: %2$s"), due, line->kept->reason);
  /* Translators: two dates, and the rule: "8 years after the last contact". */
  return g_strdup_printf (_ ("Last contact %1$s, due %2$s (%3$s)"), last, due, why);
}

static GtkWidget *
new_line_row (DolenRetentionWindow *self,
              const DolenRetentionLine *line,
              const DolenRetentionRules *rules)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = describe (line, rules);

  if (line->hold != NULL) {
    gtk_box_append (GTK_BOX (buttons),
                    new_form_button (self, _ ("_Lift the Hold…"), dolen_hold_form_new, line));
  } else {
    gtk_box_append (GTK_BOX (buttons),
                    new_form_button (self, _ ("_Keep Longer…"), dolen_keep_form_new, line));
    gtk_box_append (GTK_BOX (buttons),
                    new_form_button (self, _ ("_Erase…"), dolen_erase_form_new, line));
  }
  gtk_box_append (GTK_BOX (row), dolen_label_new (line->name, "heading"));
  gtk_box_append (GTK_BOX (row), dolen_label_new (text, NULL));
  gtk_box_append (GTK_BOX (row), buttons);
  return row;
}

static void
show_due (DolenRetentionWindow *self, DolenCaseload *caseload)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenRetentionRules) rules = dolen_caseload_get_retention_rules (caseload);
  g_autoptr (GPtrArray) lines = dolen_caseload_list_retention (caseload, today, today);
  GtkWidget *list = dolen_boxed_list_new ();

  dolen_box_clear (self->due_box);
  if (lines == NULL || lines->len == 0) {
    g_object_ref_sink (list);
    g_object_unref (list);
    gtk_box_append (GTK_BOX (self->due_box),
                    dolen_label_new (_ ("No record is due. When one is, it waits here for somebody "
                                        "to decide; nothing is erased by itself."),
                                     NULL));
    return;
  }
  for (guint i = 0; i < lines->len; i++)
    dolen_boxed_list_add (list, new_line_row (self, g_ptr_array_index (lines, i), rules));
  gtk_box_append (GTK_BOX (self->due_box), list);
}

/* ---- what was erased ---- */

static void
on_proof_clicked (GtkButton *button, DolenRetentionWindow *self)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (get_casework (self));
  g_autoptr (DolenErasure) erasure
             = caseload != NULL ? dolen_caseload_get_record (
                   caseload, &dolen_erasure_type, g_object_get_data (G_OBJECT (button), "uid"))
                                : NULL;

  if (erasure != NULL)
    dolen_window_present_dialog (GTK_WIDGET (self),
                                 dolen_erasure_window_new (self->session, erasure));
}

static GtkWidget *
new_erasure_row (DolenRetentionWindow *self, const DolenErasure *erasure)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Proof…"));
  g_autofree char *summary = dolen_erasure_summary (erasure, dolen_language_current ());

  g_object_set (row, "title", erasure->reference, "subtitle", summary, "subtitle-lines", 0, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (erasure->uid), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_proof_clicked), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_erased (DolenRetentionWindow *self, DolenCaseload *caseload)
{
  g_autoptr (GPtrArray) erased
             = dolen_caseload_list_records (caseload, &dolen_erasure_type, NULL, NULL);
  GtkWidget *list;

  dolen_box_clear (self->erased_box);
  gtk_widget_set_visible (gtk_widget_get_parent (self->erased_box),
                          erased != NULL && erased->len > 0);
  if (erased == NULL || erased->len == 0)
    return;
  list = dolen_boxed_list_new ();
  for (guint i = erased->len; i > 0; i--)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_erasure_row (self, g_ptr_array_index (erased, i - 1)));
  gtk_box_append (GTK_BOX (self->erased_box), list);
}

/* ---- the whole ---- */

static void
update (DolenRetentionWindow *self)
{
  DolenCaseload *caseload
      = self->session != NULL ? dolen_casework_get_caseload (get_casework (self)) : NULL;

  if (caseload == NULL)
    return;
  show_due (self, caseload);
  show_erased (self, caseload);
}

static void
dolen_retention_window_dispose (GObject *object)
{
  DolenRetentionWindow *self = DOLEN_RETENTION_WINDOW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_retention_window_parent_class)->dispose (object);
}

static void
dolen_retention_window_class_init (DolenRetentionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_retention_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_retention_window_init (DolenRetentionWindow *self)
{
}

static void
add_content (DolenRetentionWindow *self, GtkWidget *column)
{
  self->due_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->erased_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (column), dolen_section_new (_ ("Due"), NULL, self->due_box));
  gtk_box_append (
      GTK_BOX (column),
      dolen_section_new (_ ("Rules"), NULL, dolen_retention_rules_box_new (self->session)));
  gtk_box_append (GTK_BOX (column), dolen_section_new (_ ("Erased"), NULL, self->erased_box));
}

GtkWindow *
dolen_retention_window_new (DolenSession *session)
{
  DolenRetentionWindow *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);
  self = g_object_new (DOLEN_TYPE_RETENTION_WINDOW, NULL);
  self->session = g_object_ref (session);
  add_content (self, dolen_window_fill (ADW_WINDOW (self), _ ("How Long Records Are Kept")));
  g_signal_connect_object (
      get_casework (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* Names of people stand in it. */
  g_signal_connect_object (
      session, "locking", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WINDOW (self);
}
