/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-find-notice.h"

#include "app/casework/dolen-wrap-layout.h"
#include "app/find/dolen-detail-view.h"
#include "directory/dolen-search.h"
#include "matching/dolen-ranking-words.h"

#include <glib/gi18n.h>

#define MOST_INTERIM 3

struct _DolenFindNotice {
  AdwBin parent_instance;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (DolenFindNotice, dolen_find_notice, ADW_TYPE_BIN)

static guint farther_signal, unsuitable_signal, open_signal, gap_signal;

static void
on_farther_cb (DolenFindNotice *self)
{
  g_signal_emit (self, farther_signal, 0);
}

static void
on_unsuitable_cb (GtkToggleButton *button, DolenFindNotice *self)
{
  g_signal_emit (self, unsuitable_signal, 0, gtk_toggle_button_get_active (button));
}

static void
on_open_cb (GtkButton *button, DolenFindNotice *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");
  g_signal_emit (self, open_signal, 0, *id);
}

static void
add_label (GtkBox *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_box_append (box, label);
}

static void
add_little (DolenFindNotice *self, DolenSession *session, const DolenFindings *findings)
{
  DolenDistanceUnit unit = dolen_find_unit (dolen_session_get_settings (session));
  g_autofree char *little
      = dolen_findings_little_sentence (findings, dolen_language_current (), unit);

  if (little == NULL)
    return;
  add_label (self->box, little);
  if (findings->profile->max_km > 0 && findings->farther > 0) {
    GtkWidget *button = gtk_button_new_with_label (_ ("Look Farther"));

    gtk_widget_set_halign (button, GTK_ALIGN_START);
    g_signal_connect_object (
        button, "clicked", G_CALLBACK (on_farther_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->box, button);
  }
}

static GtkWidget *
new_interim (DolenFindNotice *self, const DolenServiceCard *card)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (dolen_bilingual_get (&card->name, dolen_language_current ()));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "chip");
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&card->id, sizeof card->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open_cb), self, 0);
  return button;
}

static void
add_interim (DolenFindNotice *self, DolenSession *session, const DolenFindings *findings)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  guint n = MIN (findings->interim->len, MOST_INTERIM);
  g_autoptr (GPtrArray) cards = NULL;
  GtkWidget *names = dolen_wrap_box_new ();
  gint64 ids[MOST_INTERIM];

  dolen_wrap_box_set_most_natural (names, 300);
  g_object_ref_sink (names);
  for (guint i = 0; i < n; i++)
    ids[i] = g_array_index (findings->interim, DolenFinding, i).id;
  if (n > 0 && directory != NULL)
    cards = dolen_directory_load_cards (directory, ids, n, NULL);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    if (g_ptr_array_index (cards, i) != NULL)
      gtk_box_append (GTK_BOX (names), new_interim (self, g_ptr_array_index (cards, i)));
  if (gtk_widget_get_first_child (names) != NULL) {
    /* Translators: names of groups follow that have places now. */
    add_label (self->box, _ ("The best fit has a wait. Meanwhile there are places at:"));
    gtk_box_append (self->box, names);
  }
  g_object_unref (names);
}

/* One of several that go together, and what for. */
static void
add_member (DolenFindNotice *self,
            GtkBox *box,
            DolenDirectory *directory,
            const DolenFindings *findings,
            guint m)
{
  const DolenCombination *together = dolen_ranking_combination (findings->ranking);
  gint64 id = findings->facts->id[together->members[m].index];
  g_autoptr (GPtrArray) cards = dolen_directory_load_cards (directory, &id, 1, NULL);
  g_autofree char *what = dolen_ranking_say_wishes (findings->ranking,
                                                    findings->profile,
                                                    dolen_combination_adds (together, m),
                                                    dolen_language_current ());
  g_autofree char *text = NULL;
  GtkWidget *button;

  if (cards == NULL || cards->len == 0 || cards->pdata[0] == NULL)
    return;
  button = new_interim (self, cards->pdata[0]);
  /* Translators: what one of several groups would be for: a list of interests and needs. */
  text = g_strdup_printf (_ ("for: %s"), what);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
  add_label (box, text);
}

/* A line that opens to the groups: at the top of a narrow window there is little room. */
static GtkBox *
add_opener (DolenFindNotice *self, const char *text)
{
  GtkWidget *opener = gtk_expander_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_top (box, 6);
  gtk_expander_set_label_widget (GTK_EXPANDER (opener), label);
  gtk_expander_set_child (GTK_EXPANDER (opener), box);
  gtk_box_append (self->box, opener);
  return GTK_BOX (box);
}

static void
add_together (DolenFindNotice *self, DolenSession *session, const DolenFindings *findings)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  const DolenCombination *together;
  g_autofree char *nobody = NULL;

  if (findings->ranking == NULL || directory == NULL)
    return;
  together = dolen_ranking_combination (findings->ranking);
  if (together != NULL) {
    /* Translators: names of two or three groups follow; no one of them is enough. */
    GtkBox *box = add_opener (self, _ ("No group meets everything. Together these do:"));

    for (guint m = 0; m < together->n; m++)
      add_member (self, box, directory, findings, m);
  }
  nobody
      = dolen_ranking_say_nobody (findings->ranking, findings->profile, dolen_language_current ());
  if (nobody != NULL)
    add_label (self->box, nobody);
}

static void
on_gap_cb (DolenFindNotice *self)
{
  g_signal_emit (self, gap_signal, 0);
}

/* Where a person is looked for, and something is looked for. */
static void
add_gap (DolenFindNotice *self, GtkBox *box, DolenSession *session, const DolenFindings *findings)
{
  GtkWidget *button;

  if (dolen_session_get_person (session) == NULL || findings->profile == NULL
      || !dolen_profile_names_wishes (findings->profile))
    return;
  /* Translators: a button: keeps what was looked for and not found; short. */
  button = gtk_button_new_with_label (_ ("Note the Gap…"));
  gtk_widget_set_tooltip_text (button, _ ("Keeps what was looked for and not found"));
  gtk_widget_add_css_class (button, "chip");
  if (dolen_findings_are_enough (findings))
    gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_gap_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static void
add_unsuitable (DolenFindNotice *self, GtkBox *box, const DolenFindings *findings, gboolean shown)
{
  guint n = findings->counts[DOLEN_BAND_UNSUITABLE];
  g_autofree char *text = NULL;
  GtkWidget *button;

  if (n == 0)
    return;
  /* Translators: a button that shows how many groups do not suit, and which; ddim yn addas. */
  text = g_strdup_printf (ngettext ("Not suitable: %u", "Not suitable: %u", n), n);
  button = gtk_toggle_button_new_with_label (text);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), shown);
  gtk_widget_set_tooltip_text (button, _ ("Show these too, with what speaks against them"));
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_unsuitable_cb), self, 0);
  gtk_box_append (box, button);
}

static void
add_buttons (DolenFindNotice *self,
             DolenSession *session,
             const DolenFindings *findings,
             gboolean unsuitable)
{
  GtkWidget *box = dolen_wrap_box_new ();

  g_object_ref_sink (box);
  add_unsuitable (self, GTK_BOX (box), findings, unsuitable);
  add_gap (self, GTK_BOX (box), session, findings);
  if (gtk_widget_get_first_child (box) != NULL)
    gtk_box_append (self->box, box);
  g_object_unref (box);
}

static void
dolen_find_notice_class_init (DolenFindNoticeClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  farther_signal
      = g_signal_new ("farther", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  unsuitable_signal = g_signal_new (
      "unsuitable", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gap_signal = g_signal_new ("gap", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  open_signal = g_signal_new (
      "open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
dolen_find_notice_init (DolenFindNotice *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
dolen_find_notice_show (DolenFindNotice *self,
                        DolenSession *session,
                        const DolenFindings *findings,
                        gboolean unsuitable)
{
  g_return_if_fail (DOLEN_IS_FIND_NOTICE (self));

  dolen_detail_view_clear (self->box);
  if (findings != NULL && findings->ranked) {
    if (findings->results->len > 0)
      add_little (self, session, findings);
    add_interim (self, session, findings);
    add_together (self, session, findings);
    add_buttons (self, session, findings, unsuitable);
  }
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL);
}
