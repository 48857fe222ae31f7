/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-suggestions-page.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-scheme-page.h"
#include "app/dolen-scheme-weights.h"

#include <glib/gi18n.h>

#define PAGE "dolen-suggestions-page"

typedef struct {
  DolenSession *session; /* (owned) */
  GtkDropDown *drops[DOLEN_N_WEIGHTS];
  GtkWidget *resets[DOLEN_N_WEIGHTS];
  GtkWidget *reset_all;
  gboolean showing; /* the drop-downs are set from here */
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_object_unref (page->session);
  g_free (page);
}

/* ---- showing ---- */

static void
show (Page *page)
{
  DolenWeights *weights = dolen_scheme_weights_get (page->session);
  gboolean own = FALSE;

  page->showing = TRUE;
  for (int weight = 0; weights != NULL && weight < DOLEN_N_WEIGHTS; weight++) {
    DolenWeightLevel level = dolen_weights_get_level (weights, weight);
    gboolean changed = level != dolen_weight_default_level (weight);

    gtk_drop_down_set_selected (page->drops[weight], level);
    gtk_widget_set_sensitive (page->resets[weight], changed);
    own |= changed;
  }
  gtk_widget_set_sensitive (page->reset_all, own);
  page->showing = FALSE;
}

/* ---- changing ---- */

static void
take (Page *page, DolenWeights *weights)
{
  g_autoptr (GError) error = NULL;

  if (!dolen_scheme_weights_set (page->session, weights, &error))
    dolen_session_report (page->session, error);
  show (page);
}

static void
set_level (Page *page, DolenWeight weight, DolenWeightLevel level)
{
  DolenWeights *now = dolen_scheme_weights_get (page->session);
  g_autoptr (DolenWeights) weights = NULL;

  if (now == NULL || level >= DOLEN_N_WEIGHT_LEVELS
      || level == dolen_weights_get_level (now, weight))
    return;
  weights = dolen_weights_copy (now);
  dolen_weights_set_level (weights, weight, level);
  take (page, weights);
}

static DolenWeight
weight_of (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, "weight"));
}

static void
on_level_chosen (GtkDropDown *drop, GParamSpec *pspec, Page *page)
{
  if (!page->showing)
    set_level (page, weight_of (drop), gtk_drop_down_get_selected (drop));
}

static void
on_reset_clicked (GtkButton *button, Page *page)
{
  DolenWeight weight = weight_of (button);

  gtk_widget_grab_focus (GTK_WIDGET (page->drops[weight])); /* the button is about to go pale */
  set_level (page, weight, dolen_weight_default_level (weight));
}

/* What a worker may do stays: it is no weight. */
static void
on_reset_all_clicked (GtkButton *button, Page *page)
{
  DolenWeights *now = dolen_scheme_weights_get (page->session);
  g_autoptr (DolenWeights) weights = now != NULL ? dolen_weights_copy (now) : NULL;

  for (int weight = 0; weights != NULL && weight < DOLEN_N_WEIGHTS; weight++)
    dolen_weights_set_level (weights, weight, dolen_weight_default_level (weight));
  if (weights == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (page->drops[0]));
  take (page, weights);
}

/* ---- rows ---- */

static GtkWidget *
new_drop (Page *page, DolenWeight weight)
{
  DolenLanguage language = dolen_language_current ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (int level = 0; level < DOLEN_N_WEIGHT_LEVELS; level++)
    gtk_string_list_append (model, dolen_weight_level_label (level, language));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&model)), NULL);
  g_object_set_data (G_OBJECT (drop), "weight", GUINT_TO_POINTER (weight));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dolen_weight_label (weight, language),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  dolen_weight_explanation (weight, language),
                                  -1);
  g_signal_connect (drop, "notify::selected", G_CALLBACK (on_level_chosen), page);
  return drop;
}

static GtkWidget *
new_reset (Page *page, DolenWeight weight)
{
  DolenLanguage language = dolen_language_current ();
  /* Translators: a button; which level Dolen proposes follows: "A lot". */
  g_autofree char *label
      = g_strdup_printf (_ ("As Dolen has it: %s"),
                         dolen_weight_level_label (dolen_weight_default_level (weight), language));
  GtkWidget *button = dolen_icon_button_new ("edit-undo-symbolic", label);

  g_object_set_data (G_OBJECT (button), "weight", GUINT_TO_POINTER (weight));
  g_signal_connect (button, "clicked", G_CALLBACK (on_reset_clicked), page);
  return button;
}

static GtkWidget *
new_row (Page *page, DolenWeight weight)
{
  DolenLanguage language = dolen_language_current ();
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *side;

  page->drops[weight] = GTK_DROP_DOWN (new_drop (page, weight));
  page->resets[weight] = new_reset (page, weight);
  gtk_widget_set_hexpand (GTK_WIDGET (page->drops[weight]), TRUE);
  gtk_box_append (GTK_BOX (controls), GTK_WIDGET (page->drops[weight]));
  gtk_box_append (GTK_BOX (controls), page->resets[weight]);
  gtk_widget_set_valign (controls, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), dolen_label_new (dolen_weight_label (weight, language), NULL));
  gtk_box_append (GTK_BOX (words),
                  dolen_label_new (dolen_weight_explanation (weight, language), "dim-label"));
  side = dolen_side_box_new (words, controls);
  g_object_set (
      side, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), dolen_weight_label (weight, language));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), side);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* ---- the page ---- */

static void
add_wrong (GtkWidget *box, Page *page)
{
  const char *const *wrong = dolen_scheme_weights_get_wrong (page->session);
  g_autofree char *all = wrong != NULL ? g_strjoinv ("\n", (char **) wrong) : NULL;
  g_autofree char *text = NULL;

  if (all == NULL || *all == '\0')
    return;
  /* Translators: sentences that say where a file is not right follow. */
  text = g_strdup_printf (
      _ ("Not everything in the scheme’s file was understood; Dolen’s own holds there.\n%s"), all);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (box), dolen_label_new (text, "warning"));
}

static GtkWidget *
new_weights_group (Page *page)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   _ ("How Suggestions Are Ordered"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("How much each thing counts when groups that suit are put in order for a person. It never "
         "makes a group suit that does not: ready now, ask or help first, and worth the wait are "
         "rules. It holds for everybody who works with this directory on this computer."));
  add_wrong (group, page);
  for (int weight = 0; weight < DOLEN_N_WEIGHTS; weight++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (page, weight));
  return group;
}

static GtkWidget *
new_reset_group (Page *page)
{
  GtkWidget *group = adw_preferences_group_new ();

  /* Translators: a button: every weight as Dolen proposes it. */
  page->reset_all = gtk_button_new_with_label (_ ("All as Dolen Has Them"));
  gtk_widget_set_halign (page->reset_all, GTK_ALIGN_START);
  g_signal_connect (page->reset_all, "clicked", G_CALLBACK (on_reset_all_clicked), page);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), page->reset_all);
  return group;
}

GtkWidget *
dolen_suggestions_page_new (DolenSession *session)
{
  GtkWidget *widget = adw_preferences_page_new ();
  Page *page = g_new0 (Page, 1);

  page->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (widget), PAGE, page, page_free);
  /* Translators: a page of the preferences; awgrymiadau. */
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (widget), _ ("Suggestions"));
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (widget), "suggestions");
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (widget), "view-list-ordered-symbolic");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget),
                            ADW_PREFERENCES_GROUP (new_weights_group (page)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget),
                            ADW_PREFERENCES_GROUP (new_reset_group (page)));
  dolen_scheme_page_add_may (widget,
                             dolen_session_get_settings (session),
                             _ ("Only what a worker may do is offered as help in a suggestion."));
  show (page);
  return widget;
}

void
dolen_suggestions_page_set_level (GtkWidget *page, DolenWeight weight, DolenWeightLevel level)
{
  Page *held = g_object_get_data (G_OBJECT (page), PAGE);

  g_return_if_fail (held != NULL && weight < DOLEN_N_WEIGHTS);
  gtk_drop_down_set_selected (held->drops[weight], level);
}
