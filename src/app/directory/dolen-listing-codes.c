/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-codes.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-listing-edits.h"
#include "base/dolen-text.h"
#include "directory/dolen-sentences.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN "dolen-codes"
#define CODE "dolen-code"

typedef struct {
  DolenListingFrame *frame; /* (weak) that holds it */
  const DolenListingCodes *codes;
  GPtrArray *checks; /* (owned) of GtkCheckButton */
  gboolean setting;
} Codes;

static void
codes_free (gpointer data)
{
  Codes *codes = data;

  g_ptr_array_unref (codes->checks);
  g_free (codes);
}

/* ---- what the two are ---- */

static char *
capitalise (char *words)
{
  g_autofree char *own = words;
  g_autofree char *first = g_utf8_substring (own, 0, *own != '\0' ? 1 : 0);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, own + strlen (first), NULL);
}

static const char *const access_codes[]
    = { "drop-in", "appointment", "membership", "self-referral", "professional-referral", NULL };

static char *
say_access (const char *code, DolenLanguage language)
{
  DolenAccess access = 0;

  dolen_access_from_codes (code, &access);
  return capitalise (dolen_sentence_access (language, access));
}

static char *
read_access (gconstpointer record)
{
  return dolen_access_to_codes (((const DolenService *) record)->access);
}

const DolenListingCodes dolen_listing_access_codes
    = { "access", N_ ("How one comes to it"), access_codes, say_access, read_access };

static const char *const attending_codes[] = { "venue", "phone", "online", "home-visit", NULL };

static char *
say_attending (const char *code, DolenLanguage language)
{
  DolenAttending attending = 0;
  char *said;

  dolen_attending_from_codes (code, &attending);
  said = dolen_sentence_attending (language, attending);
  if (*said != '\0')
    return capitalise (said);
  g_free (said);
  /* Translators: where a group happens: one goes to a place. */
  return g_strdup (dolen_text (language, N_ ("At a place")));
}

static char *
read_attending (gconstpointer record)
{
  return dolen_attending_to_codes (((const DolenService *) record)->attending);
}

const DolenListingCodes dolen_listing_attending_codes
    = { "attending", N_ ("Where it happens"), attending_codes, say_attending, read_attending };

/* ---- the ticks ---- */

static const char *
code_of (gpointer check)
{
  return g_object_get_data (G_OBJECT (check), CODE);
}

static void
on_toggled (GtkCheckButton *check, Codes *codes)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (codes->setting)
    return;
  for (guint i = 0; i < codes->checks->len; i++)
    if (gtk_check_button_get_active (codes->checks->pdata[i]))
      g_string_append_printf (
          value, "%s%s", value->len > 0 ? "," : "", code_of (codes->checks->pdata[i]));
  dolen_listing_edit_field (dolen_listing_frame_get_session (codes->frame),
                            dolen_listing_frame_get_kind (codes->frame),
                            dolen_listing_frame_get_uid (codes->frame),
                            codes->codes->field,
                            value->len > 0 ? value->str : NULL,
                            _ (codes->codes->title));
}

static void
show (GtkWidget *widget, gconstpointer record)
{
  Codes *codes = g_object_get_data (G_OBJECT (widget), OWN);
  g_autofree char *stored = codes->codes->read (record);
  g_auto (GStrv) chosen = g_strsplit (stored != NULL ? stored : "", ",", -1);

  codes->setting = TRUE;
  for (guint i = 0; i < codes->checks->len; i++)
    gtk_check_button_set_active (
        codes->checks->pdata[i],
        g_strv_contains ((const char *const *) chosen, code_of (codes->checks->pdata[i])));
  codes->setting = FALSE;
}

static void
add_check (Codes *codes, GtkWidget *box, const char *code)
{
  g_autofree char *words = codes->codes->words (code, dolen_language_current ());
  GtkWidget *check = gtk_check_button_new_with_label (words);

  g_object_set_data (G_OBJECT (check), CODE, (gpointer) code);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), codes);
  g_ptr_array_add (codes->checks, check);
  gtk_box_append (GTK_BOX (box), check);
}

GtkWidget *
dolen_listing_codes_add (DolenListingFrame *frame, GtkBox *box, const DolenListingCodes *spec)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Codes *codes = g_new0 (Codes, 1);

  codes->frame = frame;
  codes->codes = spec;
  codes->checks = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (content), OWN, codes, codes_free);
  gtk_box_append (GTK_BOX (content), dolen_label_new (_ (spec->title), "caption-heading"));
  for (guint i = 0; spec->codes[i] != NULL; i++)
    add_check (codes, content, spec->codes[i]);
  gtk_box_append (box, content);
  dolen_listing_frame_watch (frame, content, show, NULL);
  return content;
}

void
dolen_listing_codes_tick (GtkWidget *widget, const char *code, gboolean ticked)
{
  Codes *codes = g_object_get_data (G_OBJECT (widget), OWN);

  for (guint i = 0; i < codes->checks->len; i++)
    if (g_str_equal (code_of (codes->checks->pdata[i]), code))
      gtk_check_button_set_active (codes->checks->pdata[i], ticked);
}
