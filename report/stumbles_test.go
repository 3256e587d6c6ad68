package report

import (
	"fmt"
	"strings"
	"testing"
)

// stumbled is a round at a company with the questions that made somebody
// stumble.
func stumbled(company, date string, more ...string) string {
	fields, body := "", ""
	for _, line := range more {
		if strings.Contains(line, ": ") && !strings.Contains(line, "?") {
			fields += line + "\n"
		} else {
			body += "- " + line + "\n"
		}
	}
	return fmt.Sprintf("-- interviews/%s-%s.md --\n---\ncompany: %s\nrole: Engineer\ndate: %s\nthanked: yes\nconfidence: 3\n%s---\n## Stumbles\n\n%s",
		company, date[:10], company, date, fields, body)
}

func TestStumbleUnanswered(t *testing.T) {
	open := stumbled("Globex", "2026-11-10 14:00", "Why us?", "How long?", "What next? → More of it.")
	ahead := func(fields string) string {
		return "-- interviews/next.md --\n---\ncompany: Initech\n" + fields + "\n---\n## Research\n\n- they make forms\n"
	}
	runStages(t, "stumble-unanswered", []stageCase{
		{"from the end of the round", open, []then{{"2026-11-10T14:59:59+01:00", ""}, {"2026-11-10T15:00:00+01:00", "advice"}, {"2027-02-01T00:00:00+01:00", "advice"}}},
		{"answered", stumbled("Globex", "2026-11-10 14:00", "Why us? → The parcels."), []then{{"2026-11-11T15:00:00+01:00", ""}}},
		{"a week before the next", open + ahead("date: 2026-11-25 10:00"), []then{
			{"2026-11-18T09:59:59+01:00", "advice"},
			{"2026-11-18T10:00:00+01:00", "due"},
			{"2026-11-25T09:59:59+01:00", "due"},
			{"2026-11-25T10:00:00+01:00", "advice"},
		}},
		{"a week at the same wall clock", stumbled("Globex", "2026-10-10 14:00", "Why us?") + ahead("date: 2026-10-28 10:00"), []then{
			{"2026-10-21T09:59:59+02:00", "advice"}, {"2026-10-21T10:00:00+02:00", "due"},
		}},
		{"the next has only a day", open + ahead("date: 2026-11-25"), []then{
			{"2026-11-17T23:59:59+01:00", "advice"},
			{"2026-11-18T00:00:00+01:00", "due"},
			{"2026-11-25T23:59:59+01:00", "due"},
			{"2026-11-26T00:00:00+01:00", "advice"},
		}},
		{"the next is called off", open + ahead("date: 2026-11-25 10:00\nstatus: cancelled"), []then{{"2026-11-24T10:00:00+01:00", "advice"}}},
		{"the next is lost already", open + ahead("date: 2026-11-25 10:00") + "-- log.md --\n- 2026-11-20 rejected by Initech\n", []then{
			{"2026-11-18T10:00:00+01:00", "due"}, {"2026-11-24T10:00:00+01:00", "advice"},
		}},
		{"sooner by choice", "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\nrules: {stumble-unanswered: {soon: 2d}}\n---\n" + open + ahead("date: 2026-11-25 10:00"), []then{
			{"2026-11-23T09:59:59+01:00", "advice"}, {"2026-11-23T10:00:00+01:00", "due"},
		}},
		{"one item for each round", open + stumbled("Acme", "2026-11-11 14:00", "Why not?"), []then{{"2026-11-12T00:00:00+01:00", "advice, advice"}}},
		{"the search is off", "-- search.md --\n---\nstarted: 2026-11-01\nfirst_day: 2026-11-12\ntimezone: Europe/Berlin\n---\n" + open, []then{
			{"2026-11-11T23:59:59+01:00", "advice"}, {"2026-11-12T00:00:00+01:00", ""},
		}},
	})
	item := at(t, "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n"+open+ahead("date: 2026-11-25 10:00"), "2026-11-20T10:00:00+01:00").
		Filter(Filter{Rules: []string{"stumble-unanswered"}}).Items[0]
	if want := "2 questions from Globex (Tue 10 Nov) wait for a better answer, first “Why us?”, and Initech meets you Wednesday 10:00."; item.Message != want {
		t.Errorf("says %q", item.Message)
	}
	if !item.Due.IsZero() || !item.ChangesAt.Equal(moment(t, "2026-11-25T10:00:00+01:00")) {
		t.Errorf("due %v, changes at %v", item.Due, item.ChangesAt)
	}
}

// TestAnswerRecord fills the dots of the line that an item offers, and looks
// whether the question is answered.
func TestAnswerRecord(t *testing.T) {
	for _, body := range []string{
		"- Why us?\n- How long?\n", "1. Why us, of\n   all people?\n\n2. How long?\n", "Why us?\n\nHow long?\n", "* Q: Why us?\n\n* How long?\n",
	} {
		journal := round("date: 2026-11-18 14:00", "thanked: yes") + "## Stumbles\n\n" + body
		now := moment(t, "2026-11-19T20:00:00Z")
		item := build0(t, journal, now, nil).Filter(Filter{Rules: []string{"stumble-unanswered"}}).Items[0]
		if item.Record == nil {
			t.Errorf("nothing to add to %q", body)
			continue
		}
		dots := build0(t, journal, now, item.Record).Filter(Filter{Rules: []string{"stumble-unanswered"}}).Items
		if len(dots) != 1 || dots[0].Message != item.Message {
			t.Errorf("after the dots in %q: %v", body, dots)
		}
		item.Record.Text = strings.ReplaceAll(item.Record.Text, "…", "The parcels.")
		rest := build0(t, journal, now, item.Record).Filter(Filter{Rules: []string{"stumble-unanswered"}}).Items
		if len(rest) != 1 || !strings.Contains(rest[0].Message, "“How long?”") {
			t.Errorf("after the answer in %q: %v", body, rest)
		}
	}
}

func TestStumbleRepeated(t *testing.T) {
	before := stumbled("Acme", "2026-11-03 10:00", "Why did you leave your last team?")
	runStages(t, "stumble-repeated", []stageCase{
		{"the same question, from the end of the later round", before + stumbled("Globex", "2026-11-10 14:00", "So why did you leave the last team?"), []then{
			{"2026-11-10T14:59:59+01:00", ""}, {"2026-11-10T15:00:00+01:00", "advice"},
		}},
		{"an answer makes no difference", before + stumbled("Globex", "2026-11-10 14:00", "Why did you leave your last team? → It was done."), []then{{"2026-11-11T00:00:00+01:00", "advice"}}},
		{"three of five words are enough", stumbled("Acme", "2026-11-03 10:00", "red green blue yellow?") + stumbled("Globex", "2026-11-10 14:00", "red green blue black?"), []then{{"2026-11-11T00:00:00+01:00", "advice"}}},
		{"two of four are not", stumbled("Acme", "2026-11-03 10:00", "red green blue?") + stumbled("Globex", "2026-11-10 14:00", "red green black?"), []then{{"2026-11-11T00:00:00+01:00", ""}}},
		{"twice in one round is once", stumbled("Globex", "2026-11-10 14:00", "Why did you leave?", "Why did you leave?"), []then{{"2026-11-11T00:00:00+01:00", ""}}},
		{"function words alone", stumbled("Acme", "2026-11-03 10:00", "Why us?") + stumbled("Globex", "2026-11-10 14:00", "why us?", "Why you?"), []then{{"2026-11-11T00:00:00+01:00", "advice"}}},
		{"three rounds are told once", before + stumbled("Globex", "2026-11-10 14:00", "Why did you leave the last team?") + stumbled("Initech", "2026-11-12 14:00", "Why leave your last team?"), []then{
			{"2026-11-11T00:00:00+01:00", "advice"}, {"2026-11-13T00:00:00+01:00", "advice"},
		}},
		{"thin research", stumbled("Acme", "2026-11-03 10:00", "research: 2", "Who?") + stumbled("Globex", "2026-11-10 14:00", "research: 1", "When?"), []then{
			{"2026-11-10T14:59:59+01:00", ""}, {"2026-11-10T15:00:00+01:00", "advice"},
		}},
		{"good research once", stumbled("Acme", "2026-11-03 10:00", "research: 3", "Who?") + stumbled("Globex", "2026-11-10 14:00", "research: 1", "When?"), []then{{"2026-11-11T00:00:00+01:00", ""}}},
		{"both", stumbled("Acme", "2026-11-03 10:00", "research: 2", "Who are you?", "Why Go?") + stumbled("Globex", "2026-11-10 14:00", "research: 1", "Why Go?"), []then{{"2026-11-11T00:00:00+01:00", "advice, advice"}}},
		{"the later place is asleep", before + stumbled("Globex", "2026-11-10 14:00", "Why did you leave your last team?") +
			"-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nstatus: ghosted\n---\n", []then{{"2026-11-11T00:00:00+01:00", ""}}},
		{"looser by choice", "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\nrules: {stumble-repeated: {alike: 50, research: 3}}\n---\n" +
			stumbled("Acme", "2026-11-03 10:00", "research: 3", "red green blue?") + stumbled("Globex", "2026-11-10 14:00", "research: 3", "red green black?"), []then{{"2026-11-11T00:00:00+01:00", "advice, advice"}}},
	})
	r := at(t, before+stumbled("Globex", "2026-11-10 14:00", "Why did you leave the last team?")+stumbled("Initech", "2026-11-12 14:00", "Why leave your last team?"), "2026-11-13T00:00:00Z")
	if item := r.Filter(Filter{Rules: []string{"stumble-repeated"}}).Items[0]; item.Company != "Initech" || !strings.Contains(item.Message, "Globex (Tue 10 Nov) and Acme (Tue 3 Nov)") {
		t.Errorf("told at %s: %s", item.Company, item.Message)
	}
}
