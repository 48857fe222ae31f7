/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-referrer-form.h"

#include "app/casework/dolen-letter-buttons.h"
#include "base/dolen-text.h"
#include "reports/dolen-letter.h"

#include <glib/gi18n.h>

/* The letter in a small form: its buttons, and how it was given out. */

static const char *const codes[] = { NULL, "telephoned", "copied", "printed", "exported" };

const char *
dolen_tell_code (guint how)
{
  return how < G_N_ELEMENTS (codes) ? codes[how] : NULL;
}

void
dolen_tell_add_how (DolenSmallForm *form, gboolean telephone)
{
  const char *const names[] = { _ ("Not yet"),
                                telephone ? _ ("By telephone") : _ ("Written by hand"),
                                _ ("Copied, to be sent"),
                                _ ("Printed, to be sent"),
                                _ ("Saved as a file, to be sent"),
                                NULL };

  dolen_small_form_add_choice (form,
                               "how",
                               telephone ? _ ("How they were told") : _ ("How it goes out"),
                               names,
                               DOLEN_TELL_NOT_YET);
}

static char *
write_letter (gpointer owner, DolenLetterFormat format)
{
  DolenSmallForm *form = owner;
  const char *large = g_object_get_data (G_OBJECT (form), "large");
  char *text = dolen_small_form_dup_text (form, "text");
  char *markup;

  if (text == NULL || format == DOLEN_LETTER_TEXT)
    return text;
  markup = dolen_letter_to_markup (text,
                                   large != NULL && dolen_small_form_get_choice (form, large) == 1);
  dolen_wipe_string (text);
  return markup;
}

/* Translators: in the print queue, and the file proposed: letters and hyphens only. */
static char *
dup_name (gpointer owner)
{
  return g_strdup (_ ("letter"));
}

static void
left (gpointer owner, const char *how)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], how) == 0)
      dolen_small_form_set_choice (owner, "how", i);
}

/* Another name under it writes it anew, as another language does. */
static void
renamed (gpointer owner)
{
  guint *shown = g_object_get_data (owner, "shown");

  *shown = G_MAXUINT;
  g_signal_emit_by_name (owner, "changed");
}

void
dolen_tell_add_buttons (
    DolenSmallForm *form, const char *person, const char *what, const char *large, guint *shown)
{
  const DolenLetterButtonsSpec spec = { .session = dolen_small_form_get_session (form),
                                        .person = person,
                                        .what = what,
                                        .write = write_letter,
                                        .dup_name = dup_name,
                                        .left = left,
                                        .renamed = renamed };

  g_object_set_data (G_OBJECT (form), "shown", shown);
  g_object_set_data_full (G_OBJECT (form), "large", g_strdup (large), g_free);
  dolen_small_form_add (form, dolen_letter_buttons_new (&spec, G_OBJECT (form)));
}
