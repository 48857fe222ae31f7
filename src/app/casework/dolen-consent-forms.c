/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-consents.h"

#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-consents.h"
#include "reports/dolen-share-codes.h"

#include <glib/gi18n.h>

/* The small forms of a consent to share. */

static const struct {
  const char *code;
  const char *name;
} kinds[] = {
  /* Translators: who may be told something about a person. */
  { "referrer", N_ ("Whoever referred them to us") },
  { "gp", N_ ("Their GP practice") },
  { "family", N_ ("Family or friends") },
  { "professional", N_ ("Another professional") },
  { "group", N_ ("A local group") },
  { "other", N_ ("Somebody else") },
};

static const char *const givers[] = { "person", "attorney", "best-interests" };

static DolenCasework *
casework_of (DolenSmallForm *form)
{
  return dolen_session_get_casework (dolen_small_form_get_session (form));
}

/* The referral in: its uid is the recipient, so that a message to the referrer finds the consent.
 */
static DolenIncoming *
find_incoming (DolenSession *session, const char *person)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_records (
      dolen_casework_get_caseload (dolen_session_get_casework (session)),
      &dolen_incoming_type,
      person,
      "state != 'in-error'");

  return all != NULL && all->len > 0 ? dolen_incoming_copy (g_ptr_array_index (all, all->len - 1))
                                     : NULL;
}

static void
take_recipient (DolenSmallForm *form, DolenShareConsent *consent)
{
  guint kind = MIN (dolen_small_form_get_choice (form, "kind"), G_N_ELEMENTS (kinds) - 1);
  g_autoptr (DolenIncoming) incoming = NULL;

  consent->recipient_kind = g_strdup (kinds[kind].code);
  consent->recipient_name = dolen_small_form_dup_text (form, "name");
  if (!g_str_equal (kinds[kind].code, "referrer"))
    return;
  incoming = find_incoming (dolen_small_form_get_session (form), consent->person);
  if (incoming == NULL)
    return;
  consent->recipient = g_strdup (incoming->uid);
  if (consent->recipient_name == NULL)
    consent->recipient_name = g_strdup (incoming->source_name);
}

static gboolean
do_give (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenShareConsent) consent = dolen_consent_new (data);
  guint by = MIN (dolen_small_form_get_choice (form, "by"), G_N_ELEMENTS (givers) - 1);

  take_recipient (form, consent);
  consent->given_by = g_strdup (givers[by]);
  for (guint i = 0; dolen_share_code_nth (i) != NULL; i++) {
    const char *code = dolen_share_code_nth (i);
    char key[16];

    g_snprintf (key, sizeof key, "line-%u", i);
    dolen_share_lines_add (&consent->lines,
                           code,
                           dolen_share_code_name (code, dolen_language_current ()),
                           dolen_small_form_get_check (form, key));
  }
  g_clear_pointer (&consent->given_on, g_free);
  return dolen_small_form_dup_date (form, "on", &consent->given_on, error)
         && dolen_small_form_dup_date (form, "until", &consent->until, error)
         && dolen_casework_consent_give (casework_of (form), consent, undo, error);
}

static void
add_recipient (DolenSmallForm *form, DolenSession *session, const char *person)
{
  const char *names[G_N_ELEMENTS (kinds) + 1] = { NULL };
  g_autoptr (DolenIncoming) incoming = find_incoming (session, person);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    names[i] = _ (kinds[i].name);
  dolen_small_form_add_choice (form, "kind", _ ("Who may be told"), names, 0);
  dolen_small_form_add_entry (
      form, "name", _ ("Name"), incoming != NULL ? incoming->source_name : NULL);
}

static void
add_lines (DolenSmallForm *form)
{
  dolen_small_form_add (form, dolen_label_new (_ ("What they may be told"), "heading"));
  for (guint i = 0; dolen_share_code_nth (i) != NULL; i++) {
    char key[16];

    g_snprintf (key, sizeof key, "line-%u", i);
    dolen_small_form_add_check (
        form,
        key,
        dolen_share_code_name (dolen_share_code_nth (i), dolen_language_current ()),
        FALSE);
  }
}

GtkWindow *
dolen_consent_form_new (DolenSession *session, const char *person)
{
  const DolenSmallFormSpec spec
      = { _ ("Consent to Share"), _ ("_Record"), "consent", person, do_give,
          g_strdup (person),      g_free };
  const char *by[] = {
    _ ("They themselves"), _ ("Their attorney"), _ ("Decided in their best interests"), NULL
  };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *typed = dolen_typed_date_format (today);
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  add_recipient (form, session, person);
  add_lines (form);
  dolen_small_form_add (form, dolen_label_new (_ ("Who agreed, and for how long"), "heading"));
  dolen_small_form_add_choice (form, "by", _ ("Who agreed"), by, 0);
  dolen_small_form_add_entry (form, "on", _ ("On (day/month/year)"), typed);
  dolen_small_form_add_entry (
      form, "until", _ ("Until (day/month/year); empty: until support ends"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- renewed, withdrawn ---- */

static DolenSmallForm *
new_form (DolenSession *session, const char *uid, DolenSmallFormSpec spec)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenShareConsent) consent = NULL;
  g_autofree char *kind = g_strconcat (spec.draft, "/", uid, NULL);
  DolenSmallForm *form;

  if (caseload != NULL)
    consent = dolen_caseload_get_record (caseload, &dolen_consent_type, uid);
  if (consent == NULL) {
    dolen_session_toast (session, _ ("That consent is not there any more."));
    return NULL;
  }
  spec.draft = kind;
  spec.person = consent->person;
  spec.data = g_strdup (uid);
  spec.free_data = g_free;
  form = dolen_small_form_new (session, &spec);
  dolen_small_form_add (form, dolen_label_new (consent->recipient_name, "heading"));
  return form;
}

static gboolean
do_renew (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  g_autofree char *until = NULL;

  return dolen_small_form_dup_date (form, "until", &until, error)
         && dolen_casework_consent_renew (casework_of (form), data, until, undo, error);
}

GtkWindow *
dolen_consent_renew_form_new (DolenSession *session, const char *consent)
{
  const DolenSmallFormSpec spec = { .title = _ ("They Agree Again"),
                                    .button = _ ("_Renew"),
                                    .draft = "consent-renew",
                                    .func = do_renew };
  DolenSmallForm *form = new_form (session, consent, spec);

  if (form == NULL)
    return NULL;
  dolen_small_form_add_entry (
      form, "until", _ ("Until (day/month/year); empty: until support ends"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

static gboolean
do_withdraw (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  g_autofree char *note = dolen_small_form_dup_text (form, "note");

  return dolen_casework_consent_withdraw (casework_of (form), data, note, undo, error);
}

GtkWindow *
dolen_consent_withdraw_form_new (DolenSession *session, const char *consent)
{
  const DolenSmallFormSpec spec = { .title = _ ("They No Longer Agree"),
                                    .button = _ ("_Withdraw"),
                                    .draft = "consent-withdraw",
                                    .func = do_withdraw };
  DolenSmallForm *form = new_form (session, consent, spec);

  if (form == NULL)
    return NULL;
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("From today on nothing more is shared. Whoever was told something is to "
                          "be told that it has ended: that comes as a reminder."),
                       NULL));
  dolen_small_form_add_entry (form, "note", _ ("What they said"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- from Today ---- */

static gboolean
do_ask_again (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenFollowUp *follow_up = data;
  g_autofree char *until = NULL;

  if (dolen_small_form_get_choice (form, "answer") == 1)
    return dolen_casework_consent_withdraw (
        casework_of (form), follow_up->subject, NULL, undo, error);
  return dolen_small_form_dup_date (form, "until", &until, error)
         && dolen_casework_consent_renew (
             casework_of (form), follow_up->subject, until, undo, error);
}

GtkWindow *
dolen_consent_ends_form_new (DolenSession *session, const DolenDue *due)
{
  const char *answers[] = { _ ("They agree again"), _ ("They no longer agree"), NULL };
  DolenSmallForm *form;

  if (due->follow_up->subject == NULL)
    return dolen_plain_form_new (session, due);
  form = dolen_due_form_new (session, due, do_ask_again);
  dolen_small_form_add_choice (form, "answer", _ ("What they say"), answers, 0);
  dolen_small_form_add_entry (
      form, "until", _ ("Until (day/month/year); empty: until support ends"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
