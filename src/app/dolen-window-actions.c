/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-window-actions.h"

#include "app/dolen-application.h"
#include "app/casework/dolen-concern-form.h"
#include "app/casework/dolen-backup-window.h"
#include "app/casework/dolen-retention-window.h"
#include "app/casework/dolen-rules-window.h"
#include "app/casework/dolen-slip-form.h"
#include "app/casework/dolen-diary-window.h"
#include "app/casework/dolen-security-window.h"
#include "app/casework/dolen-vault-gate.h"
#include "app/directory/out/dolen-booklet-window.h"
#include "app/directory/out/dolen-export-window.h"
#include "app/dolen-import-window.h"
#include "app/dolen-people-page.h"
#include "app/dolen-preferences-window.h"
#include "app/dolen-text-windows.h"
#include "app/dolen-window.h"
#include "app/group/dolen-group-window.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n.h>

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenShell *shell = dolen_window_get_shell (DOLEN_WINDOW (widget));
  DolenPage *page;
  GtkWidget *gate;

  dolen_shell_show (shell, g_variant_get_string (parameter, NULL));
  page = dolen_shell_get_visible_page (shell);
  gate = ADW_IS_BIN (page) ? adw_bin_get_child (ADW_BIN (page)) : NULL;
  /* What is typed next is the passphrase. */
  if (DOLEN_IS_VAULT_GATE (gate))
    dolen_vault_gate_begin (DOLEN_VAULT_GATE (gate));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenShell *shell = dolen_window_get_shell (DOLEN_WINDOW (widget));
  g_autoptr (GVariant) what = NULL;
  const char *place;
  DolenPage *page;

  g_variant_get (parameter, "(&s@a{sv})", &place, &what);
  page = dolen_shell_get_page (shell, place);
  if (page == NULL)
    return;
  dolen_shell_show (shell, place);
  if (g_variant_n_children (what) > 0)
    dolen_page_open (page, what);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenShell *shell = dolen_window_get_shell (DOLEN_WINDOW (widget));

  if (dolen_page_begin_search (dolen_shell_get_visible_page (shell)))
    return;
  gtk_widget_activate_action (widget, "win.find", NULL);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));
  g_autofree char *title = NULL;

  title = dolen_undo_stack_run (dolen_session_get_undo (session), g_variant_get_uint32 (parameter));
  if (title != NULL)
    dolen_window_tell_undone (DOLEN_WINDOW (widget), title);
}

static void
close_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_session_open_person (dolen_window_get_session (DOLEN_WINDOW (widget)), NULL, NULL);
}

/* Wherever one is: about the person who is open. */
static void
concern_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));
  const char *person = dolen_session_get_person (session);

  if (person != NULL && dolen_session_is_unlocked (session))
    dolen_window_present_dialog (widget, dolen_concern_form_new (session, person));
  else
    dolen_session_toast (session, _ ("Open the person first, then raise the concern."));
}

/* A group's answer, found by the reference on its slip. */
static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  if (dolen_session_is_unlocked (session))
    dolen_window_present_dialog (widget, dolen_slip_form_new (session));
  else
    dolen_session_toast (session, _ ("Open the case records first."));
}

static void
rules_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_window_present_dialog (
      widget, dolen_rules_window_new (dolen_window_get_session (DOLEN_WINDOW (widget))));
}

static void
calls_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_page_go (widget, "directory", "place", "queue");
}

static void
lock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_session_lock (dolen_window_get_session (DOLEN_WINDOW (widget)));
}

static void
backup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  dolen_window_present_dialog (widget, dolen_backup_window_new (session));
}

static void
retention_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  if (dolen_session_is_unlocked (session))
    dolen_window_present_dialog (widget, dolen_retention_window_new (session));
  else
    dolen_session_toast (session, _ ("Unlock the case records first."));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  dolen_window_present_dialog (widget, dolen_import_window_new (session, NULL));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  dolen_window_present_dialog (widget, dolen_export_window_new (session));
}

static void
publish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  dolen_window_present_dialog (widget, dolen_export_window_new_publish (session));
}

static void
booklet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  dolen_window_present_dialog (widget, dolen_booklet_window_new (session));
}

static void
add_group_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  dolen_window_present_dialog (widget, dolen_group_window_new (session));
}

/* What there are more of on the page that is shown. */
static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPage *page = dolen_shell_get_visible_page (dolen_window_get_shell (DOLEN_WINDOW (widget)));

  if (DOLEN_IS_PEOPLE_PAGE (page))
    dolen_people_page_add (DOLEN_PEOPLE_PAGE (page));
  else
    add_group_action (widget, name, parameter);
}

/* The other thing there are more of: a referral in, beside a person. */
static void
add_other_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPage *page = dolen_shell_get_visible_page (dolen_window_get_shell (DOLEN_WINDOW (widget)));

  if (DOLEN_IS_PEOPLE_PAGE (page))
    dolen_people_page_refer_in (DOLEN_PEOPLE_PAGE (page));
  else
    add_group_action (widget, name, parameter);
}

static void
show_profile (GtkWidget *widget, gboolean sample)
{
  DolenWindow *self = DOLEN_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));
  DolenSession *before = dolen_window_get_session (self);
  g_autoptr (GError) error = NULL;
  DolenSession *session;

  if (!DOLEN_IS_APPLICATION (application))
    return;
  session = sample ? dolen_application_get_sample (DOLEN_APPLICATION (application), before, &error)
                   : dolen_application_get_session (
                       DOLEN_APPLICATION (application), dolen_session_get_home (before), &error);
  if (session == NULL) {
    dolen_session_report (before, error);
    return;
  }
  dolen_session_lock (before);
  dolen_window_set_session (self, session);
  dolen_application_note_sample (DOLEN_APPLICATION (application), sample);
  if (sample)
    gtk_widget_activate_action (widget, "win.find", NULL);
}

static void
open_sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!dolen_session_is_sample (dolen_window_get_session (DOLEN_WINDOW (widget))))
    show_profile (widget, TRUE);
}

static void
close_sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (dolen_session_get_home (dolen_window_get_session (DOLEN_WINDOW (widget))) != NULL)
    show_profile (widget, FALSE);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenShell *shell = dolen_window_get_shell (DOLEN_WINDOW (widget));

  dolen_shell_show (shell, "find");
  dolen_page_begin_search (dolen_shell_get_visible_page (shell));
}

static void
skip_welcome_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_shell_skip_welcome (dolen_window_get_shell (DOLEN_WINDOW (widget)));
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  dolen_window_present_dialog (widget, GTK_WINDOW (dolen_preferences_window_new (session)));
}

static void
case_records_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));

  dolen_window_present_dialog (widget, dolen_security_window_new (session));
}

static void
diary_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenSession *session = dolen_window_get_session (DOLEN_WINDOW (widget));
  DolenCasework *casework = dolen_session_get_casework (session);

  if (dolen_casework_get_worker (casework) != NULL)
    dolen_window_present_dialog (widget, dolen_diary_window_new (session));
  else if (dolen_casework_is_unlocked (casework))
    dolen_session_toast (session, _ ("A diary opens with its writer’s own passphrase alone."));
  else
    dolen_session_toast (session, _ ("Unlock the case records first: your diary is sealed there."));
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_window_present_dialog (widget, dolen_shortcuts_window_new ());
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_window_present_dialog (widget, dolen_help_window_new ());
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_window_present_dialog (widget, dolen_about_window_new ());
}

static const struct {
  const char *name;
  const char *type; /* (nullable) */
  GtkWidgetActionActivateFunc func;
} actions[] = {
  { "win.go", "s", go_action },
  { "win.open", "(sa{sv})", open_action },
  { "win.search", NULL, search_action },
  { "win.undo", "u", undo_action },
  { "win.close-person", NULL, close_person_action },
  { "win.concern", NULL, concern_action },
  { "win.answer", NULL, answer_action },
  { "win.rules", NULL, rules_action },
  { "win.calls", NULL, calls_action },
  { "win.lock", NULL, lock_action },
  { "win.backup", NULL, backup_action },
  { "win.retention", NULL, retention_action },
  { "win.import", NULL, import_action },
  { "win.export", NULL, export_action },
  { "win.publish", NULL, publish_action },
  { "win.booklet", NULL, booklet_action },
  { "win.add-group", NULL, add_group_action },
  { "win.add", NULL, add_action },
  { "win.add-other", NULL, add_other_action },
  { "win.open-sample", NULL, open_sample_action },
  { "win.close-sample", NULL, close_sample_action },
  { "win.skip-welcome", NULL, skip_welcome_action },
  { "win.find", NULL, find_action },
  { "win.preferences", NULL, preferences_action },
  { "win.case-records", NULL, case_records_action },
  { "win.diary", NULL, diary_action },
  { "win.shortcuts", NULL, shortcuts_action },
  { "win.help", NULL, help_action },
  { "win.about", NULL, about_action },
};

static void
install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (
        widget_class, actions[i].name, actions[i].type, actions[i].func);
}

void
dolen_window_actions_allow (GtkWidget *window, gboolean allow)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (window, actions[i].name, allow);
}

/* Bindings of the class, not accelerators of the application: those would take Ctrl+Z away from a
 * text that is being typed. */
static void
install_bindings (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    const char *action;
    const char *target; /* (nullable) */
  } bindings[] = {
    { GDK_KEY_1, "win.go", "today" },
    { GDK_KEY_2, "win.go", "find" },
    { GDK_KEY_3, "win.go", "people" },
    { GDK_KEY_4, "win.go", "directory" },
    { GDK_KEY_e, "win.answer", NULL },
    { GDK_KEY_f, "win.search", NULL },
    { GDK_KEY_l, "win.lock", NULL },
    { GDK_KEY_i, "win.import", NULL },
    { GDK_KEY_n, "win.add", NULL },
    { GDK_KEY_comma, "win.preferences", NULL },
    { GDK_KEY_question, "win.shortcuts", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class,
                                         bindings[i].key,
                                         GDK_CONTROL_MASK,
                                         bindings[i].action,
                                         bindings[i].target != NULL ? "s" : NULL,
                                         bindings[i].target);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", "u", 0);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.add-other", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.concern", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
}

void
dolen_window_actions_install (GtkWidgetClass *widget_class)
{
  install_actions (widget_class);
  install_bindings (widget_class);
}
