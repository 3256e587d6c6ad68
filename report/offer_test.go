package report

import "testing"

func TestOfferDeadlineStages(t *testing.T) {
	const search = "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n"
	timed := inPlay("offer: {on: 2026-11-16, respond_by: 2026-11-22 18:00}", "")
	runStages(t, offerDeadlineID, []stageCase{
		{"72 hours, 24 hours, 7 days", timed, []then{
			{"2026-11-19T17:59:59+01:00", ""},
			{"2026-11-19T18:00:00+01:00", "due"},
			{"2026-11-21T17:59:59+01:00", "due"},
			{"2026-11-21T18:00:00+01:00", "overdue"},
			{"2026-11-29T17:59:59+01:00", "overdue"},
			{"2026-11-29T18:00:00+01:00", ""},
		}},
		{"a day is its end", inPlay("offer: {on: 2026-11-16, respond_by: 2026-11-22}", ""), []then{
			{"2026-11-19T23:59:59+01:00", ""},
			{"2026-11-20T00:00:00+01:00", "due"},
			{"2026-11-22T00:00:00+01:00", "overdue"},
			{"2026-11-30T00:00:00+01:00", ""},
		}},
		{"hours elapse across a clock change", inPlay("offer: {on: 2026-10-19, respond_by: 2026-10-25 18:00}", ""), []then{
			{"2026-10-22T18:59:59+02:00", ""}, {"2026-10-22T19:00:00+02:00", "due"}, {"2026-11-01T18:00:00+01:00", ""},
		}},
		{"an offer still ahead", inPlay("offer: {on: 2026-11-24, respond_by: 2026-11-24 18:00}", ""), []then{
			{"2026-11-22T23:59:59+01:00", ""}, {"2026-11-23T00:00:00+01:00", "due"},
		}},
		{"other thresholds", search + "rules: {offer-deadline: {due: 48h, overdue: 12h, until: 1d}}\n---\n" + timed, []then{
			{"2026-11-20T18:00:00+01:00", "due"}, {"2026-11-22T06:00:00+01:00", "overdue"}, {"2026-11-23T18:00:00+01:00", ""},
		}},
		{"a pause does not move it", search + "paused: [{from: 2026-11-19, to: 2026-11-30}]\n---\n" + timed, []then{{"2026-11-20T12:00:00+01:00", "due"}}},
		{"the search is over", search + "first_day: 2026-11-22\n---\n" + timed, []then{{"2026-11-22T00:00:00+01:00", ""}}},
	})
}

func TestOfferAnswered(t *testing.T) {
	offer := func(more string) string { return "offer: {on: 2026-11-16, respond_by: 2026-11-22 18:00" + more + "}" }
	for _, c := range []struct{ name, journal, says string }{
		{"not yet", inPlay(offer(""), ""), "due"},
		{"accepted", inPlay(offer(", accepted: 2026-11-19"), ""), ""},
		{"accepted, undated", inPlay(offer(", accepted: yes"), ""), ""},
		{"not accepted", inPlay(offer(", accepted: no"), ""), "due"},
		{"accepted, in the log", inPlay(offer(""), "- 2026-11-20 accepted"), ""},
		{"accepted, by status", inPlay(offer("")+"\nstatus: accepted", ""), ""},
		{"declined", inPlay(offer(", declined: 2026-11-19"), ""), ""},
		{"declined, by status", inPlay(offer("")+"\nstatus: declined", ""), ""},
		{"withdrawn", inPlay(offer(""), "- 2026-11-20 withdrew"), ""},
		{"taken back", inPlay(offer(""), "- 2026-11-20 rejected"), ""},
		{"no day", inPlay("offer: {on: 2026-11-16}", ""), ""},
		{"word between is no answer", inPlay(offer(""), "- 2026-11-19 followed up\n- 2026-11-20 heard back"), "due"},
		{"ghosted", inPlay(offer("")+"\nstatus: ghosted", ""), ""},
		{"waived", inPlay(offer("")+"\nwaive: {offer-deadline: they know}", ""), ""},
	} {
		runStages(t, offerDeadlineID, []stageCase{{c.name, c.journal, []then{{"2026-11-20T20:00:00+01:00", c.says}}}})
	}
}

// TestOfferSilences holds what a position with an offer no longer asks for.
func TestOfferSilences(t *testing.T) {
	fields := "decision_by: 2026-11-10\ninterviews: [{date: 2026-11-02 14:00, thanked: yes, confidence: 3}]"
	for _, rule := range []string{answerOverdueID, positionQuietID, decisionUnknownID} {
		j := fields
		if rule != answerOverdueID {
			j = fields[len("decision_by: 2026-11-10\n"):]
		}
		for _, c := range []struct {
			log  string
			says bool
		}{{"", true}, {"- 2026-11-04 offer", false}, {"- [x] offer", false}} {
			r := at(t, "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n"+only(rule)+"---\n"+inPlay(j, c.log), "2026-11-24T09:00:00+01:00")
			if got := say(r, rule); (len(got) > 0) != c.says {
				t.Errorf("%s with %q says %v", rule, c.log, got)
			}
		}
	}
}

func TestOfferDeadlineItem(t *testing.T) {
	j := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n" + inPlay("offer:\n  on: 2026-11-16\n  respond_by: 2026-11-22", "")
	item := at(t, j, "2026-11-20T12:00:00+01:00").Filter(Filter{Rules: []string{offerDeadlineID}}).Items[0]
	if item.Message != "Answer the offer of Globex (Engineer) by the end of Sunday: 2 days left." || item.Record != nil {
		t.Errorf("%q, record %v", item.Message, item.Record)
	}
	if !item.Due.Equal(moment(t, "2026-11-22T00:00:00+01:00")) || item.DueIsDay || !item.ChangesAt.Equal(item.Due) {
		t.Errorf("due %v, changes at %v", item.Due, item.ChangesAt)
	}
	if start := item.Place.Start(); start.Line != 6 || start.Column != 15 {
		t.Errorf("stands at %v", start)
	}
}

func TestOfferUnfirm(t *testing.T) {
	const search = "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\n"
	for _, c := range []struct{ name, journal, says string }{
		{"not accepted", inPlay("offer: {on: 2026-11-16}", ""), ""},
		{"not in writing", inPlay("offer: {on: 2026-11-16, accepted: 2026-11-18}", ""), "advice"},
		{"in writing", inPlay("offer: {on: 2026-11-16, accepted: 2026-11-18, written: 2026-11-19}", ""), ""},
		{"in writing, undated", inPlay("offer: {on: 2026-11-16, accepted: 2026-11-18, written: yes}", ""), ""},
		{"in writing, tomorrow", inPlay("offer: {on: 2026-11-16, accepted: 2026-11-18, written: 2026-11-21}", ""), ""}, // the day before counts
		{"in writing, a month ahead", inPlay("offer: {on: 2026-11-16, accepted: 2026-11-18, written: 2026-12-25}", ""), "advice"},
		{"written: no", inPlay("offer: {on: 2026-11-16, accepted: 2026-11-18, written: no}", ""), "advice"},
		{"a contingency", inPlay("offer: {accepted: 2026-11-18, written: yes, contingencies: [background check]}", ""), "advice"},
		{"all cleared", inPlay("offer: {accepted: 2026-11-18, written: yes, contingencies: [Background check, visa], cleared: [visa, background check]}", ""), ""},
		{"cleared in a word", inPlay("offer: {accepted: 2026-11-18, written: yes, contingencies: [Background check, visa], cleared: yes}", ""), ""},
		{"none to clear", inPlay("offer: {accepted: 2026-11-18, written: yes, contingencies: none}", ""), ""},
		{"one cleared", inPlay("offer: {accepted: 2026-11-18, written: yes, contingencies: [background check, visa], cleared: visa}", ""), "advice"},
		{"by status alone", inPlay("status: accepted", ""), "advice"},
		{"by the log alone", inPlay("applied: 2026-11-02", "- 2026-11-18 accepted"), "advice"},
		{"accepted and given up", inPlay("offer: {accepted: 2026-11-18}", "- 2026-11-19 withdrew"), ""},
		{"taken back", inPlay("offer: {accepted: 2026-11-18}\nstatus: rejected", ""), ""},
		{"started", inPlay("offer: {accepted: 2026-11-18}\nstatus: started", ""), ""},
		{"before this search", search + "---\n" + inPlay("offer: {accepted: 2026-10-18}", ""), ""},
		{"waived", inPlay("offer: {accepted: 2026-11-18}\nwaive: {offer-unfirm: my brother's firm}", ""), ""},
		{"a pause does not silence it", search + "paused: [{from: 2026-11-19}]\n---\n" + inPlay("offer: {accepted: 2026-11-18}", ""), "advice"},
	} {
		runStages(t, offerUnfirmID, []stageCase{{c.name, c.journal, []then{{"2026-11-20T20:00:00+01:00", c.says}}}})
	}
	runStages(t, offerUnfirmID, []stageCase{{"until it is in writing", inPlay("offer: {accepted: 2026-11-18, written: 2026-12-01}", ""), []then{
		{"2026-11-29T23:59:59+01:00", "advice"}, {"2026-11-30T00:00:00+01:00", ""},
	}}, {"until the first day", inPlay("offer: {accepted: 2026-11-18}\nfirst_day: 2026-12-01", ""), []then{
		{"2026-11-16T23:59:59+01:00", ""}, {"2026-11-17T00:00:00+01:00", "advice"}, // the day before counts
		{"2026-11-30T23:59:59+01:00", "advice"}, {"2026-12-01T00:00:00+01:00", ""},
	}}})
}

// TestOfferUnfirmRecord adds the suggested field and looks whether that was
// what the advice was about.
func TestOfferUnfirmRecord(t *testing.T) {
	now := moment(t, "2026-11-20T20:00:00+01:00")
	for _, c := range []struct{ name, fields, text string }{
		{"in writing", "offer:\n  on: 2026-11-16\n  accepted: 2026-11-18", "  written: 2026-11-20"},
		{"the last contingency", "offer:\n  accepted: 2026-11-18\n  written: yes\n  contingencies: [visa]", "  cleared: [visa]"},
		{"no offer's fields yet", "status: accepted", "offer: {written: 2026-11-20}"},
		{"all in one line", "offer: {accepted: 2026-11-18}", ""},
		{"a list first", "offer:\n  contingencies:\n    - visa\n  accepted: 2026-11-18", ""},
	} {
		j := "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\n---\n" + inPlay(c.fields, "")
		items := build0(t, j, now, nil).Filter(Filter{Rules: []string{offerUnfirmID}}).Items
		if len(items) != 1 {
			t.Fatalf("%s: %d items", c.name, len(items))
		}
		record := items[0].Record
		if record == nil {
			if c.text != "" {
				t.Errorf("%s: no record", c.name)
			}
			continue
		}
		if record.Text != c.text {
			t.Errorf("%s: %q, want %q", c.name, record.Text, c.text)
		}
		if left := say(build0(t, j, now, record), offerUnfirmID); len(left) > 0 {
			t.Errorf("%s: after %q it still says %v", c.name, record.Text, left)
		}
	}
}
