package report

import (
	"slices"
	"strings"
	"testing"
)

func TestContentWords(t *testing.T) {
	for text, want := range map[string]string{
		"So, why did you LEAVE the last team?":  "last leave team",
		"Hana's on-call rota — isn't it noisy?": "hana isn noisy on-call rota",
		"Warum haben Sie das Team gewechselt?":  "gewechselt team",
		"Zürich, Zurich and Straße":             "strasse zurich",
		"Why us?":                               "us why",
		"???":                                   "",
		"":                                      "",
		"'quoted' and it’s 3 o’clock":           "3 oclock quoted",
	} {
		if got := strings.Join(spelt(newVocabulary(), text), " "); got != want {
			t.Errorf("%q is about %q, want %q", text, got, want)
		}
	}
}

// spelt returns the content words of a text as words, sorted.
func spelt(v *vocabulary, text string) []string {
	var words []string
	for _, number := range v.contentWords(text, nil) {
		for word, n := range v.numbers {
			if n == number {
				words = append(words, word)
			}
		}
	}
	slices.Sort(words)
	return words
}

func TestAlike(t *testing.T) {
	set := func(text string) (words wordSet) {
		for _, w := range strings.Fields(text) {
			words = append(words, int32(w[0]))
		}
		return words
	}
	for _, c := range []struct {
		a, b    string
		percent int
		want    bool
	}{
		{"a b c d", "a b c e", 60, true}, // 3 of 5
		{"a b c d", "a b c e", 61, false},
		{"a b c", "a b d", 60, false}, // 2 of 4
		{"a b c d e f g h i", "a b c d e f g h i j", 90, true},
		{"a b c d e f g h", "a b c d e f g h i", 90, false},
		{"a", "a", 100, true},
		{"a", "b", 0, false},
		{"", "", 0, false},
	} {
		if got := set(c.a).alike(set(c.b), c.percent); got != c.want {
			t.Errorf("%q and %q at %d: %v", c.a, c.b, c.percent, got)
		}
	}
}

// TestNeighbours holds the quick way to the slow one: every set against every
// other of another owner, be they owned one by one, in a row or in turn.
func TestNeighbours(t *testing.T) {
	var sets []wordSet
	for n := range 256 { // every set of eight words
		var set wordSet
		for i, w := range strings.Fields("a b c d e f g h") {
			if n&(1<<i) != 0 {
				set = append(set, int32(w[0]))
			}
		}
		sets = append(sets, set)
	}
	alone, inARow, inTurn := make([]any, len(sets)), make([]any, len(sets)), make([]any, len(sets))
	for n := range sets {
		alone[n], inARow[n], inTurn[n] = n, n/5, n%3
	}
	for _, percent := range []int{0, 1, 50, 60, 75, 90, 100} {
		for _, owners := range [][]any{alone, inARow, inTurn} {
			checkNeighbours(t, sets, owners, percent)
		}
	}
}

func checkNeighbours(t *testing.T, sets []wordSet, owners []any, percent int) {
	t.Helper()
	near := neighbours(sets, owners, percent)
	for n := range sets {
		var want []int
		for m := range sets {
			if m != n && owners[m] != owners[n] && sets[m].alike(sets[n], percent) {
				want = append(want, m)
			}
		}
		slices.Sort(near[n])
		if !slices.Equal(near[n], want) {
			t.Fatalf("at %d %v is like %v, want %v", percent, sets[n], near[n], want)
		}
	}
}

func TestPhrasebook(t *testing.T) {
	book := readPhrasebook("# a comment\n\n@talk = chat call\ngreat @talk|talks with you\nlook|looking forward hear soon*\n~ @talk\n")
	for text, want := range map[string]int{
		"great chat":                    2,
		"great":                         0,
		"chat great":                    1,
		"look forward":                  0,
		"looking forward hear":          3,
		"look forward hear soon soon x": 5,
		"x":                             0,
		"":                              0,
	} {
		if got, _ := book.longest(wordsOf(text)); got != want {
			t.Errorf("%q begins with a phrase of %d words, want %d", text, got, want)
		}
	}
	if _, courtesy := book.longest(wordsOf("chat")); courtesy {
		t.Error("a word alone is a courtesy")
	}
}
