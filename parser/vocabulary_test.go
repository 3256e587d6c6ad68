package parser

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestHeadings holds every title that announces a section to its section. The
// cases of testdata/journals nest them, and what stands below inherits.
func TestHeadings(t *testing.T) {
	titles := map[sectionKind][]string{
		workedSection: {"What worked", "Worked", "What went well", "Went well", "Wins"},
		didntSection: {
			"What didn't", "What didnt", "What did not", "What didn't work", "What didn’t work", "What didnt work", "What did not work",
			"What went badly", "Went badly", "What went bad", "Went bad", "What went wrong", "Went wrong", "To improve", "Gaps", "Regrets",
		},
		researchSection:   {"Research", "Preparation", "Prep", "Homework"},
		confidenceSection: {"Confidence", "How I felt", "Answers"},
		stumblesSection: {
			"Stumbles", "Stumbled", "Stumbled over", "Stumbled on", "Questions that stumped me", "Tough questions", "Hard questions", "Questions I couldn't answer",
			"Questions I couldnt answer", "Questions I could not answer", "Wish I'd said", "Wish I’d said", "Wish id said",
		},
		thankYouSection: {
			"Thank-you note", "Thank you note", "Thank-you notes", "Thank you notes", "Thank you", "Thank-you", "Follow-up email", "Follow up email",
		},
		questionsSection: {"Questions they asked", "Questions I asked"},
		nextSection:      {"Next steps", "Next"},
		logSection:       {"Log", "Timeline", "Follow-up", "Follow up"},
		pastedSection: {
			"Invitation", "Invite", "Calendar invite", "Calendar invitation", "Logistics", "Meeting details", "Job description",
			"Job posting", "Posting", "Job ad", "Einladung", "Stellenanzeige", "Stellenausschreibung", "Stellenbeschreibung",
		},
	}
	tried := map[string]sectionKind{}
	for want, all := range titles {
		for _, title := range all {
			tried[foldHeading(title)] = want
			for _, written := range []string{title, strings.ToUpper(title), title + ":", "✅ " + title, "**" + title + "**"} {
				if got, _ := headingKind(written, nil); got != want {
					t.Errorf("%q is a section %d, want %d", written, got, want)
				}
			}
		}
	}
	if !maps.Equal(tried, headings) {
		t.Error("the titles tried are not those that are known")
	}
}

// TestOwnHeadings gives a title of the person's own to every section.
func TestOwnHeadings(t *testing.T) {
	sections := map[string]sectionKind{
		"worked": workedSection, "didnt": didntSection, "research": researchSection, "confidence": confidenceSection, "stumbles": stumblesSection,
		"thank-you": thankYouSection, "questions": questionsSection, "next": nextSection, "log": logSection,
	}
	for word, want := range sections {
		f := Parse(&Source{Path: "search.md", Text: "---\nsections: {\"Mein Teil\": " + word + "}\n---\n"})
		if len(f.Problems) > 0 {
			t.Fatalf("%s: %v", word, f.Problems)
		}
		if got, _ := headingKind("Mein Teil", f.search.sections); got != want {
			t.Errorf("%s is a section %d, want %d", word, got, want)
		}
	}
	if len(sections) != len(sectionWords) {
		t.Errorf("%d words tried, and %d are known", len(sections), len(sectionWords))
	}
}

// TestStatuses holds every status and its aliases, as people write them, to
// what they mean.
func TestStatuses(t *testing.T) {
	tried := map[string]bool{}
	for want, all := range map[Status][]string{
		Lead: {"lead", "saved", "wishlist", "bookmarked"}, Applied: {"applied"},
		Screening:  {"screening", "screen", "phone screen", "recruiter screen"},
		Assessment: {"assessment", "take-home", "takehome", "OA"}, Interviewing: {"interviewing", "interview"},
		Offered: {"offer", "offered"}, Accepted: {"accepted", "hired"}, Started: {"started"}, OnHold: {"on-hold", "on hold"},
		Rejected: {"rejected"}, Withdrawn: {"withdrawn", "no-go"}, Declined: {"declined"},
		Closed: {"closed", "filled", "cancelled", "canceled", "frozen", "expired", "archived"},
	} {
		for _, word := range all {
			tried[foldKey(word)] = true
			for _, written := range []string{word, strings.ToUpper(word), " " + word + " "} {
				if got, ok := ReadStatus(written); !ok || got != string(want) {
					t.Errorf("%q is %q, want %q", written, got, want)
				}
			}
		}
	}
	if len(tried) != len(statusWords) {
		t.Errorf("%d statuses tried, and %d are known", len(tried), len(statusWords))
	}
	tried = map[string]bool{}
	for want, all := range map[InterviewStatus][]string{
		Scheduled: {"scheduled", "planned", "upcoming", "confirmed"}, Done: {"done", "completed", "held"}, Cancelled: {"cancelled", "canceled"},
		Rescheduled: {"rescheduled", "moved"}, NoShow: {"no-show", "no show"}, MissedByMe: {"missed"},
	} {
		for _, word := range all {
			tried[foldKey(word)] = true
			f := Parse(&Source{Path: "interviews/a.md", Text: "---\ncompany: Acme\ndate: 2026-11-18\nstatus: " + strings.ToUpper(word) + "\n---\n"})
			if len(f.Problems) > 0 || f.interviews[0].status != want {
				t.Errorf("%q: %v, %v, want %q", word, f.interviews[0].status, f.Problems, want)
			}
		}
	}
	if len(tried) != len(interviewStatusWords) {
		t.Errorf("%d statuses of an interview tried, and %d are known", len(tried), len(interviewStatusWords))
	}
}

// TestWorkingDays reads every day of the week, short and in full.
func TestWorkingDays(t *testing.T) {
	for day := time.Sunday; day <= time.Saturday; day++ {
		for _, word := range []string{day.String(), day.String()[:3], strings.ToUpper(day.String()[:3]), strings.ToLower(day.String())} {
			f := Parse(&Source{Path: "search.md", Text: "---\nworking_days: " + word + "\n---\n"})
			var want [7]bool
			want[day] = true
			if len(f.Problems) > 0 || f.search.working != want {
				t.Errorf("%s: %v, %v", word, f.search.working, f.Problems)
			}
		}
	}
}

// TestZoneAbbreviations reads every abbreviation in a season that has it, and
// refuses each that several zones claim.
func TestZoneAbbreviations(t *testing.T) {
	zones := map[string][]string{
		"America/New_York": {"ET", "EST", "EDT"}, "America/Chicago": {"CT", "CDT"}, "America/Denver": {"MT", "MST", "MDT"},
		"America/Los_Angeles": {"PT", "PST", "PDT"}, "America/Anchorage": {"AKST", "AKDT"}, "Pacific/Honolulu": {"HST"},
		"America/St_Johns": {"NST", "NDT"}, "UTC": {"UTC"}, "GMT": {"GMT"}, "WET": {"WET", "WEST"}, "CET": {"CET", "CEST", "MEZ", "MESZ"},
		"EET": {"EET", "EEST"}, "Europe/Moscow": {"MSK"}, "Africa/Johannesburg": {"SAST"}, "Asia/Jerusalem": {"IDT"}, "Asia/Karachi": {"PKT"},
		"Asia/Hong_Kong": {"HKT"}, "Asia/Singapore": {"SGT"}, "Asia/Tokyo": {"JST"}, "Asia/Seoul": {"KST"}, "Australia/Perth": {"AWST"},
		"Australia/Adelaide": {"ACST", "ACDT"}, "Australia/Sydney": {"AEST", "AEDT"}, "Pacific/Auckland": {"NZST", "NZDT"},
		"": {"AMT", "AST", "BST", "CST", "GST", "IST", "SST", "WST"}, // several
	}
	tried := map[string]bool{}
	for want, all := range zones {
		for _, short := range all {
			tried[short] = true
			loc, _, f := readZone(short)
			switch {
			case want == "" && (f == nil || f.id != AmbiguousZone):
				t.Errorf("%s is no zone of several", short)
			case want != "" && (f != nil || loc.String() != want):
				t.Errorf("%s is %v, want %s (%v)", short, loc, want, f)
			}
		}
	}
	if known := abbreviations(); len(tried) != len(known) {
		t.Errorf("%d abbreviations tried, and %d are known", len(tried), len(known))
	}
}

// TestVerbs holds every verb of a log line to what it says. Its imperative says
// so only where it is ticked.
func TestVerbs(t *testing.T) {
	tried := map[string]bool{}
	for _, c := range []struct {
		want  EventKind
		words string // the verbs; imperatives behind a slash
		rest  string
	}{
		{Thanked, "thanked thx'd thx’d / thank", "Dana Reyes"},
		{Told, "told informed alerted briefed notified / tell inform alert brief notify", "Jane Doe about Acme Robotics"},
		{Sent, "sent / send", "resume.pdf to Jane Doe"},
		{Asked, "asked / ask", "Jane Doe for permission"},
		{AppliedTo, "applied / apply", "to Initech as Analyst"},
		{InterviewedAt, "interviewed / interview", "at Globex with Tom Berg"},
		{Contacted, "contacted emailed called messaged met / contact email call message meet", "Dana Reyes"},
		{Contacted, "reached / reach", "out to Dana Reyes"},
		{Contacted, "met / meet", "with Dana Reyes"},
		{FollowedUp, "followed / follow", "up with Dana Reyes"},
		{FollowedUp, "followed / follow", "up Dana Reyes"},
		{HeardBack, "heard /", "back from Dana Reyes"},
		{HeardBack, "heard /", "from Dana Reyes"},
		{Apologised, "apologised apologized / apologise apologize", "to Dana Reyes"},
		{OfferMade, "offer /", "from Acme Robotics"},
		{AcceptedOffer, "accepted / accept", "Acme Robotics"},
		{AcceptedOffer, "accepted / accept", "the offer from Acme Robotics"},
		{AcceptedOffer, "accepted / accept", "an offer from Acme Robotics"},
		{AcceptedOffer, "accepted / accept", "offer from Acme Robotics"},
		{DeclinedOffer, "declined / decline", "Acme Robotics"},
		{DeclinedOffer, "declined / decline", "the offer from Acme Robotics"},
		{Withdrew, "withdrew withdrawn / withdraw", "from Acme Robotics"},
		{Withdrew, "withdrew / withdraw", "my application from Acme Robotics"},
		{Withdrew, "withdrew / withdraw", "my application at Acme Robotics"},
		{Withdrew, "withdrew / withdraw", "my application to Acme Robotics"},
		{RejectedBy, "rejected rejection /", "by Acme Robotics"},
		{RejectedBy, "rejected rejection /", "from Acme Robotics"},
		{StartedAt, "started / start", "at Acme Robotics"},
	} {
		past, imperative, _ := strings.Cut(c.words, "/")
		for _, verb := range strings.Fields(past) {
			tried[verb] = true
			for box, want := range map[string]bool{"": true, "[x] ": true, "[ ] ": false} {
				checkVerb(t, box+"2026-11-18 "+verb+" "+c.rest, c.want, want)
			}
		}
		for _, verb := range strings.Fields(imperative) {
			tried[verb] = true
			for box, want := range map[string]bool{"": false, "[x] ": true, "[ ] ": false} {
				checkVerb(t, box+"2026-11-18 "+verb+" "+c.rest, c.want, want)
			}
		}
	}
	tried["thank-you"] = true // a note that may or may not have been sent: testdata/problems/thank-you-sent.txtar
	if known := slices.SortedFunc(maps.Keys(verbs), cmp.Compare[string]); !slices.Equal(known, slices.Sorted(maps.Keys(tried))) {
		t.Errorf("tried %v\nknown %v", slices.Sorted(maps.Keys(tried)), known)
	}
}

// checkVerb reads a line of a log and looks for what it ought to say, or not.
func checkVerb(t *testing.T, line string, what EventKind, want bool) {
	t.Helper()
	notes := fstest.MapFS{
		"applications/acme.md": {Data: []byte("---\ncompany: Acme Robotics\ncontacts: Dana Reyes\nresume: resume.pdf\n---\n")},
		"references/jane.md":   {Data: []byte("---\nname: Jane Doe\n---\n")},
		"log/log.md":           {Data: []byte("- " + line + "\n")},
	}
	journal, err := Load(notes, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	got := slices.ContainsFunc(journal.Events, func(e *Event) bool { return e.What == what && e.Place.Path() == "log/log.md" })
	if what == InterviewedAt { // which makes a round, not an event
		got = len(journal.Interviews) == 1
	}
	if got != want {
		t.Errorf("%q says %s: %v, want %v; problems %v", line, what, got, want, dumpProblems(journal))
	}
}
