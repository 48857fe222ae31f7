/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-way-out.h"

#include "base/dolen-own-file.h"
#include "casework/dolen-casework-audit.h"

#include <string.h>

static gboolean
note (const DolenWayOut *out, const char *how, GError **error)
{
  g_autofree char *code = NULL;

  if (out->what == NULL)
    return TRUE;
  code = dolen_export_code (out->what, how);
  return dolen_casework_audit (dolen_session_get_casework (out->session),
                               out->person,
                               DOLEN_AUDIT_EXPORT,
                               code,
                               NULL,
                               error);
}

/* ---- the printer ---- */

typedef struct {
  DolenSession *session;                              /* (owned) */
  char *person;                                       /* (owned) (nullable) */
  const char *what;                                   /* static */
  const char *how;                                    /* static */
  GError *error;                                      /* (owned) (nullable) why it may not leave */
  void (*progress) (double done, gpointer user_data); /* (nullable) */
  DolenWayOutFunc func;
  gpointer user_data;
} Printing;

static void
printing_free (Printing *printing)
{
  g_object_unref (printing->session);
  g_free (printing->person);
  g_clear_error (&printing->error);
  g_free (printing);
}

static gboolean
before_print (gpointer user_data)
{
  Printing *printing = user_data;
  const DolenWayOut out = { printing->session, printing->person, printing->what };

  return note (&out, printing->how, &printing->error);
}

static void
after_print (gboolean printed, const GError *error, gpointer user_data)
{
  Printing *printing = user_data;

  if (printing->error != NULL)
    error = printing->error;
  if (printing->func != NULL)
    printing->func (printed, error, printing->user_data);
  else
    dolen_session_report (printing->session, error);
  printing_free (printing);
}

static Printing *
printing_new (const DolenWayOut *out, DolenWayOutFunc func, gpointer user_data)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->session = g_object_ref (out->session);
  printing->person = g_strdup (out->person);
  printing->what = out->what;
  printing->how = DOLEN_EXPORT_PRINTED;
  printing->func = func;
  printing->user_data = user_data;
  return printing;
}

void
dolen_way_out_print (const DolenWayOut *out,
                     GtkWindow *parent,
                     const char *job,
                     const char *markup,
                     DolenWayOutFunc func,
                     gpointer user_data)
{
  Printing *printing = printing_new (out, func, user_data);

  dolen_print_text (parent, job, markup, out->code, before_print, after_print, printing);
}

void
dolen_way_out_print_pages (const DolenWayOut *out,
                           GtkWindow *parent,
                           const char *job,
                           const DolenPrintPages *pages,
                           DolenWayOutFunc func,
                           gpointer user_data)
{
  Printing *printing = printing_new (out, func, user_data);

  dolen_print_pages (parent, job, pages, before_print, after_print, printing);
}

/* ---- the clipboard, a file ---- */

gboolean
dolen_way_out_copy (const DolenWayOut *out, GtkWidget *widget, const char *text, GError **error)
{
  if (!note (out, DOLEN_EXPORT_COPIED, error))
    return FALSE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  return TRUE;
}

gboolean
dolen_way_out_save (const DolenWayOut *out, const char *path, const char *text, GError **error)
{
  return note (out, DOLEN_EXPORT_SAVED, error)
         && dolen_own_file_write (path, text, strlen (text), error);
}

gboolean
dolen_way_out_save_pdf (const DolenWayOut *out,
                        const char *path,
                        const char *markup,
                        GError **error)
{
  return note (out, DOLEN_EXPORT_SAVED, error)
         && dolen_print_to_pdf (path, markup, out->code, error);
}

static void
tell_progress (double done, gpointer user_data)
{
  const Printing *printing = user_data;

  printing->progress (done, printing->user_data);
}

void
dolen_way_out_save_pages (const DolenWayOut *out,
                          const char *path,
                          const DolenPrintPages *pages,
                          const DolenPrintWatch *watch)
{
  Printing *saving = printing_new (out, watch->func, watch->user_data);
  const DolenPrintWatch own = { before_print,
                                watch->progress != NULL ? tell_progress : NULL,
                                after_print,
                                saving,
                                watch->cancellable };

  saving->how = DOLEN_EXPORT_SAVED;
  saving->progress = watch->progress;
  dolen_print_pages_to_pdf (path, pages, &own);
}
