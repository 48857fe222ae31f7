/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-risk-box.h"

#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"
#include "casework/records/dolen-codes.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

typedef struct {
  DolenRiskSeenFunc seen;
  gpointer user_data;
} Reader;

static void
add_risk (GtkWidget *box, const DolenRisk *risk)
{
  g_autofree char *day
      = risk->on != NULL
            ? dolen_format_date_as (dolen_language_current (), risk->on, DOLEN_DATE_DAY)
            : NULL;
  GString *words
      = g_string_new (dolen_code_name (DOLEN_CODES_RISK, risk->kind, dolen_language_current ()));

  if (!dolen_text_is_empty (risk->text))
    g_string_append_printf (words, ": %s", risk->text);
  if (day != NULL)
    g_string_append_printf (words, " (%s)", day);
  gtk_box_append (GTK_BOX (box), dolen_label_new (words->str, "heading"));
  g_string_free (words, TRUE);
}

static void
on_seen (GtkWidget *button, const Reader *reader)
{
  gtk_widget_set_visible (button, FALSE);
  reader->seen (reader->user_data);
}

static void
reader_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

GtkWidget *
dolen_risk_box_new (const DolenPerson *person, DolenRiskSeenFunc seen, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button;
  Reader *reader;
  guint n = 0;

  for (guint i = 0; person->risks != NULL && i < person->risks->len; i++) {
    const DolenRisk *risk = g_ptr_array_index (person->risks, i);

    if (risk->over_on != NULL)
      continue;
    add_risk (box, risk);
    n++;
  }
  if (n == 0) {
    gtk_box_append (GTK_BOX (box),
                    dolen_label_new (_ ("No risk is recorded. That does not mean there is none."),
                                     "dim-label"));
    if (seen != NULL)
      seen (user_data);
  } else if (seen != NULL) {
    /* Translators: a button under the risks of a visit: then the address is shown. */
    button = gtk_button_new_with_mnemonic (_ ("I Have _Read It: Show the Address"));
    reader = g_new0 (Reader, 1);
    reader->seen = seen;
    reader->user_data = user_data;
    gtk_widget_set_halign (button, GTK_ALIGN_START);
    g_signal_connect_data (button, "clicked", G_CALLBACK (on_seen), reader, reader_free, 0);
    gtk_box_append (GTK_BOX (box), button);
  }
  /* Translators: a heading: what may hurt somebody at a visit. */
  return dolen_section_new (_ ("Risks"), NULL, box);
}
