package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"debrief/cmd/debrief/internal/edit"
	"debrief/report"
)

// saveDrafts writes drafts into their notes, once it is clear that the report
// finds each of them there and everything else as it was.
func (p *program) saveDrafts(n *notebook, before *report.Report, drafts []report.Draft, dry bool) error {
	var changes []edit.Change
	for i := range drafts {
		change, err := n.withLetter(&drafts[i], before.Now, changes)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(changes, func(c edit.Change) bool { return c.Name() == change.Name() })
		if at >= 0 {
			changes[at] = change
		} else {
			changes = append(changes, change)
		}
	}
	if err := n.checkLetters(before, drafts, changes); err != nil {
		return err
	}
	if err := p.apply(dry, changes...); err != nil || dry {
		return err
	}
	var b strings.Builder
	for i := range drafts {
		d := &drafts[i]
		for _, c := range changes {
			if at := strings.Index(c.After, strings.Join(d.Paragraphs, edit.EndOfLine(c.After)+edit.EndOfLine(c.After))); at >= 0 {
				fmt.Fprintf(&b, "%s:%d: a note to %s, not yet sent\n", visible(c.Name()), strings.Count(c.After[:at], "\n")+1, visible(nameOf(d)))
			}
		}
	}
	if err := p.print([]byte(b.String())); err != nil {
		return err
	}
	p.leftToDo("", drafts)
	return nil
}

// withLetter returns the change that adds a letter to its round's note, on top
// of changes made so far.
func (n *notebook) withLetter(d *report.Draft, now time.Time, so []edit.Change) (edit.Change, error) {
	journal := n.with(so...)
	// The letters before may have moved the round to another line.
	r := report.Build(journal, now)
	moved := *d
	item, err := itemNamed(r, d.Item.ID)
	if err != nil {
		return edit.Change{}, err
	}
	moved.Item = item
	record := report.LetterRecord(journal, now, &moved)
	if record == nil {
		return edit.Change{}, fmt.Errorf("no note has room for a letter to %s", nameOf(d))
	}
	note, err := n.note(record.File)
	if err != nil {
		return edit.Change{}, err
	}
	text := note.Text
	for _, c := range so {
		if c.Name() == record.File {
			text = c.After
		}
	}
	return note.Change(edit.AfterLine(text, record.Line, record.Text)), nil
}

// checkLetters reports an error unless, with some changes made, the journal has
// every draft as a letter and the report says of everything else what it said
// before.
func (n *notebook) checkLetters(before *report.Report, drafts []report.Draft, changes []edit.Change) error {
	journal := n.with(changes...)
	after := report.Build(journal, before.Now)
	for i := range drafts {
		d := &drafts[i]
		item, err := itemNamed(after, d.Item.ID)
		if err == nil {
			found := report.ThankYous(journal, before.Now, []report.Item{item})
			if len(found) == 1 && found[0].Written && slices.Contains(found[0].Paragraphs, d.Paragraphs[1]) {
				continue
			}
		}
		return withHint(fmt.Errorf("the letter to %s would not be found again, and nothing was written", nameOf(d)),
			"debrief thank prints it: add it by hand below a heading `Thank-you note`")
	}
	if !slices.Equal(owedIDs(before), owedIDs(after)) || len(before.Problems) != len(after.Problems) {
		return withHint(fmt.Errorf("the letters would change what else the report says, and nothing was written"), "debrief thank prints them: add them by hand")
	}
	return nil
}

// owedIDs lists the items that are owed, whatever their order.
func owedIDs(r *report.Report) []string {
	var ids []string
	for _, i := range r.Items {
		if i.Urgency != report.Advice {
			ids = append(ids, i.ID)
		}
	}
	slices.Sort(ids)
	return ids
}
