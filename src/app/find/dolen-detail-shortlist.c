/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-shortlist.h"

#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-window.h"
#include "app/find/dolen-compare-window.h"
#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-hand-out-window.h"
#include "app/find/dolen-loose-shortlist.h"
#include "casework/dolen-casework-shortlist.h"

#include <glib/gi18n.h>

/* What the buttons are about; lives as long as their box. */
typedef struct {
  GtkBox *box;             /* them */
  DolenSession *session;   /* (owned) */
  DolenFindings *findings; /* (owned) (nullable) where there is a person */
  char *person;            /* (owned) (nullable) uid; NULL: for nobody */
  char *service;           /* (owned) uid */
  char *name_en, *name_cy; /* (owned) (nullable) */
} About;

static void
about_free (gpointer data)
{
  About *about = data;

  g_object_unref (about->session);
  g_clear_pointer (&about->findings, dolen_findings_unref);
  g_free (about->person);
  g_free (about->service);
  g_free (about->name_en);
  g_free (about->name_cy);
  g_free (about);
}

/* ---- what stands on it ---- */

static DolenCaseload *
caseload_of (const About *about)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (about->session));
}

/* (transfer full): uids, with a NULL at the end. */
static GPtrArray *
dup_uids (const About *about)
{
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);

  if (about->person == NULL) {
    const GPtrArray *list = dolen_loose_shortlist_get (about->session);

    for (guint i = 0; i < list->len; i++)
      g_ptr_array_add (uids, g_strdup (list->pdata[i]));
  } else {
    g_autoptr (GPtrArray) list = dolen_caseload_list_shortlist (caseload_of (about), about->person);

    for (guint i = 0; list != NULL && i < list->len; i++)
      g_ptr_array_add (uids, g_strdup (((DolenShortlisted *) list->pdata[i])->service));
  }
  g_ptr_array_add (uids, NULL);
  return uids;
}

/* ---- acts ---- */

static void fill (About *about);

/* Here or by an undo: the list may be another. The focus stays among the buttons. */
static void
fill_anew (About *about)
{
  GtkWidget *box = GTK_WIDGET (about->box);
  GtkRoot *root = gtk_widget_get_root (box);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean among = focus != NULL && gtk_widget_is_ancestor (focus, box);

  fill (about);
  if (among)
    gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
}

static void
tell (DolenSession *session, gboolean done, DolenUndo *undo, const GError *error)
{
  if (done)
    dolen_session_did (session, undo);
  else
    dolen_session_report (session, error);
}

/* The buttons are made anew when the act has changed the case records; what they are about stays.
 */
static void
put (const About *about)
{
  g_autoptr (GtkBox) kept = g_object_ref (about->box);
  g_autoptr (DolenSession) session = g_object_ref (about->session);
  g_autoptr (DolenShortlisted) item = dolen_shortlisted_new (about->person, about->service);
  g_autoptr (GError) error = NULL;
  DolenUndo *undo = NULL;
  gboolean done;

  item->service_name = g_strdup (about->name_en);
  item->service_name_cy = g_strdup (about->name_cy);
  done = dolen_casework_shortlist_add (dolen_session_get_casework (session), item, &undo, &error);
  tell (session, done, undo, error);
}

static void
take_off (const About *about)
{
  g_autoptr (GtkBox) kept = g_object_ref (about->box);
  g_autoptr (DolenSession) session = g_object_ref (about->session);
  g_autoptr (GError) error = NULL;
  DolenUndo *undo = NULL;
  gboolean done = dolen_casework_shortlist_remove (
      dolen_session_get_casework (session), about->person, about->service, &undo, &error);

  tell (session, done, undo, error);
}

static void
on_put_cb (GtkButton *button, About *about)
{
  if (about->person != NULL) {
    put (about);
    return;
  }
  dolen_loose_shortlist_put (about->session, about->service);
  fill_anew (about);
}

static void
on_take_off_cb (GtkButton *button, About *about)
{
  if (about->person != NULL) {
    take_off (about);
    return;
  }
  dolen_loose_shortlist_take_off (about->session, about->service);
  fill_anew (about);
}

static void
on_empty_cb (GtkButton *button, About *about)
{
  dolen_loose_shortlist_empty (about->session);
  fill_anew (about);
}

static void
on_compare_cb (GtkButton *button, const About *about)
{
  g_autoptr (GPtrArray) uids = dup_uids (about);
  GtkWindow *window
      = dolen_compare_window_new (about->session,
                                  about->findings,
                                  (const char *const *) uids->pdata,
                                  GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button))));

  if (window != NULL)
    dolen_window_present_dialog (GTK_WIDGET (button), window);
  else
    dolen_session_toast (about->session, _ ("Fewer than two on the shortlist are still listed."));
}

static void
on_hand_out_cb (GtkButton *button, const About *about)
{
  g_autoptr (GPtrArray) uids = dup_uids (about);
  GtkWindow *window = dolen_hand_out_window_new (
      about->session, about->person, (const char *const *) uids->pdata, NULL);

  if (window != NULL)
    dolen_window_present_dialog (GTK_WIDGET (button), window);
}

/* ---- the buttons ---- */

static void
add_button (About *about, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", callback, about);
  gtk_box_append (about->box, button);
}

static gboolean
is_there (const About *about)
{
  g_autoptr (DolenShortlisted) there = NULL;

  if (about->person == NULL)
    return dolen_loose_shortlist_has (about->session, about->service);
  there = dolen_caseload_find_shortlisted (caseload_of (about), about->person, about->service);
  return there != NULL;
}

static void
fill (About *about)
{
  g_autoptr (GPtrArray) uids = NULL;

  dolen_detail_view_clear (about->box);
  if (about->person != NULL && caseload_of (about) == NULL)
    return;
  uids = dup_uids (about);
  if (!is_there (about))
    /* Translators: a button: a group is put aside to compare and to hand out; short. */
    add_button (about, _ ("Put on Shortlist"), G_CALLBACK (on_put_cb));
  else
    /* Translators: a button: a group is taken off the shortlist; short. */
    add_button (about, _ ("Take off Shortlist"), G_CALLBACK (on_take_off_cb));
  if (uids->len > 2)
    /* Translators: a button: opens those on the shortlist side by side; short. */
    add_button (about, _ ("Compare Shortlist…"), G_CALLBACK (on_compare_cb));
  if (uids->len > 1)
    /* Translators: a button: a paper of those on the shortlist; taflen; short. */
    add_button (about, _ ("Print Shortlist…"), G_CALLBACK (on_hand_out_cb));
  if (about->person == NULL && uids->len > 1)
    /* Translators: a button: all are taken off the shortlist; short. */
    add_button (about, _ ("Empty Shortlist"), G_CALLBACK (on_empty_cb));
}

static void
on_changed_cb (DolenCasework *casework, GtkWidget *box)
{
  fill_anew (g_object_get_data (G_OBJECT (box), "about"));
}

void
dolen_detail_shortlist_add (GtkBox *why,
                            DolenSession *session,
                            DolenFindings *findings,
                            const DolenService *service)
{
  const char *person = dolen_session_get_person (session);
  About *about;

  if (person != NULL && dolen_casework_get_caseload (dolen_session_get_casework (session)) == NULL)
    return;
  about = g_new0 (About, 1);
  about->box = GTK_BOX (dolen_wrap_box_new ());
  about->session = g_object_ref (session);
  about->findings = person != NULL ? dolen_findings_ref (findings) : NULL;
  about->person = g_strdup (person);
  about->service = g_strdup (service->uid);
  about->name_en = g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_EN));
  about->name_cy = g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_CY));
  g_object_set_data_full (G_OBJECT (about->box), "about", about, about_free);
  g_signal_connect_object (
      dolen_session_get_casework (session), "changed", G_CALLBACK (on_changed_cb), about->box, 0);
  fill (about);
  gtk_box_append (why, GTK_WIDGET (about->box));
}
