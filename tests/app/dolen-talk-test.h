/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dolen-people-test.h"

#include "app/talk/dolen-talk-open.h"

G_BEGIN_DECLS

/* What the tests of a conversation share. */

/** The one group of the directory that suits a singer. */
#define DOLEN_TALK_TEST_CHOIR "Ysgubor Singers"

/** dolen_talk_test_fill_directory: (transfer full): uid of the choir; with it come its funding, its
 *  checks and its people, a choir that is gone and one that is closed. */
char *dolen_talk_test_fill_directory (DolenWindow *window);

/** dolen_talk_test_view: (nullable): the conversation that is on. */
DolenTalkView *dolen_talk_test_view (DolenWindow *window);

/** dolen_talk_test_talk_on_find, _talk_with: begins one, with nobody or with @person. */
DolenTalkView *dolen_talk_test_talk_on_find (DolenWindow *window);
DolenTalkView *dolen_talk_test_talk_with (DolenWindow *window, const char *person);

/** dolen_talk_test_act: an action of the view. */
void dolen_talk_test_act (DolenWindow *window, const char *action);

/** dolen_talk_test_go_to: on to a page. */
void dolen_talk_test_go_to (DolenWindow *window, DolenTalkStep step);

/** dolen_talk_test_click, _tap, _type: a button by its label, a tile by its words, a line in the
 *  entry of the page. */
void dolen_talk_test_click (DolenWindow *window, const char *label);
void dolen_talk_test_tap (DolenWindow *window, const char *words);
void dolen_talk_test_type (DolenWindow *window, const char *line);
GtkWidget *dolen_talk_test_find_tile (DolenWindow *window, const char *words);

gboolean dolen_talk_test_shows (DolenWindow *window, const char *text);

/** dolen_talk_test_assert_list: @list: (nullable) */
void dolen_talk_test_assert_list (char **list, const char *blank_between);

G_END_DECLS
