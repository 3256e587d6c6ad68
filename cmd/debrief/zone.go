package main

import (
	"errors"
	"strings"
	"time"
	_ "time/tzdata" // a machine without zone files still knows every zone

	"github.com/thlib/go-timezone-local/tzlocal"
)

// errUnnamedZone says that the machine's zone has no name that another
// machine would understand.
var errUnnamedZone = errors.New("this machine's time zone has no name")

// machineZone returns the zone of the machine under its IANA name, which
// time.Local does not know. Where the name cannot be found the zone is still
// right and called Local, and the error is errUnnamedZone.
func machineZone(env func(string) string) (*time.Location, error) {
	name := strings.TrimPrefix(env("TZ"), ":")
	if _, file, ok := strings.Cut(name, "/zoneinfo/"); ok {
		name = file
	}
	if name != "" && name != "/etc/localtime" {
		// As everywhere in Go, a TZ that names no zone means UTC.
		if zone, err := time.LoadLocation(name); err == nil {
			return zone, nil
		}
		return time.UTC, nil
	}
	// So it is with a TZ that is set and empty, and without /etc/localtime.
	if time.Local.String() == time.UTC.String() {
		return time.UTC, nil
	}
	if name, err := tzlocal.LocalTZ(); err == nil {
		if zone, err := time.LoadLocation(name); err == nil {
			return zone, nil
		}
	}
	return time.Local, errUnnamedZone
}
