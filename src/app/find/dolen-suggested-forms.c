/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-suggested-forms.h"

#include "app/casework/dolen-small-form.h"
#include "app/casework/dolen-widget-util.h"
#include "casework/dolen-casework-overrides.h"
#include "casework/dolen-casework-tried.h"
#include "directory/dolen-directory.h"

#include <glib/gi18n.h>

typedef struct {
  char *person;          /* (owned) uid */
  DolenService *service; /* (owned) */
  char **criteria;       /* (owned) (nullable) codes */
} Suggested;

static void
suggested_free (gpointer data)
{
  Suggested *suggested = data;

  g_free (suggested->person);
  dolen_service_free (suggested->service);
  g_strfreev (suggested->criteria);
  g_free (suggested);
}

/* NULL where the service is in the directory no more. */
static Suggested *
suggested_new (DolenSession *session, const char *person, const char *uid)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  DolenService *service = directory != NULL && uid != NULL
                              ? dolen_directory_get_service (directory, uid, NULL)
                              : NULL;
  Suggested *suggested;

  if (service == NULL || person == NULL)
    return NULL;
  suggested = g_new0 (Suggested, 1);
  suggested->person = g_strdup (person);
  suggested->service = service;
  return suggested;
}

static void
name_service (const DolenService *service, char **name, char **name_cy)
{
  *name = g_strdup (service->name.en != NULL ? service->name.en : service->name.cy);
  *name_cy = g_strdup (service->name.cy);
}

static void
add_name (DolenSmallForm *form, const Suggested *suggested)
{
  dolen_small_form_add (
      form,
      dolen_label_new (dolen_bilingual_get (&suggested->service->name, dolen_language_current ()),
                       "heading"));
}

/* ---- a rule set aside ---- */

static gboolean
set_aside (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Suggested *suggested = data;
  g_autoptr (DolenRuleOverride) override
             = dolen_rule_override_new (suggested->person, suggested->service->uid, NULL);

  name_service (suggested->service, &override->service_name, &override->service_name_cy);
  override->reason = dolen_small_form_dup_text (form, "reason");
  return dolen_casework_override_add (
      dolen_session_get_casework (dolen_small_form_get_session (form)),
      override,
      (const char *const *) suggested->criteria,
      undo,
      error);
}

GtkWindow *
dolen_override_form_new (DolenSession *session, const char *person, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name != NULL ? name : "", "/", 2);
  Suggested *suggested
      = g_strv_length (parts) == 2 ? suggested_new (session, person, parts[0]) : NULL;
  g_autofree char *draft = g_strconcat ("override/", name, NULL);
  const DolenSmallFormSpec spec
      /* Translators: title of a window: a group is suggested although a rule speaks against it;
       * short. */
      = { _ ("All the Same"), _ ("_Suggest"), draft, person, set_aside, suggested, suggested_free };
  DolenSmallForm *form;

  if (suggested == NULL)
    return NULL;
  suggested->criteria = g_strsplit (parts[1], ",", -1);
  form = dolen_small_form_new (session, &spec);
  add_name (form, suggested);
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("What is known of the person and of the group stays as it is. The group "
                          "stands under “Ask or help first” for them, with your name and why."),
                       NULL));
  dolen_small_form_add_text (form, "reason", _ ("Why it is suggested all the same"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- not for them ---- */

static gboolean
mark (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Suggested *suggested = data;
  g_autoptr (DolenNotForThem) unwanted
             = dolen_not_for_them_new (suggested->person, suggested->service->uid);

  name_service (suggested->service, &unwanted->service_name, &unwanted->service_name_cy);
  unwanted->reason
      = g_strdup (dolen_not_for_them_reasons ()[dolen_small_form_get_choice (form, "reason")]);
  unwanted->note = dolen_small_form_dup_text (form, "note");
  return dolen_casework_unwanted_mark (
      dolen_session_get_casework (dolen_small_form_get_session (form)), unwanted, undo, error);
}

static void
add_reasons (DolenSmallForm *form)
{
  const char *const *codes = dolen_not_for_them_reasons ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (; *codes != NULL; codes++)
    g_ptr_array_add (names,
                     (gpointer) dolen_not_for_them_reason_name (*codes, dolen_language_current ()));
  g_ptr_array_add (names, NULL);
  dolen_small_form_add_choice (form, "reason", _ ("Why"), (const char *const *) names->pdata, 0);
}

GtkWindow *
dolen_unwanted_form_new (DolenSession *session, const char *person, const char *service)
{
  Suggested *suggested = suggested_new (session, person, service);
  g_autofree char *draft = g_strconcat ("unwanted/", service, NULL);
  const DolenSmallFormSpec spec
      /* Translators: title of a window: a person does not want a group, or not again; short. */
      = { _ ("Not for Them"), _ ("_Record"), draft, person, mark, suggested, suggested_free };
  DolenSmallForm *form;

  if (suggested == NULL)
    return NULL;
  form = dolen_small_form_new (session, &spec);
  add_name (form, suggested);
  dolen_small_form_add (
      form,
      dolen_label_new (
          _ ("It counts against this suggestion for this person, and for nobody else."), NULL));
  add_reasons (form);
  dolen_small_form_add_text (form, "note", _ ("In words, if there is more"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
