package parser

import (
	"strings"
)

// readStumbles reads the questions of a stumbles section with their better
// answers. Where the section is a list, or a paragraph ending in a colon and
// a list, its items are the questions; else its paragraphs are, and a list
// below one answers it.
func readStumbles(s *section) []Stumble {
	listed := stumblesAreItems(s)
	var stumbles []Stumble
	for i := range s.blocks {
		b := &s.blocks[i]
		if !substantive(b) {
			continue
		}
		if isQuestion(b, listed) && !answers(b.text.Value) {
			stumble := newStumble(b)
			if isPlaceholder(stumble.Answer) { // a template's prompt for one
				stumble.Answer = ""
			}
			blank := stumble.Answer == "" && isPlaceholder(stumble.Question)
			if !blank && !isNone(b.text.Value) && (!listed || b.kind == item) {
				stumbles = append(stumbles, stumble)
			}
			continue
		}
		if len(stumbles) > 0 {
			last := &stumbles[len(stumbles)-1]
			last.Answer = joinText(last.Answer, answerText(b.text.Value))
		}
	}
	return stumbles
}

func stumblesAreItems(s *section) bool {
	for i := range s.blocks {
		b := &s.blocks[i]
		switch {
		case !substantive(b):
		case b.kind == item:
			return true
		case strings.HasSuffix(strings.TrimRight(b.text.Value, "*_ "), ":"):
		default:
			return false
		}
	}
	return false
}

// isQuestion reports whether a block stands where questions stand.
func isQuestion(b *block, listed bool) bool {
	if listed {
		return b.kind == item && b.depth == 1
	}
	return b.kind == paragraph && b.depth == 0
}

// answerMarks set off a better answer from its question.
var answerMarks = []string{"→", "->", "=>", "A:", "**A:**", "Better:", "better:"}

// answers reports whether text is an answer by itself.
func answers(text string) bool {
	for _, mark := range answerMarks {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return false
}

func newStumble(b *block) Stumble {
	text := b.text.Value
	at, width := -1, 0
	for _, mark := range []string{"→", "->", "=>", " A: ", " **A:** "} {
		if i := strings.Index(text, mark); i > 0 && (at < 0 || i < at) {
			at, width = i, len(mark)
		}
	}
	if at < 0 {
		return Stumble{Question: questionText(text), Span: b.text.Span}
	}
	answer := answerText(text[at+width:])
	return Stumble{Question: questionText(text[:at]), Answer: answer, Span: b.text.Span}
}

func questionText(text string) string {
	text = strings.TrimSpace(text)
	return strings.TrimSpace(strings.TrimPrefix(text, "Q:"))
}

// answerText drops the mark before an answer; a placeholder is no answer.
func answerText(text string) string {
	text = strings.TrimSpace(text)
	for _, mark := range answerMarks {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			text = strings.TrimSpace(rest)
			break
		}
	}
	if isPlaceholder(text) {
		return ""
	}
	return text
}

func joinText(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
