package parser

import (
	"strings"
	"unicode"
)

// What stands among names and is none: degrees and titles, addresses, telephone
// numbers, `et al.`. Only what cannot be a name is taken for it, since a person
// who is dropped is never thanked.

// readParts reads the parts into which a list of people was split; each is a
// stretch of the text, in its order.
func readParts(text string, parts []At[string]) []personText {
	var people []personText
	at := 0
	for _, part := range parts {
		gap := max(0, strings.Index(text[at:], part.Value))
		comma := strings.TrimSpace(text[at:at+gap]) == ","
		at += gap + len(part.Value)
		if n := len(people); n > 0 && people[n-1].attach(part.Value, comma) {
			continue
		}
		if p := readPerson(part); !p.nobody() {
			people = append(people, p)
		}
	}
	return people
}

// attach gives a person what follows their name in a list and is no name; false
// where it may be one. A title follows behind a comma: `Ruth and the CTO` are two.
func (p *personText) attach(text string, comma bool) bool {
	switch {
	case strings.IndexFunc(text, unicode.IsLetter) < 0, isWebAddress(text):
	case isMailAddress(text):
		if p.Email != "" || !p.ownsAddress(text) {
			return false
		}
		p.Email = text
	case comma && surelyTitle(text):
		p.entitle(text)
	case comma && isGeneration(text):
		p.Name.Value += ", " + text
	default:
		return false
	}
	return true
}

// entitle gives a person a title where they have none.
func (p *personText) entitle(title string) {
	p.Title = orText(p.Title, title)
	p.Manager = p.Manager || strings.Contains(strings.ToLower(title), "hiring manager")
}

// mostLabelWords is how many words stand before a colon and say what somebody
// does, rather than something of them.
const mostLabelWords = 2

// cutLabel cuts off what is written in front of a name and a colon, `HR: Ruth
// Oye`, and keeps it as the title. `Ruth: HR` is the other way around, and where
// nothing shows which is which the text stays whole.
func (p *personText) cutLabel(name string) string {
	label, rest, ok := strings.Cut(name, ": ")
	if !ok || strings.Contains(rest, ": ") {
		return name
	}
	label, rest = strings.TrimSpace(label), strings.TrimSpace(rest)
	words := len(strings.Fields(label))
	if words == 0 || words > mostLabelWords && !surelyTitle(label) || strings.ContainsFunc(label, notInLabel) {
		return name
	}
	who, _, _ := strings.Cut(strings.ReplaceAll(rest, "<", "("), "(")
	switch {
	case capitalised(label) && !dashTitle(label) && (dashTitle(rest) || isArea(rest)):
		p.entitle(rest)
		return label
	case fullName(who), dashTitle(label) && capitalised(who) && !plainTitle(who):
		p.entitle(label)
		return rest
	}
	return name
}

// notInLabel reports whether a character stands in no word for what somebody does.
func notInLabel(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" -/&", r) }

// isArea reports whether text is nothing but what titles are about: `Data Science`.
func isArea(text string) bool {
	for _, word := range strings.Fields(FoldName(text)) {
		_, title := titleWords[word]
		if _, area := areaWords[word]; !title && !area {
			return false
		}
	}
	return text != ""
}

// labelled reads the pair of a mapping that has the title in front: `HR: Ruth Oye`.
func labelled(key At[string], value *node) (personText, bool) {
	if value.kind != nodeScalar || !dashTitle(key.Value) || !capitalised(plainText(value.text)) || plainTitle(value.text) {
		return personText{}, false
	}
	p := readPerson(value.plain())
	p.entitle(key.Value)
	return p, true
}

// ownsAddress reports whether a mail address shows whose it is. Somebody may be
// known by an address alone.
func (p *personText) ownsAddress(address string) bool {
	local, _, _ := strings.Cut(FoldName(address), "@")
	first, last := endWords(withoutTitle(FoldName(p.Name.Value)))
	return len(first) > 2 && strings.Contains(local, first) || len(last) > 2 && strings.Contains(local, last)
}

// cutBeside cuts what ends a person's name and is no part of it, and keeps the
// title and the address.
func (p *personText) cutBeside(name string) string {
	for _, dash := range []string{" - ", " – "} {
		if at := strings.LastIndex(name, dash); at > 0 && dashTitle(name[at+len(dash):]) {
			p.entitle(strings.TrimSpace(name[at+len(dash):]))
			name = name[:at]
			break
		}
	}
	name = strings.TrimSpace(name)
	for endsBeside(name) {
		at := strings.LastIndexByte(name, ' ')
		if at < 0 {
			break
		}
		switch last := strings.TrimRight(name[at+1:], ","); {
		case isWebAddress(last), last == "etc.", last == "al." && strings.HasSuffix(name[:at], " et"):
		case isMailAddress(last):
			p.Email = orText(p.Email, last)
		case isDegree(last), isOffice(last) && last == strings.ToUpper(last) && capitalised(name):
			p.entitle(last)
		default:
			return name
		}
		name = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(name[:at], " "), " et"), " ,")
	}
	return name
}

// endsBeside rules out nearly every name at its last letter.
func endsBeside(name string) bool {
	if name == "" {
		return false
	}
	last := name[len(name)-1]
	return last < 'a' || last > 'z' || strings.ContainsAny(name, "@/")
}

// withoutNumber cuts the telephone number that a name ends in.
func withoutNumber(name string) string {
	if name == "" || name[len(name)-1] < '0' || name[len(name)-1] > '9' {
		return name
	}
	before := strings.TrimRight(name, "0123456789+-()/. ")
	digits := 0
	for _, c := range name[len(before):] {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	if before == "" || digits < 5 || name[len(before)] != ' ' {
		return name
	}
	if _, fault := readMoment(name[len(before):]); fault == nil {
		return name // a date, which is to be told
	}
	return strings.TrimRight(before, ",;: ")
}

func isMailAddress(text string) bool {
	local, host, ok := strings.Cut(text, "@")
	return ok && local != "" && strings.IndexByte(host, '.') > 0 && !strings.ContainsAny(text, " ()<>") && !strings.Contains(host, "@")
}

func isWebAddress(text string) bool {
	if strings.ContainsAny(text, " ()") {
		return false
	}
	return startsFold(text, "https://") || startsFold(text, "http://") || startsFold(text, "www.") || startsFold(text, "linkedin.com/")
}

// isGeneration reports whether text tells a father from his son.
func isGeneration(text string) bool {
	switch FoldName(text) {
	case "jr", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}

// isDegree reports whether a word is a degree. Short ones are names as well,
// unless stops tell the letters apart: Jack Ma has none.
func isDegree(word string) bool {
	switch strings.ToLower(strings.ReplaceAll(word, ".", "")) {
	case "phd", "mba", "emba", "msc", "bsc", "meng", "beng", "llm", "llb", "dphil", "mphil", "mfa", "esq", "dipl-ing":
		return true
	case "ma", "ba", "ms", "bs", "md", "jd", "bed", "med":
		return strings.IndexByte(word, '.') < len(word)-1 && strings.Contains(word, ".")
	case "dr", "ing":
		return strings.Contains(word, ".")
	}
	return false
}

// isOffice reports whether a word is an office that goes by its letters.
func isOffice(word string) bool {
	switch strings.ToUpper(word) {
	case "CTO", "CEO", "COO", "CFO", "CIO", "CPO", "CISO", "CMO", "CRO", "CSO", "CHRO", "VP", "SVP", "EVP", "HR", "HRBP":
		return word == strings.ToUpper(word) || word == strings.ToLower(word)
	}
	return false
}

// surelyTitle reports whether text is a degree, an office or a title from its
// first word to its last: `Head of People`, `VP Engineering`, `Hiring Manager`.
func surelyTitle(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	if len(words) == 1 && (isDegree(text) || isOffice(text)) {
		return true
	}
	parts := strings.FieldsFunc(FoldName(text), func(r rune) bool { return r == ' ' || r == '-' || r == '/' || r == '&' })
	if len(parts) < 2 {
		return false
	}
	if _, ok := titleWords[parts[0]]; ok && parts[1] == "of" {
		return len(parts) > 2
	}
	for _, part := range parts {
		_, title := titleWords[part]
		if _, area := areaWords[part]; !title && !area {
			return false
		}
	}
	return leadingRole(parts[0]) || isRole(parts[len(parts)-1])
}

// dashTitle reports whether text behind a name and a dash is a title. Nobody
// puts a dash between two people, so a title of one word is as good.
func dashTitle(text string) bool {
	return surelyTitle(text) || isRole(FoldName(text))
}

// leadingRole reports whether a title of several words may begin with a word.
func leadingRole(word string) bool {
	switch word {
	case "vp", "svp", "evp", "head", "director", "hr":
		return true
	}
	return false
}

// isRole reports whether a word says what somebody does; no surname is among them.
func isRole(word string) bool {
	switch word {
	case "manager", "director", "recruiter", "engineer", "developer", "designer", "analyst", "scientist", "architect", "officer", "president",
		"consultant", "coordinator", "specialist", "founder", "cofounder", "lead", "partner", "recruiting", "sourcer", "researcher":
		return true
	}
	return isOffice(word)
}

// areaWords are what titles of several words are about.
var areaWords = wordSet(`people business tech technical data sales marketing acquisition customer success support finance security
	infrastructure cloud machine learning ml ai quality assurance research science solutions account delivery project program
	programme general managing vice human resources it`)

// besideAddress reads an item of a list whose name is followed by how to reach
// them.
func besideAddress(name At[string], address string) []personText {
	people := peopleInText(name, innerSeparator)
	if len(people) == 1 && people[0].splittable == "" && isMailAddress(address) {
		people[0].Email = orText(people[0].Email, address)
	}
	return people
}

// isAbsence reports whether what stands in brackets behind a name says that they
// did not come.
func isAbsence(title string) bool {
	switch FoldName(title) {
	case "no-show", "no show", "noshow", "absent", "did not show", "did not show up", "didn't show", "didn't show up", "did not come", "didn't come":
		return true
	}
	return false
}
