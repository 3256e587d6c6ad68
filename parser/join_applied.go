package parser

import "strings"

// cutBracket cuts what stands in brackets behind the company that somebody
// applied to: `Kestrel (data eng)`. Capitals there may belong to the name, as
// in Acme (UK), and what takes the statement back is no remark on it.
func (b *joiner) cutBracket(line *logLine) (company, bracket At[string]) {
	text := line.who
	open := strings.Index(text.Value, " (")
	if line.what != AppliedTo || open <= 0 || !strings.HasSuffix(text.Value, ")") {
		return text, At[string]{}
	}
	company, bracket = trimmedPart(text, 0, open), trimmedPart(text, open+len(" ("), len(text.Value)-1)
	if !capitalised(plainText(company.Value)) || strings.ContainsAny(bracket.Value, "()") || !b.plainRemark(bracket.Value) {
		return text, At[string]{}
	}
	return company, bracket
}

// bracketRole returns what stands in brackets if it is a role of the company.
func bracketRole(c *company, bracket At[string]) At[string] {
	if bracket.Value == "" || len(withRole(c.positions, bracket.Value)) == 0 {
		return At[string]{}
	}
	return bracket
}

// bracketObject resolves `Kestrel (data eng)`: the bracket is a role that the
// company has, else a remark.
func (b *joiner) bracketObject(s *statement) (*company, At[string]) {
	text, bracket := b.cutBracket(s.line)
	c := b.companies.find(plainText(text.Value))
	if c == nil || bracket.Value == "" {
		return nil, s.line.who
	}
	if role := bracketRole(c, bracket); role.Value != "" && s.role.Value == "" {
		s.role = role
	} else {
		s.remark = bracket.Value
	}
	return c, text
}

// almostApplied warns of an application whose company is plain, and that says
// more than can be understood. A name in capitals with a mark behind it is one
// that nobody has named before.
func (b *joiner) almostApplied(s *statement) {
	text := s.line.who.Value
	for _, cut := range cutsAt(text, []string{",", ";", " (", " - "}) {
		if name := plainText(text[:cut]); capitalised(name) {
			if c := b.companies.find(name); c != nil {
				name = c.name
			}
			b.didYouMeanLine(s, "applied to "+name)
			return
		}
	}
	instead := appliedInSmall(text)
	if text == "" { // applied: Acme
		instead = b.appliedName(s.line.detail)
	}
	if instead != "" {
		b.didYouMeanLine(s, instead)
		return
	}
	words := strings.Fields(text)
	if len(words) < 2 {
		return
	}
	if c := b.companyNamed(strings.Join(words[:min(3, len(words))], " ")); c != "" && startsFold(text, lowerASCII(c)) {
		b.didYouMeanLine(s, "applied to "+c)
	}
}
