package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"debrief/parser"
)

// ToTell returns the positions that a reference should hear of, or should have
// the résumé for, as some items of a report say: each once, in their order.
func ToTell(j *parser.Journal, items []Item, r *parser.Reference) []*parser.Position {
	var positions []*parser.Position
	for _, item := range items {
		if item.Rule != referenceUntoldID && item.Rule != referenceResumeID || item.Person != r.Name {
			continue
		}
		for _, p := range j.Positions {
			if p.Place == item.Place && p.Company == item.Company && p.Role == item.Role && !slices.Contains(positions, p) {
				positions = append(positions, p)
			}
		}
	}
	return positions
}

// mostAsked is how many questions a letter to a reference names: those they
// may well be asked themselves.
const mostAsked = 4

// Telling drafts what to say to a reference about a position: what it is, who
// was met, what was asked, and what they could speak to. Whoever knows of it and
// lacks the résumé gets that one, and is not asked twice.
func Telling(j *parser.Journal, now time.Time, r *parser.Reference, p *parser.Position) Draft {
	v := outsideRules(j, now)
	d := Draft{To: r.Person, Company: p.Company, Role: p.Role, Subject: "You as a reference: " + roleAt(p)}
	d.Paragraphs = []string{
		salutation(r.Person),
		v.whyTelling(r, p),
		aboutPosting(p),
		v.whoWasMet(p),
		v.whatWasAsked(p),
		whatToSpeakTo(r),
		v.thanksAhead(r),
		signature(),
	}
	if told := v.told(r, p); told != nil && !v.hasResume(r, p, told) {
		d.Subject = "My résumé for " + roleAt(p)
		d.Paragraphs[5] = "" // they know what to speak to
	}
	d.Paragraphs = slices.DeleteFunc(d.Paragraphs, func(s string) bool { return s == "" })
	return d
}

// whyTelling says what a reference is told, and asks where nobody has asked.
func (v *view) whyTelling(r *parser.Reference, p *parser.Position) string {
	state := "I have applied to"
	if slices.ContainsFunc(p.Interviews, v.held) {
		state = "I have been talking with"
	}
	if v.offered(p) {
		state = "I have an offer from"
	}
	why := fmt.Sprintf("%s %s about %s", state, p.Company, theRole(p.Role))
	if !slices.ContainsFunc(p.Interviews, v.held) && !v.offered(p) {
		why = fmt.Sprintf("%s %s for %s", state, p.Company, theRole(p.Role))
	}
	if v.told(r, p) != nil {
		why = "As you know, " + why
	}
	switch {
	case !v.asked(r):
		return why + ". May I name you as somebody who could speak for me?"
	case v.requested(p):
		return why + ", and they have asked for my references, so they may well call you."
	}
	return why + ", and they may call you."
}

// thanksAhead thanks for what was promised, or for thinking about it.
func (v *view) thanksAhead(r *parser.Reference) string {
	if v.asked(r) {
		return "Thank you for speaking for me. I will let you know how it goes."
	}
	return "Thank you for thinking about it, and a no is fine as well."
}

// aboutPosting says where the posting is and which résumé they have.
func aboutPosting(p *parser.Position) string {
	posting := "The posting: " + leftOpen("a link to it, or its text") + "."
	if p.URL != "" {
		posting = "The posting: " + inPlainWords(p.URL)
	}
	resume := "Attached is my résumé: " + leftOpen("the one they have") + "."
	if file := fileName(appliedWith(p)); file != "" {
		resume = fmt.Sprintf("Attached is the résumé they have, %s.", file)
	}
	return resume + " " + posting
}

// whoWasMet names the people of the rounds so far, each once, with what is
// known of them.
func (v *view) whoWasMet(p *parser.Position) string {
	var people []string
	var met []*parser.Person
	for _, iv := range v.heldRounds(p) {
		for _, person := range iv.Interviewers {
			if slices.Contains(met, person) {
				continue
			}
			met = append(met, person)
			name := person.Name
			if person.Title != "" {
				name += " (" + person.Title + ")"
			}
			people = append(people, name)
		}
	}
	if len(people) == 0 {
		return ""
	}
	return fmt.Sprintf("So far I have met %s.", sentence(people))
}

// whatWasAsked names questions of the rounds so far, the hard ones first.
func (v *view) whatWasAsked(p *parser.Position) string {
	var hard, easy []string
	for _, iv := range slices.Backward(v.heldRounds(p)) {
		for _, s := range iv.Stumbles {
			hard = append(hard, inPlainWords(s.Question))
		}
		for _, q := range iv.Questions {
			easy = append(easy, inPlainWords(q.Text))
		}
	}
	all := slices.DeleteFunc(append(hard, easy...), func(s string) bool { return s == "" })
	if len(all) == 0 {
		return ""
	}
	for i, q := range all {
		all[i] = asSentence(q)
	}
	return "What came up: " + strings.Join(all[:min(len(all), mostAsked)], " ")
}

// whatToSpeakTo asks for what only the two of them know. How they know each
// other is in the journal and says where to look.
func whatToSpeakTo(r *parser.Reference) string {
	what := fmt.Sprintf("what %s saw you do that fits this role", firstName(r.Person))
	if r.Relationship == "" {
		return "It would help me most if you spoke about " + leftOpen(what) + "."
	}
	return fmt.Sprintf("They will ask how we know each other (%s). It would help me most if you spoke about %s.",
		inPlainWords(r.Relationship), leftOpen(what))
}
