package render

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"debrief/parser"
	"debrief/report"
)

// BriefTitle begins the page about a company, in Markdown.
const BriefTitle = "Before the next round at "

// BriefFormats lists the formats of a page about a company, the default first.
// Their Write takes no report; b may be nil to ask for the names only.
func BriefFormats(b *report.Brief) []Format {
	return []Format{
		{Name: "text", Endings: []string{".txt"}, About: "for reading, fitted to the terminal", Prose: true, Write: func(w io.Writer, _ *report.Report, o Options) error {
			return emit(w, briefOutline(b).text(o))
		}},
		{Name: "markdown", Endings: []string{".md", ".markdown"}, About: "to print, or to read on a phone", Prose: true, Write: func(w io.Writer, _ *report.Report, _ Options) error {
			return emit(w, briefOutline(b).markdown())
		}},
	}
}

// briefOutline puts a page about a company in the order in which it is read on
// the way there.
func briefOutline(b *report.Brief) *outline {
	o := &outline{title: BriefTitle + b.Company}
	if b.Next == nil {
		o.lead = "No round ahead has a date yet."
		if len(b.Earlier) == 0 {
			o.lead = "No round has a date yet; this is what there is."
		}
	}
	if b.Next != nil {
		o.add("Next", nextRound(b)...)
	}
	o.add(plainPlural("Position", "Positions", len(b.Positions)), positionsOf(b)...)
	o.add("What you know of them", lined(unsaid(b))...)
	o.add("To ask", lined(b.ToAsk)...)
	for i := range b.Earlier {
		o.add("Earlier: "+roundTitle(b, &b.Earlier[i]), earlierRound(&b.Earlier[i])...)
	}
	o.add("Questions of earlier rounds", lined(b.Questions)...)
	o.add("What made you stumble there", hardItems(b.Stumbles, false)...)
	weak := hardItems(b.Weak, true)
	if b.ThinResearch > 1 {
		weak = append(weak, outlineItem{text: fmt.Sprintf("Research was thin in %d rounds: half an hour with their own words is the easiest part.", b.ThinResearch)})
	}
	o.add("What keeps coming back, everywhere", weak...)
	return o
}

// plainPlural picks a heading's number.
func plainPlural(one, several string, n int) string {
	if n == 1 {
		return one
	}
	return several
}

// longDay names a day in full: "Friday 20 November 2026".
func longDay(t time.Time) string { return t.Format("Monday 2 January 2006") }

// nextRound says when the next round is, how, and who is met.
func nextRound(b *report.Brief) []outlineItem {
	r := b.Next
	when := longDay(r.Start)
	if !r.IsDay {
		when += r.Start.Format(", 15:04") + "–" + r.End.Format("15:04 MST")
		if here := r.Start.In(b.Zone); here.Format("15:04") != r.Start.Format("15:04") {
			when += here.Format(" (15:04 MST here)")
		}
	}
	items := []outlineItem{{text: when}}
	if how := joinWords(r.Role, r.Round, r.Format); how != "" {
		items = append(items, outlineItem{text: how})
	}
	if len(r.People) == 0 {
		items = append(items, outlineItem{text: "Nobody is named yet."})
	}
	for _, p := range r.People {
		items = append(items, person(p))
	}
	return items
}

// unsaid is the research that does not stand below a name already.
func unsaid(b *report.Brief) []string {
	return slices.DeleteFunc(slices.Clone(b.Research), func(line string) bool {
		return b.Next != nil && slices.ContainsFunc(b.Next.People, func(p report.BriefPerson) bool { return slices.Contains(p.Said, line) })
	})
}

// person says who somebody is and what is known of them.
func person(p report.BriefPerson) outlineItem {
	item := outlineItem{text: p.Name}
	if p.Title != "" {
		item.text += ", " + p.Title
	}
	if len(p.Met) > 0 {
		var days []string
		for _, d := range p.Met {
			days = append(days, d.String())
		}
		item.text += " (met on " + strings.Join(days, ", ") + ")"
	}
	item.under = append(item.under, p.Said...)
	if len(p.Met)+len(p.Said) == 0 {
		item.under = []string{"nothing is written about them yet"}
	}
	return item
}

// positionsOf says what was applied for, and with what.
func positionsOf(b *report.Brief) []outlineItem {
	var items []outlineItem
	for _, p := range b.Positions {
		item := outlineItem{text: joinWords(orDash(p.Role), p.Status)}
		line := func(name, value string) {
			if value != "" {
				item.under = append(item.under, name+" "+value)
			}
		}
		line("applied on", dayOrNothing(p.Applied))
		line("with", p.Resume)
		line("posting:", p.URL)
		line("via", p.Via)
		line("they decide by", dayOrNothing(p.DecisionBy))
		if p.Manager != nil {
			line("hiring manager:", p.Manager.Name)
		}
		var names []string
		for _, c := range p.Contacts {
			names = append(names, c.Name)
		}
		line("contacts:", strings.Join(names, ", "))
		items = append(items, item)
	}
	return items
}

func dayOrNothing(d parser.Civil) string {
	if d == (parser.Civil{}) {
		return ""
	}
	return d.String()
}

// roundTitle names an earlier round, with its role where there are several.
func roundTitle(b *report.Brief, r *report.BriefRound) string {
	role := ""
	if len(b.Positions) > 1 {
		role = r.Role
	}
	return joinWords(longDay(r.Start), role, r.Round, r.Format)
}

// earlierRound says who was met and how it went.
func earlierRound(r *report.BriefRound) []outlineItem {
	var items []outlineItem
	add := func(title string, texts []string) {
		if len(texts) > 0 {
			items = append(items, outlineItem{title, texts})
		}
	}
	var names []string
	for _, p := range r.People {
		names = append(names, joinWords(p.Name, p.Title))
	}
	if len(names) == 0 {
		names = []string{"nobody is named"}
	}
	add("With", names)
	add("What worked", r.Worked)
	add("What did not", r.Didnt)
	felt := r.ConfidenceWords
	if r.Confidence > 0 {
		felt = append([]string{fmt.Sprintf("%d of 5", r.Confidence)}, felt...)
	}
	add("How it felt", felt)
	add("In your words", r.OwnWords)
	return items
}

// joinWords lists what is not empty.
func joinWords(words ...string) string {
	var kept []string
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, ", ")
}
