/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-plan.h"

#include "app/casework/dolen-plan-forms.h"
#include "app/casework/dolen-record-form.h"
#include "app/casework/dolen-referral-dots.h"
#include "app/casework/dolen-sent-letter.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-outgoing.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static GtkWidget *
new_menu_button (GMenu *menu, const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* ---- referrals ---- */

static void
append_item (GMenu *menu, const char *label, const char *action, const char *referral)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", referral);
  g_menu_append_item (menu, item);
}

/* What may happen beside the steps. */
static GMenu *
new_beside_menu (const DolenReferral *referral)
{
  GMenu *menu = g_menu_new ();
  DolenReferralState steps[DOLEN_N_REFERRAL_STATES];
  g_autofree char *wrong = NULL;

  if (dolen_sent_letter_is_there (referral))
    append_item (menu,
                 referral->kind == DOLEN_REFERRAL ? _ ("The Letter, to Print Again…")
                                                  : _ ("The Details, to Print Again…"),
                 "person.letter",
                 referral->uid);
  if (dolen_referral_is_under_way (referral->state))
    append_item (menu, _ ("They Did Not Come…"), "person.absent", referral->uid);
  if (referral->paused_on != NULL)
    append_item (menu, _ ("It Goes On…"), "person.resume", referral->uid);
  else if (dolen_referral_check_pause (referral, NULL))
    append_item (menu, _ ("Ill or Away: Pause…"), "person.pause", referral->uid);
  if (dolen_reopen_form_steps (referral, steps) > 0)
    append_item (menu, _ ("Back a Step: Reopen…"), "person.reopen", referral->uid);
  wrong = g_strconcat ("referral/", referral->uid, NULL);
  append_item (menu, _ ("Entered in the Wrong Record…"), "person.wrong-record", wrong);
  return menu;
}

static GMenu *
new_step_menu (const DolenReferral *referral)
{
  DolenReferralState steps[DOLEN_N_REFERRAL_STATES];
  guint n = dolen_record_form_steps (referral, steps);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) forward = g_menu_new ();
  g_autoptr (GMenu) back = g_menu_new ();
  g_autoptr (GMenu) beside = new_beside_menu (referral);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (dolen_record_step_name (steps[i]), NULL);

    g_menu_item_set_action_and_target (
        item, "person.record", "(ss)", referral->uid, dolen_referral_state_nick (steps[i]));
    g_menu_append_item (steps[i] < DOLEN_REFERRAL_CANCELLED ? forward : back, item);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (forward));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (back));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (beside));
  return menu;
}

static char *
say_kind (const DolenReferral *referral)
{
  const char *kind = referral->kind == DOLEN_SIGNPOSTING
                         /* Translators: the person was given the details (cyfeirio). */
                         ? _ ("Signposting")
                         /* Translators: asked on the person's behalf (atgyfeiriad). */
                         : _ ("Referral");
  g_autofree char *first = referral->reference != NULL
                               ? g_strdup_printf ("%s %s", kind, referral->reference)
                               : g_strdup (kind);

  if (dolen_text_is_empty (referral->organisation))
    return g_steal_pointer (&first);
  return g_strdup_printf ("%s · %s", first, referral->organisation);
}

static GtkWidget *
new_buttons (const DolenReferral *referral)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GMenu) menu = NULL;

  if (referral->state == DOLEN_REFERRAL_DRAFT) {
    GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Go On"));

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.go-on");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", referral->uid);
    gtk_box_append (GTK_BOX (box), button);
  }
  menu = new_step_menu (referral);
  if (g_menu_model_get_n_items (
          g_menu_model_get_item_link (G_MENU_MODEL (menu), 1, G_MENU_LINK_SECTION))
      > 0)
    gtk_box_append (GTK_BOX (box),
                    new_menu_button (menu,
                                     referral->state == DOLEN_REFERRAL_DRAFT
                                         /* Translators: opens what else can be done. */
                                         ? _ ("More")
                                         /* Translators: opens what came of a referral. */
                                         : _ ("What Happened?")));
  return box;
}

static GtkWidget *
new_referral_row (const DolenReferral *referral)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *kind = say_kind (referral);

  gtk_box_append (
      GTK_BOX (words),
      dolen_label_new (dolen_referral_get_service_name (referral, dolen_language_current ()),
                       "heading"));
  gtk_box_append (GTK_BOX (words), dolen_label_new (kind, "caption"));
  gtk_box_append (GTK_BOX (words), dolen_referral_dots_new (referral));
  return dolen_side_box_new (words, new_buttons (referral));
}

/* So that spend can follow the person. */
static void
add_costs (DolenSession *session, const char *person, GtkWidget *list)
{
  gint64 sum = dolen_caseload_sum_costs (caseload_of (session), person, NULL, NULL);
  gint64 ours = dolen_caseload_sum_costs (caseload_of (session), person, "scheme", NULL);
  g_autofree char *all = NULL;
  g_autofree char *scheme = NULL;
  g_autofree char *words = NULL;

  if (sum <= 0)
    return;
  all = dolen_sentence_money (sum, "GBP");
  scheme = dolen_sentence_money (ours, "GBP");
  /* Translators: money agreed for all referrals of a person, and how much of it the scheme pays. */
  words = g_strdup_printf (
      _ ("Costs agreed: %1$s in all, %2$s of it paid by the scheme"), all, scheme);
  dolen_boxed_list_add (list, dolen_label_new (words, "numeric"));
}

GtkWidget *
dolen_person_plan_new (DolenSession *session, const char *person)
{
  GtkWidget *list = dolen_boxed_list_new ();
  g_autoptr (GPtrArray) referrals
             = dolen_caseload_list_referrals (caseload_of (session), person, FALSE, NULL);

  for (guint i = 0; referrals != NULL && i < referrals->len; i++)
    dolen_boxed_list_add (list, new_referral_row (g_ptr_array_index (referrals, i)));
  if (referrals == NULL || referrals->len == 0)
    dolen_boxed_list_add (
        list,
        dolen_label_new (_ ("Nothing is under way yet. Find Something shows what suits them."),
                         "dim-label"));
  add_costs (session, person, list);
  return dolen_section_new (_ ("Plan"), NULL, list);
}

/* ---- follow-ups ---- */

static char *
say_due (const DolenDue *due)
{
  g_autofree char *day
      = dolen_format_date_as (dolen_language_current (), due->follow_up->due, DOLEN_DATE_WEEKDAY);

  if (due->days_overdue > 0)
    return g_strdup_printf (
        /* Translators: first %s: a day; %d: how many days late. */
        ngettext (
            "Overdue: %s, %d day ago", "Overdue: %s, %d days ago", (gulong) due->days_overdue),
        day,
        due->days_overdue);
  return g_strdup (due->days_overdue == 0 ? _ ("Today") : day);
}

static GtkWidget *
new_follow_up_row (const DolenDue *due)
{
  DolenLanguage language = dolen_language_current ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *finish = gtk_button_new_with_label (dolen_due_button (due, language));
  g_autofree char *sentence = dolen_due_sentence (due, language);
  g_autofree char *when = say_due (due);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) move = g_menu_item_new (_ ("Another Day…"), NULL);
  g_autoptr (GMenuItem) stop = g_menu_item_new (_ ("No Longer Needed"), NULL);

  g_menu_item_set_action_and_target (move, "person.move", "s", due->follow_up->uid);
  g_menu_item_set_action_and_target (stop, "person.stop", "s", due->follow_up->uid);
  g_menu_append_item (menu, move);
  g_menu_append_item (menu, stop);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (finish), "person.finish");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (finish), "s", due->follow_up->uid);
  gtk_box_append (GTK_BOX (words), dolen_label_new (sentence, NULL));
  gtk_box_append (GTK_BOX (words),
                  dolen_label_new (when, due->days_overdue > 0 ? "warning" : "dim-label"));
  gtk_box_append (GTK_BOX (buttons), finish);
  gtk_box_append (GTK_BOX (buttons), new_menu_button (menu, _ ("More")));
  return dolen_side_box_new (words, buttons);
}

GtkWidget *
dolen_person_follow_ups_new (DolenSession *session, const char *person)
{
  g_autoptr (DolenPerson) who = dolen_caseload_get_person (caseload_of (session), person);
  GtkWidget *list = dolen_boxed_list_new ();
  GtkWidget *add = NULL;
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) all
             = dolen_caseload_list_follow_ups (caseload_of (session), person, today, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    dolen_boxed_list_add (list, new_follow_up_row (g_ptr_array_index (all, i)));
  if (all == NULL || all->len == 0)
    dolen_boxed_list_add (list, dolen_label_new (_ ("Nothing is planned next."), "dim-label"));
  if (who->died_on == NULL) {
    add = gtk_button_new_with_mnemonic (_ ("C_hoose a Day for the Next Contact…"));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "person.next-contact");
    gtk_widget_add_css_class (add, "flat");
  }
  return dolen_section_new (_ ("What Is Next"), add, list);
}
