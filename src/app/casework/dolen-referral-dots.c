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

static gboolean
has_reached (const DolenReferral *referral, DolenReferralState state)
{
  return referral->state >= state || dolen_referral_state_date (referral, state) != NULL;
}

static void
add_asked (GtkWidget *line, const DolenReferral *referral)
{
  gboolean waiting = referral->state == DOLEN_REFERRAL_WAITING
                     || (referral->waiting_on != NULL && referral->accepted_on == NULL);
  const char *agreed = waiting ? referral->waiting_on : referral->accepted_on;

  /* Translators: dots of the plan of one referral, lower case. */
  add_dot (line, _ ("asked"), referral->sent_on, TRUE);
  if (referral->state == DOLEN_REFERRAL_RECEIVED)
    add_dot (line, _ ("they have it"), referral->received_on, TRUE);
  add_dot (line,
           waiting ? _ ("on the waiting list") : _ ("agreed"),
           agreed,
           agreed != NULL || has_reached (referral, DOLEN_REFERRAL_STARTED));
}

/* The day agreed is not the day they went: one that is still to come says so. */
static void
add_first (GtkWidget *line, const DolenReferral *referral)
{
  gboolean went = has_reached (referral, DOLEN_REFERRAL_STARTED);

  if (!went && referral->first_on != NULL)
    /* Translators: a dot of the plan, lower case: the first session is planned; a day follows. */
    add_dot (line, _ ("first time planned"), referral->first_on, FALSE);
  else
    add_dot (line, _ ("went the first time"), referral->started_on, went);
}

static void
add_still (GtkWidget *line, const DolenReferral *referral)
{
  const char *day = referral->still_on != NULL ? referral->still_on : referral->attending_on;
  int weeks = dolen_referral_weeks_going (referral);
  g_autofree char *words = NULL;

  if (weeks > 0)
    words = g_strdup_printf (
        /* Translators: a dot of the plan, lower case: so many weeks after the first time. */
        ngettext ("still going after %d week", "still going after %d weeks", (gulong) weeks),
        weeks);
  add_dot (line, words != NULL ? words : _ ("still going"), day, day != NULL);
}

static void
add_dots (GtkWidget *line, const DolenReferral *referral)
{
  if (referral->kind == DOLEN_SIGNPOSTING)
    /* Translators: a dot of the plan: the details were given to the person. */
    add_dot (line, _ ("details given"), referral->sent_on, TRUE);
  else
    add_asked (line, referral);
  add_first (line, referral);
  if (referral->completed_on == NULL || referral->still_on != NULL)
    add_still (line, referral);
  if (referral->completed_on != NULL)
    add_dot (line, _ ("finished"), referral->completed_on, TRUE);
}

static char *
say_pause (const DolenReferral *referral)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *since = dolen_format_date_as (language, referral->paused_on, DOLEN_DATE_SHORT);

  /* Translators: first: a day; second: why, such as "in hospital". */
  return g_strdup_printf (_ ("Paused since %1$s: %2$s"),
                          since,
                          dolen_referral_reason_name (referral->pause_reason, language));
}

static void
add_absences (GtkWidget *box, const DolenReferral *referral)
{
  guint n = referral->absences != NULL ? g_strv_length (referral->absences) : 0;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (n == 0)
    return;
  day = dolen_format_date_as (
      dolen_language_current (), referral->absences[n - 1], DOLEN_DATE_SHORT);
  words = g_strdup_printf (
      /* Translators: %1$u: how often the group said that they did not come; %2$s: the last day. */
      ngettext ("Did not come %1$u time, last %2$s", "Did not come %1$u times, last %2$s", n),
      n,
      day);
  gtk_box_append (GTK_BOX (box), dolen_label_new (words, "caption"));
}

GtkWidget *
dolen_referral_dots_new (const DolenReferral *referral)
{
  GtkWidget *box, *line;
  g_autofree char *words = NULL;

  if (referral->state == DOLEN_REFERRAL_DRAFT)
    return dolen_label_new (say_draft (referral), "dim-label");
  if (dolen_referral_ends_badly (referral->state)) {
    words = say_bad_end (referral);
    return dolen_label_new (words, "dim-label");
  }
  line = dolen_wrap_box_new ();
  add_dots (line, referral);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (box), line);
  if (referral->paused_on != NULL) {
    words = say_pause (referral);
    gtk_box_append (GTK_BOX (box), dolen_label_new (words, "warning"));
  }
  add_absences (box, referral);
  return box;
}
