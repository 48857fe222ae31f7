/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-gap.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "place/dolen-gazetteer.h"

#define TEXT(field) DOLEN_FIELD (DolenGap, field, TEXT)

static const DolenField gap_fields[] = {
  TEXT (uid),  TEXT (person), TEXT (episode), TEXT (kind),
  TEXT (term), TEXT (name),   TEXT (name_cy), TEXT (district),
  TEXT (area), TEXT (on),     TEXT (by),      DOLEN_FIELD (DolenGap, created, TIME),
};

const DolenRecordType dolen_gap_type = {
  "gap", sizeof (DolenGap), gap_fields, G_N_ELEMENTS (gap_fields), (GDestroyNotify) dolen_gap_free
};

DolenGap *
dolen_gap_new (const char *person, const char *episode, const char *kind, const char *term)
{
  DolenGap *gap = dolen_record_new (&dolen_gap_type);

  g_return_val_if_fail (person != NULL && kind != NULL && term != NULL, gap);

  gap->uid = dolen_id_for_foreign (episode != NULL ? episode : person, kind, term);
  gap->person = g_strdup (person);
  gap->episode = g_strdup (episode);
  gap->kind = g_strdup (kind);
  gap->term = g_strdup (term);
  return gap;
}

void
dolen_gap_free (DolenGap *gap)
{
  dolen_record_free (&dolen_gap_type, gap);
}

void
dolen_gap_set_place (DolenGap *gap, const char *text)
{
  DolenGazetteer *gazetteer = dolen_gazetteer_get_bundled ();
  const DolenPlace *town = NULL;
  DolenPostcode postcode;
  DolenPosition position;

  g_clear_pointer (&gap->district, g_free);
  g_clear_pointer (&gap->area, g_free);
  if (dolen_postcode_parse (text, &postcode)) {
    gap->district = g_strdup (postcode.outward);
    dolen_gazetteer_postcode (gazetteer, &postcode, &position, &town);
  } else {
    g_autoptr (GPtrArray) places = dolen_gazetteer_find (gazetteer, text);

    town = places->len > 0 ? g_ptr_array_index (places, 0) : NULL;
  }
  if (town != NULL && *town->county_en != '\0')
    gap->area = g_strdup (town->county_en);
}

const char *
dolen_gap_get_name (const DolenGap *gap, DolenLanguage language)
{
  const char *first = language == DOLEN_LANGUAGE_CY ? gap->name_cy : gap->name;
  const char *second = language == DOLEN_LANGUAGE_CY ? gap->name : gap->name_cy;

  if (!dolen_text_is_empty (first))
    return first;
  return !dolen_text_is_empty (second) ? second : gap->term;
}

char *
dolen_gap_say (const DolenGap *gap, DolenLanguage language)
{
  const char *name = dolen_gap_get_name (gap, language);
  const char *where = gap->district != NULL ? gap->district : dolen_area_name (gap->area, language);

  return where != NULL ? g_strdup_printf ("%s, %s", name, where) : g_strdup (name);
}

const char *
dolen_area_name (const char *area, DolenLanguage language)
{
  gsize n;
  const DolenPlace *places = dolen_gazetteer_places (dolen_gazetteer_get_bundled (), &n);

  for (gsize i = 0; area != NULL && language == DOLEN_LANGUAGE_CY && i < n; i++)
    if (g_str_equal (places[i].county_en, area) && *places[i].county_cy != '\0')
      return places[i].county_cy;
  return area;
}
