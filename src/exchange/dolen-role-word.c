/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-role-word.h"

#include "language/dolen-welsh.h"

/* Folded. */
static const char *const DESKS[] = {
  "admin",      "administration",
  "archebion",  "bookings",
  "booking",    "derbynfa",
  "desk",       "enquiries",
  "enquiry",    "gweinyddiaeth",
  "helpline",   "information",
  "gwybodaeth", "inquiries",
  "office",     "reception",
  "swyddfa",    "switchboard",
  "team",       "tim",
  "ymholiadau", NULL,
};
static const char *const HOLDERS[] = {
  "administrator", "arweinydd",    "cadeirydd",     "cadeiryddes", "caretaker",  "chair",
  "chairman",      "chairperson",  "chairwoman",    "clerc",       "clerk",      "co-ordinator",
  "convenor",      "coordinator",  "cydlynydd",     "gofalwr",     "gweinyddwr", "leader",
  "llywydd",       "manager",      "organiser",     "organizer",   "president",  "receptionist",
  "rheolwr",       "secretary",    "swyddog",       "treasurer",   "trefnydd",   "trysorydd",
  "warden",        "ysgrifennydd", "ysgrifenyddes", NULL,
};
static const char *const BESIDE[] = {
  "&",      "a",      "ac",   "aelodaeth", "and",       "assistant",  "bookings",
  "branch", "centre", "clwb", "club",      "committee", "general",    "group",
  "grwp",   "hall",   "hon",  "honorary",  "main",      "membership", "neuadd",
  "new",    "of",     "or",   "our",       "pwyllgor",  "r",          "the",
  "vice",   "y",      "yr",   "'r",        NULL,
};

DolenRole
dolen_role_of_name (const char *name)
{
  g_autofree char *folded = name ? dolen_welsh_fold (name) : NULL;
  g_auto (GStrv) words = NULL;
  DolenRole role = DOLEN_ROLE_NONE;

  if (!folded)
    return DOLEN_ROLE_NONE;
  words = g_strsplit_set (folded, " \t\n/,.:;()", -1);
  for (guint i = 0; words[i]; i++) {
    if (g_strv_contains (HOLDERS, words[i]))
      role = DOLEN_ROLE_HOLDER;
    else if (g_strv_contains (DESKS, words[i]))
      role = MAX (role, DOLEN_ROLE_DESK);
    else if (*words[i] && !g_strv_contains (BESIDE, words[i]))
      return DOLEN_ROLE_NONE;
  }
  return role;
}
