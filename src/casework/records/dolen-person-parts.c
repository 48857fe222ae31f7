/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-person-parts.h"

static const DolenField way_fields[] = {
  DOLEN_FIELD (DolenWay, kind, TEXT),  DOLEN_FIELD (DolenWay, value, TEXT),
  DOLEN_FIELD (DolenWay, avoid, BOOL), DOLEN_FIELD (DolenWay, preferred, BOOL),
  DOLEN_FIELD (DolenWay, note, TEXT),
};

const DolenRecordType dolen_way_type
    = { "way", sizeof (DolenWay), way_fields, G_N_ELEMENTS (way_fields) };

static const DolenField involved_fields[] = {
  DOLEN_FIELD (DolenInvolved, kind, TEXT),         DOLEN_FIELD (DolenInvolved, name, TEXT),
  DOLEN_FIELD (DolenInvolved, organisation, TEXT), DOLEN_FIELD (DolenInvolved, phone, TEXT),
  DOLEN_FIELD (DolenInvolved, may_share, BOOL),    DOLEN_FIELD (DolenInvolved, note, TEXT),
};

const DolenRecordType dolen_involved_type
    = { "involved", sizeof (DolenInvolved), involved_fields, G_N_ELEMENTS (involved_fields) };

static const DolenField privacy_given_fields[] = {
  DOLEN_FIELD (DolenPrivacyGiven, on, TEXT),
  DOLEN_FIELD (DolenPrivacyGiven, version, TEXT),
  DOLEN_FIELD (DolenPrivacyGiven, language, TEXT),
  DOLEN_FIELD (DolenPrivacyGiven, how, TEXT),
};

const DolenRecordType dolen_privacy_given_type = { "privacy-given",
                                                   sizeof (DolenPrivacyGiven),
                                                   privacy_given_fields,
                                                   G_N_ELEMENTS (privacy_given_fields) };

static const DolenField lawful_basis_fields[] = {
  DOLEN_FIELD (DolenLawfulBasis, purpose, TEXT),   DOLEN_FIELD (DolenLawfulBasis, basis, TEXT),
  DOLEN_FIELD (DolenLawfulBasis, condition, TEXT), DOLEN_FIELD (DolenLawfulBasis, on, TEXT),
  DOLEN_FIELD (DolenLawfulBasis, note, TEXT),
};

const DolenRecordType dolen_lawful_basis_type = {
  "lawful-basis", sizeof (DolenLawfulBasis), lawful_basis_fields, G_N_ELEMENTS (lawful_basis_fields)
};

static const DolenField risk_fields[] = {
  DOLEN_FIELD (DolenRisk, kind, TEXT),    DOLEN_FIELD (DolenRisk, text, TEXT),
  DOLEN_FIELD (DolenRisk, on, TEXT),      DOLEN_FIELD (DolenRisk, source, TEXT),
  DOLEN_FIELD (DolenRisk, over_on, TEXT),
};

const DolenRecordType dolen_risk_type
    = { "risk", sizeof (DolenRisk), risk_fields, G_N_ELEMENTS (risk_fields) };
