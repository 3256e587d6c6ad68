package parser

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// roundBody is what the sections of one round hold.
type roundBody struct {
	worked, didnt, research, confidence, questions, next []Passage
	stumbles                                             []Stumble
	ownWords                                             []Passage
	letters                                              []letterText
	sent                                                 []sentText
	noStumbles                                           bool // "None" under the stumbles
}

// letterText is the text of a thank-you note, to a name or to everyone.
type letterText struct {
	to   At[string] // as the heading names them
	text string
	span Span
}

// ownWordsLeast is the number of words from which a paragraph outside the
// sections tells how the interview went, rather than noting an address.
const ownWordsLeast = 8

// readBodyOf gathers what sections[from:to] hold. own are search.md's titles.
func readBodyOf(sections []section, from, to int, own map[string]sectionKind) roundBody {
	var b roundBody
	for i := from; i < to; i++ {
		s := &sections[i]
		switch kindIn(sections, i, own) {
		case workedSection:
			b.worked = appendPassages(b.worked, s)
		case didntSection:
			b.didnt = appendPassages(b.didnt, s)
		case researchSection:
			b.research = appendPassages(b.research, s)
		case confidenceSection:
			b.confidence = appendPassages(b.confidence, s)
		case questionsSection:
			b.questions = appendPassages(b.questions, s)
		case nextSection:
			b.next = appendPassages(b.next, s)
		case stumblesSection:
			b.stumbles = append(b.stumbles, readStumbles(s)...)
			b.noStumbles = b.noStumbles || slices.ContainsFunc(s.blocks, func(b block) bool { return isNone(b.text.Value) })
		case thankYouSection:
			b.readLetter(s, own)
		case otherSection, logSection:
			b.ownWords = appendOwnWords(b.ownWords, s)
		}
	}
	return b
}

// setKinds says what each section is; one without a known title is a part of
// the section that encloses it.
func setKinds(sections []section) {
	for i := range sections {
		s := &sections[i]
		s.kind, _ = headingKind(s.title.Value, nil)
		if s.kind == otherSection && s.parent >= 0 {
			s.kind = sections[s.parent].kind
		}
	}
}

// kindIn returns what a section is, with search.md's titles taken into
// account.
func kindIn(sections []section, i int, own map[string]sectionKind) sectionKind {
	if len(own) == 0 {
		return sections[i].kind
	}
	for ; i >= 0; i = sections[i].parent {
		if kind, _ := headingKind(sections[i].title.Value, own); kind != otherSection {
			return kind
		}
	}
	return otherSection
}

func appendPassages(passages []Passage, s *section) []Passage {
	for i := range s.blocks {
		if b := &s.blocks[i]; substantive(b) {
			if len(passages) == cap(passages) {
				passages = slices.Grow(passages, len(s.blocks)-i)
			}
			passages = append(passages, Passage{b.text.Value, b.text.Span})
		}
	}
	return passages
}

func appendOwnWords(passages []Passage, s *section) []Passage {
	for i := range s.blocks {
		b := &s.blocks[i]
		text, own := b.inOwnWords()
		if !own || b.box == openBox || !substantive(b) || inBrackets(text.Value) {
			continue
		}
		if wordCount(text.Value) < ownWordsLeast || b.isMailHead() || saysHowToJoin(text.Value) {
			continue
		}
		var line logLine
		if line.read(b) || s.kind == logSection && line.dated() {
			continue
		}
		passages = append(passages, Passage{text.Value, text.Span})
	}
	return passages
}

// inOwnWords returns the text of a block that may be the person's own: no code,
// no table, and of quotes only callouts, without the mark that makes them one.
func (b *block) inOwnWords() (At[string], bool) {
	if b.kind != quote {
		return b.text, b.kind == paragraph || b.kind == item && !b.quoted
	}
	if b.quoted {
		return b.text, false
	}
	shut := strings.IndexByte(b.text.Value, ']')
	if !strings.HasPrefix(b.text.Value, "[!") || shut < 0 {
		return b.text, true
	}
	return At[string]{strings.TrimLeft(b.text.Value[shut+1:], "+- "), b.text.Span}, true
}

// isMailHead reports whether a block is the head of a mail, or one line of an
// invitation that says where and when. Such a line may have the person's own words
// right below it, which Markdown makes one paragraph.
func (b *block) isMailHead() bool {
	if b.kind == item || !mailHead(b.text.Value) {
		return false
	}
	key, _, _ := strings.Cut(b.text.Value, ":")
	key = lowerASCII(strings.Trim(key, "*_ "))
	return b.verbatim || key != "when" && key != "where"
}

// saysHowToJoin reports whether text is what a meeting's invitation says: where
// to go and with which number.
func saysHowToJoin(text string) bool {
	if !strings.Contains(text, "://") {
		return false
	}
	for _, word := range []string{"meeting id", "passcode", "dial-in", "besprechungs-id", "kenncode"} {
		if indexFold(text, word) >= 0 {
			return true
		}
	}
	return false
}

// readLetter reads a thank-you section: a letter, and whether it was sent.
func (r *roundBody) readLetter(s *section, own map[string]sectionKind) {
	blocks, said := letterBlocks(s)
	if t, ok := headingSent(s.title); ok {
		said = append(said, t)
	}
	for i := range said {
		said[i].letter = -1
		if len(blocks) > 0 {
			said[i].letter = len(r.letters)
		}
	}
	r.sent = joined(r.sent, said)
	if len(blocks) == 0 {
		return
	}
	text := make([]string, 0, len(blocks))
	for _, b := range blocks {
		text = append(text, b.text.Value)
	}
	to := At[string]{Span: s.title.Span}
	_, to.Value = headingKind(s.title.Value, own)
	if at := strings.LastIndex(s.title.Value, to.Value); at >= 0 {
		to = slicePart(s.title, at, at+len(to.Value))
	}
	span := Span{blocks[0].text.Span.Start, blocks[len(blocks)-1].text.Span.End}
	r.letters = append(r.letters, letterText{to, strings.Join(text, "\n\n"), span})
}

// substantive reports whether a block says anything: not a placeholder, a
// template's prompt, or a comment.
func substantive(b *block) bool {
	return b.kind != html && !isPlaceholder(b.text.Value)
}

// isPlaceholder reports whether text only stands where an answer should be.
func isPlaceholder(text string) bool {
	t := strings.TrimSpace(text)
	if t == "" || strings.HasPrefix(t, "<!--") {
		return true
	}
	if isASCIILetter(t[0]) && strings.IndexByte("tfx", t[0]|0x20) < 0 {
		return false // as most answers begin
	}
	bare := strings.Trim(t, "*_`~ ")
	if !strings.ContainsFunc(bare, isSubstance) {
		return true // dashes, dots, an empty check box
	}
	word, _, _ := strings.Cut(bare, " ")
	word = strings.TrimRight(word, ":.…!")
	for _, known := range [...]string{"todo", "tbd", "tba", "fixme", "xxx"} {
		if len(word) == len(known) && startsFold(word, known) {
			return true
		}
	}
	return inBrackets(bare) && !isNone(strings.Trim(bare, "()[]"))
}

// isSubstance reports whether a character says anything: a letter, a digit, or
// a symbol such as an emoji.
func isSubstance(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSymbol(r)
}

// inBrackets reports whether the whole text stands in one pair of brackets.
// A wikilink is not brackets.
func inBrackets(text string) bool {
	t := strings.Trim(strings.TrimSpace(text), "*_` ")
	if len(t) < 2 || strings.HasPrefix(t, "[[") {
		return false
	}
	pair := strings.IndexByte("[](){}<>", t[0])
	if pair < 0 || pair%2 == 1 || t[len(t)-1] != "[](){}<>"[pair+1] {
		return false
	}
	depth := 0
	for i := range len(t) {
		switch t[i] {
		case t[0]:
			depth++
		case t[len(t)-1]:
			depth--
		}
		if depth == 0 && i < len(t)-1 {
			return false
		}
	}
	return true
}

// isNone reports whether text answers that there was nothing.
func isNone(text string) bool {
	if len(text) > 2*len("nothing")+len("…") {
		return false // most text is longer than any of these
	}
	var buffer [64]byte
	switch string(bytes.TrimFunc(appendFolded(buffer[:0], text), isTrimming)) {
	case "none", "nothing", "no", "nope", "n/a", "na", "keine", "nichts":
		return true
	}
	return false
}

// wordCount counts words; two characters of a script without spaces count as
// a word.
func wordCount(text string) int {
	words, dense := 0, 0
	inWord := false
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
			if letter && !inWord {
				words++
			}
			inWord = letter || inWord && (r == '\'' || r == '-')
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			dense++
			inWord = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if !inWord {
				words++
			}
			inWord = true
		case r == '’':
		default:
			inWord = false
		}
	}
	return words + dense/2
}
