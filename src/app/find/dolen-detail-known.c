/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-known.h"

#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-window.h"
#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-facts-cache.h"
#include "app/find/dolen-suggested-forms.h"
#include "casework/dolen-casework-overrides.h"
#include "casework/dolen-casework-tried.h"
#include "matching/dolen-reasons.h"

#include <glib/gi18n.h>

/* A button of this part: what it does, and about what. */
typedef struct {
  DolenSession *session; /* (owned) */
  char *person;          /* (owned) uid */
  char *about;           /* (owned) the service, or what the form needs */
} About;

static void
about_free (gpointer data, GClosure *closure)
{
  About *about = data;

  (void) closure;
  g_object_unref (about->session);
  g_free (about->person);
  g_free (about->about);
  g_free (about);
}

static void
add_button (GtkBox *buttons,
            DolenSession *session,
            const char *label,
            const char *about,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  About *data = g_new0 (About, 1);

  data->session = g_object_ref (session);
  data->person = g_strdup (dolen_session_get_person (session));
  data->about = g_strdup (about);
  g_signal_connect_data (button, "clicked", callback, data, about_free, 0);
  gtk_box_append (buttons, button);
}

static void
present (GtkButton *button, GtkWindow *window)
{
  if (window != NULL)
    dolen_window_present_dialog (GTK_WIDGET (button), window);
}

static void
on_override_cb (GtkButton *button, const About *about)
{
  present (button, dolen_override_form_new (about->session, about->person, about->about));
}

static void
on_unwanted_cb (GtkButton *button, const About *about)
{
  present (button, dolen_unwanted_form_new (about->session, about->person, about->about));
}

typedef gboolean (*EndFunc) (DolenCasework *, const char *, const char *, DolenUndo **, GError **);

/* The button goes with the line when the act has changed the case records. */
static void
end (const About *about, EndFunc func)
{
  g_autoptr (DolenSession) session = g_object_ref (about->session);
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  if (func (dolen_session_get_casework (session), about->person, about->about, &undo, &error))
    dolen_session_did (session, g_steal_pointer (&undo));
  else
    dolen_session_report (session, error);
}

static void
on_rules_again_cb (GtkButton *button, const About *about)
{
  g_autoptr (GtkButton) kept = g_object_ref (button);

  end (about, dolen_casework_override_end);
}

static void
on_wanted_again_cb (GtkButton *button, const About *about)
{
  g_autoptr (GtkButton) kept = g_object_ref (button);

  end (about, dolen_casework_unwanted_end);
}

/* ---- lines ---- */

static void
add_line (GtkBox *box, const char *text)
{
  gtk_box_append (box, dolen_detail_view_line (NULL, NULL, text, NULL, NULL));
}

/* One line for one act: several rules may have been set aside with it. */
static void
add_overrides (GtkBox *why, const GPtrArray *overrides)
{
  g_autofree char *former = NULL;

  for (guint i = 0; overrides != NULL && i < overrides->len; i++) {
    g_autofree char *said
        = dolen_rule_override_say (g_ptr_array_index (overrides, i), dolen_language_current ());

    if (g_strcmp0 (said, former) != 0)
      add_line (why, said);
    g_free (former);
    former = g_steal_pointer (&said);
  }
}

static void
add_tried (GtkBox *why, const DolenTried *tried)
{
  g_autofree char *said = dolen_tried_say (tried, dolen_language_current ());

  gtk_box_append (why, dolen_detail_view_line (NULL, NULL, said, tried->note, NULL));
}

/* (nullable) What speaks against it, as the form needs it. That it is not for them has a button of
 * its own. */
static char *
name_override (const char *service, const GPtrArray *reasons)
{
  g_autoptr (GString) name = g_string_new (service);
  guint32 named = 0; /* criteria, as bits: several barriers are told under one */

  for (guint i = 0; reasons != NULL && i < reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (reasons, i);
    guint32 bit = 1u << reason->criterion;

    if (reason->verdict != DOLEN_VERDICT_NO || !dolen_criterion_bars (reason->criterion)
        || reason->criterion == DOLEN_CRITERION_TRIED || (named & bit) != 0)
      continue;
    g_string_append_printf (
        name, "%c%s", named == 0 ? '/' : ',', dolen_criterion_code (reason->criterion));
    named |= bit;
  }
  return named != 0 ? g_strdup (name->str) : NULL;
}

/* (nullable) */
static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_session_get_person (session) != NULL
             ? dolen_casework_get_caseload (dolen_session_get_casework (session))
             : NULL;
}

void
dolen_detail_known_add_lines (GtkBox *why, DolenSession *session, const DolenService *service)
{
  DolenCaseload *caseload = caseload_of (session);
  const char *person = dolen_session_get_person (session);
  g_autoptr (GPtrArray) overrides = NULL;
  g_autoptr (DolenTried) tried = NULL;

  if (caseload == NULL)
    return;
  overrides = dolen_caseload_list_overrides (caseload, person, service->uid);
  tried = dolen_caseload_find_tried (caseload, person, service->uid);
  if (tried != NULL)
    add_tried (why, tried);
  add_overrides (why, overrides);
}

static void
add_override_button (GtkBox *buttons,
                     DolenSession *session,
                     const DolenService *service,
                     DolenBand band,
                     const GPtrArray *reasons)
{
  g_autofree char *against = name_override (service->uid, reasons);
  g_autoptr (GPtrArray) overrides = dolen_caseload_list_overrides (
      caseload_of (session), dolen_session_get_person (session), service->uid);

  if (overrides != NULL && overrides->len > 0)
    /* Translators: a button: what was set aside for one group counts again; short. */
    add_button (
        buttons, session, _ ("Rules Hold Again"), service->uid, G_CALLBACK (on_rules_again_cb));
  else if (band == DOLEN_BAND_UNSUITABLE && against != NULL)
    /* Translators: a button: to suggest a group although a rule speaks against it; short. */
    add_button (
        buttons, session, _ ("Suggest All the Same…"), against, G_CALLBACK (on_override_cb));
}

static void
add_unwanted_button (GtkBox *buttons, DolenSession *session, const DolenService *service)
{
  g_autoptr (DolenTried) tried = dolen_caseload_find_tried (
      caseload_of (session), dolen_session_get_person (session), service->uid);

  if (tried == NULL)
    /* Translators: a button: the person does not want this group, or not again; short. */
    add_button (buttons, session, _ ("Not for Them…"), service->uid, G_CALLBACK (on_unwanted_cb));
  else if (tried->state == DOLEN_REFERRAL_DRAFT)
    /* Translators: a button: a mark “not for them” is taken away; short. */
    add_button (
        buttons, session, _ ("May Be Suggested"), service->uid, G_CALLBACK (on_wanted_again_cb));
}

void
dolen_detail_known_add_buttons (GtkBox *why,
                                DolenSession *session,
                                const DolenService *service,
                                DolenBand band,
                                const GPtrArray *reasons)
{
  GtkWidget *buttons;

  if (caseload_of (session) == NULL)
    return;
  buttons = dolen_wrap_box_new ();
  add_override_button (GTK_BOX (buttons), session, service, band, reasons);
  add_unwanted_button (GTK_BOX (buttons), session, service);
  gtk_box_append (why, buttons);
}

void
dolen_detail_known_add_answers (GtkBox *part, DolenSession *session, const char *service)
{
  g_autoptr (DolenFactsCache) cache = dolen_facts_cache_of (session);
  g_autoptr (DolenAnswers) answers = dolen_facts_cache_dup_answers (cache, session);
  g_autofree char *said
      = dolen_answer_say (dolen_answers_find (answers, service), dolen_language_current ());

  /* For a person it stands among the reasons. */
  if (said != NULL && dolen_session_get_person (session) == NULL)
    add_line (part, said);
}
