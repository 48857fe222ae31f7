/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-actions.h"

#include "app/casework/dolen-appointment-form.h"
#include "app/casework/dolen-concern-form.h"
#include "app/casework/dolen-copy-window.h"
#include "app/casework/dolen-episode-forms.h"
#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-follow-up-forms.h"
#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-incoming-form.h"
#include "app/casework/dolen-person-choices.h"
#include "app/casework/dolen-person-forms.h"
#include "app/casework/dolen-person-papers.h"
#include "app/casework/dolen-person-window.h"
#include "app/casework/dolen-retention-forms.h"
#include "app/casework/dolen-plan-forms.h"
#include "app/casework/dolen-put-right-forms.h"
#include "app/casework/dolen-refer-targets.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-sent-letter.h"
#include "app/casework/dolen-try-form.h"
#include "app/dolen-window.h"
#include "app/find/dolen-hand-out-window.h"

#include <glib/gi18n.h>

typedef enum {
  FOR_THE_LIVING = 1 << 0, /* not once they died */
  LAST_SECTION = 1 << 1,   /* of the menu: what is seldom done */
  WHILE_SUPPORTED = 1 << 2,
} ActionFlags;

/* How to add one: a line. About the person: with a label it stands in the menu "More". */
static const struct {
  const char *name;
  DolenFormFunc func;
  ActionFlags flags;
  const char *label; /* (nullable) */
} about_person[] = {
  { "person.change", dolen_person_window_new, 0, N_ ("_Change the Record…") },
  { "person.concern", dolen_concern_form_new, 0, NULL },
  { "person.appointment",
    dolen_appointment_form_new,
    FOR_THE_LIVING,
    N_ ("Plan an _Appointment…") },
  { "person.try", dolen_try_form_new, FOR_THE_LIVING, N_ ("Tried to R_each Them…") },
  { "person.refer-in", dolen_incoming_form_new, FOR_THE_LIVING, N_ ("Referred to Us _Again…") },
  { "person.next-contact",
    dolen_next_contact_form_new,
    FOR_THE_LIVING,
    N_ ("C_hoose a Day for the Next Contact…") },
  { "person.hand-out",
    dolen_hand_out_window_new_of_shortlist,
    FOR_THE_LIVING,
    /* Translators: in a menu: a paper of the groups on the person's shortlist; taflen. */
    N_ ("Hand-O_ut of the Shortlist…") },
  { "person.print-timeline", dolen_timeline_paper_new, 0, N_ ("P_rint the Timeline…") },
  { "person.to-gp", dolen_refer_to_gp_new, FOR_THE_LIVING, N_ ("Back to Their _GP…") },
  { "person.to-crisis-team",
    dolen_refer_to_crisis_team_new,
    FOR_THE_LIVING,
    N_ ("To the C_risis Team…") },
  { "person.to-social-care",
    dolen_refer_to_social_care_new,
    FOR_THE_LIVING,
    N_ ("To Adult _Social Care…") },
  { "person.close",
    dolen_closing_form_new,
    FOR_THE_LIVING | LAST_SECTION | WHILE_SUPPORTED,
    N_ ("C_lose the Support…") },
  { "person.died", dolen_died_form_new, FOR_THE_LIVING | LAST_SECTION, N_ ("They _Died…") },
  { "person.copy", dolen_copy_window_new, LAST_SECTION, N_ ("_Copy of Everything…") },
  { "person.hold", dolen_hold_form_new, LAST_SECTION, N_ ("_Legal Hold…") },
  { "person.erase", dolen_erase_form_new, LAST_SECTION, N_ ("_Erase the Record…") },
};

/* About a record of theirs; the parameter is its uid. */
static const struct {
  const char *name;
  DolenFormFunc func;
} about_record[] = {
  { "person.go-on", dolen_refer_window_new_for_draft },
  { "person.letter", dolen_sent_letter_new },
  { "person.finish", dolen_follow_up_form_new },
  { "person.move", dolen_follow_up_move_form_new },
  { "person.correct", dolen_correct_form_new },
  { "person.dispute", dolen_dispute_form_new },
  { "person.wrong-record", dolen_wrong_record_form_new },
  { "person.pause", dolen_pause_form_new },
  { "person.resume", dolen_resume_form_new },
  { "person.absent", dolen_absent_record_form_new },
  { "person.reopen", dolen_referral_reopen_form_new },
  { "person.choice-refer", dolen_choice_refer },
  { "person.choice-signpost", dolen_choice_signpost },
  { "person.choice-sooner", dolen_choice_sooner },
  { "person.choice-later", dolen_choice_later },
  { "person.choice-set-aside", dolen_choice_set_aside },
};

/* What a page was told of. */
typedef struct {
  DolenSession *session; /* (owned) */
  char *person;          /* (owned) uid */
} About;

static void
about_free (gpointer data)
{
  About *about = data;

  g_object_unref (about->session);
  g_free (about->person);
  g_free (about);
}

void
dolen_person_actions_set_person (GtkWidget *page, DolenSession *session, const char *person)
{
  About *about = g_new0 (About, 1);

  about->session = g_object_ref (session);
  about->person = g_strdup (person);
  g_object_set_data_full (G_OBJECT (page), "dolen-person-about", about, about_free);
}

static void
open_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const About *about = g_object_get_data (G_OBJECT (widget), "dolen-person-about");
  GtkWindow *form = NULL;

  g_return_if_fail (about != NULL);
  for (gsize i = 0; parameter == NULL && i < G_N_ELEMENTS (about_person); i++)
    if (g_str_equal (about_person[i].name, name))
      form = about_person[i].func (about->session, about->person);
  for (gsize i = 0; parameter != NULL && i < G_N_ELEMENTS (about_record); i++)
    if (g_str_equal (about_record[i].name, name))
      form = about_record[i].func (about->session, g_variant_get_string (parameter, NULL));
  if (form != NULL)
    dolen_window_present_dialog (widget, form);
}

void
dolen_person_actions_install (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (about_person); i++)
    gtk_widget_class_install_action (widget_class, about_person[i].name, NULL, open_form);
  for (gsize i = 0; i < G_N_ELEMENTS (about_record); i++)
    gtk_widget_class_install_action (widget_class, about_record[i].name, "s", open_form);
}

void
dolen_person_actions_allow (GtkWidget *page, gboolean living, gboolean supported, gboolean writable)
{
  for (gsize i = 0; i < G_N_ELEMENTS (about_person); i++) {
    ActionFlags flags = about_person[i].flags;

    gtk_widget_action_set_enabled (page,
                                   about_person[i].name,
                                   writable && (living || (flags & FOR_THE_LIVING) == 0)
                                       && (supported || (flags & WHILE_SUPPORTED) == 0));
  }
}

GMenuModel *
dolen_person_actions_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (about_person); i++)
    if (about_person[i].label != NULL)
      g_menu_append ((about_person[i].flags & LAST_SECTION) != 0 ? last : first,
                     _ (about_person[i].label),
                     about_person[i].name);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}
