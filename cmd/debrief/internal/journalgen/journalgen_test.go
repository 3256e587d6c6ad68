package journalgen

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
)

var evening = time.Date(2026, 11, 19, 20, 45, 0, 0, time.FixedZone("CET", 3600))

func TestGenerateHasTheMix(t *testing.T) {
	for _, n := range []int{0, 1, 2, 10, 99, 1000, 5000} {
		notes := Generate(7, n, evening)
		if n >= 100 && len(notes) != n || len(notes) > n {
			t.Errorf("Generate(%d) gave %d notes", n, len(notes))
		}
	}
	folders := map[string]int{}
	size := 0
	for name, text := range Generate(7, 2000, evening) {
		folder, _, _ := strings.Cut(name, "/")
		folders[folder]++
		size += len(text)
	}
	want := map[string]int{
		"search.md": 1, "applications": 400, "interviews": 1109,
		"references": 50, "outreach": 200, "log": 140, "notes": 100,
	}
	if !maps.Equal(folders, want) {
		t.Errorf("folders = %v, want %v", folders, want)
	}
	if mean := size / 2000; mean < 1200 || mean > 1900 {
		t.Errorf("a note has %d bytes on average, want about 1500", mean)
	}
}

func TestGenerateIsDeterministic(t *testing.T) {
	one, two := Generate(3, 500, evening), Generate(3, 500, evening)
	if !maps.EqualFunc(one, two, bytes.Equal) {
		t.Error("the same seed gave two journals")
	}
	if maps.EqualFunc(one, Generate(4, 500, evening), bytes.Equal) {
		t.Error("two seeds gave the same journal")
	}
}

func TestNamesAreApart(t *testing.T) {
	for _, words := range [][]string{companyFirst, companySecond, companyTowns} {
		for i, a := range words {
			for _, b := range words[:i] {
				if distance(a, b) < 3 {
					t.Errorf("%s and %s look like one another misspelt", a, b)
				}
			}
		}
	}
	for i, a := range roles {
		for _, b := range roles[:i] {
			if distance(a, b) < 3 {
				t.Errorf("%s and %s look like one another misspelt", a, b)
			}
		}
	}
	seen := map[string]bool{}
	for i := range len(companyFirst) * len(companySecond) * 2 {
		seen[companyName(i)] = true
	}
	if len(seen) != len(companyFirst)*len(companySecond)*2 {
		t.Errorf("company names repeat: %d different ones", len(seen))
	}
	people := map[string]bool{}
	for i := range 2 * len(firstNames) * len(lastNames) {
		people[personName(i)] = true
	}
	if len(people) != 2*len(firstNames)*len(lastNames) {
		t.Errorf("people's names repeat: %d different ones", len(people))
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	notes := Generate(1, 60, evening)
	if err := notes.Write(dir); err != nil {
		t.Fatal(err)
	}
	for name, file := range notes.FS() {
		if !bytes.Equal(file.Data, notes[name]) || path.Ext(name) != ".md" {
			t.Errorf("%s: not the note that was generated", name)
		}
	}
}

// distance is the Levenshtein distance of two words.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = slices.Min([]int{change, row[j] + 1, row[j+1] + 1})
		}
	}
	return row[len(b)]
}
