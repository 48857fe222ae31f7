/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-hand-out-form.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"

#include <glib/gi18n.h>

/* The switches, in the order shown. */
enum {
  MAP,
  HOME,
  WHY,
  ASK,
  CARDS,
  N_SWITCHES
};

struct _DolenHandOutForm {
  AdwBin parent_instance;
  GtkCheckButton *safe;
  GtkCheckButton *discreet;
  AdwComboRow *language_row;
  AdwComboRow *size_row;
  GtkSwitch *roomy;
  GtkWidget *content; /* what stands on it */
  GtkSwitch *switches[N_SWITCHES];
};

G_DEFINE_FINAL_TYPE (DolenHandOutForm, dolen_hand_out_form, ADW_TYPE_BIN)

static guint changed_signal;

static void
on_changed (DolenHandOutForm *self)
{
  /* Of what is a radio button both change. */
  gtk_widget_set_visible (self->content, gtk_check_button_get_active (self->safe));
  g_signal_emit (self, changed_signal, 0);
}

/* ---- rows ---- */

static GtkWidget *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

/* A row that is as good as its button or switch. */
static GtkWidget *
add_row (
    GtkWidget *group, const char *title, const char *subtitle, GtkWidget *control, gboolean first)
{
  GtkWidget *row = dolen_plain_row_new (title);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (first)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), control);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkCheckButton *
add_answer (DolenHandOutForm *self, GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *button = gtk_check_button_new ();

  add_row (group, title, subtitle, button, TRUE);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_changed), self);
  return GTK_CHECK_BUTTON (button);
}

static GtkSwitch *
add_switch (DolenHandOutForm *self, GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *toggle = gtk_switch_new ();

  add_row (group, title, subtitle, toggle, FALSE);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (on_changed), self);
  return GTK_SWITCH (toggle);
}

static AdwComboRow *
add_choice (DolenHandOutForm *self,
            GtkWidget *group,
            const char *title,
            const char *const *names,
            guint chosen)
{
  AdwComboRow *row = dolen_choice_row_new (title, names, chosen);

  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  return row;
}

/* ---- what is proposed ---- */

/* Whether what is known to help with something that gets in their way is @enabler. */
static gboolean
is_helped_by (const DolenHandOutParts *parts, const char *enabler)
{
  DolenVocabulary *vocabulary = parts->vocabulary;
  const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_ENABLER, enabler);
  char **barriers = parts->person != NULL ? parts->person->barriers : NULL;

  for (gsize i = 0; term != NULL && barriers != NULL && barriers[i] != NULL; i++) {
    const DolenTerm *barrier
        = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_BARRIER, barriers[i]);

    if (barrier != NULL
        && dolen_vocabulary_remedy (vocabulary, barrier->index, term->index) != NULL)
      return TRUE;
  }
  return FALSE;
}

static guint
propose_language (const DolenHandOutParts *parts)
{
  DolenLanguage language = dolen_language_current ();

  if (parts->person != NULL)
    dolen_language_from_code (parts->person->language_written, &language);
  return language == DOLEN_LANGUAGE_CY ? 0 : 1;
}

/* ---- groups of rows ---- */

static void
add_safe (DolenHandOutForm *self, GtkWidget *box, const DolenHandOutParts *parts)
{
  GtkWidget *group = add_group (box, _ ("Is This Paper Safe at Home?"));

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      parts->asks ? _ ("Ask them before you print: somebody at home may find it, and what it is "
                       "about can do them harm there.")
                  : _ ("Nothing recorded speaks against it. They may know of something."));
  self->safe = add_answer (self,
                           group,
                           /* Translators: an answer: the paper (papur, masc.) is safe at home. */
                           C_ ("is it safe", "Yes"),
                           _ ("Everything may stand on it"));
  self->discreet = add_answer (
      self,
      group,
      _ ("No, or not sure"),
      _ ("A discreet one: a telephone number and times, without a word of what it is"));
  gtk_check_button_set_group (self->discreet, self->safe);
  if (!parts->asks)
    gtk_check_button_set_active (self->safe, TRUE);
}

static void
add_look (DolenHandOutForm *self, GtkWidget *box, const DolenHandOutParts *parts)
{
  const char *const languages[]
      = { "Cymraeg", "English", _ ("Welsh, then English"), _ ("English, then Welsh"), NULL };
  const char *const sizes[]
      = { _ ("Normal (12 points)"), _ ("Large (16 points)"), _ ("Very large (22 points)"), NULL };
  GtkWidget *group = add_group (box, _ ("How It Looks"));
  gboolean large = is_helped_by (parts, "large-print");
  gboolean easy = is_helped_by (parts, "easy-read");

  self->language_row
      = add_choice (self, group, _ ("Language"), languages, propose_language (parts));
  self->size_row = add_choice (
      self, group, _ ("Print size"), sizes, large ? DOLEN_SHEET_LARGE : DOLEN_SHEET_NORMAL);
  self->roomy = add_switch (
      self, group, _ ("Easy-read spacing"), _ ("More white between the lines and the facts"));
  gtk_switch_set_active (self->roomy, easy);
}

static void
add_content (DolenHandOutForm *self, GtkWidget *box, const DolenHandOutParts *parts)
{
  gboolean map = dolen_hand_out_parts_has_map (parts);
  GtkWidget *group = self->content = add_group (box, _ ("What Stands on It"));

  if (map)
    self->switches[MAP] = add_switch (self, group, _ ("A map of the way"), NULL);
  if (map && dolen_position_is_known (&parts->home))
    self->switches[HOME]
        = add_switch (self, group, _ ("Where they live, on the map"), _ ("Only if they say so"));
  if (parts->profile != NULL && !dolen_profile_is_empty (parts->profile)) {
    self->switches[WHY] = add_switch (self, group, _ ("Why it was chosen"), NULL);
    self->switches[ASK] = add_switch (self, group, _ ("What to ask first"), NULL);
  }
  if (dolen_hand_out_parts_has_cards (parts))
    self->switches[CARDS] = add_switch (self, group, _ ("Appointment card, to cut out"), NULL);
  for (int i = 0; i < N_SWITCHES; i++)
    if (self->switches[i] != NULL && i != HOME)
      gtk_switch_set_active (self->switches[i], TRUE);
}

/* ---- the object ---- */

static void
dolen_hand_out_form_class_init (DolenHandOutFormClass *klass)
{
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_hand_out_form_init (DolenHandOutForm *self)
{
}

GtkWidget *
dolen_hand_out_form_new (const DolenHandOutParts *parts)
{
  DolenHandOutForm *self = g_object_new (DOLEN_TYPE_HAND_OUT_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->content = box; /* until it is there: switches change while they are made */
  add_safe (self, box, parts);
  add_look (self, box, parts);
  add_content (self, box, parts);
  gtk_widget_set_visible (box, TRUE);
  gtk_widget_set_visible (self->content, gtk_check_button_get_active (self->safe));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

static gboolean
is_on (DolenHandOutForm *self, int nth)
{
  return self->switches[nth] != NULL && gtk_switch_get_active (self->switches[nth]);
}

DolenHandOutAnswer
dolen_hand_out_form_get (DolenHandOutForm *self,
                         DolenHandOutChoices *choices,
                         DolenSheetLook *look,
                         gboolean *home)
{
  guint language = adw_combo_row_get_selected (self->language_row);
  gboolean safe = gtk_check_button_get_active (self->safe);

  *choices = (DolenHandOutChoices){
    .language = language % 2 == 0 ? DOLEN_LANGUAGE_CY : DOLEN_LANGUAGE_EN,
    .both = language >= 2,
    .discreet = !safe,
    .map = is_on (self, MAP),
    .why = is_on (self, WHY),
    .ask = is_on (self, ASK),
    .cards = self->switches[CARDS] != NULL && (!safe || is_on (self, CARDS)),
  };
  *look = (DolenSheetLook){ adw_combo_row_get_selected (self->size_row),
                            gtk_switch_get_active (self->roomy) };
  *home = safe && is_on (self, HOME);
  if (safe)
    return DOLEN_HAND_OUT_SAFE;
  return gtk_check_button_get_active (self->discreet) ? DOLEN_HAND_OUT_DISCREET
                                                      : DOLEN_HAND_OUT_NOT_ASKED;
}

void
dolen_hand_out_form_answer (DolenHandOutForm *self, DolenHandOutAnswer answer)
{
  gtk_check_button_set_active (self->safe, answer == DOLEN_HAND_OUT_SAFE);
  gtk_check_button_set_active (self->discreet, answer == DOLEN_HAND_OUT_DISCREET);
}

void
dolen_hand_out_form_set_look (DolenHandOutForm *self, guint language, DolenSheetSize size)
{
  adw_combo_row_set_selected (self->language_row, language);
  adw_combo_row_set_selected (self->size_row, size);
}
