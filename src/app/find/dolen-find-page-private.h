/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-find-page.h"
#include "app/find/dolen-chip-row.h"
#include "app/find/dolen-filter-form.h"
#include "app/find/dolen-find-notice.h"

G_BEGIN_DECLS

/* The page's own: what it holds (dolen-find-page.c), how it shows what was found
 * (dolen-find-page-show.c), what it asks (dolen-find-page-ask.c). */
struct _DolenFindPage {
  AdwBin parent_instance;
  DolenSession *session;       /* (owned) */
  DolenVocabulary *vocabulary; /* (owned) (nullable) before it is built */
  DolenFindFilters *filters;   /* (owned) what is asked now */
  DolenFindFilters *words;     /* (owned) (nullable) the open person's, as recorded */
  DolenFindFilters *own;       /* (owned) (nullable) what was asked before a person was opened */
  char *person;                /* (owned) (nullable) uid whom @filters are of */
  DolenFindings *findings;     /* (owned) (nullable) what is shown */
  GCancellable *cancellable;   /* (owned) (nullable) of the search under way */
  char *restore_uid;           /* (owned) (nullable) to be selected when the findings come */
  gboolean stale;              /* search again when it is shown */
  gboolean changed;    /* what is shown of each may be another, though the ids are the same */
  gboolean unsuitable; /* show those that do not suit */
  gboolean fit;        /* the map shows all of the next findings */
  gboolean setting;    /* widgets are being set from here */
  guint frames;        /* to be waited for before the selected pin is looked for */
  guint fold_source;   /* idle source, 0 none */

  GtkWidget *switch_bar;
  GtkToggleButton *list_toggle;
  GtkToggleButton *map_toggle;
  AdwLeaflet *leaflet;
  GtkWidget *list_side;
  AdwBin *map_side;
  AdwBin *detail_side;
  GtkWidget *detail_separator;
  GtkSearchEntry *entry;
  GtkToggleButton *filters_toggle;
  DolenChipRow *chips;
  GtkLabel *sentence;
  DolenFindNotice *notice;
  GtkStack *stack;
  DolenFindList *list;
  AdwStatusPage *nothing;
  AdwStatusPage *error;
  GtkWidget *farther_button;
  GtkWidget *clear_button;
  GtkBox *without_box;
  AdwBin *form_place;

  DolenFilterForm *form;   /* (nullable) */
  DolenResultsMap *map;    /* (nullable) */
  DolenDetailPane *detail; /* (nullable) */
};

/* ---- dolen-find-page-show.c and dolen-find-page-ask.c ---- */

void dolen_find_page_on_folded_cb (DolenFindPage *self);
void dolen_find_page_on_view_toggled_cb (DolenFindPage *self);
void dolen_find_page_on_list_selected_cb (DolenFindPage *self, gint64 id);
void dolen_find_page_on_opened_cb (DolenFindPage *self, gint64 id);
void dolen_find_page_on_several_cb (DolenFindPage *self, GArray *ids);
void dolen_find_page_close_detail (DolenFindPage *self);
void dolen_find_page_show_detail (DolenFindPage *self, gboolean open);
void dolen_find_page_select_id (DolenFindPage *self, gint64 id);
void dolen_find_page_open_id (DolenFindPage *self, gint64 id);
void dolen_find_page_show_state (DolenFindPage *self);
void dolen_find_page_show_chips (DolenFindPage *self);
void dolen_find_page_show_findings (DolenFindPage *self, DolenFindings *findings);
void dolen_find_page_show_side (DolenFindPage *self, const char *name);
gboolean
dolen_find_page_escape_binding (GtkWidget *widget, GVariant *arguments, gpointer user_data);
void dolen_find_page_start_search (DolenFindPage *self, gboolean typing, int priority);
void dolen_find_page_show_error (DolenFindPage *self, const GError *error);
gboolean dolen_find_page_take_text (DolenFindPage *self);
void dolen_find_page_on_search_changed_cb (DolenFindPage *self);
void dolen_find_page_on_search_activated_cb (DolenFindPage *self);
void dolen_find_page_on_stop_search_cb (DolenFindPage *self);
void dolen_find_page_on_form_changed_cb (DolenFindPage *self);
void dolen_find_page_on_filters_toggled_cb (DolenFindPage *self);
void dolen_find_page_on_show_results_cb (DolenFindPage *self);
void dolen_find_page_on_chip_removed_cb (DolenFindPage *self, DolenFilterChip *chip);
void dolen_find_page_on_reset_cb (DolenFindPage *self);
void dolen_find_page_on_clear_cb (DolenFindPage *self);
void dolen_find_page_on_farther_cb (DolenFindPage *self);
void dolen_find_page_on_unsuitable_cb (DolenFindPage *self, gboolean show);
void dolen_find_page_on_gap_cb (DolenFindPage *self);
void dolen_find_page_take_person (DolenFindPage *self);
void dolen_find_page_on_person_changed_cb (DolenFindPage *self);
void dolen_find_page_on_casework_changed_cb (DolenFindPage *self);
void dolen_find_page_on_directory_changed_cb (DolenFindPage *self);
void dolen_find_page_show_filters (DolenFindPage *self);

/* ---- dolen-find-page-talk.c ---- */

void dolen_find_page_talk_action (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
