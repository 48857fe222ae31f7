/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-talk-test.h"

#include "base/dolen-id.h"

/* ---- a directory with all that must not be seen ---- */

static gpointer
save_service (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  dolen_directory_save_service (directory, data, error);
  return NULL;
}

static void
add_tag (DolenService *service, DolenTagKind kind, const char *code)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = kind;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strdup (code);
  tag->value = TRUE;
  tag->state = DOLEN_TAG_CONFIRMED;
  g_ptr_array_add (service->tags, tag);
}

static void
add_secrets (DolenService *service)
{
  DolenFunding *funding = dolen_funding_new ();
  DolenConfirmation *confirmation = dolen_confirmation_new ();
  DolenCapacity *capacity = dolen_capacity_new ();
  DolenContact *contact = dolen_contact_new ();

  funding->funder = g_strdup ("Moneybags Trust");
  funding->ends_on = g_strdup ("2026-12-31");
  g_ptr_array_add (service->funding, funding);
  confirmation->on = g_strdup ("2020-01-02");
  confirmation->confirmed = g_strdup ("listing");
  confirmation->asked = g_strdup ("Askalot");
  confirmation->by = g_strdup ("Quillfeather");
  g_ptr_array_add (service->confirmations, confirmation);
  capacity->status = DOLEN_CAPACITY_PLACES;
  capacity->places_free = 4;
  capacity->as_of = g_strdup ("2020-01-02");
  capacity->note = g_strdup ("Notesworthy");
  capacity->told_by = g_strdup ("Tellmore");
  g_ptr_array_add (service->capacities, capacity);
  contact->name = g_strdup ("Bronwen Hidden");
  contact->phone = g_strdup ("01632960111");
  contact->permission = DOLEN_PERMISSION_WORKERS_ONLY;
  g_ptr_array_add (service->contacts, contact);
}

static DolenService *
new_service (const char *name)
{
  DolenService *service = dolen_service_new ();

  service->uid = dolen_id_new ();
  dolen_bilingual_load (&service->name, name, DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  add_tag (service, DOLEN_TAG_INTEREST, "singing");
  return service;
}

static void
save (DolenWindow *window, DolenService *service)
{
  DolenSessionJob job
      = { "save", G_PRIORITY_DEFAULT, save_service, service, (GDestroyNotify) dolen_service_free };

  dolen_session_run (dolen_window_get_session (window), &job, NULL, NULL, NULL);
  dolen_app_test_settle (window);
}

/* Returns: (transfer full): uid of the one that suits. */
char *
dolen_talk_test_fill_directory (DolenWindow *window)
{
  DolenService *choir = new_service (DOLEN_TALK_TEST_CHOIR);
  DolenService *gone = new_service ("Gone Singers");
  DolenService *closed = new_service ("Shuttered Singers");
  char *uid = g_strdup (choir->uid);

  dolen_bilingual_load (&choir->description,
                        "We sing old songs. Paid for by Moneybags Trust, a grant. "
                        "Bronwen makes the tea.",
                        DOLEN_TEXT_GIVEN,
                        NULL,
                        DOLEN_TEXT_MISSING);
  choir->fees = g_strdup ("Nothing, thanks to Moneybags Trust, who fund it");
  add_secrets (choir);
  gone->gone_since = g_strdup ("2024-01-01");
  closed->status = DOLEN_SERVICE_TEMPORARILY_CLOSED;
  save (window, choir);
  save (window, gone);
  save (window, closed);
  return uid;
}

/* ---- the view ---- */

DolenTalkView *
dolen_talk_test_view (DolenWindow *window)
{
  GtkWidget *cover = dolen_window_get_cover (window);

  return DOLEN_IS_TALK_VIEW (cover) ? DOLEN_TALK_VIEW (cover) : NULL;
}

void
dolen_talk_test_act (DolenWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (dolen_window_get_cover (window), action, NULL));
  dolen_app_test_settle (window);
}

DolenTalkView *
dolen_talk_test_talk_on_find (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "find");
  dolen_app_test_settle (window);
  gtk_widget_activate_action (
      GTK_WIDGET (dolen_shell_get_visible_page (dolen_window_get_shell (window))),
      "find.talk",
      NULL);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_talk_test_view (window));
  return dolen_talk_test_view (window);
}

DolenTalkView *
dolen_talk_test_talk_with (DolenWindow *window, const char *person)
{
  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  dolen_people_test_act (window, "person.talk", NULL);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_talk_test_view (window));
  return dolen_talk_test_view (window);
}

void
dolen_talk_test_click (DolenWindow *window, const char *label)
{
  GtkWidget *button = dolen_app_test_find_button (GTK_WIDGET (window), label);

  g_test_message ("%s", label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (window);
}

gboolean
dolen_talk_test_shows (DolenWindow *window, const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (window), text) != NULL;
}

static gboolean
is_words (GtkWidget *widget, gpointer words)
{
  return !(GTK_IS_LABEL (widget)
           && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), words) == 0);
}

typedef struct {
  const char *words;
  GtkWidget *tile;
} TileSearch;

static gboolean
find_tile_cb (GtkWidget *widget, gpointer data)
{
  TileSearch *search = data;

  if (!GTK_IS_TOGGLE_BUTTON (widget)
      || dolen_app_test_walk (widget, is_words, (gpointer) search->words))
    return TRUE;
  search->tile = widget;
  return FALSE;
}

GtkWidget *
dolen_talk_test_find_tile (DolenWindow *window, const char *words)
{
  TileSearch search = { words, NULL };

  dolen_app_test_walk (GTK_WIDGET (window), find_tile_cb, &search);
  g_test_message ("%s", words);
  g_assert_nonnull (search.tile);
  return search.tile;
}

void
dolen_talk_test_tap (DolenWindow *window, const char *words)
{
  GtkToggleButton *tile = GTK_TOGGLE_BUTTON (dolen_talk_test_find_tile (window, words));

  gtk_toggle_button_set_active (tile, !gtk_toggle_button_get_active (tile));
}

static gboolean
find_entry_cb (GtkWidget *widget, gpointer found)
{
  if (!GTK_IS_ENTRY (widget) || !gtk_widget_get_mapped (widget))
    return TRUE;
  *(GtkWidget **) found = widget;
  return FALSE;
}

void
dolen_talk_test_type (DolenWindow *window, const char *line)
{
  GtkWidget *entry = NULL;

  dolen_app_test_walk (dolen_window_get_cover (window), find_entry_cb, &entry);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), line);
  g_signal_emit_by_name (entry, "activate");
  dolen_app_test_settle (window);
}

void
dolen_talk_test_assert_list (char **list, const char *blank_between)
{
  g_autofree char *joined = g_strjoinv (" ", list != NULL ? list : (char *[]){ NULL });

  g_assert_cmpstr (joined, ==, blank_between);
}

void
dolen_talk_test_go_to (DolenWindow *window, DolenTalkStep step)
{
  while (dolen_talk_view_get_draft (dolen_talk_test_view (window))->step < step)
    dolen_talk_test_act (window, "talk.next");
}
