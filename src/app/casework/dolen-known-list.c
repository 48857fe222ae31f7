/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-known-list.h"

#include "app/casework/dolen-widget-util.h"
#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define MOST_SHOWN 4

struct _DolenKnownList {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  char *button;          /* (owned) */
  char *title;           /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DolenKnownList, dolen_known_list, ADW_TYPE_BIN)

static guint chosen_signal;

static void
dolen_known_list_dispose (GObject *object)
{
  g_clear_object (&DOLEN_KNOWN_LIST (object)->session);
  G_OBJECT_CLASS (dolen_known_list_parent_class)->dispose (object);
}

static void
dolen_known_list_finalize (GObject *object)
{
  g_free (DOLEN_KNOWN_LIST (object)->button);
  g_free (DOLEN_KNOWN_LIST (object)->title);
  G_OBJECT_CLASS (dolen_known_list_parent_class)->finalize (object);
}

static void
dolen_known_list_class_init (DolenKnownListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_known_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_known_list_finalize;
  chosen_signal = g_signal_new ("chosen",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
}

static void
dolen_known_list_init (DolenKnownList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dolen_known_list_new (DolenSession *session, const char *button)
{
  DolenKnownList *self = g_object_new (DOLEN_TYPE_KNOWN_LIST, NULL);

  self->session = g_object_ref (session);
  self->button = g_strdup (button);
  return GTK_WIDGET (self);
}

void
dolen_known_list_set_title (DolenKnownList *self, const char *title)
{
  g_return_if_fail (DOLEN_IS_KNOWN_LIST (self));
  g_free (self->title);
  self->title = g_strdup (title);
}

static void
on_clicked (GtkWidget *button, DolenKnownList *self)
{
  /* What is shown changes with what is chosen, and the button with it. */
  g_autofree char *uid = g_strdup (g_object_get_data (G_OBJECT (button), "uid"));

  g_signal_emit (self, chosen_signal, 0, uid);
}

/* Where they stand: what it means for a new record. */
static char *
say_stage (const DolenKnown *known)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *today = dolen_date_today ();
  g_autofree char *died = dolen_format_date_as (language, known->died_on, DOLEN_DATE_DAY);
  g_autofree char *until = dolen_format_date_as (language, known->return_until, DOLEN_DATE_DAY);

  if (known->died_on != NULL)
    /* Translators: %s: a day. */
    return g_strdup_printf (_ ("Died %s"), died);
  if (known->open)
    return g_strdup (_ ("Is being supported now"));
  if (g_strcmp0 (known->return_until, today) >= 0 && known->return_until != NULL)
    /* Translators: %s: a day. */
    return g_strdup_printf (_ ("May come back without a referral until this day: %s"), until);
  return NULL;
}

static char *
describe (const DolenKnown *known)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *why = dolen_known_sentence (known, language);
  g_autofree char *born = dolen_format_date_as (language, known->date_of_birth, DOLEN_DATE_DAY);
  g_autofree char *stage = say_stage (known);
  GString *words = g_string_new (NULL);

  if (*born != '\0')
    /* Translators: a date of birth. */
    g_string_append_printf (words, _ ("Born %s"), born);
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", why);
  if (stage != NULL)
    g_string_append_printf (words, "\n%s", stage);
  return g_string_free (words, FALSE);
}

static GtkWidget *
new_row (DolenKnownList *self, const DolenKnown *known)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (self->button);
  g_autofree char *name = g_markup_escape_text (known->name, -1);
  g_autofree char *words = describe (known);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (known->uid), g_free);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_set_sensitive (button, known->died_on == NULL);
  return row;
}

guint
dolen_known_list_show (DolenKnownList *self, const DolenKnownQuery *query)
{
  DolenCaseload *caseload;
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *list;

  g_return_val_if_fail (DOLEN_IS_KNOWN_LIST (self), 0);

  caseload = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  if (query != NULL && caseload != NULL)
    found = dolen_caseload_find_known (caseload, query, MOST_SHOWN, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), found != NULL && found->len > 0);
  if (found == NULL || found->len == 0) {
    adw_bin_set_child (ADW_BIN (self), NULL);
    return 0;
  }
  list = dolen_boxed_list_new ();
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (self, g_ptr_array_index (found, i)));
  adw_bin_set_child (
      ADW_BIN (self),
      dolen_section_new (self->title != NULL ? self->title : _ ("Known Already?"), NULL, list));
  return found->len;
}
