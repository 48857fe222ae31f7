/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-tour-queue.h"

#include "app/directory/dolen-call-card.h"
#include "app/directory/dolen-call-row.h"
#include "app/directory/dolen-directory-page.h"
#include "app/directory/dolen-form-in-window.h"
#include "app/directory/dolen-queue-view.h"
#include "app/directory/dolen-suggest-window.h"
#include "base/dolen-time.h"
#include "directory/keeping/dolen-keeping-form.h"

#include <string.h>

/* What the card is brought to once it is there. */
static enum {
  LIST,
  CALL,
  NO_ANSWER,
  TAGS,
  FORM_OUT,
  FORM_IN,
  COMPLETENESS,
  SUGGEST,
  DONE
} wanted;

static DolenQueueView *
view_of (DolenWindow *window)
{
  DolenDirectoryPage *page
      = DOLEN_DIRECTORY_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "directory"));

  return DOLEN_QUEUE_VIEW (dolen_directory_page_get_place (page, "queue"));
}

static void
want (DolenWindow *window, int what, const char *state)
{
  g_autoptr (GVariant) parsed = g_variant_ref_sink (g_variant_new_parsed (state));

  wanted = what;
  dolen_page_go (GTK_WIDGET (window), "directory", "place", "queue");
  dolen_page_restore_state (DOLEN_PAGE (view_of (window)), parsed);
}

/* The list, whatever the stop before left. */
#define LIST_STATE "{'card': <false>}"
#define TAGS_STATE "{'card': <true>, 'kinds': <uint32 %u>}"

void
dolen_tour_show_queue (DolenWindow *window)
{
  want (window, LIST, LIST_STATE);
}

void
dolen_tour_show_queue_call (DolenWindow *window)
{
  want (window, CALL, LIST_STATE);
}

void
dolen_tour_show_queue_no_answer (DolenWindow *window)
{
  want (window, NO_ANSWER, LIST_STATE);
}

void
dolen_tour_show_queue_tags (DolenWindow *window)
{
  g_autofree char *state = g_strdup_printf (TAGS_STATE, (guint) DOLEN_QUEUE_BIT (DOLEN_QUEUE_TAGS));

  want (window, TAGS, state);
}

void
dolen_tour_show_queue_form_out (DolenWindow *window)
{
  want (window, FORM_OUT, LIST_STATE);
}

void
dolen_tour_show_queue_form_in (DolenWindow *window)
{
  want (window, FORM_IN, LIST_STATE);
}

void
dolen_tour_show_queue_completeness (DolenWindow *window)
{
  want (window, COMPLETENESS, LIST_STATE);
}

void
dolen_tour_show_queue_suggest (DolenWindow *window)
{
  want (window, SUGGEST, LIST_STATE);
}

/* A form as a group sends it back: the telephone holds, the rest is empty. */
static void
put_filled_form (DolenWindow *window, DolenCallCard *card)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (DolenService) service
             = dolen_directory_get_service (dolen_session_get_directory (session),
                                            dolen_call_card_get_draft (card)->services->pdata[0],
                                            NULL);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *form = dolen_keeping_form_new (service, NULL, DOLEN_LANGUAGE_EN, today);
  g_auto (GStrv) lines = g_strsplit (form, "\n", -1);
  GtkWindow *dialog = dolen_form_in_window_new (session);

  for (guint i = 0; lines[i] != NULL; i++) {
    char *line = lines[i];
    const char *answer = strstr (line, "[phone]:") != NULL  ? " yes"
                         : strstr (line, "[cost]:") != NULL ? " £3 a session"
                                                            : NULL;

    if (answer != NULL) {
      lines[i] = g_strconcat (line, answer, NULL);
      g_free (line);
    }
  }
  g_free (form);
  form = g_strjoinv ("\n", lines);
  dolen_form_in_window_put (dialog, form);
  dolen_window_present_dialog (GTK_WIDGET (window), dialog);
}

/* Some facts hold, and how many places there are is being changed. */
static void
work_card (DolenCallCard *card)
{
  static const char *const ticked[] = { "times", "contact" };
  const char *service = dolen_call_card_get_draft (card)->services->pdata[0];
  GtkWidget *row;

  for (gsize i = 0; i < G_N_ELEMENTS (ticked); i++) {
    row = dolen_call_card_get_row (card, service, ticked[i]);
    if (row != NULL)
      g_signal_emit_by_name (row, "tick", TRUE);
  }
  row = dolen_call_card_get_row (card, service, "capacity");
  if (row != NULL)
    dolen_call_row_open (DOLEN_CALL_ROW (row));
}

/* What a worker has heard, half said. */
static void
suggest (DolenWindow *window, DolenCallCard *card)
{
  GtkWindow *dialog = dolen_suggest_window_new (
      dolen_window_get_session (window), dolen_call_card_get_draft (card)->services->pdata[0]);

  dolen_suggest_window_type (dialog, "times", "Tuesdays 10:00-12:00");
  dolen_window_present_dialog (GTK_WIDGET (window), dialog);
}

static void
bring (DolenWindow *window, DolenQueueView *view, DolenCallCard *card)
{
  switch (wanted) {
  case CALL:
    work_card (card);
    break;
  case NO_ANSWER:
    dolen_call_card_set_outcome (card, DOLEN_CALL_NO_ANSWER);
    break;
  case FORM_OUT:
    dolen_call_card_write (card);
    break;
  case FORM_IN:
    put_filled_form (window, card);
    break;
  case COMPLETENESS:
    gtk_widget_activate_action (GTK_WIDGET (view), "queue.completeness", NULL);
    break;
  case SUGGEST:
    suggest (window, card);
    break;
  case LIST:
  case TAGS:
  case DONE:
    break;
  }
}

gboolean
dolen_tour_queue_is_ready (DolenWindow *window)
{
  DolenQueueView *view = view_of (window);
  GtkWidget *card;

  if (!dolen_queue_view_is_ready (view))
    return FALSE;
  if (wanted == LIST || wanted == TAGS || wanted == DONE)
    return TRUE;
  if (!dolen_queue_view_choose (view, 1))
    return FALSE;
  card = dolen_queue_view_get_card (view);
  if (!DOLEN_IS_CALL_CARD (card))
    return FALSE;
  bring (window, view, DOLEN_CALL_CARD (card));
  wanted = DONE;
  return FALSE;
}
