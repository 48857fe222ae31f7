/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A window that shows a paper about a person before it leaves Dolen: in which language, then print,
 * copy, save as a PDF, or as FHIR. Nothing is sent by itself; what leaves is out of Dolen's reach,
 * and the window says so. It goes away when the case records lock.
 */
#define DOLEN_TYPE_PAPER_WINDOW (dolen_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenPaperWindow, dolen_paper_window, DOLEN, PAPER_WINDOW, AdwWindow)

/** DolenPaperText: (transfer full): the paper in @language. */
typedef char *(*DolenPaperText) (DolenSession *session, gpointer data, DolenLanguage language);

/** DolenPaperOptions: (transfer floating): what is chosen above the paper; it changes @data and
 * calls dolen_paper_window_refresh(). */
typedef GtkWidget *(*DolenPaperOptions) (DolenPaperWindow *self, gpointer data);

/** DolenPaperOut: it left: @how is "printed", "copied" or "exported"; @text is what left. */
typedef void (*DolenPaperOut) (DolenSession *session,
                               gpointer data,
                               DolenLanguage language,
                               const char *text,
                               const char *how);

/** DolenPaperSpec: copied; the texts must be static or translated. */
typedef struct {
  const char *title;  /* never a name */
  const char *job;    /* in the print queue; and the file proposed, without its ending */
  const char *what;   /* DOLEN_EXPORT_*: for the log */
  const char *person; /* uid of whom it is about; needed while the window is made */
  DolenLanguage language;
  DolenPaperText text;
  DolenPaperText xml;            /* (nullable): the same as FHIR XML */
  DolenPaperOptions options;     /* (nullable) */
  DolenPaperOut out;             /* (nullable) */
  gboolean unsigned_ok;          /* nobody signs it: as DolenLetterButtonsSpec has it */
  char *(*code) (gpointer data); /* (nullable): as its .dup_code */
  gpointer data;                 /* (transfer full) */
  GDestroyNotify free_data;
} DolenPaperSpec;

GtkWindow *dolen_paper_window_new (DolenSession *session, const DolenPaperSpec *spec);

/** dolen_paper_window_get_session: (transfer none). */
DolenSession *dolen_paper_window_get_session (DolenPaperWindow *self);

/** dolen_paper_window_refresh: what it is made from has changed: writes it anew. */
void dolen_paper_window_refresh (DolenPaperWindow *self);

/** dolen_paper_window_add_button: one more beneath the paper: what is done in its stead. */
void dolen_paper_window_add_button (DolenPaperWindow *self, GtkWidget *button);

/** dolen_paper_window_get_text: (transfer none): what is shown. */
const char *dolen_paper_window_get_text (DolenPaperWindow *self);

G_END_DECLS
