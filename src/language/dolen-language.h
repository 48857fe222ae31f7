/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The two languages, which of them the interface speaks, and sentences in either of them.
 *
 * _() follows the window. What the core writes for a person (letters, hand-outs, reasons) follows
 * that person: dolen_text() and its sisters take a language. xgettext finds their messages as it
 * finds those of _() (po/meson.build).
 */
typedef enum {
  DOLEN_LANGUAGE_EN,
  DOLEN_LANGUAGE_CY,
} DolenLanguage;

#define DOLEN_N_LANGUAGES 2

/** dolen_language_code: "en" or "cy" (ISO 639-1). */
const char *dolen_language_code (DolenLanguage language);

/** dolen_language_from_code: reads "cy", "cy_GB", "cy-GB", "cym", "wel" and the same for English.
 *  Returns: FALSE, @language untouched, for NULL and for any other language. */
gboolean dolen_language_from_code (const char *code, DolenLanguage *language);

/** dolen_language_other: the other of the two. */
DolenLanguage dolen_language_other (DolenLanguage language);

/**
 * dolen_language_setup:
 *
 * Called first by every program, before gtk_init() and before a thread is started: sets the locale
 * from the environment, sees to it that messages can be had at all (gettext ignores LANGUAGE in
 * the locale "C", so C.UTF-8 takes its place; a locale that is not installed too), sets LANGUAGE to
 * cy or en_GB as the person's environment asks, and binds the catalogues.
 */
void dolen_language_setup (void);

/** dolen_language_current: the language of the interface. */
DolenLanguage dolen_language_current (void);

/**
 * dolen_language_switch:
 * @language: the language of the interface from now on
 *
 * Main thread only. What is on screen stays as it is: the caller rebuilds it.
 */
void dolen_language_switch (DolenLanguage language);

/**
 * dolen_text:
 * @language: which language
 * @msgid: the English message, a literal
 *
 * Returns: (transfer none): the message in @language; English where it has not been translated
 */
const char *dolen_text (DolenLanguage language, const char *msgid) G_GNUC_FORMAT (2);

/** dolen_ntext: the same for a counted message; Welsh has six forms (none, 1, 2, 3, 6, more). */
const char *dolen_ntext (DolenLanguage language, const char *singular, const char *plural, gulong n)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/** dolen_ctext: the same for a message that needs a context to be understood ("short month|May").
 */
const char *dolen_ctext (DolenLanguage language, const char *context, const char *msgid)
    G_GNUC_FORMAT (3);

/**
 * dolen_language_checked_count:
 * @checked: (out): Welsh messages that a Welsh speaker has read (po/README.md)
 * @total: (out): Welsh messages in all
 *
 * As of the build, for the About box.
 */
void dolen_language_checked_count (guint *checked, guint *total);

G_END_DECLS
