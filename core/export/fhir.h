// Zelfchecks as HL7 FHIR R4 resources, for who keeps records: a QuestionnaireResponse for each finished check whose list has LOINC codes, and an Observation for
// each of its scores that has one. No person is named: there is no subject in it.
#pragma once

#include <string>

#include "core/content/catalog.h"
#include "core/journal/journal.h"

namespace koers {

// Whether there is anything to give: a finished check with codes, about a day in the range.
bool has_fhir(const Catalog& catalog, const Journal& journal, DayRange range);

// A Bundle of type "collection" as JSON text. The questions are Koers's own words after a published list: each resource says so, with the source.
// LOINC's licence asks for the notice that is passed on with it (Catalog text app.data.fhir.notice).
std::string checks_as_fhir(const Catalog& catalog, const Journal& journal, Moment now, DayRange range);

}  // namespace koers
