package report

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"

	"debrief/parser"
)

// gaps is what a record needs to know of the journal as a whole.
type gaps struct {
	log       string // the log written last, else one that waits for its first line, else a new one
	roles     map[string]int
	lastRound map[*parser.Person]*parser.Interview
	rounds    map[*parser.Source][]*parser.Interview
}

func (v *view) findGaps() gaps {
	g := gaps{
		log: "log.md", roles: make(map[string]int, len(v.journal.Positions)),
		lastRound: make(map[*parser.Person]*parser.Interview, len(v.journal.People)),
		rounds:    make(map[*parser.Source][]*parser.Interview, len(v.journal.Interviews)),
	}
	for _, path := range v.journal.Logs {
		if isLogNote(path) && !strings.Contains(strings.ToLower(path), "template") {
			g.log = path
		}
	}
	for _, e := range slices.Backward(v.journal.Events) {
		if path := e.Place.Path(); isLogNote(path) {
			g.log = path
			break
		}
	}
	for _, p := range v.journal.Positions {
		g.roles[v.fold(p.Company)]++
	}
	for _, iv := range v.journal.Interviews {
		g.rounds[iv.Place.Source] = append(g.rounds[iv.Place.Source], iv)
		if iv.Start.Time.After(v.now) {
			continue
		}
		for _, person := range iv.Interviewers {
			g.lastRound[person] = iv // the one a general log's thank-you belongs to
		}
	}
	return g
}

// generalLog is a line for the log written last, or for a first one.
func (v *view) generalLog(line string) *Record { return &Record{File: v.gaps().log, Text: line} }

// dayToFillIn stands in words that last for the day on which a thing is done.
const dayToFillIn = "YYYY-MM-DD"

// todayWritten is today as a line or field says it.
func (v *view) todayWritten() string {
	if v.lasting {
		return dayToFillIn
	}
	return v.today().String()
}

// dated begins a log line of today.
func (v *view) dated(statement string) string {
	return fmt.Sprintf("- %s %s", v.todayWritten(), statement)
}

// thankYouRecord is the line that says a person was thanked for a round: the
// round's own `thanked` field where it has none yet, else a log line.
func (v *view) thankYouRecord(iv *parser.Interview, person *parser.Person) *Record {
	src := iv.Place.Source
	if src == nil {
		return nil
	}
	own := v.ownsLine(iv, person)
	if !own || !v.owedBySeveral(iv) { // two such lines would be one key twice
		if record, ok := v.thankedField(iv, person); ok {
			return record
		}
	}
	statement := "thanked"
	switch {
	case person != nil:
		statement = "thanked " + person.Name
	case isLogNote(src.Path):
		statement = "thanked …" // in a log, only a name says which round
	}
	line, at := v.dated(statement), iv.Place.Start().Line-1
	if own {
		if record := v.roundLog(src, at, line); record != nil {
			return record
		}
	}
	switch {
	case person != nil && v.gaps().lastRound[person] == iv:
		return v.generalLog(line)
	case own:
		return v.firstLog(src, at, line)
	}
	return nil // whatever line there is, it speaks of a later round
}

// ownsLine reports whether a line of today in the log of a round's note, which
// says that somebody was thanked, speaks of that round. Below a round's heading
// it does. In a log that several rounds share, it speaks of the latest with that
// person.
func (v *view) ownsLine(iv *parser.Interview, person *parser.Person) bool {
	src := iv.Place.Source
	if isLogNote(src.Path) || iv.Place.Start().Line > v.noteOf(src).body {
		return true
	}
	shared, position := v.gaps().rounds[src], (*parser.Position)(nil)
	if iv.Position != nil && iv.Position.Place.Source == src {
		shared, position = iv.Position.Interviews, iv.Position
	}
	latest := v.latestIn.get(sharedLog{src, position}, func() map[*parser.Person]time.Time { return v.latestBegun(shared) })
	return !latest[person].After(iv.Start.Time)
}

// A sharedLog is a note whose log is that of several rounds: those of a
// position, or of the note where it is nil.
type sharedLog struct {
	note     *parser.Source
	position *parser.Position
}

// latestBegun is when the latest of rounds that have begun did, by who was
// there; nil stands for whoever it was.
func (v *view) latestBegun(rounds []*parser.Interview) map[*parser.Person]time.Time {
	latest := map[*parser.Person]time.Time{}
	for _, iv := range rounds {
		if iv.Start.Time.After(v.now) || iv.Status == parser.Cancelled || iv.Status == parser.Rescheduled {
			continue
		}
		for _, person := range append([]*parser.Person{nil}, iv.Interviewers...) {
			if iv.Start.Time.After(latest[person]) {
				latest[person] = iv.Start.Time
			}
		}
	}
	return latest
}

// owedBySeveral reports whether two or more people have not been thanked for a
// round yet.
func (v *view) owedBySeveral(iv *parser.Interview) bool {
	owed := 0
	for _, person := range iv.Interviewers {
		if !v.thanked(iv, person) {
			owed++
		}
		if owed > 1 {
			return true
		}
	}
	return false
}

// thankedField is a `thanked` field below the date of a round.
func (v *view) thankedField(iv *parser.Interview, person *parser.Person) (*Record, bool) {
	value := v.todayWritten()
	if person != nil && len(iv.Interviewers) > 1 {
		value = fmt.Sprintf("{%s: %s}", yamlText(person.Name), value)
	}
	return v.fieldBelow(iv.Place, value, "thanked", "thank_you", "thanks")
}

// evaluationRecord is the heading under which a round's evaluation begins.
func (v *view) evaluationRecord(iv *parser.Interview) *Record {
	return v.sectionRecord(iv, "What worked")
}

// sectionRecord is the heading under which a part of a round's evaluation
// belongs. A round that is only a line of a log has no room for one and gets a
// note.
func (v *view) sectionRecord(iv *parser.Interview, title string) *Record {
	src := iv.Place.Source
	if src == nil {
		return nil
	}
	if isLogNote(src.Path) || v.oneOfList(iv) {
		return newNote(iv, title)
	}
	n := v.noteOf(src)
	from, to, level := n.round(iv.Place.Start().Line - 1)
	same := func(written string) bool { return foldName(written) == foldName(title) }
	if last, ok := n.section(from, to, same); ok {
		return &Record{File: src.Path, Line: last + 1, Text: "- …"}
	}
	return n.addSection(src, from, to, level+1, title)
}

// oneOfList reports whether a round is one of several in the list of an
// application, whose sections say nothing of which they speak.
func (v *view) oneOfList(iv *parser.Interview) bool {
	src := iv.Place.Source
	if iv.Position == nil || iv.Position.Place.Source != src || !iv.Position.Declared {
		return false
	}
	n := v.noteOf(src)
	return n.listed() > 1 && iv.Place.Start().Line <= n.body
}

// newNote is the note of a round that so far is only a line in a log or a list,
// with a heading to write under.
func newNote(iv *parser.Interview, title string) *Record {
	keep := func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return '-'
	}
	date := dayOf(iv).String()
	file := fmt.Sprintf("interviews/%s-%s.md", date, strings.Trim(strings.Map(keep, foldName(iv.Company)), "-"))
	if !iv.Start.IsDay() {
		date += iv.Start.Time.In(zoneOf(iv)).Format(" 15:04")
	}
	text := fmt.Sprintf("---\ncompany: %s\ndate: %s\n---\n\n## %s", yamlText(iv.Company), date, title)
	return &Record{File: file, Text: text}
}

// toldRecord is the line that says a reference knows about a position.
func (v *view) toldRecord(p *parser.Position, r *parser.Reference) *Record {
	about := p.Company
	if p.Role != "" && v.gaps().roles[v.fold(p.Company)] > 1 {
		about = p.Company + " as " + p.Role
	}
	statement := fmt.Sprintf("told %s about %s, sent %s", r.Name, about, resumeSent(p))
	return v.referenceRecord(p, r, statement)
}

// sentRecord is the line that says a reference has the résumé.
func (v *view) sentRecord(p *parser.Position, r *parser.Reference) *Record {
	return v.referenceRecord(p, r, fmt.Sprintf("sent %s to %s", resumeSent(p), r.Name))
}

// referenceRecord puts a statement into the reference's own log, else the
// position's, else the general one.
func (v *view) referenceRecord(p *parser.Position, r *parser.Reference, statement string) *Record {
	return v.logRecord(statement, r.Place.Source, p.Place.Source)
}

// logRecord puts a statement of today into the first of notes that has a log,
// else into the general one. search.md is nobody's own log.
func (v *view) logRecord(statement string, notes ...*parser.Source) *Record {
	line := v.dated(statement)
	for _, src := range notes {
		if src == nil || src == v.journal.Search.Place.Source {
			continue
		}
		if record := v.noteLog(src, line); record != nil {
			return record
		}
	}
	return v.generalLog(line)
}

// followedUp is the log's verb for asking a company how things stand.
const followedUp = "followed up"

// positionRecord is the line that says that something was done about a
// position. In the log of its own note nothing needs naming; in the general
// one it is said to whom: "followed up" and " with Globex".
func (v *view) positionRecord(p *parser.Position, verb, preposition string) *Record {
	src, at := p.Place.Source, p.Place.Start().Line-1
	own := p.Declared || slices.ContainsFunc(p.Interviews, func(iv *parser.Interview) bool { return iv.Place.Source == src })
	if own && !isLogNote(src.Path) {
		if record := v.positionLog(src, at, v.dated(verb)); record != nil {
			return record
		}
		if p.Undisclosed && p.Via == "" || verb != followedUp && v.gaps().roles[v.fold(p.Company)] > 1 {
			return v.firstLog(src, at, v.dated(verb))
		}
	}
	whom := p.Company
	switch {
	case p.Undisclosed:
		whom = p.Via
	case verb == followedUp && p.Role != "" && v.gaps().roles[v.fold(p.Company)] > 1:
		whom = p.Company + " as " + p.Role // the one verb here that takes a role
	}
	return v.generalLog(v.dated(fmt.Sprintf("%s %s %s", verb, preposition, whom)))
}

// toFillIn stands in a line for what only the person knows. As it stands it
// names no file and nobody, so a line that is copied as it is tells no more
// than what was done.
const toFillIn = "…"

// resumeSent returns the résumé a position was applied with, for a line that
// says it was sent. Which one it is where the application names none, nobody
// can tell: people keep several.
func resumeSent(p *parser.Position) string {
	return cmp.Or(fileName(appliedWith(p)), toFillIn)
}

// fileName returns the last part of a path; "" for a mere yes or no.
func fileName(file string) string {
	switch strings.ToLower(file) {
	case "", "yes", "no", "true", "false":
		return ""
	}
	return path.Base(file)
}

// activityRecord is the line that says something went out. The dots are the
// person's to fill in: as they stand the line says nothing.
func (v *view) activityRecord() *Record { return v.generalLog(v.dated("applied to … as …")) }
