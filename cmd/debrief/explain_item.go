package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
	"debrief/report"
	"debrief/report/render"
)

// leastOfID is how many letters of an item's id are enough to name it.
const leastOfID = 4

// looksLikeID reports whether a word may be the id of an item, or the beginning
// of one.
func looksLikeID(word string) bool {
	return len(word) >= leastOfID && strings.Trim(strings.ToLower(word), "abcdefghijklmnopqrstuvwxyz234567") == ""
}

// inJournal reports whether somebody named a journal or stands in one. A word
// that is mistyped elsewhere is no reason to read whatever lies around.
func (p *program) inJournal(named string) bool {
	_, around := workspace.Around(".")
	return named != "" || around || p.env("DEBRIEF_JOURNAL") != ""
}

// explainItem says what one item of the report rests on.
func (p *program) explainItem(ctx context.Context, q *asking, word string) (string, error) {
	root := p.findRoot(q.journal.String())
	journal, err := p.load(ctx, root, nil)
	if err != nil {
		return "", err
	}
	r, err := p.build(ctx, journal, &q.now, time.Time{})
	if err != nil {
		return "", err
	}
	item, err := itemNamed(r, word)
	if err != nil {
		return "", err
	}
	said := slices.DeleteFunc(report.Testimonies(journal), func(t report.Testimony) bool { return !concerns(t, item) })
	if q.evidence {
		if said, err = p.evidence(ctx, root, past{}, said); err != nil {
			return "", err
		}
	}
	if q.format.value == "json" {
		return itemJSON(r, item, said, q.evidence)
	}
	return describeItem(r, item) + sayings(said, r.Zone, q.evidence) + rest(item, journal), nil
}

// itemJSON is a report that has one item, and git's word on what it rests on if
// that was asked for.
func itemJSON(r *report.Report, item report.Item, said []report.Testimony, asked bool) (string, error) {
	alone := *r
	alone.Items = []report.Item{item}
	if asked {
		alone.Evidence = append([]report.Testimony{}, said...)
	}
	var b strings.Builder
	err := render.JSON(&b, &alone, render.Options{})
	return b.String(), err
}

// itemNamed returns the item of that id, or the only one that begins so.
func itemNamed(r *report.Report, word string) (report.Item, error) {
	like := itemsCalled(r, word)
	switch len(like) {
	case 1:
		return like[0], nil
	case 0:
		return report.Item{}, usage("the report has an item's id behind its place; debrief explain lists the rules and problems",
			"%q is neither a rule, a problem nor an item that stands now", word)
	}
	return report.Item{}, usage("write one more letter of it", "%q is the beginning of %d items", word, len(like))
}

// itemsCalled lists the items whose id is a word, or begins with it.
func itemsCalled(r *report.Report, word string) []report.Item {
	id := strings.ToLower(word)
	var like []report.Item
	for _, item := range r.Items {
		if item.ID == id {
			return []report.Item{item}
		}
		if looksLikeID(id) && strings.HasPrefix(item.ID, id) {
			like = append(like, item)
		}
	}
	return like
}

// describeItem says what is owed, since when and until when, and what records
// that it was done.
func describeItem(r *report.Report, item report.Item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s)\n\n%s\n%s\n", item.ID, item.Rule, item.Urgency, wrap(visible(item.Message)), wrap(visible(item.Action)))
	b.WriteString("\n")
	at := func(name string, t time.Time) {
		if !t.IsZero() {
			fmt.Fprintf(&b, "  %-8s %s\n", name, t.In(r.Zone).Format("Mon 2006-01-02 15:04"))
		}
	}
	at("since", item.Since)
	at("due", item.Due)
	at("changes", item.ChangesAt)
	if path := item.Place.Path(); path != "" {
		fmt.Fprintf(&b, "  %-8s %s:%d\n", "written", visible(path), item.Place.Start().Line)
	}
	if item.Record != nil {
		where := visible(item.Record.File)
		if item.Record.Line > 0 {
			where += fmt.Sprintf(", below line %d", item.Record.Line)
		}
		fmt.Fprintf(&b, "  %-8s %s\n", "record", where)
		for line := range strings.Lines(item.Record.Text) {
			fmt.Fprintf(&b, "           %s\n", visible(strings.TrimRight(line, "\n")))
		}
	}
	return b.String()
}

// concerns reports whether something that was done is about what an item is
// about.
func concerns(t report.Testimony, item report.Item) bool {
	if item.Company == "" && item.Person == "" {
		return false
	}
	return t.About(item.Company, "") && item.Company != "" || item.Person != "" && t.About("", item.Person)
}

// sayings lists what the notes say was done, with git's word if it was asked.
func sayings(said []report.Testimony, zone *time.Location, asked bool) string {
	if len(said) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("\nThe notes say")
	if asked {
		b.WriteString(", and git's word on when it was written")
	}
	b.WriteString("\n")
	for _, t := range said {
		line := render.Testimony(t, zone)
		if !asked {
			line = render.Said(t, zone)
		}
		fmt.Fprintf(&b, "  %s:%d\n%s", visible(t.Place.Path()), t.Place.Start().Line, indent(wrap(line)+"\n"))
	}
	return b.String()
}

// rest says what the rule is about, and the settings that this journal changes.
func rest(item report.Item, j *parser.Journal) string {
	for _, r := range report.Rules() {
		if r.ID != item.Rule {
			continue
		}
		text := fmt.Sprintf("\n%s\n\n%s\n", r.Title, wrap(r.Looks))
		if slices.ContainsFunc(j.Search.Rules, func(s parser.RuleSetting) bool { return s.Rule.Value == r.ID }) {
			text += "\nThis journal changes its settings: debrief rules.\n"
		}
		return text
	}
	return ""
}
