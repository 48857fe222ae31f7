/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A small window that finishes one thing: a few fields, each with a key, and one button with a
 * verb. What is missing is said in the window. What is typed is kept sealed as a draft and comes
 * back; the window goes away when the case records lock. Signal "changed" () after each change of a
 * field by a person.
 */
#define DOLEN_TYPE_SMALL_FORM (dolen_small_form_get_type ())
G_DECLARE_FINAL_TYPE (DolenSmallForm, dolen_small_form, DOLEN, SMALL_FORM, AdwWindow)

/** DolenSmallFormFunc: does the act; FALSE with @error where the form must stay and say why. @undo:
 *  (out): what the toast offers. */
typedef gboolean (*DolenSmallFormFunc) (DolenSmallForm *form,
                                        gpointer data,
                                        DolenUndo **undo,
                                        GError **error);

/** DolenSmallFormSpec: copied by dolen_small_form_new(). */
typedef struct {
  const char *title;  /* of the window: never names a person */
  const char *button; /* a verb, with a mnemonic */
  const char *draft;  /* kind of its draft (dolen-draft-open.h) */
  const char *person; /* (nullable) uid of whom it is about */
  DolenSmallFormFunc func;
  gpointer data;            /* (transfer full) for @func */
  GDestroyNotify free_data; /* (nullable) */
} DolenSmallFormSpec;

/** dolen_small_form_new: (transfer none): add its fields, then call dolen_small_form_begin(). */
DolenSmallForm *dolen_small_form_new (DolenSession *session, const DolenSmallFormSpec *spec);

DolenSession *dolen_small_form_get_session (DolenSmallForm *self);
/** dolen_small_form_get_data: (transfer none): what the spec gave. */
gpointer dolen_small_form_get_data (DolenSmallForm *self);

/** dolen_small_form_add: any widget beneath what is there. */
void dolen_small_form_add (DolenSmallForm *self, GtkWidget *widget);

/** dolen_small_form_add_choice: @names: in words, in the language of the window; NULL-terminated.
 */
void dolen_small_form_add_choice (DolenSmallForm *self,
                                  const char *key,
                                  const char *title,
                                  const char *const *names,
                                  guint selected);

/** dolen_small_form_add_entry: one line. @text: (nullable): what stands in it at first. */
void dolen_small_form_add_entry (DolenSmallForm *self,
                                 const char *key,
                                 const char *title,
                                 const char *text);

/** dolen_small_form_add_text: several lines, the title above them. */
void dolen_small_form_add_text (DolenSmallForm *self, const char *key, const char *title);

/** dolen_small_form_add_check: a tick. */
void dolen_small_form_add_check (DolenSmallForm *self,
                                 const char *key,
                                 const char *title,
                                 gboolean active);
gboolean dolen_small_form_get_check (DolenSmallForm *self, const char *key);
/** dolen_small_form_set_check: as if a person did it; for tests and for the tour. */
void dolen_small_form_set_check (DolenSmallForm *self, const char *key, gboolean active);

/** dolen_small_form_get_number: @number: (out): what is typed; -1 where nothing is. FALSE with an
 * error where it is no number from 0 to @most. */
gboolean dolen_small_form_get_number (
    DolenSmallForm *self, const char *key, int most, int *number, GError **error);

/** dolen_small_form_begin: all fields stand: takes up what was being typed before. */
void dolen_small_form_begin (DolenSmallForm *self);

guint dolen_small_form_get_choice (DolenSmallForm *self, const char *key);
/** dolen_small_form_dup_text: (transfer full) (nullable): what is typed, cleaned; NULL: nothing. */
char *dolen_small_form_dup_text (DolenSmallForm *self, const char *key);
/** dolen_small_form_dup_date: @date: (out) (transfer full) (nullable): civil date; NULL where
 * nothing is typed. FALSE with DOLEN_ERROR_INVALID where what is typed is no date. */
gboolean
dolen_small_form_dup_date (DolenSmallForm *self, const char *key, char **date, GError **error);

/** dolen_small_form_dup_number: @number: (out): what is typed, 0 to @most; 0 where nothing is.
 * FALSE with DOLEN_ERROR_INVALID where it is no such number. */
gboolean dolen_small_form_dup_number (
    DolenSmallForm *self, const char *key, guint most, int *number, GError **error);

/** dolen_small_form_show: shows or hides a field. */
void dolen_small_form_show (DolenSmallForm *self, const char *key, gboolean visible);

/** dolen_small_form_set_choice, _set_text: as if a person did it; for tests and for the tour. */
void dolen_small_form_set_choice (DolenSmallForm *self, const char *key, guint selected);
void dolen_small_form_set_text (DolenSmallForm *self, const char *key, const char *text);

/** dolen_small_form_lead_to: turns the field @key into view, with the focus in it: what is missing
 * or wrong. A day or a number that cannot be read is led to by itself. */
void dolen_small_form_lead_to (DolenSmallForm *self, const char *key);

/** dolen_small_form_act: what the button does; FALSE where the form stays. */
gboolean dolen_small_form_act (DolenSmallForm *self);

/** dolen_small_form_tell_remains: says so where what was just destroyed left bytes in a log. */
void dolen_small_form_tell_remains (DolenSmallForm *form);

G_END_DECLS
