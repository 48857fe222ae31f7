/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-draft-keeper.h"
#include "app/talk/dolen-talk-found.h"
#include "app/talk/dolen-talk-view.h"

G_BEGIN_DECLS

/* The view's own: the frame (dolen-talk-view.c), the questions (dolen-talk-pages.c), what was found
 * (dolen-talk-found-page.c), handing back to the worker (dolen-talk-back.c). */
struct _DolenTalkView {
  AdwBin parent_instance;
  DolenSession *session;           /* (owned) */
  DolenVocabulary *vocabulary;     /* (owned) */
  DolenFindFilters *known;         /* (owned) */
  char *person;                    /* (owned) (nullable) */
  char *person_label;              /* (owned) (nullable) how the worker's chip calls them */
  DolenProfile *known_of_services; /* (owned) (nullable) dolen_person_known_new() */
  DolenTalkTakeFunc take;
  gpointer take_data;
  GDestroyNotify free_take_data;

  DolenTalkDraft *draft;    /* (owned) what is shown */
  gboolean guarded;         /* case records were open when it began */
  gboolean wiped;           /* what was chosen is sealed and not here */
  DolenDraftKeeper *keeper; /* (owned) (nullable) */

  char *group;           /* (owned) (nullable) code of the interests that are unfolded */
  gboolean more;         /* all that gets in the way is offered */
  char *said;            /* (owned) (nullable) what was understood last */
  GPtrArray *found;      /* (owned) (nullable) of DolenTalkFound */
  GError *problem;       /* (owned) (nullable) why nothing could be looked for */
  GCancellable *looking; /* (owned) (nullable) */

  GtkStack *stack;
  GtkWidget *smaller_button;
  GtkWidget *larger_button;
  GtkButton *language_button;
  GtkButton *finish_button;
  GtkScrolledWindow *scrolled;
  GtkBox *page_box;
  GtkLabel *back_label;
  GtkLabel *next_label;
  AdwBin *back_bin;         /* for the worker */
  GtkWidget *question;      /* of the page that is shown */
  GtkEntry *entry;          /* (nullable) of the page that is shown */
  GtkWidget *said_label;    /* (nullable) */
  GtkWidget *chosen_box;    /* (nullable) */
  GtkWidget *narrower_box;  /* (nullable) */
  GtkWidget *problem_label; /* (nullable) of what is for the worker */
  guint review_source;      /* idle source, 0 none */
};

/** dolen_talk_view_take: @next: (transfer full): the draft from now on; what is on the page is what
 *  made it. */
void dolen_talk_view_take (DolenTalkView *self, DolenTalkDraft *next);

/** dolen_talk_view_show: makes the page anew from the draft. */
void dolen_talk_view_show (DolenTalkView *self);

/* dolen-talk-pages.c */
void dolen_talk_pages_fill (DolenTalkView *self);
/** dolen_talk_pages_begin: an empty page with its question. */
void dolen_talk_pages_begin (DolenTalkView *self);

/* dolen-talk-interests.c */
void dolen_talk_interests_fill (DolenTalkView *self, GtkWidget *box);
void dolen_talk_interests_fill_group (DolenTalkView *self, GtkWidget *box);
/** dolen_talk_interests_chose: @tile was touched: what is narrower is offered beneath. */
void dolen_talk_interests_chose (DolenTalkView *self, GtkWidget *tile);

/* dolen-talk-found-page.c */
void dolen_talk_found_page_fill (DolenTalkView *self);
void dolen_talk_found_page_look (DolenTalkView *self);

/* dolen-talk-back.c */
void dolen_talk_back_ask (DolenTalkView *self);
void dolen_talk_back_locked (DolenTalkView *self);
void dolen_talk_back_unlocked (DolenTalkView *self);
void dolen_talk_back_review (DolenTalkView *self);
void dolen_talk_back_review_problem (DolenTalkView *self, const GError *error);

G_END_DECLS
