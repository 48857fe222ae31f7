/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-edits.h"

#include "app/directory/dolen-undoable.h"

#include <glib/gi18n.h>

typedef struct {
  char *kind;
  char *uid;
  char *name;      /* of the field or part */
  char *value;     /* (nullable) */
  char *successor; /* (nullable) uid */
  gint64 entry;    /* of the history */
  DolenListingChange change;
  gpointer data;
  GDestroyNotify free_data;
} Edit;

static Edit *
edit_new (const char *kind, const char *uid, const char *name)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->kind = g_strdup (kind);
  edit->uid = g_strdup (uid);
  edit->name = g_strdup (name);
  return edit;
}

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  if (edit->free_data != NULL)
    edit->free_data (edit->data);
  g_free (edit->kind);
  g_free (edit->uid);
  g_free (edit->name);
  g_free (edit->value);
  g_free (edit->successor);
  g_free (edit);
}

static char *
say_changed (const char *title)
{
  /* Translators: a toast with "Undo"; %s is what was changed in a listing: "Name in Welsh". */
  return g_strdup_printf (_ ("Changed: %s"), title);
}

/* @title: (transfer full) */
static void
run (DolenSession *session, char *title, DolenUndoableFunc func, Edit *edit)
{
  g_autofree char *told = title;
  const DolenUndoable undoable = { told, func, edit, edit_free, NULL, NULL, NULL };

  dolen_undoable_run (session, &undoable);
}

/* ---- fields ---- */

static gint64
set_field (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Edit *edit = data;

  return dolen_edit_set_field (
      directory, edit->kind, edit->uid, edit->name, edit->value, who, error);
}

void
dolen_listing_edit_field (DolenSession *session,
                          const char *kind,
                          const char *uid,
                          const char *field,
                          const char *value,
                          const char *title)
{
  Edit *edit = edit_new (kind, uid, field);

  edit->value = g_strdup (value);
  run (session, say_changed (title), set_field, edit);
}

static gint64
mark_checked (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Edit *edit = data;

  return dolen_edit_set_text_state (
      directory, edit->kind, edit->uid, edit->name, DOLEN_TEXT_CHECKED, who, error);
}

void
dolen_listing_edit_mark_checked (DolenSession *session,
                                 const char *kind,
                                 const char *uid,
                                 const char *field)
{
  /* Translators: a toast with "Undo": of a text (testun, masc.). */
  run (session, g_strdup (_ ("Marked as checked")), mark_checked, edit_new (kind, uid, field));
}

/* ---- parts ---- */

static gint64
change_service (DolenDirectory *directory, const Edit *edit, const char *who, GError **error)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, edit->uid, error);

  if (service == NULL)
    return 0;
  if (!edit->change (service, edit->data))
    return DOLEN_EDIT_UNCHANGED;
  return dolen_edit_set_part (directory, edit->kind, edit->name, service, who, error);
}

static gint64
change_organisation (DolenDirectory *directory, const Edit *edit, const char *who, GError **error)
{
  g_autoptr (DolenOrganisation) organisation
             = dolen_directory_get_organisation (directory, edit->uid, error);

  if (organisation == NULL)
    return 0;
  if (!edit->change (organisation, edit->data))
    return DOLEN_EDIT_UNCHANGED;
  return dolen_edit_set_part (directory, edit->kind, edit->name, organisation, who, error);
}

static gint64
change_venue (DolenDirectory *directory, const Edit *edit, const char *who, GError **error)
{
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (directory, edit->uid, error);

  if (venue == NULL)
    return 0;
  if (!edit->change (venue, edit->data))
    return DOLEN_EDIT_UNCHANGED;
  return dolen_edit_set_part (directory, edit->kind, edit->name, venue, who, error);
}

static gint64
set_part (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Edit *edit = data;

  if (g_str_equal (edit->kind, "organisation"))
    return change_organisation (directory, edit, who, error);
  if (g_str_equal (edit->kind, "venue"))
    return change_venue (directory, edit, who, error);
  return change_service (directory, edit, who, error);
}

void
dolen_listing_edit_part (DolenSession *session,
                         const char *kind,
                         const char *uid,
                         const char *part,
                         DolenListingChange change,
                         gpointer data,
                         GDestroyNotify free_data,
                         const char *title)
{
  Edit *edit = edit_new (kind, uid, part);

  edit->change = change;
  edit->data = data;
  edit->free_data = free_data;
  run (session, say_changed (title), set_part, edit);
}

/* ---- history ---- */

static gint64
put_back (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  return dolen_edit_put_back (directory, ((const Edit *) data)->entry, who, error);
}

void
dolen_listing_edit_put_back (DolenSession *session, gint64 history_id)
{
  Edit *edit = edit_new (NULL, NULL, NULL);

  edit->entry = history_id;
  /* Translators: a toast with "Undo": what stood in a listing before stands there again. */
  run (session, g_strdup (_ ("Put back")), put_back, edit);
}

/* ---- acts of their own ---- */

static gint64
set_check (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Edit *edit = data;

  if (edit->data == NULL)
    return dolen_edit_forget_check (directory, edit->uid, edit->name, who, error);
  return dolen_edit_set_check (directory, edit->uid, edit->data, who, error);
}

static void
check_free (gpointer data)
{
  dolen_assurance_free (data);
}

void
dolen_listing_edit_check (DolenSession *session,
                          const char *organisation_uid,
                          const char *what,
                          DolenAssurance *check)
{
  Edit *edit = edit_new ("organisation", organisation_uid, what);

  edit->data = check;
  edit->free_data = check != NULL ? check_free : NULL;
  run (session, say_changed (_ ("Policies and checks")), set_check, edit);
}

static gint64
set_tag (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Edit *edit = data;

  return dolen_edit_set_tag (directory, edit->uid, edit->data, who, error);
}

static void
tag_free (gpointer data)
{
  dolen_tag_free (data);
}

void
dolen_listing_edit_tag (DolenSession *session, const char *uid, DolenTag *tag)
{
  Edit *edit = edit_new ("service", uid, NULL);

  edit->data = tag;
  edit->free_data = tag_free;
  run (session, say_changed (_ ("What it is about")), set_tag, edit);
}

static gint64
pause_it (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Edit *edit = data;

  return dolen_edit_pause (
      directory, edit->uid, edit->name, edit->value, DOLEN_TOLD_BY_UNKNOWN, NULL, who, error);
}

void
dolen_listing_edit_pause (DolenSession *session,
                          const char *uid,
                          const char *until,
                          const char *note)
{
  Edit *edit = edit_new ("service", uid, until);

  edit->value = g_strdup (note);
  /* Translators: a toast with "Undo": of a group (grŵp, masc.). */
  run (session, g_strdup (_ ("Paused")), pause_it, edit);
}

static gint64
close_it (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Edit *edit = data;

  return dolen_edit_close (
      directory, edit->uid, edit->name, edit->value, edit->successor, who, error);
}

void
dolen_listing_edit_close (DolenSession *session,
                          const char *uid,
                          const char *on,
                          const char *reason,
                          const char *successor_uid)
{
  Edit *edit = edit_new ("service", uid, on);

  edit->value = g_strdup (reason);
  edit->successor = g_strdup (successor_uid);
  /* Translators: a toast with "Undo": of a group (grŵp, masc.): it has ended. */
  run (session, g_strdup (_ ("Closed")), close_it, edit);
}

static gint64
reopen (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  return dolen_edit_reopen (directory, ((const Edit *) data)->uid, who, error);
}

void
dolen_listing_edit_reopen (DolenSession *session, const char *uid)
{
  /* Translators: a toast with "Undo": a group (grŵp, masc.) that was closed goes on. */
  run (session, g_strdup (_ ("Open again")), reopen, edit_new ("service", uid, NULL));
}
