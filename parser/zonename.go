package parser

import (
	_ "embed" // the list of zones
	"strings"
	"sync"
)

// An abbreviation is what a few letters say about a zone.
type abbreviation struct {
	// zones are the IANA names it may stand for; more than one is ambiguous.
	zones []string
	// season is the abbreviation that the zone's clocks must carry at the
	// time, "" when it holds all year.
	season string
}

// abbreviations are those in use. One that two countries of job seekers use
// for different hours has several zones, however much likelier one of them is.
// The table is made when it is asked for: most journals name their zone in full.
var abbreviations = sync.OnceValue(func() map[string]abbreviation {
	return map[string]abbreviation{
		"ET": allYear("America/New_York"), "EST": only("EST", "America/New_York"), "EDT": only("EDT", "America/New_York"),
		"CT": allYear("America/Chicago"), "CDT": only("CDT", "America/Chicago"),
		"MT": allYear("America/Denver"), "MST": only("MST", "America/Denver"), "MDT": only("MDT", "America/Denver"),
		"PT": allYear("America/Los_Angeles"), "PST": only("PST", "America/Los_Angeles"), "PDT": only("PDT", "America/Los_Angeles"),
		"AKST": only("AKST", "America/Anchorage"), "AKDT": only("AKDT", "America/Anchorage"), "HST": allYear("Pacific/Honolulu"),
		"NST": only("NST", "America/St_Johns"), "NDT": only("NDT", "America/St_Johns"),

		"UTC": allYear("UTC"), "GMT": allYear("GMT"),
		"WET": allYear("WET"), "WEST": only("WEST", "WET"),
		"CET": allYear("CET"), "CEST": only("CEST", "CET"), "MEZ": allYear("CET"), "MESZ": only("CEST", "CET"),
		"EET": allYear("EET"), "EEST": only("EEST", "EET"),
		"MSK": allYear("Europe/Moscow"), "SAST": allYear("Africa/Johannesburg"), "IDT": only("IDT", "Asia/Jerusalem"),
		"PKT": allYear("Asia/Karachi"), "HKT": allYear("Asia/Hong_Kong"), "SGT": allYear("Asia/Singapore"),
		"JST": allYear("Asia/Tokyo"), "KST": allYear("Asia/Seoul"), "AWST": allYear("Australia/Perth"),
		"ACST": only("ACST", "Australia/Adelaide"), "ACDT": only("ACDT", "Australia/Adelaide"),
		"AEST": only("AEST", "Australia/Sydney"), "AEDT": only("AEDT", "Australia/Sydney"),
		"NZST": only("NZST", "Pacific/Auckland"), "NZDT": only("NZDT", "Pacific/Auckland"),

		"AMT": {zones: []string{"America/Manaus", "Asia/Yerevan"}},
		"AST": {zones: []string{"America/Halifax", "Asia/Riyadh"}},
		"BST": {zones: []string{"Europe/London", "Asia/Dhaka"}},
		"CST": {zones: []string{"America/Chicago", "Asia/Shanghai", "America/Havana"}},
		"GST": {zones: []string{"Asia/Dubai", "Atlantic/South_Georgia"}},
		"IST": {zones: []string{"Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"}},
		"SST": {zones: []string{"Asia/Singapore", "Pacific/Pago_Pago"}},
		"WST": {zones: []string{"Australia/Perth", "Pacific/Apia"}},
	}
})

// allYear is an abbreviation of a place's clock, summer and winter.
func allYear(zone string) abbreviation { return abbreviation{zones: []string{zone}} }

// only is an abbreviation that a place's clock has in one season.
func only(season, zone string) abbreviation {
	return abbreviation{zones: []string{zone}, season: season}
}

// isAbbreviation reports whether name is one, in capitals: in prose, `met` and
// `est` are words.
func isAbbreviation(name string) bool {
	_, ok := abbreviations()[name]
	return ok
}

// zonenames.txt lists the zones of Go's own database (lib/time/zoneinfo.zip),
// because package time can load a zone by its exact name but not name them.
//
//go:embed zonenames.txt
var zoneNameList string

// zoneIndex finds zones by their folded names and cities.
type zoneIndex struct {
	byName map[string]string
	byCity map[string]string
	names  []string // folded
	cities []string // folded
}

var zones = sync.OnceValue(func() zoneIndex {
	index := zoneIndex{byName: make(map[string]string), byCity: make(map[string]string)}
	for name := range strings.FieldsSeq(zoneNameList) {
		folded := foldZone(name)
		index.byName[folded] = name
		index.names = append(index.names, folded)
		city := folded[strings.LastIndexByte(folded, '/')+1:]
		if _, taken := index.byCity[city]; !taken && city != folded && !isOldArea(folded) {
			index.byCity[city] = name
			index.cities = append(index.cities, city)
		}
	}
	return index
})

// isOldArea reports whether a folded name is one of the countries' own old
// names, which would make Canada/Eastern of Eastern.
func isOldArea(folded string) bool {
	area, _, _ := strings.Cut(folded, "/")
	switch area {
	case "brazil", "canada", "chile", "etc", "mexico":
		return true
	}
	return false
}

// foldZone folds a zone's name for comparison.
func foldZone(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(name), "_"))
}

// zoneName returns the IANA spelling of a zone's name written in any case, ""
// when there is no such zone.
//
// A name that is spelt as in the list, as nearly all are, is looked for there:
// the tables take a millisecond to make, which a small journal would notice.
func zoneName(name string) string {
	if isListed(name) {
		return name
	}
	return zones().byName[foldZone(name)]
}

// isListed reports whether a name is a line of zonenames.txt.
func isListed(name string) bool {
	for rest, found := zoneNameList, name != "" && !strings.Contains(name, "\n"); found; {
		_, rest, found = strings.Cut(rest, name)
		before := len(zoneNameList) - len(rest) - len(name)
		if found && strings.HasPrefix(rest, "\n") && (before == 0 || zoneNameList[before-1] == '\n') {
			return true
		}
	}
	return false
}

// zoneByCity returns the zone named after a city: Berlin, London time.
func zoneByCity(city string) (name string, ok bool) {
	name, ok = zones().byCity[strings.TrimSuffix(foldZone(city), "_time")]
	return name, ok
}

// isZonePath reports whether name is meant as an IANA name: its first part is
// a part of the world.
func isZonePath(name string) bool {
	area, _, ok := strings.Cut(name, "/")
	if !ok {
		return false
	}
	switch strings.ToLower(area) {
	case "africa", "america", "antarctica", "arctic", "asia", "atlantic", "australia", "europe", "indian", "pacific", "etc", "us":
		return true
	}
	return zoneName(name) != ""
}

// likelyZone returns the zone that a misspelt name or a bare city stands for,
// "" when none is near.
func likelyZone(name string) string {
	if zone, ok := zoneByCity(name); ok {
		return zone
	}
	folded, index := foldZone(name), zones()
	if len(folded) < 4 || len(folded) > 40 {
		return ""
	}
	// One slip in a short name, more in a long one: Europe/Berln, Amerca/NewYork.
	limit := 1 + len(folded)/8
	if near := nearest(folded, index.names, limit); near != "" {
		return index.byName[near]
	}
	return index.byCity[nearest(folded[strings.LastIndexByte(folded, '/')+1:], index.cities, limit)]
}
