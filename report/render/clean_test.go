package render

import (
	"slices"
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "Dana Reyes", "Dana Reyes"},
		{"letters of any script", "Zoë Müller 李伟 أحمد क्षि", "Zoë Müller 李伟 أحمد क्षि"},
		{"a family of emoji", "👩\u200d👩\u200d👧 ❤\ufe0f 🇩🇪", "👩\u200d👩\u200d👧 ❤\ufe0f 🇩🇪"},
		{"Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"a joiner between ASCII", "a\u200db\u200c", "ab"},
		{"white space", "a\tb\nc\u0085d\u2028e", "a b c d e"},
		{"escape sequence", "\x1b[31mred", "\uFFFD[31mred"},
		{"controls", "a\x00\b\x7f\u009bb", "a\uFFFD\uFFFD\uFFFD\uFFFDb"},
		{"directions", "a\u202eb\u2066c\u200f", "abc"},
		{"invisible", "a\u200b\u2060\ufeff\u00ad\U000e0041b", "ab"},
		{"not UTF-8", "a\xffb", "a\uFFFDb"},
		{"a heap of marks", "a" + strings.Repeat("\u0301", 50), "a" + strings.Repeat("\u0301", marksPerLetter)},
	}
	for _, tt := range tests {
		if got := clean(tt.in); got != tt.want {
			t.Errorf("%s: clean(%+q) = %+q, want %+q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	path := func(word string) bool { return strings.Contains(word, "/") }
	tests := []struct {
		name  string
		text  string
		width int
		want  []string
	}{
		{"nothing", "", 10, nil},
		{"spaces", "  a   b ", 10, []string{"a b"}},
		{"words", "one two three", 8, []string{"one two", "three"}},
		{"exact", "one two", 7, []string{"one two"}},
		{"wide letters fill the line", "a 世界世界世界", 6, []string{"a 世界", "世界世", "界"}},
		{"a long word", "to abcdefgh", 5, []string{"to ab", "cdefg", "h"}},
		{"a long word after a full line", "abcd efghijkl", 5, []string{"abcd", "efghi", "jkl"}},
		{"graphemes stay whole", "👩\u200d👩\u200d👧👩\u200d👩\u200d👧", 3, []string{"👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"}},
		{"accents count nothing", "e\u0301e\u0301 e\u0301", 4, []string{"e\u0301e\u0301 e\u0301"}},
		{"a path stays whole", "see interviews/acme.md now", 8, []string{"see", "interviews/acme.md", "now"}},
		{"a lone accent", "\u0301", 4, []string{"\u0301"}},
	}
	for _, tt := range tests {
		if got := wrap(tt.text, tt.width, path); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
