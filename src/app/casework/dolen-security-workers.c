/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-security-workers.h"

#include "app/casework/dolen-worker-form.h"
#include "app/dolen-window.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-audit.h"
#include "casework/records/dolen-export.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define LOG_LINES 500 /* shown at most */

typedef struct {
  DolenSession *session; /* (owned) */
  char *worker;          /* (owned) uid */
} About;

static void
about_free (gpointer data, GClosure *closure)
{
  About *about = data;

  g_object_unref (about->session);
  g_free (about->worker);
  g_free (about);
}

static void
connect_about (GtkWidget *button, GCallback func, DolenSession *session, const char *worker)
{
  About *about = g_new0 (About, 1);

  about->session = g_object_ref (session);
  about->worker = g_strdup (worker);
  g_signal_connect_data (button, "clicked", func, about, about_free, 0);
}

static void
present (GtkWidget *from, GtkWindow *form)
{
  GtkWidget *popover = gtk_widget_get_ancestor (from, GTK_TYPE_POPOVER);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (from));

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  dolen_window_present_dialog (root, form);
}

/* ---- a lead's acts ---- */

static void
on_add_clicked (GtkWidget *button, const About *about)
{
  present (button, dolen_worker_form_new_passphrase (about->session, DOLEN_PASSPHRASE_ADD, NULL));
}

static void
on_about_clicked (GtkWidget *button, const About *about)
{
  present (button, dolen_worker_form_new_about (about->session, about->worker));
}

static void
on_reset_clicked (GtkWidget *button, const About *about)
{
  present (
      button,
      dolen_worker_form_new_passphrase (about->session, DOLEN_PASSPHRASE_RESET, about->worker));
}

static void
on_remove_response (AdwMessageDialog *dialog, const char *response, const About *about)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "remove")
      && !dolen_casework_worker_remove (
          dolen_session_get_casework (about->session), about->worker, &error))
    dolen_session_report (about->session, error);
}

/* Asked, for nothing brings their key back. */
static void
on_remove_clicked (GtkWidget *button, const About *about)
{
  GtkWidget *dialog = adw_message_dialog_new (
      NULL,
      _ ("Take This Worker Away?"),
      _ ("Their passphrase opens nothing any more and their diary is lost. What they wrote in "
         "people’s records stays. A copy of the case records made before can still be opened with "
         "their passphrase."));
  About *kept = g_new0 (About, 1);

  kept->session = g_object_ref (about->session);
  kept->worker = g_strdup (about->worker);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "remove", _ ("_Take Away"));
  adw_message_dialog_set_response_appearance (
      ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_remove_response), kept, about_free, 0);
  g_signal_connect_object (dolen_session_get_casework (about->session),
                           "notify::unlocked",
                           G_CALLBACK (gtk_window_destroy),
                           dialog,
                           G_CONNECT_SWAPPED);
  present (button, GTK_WINDOW (dialog));
}

static void
add_item (GtkWidget *box, const char *label, GCallback func, DolenSession *session, const char *uid)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  connect_about (button, func, session, uid);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_menu (DolenSession *session, const DolenHolder *holder, gboolean own)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_item (box, _ ("Name and Role…"), G_CALLBACK (on_about_clicked), session, holder->uid);
  if (!own) {
    add_item (box, _ ("New Passphrase…"), G_CALLBACK (on_reset_clicked), session, holder->uid);
    add_item (box, _ ("Take Away…"), G_CALLBACK (on_remove_clicked), session, holder->uid);
  }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("More about this worker"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More about this worker"), -1);
  return button;
}

static GtkWidget *
new_worker_row (DolenSession *session, const DolenHolder *holder, gboolean own, gboolean lead)
{
  GtkWidget *row = adw_action_row_new ();
  const char *role = dolen_role_name (holder->role, dolen_language_current ());
  g_autofree char *name
      = g_markup_escape_text (*holder->name != '\0' ? holder->name : _ ("No name yet"), -1);
  /* Translators: %s: a role, such as "Lead". */
  g_autofree char *subtitle = own ? g_strdup_printf (_ ("%s · you"), role) : g_strdup (role);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (lead)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_menu (session, holder, own));
  return row;
}

AdwPreferencesGroup *
dolen_security_workers_new (DolenSession *session)
{
  DolenCasework *casework = dolen_session_get_casework (session);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const GPtrArray *workers = dolen_casework_list_workers (casework);
  const DolenHolder *self = dolen_casework_get_worker (casework);
  gboolean lead = dolen_casework_is_lead (casework);

  adw_preferences_group_set_title (group, _ ("Who Can Open Them"));
  adw_preferences_group_set_description (
      group,
      _ ("Each has a passphrase of their own to the same records. Roles are rules of this program "
         "and no more: whoever has a passphrase can read every record. Only a diary and a "
         "restricted note are kept by a key that others do not have."));
  for (guint i = 0; workers != NULL && i < workers->len; i++) {
    const DolenHolder *holder = g_ptr_array_index (workers, i);

    adw_preferences_group_add (group, new_worker_row (session, holder, holder == self, lead));
  }
  if (lead) {
    GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add Worker…"));

    /* Beneath the list: beside the heading it would squeeze its text in a narrow window. */
    gtk_widget_set_halign (add, GTK_ALIGN_START);
    gtk_widget_set_margin_top (add, 12);
    connect_about (add, G_CALLBACK (on_add_clicked), session, NULL);
    adw_preferences_group_add (group, add);
  }
  return group;
}

/* ---- the log ---- */

static GtkWidget *
new_log_row (DolenCasework *casework, const DolenAudit *line)
{
  DolenLanguage language = dolen_language_current ();
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (DolenPerson) person = line->person != NULL ? dolen_caseload_get_person (
                                       dolen_casework_get_caseload (casework), line->person)
                                                        : NULL;
  g_autofree char *date = dolen_date_of_instant (line->created);
  g_autofree char *day = dolen_format_date_as (language, date, DOLEN_DATE_WEEKDAY);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *about = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *escaped = NULL;
  gboolean of_note = g_strcmp0 (line->what, DOLEN_AUDIT_NOTE_READ) == 0
                     || g_strcmp0 (line->what, DOLEN_AUDIT_BREAK_GLASS) == 0;

  g_ptr_array_add (parts, day);
  if (!dolen_text_is_empty (line->author))
    g_ptr_array_add (parts, line->author);
  if (person != NULL)
    g_ptr_array_add (parts, (gpointer) dolen_person_get_called (person));
  if (!of_note && !dolen_text_is_empty (line->about)) {
    about = dolen_export_words (line->about, language); /* a name stays as it is */
    g_ptr_array_add (parts, about);
  }
  if (!dolen_text_is_empty (line->why))
    g_ptr_array_add (parts, line->why);
  g_ptr_array_add (parts, NULL);
  subtitle = g_strjoinv (" · ", (char **) parts->pdata);
  escaped = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 dolen_audit_name (line->what, language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  return row;
}

AdwPreferencesPage *
dolen_security_log_new (DolenSession *session)
{
  DolenCasework *casework = dolen_session_get_casework (session);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GPtrArray) lines = dolen_casework_list_audit (casework, NULL);

  /* Translators: a list of who read or handed out what. */
  adw_preferences_page_set_title (page, _ ("Log"));
  adw_preferences_page_set_icon_name (page, "view-list-symbolic");
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      lines != NULL && lines->len > 0
          ? _ ("Who read a restricted note, what was handed out of Dolen, and who changed who may. "
               "Lines about a person go when their record is erased.")
          : _ ("Nothing yet. Who reads a restricted note, what is handed out of Dolen and who "
               "changes who may will stand here."));
  for (guint i = 0; lines != NULL && i < MIN (lines->len, LOG_LINES); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_log_row (casework, g_ptr_array_index (lines, i)));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return page;
}
