package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// namesCompany reports whether text behind `at` is a company, and not a time.
func namesCompany(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return capitalised(text) && !unicode.IsDigit(first)
}

// cutPortal cuts off where an application was handed in, `on LinkedIn`.
func cutPortal(text At[string]) At[string] {
	before, portal := cutWord(text, " on ")
	switch FoldName(portal.Value) {
	case "linkedin", "indeed", "xing", "stepstone", "glassdoor", "monster", "wellfound", "angellist", "hired", "otta",
		"their website", "their site", "the website", "their careers page", "their career page":
		return before
	}
	return text
}

// severalCompanies returns the names in a list of companies that somebody applied
// to, nil where it may be the name of one: `Marks and Spencer`, `Acme, Inc`, `Smith,
// Jones & Co`.
func severalCompanies(text At[string]) []string {
	if strings.IndexByte(text.Value, ',') < 0 {
		return nil
	}
	var names []string
	for _, part := range splitList(text, anySeparator, nil) {
		name := plainText(part.Value)
		if !namesCompany(name) || plainTitle(name) || withoutForm("x "+FoldName(name)) == "x" || endsPartners(name) {
			return nil
		}
		names = append(names, name)
	}
	return names
}

// endsPartners reports whether a name is what law firms and old families end in.
func endsPartners(name string) bool {
	return slices.Contains([]string{"partner", "partners", "sons", "brothers", "associates", "sohne", "soehne"}, FoldName(name))
}

// cutBracket cuts what stands in brackets behind the company that somebody
// applied to: `Kestrel (data eng)`. Capitals there may belong to the name, as
// in Acme (UK), and what takes the statement back is no remark on it: isRemark
// tells.
func (line *logLine) cutBracket(isRemark func(string) bool) (company, bracket At[string]) {
	text := line.who
	open := strings.Index(text.Value, " (")
	if line.what != AppliedTo || open <= 0 || !strings.HasSuffix(text.Value, ")") {
		return text, At[string]{}
	}
	company, bracket = trimmedPart(text, 0, open), trimmedPart(text, open+len(" ("), len(text.Value)-1)
	if !capitalised(plainText(company.Value)) || strings.ContainsAny(bracket.Value, "()") || !rolesName(bracket.Value) && !isRemark(bracket.Value) {
		return text, At[string]{}
	}
	return company, bracket
}

// rolesName reports whether text in brackets can be nothing but a role.
func rolesName(text string) bool {
	return capitalised(text) && (dashTitle(text) || plainTitle(text) && !strings.Contains(text, " "))
}

// bracketRole returns what stands in brackets if it is a role of the company, or
// plainly one at a company that has none yet.
func bracketRole(c *company, bracket At[string]) At[string] {
	if bracket.Value == "" || len(withRole(c.positions, bracket.Value)) == 0 && (len(c.positions) > 0 || !rolesName(bracket.Value)) {
		return At[string]{}
	}
	return bracket
}

// bracketObject resolves `Kestrel (data eng)`: the bracket is a role that the
// company has, else a remark.
func (b *joiner) bracketObject(s *statement) (*company, At[string]) {
	text, bracket := s.line.cutBracket(b.plainRemark)
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
	if names := severalCompanies(s.line.who); len(names) > 1 {
		b.problem(DidYouMean, Place{s.file.Source, s.line.span}, "write a line of its own for each: `applied to "+strings.Join(names, "`, `applied to ")+"`",
			"this line names several companies, so it counts for nothing")
		return
	}
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
