/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-referral-dots.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "base/dolen-text.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static void
add_dot (GtkWidget *line, const char *words, const char *date, gboolean reached)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  /* The shape says it beside the colour. */
  GtkWidget *dot = gtk_label_new (reached ? "●" : "○");
  g_autofree char *day = dolen_format_date_as (dolen_language_current (), date, DOLEN_DATE_SHORT);
  g_autofree char *text = *day != '\0' ? g_strdup_printf ("%s %s", words, day) : g_strdup (words);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (dot, reached ? "dot-reached" : "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  if (!reached)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (line), box);
}

static const char *
say_draft (const DolenReferral *referral)
{
  switch (referral->consent) {
  case DOLEN_CONSENT_YES:
    return _ ("A draft: they agree; it has not been sent.");
  case DOLEN_CONSENT_NO:
    return _ ("A draft: they do not agree, so nothing may be sent.");
  case DOLEN_CONSENT_NOT_YET:
  default:
    return _ ("A draft: waiting until they agree.");
  }
}

static char *
say_bad_end (const DolenReferral *referral)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *day = dolen_format_date_as (
      language, dolen_referral_state_date (referral, referral->state), DOLEN_DATE_SHORT);
  const char *state = dolen_referral_state_name (referral->state, language);
  const char *reason
      = referral->reason != NULL ? dolen_referral_reason_name (referral->reason, language) : "";

  if (dolen_text_is_empty (referral->reason_note))
    /* Translators: how a referral ended: the state, the day, the reason ("declined 3 May: full").
     */
    return g_strdup_printf (_ ("%1$s %2$s: %3$s"), state, day, reason);
  /* Translators: the same and what was written. */
  return g_strdup_printf (_ ("%1$s %2$s: %3$s. %4$s"), state, day, reason, referral->reason_note);
}

static void
add_dots (GtkWidget *line, const DolenReferral *referral)
{
  gboolean waiting = referral->state == DOLEN_REFERRAL_WAITING
                     || (referral->waiting_on != NULL && referral->accepted_on == NULL);
  gboolean completed = referral->completed_on != NULL;
  gboolean started = referral->started_on != NULL || completed;
  const char *answered = waiting ? referral->waiting_on : referral->accepted_on;

  if (referral->kind == DOLEN_SIGNPOSTING) {
    /* Translators: a dot of the plan: the details were given to the person. */
    add_dot (line, _ ("details given"), referral->sent_on, TRUE);
  } else {
    /* Translators: dots of the plan of one referral, lower case. */
    add_dot (line, _ ("asked"), referral->sent_on, TRUE);
    add_dot (line,
             waiting ? _ ("on the waiting list") : _ ("accepted"),
             answered,
             answered != NULL || started);
  }
  add_dot (line, _ ("first time"), referral->started_on, started);
  if (completed)
    add_dot (line, _ ("finished"), referral->completed_on, TRUE);
  else
    add_dot (line, _ ("still going"), NULL, FALSE);
}

GtkWidget *
dolen_referral_dots_new (const DolenReferral *referral)
{
  GtkWidget *line;
  g_autofree char *ended = NULL;

  if (referral->state == DOLEN_REFERRAL_DRAFT)
    return dolen_label_new (say_draft (referral), "dim-label");
  if (dolen_referral_ends_badly (referral->state)) {
    ended = say_bad_end (referral);
    return dolen_label_new (ended, "dim-label");
  }
  line = dolen_wrap_box_new ();
  add_dots (line, referral);
  return line;
}
