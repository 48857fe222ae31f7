/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "language/dolen-language.h"
#include "place/dolen-position.h"
#include "place/dolen-postcode.h"

G_BEGIN_DECLS

/*
 * The bundled gazetteer: towns and villages with their English and Welsh names, and where postcode
 * districts lie. Nothing is ever asked of a network: a person's postcode stays on this machine.
 *
 * Immutable once loaded, so that any thread may ask it. Sources and terms: data/place/README.md.
 */
typedef struct _DolenGazetteer DolenGazetteer;

/** DolenPlace: a town, village or quarter; belongs to the gazetteer. */
typedef struct {
  const char *name_en;     /* "Cardigan" */
  const char *name_cy;     /* "Aberteifi"; the same as name_en where there is but one name */
  const char *other_names; /* further spellings, parted by ";"; "" if none */
  const char *county_en;   /* council area, to tell two places of a name apart; "" if not known */
  const char *county_cy;   /* "Sir Gaerfyrddin" */
  const char *nation;      /* "WLS", "ENG", "SCT", "NIR", "IE", "IM", "JE", "GG" */
  DolenPosition position;  /* its middle; precision about the size of the place */
  guint32 population;      /* 0 if not known */
  int min_zoom;            /* the zoom from which a map names it; no two names then overlap */
} DolenPlace;

/**
 * dolen_gazetteer_load:
 * @folder: (nullable): where places.tsv and postcodes.tsv stand; NULL for the bundled ones
 * @error: DOLEN_ERROR_CANNOT_OPEN, DOLEN_ERROR_INVALID with file and line
 *
 * Returns: (transfer full) (nullable): a gazetteer
 */
DolenGazetteer *dolen_gazetteer_load (const char *folder, GError **error);
DolenGazetteer *dolen_gazetteer_ref (DolenGazetteer *self);
void dolen_gazetteer_unref (DolenGazetteer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenGazetteer, dolen_gazetteer_unref)

/** dolen_gazetteer_get_bundled: (transfer none): the bundled one, loaded at the first call (from
 *  any thread) and kept. Where it cannot be read, a warning is given and an empty one stands in. */
DolenGazetteer *dolen_gazetteer_get_bundled (void);

/** dolen_place_name: (transfer none): its name in a language. */
const char *dolen_place_name (const DolenPlace *place, DolenLanguage language);

/**
 * dolen_gazetteer_find:
 * @self: a gazetteer
 * @name: (nullable): a name in either language, any case, with or without accents, hyphens and
 *   "St"/"Saint"; after "i/o/yn" a Welsh name may be mutated ("Lanbedr", "Nhregaron")
 *
 * Returns: (transfer container) (element-type DolenPlace): every place of that name, the likeliest
 * first: in Wales, then the larger; a mutated or shortened form is tried only if there is none of
 * the name itself. Empty if nothing is found
 */
GPtrArray *dolen_gazetteer_find (DolenGazetteer *self, const char *name);

/**
 * dolen_gazetteer_name_in:
 * @self: a gazetteer
 * @name: (nullable): a town or village as an address gives it
 * @language: the language of the reader
 *
 * Returns: (transfer none) (nullable): what the one place in Wales of that very name, in any case,
 * is called in @language ("LAMPETER": "Llanbedr Pont Steffan"); @name itself where there is none,
 * or several ("Newport")
 */
const char *
dolen_gazetteer_name_in (DolenGazetteer *self, const char *name, DolenLanguage language);

/** dolen_town_name: (transfer none) (nullable): dolen_gazetteer_name_in() of the bundled one: how
 *  a town is shown wherever it stands by itself, as in a card, a list or a heading. */
const char *dolen_town_name (const char *name, DolenLanguage language);

/**
 * dolen_gazetteer_complete:
 * @prefix: what has been typed
 * @limit: how many at most
 *
 * Returns: (transfer container) (element-type DolenPlace): places whose name in either language
 * begins so, in the same order, for a list below an entry
 */
GPtrArray *dolen_gazetteer_complete (DolenGazetteer *self, const char *prefix, guint limit);

/**
 * dolen_gazetteer_postcode:
 * @self: a gazetteer
 * @postcode: a postcode or a district
 * @position: (out caller-allocates): where its district lies; the precision says whether that is
 *   the district itself (a few km) or only the main town of its area (20 km and more)
 * @town: (out) (optional) (nullable) (transfer none): the post town as a place, if the gazetteer
 * has it
 *
 * Returns: FALSE if neither the district nor its area is known
 */
gboolean dolen_gazetteer_postcode (DolenGazetteer *self,
                                   const DolenPostcode *postcode,
                                   DolenPosition *position,
                                   const DolenPlace **town);

/**
 * dolen_gazetteer_locate:
 * @self: a gazetteer
 * @text: (nullable): what a person or a profile gives as a place: a postcode, a district, a place
 *   name, "Tregaron, Ceredigion", or coordinates
 * @position: (out caller-allocates): where that is
 * @known: (out) (optional) (transfer full): what is known, for "only the district SA44 is known":
 *   "SA44", or the place's name as it was recognised
 *
 * Where a name belongs to several places, the likeliest is taken; dolen_gazetteer_find() gives all.
 *
 * Returns: FALSE if it is no place that we know
 */
gboolean dolen_gazetteer_locate (DolenGazetteer *self,
                                 const char *text,
                                 DolenPosition *position,
                                 char **known);

/**
 * dolen_gazetteer_locate_address:
 * @self: a gazetteer
 * @text: (nullable): an address or a sentence ("our hall, Lampeter, SA48 7AA")
 * @position: (out caller-allocates): where it most likely is
 * @known: (out) (optional) (transfer full): as above
 *
 * The last whole postcode decides, by its district; but a place of that district, other than its
 * post town, that is named between commas or line ends makes it finer ("Llanddewi Brefi, Tregaron,
 * SY25 6XX" is Llanddewi Brefi). Without a postcode the last such part that names a place is
 * the town, and a place near it that is named before it is taken; a county helps to tell places of
 * one name apart.
 *
 * Returns: FALSE if nothing in it is known
 */
gboolean dolen_gazetteer_locate_address (DolenGazetteer *self,
                                         const char *text,
                                         DolenPosition *position,
                                         char **known);

/** dolen_gazetteer_district_km: how far from where a position by the district of @postcode
 *  (nullable) stands the true place may be, generously. */
double dolen_gazetteer_district_km (DolenGazetteer *self, const char *postcode);

/** A place so near to the middle of a district may well lie in it. */
#define DOLEN_GAZETTEER_DISTRICT_KM 25.0

/** DolenVenueWords: what is said of where a venue is; each (nullable). */
typedef struct {
  const char *name_en, *name_cy; /* of the venue: "Llanon Village Hall" */
  const char *address;
  const char *city;
  const char *postcode;
} DolenVenueWords;

/**
 * dolen_gazetteer_locate_venue:
 * @self: a gazetteer
 * @words: what is said of the venue
 * @position: (out caller-allocates): where it most likely is
 *
 * As dolen_gazetteer_locate_address() does of address, town and postcode. Where that tells the
 * district of the postcode and no more, a place about there counts that the venue's name or a line
 * of its address names among other words ("Llanon Village Hall" is at Llanon).
 *
 * Returns: FALSE if nothing in it is known
 */
gboolean dolen_gazetteer_locate_venue (DolenGazetteer *self,
                                       const DolenVenueWords *words,
                                       DolenPosition *position);

/** dolen_gazetteer_nearest: (transfer none) (nullable): the place nearest to a position, at most
 *  @within_km away, for labels ("near Tregaron"). */
const DolenPlace *
dolen_gazetteer_nearest (DolenGazetteer *self, const DolenPosition *position, double within_km);

/** dolen_gazetteer_places: (array length=n) (transfer none): all places, sorted by population, the
 *  largest first. */
const DolenPlace *dolen_gazetteer_places (DolenGazetteer *self, gsize *n);

G_END_DECLS
