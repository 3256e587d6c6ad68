package schedule

import (
	"encoding/json"
	"encoding/xml"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// A plist is the agent as launchd reads it.
type plist struct {
	Label                        string
	ProgramArguments             []string
	StartCalendarInterval        []map[string]int
	RunAtLoad                    bool
	StandardOutPath, ProcessType string
}

// TestPropertyListReadsBack has a property list reader read the agent.
func TestPropertyListReadsBack(t *testing.T) {
	needTool(t, "plistutil")
	for name, job := range map[string]Job{"plain": plainJob(t), "awkward": awkwardJob(t)} {
		text, err := propertyList(job)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "agent.plist")
		writeFile(t, file, text)
		// Through the binary form, so that what comes back is not our own XML.
		output(t, "plistutil", "-f", "bin", "-i", file, "-o", file+".bin")
		var document struct {
			Dict element `xml:"dict"`
		}
		if err := xml.Unmarshal([]byte(output(t, "plistutil", "-f", "xml", "-i", file+".bin")), &document); err != nil {
			t.Fatal(err)
		}
		asJSON, err := json.Marshal(document.Dict.value())
		if err != nil {
			t.Fatal(err)
		}
		var got plist
		if err := json.Unmarshal(asJSON, &got); err != nil {
			t.Fatal(err)
		}
		want := slices.Concat(job.Command, job.Remember, job.CatchUp)
		if got.Label != "local."+job.Name || !slices.Equal(got.ProgramArguments, want) || !got.RunAtLoad || got.StandardOutPath != job.Log {
			t.Errorf("%s: read as %+v", name, got)
		}
		for day := range 40 {
			for minute := range 24 * 60 {
				at := time.Date(2027, 1, 20+day, 0, minute, 0, 0, time.UTC)
				if got.matches(at) != matches(job.When, at) {
					t.Fatalf("%s: they disagree about %s", name, at)
				}
			}
		}
	}
}

// An element is one of a property list's XML.
type element struct {
	XMLName  xml.Name
	Text     string    `xml:",chardata"`
	Elements []element `xml:",any"`
}

// value returns what an element stands for.
func (e element) value() any {
	switch e.XMLName.Local {
	case "dict":
		pairs := map[string]any{}
		for i := 0; i+1 < len(e.Elements); i += 2 {
			pairs[e.Elements[i].Text] = e.Elements[i+1].value()
		}
		return pairs
	case "array":
		var all []any
		for _, inner := range e.Elements {
			all = append(all, inner.value())
		}
		return all
	case "integer":
		return json.Number(e.Text)
	case "true", "false":
		return e.XMLName.Local == "true"
	}
	return e.Text
}

// matches is launchd's rule: an entry matches when all of its keys do.
func (p plist) matches(at time.Time) bool {
	is := map[string]int{"Month": int(at.Month()), "Day": at.Day(), "Weekday": int(at.Weekday()), "Hour": at.Hour(), "Minute": at.Minute()}
	return slices.ContainsFunc(p.StartCalendarInterval, func(entry map[string]int) bool {
		for key, n := range entry {
			if is[key] != n {
				return false
			}
		}
		return true
	})
}
