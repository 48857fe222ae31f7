/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-draft-keeper.h"
#include "app/casework/dolen-refer-details.h"
#include "app/casework/dolen-refer-form.h"
#include "app/casework/dolen-refer-text.h"
#include "app/casework/dolen-refer-window.h"

G_BEGIN_DECLS

/* What the window (dolen-refer-window.c) and its acts (dolen-refer-acts.c) share, and nobody else.
 */
struct _DolenReferWindow {
  AdwWindow parent_instance;

  DolenSession *session;           /* (owned) */
  DolenPerson *person;             /* (owned) */
  DolenService *service;           /* (owned) (nullable) where it is in the directory */
  DolenOrganisation *organisation; /* (owned) (nullable) */
  DolenReferral *referral;         /* (owned): as the form stands */
  DolenReferral *afresh;           /* (owned): as the form stood before anything was typed */
  char *initial;                   /* (owned): what needs no draft, as JSON */
  GPtrArray *share_rows;           /* (owned) of GtkWidget, not owned */
  char *today;                     /* (owned) */
  gboolean stored;                 /* a draft of it stands in the case records */
  gboolean filling;
  DolenDraftKeeper *keeper; /* (owned) */
  DolenReferForm form;
  DolenReferDetails *details; /* of the form's page */

  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkWidget *preview;
  AdwPreferencesPage *form_page;
  AdwActionRow *person_row;
  AdwActionRow *service_row;
  AdwComboRow *consent_row;
  AdwComboRow *consent_by_row;
  GtkEditable *consent_on_row;
  AdwExpanderRow *override_row;
  AdwComboRow *override_reason_row;
  GtkEditable *override_note_row;
  GtkLabel *consent_label;
  AdwPreferencesGroup *consent_group;
  AdwPreferencesGroup *share_group;
  AdwComboRow *next_row;
  GtkEditable *next_by_row;
  GtkSwitch *along_switch;
  AdwComboRow *told_row;
  GtkEditable *check_row;
  GtkToggleButton *welsh_button;
  GtkToggleButton *english_button;
  GtkTextView *letter_view;
  GtkWidget *sender_hint;
  GtkWidget *told_label;
  GtkButton *send_button;
  AdwBin *buttons_bin;
  DolenSafePaper *safe;  /* (owned) (nullable) the paper may harm: it is asked about */
  AdwComboRow *safe_row; /* (nullable) the question */
  gboolean safe_unread;  /* whether to ask cannot be told: no paper leaves */
};

/* ---- dolen-refer-safe.c ---- */

/** dolen_refer_window_add_safe: over the buttons of a signposting: whether the paper is safe at
 *  home, where that must be asked. */
void dolen_refer_window_add_safe (DolenReferWindow *self, GtkBox *box);

/** dolen_refer_window_paper_may_leave: FALSE: the question is not answered yet. */
gboolean dolen_refer_window_paper_may_leave (DolenReferWindow *self);

/** dolen_refer_window_get_discreet: (transfer none) (nullable): the list, where the paper is not
 *  safe; for DolenReferText. */
const DolenSafePaper *dolen_refer_window_get_discreet (DolenReferWindow *self);

/** dolen_refer_window_update: reads the form and shows what follows of it. */
void dolen_refer_window_update (DolenReferWindow *self);

/* ---- of the window, for its acts ---- */

/** dolen_refer_window_toast: shows @text (plain) before any other toast. */
void dolen_refer_window_toast (DolenReferWindow *self, const char *text);

/** dolen_refer_window_report: the same for what @error means. */
void dolen_refer_window_report (DolenReferWindow *self, const GError *error);

/** dolen_refer_window_read: takes what stands in the form into the referral. */
void dolen_refer_window_read (DolenReferWindow *self);

/** dolen_refer_window_text_from: what the text that leaves is made from; good while the form
 *  stands unchanged. */
DolenReferText dolen_refer_window_text_from (DolenReferWindow *self);

/** dolen_refer_window_show_text: makes the preview anew. */
void dolen_refer_window_show_text (DolenReferWindow *self);

/** dolen_refer_window_mark_kept: as it stands now nothing is typed that a draft must keep. */
void dolen_refer_window_mark_kept (DolenReferWindow *self);

/* ---- its acts: what its buttons do ---- */

void dolen_refer_window_on_draft (DolenReferWindow *self);
void dolen_refer_window_on_send (DolenReferWindow *self);
/** dolen_refer_window_add_buttons: once the window knows its session and person. */
void dolen_refer_window_add_buttons (DolenReferWindow *self);
void dolen_refer_window_on_sender (DolenReferWindow *self);

G_END_DECLS
