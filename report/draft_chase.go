package report

import (
	"fmt"
	"slices"
	"time"

	"debrief/parser"
)

// ChaseRules are the rules whose items ask for a word to a company: the day
// they named has passed, it has gone quiet, or one of the two did not come.
func ChaseRules() []string {
	return []string{answerOverdueID, positionQuietID, noShowID, missedApologyID}
}

// Chases drafts the letters that some items of [ChaseRules] ask for, in their
// order; other items are left out. A letter asks once, and for one thing.
func Chases(j *parser.Journal, now time.Time, items []Item) []Draft {
	v := outsideRules(j, now)
	var drafts []Draft
	for _, item := range items {
		if item.Rule == noShowID || item.Rule == missedApologyID {
			if iv := v.unmetRound(item); iv != nil {
				drafts = append(drafts, v.newDate(iv, item))
			}
			continue
		}
		if p := v.positionOf(item); p != nil {
			drafts = append(drafts, v.chase(p, item))
		}
	}
	return drafts
}

// positionOf returns the position that a follow-up is about, nil for any other
// item.
func (v *view) positionOf(item Item) *parser.Position {
	for _, p := range v.journal.Positions {
		said := func(d decision) bool { return d.place == item.Place }
		switch {
		case p.Company != item.Company || p.Role != item.Role:
		case item.Rule == positionQuietID && p.Place == item.Place,
			item.Rule == answerOverdueID && slices.ContainsFunc(decisions(p), said):
			return p
		}
	}
	return nil
}

// unmetRound returns the round that an item about two who did not meet is about.
func (v *view) unmetRound(item Item) *parser.Interview {
	for _, iv := range v.journal.Interviews {
		if iv.Place == item.Place && iv.Position != nil {
			return iv
		}
	}
	return nil
}

// chase asks a company how things stand.
func (v *view) chase(p *parser.Position, item Item) Draft {
	to := v.correspondent(p)
	d := Draft{To: to, Company: p.Company, Role: p.Role, Asked: v.followUps(p), Item: item, Subject: "How things stand with " + theRole(p.Role)}
	ask := "May I ask how things stand?"
	if d.Asked > 0 {
		ask = "If there is any news, I would be glad of a line."
	}
	d.Paragraphs = []string{
		v.greeting(p, to),
		paragraph(v.lastHeard(p, to), v.promised(p)),
		paragraph(fmt.Sprintf("I am still very interested in %s.", theRole(p.Role)), ask),
		"If there is anything more I can send you, I am happy to.",
		signature(),
	}
	d.Paragraphs = slices.DeleteFunc(d.Paragraphs, func(s string) bool { return s == "" })
	return d
}

// greeting opens a letter to a company, where nobody there may be known.
func (v *view) greeting(p *parser.Position, to *parser.Person) string {
	if to == nil {
		return "Dear " + leftOpen("a name at "+v.addressee(p)) + ","
	}
	return salutation(to)
}

// lastHeard says when the two sides last spoke, or one last heard from the
// other; "" where that is on no known day, or where all that is known is that
// something was planned.
func (v *view) lastHeard(p *parser.Position, to *parser.Person) string {
	last := v.theirWord(p)
	if !last.Known() {
		return ""
	}
	day := v.day(last)
	for _, iv := range slices.Backward(v.heldRounds(p)) {
		if v.day(iv.Start) == day {
			return v.spokeWith(iv.Interviewers, to, "Thank you again for our conversation %s.", "I spoke with %s %s.", day)
		}
	}
	for _, e := range slices.Backward(p.Events) {
		if answer(e) && e.When.Known() && v.concerns(e, p) && v.happened(e.When) && v.day(e.When) == day {
			return v.spokeWith(e.People, to, "I was glad to hear from you %s.", "I was glad to hear from %s %s.", day)
		}
	}
	return ""
}

// spokeWith says that something happened with whom a letter is to, or names the
// others it happened with.
func (v *view) spokeWith(people []*parser.Person, to *parser.Person, you, them string, day parser.Civil) string {
	if len(people) == 0 || slices.Contains(people, to) {
		return fmt.Sprintf(you, v.onDay(day))
	}
	var names []string
	for _, p := range people {
		names = append(names, p.Name)
	}
	return fmt.Sprintf(them, sentence(names), v.onDay(day))
}

// promised says by which day the company meant to decide, once that has
// passed.
func (v *view) promised(p *parser.Position) string {
	d, pending := v.pending(p)
	if !pending || !v.reached(v.pastEnd(d.by)) {
		return ""
	}
	return fmt.Sprintf("You had hoped to decide by %s, and I know how such days slip.", v.day(d.by).Start(v.zone).Format("Monday, 2 January"))
}

// newDate offers a new date after a round to which one of the two did not come,
// with a word of regret where that was the writer. Why, nobody has to say.
func (v *view) newDate(iv *parser.Interview, item Item) Draft {
	var to *parser.Person
	if len(iv.Interviewers) > 0 {
		to = iv.Interviewers[0]
	} else {
		to = v.correspondent(iv.Position)
	}
	d := Draft{To: to, Company: iv.Company, Role: iv.Role, Item: item, Subject: "A new date for our conversation"}
	what := fmt.Sprintf("We had planned to talk %s, and it did not come about. That happens easily, and I hope all is well.", v.onDay(dayOf(iv)))
	if item.Rule == missedApologyID {
		d.Subject = "I am sorry about " + dayOf(iv).Start(v.zone).Format("Monday, 2 January")
		what = fmt.Sprintf("I am sorry that I was not there when we had planned to talk %s. You had kept that time for me.", v.onDay(dayOf(iv)))
	}
	d.Paragraphs = []string{
		v.greeting(iv.Position, to),
		what,
		fmt.Sprintf("I would still like to talk with you about %s. Would %s suit you?", theRole(iv.Role), leftOpen("two times that suit you")),
		signature(),
	}
	return d
}
