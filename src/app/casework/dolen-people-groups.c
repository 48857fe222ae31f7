/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-people-groups.h"

#include "app/casework/dolen-wrap-layout.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

struct _DolenPeopleGroups {
  AdwBin parent_instance;
  GtkToggleButton *buttons[DOLEN_N_PEOPLE_GROUPS];
};

G_DEFINE_FINAL_TYPE (DolenPeopleGroups, dolen_people_groups, ADW_TYPE_BIN)

static guint changed_signal;

static const struct {
  const char *name;
  const char *title;
  const char *words;
} groups[] = {
  [DOLEN_PEOPLE_SUPPORTED] = {
    /* Translators: a view of the list of people, with a count: "Supported 12". */
    N_ ("Supported"),
    N_ ("Nobody Is Supported Now"),
    N_ ("Take up a referral, or add a person.") },
  [DOLEN_PEOPLE_INCOMING] = {
    /* Translators: referrals to us (atgyfeiriad, masc.) that are to be decided. */
    N_ ("Referrals in"),
    N_ ("No Referral to Decide On"),
    N_ ("Add a referral as it comes in: who, from whom, and why is enough.") },
  [DOLEN_PEOPLE_WAITING] = {
    /* Translators: people on the waiting list. */
    N_ ("Waiting"),
    N_ ("Nobody Is Waiting"),
    N_ ("Whoever is put on the waiting list stands here in order, with the reason.") },
  [DOLEN_PEOPLE_CLOSED] = {
    /* Translators: people whose support has ended, or never began. */
    N_ ("Closed"),
    N_ ("Nobody Here Yet"),
    N_ ("People whose support has ended stand here.") },
  [DOLEN_PEOPLE_ALL] = {
    "",
    N_ ("Nobody Found"),
    N_ ("Try a part of the name, or add them.") },
};

static void
on_toggled (DolenPeopleGroups *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, changed_signal, 0);
}

static void
dolen_people_groups_class_init (DolenPeopleGroupsClass *klass)
{
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_people_groups_init (DolenPeopleGroups *self)
{
  GtkWidget *box = dolen_wrap_box_new ();

  for (int i = 0; i < DOLEN_N_PEOPLE_GROUPS; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (_ (groups[i].name));

    self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    if (i > 0)
      gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
    gtk_box_append (GTK_BOX (box), button);
  }
  gtk_toggle_button_set_active (self->buttons[DOLEN_PEOPLE_SUPPORTED], TRUE);
  for (int i = 0; i < DOLEN_N_PEOPLE_GROUPS; i++)
    g_signal_connect_object (
        self->buttons[i], "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
dolen_people_groups_new (void)
{
  return g_object_new (DOLEN_TYPE_PEOPLE_GROUPS, NULL);
}

DolenPeopleGroup
dolen_people_groups_get (DolenPeopleGroups *self)
{
  g_return_val_if_fail (DOLEN_IS_PEOPLE_GROUPS (self), DOLEN_PEOPLE_SUPPORTED);
  for (int i = 0; i < DOLEN_N_PEOPLE_GROUPS; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      return i;
  return DOLEN_PEOPLE_SUPPORTED;
}

void
dolen_people_groups_set (DolenPeopleGroups *self, DolenPeopleGroup group)
{
  g_return_if_fail (DOLEN_IS_PEOPLE_GROUPS (self) && group < DOLEN_N_PEOPLE_GROUPS);
  gtk_toggle_button_set_active (self->buttons[group], TRUE);
}

gboolean
dolen_people_groups_choose_for (DolenPeopleGroups *self,
                                DolenCaseload *caseload,
                                const char *person)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) all = dolen_caseload_list_people (caseload, NULL, today, NULL);

  g_return_val_if_fail (DOLEN_IS_PEOPLE_GROUPS (self), FALSE);

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const DolenPersonRow *row = g_ptr_array_index (all, i);

    for (int group = 0; group < DOLEN_N_PEOPLE_GROUPS && g_str_equal (row->uid, person); group++)
      if (dolen_person_row_is_in (row, group)) {
        gboolean other = !gtk_toggle_button_get_active (self->buttons[group]);

        dolen_people_groups_set (self, group);
        return other;
      }
  }
  return FALSE;
}

void
dolen_people_groups_count (DolenPeopleGroups *self, DolenCaseload *caseload)
{
  guint counts[DOLEN_N_PEOPLE_GROUPS];

  g_return_if_fail (DOLEN_IS_PEOPLE_GROUPS (self));

  dolen_caseload_count_groups (caseload, counts);
  for (int i = 0; i < DOLEN_N_PEOPLE_GROUPS; i++) {
    g_autofree char *label = g_strdup_printf ("%s %u", _ (groups[i].name), counts[i]);

    gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
  }
}

void
dolen_people_groups_explain (DolenPeopleGroup group, AdwStatusPage *page)
{
  g_return_if_fail (group <= DOLEN_PEOPLE_ALL);
  adw_status_page_set_icon_name (
      page, group == DOLEN_PEOPLE_ALL ? "edit-find-symbolic" : "dolen-people-symbolic");
  adw_status_page_set_title (page, _ (groups[group].title));
  adw_status_page_set_description (page, _ (groups[group].words));
}
