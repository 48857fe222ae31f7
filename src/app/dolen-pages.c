/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-pages.h"

#include "app/directory/dolen-directory-page.h"
#include "app/dolen-find-page.h"
#include "app/dolen-people-page.h"
#include "app/dolen-today-page.h"

#include <glib/gi18n.h>

static const DolenPageEntry pages[] = {
  /* Translators: a place of the window: whom to ring today. */
  { "today", N_ ("Today"), "dolen-today-symbolic", dolen_today_page_new },
  /* Translators: a place of the window: finding groups; in Welsh "Chwilio". */
  { "find", N_ ("Find"), "dolen-find-symbolic", dolen_find_page_new },
  /* Translators: a place of the window: the people being supported; in Welsh "Pobl". */
  { "people", N_ ("People"), "dolen-people-symbolic", dolen_people_page_new },
  /* Translators: a place of the window: keeping the listings true; in Welsh "Cyfeiriadur". */
  { "directory", N_ ("Directory"), "dolen-directory-symbolic", dolen_directory_page_new },
  { NULL },
};

const DolenPageEntry *
dolen_pages_list (void)
{
  return pages;
}
