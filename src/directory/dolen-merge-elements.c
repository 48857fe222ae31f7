/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-merge-fill.h"

#include "directory/dolen-merge-said.h"
#include "directory/dolen-parts.h"

#include <math.h>

/* @own: NULL where nothing is known: then @other's, if any. */
static gboolean
fill_text (char **own, const char *other)
{
  if (*own != NULL || other == NULL)
    return FALSE;
  *own = g_strdup (other);
  return TRUE;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *one = a != NULL ? g_utf8_casefold (a, -1) : NULL;
  g_autofree char *other = b != NULL ? g_utf8_casefold (b, -1) : NULL;

  return one != NULL && other != NULL && g_str_equal (one, other);
}

/* ---- contacts ---- */

/* One switchboard, one mailbox may be that of two people: their names tell. */
static gboolean
is_same_contact (const DolenContact *own, const DolenContact *other)
{
  if (own->name != NULL && other->name != NULL)
    return is_same_text (own->name, other->name);
  return is_same_text (own->phone, other->phone) || is_same_text (own->email, other->email);
}

/* Among the first @n; one that allowed the same before one that did not. */
static DolenContact *
find_contact (const GPtrArray *contacts, guint n, const DolenContact *contact)
{
  DolenContact *found = NULL;

  for (guint i = 0; i < n; i++) {
    DolenContact *own = g_ptr_array_index (contacts, i);

    if (!is_same_contact (own, contact))
      continue;
    if (own->permission == contact->permission)
      return own;
    if (found == NULL)
      found = own;
  }
  return found;
}

static gboolean
lacks_text (const char *own, const char *other)
{
  return own == NULL && other != NULL;
}

static gboolean
lacks_any (const DolenContact *own, const DolenContact *other)
{
  return lacks_text (own->phone, other->phone) || lacks_text (own->email, other->email)
         || lacks_text (own->name, other->name) || lacks_text (own->role, other->role)
         || lacks_text (own->note, other->note);
}

/* A number or address that comes along brings with it whether it is a person's own. */
static gboolean
complete (DolenContact *own, const DolenContact *other)
{
  gboolean phone = fill_text (&own->phone, other->phone);
  gboolean email = fill_text (&own->email, other->email);
  gboolean any = phone || email;

  if (phone)
    fill_text (&own->phone_given, other->phone_given);
  if (email)
    fill_text (&own->email_given, other->email_given);
  if (any)
    own->personal |= other->personal;
  any |= fill_text (&own->name, other->name);
  any |= fill_text (&own->role, other->role);
  any |= fill_text (&own->note, other->note);
  return any;
}

static void
append (GPtrArray *contacts, const DolenContact *other)
{
  g_ptr_array_add (contacts, dolen_said_copy_contact (other));
}

gboolean
dolen_merge_join_contacts (GPtrArray *own, const GPtrArray *other)
{
  guint n = own->len; /* two of the other's stay two */
  gboolean any = FALSE;

  for (guint i = 0; i < other->len; i++) {
    const DolenContact *contact = g_ptr_array_index (other, i);
    DolenContact *known = find_contact (own, n, contact);

    /* What somebody allowed holds of the numbers they allowed it for, and of no others. */
    if (known == NULL || (known->permission != contact->permission && lacks_any (known, contact)))
      append (own, contact);
    else if (known->permission == contact->permission)
      any |= complete (known, contact);
  }
  return any || own->len > n;
}

/* ---- places ---- */

static gboolean
contradict (const char *a, const char *b)
{
  return a != NULL && b != NULL && !is_same_text (a, b);
}

static gboolean
have_one_name (const DolenVenue *one, const DolenVenue *other)
{
  return is_same_text (one->name.en, other->name.en) || is_same_text (one->name.cy, other->name.cy)
         || is_same_text (one->name.en, other->name.cy)
         || is_same_text (one->name.cy, other->name.en);
}

static gboolean
is_hidden (const DolenVenue *venue)
{
  return venue->hide_address || venue->no_map;
}

/* Nothing but a town. */
static gboolean
is_bare (const DolenVenue *venue)
{
  return dolen_bilingual_is_empty (&venue->name) && venue->address == NULL
         && venue->postcode == NULL;
}

gboolean
dolen_merge_is_same_place (const DolenVenue *one, const DolenVenue *other)
{
  if (is_hidden (one) || is_hidden (other) || one->kind != other->kind
      || g_strcmp0 (one->uid, other->uid) == 0 || contradict (one->address, other->address)
      || contradict (one->city, other->city) || contradict (one->postcode, other->postcode))
    return FALSE;
  return have_one_name (one, other)
         || (is_same_text (one->city, other->city) && (is_bare (one) || is_bare (other)));
}

gboolean
dolen_merge_join_place (DolenVenue *own, const DolenVenue *other)
{
  gboolean any = fill_text (&own->address, other->address);

  any |= fill_text (&own->city, other->city);
  any |= fill_text (&own->county, other->county);
  any |= fill_text (&own->postcode, other->postcode);
  if (!isnan (own->latitude) || isnan (other->latitude))
    return any;
  own->latitude = other->latitude;
  own->longitude = other->longitude;
  own->origin = other->origin;
  return TRUE;
}

static gboolean
join_name (DolenBilingual *own, const DolenBilingual *other)
{
  gboolean en = fill_text (&own->en, other->en), cy = fill_text (&own->cy, other->cy);

  if (en)
    own->en_state = other->en_state;
  if (cy)
    own->cy_state = other->cy_state;
  return en || cy;
}

gboolean
dolen_merge_join_venue (DolenVenue *own, const DolenVenue *other)
{
  gboolean any = join_name (&own->name, &other->name);

  any |= fill_text (&own->getting_there, other->getting_there);
  any |= dolen_merge_join_place (own, other);
  if (own->accessibility->len > 0 || other->accessibility->len == 0)
    return any;
  dolen_part_copy ("venue", own, other, "accessibility");
  return TRUE;
}
