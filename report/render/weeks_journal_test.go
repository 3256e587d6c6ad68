package render

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"debrief/parser"
	"debrief/report"
)

// sampleAt returns the sample journal as it would have stood at an instant: what
// is dated later had not been written yet, and nothing is reworded. A day's own
// lines are those of its evening.
func sampleAt(t *testing.T, now time.Time) fstest.MapFS {
	t.Helper()
	journal := fstest.MapFS{}
	sample := os.DirFS("../../sample-journal")
	err := fs.WalkDir(sample, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(sample, name)
		if kept, written := noteAt(string(text), now); written {
			journal[name] = &fstest.MapFile{Data: []byte(kept)}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return journal
}

// What the lines of a note say, as far as noteAt has to know.
var (
	// plans are fields whose date may lie ahead; a search begins in the morning.
	plans = regexp.MustCompile(`^[ -]*(decision_by|hear_back_by|due|respond_by|next|from|to|holidays|first_day|started)\b`)
	// begins are the fields without whose date there is no note yet.
	begins = regexp.MustCompile(`^(date|when|applied|applied_on|date_applied)\b`)
	// statusField has no date: it is that of the note's last event.
	statusField = regexp.MustCompile(`^status\b`)
	dates       = regexp.MustCompile(`(\d{4}-\d\d-\d\d|\b\d{1,2}\.\d{1,2}\.\d{4}|\b\d{1,2} [A-Z][a-z]+ 20\d\d)(?:,? (\d\d:\d\d))?`)
)

// noteAt returns a note without what lies ahead, and whether it was there at
// all.
func noteAt(text string, now time.Time) (kept string, written bool) {
	var lines []string
	dropped := false
	all := strings.SplitAfter(text, "\n")
	for at := 0; at < len(all); {
		end := blockEnd(all, at)
		if !ahead(all[at:end], now) {
			lines = append(lines, all[at])
			at++
			continue
		}
		if begins.MatchString(all[at]) {
			return "", false
		}
		dropped, at = true, end
	}
	for _, line := range lines {
		if !dropped || !statusField.MatchString(line) {
			kept += line
		}
	}
	return kept, true
}

// blockEnd returns where the block ends that a line begins: all that is indented
// below it, or the section of a heading.
func blockEnd(lines []string, at int) int {
	end := at + 1
	if level := headingLevel(lines[at]); level > 0 {
		for end < len(lines) && (headingLevel(lines[end]) == 0 || headingLevel(lines[end]) > level) {
			end++
		}
		return end
	}
	for end < len(lines) && strings.TrimSpace(lines[end]) != "" && indent(lines[end]) > indent(lines[at]) {
		end++
	}
	return end
}

func headingLevel(line string) int {
	level := len(line) - len(strings.TrimLeft(line, "#"))
	if level > 0 && strings.HasPrefix(line[level:], " ") {
		return level
	}
	return 0
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// ahead reports whether the first date in a block lies ahead; that of a heading
// is its own.
func ahead(block []string, now time.Time) bool {
	if headingLevel(block[0]) > 0 {
		block = block[:1]
	}
	for _, line := range block {
		if plans.MatchString(line) {
			continue
		}
		found := dates.FindStringSubmatch(line)
		if found == nil {
			continue
		}
		for _, layout := range []string{"2006-01-02", "2.1.2006", "2 Jan 2006", "2 January 2006"} {
			day, err := time.ParseInLocation(layout, found[1], now.Location())
			if err != nil {
				continue
			}
			clock := "24:00"
			if found[2] != "" {
				clock = found[2]
			}
			hours, minutes := int(clock[0]-'0')*10+int(clock[1]-'0'), int(clock[3]-'0')*10+int(clock[4]-'0')
			return day.Add(time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute).After(now)
		}
	}
	return false
}

// weekOf is the report of a Monday at eight, and the Markdown that is committed.
type weekOf struct {
	*report.Report
	text string
}

func sampleWeek(t *testing.T, now time.Time) weekOf {
	t.Helper()
	journal, err := parser.Load(sampleAt(t, now), now.Location())
	if err != nil {
		t.Fatal(err)
	}
	r := report.Build(journal, now)
	var b strings.Builder
	if err := Markdown(&b, r, Options{}); err != nil {
		t.Fatal(err)
	}
	return weekOf{r, b.String()}
}
