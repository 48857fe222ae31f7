/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-compare-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-page.h"
#include "app/dolen-text-windows.h"
#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-result-text.h"
#include "matching/dolen-reasons.h"

#include <glib/gi18n.h>

#define WIDTH 1080
#define HEIGHT 640
#define WIDEST 1400

/* One of those compared. */
typedef struct {
  DolenService *service; /* (owned) */
  GPtrArray *reasons;    /* (owned) of DolenReason */
  DolenBand band;
} Column;

static void
column_free (Column *column)
{
  dolen_service_free (column->service);
  g_ptr_array_unref (column->reasons);
  g_free (column);
}

static GPtrArray *
read_columns (DolenSession *session, DolenFindings *findings, const char *const *services)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);

  for (guint i = 0; services[i] != NULL && columns->len < DOLEN_MOST_COMPARED; i++) {
    int index = dolen_facts_find (findings->facts, services[i]);
    DolenService *service = index < 0 ? NULL
                                      : dolen_directory_get_service (
                                          dolen_session_get_directory (session), services[i], NULL);
    Column *column;

    if (service == NULL)
      continue;
    column = g_new0 (Column, 1);
    column->service = service;
    column->band = dolen_ranking_judge (findings->facts, findings->profile, (guint) index).band;
    column->reasons = dolen_reasons_new (findings->facts,
                                         findings->profile,
                                         (guint) index,
                                         service,
                                         dolen_language_current (),
                                         dolen_find_unit (dolen_session_get_settings (session)));
    g_ptr_array_add (columns, column);
  }
  return columns;
}

/* ---- one column ---- */

typedef struct {
  char *uid;         /* (owned) */
  GtkWidget *parent; /* (nullable) a weak pointer */
} Open;

static void
open_free (gpointer data, GClosure *closure)
{
  Open *open = data;

  g_clear_weak_pointer (&open->parent);
  g_free (open->uid);
  g_free (open);
}

static void
on_open_cb (GtkButton *button, const Open *open)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  if (open->parent != NULL)
    dolen_page_go (open->parent, "find", "service", open->uid);
  gtk_window_close (GTK_WINDOW (root));
}

static GtkWidget *
new_head (const Column *column, GtkWidget *parent)
{
  DolenLanguage language = dolen_language_current ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *band = dolen_detail_view_line (
      dolen_band_icon (column->band), NULL, dolen_band_label (column->band, language), NULL, NULL);
  Open *open = g_new0 (Open, 1);

  open->uid = g_strdup (column->service->uid);
  g_set_weak_pointer (&open->parent, parent);
  gtk_button_set_child (
      GTK_BUTTON (button),
      dolen_label_new (dolen_bilingual_get (&column->service->name, language), "heading"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_open_cb), open, open_free, 0);
  gtk_widget_add_css_class (band, dolen_band_class (column->band));
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (head), band);
  return head;
}

/* What is said under one criterion; a dash where nothing is. */
static GtkWidget *
new_cell (const Column *column, DolenCriterion criterion)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  DolenLanguage language = dolen_language_current ();

  for (guint i = 0; i < column->reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (column->reasons, i);

    if (reason->criterion == criterion)
      gtk_box_append (GTK_BOX (cell),
                      dolen_detail_view_line (dolen_verdict_icon (reason->verdict),
                                              dolen_verdict_words (reason->verdict, language),
                                              reason->text,
                                              dolen_verdict_words (reason->verdict, language),
                                              NULL));
  }
  if (gtk_widget_get_first_child (cell) == NULL)
    gtk_box_append (GTK_BOX (cell), dolen_label_new ("–", "dim-label"));
  return cell;
}

static gboolean
is_spoken_of (const GPtrArray *columns, DolenCriterion criterion)
{
  for (guint c = 0; c < columns->len; c++) {
    const Column *column = g_ptr_array_index (columns, c);

    for (guint i = 0; i < column->reasons->len; i++)
      if (((const DolenReason *) g_ptr_array_index (column->reasons, i))->criterion == criterion)
        return TRUE;
  }
  return FALSE;
}

/* @groups: one for the heads and one for each criterion: the same thing stands equally high. */
static GtkWidget *
new_column (const GPtrArray *columns, guint at, GtkSizeGroup *const *groups, GtkWidget *parent)
{
  const Column *column = g_ptr_array_index (columns, at);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = new_head (column, parent);

  gtk_widget_set_size_request (box, 220, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_size_group_add_widget (groups[DOLEN_N_CRITERIA], head);
  gtk_box_append (GTK_BOX (box), head);
  for (guint c = 0; c < DOLEN_N_CRITERIA; c++) {
    GtkWidget *cell;

    if (!is_spoken_of (columns, (DolenCriterion) c))
      continue;
    cell = new_cell (column, (DolenCriterion) c);
    gtk_size_group_add_widget (groups[c], cell);
    gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    gtk_box_append (GTK_BOX (box), cell);
  }
  return box;
}

static GtkWidget *
new_columns (const GPtrArray *columns, GtkWidget *parent)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkSizeGroup *groups[DOLEN_N_CRITERIA + 1];

  for (guint g = 0; g <= DOLEN_N_CRITERIA; g++)
    groups[g] = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  g_object_set (flow,
                "selection-mode",
                GTK_SELECTION_NONE,
                "homogeneous",
                TRUE,
                "min-children-per-line",
                1,
                "max-children-per-line",
                columns->len,
                "column-spacing",
                18,
                "row-spacing",
                24,
                NULL);
  for (guint c = 0; c < columns->len; c++)
    gtk_flow_box_append (GTK_FLOW_BOX (flow), new_column (columns, c, groups, parent));
  for (guint g = 0; g <= DOLEN_N_CRITERIA; g++)
    g_object_unref (groups[g]);
  return flow;
}

GtkWindow *
dolen_compare_window_new (DolenSession *session,
                          DolenFindings *findings,
                          const char *const *services,
                          GtkWidget *parent)
{
  g_autoptr (GPtrArray) columns = NULL;
  GtkWindow *window;
  AdwClamp *clamp;
  GtkBox *box;

  g_return_val_if_fail (findings->facts != NULL && findings->profile != NULL, NULL);
  columns = read_columns (session, findings, services);
  if (columns->len < 2)
    return NULL;
  /* Translators: a window: groups side by side. */
  window = dolen_text_window_new (_ ("Compare"), &box);
  clamp = ADW_CLAMP (gtk_widget_get_parent (GTK_WIDGET (box)));
  adw_clamp_set_maximum_size (clamp, WIDEST);
  adw_clamp_set_tightening_threshold (clamp, WIDEST);
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  gtk_box_append (box, new_columns (columns, parent));
  /* What it says is of a person. */
  g_signal_connect_object (
      session, "locking", G_CALLBACK (gtk_window_destroy), window, G_CONNECT_SWAPPED);
  return window;
}
