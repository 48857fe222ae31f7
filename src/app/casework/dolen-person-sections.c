/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-sections.h"

#include "app/casework/dolen-person-appointments.h"
#include "app/casework/dolen-person-choices.h"
#include "app/casework/dolen-person-concerns.h"
#include "app/casework/dolen-person-consents.h"
#include "app/casework/dolen-person-episode.h"
#include "app/casework/dolen-person-incoming.h"
#include "app/casework/dolen-person-papers.h"
#include "app/casework/dolen-person-plan.h"
#include "app/casework/dolen-person-top.h"
#include "app/casework/dolen-widget-util.h"

/* A section is made anew after each act. One that has nothing to say of this person returns NULL:
 * then it is not there. */
typedef GtkWidget *(*SectionFunc) (DolenSession *session, const char *person);

/* How to add a section: one line, at the place where it is to stand within its part. */
static const struct {
  DolenPersonPart part;
  SectionFunc func;
} sections[] = {
  { DOLEN_PART_TOP, dolen_person_top_new },
  { DOLEN_PART_TOP, dolen_person_concerns_new },
  { DOLEN_PART_NOW, dolen_person_incoming_new },
  { DOLEN_PART_NOW, dolen_person_matters_new },
  { DOLEN_PART_NOW, dolen_person_goals_new },
  { DOLEN_PART_NOW, dolen_person_plan_new },
  { DOLEN_PART_NOW, dolen_person_choices_new },
  { DOLEN_PART_NOW, dolen_person_follow_ups_new },
  { DOLEN_PART_NOW, dolen_person_appointments_new },
  { DOLEN_PART_RECORD, dolen_person_episode_new },
  { DOLEN_PART_RECORD, dolen_person_not_asked_new },
  { DOLEN_PART_RECORD, dolen_person_consents_new },
  { DOLEN_PART_RECORD, dolen_person_papers_new },
  { DOLEN_PART_RECORD, dolen_person_past_concerns_new },
  { DOLEN_PART_RECORD, dolen_person_came_new },
};

const char *
dolen_person_part_nick (DolenPersonPart part)
{
  static const char *const nicks[DOLEN_N_PARTS] = { "top", "now", "record", "timeline" };

  g_return_val_if_fail (part >= 0 && part < DOLEN_N_PARTS, nicks[0]);
  return nicks[part];
}

void
dolen_person_sections_fill (GtkWidget *box,
                            DolenPersonPart part,
                            DolenSession *session,
                            const char *person)
{
  dolen_box_clear (box);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++) {
    GtkWidget *section = sections[i].part == part ? sections[i].func (session, person) : NULL;

    if (section != NULL)
      gtk_box_append (GTK_BOX (box), section);
  }
  /* Nothing in it: no gap either. */
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
}
