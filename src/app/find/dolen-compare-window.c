/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-compare-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-page.h"
#include "app/dolen-text-windows.h"
#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-result-text.h"
#include "base/dolen-time.h"
#include "matching/dolen-reasons.h"

#include <glib/gi18n.h>

#define WIDTH 1080
#define HEIGHT 640
#define WIDEST 1400
#define NARROWEST 220 /* a column: of the next one something is seen in the smallest window */
#define FIRST_NOT_COMPARED DOLEN_DETAIL_FUNDING /* funding and what comes after is not compared */

/* One of those compared. */
typedef struct {
  DolenService *service; /* (owned) */
  GPtrArray *reasons;    /* (owned) (nullable) of DolenReason: for a person; else */
  GPtrArray *facts;      /* (owned) (nullable) of DolenDetailFact */
  DolenBand band;        /* for a person */
} Column;

static void
column_free (Column *column)
{
  dolen_service_free (column->service);
  g_clear_pointer (&column->reasons, g_ptr_array_unref);
  g_clear_pointer (&column->facts, g_ptr_array_unref);
  g_free (column);
}

/* What speaks for it and against it; (nullable) where it is not among what was ranked. */
static Column *
judge (DolenSession *session, DolenFindings *findings, DolenService *service)
{
  int index = dolen_facts_find (findings->facts, service->uid);
  Column *column;

  if (index < 0)
    return NULL;
  column = g_new0 (Column, 1);
  column->service = service;
  column->band = dolen_ranking_judge (findings->facts, findings->profile, (guint) index).band;
  column->reasons = dolen_reasons_new (findings->facts,
                                       findings->profile,
                                       (guint) index,
                                       service,
                                       dolen_language_current (),
                                       dolen_find_unit (dolen_session_get_settings (session)));
  return column;
}

/* What is known of it. */
static Column *
tell (DolenService *service)
{
  g_autofree char *today = dolen_date_today ();
  const DolenDetailSource source = { .service = service,
                                     .vocabulary = dolen_vocabulary_default (NULL),
                                     .language = dolen_language_current (),
                                     .today = today };
  Column *column = g_new0 (Column, 1);

  column->service = service;
  column->facts = dolen_detail_facts_new (&source);
  return column;
}

static GPtrArray *
read_columns (DolenSession *session, DolenFindings *findings, const char *const *services)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);

  for (guint i = 0; services[i] != NULL && columns->len < DOLEN_MOST_COMPARED; i++) {
    DolenService *service
        = dolen_directory_get_service (dolen_session_get_directory (session), services[i], NULL);
    Column *column = NULL;

    if (service != NULL)
      column = findings != NULL ? judge (session, findings, service) : tell (service);
    if (column != NULL)
      g_ptr_array_add (columns, column);
    else
      dolen_service_free (service);
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
  Open *open = g_new0 (Open, 1);

  open->uid = g_strdup (column->service->uid);
  g_set_weak_pointer (&open->parent, parent);
  gtk_button_set_child (
      GTK_BUTTON (button),
      dolen_label_new (dolen_bilingual_get (&column->service->name, language), "heading"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_open_cb), open, open_free, 0);
  gtk_box_append (GTK_BOX (head), button);
  if (column->reasons != NULL) {
    GtkWidget *band = dolen_detail_view_line (dolen_band_icon (column->band),
                                              NULL,
                                              dolen_band_label (column->band, language),
                                              NULL,
                                              NULL);

    gtk_widget_add_css_class (band, dolen_band_class (column->band));
    gtk_box_append (GTK_BOX (head), band);
  }
  return head;
}

/* A row of the table: a criterion for a person, else a part of what is known. */
#define N_ROWS MAX ((int) DOLEN_N_CRITERIA, (int) FIRST_NOT_COMPARED)

static void
add_reasons (GtkBox *cell, const Column *column, DolenCriterion criterion)
{
  DolenLanguage language = dolen_language_current ();

  for (guint i = 0; i < column->reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (column->reasons, i);

    if (reason->criterion == criterion)
      gtk_box_append (cell,
                      dolen_detail_view_line (dolen_verdict_icon (reason->verdict),
                                              dolen_verdict_words (reason->verdict, language),
                                              reason->text,
                                              dolen_verdict_words (reason->verdict, language),
                                              NULL));
  }
}

static void
add_facts (GtkBox *cell, const Column *column, DolenDetailPart part)
{
  for (guint i = 0; i < column->facts->len; i++) {
    const DolenDetailFact *fact = g_ptr_array_index (column->facts, i);

    if (fact->part == part)
      gtk_box_append (cell, dolen_detail_view_fact (fact));
  }
}

static void
add_lines (GtkBox *cell, const Column *column, guint row)
{
  if (column->reasons != NULL)
    add_reasons (cell, column, (DolenCriterion) row);
  else if (row < FIRST_NOT_COMPARED)
    add_facts (cell, column, (DolenDetailPart) row);
}

/* A dash where nothing is said; reasons speak for themselves, facts have a heading. */
static GtkWidget *
new_cell (const Column *column, guint row)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  if (column->facts != NULL)
    gtk_box_append (
        GTK_BOX (cell),
        dolen_label_new (dolen_detail_part_title ((DolenDetailPart) row, dolen_language_current ()),
                         "caption-heading"));
  add_lines (GTK_BOX (lines), column, row);
  if (gtk_widget_get_first_child (lines) == NULL)
    gtk_box_append (GTK_BOX (lines), dolen_label_new ("–", "dim-label"));
  gtk_box_append (GTK_BOX (cell), lines);
  return cell;
}

static gboolean
says (const Column *column, guint row)
{
  for (guint i = 0; column->reasons != NULL && i < column->reasons->len; i++)
    if ((guint) ((const DolenReason *) column->reasons->pdata[i])->criterion == row)
      return TRUE;
  for (guint i = 0; column->facts != NULL && row < FIRST_NOT_COMPARED && i < column->facts->len;
       i++)
    if ((guint) ((const DolenDetailFact *) column->facts->pdata[i])->part == row)
      return TRUE;
  return FALSE;
}

static gboolean
is_spoken_of (const GPtrArray *columns, guint row)
{
  for (guint c = 0; c < columns->len; c++)
    if (says (g_ptr_array_index (columns, c), row))
      return TRUE;
  return FALSE;
}

/* @groups: one for the heads and one for each row: the same thing stands equally high. */
static GtkWidget *
new_column (const GPtrArray *columns, guint at, GtkSizeGroup *const *groups, GtkWidget *parent)
{
  const Column *column = g_ptr_array_index (columns, at);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = new_head (column, parent);

  gtk_widget_set_size_request (box, NARROWEST, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_size_group_add_widget (groups[N_ROWS], head);
  gtk_box_append (GTK_BOX (box), head);
  for (guint row = 0; row < N_ROWS; row++) {
    GtkWidget *cell;

    if (!is_spoken_of (columns, row))
      continue;
    cell = new_cell (column, row);
    gtk_size_group_add_widget (groups[row], cell);
    gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    gtk_box_append (GTK_BOX (box), cell);
  }
  return box;
}

/* A flow box makes them equally wide to the pixel, which the groups of their heights need. */
static GtkWidget *
new_columns (const GPtrArray *columns, GtkWidget *parent)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkSizeGroup *groups[N_ROWS + 1];

  for (guint g = 0; g <= N_ROWS; g++)
    groups[g] = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  g_object_set (flow,
                "selection-mode",
                GTK_SELECTION_NONE,
                "homogeneous",
                TRUE,
                "min-children-per-line",
                columns->len,
                "max-children-per-line",
                columns->len,
                "column-spacing",
                18,
                NULL);
  for (guint c = 0; c < columns->len; c++)
    gtk_flow_box_append (GTK_FLOW_BOX (flow), new_column (columns, c, groups, parent));
  for (guint g = 0; g <= N_ROWS; g++)
    g_object_unref (groups[g]);
  return flow;
}

/* Where it is narrow not all of them are in sight: who opens it sees how many there are. */
static GtkWidget *
new_names (const GPtrArray *columns)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *compared = NULL;

  for (guint i = 0; i < columns->len; i++) {
    const Column *column = g_ptr_array_index (columns, i);

    g_string_append_printf (
        names,
        "%s%s",
        i > 0 ? " · " : "",
        dolen_bilingual_get (&column->service->name, dolen_language_current ()));
  }
  /* Translators: above groups that are compared: their names. */
  compared = g_strdup_printf (_ ("Compared: %s"), names->str);
  return dolen_label_new (compared, "dim-label");
}

/* Beside one another in any window: they are moved sideways where it is narrow, and the bar that
 * says so is always there. Tab goes from name to name, and what has the focus is in sight. */
static void
scroll_sideways (GtkWidget *box, GtkWidget *names)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (box, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *content = gtk_widget_get_parent (scrolled);

  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scrolled), FALSE);
  g_object_set (names, "margin-top", 12, "margin-start", 12, "margin-end", 12, NULL);
  gtk_box_insert_child_after (GTK_BOX (content), names, gtk_widget_get_prev_sibling (scrolled));
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

  g_return_val_if_fail (findings == NULL || (findings->facts != NULL && findings->profile != NULL),
                        NULL);
  columns = read_columns (session, findings, services);
  if (columns->len < 2)
    return NULL;
  /* Translators: a window: groups side by side. */
  window = dolen_text_window_new (_ ("Compare"), &box);
  clamp = ADW_CLAMP (gtk_widget_get_parent (GTK_WIDGET (box)));
  adw_clamp_set_maximum_size (clamp, WIDEST);
  adw_clamp_set_tightening_threshold (clamp, WIDEST);
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  scroll_sideways (GTK_WIDGET (box), new_names (columns));
  gtk_box_append (box, new_columns (columns, parent));
  /* What it says is of a person. */
  g_signal_connect_object (
      session, "locking", G_CALLBACK (gtk_window_destroy), window, G_CONNECT_SWAPPED);
  return window;
}
