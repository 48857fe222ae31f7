/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-service-note-form.h"

#include "app/casework/dolen-small-form.h"
#include "app/casework/dolen-widget-util.h"
#include "casework/dolen-casework-service-notes.h"
#include "directory/dolen-directory.h"

#include <glib/gi18n.h>

/* Which group, and which of its notes; NULL: a new one. */
static char **
split (const char *about)
{
  return g_strsplit (about, "/", 2);
}

/* (transfer full) (nullable) */
static DolenServiceNote *
find_note (DolenSession *session, const char *service, const char *uid)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (GPtrArray) notes = dolen_caseload_list_service_notes (caseload, service);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    if (g_strcmp0 (((DolenServiceNote *) notes->pdata[i])->uid, uid) == 0)
      return g_ptr_array_steal_index (notes, i);
  return NULL;
}

/* (transfer full) (nullable) */
static char *
dup_name (DolenSession *session, const char *uid)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autoptr (DolenService) service
             = directory != NULL ? dolen_directory_get_service (directory, uid, NULL) : NULL;

  return service != NULL
             ? g_strdup (dolen_bilingual_get (&service->name, dolen_language_current ()))
             : NULL;
}

static gboolean
record (DolenSmallForm *form, gpointer about, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  DolenCasework *casework = dolen_session_get_casework (session);
  g_auto (GStrv) parts = split (about);
  g_autofree char *name = dup_name (session, parts[0]);
  g_autofree char *text = dolen_small_form_dup_text (form, "text");

  if (parts[1] != NULL)
    return dolen_casework_service_note_set (casework, parts[1], text, undo, error);
  return dolen_casework_service_note_add (casework, parts[0], name, text, undo, error);
}

GtkWindow *
dolen_service_note_form_new (DolenSession *session, const char *about)
{
  g_auto (GStrv) parts = split (about);
  g_autofree char *draft = g_strconcat ("service-note/", about, NULL);
  g_autofree char *name = NULL;
  g_autoptr (DolenServiceNote) note = NULL;
  DolenSmallFormSpec spec
      /* Translators: title of a window: a note on a group that no hand-out carries; short. */
      = { _ ("Private Note"), _ ("_Save"), draft, NULL, record, NULL, g_free };
  DolenSmallForm *form;

  if (dolen_casework_get_caseload (dolen_session_get_casework (session)) == NULL)
    return NULL;
  if (parts[1] != NULL && (note = find_note (session, parts[0], parts[1])) == NULL)
    return NULL;
  name = dup_name (session, parts[0]);
  spec.data = g_strdup (about);
  form = dolen_small_form_new (session, &spec);
  if (name != NULL)
    dolen_small_form_add (form, dolen_label_new (name, "heading"));
  dolen_small_form_add_text (form, "text", _ ("For workers only; nothing about a person"));
  if (note != NULL) {
    dolen_small_form_add (
        form, dolen_label_new (_ ("Without any text the note is taken away."), "caption"));
    dolen_small_form_set_text (form, "text", note->text);
  }
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
