/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dolen-read.h"

G_BEGIN_DECLS

/* Shared by the readers of this room only: one value of a record, read and what is odd counted.
 * All texts are (transfer full) (nullable). */

/** dolen_read_line, dolen_read_prose: a text on one line; one of several lines, markup read. */
char *dolen_read_line (DolenReadContext *context, json_object *object, const char *key);
char *dolen_read_prose (DolenReadContext *context, json_object *object, const char *key);

/** dolen_read_bilingual: @key and our own "x_dolen_<key>_cy"; where there is no Welsh beside it,
 *  the text goes to the side whose language it plainly is, else to the English one. */
void dolen_read_bilingual (DolenReadContext *context,
                           json_object *object,
                           const char *key,
                           gboolean prose,
                           DolenBilingual *text);

/** dolen_read_guessed: the same for a text in hand. */
void dolen_read_guessed (const char *words, DolenBilingual *text);

char *dolen_read_url (DolenReadContext *context, json_object *object, const char *key);

/** dolen_read_email: canonical; @given: (out) (optional) as given; @personal: (out) (optional). */
char *dolen_read_email (DolenReadContext *context,
                        json_object *object,
                        const char *key,
                        char **given,
                        gboolean *personal);

/** dolen_read_phone: canonical, of a text; @given: (out) (optional). */
char *dolen_read_phone (DolenReadContext *context, json_object *value, char **given);

typedef enum {
  DOLEN_SHIFT_NONE,
  DOLEN_SHIFT_DAYS,
  DOLEN_SHIFT_WEEKS, /* keeps weekdays */
} DolenShift;

/** dolen_read_date: the civil date, moved where the sample is read. */
char *
dolen_read_date (DolenReadContext *context, json_object *object, const char *key, DolenShift shift);

/** dolen_read_past_date: the day something was told; one that is still to come says nothing: it
 *  would stay the newest word on the matter for as long. */
char *dolen_read_past_date (DolenReadContext *context, json_object *object, const char *key);
/** dolen_read_time: "10:00" of "10:00:00", "10:00Z", "10.30am". */
char *dolen_read_time (DolenReadContext *context, json_object *object, const char *key);

/** dolen_read_ages: two members as years; what says nothing (-1, 0 to 999) is -1. */
void dolen_read_ages (DolenReadContext *context,
                      json_object *object,
                      const char *least,
                      const char *most,
                      int *minimum,
                      int *maximum);

/** dolen_read_uid: the uid of a part of a record: of its owner, its kind and its place there. */
char *dolen_read_uid (DolenReadContext *context, const char *kind, const char *owner, guint index);

/** dolen_read_uid_of: the uid of a record by the feed's id; NULL for NULL. */
char *dolen_read_uid_of (DolenReadContext *context, const char *kind, const char *foreign_id);

/** dolen_read_odd: counts one. @field: (nullable): the key it stood under; @given: (nullable): what
 *  stood there. */
void dolen_read_odd (DolenReadContext *context,
                     DolenOddity oddity,
                     const char *field,
                     const char *given);

/* The readers of parts. */
void dolen_read_contacts (DolenReadContext *context,
                          json_object *holder,
                          const char *owner,
                          GPtrArray *contacts,
                          char **first_phone);
DolenVenue *dolen_read_venue (DolenReadContext *context, json_object *location, const char *owner);
void dolen_read_schedules (DolenReadContext *context,
                           json_object *list,
                           const char *owner,
                           const char *venue_uid,
                           DolenService *service);
void dolen_read_costs (DolenReadContext *context,
                       json_object *list,
                       const char *owner,
                       DolenService *service);
void dolen_read_languages (DolenReadContext *context, json_object *list, DolenService *service);
void dolen_read_areas (DolenReadContext *context, json_object *list, DolenService *service);
void dolen_read_funding (DolenReadContext *context,
                         json_object *holder,
                         const char *owner,
                         GPtrArray *funding);
void dolen_read_tag (DolenService *service, const char *scheme, const char *code, const char *name);
void dolen_read_access_words (DolenReadContext *context, const char *words, DolenService *service);
void dolen_read_attending_words (DolenReadContext *context,
                                 const char *words,
                                 gboolean from_list,
                                 DolenService *service);

/** dolen_read_position: the venue's position of the feed, else of its postcode or place. */
void dolen_read_position (DolenReadContext *context, json_object *location, DolenVenue *venue);
void dolen_read_position_derive (DolenReadContext *context, DolenVenue *venue);

/* The dialects: what each has of its own, after what all have. */
void dolen_read_service_common (DolenReadContext *context,
                                json_object *record,
                                const char *owner,
                                DolenService *service);
void dolen_read_service_hsds (DolenReadContext *context,
                              json_object *record,
                              const char *owner,
                              DolenService *service);
void dolen_read_service_oruk1 (DolenReadContext *context,
                               json_object *record,
                               const char *owner,
                               DolenService *service);
void dolen_read_service_outpost (DolenReadContext *context,
                                 json_object *record,
                                 const char *owner,
                                 DolenService *service);
void dolen_read_service_own (DolenReadContext *context,
                             json_object *record,
                             const char *owner,
                             DolenService *service);
void dolen_read_at_location (DolenReadContext *context,
                             json_object *at_location,
                             const char *owner,
                             DolenService *service);
void dolen_read_organisation_own (DolenReadContext *context,
                                  json_object *record,
                                  const char *owner,
                                  DolenOrganisation *organisation);
DolenOrganisation *
dolen_read_organisation (DolenReadContext *context, json_object *record, const char *foreign_id);

G_END_DECLS
