package parser

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FoldName returns the form in which names are compared: lower case, without
// accents, typographic quotes and dashes made plain, white space collapsed,
// full stops, commas and surrounding markup dropped. ß is ss; ä, ö and ü lose
// their dots (see nameKeys for the spelling with e).
func FoldName(name string) string { return foldWith(name, false) }

// SameName reports whether two spellings name the same person or company.
func SameName(a, b string) bool {
	if a == b {
		return true
	}
	for _, x := range nameKeys(a) {
		for _, y := range nameKeys(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// SamePerson reports whether two spellings name the same person, with or
// without a title: Dana Reyes is Dr. Dana Reyes.
func SamePerson(a, b string) bool {
	for _, x := range personKeys(a) {
		if slices.Contains(personKeys(b), x) {
			return true
		}
	}
	return false
}

// SameCompany reports whether two spellings name the same company, with or
// without its legal form: Acme is Acme GmbH.
func SameCompany(a, b string) bool {
	for _, x := range nameKeys(a) {
		for _, y := range nameKeys(b) {
			if withoutForm(x) == withoutForm(y) {
				return true
			}
		}
	}
	return false
}

// nameKeys returns the folded forms of a name: Müller is both muller and
// mueller. Two names match when they share a key.
func nameKeys(name string) []string {
	plain := FoldName(name)
	if isASCII(name) {
		return []string{plain}
	}
	if digraph := foldWith(name, true); digraph != plain {
		return []string{plain, digraph}
	}
	return []string{plain}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// foldASCII folds the plain case: one pass, and no copy where nothing changes.
func foldASCII(name string) string {
	var buffer [64]byte
	folded := appendFoldedASCII(buffer[:0], name)
	if string(folded) == name {
		return name
	}
	return string(folded)
}

// appendFolded appends the folded form of a name to an empty slice. What only
// asks whether it is a certain word keeps it on the stack.
func appendFolded(out []byte, name string) []byte {
	if !isASCII(name) {
		return append(out, FoldName(name)...)
	}
	return appendFoldedASCII(out, name)
}

// appendFoldedASCII is appendFolded for a name of ASCII.
func appendFoldedASCII(out []byte, name string) []byte {
	pending := false
	for i := range len(name) {
		c := name[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c == ' ' || c >= '\t' && c <= '\r':
			pending = len(out) > 0
			continue
		case c == '.', c == ',', c == '!', c == '*', c == '`', c == '"': // silent
			continue
		}
		if pending {
			out = append(out, ' ')
			pending = false
		}
		out = append(out, c)
	}
	return bytes.Trim(out, "_' ")
}

// silent are the marks that make no difference between two names: the stop of
// Inc., the bang of Yahoo! at the end of a sentence, the stars of emphasis.
const silent = ".,!*`\""

func foldWith(name string, digraphs bool) string {
	if isASCII(name) {
		return foldASCII(name)
	}
	name = norm.NFC.String(name)
	if digraphs {
		name = umlauts.Replace(name)
	}
	name = letters.Replace(norm.NFD.String(name))
	var b strings.Builder
	b.Grow(len(name))
	pending := false
	for _, r := range name {
		switch {
		case unicode.IsSpace(r):
			pending = b.Len() > 0
			continue
		case strings.ContainsRune(silent, r), unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
			continue
		}
		if pending {
			b.WriteByte(' ')
			pending = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.Trim(b.String(), "_' ")
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue")

// letters spells out what Unicode does not decompose.
var letters = strings.NewReplacer(
	"ß", "ss", "ẞ", "ss", "æ", "ae", "Æ", "ae", "œ", "oe", "Œ", "oe", "ø", "o", "Ø", "o",
	"ł", "l", "Ł", "l", "đ", "d", "Đ", "d", "ı", "i",
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "´", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-",
)

// personKeys are the keys of a person's name: nameKeys without a title.
func personKeys(name string) []string {
	keys := nameKeys(name)
	for i, k := range keys {
		keys[i] = withoutTitle(k)
	}
	return keys
}

// withoutTitle drops the titles before a folded name: "dr jane doe" is Jane.
func withoutTitle(folded string) string {
	for {
		first, rest, more := strings.Cut(folded, " ")
		if !more {
			return folded
		}
		switch first {
		case "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "miss", "herr", "frau", "sir", "madam", "mme", "ing", "dipl-ing":
			folded = rest
		default:
			return folded
		}
	}
}

// withoutForm drops the legal form that ends a folded company name: "acme
// gmbh" is acme.
func withoutForm(folded string) string {
	for {
		cut := strings.LastIndexByte(folded, ' ')
		if cut <= 0 {
			return folded
		}
		switch folded[cut+1:] {
		case "inc", "incorporated", "ltd", "limited", "llc", "llp", "gmbh", "mbh", "ag", "se", "kg", "kgaa", "corp", "corporation", "co", "company", "plc", "bv", "nv", "sa", "sas", "sarl", "srl", "spa", "ab", "oy", "as", "pty", "&", "ug", "ev":
			folded = folded[:cut]
		default:
			return folded
		}
	}
}

// indexFold is strings.Index in any case of A to Z; sought is in lower case.
func indexFold(text, sought string) int {
	for i := 0; i+len(sought) <= len(text); i++ {
		if startsFold(text[i:], sought) {
			return i
		}
	}
	return -1
}

// lastIndexFold is strings.LastIndex in any case of A to Z; sought is in lower
// case.
func lastIndexFold(text, sought string) int {
	for i := len(text) - len(sought); i >= 0; i-- {
		if startsFold(text[i:], sought) {
			return i
		}
	}
	return -1
}

// startsFold is strings.HasPrefix in any case of A to Z; sought is in lower
// case.
func startsFold(text, sought string) bool {
	if len(text) < len(sought) {
		return false
	}
	for i := range len(sought) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != sought[i] {
			return false
		}
	}
	return true
}

// endsFold is strings.HasSuffix in any case of A to Z; sought is in lower case.
func endsFold(text, sought string) bool {
	return len(text) >= len(sought) && startsFold(text[len(text)-len(sought):], sought)
}

// lowerASCII lowers A to Z and nothing else, so that offsets in the result are
// offsets in s: some letters take up more bytes in lower case.
func lowerASCII(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			lower := []byte(s)
			for ; i < len(lower); i++ {
				if 'A' <= lower[i] && lower[i] <= 'Z' {
					lower[i] += 'a' - 'A'
				}
			}
			return string(lower)
		}
	}
	return s
}

// capitalised reports whether text looks like a proper name: every word but
// the small ones in the middle begins with a capital or a digit, or holds a
// capital (eBay).
func capitalised(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	for i, w := range words {
		switch w {
		case "of", "and", "the", "&", "de", "la", "du", "van", "von", "der", "den", "und", "e", "y", "-", "+":
			if i > 0 && i < len(words)-1 {
				continue
			}
		}
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘(*_"))
		if !unicode.IsUpper(first) && !unicode.IsDigit(first) && !unicode.IsTitle(first) &&
			!unicode.Is(unicode.Lo, first) && strings.IndexFunc(w, unicode.IsUpper) < 0 {
			return false
		}
	}
	return true
}
