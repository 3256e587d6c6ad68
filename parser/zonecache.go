package parser

import (
	"fmt"
	"sync"
	"time"
)

// zoneCache keeps each zone once it is loaded: a journal names the same few
// in thousands of notes.
var zoneCache sync.Map // of *time.Location, by name

// seasons says which zones of the cache seasonalZone made, and for which
// abbreviation.
var seasons sync.Map // of string, by *time.Location

// loadZone returns the zone with that exact IANA name, nil when there is none.
func loadZone(name string) *time.Location {
	if loc, ok := zoneCache.Load(name); ok {
		return loc.(*time.Location)
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	kept, _ := zoneCache.LoadOrStore(name, loc)
	return kept.(*time.Location)
}

// seasonalZone returns the named place's zone for an abbreviation that is in
// force there for a part of the year. It carries the place's name; that it is
// a *time.Location of its own is how seasonOf knows it again.
func seasonalZone(season, name string) *time.Location {
	key := season + " " + name
	if loc, ok := zoneCache.Load(key); ok {
		return loc.(*time.Location)
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	seasons.Store(loc, season) // before anybody can get hold of it
	kept, _ := zoneCache.LoadOrStore(key, loc)
	return kept.(*time.Location)
}

// seasonOf returns the abbreviation that seasonalZone made a zone for, "" for
// any other zone.
func seasonOf(loc *time.Location) string {
	season, _ := seasons.Load(loc)
	s, _ := season.(string)
	return s
}

// fixedZone returns the zone at an offset in seconds, named like +01:00.
func fixedZone(seconds int) *time.Location {
	if seconds == 0 {
		return time.UTC
	}
	sign, minutes := '+', seconds/60
	if seconds < 0 {
		sign, minutes = '-', -minutes
	}
	name := fmt.Sprintf("%c%02d:%02d", sign, minutes/60, minutes%60)
	if loc, ok := zoneCache.Load(name); ok {
		return loc.(*time.Location)
	}
	kept, _ := zoneCache.LoadOrStore(name, time.FixedZone(name, seconds))
	return kept.(*time.Location)
}
