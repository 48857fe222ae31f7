/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "app/dolen-way-out.h"

G_BEGIN_DECLS

/*
 * Beneath every paper that may leave Dolen: Print, Copy, Save as PDF (and as FHIR), with where it
 * goes, and, in words, what came of it. Above them stands that nobody signs it, while the
 * preferences have no name, and a button that leads there. Each goes by dolen-way-out.h, which
 * writes the log.
 */

/** DolenLetterFormat: what a paper is asked for as. */
typedef enum {
  DOLEN_LETTER_TEXT,   /* plain */
  DOLEN_LETTER_MARKUP, /* Pango markup, for pages */
  DOLEN_LETTER_XML,    /* FHIR */
} DolenLetterFormat;

/** DolenLetterButtonsSpec: copied. The functions get the owner. */
typedef struct {
  DolenSession *session;
  const char *person; /* (nullable) uid of whom it is about */
  const char *what;   /* DOLEN_EXPORT_*; static */
  /** (transfer full) (nullable): NULL: there is nothing to hand out, and the owner said why. */
  char *(*write) (gpointer owner, DolenLetterFormat format);
  /** (transfer full): in the print queue, and the file proposed without its ending: a reference,
   * the kind of paper; never a name. Asked after .write. */
  char *(*dup_name) (gpointer owner);
  /** (transfer full) (nullable): for a scanner, beneath the paper; never a name. Asked after
   * .write. */
  char *(*dup_code) (gpointer owner);
  /** (nullable): it is out. @how: DOLEN_EXPORT_PRINTED, _COPIED, _SAVED. */
  void (*left) (gpointer owner, const char *how);
  /** (nullable): the paper as drawn pages, which are printed and saved in place of the markup;
   * FALSE: there is nothing to hand out. Its data is (transfer full). */
  gboolean (*make_pages) (gpointer owner, DolenPrintPages *pages);
  const char *note;     /* (nullable) in place of what is said of the case records; static */
  gboolean fhir;        /* .write knows DOLEN_LETTER_XML */
  gboolean unsigned_ok; /* nobody signs it, or its owner says itself that nobody does */
  /** (nullable): who signs has changed: the paper is to be written anew. */
  void (*renamed) (gpointer owner);
} DolenLetterButtonsSpec;

/** dolen_letter_buttons_new: (transfer floating): @owner: an object; the buttons do nothing once it
 * is gone. */
GtkWidget *dolen_letter_buttons_new (const DolenLetterButtonsSpec *spec, GObject *owner);

/** dolen_letter_buttons_print, _copy: what the buttons do; for tests. */
void dolen_letter_buttons_print (GtkWidget *buttons);
void dolen_letter_buttons_copy (GtkWidget *buttons);

/** dolen_letter_buttons_save: what a button does once a file was chosen; FALSE: it says why.
 * @format: _XML or anything else for a PDF. Drawn pages (.make_pages) are saved bit by bit, with a
 * bar of progress and a button that stops it: TRUE then says that it has begun. */
gboolean dolen_letter_buttons_save (GtkWidget *buttons, const char *path, DolenLetterFormat format);

/** dolen_letter_buttons_is_saving: whether drawn pages are still on their way. */
gboolean dolen_letter_buttons_is_saving (GtkWidget *buttons);

/** dolen_letter_buttons_dup_file_name: (transfer full): the name proposed for a file. */
char *dolen_letter_buttons_dup_file_name (GtkWidget *buttons, DolenLetterFormat format);

/** dolen_letter_buttons_get_message: (transfer none): what is said beneath them; "" nothing. */
const char *dolen_letter_buttons_get_message (GtkWidget *buttons);

/** dolen_letter_buttons_find: (transfer none) (nullable): those below @root; for tests. */
GtkWidget *dolen_letter_buttons_find (GtkWidget *root);

/** dolen_letter_buttons_set_sensitive: whether the paper may leave as it stands. */
void dolen_letter_buttons_set_sensitive (GtkWidget *buttons, gboolean sensitive);

G_END_DECLS
