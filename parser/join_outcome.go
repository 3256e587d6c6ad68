package parser

import (
	"slices"
	"strings"
)

// An outcome is how an application ends, or nearly: rejected, withdrew, an
// offer and its answer. People rarely write it without a word on how or why,
// and the line has to count all the same: whoever was rejected must not be
// told to ask for news.

// outcome reports whether the line says how an application came out.
func (line *logLine) outcome() bool {
	switch line.what {
	case RejectedBy, Withdrew, OfferMade, AcceptedOffer, DeclinedOffer:
		return true
	}
	return false
}

// takesRemark reports whether more may stand behind the object. A bare `offer`
// with more behind it is as often one that is hoped for.
func (line *logLine) takesRemark() bool {
	return line.outcome() && (line.what != OfferMade || line.word != "offer" || line.received)
}

// remarkMarks set a remark off from what it is about.
var remarkMarks = []string{",", ";", " (", " because "}

// remarkCuts returns where a remark may begin, in order. A name has few such
// places, and a long text is no name.
func remarkCuts(text string) []int { return cutsAt(text, remarkMarks) }

func cutsAt(text string, marks []string) []int {
	var cuts []int
	for i := 0; i < len(text) && len(cuts) < nameParts; i++ {
		at := slices.IndexFunc(marks, func(mark string) bool {
			lead := strings.TrimLeft(mark, " ")
			return startsFold(text[i:], mark) || i == 0 && startsFold(text, lead)
		})
		if at >= 0 {
			cuts = append(cuts, i)
		}
	}
	return cuts
}

// companyBefore finds the company that a text begins with, and leaves the rest
// to the statement as a remark. The longest name counts: Smith, Jones & Co is
// one company, and no remark on Smith.
func (b *joiner) companyBefore(s *statement, text At[string]) (*company, At[string]) {
	if !s.line.takesRemark() {
		return nil, text
	}
	cuts := remarkCuts(text.Value)
	for _, cut := range slices.Backward(cuts) {
		name := trimmedPart(text, 0, cut)
		if c := b.companies.find(plainText(name.Value)); c != nil && b.remark(s, text.Value[cut:], c) {
			return c, name
		}
	}
	if len(cuts) > 0 && cuts[0] > 0 {
		text = trimmedPart(text, 0, cuts[0])
	}
	return nil, text
}

// ownOutcome reads an outcome in the log of what it is about, of which only a
// remark says more: `rejected (automated mail)`, `rejected by email`.
func (b *joiner) ownOutcome(s *statement, text At[string]) bool {
	if !s.line.takesRemark() || s.file.position == nil || !b.impliedObject(s) {
		return false
	}
	cuts := remarkCuts(text.Value)
	how := len(text.Value)
	if len(cuts) > 0 {
		how = cuts[0]
	}
	switch FoldName(text.Value[:how]) {
	case "", "email", "e-mail", "mail", "letter", "phone", "me", "them", "hr", "the recruiter":
	case "the offer", "their offer", "my application", "the application":
	default:
		return false
	}
	known := b.remark(s, text.Value, s.file.position.company)
	if s.remark == "me" {
		s.remark = ""
	}
	return known
}

// roleBefore takes what stands behind a role of the company as a remark.
func (b *joiner) roleBefore(s *statement, c *company) {
	if !s.line.takesRemark() || len(positionsAt(c, s.role.Value)) > 0 {
		return
	}
	for _, cut := range slices.Backward(remarkCuts(s.role.Value)) {
		role, rest := trimmedPart(s.role, 0, cut), s.role.Value[cut:]
		if len(withRole(c.positions, role.Value)) > 0 && role.Value != "" && b.remark(s, rest, c) {
			s.role = role
			return
		}
	}
}

// remark takes text as the remark on an outcome at a company; false where it
// may be more than that: a second company, or a doubt.
func (b *joiner) remark(s *statement, text string, c *company) bool {
	if s.line.role.Given() && !strings.HasSuffix(s.line.role.Value, text) { // `rejected, no reason as far as I can see`
		text += " as " + s.line.role.Value
	}
	if strings.Contains(text, "?") || slices.ContainsFunc(strings.Fields(FoldName(text)), doubts) {
		return false
	}
	other := firstNamed(text, func(name string) string {
		if named := b.companies.find(name); named != nil && named != c && capitalised(name) {
			return named.name
		}
		return ""
	})
	if other != "" {
		return false
	}
	s.role = At[string]{}
	s.remark = strings.Trim(text, " ,;")
	if inner, ok := strings.CutPrefix(s.remark, "("); ok && strings.HasSuffix(inner, ")") && strings.Count(inner, "(") == 0 {
		s.remark = inner[:len(inner)-1]
	}
	return true
}

// doubts reports whether a folded word takes back some of what is said.
func doubts(word string) bool {
	switch strings.Trim(word, "();:") {
	case "maybe", "perhaps", "probably", "possibly", "presumably", "if", "unless", "guess", "suppose", "seems", "apparently", "almost":
		return true
	}
	return false
}

// almostOutcome warns of a line that seems to say how an application came out,
// and is not understood.
func (b *joiner) almostOutcome(s *statement) {
	line, own := s.line, s.file.position
	if s.file.application == nil && s.file.Kind != KindInterview {
		own = nil
	}
	if line.what == HeardBack {
		b.heardOutcome(s, own, line.who.Value+"; "+line.detail)
		return
	}
	said := strings.TrimSpace(line.who.Value + " " + line.role.Value + " " + line.detail)
	company := b.companyNamed(said)
	switch {
	case own == nil && company == "":
		return
	case company == "" && (line.what == AcceptedOffer || line.what == DeclinedOffer) &&
		indexFold(said, "offer") < 0 && !slices.Contains(remarkCuts(said), 0):
		return // the invitation, their calendar
	case line.what != RejectedBy && ofMeeting(said, company):
		return
	}
	b.didYouMeanLine(s, outcomeLine(line.what, company))
}

// ofMeeting reports whether a text speaks of meeting a company and not of how an
// application came out: `the invitation from Acme`, `Acme calendar invite`.
func ofMeeting(text, company string) bool {
	first, _ := firstWord(company)
	at := indexFold(text, lowerASCII(first))
	if company == "" || at < 0 {
		return false
	}
	near := strings.Fields(text[:at])
	behind := strings.Fields(text[min(at+len(company), len(text)):])
	return slices.ContainsFunc(append(near, behind[:min(2, len(behind))]...), meetingWord)
}

// meetingWord reports whether a word says that people meet.
func meetingWord(word string) bool {
	switch lowerASCII(strings.Trim(word, ".,;:!()")) {
	case "invitation", "invite", "invites", "calendar", "meeting", "meet", "call", "chat", "coffee", "lunch", "dinner",
		"interview", "slot", "appointment", "visit", "talk", "zoom", "event", "webinar", "linkedin", "connection":
		return true
	}
	return false
}

// companyNamed returns the first known company that a text names.
func (b *joiner) companyNamed(text string) string {
	return firstNamed(text, func(name string) string {
		if c := b.companies.find(name); c != nil && capitalised(name) {
			return c.name
		}
		return ""
	})
}

// companyBegun returns the one company of several words of which a text names
// the first: Tidemark for Tidemark Health. Short words and those before another
// name begin too much else.
func (b *joiner) companyBegun(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		name := bareName(word)
		if letterCount(name) < 4 || !capitalised(name) || i+1 < len(words) && capitalised(bareName(words[i+1])) && words[i+1][0] != '(' {
			continue
		}
		if longer := b.begun().longer(name); longer != nil {
			return longer.name
		}
	}
	return ""
}

// companyMissed returns the one company whose first word a text of one word is a
// slip of the keys away from: Halden Robotics for Haldn.
func (b *joiner) companyMissed(text string) string {
	name := FoldName(text)
	if letterCount(name) < 5 || strings.Contains(name, " ") || !capitalised(text) {
		return ""
	}
	var found *company
	for _, c := range b.companies.list {
		first, _, several := strings.Cut(FoldName(c.name), " ")
		if !several || letterCount(first) < 5 || editDistance(name, first, 1) != 1 {
			continue // a name of one word suspectNames knows
		}
		if found != nil {
			return ""
		}
		found = c
	}
	if found == nil {
		return ""
	}
	return found.name
}

// begun are the companies by the words they begin with, made when first asked
// for.
func (b *joiner) begun() beginnings {
	if b.companiesBegun == nil {
		b.companiesBegun = newBeginnings(b.companies.list)
	}
	return b.companiesBegun
}

// outcomeLine writes an outcome as it is understood; without a company, in the
// log of what it is about.
func outcomeLine(what EventKind, company string) string {
	alone := map[EventKind]string{
		RejectedBy: "rejected", Withdrew: "withdrew", OfferMade: "offer", AcceptedOffer: "accepted", DeclinedOffer: "declined",
	}
	lead := map[EventKind]string{
		RejectedBy: "rejected by ", Withdrew: "withdrew from ", OfferMade: "offer from ", AcceptedOffer: "accepted ", DeclinedOffer: "declined ",
	}
	if company == "" {
		return alone[what]
	}
	return lead[what] + company
}

// heardOutcome warns of an outcome in what was heard: `heard back: rejected`
// says that they wrote, and no more. Where the application's status says what
// they wrote there is nothing to ask.
func (b *joiner) heardOutcome(s *statement, own *Position, said string) {
	if len(s.companies) == 1 && len(s.companies[0].positions) == 1 {
		own = s.companies[0].positions[0]
	}
	what, ok := heardWord(said)
	if !ok || own != nil && settledStatus(own.Status) {
		return
	}
	company := b.companyNamed(said)
	if own == nil && company == "" {
		return
	}
	if s.file.position == own {
		company = ""
	}
	b.problem(DidYouMean, Place{s.file.Source, s.line.span},
		"write a line of its own: `"+outcomeLine(what, company)+"`",
		"this says no more than that they wrote")
}

// settledStatus reports whether a status says as much as a rejection or an
// offer would.
func settledStatus(status Status) bool {
	switch status {
	case Offered, Accepted, Started, Rejected, Withdrawn, Declined, Closed:
		return true
	}
	return false
}

// heardWord finds the outcome that stands by itself in what was heard: behind
// a mark, or at the end. `no offer yet` is none.
func heardWord(text string) (EventKind, bool) {
	if isASCII(text) && indexFold(text, "reject") < 0 && indexFold(text, "offer") < 0 {
		return "", false // as most that is heard, and soon seen
	}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;:.!", r) }) {
		words := strings.Fields(FoldName(part))
		for len(words) > 0 && slices.Contains([]string{"a", "an", "the", "got", "i", "was", "it", "is"}, words[0]) {
			words = words[1:]
		}
		switch strings.Join(words, " ") {
		case "rejected", "rejection":
			return RejectedBy, true
		case "offer":
			return OfferMade, true
		}
	}
	return "", false
}

func (b *joiner) didYouMeanLine(s *statement, instead string) {
	b.problem(DidYouMean, Place{s.file.Source, s.line.span},
		"did you mean `"+instead+"`? anything else goes behind a colon",
		"this line is not understood, so it counts for nothing")
}
