package parser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// contractAliases are the fields that have further names, each line a field
// and those names, by kind of mapping. A name that is dropped breaks journals.
var contractAliases = map[string][]string{
	"search": {"timezone tz", "first_day start_date"},
	"application": {
		"company employer organisation organization", "role position title job", "applied applied_on date_applied date", "via agency recruiter",
		"url posting link", "resume cv résumé", "contacts people", "decision_by hear_back_by", "first_day start_date",
	},
	"interview": {
		"company employer organisation organization", "role position title job", "date when interviewed", "ends end", "timezone tz", "round stage",
		"interviewers with panel met", "thanked thank_you thanks", "confidence feeling", "decision_by hear_back_by",
	},
	"thanked":   {"to name", "sent on date"},
	"reference": {"thanked thank_you thanks", "told informed notified alerted"},
	"told":      {"position company", "on date told", "resume cv résumé"},
	"outreach": {
		"company employer organisation organization", "person to contact", "date when", "role position title job", "resume cv résumé",
		"via agency recruiter",
	},
	"person": {"email mail", "title role", "manager hiring_manager"},
}

// TestAliases writes every field under each of its names. The journal says the
// same under all of them, and something else without the field.
func TestAliases(t *testing.T) {
	const plain = "---\nANOTHER\nKEY: VALUE\n---\n"
	for _, c := range []struct {
		of    string
		names fieldNames
		path  string
		note  string // with KEY, VALUE, and ANOTHER for what else the note needs
		other string
		// values are the fields and what to write there; = before a value says
		// that ANOTHER is not needed beside it.
		values map[string]string
	}{
		{"search", searchFields, "search.md", plain, "tags: mine", map[string]string{
			"started": "2026-09-21", "timezone": "Asia/Tokyo", "date_order": "dmy\nstarted: 3/4/26", "references": "Jane Doe",
			"goals":     "{applications_per_week: 2}",
			"first_day": "2027-01-04", "paused": "{from: 2026-10-01, to: 2026-10-05}", "working_days": "Mon-Thu", "holidays": "2026-12-25",
			"quiet": "22:00-07:00", "rules": "{search-single: off}", "waive": "{search-single: one is what I want}",
		}},
		{"application", applicationFields, "applications/new.md", plain, "company: Globex", map[string]string{
			"company": "=Globex", "role": "Analyst", "applied": "2026-11-01", "status": "rejected", "via": "Brightmoor",
			"url": "https://globex.example", "resume": "cv-7.pdf", "cover_letter": "cover.md\napplied: 2026-11-01", "contacts": "Tom Berg", "hiring_manager": "Tom Berg",
			"decision_by": "2026-11-30", "references": "none", "references_requested": "2026-11-20", "offer": "{on: 2026-11-21}",
			"first_day": "2027-01-04", "due": "2026-11-25", "interviews": "[{date: 2026-11-18, with: Tom Berg}]", "waive": "{references-few: two are enough}",
		}},
		{"offer", offerFields, "applications/new.md", "---\ncompany: Globex\noffer:\n  ANOTHER\n  KEY: VALUE\n---\n", "on: 2026-11-20", map[string]string{
			"on": "=2026-11-20", "written": "yes", "respond_by": "2026-11-30", "accepted": "2026-11-22", "declined": "2026-11-23",
			"contingencies": "[references]", "cleared": "[references]",
		}},
		{"interview", interviewFields, "interviews/new.md", plain, "company: Acme Robotics\ndate: 2026-11-18 14:00", map[string]string{
			"company": "=Acme Robotics\ndate: 2026-11-18 14:00", "role": "=Analyst\ncompany: Umbrella\ndate: 2026-11-18 14:00",
			"application": "=\"[[applications/umbrella-2]]\"\ncompany: Umbrella\ndate: 2026-11-18 14:00",
			"date":        "=2026-11-18 14:00\ncompany: Acme Robotics", "time": "=15:00\ncompany: Acme Robotics\ndate: 2026-11-18", "ends": "15:45",
			"duration": "90m", "timezone": "Asia/Tokyo", "round": "panel", "format": "phone", "interviewers": "Dana Reyes", "status": "cancelled",
			"thanked": "2026-11-19", "confidence": "4", "research": "2", "decision_by": "2026-11-30",
			"interviews": "[{date: 2026-11-25 14:00}]", "waive": "{thank-you: they asked for none}",
		}},
		{"thanked", thanksFields, "interviews/new.md", "---\ncompany: Acme Robotics\ndate: 2026-11-18\nwith: [Dana Reyes, Li Wei]\nthanked:\n- ANOTHER\n  KEY: VALUE\n---\n", "to: Li Wei", map[string]string{
			"to": "=Li Wei", "sent": "2026-11-19", "via": "card", "about": "her queue",
		}},
		{"reference", referenceFields, "references/new.md", plain, "name: Ann Poe", map[string]string{
			"name": "=Ann Poe", "relationship": "my lead", "email": "ann@poe.example", "permission": "no", "active": "no", "thanked": "2026-11-20",
			"told": "{Acme Robotics: 2026-11-19}", "waive": "{reference-untold: she knows}",
		}},
		{"told", toldFields, "references/new.md", "---\nname: Ann Poe\ntold:\n- ANOTHER\n  KEY: VALUE\n---\n", "position: Acme Robotics", map[string]string{
			"position": "=Acme Robotics", "on": "2026-11-19", "resume": "cv-7.pdf", "outcome": "2026-11-21",
		}},
		{"outreach", outreachFields, "outreach/new.md", plain, "company: Hooli\ndate: 2026-11-18", map[string]string{
			"company": "=Hooli\ndate: 2026-11-18", "person": "Tom Berg", "date": "=2026-11-18\ncompany: Hooli", "role": "Analyst",
			"resume": "cv-7.pdf", "cover_letter": "cover.md", "purpose": "how they hire", "reply": "2026-11-20", "via": "Brightmoor", "waive": "{outreach-packet: they know me}",
		}},
		{"log", logFields, "log/new.md", plain, "tags: mine", map[string]string{"waive": "{search-single: one is what I want}"}},
		{"person", personFields, "applications/new.md", "---\ncompany: Globex\ncontacts:\n- ANOTHER\n  KEY: VALUE\n---\n", "name: Tom Berg", map[string]string{
			"name": "=Tom Berg", "email": "tom@globex.example", "title": "head of readings", "manager": "yes",
		}},
	} {
		names := map[string][]string{}
		for _, line := range contractAliases[c.of] {
			words := strings.Fields(line)
			names[words[0]] = words
		}
		for field, value := range c.values {
			value, alone := strings.CutPrefix(value, "=")
			note := strings.ReplaceAll(c.note, "ANOTHER", c.other)
			if alone {
				note = strings.ReplaceAll(strings.ReplaceAll(c.note, "  ANOTHER\n  KEY", "  KEY"), "ANOTHER\n", "")
				note = strings.ReplaceAll(note, "- ANOTHER\n  KEY", "- KEY")
			}
			read := func(key string) string {
				return dumpWith(t, c.path, strings.NewReplacer("KEY", key, "VALUE", value).Replace(note))
			}
			want := read(field)
			if want == read("mine_"+field) {
				t.Errorf("%s: %s says nothing", c.of, field)
			}
			if got, want := len(c.names.keys[field]), max(len(names[field]), 1); got != want {
				t.Errorf("%s: %s has %d names, want %d", c.of, field, got, want)
			}
			for _, key := range names[field] {
				for _, written := range []string{key, strings.ToUpper(key)} {
					if got := read(written); got != want {
						t.Errorf("%s: %s is not %s:\n%s\nwant\n%s", c.of, written, field, got, want)
					}
				}
			}
		}
		// What has no bearing on the journal, and what kind_said.txtar and TestOwnHeadings try.
		unread := []string{"kind", "type", "sections", "source", "phone", "posting", "channel", "next"}
		for field := range c.names.keys {
			if c.values[field] == "" && !slices.Contains(unread, field) {
				t.Errorf("%s: %s is not tried", c.of, field)
			}
		}
	}
}

// dumpWith returns what a small journal says with one note more.
func dumpWith(t *testing.T, path, note string) string {
	t.Helper()
	notes := fstest.MapFS{
		"applications/acme.md":       {Data: []byte("---\ncompany: Acme Robotics\ncontacts: [Dana Reyes, Li Wei]\n---\n")},
		"references/jane.md":         {Data: []byte("---\nname: Jane Doe\n---\n")},
		"applications/umbrella-1.md": {Data: []byte("---\ncompany: Umbrella\nrole: Analyst\n---\n")},
		"applications/umbrella-2.md": {Data: []byte("---\ncompany: Umbrella\nrole: Engineer\n---\n")},
		path:                         {Data: []byte(note)},
	}
	journal, err := Load(notes, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	var more strings.Builder // what dumpJournal leaves out
	for _, r := range journal.References {
		fmt.Fprintln(&more, r.Name, "is", r.Relationship)
	}
	for _, iv := range journal.Interviews {
		fmt.Fprintln(&more, "round as", iv.Role)
	}
	for _, e := range journal.Events {
		fmt.Fprintln(&more, e.What, "as", e.Role)
	}
	return dumpJournal(journal, false) + more.String()
}
