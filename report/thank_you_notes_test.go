package report

import (
	"strings"
	"testing"
)

func TestThankYouLate(t *testing.T) {
	sent := func(thanked string) string {
		return round("role: Engineer", "date: 2026-11-10 14:00", "with: [Dana Reyes, Li Wei]", "confidence: 3", "thanked: "+thanked)
	}
	const evening = "2026-11-13T20:00:00+01:00"
	runStages(t, "thank-you-late", []stageCase{
		{"from when it was sent, for 14 days", sent("[{to: Dana Reyes, sent: 2026-11-11 15:01}]"), []then{
			{"2026-11-11T15:00:59+01:00", ""},
			{"2026-11-11T15:01:00+01:00", "advice Dana Reyes"},
			{"2026-11-25T15:00:59+01:00", "advice Dana Reyes"},
			{"2026-11-25T15:01:00+01:00", ""},
		}},
		{"at the deadline it is in time", sent("[{to: Dana Reyes, sent: 2026-11-11 15:00}]"), []then{{evening, ""}}},
		{"on the deadline's day", sent("2026-11-11"), []then{{evening, ""}}},
		{"on the day after, for 14 days", sent("2026-11-12"), []then{
			{"2026-11-11T23:59:59+01:00", ""},
			{"2026-11-12T00:00:00+01:00", "advice"},
			{"2026-11-26T23:59:59+01:00", "advice"},
			{"2026-11-27T00:00:00+01:00", ""},
		}},
		{"undated", sent("yes"), []then{{evening, ""}}},
		{"the first in time counts", sent("[{to: Dana Reyes, sent: 2026-11-11}, {to: Dana Reyes, sent: 2026-11-13}]"), []then{{evening, ""}}},
		{"the latest only", sent("{Dana Reyes: 2026-11-12 09:00, Li Wei: 2026-11-13 09:00}"), []then{
			{"2026-11-12T10:00:00+01:00", "advice Dana Reyes"},
			{"2026-11-13T10:00:00+01:00", "advice Li Wei"},
			{"2026-11-27T08:59:59+01:00", "advice Li Wei"},
			{"2026-11-27T09:00:00+01:00", ""},
		}},
		{"one line for two is one note", sent("[{to: [Dana Reyes, Li Wei], sent: 2026-11-13 09:00}]"), []then{{evening, "advice"}}},
		{"a day's deadline is the end of the next", round("date: 2026-11-10", "with: Dana Reyes", "confidence: 3", "thanked: 2026-11-11 23:59"), []then{{evening, ""}}},
		{"and after that it is late", round("date: 2026-11-10", "with: Dana Reyes", "confidence: 3", "thanked: 2026-11-12 00:00"), []then{{evening, "advice Dana Reyes"}}},
		{"nobody is named", round("date: 2026-11-10", "confidence: 3", "thanked: 2026-11-13"), []then{{evening, "advice"}}},
		{"the deadline is thank-you's", "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\nrules: {thank-you: {within: 4d}}\n---\n" + sent("2026-11-13"), []then{{evening, ""}}},
		{"without thank-you there is none", "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\nrules: {thank-you: off}\n---\n" + sent("2026-11-13"), []then{{evening, ""}}},
		{"a week by choice", "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\nrules: {thank-you-late: {last: 1d}}\n---\n" + sent("2026-11-12 10:00"), []then{
			{"2026-11-13T09:59:59+01:00", "advice"}, {"2026-11-13T10:00:00+01:00", ""},
		}},
		{"rejected lately", sent("2026-11-12") + "-- log.md --\n- 2026-11-12 rejected by Globex\n", []then{{evening, ""}, {"2026-11-15T00:00:00+01:00", "advice"}}},
		{"accepted", sent("2026-11-12") + "-- log.md --\n- 2026-11-12 accepted Globex\n", []then{{evening, ""}}},
	})
	item := at(t, sent("2026-11-12"), "2026-11-13T20:00:00Z").Filter(Filter{Rules: []string{"thank-you-late"}}).Items[0]
	if want := "Your note to Dana Reyes and Li Wei (Globex) went out yesterday, and the round was on Tue 10 Nov: it still counts."; item.Message != want || item.Record != nil {
		t.Errorf("says %q, records %v", item.Message, item.Record)
	}
}

// letter is a thank-you section of a note, to a name or to everyone.
func letter(to, text string) string {
	heading := "## Thank-you note"
	if to != "" {
		heading += " to " + to
	}
	return heading + "\n\n" + text + "\n\n"
}

func TestThankYouGenericItems(t *testing.T) {
	const stock, own = "Thank you for your time today.", "Thank you for the biscuits."
	panel := func(thanked string, letters ...string) string {
		return round("role: Engineer", "date: 2026-11-18 14:00", "with: [Dana Reyes, Li Wei]", "confidence: 3", "thanked: "+thanked) + strings.Join(letters, "")
	}
	const evening = "2026-11-19T20:00:00+01:00"
	runStages(t, "thank-you-generic", []stageCase{
		{"from the end of the round", panel("yes", letter("Dana Reyes", stock)), []then{{"2026-11-18T14:59:59+01:00", ""}, {"2026-11-18T15:00:00+01:00", "advice Dana Reyes"}}},
		{"to everyone", panel("yes", letter("", stock)), []then{{evening, "advice"}}},
		{"to everyone, and a word to one", panel("[{to: Li Wei, sent: yes, about: her map}]", letter("", stock)), []then{{evening, ""}}},
		{"a draft too", panel("no", letter("Dana Reyes", stock)), []then{{evening, "advice Dana Reyes"}}},
		{"what it was about", panel("[{to: Dana Reyes, sent: 2026-11-18, about: thanks for her time}]"), []then{{evening, "advice Dana Reyes"}}},
		{"the text makes up for it", panel("[{to: Dana Reyes, sent: 2026-11-18, about: thanks for her time}]", letter("Dana Reyes", own)), []then{{evening, ""}}},
		{"no text", panel("yes"), []then{{evening, ""}}},
		{"one of two", panel("yes", letter("Dana Reyes", stock), letter("Li Wei", own)), []then{{evening, "advice Dana Reyes"}}},
		{"a line for two is one text", panel("no") + "## Log\n\n- 2026-11-18 thanked Dana Reyes, Li Wei: thank you for your time\n", []then{{evening, "advice"}}},
		{"a copy is told as one", panel("yes", letter("Dana Reyes", "Thank you for your time and the great conversation."), letter("Li Wei", "Thank you for your time and the great conversation.")), []then{{evening, ""}}},
		{
			"unless that rule is off", "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\nrules: {thank-you-copied: off}\n---\n" +
				panel("yes", letter("Dana Reyes", "Thank you for your time and the great conversation."), letter("Li Wei", "Thank you for your time and the great conversation.")),
			[]then{{evening, "advice Dana Reyes, advice Li Wei"}},
		},
		{"waived for one", round("date: 2026-11-18 14:00", "with: [Dana Reyes, Li Wei]", "confidence: 3", "thanked: yes", "waive: {thank-you-generic Dana Reyes: she is brief}") +
			letter("Dana Reyes", stock), []then{{evening, ""}}},
		{"the search is off", "-- search.md --\n---\nstarted: 2026-11-01\nfirst_day: 2026-11-19\ntimezone: Europe/Berlin\n---\n" + panel("yes", letter("", stock)), []then{{evening, ""}}},
	})
}

func TestThankYouCopiedItems(t *testing.T) {
	const text = "Thank you for the hour. The ledger we drew together stayed with me."
	panel := func(letters ...string) string {
		return round("role: Engineer", "date: 2026-11-18 14:00", "with: [Dana Reyes, Li Wei, Ana Lima]", "confidence: 3", "thanked: yes") + strings.Join(letters, "")
	}
	elsewhere := func(to string) string {
		return "-- interviews/b.md --\n---\ncompany: Initech\ndate: 2026-11-19 10:00\nwith: " + to + "\nconfidence: 3\nthanked: yes\n---\n" + letter(to, "Dear "+to+", "+text)
	}
	const evening = "2026-11-19T20:00:00+01:00"
	runStages(t, "thank-you-copied", []stageCase{
		{"two of a panel", panel(letter("Dana Reyes", "Dear Dana, "+text), letter("Li Wei", "Dear Li, "+text)), []then{
			{"2026-11-18T14:59:59+01:00", ""}, {"2026-11-18T15:00:00+01:00", "advice Li Wei"},
		}},
		{"three are one item", panel(letter("Dana Reyes", text), letter("Li Wei", text), letter("Ana Lima", text)), []then{{evening, "advice Ana Lima"}}},
		{"somebody elsewhere", panel(letter("Dana Reyes", text)) + elsewhere("Tom Berg"), []then{{"2026-11-19T10:59:59+01:00", ""}, {"2026-11-19T11:00:00+01:00", "advice Tom Berg"}}},
		{"the same person again", panel(letter("Dana Reyes", text)) + elsewhere("Dana Reyes"), []then{{evening, ""}}},
		{"to everyone is one text", panel(letter("", text)), []then{{evening, ""}}},
		{"a subject may be the same", panel() + "## Log\n\n- 2026-11-18 thanked Dana Reyes: the ledger on the board\n- 2026-11-18 thanked Li Wei: the ledger on the board\n", []then{{evening, ""}}},
		{"a line for two is one text", panel() + "## Log\n\n- 2026-11-18 thanked Dana Reyes, Li Wei: the ledger drawn on the board by three tired people at night\n", []then{{evening, ""}}},
		{"looser by choice", "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\nrules: {thank-you-copied: {alike: 50}}\n---\n" +
			panel(letter("Dana Reyes", "Thank you for the hour and the ledger."), letter("Li Wei", "Thank you for the hour and the map.")), []then{{evening, ""}}},
	})
}
