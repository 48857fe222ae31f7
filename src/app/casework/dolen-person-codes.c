/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-codes.h"

#include "casework/records/dolen-codes.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

typedef struct {
  const char *code; /* NULL: nothing chosen */
  const char *name;
} Choice;

/* By their own names, in whatever language the window is. */
static const Choice languages[] = {
  { NULL, N_ ("Not asked") }, { "cy", "Cymraeg" },    { "en", "English" }, { "bfi", "BSL" },
  { "pl", "Polski" },         { "uk", "Українська" }, { "ar", "العربية" },
};

static GListModel *
new_names (const Choice *choices, gsize n)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < n; i++)
    gtk_string_list_append (names, _ (choices[i].name));
  return G_LIST_MODEL (names);
}

static guint
position_of (const Choice *choices, gsize n, const char *code)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (choices[i].code, code) == 0)
      return i;
  return 0;
}

GListModel *
dolen_person_sources (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Not known"));
  for (guint i = 0; i < dolen_codes_count (DOLEN_CODES_SOURCE); i++)
    gtk_string_list_append (names,
                            dolen_code_name (DOLEN_CODES_SOURCE,
                                             dolen_codes_nth (DOLEN_CODES_SOURCE, i),
                                             dolen_language_current ()));
  return G_LIST_MODEL (names);
}

const char *
dolen_person_source_code (guint position)
{
  return position > 0 ? dolen_codes_nth (DOLEN_CODES_SOURCE, position - 1) : NULL;
}

guint
dolen_person_source_position (const char *code)
{
  return (guint) (dolen_codes_position (DOLEN_CODES_SOURCE, code) + 1);
}

GListModel *
dolen_person_languages (void)
{
  return new_names (languages, G_N_ELEMENTS (languages));
}

const char *
dolen_person_language_code (guint position)
{
  return position < G_N_ELEMENTS (languages) ? languages[position].code : NULL;
}

guint
dolen_person_language_position (const char *code)
{
  return position_of (languages, G_N_ELEMENTS (languages), code);
}

const char *
dolen_person_language_name (const char *code)
{
  if (code == NULL)
    /* Translators: of a wish for a language (iaith, fem.) that nobody has asked about. */
    return _ ("not asked");
  for (gsize i = 1; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, code))
      return languages[i].name;
  return code;
}
