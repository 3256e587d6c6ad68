package report

import (
	"fmt"
	"strings"
	"testing"
)

// coasting is a confident round on 10 November, what was sent before it and
// what after; every number is a day, that of October or November.
func coasting(search, round string, before, after []int) string {
	var log strings.Builder
	for i, day := range before {
		fmt.Fprintf(&log, "- 2026-10-%02d contacted Person%c Early\n", day, 'a'+rune(i))
	}
	for i, day := range after {
		fmt.Fprintf(&log, "- 2026-11-%02d contacted Person%c Late\n", day, 'a'+rune(i))
	}
	return searching("started: 2026-09-01\nrules: {search-coasting: on}\n"+search, log.String()) +
		"-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-09-20\n---\n" +
		"-- interviews/a.md --\n---\ncompany: Acme\ndate: 2026-11-10 14:00\n" + round + "\n---\n"
}

func TestSearchCoasting(t *testing.T) {
	eight := []int{13, 14, 15, 20, 21, 22, 29, 30}
	seven := eight[1:]
	two, three := []int{12, 20}, []int{12, 18, 20}
	const when = "2026-11-26T09:00:00+01:00"
	says := func(s string) []then { return []then{{when, s}} }
	runStages(t, "search-coasting", []stageCase{
		{"half the pace, for two weeks", coasting("", "confidence: 4", eight, two), []then{
			{"2026-11-24T14:59:59+01:00", ""},
			{"2026-11-24T15:00:00+01:00", "advice"},
			{"2026-12-08T14:59:59+01:00", "advice"},
			{"2026-12-08T15:00:00+01:00", ""},
		}},
		{"more than half", coasting("", "confidence: 4", eight, three), says("")},
		{"nothing at all", coasting("", "confidence: 5", eight, nil), says("advice")},
		{"no pace to speak of", coasting("", "confidence: 5", seven, nil), says("")},
		{"the 28th day before counts, the 29th does not", coasting("", "confidence: 5", append([]int{12}, seven...), nil), says("")},
		{"not so sure", coasting("", "confidence: 3", eight, nil), says("")},
		{"off by default", strings.Replace(coasting("", "confidence: 5", eight, nil), "search-coasting: on", "search-stale: off", 1), says("")},
		{"another pace", strings.Replace(coasting("", "confidence: 5", seven, nil), "search-coasting: on", "search-coasting: {pace: 1}", 1), says("advice")},
		{"accepted", coasting("", "confidence: 5", eight, nil) + "-- log/b.md --\n- 2026-11-20 accepted Acme\n", says("")},
		{"rejected", coasting("", "confidence: 5", eight, nil) + "-- log/b.md --\n- 2026-11-20 rejected by Acme\n", says("")},
		{"cancelled", coasting("", "confidence: 5\nstatus: cancelled", eight, nil), says("")},
		{"paused days do not count", coasting("paused: [{from: 2026-11-12, to: 2026-11-15}]", "confidence: 5", eight, nil), []then{
			{"2026-11-28T14:59:59+01:00", ""}, {"2026-11-28T15:00:00+01:00", "advice"},
		}},
	})
}
