/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/group/dolen-group-window.h"

#include "app/dolen-choice-row.h"
#include "app/dolen-page.h"
#include "app/group/dolen-group-draft.h"
#include "app/group/dolen-group-save.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define DRAFT_KEY "dolen-group-draft"
#define N_DAYS 7

struct _DolenGroupWindow {
  AdwWindow parent_instance;
  DolenSession *session; /* (owned) */
  gboolean saved;

  GtkEditable *name_en_row;
  GtkEditable *name_cy_row;
  GtkEditable *description_row;
  GtkEditable *organisation_row;
  GtkEditable *venue_row;
  GtkEditable *address_row;
  GtkEditable *town_row;
  GtkEditable *postcode_row;
  GtkEditable *opens_row;
  GtkEditable *closes_row;
  GtkEditable *when_row;
  GtkEditable *contact_row;
  GtkEditable *phone_row;
  GtkEditable *email_row;
  GtkEditable *cost_row;
  GtkFlowBox *days_box;
  GtkToggleButton *days[N_DAYS]; /* in days_box */
  AdwComboRow *often_row;
  AdwComboRow *permission_row;
  AdwComboRow *status_row;
  GtkWidget *places_row;
  GtkSpinButton *places_spin;
  GtkSwitch *free_switch;
  GtkSwitch *welsh_switch;
  GtkSwitch *english_switch;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (DolenGroupWindow, dolen_group_window, ADW_TYPE_WINDOW)

/* In the order of the row's list. */
static const DolenPermission permissions[]
    = { DOLEN_PERMISSION_NOT_ASKED, DOLEN_PERMISSION_GIVEN_OUT, DOLEN_PERMISSION_WORKERS_ONLY };
static const DolenCapacityStatus statuses[]
    = { DOLEN_CAPACITY_UNKNOWN,      DOLEN_CAPACITY_OPEN, DOLEN_CAPACITY_PLACES,
        DOLEN_CAPACITY_WAITING_LIST, DOLEN_CAPACITY_FULL, DOLEN_CAPACITY_ASK_FIRST };

/* Each entry with the text of the draft it shows. */
#define N_ENTRIES 15

typedef struct {
  GtkEditable *row;
  char **text;
} Pair;

static void
pair_entries (DolenGroupWindow *self, DolenGroupDraft *draft, Pair pairs[N_ENTRIES])
{
  const Pair all[N_ENTRIES] = {
    { self->name_en_row, &draft->name_en },
    { self->name_cy_row, &draft->name_cy },
    { self->description_row, &draft->description },
    { self->organisation_row, &draft->organisation },
    { self->venue_row, &draft->venue },
    { self->address_row, &draft->address },
    { self->town_row, &draft->town },
    { self->postcode_row, &draft->postcode },
    { self->opens_row, &draft->opens },
    { self->closes_row, &draft->closes },
    { self->when_row, &draft->when },
    { self->contact_row, &draft->contact },
    { self->phone_row, &draft->phone },
    { self->email_row, &draft->email },
    { self->cost_row, &draft->cost },
  };

  for (guint i = 0; i < N_ENTRIES; i++)
    pairs[i] = all[i];
}

static DolenGroupDraft *
read_form (DolenGroupWindow *self)
{
  DolenGroupDraft *draft = dolen_group_draft_new ();
  Pair pairs[N_ENTRIES];

  pair_entries (self, draft, pairs);
  for (guint i = 0; i < N_ENTRIES; i++) {
    g_free (*pairs[i].text);
    *pairs[i].text = g_strdup (gtk_editable_get_text (pairs[i].row));
  }
  for (guint i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (self->days[i]))
      draft->days |= 1u << i;
  draft->every_weeks = (int) adw_combo_row_get_selected (self->often_row) + 1;
  draft->permission = permissions[adw_combo_row_get_selected (self->permission_row)];
  draft->status = statuses[adw_combo_row_get_selected (self->status_row)];
  draft->places = gtk_spin_button_get_value_as_int (self->places_spin);
  draft->free = gtk_switch_get_active (self->free_switch);
  draft->in_welsh = gtk_switch_get_active (self->welsh_switch);
  draft->in_english = gtk_switch_get_active (self->english_switch);
  return draft;
}

static guint
find_position (const int *values, guint n, int value)
{
  for (guint i = 0; i < n; i++)
    if (values[i] == value)
      return i;
  return 0;
}

static void
show_form (DolenGroupWindow *self, DolenGroupDraft *draft)
{
  Pair pairs[N_ENTRIES];

  pair_entries (self, draft, pairs);
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_editable_set_text (pairs[i].row, *pairs[i].text);
  for (guint i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (self->days[i], (draft->days & (1u << i)) != 0);
  adw_combo_row_set_selected (self->often_row, draft->every_weeks == 2 ? 1 : 0);
  adw_combo_row_set_selected (self->permission_row,
                              find_position ((const int *) permissions,
                                             G_N_ELEMENTS (permissions),
                                             (int) draft->permission));
  adw_combo_row_set_selected (
      self->status_row,
      find_position ((const int *) statuses, G_N_ELEMENTS (statuses), (int) draft->status));
  gtk_spin_button_set_value (self->places_spin, MAX (draft->places, 0));
  gtk_switch_set_active (self->free_switch, draft->free);
  gtk_switch_set_active (self->welsh_switch, draft->in_welsh);
  gtk_switch_set_active (self->english_switch, draft->in_english);
}

/* ---- what is missing is shown at its field ---- */

static void
mark (GtkEditable *row, gboolean wrong, const char *why)
{
  GtkWidget *widget = GTK_WIDGET (row);

  if (wrong)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  gtk_widget_set_tooltip_text (widget, wrong ? why : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
refresh (DolenGroupWindow *self)
{
  g_autoptr (DolenGroupDraft) draft = read_form (self);
  guint problems = dolen_group_draft_check (draft);

  mark (self->postcode_row,
        (problems & DOLEN_GROUP_BAD_POSTCODE) != 0,
        _ ("This is not a postcode."));
  mark (self->opens_row,
        (problems & DOLEN_GROUP_BAD_OPENS) != 0,
        _ ("Write a time of day, such as 10:00."));
  mark (self->closes_row,
        (problems & DOLEN_GROUP_BAD_CLOSES) != 0,
        _ ("Write a time of day, such as 12:00."));
  mark (self->phone_row,
        (problems & DOLEN_GROUP_BAD_PHONE) != 0,
        _ ("This is not a telephone number."));
  mark (self->email_row,
        (problems & DOLEN_GROUP_BAD_EMAIL) != 0,
        _ ("This is not an e-mail address."));
  gtk_widget_set_visible (self->places_row, draft->status == DOLEN_CAPACITY_PLACES);
  gtk_widget_set_sensitive (self->add_button, problems == 0);
  gtk_widget_set_tooltip_text (self->add_button,
                               (problems & DOLEN_GROUP_NO_NAME) != 0 ? _ ("The group needs a name.")
                                                                     : NULL);
}

static void
on_typed_cb (DolenGroupWindow *self)
{
  g_assert (DOLEN_IS_GROUP_WINDOW (self));
  if (self->session != NULL)
    refresh (self);
}

static void
on_saved_cb (const char *uid, const GError *error, gpointer user_data)
{
  g_autoptr (DolenGroupWindow) self = user_data;
  GtkWindow *parent;

  if (error != NULL) {
    gtk_widget_set_sensitive (self->add_button, TRUE);
    dolen_session_report (self->session, error);
    return;
  }
  self->saved = TRUE;
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent != NULL)
    dolen_page_go (GTK_WIDGET (parent), "find", "service", uid);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_add_clicked_cb (DolenGroupWindow *self)
{
  g_assert (DOLEN_IS_GROUP_WINDOW (self));
  gtk_widget_set_sensitive (self->add_button, FALSE);
  dolen_group_save (self->session, read_form (self), on_saved_cb, g_object_ref (self));
}

/* ---- the object ---- */

static void
keep_draft (DolenGroupWindow *self)
{
  DolenGroupDraft *draft;

  if (self->session == NULL || self->saved)
    return;
  draft = read_form (self);
  if (!dolen_group_draft_is_empty (draft))
    g_object_set_data_full (
        G_OBJECT (self->session), DRAFT_KEY, draft, (GDestroyNotify) dolen_group_draft_free);
  else
    dolen_group_draft_free (draft);
}

static gboolean
dolen_group_window_close_request (GtkWindow *window)
{
  keep_draft (DOLEN_GROUP_WINDOW (window));
  return GTK_WINDOW_CLASS (dolen_group_window_parent_class)->close_request (window);
}

static void
dolen_group_window_dispose (GObject *object)
{
  DolenGroupWindow *self = DOLEN_GROUP_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_GROUP_WINDOW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_group_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DolenGroupWindow, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (name_en_row);
  BIND (name_cy_row);
  BIND (description_row);
  BIND (organisation_row);
  BIND (venue_row);
  BIND (address_row);
  BIND (town_row);
  BIND (postcode_row);
  BIND (opens_row);
  BIND (closes_row);
  BIND (when_row);
  BIND (contact_row);
  BIND (phone_row);
  BIND (email_row);
  BIND (cost_row);
  BIND (days_box);
  BIND (often_row);
  BIND (permission_row);
  BIND (status_row);
  BIND (places_row);
  BIND (places_spin);
  BIND (free_switch);
  BIND (welsh_switch);
  BIND (english_switch);
  BIND (add_button);
}

#undef BIND

static void
dolen_group_window_class_init (DolenGroupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_group_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dolen_group_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-group-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  /* Asks nothing: what was typed comes back. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill_days (DolenGroupWindow *self)
{
  DolenLanguage language = dolen_language_current ();

  for (guint i = 0; i < N_DAYS; i++) {
    GtkWidget *button
        = gtk_toggle_button_new_with_label (dolen_weekday_name_short (language, i + 1));

    gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    dolen_weekday_name (language, i + 1),
                                    -1);
    gtk_flow_box_append (self->days_box, button);
    gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    self->days[i] = GTK_TOGGLE_BUTTON (button);
  }
}

static void
fill_statuses (DolenGroupWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    gtk_string_list_append (
        names, dolen_sentence_capacity_status (dolen_language_current (), statuses[i]));
  adw_combo_row_set_model (self->status_row, G_LIST_MODEL (names));
}

static void
dolen_group_window_init (DolenGroupWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_days (self);
  fill_statuses (self);
  dolen_choice_row_show_whole (self->permission_row);
  dolen_choice_row_show_whole (self->status_row);
}

GtkWindow *
dolen_group_window_new (DolenSession *session)
{
  DolenGroupWindow *self;
  DolenGroupDraft *draft;

  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);

  self = g_object_new (DOLEN_TYPE_GROUP_WINDOW, NULL);
  self->session = g_object_ref (session);
  draft = g_object_steal_data (G_OBJECT (session), DRAFT_KEY);
  if (draft != NULL)
    show_form (self, draft);
  dolen_group_draft_free (draft);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_en_row));
  return GTK_WINDOW (self);
}
